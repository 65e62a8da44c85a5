from django.db import migrations


class Migration(migrations.Migration):
    """People call a run «perhitungan evaluasi»; the table stays as it is."""

    dependencies = [
        ("kinerja", "0004_aturan_terpakai_tetap"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="runevaluasi",
            options={
                "ordering": ["-pk"],
                "verbose_name": "perhitungan evaluasi",
                "verbose_name_plural": "perhitungan evaluasi",
            },
        ),
    ]
