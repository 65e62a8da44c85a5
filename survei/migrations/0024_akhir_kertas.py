"""Bundles of paper that the system gives up in time, and what their sheets added up to."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organisasi', '0009_hasil_program'),
        ('survei', '0023_jawaban_teks'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='batchkertas',
            name='batchkertas_akhir_lengkap',
        ),
        migrations.AddField(
            model_name='batchkertas',
            name='rekap_lembar',
            field=models.JSONField(blank=True, editable=False, null=True, verbose_name='rekap lembar'),
        ),
        migrations.AddField(
            model_name='masasimpan',
            name='hari_kertas',
            field=models.PositiveSmallIntegerField(db_default=90, default=90, help_text='Dihitung dari penutupan survei. Sesudahnya bundelnya dibatalkan sistem dan isi ketikannya dihapus.', verbose_name='hari menyimpan ketikan kertas yang belum dihitung'),
        ),
        migrations.AddConstraint(
            model_name='batchkertas',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('alasan_batal', ''), ('berakhir_oleh__isnull', True), ('berakhir_pada__isnull', True), ('status__in', ['diketik', 'diperiksa'])), models.Q(('alasan_batal', ''), ('berakhir_oleh__isnull', False), ('berakhir_pada__isnull', False), ('status', 'dihitung')), models.Q(('berakhir_pada__isnull', False), ('status', 'batal'), models.Q(('alasan_batal', ''), _negated=True)), _connector='OR'), name='batchkertas_akhir_lengkap'),
        ),
    ]
