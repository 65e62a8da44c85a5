"""Angka kredit of *pegawai*, who holds a functional post here."""

from __future__ import annotations

from tests.dasar import ATASAN, PEGAWAI, PENGELOLA
from tests.rakumpit.hak_akses.dasar import BUKAN_CARA, MEMIMPIN, PEMBACA, TIDAK_ADA, Baris, hak, per_objek, tetap

_BULAN = tetap(mulai="2026-02-01", sampai="2026-03-01")

KINERJA_ANGKA_KREDIT = [
    # Who sees only the own angka kredit is led there.
    Baris("kinerja:angka_kredit", get=hak([*MEMIMPIN, PENGELOLA], pegawai=302), post=BUKAN_CARA),
    Baris("kinerja:angka_kredit_pegawai", "pegawai", get=hak(PEMBACA), post=BUKAN_CARA),
    Baris(
        "kinerja:saldo_awal",
        "pegawai",
        get=hak([PENGELOLA]),
        post=hak([PENGELOLA], 302),
        isi=tetap(jenjang="terampil", nilai="40,5", per_tanggal="31 Desember 2025", surat_nomor="5/2025"),
    ),
    Baris("kinerja:angka_kredit_tetapkan", "eval_final", get=hak([ATASAN]), post=hak([ATASAN], 302), isi=_BULAN),
    Baris("kinerja:angka_kredit_tetapkan", "eval_menunggu", get=TIDAK_ADA, post=TIDAK_ADA, isi=_BULAN),
    Baris("kinerja:angka_kredit_tetapkan", "eval_diputus", get=TIDAK_ADA, post=TIDAK_ADA, isi=_BULAN),
    Baris(
        "kinerja:angka_kredit_batalkan",
        "angka_kredit",
        get=hak([ATASAN]),
        post=hak([ATASAN], 302),
        isi=tetap(alasan="Hasilnya dikoreksi."),
    ),
    Baris(
        "kinerja:angka_kredit_cetak",
        "angka_kredit",
        get=hak(PEMBACA),
        post=hak([PEGAWAI, ATASAN, PENGELOLA], atasan_kedua=409, pejabat_luar=409),
    ),
    # What stands on a result that was corrected is voided next; until then nothing is printed of it.
    Baris(
        "kinerja:angka_kredit_batalkan",
        "angka_kredit_dikoreksi",
        get=hak([ATASAN]),
        post=hak([ATASAN], 302),
        isi=tetap(alasan="Hasilnya dikoreksi."),
    ),
    Baris(
        "kinerja:angka_kredit_batalkan",
        "angka_kredit_batal",
        get=hak([ATASAN]),
        post=hak([ATASAN], 409),
        isi=tetap(alasan="Hasilnya dikoreksi."),
    ),
    *per_objek(
        "kinerja:angka_kredit_cetak",
        ("angka_kredit_dikoreksi", "angka_kredit_batal"),
        get=hak(PEMBACA),
        post=hak(PEMBACA, 409),
    ),
]
