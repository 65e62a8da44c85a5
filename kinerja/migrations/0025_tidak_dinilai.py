"""Mark stored proposals of people whom nobody rates in the period, as new runs do."""

from __future__ import annotations

from django.db import migrations

# A final row never changes (migration 0002), and nobody waits for one.
TANDAI = """
UPDATE kinerja_evaluasi SET bahan = jsonb_set(bahan, '{konteks,tidak_dinilai}', 'true')
WHERE status <> 'ditetapkan' AND bahan ? 'konteks' AND bahan ->> 'alasan_tanpa_skp' LIKE 'Tidak dinilai: %'
"""


class Migration(migrations.Migration):
    dependencies = [("kinerja", "0024_tindak_lanjut")]

    operations = [migrations.RunSQL(TANDAI, migrations.RunSQL.noop)]
