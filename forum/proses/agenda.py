"""Items of the agenda and what citizens propose for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F, Max

from forum.enums.sesi import StatusUsul, SumberAgenda
from forum.models import AgendaItem, SesiForum, UsulAgenda
from forum.perhitungan.sesi import MENCATAT, PERSIAPAN
from forum.permissions.sesi import boleh_mencatat, boleh_menyelenggarakan
from forum.proses.kunci import kunci_tautan, sidik_kunci
from forum.proses.versi import kunci_baris, simpan_baris, wajib
from rakumpit.audit.models import catat
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Pengguna

ACARA_TERBANYAK = 30


def kunci_sesi(sesi: SesiForum, oleh: Pengguna, boleh: Any, keadaan: Any, pesan: str) -> SesiForum:
    """The session, locked, for who may (``boleh``) and while it is in ``keadaan``. PermissionDenied, ValidationError
    (``pesan``)."""
    if not boleh(oleh, sesi.unit_id):
        raise PermissionDenied
    baris = kunci_baris(sesi, None)
    if baris.status not in keadaan:
        raise ValidationError(pesan)
    return baris


_MULAI = "Sesi sudah dimulai, jadi susunan acaranya tetap."


@transaction.atomic
def tambah_acara(*, sesi: SesiForum, oleh: Pengguna, kode: UUID, **isi: Any) -> AgendaItem:
    """One more item at the end. ``kode`` is made by the form: sent twice, stored once."""
    baris = kunci_sesi(sesi, oleh, boleh_menyelenggarakan, PERSIAPAN, _MULAI)
    ada = AgendaItem.objects.filter(uuid=kode).first()
    if ada is not None:
        if ada.sesi_id != baris.pk:
            raise ValidationError("Formulir ini sudah dipakai. Muat ulang halaman, lalu isi lagi.")
        return ada
    return _tambah(baris, oleh, uuid=kode, **isi)


def _tambah(sesi: SesiForum, oleh: Pengguna, **isi: Any) -> AgendaItem:
    urut = (sesi.agenda.aggregate(urut=Max("urut"))["urut"] or 0) + 1
    if urut > ACARA_TERBANYAK:
        raise ValidationError(f"Paling banyak {ACARA_TERBANYAK} acara dalam satu sesi.")
    acara = AgendaItem.objects.create(sesi=sesi, urut=urut, diubah_oleh=oleh, **isi)
    catat(pelaku=oleh, aksi="forum.acara.tambah", objek=acara, sesudah={"judul": acara.judul, "urut": urut})
    return acara


@transaction.atomic
def ubah_acara(*, acara: AgendaItem, oleh: Pengguna, versi: int, **isi: Any) -> AgendaItem:
    """Change an item before the session begins; the fixed one keeps its name."""
    kunci_sesi(acara.sesi, oleh, boleh_menyelenggarakan, PERSIAPAN, _MULAI)
    baris = kunci_baris(acara, versi)
    if baris.tetap:
        isi.pop("judul", None)
    simpan_baris(baris, oleh, "acara.ubah", **isi)
    return baris


@transaction.atomic
def hapus_acara(*, acara: AgendaItem, oleh: Pengguna, versi: int) -> None:
    """Take an item off a session that has not begun; the fixed one and those that citizens were promised stay."""
    sesi = kunci_sesi(acara.sesi, oleh, boleh_menyelenggarakan, PERSIAPAN, _MULAI)
    baris = kunci_baris(acara, versi)
    if baris.tetap:
        raise ValidationError("Acara tetap ini tidak dapat dihapus.")
    if baris.usul.exists():
        raise ValidationError("Acara ini berasal dari usulan warga yang sudah diterima, jadi tidak dihapus.")
    if baris.bahan.exists():
        raise ValidationError("Acara ini punya bahan. Hapus bahannya lebih dulu.")
    catat(pelaku=oleh, aksi="forum.acara.hapus", objek=baris, sebelum={"judul": baris.judul})
    urut = baris.urut
    baris.delete()
    sesi.agenda.filter(urut__gt=urut).update(urut=F("urut") - 1)


@transaction.atomic
def catat_acara(*, acara: AgendaItem, oleh: Pengguna, versi: int, catatan: str) -> AgendaItem:
    """Notes of what was presented and said, while it goes on and until it is signed."""
    pesan = "Catatan ditulis sejak sesi dimulai sampai berita acara ditandatangani."
    kunci_sesi(acara.sesi, oleh, boleh_mencatat, MENCATAT, pesan)
    baris = kunci_baris(acara, versi)
    simpan_baris(baris, oleh, "acara.catat", catatan=catatan.strip())
    return baris


@transaction.atomic
def usulkan_acara(*, sesi: SesiForum, kiriman: UUID, judul: str, uraian: str) -> tuple[UsulAgenda, str]:
    """A citizen's proposal with the key of its link. The same form again gives the same."""
    kunci = kunci_tautan("usul", kiriman)
    baris = kunci_baris(sesi, None)
    ada = UsulAgenda.objects.filter(kiriman=kiriman).first()
    if ada is not None:
        if ada.sesi_id != baris.pk:
            raise ValidationError("Formulir ini sudah dipakai. Muat ulang halaman, lalu isi lagi.")
        return ada, kunci
    if not baris.menerima_usul(hari_ini()):
        raise ValidationError("Usulan acara untuk sesi ini sudah ditutup.")
    usul = UsulAgenda.objects.create(
        kiriman=kiriman,
        sidik_kunci=sidik_kunci(kunci),
        sesi=baris,
        judul=" ".join(judul.split()),
        uraian=wajib(uraian, "Tulis usulan Anda."),
        diterima_pada=hari_ini(),
    )
    catat(pelaku=None, aksi="forum.usul.terima", objek=usul, sesudah={"judul": usul.judul})
    return usul, kunci


@transaction.atomic
def putuskan_usul(
    *, usul: UsulAgenda, oleh: Pengguna, putusan: str, alasan: str, agenda: AgendaItem | None = None
) -> UsulAgenda:
    """Take it up as an item, join it with one, or turn it down; the author reads the reason."""
    sesi = kunci_sesi(usul.sesi, oleh, boleh_menyelenggarakan, PERSIAPAN, _MULAI)
    baris = UsulAgenda.objects.select_for_update(of=("self",)).get(pk=usul.pk)
    if baris.status != StatusUsul.MENUNGGU:
        raise ValidationError("Usulan ini sudah diputuskan.")
    alasan = wajib(alasan, "Tulis alasannya. Pengusul membacanya.")
    if putusan == StatusUsul.DITERIMA:
        agenda = _tambah(
            sesi,
            oleh,
            judul=baris.judul,
            sumber=SumberAgenda.WARGA.value,
            keterangan_sumber="Usulan warga",
        )
    elif putusan == StatusUsul.DIGABUNG:
        if agenda is None or agenda.sesi_id != sesi.pk:
            raise ValidationError({"agenda": "Pilih acara tempat usulan ini digabung."})
    else:
        agenda = None
    baris.status, baris.alasan, baris.agenda, baris.diputus_oleh = putusan, alasan, agenda, oleh
    baris.save(update_fields=["status", "alasan", "agenda", "diputus_oleh"])
    catat(
        pelaku=oleh,
        aksi="forum.usul.putus",
        objek=baris,
        sebelum={"status": StatusUsul.MENUNGGU.value},
        sesudah={"status": putusan, "alasan": alasan},
    )
    return baris
