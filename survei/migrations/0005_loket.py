"""The counter, its one-time codes, and standards of service in versions that do not change once published."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models
from django.db.models.functions import Now


PASANG = """
CREATE FUNCTION survei_standar_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.status = 'terbit' THEN
        RAISE EXCEPTION 'Standar pelayanan yang sudah terbit tidak dapat diubah atau dihapus.'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE TRIGGER survei_standar_tetap BEFORE UPDATE OR DELETE ON survei_standarpelayanan
    FOR EACH ROW EXECUTE FUNCTION survei_standar_tetap();
"""

LEPAS = """
DROP TRIGGER survei_standar_tetap ON survei_standarpelayanan;
DROP FUNCTION survei_standar_tetap();
"""

BIDANG = {
    "persyaratan": "persyaratan",
    "prosedur": "prosedur",
    "waktu": "jangka_waktu",
    "biaya": "biaya",
    "produk": "produk",
    "dasar_hukum": "dasar_hukum",
}


def pindahkan(apps, schema_editor):
    """What was entered so far was in force, so it is published; how many minutes it promises nobody said."""
    lama = apps.get_model("organisasi", "StandarPelayanan")
    baru = apps.get_model("survei", "StandarPelayanan")
    for satu in lama.objects.order_by("layanan_id", "versi"):
        # Two versions of one day: only one can hold, the later.
        if lama.objects.filter(layanan_id=satu.layanan_id, mulai=satu.mulai, versi__gt=satu.versi).exists():
            continue
        baru.objects.create(
            uuid=satu.uuid,
            layanan_id=satu.layanan_id,
            versi=satu.versi,
            status="terbit",
            mulai=satu.mulai,
            komponen={kode: isi for kode, nama in BIDANG.items() if (isi := getattr(satu, nama))},
            terverifikasi=satu.terverifikasi,
            diterbitkan_pada=Now(),
        )


class Migration(migrations.Migration):

    dependencies = [
        ('organisasi', '0006_pengguna_terima_pengingat'),
        ('survei', '0004_ditutup_pada'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='rekapharian',
            name='terverifikasi',
            field=models.PositiveIntegerField(db_default=0, default=0, verbose_name='formulir dihitung dengan kode survei'),
        ),
        migrations.AddField(
            model_name='respons',
            name='terverifikasi',
            field=models.BooleanField(db_default=False, default=False, verbose_name='dengan kode survei'),
        ),
        migrations.CreateModel(
            name='PelayananLoket',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='kode')),
                ('kiriman', models.UUIDField(help_text='Dibuat halaman; ketukan ganda tetap satu baris.', unique=True, verbose_name='kode kiriman')),
                ('hari', models.DateField(verbose_name='hari')),
                ('mulai', models.DateTimeField(verbose_name='mulai')),
                ('selesai', models.DateTimeField(blank=True, null=True, verbose_name='selesai')),
                ('batal', models.DateTimeField(blank=True, null=True, verbose_name='dibatalkan')),
                ('alasan_batal', models.CharField(blank=True, max_length=300, verbose_name='alasan pembatalan')),
                ('layanan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pelayanan', to='organisasi.layanan', verbose_name='layanan')),
                ('petugas', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pelayanan', to=settings.AUTH_USER_MODEL, verbose_name='petugas')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pelayanan', to='organisasi.unitkerja', verbose_name='unit kerja')),
            ],
            options={
                'verbose_name': 'pelayanan loket',
                'verbose_name_plural': 'pelayanan loket',
                'ordering': ['-mulai', 'pk'],
                'indexes': [models.Index(fields=['layanan', 'hari'], name='survei_pela_layanan_b81f87_idx'), models.Index(fields=['petugas', 'hari'], name='survei_pela_petugas_599a4f_idx'), models.Index(condition=models.Q(('batal__isnull', True), ('selesai__isnull', True)), fields=['mulai'], name='pelayanan_belum_selesai')],
                'constraints': [models.CheckConstraint(condition=models.Q(('selesai__isnull', True), models.Q(('batal__isnull', True), ('selesai__gte', models.F('mulai'))), _connector='OR'), name='pelayanan_selesai_sesudah_mulai'), models.CheckConstraint(condition=models.Q(models.Q(('alasan_batal', ''), ('batal__isnull', True)), models.Q(('batal__isnull', False), models.Q(('alasan_batal', ''), _negated=True)), _connector='OR'), name='pelayanan_batal_beralasan')],
            },
        ),
        migrations.CreateModel(
            name='StandarPelayanan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='kode')),
                ('versi', models.PositiveSmallIntegerField(verbose_name='versi')),
                ('status', models.CharField(choices=[('draf', 'Draf'), ('terbit', 'Terbit')], default='draf', max_length=10, verbose_name='status')),
                ('mulai', models.DateField(verbose_name='berlaku mulai')),
                ('menit', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='paling lama di loket (menit)')),
                ('komponen', models.JSONField(default=dict, verbose_name='komponen')),
                ('terverifikasi', models.BooleanField(default=False, verbose_name='sudah diperiksa dengan peraturan')),
                ('diterbitkan_pada', models.DateTimeField(null=True, verbose_name='diterbitkan pada')),
                ('diterbitkan_oleh', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diterbitkan oleh')),
                ('layanan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='standar', to='organisasi.layanan', verbose_name='layanan')),
            ],
            options={
                'verbose_name': 'standar pelayanan',
                'verbose_name_plural': 'standar pelayanan',
                'ordering': ['layanan', '-versi'],
                'constraints': [models.UniqueConstraint(fields=('layanan', 'versi'), name='standar_versi_unik'), models.UniqueConstraint(condition=models.Q(('status', 'draf')), fields=('layanan',), name='standar_satu_draf'), models.UniqueConstraint(condition=models.Q(('status', 'terbit')), fields=('layanan', 'mulai'), name='standar_satu_terbit_per_hari'), models.CheckConstraint(condition=models.Q(('menit__isnull', True), ('menit__range', (1, 480)), _connector='OR'), name='standar_menit_wajar'), models.CheckConstraint(condition=models.Q(models.Q(('diterbitkan_pada__isnull', False), ('status', 'terbit')), models.Q(('diterbitkan_pada__isnull', True), ('status', 'draf')), _connector='OR'), name='standar_terbit_bertanggal')],
            },
        ),
        migrations.CreateModel(
            name='TokenLayanan',
            fields=[
                ('sidik', models.CharField(max_length=64, primary_key=True, serialize=False, verbose_name='sidik kode')),
                ('berlaku_sampai', models.DateField(verbose_name='berlaku sampai')),
                ('layanan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='token', to='organisasi.layanan', verbose_name='layanan')),
                ('survei', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='token', to='survei.survei', verbose_name='survei')),
            ],
            options={
                'verbose_name': 'kode survei',
                'verbose_name_plural': 'kode survei',
                'ordering': ['sidik'],
                'indexes': [models.Index(fields=['berlaku_sampai'], name='survei_toke_berlaku_875eed_idx')],
            },
        ),
        migrations.RunSQL(PASANG, LEPAS),
        migrations.RunPython(pindahkan, migrations.RunPython.noop),
    ]
