"""Pohon kinerja: from the agreement of a unit to the people who carry it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kinerja.models import RencanaHasilKerja
from kinerja.perhitungan import teks_rentang
from kinerja.permissions import boleh_melihat_perencanaan
from kinerja.permissions.atasan import tempat_pada
from kinerja.ringkasan.pohon import (
    Lingkup,
    jalur_unit,
    namai,
    pendukung,
    perjanjian_pohon,
    pohon_hasil,
    pohon_perjanjian,
)
from kinerja.views.ambil import akun
from rakumpit.organisasi.models import UnitKerja
from rakumpit.organisasi.perhitungan import Pohon
from rakumpit.tertahan import wajib_masuk
from rakumpit.waktu import hari_ini

PER_HALAMAN = 25


@wajib_masuk
@require_safe
def pohon(request: HttpRequest) -> HttpResponse:
    """The tree of one agreement of a year; ``?unit=`` keeps the branches that lead to a unit."""
    pengguna = akun(request)
    if not boleh_melihat_perencanaan(pengguna):
        raise Http404
    hari = hari_ini()
    tahun = _tahun(request, hari)
    semua = {satu.pk: satu for satu in UnitKerja.objects.all()}
    silsilah = Pohon({pk: satu.induk_id for pk, satu in semua.items()})
    pilihan = perjanjian_pohon(tahun, UnitKerja.objects.terlihat_oleh(pengguna))
    konteks: dict[str, Any] = {
        "tahun": tahun,
        "pilihan": pilihan,
        "pilihan_tahun": [hari.year + 1, hari.year, hari.year - 1],
    }
    if pilihan:
        teratas = silsilah.teratas(satu.unit_id for satu in pilihan)
        akar = request.GET.get("akar") or str(semua[teratas[0]].uuid)
        perjanjian = next((satu for satu in pilihan if str(satu.unit.uuid) == akar), None)
        if perjanjian is None:
            raise Http404
        bawah = silsilah.turunan([perjanjian.unit_id])
        saring = _saring(request, semua, bawah)
        hari = _hari(tahun, hari)
        jalur = jalur_unit(silsilah.turunan([saring.pk]), hari) if saring and saring.pk != perjanjian.unit_id else None
        cabang, lain = pohon_perjanjian(perjanjian, Lingkup(hari, jalur))
        namai([*(simpul for satu in cabang for simpul in satu.simpul), *lain], pengguna, hari)
        konteks |= {
            "perjanjian": perjanjian,
            "saring": saring,
            "unit": sorted((semua[pk] for pk in bawah if semua[pk].aktif), key=lambda satu: satu.nama),
            "cabang": [(satu, teks_rentang(satu.iku.target, satu.iku.target_atas, satu.iku.satuan)) for satu in cabang],
            "lain": lain,
        }
    return render(request, "kinerja/pohon.html", konteks)


def _tahun(request: HttpRequest, hari: date) -> int:
    tulisan = request.GET.get("tahun") or str(hari.year)
    if not tulisan.isdecimal() or abs(int(tulisan) - hari.year) > 1:
        raise Http404
    return int(tulisan)


def _hari(tahun: int, hari: date) -> date:
    """Day whose plans are shown: today, or the nearest day of the chosen year."""
    return min(max(hari, date(tahun, 1, 1)), date(tahun, 12, 31))


def _saring(request: HttpRequest, semua: dict[int, UnitKerja], bawah: set[int]) -> UnitKerja | None:
    kode = request.GET.get("unit")
    if not kode:
        return None
    satu = next((semua[pk] for pk in bawah if str(semua[pk].uuid) == kode), None)
    if satu is None:
        raise Http404
    return satu


@wajib_masuk
@require_safe
def pohon_cabang(request: HttpRequest, kode: UUID) -> HttpResponse:
    """One result with everything that supports it, page by page."""
    pengguna = akun(request)
    rencana = get_object_or_404(
        RencanaHasilKerja.objects.berlaku().select_related("skp__pegawai", "rhk_pimpinan"), uuid=kode
    )
    hari = min(max(hari_ini(), rencana.skp.mulai), rencana.skp.selesai)
    tempat = tempat_pada([rencana.skp.pegawai_id], hari).get(rencana.skp.pegawai_id)
    if tempat is None or not UnitKerja.objects.terlihat_oleh(pengguna).filter(pk=tempat.unit_id).exists():
        raise Http404
    lingkup = Lingkup(hari)
    halaman = Paginator(pendukung(rencana, lingkup).values_list("pk", flat=True), PER_HALAMAN).get_page(
        request.GET.get("page")
    )
    simpul = pohon_hasil(rencana, lingkup, list(halaman.object_list))
    namai(simpul, pengguna, hari)
    konteks = {"rencana": rencana, "halaman": halaman, "simpul": simpul}
    return render(request, "kinerja/pohon_cabang.html", konteks)
