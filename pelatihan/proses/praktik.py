"""The library of good practice: proposed by the office, taken in and published by the pengelola."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction

from pelatihan.enums.praktik import AsalPraktik, Keyakinan, TemaPraktik
from pelatihan.models import Kegiatan, Kompetensi, PenemuPraktik, PraktikBaik, Program
from pelatihan.perhitungan.praktik import StatusPraktik, boleh_beralih_praktik
from pelatihan.permissions import boleh_mengelola
from pelatihan.permissions.praktik import boleh_mengubah, boleh_menulis
from pelatihan.proses.galat import ProsesDitolak, wajib_diisi
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import hari_ini
from survei.ringkasan import pilihan_unsur

# What a second person has verified is not written anew here.
TERVERIFIKASI = (
    *("judul", "wilayah", "masalah", "langkah", "hasil"),
    *("ukuran", "satuan", "sebelum", "sesudah", "keyakinan", "dasar_angka"),
)


@dataclass(frozen=True, slots=True)
class IsiPraktik:
    """What is known of a practice. ``keyakinan`` and ``dasar_angka`` say how sure the two figures are, and why."""

    judul: str
    wilayah: str
    tema: str
    masalah: str
    langkah: str
    hasil: str
    tautan: str = ""
    kompetensi: Kompetensi | None = None
    unsur: str = ""
    ukuran: str = ""
    satuan: str = ""
    sebelum: Decimal | None = None
    sesudah: Decimal | None = None
    keyakinan: str = ""
    dasar_angka: str = ""
    biaya: Decimal | None = None
    keterangan_biaya: str = ""
    kontak: str = ""
    program: Program | None = None
    kegiatan: Kegiatan | None = None


_SEBARIS = ("judul", "wilayah", "tautan", "ukuran", "satuan", "dasar_angka", "keterangan_biaya", "kontak")


def _periksa(isi: IsiPraktik, asal: AsalPraktik) -> dict[str, Any]:
    """The fields as they are stored; ProsesDitolak names the first thing that is missing."""
    medan = {satu.name: getattr(isi, satu.name) for satu in fields(isi)}
    medan |= {nama: " ".join(medan[nama].split()) for nama in _SEBARIS}
    medan |= {nama: medan[nama].replace("\r\n", "\n").strip() for nama in ("masalah", "langkah", "hasil")}
    for nama, kalimat in (
        ("judul", "Tulis judulnya."),
        ("wilayah", "Tulis daerah asalnya."),
        ("masalah", "Tulis masalah yang dijawabnya."),
        ("langkah", "Tulis apa yang dikerjakan."),
        ("hasil", "Tulis hasilnya, juga yang belum berhasil."),
    ):
        if not medan[nama]:
            raise ProsesDitolak(kalimat)
    if asal is AsalPraktik.LUAR and not medan["tautan"]:
        raise ProsesDitolak("Tulis tautan sumbernya, agar orang lain dapat memeriksanya.")
    if medan["tema"] not in set(TemaPraktik):
        raise ProsesDitolak("Pilih tema.")
    if medan["unsur"] and medan["unsur"] not in dict(pilihan_unsur()):
        raise ProsesDitolak("Pilih unsur survei yang ada di daftar.")
    if (medan["sebelum"] is None) != (medan["sesudah"] is None):
        raise ProsesDitolak("Isi angka sebelum dan sesudah bersama-sama, atau kosongkan keduanya.")
    if medan["sebelum"] is None:
        medan |= {"ukuran": "", "satuan": "", "keyakinan": "", "dasar_angka": ""}
    elif not medan["ukuran"] or not medan["dasar_angka"] or medan["keyakinan"] not in set(Keyakinan):
        raise ProsesDitolak("Sebut apa yang diukur, seberapa yakin angkanya, dan dari mana asalnya.")
    return medan


@transaction.atomic
def usulkan_praktik(*, kode: UUID, oleh: Pengguna, isi: IsiPraktik) -> PraktikBaik:
    """Propose a practice of another region; the pengelola reads it first. ``kode``: sent twice, stored once."""
    if not boleh_menulis(oleh):
        raise ProsesDitolak("Praktik baik diusulkan oleh orang kantor ini.")
    Pengguna.objects.select_for_update(of=("self",)).get(pk=oleh.pk)
    ada: PraktikBaik | None = PraktikBaik.objects.filter(uuid=kode).first()
    if ada is not None:
        if ada.dibuat_oleh_id != oleh.pk:
            raise ProsesDitolak("Formulir ini sudah dipakai. Muat ulang halaman, lalu isi lagi.")
        return ada
    baris: PraktikBaik = PraktikBaik.objects.create(
        uuid=kode, dibuat_oleh=oleh, dibuat_pada=hari_ini(), **_periksa(isi, AsalPraktik.LUAR)
    )
    catat(pelaku=oleh, aksi="pelatihan.praktik.usul", objek=baris, sesudah={"judul": baris.judul})
    kabari_pengelola(baris, oleh)
    return baris


def kabari_pengelola(baris: PraktikBaik, oleh: Pengguna) -> None:
    """Tell those who take practice into the library, once for each time that it is proposed."""
    for pk in Pengguna.objects.filter(pengelola=True, is_active=True).exclude(pk=oleh.pk).values_list("pk", flat=True):
        kirim(
            penerima_id=pk,
            kunci=f"pelatihan-praktik-{baris.uuid}-usul-{baris.versi}",
            judul=f"Praktik baik menunggu Anda: {baris.judul}",
            tautan=baris.get_absolute_url(),
        )


def kunci_praktik(praktik: PraktikBaik) -> PraktikBaik:
    """The row, locked."""
    baris: PraktikBaik = PraktikBaik.objects.select_for_update(of=("self",)).get(pk=praktik.pk)
    return baris


def teks_audit(isi: Mapping[str, Any]) -> dict[str, str | None]:
    return {nama: None if nilai is None else str(nilai) for nama, nilai in isi.items()}


@transaction.atomic
def ubah_praktik(*, praktik: PraktikBaik, oleh: Pengguna, versi: int | None, isi: IsiPraktik) -> PraktikBaik:
    """Change what is written; a refused one is proposed again by that. ``versi``: of the form that was opened."""
    baris = kunci_praktik(praktik)
    if not boleh_mengubah(oleh, baris):
        raise ProsesDitolak(
            f"Praktik ini {baris.get_status_display().lower()}, jadi belum dapat diubah. "
            "Yang dipublikasikan ditarik dulu dari halaman umum."
        )
    if baris.versi != versi:
        raise ProsesDitolak("Praktik ini baru saja diubah orang lain. Buka lagi, lalu ulangi.")
    baru = _periksa(isi, AsalPraktik(baris.asal))
    if baris.milik_sendiri:
        baru = {nama: nilai for nama, nilai in baru.items() if nama not in TERVERIFIKASI}
    beda = [nama for nama, nilai in baru.items() if getattr(baris, nama) != nilai]
    lama = {nama: getattr(baris, nama) for nama in beda}
    for nama in beda:
        setattr(baris, nama, baru[nama])
    diajukan_lagi = baris.status == StatusPraktik.DITOLAK.value
    if diajukan_lagi:
        baris.status, baris.alasan = StatusPraktik.USULAN.value, ""
    baris.versi += 1
    baris.save(update_fields=[*beda, "status", "alasan", "versi"])
    catat(
        pelaku=oleh,
        aksi="pelatihan.praktik.ubah",
        objek=baris,
        sebelum=teks_audit(lama),
        sesudah=teks_audit({nama: baru[nama] for nama in beda} | {"status": baris.status}),
    )
    if diajukan_lagi:
        kabari_pengelola(baris, oleh)
    return baris


def _pindah(
    praktik: PraktikBaik, oleh: Pengguna, dari: StatusPraktik, ke: StatusPraktik, alasan: str = ""
) -> PraktikBaik:
    """One step of the pengelola. The proposer is told."""
    baris = kunci_praktik(praktik)
    if not boleh_mengelola(oleh):
        raise ProsesDitolak("Perpustakaan praktik baik diurus pengelola.")
    if baris.status != dari.value or not boleh_beralih_praktik(baris.status, ke):
        raise ProsesDitolak(f"Praktik ini berstatus {baris.get_status_display().lower()}. Langkah itu tidak berlaku.")
    baris.status = ke.value
    # Why it went back to the office stays in the trail; the reason on the row says why it ended.
    baris.alasan = alasan if ke in {StatusPraktik.DITOLAK, StatusPraktik.ARSIP} else ""
    baris.terbit_pada = hari_ini() if ke is StatusPraktik.UMUM else None
    baris.versi += 1
    baris.save(update_fields=["status", "alasan", "terbit_pada", "versi"])
    catat(
        pelaku=oleh,
        aksi=f"pelatihan.praktik.{ke.value}",
        objek=baris,
        sebelum={"status": dari.value},
        sesudah={"status": ke.value},
        keterangan=alasan,
    )
    if baris.dibuat_oleh_id != oleh.pk:
        kirim(
            penerima_id=baris.dibuat_oleh_id,
            kunci=f"pelatihan-praktik-{baris.uuid}-{baris.versi}",
            judul=f"Praktik baik {baris.get_status_display().lower()}: {baris.judul}",
            isi=alasan,
            tautan=baris.get_absolute_url(),
        )
    return baris


@transaction.atomic
def terima_praktik(*, praktik: PraktikBaik, oleh: Pengguna) -> PraktikBaik:
    """Take a proposal into the library of the office."""
    return _pindah(praktik, oleh, StatusPraktik.USULAN, StatusPraktik.KANTOR)


@transaction.atomic
def tolak_praktik(*, praktik: PraktikBaik, oleh: Pengguna, alasan: str) -> PraktikBaik:
    """Send a proposal back; its author may mend it and propose it again."""
    alasan = wajib_diisi(alasan, "Tulis alasan menolak. Pengusulnya membacanya.")
    return _pindah(praktik, oleh, StatusPraktik.USULAN, StatusPraktik.DITOLAK, alasan)


@transaction.atomic
def terbitkan_praktik(*, praktik: PraktikBaik, oleh: Pengguna) -> PraktikBaik:
    """Show it to everybody, without an account."""
    return _pindah(praktik, oleh, StatusPraktik.KANTOR, StatusPraktik.UMUM)


@transaction.atomic
def turunkan_praktik(*, praktik: PraktikBaik, oleh: Pengguna, alasan: str) -> PraktikBaik:
    """Take it from the public page; the office still reads it."""
    alasan = wajib_diisi(alasan, "Tulis alasan menarik dari halaman umum.")
    return _pindah(praktik, oleh, StatusPraktik.UMUM, StatusPraktik.KANTOR, alasan)


@transaction.atomic
def arsipkan_praktik(*, praktik: PraktikBaik, oleh: Pengguna, alasan: str) -> PraktikBaik:
    """Take it out of the library: it did not last, or the source is gone. What was tried by it stays."""
    alasan = wajib_diisi(alasan, "Tulis alasan mengarsipkan.")
    return _pindah(praktik, oleh, StatusPraktik.KANTOR, StatusPraktik.ARSIP, alasan)


@transaction.atomic
def pulihkan_praktik(*, praktik: PraktikBaik, oleh: Pengguna) -> PraktikBaik:
    """Put it back into the library of the office."""
    return _pindah(praktik, oleh, StatusPraktik.ARSIP, StatusPraktik.KANTOR)


@transaction.atomic
def setujui_nama(*, praktik: PraktikBaik, oleh: Pengguna, setuju: bool) -> None:
    """Who did it says for himself whether the public page names him; nobody says it for another."""
    baris = kunci_praktik(praktik)
    pegawai: Pegawai | None = getattr(oleh, "pegawai", None)
    penemu: PenemuPraktik | None = (
        PenemuPraktik.objects.filter(praktik=baris, pegawai=pegawai).first() if pegawai and oleh.is_active else None
    )
    if penemu is None:
        raise ProsesDitolak("Nama hanya disetujui oleh orang yang mengerjakan praktik ini.")
    if (penemu.setuju_pada is not None) == setuju:
        return
    penemu.setuju_pada = hari_ini() if setuju else None
    penemu.save(update_fields=["setuju_pada"])
    catat(pelaku=oleh, aksi=f"pelatihan.praktik.nama.{'setuju' if setuju else 'cabut'}", objek=baris)
