"""Who may do what with a survey; used by proses, views and admin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from rakumpit.organisasi.models import Layanan, Penugasan, PetugasLayanan, ProgramPelayanan, UnitKerja
from rakumpit.waktu import hari_ini
from survei.enums.instrumen import JenisInstrumen
from survei.enums.tindak_lanjut import StatusTindakLanjut

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from rakumpit.organisasi.models import Pengguna
    from survei.models import BatchKertas, PermintaanBuka, Survei, TindakLanjut


def boleh_mengelola(pengguna: Pengguna | AnonymousUser) -> bool:
    """Open, close, lock, publish, import, and take a form out of the count: the pengelola only.

    Whoever leads the unit is rated by the index; that person must choose neither the day on which the count ends nor
    which of the forms count.
    """
    return bool(pengguna.is_authenticated and pengguna.is_active and getattr(pengguna, "pengelola", False))


def boleh_membaca_saran(pengguna: Pengguna | AnonymousUser, survei: Survei) -> bool:
    """Read the suggestions: the pengelola, and whoever leads the unit or one above it today."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return False
    if boleh_mengelola(pengguna):
        return True
    return memimpin_unit(pengguna, survei.unit_id)


def orang_dalam(pengguna: Pengguna | AnonymousUser | None, survei: Survei) -> bool:
    """Whether the account belongs to somebody whose own work the survey measures.

    That is staff of the unit or of a unit below it, whoever leads a unit above it, and whoever serves one of its
    services. Their answers would steer their own evaluation.
    """
    if pengguna is None or not pengguna.is_authenticated:
        return False
    hari = hari_ini()
    penugasan = Penugasan.objects.pada(hari)
    if penugasan.filter(
        pegawai__pengguna=pengguna, jabatan__unit_id__in=UnitKerja.objects.turunan_id([survei.unit_id])
    ).exists():
        return True
    dipimpin = Penugasan.objects.unit_dipimpin(pengguna, hari)
    if survei.unit_id in UnitKerja.objects.turunan_id(dipimpin):
        return True
    return survei.layanan.filter(petugas__pegawai__pengguna=pengguna).exists()


def boleh_mengetik(pengguna: Pengguna | AnonymousUser, batch: BatchKertas) -> bool:
    """Type the sheets of a bundle: who is named for it, nobody else."""
    return bool(pengguna.is_authenticated and pengguna.is_active and batch.petugas.filter(pk=pengguna.pk).exists())


def layanan_dilayani(pengguna: Pengguna | AnonymousUser) -> QuerySet[Layanan]:
    """Active services that this account gives at the counter today.

    Those of the units where it works, and those for which it is named as officer.
    """
    if not pengguna.is_authenticated or not pengguna.is_active:
        return Layanan.objects.none()
    hari = hari_ini()
    tempat = Penugasan.objects.pada(hari).filter(pegawai__pengguna=pengguna).values("jabatan__unit_id")
    bernama = PetugasLayanan.objects.filter(
        Q(selesai__isnull=True) | Q(selesai__gte=hari), pegawai__pengguna=pengguna, mulai__lte=hari
    ).values("layanan_id")
    return Layanan.objects.filter(Q(unit_id__in=tempat) | Q(pk__in=bernama), aktif=True)


def boleh_membantu(pengguna: Pengguna | AnonymousUser, survei: Survei) -> bool:
    """Fill the form in for a citizen: who gives one of the survey's services today.

    Nobody tells an officer whether officers take bribes, so never for that instrument.
    """
    if survei.instrumen.jenis == JenisInstrumen.SPAK:
        return False
    return survei.layanan.filter(pk__in=layanan_dilayani(pengguna).values("pk")).exists()


def layanan_terlihat(pengguna: Pengguna | AnonymousUser) -> QuerySet[Layanan]:
    """Active services whose measured times this account may read inside the office.

    Those it gives, those of the units that it leads and below; all for the pengelola and the pemeriksa. Times are of
    a service, never of an officer.
    """
    if not pengguna.is_authenticated or not pengguna.is_active:
        return Layanan.objects.none()
    semua = Layanan.objects.filter(aktif=True)
    if pengguna.pengelola or pengguna.pemeriksa:
        return semua
    dipimpin = UnitKerja.objects.turunan_id(Penugasan.objects.unit_dipimpin(pengguna, hari_ini()))
    return semua.filter(Q(unit_id__in=dipimpin) | Q(pk__in=layanan_dilayani(pengguna).values("pk")))


def boleh_melihat_waktu(pengguna: Pengguna) -> bool:
    """Whether the page of measured times is for this account; which services it shows says ``layanan_terlihat``."""
    return bool(
        pengguna.pengelola
        or pengguna.pemeriksa
        or getattr(pengguna, "pegawai", None) is not None
        or Penugasan.objects.unit_dipimpin(pengguna, hari_ini())
    )


