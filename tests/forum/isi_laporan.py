"""Reports of the named office, one in each state; *pegawai* handles those that are forwarded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from forum.enums.laporan import Kanal, StatusLaporan
from forum.models import Laporan
from forum.perhitungan.kunci import buat_kunci
from forum.proses import laporan_kelola as kelola
from forum.proses import laporan_pelapor as pelapor
from forum.proses import laporan_unit as unit
from forum.proses.laporan_masuk import IsiLaporan, terima_laporan
from kinerja.proses.pengaduan import kaitkan_pengaduan
from rakumpit.organisasi.models import Pegawai, Pengguna, Penugasan
from rakumpit.waktu import hari_ini
from tests.kinerja.berkas import exif, jpg, unggahan

if TYPE_CHECKING:
    from tests.dasar import KantorBernama

# Words that only the complaint administrator may ever read.
NAMA, TELEPON, EMAIL = "Pelapor-rahasia-46", "081355512346", "pelapor-46@contoh.example"
JAWABAN = "Loket kedua dibuka setiap Senin sejak 14 September, dan antrean diperiksa setiap jam."
BATAS = date(2026, 12, 15)
TEMPAT = b"-2.0123,113.8765"


def foto() -> SimpleUploadedFile:
    """A photo with a place in it, under a file name that names its owner."""
    return unggahan(f"{NAMA}.jpg", jpg(sisipan=exif(1, gps=TEMPAT)))


def kirim(**ubah: Any) -> Laporan:
    """A complaint with an identity, anonymous and secret."""
    isi: dict[str, Any] = {
        "klasifikasi": "pengaduan",
        "judul": "Antrean di loket",
        "isi": "Saya menunggu dua jam di loket kecamatan.",
        "nama": NAMA,
        "telepon": TELEPON,
        "email": EMAIL,
    }
    kunci, kanal = ubah.pop("kunci", None) or buat_kunci(), ubah.pop("kanal", Kanal.DARING)
    laporan, _ = terima_laporan(kiriman=uuid4(), kunci=kunci, isi=IsiLaporan(**(isi | ubah)), kanal=kanal)
    return laporan


def sampai(
    laporan: Laporan, status: StatusLaporan, *, pengelola: Pengguna, petugas: Pegawai, kadar: str = ""
) -> Laporan:
    """Take a received report to ``status`` by its steps."""
    oleh: dict[str, Any] = {"oleh": pengelola, "versi": 1}
    jalan_buntu: dict[StatusLaporan, Callable[[], Laporan]] = {
        StatusLaporan.DITERIMA: lambda: laporan,
        StatusLaporan.PERLU_DILENGKAPI: lambda: kelola.minta_lengkapi(
            laporan=laporan, klasifikasi=laporan.klasifikasi, teks="Sebutkan tanggalnya.", **oleh
        ),
        StatusLaporan.BUKAN_WEWENANG: lambda: kelola.bukan_wewenang(
            laporan=laporan, tujuan="Dinas Perhubungan", alasan="Jalan kota diurus dinas itu.", **oleh
        ),
        StatusLaporan.DIARSIPKAN: lambda: kelola.arsipkan(laporan=laporan, alasan="Bukan tentang layanan.", **oleh),
        StatusLaporan.DUPLIKAT: lambda: kelola.tandai_duplikat(
            laporan=laporan, nomor=kirim().nomor, alasan="Hal yang sama sudah ditangani.", **oleh
        ),
        StatusLaporan.DICABUT: lambda: pelapor.cabut(laporan=laporan),
        StatusLaporan.DIALIHKAN: lambda: kelola.alihkan(
            laporan=laporan, nomor_lapor="8812345", alasan="Ditangani lewat LAPOR!.", **oleh
        ),
    }
    if status in jalan_buntu:
        return jalan_buntu[status]()
    akun = petugas.pengguna
    assert akun is not None
    laporan = kelola.verifikasi(laporan=laporan, klasifikasi=laporan.klasifikasi, kadar=kadar, **oleh)
    if status == StatusLaporan.TERVERIFIKASI:
        return laporan
    laporan = kelola.teruskan(
        laporan=laporan,
        oleh=pengelola,
        versi=laporan.versi,
        penugasan=Penugasan.objects.pada(hari_ini()).filter(pegawai=petugas).order_by("pk")[0],
        catatan="Mohon diperiksa.",
        batas=BATAS,
    )
    if status == StatusLaporan.DIDISPOSISIKAN:
        return laporan
    laporan = unit.mulai(laporan=laporan, oleh=akun, versi=laporan.versi)
    if status == StatusLaporan.DIPROSES:
        return laporan
    laporan = unit.jawab(laporan=laporan, oleh=akun, versi=laporan.versi, teks=JAWABAN, hasil="dengan_perbaikan")
    if status == StatusLaporan.DIJAWAB:
        return laporan
    if status == StatusLaporan.DITANGGAPI:
        return pelapor.ajukan_keberatan(laporan=laporan, teks="Senin pagi antrean tetap panjang.")
    return pelapor.setujui_jawaban(laporan=laporan)


def _kaitkan_pengaduan(k: KantorBernama) -> None:
    """Two justified complaints of the seksi: one beside the waiting evaluation of *pegawai*, one on offer."""
    from tests.dasar import ATASAN, PENGELOLA

    satu, dua = (
        sampai(kirim(), StatusLaporan.SELESAI, pengelola=k.orang[PENGELOLA], petugas=k.pegawai) for _ in range(2)
    )
    terkait = kaitkan_pengaduan(
        evaluasi=k.evaluasi["eval_menunggu"],
        oleh=k.orang[ATASAN],
        kunci=f"forum:laporan:{satu.uuid}",
        rencana="",
        pernyataan="Loket ditinggalkan.",
    )
    k.objek["pengaduan_terkait"] = (terkait.uuid,)
    k.contoh["kunci_pengaduan"] = f"forum:laporan:{dua.uuid}"


def isi_laporan(k: KantorBernama) -> None:
    from tests.dasar import PENGELOLA

    for status in StatusLaporan:
        lampiran = [foto()] if status == StatusLaporan.DIPROSES else []
        laporan = sampai(kirim(foto=lampiran), status, pengelola=k.orang[PENGELOLA], petugas=k.pegawai)
        k.objek[f"laporan_{status.value}"] = (laporan.uuid,)
        k.contoh[f"laporan_{status.value}"] = laporan
    # Silent for longer than the reporter may take to reply.
    Laporan.objects.filter(pk=k.contoh["laporan_dijawab"].pk).update(dijawab_pada=date(2026, 8, 20))
    terbuka = sampai(
        kirim(rahasia=False, nama="", telepon="", email=""),
        StatusLaporan.DIJAWAB,
        pengelola=k.orang[PENGELOLA],
        petugas=k.pegawai,
    )
    k.objek["laporan_umum"] = (terbuka.uuid,)
    k.contoh["laporan_umum"] = terbuka
    for nama, kirim_apa, keadaan in (
        ("laporan_ppid", {"klasifikasi": "informasi"}, StatusLaporan.DIPROSES),
        ("laporan_loket", {"kanal": Kanal.LOKET}, StatusLaporan.DIJAWAB),
    ):
        kadar = "ppid" if nama == "laporan_ppid" else ""
        k.contoh[nama] = sampai(
            kirim(**kirim_apa), keadaan, pengelola=k.orang[PENGELOLA], petugas=k.pegawai, kadar=kadar
        )
        k.objek[nama] = (k.contoh[nama].uuid,)
    _kaitkan_pengaduan(k)
    k.objek["foto_laporan"] = (k.contoh["laporan_diproses"].lampiran.get().uuid,)
    k.objek |= {"lacak_cabut": ("cabut",), "ukuran_csv": ("csv",), "ukuran_xlsx": ("xlsx",)}
