"""Deliveries and objections for the tables of rights.

Of *pegawai*, rated by *atasan*, decided by *atasan_kedua*: one just made, one heard, one decided, one withdrawn. In the
neighbouring office, whose official above has no account: one that waits for a letter, one decided by letter, and a
person without an account whose results are handed over on paper.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile

from kinerja.enums import JenisPeriode, Pihak
from kinerja.models import Evaluasi, Keberatan, Periode
from kinerja.perhitungan import Rating
from kinerja.proses import buka_run, kerjakan_run, putuskan, tetapkan
from kinerja.proses.dengar_keberatan import beri_keterangan
from kinerja.proses.keberatan import (
    ajukan_keberatan,
    cabut_keberatan,
    catat_putusan_keberatan,
    putus_keberatan,
)
from kinerja.proses.penyampaian import catat_penyampaian
from rakumpit.organisasi.models import Pegawai, Pengguna, UnitKerja
from tests import pabrik
from tests.kinerja.kantor import akun

if TYPE_CHECKING:
    from tests.dasar import KantorBernama

PDF = b"%PDF-1.4 surat"
ALASAN = "alasan-rahasia-41"
_BULAN = ("Januari", "Februari", "Maret", "April", "Mei")


def surat() -> ContentFile:
    return ContentFile(PDF, name="surat.pdf")


def isi_keberatan(k: KantorBernama) -> None:
    """Call it when the evaluations are there; the clock stands at ``SAAT``."""
    lain = UnitKerja.objects.get(nama="Kecamatan Lain")
    camat_lain = Pegawai.objects.get(nama="Camat Lain")
    seksi = pabrik.buat_unit(nama="Seksi Lain", induk=lain)
    kasi = pabrik.buat_pegawai(seksi, memimpin=True, nama="Kasi Lain")
    tanpa_akun = pabrik.buat_pegawai(seksi, nama="Tanpa Akun", akun=False)
    pabrik.buat_skp(kasi, penilai=camat_lain)
    pabrik.buat_skp(tanpa_akun, penilai=kasi)
    periode = [_periode(urut, nama) for urut, nama in enumerate(_BULAN, 1)]
    pegawai, atasan, camat = k.pegawai, akun(k.kantor.kasi), akun(k.kantor.camat)
    diajukan, didengar, diputus = (_ajukan(finalkan(pegawai, satu, atasan), akun(pegawai)) for satu in periode[:3])
    for satu in (didengar, diputus):
        _dengar(satu, akun(pegawai), atasan)
    k.objek |= {
        "keberatan_baru": (diajukan.uuid,),
        "keberatan": (didengar.uuid,),
        "keberatan_berkas": (didengar.berkas.get().uuid,),
        "keberatan_diputus": (_putus(diputus, camat).uuid,),
    }
    dicabut = _ajukan(finalkan(pegawai, periode[4], atasan), akun(pegawai))
    cabut_keberatan(keberatan=dicabut, oleh=akun(pegawai))
    k.objek |= {
        "keberatan_dicabut": (dicabut.uuid,),
        "keterangan_dicabut": (dicabut.uuid, "pegawai"),
        "keterangan_didengar": (didengar.uuid, "pegawai"),
    }
    k.contoh |= {"keberatan": didengar, "keberatan_diputus": diputus}
    k.evaluasi["eval_rendah"] = finalkan(pegawai, periode[3], atasan)
    k.objek["eval_rendah"] = (k.evaluasi["eval_rendah"].uuid,)
    menunggu, selesai = (_ajukan(finalkan(kasi, satu, akun(camat_lain)), akun(kasi)) for satu in periode[:2])
    for satu in (menunggu, selesai):
        _dengar(satu, akun(kasi), akun(camat_lain))
    catat_putusan_keberatan(
        keberatan=selesai,
        oleh=k.kantor.pengelola,
        putusan="tetap",
        alasan=ALASAN,
        surat_nomor="9/2026",
        pindaian=surat(),
        versi=3,
    )
    k.objek |= {"keberatan_surat": (menunggu.uuid,), "keberatan_pindaian": (selesai.uuid,)}
    k.contoh["keberatan_surat"] = menunggu
    belum, kertas = (finalkan(tanpa_akun, satu, akun(kasi)) for satu in periode[:2])
    catat_penyampaian(evaluasi=kertas, oleh=k.kantor.pengelola, tanggal=date(2026, 9, 15), pindaian=surat())
    k.objek |= {"eval_belum": (belum.uuid,), "eval_kertas": (kertas.uuid,)}
    for pihak in Pihak:
        k.objek[f"keterangan_{pihak.value}"] = (diajukan.uuid, pihak.value)
    k.objek |= {"keterangan_diputus": (diputus.uuid, "pegawai"), "keterangan_ngawur": (diajukan.uuid, "lain")}


def _periode(bulan: int, nama: str) -> Periode:
    mulai = date(2026, bulan, 1)
    periode = pabrik.buat_periode(
        kode=f"bulan-{bulan}-2026",
        nama=f"{nama} 2026",
        jenis=JenisPeriode.BULANAN.value,
        mulai=mulai,
        selesai=date(2026, bulan, 28),
        batas_isi=date(2026, bulan, 28),
    )
    kerjakan_run(buka_run(periode=periode).pk)
    return periode


def finalkan(pegawai: Pegawai, periode: Periode, oleh: Pengguna) -> Evaluasi:
    """Rate somebody in that period and make it final."""
    baris = Evaluasi.objects.select_related("pegawai").get(pegawai=pegawai, periode=periode, terbaru=True)
    baris = putuskan(
        evaluasi=baris,
        oleh=oleh,
        rating_hasil=Rating.DI_BAWAH.value,
        rating_perilaku=Rating.SESUAI.value,
        alasan=ALASAN,
        versi=baris.versi,
    )
    return tetapkan(evaluasi=baris, oleh=oleh, versi=baris.versi)


def _ajukan(baris: Evaluasi, oleh: Pengguna) -> Keberatan:
    return ajukan_keberatan(evaluasi=baris, oleh=oleh, alasan=ALASAN, berkas=[surat()])


def _dengar(keberatan: Keberatan, pegawai: Pengguna, penilai: Pengguna) -> None:
    beri_keterangan(keberatan=keberatan, oleh=pegawai, pihak=Pihak.PEGAWAI, isi=ALASAN)
    beri_keterangan(keberatan=keberatan, oleh=penilai, pihak=Pihak.PENILAI, isi=ALASAN)


def _putus(keberatan: Keberatan, oleh: Pengguna) -> Keberatan:
    return putus_keberatan(
        keberatan=keberatan,
        oleh=oleh,
        putusan="berubah",
        rating_hasil=Rating.SESUAI.value,
        rating_perilaku=Rating.SESUAI.value,
        alasan=ALASAN,
        versi=3,
    )
