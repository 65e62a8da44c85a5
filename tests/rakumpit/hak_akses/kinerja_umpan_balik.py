"""Feedback: its receiver, its author and those above the receiver read it; the pengelola sees how many there are."""

from __future__ import annotations

from tests.dasar import ATASAN, ATASAN_KEDUA, PEGAWAI, PEJABAT_LUAR, PENGELOLA, REKAN
from tests.rakumpit.hak_akses.dasar import BER_SKP, BUKAN_CARA, Baris, hak, tetap

_BERI = tetap(isi="Warga disapa lebih dulu.", nilai_dasar="")
_TANPA_NAMA = tetap(isi="Warga disapa lebih dulu.", nilai_dasar="", anonim="on")
_MINTA = tetap(pertanyaan="Cara saya memimpin?")
# Everybody in the office but the person, and the official above: who stands above the camat stands above all.
_PEMBERI = (ATASAN, ATASAN_KEDUA, REKAN, PEJABAT_LUAR)

KINERJA_UMPAN_BALIK = [
    Baris("kinerja:umpan_balik_daftar", get=hak(BER_SKP), post=BUKAN_CARA),
    Baris("kinerja:umpan_balik_pilih", get=hak(BER_SKP), post=BUKAN_CARA),
    Baris("kinerja:umpan_balik_jumlah", get=hak([PENGELOLA]), post=BUKAN_CARA),
    Baris("kinerja:umpan_balik_beri", "orang_pegawai", get=hak(_PEMBERI), post=hak(_PEMBERI, 302), isi=_BERI),
    Baris(
        "kinerja:umpan_balik_beri",
        "orang_kasi",
        get=hak([PEGAWAI, ATASAN_KEDUA, REKAN, PEJABAT_LUAR]),
        # The form of a superior has no such choice: the note is signed.
        post=hak([PEGAWAI, ATASAN_KEDUA, REKAN, PEJABAT_LUAR], 302),
        isi=_TANPA_NAMA,
    ),
    Baris(
        "kinerja:umpan_balik_minta",
        "orang_kasi",
        get=hak([PEGAWAI, ATASAN_KEDUA, REKAN]),
        post=hak([PEGAWAI, ATASAN_KEDUA, REKAN], 302),
        isi=_MINTA,
    ),
    Baris("kinerja:umpan_balik_tanggapi", "umpan_balik", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302)),
    Baris("kinerja:umpan_balik_tanggapi", "umpan_balik_ditanggapi", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409)),
    Baris(
        "kinerja:umpan_balik_orang",
        "orang_pegawai",
        get=hak([ATASAN, ATASAN_KEDUA, PEJABAT_LUAR]),
        post=BUKAN_CARA,
    ),
]
