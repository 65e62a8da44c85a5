"""Reports of citizens of the sample office: one in most states, one late, one anonymous, one public. Invented."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.core.files.base import ContentFile

from forum.enums.laporan import Kanal
from forum.models import Disposisi, Laporan, TenggatLaporan
from forum.perhitungan.kunci import buat_kunci
from forum.proses import laporan_kelola as kelola
from forum.proses import laporan_pelapor as pelapor
from forum.proses import laporan_unit as unit
from forum.proses.laporan_masuk import IsiLaporan, terima_laporan
from rakumpit.contoh.akun import PERAN_PEGAWAI, akun_milik
from rakumpit.contoh.isi_catatan import gambar
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.organisasi.models import Layanan, Pegawai, Pengguna, Penugasan, UnitKerja
from rakumpit.waktu import hari_ini

_KELURAHAN = "kelurahan"


def isi_laporan(*, pengelola: Pengguna) -> None:
    """Nine reports. Call it after the organisation."""
    nomor = pegawai_bernomor()
    kasi, staf, lurah = (nomor[PERAN_PEGAWAI[peran]] for peran in ("kasi", "pegawai", "lurah"))
    tempat = UnitKerja.objects.filter(jenis=_KELURAHAN, aktif=True).order_by("pk").first()
    layanan = Layanan.objects.filter(aktif=True).order_by("pk").first()
    _kirim("jalan", "pengaduan", "Jalan ke dermaga berlubang", "Lubang besar di depan dermaga, berbahaya malam hari.")
    foto = ContentFile(gambar(90), name="Foto.png")
    _kirim(
        "petugas",
        "pengaduan",
        "Petugas loket tidak di tempat",
        "Selasa pagi loket kosong lebih dari satu jam. Mohon ada petugas pengganti.",
        nama="Pelapor Contoh",
        telepon="0800 0000 0000",
        layanan=layanan,
        foto=[foto],
    )
    kurang = _kirim("kurang", "pengaduan", "Surat belum jadi", "Surat saya belum jadi juga.", kelurahan=tempat)
    kelola.minta_lengkapi(
        laporan=kurang, oleh=pengelola, versi=1, klasifikasi="pengaduan", teks="Surat apa, dan kapan diajukan?"
    )
    terang = _kirim(
        "lampu", "aspirasi", "Lampu jalan di RT 3", "Usul menambah dua lampu jalan dekat sekolah.", rahasia=False
    )
    kelola.verifikasi(laporan=terang, oleh=pengelola, versi=1, klasifikasi="aspirasi")
    antre = _teruskan(
        _kirim(
            "antre", "pengaduan", "Antrean hari Senin", "Senin pagi antrean sampai ke luar.", lama=45, oleh=pengelola
        ),
        pengelola,
        kasi,
    )
    _lewat(unit.mulai(laporan=antre, oleh=akun_milik(kasi), versi=antre.versi))
    _teruskan(_kirim("parkir", "saran", "Tempat parkir sepeda", "Beri atap untuk parkir sepeda."), pengelola, staf)
    jam = _jawab(
        _kirim(
            "jam", "informasi", "Jam layanan hari Jumat", "Hari Jumat loket buka sampai pukul berapa?", rahasia=False
        ),
        pengelola,
        staf,
        "Hari Jumat loket buka pukul 07.30 sampai 11.00, lalu 13.00 sampai 16.00.",
        "tanpa_perbaikan",
    )
    pelapor.nilai(laporan=pelapor.setujui_jawaban(laporan=jam), kepuasan=4, teks="Jelas.")
    _jawab(
        _kirim("toilet", "pengaduan", "Toilet warga terkunci", "Toilet untuk warga selalu terkunci.", rahasia=False),
        pengelola,
        lurah,
        "Kunci toilet kini dibuka setiap pagi oleh petugas jaga. Sabun dan air diperiksa tiap hari.",
        "dengan_perbaikan",
    )
    kota = _kirim("trayek", "aspirasi", "Trayek bus air", "Tambah trayek bus air pada sore hari.")
    kelola.bukan_wewenang(
        laporan=kota,
        oleh=pengelola,
        versi=1,
        tujuan="Dinas Perhubungan Kota",
        alasan="Trayek diatur dinas itu. Usul Anda sudah kami sampaikan.",
    )


def _kirim(
    kode: str, klasifikasi: str, judul: str, isi: str, *, lama: int = 0, oleh: Pengguna | None = None, **lain: Any
) -> Laporan:
    laporan, _ = terima_laporan(
        kiriman=uuid5(NAMESPACE_URL, f"contoh:laporan:{kode}"),
        kunci=buat_kunci(),
        isi=IsiLaporan(klasifikasi=klasifikasi, judul=judul, isi=isi, **lain),
        kanal=Kanal.LOKET if oleh else Kanal.DARING,
        oleh=oleh,
        diterima=hari_ini() - timedelta(days=lama) if oleh else None,
    )
    return laporan


def _teruskan(laporan: Laporan, pengelola: Pengguna, petugas: Pegawai) -> Laporan:
    laporan = kelola.verifikasi(laporan=laporan, oleh=pengelola, versi=1, klasifikasi=laporan.klasifikasi)
    return kelola.teruskan(
        laporan=laporan,
        oleh=pengelola,
        versi=laporan.versi,
        penugasan=Penugasan.objects.pada(hari_ini()).filter(pegawai=petugas).order_by("pk")[0],
        catatan="Mohon diperiksa dan dijawab.",
        batas=hari_ini() + timedelta(days=7),
    )


def _jawab(laporan: Laporan, pengelola: Pengguna, petugas: Pegawai, teks: str, hasil: str) -> Laporan:
    oleh = akun_milik(petugas)
    laporan = _teruskan(laporan, pengelola, petugas)
    laporan = unit.mulai(laporan=laporan, oleh=oleh, versi=laporan.versi)
    return unit.jawab(laporan=laporan, oleh=oleh, versi=laporan.versi, teks=teks, hasil=hasil)


def _lewat(laporan: Laporan) -> None:
    """Set the clock of the answer back, so that one report is late: no step can be taken in the past."""
    hari = hari_ini()
    TenggatLaporan.objects.filter(laporan=laporan, tahap="penyelesaian").update(
        mulai=hari - timedelta(days=40), batas=hari - timedelta(days=20)
    )
    Disposisi.objects.filter(laporan=laporan).update(pada=hari - timedelta(days=40), batas=hari - timedelta(days=20))
