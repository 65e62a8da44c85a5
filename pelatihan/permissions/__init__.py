"""Who does what in training: predicates for pages, processes and tasks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from django.db.models import Q

from pelatihan.enums import StatusRencana
from rakumpit.organisasi.enums import JenisUnit
from rakumpit.organisasi.models import Pegawai, Pengguna, Penugasan, UnitKerja
from rakumpit.organisasi.perhitungan import Pemegang, cari_pemimpin
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from pelatihan.models import RencanaPengembangan, SertifikatLuar

PUNCAK = frozenset({JenisUnit.KECAMATAN.value, JenisUnit.KOTA.value})


def boleh_mengelola(pengguna: Pengguna | AnonymousUser) -> bool:
    """The unit kepegawaian: catalogue, verification, validation, levels."""
    return isinstance(pengguna, Pengguna) and pengguna.is_active and pengguna.pengelola


def pemilik(pengguna: Pengguna, pegawai: Pegawai) -> bool:
    """Whether this is the person's own account."""
    return pengguna.is_active and pegawai.pengguna_id is not None and pegawai.pengguna_id == pengguna.pk


def boleh_melihat(pengguna: Pengguna, pegawai: Pegawai) -> bool:
    return Pegawai.objects.terlihat_oleh(pengguna).filter(pk=pegawai.pk).exists()


def orang_kantor(pengguna: Pengguna) -> bool:
    """Reads the catalogue: who works here, leads, administers training or inspects; not who only administers."""
    return pengguna.is_active and bool(
        pengguna.pengelola
        or pengguna.pemeriksa
        or getattr(pengguna, "pegawai", None) is not None
        or getattr(pengguna, "pejabat_luar", None) is not None
    )


def rantai_atasan(
    *,
    unit_id: int,
    memimpin: bool,
    pegawai_id: int,
    induk: Mapping[int, int | None],
    pemimpin: Mapping[int, Sequence[Pemegang]],
) -> list[Pemegang]:
    """The direct superior and the one above him, as far as there are any; vacant posts are passed over upwards."""
    unit = induk.get(unit_id) if memimpin else unit_id
    hasil: list[Pemegang] = []
    while len(hasil) < 2:
        kini = cari_pemimpin(
            unit_id=unit,
            induk=induk,
            pemimpin=pemimpin,
            boleh=lambda satu: satu.pegawai_id != pegawai_id and satu not in hasil,
        )
        if kini is None:
            break
        hasil.append(kini)
        while unit is not None and kini not in pemimpin.get(unit, ()):
            unit = induk.get(unit)
        unit = induk.get(unit) if unit is not None else None
    return hasil


def atasan(pegawai: Pegawai) -> list[Pengguna | None]:
    """Accounts of the direct superior of today and of the one above him; None for one without an account.

    Derived from the dated assignments: with a new superior the open wishes are his from that day on. Four queries.
    """
    hari = hari_ini()
    penugasan = pegawai.penugasan_pada(hari)
    if penugasan is None:
        return []
    rantai = rantai_atasan(
        unit_id=penugasan.jabatan.unit_id,
        memimpin=penugasan.jabatan.memimpin,
        pegawai_id=pegawai.pk,
        induk=UnitKerja.objects.induk_dari(),
        pemimpin=Penugasan.objects.pemimpin(hari),
    )
    akun = Pengguna.objects.filter(
        Q(pegawai__in=[satu.pegawai_id for satu in rantai]) | Q(pejabat_luar__in=[s.pejabat_luar_id for s in rantai])
    ).select_related("pegawai", "pejabat_luar")
    milik = {(getattr(s, "pegawai", None), getattr(s, "pejabat_luar", None)): s for s in akun}
    kunci = {(getattr(p, "pk", None), getattr(luar, "pk", None)): satu for (p, luar), satu in milik.items()}
    return [kunci.get((satu.pegawai_id, satu.pejabat_luar_id)) for satu in rantai]


def atasan_langsung(pengguna: Pengguna, pegawai: Pegawai) -> bool:
    """Whether this account is the direct superior of today."""
    return any(satu is not None and satu.pk == pengguna.pk for satu in atasan(pegawai)[:1])


def penjawab(rencana: RencanaPengembangan) -> list[Pengguna]:
    """Who may answer a wish now: the direct superior, and once he was silent past the day also the one above him."""
    semua = atasan(rencana.pegawai)
    boleh = semua if hari_ini() > rencana.batas_atasan else semua[:1]
    return [satu for satu in boleh if satu is not None]


def boleh_menjawab(pengguna: Pengguna, rencana: RencanaPengembangan) -> bool:
    return pengguna.is_active and any(satu.pk == pengguna.pk for satu in penjawab(rencana))


def boleh_memvalidasi(pengguna: Pengguna, rencana: RencanaPengembangan) -> bool:
    """The unit kepegawaian, and nobody for himself."""
    return boleh_mengelola(pengguna) and not pemilik(pengguna, rencana.pegawai)


def boleh_menetapkan(pengguna: Pengguna, rencana: RencanaPengembangan) -> bool:
    """Who leads the kecamatan or stands above it, and nobody for himself."""
    if not pengguna.is_active or pemilik(pengguna, rencana.pegawai):
        return False
    return bool(Penugasan.objects.jenis_dipimpin(pengguna, hari_ini()) & PUNCAK)


def boleh_menilai_kompetensi(pengguna: Pengguna, pegawai: Pegawai) -> bool:
    """The direct superior or the unit kepegawaian; nobody says his own level."""
    if not pengguna.is_active or pemilik(pengguna, pegawai):
        return False
    return boleh_mengelola(pengguna) or atasan_langsung(pengguna, pegawai)


def boleh_memeriksa(pengguna: Pengguna, sertifikat: SertifikatLuar) -> bool:
    """Another person of the unit kepegawaian: neither the owner nor who sent it."""
    return (
        boleh_mengelola(pengguna)
        and not pemilik(pengguna, sertifikat.pegawai)
        and sertifikat.diajukan_oleh_id != pengguna.pk
    )


def boleh_mengisi(pengguna: Pengguna, rencana: RencanaPengembangan) -> bool:
    """The owner says what was followed, once the line stands."""
    return pemilik(pengguna, rencana.pegawai) and rencana.status == StatusRencana.DITETAPKAN.value
