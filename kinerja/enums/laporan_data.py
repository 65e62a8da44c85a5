"""Reports of staff that something the office has stored about them is wrong."""

from __future__ import annotations

from enum import StrEnum


class HalData(StrEnum):
    """What is wrong, by where the pengelola mends it."""

    NAMA = "nama"
    NIP = "nip"
    PANGKAT = "pangkat"
    JABATAN = "jabatan"
    UNIT = "unit"
    ATASAN = "atasan"
    TMT = "tmt"
    PERIODE = "periode"
    LAINNYA = "lainnya"


LABEL_HAL_DATA = {
    HalData.NAMA: "Nama atau gelar",
    HalData.NIP: "NIP",
    HalData.PANGKAT: "Pangkat atau golongan",
    HalData.JABATAN: "Jabatan",
    HalData.UNIT: "Unit kerja",
    HalData.ATASAN: "Atasan atau pejabat penilai",
    HalData.TMT: "Tanggal mulai bertugas (TMT)",
    HalData.PERIODE: "Masa SKP atau periode yang dinilai",
    HalData.LAINNYA: "Data lain",
}


class StatusLaporanData(StrEnum):
    """``DIPERBAIKI`` and ``TIDAK_DIUBAH`` are the two answers; ``DICABUT`` is said by the person who reported."""

    DIAJUKAN = "diajukan"
    DIPERBAIKI = "diperbaiki"
    TIDAK_DIUBAH = "tidak"
    DICABUT = "dicabut"


LABEL_STATUS_LAPORAN_DATA = {
    StatusLaporanData.DIAJUKAN: "Diajukan",
    StatusLaporanData.DIPERBAIKI: "Diperbaiki",
    StatusLaporanData.TIDAK_DIUBAH: "Tidak diubah",
    StatusLaporanData.DICABUT: "Dicabut",
}
LAPORAN_DIJAWAB = (StatusLaporanData.DIPERBAIKI.value, StatusLaporanData.TIDAK_DIUBAH.value)


class LangkahLaporan(StrEnum):
    """What happened to a report, in its history."""

    DIAJUKAN = "diajukan"
    DINAIKKAN = "dinaikkan"
    DIPERBAIKI = "diperbaiki"
    TIDAK_DIUBAH = "tidak"
    DICABUT = "dicabut"


LABEL_LANGKAH_LAPORAN = {
    LangkahLaporan.DIAJUKAN: "Diajukan",
    LangkahLaporan.DINAIKKAN: "Diteruskan ke pimpinan kantor",
    LangkahLaporan.DIPERBAIKI: "Diperbaiki",
    LangkahLaporan.TIDAK_DIUBAH: "Tidak diubah",
    LangkahLaporan.DICABUT: "Dicabut",
}
