"""Public holidays and joint leave 2025-2027, after the yearly joint decrees of three ministers."""

from datetime import date

from django.db import migrations

SKB_2025 = "SKB 1017/2024, 2/2024, 2/2024 (14 Oktober 2024)"
SKB_2025_UBAH = "SKB 933/2025, 1/2025, 3/2025 (7 Agustus 2025)"
KEPPRES_2025 = "SKB 1017/2024, 2/2024, 2/2024; Keppres 2/2025"
SKB_2026 = "SKB 1497/2025, 2/2025, 5/2025 (19 September 2025)"
# The decree of September 2026 exists but was not read; one secondary source only, so the year is provisional.
SEMENTARA_2027 = "SKB 2027 (September 2026), belum dicocokkan dengan naskahnya"

LIBUR = "libur_nasional"
CUTI = "cuti_bersama"

# month, day, name, kind
TAHUN_2025 = [
    (1, 1, "Tahun Baru 2025 Masehi", LIBUR),
    (1, 27, "Isra Mikraj Nabi Muhammad SAW", LIBUR),
    (1, 28, "Cuti bersama Tahun Baru Imlek", CUTI),
    (1, 29, "Tahun Baru Imlek 2576 Kongzili", LIBUR),
    (3, 28, "Cuti bersama Hari Suci Nyepi", CUTI),
    (3, 29, "Hari Suci Nyepi", LIBUR),
    (3, 31, "Idulfitri 1446 Hijriah", LIBUR),
    (4, 1, "Idulfitri 1446 Hijriah", LIBUR),
    (4, 2, "Cuti bersama Idulfitri", CUTI),
    (4, 3, "Cuti bersama Idulfitri", CUTI),
    (4, 4, "Cuti bersama Idulfitri", CUTI),
    (4, 7, "Cuti bersama Idulfitri", CUTI),
    (4, 18, "Wafat Yesus Kristus", LIBUR),
    (4, 20, "Kebangkitan Yesus Kristus (Paskah)", LIBUR),
    (5, 1, "Hari Buruh Internasional", LIBUR),
    (5, 12, "Hari Raya Waisak", LIBUR),
    (5, 13, "Cuti bersama Waisak", CUTI),
    (5, 29, "Kenaikan Yesus Kristus", LIBUR),
    (5, 30, "Cuti bersama Kenaikan Yesus Kristus", CUTI),
    (6, 1, "Hari Lahir Pancasila", LIBUR),
    (6, 6, "Iduladha 1446 Hijriah", LIBUR),
    (6, 9, "Cuti bersama Iduladha", CUTI),
    (6, 27, "1 Muharam, Tahun Baru Islam", LIBUR),
    (8, 17, "Proklamasi Kemerdekaan", LIBUR),
    (8, 18, "Cuti bersama Proklamasi Kemerdekaan", CUTI),
    (9, 5, "Maulid Nabi Muhammad SAW", LIBUR),
    (12, 25, "Kelahiran Yesus Kristus", LIBUR),
    (12, 26, "Cuti bersama Kelahiran Yesus Kristus", CUTI),
]
TAHUN_2026 = [
    (1, 1, "Tahun Baru 2026 Masehi", LIBUR),
    (1, 16, "Isra Mikraj Nabi Muhammad SAW", LIBUR),
    (2, 16, "Cuti bersama Tahun Baru Imlek", CUTI),
    (2, 17, "Tahun Baru Imlek 2577 Kongzili", LIBUR),
    (3, 18, "Cuti bersama Hari Suci Nyepi", CUTI),
    (3, 19, "Hari Suci Nyepi", LIBUR),
    (3, 20, "Cuti bersama Idulfitri", CUTI),
    (3, 21, "Idulfitri 1447 Hijriah", LIBUR),
    (3, 22, "Idulfitri 1447 Hijriah", LIBUR),
    (3, 23, "Cuti bersama Idulfitri", CUTI),
    (3, 24, "Cuti bersama Idulfitri", CUTI),
    (4, 3, "Wafat Yesus Kristus", LIBUR),
    (4, 5, "Kebangkitan Yesus Kristus (Paskah)", LIBUR),
    (5, 1, "Hari Buruh Internasional", LIBUR),
    (5, 14, "Kenaikan Yesus Kristus", LIBUR),
    (5, 15, "Cuti bersama Kenaikan Yesus Kristus", CUTI),
    (5, 27, "Iduladha 1447 Hijriah", LIBUR),
    (5, 28, "Cuti bersama Iduladha", CUTI),
    (5, 31, "Hari Raya Waisak", LIBUR),
    (6, 1, "Hari Lahir Pancasila", LIBUR),
    (6, 16, "1 Muharam, Tahun Baru Islam", LIBUR),
    (8, 17, "Proklamasi Kemerdekaan", LIBUR),
    (8, 25, "Maulid Nabi Muhammad SAW", LIBUR),
    (12, 24, "Cuti bersama Kelahiran Yesus Kristus", CUTI),
    (12, 25, "Kelahiran Yesus Kristus", LIBUR),
]
TAHUN_2027 = [
    (1, 1, "Tahun Baru 2027 Masehi", LIBUR),
    (1, 5, "Isra Mikraj Nabi Muhammad SAW", LIBUR),
    (2, 5, "Cuti bersama Tahun Baru Imlek", CUTI),
    (2, 6, "Tahun Baru Imlek 2578 Kongzili", LIBUR),
    (3, 8, "Hari Suci Nyepi", LIBUR),
    (3, 9, "Cuti bersama Idulfitri", CUTI),
    (3, 10, "Idulfitri 1448 Hijriah", LIBUR),
    (3, 11, "Idulfitri 1448 Hijriah", LIBUR),
    (3, 12, "Cuti bersama Idulfitri", CUTI),
    (3, 15, "Cuti bersama Idulfitri", CUTI),
    (3, 25, "Cuti bersama Wafat Yesus Kristus", CUTI),
    (3, 26, "Wafat Yesus Kristus", LIBUR),
    (3, 28, "Kebangkitan Yesus Kristus (Paskah)", LIBUR),
    (5, 1, "Hari Buruh Internasional", LIBUR),
    (5, 6, "Kenaikan Yesus Kristus", LIBUR),
    (5, 17, "Iduladha 1448 Hijriah", LIBUR),
    (5, 18, "Cuti bersama Iduladha", CUTI),
    (5, 19, "Cuti bersama Waisak", CUTI),
    (5, 20, "Hari Raya Waisak", LIBUR),
    (6, 1, "Hari Lahir Pancasila", LIBUR),
    (6, 6, "1 Muharam, Tahun Baru Islam", LIBUR),
    (8, 15, "Maulid Nabi Muhammad SAW", LIBUR),
    (8, 17, "Proklamasi Kemerdekaan", LIBUR),
    (12, 24, "Cuti bersama Kelahiran Yesus Kristus", CUTI),
    (12, 25, "Kelahiran Yesus Kristus", LIBUR),
    (12, 26, "Isra Mikraj Nabi Muhammad SAW", LIBUR),
]


