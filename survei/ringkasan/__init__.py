"""What other apps may read of the survey: frozen dataclasses, a fixed number of queries for any number of units."""

from __future__ import annotations

from survei.ringkasan.indeks import (
    SAMPEL_KECIL,
    HasilTerbit,
    HitunganSurvei,
    RingkasanIndeks,
    RingkasanSurvei,
    RingkasanUnsur,
    batas_tampil,
    hasil_terbit,
    hitungan_survei,
    pita_instrumen,
    sudah_terbit,
    umpan_balik,
)
from survei.ringkasan.keadaan import KeadaanSurvei, SuaraWarga, jumlah_terbuka, keadaan_survei, suara_warga
from survei.ringkasan.selisih import TUGAS_HITUNG, SelisihHitungan, selisih_hitungan
from survei.ringkasan.temuan import cari
from survei.ringkasan.tugas import menunggu

__all__ = [
    "SAMPEL_KECIL",
    "TUGAS_HITUNG",
    "HasilTerbit",
    "HitunganSurvei",
    "KeadaanSurvei",
    "RingkasanIndeks",
    "RingkasanSurvei",
    "RingkasanUnsur",
    "SelisihHitungan",
    "SuaraWarga",
    "batas_tampil",
    "cari",
    "hasil_terbit",
    "hitungan_survei",
    "jumlah_terbuka",
    "keadaan_survei",
    "menunggu",
    "pita_instrumen",
    "selisih_hitungan",
    "suara_warga",
    "sudah_terbit",
    "umpan_balik",
]
