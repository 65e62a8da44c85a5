"""Follow-up of final results: plans to improve and proposed awards. A reviewed plan never changes."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


PASANG = """
CREATE FUNCTION kinerja_pembinaan_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Rencana pembinaan yang sudah ditinjau tidak dapat diubah atau dihapus.'
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'pembinaan_tetap';
END
$$;
CREATE TRIGGER pembinaan_tetap BEFORE UPDATE OR DELETE ON kinerja_rencanapembinaan
    FOR EACH ROW WHEN (OLD.hasil <> '') EXECUTE FUNCTION kinerja_pembinaan_tetap();
"""

LEPAS = """
DROP TRIGGER pembinaan_tetap ON kinerja_rencanapembinaan;
DROP FUNCTION kinerja_pembinaan_tetap();
"""


class Migration(migrations.Migration):

    dependencies = [
        ("kinerja", "0023_dialog_dan_contoh"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='RencanaPembinaan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='kode')),
                ('sasaran', models.TextField(verbose_name='yang perlu membaik')),
                ('langkah', models.TextField(verbose_name='langkah dan dukungan')),
                ('mulai', models.DateField(verbose_name='mulai')),
                ('tinjau_pada', models.DateField(verbose_name='ditinjau pada')),
                ('hasil', models.CharField(blank=True, choices=[('membaik', 'Kinerja membaik'), ('belum', 'Kinerja belum membaik')], max_length=8, verbose_name='hasil peninjauan')),
                ('catatan_hasil', models.TextField(blank=True, verbose_name='catatan peninjauan')),
                ('ditinjau_pada', models.DateField(null=True, verbose_name='selesai ditinjau pada')),
                ('versi', models.PositiveIntegerField(default=1, verbose_name='versi')),
                ('diubah', models.DateTimeField(verbose_name='diubah')),
                ('aturan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pembinaan', to='kinerja.aturantindaklanjut', verbose_name='aturan')),
                ('dibuat_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dibuat oleh')),
                ('ditinjau_oleh', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ditinjau oleh')),
                ('diubah_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diubah oleh')),
                ('evaluasi', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='pembinaan', to='kinerja.evaluasi', verbose_name='evaluasi')),
            ],
            options={
                'verbose_name': 'rencana pembinaan',
                'verbose_name_plural': 'rencana pembinaan',
                'ordering': ['tinjau_pada', 'pk'],
                'indexes': [models.Index(condition=models.Q(('hasil', '')), fields=['tinjau_pada'], name='pembinaan_berjalan')],
                'constraints': [models.CheckConstraint(condition=models.Q(('tinjau_pada__gt', models.F('mulai'))), name='pembinaan_urutan_tanggal'), models.CheckConstraint(condition=models.Q(models.Q(('sasaran', ''), _negated=True), models.Q(('langkah', ''), _negated=True)), name='pembinaan_berisi'), models.CheckConstraint(condition=models.Q(models.Q(('catatan_hasil', ''), ('ditinjau_oleh__isnull', True), ('ditinjau_pada__isnull', True), ('hasil', '')), models.Q(models.Q(('hasil', ''), _negated=True), models.Q(('catatan_hasil', ''), _negated=True), ('ditinjau_oleh__isnull', False), ('ditinjau_pada__isnull', False)), _connector='OR'), name='pembinaan_tinjauan_lengkap')],
            },
        ),
        migrations.CreateModel(
            name='UsulanPenghargaan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='kode')),
                ('usulan', models.TextField(verbose_name='usulan')),
                ('diusulkan_pada', models.DateField(verbose_name='diusulkan pada')),
                ('diusulkan_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diusulkan oleh')),
                ('evaluasi', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='usulan_penghargaan', to='kinerja.evaluasi', verbose_name='evaluasi')),
            ],
            options={
                'verbose_name': 'usulan penghargaan',
                'verbose_name_plural': 'usulan penghargaan',
                'ordering': ['-diusulkan_pada', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('usulan', ''), _negated=True), name='penghargaan_berisi')],
            },
        ),
        migrations.RunSQL(PASANG, LEPAS),
    ]
