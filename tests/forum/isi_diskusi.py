"""The discussion in the office of named people: a topic in every state, posts of *pegawai*, objections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.core import signing
from django.core.files.base import ContentFile

from forum.models import (
    AlasanModerasi,
    Balasan,
    JawabanResmi,
    KategoriDiskusi,
    KeberatanModerasi,
    KeputusanModerasi,
    LampiranDiskusi,
    Topik,
)
from forum.proses.langganan import tanda_berhenti
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import sekarang
from tests import pabrik
from tests.kinerja.berkas import png

if TYPE_CHECKING:
    from tests.dasar import KantorBernama

STATUS_TOPIK = ("baru", "dibahas", "dijawab", "ditindaklanjuti", "ditutup")
KEADAAN = ("menunggu", "tayang", "disembunyikan")


def isi_diskusi(k: KantorBernama) -> None:
    """Topics ``topik_<status>`` and posts ``kiriman_<keadaan>``, ``balasan_<keadaan>`` of a citizen."""
    from tests.dasar import PEGAWAI

    warga = pabrik.buat_pengguna(nama="Warga Forum", nip=None, email="warga-forum@contoh.example", warga=True)
    kategori = KategoriDiskusi.objects.create(nama="Pelayanan", rumpun="layanan", unit=k.kantor.seksi)
    pegawai, oleh, iklan = k.orang[PEGAWAI], k.kantor.pengelola, AlasanModerasi.objects.get(kode="iklan")
    kini = sekarang()

    def topik(penulis: Pengguna, **ubah: Any) -> Topik:
        isi = {
            "kiriman": uuid4(),
            "penulis": penulis,
            "kategori": kategori,
            "judul": "Jadwal loket",
            "isi": "Kapan buka?",
        }
        baris: Topik = Topik.objects.create(**(isi | {"jenis": "pertanyaan", "dibuat": kini, "aktivitas": kini} | ubah))
        return baris

    def balasan(penulis: Pengguna, induk: Topik, **ubah: Any) -> Balasan:
        baris: Balasan = Balasan.objects.create(
            **({"kiriman": uuid4(), "penulis": penulis, "topik": induk, "isi": "Setuju.", "dibuat": kini} | ubah)
        )
        return baris

    khusus = {"ditindaklanjuti": {"tautan_tindak": "https://contoh.example/"}, "ditutup": {"alasan_tutup": "Selesai."}}
    for status in STATUS_TOPIK:
        satu = topik(warga, status=status, **khusus.get(status, {}))
        k.objek[f"topik_{status}"] = (satu.uuid,)
        if status not in {"baru", "dibahas"}:
            JawabanResmi.objects.create(
                kiriman=uuid4(), topik=satu, versi=1, isi="Senin.", unit=k.kantor.seksi, oleh=pegawai, pada=kini
            )
    induk = Topik.objects.get(uuid=k.objek["topik_baru"][0])
    for keadaan in KEADAAN:
        isi = {"keadaan": keadaan, "alasan": iklan if keadaan == "disembunyikan" else None}
        k.objek[f"kiriman_{keadaan}"] = (topik(warga, **isi).uuid,)
        k.objek[f"periksa_{keadaan}"] = ("topik", k.objek[f"kiriman_{keadaan}"][0])
        lampiran = LampiranDiskusi.objects.create(
            topik=Topik.objects.get(uuid=k.objek[f"kiriman_{keadaan}"][0]),
            judul="Lampiran 1",
            berkas=ContentFile(png(), name="uji.png"),
            tipe="png",
            ukuran=len(png()),
            sidik="0" * 64,
            pada=kini.date(),
        )
        k.objek[f"lampiran_forum_{keadaan}"] = (lampiran.uuid,)
        k.objek[f"balasan_{keadaan}"] = (balasan(warga, induk, **isi).uuid,)
    k.objek["periksa_balasan"] = ("balasan", k.objek["balasan_menunggu"][0])
    k.objek["periksa_asing"] = ("lain", k.objek["balasan_menunggu"][0])
    k.objek["kiriman_gabungan"] = (topik(warga, digabung_ke=induk).uuid,)
    k.objek["tulisan_saya"] = (topik(pegawai).uuid,)
    k.objek["balasan_saya"] = (balasan(pegawai, induk).uuid,)
    k.objek["kategori_diskusi"] = (kategori.uuid,)
    k.contoh["kategori_diskusi"] = kategori
    for putusan in ("menunggu", "diterima", "ditolak"):
        putus = KeputusanModerasi.objects.create(
            topik=topik(pegawai, keadaan="disembunyikan", alasan=iklan),
            tindakan="sembunyikan",
            alasan=iklan,
            oleh=oleh,
            pada=kini,
        )
        akhir = {} if putusan == "menunggu" else {"catatan": "Ya.", "diputus_oleh": pegawai, "diputus_pada": kini}
        keberatan = KeberatanModerasi.objects.create(
            keputusan=putus, diputus_moderator=oleh, isi="Tidak.", diajukan_pada=kini, putusan=putusan, **akhir
        )
        k.objek[f"keberatan_{putusan}"] = (keberatan.uuid,)
        k.objek[f"keputusan_{putusan}"] = (putus.uuid,)
    baru = KeputusanModerasi.objects.create(
        topik=topik(pegawai, keadaan="disembunyikan", alasan=iklan),
        tindakan="sembunyikan",
        alasan=iklan,
        oleh=oleh,
        pada=kini,
    )
    k.objek["keputusan_baru"] = (baru.uuid,)
    k.objek["tanda_akun"] = (
        signing.dumps({"email": "x@contoh.example", "nama": "Nama Baru"}, salt="forum.akun.konfirmasi"),
    )
    k.objek["tanda_akun_mati"] = ("bukan-tanda",)
    k.objek["tanda_berhenti"] = (tanda_berhenti(warga),)
    k.objek["tanda_berhenti_palsu"] = ("bukan-tanda",)
