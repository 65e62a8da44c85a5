"""The page about backups, for the technical admin."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rakumpit.bacaan import baca
from rakumpit.cadangan import ringkasan
from rakumpit.cadangan.models import CatatanCadangan
from rakumpit.cadangan.permissions import boleh_lihat_cadangan
from rakumpit.cadangan.sandi import tersandi

SEHALAMAN = 20


@login_required
@require_safe
def keadaan(request: HttpRequest) -> HttpResponse:
    """Good or not, what to do, and the runs so far. Backups themselves are never handed out by a page."""
    if not boleh_lihat_cadangan(request.user):
        raise Http404
    konteks = {
        "keadaan": baca(ringkasan.keadaan()),
        "catatan": Paginator(CatatanCadangan.objects.all(), SEHALAMAN).get_page(request.GET.get("page")),
        "folder": settings.CADANGAN_FOLDER,
        "simpan": settings.CADANGAN_SIMPAN,
        "tersandi": tersandi(),
    }
    return render(request, "cadangan/keadaan.html", konteks)
