"""One name for a planned result through all versions of its plan: that of the first one, from which each continues."""

import uuid

import django.contrib.postgres.functions
from django.db import migrations, models

SAMAKAN = """
WITH RECURSIVE rantai(id, kode) AS (
    SELECT id, kode_tetap FROM kinerja_rencanahasilkerja WHERE asal_id IS NULL
    UNION ALL
    SELECT r.id, rantai.kode FROM kinerja_rencanahasilkerja r JOIN rantai ON r.asal_id = rantai.id
)
UPDATE kinerja_rencanahasilkerja r SET kode_tetap = rantai.kode
  FROM rantai WHERE rantai.id = r.id AND r.asal_id IS NOT NULL;
-- What the rewritten rows still have to be checked for must be done before the table can get its constraint.
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED
"""


class Migration(migrations.Migration):

    dependencies = [
        ('kinerja', '0038_aksi_forum'),
    ]

    operations = [
        migrations.AddField(
            model_name='rencanahasilkerja',
            name='kode_tetap',
            field=models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), db_index=True, default=uuid.uuid4, editable=False, verbose_name='kode tetap'),
        ),
        migrations.RunSQL(SAMAKAN, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name='rencanahasilkerja',
            constraint=models.UniqueConstraint(fields=('skp', 'kode_tetap'), name='rhk_satu_per_kode_tetap'),
        ),
    ]
