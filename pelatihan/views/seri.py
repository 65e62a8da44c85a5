"""Series of routine training, for who plans events."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pelatihan.forms.kegiatan import VersiForm
from pelatihan.forms.tempat import SeriForm
from pelatihan.models import SeriPelatihan
from pelatihan.permissions.kegiatan import unit_disusun
from pelatihan.proses import ProsesDitolak
from pelatihan.proses import seri_pelatihan as proses
from pelatihan.views.formulir import akun, formulir
from rakumpit.organisasi.models import Pengguna
from rakumpit.tertahan import kiriman, wajib_masuk

PER_HALAMAN = 20


def _penyusun(request: HttpRequest) -> Pengguna:
    pengguna = akun(request)
    if not unit_disusun(pengguna).exists():
        raise Http404
    return pengguna


def _seri(pengguna: Pengguna, kode: UUID) -> SeriPelatihan:
    baris: SeriPelatihan = get_object_or_404(
        SeriPelatihan.objects.filter(unit__in=unit_disusun(pengguna)).select_related("program", "ruang"), uuid=kode
    )
    return baris


def _induk() -> tuple[str, str]:
    return "Seri pelatihan", reverse("pelatihan:seri_daftar")


@wajib_masuk
@require_safe
def seri_daftar(request: HttpRequest) -> HttpResponse:
    """Series of the units that this person plans for, the running ones first."""
    return _daftar(request, _penyusun(request))


def _daftar(request: HttpRequest, pengguna: Pengguna, *, galat: str = "") -> HttpResponse:
    semua = (
        SeriPelatihan.objects.filter(unit__in=unit_disusun(pengguna))
        .select_related("unit")
        .annotate(banyak=Count("kegiatan"))
        .order_by("-aktif", "nama", "pk")
    )
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("page"))
    status = HTTPStatus.CONFLICT if galat else HTTPStatus.OK
    return render(request, "pelatihan/seri_daftar.html", {"halaman": halaman, "galat": galat}, status=status)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def seri_tambah(request: HttpRequest) -> HttpResponse:
    """A new series with its drafts."""
    pengguna = _penyusun(request)
    awal = {"kode": uuid4(), "selang_bulan": 1, "jam_mulai": "09.00", "lama_menit": 90}
    return formulir(
        request,
        SeriForm(kiriman(request), unit=unit_disusun(pengguna), initial=awal),
        lambda data: proses.buat_seri(kode=data["kode"] or uuid4(), unit=data["unit"], oleh=pengguna, isi=data),
        judul="Buat seri",
        tombol="Buat seri dan drafnya",
        induk=_induk(),
        keterangan="Setiap draf kemudian diubah sendiri-sendiri. Hari libur bergeser ke hari kerja berikutnya.",
        pesan="Seri dibuat dengan draf enam bulan ke depan.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def seri_ubah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Change what later drafts take over."""
    pengguna = _penyusun(request)
    baris = _seri(pengguna, kode)
    awal = {nama: getattr(baris, nama) for nama in (*proses.ISI, "versi")}
    awal |= {"program": baris.program.uuid, "ruang": baris.ruang.uuid if baris.ruang else ""}
    return formulir(
        request,
        SeriForm(kiriman(request), initial=awal),
        lambda data: proses.ubah_seri(seri=baris, oleh=pengguna, versi=data["versi"] or 0, isi=data),
        judul="Ubah seri",
        tombol="Simpan seri",
        induk=_induk(),
        keterangan="Kegiatan yang sudah ada tidak berubah.",
        pesan="Seri diubah. Kegiatan yang sudah ada tidak berubah.",
    )


@wajib_masuk
@require_POST
def seri_susun(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Make the drafts that are missing."""
    pengguna = _penyusun(request)
    baris = _seri(pengguna, kode)
    form = VersiForm(request.POST)
    versi = form.cleaned_data["versi"] if form.is_valid() else 0
    try:
        banyak = proses.susun_seri(seri=baris, oleh=pengguna, versi=versi)
    except ProsesDitolak as galat:
        return _daftar(request, pengguna, galat=str(galat))
    messages.success(request, f"{banyak} draf baru disusun." if banyak else "Semua draf sudah ada.")
    return redirect("pelatihan:seri_daftar")
