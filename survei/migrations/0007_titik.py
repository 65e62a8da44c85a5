"""Places of collection with a short address: sheets with a QR, and the kiosk."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organisasi', '0007_standar_pindah'),
        ('survei', '0006_skor'),
    ]

    operations = [
        migrations.CreateModel(
            name='TitikSurvei',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='kode')),
                ('kode', models.CharField(max_length=6, unique=True, verbose_name='kode pendek')),
                ('nama', models.CharField(max_length=100, verbose_name='nama tempat')),
                ('jenis', models.CharField(choices=[('qr', 'Lembar QR dan tautan'), ('kios', 'Kios di kantor')], max_length=5, verbose_name='jenis')),
                ('aktif', models.BooleanField(default=True, verbose_name='dipakai')),
                ('pin', models.CharField(blank=True, max_length=128, verbose_name='PIN keluar (teracak)')),
                ('gagal', models.PositiveSmallIntegerField(default=0, verbose_name='PIN salah berturut-turut')),
                ('terkunci_sampai', models.DateTimeField(blank=True, null=True, verbose_name='PIN terkunci sampai')),
                ('layanan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='titik', to='organisasi.layanan', verbose_name='layanan')),
                ('survei', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='titik', to='survei.survei', verbose_name='survei')),
            ],
            options={
                'verbose_name': 'titik survei',
                'verbose_name_plural': 'titik survei',
                'ordering': ['nama', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('jenis', 'qr'), ('pin', '')), models.Q(('jenis', 'kios'), models.Q(('pin', ''), _negated=True)), _connector='OR'), name='titik_kios_berpin')],
            },
        ),
    ]
