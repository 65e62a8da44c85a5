"""The instrument of the Survei Kepuasan Masyarakat, version 1: nine elements, PermenPANRB 14/2017.

Question texts are own wording; the answers follow the sample questionnaire of the regulation (U8 = sarana,
U9 = pengaduan). Marked as not yet checked against the printed regulation.
"""

import datetime

from django.db import migrations

PITA = {"A": "88.31", "B": "76.61", "C": "65.00", "D": "25.00"}

PERTANYAAN = [
    (
        "persyaratan",
        "Persyaratan",
        "Menurut Anda, apakah syarat yang diminta petugas cocok dengan layanan yang Anda urus?",
        ("Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"),
    ),
    (
        "prosedur",
        "Sistem, Mekanisme, dan Prosedur",
        "Seberapa mudah langkah-langkah pengurusan layanan di kantor ini Anda ikuti?",
        ("Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah"),
    ),
    (
        "waktu",
        "Waktu Penyelesaian",
        "Seberapa cepat layanan Anda diselesaikan?",
        ("Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat"),
    ),
    (
        "biaya",
        "Biaya/Tarif",
        "Bagaimana penilaian Anda atas biaya yang harus dibayar untuk layanan ini?",
        ("Sangat mahal", "Cukup mahal", "Murah", "Gratis"),
    ),
    (
        "produk",
        "Produk Spesifikasi Jenis Pelayanan",
        "Apakah hasil layanan yang Anda terima sama dengan yang tertulis pada standar pelayanan?",
        ("Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"),
    ),
    (
        "kompetensi",
        "Kompetensi Pelaksana",
        "Bagaimana kemampuan petugas saat melayani Anda?",
        ("Tidak kompeten", "Kurang kompeten", "Kompeten", "Sangat kompeten"),
    ),
    (
        "perilaku",
        "Perilaku Pelaksana",
        "Bagaimana kesopanan dan keramahan petugas kepada Anda?",
        ("Tidak sopan dan ramah", "Kurang sopan dan ramah", "Sopan dan ramah", "Sangat sopan dan ramah"),
    ),
    (
        "sarana",
        "Sarana dan Prasarana",
        "Bagaimana mutu ruang, alat, dan fasilitas pelayanan?",
        ("Buruk", "Cukup", "Baik", "Sangat baik"),
    ),
    (
        "pengaduan",
        "Penanganan Pengaduan, Saran, dan Masukan",
        "Bagaimana kantor ini menangani pengaduan, saran, dan masukan pengguna?",
        ("Tidak ada", "Ada tetapi tidak berfungsi", "Berfungsi kurang maksimal", "Dikelola dengan baik"),
    ),
]


def isi(apps, schema_editor):
    """Store the instrument with its questions and answers."""
    instrumen = apps.get_model("survei", "Instrumen").objects.create(
        kode="skm",
        versi=1,
        nama="Survei Kepuasan Masyarakat",
        dasar_hukum="PermenPANRB 14/2017",
        terverifikasi=False,
        pita=PITA,
        minimal_terjawab=5,
        # Year of the regulation; the day of its coming into force was not checked.
        mulai=datetime.date(2017, 1, 1),
    )
    pertanyaan_model = apps.get_model("survei", "Pertanyaan")
    pilihan_model = apps.get_model("survei", "Pilihan")
    for urutan, (kode, unsur, teks, jawaban) in enumerate(PERTANYAAN, start=1):
        pertanyaan = pertanyaan_model.objects.create(
            instrumen=instrumen, kode_unsur=kode, nomor=f"U{urutan}", urutan=urutan, unsur=unsur, teks=teks
        )
        pilihan_model.objects.bulk_create(
            pilihan_model(pertanyaan=pertanyaan, nilai=nilai, label=label)
            for nilai, label in enumerate(jawaban, start=1)
        )


def kosongkan(apps, schema_editor):
    """Take the instrument out again; refused by the database while a survey uses it."""
    cocok = {"instrumen__kode": "skm", "instrumen__versi": 1}
    apps.get_model("survei", "Pilihan").objects.filter(
        pertanyaan__instrumen__kode="skm", pertanyaan__instrumen__versi=1
    ).delete()
    apps.get_model("survei", "Pertanyaan").objects.filter(**cocok).delete()
    apps.get_model("survei", "Instrumen").objects.filter(kode="skm", versi=1).delete()


class Migration(migrations.Migration):
    dependencies = [("survei", "0002_hasil_tetap")]

    operations = [migrations.RunPython(isi, kosongkan)]
