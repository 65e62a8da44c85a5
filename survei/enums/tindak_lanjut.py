"""States of a follow-up plan, and what an office might begin with."""

from __future__ import annotations

from enum import StrEnum

from survei.perhitungan import KodeUnsur


class StatusTindakLanjut(StrEnum):
    """Life of one follow-up; each step is taken once."""

    DIUSULKAN = "diusulkan"
    DISETUJUI = "disetujui"
    BERJALAN = "berjalan"
    SELESAI = "selesai"
    BATAL = "batal"


LABEL_STATUS_TINDAK_LANJUT = {
    StatusTindakLanjut.DIUSULKAN: "Diusulkan",
    StatusTindakLanjut.DISETUJUI: "Disetujui",
    StatusTindakLanjut.BERJALAN: "Berjalan",
    StatusTindakLanjut.SELESAI: "Selesai",
    StatusTindakLanjut.BATAL: "Dibatalkan",
}
# Agreed upon and not yet at an end: these can be late.
DIJANJIKAN = (StatusTindakLanjut.DISETUJUI.value, StatusTindakLanjut.BERJALAN.value)
TERBUKA = (StatusTindakLanjut.DIUSULKAN.value, *DIJANJIKAN)

# Examples below the field of the action, so that nobody begins with an empty page; none is filled in by itself.
CONTOH_TINDAKAN: dict[str, str] = {
    KodeUnsur.PERSYARATAN: "pasang daftar syarat satu halaman di pintu dan kirim lewat ketua RT",
    KodeUnsur.PROSEDUR: "tempel gambar langkah pengurusan di ruang tunggu",
    KodeUnsur.WAKTU: "tambah satu petugas loket pada jam ramai, Senin pukul 08.00–11.00",
    KodeUnsur.BIAYA: "pasang papan «layanan ini tidak dipungut biaya» di setiap loket",
    KodeUnsur.PRODUK: "periksa surat bersama warga sebelum dicetak",
    KodeUnsur.KOMPETENSI: "latih petugas loket satu jam setiap Jumat selama dua bulan",
    KodeUnsur.PERILAKU: "sapa warga dan sebut nama sendiri; diingatkan pada apel pagi",
    KodeUnsur.SARANA: "sediakan dua puluh kursi dan air minum di ruang tunggu",
    KodeUnsur.PENGADUAN: "pasang nomor pengaduan di loket dan jawab paling lama tiga hari kerja",
}
