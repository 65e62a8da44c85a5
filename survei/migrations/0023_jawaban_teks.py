"""Answers in words leave the coded answers: a column as typed, a column to be read, and a check that none come back."""

from django.db import migrations, models


# "" stays where the words stood: the question was answered, and the counts are still checked against that.
PINDAH = """
UPDATE survei_respons r SET teks_asli = t.teks, jawaban = r.jawaban || t.tanda
  FROM (SELECT r.submission_id, jsonb_object_agg(p.kode_unsur, r.jawaban -> p.kode_unsur) AS teks,
               jsonb_object_agg(p.kode_unsur, '') AS tanda
          FROM survei_respons r
          JOIN survei_survei s ON s.id = r.survei_id
          JOIN survei_pertanyaan p ON p.instrumen_id = s.instrumen_id AND p.jenis = 'teks'
         WHERE jsonb_typeof(r.jawaban -> p.kode_unsur) = 'string' GROUP BY 1) t
 WHERE t.submission_id = r.submission_id
"""
KEMBALI = "UPDATE survei_respons SET jawaban = jawaban || teks_asli WHERE teks_asli <> '{}'"


class Migration(migrations.Migration):

    dependencies = [
        ('organisasi', '0009_hasil_program'),
        ('survei', '0022_populasi_layanan'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='respons',
            name='respons_samaran_bersidik',
        ),
        migrations.RemoveIndex(
            model_name='respons',
            name='respons_saran_asli',
        ),
        migrations.AddField(
            model_name='respons',
            name='teks_asli',
            field=models.JSONField(blank=True, db_default={}, default=dict, verbose_name='jawaban teks seperti ditulis'),
        ),
        migrations.AddField(
            model_name='respons',
            name='teks_tersamar',
            field=models.JSONField(blank=True, null=True, verbose_name='jawaban teks yang boleh dibaca'),
        ),
        migrations.RunSQL(PINDAH, KEMBALI),
        migrations.AlterField(
            model_name='masasimpan',
            name='hari_saran_asli',
            field=models.PositiveSmallIntegerField(default=30, help_text='Saran dan jawaban teks. Dihitung dari penguncian; sesudahnya hanya yang sudah disamarkan yang ada.', verbose_name='hari menyimpan tulisan asli warga'),
        ),
        migrations.AlterField(
            model_name='masasimpan',
            name='tahun_saran',
            field=models.PositiveSmallIntegerField(default=1, help_text='Saran dan jawaban teks yang disamarkan. Dihitung dari publikasi; tanpa publikasi dari penguncian.', verbose_name='tahun menyimpan tulisan warga'),
        ),
        migrations.AlterField(
            model_name='survei',
            name='saran_dihapus_pada',
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='tulisan warga dihapus pada'),
        ),
        migrations.AddIndex(
            model_name='respons',
            index=models.Index(condition=models.Q(('saran__gt', ''), models.Q(('teks_asli', {}), _negated=True), _connector='OR'), fields=['sidik_samaran'], name='respons_tulisan_asli'),
        ),
        migrations.AddConstraint(
            model_name='respons',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('saran_tersamar__isnull', True), ('teks_tersamar__isnull', True)), models.Q(('sidik_samaran', ''), _negated=True), _connector='OR'), name='respons_samaran_bersidik'),
        ),
        migrations.AddConstraint(
            model_name='respons',
            constraint=models.CheckConstraint(condition=models.Q(models.Func(models.F('jawaban'), models.Value('$.* ? (@ like_regex "[^0-9.-]")'), function='jsonb_path_exists', output_field=models.BooleanField(), template='NOT %(function)s(%(expressions)s)')), name='respons_jawaban_tanpa_kata'),
        ),
        migrations.AlterConstraint(
            model_name='masasimpan',
            name='masa_simpan_jawaban_sesudah_saran',
            constraint=models.CheckConstraint(condition=models.Q(('tahun_jawaban__gte', models.F('tahun_saran')), ('tahun_saran__gte', 1)), name='masa_simpan_jawaban_sesudah_saran', violation_error_message='Jawaban disimpan sekurangnya selama tulisan, dan tulisan sekurangnya setahun.'),
        ),
    ]
