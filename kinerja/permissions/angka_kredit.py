"""Who reads and sets angka kredit.

The official who decides on the evaluation sets it: so the summaries of Peraturan BKN 3/2023 say; the text was not read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.models import PenetapanAngkaKredit
from kinerja.permissions.atasan import PetaAtasan, boleh_mengelola
from kinerja.permissions.evaluasi import boleh_memutuskan
from kinerja.permissions.salinan import pegawai_terlihat
from rakumpit.organisasi.enums import JenisJabatan
from rakumpit.organisasi.models import Pegawai, Penugasan
from rakumpit.organisasi.querysets import PegawaiQuerySet, PenugasanQuerySet

if TYPE_CHECKING:
    from kinerja.permissions.atasan import Siapa


def tugas_fungsional() -> PenugasanQuerySet:
    """Assignments to functional posts that carry a jenjang."""
    hasil: PenugasanQuerySet = Penugasan.objects.filter(
        jabatan__jenis=JenisJabatan.FUNGSIONAL.value, pegawai__isnull=False
    ).exclude(jabatan__jenjang="")
    return hasil


def fungsional_terlihat(pengguna: Siapa) -> PegawaiQuerySet:
    """Functional staff whose angka kredit the account reads."""
    return pegawai_terlihat(pengguna).filter(pk__in=tugas_fungsional().values("pegawai_id"))


def boleh_mencatat_saldo(pengguna: Siapa, pegawai: Pegawai) -> bool:
    """The pengelola copies a letter, and not an own one."""
    return boleh_mengelola(pengguna) and pegawai.pengguna_id != pengguna.pk


def boleh_membatalkan(pengguna: Siapa, penetapan: PenetapanAngkaKredit, peta: PetaAtasan | None = None) -> bool:
    """Who decides on the evaluation today voids what was set from it."""
    return penetapan.dibatalkan_pada is None and boleh_memutuskan(pengguna, penetapan.evaluasi, peta)
