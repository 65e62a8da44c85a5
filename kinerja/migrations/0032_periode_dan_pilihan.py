"""Periods of one kind never overlap for the same people; two numbers that stood in the code become the office's choice."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
from django.db import migrations, models


# A set of words as a set of ranges, since an exclusion constraint can compare ranges but no arrays of text. Each word
# stands for the number of its hash; two words of one number would only make the rule stricter.
BUAT = """
CREATE FUNCTION kinerja_rentang_status(text[]) RETURNS int8multirange
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (SELECT coalesce(range_agg(int8range(hashtext(kata)::bigint, hashtext(kata)::bigint, '[]')), '{}')
        FROM unnest($1) kata);
"""

HAPUS = "DROP FUNCTION kinerja_rentang_status(text[]);"


class Migration(migrations.Migration):

    dependencies = [
        ('kinerja', '0031_keputusan_pembinaan'),
    ]

    operations = [
        migrations.RunSQL(BUAT, HAPUS),
        migrations.RemoveConstraint(
            model_name='pilihankantor',
            name='pilihan_kantor_lebih_dari_nol',
        ),
        migrations.AddField(
            model_name='pilihankantor',
            name='bulan_penetapan_skp',
            field=models.PositiveSmallIntegerField(default=1, help_text='Terhitung dari bulan mulainya: 1 berarti sampai akhir bulan itu, jadi 31 Januari untuk SKP setahun. Peraturan menyebut Januari; hari terakhirnya belum diperiksa dengan peraturan.', verbose_name='bulan untuk menetapkan SKP'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='pilihankantor',
            name='minimal_sebaran',
            field=models.PositiveSmallIntegerField(default=3, help_text='Pemeriksa melihat sebaran predikat satu kantor mulai sebanyak ini, agar hasil orang tidak terbaca.', verbose_name='sebaran predikat paling sedikit'),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name='periode',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('jenis', '='), (models.Func(models.F('mulai'), models.F('selesai'), models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&'), (models.Func(models.F('berlaku_untuk'), function='kinerja_rentang_status'), '&&')], name='periode_tidak_bertumpuk', violation_error_message='Masa ini bertumpuk dengan periode sejenis untuk pegawai yang sama. Periksa tanggal dan statusnya.'),
        ),
        migrations.AddConstraint(
            model_name='pilihankantor',
            constraint=models.CheckConstraint(condition=models.Q(('minimal_sebaran__gte', 3)), name='pilihan_kantor_sebaran', violation_error_message='Sebaran predikat paling sedikit 3 orang.'),
        ),
        migrations.AddConstraint(
            model_name='pilihankantor',
            constraint=models.CheckConstraint(condition=models.Q(('bulan_penetapan_skp__gte', 1), ('hari_isian_atas_nama__gte', 1), ('hari_jawab_data__gte', 1), ('hari_jawab_dukungan__gte', 1), ('hari_kabar__gte', 1), ('hari_penilaian_diri__gte', 1), ('hari_tinjau_pembinaan__gte', 1)), name='pilihan_kantor_lebih_dari_nol', violation_error_message='Jumlah hari atau bulan paling sedikit 1.'),
        ),
        migrations.AddConstraint(
            model_name='aturanpenilaian',
            constraint=models.CheckConstraint(condition=models.Q(('selesai__isnull', True), ('selesai__gte', models.F('mulai')), _connector='OR'), name='aturan_urutan_tanggal', violation_error_message='Tanggal selesai mendahului tanggal mulai.'),
        ),
    ]
