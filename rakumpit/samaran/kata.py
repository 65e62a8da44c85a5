"""Words that decide whether a word is a name: forms of address, ordinary words, words that are both."""

from __future__ import annotations


def _kata(teks: str) -> frozenset[str]:
    return frozenset(teks.split())


# Words that stand before a name. Those of the second set are also short for something else («dr» for «dari»), so the
# word after them must be written like a name.
SAPAAN = _kata(
    """
    pak bapak bapa bpk bp bu ibu ibuk buk sdr sdri saudara saudari sodara mas mba mbak mbk kak kakak abang bang
    om tante paman bibi haji hajjah hajah hj ust ustad ustadz ustadzah pdt pendeta romo gus nyonya nona tuan tn
    ny nn drs dra prof drg drh apt
    """
)
SAPAAN_KABUR = _kata("dr ir h ns kh")
# Posts: the post itself stays readable, a name written after it does not.
JABATAN = _kata(
    """
    petugas pegawai staf staff operator lurah camat kasi kasubbag kasubag sekcam seklur sekretaris kepala kades
    sekdes honorer satpam ketua pelayan admin asn pns
    """
)
# Ordinary words that are no names, also not after «Pak» or «Bu».
BUKAN_NAMA = _kata(
    """
    ada adalah adanya agak agar air akan akhir akhirnya akses akta aku alamat alasan alat alur ambil anak anda
    antara antre antrean antri antrian apa apakah apalagi arahan arsip asal asli atas atau awal ayo ayah babinsa
    bagaimana bagi bagian bahan bahwa baik baiknya baju bangku bangunan bantu bantuan banyak baru basah bawah
    bawa bayar bayi beberapa beda begini begitu belajar belum benar bendahara bener berapa berat beres berdiri
    berharap beri berikan berikut berkas berlaku bersama bersih besar besok biar biasa biasanya biaya bicara
    bidan bidang bila bilang bisa blangko boleh bpjs buat buka bukan bulan buruk butuh camat cara cek cepat
    cetak cukup cuma dalam dan dapat dari data datang dekat dengan depan desa detail di dia diam dibantu diberi
    dibuat dibuka dicek didik dijelaskan dikasih dilayani diminta dimohon dinas dingin diperbaiki dipercepat
    diri disabilitas disana disini disiplin ditambah ditingkatkan dokter dokumen dong dosen dua duduk dulu
    duluan efisien ekstp elektronik enak fasilitas formulir foto fotokopi gak gawat gampang gedung gratis guru
    hal halaman hamil hampir hanya harap harapan harus hasil hasilnya hingga honorer hormat hp ikut informasi
    ini inilah internet isi istri itu izin jadi jadwal jaga jalan jam jangan jarang jauh jawab jelas jelek jika
    juga jujur jumat jumlah kabupaten kadang kades kah kak kalau kali kalo kami kamis kamu kantor karena kartu
    kasi kasih kasir kasubag kasubbag kata kecamatan kecil kedua kelurahan keluar keluarga keluhan kemarin
    kembali kepada kepala kependudukan keren kerja keras kerjanya kesal kesan ketemu ketika ketua khusus kipas
    kita kk kok komplain komputer koneksi kopi kosong kota kritik ktp kurang kursi lagi lah lahir lain lalu lama
    lamban lambat lampu lanjut lansia lantai langsung lapor layan layanan lebih lelah lewat libur lihat
    lingkungan listrik loket lumayan lupa lurah maaf mahal maka makan makin maksimal mana marah mari masih masuk
    masukan masyarakat mau media meja melayani meminta memang memuaskan menjadi menunggu mereka mesin minggu
    minta mobil modern mohon motor mudah muka mulai mungkin murah muda musholla mushola nah naik nama namanya
    namun nanti ngantri nik nilai nomor nya oke oleh operator orang pada padahal pagi pakai paling panas panggil
    papan para parkir parkiran pas pasti pegawai pelan pelayan pelayanan pemerintah pemohon pendek pengaduan
    penjaga penting perangkat perbaiki perbaikan percepat perempuan pernah perlu persyaratan pertahankan pertama
    pesan petugas pihak pindah pintu pns polisi pos proses prosedur pulang pulpen puas puasa pukul pun punya
    puskesmas putus rabu ramah ramai rapi rapih rapat rasa rata ringan rumah rumit ruang ruangan rusak saat
    sabar sabtu saja salah salam sama sampai sana sangat saran sarana satpam satu saya sayang sebagai sebaiknya
    sebelum sebelumnya sebentar sedang sedikit segera sehari sehat sejak sekali sekarang sekcam sekdes sekitar
    sekretaris seksi selalu selamat selama selasa selesai seluruh semakin semangat semoga sempit semua semuanya
    sendiri senin senyum senang seorang sepi seperti seragam sering serta server sesuai setelah setiap siang
    siapa siapapun sih sinyal sistem sopan sore staf staff standar suami suara sudah sulit supaya surat susah
    syarat tadi tahu tahun tak tambah tambahkan tamu tangga tanggal tangan tanpa tanya tapi tata telat tempat
    tenaga tentang terbaik terbuka terima terimakasih terlalu terlambat terlihat termasuk tersebut tertib terus
    tetap tetapi tiap tiba tidak tiga tinggal tinggi tingkatkan toilet tolong transparan tua tugas tuju tulisan
    tunggu tunjuk turun tutup uang ubah udah ujung ulang umum untuk untung urus urusan usaha usia usul usulan
    waktu walau warga wc website wifi ya yaitu yakni yang yg admin akte antar area baca bansos berbelit berobat
    blm bagus2 bgt cctv counter dgn dll dlm dr dsb emosi galak gmn hrs jg jgn jutek kayak keluhkan kl klo knp
    krn lg medis mhn ngobrol nggak ngga ngomong org pdhl pengguna perlengkapan pelayananan ptgs sampe sbg sdh
    sgt shg sini skrg sm smp smg spt syukur td tdk tlg tp trima trims trimakasih thx thanks utk wkt januari
    februari maret april mei juni juli agustus september oktober november desember
    """
)
# Ordinary words that are also given names: after «Pak» or «Bu» they are names, elsewhere they are not.
KATA_DAN_NAMA = _kata(
    """
    agung ahad akbar alam aman asri bagus bahagia bakti bijak bulan bunga cahaya cantik cinta damai gembira
    hadir harapan hari harum hidayah ikhlas iman indah jaya jujur juli juni karya kasih kuat lestari lima maju
    makmur mandiri mei menang merdeka mulia murah murni nyata permai prima puji putih putra putri ramadhan ramah
    rapi rezeki sabar sakti salam santun sari sehat sejahtera sejati selamat semi sempurna setia subur suci
    sukses sumber tabah tegar teguh tenang terang tulus untung utama
    """
)
# Short words and units that follow a number, beside the ordinary words; so they are no letters of a number plate.
BUKAN_SERI = _kata(
    """
    ada bh bks bln blt box btg btl buh cc cm dan dari di dlm doc dos dr dst dua eks gb gr ha hal hp hr ibu ini
    itu jam jl jt juz kab kb kec kel kg kk km ktp kva kw kwh lah lbh lbr lt mb mbps mg ml mm mnt mt no nya org
    pak pcs per pkl pt pun rb rt rw sd sdh sk th thn unit utk watt wib wit wita ya yg
    """
)
