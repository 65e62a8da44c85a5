import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('forum', '0011_cari_tanpa_daftar_tunggu'),
    ]

    operations = [
        migrations.AddField(
            model_name='tenggatlaporan',
            name='aturan_panjang',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='forum.aturantenggat', verbose_name='perpanjangan'),
        ),
        migrations.AlterField(
            model_name='aturantenggat',
            name='tahap',
            field=models.CharField(choices=[('verifikasi', 'Verifikasi dan kabar pertama'), ('penyelesaian', 'Jawaban'), ('tindak_lanjut', 'Rumusan tindak lanjut'), ('balasan', 'Menunggu balasan pelapor'), ('keberatan', 'Keberatan pelapor'), ('pelengkapan', 'Pelengkapan oleh pelapor'), ('pemberitahuan', 'Penyampaian jawaban'), ('penyampaian', 'Pengaduan sesudah kejadian'), ('perpanjangan', 'Perpanjangan')], max_length=20, verbose_name='tahap'),
        ),
        migrations.AlterField(
            model_name='riwayatlaporan',
            name='langkah',
            field=models.CharField(choices=[('kirim', 'Laporan diterima'), ('verifikasi', 'Laporan diperiksa'), ('minta_lengkapi', 'Pelapor diminta melengkapi'), ('lengkapi', 'Laporan dilengkapi'), ('disposisi', 'Diteruskan ke unit'), ('mulai', 'Mulai dikerjakan'), ('kembalikan', 'Dikembalikan oleh unit'), ('kabar', 'Kabar kemajuan'), ('jawab', 'Dijawab'), ('balas', 'Pelapor menulis'), ('keberatan', 'Pelapor berkeberatan'), ('selesai', 'Laporan ditutup'), ('setuju', 'Pelapor menerima jawaban'), ('buka_lagi', 'Dibuka kembali'), ('bukan_wewenang', 'Bukan wewenang kantor ini'), ('arsipkan', 'Tidak ditangani'), ('duplikat', 'Disatukan dengan laporan lain'), ('alihkan', 'Dialihkan ke LAPOR!'), ('cabut', 'Dicabut pelapor'), ('lewat', 'Tidak dilengkapi pada waktunya'), ('nilai', 'Penilaian pelapor'), ('nomor_lapor', 'Nomor LAPOR! dicatat'), ('rahasiakan', 'Disembunyikan dari umum'), ('hitung_ulang', 'Tenggat dihitung ulang'), ('perpanjang', 'Tenggat jawaban diperpanjang'), ('sampaikan', 'Jawaban disampaikan kepada pelapor')], max_length=20, verbose_name='langkah'),
        ),
        migrations.AlterField(
            model_name='tenggatlaporan',
            name='tahap',
            field=models.CharField(choices=[('verifikasi', 'Verifikasi dan kabar pertama'), ('penyelesaian', 'Jawaban'), ('tindak_lanjut', 'Rumusan tindak lanjut'), ('balasan', 'Menunggu balasan pelapor'), ('keberatan', 'Keberatan pelapor'), ('pelengkapan', 'Pelengkapan oleh pelapor'), ('pemberitahuan', 'Penyampaian jawaban'), ('penyampaian', 'Pengaduan sesudah kejadian'), ('perpanjangan', 'Perpanjangan')], max_length=20, verbose_name='tahap'),
        ),
        migrations.AddConstraint(
            model_name='tenggatlaporan',
            constraint=models.UniqueConstraint(condition=models.Q(('aturan_panjang__isnull', False)), fields=('laporan',), name='tenggatlaporan_satu_perpanjangan'),
        ),
    ]
