"""Forms with their conversion, yearly rules, competences, the scheme of 2019 and the first programmes.

What was not compared with the regulation is marked so; a conversion of that kind is not used.
"""

from datetime import date

from django.db import migrations

LAN = "Peraturan LAN 10/2018, lampiran konversi JP"
SUDAH, BELUM = True, False

# Code, name, group, way, national, international, extra per cent, indicator of the index, verified.
BENTUK = [
    ("tugas-belajar", "Tugas belajar", "pendidikan", "program", None, None, None, "", BELUM),
    ("tugas-belajar-mandiri", "Tugas belajar biaya mandiri", "pendidikan", "program", None, None, None, "", BELUM),
    ("kepemimpinan", "Pelatihan struktural kepemimpinan", "klasikal", "program", None, None, None, "jenjang", SUDAH),
    ("manajerial", "Pelatihan manajerial", "klasikal", "program", None, None, 20, "", SUDAH),
    ("teknis", "Pelatihan teknis", "klasikal", "program", None, None, 20, "teknis", SUDAH),
    ("fungsional", "Pelatihan fungsional", "klasikal", "program", None, None, 20, "jenjang", SUDAH),
    ("sosial-kultural", "Pelatihan sosial kultural", "klasikal", "program", None, None, 20, "", SUDAH),
    ("seminar", "Seminar, konferensi, atau sarasehan", "klasikal", "per_hari", 4, 6, None, "seminar", SUDAH),
    ("workshop", "Workshop atau lokakarya", "klasikal", "per_hari", 5, 7, None, "seminar", SUDAH),
    ("kursus", "Kursus", "klasikal", "program", None, None, 20, "seminar", BELUM),
    ("penataran", "Penataran", "klasikal", "program", None, None, 20, "", BELUM),
    ("bimtek", "Bimbingan teknis", "klasikal", "program", None, None, 20, "", BELUM),
    ("sosialisasi", "Sosialisasi", "klasikal", "program", None, None, 20, "", BELUM),
    ("coaching", "Coaching", "nonklasikal", "per_kegiatan", 2, 4, None, "", BELUM),
    ("mentoring", "Mentoring", "nonklasikal", "per_kegiatan", 2, 4, None, "", BELUM),
    ("e-learning", "E-learning", "nonklasikal", "program", None, None, 20, "", BELUM),
    ("jarak-jauh", "Pelatihan jarak jauh", "nonklasikal", "program", None, None, 20, "", BELUM),
    ("detasering", "Detasering", "nonklasikal", "per_kegiatan", 20, None, 20, "", BELUM),
    ("outbond", "Pembelajaran alam terbuka", "nonklasikal", "per_kegiatan", None, None, None, "", BELUM),
    ("patok-banding", "Patok banding", "nonklasikal", "per_kegiatan", 10, 20, None, "", BELUM),
    (
        "pertukaran",
        "Pertukaran PNS dengan pegawai swasta, BUMN, atau BUMD",
        "nonklasikal",
        "per_kegiatan",
        20,
        None,
        20,
        "",
        BELUM,
    ),
    ("belajar-mandiri", "Belajar mandiri", "nonklasikal", "per_kegiatan", None, None, None, "", BELUM),
    ("komunitas", "Komunitas belajar", "nonklasikal", "per_kegiatan", None, None, None, "", BELUM),
    ("di-tempat-kerja", "Bimbingan di tempat kerja", "nonklasikal", "per_kegiatan", None, None, None, "", BELUM),
    ("magang", "Magang atau praktik kerja", "nonklasikal", "per_kegiatan", 20, None, 20, "seminar", BELUM),
]

