"""«Kalender»: what is due when, month by month, and the same as a file for the reader's own calendar."""

from __future__ import annotations

from datetime import UTC, date
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.perhitungan.ics import HariKalender, tulis_ics
from kinerja.permissions import boleh_mengelola, memimpin
from kinerja.ringkasan.kalender import HariPenting, hari_penting
from kinerja.ringkasan.tugas import pegawai_dinilai
from kinerja.views.ambil import akun
from rakumpit.berkas import unduhan_jadi
from rakumpit.menunggu import keadaan_tenggat
from rakumpit.organisasi.models import Pengguna
from rakumpit.tertahan import wajib_masuk
from rakumpit.waktu import BULAN, hari_ini


@wajib_masuk
@require_safe
def kalender(request: HttpRequest) -> HttpResponse:
    """The last month and the year ahead, in months. The same number of queries for one day and for a hundred."""
    semua, hari = _hari(akun(request)), hari_ini()
    depan = [satu for satu in semua if satu.tanggal >= hari]
    lewat = [satu for satu in semua if satu.tanggal < hari]
    return render(
        request,
        "kinerja/kalender.html",
        {
            "judul": _judul(depan, hari),
            "bulan": _per_bulan(depan, hari),
            "lewat": _per_bulan(lewat, hari),
            "ada": bool(semua),
        },
    )


@wajib_masuk
@require_safe
def kalender_unduh(request: HttpRequest) -> HttpResponse:
    """The same days as a calendar file; read again, it replaces its own entries."""
    hari = [
        HariKalender(satu.kunci, satu.tanggal, satu.judul, satu.untuk, request.build_absolute_uri(satu.tautan))
        for satu in _hari(akun(request))
    ]
    isi = tulis_ics(hari, nama="Tenggat kinerja", dibuat=timezone.now().astimezone(UTC))
    return unduhan_jadi(isi, "tenggat-kinerja", "ics")


def _hari(pengguna: Pengguna) -> list[HariPenting]:
    """Days of a reader who can have some; 404 for everybody else."""
    if pegawai_dinilai(pengguna) is None and not memimpin(pengguna) and not boleh_mengelola(pengguna):
        raise Http404
    return hari_penting(pengguna, hari_ini())


def _judul(depan: list[HariPenting], hari: date) -> str:
    if not depan:
        return "Kalender: tidak ada tenggat setahun ke depan"
    teks = keadaan_tenggat(depan[0].tanggal, hari, ()).teks
    return f"Tenggat berikutnya {teks[0].lower()}{teks[1:]}"


def _per_bulan(semua: list[HariPenting], hari: date) -> list[tuple[str, list[tuple[HariPenting, object]]]]:
    """(«November 2026», its days each with how near it is)."""
    return [
        (f"{BULAN[bulan - 1]} {tahun}", [(satu, keadaan_tenggat(satu.tanggal, hari, ())) for satu in isi])
        for (tahun, bulan), isi in groupby(semua, key=lambda satu: (satu.tanggal.year, satu.tanggal.month))
    ]
