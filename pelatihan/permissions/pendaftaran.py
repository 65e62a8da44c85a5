"""Who registers whom for an event, and who answers: derived from the assignments of today."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pelatihan.permissions import boleh_mengelola, pemilik, rantai_atasan
from pelatihan.permissions.kegiatan import boleh_menyusun
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Pengguna, Penugasan, UnitKerja
from rakumpit.organisasi.perhitungan import Pemegang
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from pelatihan.models import Kegiatan, Pendaftaran
    from rakumpit.organisasi.pembaca import Pembaca

Orang = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class PetaAtasan:
    """Superiors of today of many people. ``akun``: (person, outside official) -> active account."""

    hari: date
    rantai: Mapping[int, Sequence[Pemegang]]
    akun: Mapping[Orang, int]

    def langsung(self, pengguna_id: int, pegawai_id: int) -> bool:
        """Whether this account is the person's direct superior."""
        return pengguna_id in self._akun(self.rantai.get(pegawai_id, ())[:1])

    def penjawab(self, pegawai_id: int, batas: date | None) -> list[int]:
        """Accounts that may answer now: the direct superior; once he was silent past ``batas`` also the one above."""
        semua = self.rantai.get(pegawai_id, ())
        return self._akun(semua if batas is not None and self.hari > batas else semua[:1])

    def _akun(self, pemegang: Sequence[Pemegang]) -> list[int]:
        kunci: list[Orang] = [(satu.pegawai_id, satu.pejabat_luar_id) for satu in pemegang]
        return [self.akun[satu] for satu in kunci if satu in self.akun]


def peta_atasan(pegawai_ids: Collection[int]) -> PetaAtasan:
    """Five statements for any number of people; a new superior answers from his first day."""
    hari, induk = hari_ini(), UnitKerja.objects.induk_dari()
    pemimpin = Penugasan.objects.pemimpin(hari)
    rantai: dict[int, Sequence[Pemegang]] = {}
    tempat = (
        Penugasan.objects.pada(hari)
        .filter(pegawai_id__in=pegawai_ids)
        # «definitif» comes first in the alphabet, as it does in ``Pegawai.penugasan_pada``.
        .order_by("sifat", "pk")
        .values_list("pegawai_id", "jabatan__unit_id", "jabatan__memimpin")
    )
    for pegawai_id, unit_id, memimpin in tempat:
        if pegawai_id not in rantai:
            rantai[pegawai_id] = rantai_atasan(
                unit_id=unit_id, memimpin=memimpin, pegawai_id=pegawai_id, induk=induk, pemimpin=pemimpin
            )
    return PetaAtasan(hari, rantai, akun_pemegang({satu for semua in rantai.values() for satu in semua}))


def bawahan_langsung(pembaca: Pembaca) -> list[int]:
    """People whose direct superior the reader is today; one statement."""
    tempat = (
        Penugasan.objects.pada(pembaca.hari)
        .filter(jabatan__unit_id__in=pembaca.di_bawah, pegawai__isnull=False)
        .order_by("sifat", "pk")
        .values_list("pegawai_id", "jabatan__unit_id", "jabatan__memimpin")
    )
    hasil: dict[int, bool] = {}
    for pegawai_id, unit_id, memimpin in tempat:
        if pegawai_id not in hasil:
            rantai = rantai_atasan(
                unit_id=unit_id,
                memimpin=memimpin,
                pegawai_id=pegawai_id,
                induk=pembaca.induk,
                pemimpin=pembaca.pemimpin,
            )
            hasil[pegawai_id] = any(satu.adalah(*pembaca.orang) for satu in rantai[:1])
    return [pk for pk, langsung in hasil.items() if langsung]


def akun_pemegang(pemegang: Collection[Pemegang]) -> dict[Orang, int]:
    """Active accounts of these holders; two statements."""
    pegawai = [satu.pegawai_id for satu in pemegang if satu.pegawai_id is not None]
    luar = [satu.pejabat_luar_id for satu in pemegang if satu.pejabat_luar_id is not None]
    aktif = {"pengguna__is_active": True}
    hasil: dict[Orang, int] = {
        (pk, None): akun
        for pk, akun in Pegawai.objects.filter(pk__in=pegawai, **aktif).order_by().values_list("pk", "pengguna_id")
    }
    for pk, akun in PejabatLuar.objects.filter(pk__in=luar, **aktif).order_by().values_list("pk", "pengguna_id"):
        hasil[(None, pk)] = akun
    return hasil


def boleh_menjawab_daftar(pengguna: Pengguna, daftar: Pendaftaran, peta: PetaAtasan) -> bool:
    """The superior; the unit kepegawaian where no superior has an account; nobody for himself."""
    if not pengguna.is_active or pemilik(pengguna, daftar.pegawai):
        return False
    penjawab = peta.penjawab(daftar.pegawai_id, daftar.batas_atasan)
    return pengguna.pk in penjawab or (not penjawab and boleh_mengelola(pengguna))


def boleh_mendaftarkan(pengguna: Pengguna, pegawai: Pegawai, peta: PetaAtasan) -> bool:
    """The person, the direct superior, or the unit kepegawaian."""
    if not pengguna.is_active:
        return False
    return pemilik(pengguna, pegawai) or boleh_mengelola(pengguna) or peta.langsung(pengguna.pk, pegawai.pk)


def boleh_melihat_peserta(pengguna: Pengguna, kegiatan: Kegiatan) -> bool:
    """The organiser and the pemeriksa; a superior reads his own people on the page of his team."""
    return pengguna.is_active and (pengguna.pemeriksa or boleh_menyusun(pengguna, kegiatan.unit_id))


def boleh_mengatur_pendaftaran(pengguna: Pengguna, kegiatan: Kegiatan) -> bool:
    """Order of the waiting list and reminders: the organiser."""
    return boleh_menyusun(pengguna, kegiatan.unit_id)
