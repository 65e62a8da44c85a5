"""Seats of an event: never more than there are, and given on in the order of the waiting list.

Every change of seats locks the row of the event first, so that two people never get the last one.
"""

from __future__ import annotations

from django.db import transaction

from pelatihan.models import AturanPendaftaran, Kegiatan, Pendaftaran
from pelatihan.perhitungan.kegiatan import (
    BERJALAN,
    MENUNGGU_JAWABAN,
    StatusKegiatan,
    StatusPendaftaran,
    akhir_tawaran,
    naik_dari_tunggu,
)
from pelatihan.proses.aturan import aturan_pada
from pelatihan.proses.galat import ProsesDitolak
from pelatihan.ringkasan.pendaftaran import jadwal, kursi_terisi, nomor_tunggu
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.kalender import tambah_hari_kerja
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import batas_akhir, format_waktu, hari_ini, sekarang


def hari_tawaran() -> int:
    """Working days that an offered seat is held, by the rule of today."""
    return aturan_pada(AturanPendaftaran, hari_ini()).hari_tawaran


def kunci_kegiatan(kegiatan_id: int) -> Kegiatan:
    """The event, locked until the transaction ends: the one gate to its seats."""
    baris: Kegiatan = Kegiatan.objects.select_for_update(of=("self",)).get(pk=kegiatan_id)
    return baris


def ubah_status(
    baris: Pendaftaran,
    oleh: Pengguna | None,
    status: StatusPendaftaran,
    *medan: str,
    alasan: str = "",
    aksi: str = "",
) -> None:
    """Store a step of one registration with its audit entry. Call it with the event locked.

    ``aksi``: the word of the entry where it is not the state reached.
    """
    sebelum = baris.status
    baris.status, baris.alasan = status.value, alasan
    if status is not StatusPendaftaran.DITAWARI:
        baris.tawaran_sampai = None
    baris.versi += 1
    baris.save(update_fields=["status", "alasan", "tawaran_sampai", "versi", *medan])
    catat(
        pelaku=oleh,
        aksi=f"pelatihan.pendaftaran.{aksi or status.value}",
        objek=baris,
        sebelum={"status": sebelum},
        sesudah={"status": status.value},
        keterangan=alasan,
    )


def kabari(baris: Pendaftaran, kata: str, judul: str, isi: str = "") -> None:
    """Tell the person once; ``kata`` names the step."""
    if baris.pegawai.pengguna_id is not None:
        kirim(
            penerima_id=baris.pegawai.pengguna_id,
            kunci=f"pelatihan-daftar-{baris.uuid}-{kata}",
            judul=judul,
            isi=isi,
            tautan=f"/pelatihan/pendaftaran/{baris.uuid}/",
        )


def naikkan(kegiatan: Kegiatan) -> list[Pendaftaran]:
    """Offer free seats to those who wait, in their order, and tell them. Call it with the event locked.

    Also after ``kuota_maks`` was raised. Nothing once the event has begun, or while it is postponed.
    """
    waktu = jadwal(kegiatan)
    if kegiatan.status not in {satu.value for satu in BERJALAN} or waktu.sudah_mulai(sekarang()):
        return []
    antre = {
        satu.pk: satu
        for satu in kegiatan.pendaftaran.antre().select_for_update(of=("self",)).select_related("pegawai", "kegiatan")
    }
    naik = naik_dari_tunggu(kegiatan.kuota_maks, kursi_terisi(kegiatan), list(antre))
    if not naik:
        return []
    sampai = akhir_tawaran(batas_akhir(tambah_hari_kerja(hari_ini(), hari_tawaran())), waktu.mulai)
    for pk in naik:
        satu = antre[pk]
        satu.tawaran_sampai = sampai
        ubah_status(satu, None, StatusPendaftaran.DITAWARI)
        kabari(
            satu,
            "ditawari",
            f"Ada kursi untuk Anda: {kegiatan.judul}",
            f"Terima atau lepaskan kursi ini paling lambat {format_waktu(satu.jawab_paling_lambat)}. "
            "Sesudah itu kursi ditawarkan kepada orang berikutnya.",
        )
    return [antre[pk] for pk in naik]


