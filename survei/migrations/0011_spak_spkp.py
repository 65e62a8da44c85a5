"""SPAK and SPKP as ready instruments, version 1, and the thresholds of integrity zones.

Both belong to integrity zones (PermenPANRB 90/2021). Texts are own wording; the themes of SPAK are those of forms in
public use. An item that runs against the others («selalu ada … tidak pernah») stores the value, not the position.
Nothing here was checked against the printed regulation, and every row says so.
"""

import datetime

from django.db import migrations

DASAR = "PermenPANRB 90/2021 (zona integritas)"
PITA = {"A": "88.31", "B": "76.61", "C": "65.00", "D": "25.00"}
# Year of the regulation; the day of its coming into force was not checked.
MULAI = datetime.date(2021, 1, 1)
SETUJU = ("Sangat tidak setuju", "Tidak setuju", "Setuju", "Sangat setuju")
# Value 1 first, as everywhere; the form shows them the other way round.
SERING = ("Selalu ada", "Sering ada", "Jarang ada", "Tidak pernah ada")

SPAK = [
    ("tanpa-diskriminasi", "Perlakuan yang sama", "Petugas melayani semua orang menurut giliran, tanpa "
     "mendahulukan kenalan.", SETUJU, "searah"),
    ("tanpa-kecurangan", "Menurut langkah resmi", "Petugas bekerja menurut langkah resmi, tanpa melewati atau "
     "menambah langkah.", SETUJU, "searah"),
    ("tanpa-imbalan", "Tanpa imbalan", "Apakah ada petugas yang meminta atau menerima uang, barang, atau makanan "
     "sebagai imbalan?", SERING, "berlawanan"),
    ("tanpa-pungutan", "Tanpa pungutan liar", "Apakah ada biaya yang diminta di luar biaya resmi?", SERING,
     "berlawanan"),
    ("tanpa-percaloan", "Tanpa calo",
     "Apakah ada perantara yang menawarkan bantuan berbayar agar urusan cepat selesai?", SERING, "berlawanan"),
    ("biaya-jelas", "Biaya jelas", "Biaya layanan, termasuk yang gratis, ditulis jelas dan mudah dilihat.", SETUJU,
     "searah"),
    ("bukti-pembayaran", "Bukti pembayaran", "Setiap pembayaran resmi diberi bukti pembayaran.", SETUJU, "searah"),
]  # fmt: skip

SPKP = [
    ("informasi", "Informasi pelayanan", "Informasi layanan tersedia dan mudah ditemukan."),
    ("persyaratan", "Persyaratan", "Persyaratan layanan mudah dipahami dan sesuai dengan yang diminta petugas."),
    ("prosedur", "Prosedur", "Langkah pengurusan jelas dan mudah diikuti."),
    ("waktu", "Waktu penyelesaian", "Layanan selesai menurut waktu yang diumumkan."),
    ("biaya", "Biaya", "Biaya layanan sama dengan yang diumumkan, atau gratis."),
    ("sarana", "Sarana", "Ruang, alat, dan fasilitas layanan nyaman dan mudah dipakai, termasuk bagi difabel."),
    ("respons-petugas", "Respons petugas", "Petugas cepat menanggapi dan menjelaskan dengan sopan."),
    ("pengaduan", "Konsultasi dan pengaduan", "Tempat konsultasi dan pengaduan tersedia dan ditanggapi."),
]

INSTRUMEN = [
    (
        {
            "kode": "spak",
            "jenis": "spak",
            "nama": "Survei Persepsi Anti Korupsi",
            "judul_formulir": "Apakah layanan kami bersih dari pungutan dan suap?",
            "teks_anonim": "Jawaban Anda tidak dibaca petugas yang melayani Anda. Pimpinan dan pengelola hanya melihat "
            "jumlah dari sedikitnya lima jawaban.\nSurvei ini bukan laporan. Bila Anda ingin melaporkan pungutan, "
            "sampaikan lewat saluran pengaduan resmi.",
            "ada_saran": False,
            "minimal_terjawab": 4,
        },
        "A",
        SPAK,
    ),
    (
        {
            "kode": "spkp",
            "jenis": "spkp",
            "nama": "Survei Persepsi Kualitas Pelayanan",
            "judul_formulir": "Apakah layanan kami sesuai janji?",
            "teks_anonim": "Jawaban Anda tidak memuat nama, dan hanya dibaca sebagai jumlah dari banyak jawaban.",
            "ada_saran": True,
            "minimal_terjawab": 5,
        },
        "K",
        [(*satu, SETUJU, "searah") for satu in SPKP],
    ),
]
AMBANG = [("spak", "WBK", "3.60"), ("spkp", "WBK", "3.20"), ("spak", "WBBM", "3.60"), ("spkp", "WBBM", "3.60")]


def isi(apps, schema_editor):
    """Store both instruments with their questions and answers, and the thresholds."""
    instrumen_model = apps.get_model("survei", "Instrumen")
    pertanyaan_model = apps.get_model("survei", "Pertanyaan")
    pilihan_model = apps.get_model("survei", "Pilihan")
    for data, huruf, butir in INSTRUMEN:
        instrumen = instrumen_model.objects.create(
            versi=1, dasar_hukum=DASAR, terverifikasi=False, pita=PITA, mulai=MULAI, **data
        )
        for urutan, (kode, unsur, teks, jawaban, arah) in enumerate(butir, start=1):
            pertanyaan = pertanyaan_model.objects.create(
                instrumen=instrumen,
                kode_unsur=kode,
                nomor=f"{huruf}{urutan}",
                urutan=urutan,
                unsur=unsur,
                teks=teks,
                arah=arah,
            )
            pilihan_model.objects.bulk_create(
                pilihan_model(pertanyaan=pertanyaan, nilai=nilai, label=label)
                for nilai, label in enumerate(jawaban, start=1)
            )
    apps.get_model("survei", "AmbangPersepsi").objects.bulk_create(
        apps.get_model("survei", "AmbangPersepsi")(
            jenis=jenis, predikat=predikat, nilai=nilai, mulai=MULAI, dasar_hukum=DASAR, terverifikasi=False
        )
        for jenis, predikat, nilai in AMBANG
    )


def kosongkan(apps, schema_editor):
    """Take both out again; refused by the database while a survey uses one."""
    apps.get_model("survei", "AmbangPersepsi").objects.filter(mulai=MULAI, dasar_hukum=DASAR).delete()
    for kode in ("spak", "spkp"):
        apps.get_model("survei", "Pilihan").objects.filter(
            pertanyaan__instrumen__kode=kode, pertanyaan__instrumen__versi=1
        ).delete()
        apps.get_model("survei", "Pertanyaan").objects.filter(instrumen__kode=kode, instrumen__versi=1).delete()
        apps.get_model("survei", "Instrumen").objects.filter(kode=kode, versi=1).delete()


class Migration(migrations.Migration):
    dependencies = [("survei", "0010_jenis_instrumen")]

    operations = [migrations.RunPython(isi, kosongkan)]
