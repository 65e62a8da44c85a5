"""The sign-in that loses nothing that was typed: a form posted after the session had ended waits for its author."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, Concatenate, ParamSpec

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.urls import reverse

from rakumpit.galat import isian_rahasia

P = ParamSpec("P")
_KUNCI_SESI = "isian_tertahan"
_HALAMAN_MAKS = 5
_HURUF_MAKS = 200_000


def wajib_masuk(
    view: Callable[Concatenate[HttpRequest, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """As ``login_required``; a form that was posted after the session had ended waits and comes back after sign-in.

    Weak signal and long pauses are normal here: staff lose a page of text to an expired session.
    """

    return _jaga(view, lambda request, _: request.get_full_path())


def wajib_masuk_lalu(
    halaman: str,
) -> Callable[
    [Callable[Concatenate[HttpRequest, P], HttpResponseBase]], Callable[Concatenate[HttpRequest, P], HttpResponseBase]
]:
    """``wajib_masuk`` for a step that is only posted: after sign-in the page of that URL name opens.

    The page is that of the same ``uuid``, and shows what waits with ``isian_tertahan(request, jalur)``.
    """
    return lambda view: _jaga(view, lambda _, isi: reverse(halaman, args=[isi["uuid"]]))


def _jaga(
    view: Callable[Concatenate[HttpRequest, P], HttpResponseBase],
    sesudahnya: Callable[[HttpRequest, dict[str, Any]], str],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    @wraps(view)
    def bungkus(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        if "HX-Request" in request.headers:
            # A part of a page asks by itself: the whole page goes to the sign-in, not its form into that part.
            return HttpResponse(status=HTTPStatus.NO_CONTENT, headers={"HX-Refresh": "true"})
        jawaban = redirect_to_login(sesudahnya(request, kwargs))
        if request.method == "POST" and _tahan(request):
            messages.warning(request, "Sesi Anda sudah berakhir. Masuk lagi: isian Anda menunggu di halamannya.")
            # Read by TanpaSimpananMiddleware, which else gives the text back on a page of its own.
            jawaban.isian_ditahan = True  # type: ignore[attr-defined]  # a mark of our own
        return jawaban

    return bungkus


def _tahan(request: HttpRequest) -> bool:
    """Keep the fields in the session of this browser; False when there are none, or files, secrets, or too much."""
    isian = {nama: nilai for nama, nilai in request.POST.lists() if nama != "csrfmiddlewaretoken"}
    if any(isian_rahasia(nama) for nama in isian):
        return False
    if not isian or request.FILES or sum(len(satu) for nilai in isian.values() for satu in nilai) > _HURUF_MAKS:
        return False
    titipkan(request, request.path, isian)
    return True


def titipkan(request: HttpRequest, jalur: str, isian: dict[str, list[str]]) -> None:
    """Let the page at ``jalur`` open with these fields, as after an ended session."""
    semua: dict[str, Any] = request.session.get(_KUNCI_SESI, {})
    semua.pop(jalur, None)
    semua[jalur] = isian
    request.session[_KUNCI_SESI] = dict(list(semua.items())[-_HALAMAN_MAKS:])


def kiriman(request: HttpRequest) -> QueryDict | None:
    """Data of a form: what was posted, also when it is empty; on a GET what waits from an ended session, or nothing."""
    return request.POST if request.method == "POST" else isian_tertahan(request)


def isian_tertahan(request: HttpRequest, jalur: str = "") -> QueryDict | None:
    """What was typed here, or for the step at ``jalur``, before the session ended.

    It stays until that is saved, or the page is opened with «?buang=1».
    """
    if "buang" in request.GET:
        buang_tertahan(request, jalur)
        return None
    isian = request.session.get(_KUNCI_SESI, {}).get(jalur or request.path)
    if isian is None:
        return None
    data = QueryDict(mutable=True)
    for nama, nilai in isian.items():
        data.setlist(nama, nilai)
    return data


def buang_tertahan(request: HttpRequest, jalur: str = "") -> None:
    """The page was saved: what waited for it is no longer needed."""
    semua = request.session.get(_KUNCI_SESI, {})
    if semua.pop(jalur or request.path, None) is not None:
        request.session[_KUNCI_SESI] = semua


def untuk_skrip(request: HttpRequest) -> bool:
    """The page's own script asks and reads JSON; everybody else gets pages."""
    return request.headers.get("Accept") == "application/json"
