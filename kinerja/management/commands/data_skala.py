"""Synthetic load for benchmarks and fault tests."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from datetime import date
from io import StringIO
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from kinerja.enums import JenisPeriode
from kinerja.models import Periode
from rakumpit.organisasi.enums import STATUS_BERSKP, JenisUnit
from rakumpit.organisasi.models import Jabatan, Layanan, PejabatLuar, Penugasan, UnitKerja

KODE_PERIODE = "skala"
ORANG_PER_UNIT = 50
_NAMA_BOLEH = re.compile(r"^test_|skala|benchmark|tolok")

# One row per synthetic person: the first of each unit leads it. Values depend on the running number only, so that two
# databases of one size hold the same figures.
_ORANG = """
CREATE TEMP TABLE skala_orang ON COMMIT DROP AS
WITH baru AS (
    INSERT INTO organisasi_pegawai (uuid, nama, nama_urut, status, golongan, alasan_selesai, catatan, mulai)
    SELECT gen_random_uuid(), 'Pegawai Rekaan ' || i, 'pegawai rekaan ' || lpad(i::text, 7, '0'), 'pns', 'III/a', '',
           '', DATE '2024-01-01'
    FROM generate_series(1, %(n)s) AS i RETURNING id, nama_urut
), urut AS (SELECT id, row_number() OVER (ORDER BY nama_urut) - 1 AS urut FROM baru)
SELECT id AS pegawai_id, urut, (%(unit)s::bigint[])[urut / %(per)s + 1] AS unit_id, urut %% %(per)s = 0 AS memimpin,
       NULLIF(first_value(id) OVER (PARTITION BY urut / %(per)s ORDER BY urut), id) AS penilai_id
FROM urut
"""
_ISI = (
    """INSERT INTO organisasi_jabatan (uuid, unit_id, nama, urut, jenis, eselon, jenjang, memimpin, pimpinan_mandiri)
    SELECT gen_random_uuid(), unit_id, 'Jabatan Rekaan ' || urut, 1,
           CASE WHEN memimpin THEN 'pengawas' ELSE 'pelaksana' END, '', '', memimpin, false FROM skala_orang""",
    """INSERT INTO organisasi_penugasan (uuid, pegawai_id, jabatan_id, sifat, mulai, dasar)
    SELECT gen_random_uuid(), o.pegawai_id, j.id, 'definitif', DATE '2024-01-01', ''
    FROM skala_orang o JOIN organisasi_jabatan j ON j.unit_id = o.unit_id AND j.nama = 'Jabatan Rekaan ' || o.urut""",
    """INSERT INTO kinerja_skp (uuid, pegawai_id, mulai, selesai, penilai_id, penilai_luar_id, pendekatan, bentuk,
                                status, suntingan, versi, alasan_perubahan, catatan_pengembalian,
                                surat_persetujuan, pindaian_persetujuan)
    SELECT gen_random_uuid(), pegawai_id, DATE '2026-01-01', DATE '2026-12-31', penilai_id,
           CASE WHEN penilai_id IS NULL THEN %(luar)s END, 'kuantitatif', 'pegawai', 'disetujui', 0, 1, '', '', '', ''
    FROM skala_orang""",
    """INSERT INTO kinerja_rencanahasilkerja (uuid, skp_id, urut, jenis, uraian, penugasan_dari)
    SELECT gen_random_uuid(), s.id, u, 'utama', 'Rencana hasil kerja ' || u, ''
    FROM skala_orang o JOIN kinerja_skp s USING (pegawai_id) CROSS JOIN generate_series(1, 5) AS u""",
    """INSERT INTO kinerja_indikator (uuid, rencana_id, urut, uraian, aspek, perspektif, satuan, arah, target,
                                      target_atas, sumber)
    SELECT gen_random_uuid(), r.id, 1, 'Indikator ' || r.urut, 'kuantitas', '', 'dokumen',
           CASE WHEN r.urut = 3 THEN 'rendah' ELSE 'tinggi' END, 80 + r.urut,
           CASE WHEN r.urut = 4 THEN 90 END, 'manual'
    FROM skala_orang o JOIN kinerja_skp s USING (pegawai_id) JOIN kinerja_rencanahasilkerja r ON r.skp_id = s.id""",
    """INSERT INTO kinerja_realisasi (indikator_id, periode_id, nilai, per_tanggal, catatan, bukti, versi, uuid)
    SELECT i.id, %(periode)s, 40 + (o.urut * 7 + r.urut * 13) %% 71, DATE '2026-09-30', '', '', 1, gen_random_uuid()
    FROM skala_orang o JOIN kinerja_skp s USING (pegawai_id) JOIN kinerja_rencanahasilkerja r ON r.skp_id = s.id
    JOIN kinerja_indikator i ON i.rencana_id = r.id WHERE (o.urut + r.urut) %% 11 <> 0""",
    """INSERT INTO kinerja_penilaianperilaku (uuid, pegawai_id, periode_id, sebagai, penilai_id, penilai_luar_id,
                                              nilai_dasar, rating, catatan)
    SELECT gen_random_uuid(), o.pegawai_id, %(periode)s, 'atasan', o.penilai_id,
           CASE WHEN o.penilai_id IS NULL THEN %(luar)s END, n.nilai,
           (ARRAY['sesuai', 'sesuai', 'di_atas', 'di_bawah'])[1 + (o.urut + n.u) %% 4], 'Rekaan.'
    FROM skala_orang o CROSS JOIN unnest(ARRAY['berorientasi_pelayanan', 'akuntabel', 'kompeten', 'harmonis', 'loyal',
                                               'adaptif', 'kolaboratif']) WITH ORDINALITY AS n (nilai, u)""",
)
_RESPONS = """
INSERT INTO survei_respons (submission_id, survei_id, layanan_id, versi_formulir, jawaban, demografi, saran, saluran,
                            tanggal, bendera, sidik, dibatalkan, alasan_batal)
