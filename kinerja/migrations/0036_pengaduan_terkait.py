import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kinerja', '0035_sumber_program'),
        ('kinerja', '0035_sumber_program'),
        ('organisasi', '0010_warga'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PengaduanTerkait',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='kode')),
                ('kunci', models.CharField(max_length=60, verbose_name='kunci pengaduan')),
                ('nomor', models.CharField(max_length=20, verbose_name='nomor pengaduan')),
                ('hari', models.DateField(verbose_name='selesai pada')),
                ('layanan', models.CharField(max_length=200, verbose_name='layanan')),
                ('tentang_orang', models.BooleanField(verbose_name='tentang pegawai ini')),
                ('pernyataan', models.TextField(verbose_name='pernyataan')),
                ('pada', models.DateField(verbose_name='dikaitkan pada')),
                ('tanggapan', models.TextField(blank=True, verbose_name='tanggapan pegawai')),
                ('ditanggapi_pada', models.DateField(blank=True, null=True, verbose_name='ditanggapi pada')),
                ('dicabut_pada', models.DateField(blank=True, null=True, verbose_name='dicabut pada')),
                ('alasan_cabut', models.TextField(blank=True, verbose_name='alasan dicabut')),
                ('oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dikaitkan oleh')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pengaduan_terkait', to='organisasi.pegawai', verbose_name='pegawai')),
                ('periode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kinerja.periode', verbose_name='periode')),
                ('rencana', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kinerja.rencanahasilkerja', verbose_name='hasil kerja')),
            ],
            options={
                'verbose_name': 'pengaduan terkait',
                'verbose_name_plural': 'pengaduan terkait',
                'ordering': ['hari', 'pk'],
                'indexes': [models.Index(fields=['pegawai', 'periode'], name='kinerja_pen_pegawai_e702eb_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('dicabut_pada__isnull', True)), fields=('pegawai', 'kunci'), name='pengaduanterkait_sekali'), models.CheckConstraint(condition=models.Q(('pernyataan', ''), _negated=True), name='pengaduanterkait_berpernyataan'), models.CheckConstraint(condition=models.Q(models.Q(('ditanggapi_pada__isnull', True), ('tanggapan', '')), models.Q(models.Q(('tanggapan', ''), _negated=True), ('ditanggapi_pada__isnull', False)), _connector='OR'), name='pengaduanterkait_tanggapan_bertanggal'), models.CheckConstraint(condition=models.Q(models.Q(('alasan_cabut', ''), ('dicabut_pada__isnull', True)), models.Q(models.Q(('alasan_cabut', ''), _negated=True), ('dicabut_pada__isnull', False)), _connector='OR'), name='pengaduanterkait_cabut_beralasan')],
            },
        ),
    ]
