"""«Siapa menunggu siapa»: what holds plans up, for leaders and the pengelola."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kinerja.permissions import boleh_mengelola, memimpin
from kinerja.ringkasan.tunggu_skp import siapa_menunggu
from kinerja.views.ambil import akun
from rakumpit.organisasi.models import UnitKerja
from rakumpit.tertahan import wajib_masuk
from rakumpit.waktu import hari_ini

PER_HALAMAN = 25


@wajib_masuk
@require_safe
def tunggu_skp(request: HttpRequest) -> HttpResponse:
    """Superiors for whom somebody waits, with the chain above them.

    ``?unit=uuid`` keeps one unit and those below, ``?tahun=`` takes next year's plans.
    """
    pengguna = akun(request)
    if not boleh_mengelola(pengguna) and not memimpin(pengguna):
        raise Http404
    unit, turunan = None, None
    if kode := request.GET.get("unit"):
        try:
            unit = get_object_or_404(UnitKerja, uuid=UUID(kode))
        except ValueError as galat:
            raise Http404 from galat
        turunan = UnitKerja.objects.turunan_id([unit.pk])
    kini = hari_ini().year
    tahun = kini + 1 if request.GET.get("tahun") == str(kini + 1) else kini
    penahan = siapa_menunggu(pengguna, turunan, tahun=tahun)
    konteks = {
        "halaman": Paginator(penahan, PER_HALAMAN).get_page(request.GET.get("page")),
        "tertahan": sum(satu.jumlah for satu in penahan),
        "unit": unit,
        "tahun": tahun,
        "pilihan_tahun": (kini, kini + 1),
        "pilihan": UnitKerja.objects.order_by("nama", "pk"),
    }
    return render(request, "kinerja/tunggu_skp.html", konteks)