def memimpin_unit(pengguna: Pengguna | AnonymousUser, unit_id: int) -> bool:
    """Whether the account leads the unit or one above it today; one query."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return False
    return unit_id in UnitKerja.objects.di_bawah_akun(pengguna, hari_ini())


def boleh_mengusulkan(pengguna: Pengguna | AnonymousUser, survei: Survei) -> bool:
    """Propose a follow-up: the pengelola, who works in the unit, and who leads it or a unit above it.

    Who works there does not see what citizens say of bribes, so proposes nothing for it.
    """
    if not pengguna.is_authenticated or not pengguna.is_active:
        return False
    if boleh_mengelola(pengguna) or memimpin_unit(pengguna, survei.unit_id):
        return True
    if survei.instrumen.jenis == JenisInstrumen.SPAK:
        return False
    kini = Penugasan.objects.pada(hari_ini())
    return kini.filter(pegawai__pengguna=pengguna, jabatan__unit_id=survei.unit_id).exists()


def boleh_mengubah(pengguna: Pengguna, tindak: TindakLanjut) -> bool:
    """Mend the words of a proposal: the proposer alone."""
    return pengguna.is_active and tindak.diusulkan_oleh_id == pengguna.pk


def boleh_menyetujui(pengguna: Pengguna, tindak: TindakLanjut) -> bool:
    """Agree to a follow-up: who leads the unit or one above it, but never for the own proposal.

    The pengelola does not decide what a unit does; a head who proposes is answered by the head above.
    """
    return tindak.diusulkan_oleh_id != pengguna.pk and memimpin_unit(pengguna, tindak.hasil.survei.unit_id)


def boleh_mengerjakan(pengguna: Pengguna, tindak: TindakLanjut) -> bool:
    """Begin and finish it: who holds the post in charge today, and who leads the unit or one above it."""
    if not pengguna.is_active:
        return False
    dijabat = type(tindak).objects.filter(pk=tindak.pk).dikerjakan_oleh(pengguna).exists()
    return dijabat or memimpin_unit(pengguna, tindak.hasil.survei.unit_id)


def boleh_membatalkan(pengguna: Pengguna, tindak: TindakLanjut) -> bool:
    """Give it up: the proposer as long as it is only proposed, afterwards who leads the unit or one above it."""
    if tindak.status == StatusTindakLanjut.DIUSULKAN and tindak.diusulkan_oleh_id == pengguna.pk:
        return pengguna.is_active
    return memimpin_unit(pengguna, tindak.hasil.survei.unit_id)


def program_terlihat(pengguna: Pengguna) -> QuerySet[ProgramPelayanan]:
    """Programmes of this account: those it owns, those of units that it leads; all for pengelola and pemeriksa."""
    if not pengguna.is_active:
        return ProgramPelayanan.objects.none()
    if pengguna.pengelola or pengguna.pemeriksa:
        return ProgramPelayanan.objects.all()
    dipimpin = UnitKerja.objects.turunan_id(Penugasan.objects.unit_dipimpin(pengguna, hari_ini()))
    return ProgramPelayanan.objects.filter(Q(pemilik__pengguna=pengguna) | Q(unit_id__in=dipimpin))


def boleh_memutus_buka(pengguna: Pengguna, permintaan: PermintaanBuka) -> bool:
    """Decide on opening a locked survey again: another pengelola, or who leads the unit or one above it.

    Never the person who asked: a locked count changes only by two people (a rule of the product).
    """
    if permintaan.diajukan_oleh_id == pengguna.pk:
        return False
    return boleh_mengelola(pengguna) or memimpin_unit(pengguna, permintaan.hasil.survei.unit_id)


def boleh_menarik_buka(pengguna: Pengguna, permintaan: PermintaanBuka) -> bool:
    """Take a request back: the pengelola who asked."""
    return permintaan.diajukan_oleh_id == pengguna.pk and boleh_mengelola(pengguna)


def boleh_membaca_permintaan(pengguna: Pengguna, permintaan: PermintaanBuka) -> bool:
    """Read a request: who may ask or decide, and the pemeriksa."""
    return boleh_mengetahui_terlambat(pengguna, permintaan.hasil.survei)


def boleh_mengetahui_terlambat(pengguna: Pengguna, survei: Survei) -> bool:
    """Know that answers came after the lock: who may ask that the survey be opened again or decide on it."""
    return bool(boleh_mengelola(pengguna) or pengguna.pemeriksa or memimpin_unit(pengguna, survei.unit_id))