ATURAN_JP = [
    (
        "pns",
        date(2017, 4, 7),
        20,
        None,
        "kalender",
        "PP 11/2017 jo. PP 17/2020 Pasal 203 ayat (4): paling sedikit 20 JP dalam satu tahun.",
        SUDAH,
    ),
    (
        "pppk",
        date(2018, 11, 28),
        None,
        24,
        "kontrak",
        "PP 49/2018 Pasal 40 ayat (1): paling banyak 24 JP dalam satu tahun masa perjanjian kerja. Belum diperiksa "
        "apakah batas ini tetap berlaku sesudah UU 20/2023.",
        BELUM,
    ),
]

KOMPETENSI = [
    ("integritas", "Integritas", "manajerial"),
    ("kerja-sama", "Kerja sama", "manajerial"),
    ("komunikasi", "Komunikasi", "manajerial"),
    ("orientasi-hasil", "Orientasi pada hasil", "manajerial"),
    ("pelayanan-publik", "Pelayanan publik", "manajerial"),
    ("pengembangan-diri", "Pengembangan diri dan orang lain", "manajerial"),
    ("mengelola-perubahan", "Mengelola perubahan", "manajerial"),
    ("pengambilan-keputusan", "Pengambilan keputusan", "manajerial"),
    ("perekat-bangsa", "Perekat bangsa", "sosial_kultural"),
]

STANDAR = [("pelaksana", 1), ("pengawas", 2), ("administrator", 3), ("pimpinan_tinggi", 4)]

BKN_2019 = {
    "kualifikasi": {"s3": "25", "s2": "20", "s1": "15", "d3": "10", "slta": "5", "bawah": "1"},
    "kompetensi": {
        "struktural": {"diklat_jenjang": "15", "diklat_teknis": "15", "seminar": "10"},
        "fungsional": {"diklat_jenjang": "15", "diklat_teknis": "15", "seminar": "10"},
        "pelaksana": {"diklat_teknis": "22.5", "seminar": "17.5"},
    },
    "kinerja": {"sangat_baik": "30", "baik": "25", "cukup": "15", "kurang": "5", "buruk": "1"},
    "disiplin": {"tidak_pernah": "5", "ringan": "3", "sedang": "2", "berat": "1"},
}

# Code, title, form, competence, level, JP, aim, outline.
PROGRAM = [
    (
        "komunikasi-loket",
        "Berbicara dengan warga di loket",
        "workshop",
        "komunikasi",
        2,
        5,
        "Peserta menjelaskan syarat dengan kalimat pendek dan memastikan warga mengerti.",
        "Mendengar dulu, baru menjawab\nMenjelaskan syarat tanpa istilah\nMenolak dengan sopan dan memberi jalan lain\n"
        "Berlatih berpasangan dengan tiga kasus loket",
    ),
    (
        "mengatur-waktu",
        "Mengatur waktu kerja",
        "workshop",
        "orientasi-hasil",
        2,
        5,
        "Peserta menyusun pekerjaan seminggu menurut tenggat dan pentingnya.",
        "Mencatat ke mana waktu pergi\nMemilah yang penting dan yang mendesak\nMenyusun rencana satu minggu\n"
        "Mengurangi gangguan saat melayani",
    ),
    (
        "sikap-melayani",
        "Sikap melayani",
        "workshop",
        "pelayanan-publik",
        2,
        5,
        "Peserta menyapa, mendahulukan yang rentan, dan menangani keluhan dengan tenang.",
        "Sapa, dengar, selesaikan\nMelayani lanjut usia dan penyandang disabilitas\nMenangani warga yang marah\n"
        "Membaca hasil survei unit sendiri",
    ),
    (
        "alat-digital",
        "Alat digital untuk pekerjaan kantor",
        "teknis",
        "mengelola-perubahan",
        2,
        10,
        "Peserta mengolah data sederhana, berbagi dokumen, dan menjaga kata sandi.",
        "Lembar kerja: tabel, saring, dan jumlah\nDokumen bersama dan versi\nRapat daring\nKata sandi dan penipuan",
    ),
    (
        "mengapa-kinerja",
        "Mengapa kinerja dikelola",
        "workshop",
        "orientasi-hasil",
        1,
        5,
        "Peserta tahu dari mana angka kinerjanya datang dan apa gunanya bagi pekerjaannya.",
        "Tes singkat sebelum\nDari sasaran kecamatan ke pekerjaan saya\nRealisasi, bukti, dan umpan balik\n"
        "Apa yang terjadi sesudah penilaian\nTes singkat yang sama sesudah",
    ),
]


