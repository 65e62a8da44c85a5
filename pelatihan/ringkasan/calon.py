"""Rows of survey and forum that somebody may make a need of, with what became of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import forum.ringkasan
import survei.ringkasan
from pelatihan.permissions import boleh_mengelola
from pelatihan.ringkasan.asal import Jadi, kebutuhan_menurut_asal
from rakumpit.calon import CalonKebutuhan
from rakumpit.organisasi.models import Pengguna, UnitKerja
from rakumpit.waktu import hari_ini

HARI_CALON = 365  # older rows are no reason to train now; an assumption


@dataclass(frozen=True, slots=True)
class BarisCalon:
    """One row of the page."""

    calon: CalonKebutuhan
    unit: str
    jadi: Jadi | None


def calon_untuk(pengguna: Pengguna) -> list[CalonKebutuhan]:
    """The newest first: all for the pengelola, else of the units that one leads and those below. Four statements."""
    hari = hari_ini()
    unit = None if boleh_mengelola(pengguna) else list(UnitKerja.objects.di_bawah_akun(pengguna, hari))
    if unit is not None and not unit:
        return []
    sejak = hari - timedelta(days=HARI_CALON)
    semua = [*survei.ringkasan.calon_kebutuhan(sejak, unit), *forum.ringkasan.calon_kebutuhan(sejak, unit)]
    return sorted(semua, key=lambda satu: (-satu.hari.toordinal(), satu.kunci))


def susun_calon(calon: list[CalonKebutuhan]) -> list[BarisCalon]:
    """Rows of one page with their unit and what became of them; two queries."""
    nama = dict(UnitKerja.objects.filter(pk__in={satu.unit_id for satu in calon}).values_list("pk", "nama"))
    jadi = kebutuhan_menurut_asal([kunci for satu in calon for kunci in (satu.kunci, satu.kunci_lain) if kunci])
    return [
        BarisCalon(satu, nama.get(satu.unit_id, ""), jadi.get(satu.kunci) or jadi.get(satu.kunci_lain))
        for satu in calon
    ]
