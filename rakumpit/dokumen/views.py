"""Public verification: type the code, or come by the QR. No account, no cookie, no script, nothing cached."""

from __future__ import annotations

from http import HTTPStatus

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from rakumpit.dokumen.enums import StatusDokumen
from rakumpit.dokumen.kode import PANJANG, baca_kode, kode_terbaca, tampil_kode
from rakumpit.dokumen.models import Dokumen
from rakumpit.waktu import format_tanggal, tanggal_lokal

# Of one network. A code cannot be guessed (94 bits); the limit spares the database.
BATAS = {"lihat": "120/5m/ip"}
_MAKS_TAMPIL = 40


@require_safe
def periksa(request: HttpRequest) -> HttpResponse:
    """Form for a typed code; a readable one leads to its page, another is told what is wrong with it."""
    ketikan = request.GET.get("kode", "")
    kode = baca_kode(ketikan)
    if kode_terbaca(kode):
        return _tertutup(redirect("dokumen:lihat", kode))
    galat = ""
    if kode:
        galat = (
            f"Kode berisi {PANJANG} huruf dan angka, misalnya 7K3M-ACDE-9XYW-H4RT-PQ25. Yang terbaca {len(kode)}."
            if len(kode) != PANJANG
            else "Kode ini memuat huruf atau angka yang tidak dipakai, misalnya I, L, O, 0, atau 1. Periksa lagi."
        )
    elif "kode" in request.GET:
        galat = "Ketik kode verifikasi yang tercetak di kaki dokumen."
    return _tertutup(render(request, "dokumen/periksa.html", {"ketikan": ketikan[:_MAKS_TAMPIL], "galat": galat}))


@require_safe
def lihat(request: HttpRequest, kode: str) -> HttpResponse:
    """What is recorded about the document with this code.

    A code that nobody has, and a text that is no code, take the same way and get the same answer.
    """
    if ratelimit.consume(request, app="rakumpit.dokumen", action="lihat", config=BATAS, limit_get=True) is None:
        balasan = render(request, "dokumen/terlalu_sering.html", status=HTTPStatus.TOO_MANY_REQUESTS)
        balasan["Retry-After"] = "300"
        return _tertutup(balasan)
    terbaca = baca_kode(kode)
    dicari = terbaca if kode_terbaca(terbaca) else ""
    dokumen = Dokumen.objects.select_related("digantikan_oleh").filter(kode=dicari).first()
    if dokumen is None:
        isi = {"ketikan": tampil_kode(terbaca)[:_MAKS_TAMPIL], "tidak_ada": True}
        return _tertutup(render(request, "dokumen/periksa.html", isi, status=HTTPStatus.NOT_FOUND))
    status, pengganti = dokumen.status, dokumen.digantikan_oleh
    isi_halaman = {
        "dokumen": dokumen,
        "sah": status is StatusDokumen.SAH,
        "digantikan": status is StatusDokumen.DIGANTIKAN,
        "dibatalkan": status is StatusDokumen.DIBATALKAN,
        "terbit": format_tanggal(tanggal_lokal(dokumen.diterbitkan_pada)),
        "batal": format_tanggal(tanggal_lokal(dokumen.dibatalkan_pada)) if dokumen.dibatalkan_pada else "",
        "ganti": format_tanggal(tanggal_lokal(pengganti.diterbitkan_pada)) if pengganti else "",
    }
    return _tertutup(render(request, "dokumen/lihat.html", isi_halaman))


def _tertutup(balasan: HttpResponse) -> HttpResponse:
    """Kept by no browser, proxy or search engine: the address itself is the secret."""
    balasan["Cache-Control"] = "no-store"
    balasan["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    balasan["Referrer-Policy"] = "no-referrer"
    return balasan
