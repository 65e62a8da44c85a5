"""Innovations are read by the whole office, coaching sessions by the two and those above."""

from __future__ import annotations

from typing import Any

from tests.dasar import ATASAN, ATASAN_KEDUA, PEGAWAI, PEJABAT_LUAR, PEMERIKSA, PENGELOLA, KantorBernama
from tests.rakumpit.hak_akses.dasar import BER_SKP, BUKAN_CARA, MEMIMPIN, Baris, hak, per_objek, tetap

# Who works here, stands above the office, or inspects.
_KANTOR = (*BER_SKP, PENGELOLA, PEMERIKSA, PEJABAT_LUAR)
_PEMERIKSA_KEDUA = (ATASAN, ATASAN_KEDUA, PEJABAT_LUAR, PENGELOLA)
_IDE = tetap(judul="Papan", masalah="Lama.", gagasan="Papan nomor.", versi="1")
_HASIL = tetap(berhasil="belum", hasil="Belum lebih cepat.")
_SEJAK = tetap(sejak="15 September 2026")
_PERIKSA = tetap(catatan="Buku agenda.")
_TEMA = tetap(tema="pelayanan")
_BIMBINGAN = tetap(tanggal="15 September 2026", topik="Melayani", ringkasan="Berlatih.")
_TANGGAPI = tetap(tanggapan="Membantu.")


def _pakai(k: KantorBernama) -> dict[str, Any]:
    return {"unit": str(k.kantor.seksi.uuid), "tanggal": "15 September 2026"}


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
        isi=_pakai,
    ),
    *per_objek(
        "kinerja:inovasi_ubah",
        ("inovasi_dicoba", "inovasi_berhasil", "inovasi_tidak"),
        get=hak([PEGAWAI]),
        post=hak([PEGAWAI], 302),
        isi=_IDE,
    ),
    # What did not work may be tried again; what worked is not, and what was verified stays as it is.
    Baris("kinerja:inovasi_coba", "inovasi_tidak", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_SEJAK),
    *per_objek(
        "kinerja:inovasi_coba",
        ("inovasi_berhasil", "inovasi_diverifikasi"),
        get=hak([PEGAWAI]),
        post=hak([PEGAWAI], 409),
        isi=_SEJAK,
    ),
    *per_objek(
        "kinerja:inovasi_hasil",
        ("inovasi_berhasil", "inovasi_tidak", "inovasi_diverifikasi"),
        get=hak([PEGAWAI]),
        post=hak([PEGAWAI], 409),
        isi=_HASIL,
    ),
    Baris(
        "kinerja:inovasi_verifikasi",
        "inovasi_tidak",
        get=hak(_PEMERIKSA_KEDUA),
        post=hak(_PEMERIKSA_KEDUA, 302),
        isi=_PERIKSA,
    ),
    *per_objek(
        "kinerja:inovasi_verifikasi",
        ("inovasi_dicoba", "inovasi_diverifikasi"),
        get=hak(_PEMERIKSA_KEDUA),
        post=hak(_PEMERIKSA_KEDUA, 409),
        isi=_PERIKSA,
    ),
    *per_objek(
        "kinerja:inovasi_adopsi",
        ("inovasi_ide", "inovasi_dicoba", "inovasi_tidak"),
        get=hak(MEMIMPIN),
        post=hak([ATASAN], 409, atasan_kedua=422, pejabat_luar=422),
        isi=_pakai,
    ),
    # Only what worked and was verified is offered, by who took part or the pengelola.
    *per_objek(
        "kinerja:inovasi_tawarkan",
        ("inovasi_ide", "inovasi_dicoba", "inovasi_berhasil", "inovasi_tidak"),
        get=hak([PEGAWAI, PENGELOLA]),
        post=hak([PEGAWAI, PENGELOLA], 409),
        isi=_TEMA,
    ),
    Baris(
        "kinerja:inovasi_tawarkan",
        "inovasi_diverifikasi",
        get=hak([PEGAWAI, PENGELOLA]),
        post=hak([PEGAWAI, PENGELOLA], 302),
        isi=_TEMA,
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
