"""Who came: by QR, list, at the door, or keyed in from paper afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from forum.enums.sesi import CaraHadir, StatusPendaftaran
from forum.models import Kehadiran, Pendaftaran, SesiForum, UnsurPeserta
from forum.perhitungan.sesi import MENCATAT, PERSIAPAN
from forum.permissions.sesi import boleh_mencatat
from forum.proses.versi import kunci_baris, wajib
from rakumpit.audit.models import catat

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Pengguna


def _periksa(sesi: SesiForum, oleh: Pengguna) -> SesiForum:
    """The session, locked, while attendance may be written; a code of another day is of another session (C97)."""
    if not boleh_mencatat(oleh, sesi.unit_id):
        raise PermissionDenied
    baris = kunci_baris(sesi, None)
    if baris.status in PERSIAPAN:
        raise ValidationError("Sesi ini belum dimulai, jadi kehadiran belum dapat dicatat.")
    if baris.status not in MENCATAT:
        raise ValidationError(
            "Berita acara sesi ini sudah ditandatangani. Kehadiran hanya berubah lewat koreksi bernomor."
        )
    return baris


@transaction.atomic
def hadirkan_pendaftar(
    *, pendaftaran: Pendaftaran, oleh: Pengguna, jenis_kelamin: str = "", cara: str = CaraHadir.QR.value
) -> Kehadiran:
    """Present, of those who registered, whether with a seat or still waiting. A second scan gives the same row."""
    sesi = _periksa(pendaftaran.sesi, oleh)
    baris = Pendaftaran.objects.select_for_update(of=("self",)).get(pk=pendaftaran.pk)
    ada = baris.kehadiran.filter(alasan_batal="").first()
    if ada is not None:
        return ada
    if baris.status == StatusPendaftaran.BATAL:
        raise ValidationError("Pendaftaran ini sudah dibatalkan. Catat sebagai peserta yang datang langsung.")
    return _simpan(
        Kehadiran(
            kiriman=uuid4(),
            sesi=sesi,
            pendaftaran=baris,
            nama=baris.nama,
            unsur=baris.unsur,
            instansi=baris.instansi,
            jenis_kelamin=jenis_kelamin,
            cara=cara,
            bertanda_tangan=False,
            dicatat_oleh=oleh,
        )
    )


@transaction.atomic
def hadirkan(
    *,
    sesi: SesiForum,
    oleh: Pengguna,
    kiriman: UUID,
    nama: str,
    unsur: UnsurPeserta,
    cara: str,
    instansi: str = "",
    jenis_kelamin: str = "",
    bertanda_tangan: bool = False,
) -> Kehadiran:
    """Somebody at the door, or a line of the paper list. ``kiriman`` is made by the form."""
    baris = _periksa(sesi, oleh)
    ada = Kehadiran.objects.filter(kiriman=kiriman).first()
    if ada is not None:
        if ada.sesi_id != baris.pk:
            raise ValidationError("Formulir ini sudah dipakai. Muat ulang halaman, lalu isi lagi.")
        return ada
    nama, instansi = " ".join(nama.split()), " ".join(instansi.split())
    kembar = baris.kehadiran.filter(nama__iexact=nama, instansi__iexact=instansi, unsur=unsur, alasan_batal="").exists()
    if kembar:
        raise ValidationError(
            {"nama": "Nama dengan unsur dan lembaga yang sama sudah tercatat. Tambahkan pembeda bila orangnya lain."}
        )
    return _simpan(
        Kehadiran(
            kiriman=kiriman,
            sesi=baris,
            nama=nama,
            unsur=unsur,
            instansi=instansi,
            jenis_kelamin=jenis_kelamin,
            cara=cara,
            bertanda_tangan=bertanda_tangan,
            dicatat_oleh=oleh,
        )
    )


def _simpan(baris: Kehadiran) -> Kehadiran:
    baris.save()
    catat(
        pelaku=baris.dicatat_oleh,
        aksi="forum.kehadiran.catat",
        objek=baris,
        sesudah={"unsur": baris.unsur.kode, "cara": baris.cara},
    )
    return baris


@transaction.atomic
def batalkan_kehadiran(*, kehadiran: Kehadiran, oleh: Pengguna, alasan: str) -> Kehadiran:
    """Void what was written wrongly; it stays with its reason."""
    _periksa(kehadiran.sesi, oleh)
    baris = Kehadiran.objects.select_for_update(of=("self",)).get(pk=kehadiran.pk)
    if baris.alasan_batal:
        raise ValidationError("Kehadiran ini sudah dibatalkan.")
    baris.alasan_batal = wajib(alasan, "Tulis alasan pembatalan.")[:300]
    baris.save(update_fields=["alasan_batal"])
    catat(pelaku=oleh, aksi="forum.kehadiran.batal", objek=baris, keterangan=baris.alasan_batal)
    return baris
