"""Import of staff lists: upload, look at the report, save or undo."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rakumpit.berkas import unduhan_jadi
from rakumpit.organisasi.berkas_pegawai import BerkasPegawai, templat
from rakumpit.organisasi.forms import (
    ImporForm,
)
from rakumpit.organisasi.models import ImporPegawai
from rakumpit.organisasi.proses import impor as proses_impor
from rakumpit.organisasi.views.jaga import ambil_oleh, khusus_pengelola

_SESI_IMPOR = "impor_pegawai"


@khusus_pengelola
@require_http_methods(["GET", "HEAD", "POST"])
def impor(request: HttpRequest) -> HttpResponse:
    """Upload a staff list; it is read at once and only what can be stored waits in the session."""
    form = ImporForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        mulai = form.cleaned_data["mulai"]
        request.session[_SESI_IMPOR] = {
            "berkas": form.cleaned_data["berkas"].ke_json(),
            "mulai": mulai.isoformat() if mulai else None,
        }
        return redirect("organisasi:impor_periksa")
    riwayat = ImporPegawai.objects.select_related("oleh").defer("jejak")[:10]
    terakhir = proses_impor.impor_terakhir()
    return render(request, "organisasi/impor.html", {"form": form, "riwayat": riwayat, "terakhir": terakhir})


@khusus_pengelola
@require_http_methods(["GET", "HEAD", "POST"])
def impor_periksa(request: HttpRequest) -> HttpResponse:
    """The report of the dry run (GET), then saving (POST), which checks everything again."""
    tersimpan = request.session.get(_SESI_IMPOR)
    if tersimpan is None:
        messages.warning(request, "Tidak ada berkas yang menunggu. Unggah berkasnya dulu.")
        return redirect("organisasi:impor")
    berkas = BerkasPegawai.dari_json(tersimpan["berkas"])
    mulai = date.fromisoformat(tersimpan["mulai"]) if tersimpan["mulai"] else None
    if request.method == "POST" and request.POST.get("langkah") == "batal":
        del request.session[_SESI_IMPOR]
        messages.success(request, "Impor dibatalkan. Tidak ada yang disimpan.")
        return redirect("organisasi:impor")
    if request.method == "POST":
        laporan = proses_impor.simpan(
            berkas=berkas,
            oleh=ambil_oleh(request),
            lewati_galat=request.POST.get("lewati_galat") == "ya",
            mulai_bawaan=mulai,
        )
        if laporan.tersimpan:
            del request.session[_SESI_IMPOR]
            messages.success(
                request,
                f"Tersimpan: {laporan.baru} pegawai baru, {laporan.diperbarui} diperbarui, {laporan.tetap} tetap, "
                f"{laporan.ditolak} baris ditolak.",
            )
            return redirect("organisasi:impor")
        messages.error(request, "Tidak ada yang disimpan: masih ada baris galat.")
    else:
        laporan = proses_impor.periksa(berkas=berkas, mulai_bawaan=mulai)
    halaman = Paginator(laporan.baris, 200).get_page(request.GET.get("page"))
    return render(
        request, "organisasi/impor_periksa.html", {"laporan": laporan, "nama_berkas": berkas.nama, "halaman": halaman}
    )


@khusus_pengelola
@require_safe
def impor_templat(request: HttpRequest) -> HttpResponse:
    """Our own template with one sample row."""
    return unduhan_jadi(templat(), "templat-pegawai", "xlsx")


@khusus_pengelola
@require_POST
def impor_urungkan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Take back the last import."""
    try:
        proses_impor.urungkan(impor=get_object_or_404(ImporPegawai, uuid=kode), oleh=ambil_oleh(request))
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
    else:
        messages.success(request, "Impor diurungkan: data kembali seperti sebelumnya.")
    return redirect("organisasi:impor")