SELECT gen_random_uuid(), %(survei)s, %(layanan)s, 'skm-1',
       (SELECT jsonb_object_agg(kode, 1 + (i * 7 + u * 5) %% 4)
        FROM unnest(%(kode)s::text[]) WITH ORDINALITY AS k (kode, u)),
       '{}', '', 'daring', DATE '2026-07-01' + (i %% 90)::int, '{}', md5(i::text), false, ''
FROM generate_series(1, %(n)s) AS i
"""


class Command(BaseCommand):
    help = (
        "Mengisi basis data uji dengan pegawai dan jawaban rekaan untuk mengukur kecepatan. "
        "Menolak bila nama basis data tidak diawali test_ dan tidak memuat skala, tolok, atau benchmark."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--pegawai", type=int, default=0, metavar="N", help="jumlah pegawai rekaan")
        parser.add_argument("--respons", type=int, default=0, metavar="N", help="jumlah jawaban survei rekaan")

    def handle(self, *args: Any, **pilihan: Any) -> None:
        nama = str(connection.settings_dict["NAME"])
        if not _NAMA_BOLEH.search(nama):
            raise CommandError(f"Basis data «{nama}» bukan basis data uji; data rekaan tidak dimuat ke sana.")
        if pilihan["pegawai"] < 0 or pilihan["respons"] < 0:
            raise CommandError("Jumlah tidak boleh negatif.")
        periode = buat_data_skala(pegawai=pilihan["pegawai"], respons=pilihan["respons"])
        self.stdout.write(
            f"{pilihan['pegawai']} pegawai dan {pilihan['respons']} jawaban rekaan dimuat. Periode: {periode.kode}."
        )


@transaction.atomic
def buat_data_skala(*, pegawai: int, respons: int = 0) -> Periode:
    """Synthetic people with plan, results and behaviour ratings in one period; and answers of one survey."""
    periode, _ = Periode.objects.get_or_create(
        kode=KODE_PERIODE,
        defaults={
            "nama": "Periode uji skala",
            "jenis": JenisPeriode.TRIWULAN.value,
            "berlaku_untuk": [satu.value for satu in STATUS_BERSKP],
            "mulai": date(2026, 7, 1),
            "selesai": date(2026, 9, 30),
            "batas_isi": date(2026, 10, 10),
        },
    )
    kecamatan = _kecamatan()
    if pegawai:
        _isi_pegawai(pegawai, kecamatan, periode)
    if respons:
        _isi_respons(respons, kecamatan)
    # So many new rows: without figures of them the database would plan as for a handful.
    with connection.cursor() as kursor:
        kursor.execute("ANALYZE")
    return periode


def _kecamatan() -> UnitKerja:
    """Kota (led by an official outside the office) and kecamatan, made once."""
    kota, baru = UnitKerja.objects.get_or_create(
        kode="skala-kota", defaults={"nama": "Kota Rekaan", "jenis": JenisUnit.KOTA.value}
    )
    if baru:
        kursi = Jabatan.objects.create(unit=kota, nama="Sekretaris Daerah", memimpin=True)
        luar = PejabatLuar.objects.create(nama="Sekretaris Daerah Rekaan")
        Penugasan.objects.create(pejabat_luar=luar, jabatan=kursi, mulai=date(2024, 1, 1))
    return UnitKerja.objects.get_or_create(
        kode="skala-kecamatan",
        defaults={"nama": "Kecamatan Rekaan", "jenis": JenisUnit.KECAMATAN.value, "induk": kota},
    )[0]


def _isi_pegawai(jumlah: int, kecamatan: UnitKerja, periode: Periode) -> None:
    awal = UnitKerja.objects.count()
    unit = UnitKerja.objects.bulk_create(
        [
            UnitKerja(
                kode=f"skala-{awal + urut}", nama=f"Unit Rekaan {urut}", jenis=JenisUnit.SEKSI.value, induk=kecamatan
            )
            for urut in range(1, -(-jumlah // ORANG_PER_UNIT) + 1)
        ]
    )
    nilai: dict[str, Any] = {
        "n": jumlah,
        "per": ORANG_PER_UNIT,
        "unit": [satu.pk for satu in unit],
        "periode": periode.pk,
        "luar": PejabatLuar.objects.get(nama="Sekretaris Daerah Rekaan").pk,
    }
    with connection.cursor() as kursor:
        kursor.execute(_ORANG, nilai)
        for perintah in _ISI:
            kursor.execute(perintah, nilai)
        kursor.execute("DROP TABLE skala_orang")


def _isi_respons(jumlah: int, kecamatan: UnitKerja) -> None:
    """Answers of one open survey, counted by the product's own recount."""
    # Models of another app are reached by name: nothing here may depend on what the survey does with them.
    instrumen = apps.get_model("survei", "Instrumen").objects.order_by("pk").first()
    if instrumen is None:
        raise CommandError("Belum ada instrumen survei.")
    survei, baru = apps.get_model("survei", "Survei").objects.get_or_create(
        kode="skala",
        defaults={
            "judul": "Survei rekaan",
            "unit": kecamatan,
            "instrumen": instrumen,
            "mulai": date(2026, 7, 1),
            "selesai": date(2026, 9, 30),
            "status": "terbuka",
        },
    )
    layanan, _ = Layanan.objects.get_or_create(unit=kecamatan, kode="skala", defaults={"nama": "Layanan rekaan"})
    if baru:
        survei.layanan.add(layanan)
    kode = list(instrumen.pertanyaan.order_by("urutan").values_list("kode_unsur", flat=True))
    with connection.cursor() as kursor:
        kursor.execute(_RESPONS, {"survei": survei.pk, "layanan": layanan.pk, "kode": kode, "n": jumlah})
        kursor.execute("ANALYZE survei_respons")
    # By its name, for the same reason.
    call_command("hitung_ulang", survei="skala", stdout=StringIO())
