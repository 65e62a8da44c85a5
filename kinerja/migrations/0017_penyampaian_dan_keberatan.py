"""Delivery of final evaluations and objections.

An objection is made only to the newest final result, never to one that already is the answer to an objection, and a
decided or withdrawn one never changes. Results that were final before count as delivered on the day they became so.
"""

import django.db.models.deletion
import uuid
from datetime import date
from django.conf import settings
from django.db import migrations, models

NAMA = "PP 30/2019 Pasal 56 dan 59"
DASAR_HUKUM = (
    "Keberatan paling lama 14 hari sejak hasil diterima, kepada atasan pejabat penilai, dan keputusannya final: "
    "Peraturan Pemerintah Nomor 30 Tahun 2019 Pasal 59. Peraturan itu tidak menyebut hari kalender atau hari kerja; "
    "kantor ini memakai hari kalender. Enam bulan untuk memperbaiki kinerja: Pasal 56. Waktu 14 hari untuk memutus "
    "keberatan adalah pilihan kantor. Isi pasal dibaca dari kutipan, belum dari lembaran negara."
)

PASANG = """
CREATE FUNCTION kinerja_keberatan_sah() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM kinerja_evaluasi WHERE id = NEW.evaluasi_id AND status = 'ditetapkan' AND terbaru) THEN
        RAISE EXCEPTION 'Keberatan hanya atas hasil terbaru yang sudah ditetapkan.'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'keberatan_atas_hasil_final';
    END IF;
    IF EXISTS (SELECT FROM kinerja_keberatan WHERE evaluasi_baru_id = NEW.evaluasi_id) THEN
        RAISE EXCEPTION 'Keputusan atas keberatan bersifat final.'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'keberatan_sekali_saja';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER keberatan_sah BEFORE INSERT ON kinerja_keberatan
    FOR EACH ROW EXECUTE FUNCTION kinerja_keberatan_sah();
CREATE FUNCTION kinerja_keberatan_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Keberatan yang sudah diputus atau dicabut tidak dapat diubah, dan keberatan tidak dihapus.'
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'keberatan_tetap';
END
$$;
CREATE TRIGGER keberatan_tetap BEFORE UPDATE ON kinerja_keberatan
    FOR EACH ROW WHEN (OLD.status IN ('diputus', 'dicabut') OR OLD.evaluasi_id <> NEW.evaluasi_id)
    EXECUTE FUNCTION kinerja_keberatan_tetap();
CREATE TRIGGER keberatan_tidak_dihapus BEFORE DELETE ON kinerja_keberatan
    FOR EACH ROW EXECUTE FUNCTION kinerja_keberatan_tetap();
"""

LEPAS = """
DROP TRIGGER keberatan_tidak_dihapus ON kinerja_keberatan;
DROP TRIGGER keberatan_tetap ON kinerja_keberatan;
DROP FUNCTION kinerja_keberatan_tetap();
DROP TRIGGER keberatan_sah ON kinerja_keberatan;
DROP FUNCTION kinerja_keberatan_sah();
"""

# One row for each result that is final already; who has no account waits for the paper.
SAMPAIKAN = """
INSERT INTO kinerja_hasilditerima (uuid, evaluasi_id, siap_pada, cara, disampaikan_pada, batas_keberatan, aturan_id,
                                   pindaian)
SELECT gen_random_uuid(), e.id, e.hari, CASE WHEN e.berakun THEN 'aplikasi' ELSE '' END,
       CASE WHEN e.berakun THEN e.hari END, CASE WHEN e.berakun THEN e.hari + a.hari_keberatan END,
       CASE WHEN e.berakun THEN a.id END, ''
FROM kinerja_aturantindaklanjut a,
     (SELECT e.id, (e.ditetapkan_pada AT TIME ZONE 'Asia/Jakarta')::date AS hari, coalesce(u.is_active, false) AS berakun
      FROM kinerja_evaluasi e JOIN organisasi_pegawai p ON p.id = e.pegawai_id
      LEFT JOIN organisasi_pengguna u ON u.id = p.pengguna_id
      WHERE e.status = 'ditetapkan') e
"""


def isi(apps, schema_editor):
    aturan = apps.get_model("kinerja", "AturanTindakLanjut")
    aturan.objects.using(schema_editor.connection.alias).create(
        nama=NAMA,
        mulai=date(2022, 2, 1),
        dasar_hukum=DASAR_HUKUM,
        terverifikasi=False,
        hari_keberatan=14,
        hari_kerja=False,
        hari_putusan=14,
        bulan_pembinaan=6,
    )


def kosongkan(apps, schema_editor):
    """The tables of this migration are dropped with their rows."""


