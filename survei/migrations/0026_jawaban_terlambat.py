"""Answers that came after the lock, and the one decision by which they are taken in."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organisasi', '0011_warga_tanpa_email'),
        ('survei', '0025_indeks_respons'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='permintaanbuka',
            name='alasan_sertakan',
            field=models.CharField(blank=True, db_default='', default='', max_length=500, verbose_name='alasan menyertakan jawaban terlambat'),
        ),
        migrations.AddField(
            model_name='permintaanbuka',
            name='disertakan_oleh',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='jawaban terlambat disertakan oleh'),
        ),
        migrations.AddField(
            model_name='permintaanbuka',
            name='disertakan_pada',
            field=models.DateTimeField(blank=True, null=True, verbose_name='jawaban terlambat disertakan pada'),
        ),
        migrations.AddField(
            model_name='respons',
            name='terlambat',
            field=models.BooleanField(db_default=False, default=False, verbose_name='tiba sesudah dikunci'),
        ),
        migrations.AddIndex(
            model_name='respons',
            index=models.Index(condition=models.Q(('terlambat', True)), fields=['survei'], name='respons_terlambat'),
        ),
        migrations.AddConstraint(
            model_name='permintaanbuka',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('alasan_sertakan', ''), ('disertakan_oleh', None), ('disertakan_pada', None)), models.Q(('disertakan_oleh__isnull', False), ('disertakan_pada__isnull', False), ('status', 'disetujui'), models.Q(('alasan_sertakan', ''), _negated=True)), _connector='OR'), name='permintaanbuka_penyertaan_lengkap'),
        ),
        migrations.AddConstraint(
            model_name='respons',
            constraint=models.CheckConstraint(condition=models.Q(('terlambat', False), ('dibatalkan', False), _connector='OR'), name='respons_terlambat_tidak_dibatalkan'),
        ),
    ]
