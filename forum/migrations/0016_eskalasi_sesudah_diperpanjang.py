from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('forum', '0015_bahan'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='eskalasilaporan',
            name='eskalasilaporan_sekali',
        ),
        migrations.AddConstraint(
            model_name='eskalasilaporan',
            constraint=models.UniqueConstraint(fields=('tenggat', 'tingkat', 'pada'), name='eskalasi_sekali_sehari'),
        ),
    ]
