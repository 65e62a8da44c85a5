"""Choices of reports: values are stored, labels are what people read."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from forum.enums.tenggat import JenisTenggat
from forum.perhitungan.laporan import DIPEGANG, TERBUKA, TERJAWAB, Langkah, StatusLaporan

__all__ = ["DIPEGANG", "TERBUKA", "TERJAWAB", "Langkah", "StatusLaporan"]

LABEL_STATUS_LAPORAN: dict[StatusLaporan, str] = {
    StatusLaporan.DITERIMA: "Diterima",
    StatusLaporan.PERLU_DILENGKAPI: "Perlu dilengkapi",
    StatusLaporan.TERVERIFIKASI: "Sudah diperiksa",
    StatusLaporan.DIDISPOSISIKAN: "Diteruskan ke unit",
    StatusLaporan.DIPROSES: "Dikerjakan",
    StatusLaporan.DIJAWAB: "Dijawab",
    StatusLaporan.DITANGGAPI: "Pelapor berkeberatan",
    StatusLaporan.SELESAI: "Selesai",
    StatusLaporan.BUKAN_WEWENANG: "Bukan wewenang kami",
    StatusLaporan.DIARSIPKAN: "Tidak ditangani",
    StatusLaporan.DUPLIKAT: "Sama dengan laporan lain",
    StatusLaporan.DICABUT: "Dicabut",
    StatusLaporan.DIALIHKAN: "Dialihkan ke LAPOR!",
}
# Kind of badge (``rakumpit.tampilan``).
LENCANA_STATUS: dict[StatusLaporan, str] = {
    StatusLaporan.DITERIMA: "info",
    StatusLaporan.PERLU_DILENGKAPI: "perhatian",
    StatusLaporan.TERVERIFIKASI: "info",
    StatusLaporan.DIDISPOSISIKAN: "berjalan",
    StatusLaporan.DIPROSES: "berjalan",
    StatusLaporan.DIJAWAB: "baik",
    StatusLaporan.DITANGGAPI: "perhatian",
    StatusLaporan.SELESAI: "baik",
}
LABEL_LANGKAH: dict[Langkah, str] = {
    Langkah.KIRIM: "Laporan diterima",
    Langkah.VERIFIKASI: "Laporan diperiksa",
    Langkah.MINTA_LENGKAPI: "Pelapor diminta melengkapi",
    Langkah.LENGKAPI: "Laporan dilengkapi",
    Langkah.DISPOSISI: "Diteruskan ke unit",
    Langkah.MULAI: "Mulai dikerjakan",
    Langkah.KEMBALIKAN: "Dikembalikan oleh unit",
    Langkah.KABAR: "Kabar kemajuan",
    Langkah.JAWAB: "Dijawab",
    Langkah.BALAS: "Pelapor menulis",
    Langkah.KEBERATAN: "Pelapor berkeberatan",
    Langkah.SELESAI: "Laporan ditutup",
    Langkah.SETUJU: "Pelapor menerima jawaban",
    Langkah.BUKA_LAGI: "Dibuka kembali",
    Langkah.BUKAN_WEWENANG: "Bukan wewenang kantor ini",
    Langkah.ARSIPKAN: "Tidak ditangani",
    Langkah.DUPLIKAT: "Disatukan dengan laporan lain",
    Langkah.ALIHKAN: "Dialihkan ke LAPOR!",
    Langkah.CABUT: "Dicabut pelapor",
    Langkah.LEWAT: "Tidak dilengkapi pada waktunya",
    Langkah.NILAI: "Penilaian pelapor",
    Langkah.NOMOR_LAPOR: "Nomor LAPOR! dicatat",
    Langkah.RAHASIAKAN: "Disembunyikan dari umum",
    Langkah.HITUNG_ULANG: "Tenggat dihitung ulang",
    Langkah.PERPANJANG: "Tenggat jawaban diperpanjang",
    Langkah.SAMPAIKAN: "Jawaban disampaikan kepada pelapor",
}


class Klasifikasi(StrEnum):
    SARAN = "saran"
    PENGADUAN = "pengaduan"
    ASPIRASI = "aspirasi"
    INFORMASI = "informasi"


LABEL_KLASIFIKASI = {
    Klasifikasi.PENGADUAN: "Pengaduan",
    Klasifikasi.SARAN: "Saran",
    Klasifikasi.ASPIRASI: "Aspirasi",
    Klasifikasi.INFORMASI: "Permintaan informasi",
}


class Kadar(StrEnum):
    """How much work a report needs; with the class it decides the limit."""

    DI_TEMPAT = "di_tempat"
    RINGAN = "ringan"
    TIDAK_BERKADAR = "tidak_berkadar"
    BERKADAR = "berkadar"
    PPID = "ppid"


LABEL_KADAR = {
    Kadar.DI_TEMPAT: "Selesai di tempat",
    Kadar.RINGAN: "Ringan, cukup dijawab",
    Kadar.TIDAK_BERKADAR: "Perlu perbaikan, tanpa pemeriksaan lapangan",
    Kadar.BERKADAR: "Perlu pemeriksaan lapangan (berkadar pengawasan)",
    Kadar.PPID: "Informasi publik lewat PPID",
}
# The first is taken where nobody chose.
KADAR_UNTUK: Mapping[Klasifikasi, tuple[Kadar, ...]] = {
    Klasifikasi.PENGADUAN: (Kadar.TIDAK_BERKADAR, Kadar.BERKADAR, Kadar.RINGAN, Kadar.DI_TEMPAT),
    Klasifikasi.INFORMASI: (Kadar.RINGAN, Kadar.PPID),
    Klasifikasi.SARAN: (),
    Klasifikasi.ASPIRASI: (),
}


def jenis_tenggat(klasifikasi: str, kadar: str) -> set[str]:
    """Kinds of limits that hold for a report; an unset ``kadar`` is the first of its class."""
    kelas = Klasifikasi(klasifikasi)
    pilihan = KADAR_UNTUK[kelas]
    jenis = {JenisTenggat.SEMUA.value}
    if kelas == Klasifikasi.PENGADUAN:
        jenis.add(JenisTenggat.PENGADUAN.value)
    if not pilihan:
        return jenis | {JenisTenggat.ASPIRASI.value}
    # The kinds of limits carry the words of the weights.
    return jenis | {kadar if kadar in pilihan else pilihan[0].value}


class Kanal(StrEnum):
    DARING = "daring"
    LOKET = "loket"
    TELEPON = "telepon"
    SURAT = "surat"
    LAPOR = "lapor"


LABEL_KANAL = {
    Kanal.DARING: "Situs ini",
    Kanal.LOKET: "Loket",
    Kanal.TELEPON: "Telepon atau pesan",
    Kanal.SURAT: "Surat",
    Kanal.LAPOR: "SP4N-LAPOR!",
}


class HasilLaporan(StrEnum):
    """Two ends of their own: closed is not repaired."""

    DENGAN_PERBAIKAN = "dengan_perbaikan"
    TANPA_PERBAIKAN = "tanpa_perbaikan"


LABEL_HASIL = {
    HasilLaporan.DENGAN_PERBAIKAN: "Selesai dengan perbaikan",
    HasilLaporan.TANPA_PERBAIKAN: "Selesai tanpa perbaikan",
}


class StatusDisposisi(StrEnum):
    TERBUKA = "terbuka"
    DIKEMBALIKAN = "dikembalikan"
    SELESAI = "selesai"


LABEL_STATUS_DISPOSISI = {
    StatusDisposisi.TERBUKA: "Dipegang",
    StatusDisposisi.DIKEMBALIKAN: "Dikembalikan",
    StatusDisposisi.SELESAI: "Selesai",
}


class Peran(StrEnum):
    """On which side somebody acted; the reporter has no account."""

    PELAPOR = "pelapor"
    PETUGAS = "petugas"
    SISTEM = "sistem"


LABEL_PERAN = {Peran.PELAPOR: "Pelapor", Peran.PETUGAS: "Petugas", Peran.SISTEM: "Sistem"}
LABEL_KEPUASAN = {1: "Tidak puas", 2: "Kurang puas", 3: "Puas", 4: "Sangat puas"}

# To begin with; each has a place that must be filled in, and an answer that still holds a template is refused.
TEMPLAT_JAWABAN: tuple[str, ...] = (
    "Terima kasih. Kami sudah memeriksa [apa] pada [tanggal]. Hasilnya [hasil]. Yang kami perbaiki: [perbaikan].",
    "Terima kasih. Yang Anda tanyakan diatur sebagai berikut: [jawaban]. Keterangan lengkap ada di [tempat].",
    "Terima kasih. Hal ini belum dapat kami perbaiki karena [sebab]. Yang kami lakukan sekarang: [langkah].",
)
