"""Results of older schemes, as printed."""

import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kinerja', '0020_isian_atas_nama'),
        ('organisasi', '0006_pengguna_terima_pengingat'),
    ]

    operations = [
        migrations.CreateModel(
            name='EvaluasiArsip',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='kode')),
                ('mulai', models.DateField(verbose_name='mulai')),
                ('selesai', models.DateField(verbose_name='sampai dengan')),
                ('skema', models.CharField(choices=[('pp_46_2011', 'PP 46/2011'), ('pp_30_2019', 'PP 30/2019'), ('permenpanrb_8_2021', 'PermenPANRB 8/2021'), ('permenpanrb_6_2022', 'PermenPANRB 6/2022, dinilai di tempat lain'), ('lain', 'Aturan lain')], default='pp_30_2019', max_length=20, verbose_name='aturan')),
                ('nilai', models.CharField(blank=True, max_length=20, verbose_name='nilai seperti tercetak')),
                ('sebutan', models.CharField(blank=True, max_length=60, verbose_name='sebutan seperti tercetak')),
                ('sumber', models.CharField(max_length=200, verbose_name='nomor surat atau nama berkas')),
                ('dicatat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dicatat pada')),
                ('dibatalkan', models.BooleanField(default=False, verbose_name='dibatalkan')),
                ('alasan_batal', models.CharField(blank=True, max_length=300, verbose_name='alasan dibatalkan')),
                ('dicatat_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisasi.pengguna', verbose_name='dicatat oleh')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evaluasi_arsip', to='organisasi.pegawai', verbose_name='pegawai')),
            ],
            options={
                'verbose_name': 'arsip evaluasi',
                'verbose_name_plural': 'arsip evaluasi',
                'ordering': ['-selesai', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('selesai__gte', models.F('mulai'))), name='arsip_urutan_tanggal', violation_error_message='Tanggal selesai mendahului tanggal mulai.'), models.CheckConstraint(condition=models.Q(models.Q(('nilai', ''), _negated=True), models.Q(('sebutan', ''), _negated=True), _connector='OR'), name='arsip_bernilai_atau_bersebutan', violation_error_message='Isi nilai, sebutan, atau keduanya seperti yang tercetak.'), models.CheckConstraint(condition=models.Q(models.Q(('alasan_batal', ''), ('dibatalkan', False)), models.Q(('dibatalkan', True), models.Q(('alasan_batal', ''), _negated=True)), _connector='OR'), name='arsip_batal_beralasan'), models.UniqueConstraint(condition=models.Q(('dibatalkan', False)), fields=('pegawai', 'mulai', 'selesai', 'skema'), name='arsip_sekali_per_masa')],
            },
        ),
    ]

