"""Contacts of registered citizens go after so many days; what is empty is unique to nobody."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('forum', '0008_pegawai_terlapor'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='pendaftaran',
            name='pendaftaran_satu_per_orang',
        ),
        migrations.AddField(
            model_name='aturanforum',
            name='hari_simpan_kontak',
            field=models.PositiveSmallIntegerField(default=90, help_text='Sesudah itu telepon, email, dan kebutuhan khusus pendaftar dihapus setiap malam.', verbose_name='telepon dan email pendaftar disimpan (hari sesudah sesi)'),
        ),
        migrations.AddField(
            model_name='pendaftaran',
            name='kontak_dihapus_pada',
            field=models.DateField(editable=False, null=True, verbose_name='kontak dihapus pada'),
        ),
        migrations.AddConstraint(
            model_name='pendaftaran',
            constraint=models.UniqueConstraint(condition=models.Q(models.Q(('status', 'batal'), _negated=True), models.Q(('kunci_kontak', ''), _negated=True)), fields=('sesi', 'kunci_kontak'), name='pendaftaran_satu_per_orang'),
        ),
        migrations.AddConstraint(
            model_name='pendaftaran',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kontak_dihapus_pada__isnull', True), models.Q(('kontak', ''), _negated=True), models.Q(('kunci_kontak', ''), _negated=True)), models.Q(('kebutuhan', ''), ('kontak', ''), ('kontak_dihapus_pada__isnull', False), ('kunci_kontak', '')), _connector='OR'), name='pendaftaran_kontak_ada_atau_dihapus'),
        ),
    ]
