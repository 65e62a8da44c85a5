"""Surveys: the public form and what staff do with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

from tests.dasar import PENGELOLA, KantorBernama
from tests.rakumpit.hak_akses.dasar import (
    BER_AKUN,
    BUKAN_CARA,
    ORANG_DALAM,
    PEMBACA_SARAN,
    PEMBACA_SURVEI,
    TERTUTUP,
    YAKIN,
    Baris,
    Isi,
    hak,
    isi_survei,
    terbuka,
    tetap,
)

_KEADAAN = ("draf", "terbuka", "ditutup", "dikunci", "dipublikasi")


def _langkah(nama: str, dari: tuple[str, ...], isi: Callable[[str], Isi] = lambda _: YAKIN) -> Iterator[Baris]:
    """A step in every state of a survey: taken where it begins, elsewhere told and nothing changes."""
    for keadaan in _KEADAAN:
        yield Baris(
            f"survei:{nama}",
            f"survei_{keadaan}",
            get=BUKAN_CARA,
            post=hak([PENGELOLA], 302),
            isi=isi(keadaan),
            berubah=keadaan in dari,
        )


def _batalkan(keadaan: str) -> Isi:
    return lambda k: {"submission_id": k.contoh[f"respons_{keadaan}"].pk, "alasan": "Iklan"}


def _buat(k: KantorBernama) -> dict[str, Any]:
    lama = k.survei["survei_terbuka"]
    return {
        "kiriman": str(uuid4()),
        "unit": str(lama.unit.uuid),
        "judul": "Survei masa berikutnya",
        "instrumen": str(lama.instrumen.uuid),
        "mulai": "1 Januari 2027",
        "selesai": "31 Maret 2027",
        "layanan": [str(satu.uuid) for satu in lama.layanan.all()],
    }


_UNDUH = tetap(tujuan="Bahan rapat", bentuk="csv")
_LEWAT = terbuka(410) | dict.fromkeys(ORANG_DALAM, 403)
SURVEI = [
    Baris("survei:daftar", get=terbuka(), post=TERTUTUP),
    Baris("survei:luring", get=terbuka(), post=TERTUTUP),
    Baris("survei:pekerja", get=terbuka(), post=TERTUTUP),
    Baris("survei:kelola", get=hak(BER_AKUN), post=BUKAN_CARA),
    Baris("survei:buat", get=hak([PENGELOLA]), post=hak([PENGELOLA], 302), isi=_buat),
    *(
        Baris("survei:kelola_survei", f"survei_{keadaan}", get=hak(PEMBACA_SURVEI), post=BUKAN_CARA)
        for keadaan in ("draf", "terbuka", "ditutup", "dikunci", "dipublikasi")
    ),
    *_langkah("buka", ("draf",)),
    *_langkah("tutup", ("terbuka",)),
    *_langkah("kunci", ("ditutup",)),
    *_langkah("publikasikan", ("dikunci",)),
    *_langkah("batalkan", ("draf", "terbuka", "ditutup"), _batalkan),
    Baris("survei:kelompok", "survei_dikunci", get=hak(PEMBACA_SURVEI), post=BUKAN_CARA),
    Baris("survei:kelompok", "survei_terbuka", get=hak(PEMBACA_SURVEI), post=BUKAN_CARA),
    Baris("survei:saran", "survei_ditutup", get=hak(PEMBACA_SARAN), post=BUKAN_CARA),
    *(
        Baris(
            "survei:unduh_saran",
            f"survei_{keadaan}",
            get=BUKAN_CARA,
            post=hak(PEMBACA_SARAN),
            isi=_UNDUH,
        )
        for keadaan in _KEADAAN
    ),
    Baris("survei:teks", "bebas_ditutup", get=hak(PEMBACA_SARAN), post=BUKAN_CARA),
    Baris("survei:teks", "bebas_terbuka", get=hak(PEMBACA_SARAN), post=BUKAN_CARA),
    Baris("survei:teks_butir", "teks_ditutup", get=hak(PEMBACA_SARAN), post=BUKAN_CARA),
    Baris("survei:teks_butir", "teks_terbuka", get=hak(PEMBACA_SARAN), post=BUKAN_CARA),
    # Before the closing: told, nothing is handed out.
    *(
        Baris(
            "survei:teks_unduh",
            f"teks_{keadaan}",
            get=BUKAN_CARA,
            post=hak(PEMBACA_SARAN, 409 if keadaan in {"draf", "terbuka"} else 200),
            isi=_UNDUH,
            berubah=keadaan not in {"draf", "terbuka"},
        )
        for keadaan in _KEADAAN
    ),
    Baris("survei:isi", "survei_draf", get=terbuka(404), post=terbuka(404), isi=isi_survei("survei_draf")),
    Baris(
        "survei:isi",
        "survei_terbuka",
        get=terbuka(),
        post=terbuka() | dict.fromkeys(ORANG_DALAM, 403),
        isi=isi_survei("survei_terbuka"),
    ),
    *(
        Baris("survei:isi", f"survei_{keadaan}", get=terbuka(), post=_LEWAT, isi=isi_survei(f"survei_{keadaan}"))
        for keadaan in ("ditutup", "dikunci", "dipublikasi")
    ),
    Baris("survei:hapus_sendiri", get=terbuka(), post=terbuka(422)),
    Baris("survei:hasil_daftar", get=terbuka(), post=TERTUTUP),
    Baris("survei:hasil", "survei_dipublikasi", get=terbuka(), post=TERTUTUP),
    # Published, then opened again: the page says so and shows no figure.
    Baris("survei:hasil", "survei_diperbaiki", get=terbuka(), post=TERTUTUP),
    Baris("survei:hasil", "survei_dikunci", get=terbuka(404), post=TERTUTUP),
    Baris("survei:hasil", "survei_terbuka", get=terbuka(404), post=TERTUTUP),
]
