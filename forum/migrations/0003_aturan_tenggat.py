"""Limits of time for reports of citizens, with the rows that are used until PermenPANRB 5/2025 was read."""

import datetime

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import uuid
from django.db import migrations, models

PRAKTIK = (
    "Praktik menurut PermenPANRB 62/2018, yang sudah diganti. Periksa terhadap PermenPANRB 5/2025. Sumber: "
)
UU = "UU 25/2009 tentang Pelayanan Publik, Pasal 42–50 (bunyi pasal belum dibaca ulang). "
KERJA, KALENDER = "hari_kerja", "hari_kalender"
# (code, step, kind of report, limit, unit, source)
BARIS = [
    ("VERIF", "verifikasi", "semua", 3, KERJA, PRAKTIK + "tanya jawab LAPOR!, paling lambat 3 hari kerja."),
    ("RESP_INFO", "penyelesaian", "ringan", 5, KERJA, PRAKTIK + "keterangan kementerian 2018 dan standar daerah."),
    ("RESP_NONWAS", "penyelesaian", "tidak_berkadar", 14, KERJA, PRAKTIK + "keterangan kementerian 2018."),
    ("RESP_WAS", "penyelesaian", "berkadar", 60, KERJA, PRAKTIK + "keterangan kementerian 2018."),
    ("RESP_RINGAN", "penyelesaian", "di_tempat", 2, KERJA, PRAKTIK + "standar daerah: 3 jam atau 2 hari kerja."),
    ("RESP_ASP", "penyelesaian", "aspirasi", 14, KERJA, "Pilihan kantor: tidak ada angka dalam sumber yang dibaca."),
    ("LAPOR_TL", "tindak_lanjut", "semua", 5, KERJA, PRAKTIK + "uraian aplikasi SP4N-LAPOR!."),
    ("LAPOR_BALAS", "balasan", "semua", 10, KERJA, PRAKTIK + "uraian aplikasi SP4N-LAPOR!; balasan memulai lagi."),
    ("KEBERATAN", "keberatan", "semua", 10, KERJA, "Pilihan kantor, sejalan dengan LAPOR_BALAS."),
    ("KIP", "penyelesaian", "ppid", 10, KERJA, "UU 14/2008; standar pelayanan beberapa daerah."),
    ("KIP_PANJANG", "perpanjangan", "ppid", 7, KERJA, "UU 14/2008; standar pelayanan beberapa daerah."),
    ("UU_ADUAN", "penyampaian", "pengaduan", 30, KALENDER, UU + "Mengadu paling lama 30 hari sesudah dilayani."),
    ("UU_TANGGAP", "verifikasi", "pengaduan", 14, KALENDER, UU + "Tanggapan tentang kelengkapan."),
    ("UU_LENGKAPI", "pelengkapan", "semua", 30, KALENDER, UU + "Tidak dilengkapi berarti dicabut."),
    ("UU_PUTUSAN", "penyelesaian", "pengaduan", 60, KALENDER, UU + "Juga Perpres 76/2013: 60 hari sejak berkas lengkap."),
    ("UU_KABAR", "pemberitahuan", "pengaduan", 14, KALENDER, UU + "Kabar sesudah keputusan."),
]


def isi(apps, schema_editor):
    for kode, tahap, jenis, jumlah, satuan, dasar in BARIS:
        apps.get_model("forum", "AturanTenggat").objects.get_or_create(
            kode=kode,
            berlaku_mulai=datetime.date(2025, 1, 1),
            defaults={"tahap": tahap, "jenis": jenis, "jumlah": jumlah, "satuan": satuan, "dasar_hukum": dasar},
        )


class Migration(migrations.Migration):

    # For btree_gist.
    dependencies = [("forum", "0002_sesi_awal"), ("organisasi", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name='AturanTenggat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='kode')),
                ('kode', models.SlugField(max_length=30, verbose_name='kode')),
                ('tahap', models.CharField(choices=[('verifikasi', 'Verifikasi dan kabar pertama'), ('penyelesaian', 'Jawaban'), ('tindak_lanjut', 'Rumusan tindak lanjut di LAPOR!'), ('balasan', 'Menunggu balasan pelapor'), ('keberatan', 'Keberatan pelapor'), ('pelengkapan', 'Pelengkapan oleh pelapor'), ('pemberitahuan', 'Kabar tentang keputusan'), ('penyampaian', 'Mengadu sesudah dilayani'), ('perpanjangan', 'Perpanjangan')], max_length=20, verbose_name='tahap')),
                ('jenis', models.CharField(choices=[('semua', 'Semua laporan'), ('pengaduan', 'Semua pengaduan'), ('di_tempat', 'Pengaduan yang selesai di tempat'), ('ringan', 'Permintaan informasi dan pengaduan ringan'), ('tidak_berkadar', 'Pengaduan tidak berkadar pengawasan'), ('berkadar', 'Pengaduan berkadar pengawasan'), ('aspirasi', 'Saran dan aspirasi'), ('ppid', 'Permintaan informasi lewat PPID')], max_length=20, verbose_name='berlaku untuk')),
                ('jumlah', models.PositiveSmallIntegerField(verbose_name='batas')),
                ('satuan', models.CharField(choices=[('hari_kerja', 'hari kerja'), ('hari_kalender', 'hari kalender')], default='hari_kerja', max_length=15, verbose_name='satuan')),
                ('dasar_hukum', models.TextField(verbose_name='dasar hukum')),
                ('berlaku_mulai', models.DateField(verbose_name='berlaku mulai')),
                ('berlaku_sampai', models.DateField(blank=True, null=True, verbose_name='berlaku sampai')),
                ('terverifikasi', models.BooleanField(default=False, help_text='Periksa terhadap PermenPANRB 5/2025 sebelum mencentang.', verbose_name='sudah diperiksa dengan peraturan')),
            ],
            options={
                'verbose_name': 'aturan tenggat',
                'verbose_name_plural': 'aturan tenggat',
                'ordering': ['kode', '-berlaku_mulai'],
                'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('kode', '='), (models.Func(models.F('berlaku_mulai'), models.F('berlaku_sampai'), models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='aturantenggat_masa_tidak_bertumpuk', violation_error_message='Masa berlaku aturan berkode ini bertumpuk. Akhiri dulu aturan yang lama.'), models.CheckConstraint(condition=models.Q(('berlaku_sampai__isnull', True), ('berlaku_sampai__gte', models.F('berlaku_mulai')), _connector='OR'), name='aturantenggat_masa_urut', violation_error_message='Hari terakhir berlaku harus sesudah hari pertamanya.'), models.CheckConstraint(condition=models.Q(('jumlah__gte', 1)), name='aturantenggat_batas_positif', violation_error_message='Batas paling kecil 1 hari.')],
            },
        ),
        migrations.RunPython(isi, migrations.RunPython.noop),
    ]
