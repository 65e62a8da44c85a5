"""What other apps may read of the survey: frozen dataclasses, a fixed number of queries for any number of units."""

from __future__ import annotations

from survei.ringkasan.calon import calon_kebutuhan
from survei.ringkasan.indeks import (
    HasilTerbit,
    HitunganSurvei,
    RingkasanIndeks,
    RingkasanSurvei,
    RingkasanUnsur,
    batas_tampil,
    hasil_terbit,
    hitungan_survei,
    manfaat_program,
    pita_instrumen,
    skor_tersimpan,
    sudah_terbit,
    umpan_balik,
)
from survei.ringkasan.keadaan import KeadaanSurvei, SuaraWarga, jumlah_terbuka, keadaan_survei, suara_warga
from survei.ringkasan.kelompok import Kelompok, Menurut, menurut_kelompok
from survei.ringkasan.perkembangan import (
    Masa,
    hasil_survei,
    hitung_tersimpan,
    perkembangan,
    permintaan_menunggu,
    sebaran_tersimpan,
    selang_tersimpan,
)
from survei.ringkasan.selisih import TUGAS_HITUNG, SelisihHitungan, selisih_hitungan
from survei.ringkasan.tanda import TandaSaluran, TanpaTanda, tanda_per_saluran, tanpa_tanda
from survei.ringkasan.temuan import cari
from survei.ringkasan.tindak_lanjut import (
    HARI_RENCANA,
    JumlahTindakLanjut,
    batas_rencana,
    hasil_berikut,
    jumlah_tindak_lanjut,
    nama_unsur,
    pilihan_unsur,
)
from survei.ringkasan.tugas import menunggu
from survei.ringkasan.unsur_unit import BandingUnsur, UnsurMasa, banding_unsur

__all__ = [
    "HARI_RENCANA",
    "TUGAS_HITUNG",
    "BandingUnsur",
    "HasilTerbit",
    "HitunganSurvei",
    "JumlahTindakLanjut",
    "KeadaanSurvei",
    "Kelompok",
    "Masa",
    "Menurut",
    "RingkasanIndeks",
    "RingkasanSurvei",
    "RingkasanUnsur",
    "SelisihHitungan",
    "SuaraWarga",
    "TandaSaluran",
    "TanpaTanda",
    "UnsurMasa",
    "banding_unsur",
    "batas_rencana",
    "batas_tampil",
    "calon_kebutuhan",
    "cari",
    "hasil_berikut",
    "hasil_survei",
    "hasil_terbit",
    "hitung_tersimpan",
    "hitungan_survei",
    "jumlah_terbuka",
    "jumlah_tindak_lanjut",
    "keadaan_survei",
    "manfaat_program",
    "menunggu",
    "menurut_kelompok",
    "nama_unsur",
    "perkembangan",
    "permintaan_menunggu",
    "pilihan_unsur",
    "pita_instrumen",
    "sebaran_tersimpan",
    "selang_tersimpan",
    "selisih_hitungan",
    "skor_tersimpan",
    "suara_warga",
    "sudah_terbit",
    "tanda_per_saluran",
    "tanpa_tanda",
    "umpan_balik",
]
