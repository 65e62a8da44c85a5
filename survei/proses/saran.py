"""Taking what citizens wrote out of the product leaves a trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from rakumpit.audit.models import catat
from survei.models import Survei
from survei.permissions import boleh_membaca_saran
from survei.proses.alasan import wajib_ditulis
from survei.ringkasan.jawaban_teks import pertanyaan_teks, tulisan
from survei.ringkasan.saran import saran_terbaca

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Pengguna


@transaction.atomic
def catat_ekspor_saran(*, survei: Survei, oleh: Pengguna, tujuan: str, bentuk: str) -> list[str]:
    """The masked suggestions of a survey in an order that tells nothing, and an audit entry with the purpose."""
    tujuan = _periksa(survei, oleh, tujuan)
    saran = list(saran_terbaca(survei).order_by("submission_id").values_list("saran_tersamar", flat=True))
    catat(
        pelaku=oleh,
        aksi="survei.saran.ekspor",
        objek=survei,
        sesudah={"jumlah": len(saran), "bentuk": bentuk},
        keterangan=tujuan,
    )
    return saran


def _periksa(survei: Survei, oleh: Pengguna, tujuan: str) -> str:
    """The purpose as it is recorded. Raises ``PermissionDenied``, or ``ValidationError`` without one."""
    if not boleh_membaca_saran(oleh, survei):
        raise PermissionDenied
    return wajib_ditulis(tujuan, "Tulis untuk apa tulisan warga diunduh.")


@transaction.atomic
def catat_ekspor_teks(*, survei: Survei, kode: str, oleh: Pengguna, tujuan: str, bentuk: str) -> list[str]:
    """The masked answers in words to the question ``kode``, in an order that tells nothing, and an audit entry.

    Raises ``PermissionDenied``, or ``ValidationError`` where the page shows none either: before the closing, too few,
    or deleted after their time.
    """
    tujuan = _periksa(survei, oleh, tujuan)
    # Nothing is deleted, voided or counted meanwhile.
    terkunci = Survei.objects.select_for_update(no_key=True, of=("self",)).select_related("instrumen").get(pk=survei.pk)
    satu = next((satu for satu in pertanyaan_teks(terkunci) if satu.tanya.kode_unsur == kode), None)
    if satu is None:
        raise ValidationError("Pertanyaan itu tidak meminta teks.")
    if satu.tertutup:
        raise ValidationError(satu.tertutup)
    isi = list(tulisan(terkunci, satu.tanya).values_list("terbaca", flat=True))
    catat(
        pelaku=oleh,
        aksi="survei.teks.ekspor",
        objek=survei,
        sesudah={"pertanyaan": kode, "jumlah": len(isi), "bentuk": bentuk},
        keterangan=tujuan,
    )
    return isi
