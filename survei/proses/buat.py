"""A new survey: a draft with its unit, questions, days and services."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils.text import slugify

from rakumpit.audit.models import catat
from rakumpit.organisasi.models import UnitKerja
from survei.enums.instrumen import JenisInstrumen, StatusInstrumen
from survei.models import Instrumen, PeriodeSurvei, Survei
from survei.permissions import boleh_mengelola

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Layanan, Pengguna

PANJANG_KODE = 50


def _kode(instrumen: Instrumen, unit: UnitKerja, mulai: date) -> str:
    """A code that no survey has: questions, unit and first month, with a number where it is taken."""
    dasar = slugify(f"{instrumen.kode}-{unit.kode}")[:PANJANG_KODE].strip("-") + f"-{mulai:%Y%m}"
    ada = set(Survei.objects.filter(kode__startswith=dasar).values_list("kode", flat=True))
    return next(kode for kode in (dasar, *(f"{dasar}-{n}" for n in range(2, len(ada) + 3))) if kode not in ada)


@transaction.atomic
def buat_survei(
    *,
    kiriman: UUID,
    unit: UnitKerja,
    judul: str,
    instrumen: Instrumen,
    periode: PeriodeSurvei | None,
    mulai: date,
    selesai: date,
    layanan: Sequence[Layanan],
    oleh: Pengguna,
) -> Survei:
    """Make a draft of one unit about its own services and those of the units below.

    ``kiriman`` is made by the page and becomes the survey's number, so that a form sent twice makes one survey. Raises
    ``PermissionDenied`` or ``ValidationError``.
    """
    if not boleh_mengelola(oleh):
        raise PermissionDenied
    if (ada := Survei.objects.filter(uuid=kiriman).first()) is not None:
        return ada
    if instrumen.status != StatusInstrumen.TERBIT or instrumen.jenis == JenisInstrumen.PROGRAM:
        raise ValidationError("Pilih pertanyaan yang sudah terbit. Survei program dibuka sendiri oleh sistem.")
    if selesai < mulai:
        raise ValidationError({"selesai": "Hari terakhir mendahului hari dibuka."})
    if not layanan:
        raise ValidationError({"layanan": "Pilih sekurangnya satu layanan."})
    bawahan = set(UnitKerja.objects.turunan_id([unit.pk]))
    if asing := [satu.nama for satu in layanan if satu.unit_id not in bawahan or not satu.aktif]:
        raise ValidationError(f"{asing[0]} bukan layanan aktif dari {unit.nama} atau unit di bawahnya.")
    try:
        with transaction.atomic():
            survei = Survei.objects.create(
                uuid=kiriman,
                kode=_kode(instrumen, unit, mulai),
                judul=" ".join(judul.split()),
                unit=unit,
                instrumen=instrumen,
                periode=periode,
                mulai=mulai,
                selesai=selesai,
            )
    except IntegrityError:
        # The same form a moment before, or another survey that took the code.
        ada = Survei.objects.filter(uuid=kiriman).first()
        if ada is None:
            raise ValidationError("Orang lain baru saja membuat survei yang sama. Simpan sekali lagi.") from None
        return ada
    survei.layanan.set(layanan)
    catat(
        pelaku=oleh,
        aksi="survei.survei.buat",
        objek=survei,
        sesudah={
            "judul": survei.judul,
            "unit": unit.nama,
            "instrumen": f"{instrumen.kode} versi {instrumen.versi}",
            "mulai": mulai,
            "selesai": selesai,
            "layanan": sorted(satu.nama for satu in layanan),
        },
    )
    return survei
