"""What stands behind a result: files and links."""

from __future__ import annotations

from enum import StrEnum


class JenisBukti(StrEnum):
    BERKAS = "berkas"
    TAUTAN = "tautan"


LABEL_JENIS_BUKTI = {JenisBukti.BERKAS: "Berkas", JenisBukti.TAUTAN: "Tautan"}
