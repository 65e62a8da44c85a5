"""Surveys that follow service programmes, and the questions that they ask (own wording)."""

import datetime

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

PITA = {"A": "88.31", "B": "76.61", "C": "65.00", "D": "25.00"}
PERTANYAAN = [
    ("tujuan", "Tujuan", "Apakah tujuan kegiatan ini tercapai menurut Anda?",
     ("Tidak tercapai", "Kurang tercapai", "Tercapai", "Sangat tercapai")),
    ("manfaat", "Manfaat", "Seberapa bermanfaat kegiatan ini bagi Anda atau keluarga Anda?",
     ("Tidak bermanfaat", "Kurang bermanfaat", "Bermanfaat", "Sangat bermanfaat")),
    ("kebutuhan", "Kebutuhan warga", "Apakah kegiatan ini cocok dengan kebutuhan warga di sini?",
     ("Tidak cocok", "Kurang cocok", "Cocok", "Sangat cocok")),
    ("pelaksanaan", "Pelaksanaan", "Bagaimana tempat, waktu, dan cara kegiatan ini dijalankan?",
     ("Tidak baik", "Kurang baik", "Baik", "Sangat baik")),
    ("keterangan", "Keterangan sebelumnya", "Seberapa jelas keterangan yang Anda terima sebelum kegiatan?",
     ("Tidak jelas", "Kurang jelas", "Jelas", "Sangat jelas")),
]  # fmt: skip


def isi(apps, schema_editor):
    """Store the instrument."""
    instrumen = apps.get_model("survei", "Instrumen").objects.create(
        kode="program",
        versi=1,
        jenis="prog",
        status="terbit",
        nama="Survei Manfaat Program",
        judul_formulir="Bagaimana kegiatan ini menurut Anda?",
        dasar_hukum="Disusun kantor sendiri",
        pita=PITA,
        minimal_terjawab=3,
        mulai=datetime.date(2026, 1, 1),
    )
    for urutan, (kode, unsur, teks, jawaban) in enumerate(PERTANYAAN, start=1):
        tanya = apps.get_model("survei", "Pertanyaan").objects.create(
            instrumen=instrumen, kode_unsur=kode, nomor=f"M{urutan}", urutan=urutan, unsur=unsur, teks=teks
        )
        model = apps.get_model("survei", "Pilihan")
        model.objects.bulk_create(
            model(pertanyaan=tanya, nilai=nilai, label=label) for nilai, label in enumerate(jawaban, start=1)
        )


def kosongkan(apps, schema_editor):
    """Take it out again; refused by the database while a survey uses it."""
    cocok = {"instrumen__kode": "program", "instrumen__versi": 1}
    apps.get_model("survei", "Pilihan").objects.filter(
        pertanyaan__instrumen__kode="program", pertanyaan__instrumen__versi=1
    ).delete()
    apps.get_model("survei", "Pertanyaan").objects.filter(**cocok).delete()
    apps.get_model("survei", "Instrumen").objects.filter(kode="program", versi=1).delete()


class Migration(migrations.Migration):
    dependencies = [("organisasi", "0009_hasil_program"), ("survei", "0018_arti_tetap")]

    operations = [
        migrations.AlterField(
            model_name="instrumen",
            name="jenis",
            field=models.CharField(
                choices=[
                    ("skm", "Survei kepuasan (SKM)"),
                    ("spak", "Persepsi anti korupsi (SPAK)"),
                    ("spkp", "Persepsi kualitas pelayanan (SPKP)"),
                    ("prog", "Manfaat program"),
                    ("bebas", "Survei bebas"),
                ],
                db_default="skm",
                default="skm",
                max_length=5,
                verbose_name="jenis",
            ),
        ),
        migrations.CreateModel(
            name="SurveiProgram",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "dibuka_pada",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="dibuka pada",
                    ),
                ),
                (
                    "program",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="survei_program",
                        to="organisasi.programpelayanan",
                        verbose_name="program",
                    ),
                ),
                (
                    "survei",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="program",
                        to="survei.survei",
                        verbose_name="survei",
                    ),
                ),
            ],
            options={
                "verbose_name": "survei program",
                "verbose_name_plural": "survei program",
                "ordering": ["-dibuka_pada", "pk"],
            },
        ),
        migrations.RunPython(isi, kosongkan),
    ]
