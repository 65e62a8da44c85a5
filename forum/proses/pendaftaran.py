"""Places at a session without an account: taken once, in order, never more than there are.

Every change of places locks the row of the session first, so that two people never get the last seat.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse

from forum.enums.sesi import StatusPendaftaran
from forum.models import AturanForum, KabarPeserta, Pendaftaran, SesiForum, UnsurPeserta
from forum.perhitungan.kontak import KontakTidakSah, email_dari, kunci_kontak
from forum.perhitungan.sesi import PERSIAPAN, dapat_kursi
from forum.proses.kunci import kunci_tautan, sidik_kunci
from rakumpit.antrean.models import antrekan
from rakumpit.audit.models import catat
from rakumpit.waktu import awal_hari, format_waktu, hari_ini, sekarang

TUGAS_KABAR = "forum.tasks.kirim_kabar_peserta"


@dataclass(frozen=True, slots=True)
class HasilDaftar:
    """The place and the key of its link."""

    pendaftaran: Pendaftaran
    kunci: str


@transaction.atomic
def daftarkan(
    *,
    sesi: SesiForum,
    kiriman: UUID,
    nama: str,
    unsur: UnsurPeserta,
    kontak: str,
    instansi: str = "",
    kebutuhan: str = "",
    pendamping: int = 0,
    tampil_nama: bool = False,
) -> HasilDaftar:
    """A seat, or a place on the waiting list. The same form again gives the same place and link.

    Raises ``ValidationError``: closed, no contact, the person is registered already, more seats than there are.
    """
    kunci = kunci_tautan("pendaftaran", kiriman)
    terkunci = _kunci_sesi(sesi)
    ada = Pendaftaran.objects.filter(kiriman=kiriman).first()
    if ada is not None:
        if ada.sesi_id != terkunci.pk:
            raise ValidationError("Formulir ini sudah dipakai untuk sesi lain. Muat ulang halaman, lalu isi lagi.")
        return HasilDaftar(ada, kunci)
    if not terkunci.menerima_pendaftaran(sekarang()):
        raise ValidationError("Pendaftaran sesi ini sudah ditutup. Anda tetap boleh datang langsung.")
    try:
        kontak_rapi = kunci_kontak(kontak)
    except KontakTidakSah:
        raise ValidationError({"kontak": "Tulis nomor telepon, misalnya 0812 3456 7890, atau alamat email."}) from None
    if terkunci.pendaftaran.exclude(status=StatusPendaftaran.BATAL.value).filter(kunci_kontak=kontak_rapi).exists():
        raise ValidationError(
            {"kontak": "Nomor atau email ini sudah terdaftar. Buka tautan pendaftaran yang Anda terima waktu itu."}
        )
    kursi = 1 + pendamping
    if terkunci.kapasitas is not None and kursi > terkunci.kapasitas:
        raise ValidationError({"pendamping": f"Sesi ini hanya menyediakan {terkunci.kapasitas} kursi."})
    terdaftar = terkunci.pendaftaran.terdaftar().kursi()
    penuh = terkunci.kapasitas is not None and terdaftar + kursi > terkunci.kapasitas
    # Nobody overtakes those who wait, also when a smaller party would fit.
    menunggu = penuh or terkunci.pendaftaran.menunggu().exists()
    baris = Pendaftaran.objects.create(
        kiriman=kiriman,
        sidik_kunci=sidik_kunci(kunci),
        sesi=terkunci,
        nama=" ".join(nama.split()),
        unsur=unsur,
        instansi=" ".join(instansi.split()),
        kontak=kontak.strip(),
        kunci_kontak=kontak_rapi,
        kebutuhan=kebutuhan.strip(),
        pendamping=pendamping,
        tampil_nama=tampil_nama,
        status=(StatusPendaftaran.MENUNGGU if menunggu else StatusPendaftaran.TERDAFTAR).value,
    )
    catat(pelaku=None, aksi="forum.pendaftaran.daftar", objek=baris, sesudah={"status": baris.status, "kursi": kursi})
    kabari(baris, "terima", "Pendaftaran Anda diterima", _kalimat_tempat(baris))
    return HasilDaftar(baris, kunci)


@transaction.atomic
def batalkan_pendaftaran(*, pendaftaran: Pendaftaran) -> Pendaftaran:
    """Give the place back; who waits first moves up. A second time nothing changes. ``ValidationError`` once begun."""
    sesi = _kunci_sesi(pendaftaran.sesi)
    baris = Pendaftaran.objects.select_for_update(of=("self",)).get(pk=pendaftaran.pk)
    if baris.status == StatusPendaftaran.BATAL:
        return baris
    if sesi.status not in PERSIAPAN:
        raise ValidationError("Sesi ini sudah dimulai atau berakhir, jadi pendaftaran tidak dapat dibatalkan lagi.")
    sebelum = baris.status
    baris.status = StatusPendaftaran.BATAL.value
    baris.save(update_fields=["status"])
    catat(
        pelaku=None,
        aksi="forum.pendaftaran.batal",
        objek=baris,
        sebelum={"status": sebelum},
        sesudah={"status": baris.status},
    )
    naikkan_antrean(sesi)
    return baris


def naikkan_antrean(sesi: SesiForum) -> list[Pendaftaran]:
    """Give free seats to those who wait, in their order, and tell them. Call it with the session locked."""
    menunggu = list(sesi.pendaftaran.menunggu().select_for_update(of=("self",)))
    naik = set(
        dapat_kursi(sesi.kapasitas, sesi.pendaftaran.terdaftar().kursi(), [(satu.pk, satu.kursi) for satu in menunggu])
    )
    hasil = [satu for satu in menunggu if satu.pk in naik]
    for satu in hasil:
        satu.status = StatusPendaftaran.TERDAFTAR.value
        satu.save(update_fields=["status"])
        catat(
            pelaku=None,
            aksi="forum.pendaftaran.naik",
            objek=satu,
            sebelum={"status": StatusPendaftaran.MENUNGGU.value},
            sesudah={"status": satu.status},
        )
        kabari(satu, "naik", "Anda mendapat kursi", _kalimat_tempat(satu))
    return hasil


@transaction.atomic
def hapus_kontak_lama() -> int:
    """Take contact and special needs out of registrations of sessions that are over for longer than the rule in force.

    Names, seats and counts stay, and so does the own page behind its link. Safe to run twice; returns how many.
    """
    hari = hari_ini()
    sebelum = awal_hari(hari - timedelta(days=AturanForum.pada(hari).hari_simpan_kontak))
    lama = Pendaftaran.objects.filter(sesi__selesai__lt=sebelum, kontak_dihapus_pada__isnull=True)
    jumlah = 0
    for sesi in SesiForum.objects.filter(pendaftaran__in=lama).distinct().order_by("pk"):
        banyak = lama.filter(sesi=sesi).update(kontak="", kunci_kontak="", kebutuhan="", kontak_dihapus_pada=hari)
        catat(pelaku=None, aksi="forum.pendaftaran.hapus_kontak", objek=sesi, sesudah={"jumlah": banyak})
        jumlah += banyak
    return jumlah


def periksa_kapasitas(sesi: SesiForum, kapasitas: int | None) -> None:
    """``ValidationError`` when fewer seats are wanted than are taken. Call it with the session locked."""
    terisi = sesi.pendaftaran.terdaftar().kursi()
    if kapasitas is not None and kapasitas < terisi:
        pesan = f"Sudah {terisi} kursi terisi. Tulis {terisi} atau lebih, atau kosongkan bila tidak dibatasi."
        raise ValidationError({"kapasitas": pesan})


def kabari(pendaftaran: Pendaftaran, kunci: str, judul: str, isi: str) -> None:
    """Tell one registered person something once; by mail where the contact is an address, else on the own page."""
    tautan = settings.ALAMAT_PUBLIK + reverse(
        "forum:pendaftaran", args=[kunci_tautan("pendaftaran", pendaftaran.kiriman)]
    )
    kabar, baru = KabarPeserta.objects.get_or_create(
        pendaftaran=pendaftaran,
        kunci=kunci,
        defaults={
            "judul": " ".join(f"{judul}: {pendaftaran.sesi.judul}".split())[:200],
            "isi": f"{isi}\n\nLihat atau batalkan pendaftaran Anda:\n{tautan}\n",
        },
    )
    if baru and email_dari(pendaftaran.kunci_kontak):
        antrekan(tugas=TUGAS_KABAR, kunci=str(kabar.pk), kabar_id=kabar.pk)


def kabari_semua(sesi: SesiForum, kunci: str, judul: str, isi: str) -> None:
    """The same to all who hold a seat or wait for one."""
    for satu in sesi.pendaftaran.exclude(status=StatusPendaftaran.BATAL.value).select_related("sesi"):
        kabari(satu, kunci, judul, isi)


def _kalimat_tempat(baris: Pendaftaran) -> str:
    sesi = baris.sesi
    saat = format_waktu(sesi.mulai)
    if baris.status == StatusPendaftaran.MENUNGGU:
        return f"Kursi sudah penuh. Anda masuk daftar tunggu sesi «{sesi.judul}», {saat}."
    return f"Anda terdaftar pada sesi «{sesi.judul}», {saat}. Tempat: {sesi.tempat or sesi.tautan}."


def _kunci_sesi(sesi: SesiForum) -> Any:
    return SesiForum.objects.select_for_update(of=("self",)).get(pk=sesi.pk)


def urutan_tunggu(pendaftaran: Pendaftaran) -> int | None:
    """Place on the waiting list, 1 for the first; None for those who do not wait."""
    if pendaftaran.status != StatusPendaftaran.MENUNGGU:
        return None
    return int(pendaftaran.sesi.pendaftaran.menunggu().filter(pk__lte=pendaftaran.pk).count())
