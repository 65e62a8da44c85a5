"""Tables of angka kredit, what was set from them, and their first rows.

What was set never changes, but for being voided once.
"""

import uuid
from datetime import date
from decimal import Decimal
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


PASANG = """
CREATE FUNCTION kinerja_penetapanak_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.dibatalkan_pada IS NULL AND NEW.dibatalkan_pada IS NOT NULL
       AND to_jsonb(OLD) - '{dibatalkan_pada,dibatalkan_oleh_id,alasan_batal}'::text[]
       = to_jsonb(NEW) - '{dibatalkan_pada,dibatalkan_oleh_id,alasan_batal}'::text[] THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Penetapan angka kredit tidak dapat diubah atau dihapus; batalkan dengan alasan.'
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'penetapanak_tetap';
END
$$;
CREATE TRIGGER penetapanak_tetap BEFORE UPDATE OR DELETE ON kinerja_penetapanangkakredit
    FOR EACH ROW EXECUTE FUNCTION kinerja_penetapanak_tetap();
"""
LEPAS = """
DROP TRIGGER penetapanak_tetap ON kinerja_penetapanangkakredit;
DROP FUNCTION kinerja_penetapanak_tetap();
"""

NAMA = "PermenPANRB 1/2023 dan Peraturan BKN 3/2023"
DASAR_HUKUM = (
    "Peraturan Menteri PANRB Nomor 1 Tahun 2023 tentang Jabatan Fungsional dan Peraturan BKN Nomor 3 Tahun 2023. "
    "Persen, koefisien, dan kebutuhan dibaca dari paparan sosialisasi BKN dan sumber umum lain, bukan dari naskah "
    "peraturannya. Pada paparan itu baris Terampil dan Mahir tertukar terhadap golongannya."
)
# jenjang, yearly coefficient, cumulative need for the next pangkat, for the next jenjang
JENJANG = [
    ("pemula", "3.75", 15, 15),
    ("terampil", "5", 20, 60),
    ("mahir", "12.5", 50, 100),
    ("penyelia", "25", 100, None),
    ("ahli_pertama", "12.5", 50, 100),
    ("ahli_muda", "25", 100, 200),
    ("ahli_madya", "37.5", 150, 450),
    ("ahli_utama", "50", 200, None),
]


def isi(apps, schema_editor):
    alias = schema_editor.connection.alias
    aturan = apps.get_model("kinerja", "AturanAngkaKredit").objects.using(alias).create(
        nama=NAMA,
        mulai=date(2023, 1, 1),
        dasar_hukum=DASAR_HUKUM,
        terverifikasi=False,
        persen_sangat_baik=150,
        persen_baik=100,
        persen_butuh_perbaikan=75,
        persen_kurang=50,
        persen_sangat_kurang=25,
    )
    koefisien = apps.get_model("kinerja", "KoefisienJenjang")
    koefisien.objects.using(alias).bulk_create(
        koefisien(
            aturan=aturan,
            jenjang=jenjang,
            koefisien=Decimal(nilai),
            kebutuhan_pangkat=pangkat,
            kebutuhan_jenjang=naik,
        )
        for jenjang, nilai, pangkat, naik in JENJANG
    )


def kosongkan(apps, schema_editor):
    """Nothing to do: the tables go with this migration."""


