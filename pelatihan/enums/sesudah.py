"""What people read of the follow-up of events."""

from __future__ import annotations

from pelatihan.perhitungan.sesudah import PeranPenilai

LABEL_PERAN_PENILAI = {
    PeranPenilai.PESERTA: "Peserta",
    PeranPenilai.ATASAN: "Atasan langsung",
    PeranPenilai.REKAN: "Rekan seunit",
}
LABEL_SKALA = {1: "1 Belum pernah", 2: "2 Kadang-kadang", 3: "3 Sering", 4: "4 Selalu"}
