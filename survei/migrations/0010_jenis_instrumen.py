"""Kinds of instruments, the direction of an item, and thresholds of integrity zones."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('survei', '0009_tanda'),
    ]

    operations = [
        migrations.AddField(
            model_name='instrumen',
            name='ada_saran',
            field=models.BooleanField(db_default=True, default=True, verbose_name='meminta saran tertulis'),
        ),
        migrations.AddField(
            model_name='instrumen',
            name='jenis',
            field=models.CharField(choices=[('skm', 'Survei kepuasan (SKM)'), ('spak', 'Persepsi anti korupsi (SPAK)'), ('spkp', 'Persepsi kualitas pelayanan (SPKP)'), ('bebas', 'Survei bebas')], db_default='skm', default='skm', max_length=5, verbose_name='jenis'),
        ),
        migrations.AddField(
            model_name='instrumen',
            name='judul_formulir',
            field=models.CharField(default='Bagaimana layanan kami?', max_length=120, verbose_name='judul formulir'),
        ),
        migrations.AddField(
            model_name='instrumen',
            name='teks_anonim',
            field=models.TextField(blank=True, help_text='Tampil di atas pertanyaan pertama, di samping yang tetap.', verbose_name='keterangan kerahasiaan'),
        ),
        migrations.AddField(
            model_name='pertanyaan',
            name='arah',
            field=models.CharField(choices=[('searah', 'Searah: jawaban terakhir yang terbaik'), ('berlawanan', 'Berlawanan: jawaban pertama yang terbaik')], db_default='searah', default='searah', max_length=10, verbose_name='urutan jawaban'),
        ),
        migrations.CreateModel(
            name='AmbangPersepsi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jenis', models.CharField(choices=[('spak', 'Persepsi anti korupsi (SPAK)'), ('spkp', 'Persepsi kualitas pelayanan (SPKP)')], max_length=5, verbose_name='indeks')),
                ('predikat', models.CharField(max_length=10, verbose_name='untuk predikat')),
                ('nilai', models.DecimalField(decimal_places=2, max_digits=3, verbose_name='nilai paling rendah (1–4)')),
                ('mulai', models.DateField(verbose_name='berlaku mulai')),
                ('selesai', models.DateField(blank=True, null=True, verbose_name='sampai dengan')),
                ('dasar_hukum', models.CharField(max_length=300, verbose_name='dasar hukum')),
                ('terverifikasi', models.BooleanField(default=False, verbose_name='sudah diperiksa dengan peraturan')),
            ],
            options={
                'verbose_name': 'ambang persepsi',
                'verbose_name_plural': 'ambang persepsi',
                'ordering': ['jenis', 'predikat', '-mulai'],
                'constraints': [models.UniqueConstraint(fields=('jenis', 'predikat', 'mulai'), name='ambang_per_tanggal'), models.CheckConstraint(condition=models.Q(('nilai__range', (1, 4))), name='ambang_nilai_1_4'), models.CheckConstraint(condition=models.Q(('selesai__isnull', True), ('selesai__gte', models.F('mulai')), _connector='OR'), name='ambang_urutan_tanggal', violation_error_message='Tanggal akhir mendahului tanggal mulai.')],
            },
        ),
    ]
