"""Free surveys: types of questions, conditions, states of an instrument, counters of their answers."""

import django.contrib.postgres.fields
import django.contrib.postgres.functions
import django.db.models.constraints
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organisasi', '0007_standar_pindah'),
        ('survei', '0016_masa_simpan'),
    ]

    operations = [
        migrations.CreateModel(
            name='BarisMatriks',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kode', models.SlugField(max_length=5, verbose_name='kode')),
                ('urutan', models.PositiveSmallIntegerField(verbose_name='urutan')),
                ('teks', models.CharField(max_length=150, verbose_name='baris')),
            ],
            options={
                'verbose_name': 'baris tabel',
                'verbose_name_plural': 'baris tabel',
                'ordering': ['pertanyaan', 'urutan'],
            },
        ),
        migrations.CreateModel(
            name='HitunganButir',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('hari', models.DateField(verbose_name='hari')),
                ('kunci', models.CharField(max_length=40, verbose_name='isian')),
                ('nilai', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='nilai')),
                ('jumlah', models.PositiveIntegerField(verbose_name='jumlah')),
            ],
            options={
                'verbose_name': 'hitungan butir',
                'verbose_name_plural': 'hitungan butir',
            },
        ),
        migrations.RemoveConstraint(
            model_name='pertanyaan',
            name='pertanyaan_urutan_per_instrumen',
        ),
        migrations.RemoveConstraint(
            model_name='pilihan',
            name='pilihan_nilai_1_4',
        ),
        migrations.AddField(
            model_name='instrumen',
            name='acak',
            field=models.BooleanField(db_default=False, default=False, verbose_name='urutan pertanyaan diacak'),
        ),
        migrations.AddField(
            model_name='instrumen',
            name='status',
            field=models.CharField(choices=[('draf', 'Draf'), ('terbit', 'Terbit')], db_default='terbit', default='terbit', max_length=6, verbose_name='status'),
        ),
        migrations.AddField(
            model_name='instrumen',
            name='uuid',
            field=models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='pengenal'),
        ),
        migrations.AddField(
            model_name='pertanyaan',
            name='atas',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='angka paling besar'),
        ),
        migrations.AddField(
            model_name='pertanyaan',
            name='bantuan',
            field=models.CharField(blank=True, max_length=300, verbose_name='keterangan di bawah pertanyaan'),
        ),
        migrations.AddField(
            model_name='pertanyaan',
            name='bawah',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='angka paling kecil'),
        ),
        migrations.AddField(
            model_name='pertanyaan',
            name='bila',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='lanjutan', to='survei.pertanyaan', verbose_name='hanya bila pertanyaan ini'),
        ),
        migrations.AddField(
            model_name='pertanyaan',
            name='bila_nilai',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), blank=True, default=list, size=None, verbose_name='dijawab dengan'),
        ),
        migrations.AddField(
            model_name='pertanyaan',
            name='jenis',
            field=models.CharField(choices=[('nilai', 'Unsur indeks (1–4)'), ('tunggal', 'Satu pilihan'), ('ganda', 'Beberapa pilihan'), ('skala', 'Skala angka'), ('angka', 'Angka'), ('teks', 'Teks singkat'), ('tanggal', 'Tanggal'), ('matriks', 'Tabel (beberapa baris, satu pilihan tiap baris)'), ('bagian', 'Judul bagian')], db_default='nilai', default='nilai', max_length=8, verbose_name='jenis'),
        ),
        migrations.AddField(
            model_name='pertanyaan',
            name='wajib',
            field=models.BooleanField(db_default=True, default=True, verbose_name='wajib dijawab'),
        ),
        migrations.AddConstraint(
            model_name='instrumen',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'draf')), fields=('kode',), name='instrumen_satu_draf', violation_error_message='Sudah ada draf versi berikutnya.'),
        ),
        migrations.AddConstraint(
            model_name='pertanyaan',
            constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('instrumen', 'urutan'), name='pertanyaan_urutan_per_instrumen'),
        ),
        migrations.AddConstraint(
            model_name='pertanyaan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('bila__isnull', True), ('bila_nilai', [])), models.Q(('bila__isnull', False), models.Q(('bila_nilai', []), _negated=True)), _connector='OR'), name='pertanyaan_syarat_bernilai'),
        ),
        migrations.AddConstraint(
            model_name='pertanyaan',
            constraint=models.CheckConstraint(condition=models.Q(('bawah__isnull', True), ('atas__isnull', True), ('atas__gte', models.F('bawah')), _connector='OR'), name='pertanyaan_urutan_batas', violation_error_message='Angka paling besar lebih kecil daripada angka paling kecil.'),
        ),
        migrations.AddConstraint(
            model_name='pilihan',
            constraint=models.CheckConstraint(condition=models.Q(('nilai__range', (0, 100))), name='pilihan_nilai_0_100'),
        ),
        migrations.AddField(
            model_name='barismatriks',
            name='pertanyaan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='baris', to='survei.pertanyaan', verbose_name='pertanyaan'),
        ),
        migrations.AddField(
            model_name='hitunganbutir',
            name='layanan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisasi.layanan'),
        ),
        migrations.AddField(
            model_name='hitunganbutir',
            name='survei',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hitungan_butir', to='survei.survei'),
        ),
        migrations.AddConstraint(
            model_name='barismatriks',
            constraint=models.UniqueConstraint(fields=('pertanyaan', 'kode'), name='baris_kode_per_pertanyaan'),
        ),
        migrations.AddConstraint(
            model_name='hitunganbutir',
            constraint=models.UniqueConstraint(fields=('survei', 'layanan', 'hari', 'kunci', 'nilai'), name='hitungan_butir_sel'),
        ),
    ]
