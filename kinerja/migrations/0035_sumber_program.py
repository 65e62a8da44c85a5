"""Measures fed by the surveys after service programmes."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kinerja', '0034_indeks_daftar'),
    ]

    operations = [
        migrations.AlterField(
            model_name='indikator',
            name='sumber',
            field=models.CharField(choices=[('manual', 'Diisi pegawai dengan bukti'), ('ikm', 'Indeks kepuasan (IKM) dari survei yang dikunci'), ('program', 'Indeks manfaat program yang dipegang pegawai'), ('jp', 'Jam pelajaran (JP) pelatihan'), ('tenggat', 'Bagian jawaban yang tepat waktu')], default='manual', max_length=8, verbose_name='sumber realisasi'),
        ),
    ]
