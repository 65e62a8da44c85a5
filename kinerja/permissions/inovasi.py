"""Who develops, verifies and takes over an innovation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from kinerja.enums.inovasi import StatusInovasi
from kinerja.models import Inovasi
from kinerja.permissions.atasan import PetaAtasan, boleh_mengelola, orang_akun
from kinerja.permissions.dukungan import baca_rantai, rantai_atasan
from rakumpit.bacaan import Bacaan, bersama
from rakumpit.organisasi.models import Pengguna, Penugasan

if TYPE_CHECKING:
    from kinerja.permissions.atasan import Siapa

SUDAH_BERHASIL_ATAU_TIDAK = (StatusInovasi.BERHASIL.value, StatusInovasi.TIDAK_BERHASIL.value)


def orang_kantor(pengguna: Siapa) -> bool:
    """Reads the innovations of the office: who works here, stands above it, or inspects; not who only administers."""
    if not isinstance(pengguna, Pengguna) or not pengguna.is_active:
        return False
    return any(satu is not None for satu in orang_akun(pengguna)) or pengguna.pengelola or pengguna.pemeriksa


def anggota(pengguna: Siapa, inovasi: Inovasi) -> bool:
    """Proposed it or works in its team."""
    if not isinstance(pengguna, Pengguna) or not pengguna.is_active:
        return False
    pegawai_id, _ = orang_akun(pengguna)
    if pegawai_id is None:
        return False
    return inovasi.pengusul_id == pegawai_id or inovasi.tim.filter(pk=pegawai_id).exists()


def boleh_memverifikasi(pengguna: Siapa, inovasi: Inovasi) -> bool:
    """A second person: somebody above the proposer or the pengelola, and nobody who took part."""
    if not isinstance(pengguna, Pengguna) or not pengguna.is_active or anggota(pengguna, inovasi):
        return False
    if boleh_mengelola(pengguna):
        return True
    return any(satu.akun_id == pengguna.pk for satu in rantai_atasan([inovasi.pengusul_id])[inovasi.pengusul_id])


def baca_inovasi_menunggu(pengguna: Pengguna, *medan: str, peta: PetaAtasan) -> Bacaan[list[tuple[Any, ...]]]:
    """The named fields of innovations that worked and wait for this account.

    Asked is the first in the line above the proposer who took no part, the pengelola where there is none. One step;
    ``peta`` of today.
    """
    mengelola, di_bawah = boleh_mengelola(pengguna), peta.di_bawah(*orang_akun(pengguna))
    if not pengguna.is_active or not (mengelola or di_bawah):
        return []
    menunggu = Inovasi.objects.filter(status=StatusInovasi.BERHASIL.value, diverifikasi_pada__isnull=True)
    if not mengelola:
        orang = Penugasan.objects.pada(peta.tanggal).filter(jabatan__unit_id__in=di_bawah, pegawai__isnull=False)
        menunggu = menunggu.filter(pengusul_id__in=orang.order_by().values("pegawai_id"))
    (baris, tim), rantai = yield from bersama(
        [_baca_dengan_tim(menunggu, medan), baca_rantai(menunggu.order_by().values("pengusul_id"), peta)]
    )
    sendiri = orang_akun(pengguna)[0]
    hasil = []
    for pk, pengusul_id, *isi in baris:
        pertama = next((satu.akun_id for satu in rantai.get(pengusul_id, ()) if (pk, satu.pegawai_id) not in tim), None)
        terlibat = sendiri == pengusul_id or (pk, sendiri) in tim
        if pertama == pengguna.pk or (pertama is None and mengelola and not terlibat):
            hasil.append(tuple(isi))
    return hasil


def _baca_dengan_tim(
    inovasi: QuerySet[Inovasi], medan: Sequence[str]
) -> Bacaan[tuple[list[tuple[Any, ...]], set[tuple[Any, ...]]]]:
    """Key, proposer and the named fields of each, and all pairs of innovation and team member; one step."""
    baris, tim = yield [
        inovasi.order_by("diusulkan_pada", "pk").values_list("pk", "pengusul_id", *medan),
        Inovasi.tim.through.objects.filter(inovasi__in=inovasi.order_by().values("pk")).values_list(
            "inovasi_id", "pegawai_id"
        ),
    ]
    return baris, set(tim)
