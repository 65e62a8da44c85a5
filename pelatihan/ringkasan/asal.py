"""What became of rows of other apps here: the need, or the practice, that was made from them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from pelatihan.enums.praktik import LABEL_TEMA_PRAKTIK
from pelatihan.models import KebutuhanPelatihan, PraktikBaik
from rakumpit.organisasi.models import Pengguna


@dataclass(frozen=True, slots=True)
class Jadi:
    """What was made: its code, its state in words, and whether the reader may open it."""

    kode: UUID
    keadaan: str
    terbaca: bool = True


def kebutuhan_menurut_asal(kunci: Collection[str]) -> dict[str, Jadi]:
    """Key of the row elsewhere -> the need that came of it; keys without one are missing. One query."""
    return {
        satu.kunci_asal or "": Jadi(satu.uuid, satu.get_status_display())
        for satu in KebutuhanPelatihan.objects.filter(kunci_asal__in=list(kunci))
    }


def praktik_menurut_asal(pengguna: Pengguna, kunci: str) -> Jadi | None:
    """The practice that came of an innovation, if any; two queries."""
    satu = PraktikBaik.objects.filter(kunci_asal=kunci).first()
    if satu is None:
        return None
    terbaca = PraktikBaik.objects.terlihat_oleh(pengguna).filter(pk=satu.pk).exists()
    return Jadi(satu.uuid, satu.get_status_display(), terbaca)


def pilihan_tema() -> list[tuple[str, str]]:
    """Code and name of the themes of the library."""
    return [(satu.value, label) for satu, label in LABEL_TEMA_PRAKTIK.items()]
