"""Sebaran predikat: the people of a unit against the pattern of its capaian organisasi."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kinerja.perhitungan import LABEL_CAPAIAN_ORGANISASI, LABEL_PREDIKAT, POLA_SEBARAN, Predikat, banding_sebaran
from kinerja.perhitungan import CapaianOrganisasi as Tingkat
from kinerja.permissions.unit import lingkup_unit
from kinerja.ringkasan.capaian import SebaranUnit, capaian_terbaru, sebaran_unit
from kinerja.views.ambil import akun
from kinerja.views.capaian import pilih_periode, pilihan_periode
from rakumpit.organisasi.models import UnitKerja
from rakumpit.organisasi.perhitungan import Pohon
from rakumpit.tampilan.bagan import Kategori, Sebaran, buat_sebaran
from rakumpit.tertahan import wajib_masuk


@wajib_masuk
@require_safe
def sebaran(request: HttpRequest, kode: UUID, periode: str) -> HttpResponse:
    """Advice, never a limit; «pratinjau» of any predicate while none is set (``?andai=baik``)."""
    semua = {satu.pk: satu for satu in UnitKerja.objects.all()}
    lingkup = lingkup_unit(akun(request), semua.values())
    unit = next((satu for satu in semua.values() if satu.uuid == kode and satu.pk in lingkup.rinci), None)
    pilihan = pilihan_periode()
    satu = pilih_periode(periode, pilihan)
    if unit is None or satu is None:
        raise Http404
    turunan = Pohon({pk: baris.induk_id for pk, baris in semua.items()}).turunan([unit.pk])
    hasil = sebaran_unit(unit, turunan, satu)
    kini = capaian_terbaru(unit.pk, satu.pk)
    tingkat = Tingkat(kini.predikat) if kini else _andai(request)
    konteks: dict[str, Any] = {
        "unit": unit,
        "periode": satu,
        "pilihan": pilihan,
        "kini": kini,
        "tingkat": tingkat,
        "nama_tingkat": LABEL_CAPAIAN_ORGANISASI[tingkat],
        "pilihan_tingkat": LABEL_CAPAIAN_ORGANISASI.items(),
        "hasil": hasil,
        "total": sum(hasil.jumlah.values()),
        "banding": banding_sebaran(tingkat, hasil.jumlah),
        "grafik": _grafik(tingkat, hasil),
    }
    return render(request, "kinerja/sebaran.html", konteks)


def _andai(request: HttpRequest) -> Tingkat:
    """The predicate that a preview assumes; Baik if none was chosen."""
    try:
        return Tingkat(request.GET.get("andai") or Tingkat.BAIK)
    except ValueError:
        raise Http404 from None


def _grafik(tingkat: Tingkat, hasil: SebaranUnit) -> Sebaran:
    """Chart with a tick at each limit that names one predicate alone."""
    batas: dict[Predikat, Decimal] = {}
    for satu in POLA_SEBARAN[tingkat]:
        sepersepuluh = satu.minimal if satu.minimal is not None else satu.maksimal
        if len(satu.predikat) == 1 and sepersepuluh is not None:
            batas[satu.predikat[0]] = Decimal(sepersepuluh * 10)
    kategori = [
        Kategori(label, hasil.jumlah.get(predikat, 0), harapan=batas.get(predikat))
        for predikat, label in LABEL_PREDIKAT.items()
    ]
    return buat_sebaran("Sebaran predikat", kategori, satuan="pegawai", nama_harapan="batas pola")
