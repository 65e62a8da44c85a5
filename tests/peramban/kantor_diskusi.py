"""The discussion of the sample office as the browser tests name it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.core import signing

from forum.models import KategoriDiskusi, KeberatanModerasi, Topik
from forum.proses.diskusi import kirim_balasan, kirim_topik
from forum.proses.langganan import tanda_berhenti
from rakumpit.contoh.isi_diskusi import EMAIL_WARGA
from rakumpit.organisasi.models import Pengguna

if TYPE_CHECKING:
    from tests.peramban.kantor import Kantor


def isi_diskusi(kantor: Kantor) -> None:
    """Topics by their state; ``warga_forum`` is a citizen with posts of every kind."""
    warga = Pengguna.objects.get(email=EMAIL_WARGA)
    kantor.orang["warga_forum"] = warga
    for nama, judul in (
        ("dijawab", "Jam buka loket hari Jumat"),
        ("ditindaklanjuti", "Lampu dermaga dinyalakan sampai pagi"),
        ("baru", "Syarat mengurus surat pindah"),
        ("gabung", "Loket Jumat buka jam berapa"),
        ("ditutup", "Jadwal kerja bakti bulan lalu"),
        ("menunggu", "Perahu disewakan"),
    ):
        topik = Topik.objects.get(judul=judul)
        kantor.objek[f"diskusi_{nama}"] = (topik.uuid,)
    kantor.objek["periksa_menunggu"] = ("topik", kantor.objek["diskusi_menunggu"][0])
    balasan = Topik.objects.get(judul="Jam buka loket hari Jumat").balasan.get()
    kantor.objek["diskusi_balasan"] = (balasan.uuid,)
    kantor.objek["periksa_ditandai"] = ("balasan", balasan.uuid)
    saya = kirim_topik(
        kiriman=uuid4(),
        oleh=warga,
        kategori=KategoriDiskusi.objects.get(nama="Petuk Bukit"),
        jenis="usulan",
        judul="Bangku di ruang tunggu",
        isi="Bangku ditambah dua.",
    )
    kantor.objek["diskusi_saya"] = (saya.uuid,)
    kantor.objek["balasan_saya"] = (kirim_balasan(kiriman=uuid4(), topik=saya, oleh=warga, isi="Cukup dua.").uuid,)
    keberatan = KeberatanModerasi.objects.get()
    kantor.objek["keberatan_diskusi"] = (keberatan.uuid,)
    kantor.objek["keputusan"] = (keberatan.keputusan.uuid,)
    kiriman = keberatan.keputusan.topik
    assert kiriman is not None
    kantor.orang["warga_keberatan"] = kiriman.penulis
    kantor.objek["kategori_diskusi"] = (KategoriDiskusi.objects.get(nama="Petuk Bukit").uuid,)
    kantor.objek["tanda_akun"] = (
        signing.dumps({"email": "baru@contoh.example", "nama": "Daun Sirih"}, salt="forum.akun.konfirmasi"),
    )
    kantor.objek["tanda_akun_mati"] = ("bukan-tanda",)
    kantor.objek["tanda_berhenti"] = (tanda_berhenti(warga),)
