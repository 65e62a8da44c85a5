"""Files of follow-ups, and the scan of a letter."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('survei', '0013_kertas'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='pelaporan',
            name='surat',
            field=models.FileField(blank=True, upload_to='pelaporan/', verbose_name='pindaian surat'),
        ),
        migrations.CreateModel(
            name='BerkasTindakLanjut',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='kode')),
                ('judul', models.CharField(max_length=200, verbose_name='judul')),
                ('berkas', models.FileField(upload_to='tindak-lanjut/', verbose_name='berkas')),
                ('tipe', models.CharField(choices=[('pdf', 'PDF'), ('jpg', 'Foto JPG'), ('png', 'Gambar PNG'), ('xlsx', 'Lembar kerja Excel'), ('docx', 'Dokumen Word')], max_length=4, verbose_name='tipe berkas')),
                ('ukuran', models.PositiveIntegerField(verbose_name='ukuran (bita)')),
                ('sidik', models.CharField(max_length=64, verbose_name='sidik')),
                ('diunggah_pada', models.DateField(verbose_name='diunggah pada')),
                ('alasan_batal', models.CharField(blank=True, max_length=300, verbose_name='alasan pembatalan')),
                ('dibatalkan_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dibatalkan oleh')),
                ('diunggah_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diunggah oleh')),
                ('tindak', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='berkas', to='survei.tindaklanjut', verbose_name='tindak lanjut')),
            ],
            options={
                'verbose_name': 'berkas tindak lanjut',
                'verbose_name_plural': 'berkas tindak lanjut',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('alasan_batal', '')), fields=('tindak', 'sidik'), name='berkastindaklanjut_sekali'), models.CheckConstraint(condition=models.Q(('sidik__regex', '^[0-9a-f]{64}$')), name='berkastindaklanjut_sidik'), models.CheckConstraint(condition=models.Q(models.Q(('alasan_batal', ''), ('dibatalkan_oleh__isnull', True)), models.Q(('dibatalkan_oleh__isnull', False), models.Q(('alasan_batal', ''), _negated=True)), _connector='OR'), name='berkastindaklanjut_batal_beralasan')],
            },
        ),
    ]
