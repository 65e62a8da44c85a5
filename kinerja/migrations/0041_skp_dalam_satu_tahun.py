from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models
from django.db.models.functions import ExtractYear


class Migration(migrations.Migration):
    """NOT VALID: an office that approved a plan of two years before this rule keeps it; no new one is stored."""

    dependencies = [
        ("kinerja", "0040_inovasi_dikembalikan"),
    ]

    operations = [
        AddConstraintNotValid(
            model_name="skp",
            constraint=models.CheckConstraint(
                condition=models.Q(selesai__year=ExtractYear("mulai")),
                name="skp_dalam_satu_tahun",
                violation_error_message="SKP berlaku dalam satu tahun. Buat SKP tersendiri untuk tahun berikutnya.",
            ),
        ),
    ]
