"""Sums of the respondents' scores beside the other counters, filled from the answers that are there."""

import django.db.models
from django.db import migrations

# The same arithmetic as the recount of this day: 27.720 is divided by every number of answers up to twelve.
ISI = """
UPDATE survei_rekapharian r SET skor = h.skor, skor_kuadrat = h.skor_kuadrat
  FROM (SELECT survei_id, layanan_id, tanggal, coalesce(sum(skor) FILTER (WHERE terjawab >= minimal), 0) AS skor,
               coalesce(sum(skor * skor) FILTER (WHERE terjawab >= minimal), 0) AS skor_kuadrat
          FROM (SELECT j.survei_id, j.layanan_id, j.tanggal, i.minimal_terjawab AS minimal,
                       count(j.jawaban ->> p.kode_unsur) AS terjawab,
                       (sum((j.jawaban ->> p.kode_unsur)::bigint)
                        * (27720 / nullif(count(j.jawaban ->> p.kode_unsur), 0)))::bigint AS skor
                  FROM survei_respons j
                  JOIN survei_survei s ON s.id = j.survei_id
                  JOIN survei_instrumen i ON i.id = s.instrumen_id
                  JOIN survei_pertanyaan p ON p.instrumen_id = i.id
                 WHERE NOT j.dibatalkan
                 GROUP BY j.submission_id, i.minimal_terjawab) f
         GROUP BY survei_id, layanan_id, tanggal HAVING max(terjawab) <= 12) h
 WHERE r.survei_id = h.survei_id AND r.layanan_id = h.layanan_id AND r.hari = h.tanggal
"""


class Migration(migrations.Migration):
    dependencies = [("survei", "0005_loket")]

    operations = [
        migrations.AddField(
            model_name="rekapharian",
            name="skor",
            field=django.db.models.BigIntegerField(null=True, verbose_name="jumlah skor"),
        ),
        migrations.AddField(
            model_name="rekapharian",
            name="skor_kuadrat",
            field=django.db.models.BigIntegerField(null=True, verbose_name="jumlah kuadrat skor"),
        ),
        migrations.RunSQL(ISI, migrations.RunSQL.noop),
    ]