def periksa_kuota(kegiatan: Kegiatan, kuota: int | None) -> None:
    """ProsesDitolak when fewer seats are wanted than are taken. Call it with the event locked."""
    terisi = kursi_terisi(kegiatan)
    if kuota is not None and kuota < terisi:
        raise ProsesDitolak(
            f"Sudah {terisi} kursi terisi. Tulis {terisi} atau lebih, atau batalkan dulu pendaftaran yang tidak jadi."
        )


def kalimat_tempat(baris: Pendaftaran) -> str:
    """Where a registration stands, for a notice."""
    if baris.status == StatusPendaftaran.DAFTAR_TUNGGU.value:
        nomor = nomor_tunggu([baris])[baris.pk]
        return f"Kursi sudah penuh. Anda nomor {nomor} di daftar tunggu."
    if baris.status == StatusPendaftaran.MENUNGGU.value:
        return "Satu kursi disimpan untuk Anda sampai atasan menjawab."
    return "Anda mendapat kursi."


def rapikan() -> int:
    """End offers that nobody answered and give the seats on; end what still waits when an event begins.

    Number of registrations that ended. Safe to run twice and by two workers: each event under its own lock.
    """
    saat, tunggu = sekarang(), [satu.value for satu in MENUNGGU_JAWABAN]
    habis = Pendaftaran.objects.filter(
        status=StatusPendaftaran.DITAWARI.value,
        tawaran_sampai__lte=saat,
        kegiatan__status__in=[satu.value for satu in BERJALAN],
    )
    mulai = Pendaftaran.objects.filter(
        status__in=tunggu,
        kegiatan__status__in=[satu.value for satu in (*BERJALAN, StatusKegiatan.BERLANGSUNG)],
        kegiatan__sesi__batal=False,
        kegiatan__sesi__waktu__startswith__lte=saat,
    )
    ids = {*habis.values_list("kegiatan_id", flat=True), *mulai.values_list("kegiatan_id", flat=True)}
    return sum(_rapikan_satu(pk) for pk in sorted(ids))


@transaction.atomic
def _rapikan_satu(kegiatan_id: int) -> int:
    kegiatan = kunci_kegiatan(kegiatan_id)
    saat = sekarang()
    mulai = jadwal(kegiatan).sudah_mulai(saat)
    if kegiatan.status not in {satu.value for satu in (*BERJALAN, StatusKegiatan.BERLANGSUNG)}:
        return 0
    n = 0
    for satu in (
        kegiatan.pendaftaran.filter(status__in=[s.value for s in MENUNGGU_JAWABAN])
        .select_related("pegawai", "kegiatan")
        .order_by("pk")
    ):
        tawaran_habis = satu.tawaran_sampai is not None and satu.tawaran_sampai <= saat
        if not (mulai or tawaran_habis):
            continue
        sebab = _SEBAB_AKHIR[StatusPendaftaran(satu.status)]
        ubah_status(satu, None, StatusPendaftaran.BATAL, alasan=sebab)
        kabari(satu, "berakhir", f"Pendaftaran berakhir: {kegiatan.judul}", sebab)
        n += 1
    if not mulai:
        naikkan(kegiatan)
    return n


def akhiri_menunggu(kegiatan: Kegiatan, sebab: str, oleh: Pengguna) -> None:
    """End every registration that still waits for an answer or a seat. Call it with the event locked."""
    for satu in kegiatan.pendaftaran.filter(status__in=[s.value for s in MENUNGGU_JAWABAN]).order_by("pk"):
        ubah_status(satu, oleh, StatusPendaftaran.BATAL, alasan=sebab)


_SEBAB_AKHIR = {
    StatusPendaftaran.DITAWARI: "Tawaran kursi tidak dijawab sampai waktunya habis.",
    StatusPendaftaran.MENUNGGU: "Atasan belum menjawab sampai kegiatan dimulai.",
    StatusPendaftaran.DAFTAR_TUNGGU: "Tidak ada kursi kosong sampai kegiatan dimulai.",
}
