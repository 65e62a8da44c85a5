"""A free survey of the sample office, built but not yet opened: invented questions, to look at and to try."""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

from rakumpit.organisasi.models import Pengguna
from survei.perhitungan.butir import JenisPertanyaan
from survei.proses.penyusun import IsiPertanyaan, buat_instrumen, tambah_pertanyaan, terbitkan_instrumen

_PERTANYAAN: tuple[tuple[JenisPertanyaan, IsiPertanyaan], ...] = (
    (JenisPertanyaan.BAGIAN, IsiPertanyaan("Kunjungan Anda")),
    (
        JenisPertanyaan.TUNGGAL,
        IsiPertanyaan("Apakah Anda memakai layanan keliling bulan ini?", pilihan=((1, "Ya"), (2, "Tidak"))),
    ),
    (
        JenisPertanyaan.GANDA,
        IsiPertanyaan(
            "Layanan apa yang Anda pakai?",
            pilihan=((1, "Perekaman KTP-el"), (2, "Surat keterangan"), (3, "Posyandu")),
            bila="p2",
            bila_nilai=(1,),
        ),
    ),
    (
        JenisPertanyaan.SKALA,
        IsiPertanyaan(
            "Seberapa mudah Anda mencapai tempatnya?",
            pilihan=((1, "1: sangat sulit"), (2, "2"), (3, "3"), (4, "4"), (5, "5: sangat mudah")),
        ),
    ),
    (
        JenisPertanyaan.ANGKA,
        IsiPertanyaan("Berapa menit perjalanan Anda?", bawah=Decimal(0), atas=Decimal(600), wajib=False),
    ),
    (JenisPertanyaan.TEKS, IsiPertanyaan("Layanan apa yang perlu didatangkan?", wajib=False)),
)


def isi_penyusun(*, pengelola: Pengguna) -> None:
    """Build and publish it; no survey uses it, so no answer is invented."""
    instrumen = buat_instrumen(
        kiriman=uuid4(),
        nama="Survei layanan keliling (contoh)",
        judul_formulir="Bagaimana layanan keliling di tempat Anda?",
        teks_anonim="Dibaca kecamatan sebagai jumlah, untuk mengatur jadwal berikutnya.",
        acak=False,
        ada_saran=False,
        oleh=pengelola,
    )
    for jenis, isi in _PERTANYAAN:
        tambah_pertanyaan(instrumen=instrumen, jenis=jenis, isi=isi, oleh=pengelola)
    terbitkan_instrumen(instrumen=instrumen, oleh=pengelola)
