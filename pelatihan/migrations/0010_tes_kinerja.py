"""The short test of the awareness programme «Mengapa kinerja dikelola», the same before and after."""

from django.db import migrations

# Question, then the right answer and the others.
SOAL = [
    (
        "Untuk apa kinerja dikelola di kantor ini?",
        "Supaya pekerjaan setiap orang sampai pada layanan yang dibutuhkan warga",
        "Supaya ada dasar untuk memotong tunjangan",
        "Supaya laporan akhir tahun lengkap",
    ),
    (
        "Dari mana rencana hasil kerja seorang staf berasal?",
        "Dari sasaran unit dan atasannya, lalu dibicarakan berdua",
        "Dari SKP tahun lalu yang disalin",
        "Dari daftar yang ditentukan sistem",
    ),
    (
        "Siapa yang menetapkan predikat kinerja seorang pegawai?",
        "Pejabat penilainya, sesudah membaca usulan dan buktinya",
        "Sistem, dari angka bantu",
        "Rekan kerja, lewat umpan balik",
    ),
    (
        "Apa guna angka bantu?",
        "Membantu atasan melihat arah; keputusan tetap pada atasan",
        "Menjadi nilai resmi yang dicetak",
        "Mengurutkan pegawai dari yang terbaik",
    ),
    (
        "Kapan bukti dukung paling mudah dicatat?",
        "Saat pekerjaannya selesai",
        "Menjelang penilaian",
        "Bila diminta pemeriksa",
    ),
    (
        "Target tidak mungkin tercapai karena banjir. Apa langkah pertama?",
        "Mencatat kendala dan membicarakan perubahan rencana sebelum periode berakhir",
        "Menunggu sampai penilaian",
        "Mengisi realisasi sama dengan target",
    ),
    (
        "Untuk apa umpan balik sepanjang tahun?",
        "Memperbaiki cara kerja selagi masih ada waktu",
        "Mengganti penilaian akhir",
        "Menjadi teguran tertulis",
    ),
    (
        "Pegawai tidak setuju dengan hasil evaluasinya. Apa yang dapat ia lakukan?",
        "Membicarakannya dengan atasan, lalu mengajukan keberatan dalam tenggatnya",
        "Tidak ada",
        "Mengubah realisasi sesudah hasil ditetapkan",
    ),
]


def isi(apps, schema_editor):
    def model(nama):
        return apps.get_model("pelatihan", nama).objects

    naskah = model("NaskahTes").create(
        judul="Mengapa kinerja dikelola: tes singkat", program=model("Program").get(kode="mengapa-kinerja")
    )
    for urut, (soal, benar, *lain) in enumerate(SOAL, 1):
        butir = model("ButirTes").create(naskah=naskah, urutan=urut, soal=soal)
        model("PilihanTes").create(butir=butir, teks=benar, benar=True)
        for teks in lain:
            model("PilihanTes").create(butir=butir, teks=teks)


def kosongkan(apps, schema_editor):
    apps.get_model("pelatihan", "NaskahTes").objects.filter(program__kode="mengapa-kinerja", dipakai=None).delete()


class Migration(migrations.Migration):
    dependencies = [("pelatihan", "0009_sesudah")]
    operations = [migrations.RunPython(isi, kosongkan)]
