"""What people may read of a suggestion stands apart from what was typed; a task fills it for answers that are there."""
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organisasi', '0007_standar_pindah'),
        ('survei', '0011_spak_spkp'),
    ]

    operations = [
        migrations.AddField(
            model_name='respons',
            name='saran_tersamar',
            field=models.TextField(blank=True, null=True, verbose_name='saran yang boleh dibaca'),
        ),
        migrations.AddField(
            model_name='respons',
            name='sidik_samaran',
            field=models.CharField(blank=True, db_default='', default='', max_length=16, verbose_name='sidik aturan samaran'),
        ),
        migrations.AlterField(
            model_name='respons',
            name='saran',
            field=models.TextField(blank=True, verbose_name='saran seperti ditulis'),
        ),
        migrations.AddIndex(
            model_name='respons',
            index=models.Index(condition=models.Q(('saran_tersamar__gt', '')), fields=['survei', 'submission_id'], name='respons_bersaran'),
        ),
        migrations.AddIndex(
            model_name='respons',
            index=models.Index(condition=models.Q(('saran__gt', '')), fields=['sidik_samaran'], name='respons_saran_asli'),
        ),
        migrations.AddConstraint(
            model_name='respons',
            constraint=models.CheckConstraint(condition=models.Q(('saran_tersamar__isnull', True), models.Q(('sidik_samaran', ''), _negated=True), _connector='OR'), name='respons_samaran_bersidik'),
        ),
    ]

