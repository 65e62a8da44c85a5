"""Results of older schemes of one person: read by person and superiors, recorded and voided by the pengelola."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from kinerja.forms.arsip import ArsipForm
from kinerja.forms.dasar import AlasanForm
from kinerja.models.arsip import EvaluasiArsip
from kinerja.permissions.arsip import boleh_membaca_arsip, boleh_mencatat_arsip
from kinerja.proses.arsip import batalkan_arsip, catat_arsip
from kinerja.proses.sebutan_arsip import peringatan_sebutan
from kinerja.views.ambil import akun
from kinerja.views.formulir import jalankan
from rakumpit.organisasi.models import Pegawai
from rakumpit.tertahan import kiriman, wajib_masuk

PER_HALAMAN = 25


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def arsip(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The list of one person, and for the pengelola the form that adds to it."""
    pengguna = akun(request)
    pegawai = get_object_or_404(Pegawai, uuid=kode)
    boleh_catat = boleh_mencatat_arsip(pengguna, pegawai)
    if not boleh_membaca_arsip(pengguna, pegawai) or (request.method == "POST" and not boleh_catat):
        raise Http404
    form = ArsipForm(kiriman(request)) if boleh_catat else None
    status: HTTPStatus | None = HTTPStatus.OK
    if form is not None:
        status = jalankan(request, form, lambda data: catat_arsip(pegawai=pegawai, oleh=pengguna, **data))
    if status is None and form is not None:
        messages.success(request, "Hasil lama tercatat.")
        peringatan = peringatan_sebutan(*(form.cleaned_data[nama] for nama in ("skema", "nilai", "sebutan")))
        if peringatan:
            messages.warning(request, f"{peringatan} Bila keliru, batalkan catatan ini, lalu catat lagi.")
        return redirect("kinerja:arsip", kode=pegawai.uuid)
    halaman = Paginator(EvaluasiArsip.objects.filter(pegawai=pegawai), PER_HALAMAN).get_page(request.GET.get("page"))
    return render(
        request,
        "kinerja/arsip.html",
        {"pegawai": pegawai, "halaman": halaman, "form": form, "milik": pegawai.pengguna_id == pengguna.pk},
        status=status,
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def arsip_batalkan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Void one row with a reason."""
    pengguna = akun(request)
    baris = get_object_or_404(EvaluasiArsip.objects.select_related("pegawai"), uuid=kode)
    if not boleh_mencatat_arsip(pengguna, baris.pegawai):
        raise Http404
    form = AlasanForm(kiriman(request))
    status = jalankan(request, form, lambda data: batalkan_arsip(arsip=baris, oleh=pengguna, alasan=data["alasan"]))
    if status is None:
        messages.success(request, "Catatan dibatalkan. Catatannya tetap ada dengan alasan Anda.")
        return redirect("kinerja:arsip", kode=baris.pegawai.uuid)
    return render(request, "kinerja/arsip_batalkan.html", {"arsip": baris, "form": form}, status=status)
