"""The first page: for citizens without an account, and for staff what waits for them."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

import kinerja.ringkasan
import survei.ringkasan
from rakumpit.organisasi.models import Pengguna


@require_safe
def beranda(request: HttpRequest) -> HttpResponse:
    """Public start page, or «Menunggu Anda» for a signed-in person."""
    pengguna = request.user
    if not isinstance(pengguna, Pengguna):
        return render(request, "beranda_publik.html", {"terbuka": survei.ringkasan.jumlah_terbuka()})
    tugas = [*kinerja.ringkasan.menunggu(pengguna), *survei.ringkasan.menunggu(pengguna)]
    tugas.sort(key=lambda satu: (satu.tenggat is None, satu.tenggat, satu.judul))
    return render(
        request,
        "beranda.html",
        {"tugas": tugas, "kini": kinerja.ringkasan.keadaan_saya(pengguna)},
    )


@login_required
@require_safe
def akun(request: HttpRequest) -> HttpResponse:
    """Own account: password, second factor, sessions."""
    return render(request, "akun.html", {"pegawai": getattr(request.user, "pegawai", None)})
