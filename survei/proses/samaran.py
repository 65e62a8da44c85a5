"""Masking of what citizens worded, in the store: before anybody reads it, and again when rules or names change.

That is suggestions, and answers in words to questions of free surveys. Both of one answer are masked together.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from rakumpit.organisasi.samaran import pola_kantor
from rakumpit.samaran import PolaNama, samarkan, sidik_pola
from survei.models import Respons
from survei.querysets import BELUM_TERSAMAR, TULISAN_ASLI

SEKALI = 500


def _samarkan(baris: QuerySet[Respons], pola: PolaNama, sidik: str) -> int:
    semua = list(baris.only("submission_id", "saran", "teks_asli"))
    for satu in semua:
        satu.saran_tersamar = samarkan(satu.saran, pola)
        satu.teks_tersamar = {kunci: samarkan(isi, pola) for kunci, isi in satu.teks_asli.items()}
        satu.sidik_samaran = sidik
    Respons.objects.bulk_update(semua, ["saran_tersamar", "teks_tersamar", "sidik_samaran"], batch_size=SEKALI)
    return len(semua)


def samarkan_baris_baru(**saring: Any) -> int:
    """Mask what stands in these answers and nobody may read yet; call it inside the recount's transaction."""
    baru = Respons.objects.filter(BELUM_TERSAMAR, **saring)
    if not baru.exists():
        return 0
    pola = pola_kantor()
    return _samarkan(baru.select_for_update(no_key=True).order_by("submission_id"), pola, sidik_pola(pola))


def perlu_disamarkan(sidik: str) -> QuerySet[Respons]:
    """Answers, of any survey, not masked by these rules and names, whose original words are still there."""
    return Respons.objects.filter(TULISAN_ASLI).filter(~Q(sidik_samaran=sidik) | BELUM_TERSAMAR)


def samarkan_saran() -> int:
    """Mask what is not masked by the rules and names of today; returns the number of answers.

    Portions of ``SEKALI``, each its own transaction: stopped half-way it goes on where it was. What is masked again
    stays readable meanwhile as it was. Rows that somebody else holds are left to the next time.
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
