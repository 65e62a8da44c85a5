"""What citizens told, offered as needs of training: one press each."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from pelatihan.enums import LABEL_SUMBER_KEBUTUHAN, SumberKebutuhan
from pelatihan.permissions import boleh_mengelola
from pelatihan.permissions.praktik import unit_dipimpin
from pelatihan.proses import ProsesDitolak
from pelatihan.proses.kebutuhan import jadikan_kebutuhan
from pelatihan.ringkasan.calon import calon_untuk, susun_calon
from pelatihan.views.formulir import akun
from rakumpit.organisasi.models import Pengguna
from rakumpit.pencarian import rapikan
from rakumpit.tertahan import wajib_masuk

PER_HALAMAN = 20
_ASAL = (SumberKebutuhan.SURVEI, SumberKebutuhan.FORUM)


def _pemilih(request: HttpRequest) -> Pengguna:
    """The pengelola, or who leads a unit; else 404."""
    pengguna = akun(request)
    if not boleh_mengelola(pengguna) and not unit_dipimpin(pengguna):
        raise Http404
    return pengguna


@wajib_masuk
@require_safe
def calon_daftar(request: HttpRequest) -> HttpResponse:
    """Weak elements, open actions and justified complaints of the last year, each with its number and day."""
    pengguna = _pemilih(request)
    kata, asal = rapikan(request.GET.get("q", "")), request.GET.get("asal", "")
    if asal and asal not in {satu.value for satu in _ASAL}:
        raise Http404
    cari = kata.casefold()
    semua = [
        satu
        for satu in calon_untuk(pengguna)
        if (not asal or satu.sumber == asal) and (not cari or cari in f"{satu.nomor} {satu.judul}".casefold())
    ]
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("page"))
    return render(
        request,
        "pelatihan/calon_daftar.html",
        {
            "halaman": halaman,
            "baris": susun_calon(list(halaman.object_list)),
            "q": kata,
            "asal": asal,
            "pilihan": [(satu.value, LABEL_SUMBER_KEBUTUHAN[satu]) for satu in _ASAL],
        },
    )


@wajib_masuk
@require_POST
def calon_jadikan(request: HttpRequest) -> HttpResponse:
    """Make one of them a need of its unit."""
    pengguna = _pemilih(request)
    try:
        baris = jadikan_kebutuhan(kunci=request.POST.get("kunci", ""), oleh=pengguna)
    except ProsesDitolak as galat:
        messages.warning(request, str(galat))
    else:
        messages.success(request, f"Menjadi kebutuhan {baris.unit}: {baris.judul}")
    return redirect("pelatihan:calon_daftar")
