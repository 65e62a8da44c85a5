"""Masking of suggestions in the store: before anybody reads one, and again when rules or names of the office change."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from rakumpit.organisasi.models import Pegawai, PejabatLuar, UnitKerja
from rakumpit.organisasi.nama import nama_urut
from survei.models import Respons
from survei.perhitungan.samaran import PolaNama, pola_nama, samarkan, sidik_pola

SEKALI = 500


def pola_kantor() -> PolaNama:
    """Names of everybody who works or worked here and of officials above; units are no persons. Three queries."""
    nama = [*Pegawai.objects.order_by().values_list("nama_urut", flat=True)]
    nama += [nama_urut(satu) for satu in PejabatLuar.objects.order_by().values_list("nama", flat=True)]
    return pola_nama(nama, tempat=UnitKerja.objects.order_by().values_list("nama", flat=True))


def _samarkan(baris: QuerySet[Respons], pola: PolaNama, sidik: str) -> int:
    semua = list(baris.only("submission_id", "saran"))
    for satu in semua:
        satu.saran_tersamar = samarkan(satu.saran, pola)
        satu.sidik_samaran = sidik
    Respons.objects.bulk_update(semua, ["saran_tersamar", "sidik_samaran"], batch_size=SEKALI)
    return len(semua)


def samarkan_baris_baru(**saring: Any) -> int:
    """Mask the suggestions of these answers that nobody may read yet; call it inside the recount's transaction."""
    baru = Respons.objects.filter(**saring, saran__gt="", saran_tersamar__isnull=True)
    if not baru.exists():
        return 0
    pola = pola_kantor()
    return _samarkan(baru.select_for_update(no_key=True).order_by("submission_id"), pola, sidik_pola(pola))


def perlu_disamarkan(sidik: str) -> QuerySet[Respons]:
    """Suggestions, of any survey, that were not masked by these rules and names and whose original is still there."""
    return Respons.objects.filter(saran__gt="").exclude(sidik_samaran=sidik)


def samarkan_saran() -> int:
    """Mask what is not masked by the rules and names of today; returns the number of suggestions.

    Portions of ``SEKALI``, each its own transaction: stopped half-way it goes on where it was. A suggestion that is
    masked again stays readable meanwhile as it was. Rows that somebody else holds are left to the next time.
    """
    pola = pola_kantor()
    sidik = sidik_pola(pola)
    jumlah = 0
    while True:
        with transaction.atomic():
            # By the random key, so that the order in which rows are rewritten tells nothing.
            baris = perlu_disamarkan(sidik).select_for_update(no_key=True, skip_locked=True).order_by("submission_id")
            dapat = _samarkan(baris[:SEKALI], pola, sidik)
        if not dapat:
            return jumlah
        jumlah += dapat
