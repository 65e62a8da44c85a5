"""What was copied to e-Kinerja, and open addresses of evidence."""

import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kinerja', '0014_umpan_balik'),
        ('organisasi', '0004_pegawai_siasn_id'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SalinanEKinerja',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='kode')),
                ('bagian', models.CharField(choices=[('skp', 'SKP'), ('realisasi', 'Realisasi dan bukti'), ('umpan_balik', 'Umpan balik perilaku'), ('penilaian', 'Rating dan predikat')], max_length=12, verbose_name='bagian')),
                ('sidik', models.CharField(max_length=64, verbose_name='sidik isi')),
                ('ditandai_pada', models.DateTimeField(verbose_name='ditandai pada')),
                ('ditandai_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ditandai oleh')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='salinan', to='organisasi.pegawai', verbose_name='pegawai')),
                ('periode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='salinan', to='kinerja.periode', verbose_name='periode')),
            ],
            options={
                'verbose_name': 'salinan e-Kinerja',
                'verbose_name_plural': 'salinan e-Kinerja',
                'ordering': ['pegawai', 'periode', 'bagian'],
                'indexes': [models.Index(fields=['periode', 'pegawai'], name='kinerja_sal_periode_69f3c1_idx')],
                'constraints': [models.UniqueConstraint(fields=('pegawai', 'periode', 'bagian'), name='salinan_satu_per_bagian'), models.CheckConstraint(condition=models.Q(('sidik__regex', '^[0-9a-f]{64}$')), name='salinan_bersidik')],
            },
        ),
        migrations.CreateModel(
            name='TautanBukti',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='kode')),
                ('dibuat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='dibuat pada')),
                ('dicabut_pada', models.DateTimeField(null=True, verbose_name='dicabut pada')),
                ('bukti', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tautan_terbuka', to='kinerja.bukti', verbose_name='bukti')),
                ('dibuat_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dibuat oleh')),
                ('dicabut_oleh', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dicabut oleh')),
            ],
            options={
                'verbose_name': 'tautan bukti',
                'verbose_name_plural': 'tautan bukti',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('dicabut_pada__isnull', True)), fields=('bukti',), name='tautanbukti_satu_berlaku'), models.CheckConstraint(condition=models.Q(models.Q(('dicabut_oleh__isnull', True), ('dicabut_pada__isnull', True)), models.Q(('dicabut_oleh__isnull', False), ('dicabut_pada__isnull', False)), _connector='OR'), name='tautanbukti_pencabut')],
            },
        ),
    ]
