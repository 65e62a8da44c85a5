"""The mark of people whom nobody rates becomes a column: counting them must not unpack the inputs of every row."""

from __future__ import annotations

from django.db import migrations, models

PINDAHKAN = """
UPDATE kinerja_evaluasi SET tidak_dinilai = true, bahan = bahan #- '{konteks,tidak_dinilai}'
WHERE status <> 'ditetapkan' AND bahan @> '{"konteks": {"tidak_dinilai": true}}'
"""


class Migration(migrations.Migration):
    dependencies = [("kinerja", "0027_berkas_keberatan")]

    operations = [
        migrations.AddField(
            model_name="evaluasi",
            name="tidak_dinilai",
            field=models.BooleanField(default=False, verbose_name="tidak dinilai"),
        ),
        migrations.RunSQL(PINDAHKAN, migrations.RunSQL.noop),
    ]
