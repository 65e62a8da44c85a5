"""Innovations are read by the whole office, coaching sessions by the two and those above."""

from __future__ import annotations

from tests.dasar import ATASAN, ATASAN_KEDUA, PEGAWAI, PEJABAT_LUAR, PEMERIKSA, PENGELOLA
from tests.rakumpit.hak_akses.dasar import BER_SKP, BUKAN_CARA, MEMIMPIN, Baris, hak, tetap

# Who works here, stands above the office, or inspects.
_KANTOR = (*BER_SKP, PENGELOLA, PEMERIKSA, PEJABAT_LUAR)
_PEMERIKSA_KEDUA = (ATASAN, ATASAN_KEDUA, PEJABAT_LUAR, PENGELOLA)
_IDE = tetap(judul="Papan", masalah="Lama.", gagasan="Papan nomor.", versi="1")
_HASIL = tetap(berhasil="belum", hasil="Belum lebih cepat.")
_SEJAK = tetap(sejak="15 September 2026")
_PERIKSA = tetap(catatan="Buku agenda.")
_BIMBINGAN = tetap(tanggal="15 September 2026", topik="Melayani", ringkasan="Berlatih.")
_TANGGAPI = tetap(tanggapan="Membantu.")

KINERJA_INOVASI = [
    Baris("kinerja:inovasi_daftar", get=hak(_KANTOR), post=BUKAN_CARA),
    Baris("kinerja:inovasi_tambah", get=hak(BER_SKP), post=hak(BER_SKP, 302), isi=_IDE),
    Baris("kinerja:inovasi", "inovasi_ide", get=hak(_KANTOR), post=BUKAN_CARA),
    Baris("kinerja:inovasi_ubah", "inovasi_ide", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_IDE),
    Baris("kinerja:inovasi_ubah", "inovasi_diverifikasi", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409), isi=_IDE),
    Baris("kinerja:inovasi_coba", "inovasi_ide", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_SEJAK),
    Baris("kinerja:inovasi_coba", "inovasi_dicoba", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409), isi=_SEJAK),
    Baris("kinerja:inovasi_hasil", "inovasi_dicoba", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_HASIL),
    Baris("kinerja:inovasi_hasil", "inovasi_ide", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409), isi=_HASIL),
    Baris(
        "kinerja:inovasi_verifikasi",
        "inovasi_berhasil",
        get=hak(_PEMERIKSA_KEDUA),
        post=hak(_PEMERIKSA_KEDUA, 302),
        isi=_PERIKSA,
    ),
    Baris(
        "kinerja:inovasi_verifikasi",
        "inovasi_ide",
        get=hak(_PEMERIKSA_KEDUA),
        post=hak(_PEMERIKSA_KEDUA, 409),
        isi=_PERIKSA,
    ),
    Baris(
        "kinerja:inovasi_adopsi",
        "inovasi_berhasil",
        get=hak(MEMIMPIN),
        # Each leader chooses the own unit: only the head of this seksi can name it.
        post=hak([ATASAN], 302, atasan_kedua=422, pejabat_luar=422),
        isi=lambda k: {"unit": str(k.kantor.seksi.uuid), "tanggal": "15 September 2026"},
    ),
    Baris("kinerja:bimbingan_daftar", get=hak([*BER_SKP, PEJABAT_LUAR]), post=BUKAN_CARA),
    Baris("kinerja:bimbingan", "bimbingan", get=hak([PEGAWAI, *MEMIMPIN]), post=BUKAN_CARA),
    Baris("kinerja:bimbingan_tambah", "orang_pegawai", get=hak(MEMIMPIN), post=hak(MEMIMPIN, 302), isi=_BIMBINGAN),
    Baris("kinerja:bimbingan_tanggapi", "bimbingan", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_TANGGAPI),
    Baris(
        "kinerja:bimbingan_tanggapi",
        "bimbingan_ditanggapi",
        get=hak([PEGAWAI]),
        post=hak([PEGAWAI], 409),
        isi=_TANGGAPI,
    ),
]
