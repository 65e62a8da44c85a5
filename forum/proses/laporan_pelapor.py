"""Steps of the reporter, who has shown number and key: complete, write, object, agree, withdraw, rate."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction

from forum.enums.laporan import TERBUKA, Langkah, Peran, StatusLaporan
from forum.enums.tenggat import TahapTenggat
from forum.models import Laporan, TenggatLaporan
from forum.perhitungan.kunci import baca_kunci, baca_nomor, sidik_kunci
from forum.proses import tenggat
from forum.proses.kabar_laporan import kabari_pemegang
from forum.proses.laporan_dasar import kunci_laporan, periksa_keadaan, pindah, wajib
from forum.proses.laporan_masuk import periksa_foto, simpan_foto
from forum.proses.laporan_unit import lepaskan, selesaikan
from forum.ringkasan.tenggat import hitung_dari
from rakumpit.waktu import format_tanggal, hari_ini


def cari_laporan(nomor: str, kunci: str) -> Laporan | None:
    """The report of this number and key; None for any other pair, whichever of the two is wrong.

    One look-up by the digest decides, so that a wrong number and a wrong key take the same way.
    """
    baris: Laporan | None = Laporan.objects.filter(
        sidik_kunci=sidik_kunci(baca_kunci(kunci)), nomor=baca_nomor(nomor)
    ).first()
    return baris


def _pelapor(baris: Laporan, langkah: Langkah, **isi: Any) -> Laporan:
    baris = pindah(baris, langkah, peran=Peran.PELAPOR, **isi)
    kabari_pemegang(baris, f"{langkah.value}:{baris.versi}", "ada kabar dari pelapor", "Buka laporan untuk membacanya.")
    return baris


@transaction.atomic
def lengkapi(*, laporan: Laporan, teks: str, foto: Sequence[File] = ()) -> Laporan:
    """Add what the office asked for; the file is complete and the clock of the answer runs."""
    teks = wajib(teks, "Tulis yang diminta kantor.")
    diperiksa = periksa_foto(foto)
    baris = kunci_laporan(laporan)
    periksa_keadaan(baris, Langkah.LENGKAPI)
    with ExitStack() as tumpukan:
        simpan_foto(tumpukan, baris, diperiksa)
        baris = _pelapor(baris, Langkah.LENGKAPI, teks=teks)
        tenggat.penuhi(baris, TahapTenggat.PELENGKAPAN, hari_ini())
        tenggat.lanjutkan_atau_mulai(baris, hari_ini())
        return baris


@transaction.atomic
def balas(*, laporan: Laporan, teks: str) -> Laporan:
    """Write something on an open report; the same words sent twice are stored once."""
    teks = wajib(teks, "Tulis pesan Anda.")
    baris = kunci_laporan(laporan)
    if StatusLaporan(baris.status) not in TERBUKA:
        raise ValidationError("Laporan ini sudah ditutup, jadi tidak dapat dibalas lagi.")
    akhir = baris.riwayat.order_by("-pk").values_list("langkah", "teks").first()
    if akhir == (Langkah.BALAS.value, teks):
        return baris
    return _pelapor(baris, Langkah.BALAS, teks=teks, dibalas_pada=hari_ini())


@transaction.atomic
def ajukan_keberatan(*, laporan: Laporan, teks: str) -> Laporan:
    """Object to the answer: once, within the days of the rule; a new clock begins."""
    teks = wajib(teks, "Tulis apa yang belum terjawab.")
    baris = kunci_laporan(laporan)
    periksa_keadaan(baris, Langkah.KEBERATAN)
    if baris.keberatan_pada is not None:
        raise ValidationError("Keberatan hanya dapat diajukan satu kali. Anda masih dapat membalas.")
    hitungan = hitung_dari(baris, TahapTenggat.KEBERATAN, baris.dijawab_pada) if baris.dijawab_pada else None
    if hitungan is not None and hari_ini() > hitungan.akhir:
        raise ValidationError(f"Batas mengajukan keberatan {format_tanggal(hitungan.akhir)} sudah lewat.")
    baris = _pelapor(
        baris, Langkah.KEBERATAN, teks=teks, keberatan_pada=hari_ini(), dijawab_pada=None, dibalas_pada=None, hasil=""
    )
    # Who objects has read the answer, by whatever way.
    tenggat.penuhi(baris, TahapTenggat.PEMBERITAHUAN, hari_ini())
    tenggat.mulai_tenggat(baris, TahapTenggat.PENYELESAIAN, hari_ini())
    return baris


@transaction.atomic
def setujui_jawaban(*, laporan: Laporan) -> Laporan:
    """The reporter agrees: the report ends with the outcome told in the answer."""
    baris = kunci_laporan(laporan)
    periksa_keadaan(baris, Langkah.SETUJU)
    tenggat.penuhi(baris, TahapTenggat.PEMBERITAHUAN, hari_ini())
    return selesaikan(baris, Langkah.SETUJU, Peran.PELAPOR)


@transaction.atomic
def cabut(*, laporan: Laporan, alasan: str = "") -> Laporan:
    """Withdraw; nothing is deleted, nobody works on it any more."""
    baris = kunci_laporan(laporan)
    periksa_keadaan(baris, Langkah.CABUT)
    lepaskan(baris)
    baris = _pelapor(baris, Langkah.CABUT, teks=alasan.strip(), ditutup_pada=hari_ini())
    tenggat.gugurkan(baris, hari_ini())
    return baris


@transaction.atomic
def nilai(*, laporan: Laporan, kepuasan: int, teks: str = "") -> Laporan:
    """Satisfaction of 1 to 4 after the end, once."""
    baris = kunci_laporan(laporan)
    if baris.status != StatusLaporan.SELESAI.value:
        raise ValidationError("Penilaian diberikan sesudah laporan selesai.")
    if baris.kepuasan is not None:
        raise ValidationError("Anda sudah memberi penilaian.")
    if kepuasan not in range(1, 5):
        raise ValidationError("Pilih salah satu penilaian.")
    return pindah(baris, Langkah.NILAI, peran=Peran.PELAPOR, teks=teks.strip(), kepuasan=kepuasan)


def cabut_yang_tidak_dilengkapi() -> int:
    """Reports whose reporter did not complete them in time count as withdrawn (UU 25/2009); returns how many."""
    lewat = TenggatLaporan.objects.terlambat(hari_ini()).filter(tahap=TahapTenggat.PELENGKAPAN.value)
    return sum(_lewat(laporan) for laporan in Laporan.objects.filter(pk__in=lewat.values("laporan_id")))


@transaction.atomic
def _lewat(laporan: Laporan) -> bool:
    baris = kunci_laporan(laporan)
    if baris.status != StatusLaporan.PERLU_DILENGKAPI.value:
        return False
    teks = "Laporan tidak dilengkapi pada waktunya, jadi dianggap dicabut."
    baris = pindah(baris, Langkah.LEWAT, peran=Peran.SISTEM, teks=teks, ditutup_pada=hari_ini())
    tenggat.gugurkan(baris, hari_ini())
    return True
