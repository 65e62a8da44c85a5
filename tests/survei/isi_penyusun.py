"""A free survey with every type of question, built by the product's own processes."""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

from rakumpit.organisasi.models import Pengguna
from survei.models import Instrumen
from survei.perhitungan.butir import JenisPertanyaan
from survei.proses import penyusun as proses
from survei.proses.penyusun import IsiPertanyaan

J = JenisPertanyaan
SEMUA: tuple[tuple[JenisPertanyaan, IsiPertanyaan], ...] = (
    (J.BAGIAN, IsiPertanyaan("Kunjungan Anda", bantuan="Tiga pertanyaan tentang kunjungan terakhir.")),
    (J.TUNGGAL, IsiPertanyaan("Apakah Anda datang ke posyandu bulan ini?", pilihan=((1, "Ya"), (2, "Tidak")))),
    (
        J.GANDA,
        IsiPertanyaan(
            "Layanan apa yang Anda pakai?",
            pilihan=((1, "Timbang balita"), (2, "Imunisasi"), (3, "Konsultasi")),
            bila="p2",
            bila_nilai=(1,),
        ),
    ),
    (
        J.SKALA,
        IsiPertanyaan(
            "Seberapa mudah Anda mencapai tempatnya?",
            pilihan=((1, "1: sangat sulit"), (2, "2"), (3, "3"), (4, "4"), (5, "5: sangat mudah")),
        ),
    ),
    (J.ANGKA, IsiPertanyaan("Berapa menit Anda menunggu?", bawah=Decimal(0), atas=Decimal(600), wajib=False)),
    (J.TANGGAL, IsiPertanyaan("Kapan Anda terakhir datang?", wajib=False)),
    (
        J.MATRIKS,
        IsiPertanyaan(
            "Bagaimana menurut Anda?",
            pilihan=((1, "Kurang"), (2, "Cukup"), (3, "Baik")),
            baris=("Tempat duduk", "Penjelasan kader"),
        ),
    ),
    (J.TEKS, IsiPertanyaan("Apa yang perlu ditambah?", wajib=False)),
)


def susun_bebas(pengelola: Pengguna, *, nama: str = "Survei posyandu", terbit: bool = True) -> Instrumen:
    """Codes p1 … p8 in the order of ``SEMUA``."""
    instrumen = proses.buat_instrumen(
        kiriman=uuid4(),
        nama=nama,
        judul_formulir="Bagaimana posyandu bulan ini?",
        teks_anonim="Dibaca kader dan kelurahan sebagai jumlah.",
        acak=False,
        ada_saran=False,
        oleh=pengelola,
    )
    for jenis, isi in SEMUA:
        proses.tambah_pertanyaan(instrumen=instrumen, jenis=jenis, isi=isi, oleh=pengelola)
    if terbit:
        proses.terbitkan_instrumen(instrumen=instrumen, oleh=pengelola)
    instrumen.refresh_from_db()
    return instrumen


def isi_penyusun(objek: dict[str, tuple[object, ...]], pengelola: Pengguna) -> None:
    """A draft and a published free survey for the tables of rights and of pages."""
    for kata, terbit in (("draf", False), ("terbit", True)):
        instrumen = susun_bebas(pengelola, nama=f"Survei contoh {kata}", terbit=terbit)
        objek |= {
            f"instrumen_{kata}": (instrumen.uuid,),
            f"tambah_{kata}": (instrumen.uuid, "tunggal"),
            f"bahasa_{kata}": (instrumen.uuid, "ngaju"),
            f"tanya_{kata}": (instrumen.uuid, "p2"),
            f"hapus_{kata}": (instrumen.uuid, "p8"),
        }
