"""Several files for one objection instead of one; they are stored with it and never change."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


PINDAHKAN = """
INSERT INTO kinerja_berkaskeberatan (uuid, keberatan_id, judul, berkas, tipe)
SELECT gen_random_uuid(), id, 'Berkas pendukung', bukti, lower(substring(bukti from '[^.]+$'))
FROM kinerja_keberatan WHERE bukti <> '' ORDER BY id
"""

PASANG = """
CREATE FUNCTION kinerja_berkas_keberatan_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' AND EXISTS (
        SELECT FROM kinerja_keberatan WHERE id = NEW.keberatan_id AND status IN ('diajukan', 'didengar')
    ) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Berkas keberatan disimpan bersama keberatannya dan tidak berubah.'
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'berkas_keberatan_tetap';
END
$$;
CREATE TRIGGER berkas_keberatan_tetap BEFORE INSERT OR UPDATE OR DELETE ON kinerja_berkaskeberatan
    FOR EACH ROW EXECUTE FUNCTION kinerja_berkas_keberatan_tetap();
"""

LEPAS = """
DROP TRIGGER berkas_keberatan_tetap ON kinerja_berkaskeberatan;
DROP FUNCTION kinerja_berkas_keberatan_tetap();
"""


class Migration(migrations.Migration):

    dependencies = [
        ("kinerja", "0026_pilihan_kantor"),
    ]

    operations = [
        migrations.CreateModel(
            name='BerkasKeberatan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='kode')),
                ('judul', models.CharField(max_length=200, verbose_name='judul')),
                ('berkas', models.FileField(upload_to='keberatan/', verbose_name='berkas')),
                ('tipe', models.CharField(choices=[('pdf', 'PDF'), ('jpg', 'Foto JPG'), ('png', 'Gambar PNG'), ('xlsx', 'Lembar kerja Excel'), ('docx', 'Dokumen Word')], max_length=4, verbose_name='tipe berkas')),
                ('keberatan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='berkas', to='kinerja.keberatan', verbose_name='keberatan')),
            ],
            options={
                'verbose_name': 'berkas keberatan',
                'verbose_name_plural': 'berkas keberatan',
                'ordering': ['pk'],
            },
        ),
        migrations.RunSQL(PINDAHKAN, migrations.RunSQL.noop),
        migrations.RemoveField(
            model_name='keberatan',
            name='bukti',
        ),
        migrations.RunSQL(PASANG, LEPAS),
    ]
