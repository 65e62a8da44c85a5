"""Obstacles and requests for support: the owner writes, the line above reads and answers, the pengelola reads."""

from __future__ import annotations

from tests.dasar import ATASAN, PEGAWAI, PENGELOLA
from tests.rakumpit.hak_akses.dasar import BER_SKP, BUKAN_CARA, MEMIMPIN, PEMBACA, Baris, hak, per_objek, tetap

_KENDALA = tetap(terhambat="", jenis="alat", uraian="Pencetak rusak.", sejak="1 September 2026")
_MINTA = tetap(jenis="alat", uraian="Satu pencetak.")
_JAWAB = tetap(jawaban="disetujui", dijanjikan="30 September 2026", alasan="")
_TUTUP = tetap(catatan="Diperbaiki.")
_BATAL = tetap(alasan="Sudah dipinjami kelurahan.")

KINERJA_DUKUNGAN = [
    Baris("kinerja:kendala_daftar", get=hak(BER_SKP), post=BUKAN_CARA),
    Baris("kinerja:kendala_tambah", get=hak(BER_SKP), post=hak(BER_SKP, 302), isi=_KENDALA),
    Baris("kinerja:kendala", "kendala", get=hak(PEMBACA), post=BUKAN_CARA),
    Baris("kinerja:kendala_tutup", "kendala", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_TUTUP),
    Baris("kinerja:kendala_tutup", "kendala_diminta", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409), isi=_TUTUP),
    Baris("kinerja:kendala_tutup", "kendala_selesai", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409), isi=_TUTUP),
    Baris("kinerja:dukungan_masuk", get=hak([*MEMIMPIN, PENGELOLA]), post=BUKAN_CARA),
    # The Sekretaris Daerah, who stands above the camat, has an account here.
    Baris("kinerja:dukungan_minta", get=hak(BER_SKP), post=hak(BER_SKP, 302), isi=_MINTA),
    Baris("kinerja:dukungan", "dukungan", get=hak(PEMBACA), post=BUKAN_CARA),
    # Those above the direct superior answer only after the request has come up to them.
    Baris("kinerja:dukungan_jawab", "dukungan", get=hak([ATASAN]), post=hak([ATASAN], 302), isi=_JAWAB),
    Baris("kinerja:dukungan_jawab", "dukungan_tolak", get=hak([ATASAN]), post=hak([ATASAN], 409), isi=_JAWAB),
    *per_objek(
        "kinerja:dukungan_jawab",
        ("dukungan_janji", "dukungan_dipenuhi", "dukungan_batal"),
        get=hak([ATASAN]),
        post=hak([ATASAN], 409),
        isi=_JAWAB,
    ),
    # Nothing was promised, or it has come already.
    *per_objek(
        "kinerja:dukungan_penuhi",
        ("dukungan_tolak", "dukungan_dipenuhi", "dukungan_batal"),
        get=hak([PEGAWAI], 302),
        post=hak([PEGAWAI], 409),
    ),
    # Asked after once the promised day has passed, not before, and not without a promise.
    Baris("kinerja:dukungan_tagih", "dukungan_lewat", get=hak([PEGAWAI], 302), post=hak([PEGAWAI], 302)),
    *per_objek(
        "kinerja:dukungan_tagih",
        ("dukungan", "dukungan_janji", "dukungan_tolak", "dukungan_dipenuhi", "dukungan_batal"),
        get=hak([PEGAWAI], 302),
        post=hak([PEGAWAI], 409),
    ),
    Baris("kinerja:dukungan_batal", "dukungan_janji", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_BATAL),
    *per_objek(
        "kinerja:dukungan_batal",
        ("dukungan_dipenuhi", "dukungan_batal"),
        get=hak([PEGAWAI]),
        post=hak([PEGAWAI], 409),
        isi=_BATAL,
    ),
    Baris("kinerja:dukungan_penuhi", "dukungan_janji", get=hak([PEGAWAI], 302), post=hak([PEGAWAI], 302)),
    Baris("kinerja:dukungan_penuhi", "dukungan", get=hak([PEGAWAI], 302), post=hak([PEGAWAI], 409)),
    Baris("kinerja:dukungan_batal", "dukungan", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_BATAL),
    Baris("kinerja:dukungan_batal", "dukungan_tolak", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409), isi=_BATAL),
]
