"""A forum of tests: an office with a head and staff, and a session taken to any state by its own steps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile

from forum.enums.berita_acara import JenisKesepakatan, KeputusanMasukan
from forum.enums.sesi import CaraHadir, Metode, StatusUndangan
from forum.models import AksiForum, BeritaAcara, Kesepakatan, SesiForum, UnsurPeserta
from forum.perhitungan.sesi import StatusSesi
from forum.proses import aksi as proses_aksi
from forum.proses import berita_acara as proses_berita
from forum.proses import hasil, sesi, undangan
from forum.proses.kehadiran import hadirkan
from forum.proses.pendaftaran import HasilDaftar, daftarkan
from rakumpit.organisasi.enums import JenisUnit
from rakumpit.organisasi.models import Jabatan, Pegawai, Pengguna, UnitKerja
from rakumpit.waktu import WIB, hari_ini
from tests import pabrik
from tests.survei.dasar import pada

# A Tuesday; the session is on Thursday the week after, without a holiday between.
SAAT = datetime(2026, 9, 15, 9, 0, tzinfo=WIB)
MULAI = datetime(2026, 9, 24, 9, 0, tzinfo=WIB)
HARI_SESI = datetime(2026, 9, 24, 8, 50, tzinfo=WIB)
__all__ = ["HARI_SESI", "MULAI", "SAAT", "KantorForum", "pada"]


def unsur(kode: str) -> UnsurPeserta:
    return UnsurPeserta.objects.get(kode=kode)


def jabatan_dari(pegawai: Pegawai) -> Jabatan:
    """The one post of a person."""
    jabatan: Jabatan = pegawai.penugasan.get().jabatan
    return jabatan


def pdf(nama: str = "bukti.pdf") -> ContentFile:
    return ContentFile(b"%PDF-1.4 bukti", name=nama)


@dataclass
class KantorForum:
    """Kecamatan with a camat, a seksi with head and staff, and a pengelola."""

    kecamatan: UnitKerja
    seksi: UnitKerja
    camat: Pegawai
    kasi: Pegawai
    staf: Pegawai
    rekan: Pegawai
    pengelola: Pengguna

    @classmethod
    def buat(cls) -> KantorForum:
        kecamatan = pabrik.buat_unit(jenis=JenisUnit.KECAMATAN.value, nama="Kecamatan Uji")
        seksi = pabrik.buat_unit(nama="Seksi Pelayanan", induk=kecamatan)
        lain = pabrik.buat_unit(nama="Seksi Lain", induk=kecamatan)
        return cls(
            kecamatan=kecamatan,
            seksi=seksi,
            camat=pabrik.buat_pegawai(kecamatan, memimpin=True, nama="Camat Uji"),
            kasi=pabrik.buat_pegawai(seksi, memimpin=True, nama="Kasi Uji"),
            staf=pabrik.buat_pegawai(seksi, nama="Staf Uji"),
            rekan=pabrik.buat_pegawai(lain, nama="Rekan Lain"),
            pengelola=pabrik.buat_pengguna(nama="Pengelola", pengelola=True),
        )

    @staticmethod
    def akun(pegawai: Pegawai) -> Pengguna:
        assert pegawai.pengguna is not None
        return pegawai.pengguna

    def isi_sesi(self, **ubah: Any) -> dict[str, Any]:
        isi: dict[str, Any] = {
            "judul": "Forum pelayanan KTP",
            "tema": "Waktu tunggu di loket",
            "dasar": "Unsur waktu terendah pada survei triwulan II.",
            "metode": Metode.TATAP_MUKA.value,
            "tempat": "Aula kecamatan",
            "tautan": "",
            "mulai": MULAI,
            "selesai": MULAI + timedelta(hours=2),
            "kapasitas": None,
            "kuorum": None,
            "batas_usul": None,
            "pimpinan": "Kasi Uji",
            "notulis": "Staf Uji",
            "terbit_otomatis": True,
        }
        return isi | ubah

    def sesi(self, status: StatusSesi = StatusSesi.DRAF, **ubah: Any) -> SesiForum:
        """A session of the seksi, brought to ``status`` by its steps; call it while the clock stands at ``SAAT``."""
        oleh = self.akun(self.kasi)
        wajib = ubah.pop("unsur_wajib", [])
        isi_awal = ubah.pop("isi_awal", None)
        satu = sesi.buat_sesi(kode=uuid4(), unit=self.seksi, oleh=oleh, unsur_wajib=wajib, **self.isi_sesi(**ubah))
        if isi_awal is not None:
            isi_awal(satu)
        if status is StatusSesi.DRAF:
            return satu
        if status is StatusSesi.DIBATALKAN:
            return sesi.batalkan(sesi=satu, oleh=oleh, versi=satu.versi, alasan="Aula dipakai pemilu.")
        satu = sesi.jadwalkan(sesi=satu, oleh=oleh, versi=satu.versi)
        if status is StatusSesi.DIJADWALKAN:
            return satu
        if status is StatusSesi.DITUNDA:
            mulai = satu.mulai + timedelta(days=7)
            return sesi.tunda(
                sesi=satu,
                oleh=oleh,
                versi=satu.versi,
                alasan="Banjir di jalan masuk.",
                mulai=mulai,
                selesai=mulai + timedelta(hours=2),
            )
        satu = sesi.buka_pendaftaran(sesi=satu, oleh=oleh, versi=satu.versi)
        if status is StatusSesi.TERBUKA:
            return satu
        self.undang(satu, "pengguna-layanan")
        with pada(HARI_SESI.replace(day=satu.hari.day)):
            satu = sesi.mulai_sesi(sesi=satu, oleh=oleh, versi=satu.versi, yakin=True)
            if status is StatusSesi.BERLANGSUNG:
                return satu
            self.isi_hasil(satu)
            satu = sesi.akhiri_sesi(sesi=satu, oleh=oleh, versi=satu.versi)
            if status is StatusSesi.MENUNGGU:
                return satu
            if status is StatusSesi.SELESAI:
                SesiForum.objects.filter(pk=satu.pk).update(terbit_otomatis=False)
            self.tanda_tangani(self.siapkan(satu))
        return SesiForum.objects.get(pk=satu.pk)

    def undang(self, satu: SesiForum, *kode: str) -> None:
        for nama in kode:
            baris = undangan.tambah_undangan(
                sesi=satu,
                oleh=self.akun(self.kasi),
                kode=uuid4(),
                penerima=f"Wakil {nama}",
                unsur=unsur(nama),
                saluran="surat",
            )
            undangan.ubah_undangan(
                undangan=baris,
                oleh=self.akun(self.kasi),
                versi=1,
                status=StatusUndangan.TERKIRIM.value,
                dikirim_pada=hari_ini(),
            )

    def hadir(self, satu: SesiForum, nama: str = "Siti Ma'rifah", kode: str = "pengguna-layanan", **ubah: Any) -> Any:
        isi: dict[str, Any] = {"cara": CaraHadir.LANGSUNG.value, "jenis_kelamin": "p", "instansi": "RT 02"}
        return hadirkan(
            sesi=satu, oleh=self.akun(self.staf), kiriman=uuid4(), nama=nama, unsur=unsur(kode), **(isi | ubah)
        )

    def masukan(self, satu: SesiForum, **ubah: Any) -> Any:
        isi: dict[str, Any] = {
            "unsur": unsur("pengguna-layanan"),
            "penyampai": "Siti Ma'rifah",
            "uraian": "Antrean terlalu panjang pada hari Senin.",
            "agenda": None,
            "jawaban": "Kami menambah satu petugas.",
            "keputusan": KeputusanMasukan.DITERIMA.value,
        }
        return hasil.tambah_masukan(sesi=satu, oleh=self.akun(self.staf), kode=uuid4(), **(isi | ubah))

    def kesepakatan(self, satu: SesiForum, **ubah: Any) -> Kesepakatan:
        isi: dict[str, Any] = {
            "uraian": "Loket dibuka dengan dua petugas setiap Senin.",
            "disepakati": True,
            "alasan": "",
            "jenis": JenisKesepakatan.BIASA.value,
            "layanan": None,
        }
        return hasil.tambah_kesepakatan(sesi=satu, oleh=self.akun(self.staf), kode=uuid4(), **(isi | ubah))

    def rencana(self, sepakat: Kesepakatan, **ubah: Any) -> AksiForum:
        isi: dict[str, Any] = {
            "uraian": "Susun jadwal dua petugas",
            "penanggung_jawab": jabatan_dari(self.staf),
            "tenggat": hari_ini() + timedelta(days=30),
            "prioritas": "tinggi",
            "indikator": "Jadwal tertempel di loket",
        }
        return hasil.rencanakan_aksi(kesepakatan=sepakat, oleh=self.akun(self.staf), kode=uuid4(), **(isi | ubah))

    def isi_hasil(self, satu: SesiForum) -> None:
        self.hadir(satu)
        self.masukan(satu)
        self.rencana(self.kesepakatan(satu))

    def siapkan(self, satu: SesiForum) -> BeritaAcara:
        satu.refresh_from_db()
        return proses_berita.siapkan_berita_acara(
            sesi=satu,
            oleh=self.akun(self.staf),
            versi=satu.versi,
            nomor_surat="400/7/2026",
            wakil=[("Siti Ma'rifah", unsur("pengguna-layanan"), "RT 02")],
        )

    def tanda_tangani(self, berita: BeritaAcara) -> BeritaAcara:
        wakil = berita.tanda_tangan.get(pihak="wakil")
        proses_berita.tanda_tangani_wakil(tanda_tangan=wakil, nama="siti ma'rifah")
        proses_berita.tanda_tangani(berita_acara=berita, oleh=self.akun(self.kasi))
        return BeritaAcara.objects.get(pk=berita.pk)

    def aksi(self, satu: SesiForum | None = None) -> AksiForum:
        """The action of a signed session."""
        satu = satu or self.sesi(StatusSesi.DIPUBLIKASIKAN)
        return AksiForum.objects.get(kesepakatan__sesi=satu)

    def klaim(self, aksi: AksiForum, oleh: Pengguna | None = None) -> AksiForum:
        akun = oleh or self.akun(self.staf)
        aksi = proses_aksi.mulai_aksi(aksi=aksi, oleh=akun, versi=aksi.versi)
        return proses_aksi.klaim_selesai(
            aksi=aksi, oleh=akun, versi=aksi.versi, bukti="Jadwal dipasang.", berkas=[pdf()]
        )


def daftar(satu: SesiForum, nama: str = "Budi", kontak: str | None = None, **ubah: Any) -> HasilDaftar:
    """A registration with a number of its own."""
    isi: dict[str, Any] = {"kiriman": uuid4(), "unsur": unsur("pengguna-layanan")}
    nomor = kontak or f"0812{uuid4().int % 10**8:08d}"
    return daftarkan(sesi=satu, nama=nama, kontak=nomor, **(isi | ubah))
