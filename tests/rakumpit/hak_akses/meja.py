"""The desk of the pengelola."""

from __future__ import annotations

from tests.dasar import PEGAWAI, PENGELOLA
from tests.rakumpit.hak_akses.dasar import Baris, Jawaban, hak, isi_pindah, tetap

_MEJA = hak([PENGELOLA])


def _meja(kode: Jawaban) -> dict[str, Jawaban]:
    return hak([PENGELOLA], kode)


MEJA = [
    Baris("organisasi:meja", get=_MEJA, post=_meja(405)),
    Baris("organisasi:pegawai_daftar", get=_MEJA, post=_meja(405)),
    Baris(
        "organisasi:cari_nip",
        get=hak([PENGELOLA], 405),
        post=_meja(302),
        isi=lambda k: {"nip": k.orang[PEGAWAI].nip},
        berubah=False,
    ),
    Baris(
        "organisasi:kode_cetak",
        get=hak([PENGELOLA], 405),
        post=_meja(200),
        isi=lambda k: {"pegawai": [str(k.pegawai.uuid)]},
    ),
    Baris("organisasi:pegawai_rinci", "pegawai", get=_MEJA, post=_meja(405)),
    Baris(
        "organisasi:mutasi",
        "pegawai",
        get=_MEJA,
        post=_meja(302),
        isi=isi_pindah(mulai="1 Oktober 2026", dasar="SK 1"),
    ),
    Baris(
        "organisasi:tunjuk",
        "pegawai",
        get=_MEJA,
        post=_meja(302),
        isi=isi_pindah(sifat="plt", mulai="1 Oktober 2026", dasar="SP 1"),
    ),
    Baris(
        "organisasi:berhenti",
        "pegawai",
        get=_MEJA,
        post=_meja(302),
        isi=tetap(langkah="simpan", alasan="Pensiun", hari_terakhir="31 Desember 2026", dasar="SK 2"),
    ),
    Baris(
        "organisasi:penugasan_akhiri",
        "penugasan",
        get=_MEJA,
        post=_meja(302),
        isi=tetap(langkah="simpan", hari_terakhir="30 September 2026", dasar="SK 3"),
    ),
    Baris("organisasi:impor", get=_MEJA, post=_meja(200), berubah=False),
    Baris("organisasi:impor_periksa", get=hak([PENGELOLA], 302), post=_meja(302), berubah=False),
    Baris("organisasi:impor_templat", get=_MEJA, post=_meja(405)),
    Baris("organisasi:impor_urungkan", "impor", get=hak([PENGELOLA], 405), post=_meja(302)),
]

# --- Django admin: anonymous people are sent to the login, everybody without an admin role gets 404 ---