def isi(apps, schema_editor):
    def model(nama):
        return apps.get_model("pelatihan", nama)

    for urut, (kode, nama, rumpun, cara, nasional, luar, tambahan, peran, periksa) in enumerate(BENTUK, start=1):
        model("BentukPengembangan").objects.create(
            kode=kode,
            nama=nama,
            rumpun=rumpun,
            cara=cara,
            nasional=nasional,
            internasional=luar,
            tambahan=tambahan,
            peran_ip=peran,
            dasar_hukum=LAN,
            terverifikasi=periksa,
            konversi_aktif=periksa,
            urutan=urut * 10,
        )
    for status, mulai, minimum, maksimum, jendela, dasar, periksa in ATURAN_JP:
        model("AturanJP").objects.create(
            status_pegawai=status,
            mulai=mulai,
            minimum=minimum,
            maksimum=maksimum,
            jendela=jendela,
            dasar_hukum=dasar,
            terverifikasi=periksa,
        )
    model("AturanRencana").objects.create(
        mulai=date(2018, 1, 1), hari_atasan=5, dasar_hukum="Pilihan kantor. Tidak ada peraturan yang menyebut harinya."
    )
    kompetensi = {}
    for urut, (kode, nama, rumpun) in enumerate(KOMPETENSI, start=1):
        kompetensi[kode] = model("Kompetensi").objects.create(kode=kode, nama=nama, rumpun=rumpun, urutan=urut * 10)
    for jenis, level in STANDAR:
        model("StandarUmum").objects.create(
            jenis_jabatan=jenis,
            mulai=date(2017, 1, 1),
            level=level,
            dasar_hukum="PermenPANRB 38/2017: level yang sama untuk sembilan kompetensi.",
            terverifikasi=True,
        )
    model("SkemaIPASN").objects.create(
        kode="BKN-8-2019",
        nama="IP ASN menurut Peraturan BKN 8/2019",
        tahun_mulai=2019,
        tahun_selesai=2023,
        bobot=BKN_2019,
        status="aktif",
        dasar_hukum="PermenPANRB 38/2018 dan Peraturan BKN 8/2019. Sebagian poin belum dicocokkan dengan peraturan.",
        terverifikasi=False,
    )
    model("SkemaIPASN").objects.create(
        kode="BKN-2024",
        nama="IP ASN menurut metode 2024",
        tahun_mulai=2024,
        status="draf",
        dasar_hukum="Surat BKN 4190/B-BM.02.01/SD/K/2024. Tabel poinnya belum diketahui.",
        terverifikasi=False,
    )
    bentuk = {satu.kode: satu for satu in model("BentukPengembangan").objects.all()}
    for kode, judul, cara, tentang, level, jp, tujuan, silabus in PROGRAM:
        model("Program").objects.create(
            kode=kode,
            judul=judul,
            bentuk=bentuk[cara],
            kompetensi=kompetensi[tentang],
            level_tujuan=level,
            jp=jp,
            tujuan=tujuan,
            silabus=silabus,
        )


def kosongkan(apps, schema_editor):
    for nama in ("Program", "SkemaIPASN", "StandarUmum", "Kompetensi", "AturanRencana", "AturanJP"):
        apps.get_model("pelatihan", nama).objects.all().delete()
    apps.get_model("pelatihan", "BentukPengembangan").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("pelatihan", "0001_awal")]

    operations = [migrations.RunPython(isi, kosongkan)]
