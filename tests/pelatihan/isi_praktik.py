"""Good practice in every state, for the tests and for the office of named people."""

from __future__ import annotations

import itertools
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.core.files.base import ContentFile

from pelatihan.models import AdopsiPraktik, PraktikBaik
from pelatihan.perhitungan.praktik import KeadaanKomentar, StatusAdopsi, StatusPraktik
from pelatihan.proses.adopsi import akan_dicoba, batalkan, catat_hasil, rencanakan
from pelatihan.proses.praktik import (
    IsiPraktik,
    arsipkan_praktik,
    terbitkan_praktik,
    terima_praktik,
    tolak_praktik,
    usulkan_praktik,
)
from pelatihan.proses.praktik_berkas import tambah_berkas
from pelatihan.proses.praktik_komentar import sembunyikan_komentar, tulis_komentar
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from tests.dasar import KantorBernama

_urut = itertools.count(1)


def isi_praktik(**ubah: Any) -> IsiPraktik:
    """A practice with figures, another title with every call."""
    isian: dict[str, Any] = {
        "judul": f"Loket jemput berkas {next(_urut)}",
        "wilayah": "Kecamatan Rekaan, Kota Contoh",
        "tema": "pelayanan",
        "unsur": "waktu",
        "masalah": "Warga di hulu datang dua kali.",
        "langkah": "Berkas diambil di balai desa setiap Rabu.",
        "hasil": "Warga cukup datang sekali.",
        "tautan": "https://contoh.example/praktik",
        "ukuran": "Waktu tunggu",
        "satuan": "menit",
        "sebelum": Decimal(45),
        "sesudah": Decimal("12.5"),
        "keyakinan": "laporan",
        "dasar_angka": "Laporan tahunan, 120 layanan",
    }
    return IsiPraktik(**(isian | ubah))


def berkas_pdf() -> ContentFile:
    return ContentFile(b"%PDF-1.4 " + uuid4().hex.encode(), name="sop.pdf")


def buat_praktik(
    oleh: Pengguna, pengelola: Pengguna, status: StatusPraktik = StatusPraktik.KANTOR, **ubah: Any
) -> PraktikBaik:
    """One in that state, by the steps that lead there."""
    satu = usulkan_praktik(kode=uuid4(), oleh=oleh, isi=isi_praktik(**ubah))
    if status is StatusPraktik.DITOLAK:
        tolak_praktik(praktik=satu, oleh=pengelola, alasan="Sumbernya tidak terbuka.")
    elif status is not StatusPraktik.USULAN:
        terima_praktik(praktik=satu, oleh=pengelola)
    if status is StatusPraktik.UMUM:
        terbitkan_praktik(praktik=satu, oleh=pengelola)
    elif status is StatusPraktik.ARSIP:
        arsipkan_praktik(praktik=satu, oleh=pengelola, alasan="Tidak bertahan.")
    satu.refresh_from_db()
    return satu


def buat_adopsi(
    praktik: PraktikBaik, oleh: Pengguna, status: StatusAdopsi = StatusAdopsi.AKAN, **siapa: Any
) -> AdopsiPraktik:
    """One in that state; of ``oleh`` himself unless ``siapa`` names a unit."""
    satu = akan_dicoba(
        kode=uuid4(), praktik=praktik, oleh=oleh, niat="Mencoba di satu RT.", **(siapa or {"pegawai": oleh.pegawai})
    )
    if status is StatusAdopsi.BATAL:
        batalkan(adopsi=satu, oleh=oleh, alasan="Perahunya rusak.")
    elif status is not StatusAdopsi.AKAN:
        rencanakan(
            adopsi=satu, oleh=oleh, versi=None, rencana="Dua Rabu dulu.", mulai=hari_ini(), selesai=date(2026, 12, 1)
        )
    if status in {StatusAdopsi.BERHASIL, StatusAdopsi.TIDAK_COCOK}:
        berhasil = status is StatusAdopsi.BERHASIL
        catat_hasil(adopsi=satu, oleh=oleh, versi=None, berhasil=berhasil, hasil="Lebih cepat.", bukti="Buku agenda.")
    satu.refresh_from_db()
    return satu


def isi_praktik_kantor(k: KantorBernama) -> None:
    """Proposed by *pegawai*: a practice in every state with a file each, comments, and trials in every state."""
    oleh, pengelola = k.orang["pegawai"], k.kantor.pengelola
    for status in StatusPraktik:
        satu = usulkan_praktik(kode=uuid4(), oleh=oleh, isi=isi_praktik())
        berkas = tambah_berkas(praktik=satu, oleh=pengelola, berkas=berkas_pdf(), umum=True)
        if status is StatusPraktik.DITOLAK:
            tolak_praktik(praktik=satu, oleh=pengelola, alasan="Sumbernya tidak terbuka.")
        elif status is not StatusPraktik.USULAN:
            terima_praktik(praktik=satu, oleh=pengelola)
        if status is StatusPraktik.UMUM:
            terbitkan_praktik(praktik=satu, oleh=pengelola)
        elif status is StatusPraktik.ARSIP:
            arsipkan_praktik(praktik=satu, oleh=pengelola, alasan="Tidak bertahan.")
        k.objek[f"praktik_{status.value}"] = (satu.uuid,)
        k.objek[f"berkas_praktik_{status.value}"] = (berkas.uuid,)
    kantor = PraktikBaik.objects.get(uuid=k.objek["praktik_kantor"][0])
    for keadaan in KeadaanKomentar:
        komentar = tulis_komentar(kiriman=uuid4(), praktik=kantor, oleh=oleh, isi=f"Menarik, {keadaan.value}.")
        if keadaan is KeadaanKomentar.DISEMBUNYIKAN:
            sembunyikan_komentar(komentar=komentar, oleh=pengelola, alasan="Menyebut nama warga.")
        k.objek[f"komentar_{keadaan.value}"] = (komentar.uuid,)
    for adopsi in StatusAdopsi:
        tempat = buat_praktik(oleh, pengelola)
        k.objek[f"adopsi_{adopsi.value}"] = (buat_adopsi(tempat, oleh, adopsi).uuid,)
