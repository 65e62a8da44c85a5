"""The calendar of surveys: periods of the city, how far their surveys are, and reporting to Bagian Organisasi."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from rakumpit.berkas import unduhan
from rakumpit.menunggu import keadaan_tenggat
from rakumpit.organisasi.kalender import libur_antara
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import format_tanggal, hari_ini
from survei.enums import StatusSurvei
from survei.forms.kalender import LaporkanForm, SuratLaporanForm
from survei.models import HasilSurvei, Pelaporan, PeriodeSurvei, Survei
from survei.permissions import boleh_mengelola
from survei.proses.pelaporan import laporkan, ubah_laporan
from survei.ringkasan.tugas import TERLAPORKAN
from survei.views import tampilan
from survei.views.kelola import pengelola_masuk

_FINAL = Q(survei__status__in=[StatusSurvei.DIKUNCI.value, StatusSurvei.DIPUBLIKASI.value])


def _pembaca(request: HttpRequest) -> Pengguna:
    """The pengelola reports, the pemeriksa reads; for everybody else the calendar does not exist."""
    pengguna = request.user
    if not isinstance(pengguna, Pengguna) or not (boleh_mengelola(pengguna) or pengguna.pemeriksa):
        raise Http404
    return pengguna


@login_required
@require_safe
def kalender(request: HttpRequest) -> HttpResponse:
    """Periods, the newest first, with the number of their surveys and how many are locked and reported."""
    pengguna, hari = _pembaca(request), hari_ini()
    semua: QuerySet[Any] = PeriodeSurvei.objects.annotate(
        banyak=Count("survei", distinct=True),
        terkunci=Count("survei", filter=_FINAL, distinct=True),
        dilaporkan=Count("survei", filter=TERLAPORKAN, distinct=True),
    ).order_by("-mulai", "pk")
    halaman = Paginator(semua, 50).get_page(request.GET.get("page"))
    lewat = [satu.batas_lapor for satu in halaman if satu.batas_lapor < hari]
    libur = libur_antara(min(lewat), hari) if lewat else set()
    baris = [
        (
            satu,
            tampilan.teks_masa(satu.mulai, satu.selesai),
            keadaan_tenggat(satu.batas_lapor, hari, libur) if satu.dilaporkan < satu.banyak else None,
        )
        for satu in halaman
    ]
    isi = {"halaman": halaman, "baris": baris, "boleh": boleh_mengelola(pengguna)}
    return render(request, "survei/kalender.html", isi)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def periode(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The surveys of one period; the pengelola records here by which letter they were reported."""
    pengguna = pengelola_masuk(request) if request.method == "POST" else _pembaca(request)
    satu = get_object_or_404(PeriodeSurvei, uuid=uuid)
    calon = (
        Survei.objects.terkunci()
        .filter(periode=satu, hasil__berlaku=True, hasil__pelaporan__isnull=True)
        .select_related("unit")
    )
    form = LaporkanForm(request.POST or None, request.FILES or None, calon=calon.order_by("unit__nama", "pk"))
    status = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            try:
                baris = laporkan(periode=satu, oleh=pengguna, **form.cleaned_data)
            except ValidationError as galat:
                form.add_error(None, galat)
                status = HTTPStatus.CONFLICT
            else:
                messages.success(request, f"{len(baris)} hasil survei tercatat sudah dilaporkan.")
                return redirect("survei:periode", uuid=uuid)
    semua = (
        Survei.objects.filter(periode=satu)
        .select_related("unit")
        .prefetch_related(Prefetch("hasil", HasilSurvei.objects.berlaku().select_related("pelaporan").defer("rincian")))
    )
    halaman = Paginator(semua.order_by("unit__nama", "pk"), 50).get_page(request.GET.get("page"))
    masa = tampilan.teks_masa(satu.mulai, satu.selesai)
    isi = {
        "periode": satu,
        "keterangan": f"{masa} · batas lapor {format_tanggal(satu.batas_lapor)}",
        "halaman": halaman,
        "baris": [(survei, tampilan.JENIS_STATUS[StatusSurvei(survei.status)], _laporan(survei)) for survei in halaman],
        "boleh": boleh_mengelola(pengguna),
        "form": form if form.is_bound or (boleh_mengelola(pengguna) and calon.exists()) else None,
    }
    return render(request, "survei/periode.html", isi, status=status)


def _laporan(survei: Survei) -> Pelaporan | None:
    """The letter about the valid result; needs ``hasil`` prefetched as the valid ones."""
    return next((getattr(satu, "pelaporan", None) for satu in survei.hasil.all()), None)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def pelaporan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Mend the date or number of a recorded letter."""
    pengguna = pengelola_masuk(request)
    laporan = get_object_or_404(Pelaporan.objects.select_related("hasil__survei__periode"), uuid=uuid)
    periode_survei = laporan.hasil.survei.periode
    form = SuratLaporanForm(
        request.POST or None,
        request.FILES or None,
        initial={"tanggal": laporan.tanggal, "nomor_surat": laporan.nomor_surat},
    )
    status = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            try:
                ubah_laporan(laporan=laporan, oleh=pengguna, **form.cleaned_data)
            except ValidationError as galat:
                form.add_error(None, galat)
                status = HTTPStatus.CONFLICT
            else:
                messages.success(request, "Catatan pelaporan diperbaiki.")
                if periode_survei is None:
                    return redirect("survei:kalender")
                return redirect("survei:periode", uuid=periode_survei.uuid)
    isi = {"form": form, "survei": laporan.hasil.survei, "laporan": laporan}
    return render(request, "survei/pelaporan.html", isi, status=status)


@login_required
@require_safe
def pelaporan_surat(request: HttpRequest, uuid: UUID) -> FileResponse:
    """The scan of a recorded letter."""
    _pembaca(request)
    laporan = get_object_or_404(Pelaporan.objects.exclude(surat=""), uuid=uuid)
    return unduhan(laporan.surat, "surat-laporan")