class Migration(migrations.Migration):

    dependencies = [
        ("kinerja", "0016_pengingat"),
        ('organisasi', '0003_hari_libur'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AturanTindakLanjut',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='kode')),
                ('nama', models.CharField(max_length=100, verbose_name='nama')),
                ('mulai', models.DateField(unique=True, verbose_name='berlaku mulai')),
                ('selesai', models.DateField(blank=True, null=True, verbose_name='sampai dengan')),
                ('dasar_hukum', models.TextField(verbose_name='dasar hukum')),
                ('terverifikasi', models.BooleanField(default=False, verbose_name='sudah diperiksa dengan peraturan')),
                ('hari_keberatan', models.PositiveSmallIntegerField(verbose_name='hari untuk mengajukan keberatan')),
                ('hari_kerja', models.BooleanField(default=False, verbose_name='hari keberatan dihitung sebagai hari kerja')),
                ('hari_putusan', models.PositiveSmallIntegerField(verbose_name='hari kalender untuk memutus keberatan')),
                ('bulan_pembinaan', models.PositiveSmallIntegerField(verbose_name='bulan untuk memperbaiki kinerja')),
            ],
            options={
                'verbose_name': 'aturan tindak lanjut',
                'verbose_name_plural': 'aturan tindak lanjut',
                'ordering': ['-mulai'],
                'constraints': [models.CheckConstraint(condition=models.Q(('bulan_pembinaan__gte', 1), ('hari_keberatan__gte', 1), ('hari_putusan__gte', 1)), name='aturan_tindak_lanjut_lebih_dari_nol', violation_error_message='Jumlah hari dan bulan paling sedikit 1.'), models.CheckConstraint(condition=models.Q(('selesai__isnull', True), ('selesai__gte', models.F('mulai')), _connector='OR'), name='aturan_tindak_lanjut_urutan_tanggal', violation_error_message='Tanggal selesai mendahului tanggal mulai.')],
            },
        ),
        migrations.CreateModel(
            name='HasilDiterima',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='kode')),
                ('siap_pada', models.DateField(verbose_name='dapat disampaikan sejak')),
                ('cara', models.CharField(blank=True, choices=[('aplikasi', 'Lewat aplikasi'), ('kertas', 'Di atas kertas')], max_length=10, verbose_name='cara penyampaian')),
                ('disampaikan_pada', models.DateField(null=True, verbose_name='disampaikan pada')),
                ('batas_keberatan', models.DateField(null=True, verbose_name='hari terakhir mengajukan keberatan')),
                ('diterima_pada', models.DateTimeField(null=True, verbose_name='diterima pegawai pada')),
                ('pindaian', models.FileField(blank=True, upload_to='penyampaian/', verbose_name='pindaian tanda terima')),
                ('aturan', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='penyampaian', to='kinerja.aturantindaklanjut', verbose_name='aturan')),
                ('dicatat_oleh', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='dicatat oleh')),
                ('evaluasi', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='penyampaian', to='kinerja.evaluasi', verbose_name='evaluasi')),
                ('unit_penilai', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisasi.unitkerja', verbose_name='unit pejabat penilai')),
            ],
            options={
                'verbose_name': 'penyampaian hasil',
                'verbose_name_plural': 'penyampaian hasil',
                'ordering': ['siap_pada', 'pk'],
                'indexes': [models.Index(condition=models.Q(('disampaikan_pada', None)), fields=['siap_pada'], name='penyampaian_menunggu')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('batas_keberatan__isnull', True), ('cara', ''), ('disampaikan_pada__isnull', True), ('pindaian', '')), models.Q(('aturan__isnull', False), ('cara', 'aplikasi'), ('disampaikan_pada__isnull', False), ('pindaian', '')), models.Q(('aturan__isnull', False), ('cara', 'kertas'), ('dicatat_oleh__isnull', False), ('disampaikan_pada__isnull', False), models.Q(('pindaian', ''), _negated=True)), _connector='OR'), name='penyampaian_lengkap_menurut_caranya'), models.CheckConstraint(condition=models.Q(('disampaikan_pada__isnull', True), ('disampaikan_pada__gte', models.F('siap_pada')), _connector='OR'), name='penyampaian_sesudah_ditetapkan'), models.CheckConstraint(condition=models.Q(('batas_keberatan__isnull', True), ('batas_keberatan__gt', models.F('disampaikan_pada')), _connector='OR'), name='penyampaian_batas_sesudah_disampaikan'), models.CheckConstraint(condition=models.Q(('diterima_pada__isnull', True), ('cara', 'aplikasi'), _connector='OR'), name='penyampaian_diterima_di_aplikasi')],
            },
        ),
        migrations.CreateModel(
            name='Keberatan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='kode')),
                ('status', models.CharField(choices=[('diajukan', 'Diajukan'), ('didengar', 'Kedua pihak sudah didengar'), ('diputus', 'Diputus'), ('dicabut', 'Dicabut')], default='diajukan', max_length=10, verbose_name='keadaan')),
                ('alasan', models.TextField(verbose_name='alasan keberatan')),
                ('bukti', models.FileField(blank=True, upload_to='keberatan/', verbose_name='berkas pendukung')),
                ('diajukan_pada', models.DateField(verbose_name='diajukan pada')),
                ('batas_putusan', models.DateField(verbose_name='tenggat keputusan')),
                ('keterangan_pegawai', models.TextField(blank=True, verbose_name='keterangan pegawai')),
                ('keterangan_penilai', models.TextField(blank=True, verbose_name='keterangan pejabat penilai')),
                ('putusan', models.CharField(blank=True, choices=[('tetap', 'Hasil tetap'), ('berubah', 'Hasil berubah')], max_length=8, verbose_name='keputusan')),
                ('rating_hasil', models.CharField(blank=True, choices=[('di_bawah', 'di bawah ekspektasi'), ('sesuai', 'sesuai ekspektasi'), ('di_atas', 'di atas ekspektasi')], max_length=10, verbose_name='rating hasil kerja')),
                ('rating_perilaku', models.CharField(blank=True, choices=[('di_bawah', 'di bawah ekspektasi'), ('sesuai', 'sesuai ekspektasi'), ('di_atas', 'di atas ekspektasi')], max_length=10, verbose_name='rating perilaku')),
                ('alasan_putusan', models.TextField(blank=True, verbose_name='alasan keputusan')),
                ('pemutus_nama', models.CharField(blank=True, max_length=200, verbose_name='nama pejabat pemutus')),
                ('pemutus_jabatan', models.CharField(blank=True, max_length=200, verbose_name='jabatan pejabat pemutus')),
                ('ditutup_pada', models.DateField(null=True, verbose_name='diputus atau dicabut pada')),
                ('surat_nomor', models.CharField(blank=True, max_length=100, verbose_name='nomor surat keputusan')),
                ('surat_pindaian', models.FileField(blank=True, upload_to='keberatan/', verbose_name='pindaian surat keputusan')),
                ('versi', models.PositiveIntegerField(default=1, verbose_name='versi')),
                ('diubah', models.DateTimeField(verbose_name='diubah')),
                ('diajukan_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diajukan oleh')),
                ('ditutup_oleh', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diputus atau dicabut oleh')),
                ('diubah_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diubah oleh')),
                ('evaluasi', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='keberatan', to='kinerja.evaluasi', verbose_name='evaluasi')),
                ('evaluasi_baru', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='asal_keberatan', to='kinerja.evaluasi', verbose_name='hasil baru')),
            ],
            options={
                'verbose_name': 'keberatan',
                'verbose_name_plural': 'keberatan',
                'ordering': ['batas_putusan', 'pk'],
                'indexes': [models.Index(fields=['status', 'batas_putusan'], name='kinerja_keb_status_a72ceb_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('alasan', ''), _negated=True), name='keberatan_beralasan'), models.CheckConstraint(condition=models.Q(('evaluasi_baru', models.F('evaluasi')), _negated=True), name='keberatan_hasil_lain'), models.CheckConstraint(condition=models.Q(('status', 'dicabut'), models.Q(('status', 'diajukan'), models.Q(('keterangan_pegawai', ''), ('keterangan_penilai', ''), _connector='OR')), models.Q(('status__in', ['didengar', 'diputus']), models.Q(('keterangan_pegawai', ''), _negated=True), models.Q(('keterangan_penilai', ''), _negated=True)), _connector='OR'), name='keberatan_didengar_keduanya'), models.CheckConstraint(condition=models.Q(models.Q(('ditutup_oleh__isnull', True), ('ditutup_pada__isnull', True), ('status__in', ('diajukan', 'didengar'))), models.Q(('ditutup_oleh__isnull', False), ('ditutup_pada__isnull', False), ('status__in', ['diputus', 'dicabut'])), _connector='OR'), name='keberatan_ditutup_lengkap'), models.CheckConstraint(condition=models.Q(models.Q(models.Q(('status', 'diputus'), _negated=True), ('evaluasi_baru__isnull', True), ('putusan', '')), models.Q(('status', 'diputus'), models.Q(('alasan_putusan', ''), _negated=True), models.Q(('pemutus_nama', ''), _negated=True), models.Q(models.Q(('evaluasi_baru__isnull', True), ('putusan', 'tetap'), ('rating_hasil', ''), ('rating_perilaku', '')), models.Q(('evaluasi_baru__isnull', False), ('putusan', 'berubah'), models.Q(('rating_hasil', ''), _negated=True), models.Q(('rating_perilaku', ''), _negated=True)), _connector='OR')), _connector='OR'), name='keberatan_putusan_lengkap')],
            },
        ),
        migrations.RunSQL(PASANG, LEPAS),
        migrations.RunPython(isi, kosongkan),
        migrations.RunSQL(SAMPAIKAN, migrations.RunSQL.noop),
    ]
