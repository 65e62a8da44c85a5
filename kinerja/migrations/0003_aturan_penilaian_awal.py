"""The first rule: PermenPANRB 6/2022 with the numbers of PP 30/2019 by analogy."""

from datetime import date
from decimal import Decimal

from django.db import migrations

NAMA = "PermenPANRB 6/2022"
DASAR_HUKUM = (
    "Rating hasil kerja, rating perilaku kerja, dan kuadran predikat: Peraturan Menteri PANRB Nomor 6 Tahun 2022 "
    "tentang Pengelolaan Kinerja Pegawai ASN. Peraturan itu tidak memuat angka. Bobot 70/30 (60/40 bila rekan atau "
    "bawahan ikut menilai), batas paling tinggi 120, dan ambang 90 dan 110 diambil dengan analogi dari Peraturan "
    "Pemerintah Nomor 30 Tahun 2019 Pasal 41. Nilai rating perilaku 80, 100, 120, bobot atasan/rekan/bawahan "
    "60/20/20, dan batas 30 jawaban warga adalah pilihan kantor. Angka hanya mengusulkan rating; pejabat penilai "
    "yang memutuskan."
)


def isi(apps, schema_editor):
    aturan = apps.get_model("kinerja", "AturanPenilaian")
    aturan.objects.using(schema_editor.connection.alias).create(
        nama=NAMA,
        mulai=date(2022, 2, 1),
        dasar_hukum=DASAR_HUKUM,
        terverifikasi=False,
        batas_capaian=Decimal(120),
        bobot_hasil=Decimal(70),
        bobot_perilaku=Decimal(30),
        bobot_hasil_360=Decimal(60),
        bobot_perilaku_360=Decimal(40),
        bobot_atasan=Decimal(60),
        bobot_rekan=Decimal(20),
        bobot_bawahan=Decimal(20),
        nilai_di_bawah=Decimal(80),
        nilai_sesuai=Decimal(100),
        nilai_di_atas=Decimal(120),
        ambang_hasil_sesuai=Decimal(90),
        ambang_hasil_di_atas=Decimal(110),
        ambang_perilaku_sesuai=Decimal(90),
        ambang_perilaku_di_atas=Decimal(110),
        minimal_jawaban=30,
    )


def kosongkan(apps, schema_editor):
    """Fails (PROTECT) when a run has used the rule: what was computed by it is not taken away."""
    aturan = apps.get_model("kinerja", "AturanPenilaian")
    aturan.objects.using(schema_editor.connection.alias).filter(nama=NAMA, mulai=date(2022, 2, 1)).delete()


class Migration(migrations.Migration):
    dependencies = [("kinerja", "0002_evaluasi_final_tidak_berubah")]

    operations = [migrations.RunPython(isi, kosongkan)]
