"""Innovations are read by the whole office, coaching sessions by the two and those above."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tests.dasar import ATASAN, ATASAN_KEDUA, PEGAWAI, PEJABAT_LUAR, PEMERIKSA, PENGELOLA, KantorBernama
from tests.rakumpit.hak_akses.dasar import BER_SKP, BUKAN_CARA, MEMIMPIN, Baris, Isi, hak, per_objek, tetap

# Who works here, stands above the office, or inspects.
_KANTOR = (*BER_SKP, PENGELOLA, PEMERIKSA, PEJABAT_LUAR)
_PEMERIKSA_KEDUA = (ATASAN, ATASAN_KEDUA, PEJABAT_LUAR, PENGELOLA)
_IDE = {"judul": "Papan", "masalah": "Lama.", "gagasan": "Papan nomor."}
_HASIL = {"berhasil": "belum", "hasil": "Belum lebih cepat."}
_SEJAK = {"sejak": "15 September 2026"}
_PERIKSA = {"catatan": "Buku agenda."}
_KEMBALI = {"alasan": "Angka sebelum tidak cocok dengan buku agenda."}
_TEMA = tetap(tema="pelayanan")
_BIMBINGAN = tetap(tanggal="15 September 2026", topik="Melayani", ringkasan="Berlatih.")
_TANGGAPI = tetap(tanggapan="Membantu.")


def _isi(keadaan: str, **isi: str) -> Isi:
    """A form that was opened on the stored version: each report of a result counts one more."""
    return tetap(**isi, versi="1" if keadaan in {"ide", "dicoba"} else "2")


def _semua(nama: str, keadaan: Iterable[str], peran: Iterable[str], kode: int, **isi: str) -> list[Baris]:
    """One action on innovations in these states, by these roles."""
    return [
        Baris(f"kinerja:{nama}", f"inovasi_{satu}", get=hak(peran), post=hak(peran, kode), isi=_isi(satu, **isi))
        for satu in keadaan
    ]


def _pakai(k: KantorBernama) -> dict[str, Any]:
    return {"unit": str(k.kantor.seksi.uuid), "tanggal": "15 September 2026"}


KINERJA_INOVASI = [
    Baris("kinerja:inovasi_daftar", get=hak(_KANTOR), post=BUKAN_CARA),
    Baris("kinerja:inovasi_tambah", get=hak(BER_SKP), post=hak(BER_SKP, 302), isi=tetap(**_IDE)),
    Baris("kinerja:inovasi", "inovasi_ide", get=hak(_KANTOR), post=BUKAN_CARA),
    *_semua("inovasi_ubah", ("ide", "dicoba", "berhasil", "tidak"), [PEGAWAI], 302, **_IDE),
    *_semua("inovasi_ubah", ("diverifikasi",), [PEGAWAI], 409, **_IDE),
    # What did not work may be tried again; what worked is not, and what was verified stays as it is.
    *_semua("inovasi_coba", ("ide", "tidak"), [PEGAWAI], 302, **_SEJAK),
    *_semua("inovasi_coba", ("dicoba", "berhasil", "diverifikasi"), [PEGAWAI], 409, **_SEJAK),
    # A reported result may be mended until somebody has verified it.
    *_semua("inovasi_hasil", ("dicoba", "berhasil", "tidak"), [PEGAWAI], 302, **_HASIL),
    *_semua("inovasi_hasil", ("ide", "diverifikasi"), [PEGAWAI], 409, **_HASIL),
    *_semua("inovasi_verifikasi", ("berhasil", "tidak"), _PEMERIKSA_KEDUA, 302, **_PERIKSA),
    *_semua("inovasi_verifikasi", ("ide", "dicoba", "diverifikasi"), _PEMERIKSA_KEDUA, 409, **_PERIKSA),
    *_semua("inovasi_kembalikan", ("berhasil", "tidak"), _PEMERIKSA_KEDUA, 302, **_KEMBALI),
    *_semua("inovasi_kembalikan", ("ide", "dicoba", "diverifikasi"), _PEMERIKSA_KEDUA, 409, **_KEMBALI),
    Baris(
        "kinerja:inovasi_adopsi",
        "inovasi_berhasil",
        get=hak(MEMIMPIN),
        # Each leader chooses the own unit: only the head of this seksi can name it.
        post=hak([ATASAN], 302, atasan_kedua=422, pejabat_luar=422),
        isi=_pakai,
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
