"""Training in the sample office: contracts, hours, certificates, levels, a plan line under way, an estimate."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

from django.core.files.base import ContentFile

from pelatihan.enums import Moda, SumberKebutuhan, SumberPenilaian
from pelatihan.models import BentukPengembangan, Kompetensi, PerjanjianKerja, StandarKompetensi
from pelatihan.proses.ip_asn import hitung_perkiraan
from pelatihan.proses.kebutuhan import usulkan_kebutuhan
from pelatihan.proses.kompetensi import nilai_kompetensi
from pelatihan.proses.rencana import IsiRencana, usulkan_rencana, verifikasi
from pelatihan.proses.sertifikat import IsiSertifikat, kirim_sertifikat, verifikasi_sertifikat
from rakumpit.contoh.akun import PERAN_PEGAWAI, akun_milik
from rakumpit.contoh.isi_hadir import isi_hadir
from rakumpit.contoh.isi_kegiatan import isi_kegiatan
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.organisasi.enums import StatusPegawai
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import hari_ini

# Person, form, title, days ago of the last day, days, JP on the paper.
_KEGIATAN = (
    (15, "teknis", "Pelatihan pengelolaan arsip dinamis", 60, 3, 20),
    (15, "seminar", "Seminar pelayanan yang ramah lansia", 30, 1, None),
    (16, "workshop", "Lokakarya bahasa yang mudah dimengerti", 45, 2, None),
    (17, "seminar", "Seminar administrasi kependudukan", 75, 1, None),
)
_LEVEL = (1, 1, 1, 1, 2, 1, 1, 1, 1)


def isi_pelatihan(*, pengelola: Pengguna) -> None:
    """A little of each, around the accounts that a visitor tries first. Call it inside a transaction."""
    nomor = pegawai_bernomor()
    pegawai, kasi = nomor[PERAN_PEGAWAI["pegawai"]], nomor[PERAN_PEGAWAI["kasi"]]
    _perjanjian(nomor)
    for no, bentuk, judul, lalu, hari, jp in _KEGIATAN:
        if nomor[no].pengguna is not None:
            _sertifikat(nomor[no], pengelola, (bentuk, judul), lalu=lalu, hari=hari, jp=jp)
    _sertifikat(pegawai, None, ("seminar", "Seminar inovasi kelurahan"), lalu=10, hari=1, jp=None)
    _kompetensi(pegawai, kasi)
    _rencana(pegawai, kasi)
    isi_hadir(pengelola=pengelola)
    isi_kegiatan(pengelola=pengelola, kasi=kasi)
    hitung_perkiraan(
        pegawai=pegawai,
        tahun=hari_ini().year,
        oleh=pengelola,
        pendidikan="s1",
        diklat_jenjang=False,
        kinerja="baik",
        hukuman="tidak_pernah",
    )


def _perjanjian(nomor: dict[int, Pegawai]) -> None:
    """Every PPPK of the office holds a contract of five years from the March before."""
    tahun = hari_ini().year - 1
    for satu in nomor.values():
        if satu.status == StatusPegawai.PPPK.value:
            PerjanjianKerja.objects.create(
                pegawai=satu, nomor=f"800/{satu.pk}/REKAAN", mulai=date(tahun, 3, 1), selesai=date(tahun + 5, 2, 28)
            )


def _sertifikat(
    pegawai: Pegawai, pengelola: Pengguna | None, apa: tuple[str, str], *, lalu: int, hari: int, jp: int | None
) -> None:
    """Sent by the person and, with ``pengelola``, checked by him; nobody checks his own."""
    bentuk, judul = apa
    selesai = hari_ini() - timedelta(days=lalu)
    satu = kirim_sertifikat(
        kode=uuid4(),
        pegawai=pegawai,
        oleh=akun_milik(pegawai),
        isi=IsiSertifikat(
            bentuk=BentukPengembangan.objects.get(kode=bentuk),
            judul=judul,
            penyelenggara="Lembaga Pelatihan Rekaan",
            nomor=f"{pegawai.pk}{lalu}/LPR/{selesai.year}",
            mulai=selesai - timedelta(days=hari - 1),
            selesai=selesai,
            tanggal_sertifikat=selesai,
            hari=hari,
            moda=Moda.LURING.value,
            jp_program=None if jp is None else Decimal(jp),
        ),
        berkas=ContentFile(f"%PDF-1.4 DATA CONTOH {pegawai.pk} {judul}".encode(), name="sertifikat.pdf"),
    )
    if pengelola is not None and pegawai.pengguna_id != pengelola.pk:
        verifikasi_sertifikat(sertifikat=satu, oleh=pengelola)


def _kompetensi(pegawai: Pegawai, kasi: Pegawai) -> None:
    semua = list(Kompetensi.objects.order_by("urutan"))
    penugasan = pegawai.penugasan_pada(hari_ini())
    if penugasan is not None:
        layanan = next(satu for satu in semua if satu.kode == "pelayanan-publik")
        komunikasi = next(satu for satu in semua if satu.kode == "komunikasi")
        for satu in (layanan, komunikasi):
            StandarKompetensi.objects.create(
                jabatan=penugasan.jabatan,
                kompetensi=satu,
                mulai=date(2025, 1, 2),
                level=2,
                dasar_hukum="Pilihan kantor contoh: petugas loket.",
            )
    nilai_kompetensi(
        pegawai=pegawai,
        oleh=akun_milik(kasi),
        level=dict(zip(semua[:-1], _LEVEL, strict=False)),
        sumber=SumberPenilaian.ATASAN,
        tanggal=hari_ini(),
        keterangan="Dari pengamatan di loket.",
    )


def _rencana(pegawai: Pegawai, kasi: Pegawai) -> None:
    butuh = usulkan_kebutuhan(
        sumber=SumberKebutuhan.SURVEI,
        judul="Menjelaskan syarat dengan kalimat pendek",
        pegawai=pegawai,
        uraian="Unsur prosedur paling rendah di survei terakhir.",
    )
    bentuk = {satu.kode: satu for satu in BentukPengembangan.objects.filter(kode__in=("workshop", "coaching"))}
    hari = hari_ini()
    isi = IsiRencana(
        tahun=hari.year,
        judul="Berbicara dengan warga di loket",
        bentuk=bentuk["workshop"],
        triwulan=(hari.month + 2) // 3,
        kebutuhan=butuh,
        jp=Decimal(5),
        alasan_usul="Supaya warga tidak perlu bertanya dua kali.",
    )
    verifikasi(
        rencana=usulkan_rencana(kode=uuid4(), pegawai=pegawai, oleh=akun_milik(pegawai), isi=isi),
        oleh=akun_milik(kasi),
    )
    lain = IsiRencana(tahun=hari.year + 1, judul="Coaching mengatur waktu loket", bentuk=bentuk["coaching"], triwulan=1)
    usulkan_rencana(kode=uuid4(), pegawai=pegawai, oleh=akun_milik(pegawai), isi=lain)
