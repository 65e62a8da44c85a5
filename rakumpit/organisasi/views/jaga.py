"""Who may come in, and what the views fetch."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.organisasi.permissions import boleh_kelola_organisasi

View = Callable[..., HttpResponse]


def khusus_pengelola(view: View) -> View:
    """Sign-in first; then 404 for everybody who is not pengelola, whatever the method."""

    @wraps(view)
    def jaga(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not boleh_kelola_organisasi(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return login_required(jaga)


def ambil_oleh(request: HttpRequest) -> Pengguna:
    if not isinstance(request.user, Pengguna):
        raise Http404
    return request.user


def ambil_pegawai(kode: UUID) -> Pegawai:
    return get_object_or_404(Pegawai.objects.select_related("pengguna"), uuid=kode)
