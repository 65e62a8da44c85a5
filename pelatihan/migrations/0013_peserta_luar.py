import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pelatihan', '0012_tutup_evaluasi'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PesertaLuar',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='kode')),
                ('nama', models.CharField(max_length=200, verbose_name='nama')),
                ('asal', models.CharField(blank=True, max_length=200, verbose_name='jabatan atau asal')),
                ('dicatat_pada', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='dicatat pada')),
                ('dibatalkan_pada', models.DateTimeField(blank=True, null=True, verbose_name='dibatalkan pada')),
                ('alasan_batal', models.CharField(blank=True, max_length=300, verbose_name='alasan dibatalkan')),
                ('dicatat_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dicatat oleh')),
                ('kegiatan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='peserta_luar', to='pelatihan.kegiatan', verbose_name='kegiatan')),
            ],
            options={
                'verbose_name': 'peserta luar',
                'verbose_name_plural': 'peserta luar',
                'ordering': ['nama', 'pk'],
                'constraints': [models.UniqueConstraint(models.F('kegiatan'), django.db.models.functions.text.Lower('nama'), django.db.models.functions.text.Lower('asal'), condition=models.Q(('dibatalkan_pada__isnull', True)), name='pesertaluar_sekali'), models.CheckConstraint(condition=models.Q(models.Q(('nama', ''), _negated=True), models.Q(models.Q(('alasan_batal', ''), ('dibatalkan_pada__isnull', True)), models.Q(('dibatalkan_pada__isnull', False), models.Q(('alasan_batal', ''), _negated=True)), _connector='OR')), name='pesertaluar_lengkap')],
            },
        ),
    ]
