"""The counter: one tap begins a service, one ends it. Nothing about the citizen is asked or kept."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rakumpit.dokumen.susun import qr_data
from rakumpit.organisasi.models import Layanan, Pengguna
from rakumpit.waktu import WIB, format_tanggal, hari_ini
from survei import proses
from survei.forms.loket import BatalForm, KetukForm, MulaiForm
from survei.models import PelayananLoket
from survei.permissions import layanan_dilayani

PER_HALAMAN = 30


def _petugas(request: HttpRequest) -> Pengguna:
    """The account of somebody who works here; 404 for all others. Which services it gives is asked each time."""
    pengguna = request.user
    if not isinstance(pengguna, Pengguna) or getattr(pengguna, "pegawai", None) is None:
        raise Http404
    return pengguna


def _pelayanan(pengguna: Pengguna, uuid: UUID) -> PelayananLoket:
    """A visit whose service this person gives; a foreign one does not exist."""
    return get_object_or_404(
        PelayananLoket.objects.select_related("layanan"), uuid=uuid, layanan__in=layanan_dilayani(pengguna)
    )


def _jam(saat: Any) -> str:
    return f"{saat.astimezone(WIB):%H.%M}"


def _lama(pelayanan: PelayananLoket) -> str:
    """«12 menit», begun minutes not counted; "" while it is open."""
    if pelayanan.selesai is None:
        return ""
    menit = (pelayanan.selesai - pelayanan.mulai) // timedelta(minutes=1)
    return f"{menit} menit" if menit else "kurang dari 1 menit"


@login_required
@require_safe
def loket(request: HttpRequest) -> HttpResponse:
    """What is going on, what can begin, and what this officer did today."""
    pengguna = _petugas(request)
    layanan = layanan_dilayani(pengguna).select_related("unit").order_by("unit__nama", "kode", "pk")
    hari = hari_ini()
    berjalan = (
        PelayananLoket.objects.terbuka()
        .filter(layanan__in=layanan_dilayani(pengguna))
        .select_related("layanan", "petugas")
        .order_by("mulai", "pk")
    )
    hari_ini_saya = PelayananLoket.objects.filter(petugas=pengguna, hari=hari).exclude(
        selesai__isnull=True, batal__isnull=True
    )
    halaman = Paginator(hari_ini_saya.select_related("layanan").order_by("-mulai", "pk"), PER_HALAMAN).get_page(
        request.GET.get("page")
    )
    tempat: dict[str, list[Layanan]] = {}
    for satu in layanan:
        tempat.setdefault(satu.unit.nama, []).append(satu)
    isi = {
        "tempat": tempat.items(),
        "banyak_tempat": len(tempat) > 1,
        "kiriman": str(uuid4()),
        "berjalan": [
            {
                "pelayanan": satu,
                "mulai": _jam(satu.mulai) if satu.hari == hari else f"{format_tanggal(satu.hari)}, {_jam(satu.mulai)}",
                "rekan": "" if satu.petugas_id == pengguna.pk else satu.petugas.nama,
                "lewat": satu.hari != hari,
                "kiriman": str(uuid4()),
            }
            for satu in berjalan
        ],
        "halaman": halaman,
        "riwayat": [(satu, _jam(satu.mulai), _lama(satu)) for satu in halaman],
        "selesai": hari_ini_saya.filter(selesai__isnull=False).count(),
        "hari": format_tanggal(hari),
    }
    return render(request, "survei/loket.html", isi)


@login_required
@require_POST
def mulai(request: HttpRequest) -> HttpResponse:
    """Begin a service."""
    pengguna = _petugas(request)
    form = MulaiForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Pilih layanan dari tombol di halaman ini.")
        return redirect("survei:loket")
    layanan = get_object_or_404(layanan_dilayani(pengguna), uuid=form.cleaned_data["layanan"])
    proses.mulai_pelayanan(layanan=layanan, oleh=pengguna, kiriman=form.cleaned_data["kiriman"])
    messages.success(request, f"{layanan.nama} dimulai.")
    return redirect("survei:loket")


@login_required
@require_POST
def selesai(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """End a service and show the citizen's code. It is shown here and now only: it is stored nowhere."""
    pengguna = _petugas(request)
    pelayanan = _pelayanan(pengguna, uuid)
    form = KetukForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Tekan «Selesai» sekali lagi.")
        return redirect("survei:loket")
    try:
        hasil = proses.selesaikan_pelayanan(pelayanan=pelayanan, oleh=pengguna, kiriman=form.cleaned_data["kiriman"])
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
        return redirect("survei:loket")
    if not hasil.kode or hasil.berlaku_sampai is None:
        kata = (
            "Pelayanan ini sudah selesai, dan kodenya hanya tampil satu kali. Warga tetap dapat mengisi tanpa kode."
            if hasil.ulang
            else f"{hasil.pelayanan.layanan.nama} selesai. Belum ada survei terbuka untuk layanan ini."
        )
        messages.success(request, kata)
        return redirect("survei:loket")
    alamat = settings.ALAMAT_PUBLIK + reverse("survei:kode_buka", args=[hasil.kode])
    isi = {
        "pelayanan": hasil.pelayanan,
        "lama": _lama(hasil.pelayanan),
        "kode": f"{hasil.kode[:4]}-{hasil.kode[4:]}",
        "alamat": settings.ALAMAT_PUBLIK.partition("://")[2] + reverse("survei:kode"),
        "qr": qr_data(alamat),
        "berlaku": format_tanggal(hasil.berlaku_sampai),
    }
    return render(request, "survei/loket_kode.html", isi)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def batal(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Void a service that is not finished."""
    pengguna = _petugas(request)
    pelayanan = _pelayanan(pengguna, uuid)
    form = BatalForm(request.POST if request.method == "POST" else None)
    status = HTTPStatus.OK
    if form.is_bound:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            try:
                proses.batalkan_pelayanan(pelayanan=pelayanan, oleh=pengguna, alasan=form.cleaned_data["alasan"])
            except ValidationError as galat:
                form.add_error(None, galat)
                status = HTTPStatus.CONFLICT
            else:
                messages.success(request, f"{pelayanan.layanan.nama} dibatalkan. Pelayanan ini tidak dihitung.")
                return redirect("survei:loket")
    isi = {"form": form, "pelayanan": pelayanan, "jam": _jam(pelayanan.mulai)}
    return render(request, "survei/loket_batal.html", isi, status=status)
