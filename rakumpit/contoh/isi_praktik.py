"""Good practice in the sample office: three invented ones, an own innovation, a comment, and a trial under way."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

from django.core.files.base import ContentFile

from kinerja.enums.inovasi import StatusInovasi
from kinerja.models import Inovasi
from kinerja.proses.ke_pelatihan import kunci_praktik, tawarkan_inovasi
from pelatihan.models import PraktikBaik
from pelatihan.proses.adopsi import akan_dicoba, rencanakan
from pelatihan.proses.praktik import IsiPraktik, terbitkan_praktik, terima_praktik, usulkan_praktik
from pelatihan.proses.praktik_berkas import tambah_berkas
from pelatihan.proses.praktik_komentar import tulis_komentar
from rakumpit.contoh.akun import PERAN_PEGAWAI, akun_milik
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import hari_ini

_PRAKTIK = (
    IsiPraktik(
        judul="Perahu layanan setiap Rabu",
        wilayah="Kecamatan Rekaan Hulu, Kabupaten Contoh",
        tautan="https://rekaan-hulu.example/perahu-layanan",
        tema="pelayanan",
        unsur="waktu",
        masalah="Warga di hulu sungai memerlukan sehari penuh untuk mengantar satu berkas.",
        langkah="Satu petugas naik perahu setiap Rabu.\nBerkas diterima di balai, hasilnya diantar Rabu berikutnya.",
        hasil="Warga cukup datang sekali ke balai desa. Musim kemarau belum teratasi.",
        ukuran="Lama satu urusan",
        satuan="hari",
        sebelum=Decimal(14),
        sesudah=Decimal(7),
        keyakinan="laporan",
        dasar_angka="Laporan rekaan, 86 urusan dalam enam bulan",
        biaya=Decimal(6_000_000),
        keterangan_biaya="Bahan bakar setahun",
        kontak="Kantor Kecamatan Rekaan Hulu, halo@rekaan-hulu.example",
    ),
    IsiPraktik(
        judul="Contoh formulir yang sudah terisi di dinding",
        wilayah="Kelurahan Contoh Jaya, Kota Rekaan",
        tautan="https://contoh-jaya.example/formulir",
        tema="administrasi",
        unsur="prosedur",
        masalah="Satu dari tiga formulir kembali karena salah isi.",
        langkah="Formulir contoh dicetak besar di ruang tunggu, dengan panah pada isian yang sering keliru.",
        hasil="Petugas merasa pertanyaan berkurang. Belum ada yang menghitungnya.",
        biaya=Decimal(0),
    ),
    IsiPraktik(
        judul="Jam tenang tanpa rapat",
        wilayah="Dinas Rekaan, Provinsi Contoh",
        tautan="https://dinas-rekaan.example/jam-tenang",
        tema="pegawai",
        masalah="Rapat memotong waktu menyelesaikan berkas.",
        langkah="Tidak ada rapat sebelum pukul 10.00.",
        hasil="Berkas pagi selesai sebelum siang menurut kepala seksinya.",
    ),
)


def isi_praktik(*, pengelola: Pengguna) -> None:
    """One published, one read by the office, one proposed. Call it inside a transaction."""
    nomor = pegawai_bernomor()
    pegawai, kasi = (akun_milik(nomor[PERAN_PEGAWAI[peran]]) for peran in ("pegawai", "kasi"))
    umum, kantor, _usulan = (usulkan_praktik(kode=uuid4(), oleh=pegawai, isi=isi) for isi in _PRAKTIK)
    tambah_berkas(
        praktik=umum,
        oleh=pengelola,
        berkas=ContentFile(b"%PDF-1.4 DATA CONTOH jadwal perahu", name="jadwal-perahu.pdf"),
        judul="Jadwal perahu (contoh)",
        umum=True,
    )
    for satu in (umum, kantor):
        terima_praktik(praktik=satu, oleh=pengelola)
    terbitkan_praktik(praktik=umum, oleh=pengelola)
    _inovasi_sendiri(pengelola)
    tulis_komentar(kiriman=uuid4(), praktik=umum, oleh=kasi, isi="Di sini jadwalnya perlu mengikuti air pasang.")
    hari = hari_ini()
    coba = akan_dicoba(
        kode=uuid4(),
        praktik=umum,
        oleh=kasi,
        pegawai=kasi.pegawai,
        niat="Satu Rabu sebulan ke dua kelurahan yang paling jauh.",
    )
    rencanakan(
        adopsi=coba,
        oleh=kasi,
        versi=None,
        rencana="Pinjam perahu kelurahan. Catat lama urusan bulan ini sebagai angka awal.",
        mulai=hari,
        selesai=hari + timedelta(days=60),
    )


def _inovasi_sendiri(pengelola: Pengguna) -> None:
    """The verified innovation of the sample office, offered by its proposer and published without any name."""
    inovasi = Inovasi.objects.filter(status=StatusInovasi.BERHASIL.value, diverifikasi_pada__isnull=False).first()
    if inovasi is None:
        return
    tawarkan_inovasi(inovasi=inovasi, oleh=akun_milik(inovasi.pengusul), tema="pelayanan")
    praktik = PraktikBaik.objects.get(kunci_asal=kunci_praktik(inovasi))
    terima_praktik(praktik=praktik, oleh=pengelola)
    terbitkan_praktik(praktik=praktik, oleh=pengelola)
