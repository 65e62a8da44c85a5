"""Complaints that were found to be justified, for who evaluates: evidence for a talk, never a score by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.urls import reverse

from forum.models import Laporan
from rakumpit.organisasi.models import Pengguna


@dataclass(frozen=True, slots=True)
class PengaduanTerbukti:
    """By number, day of its end and service; what the reporter wrote stays with those who handle it.

    ``tentang_orang``: about this person; else about a service of the unit. ``tautan`` opens for who may read it.
    """

    kunci: str
    nomor: str
    hari: date
    layanan: str
    tentang_orang: bool
    tautan: str


def pengaduan_terbukti(
    pembaca: Pengguna, *, pegawai_id: int, unit_id: int | None, mulai: date, selesai: date
) -> list[PengaduanTerbukti]:
    """Complaints closed with an improvement on ``mulai`` … ``selesai`` that ``pembaca`` may read: about the person, or
    about nobody and answered by the unit. Those about the person first; two queries."""
    tentang = Q(terlapor=pegawai_id)
    if unit_id is not None:
        tentang |= Q(terlapor__isnull=True, unit=unit_id)
    baris = (
        Laporan.objects.terlihat_oleh(pembaca)
        .terbukti()
        .filter(tentang, ditutup_pada__range=(mulai, selesai))
        .order_by("terlapor", "ditutup_pada", "pk")
        .values_list("uuid", "nomor", "ditutup_pada", "layanan__nama", "terlapor_id")
    )
    return [
        PengaduanTerbukti(
            kunci=f"forum:laporan:{kode}",
            nomor=nomor,
            hari=hari,
            layanan=layanan or "Pelayanan kantor",
            tentang_orang=terlapor_id is not None,
            tautan=reverse("forum:laporan_kelola", args=[kode]),
        )
        for kode, nomor, hari, layanan, terlapor_id in baris
    ]
