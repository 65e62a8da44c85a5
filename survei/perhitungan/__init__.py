"""Arithmetic of the Survei Kepuasan Masyarakat (SKM); pure, standard library, `rakumpit.angka` and
`rakumpit.waktu` only.

PermenPANRB 14/2017: nine elements, answers 1..4, weight 1/m, index 25..100, classes A..D.
"""

from survei.perhitungan.indeks import (
    BOBOT_TERCETAK,
    JUMLAH_UNSUR_RESMI,
    LABEL_MUTU,
    LABEL_UNSUR,
    MINIMAL_TERJAWAB,
    NILAI_SAH,
    NOMOR_U,
    PENGALI_KONVERSI,
    PITA_PERMENPANRB_14_2017,
    URUTAN_DAFTAR_PERATURAN,
    URUTAN_KUESIONER,
    HasilIndeks,
    JawabanTercacah,
    KodeUnsur,
    Mutu,
    Pencacah,
    Pita,
    RincianUnsur,
    SebaranUnsur,
    TandaLurus,
    cacah_jawaban,
    gabungkan,
    indeks,
    indeks_dari_jawaban,
    indeks_tanpa,
    jawaban_lurus,
    mutu,
    susun_sebaran,
    tanda_lurus,
)
from survei.perhitungan.isian import (
    NilaiTidakSah,
    baca_nilai,
    baca_pemetaan,
)
from survei.perhitungan.luring import (
    TOLERANSI_JAM,
    hari_isian,
)
from survei.perhitungan.pembanding import jelaskan_selisih
from survei.perhitungan.sampel import (
    TABEL_KREJCIE_MORGAN,
    target_sampel,
)
from survei.perhitungan.sel import (
    SEL_MINIMUM,
    SEL_MINIMUM_DALAM,
    hari_terakhir_tampil,
    sel_minimum,
    sembunyikan_sel,
)

__all__ = [
    "BOBOT_TERCETAK",
    "JUMLAH_UNSUR_RESMI",
    "LABEL_MUTU",
    "LABEL_UNSUR",
    "MINIMAL_TERJAWAB",
    "NILAI_SAH",
    "NOMOR_U",
    "PENGALI_KONVERSI",
    "PITA_PERMENPANRB_14_2017",
    "SEL_MINIMUM",
    "SEL_MINIMUM_DALAM",
    "TABEL_KREJCIE_MORGAN",
    "TOLERANSI_JAM",
    "URUTAN_DAFTAR_PERATURAN",
    "URUTAN_KUESIONER",
    "HasilIndeks",
    "JawabanTercacah",
    "KodeUnsur",
    "Mutu",
    "NilaiTidakSah",
    "Pencacah",
    "Pita",
    "RincianUnsur",
    "SebaranUnsur",
    "TandaLurus",
    "baca_nilai",
    "baca_pemetaan",
    "cacah_jawaban",
    "gabungkan",
    "hari_isian",
    "hari_terakhir_tampil",
    "indeks",
    "indeks_dari_jawaban",
    "indeks_tanpa",
    "jawaban_lurus",
    "jelaskan_selisih",
    "mutu",
    "sel_minimum",
    "sembunyikan_sel",
    "susun_sebaran",
    "tanda_lurus",
    "target_sampel",
]
