"""Texts of an instrument in local languages."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('survei', '0019_program'),
    ]

    operations = [
        migrations.CreateModel(
            name='TeksBahasa',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('bahasa', models.CharField(choices=[('ngaju', 'Dayak Ngaju'), ('banjar', 'Banjar')], max_length=8, verbose_name='bahasa')),
                ('kunci', models.CharField(max_length=45, verbose_name='teks yang mana')),
                ('teks', models.CharField(max_length=600, verbose_name='teks')),
                ('instrumen', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='terjemahan', to='survei.instrumen', verbose_name='instrumen')),
            ],
            options={
                'verbose_name': 'teks bahasa daerah',
                'verbose_name_plural': 'teks bahasa daerah',
                'ordering': ['instrumen', 'bahasa', 'kunci'],
                'constraints': [models.UniqueConstraint(fields=('instrumen', 'bahasa', 'kunci'), name='teks_bahasa_sekali'), models.CheckConstraint(condition=models.Q(('teks', ''), _negated=True), name='teks_bahasa_terisi')],
            },
        ),
    ]
