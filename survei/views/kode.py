"""One-time codes of the counter as citizens use them: typed, or by the QR. No account, no cookie, nothing cached."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from survei import laju
from survei.proses import baca_kode_survei, cari_token

_TAMPIL = 20


@require_safe
def ketik(request: HttpRequest) -> HttpResponse:
    """The field for a code that was written on paper."""
    ketikan = request.GET.get("kode", "")
    if kode := baca_kode_survei(ketikan):
        return _tanpa_simpanan(redirect("survei:kode_buka", kode))
    galat = ""
    if "kode" in request.GET:
        galat = "Kode berisi 8 huruf dan angka, misalnya 7K3M-ACDE. Periksa lagi tulisannya."
    return _halaman(request, ketikan, galat=galat)


@require_safe
def buka(request: HttpRequest, kode: str) -> HttpResponse:
    """To the form of the code's service; a code that is no longer valid is told so, and the open form stays."""
    # The limit keeps nobody from answering: it only slows down whoever tries one code after the other.
    if not laju.dalam_batas(request, "kode-survei"):
        balasan = _halaman(
            request,
            kode,
            galat="Terlalu banyak percobaan dari jaringan ini. Tunggu sebentar, lalu coba lagi.",
            status=HTTPStatus.TOO_MANY_REQUESTS,
        )
        balasan["Retry-After"] = "600"
        return balasan
    token = cari_token(kode)
    if token is None:
        return _halaman(request, kode, mati=True, status=HTTPStatus.NOT_FOUND)
    kueri = urlencode({"kode": baca_kode_survei(kode)})
    return _tanpa_simpanan(redirect(f"{reverse('survei:isi', args=[token.survei.uuid])}?{kueri}"))


def _halaman(
    request: HttpRequest,
    ketikan: str,
    *,
    galat: str = "",
    mati: bool = False,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    isi = {"ketikan": ketikan[:_TAMPIL], "salah": galat, "mati": mati}
    return _tanpa_simpanan(render(request, "survei/kode.html", isi, status=status))


def _tanpa_simpanan(balasan: HttpResponse) -> HttpResponse:
    balasan["Cache-Control"] = "no-store"
    return balasan
