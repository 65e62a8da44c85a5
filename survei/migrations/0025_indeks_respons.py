"""Answers keep one index that begins with their survey: the one by service and day."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('survei', '0024_akhir_kertas'),
    ]

    operations = [
        migrations.AlterField(
            model_name='respons',
            name='survei',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='respons', to='survei.survei', verbose_name='survei'),
        ),
    ]
