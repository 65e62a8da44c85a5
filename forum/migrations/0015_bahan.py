import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("forum", "0014_kode_pulih"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BahanAcara",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="kode")),
                ("judul", models.CharField(max_length=150, verbose_name="nama bahan")),
                ("berkas", models.FileField(upload_to="bahan-forum/", verbose_name="berkas")),
                (
                    "tipe",
                    models.CharField(
                        choices=[
                            ("pdf", "PDF"),
                            ("jpg", "Foto JPG"),
                            ("png", "Gambar PNG"),
                            ("xlsx", "Lembar kerja Excel"),
                            ("docx", "Dokumen Word"),
                        ],
                        max_length=4,
                        verbose_name="tipe berkas",
                    ),
                ),
                ("ukuran", models.PositiveIntegerField(verbose_name="ukuran (bita)")),
                ("sidik", models.CharField(max_length=64, verbose_name="sidik")),
                ("diunggah_pada", models.DateField(verbose_name="diunggah pada")),
                (
                    "acara",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bahan",
                        to="forum.agendaitem",
                        verbose_name="acara",
                    ),
                ),
                (
                    "diunggah_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="diunggah oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "bahan acara",
                "verbose_name_plural": "bahan acara",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("acara", "sidik"), name="bahanacara_sekali"),
                    models.CheckConstraint(condition=models.Q(("judul", ""), _negated=True), name="bahanacara_bernama"),
                    models.CheckConstraint(
                        condition=models.Q(("tipe__in", ["pdf", "jpg", "png"])), name="bahanacara_tipe"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sidik__regex", "^[0-9a-f]{64}$")), name="bahanacara_sidik"
                    ),
                ],
            },
        ),
    ]
