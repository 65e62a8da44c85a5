"""Peers and subordinates who are asked to rate."""

import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("kinerja", "0017_penyampaian_dan_keberatan"),
        ('organisasi', '0005_pimpinan_mandiri'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='periode',
            name='penilaian_360',
            field=models.BooleanField(default=False, help_text='Atasan dapat meminta rekan dan bawahan menilai perilaku kerja (PP 30/2019 Pasal 41).', verbose_name='rekan dan bawahan ikut menilai'),
        ),
        migrations.CreateModel(
            name='PenilaiDiminta',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='kode')),
                ('sebagai', models.CharField(choices=[('atasan', 'Atasan'), ('rekan', 'Rekan kerja'), ('bawahan', 'Bawahan')], max_length=8, verbose_name='sebagai')),
                ('status', models.CharField(choices=[('diminta', 'Belum menilai'), ('diisi', 'Sudah menilai'), ('dibatalkan', 'Dibatalkan')], default='diminta', max_length=10, verbose_name='keadaan')),
                ('diminta_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='diminta pada')),
                ('diminta_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diminta oleh')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='penilai_diminta', to='organisasi.pegawai', verbose_name='yang dinilai')),
                ('penilai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='permintaan_menilai', to='organisasi.pegawai', verbose_name='penilai')),
                ('periode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kinerja.periode', verbose_name='periode')),
            ],
            options={
                'verbose_name': 'penilai yang diminta',
                'verbose_name_plural': 'penilai yang diminta',
                'ordering': ['pegawai', 'periode', 'penilai__nama_urut'],
                'indexes': [models.Index(fields=['penilai', 'status'], name='kinerja_pen_penilai_faa969_idx')],
                'constraints': [models.UniqueConstraint(fields=('pegawai', 'periode', 'penilai'), name='penilaidiminta_sekali'), models.CheckConstraint(condition=models.Q(('penilai', models.F('pegawai')), _negated=True), name='penilaidiminta_bukan_diri_sendiri', violation_error_message='Pegawai tidak dapat menilai perilakunya sendiri.'), models.CheckConstraint(condition=models.Q(('sebagai__in', ['rekan', 'bawahan'])), name='penilaidiminta_rekan_atau_bawahan')],
            },
        ),
    ]
