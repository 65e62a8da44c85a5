"""Recommendations to the official who rates, from others for whom the person worked."""

import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kinerja', '0032_periode_dan_pilihan'),
        ('organisasi', '0008_pelimpahan_wewenang'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Rekomendasi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='kode')),
                ('peran', models.CharField(choices=[('pejabat', 'Pejabat unit lain yang memberi tugas'), ('ketua_tim', 'Ketua tim')], max_length=10, verbose_name='sebagai')),
                ('tugas', models.CharField(max_length=300, verbose_name='tugas atau tim')),
                ('status', models.CharField(choices=[('diminta', 'Belum diisi'), ('diisi', 'Sudah diisi'), ('dibatalkan', 'Dibatalkan')], default='diminta', max_length=10, verbose_name='keadaan')),
                ('isi', models.TextField(blank=True, verbose_name='rekomendasi')),
                ('diminta_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='diminta pada')),
                ('diisi_pada', models.DateField(blank=True, null=True, verbose_name='diisi pada')),
                ('dari', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rekomendasi_diminta', to='organisasi.pegawai', verbose_name='pemberi rekomendasi')),
                ('diminta_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diminta oleh')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rekomendasi', to='organisasi.pegawai', verbose_name='yang dinilai')),
                ('periode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kinerja.periode', verbose_name='periode')),
            ],
            options={
                'verbose_name': 'rekomendasi',
                'verbose_name_plural': 'rekomendasi',
                'ordering': ['pegawai', 'periode', 'pk'],
                'indexes': [models.Index(fields=['dari', 'status'], name='kinerja_rek_dari_id_9eae6a_idx')],
                'constraints': [models.UniqueConstraint(fields=('pegawai', 'periode', 'dari'), name='rekomendasi_sekali'), models.CheckConstraint(condition=models.Q(('dari', models.F('pegawai')), _negated=True), name='rekomendasi_bukan_diri_sendiri', violation_error_message='Pegawai tidak dapat merekomendasikan dirinya sendiri.'), models.CheckConstraint(condition=models.Q(('tugas', ''), _negated=True), name='rekomendasi_bertugas'), models.CheckConstraint(condition=models.Q(models.Q(('diisi_pada__isnull', False), ('status', 'diisi'), models.Q(('isi', ''), _negated=True)), models.Q(models.Q(('status', 'diisi'), _negated=True), ('diisi_pada__isnull', True), ('isi', '')), _connector='OR'), name='rekomendasi_diisi_lengkap')],
            },
        ),
    ]
