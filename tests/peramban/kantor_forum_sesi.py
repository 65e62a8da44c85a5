"""Sessions and actions of the sample office under names, and the states that it lacks."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from forum.models import AksiForum, Pendaftaran, SeriForum, SesiForum, UsulAgenda
from forum.proses import berita_acara, hasil, sesi
from forum.proses.aksi import kunci_verifikasi, minta_verifikasi_wakil
from forum.proses.kehadiran import hadirkan
from forum.proses.kunci import kunci_tautan
from forum.proses.umpan_balik import kunci_umpan_balik
from rakumpit.organisasi.models import UnitKerja
from rakumpit.waktu import WIB, hari_ini
from tests.forum.dasar import unsur

if TYPE_CHECKING:
    from tests.peramban.kantor import Kantor


def isi_forum_sesi(kantor: Kantor) -> None:
    lalu = SesiForum.objects.get(judul="Antrean dan papan informasi loket")
    datang = SesiForum.objects.get(judul="Syarat surat keterangan")
    draf = SesiForum.objects.filter(status="draf").order_by("mulai")[0]
    kasi = kantor.orang["kasi"]
    kantor.objek |= {
        "forum_lalu": (lalu.uuid,),
        "forum_datang": (datang.uuid,),
        "forum_draf": (draf.uuid,),
        "seri_forum": (SeriForum.objects.get().uuid,),
        "acara_forum": (datang.agenda.get(urut=2).uuid,),
        "usul_forum": (UsulAgenda.objects.get().uuid,),
        "undangan_forum": (datang.undangan.order_by("pk")[0].uuid,),
        "kunci_usul": (kunci_tautan("usul", UsulAgenda.objects.get().kiriman),),
        "kunci_umpan": (lalu.uuid, kunci_umpan_balik(lalu)),
    }
    for nama, baris in zip(("terdaftar", "pendamping", "menunggu"), datang.pendaftaran.order_by("pk"), strict=True):
        kantor.objek[f"kunci_{nama}"] = (kunci_tautan("pendaftaran", baris.kiriman),)
    for aksi in AksiForum.objects.all():
        kantor.objek[f"aksi_forum_{aksi.status}"] = (aksi.uuid,)
    diklaim = AksiForum.objects.get(status="selesai_diklaim")
    wakil = lalu.berita_acara.get().tanda_tangan.get(pihak="wakil")
    camat = kantor.orang["camat"]
    diminta = minta_verifikasi_wakil(aksi=diklaim, oleh=camat, versi=diklaim.versi, wakil=wakil)
    kantor.objek["kunci_periksa"] = (kunci_verifikasi(diminta, wakil),)
    _berlangsung(kantor, datang, kasi)


def _berlangsung(kantor: Kantor, contoh: SesiForum, kasi: object) -> None:
    """A session of today in its notes, and one whose record waits for signatures."""
    for nama, akhir in (("berlangsung", False), ("menunggu", True)):
        mulai = datetime.combine(hari_ini() + timedelta(days=1), time(9), tzinfo=WIB)
        satu = sesi.buat_sesi(
            kode=uuid4(),
            unit=UnitKerja.objects.get(kode="seksi-pelayanan"),
            oleh=kasi,  # type: ignore[arg-type]  # an account
            unsur_wajib=[],
            judul=f"Sesi {nama}",
            tema="Waktu tunggu di loket",
            dasar="Hasil survei",
            metode="tatap_muka",
            tempat="Aula",
            tautan="",
            mulai=mulai,
            selesai=mulai + timedelta(hours=2),
            kapasitas=None,
            kuorum=None,
            batas_usul=None,
            pimpinan="Kepala seksi",
            notulis="Petugas",
            terbit_otomatis=True,
        )
        oleh = kantor.orang["kasi"]
        satu = sesi.jadwalkan(sesi=satu, oleh=oleh, versi=satu.versi)
        SesiForum.objects.filter(pk=satu.pk).update(
            mulai=mulai - timedelta(days=1), selesai=mulai - timedelta(hours=22)
        )
        satu = sesi.mulai_sesi(sesi=SesiForum.objects.get(pk=satu.pk), oleh=oleh, versi=satu.versi, yakin=True)
        hadir = hadirkan(
            sesi=satu,
            oleh=oleh,
            kiriman=uuid4(),
            nama="Siti Contoh",
            unsur=unsur("pengguna-layanan"),
            cara="langsung",
        )
        masukan = hasil.tambah_masukan(
            sesi=satu,
            oleh=oleh,
            kode=uuid4(),
            unsur=unsur("pengguna-layanan"),
            penyampai="Siti Contoh",
            uraian="Antrean panjang.",
            agenda=None,
            jawaban="Ditambah petugas.",
            keputusan="diterima",
        )
        sepakat = hasil.tambah_kesepakatan(
            sesi=satu,
            oleh=oleh,
            kode=uuid4(),
            uraian="Dua petugas setiap Senin.",
            disepakati=True,
            alasan="",
            jenis="biasa",
            layanan=None,
        )
        kantor.objek |= {
            f"forum_{nama}": (satu.uuid,),
            f"kehadiran_{nama}": (hadir.uuid,),
            f"masukan_{nama}": (masukan.uuid,),
            f"kesepakatan_{nama}": (sepakat.uuid,),
            f"acara_{nama}": (satu.agenda.get().uuid,),
        }
        if akhir:
            satu.refresh_from_db()
            satu = sesi.akhiri_sesi(sesi=satu, oleh=oleh, versi=satu.versi)
            berita = berita_acara.siapkan_berita_acara(
                sesi=satu,
                oleh=oleh,
                versi=satu.versi,
                nomor_surat="400/8/BA",
                wakil=[("Siti Contoh", unsur("pengguna-layanan"), "RT 02")],
            )
            tanda = berita.tanda_tangan.get(pihak="wakil")
            kantor.objek |= {
                "tanda_kertas": (tanda.uuid,),
                "kunci_tanda": (berita_acara.kunci_wakil(tanda),),
            }
        else:
            pendaftar = Pendaftaran.objects.create(
                kiriman=uuid4(),
                sidik_kunci="0" * 64,
                sesi=satu,
                nama="Budi Contoh",
                unsur=unsur("pemuda"),
                kontak="0812 0000 2002",
                kunci_kontak="6281200002002",
                kebutuhan="Kursi roda",
                status="terdaftar",
            )
            kantor.objek["pendaftaran_berlangsung"] = (pendaftar.uuid,)
