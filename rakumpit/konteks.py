"""What every page may show: the menu by role, unread notices, and whether this is the example office."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from rakumpit.organisasi.models import Penugasan
from rakumpit.waktu import hari_ini


@dataclass(frozen=True, slots=True)
class ButirMenu:
    """One entry of the main menu."""

    label: str
    tautan: str
    aktif: bool


def situs(request: HttpRequest) -> dict[str, object]:
    """Context processor. ``contoh`` is True when the office holds invented people and figures."""
    konteks: dict[str, object] = {"contoh": settings.CONTOH}
    pengguna = getattr(request, "user", None)
    if pengguna is None or not pengguna.is_authenticated:
        return konteks
    pegawai = getattr(pengguna, "pegawai", None)
    memimpin = bool(Penugasan.objects.unit_dipimpin(pengguna, hari_ini()))
    pilihan = [
        ("Beranda", "beranda", True),
        ("Kinerja saya", "kinerja:saya", pegawai is not None and pegawai.ber_skp),
        ("Tim saya", "kinerja:tim", memimpin),
        ("Survei kepuasan", "survei:kelola", memimpin or pengguna.pengelola or pengguna.pemeriksa),
        ("Perhitungan evaluasi", "kinerja:run_daftar", pengguna.pengelola),
        ("Meja pengelola", "organisasi:meja", pengguna.pengelola),
        ("Admin", "admin:index", pengguna.is_staff),
    ]
    butir = []
    for label, nama, tampil in pilihan:
        if tampil:
            tautan = reverse(nama)
            aktif = request.path == tautan if nama == "beranda" else request.path.startswith(tautan)
            butir.append(ButirMenu(label, tautan, aktif))
    konteks["menu"] = butir
    konteks["belum_dibaca"] = pengguna.notifikasi.filter(dibaca__isnull=True).count()
    return konteks
