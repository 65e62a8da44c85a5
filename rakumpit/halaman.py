"""Pages that belong to no app: the own account and its theme, the manifest, and what the office says to citizens."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from rakumpit.konteks import KUKI_TEMA, TEMA, tema
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.organisasi.proses import atur_terima_pengingat
from rakumpit.waktu import hari_ini

UMUR_TEMA = timedelta(days=365)


@login_required
@require_safe
def akun(request: HttpRequest) -> HttpResponse:
    """Who I am here (unit, post and superior of today), theme, password, second factor, sessions."""
    pegawai: Pegawai | None = getattr(request.user, "pegawai", None)
    konteks: dict[str, object] = {"pegawai": pegawai, "tema_kini": tema(request), "pilihan_tema": TEMA.items()}
    if pegawai is not None:
        konteks |= {"penugasan": pegawai.penugasan_pada(hari_ini()), "atasan": pegawai.atasan_pada(hari_ini())}
    return render(request, "akun.html", konteks)


@login_required
@require_POST
def pilih_tema(request: HttpRequest) -> HttpResponse:
    """Keep the chosen theme in this browser for a year; without a valid choice nothing changes."""
    pilihan = request.POST.get("tema")
    respons = redirect("akun")
    if pilihan not in TEMA:
        messages.error(request, "Pilih salah satu tampilan.")
        return respons
    if pilihan:
        respons.set_cookie(
            KUKI_TEMA, pilihan, max_age=UMUR_TEMA, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax"
        )
    else:
        respons.delete_cookie(KUKI_TEMA, samesite="Lax")
    messages.success(request, f"Tampilan diubah: {TEMA[pilihan].lower()}.")
    return respons


@login_required
@require_POST
def atur_pengingat(request: HttpRequest) -> HttpResponse:
    """Switch the own reminders of closing days on or off; other notices are not touched."""
    nyala = request.POST.get("pengingat") == "ya"
    assert isinstance(request.user, Pengguna)  # noqa: S101 - for the type checker: the site has one kind of account
    atur_terima_pengingat(pengguna=request.user, nyala=nyala)
    messages.success(request, "Pengingat tenggat dinyalakan." if nyala else "Pengingat tenggat dimatikan.")
    return redirect("akun")


@require_safe
@cache_control(public=True, max_age=24 * 3600)
def manifes(request: HttpRequest) -> JsonResponse:
    """Web app manifest, so that a phone can put the product on its home screen."""
    ikon = [
        {"src": static("gambar/ikon.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any"},
        *(
            {"src": static(f"gambar/ikon-{sisi}.png"), "sizes": f"{sisi}x{sisi}", "type": "image/png", "purpose": guna}
            for sisi in (192, 512)
            for guna in ("any", "maskable")
        ),
    ]
    isi = {
        "name": "Kinerja Rakumpit",
        "short_name": "Rakumpit",
        "description": "Kinerja pegawai dan suara warga Kecamatan Rakumpit.",
        "lang": "id",
        "id": reverse("beranda"),
        "start_url": reverse("beranda"),
        "scope": reverse("beranda"),
        "display": "standalone",
        "background_color": "#f5f4ef",
        "theme_color": "#2a1c13",
        "icons": ikon,
    }
    return JsonResponse(isi, content_type="application/manifest+json")


@require_safe
def aksesibilitas(request: HttpRequest) -> HttpResponse:
    """Accessibility statement: what is aimed at, what was tested and how, what is known to be missing."""
    return render(request, "aksesibilitas.html")


@require_safe
def saran_pengaduan(request: HttpRequest) -> HttpResponse:
    """Ways to say something to the office that exist today."""
    return render(request, "saran_pengaduan.html")
