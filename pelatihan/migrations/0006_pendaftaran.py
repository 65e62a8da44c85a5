from datetime import date

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
from django.db import migrations, models



def isi(apps, schema_editor):
    apps.get_model("pelatihan", "AturanPendaftaran").objects.create(
        mulai=date(2018, 1, 1),
        hari_tawaran=2,
        pengingat_menit=[3 * 24 * 60, 24 * 60, 2 * 60],
        dasar_hukum="Pilihan kantor. Tidak ada peraturan yang menyebut hari dan jamnya.",
    )


def kosongkan(apps, schema_editor):
    apps.get_model("pelatihan", "AturanPendaftaran").objects.all().delete()


class Migration(migrations.Migration):

    dependencies = [("pelatihan", "0005_pengusul")]

    operations = [
        migrations.AddField(
            model_name='pendaftaran',
            name='batas_atasan',
            field=models.DateField(blank=True, null=True, verbose_name='atasan menjawab paling lambat'),
        ),
        migrations.AddField(
            model_name='pendaftaran',
            name='prioritas',
            field=models.PositiveSmallIntegerField(default=0, editable=False, verbose_name='urutan khusus'),
        ),
        migrations.CreateModel(
            name='AturanPendaftaran',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mulai', models.DateField(unique=True, verbose_name='berlaku mulai')),
                ('hari_tawaran', models.PositiveSmallIntegerField(verbose_name='hari kerja tawaran kursi berlaku')),
                ('pengingat_menit', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveIntegerField(validators=[django.core.validators.MinValueValidator(5), django.core.validators.MaxValueValidator(44640)]), size=5, verbose_name='pengingat (menit sebelum mulai)')),
                ('dasar_hukum', models.TextField(verbose_name='dasar hukum')),
                ('terverifikasi', models.BooleanField(default=False, verbose_name='sudah diperiksa dengan peraturan')),
            ],
            options={
                'verbose_name': 'aturan pendaftaran pelatihan',
                'verbose_name_plural': 'aturan pendaftaran pelatihan',
                'ordering': ['-mulai'],
                'constraints': [models.CheckConstraint(condition=models.Q(('hari_tawaran__gte', 1)), name='aturanpendaftaran_hari')],
            },
        ),
        migrations.CreateModel(
            name='PilihanPendaftaran',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('urutan', models.CharField(choices=[('waktu', 'Yang mendaftar lebih dulu'), ('kesenjangan', 'Yang kesenjangan kompetensinya paling besar'), ('belum_pernah', 'Yang setahun ini belum ikut pelatihan')], default='waktu', max_length=12, verbose_name='urutan daftar tunggu')),
                ('pengingat', models.BooleanField(default=True, verbose_name='kirim pengingat')),
                ('setiap_sesi', models.BooleanField(default=True, verbose_name='ingatkan sebelum setiap sesi')),
                ('pengingat_menit', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveIntegerField(validators=[django.core.validators.MinValueValidator(5), django.core.validators.MaxValueValidator(44640)]), blank=True, default=list, size=5, verbose_name='pengingat (menit sebelum mulai)')),
                ('teks_pengingat', models.CharField(blank=True, max_length=300, verbose_name='pesan dalam pengingat')),
                ('versi', models.PositiveIntegerField(default=1, verbose_name='versi')),
                ('kegiatan', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='pilihan_pendaftaran', to='pelatihan.kegiatan', verbose_name='kegiatan')),
            ],
            options={
                'verbose_name': 'pilihan pendaftaran',
                'verbose_name_plural': 'pilihan pendaftaran',
                'ordering': ['pk'],
            },
        ),
        migrations.RunPython(isi, kosongkan),
    ]
