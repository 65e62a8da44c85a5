from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kinerja", "0039_rhk_kode_tetap"),
    ]

    operations = [
        migrations.AddField(
            model_name="inovasi",
            name="catatan_pengembalian",
            field=models.TextField(blank=True, verbose_name="catatan pengembalian"),
        ),
        migrations.AddConstraint(
            model_name="inovasi",
            constraint=models.CheckConstraint(
                condition=models.Q(("catatan_pengembalian", ""), ("status", "dicoba"), _connector="OR"),
                name="inovasi_dikembalikan_dicoba",
            ),
        ),
    ]
