"""Service programmes and their surveys: for the owner, whoever leads the unit, and the pengelola."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from rakumpit.dokumen.susun import qr_data
from rakumpit.organisasi.models import Pengguna, ProgramPelayanan
from rakumpit.waktu import format_tanggal, hari_ini
from survei.enums import StatusSurvei
from survei.permissions import program_terlihat
from survei.proses.program import HARI_TERBUKA
from survei.views.tampilan import JENIS_STATUS, teks_masa
from survei.views.titik import alamat_pendek

PER_HALAMAN = 50


def _terlihat(request: HttpRequest) -> QuerySet[ProgramPelayanan]:
    if not isinstance(request.user, Pengguna):
        raise Http404
    return program_terlihat(request.user).select_related("unit", "pemilik", "survei_program__survei")


@login_required
@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Programmes that this person may see, the newest first."""
    semua = _terlihat(request)
    kata = " ".join(request.GET.get("q", "").split())[:100]
    if kata:
        semua = semua.filter(Q(nama__icontains=kata) | Q(unit__nama__icontains=kata))
    halaman = Paginator(semua.order_by("-selesai", "nama", "pk"), PER_HALAMAN).get_page(request.GET.get("page"))
    baris = [(satu, teks_masa(satu.mulai, satu.selesai), _survei(satu)) for satu in halaman]
    return render(request, "survei/program_daftar.html", {"halaman": halaman, "baris": baris, "q": kata})


def _survei(program: ProgramPelayanan) -> dict[str, object] | None:
    """State of the survey of a programme; None before it was opened."""
    satu = getattr(program, "survei_program", None)
    if satu is None:
        return None
    survei = satu.survei
    return {
        "survei": survei,
        "jenis": JENIS_STATUS[StatusSurvei(survei.status)],
        "sampai": format_tanggal(survei.selesai),
        "terbuka": survei.dapat_diisi_pada(hari_ini()),
        "terbit": survei.status == StatusSurvei.DIPUBLIKASI,
    }


@login_required
@require_safe
def lihat(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One programme: what it was for, and the QR code and link of its survey."""
    program = _terlihat(request).filter(uuid=uuid).first()
    if program is None:
        raise Http404
    isi: dict[str, object] = {
        "program": program,
        "masa": teks_masa(program.mulai, program.selesai),
        "keadaan": _survei(program),
        "hari_terbuka": HARI_TERBUKA,
    }
    tautan = getattr(program, "survei_program", None)
    titik = tautan.survei.titik.filter(aktif=True).order_by("pk").first() if tautan else None
    if titik is not None:
        isi |= {
            "alamat": alamat_pendek(titik),
            "qr": qr_data(alamat_pendek(titik)),
            "pendek": reverse("survei:titik_pendek", args=[titik.kode]),
        }
    return render(request, "survei/program_lihat.html", isi)
