import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='CatatanCadangan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('waktu', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name='waktu')),
                ('jenis', models.CharField(choices=[('cadangan', 'Cadangan'), ('uji', 'Uji pemulihan'), ('pulih', 'Pemulihan')], max_length=10, verbose_name='pekerjaan')),
                ('berhasil', models.BooleanField(verbose_name='berhasil')),
                ('berkas', models.CharField(blank=True, max_length=500, verbose_name='berkas')),
                ('bita', models.BigIntegerField(null=True, verbose_name='bita')),
                ('keterangan', models.TextField(blank=True, verbose_name='keterangan')),
            ],
            options={
                'verbose_name': 'catatan cadangan',
                'verbose_name_plural': 'catatan cadangan',
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['jenis', '-id'], name='cadangan_ca_jenis_76d20e_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('jenis__in', ['cadangan', 'uji', 'pulih'])), name='catatancadangan_jenis'), models.CheckConstraint(condition=models.Q(('berhasil', True), models.Q(('keterangan', ''), _negated=True), _connector='OR'), name='catatancadangan_sebab')],
            },
        ),
    ]
