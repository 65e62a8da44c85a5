"""Whom a complaint is about: never who handles it."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('forum', '0007_kabar_peserta'),
        ('organisasi', '0010_warga'),
    ]

    operations = [
        migrations.AddField(
            model_name='laporan',
            name='terlapor',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisasi.pegawai', verbose_name='pegawai yang diadukan'),
        ),
        migrations.AddConstraint(
            model_name='laporan',
            constraint=models.CheckConstraint(condition=models.Q(('terlapor__isnull', True), ('klasifikasi', 'pengaduan'), _connector='OR'), name='laporan_terlapor_hanya_pengaduan'),
        ),
        migrations.AddConstraint(
            model_name='laporan',
            constraint=models.CheckConstraint(condition=models.Q(('terlapor__isnull', True), models.Q(('penangan', models.F('terlapor')), _negated=True), _connector='OR'), name='laporan_tidak_ditangani_terlapor', violation_error_message='Pengaduan tidak ditangani pegawai yang diadukan.'),
        ),
    ]
