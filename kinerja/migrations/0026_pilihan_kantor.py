"""Numbers that an office chooses, as rows with dates: those that stood in the code hold from the beginning."""

from datetime import date

import django.contrib.postgres.fields
import uuid
from django.db import migrations, models


NAMA = "Pilihan semula"
DASAR = "Pilihan kantor. Tidak satu pun dari angka ini ditemukan dalam peraturan."


def isi(apps, schema_editor):
    pilihan = apps.get_model("kinerja", "PilihanKantor")
    pilihan.objects.using(schema_editor.connection.alias).create(
        nama=NAMA,
        mulai=date(2000, 1, 1),
        dasar=DASAR,
        minimal_tanpa_nama=3,
        hari_isian_atas_nama=14,
        hari_jawab_dukungan=5,
        hari_pengingat=[7, 3, 1],
        hari_penilaian_diri=14,
        hari_kabar=14,
        hari_tinjau_pembinaan=14,
    )


class Migration(migrations.Migration):

    dependencies = [
        ("kinerja", "0025_tidak_dinilai"),
    ]

    operations = [
        migrations.CreateModel(
            name='PilihanKantor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='kode')),
                ('nama', models.CharField(max_length=100, verbose_name='nama')),
                ('mulai', models.DateField(unique=True, verbose_name='berlaku mulai')),
                ('dasar', models.TextField(help_text='Misalnya nomor surat, atau kesepakatan rapat dan tanggalnya.', verbose_name='dasar')),
                ('minimal_tanpa_nama', models.PositiveSmallIntegerField(help_text='Dibuka setelah sebanyak ini terkumpul dalam satu triwulan, menurut angka pada hari pertamanya.', verbose_name='umpan balik tanpa nama paling sedikit')),
                ('hari_isian_atas_nama', models.PositiveSmallIntegerField(verbose_name='hari isian atas nama menunggu disahkan')),
                ('hari_jawab_dukungan', models.PositiveSmallIntegerField(verbose_name='hari kerja untuk menjawab permintaan dukungan')),
                ('hari_pengingat', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), blank=True, help_text='Dipisahkan koma, misalnya 7,3,1. Kosongkan bila kantor tidak memakai pengingat.', size=None, verbose_name='pengingat realisasi, hari sebelum tenggat')),
                ('hari_penilaian_diri', models.PositiveSmallIntegerField(verbose_name='hari sebelum akhir periode penilaian diri diminta')),
                ('hari_kabar', models.PositiveSmallIntegerField(verbose_name='hari keputusan keberatan tampil sebagai kabar')),
                ('hari_tinjau_pembinaan', models.PositiveSmallIntegerField(verbose_name='hari sebelum tinjauan pembinaan diingatkan')),
            ],
            options={
                'verbose_name': 'pilihan kantor',
                'verbose_name_plural': 'pilihan kantor',
                'ordering': ['-mulai'],
                'constraints': [models.CheckConstraint(condition=models.Q(('minimal_tanpa_nama__gte', 3)), name='pilihan_kantor_tanpa_nama', violation_error_message='Umpan balik tanpa nama paling sedikit 3.'), models.CheckConstraint(condition=models.Q(('hari_isian_atas_nama__gte', 1), ('hari_jawab_dukungan__gte', 1), ('hari_kabar__gte', 1), ('hari_penilaian_diri__gte', 1), ('hari_tinjau_pembinaan__gte', 1)), name='pilihan_kantor_lebih_dari_nol', violation_error_message='Jumlah hari paling sedikit 1.')],
            },
        ),
        migrations.RunPython(isi, migrations.RunPython.noop),
        migrations.RemoveConstraint(model_name="pengingat", name="pengingat_sekali_per_jenis"),
        migrations.AddField(
            model_name="pengingat",
            name="sisa_hari",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="hari sebelum tenggat"),
            preserve_default=False,
        ),
        # «h7» was sent seven days before.
        migrations.RunSQL(
            "UPDATE kinerja_pengingat SET sisa_hari = substr(jenis, 2)::smallint",
            "UPDATE kinerja_pengingat SET jenis = 'h' || sisa_hari",
        ),
        migrations.RemoveField(model_name="pengingat", name="jenis"),
        migrations.AddConstraint(
            model_name="pengingat",
            constraint=models.UniqueConstraint(
                fields=("pegawai", "periode", "sisa_hari"), name="pengingat_sekali_per_hari"
            ),
        ),
    ]
