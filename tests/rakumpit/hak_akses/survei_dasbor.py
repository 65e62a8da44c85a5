"""Collection, overview, «Suara warga», and the assisted mode of who gives the services."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from survei.enums import StatusSurvei
from survei.proses.impor import STATUS_IMPOR
from tests.dasar import ATASAN, PEGAWAI, PENGELOLA, KantorBernama
from tests.rakumpit.hak_akses.dasar import (
    BER_AKUN,
    BER_SKP,
    BUKAN_CARA,
    PEMBACA_SURVEI,
    TIDAK_ADA,
    Baris,
    Isi,
    hak,
    isi_survei,
    per_objek,
)

_MELAYANI = (PEGAWAI, ATASAN)


def _dibantu(k: KantorBernama) -> dict[str, Any]:
    return isi_survei("survei_terbuka")(k) | {"setuju": "ya"}


def _lembar(survei: str) -> Isi:
    """A sheet of one respondent that was looked at before."""
    isi = ("NO;" + ";".join(f"U{i}" for i in range(1, 10)) + "\n1" + ";3" * 9 + "\n").encode()
    return lambda k: {
        "berkas": SimpleUploadedFile("lembar.csv", isi),
        "layanan": str(k.survei[survei].layanan.order_by("pk")[0].uuid),
        "langkah": "simpan",
        "diperiksa": hashlib.sha256(isi).hexdigest(),
    }


SURVEI_DASBOR = [
    *(
        Baris(
            "survei:impor",
            f"survei_{keadaan.value}",
            get=hak([PENGELOLA]),
            post=hak([PENGELOLA], 302 if keadaan in STATUS_IMPOR else 409),
            isi=_lembar(f"survei_{keadaan.value}"),
            berubah=keadaan in STATUS_IMPOR,
        )
        for keadaan in StatusSurvei
    ),
    Baris("survei:pengumpulan", "survei_terbuka", get=hak(PEMBACA_SURVEI), post=BUKAN_CARA),
    Baris("survei:pengumpulan", "survei_dikunci", get=hak(PEMBACA_SURVEI), post=BUKAN_CARA),
    Baris("survei:ikhtisar", get=hak(BER_AKUN), post=BUKAN_CARA),
    Baris("survei:ikhtisar_unduh", get=hak(BER_AKUN), post=BUKAN_CARA),
    Baris("survei:suara", get=hak(BER_SKP), post=BUKAN_CARA),
    Baris("survei:dibantu", get=hak(BER_SKP), post=BUKAN_CARA),
    Baris("survei:dibantu_isi", "survei_terbuka", get=hak(_MELAYANI), post=hak(_MELAYANI, 302), isi=_dibantu),
    *per_objek(
        "survei:dibantu_isi",
        [f"survei_{keadaan}" for keadaan in ("draf", "ditutup", "dikunci", "dipublikasi")],
        get=TIDAK_ADA,
        post=TIDAK_ADA,
        isi=_dibantu,
    ),
]
