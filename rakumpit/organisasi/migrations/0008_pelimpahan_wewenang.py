"""The holder of a leading post may hand over the authority to rate."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organisasi', '0007_standar_pindah'),
    ]

    operations = [
        migrations.AlterField(
            model_name='penugasan',
            name='sifat',
            field=models.CharField(choices=[('definitif', 'Definitif'), ('plt', 'Plt. (pelaksana tugas)'), ('plh', 'Plh. (pelaksana harian)'), ('limpah', 'Pelimpahan wewenang menilai')], default='definitif', max_length=10, verbose_name='sifat'),
        ),
    ]
