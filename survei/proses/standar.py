"""Standards of service: a draft is written, and published once; a published version is followed by a new one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Layanan
from rakumpit.waktu import format_tanggal, hari_ini, sekarang
from survei.enums.standar import KOMPONEN, KOMPONEN_PENYAMPAIAN, StatusStandar
from survei.models import StandarPelayanan
from survei.models.standar import MENIT_TERLAMA
from survei.permissions import boleh_mengelola

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Pengguna

PANJANG_KOMPONEN = 3000


def _kunci_layanan(layanan_id: int, oleh: Pengguna) -> Layanan:
    if not boleh_mengelola(oleh):
        raise PermissionDenied
    return Layanan.objects.select_for_update().get(pk=layanan_id)


@transaction.atomic
def simpan_draf(
    *,
    layanan: Layanan,
    oleh: Pengguna,
    mulai: date,
    menit: int | None,
    komponen: Mapping[str, str],
    terverifikasi: bool,
) -> StandarPelayanan:
    """Write the draft of a service: a new version after a published one, else the draft that is there.

    Raises ``PermissionDenied`` or ``ValidationError`` (a component too long, minutes out of range).
    """
    terkunci = _kunci_layanan(layanan.pk, oleh)
    bersih = {kode: teks for kode in KOMPONEN if (teks := komponen.get(kode, "").replace("\r\n", "\n").strip())}
    if any(len(teks) > PANJANG_KOMPONEN for teks in bersih.values()):
        raise ValidationError(f"Satu bagian paling panjang {PANJANG_KOMPONEN} huruf.")
    if menit is not None and not 1 <= menit <= MENIT_TERLAMA:
        raise ValidationError(f"Waktu di loket antara 1 dan {MENIT_TERLAMA} menit.")
    semua = StandarPelayanan.objects.filter(layanan=terkunci)
    draf = semua.filter(status=StatusStandar.DRAF.value).first()
    if draf is None:
        terakhir = semua.order_by("-versi").values_list("versi", flat=True).first() or 0
        draf = StandarPelayanan(layanan=terkunci, versi=terakhir + 1)
    draf.mulai, draf.menit, draf.komponen, draf.terverifikasi = mulai, menit, bersih, terverifikasi
    draf.save()
    catat(
        pelaku=oleh,
        aksi="survei.standar.simpan",
        objek=draf,
        sesudah={"versi": draf.versi, "mulai": mulai, "menit": menit, "komponen": bersih},
    )
    return draf


@transaction.atomic
def terbitkan_standar(*, standar: StandarPelayanan, oleh: Pengguna) -> StandarPelayanan:
    """Publish a draft; afterwards nobody changes it.

    All components of the delivery must be written. A version that follows another one begins today or later, so that
    months already measured keep the promise that held in them. Raises ``PermissionDenied`` or ``ValidationError``.
    """
    _kunci_layanan(standar.layanan_id, oleh)
    draf = StandarPelayanan.objects.select_for_update().get(pk=standar.pk)
    if draf.status != StatusStandar.DRAF:
        raise ValidationError("Versi ini sudah terbit. Buat versi baru untuk mengubahnya.")
    kurang = [satu.nama.lower() for kode, satu in KOMPONEN_PENYAMPAIAN.items() if kode not in draf.komponen]
    if kurang:
        raise ValidationError(f"Lengkapi dahulu: {', '.join(kurang)}.")
    sebelum = StandarPelayanan.objects.terbit().filter(layanan_id=draf.layanan_id).order_by("-mulai").first()
    if sebelum is not None and draf.mulai <= sebelum.mulai:
        raise ValidationError(
            f"Versi baru berlaku sesudah versi {sebelum.versi}, yang mulai {format_tanggal(sebelum.mulai)}."
        )
    if sebelum is not None and draf.mulai < hari_ini():
        raise ValidationError("Versi baru berlaku mulai hari ini atau sesudahnya.")
    draf.status, draf.diterbitkan_oleh, draf.diterbitkan_pada = StatusStandar.TERBIT.value, oleh, sekarang()
    draf.save(update_fields=["status", "diterbitkan_oleh", "diterbitkan_pada"])
    catat(pelaku=oleh, aksi="survei.standar.terbit", objek=draf, sesudah={"versi": draf.versi, "mulai": draf.mulai})
    return draf
