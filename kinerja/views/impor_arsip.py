"""Import of results of older schemes: template, «Periksa dulu» with a report per row, then all rows or none."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.enums.arsip import LABEL_SKEMA_ARSIP
from kinerja.forms.arsip import ImporArsipForm
from kinerja.proses import ProsesDitolak
from kinerja.proses.berkas_arsip import BarisArsip, BerkasArsip, baca_berkas_arsip, templat
from kinerja.proses.impor_arsip import periksa_impor_arsip, simpan_impor_arsip
from kinerja.views.ambil import akun, hanya_pengelola
from rakumpit.berkas import unduhan_jadi
from rakumpit.tertahan import wajib_masuk

PER_HALAMAN = 100
_SESI = "impor_arsip"


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def arsip_impor(request: HttpRequest) -> HttpResponse:
    """Upload and look at the report; what was read waits in the session until it is saved or dropped."""
    pengguna = akun(request)
    hanya_pengelola(pengguna)
    form, galat, status = ImporArsipForm(), "", HTTPStatus.OK
    langkah = request.POST.get("langkah")
    if request.method == "POST" and langkah == "batal":
        request.session.pop(_SESI, None)
        messages.success(request, "Impor dibatalkan. Tidak ada yang disimpan.")
        return redirect("kinerja:arsip_impor")
    if request.method == "POST" and langkah == "simpan":
        try:
            hasil = simpan_impor_arsip(baris=_dari_sesi(request.session.get(_SESI)), oleh=pengguna)
        except ProsesDitolak as tolak:
            galat, status = str(tolak), HTTPStatus.CONFLICT
        else:
            del request.session[_SESI]
            sudah = f", {hasil.sama} sudah tercatat sebelumnya" if hasil.sama else ""
            messages.success(request, f"{hasil.dicatat} hasil lama tercatat{sudah}.")
            return redirect("kinerja:arsip_impor")
    elif request.method == "POST":
        form, status = ImporArsipForm(request.POST, request.FILES), HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            berkas = form.cleaned_data["berkas"]
            try:
                isi = baca_berkas_arsip(berkas.read(), berkas.name or "")
            except ProsesDitolak as tolak:
                form.add_error("berkas", str(tolak))
            else:
                request.session[_SESI] = _ke_sesi(berkas.name or "", isi)
                return redirect("kinerja:arsip_impor")
    tersimpan = request.session.get(_SESI)
    hasil_baris = periksa_impor_arsip(baris=_dari_sesi(tersimpan), oleh=pengguna)
    salah = sum(1 for satu in hasil_baris if satu.galat)
    # Faults first: they are what is left to do.
    urut = sorted(hasil_baris, key=lambda satu: (not satu.galat, not satu.peringatan, satu.baris.nomor))
    konteks = {
        "form": form,
        "galat": galat,
        "nama": (tersimpan or {}).get("nama", ""),
        "catatan": (tersimpan or {}).get("catatan", []),
        "halaman": Paginator(urut, PER_HALAMAN).get_page(request.GET.get("page")),
        "jumlah": len(hasil_baris),
        "salah": salah,
        "sama": sum(1 for satu in hasil_baris if satu.sama),
        "baru": sum(1 for satu in hasil_baris if not satu.sama and not satu.galat),
        "label_skema": LABEL_SKEMA_ARSIP,
    }
    return render(request, "kinerja/arsip_impor.html", konteks, status=status)


def _ke_sesi(nama: str, isi: BerkasArsip) -> dict[str, Any]:
    """What was read as plain JSON types."""
    return {
        "nama": nama,
        "catatan": list(isi.catatan),
        "baris": [[satu.nomor, satu.isi, satu.galat, satu.peringatan] for satu in isi.baris],
    }


def _dari_sesi(tersimpan: Any) -> list[BarisArsip]:
    return [BarisArsip(*satu) for satu in (tersimpan or {}).get("baris", [])]


@wajib_masuk
@require_safe
def arsip_templat(request: HttpRequest) -> HttpResponse:
    """An empty sheet with the headings."""
    hanya_pengelola(akun(request))
    return unduhan_jadi(templat(), "templat-arsip", "xlsx")