class Migration(migrations.Migration):

    dependencies = [
        ('kinerja', '0008_kendala_dan_dukungan'),
        ('organisasi', '0003_hari_libur'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AturanAngkaKredit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='kode')),
                ('nama', models.CharField(max_length=100, verbose_name='nama')),
                ('mulai', models.DateField(verbose_name='berlaku mulai')),
                ('selesai', models.DateField(blank=True, null=True, verbose_name='sampai dengan')),
                ('dasar_hukum', models.TextField(verbose_name='dasar hukum')),
                ('terverifikasi', models.BooleanField(default=False, verbose_name='sudah diperiksa dengan peraturan')),
                ('persen_sangat_baik', models.PositiveSmallIntegerField(verbose_name='persen Sangat Baik')),
                ('persen_baik', models.PositiveSmallIntegerField(verbose_name='persen Baik')),
                ('persen_butuh_perbaikan', models.PositiveSmallIntegerField(verbose_name='persen Butuh Perbaikan')),
                ('persen_kurang', models.PositiveSmallIntegerField(verbose_name='persen Kurang')),
                ('persen_sangat_kurang', models.PositiveSmallIntegerField(verbose_name='persen Sangat Kurang')),
            ],
            options={
                'verbose_name': 'aturan angka kredit',
                'verbose_name_plural': 'aturan angka kredit',
                'ordering': ['-mulai'],
                'constraints': [models.CheckConstraint(condition=models.Q(('selesai__isnull', True), ('selesai__gte', models.F('mulai')), _connector='OR'), name='aturanak_urutan_tanggal'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.Func(models.F('mulai'), models.F('selesai'), models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='aturanak_satu_per_hari')],
            },
        ),
        migrations.CreateModel(
            name='KoefisienJenjang',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jenjang', models.CharField(choices=[('pemula', 'Pemula'), ('terampil', 'Terampil'), ('mahir', 'Mahir'), ('penyelia', 'Penyelia'), ('ahli_pertama', 'Ahli Pertama'), ('ahli_muda', 'Ahli Muda'), ('ahli_madya', 'Ahli Madya'), ('ahli_utama', 'Ahli Utama')], max_length=20, verbose_name='jenjang')),
                ('koefisien', models.DecimalField(decimal_places=2, max_digits=6, verbose_name='koefisien setahun')),
                ('kebutuhan_pangkat', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='kebutuhan kenaikan pangkat')),
                ('kebutuhan_jenjang', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='kebutuhan kenaikan jenjang')),
                ('aturan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='koefisien', to='kinerja.aturanangkakredit', verbose_name='aturan')),
            ],
            options={
                'verbose_name': 'koefisien jenjang',
                'verbose_name_plural': 'koefisien jenjang',
                'ordering': ['aturan', 'koefisien'],
                'constraints': [models.UniqueConstraint(fields=('aturan', 'jenjang'), name='koefisien_satu_per_jenjang'), models.CheckConstraint(condition=models.Q(('koefisien__gt', 0)), name='koefisien_positif')],
            },
        ),
        migrations.CreateModel(
            name='PenetapanAngkaKredit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='kode')),
                ('jenjang', models.CharField(choices=[('pemula', 'Pemula'), ('terampil', 'Terampil'), ('mahir', 'Mahir'), ('penyelia', 'Penyelia'), ('ahli_pertama', 'Ahli Pertama'), ('ahli_muda', 'Ahli Muda'), ('ahli_madya', 'Ahli Madya'), ('ahli_utama', 'Ahli Utama')], max_length=20, verbose_name='jenjang')),
                ('mulai', models.DateField(verbose_name='mulai')),
                ('selesai', models.DateField(verbose_name='sampai dengan')),
                ('bulan', models.PositiveSmallIntegerField(verbose_name='jumlah bulan')),
                ('predikat', models.CharField(choices=[('sangat_baik', 'Sangat Baik'), ('baik', 'Baik'), ('butuh_perbaikan', 'Butuh Perbaikan'), ('kurang', 'Kurang'), ('sangat_kurang', 'Sangat Kurang')], max_length=16, verbose_name='predikat kinerja')),
                ('persen', models.PositiveSmallIntegerField(verbose_name='persen predikat')),
                ('koefisien', models.DecimalField(decimal_places=2, max_digits=6, verbose_name='koefisien setahun')),
                ('ditetapkan_pada', models.DateTimeField(verbose_name='ditetapkan pada')),
                ('dibatalkan_pada', models.DateTimeField(blank=True, null=True, verbose_name='dibatalkan pada')),
                ('alasan_batal', models.CharField(blank=True, max_length=300, verbose_name='alasan pembatalan')),
                ('aturan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kinerja.aturanangkakredit', verbose_name='aturan')),
                ('dibatalkan_oleh', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dibatalkan oleh')),
                ('ditetapkan_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ditetapkan oleh')),
                ('evaluasi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='penetapan_angka_kredit', to='kinerja.evaluasi', verbose_name='evaluasi')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='penetapan_angka_kredit', to='organisasi.pegawai', verbose_name='pegawai')),
            ],
            options={
                'verbose_name': 'penetapan angka kredit',
                'verbose_name_plural': 'penetapan angka kredit',
                'ordering': ['-mulai', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('bulan__gte', 1), ('bulan__lte', 12), ('selesai__gt', models.F('mulai'))), name='penetapanak_bulan_1_12'), models.CheckConstraint(condition=models.Q(models.Q(('alasan_batal', ''), ('dibatalkan_oleh__isnull', True), ('dibatalkan_pada__isnull', True)), models.Q(('dibatalkan_oleh__isnull', False), ('dibatalkan_pada__isnull', False), models.Q(('alasan_batal', ''), _negated=True)), _connector='OR'), name='penetapanak_batal_beralasan'), django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('dibatalkan_pada__isnull', True)), expressions=[('pegawai', '='), (models.Func(models.F('mulai'), models.F('selesai'), models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='penetapanak_sekali_per_bulan', violation_error_message='Bulan itu sudah dihitung angka kreditnya.')],
            },
        ),
        migrations.CreateModel(
            name='SaldoAwalAngkaKredit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='kode')),
                ('jenjang', models.CharField(choices=[('pemula', 'Pemula'), ('terampil', 'Terampil'), ('mahir', 'Mahir'), ('penyelia', 'Penyelia'), ('ahli_pertama', 'Ahli Pertama'), ('ahli_muda', 'Ahli Muda'), ('ahli_madya', 'Ahli Madya'), ('ahli_utama', 'Ahli Utama')], max_length=20, verbose_name='jenjang')),
                ('nilai', models.DecimalField(decimal_places=3, max_digits=8, verbose_name='angka kredit')),
                ('per_tanggal', models.DateField(verbose_name='sampai tanggal')),
                ('surat_nomor', models.CharField(max_length=100, verbose_name='nomor surat penetapan')),
                ('dicatat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='dicatat pada')),
                ('dicatat_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dicatat oleh')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='saldo_angka_kredit', to='organisasi.pegawai', verbose_name='pegawai')),
            ],
            options={
                'verbose_name': 'saldo awal angka kredit',
                'verbose_name_plural': 'saldo awal angka kredit',
                'ordering': ['-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('nilai__gte', 0)), name='saldoak_tidak_negatif'), models.CheckConstraint(condition=models.Q(('surat_nomor', ''), _negated=True), name='saldoak_bersurat')],
            },
        ),
        migrations.RunSQL(PASANG, LEPAS),
        migrations.RunPython(isi, kosongkan),
    ]
