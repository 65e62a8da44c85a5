"""Evaluation run against one hand-written SQL statement that stores comparable rows; prints ratios, judges nothing
but that both stored every person. Number of people: ``PEGAWAI`` (default 2,000)."""

from __future__ import annotations

import os
import sys
import time
from statistics import median

import pytest
from django.db import connection

from kinerja.management.commands.data_skala import buat_data_skala
from kinerja.models import Evaluasi, RunEvaluasi
from kinerja.proses import buka_run, kerjakan_potongan, siapkan_run
from tests.serentak import UjiSerentak

pytestmark = pytest.mark.benchmark

JUMLAH = int(os.environ.get("PEGAWAI", "2000"))
PUTARAN = 3

# The same arithmetic and rows of the same size by one statement: capped achievement per indicator, mean, behaviour
# mean, weighted figure, ratings, quadrant, inputs and lines as JSON.
SATU_PERNYATAAN = """
WITH capaian AS (
    SELECT s.pegawai_id, i.id, i.uraian, r.uraian AS rhk, i.target, i.target_atas, x.nilai,
           CASE WHEN x.nilai IS NOT NULL THEN round(LEAST(GREATEST(CASE
               WHEN x.nilai BETWEEN i.target AND i.target_atas THEN 100
             WHEN i.arah = 'rendah' THEN (2 - x.nilai / i.target) * 100
             WHEN x.nilai > i.target_atas THEN x.nilai / i.target_atas * 100
             ELSE x.nilai / i.target * 100 END, 0), 120), 4) END AS persen
    FROM kinerja_skp s JOIN kinerja_rencanahasilkerja r ON r.skp_id = s.id
    JOIN kinerja_indikator i ON i.rencana_id = r.id
    LEFT JOIN kinerja_realisasi x ON x.indikator_id = i.id AND x.periode_id = %(periode)s
    WHERE s.status IN ('disetujui', 'selesai') AND DATE '2026-09-30' BETWEEN s.mulai AND s.selesai
), hasil AS (
    SELECT pegawai_id, round(avg(persen), 4) AS hasil,
           jsonb_agg(jsonb_build_object('id', id, 'nama', uraian, 'rhk', rhk, 'arah', 'tinggi', 'sumber', 'manual',
               'target', jsonb_build_array(target::text, target_atas::text), 'asal_target', 'target setahun',
               'satuan', 'dokumen', 'realisasi', nilai::text, 'bobot', NULL, 'n', NULL, 'bendera', '[]'::jsonb,
               'keterangan', '') ORDER BY id) AS bahan,
           jsonb_agg(jsonb_build_object('kode', 'capaian.' || id, 'label', uraian,
               'nilai', persen::text, 'alasan', NULL,
               'rumus', COALESCE(nilai, 0) || ' ÷ ' || target || ' × 100') ORDER BY id) AS baris
    FROM capaian GROUP BY pegawai_id
), perilaku AS (
    SELECT pegawai_id, round(avg(angka), 4) AS perilaku,
           jsonb_agg(jsonb_build_array(nilai_dasar, 'atasan', rating, 1) ORDER BY nilai_dasar) AS bahan,
           jsonb_agg(jsonb_build_object('kode', 'perilaku.' || nilai_dasar, 'label', nilai_dasar, 'alasan', NULL,
               'nilai', angka::text, 'rumus', 'atasan: ' || rating) ORDER BY nilai_dasar) AS baris
    FROM (SELECT *, CASE rating WHEN 'di_atas' THEN 120.0 WHEN 'sesuai' THEN 100.0 ELSE 80.0 END AS angka
          FROM kinerja_penilaianperilaku WHERE periode_id = %(periode)s) p GROUP BY pegawai_id
), orang AS (
    SELECT p.id, p.golongan, j.nama AS jabatan, u.id AS unit_id, u.nama AS unit, s.penilai_id, s.penilai_luar_id,
           COALESCE(a.nama, 'Sekretaris Daerah') AS penilai, h.hasil, k.perilaku, h.bahan AS bahan_hasil,
           k.bahan AS bahan_perilaku, h.baris || k.baris AS baris, round((70 * hasil + 30 * perilaku) / 100, 4) AS angka
    FROM organisasi_pegawai p JOIN organisasi_penugasan t ON t.pegawai_id = p.id AND t.sifat = 'definitif'
    JOIN organisasi_jabatan j ON j.id = t.jabatan_id JOIN organisasi_unitkerja u ON u.id = j.unit_id
    JOIN kinerja_skp s ON s.pegawai_id = p.id LEFT JOIN organisasi_pegawai a ON a.id = s.penilai_id
    LEFT JOIN hasil h ON h.pegawai_id = p.id LEFT JOIN perilaku k ON k.pegawai_id = p.id
), rating AS (
    SELECT *, CASE WHEN hasil >= 110 THEN 'di_atas' WHEN hasil >= 90 THEN 'sesuai' ELSE 'di_bawah' END AS rh,
           CASE WHEN perilaku >= 110 THEN 'di_atas' WHEN perilaku >= 90 THEN 'sesuai' ELSE 'di_bawah' END AS rp
    FROM orang
)
INSERT INTO kinerja_evaluasi (uuid, pegawai_id, periode_id, revisi, terbaru, run_id, aturan_id, skema, unit_id,
    unit_nama, jabatan_nama, golongan, penilai_id, penilai_luar_id, penilai_nama, penilai_jabatan, nilai_hasil,
    nilai_perilaku, nilai_kinerja, usulan_hasil, usulan_perilaku, usulan_predikat, bahan, rincian, status, rating_hasil,
    rating_perilaku, predikat, alasan, surat_nomor, surat_pindaian, versi, tidak_dinilai)
SELECT gen_random_uuid(), id, %(periode)s, 0, true, %(run)s, %(aturan)s, 'permenpanrb_6_2022', unit_id, unit, jabatan,
    golongan, penilai_id, penilai_luar_id, penilai, 'Kepala unit', hasil, perilaku, angka, rh, rp,
    CASE WHEN rp = 'di_bawah' THEN CASE WHEN rh = 'di_bawah' THEN 'sangat_kurang' ELSE 'kurang' END
         WHEN rh = 'di_bawah' THEN 'butuh_perbaikan'
         WHEN rh = 'di_atas' AND rp = 'di_atas' THEN 'sangat_baik' ELSE 'baik' END,
    jsonb_build_object('pegawai_id', id, 'indikator', bahan_hasil, 'perilaku', bahan_perilaku, 'warga', '[]'::jsonb,
        'alasan_tanpa_skp', NULL, 'konteks', jsonb_build_object('hari_terakhir', '2026-09-30', 'memimpin', false)),
    baris || jsonb_build_array(
        jsonb_build_object('kode', 'hasil', 'label', 'Hasil kerja', 'nilai', hasil::text, 'rumus', ''),
        jsonb_build_object('kode', 'perilaku', 'label', 'Perilaku', 'nilai', perilaku::text, 'rumus', ''),
        jsonb_build_object('kode', 'kinerja', 'label', 'Angka bantu', 'nilai', angka::text, 'rumus', '')),
    'menunggu', '', '', '', '', '', '', 1, false
FROM rating
"""


