"""Pages of the notices: a person sees only their own."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Case, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from rakumpit.notifikasi.models import Notifikasi

PER_HALAMAN = 25


@login_required
@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Own notices: unread ones first, then the newest."""
    milik = Notifikasi.objects.filter(penerima_id=request.user.pk).order_by(
        Case(When(dibaca__isnull=True, then=0), default=1), "-dibuat", "-pk"
    )
    halaman = Paginator(milik, PER_HALAMAN).get_page(request.GET.get("page"))
    return render(request, "notifikasi/daftar.html", {"halaman": halaman})


@login_required
@require_POST
def buka(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Mark one notice as read and go where it points."""
    notifikasi = _baca(request, kode)
    if url_has_allowed_host_and_scheme(notifikasi.tautan, allowed_hosts=None):
        return redirect(notifikasi.tautan)
    return redirect("notifikasi:daftar")


@login_required
@require_POST
def tandai(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Mark one notice as read and stay in the list."""
    _baca(request, kode)
    return redirect("notifikasi:daftar")


def _baca(request: HttpRequest, kode: UUID) -> Notifikasi:
    """The reader's own notice, read from now on; 404 for one of somebody else."""
    notifikasi = get_object_or_404(Notifikasi, penerima_id=request.user.pk, uuid=kode)
    if notifikasi.dibaca is None:
        notifikasi.dibaca = timezone.now()
        notifikasi.save(update_fields=["dibaca"])
    return notifikasi


@login_required
@require_POST
def tandai_semua(request: HttpRequest) -> HttpResponse:
    """Mark all own notices as read."""
    jumlah = Notifikasi.objects.filter(penerima_id=request.user.pk, dibaca__isnull=True).update(dibaca=timezone.now())
    messages.success(request, f"{jumlah} pemberitahuan ditandai sudah dibaca.")
    return redirect("notifikasi:daftar")
