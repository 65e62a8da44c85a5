"""Collection, overview, «Suara warga», and the assisted mode of who gives the services."""

from __future__ import annotations

from typing import Any

from tests.dasar import ATASAN, PEGAWAI, KantorBernama
from tests.rakumpit.hak_akses.dasar import (
    BER_AKUN,
    BER_SKP,
    BUKAN_CARA,
    PEMBACA_SURVEI,
    TIDAK_ADA,
    Baris,
    hak,
    isi_survei,
    per_objek,
)

_MELAYANI = (PEGAWAI, ATASAN)


def _dibantu(k: KantorBernama) -> dict[str, Any]:
    return isi_survei("survei_terbuka")(k) | {"setuju": "ya"}


SURVEI_DASBOR = [
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