class TolokUkurRunTests(UjiSerentak):
    """Rows are committed as in production: inside one long transaction dead rows and deferred checks pile up."""

    def test_ratio_to_one_sql_statement(self) -> None:
        periode = buat_data_skala(pegawai=JUMLAH)
        with connection.cursor() as kursor:
            kursor.execute("ANALYZE")
        run = buka_run(periode=periode)
        waktu: dict[str, list[float]] = {"sql": [], "run baru": [], "run ulang": []}
        angka = {}
        for _ in range(PUTARAN):
            for cara in ("sql", "run"):
                Evaluasi.objects.all().delete()
                with connection.cursor() as kursor:
                    kursor.execute("VACUUM ANALYZE")
                if cara == "sql":
                    waktu["sql"].append(self._sql(run))
                else:
                    waktu["run baru"].append(self._run(run))
                    waktu["run ulang"].append(self._run(run))
                assert Evaluasi.objects.count() == JUMLAH
                angka[cara] = list(
                    Evaluasi.objects.order_by("pegawai_id").values_list(
                        "nilai_hasil",
                        "nilai_perilaku",
                        "nilai_kinerja",
                        "usulan_predikat",
                        "penilai_id",
                        "penilai_luar_id",
                    )
                )
        # Compared as a whole: a report of the difference between thousands of rows takes minutes.
        sama = angka["sql"] == angka["run"]
        assert sama
        dasar = median(waktu["sql"])
        baris = [f"{JUMLAH} pegawai, satu proses, median {PUTARAN} putaran berselang-seling"]
        for nama, detik in waktu.items():
            baris.append(f"  {nama:10} {median(detik):7.2f} detik   {median(detik) / dasar:5.2f} x satu pernyataan SQL")
        sys.stdout.write("\n" + "\n".join(baris) + "\n")

    def _sql(self, run: RunEvaluasi) -> float:
        mulai = time.perf_counter()
        with connection.cursor() as kursor:
            kursor.execute(SATU_PERNYATAAN, {"periode": run.periode_id, "run": run.pk, "aturan": run.aturan_id})
        return time.perf_counter() - mulai

    def _run(self, run: RunEvaluasi) -> float:
        run.potongan.update(status="menunggu", percobaan=0)
        mulai = time.perf_counter()
        konteks = siapkan_run(run)
        while kerjakan_potongan(konteks=konteks) is not None:
            pass
        return time.perf_counter() - mulai
