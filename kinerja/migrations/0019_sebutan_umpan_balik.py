"""The part of the copy holds the superior's notes too, so it is called by the wider word."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kinerja', '0018_penilai_diminta'),
    ]

    operations = [
        migrations.AlterField(
            model_name='salinanekinerja',
            name='bagian',
            field=models.CharField(choices=[('skp', 'SKP'), ('realisasi', 'Realisasi dan bukti'), ('umpan_balik', 'Umpan balik'), ('penilaian', 'Rating dan predikat')], max_length=12, verbose_name='bagian'),
        ),
    ]
