from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('forum', '0012_perpanjangan'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='aturanforum',
            name='hari_kirim_undangan',
            field=models.PositiveSmallIntegerField(default=7, help_text='Dikirim sendiri pada hari itu, bila sesinya siap. Tidak kurang dari batas undangan.', verbose_name='undangan lewat email dikirim (hari kerja sebelum sesi)'),
        ),
        migrations.AddField(
            model_name='undangan',
            name='email',
            field=models.EmailField(blank=True, max_length=254, verbose_name='email'),
        ),
        migrations.AddField(
            model_name='undangan',
            name='percobaan',
            field=models.PositiveSmallIntegerField(default=0, editable=False, verbose_name='percobaan mengirim'),
        ),
        # Rows from before: a limit may be longer than the default, and an invitation by mail had no address.
        migrations.RunSQL(
            "UPDATE forum_aturanforum SET hari_kirim_undangan = GREATEST(7, hari_undangan);"
            "UPDATE forum_undangan SET saluran = 'surat' WHERE saluran = 'email' AND status = 'draf'",
            migrations.RunSQL.noop,
        ),
        migrations.AddConstraint(
            model_name='aturanforum',
            constraint=models.CheckConstraint(condition=models.Q(('hari_kirim_undangan__gte', models.F('hari_undangan'))), name='aturanforum_kirim_sebelum_batas', violation_error_message='Undangan lewat email dikirim tidak kurang dari batas undangan.'),
        ),
        migrations.AddConstraint(
            model_name='undangan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('saluran', 'email'), ('status', 'draf'), _negated=True), models.Q(('email', ''), _negated=True), _connector='OR'), name='undangan_email_beralamat', violation_error_message='Tulis alamat email, atau pilih cara mengundang yang lain.'),
        ),
    ]
