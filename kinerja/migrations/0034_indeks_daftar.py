"""Indexes for lists that are cut to one page of the whole office, and for the people whom a leader rates."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kinerja', '0033_rekomendasi'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='evaluasi',
            index=models.Index(fields=['unit', 'memimpin'], name='evaluasi_jangkauan'),
        ),
        migrations.AlterField(
            model_name='evaluasi',
            name='unit',
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name='+',
                to='organisasi.unitkerja',
                verbose_name='unit kerja',
            ),
        ),
        migrations.AddIndex(
            model_name='dialogkinerja',
            index=models.Index(fields=['-tanggal', '-id'], name='dialog_terbaru'),
        ),
        migrations.AddIndex(
            model_name='bimbingan',
            index=models.Index(fields=['-tanggal', '-id'], name='bimbingan_terbaru'),
        ),
        migrations.AddIndex(
            model_name='inovasi',
            index=models.Index(fields=['-diusulkan_pada', '-id'], name='inovasi_terbaru'),
        ),
    ]
