"""What other apps may read of the survey: frozen dataclasses, a fixed number of queries for any number of units."""

from __future__ import annotations

from survei.ringkasan.indeks import (
    HasilTerbit,
    HitunganSurvei,
    RingkasanIndeks,
    RingkasanSurvei,
    RingkasanUnsur,
    batas_tampil,
    hasil_terbit,
    hitungan_survei,
    pita_instrumen,
    skor_tersimpan,
    sudah_terbit,
    umpan_balik,
)
from survei.ringkasan.keadaan import KeadaanSurvei, SuaraWarga, jumlah_terbuka, keadaan_survei, suara_warga
from survei.ringkasan.perkembangan import (
    Masa,
    hasil_survei,
    hitung_tersimpan,
    perkembangan,
    sebaran_tersimpan,
    selang_tersimpan,
)
from survei.ringkasan.selisih import TUGAS_HITUNG, SelisihHitungan, selisih_hitungan
from survei.ringkasan.temuan import cari
from survei.ringkasan.tindak_lanjut import (
    HARI_RENCANA,
    JumlahTindakLanjut,
    batas_rencana,
    hasil_berikut,
    jumlah_tindak_lanjut,
    nama_unsur,
)
from survei.ringkasan.tugas import menunggu

__all__ = [
    "HARI_RENCANA",
    "TUGAS_HITUNG",
    "HasilTerbit",
    "HitunganSurvei",
    "JumlahTindakLanjut",
    "KeadaanSurvei",
    "Masa",
    "RingkasanIndeks",
    "RingkasanSurvei",
    "RingkasanUnsur",
    "SelisihHitungan",
    "SuaraWarga",
    "batas_rencana",
    "batas_tampil",
    "cari",
    "hasil_berikut",
    "hasil_survei",
    "hasil_terbit",
    "hitung_tersimpan",
    "hitungan_survei",
    "jumlah_terbuka",
    "jumlah_tindak_lanjut",
    "keadaan_survei",
    "menunggu",
    "nama_unsur",
    "perkembangan",
    "pita_instrumen",
    "sebaran_tersimpan",
    "selang_tersimpan",
    "selisih_hitungan",
    "skor_tersimpan",
    "suara_warga",
    "sudah_terbit",
    "umpan_balik",
]
