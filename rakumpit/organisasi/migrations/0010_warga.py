"""Accounts of citizens, who reach the public pages only."""


import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organisasi', '0009_hasil_program'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='pengguna',
            name='pengguna_nip_atau_email',
        ),
        migrations.AddField(
            model_name='pengguna',
            name='warga',
            field=models.BooleanField(default=False, editable=False, verbose_name='warga'),
        ),
        migrations.AddConstraint(
            model_name='pengguna',
            constraint=models.CheckConstraint(condition=models.Q(('nip__isnull', False), ('email__isnull', False), models.Q(('is_active', False), ('warga', True)), _connector='OR'), name='pengguna_nip_atau_email', violation_error_message='Isi NIP atau email: salah satunya dipakai untuk masuk.'),
        ),
        migrations.AddConstraint(
            model_name='pengguna',
            constraint=models.CheckConstraint(condition=models.Q(('warga', False), models.Q(('admin_teknis', False), ('nip__isnull', True), ('pemeriksa', False), ('pengelola', False)), _connector='OR'), name='pengguna_warga_tanpa_peran'),
        ),
        migrations.AddConstraint(
            model_name='pengguna',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('nama'), condition=models.Q(('is_active', True), ('warga', True)), name='pengguna_nama_warga_sekali'),
        ),
    ]
