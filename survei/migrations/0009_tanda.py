"""Counters of the marks per channel, filled from the answers that are there."""

import django.db.models.deletion
from django.db import migrations, models

ISI = """
INSERT INTO survei_hitungantanda (survei_id, layanan_id, hari, saluran, tanda, jumlah)
SELECT survei_id, layanan_id, tanggal, saluran, satu, count(*)
  FROM (SELECT j.survei_id, j.layanan_id, j.tanggal, j.saluran,
               array_remove(j.bendera::text[], 'lurus')
               || CASE WHEN count(DISTINCT j.jawaban ->> p.kode_unsur) = 1 THEN ARRAY['lurus'] ELSE ARRAY[]::text[] END
               AS tanda
          FROM survei_respons j
          JOIN survei_survei s ON s.id = j.survei_id
          JOIN survei_instrumen i ON i.id = s.instrumen_id
          JOIN survei_pertanyaan p ON p.instrumen_id = i.id
         WHERE NOT j.dibatalkan
         GROUP BY j.submission_id, i.minimal_terjawab
        HAVING count(j.jawaban ->> p.kode_unsur) >= greatest(i.minimal_terjawab, 1)) f
 CROSS JOIN LATERAL unnest(
       ARRAY['semua']
       || CASE WHEN tanda && ARRAY['lurus', 'orang_dalam'] THEN ARRAY['ditandai'] ELSE ARRAY[]::text[] END || tanda
       ) AS satu
 GROUP BY 1, 2, 3, 4, 5
"""


class Migration(migrations.Migration):
    dependencies = [("organisasi", "__first__"), ("survei", "0008_tindak_lanjut")]

    operations = [
        migrations.CreateModel(
            name="HitunganTanda",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("hari", models.DateField(verbose_name="hari")),
                ("saluran", models.CharField(max_length=10, verbose_name="saluran")),
                ("tanda", models.CharField(max_length=20, verbose_name="tanda")),
                ("jumlah", models.PositiveIntegerField(verbose_name="jumlah")),
                (
                    "layanan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisasi.layanan"
                    ),
                ),
                (
                    "survei",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hitungan_tanda",
                        to="survei.survei",
                    ),
                ),
            ],
            options={
                "verbose_name": "hitungan tanda",
                "verbose_name_plural": "hitungan tanda",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("survei", "layanan", "hari", "saluran", "tanda"), name="hitungan_tanda_sel"
                    )
                ],
            },
        ),
        migrations.RunSQL(ISI, migrations.RunSQL.noop),
    ]
