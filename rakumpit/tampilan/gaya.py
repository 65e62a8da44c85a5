"""``/gaya/``: every component with every state on one page, for those who build pages and for the browser tests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rakumpit.isian import AngkaField, TanggalField
from rakumpit.tampilan import bagan
from rakumpit.tampilan.templatetags.komponen import nama_ikon


class ContohForm(forms.Form):
    """One field of each kind."""

    target = AngkaField(label="Target (surat)", help_text="Angka setahun, misalnya 720.")
    tenggat = TanggalField(label="Tenggat")
    unit = forms.ChoiceField(label="Unit kerja", choices=[("1", "Seksi Pelayanan"), ("2", "Kelurahan Mungku Baru")])
    catatan = forms.CharField(label="Catatan", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    undangan = forms.MultipleChoiceField(
        label="Siapa yang diundang?",
        choices=[("warga", "Warga pengguna layanan"), ("adat", "Tokoh adat")],
        widget=forms.CheckboxSelectMultiple,
    )
    sifat = forms.ChoiceField(
        label="Sifat pertemuan",
        choices=[("terbuka", "Terbuka"), ("undangan", "Dengan undangan")],
        widget=forms.RadioSelect,
    )
    bukti = forms.FileField(label="Bukti", required=False, help_text="PDF atau foto, paling besar 5 MB.")
    setuju = forms.BooleanField(label="Saya sudah memeriksa isian ini")


@require_safe
def gaya(request: HttpRequest) -> HttpResponse:
    """The living style page; its form is shown empty and with faults."""
    isi = {
        "ikon": sorted(nama_ikon()),
        "jenis_lencana": [
            ("baik", "Ditetapkan"),
            ("berjalan", "Berjalan"),
            ("perhatian", "5 hari lagi"),
            ("bahaya", "Terlambat 12 hari kerja"),
            ("info", "Jawaban masih sedikit"),
            ("netral", "Draf"),
        ],
        "formulir": ContohForm(prefix="kosong"),
        "form": ContohForm({"salah-target": "banyak", "salah-tenggat": "12/31/2026"}, prefix="salah"),
        "tab": [("Menunggu", "#tab", True, 8), ("Ditetapkan", "#tab", False, 3), ("Semua", "#tab", False, None)],
        "halaman": Paginator(range(1, 62), 20).page(2),
        "baris": [
            ("Kotak saran Petuk Barunai", "Tomi Contoh", date(2026, 12, 4), "bahaya", "Terlambat 3 hari kerja"),
            ("Daftar syarat di tujuh kelurahan", "Dewi Contoh", date(2026, 12, 15), "berjalan", "Berjalan"),
            ("Loket kedua pada pagi hari", "Rudi Contoh", date(2026, 10, 19), "baik", "Selesai"),
        ],
        "grafik": _grafik(),
    }
    return render(request, "gaya.html", isi)


def _grafik() -> list[tuple[str, object]]:
    """Every kind of chart, with gaps and values below a bound."""
    predikat = [
        ["Kurang", "Baik", "Sangat Baik"],
        ["Kurang", "Baik", "Baik"],
        ["Sangat Kurang", "Butuh Perbaikan", "Butuh Perbaikan"],
    ]
    return [
        (
            "Kuadran",
            bagan.buat_kuadran(
                predikat=predikat,
                di=("sesuai", "di_atas"),
                hasil=Decimal("96.86"),
                perilaku=Decimal("104.29"),
                batas_hasil=(90, 110),
                batas_perilaku=(80, 100),
                sebut="Usulan",
            ),
        ),
        (
            "Sebaran",
            bagan.buat_sebaran(
                "Sebaran predikat",
                [
                    bagan.Kategori("Baik", 6, harapan=60),
                    bagan.Kategori("Butuh Perbaikan", 2, harapan=30),
                    bagan.Kategori("Kurang", 0),
                ],
                satuan="pegawai",
                nama_harapan="pola saran",
            ),
        ),
        (
            "Tren",
            bagan.buat_tren(
                "Indeks kepuasan per triwulan",
                [
                    bagan.TitikTren("TW I", Decimal("76.10"), n=140, setengah=Decimal("1.6")),
                    bagan.TitikTren("TW II", None),
                    bagan.TitikTren("TW III", Decimal("79.90"), n=212, setengah=Decimal("1.32")),
                    bagan.TitikTren("TW IV", Decimal("81.20"), n=230, setengah=Decimal("1.2")),
                ],
                skala=(70, 90),
                nama_nilai="Indeks",
            ),
        ),
        (
            "Batang tiap unsur",
            bagan.buat_batang_unsur(
                "Nilai tiap unsur",
                [
                    bagan.Butir("Biaya", Decimal("96.11"), n=212, tanda="Sangat baik"),
                    bagan.Butir("Waktu selesai", Decimal("71.46"), n=210),
                    bagan.Butir("Sarana", None),
                ],
                skala=(25, 100),
                batas=Decimal("76.61"),
                nama_batas="batas «baik»",
            ),
        ),
        ("Batang kemajuan", bagan.buat_kemajuan(Decimal("95"), 120, teks="Capaian 95,00", target=100)),
        ("Bilah", bagan.buat_bilah(14, 20, satuan="JP")),
        (
            "Selang pada skala mutu",
            bagan.buat_selang(
                Decimal("79.90"),
                [
                    bagan.Pita("D", 25, "Tidak baik"),
                    bagan.Pita("C", 65, "Kurang baik"),
                    bagan.Pita("B", Decimal("76.61"), "Baik"),
                    bagan.Pita("A", Decimal("88.31"), "Sangat baik"),
                ],
                setengah=Decimal("1.32"),
            ),
        ),
    ]