def _dasar(tanggal, jenis):
    if tanggal.year == 2027:
        return SEMENTARA_2027
    if tanggal.year == 2026:
        return SKB_2026
    if tanggal == date(2025, 8, 18):
        return SKB_2025_UBAH
    return KEPPRES_2025 if jenis == CUTI else SKB_2025


def isi(apps, schema_editor):
    """Days that the office has already entered stay as they are."""
    baris = [
        (date(tahun, bulan, hari), nama, jenis)
        for tahun, daftar in ((2025, TAHUN_2025), (2026, TAHUN_2026), (2027, TAHUN_2027))
        for bulan, hari, nama, jenis in daftar
    ]
    hari_libur = apps.get_model("organisasi", "HariLibur")
    hari_libur.objects.bulk_create(
        [
            hari_libur(
                tanggal=tanggal,
                nama=nama,
                jenis=jenis,
                dasar_hukum=_dasar(tanggal, jenis),
                status="sementara" if tanggal.year == 2027 else "resmi",
            )
            for tanggal, nama, jenis in baris
        ],
        ignore_conflicts=True,
    )


def kosongkan(apps, schema_editor):
    apps.get_model("organisasi", "HariLibur").objects.filter(
        dasar_hukum__in=[SKB_2025, SKB_2025_UBAH, KEPPRES_2025, SKB_2026, SEMENTARA_2027]
    ).delete()


class Migration(migrations.Migration):
    dependencies = [("organisasi", "0002_unit_tanpa_siklus")]

    operations = [migrations.RunPython(isi, kosongkan)]
