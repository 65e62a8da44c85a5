"""Surveys: the public form and what staff do with them."""

from __future__ import annotations

from collections.abc import Iterator

from tests.dasar import PENGELOLA
from tests.rakumpit.hak_akses.dasar import (
    BER_AKUN,
    BUKAN_CARA,
    ORANG_DALAM,
    PEMBACA_SARAN,
    PEMBACA_SURVEI,
    TERTUTUP,
    YAKIN,
    Baris,
    hak,
    isi_survei,
    terbuka,
    tetap,
)


def _langkah(nama: str, *, dari: str, salah: str) -> Iterator[Baris]:
    """A step of a survey from the state where it begins, and from one where it is refused (told, nothing changes)."""
    boleh = hak([PENGELOLA], 302)
    yield Baris(f"survei:{nama}", dari, get=BUKAN_CARA, post=boleh, isi=YAKIN)
    yield Baris(f"survei:{nama}", salah, get=BUKAN_CARA, post=boleh, isi=YAKIN, berubah=False)


_LEWAT = terbuka(410) | dict.fromkeys(ORANG_DALAM, 403)
SURVEI = [
    Baris("survei:daftar", get=terbuka(), post=TERTUTUP),
    Baris("survei:luring", get=terbuka(), post=TERTUTUP),
    Baris("survei:pekerja", get=terbuka(), post=TERTUTUP),
    Baris("survei:kelola", get=hak(BER_AKUN), post=BUKAN_CARA),
    *(
        Baris("survei:kelola_survei", f"survei_{keadaan}", get=hak(PEMBACA_SURVEI), post=BUKAN_CARA)
        for keadaan in ("draf", "terbuka", "ditutup", "dikunci", "dipublikasi")
    ),
    *_langkah("buka", dari="survei_draf", salah="survei_terbuka"),
    *_langkah("tutup", dari="survei_terbuka", salah="survei_dikunci"),
    *_langkah("kunci", dari="survei_ditutup", salah="survei_dipublikasi"),
    *_langkah("publikasikan", dari="survei_dikunci", salah="survei_terbuka"),
    Baris("survei:kelompok", "survei_dikunci", get=hak(PEMBACA_SURVEI), post=BUKAN_CARA),
    Baris("survei:kelompok", "survei_terbuka", get=hak(PEMBACA_SURVEI), post=BUKAN_CARA),
    Baris("survei:saran", "survei_ditutup", get=hak(PEMBACA_SARAN), post=BUKAN_CARA),
    Baris(
        "survei:unduh_saran",
        "survei_ditutup",
        get=BUKAN_CARA,
        post=hak(PEMBACA_SARAN),
        isi=tetap(tujuan="Bahan rapat", bentuk="csv"),
    ),
    Baris(
        "survei:batalkan",
        "survei_ditutup",
        get=BUKAN_CARA,
        post=hak([PENGELOLA], 302),
        isi=lambda k: {"submission_id": k.contoh["respons_ditutup"].pk, "alasan": "Iklan"},
    ),
    Baris(
        "survei:batalkan",
        "survei_dipublikasi",
        get=BUKAN_CARA,
        post=hak([PENGELOLA], 302),
        isi=lambda k: {"submission_id": k.contoh["respons_dipublikasi"].pk, "alasan": "Iklan"},
        berubah=False,
    ),
    Baris("survei:isi", "survei_draf", get=terbuka(404), post=terbuka(404), isi=isi_survei("survei_draf")),
    Baris(
        "survei:isi",
        "survei_terbuka",
        get=terbuka(),
        post=terbuka(302) | dict.fromkeys(ORANG_DALAM, 403),
        isi=isi_survei("survei_terbuka"),
    ),
    Baris("survei:isi", "survei_ditutup", get=terbuka(), post=_LEWAT, isi=isi_survei("survei_ditutup")),
    Baris("survei:isi", "survei_dikunci", get=terbuka(), post=_LEWAT, isi=isi_survei("survei_dikunci")),
    Baris("survei:hapus_sendiri", get=terbuka(), post=terbuka(422)),
    Baris("survei:terima_kasih", "tanda_terima", get=terbuka(), post=TERTUTUP),
    Baris("survei:hasil_daftar", get=terbuka(), post=TERTUTUP),
    Baris("survei:hasil", "survei_dipublikasi", get=terbuka(), post=TERTUTUP),
    Baris("survei:hasil", "survei_dikunci", get=terbuka(404), post=TERTUTUP),
    Baris("survei:hasil", "survei_terbuka", get=terbuka(404), post=TERTUTUP),
]
