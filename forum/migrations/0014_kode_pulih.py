import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('forum', '0013_undangan_email'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='KodePulih',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kiriman', models.UUIDField(editable=False, unique=True, verbose_name='kode kiriman')),
                ('sidik', models.CharField(editable=False, max_length=64, unique=True, verbose_name='sidik')),
                ('dibuat', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dibuat')),
                ('pengguna', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='kode_pulih', to=settings.AUTH_USER_MODEL, verbose_name='pengguna')),
            ],
            options={
                'verbose_name': 'kode pemulihan',
                'verbose_name_plural': 'kode pemulihan',
                'constraints': [models.CheckConstraint(condition=models.Q(('sidik__regex', '^[0-9a-f]{64}$')), name='kodepulih_bentuk_sidik')],
            },
        ),
    ]
