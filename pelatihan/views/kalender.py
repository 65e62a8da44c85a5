"""The calendar as month, week and list, and its feeds. All of it works without a script."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from pelatihan.models import KalenderPribadi
from pelatihan.perhitungan.jadwal import tambah_bulan
from pelatihan.proses.kalender import buat_alamat_kalender
from pelatihan.ringkasan import kalender as ringkasan
from pelatihan.views.formulir import akun
from pelatihan.views.kegiatan import kegiatan_terlihat
from rakumpit.berkas import unduhan_jadi
from rakumpit.organisasi.kalender import nama_libur_antara
from rakumpit.organisasi.models import UnitKerja
from rakumpit.tertahan import wajib_masuk
from rakumpit.waktu import BULAN, format_tanggal, hari_ini, tanggal_lokal

TAMPILAN = {"bulan": "Bulan", "minggu": "Minggu", "daftar": "Daftar"}
_HARI_DAFTAR = 90


def _rentang(tampilan: str, hari: date) -> tuple[date, date]:
    """First and last day that a view shows."""
    if tampilan == "minggu":
        senin = hari - timedelta(days=hari.weekday())
        return senin, senin + timedelta(days=6)
    if tampilan == "daftar":
        return hari, hari + timedelta(days=_HARI_DAFTAR - 1)
    awal = hari.replace(day=1)
    return awal, tambah_bulan(awal, 1) - timedelta(days=1)


def _sebut(tampilan: str, awal: date, akhir: date) -> str:
    if tampilan == "bulan":
        return f"{BULAN[awal.month - 1]} {awal.year}"
    return f"{format_tanggal(awal)} – {format_tanggal(akhir)}"


@wajib_masuk
@require_safe
def kalender(request: HttpRequest) -> HttpResponse:
    """Sessions by day; ``?tampilan=``, ``?tanggal=`` (ISO) and ``?unit=`` choose what is shown."""
    pengguna = akun(request)
    tampilan = request.GET.get("tampilan", "bulan")
    if tampilan not in TAMPILAN:
        raise Http404
    try:
        hari = date.fromisoformat(request.GET.get("tanggal", "") or hari_ini().isoformat())
        awal, akhir = _rentang(tampilan, hari)
    except (ValueError, OverflowError):
        raise Http404 from None
    semua_unit = list(UnitKerja.objects.filter(aktif=True).order_by("nama", "pk"))
    kode = request.GET.get("unit", "")
    unit = next((satu for satu in semua_unit if str(satu.uuid) == kode), None)
    if kode and unit is None:
        raise Http404

    def alamat(**ubah: Any) -> str:
        isi = {"tampilan": tampilan, "tanggal": hari.isoformat(), "unit": kode} | ubah
        return f"?{urlencode({nama: nilai for nama, nilai in isi.items() if nilai})}"

    libur = nama_libur_antara(awal, akhir)
    per_hari: dict[date, list[Any]] = {satu: [] for satu in libur}
    semua = ringkasan.sesi_antara(pengguna, awal, akhir, unit)
    for sesi in semua[: ringkasan.SEHALAMAN]:
        per_hari.setdefault(max(awal, tanggal_lokal(sesi.mulai)), []).append(sesi)
    maju = tambah_bulan(awal, 1) if tampilan == "bulan" else akhir + timedelta(days=1)
    mundur = tambah_bulan(awal, -1) if tampilan == "bulan" else awal - (maju - awal)
    pribadi = KalenderPribadi.objects.filter(pengguna=pengguna).first()
    return render(
        request,
        "pelatihan/kalender.html",
        {
            "sebutan": _sebut(tampilan, awal, akhir),
            "hari": [(satu, libur.get(satu, ""), sesi) for satu, sesi in sorted(per_hari.items())],
            "terpotong": ringkasan.SEHALAMAN if len(semua) > ringkasan.SEHALAMAN else 0,
            "ada_sesi": any(per_hari.values()),
            "tab": [(kata, alamat(tampilan=nama), nama == tampilan, None) for nama, kata in TAMPILAN.items()],
            "mundur": alamat(tanggal=mundur.isoformat()),
            "maju": alamat(tanggal=maju.isoformat()),
            "kini": alamat(tanggal=""),
            "tampilan": tampilan,
            "tanggal": hari.isoformat(),
            "unit": unit,
            "semua_unit": semua_unit,
            "alamat_pribadi": settings.ALAMAT_PUBLIK
            + reverse("pelatihan:kalender_pribadi", args=[ringkasan.tanda_pribadi(pribadi)])
            if pribadi
            else "",
        },
    )


@wajib_masuk
@require_POST
def kalender_alamat(request: HttpRequest) -> HttpResponse:
    """Make the private address, or a new one in place of the old."""
    buat_alamat_kalender(oleh=akun(request))
    messages.success(request, "Alamat kalender pribadi Anda sudah dibuat. Alamat sebelumnya tidak berlaku lagi.")
    return redirect("pelatihan:kalender")


@require_safe
def kalender_pribadi(request: HttpRequest, tanda: str) -> HttpResponse:
    """The feed of one person, for a calendar that cannot sign in: who has the address reads it."""
    pengguna = ringkasan.pemilik_tanda(tanda)
    if pengguna is None:
        raise Http404
    return unduhan_jadi(ringkasan.kalender_pribadi(pengguna), "pelatihan-saya", "ics")


@require_safe
def kalender_unit(request: HttpRequest, kode: UUID) -> HttpResponse:
    """What a unit announces, for everybody."""
    unit = get_object_or_404(UnitKerja.objects.filter(aktif=True), uuid=kode)
    return unduhan_jadi(ringkasan.kalender_unit(unit), "pelatihan", "ics", umum=True)


@wajib_masuk
@require_safe
def kegiatan_kalender(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The sessions of one event, to be added to a calendar."""
    return unduhan_jadi(ringkasan.kalender_kegiatan(kegiatan_terlihat(akun(request), kode)), "kegiatan", "ics")
