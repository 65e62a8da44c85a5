"""Charts: geometry and words of server-side SVG, drawn by ``templates/komponen/bagan/`` and ``{% bagan grafik %}``.

Pure: standard library and ``rakumpit.angka``; numbers are ``Decimal`` or ``int``, a missing one is None and becomes a
gap with «Belum ada data», never 0. Each ``buat_…`` checks its input (``ValueError``), computes coordinates inside the
viewBox and the sentence that says the result. All text is HTML beside the SVG, which stretches with the page.

    buat_kuadran(
        predikat=[
            ["Kurang", "Baik", "Sangat Baik"],  # hasil kerja di atas; columns: perilaku di bawah, sesuai, di atas
            ["Kurang", "Baik", "Baik"],  # sesuai
            ["Sangat Kurang", "Butuh Perbaikan", "Butuh Perbaikan"],  # di bawah
        ],
        di=("sesuai", "di_atas"),  # (hasil, perilaku), values of Rating; None + alasan="…" when not rated
        hasil=Decimal("96.86"), perilaku=Decimal("104.29"),  # both or no point
        batas_hasil=(90, 110), batas_perilaku=(80, 100),  # start of «sesuai», of «di atas»; None hides the bounds
        sebut="Usulan",  # «Predikat» once decided
    )

    buat_sebaran(
        "Sebaran predikat",
        [Kategori("Baik", 6, harapan=60), Kategori("Butuh Perbaikan", 2, harapan=30), Kategori("Kurang", 0)],
        satuan="pegawai", nama_harapan="pola saran",
    )

    buat_tren(
        "Indeks kepuasan per triwulan",
        [
            TitikTren("TW I", Decimal("76.10"), n=140, setengah=Decimal("1.6")),
            TitikTren("TW II", None),
            TitikTren("TW III", Decimal("79.90"), n=212, setengah=Decimal("1.32")),
        ],
        skala=(70, 90), nama_nilai="Indeks",  # skala is derived without it
    )

    buat_batang_unsur(
        "Nilai tiap unsur",
        [Butir("Biaya", Decimal("96.11"), n=212, tanda="Sangat baik"), Butir("Waktu selesai", Decimal("71.46"), n=210)],
        skala=(25, 100), batas=Decimal("76.61"), nama_batas="batas «baik»",
    )

    buat_kemajuan(64, 96, satuan="pegawai")
    buat_kemajuan(Decimal("95"), 120, teks="Capaian 95,00", target=100)
    buat_bilah(14, 20, satuan="JP")
    buat_bilah(2, 5, kini=3, teks="Langkah 3 dari 5")

    buat_selang(
        Decimal("79.90"),
        [
            Pita("D", 25, "Tidak baik"), Pita("C", 65, "Kurang baik"),
            Pita("B", Decimal("76.61"), "Baik"), Pita("A", Decimal("88.31"), "Sangat baik"),
        ],
        setengah=Decimal("1.32"),
    )
"""

from rakumpit.tampilan.bagan.batang import (
    BatangUnsur,
    Bilah,
    Butir,
    Kemajuan,
    buat_batang_unsur,
    buat_bilah,
    buat_kemajuan,
)
from rakumpit.tampilan.bagan.kuadran import Kuadran, buat_kuadran
from rakumpit.tampilan.bagan.sebaran import Kategori, Sebaran, buat_sebaran
from rakumpit.tampilan.bagan.selang import Pita, Selang, buat_selang
from rakumpit.tampilan.bagan.tren import TitikTren, Tren, buat_tren

Grafik = BatangUnsur | Bilah | Kemajuan | Kuadran | Sebaran | Selang | Tren

__all__ = [
    "BatangUnsur",
    "Bilah",
    "Butir",
    "Grafik",
    "Kategori",
    "Kemajuan",
    "Kuadran",
    "Pita",
    "Sebaran",
    "Selang",
    "TitikTren",
    "Tren",
    "buat_batang_unsur",
    "buat_bilah",
    "buat_kemajuan",
    "buat_kuadran",
    "buat_sebaran",
    "buat_selang",
    "buat_tren",
]
