"""Public pages of promises, and the pages of citizens who sign or check by their own link."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from forum.enums.aksi import LABEL_STATUS_AKSI
from forum.forms.hasil import PeriksaWakilForm, TandaWakilForm
from forum.models import AksiForum, TandaTangan
from forum.perhitungan.aksi import StatusAksi
from forum.proses import aksi as proses
from forum.proses import berita_acara as proses_berita
from forum.proses.isi_berita_acara import untuk_umum
from forum.proses.kunci import sidik_kunci
from forum.ringkasan.aksi import jumlah_aksi, susun_aksi
from forum.views.kerangka import tambah_galat
from forum.views.publik_sesi import dalam_batas, terlalu_sering, tertutup

PER_HALAMAN = 20
_BERSAMA = ("penanggung_jawab__unit", "kesepakatan__sesi__unit")


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """What was promised, open ones first, the next due day on top."""
    selesai = request.GET.get("keadaan") == "selesai"
    semua = AksiForum.objects.terbit().tanpa_induk().select_related(*_BERSAMA)
    tampil = semua.exclude(pk__in=semua.terbuka().values("pk")) if selesai else semua.terbuka()
    halaman = Paginator(tampil.order_by("-tenggat" if selesai else "tenggat", "pk"), PER_HALAMAN).get_page(
        request.GET.get("page")
    )
    isi = {"halaman": halaman, "baris": susun_aksi(halaman), "jumlah": jumlah_aksi(), "selesai": selesai}
    return render(request, "forum/aksi_daftar_publik.html", isi)


@require_safe
def aksi(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One promise with every change of it."""
    satu: AksiForum = get_object_or_404(AksiForum.objects.terbit().select_related(*_BERSAMA), uuid=uuid)
    utama, *bagian = susun_aksi([satu, *satu.anak.select_related(*_BERSAMA).order_by("tenggat", "pk")])
    riwayat = [(baris, LABEL_STATUS_AKSI[StatusAksi(baris.status)]) for baris in satu.riwayat.all()]
    isi = {"satu": utama, "aksi": satu, "bagian": bagian, "riwayat": riwayat}
    return render(request, "forum/aksi_publik.html", isi)


@require_http_methods(["GET", "HEAD", "POST"])
def tanda_wakil(request: HttpRequest, kunci: str) -> HttpResponse:
    """A citizen reads the record and signs it."""
    if not dalam_batas(request, "kunci"):
        return terlalu_sering(request)
    tanda: TandaTangan = get_object_or_404(
        TandaTangan.objects.select_related("berita_acara__sesi__unit", "unsur"), sidik_kunci=sidik_kunci(kunci)
    )
    form = TandaWakilForm(request.POST or None)
    status = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            try:
                proses_berita.tanda_tangani_wakil(tanda_tangan=tanda, nama=form.cleaned_data["nama"])
                return tertutup(redirect("forum:tanda_wakil", kunci))
            except ValidationError as galat:
                tambah_galat(form, galat)
                status = HTTPStatus.CONFLICT
    berita = tanda.berita_acara
    # Whoever came by the link may be anybody, so no other name than the own one is shown.
    isi = {"form": form, "tanda": tanda, "berita": berita, "sesi": berita.sesi, "hasil": untuk_umum(berita.isi)}
    return tertutup(render(request, "forum/tanda_wakil.html", isi, status=status))


@require_http_methods(["GET", "HEAD", "POST"])
def periksa_wakil(request: HttpRequest, kunci: str) -> HttpResponse:
    """A citizen says whether what was claimed is there to be seen."""
    if not dalam_batas(request, "kunci"):
        return terlalu_sering(request)
    sidik = sidik_kunci(kunci)
    satu: AksiForum = get_object_or_404(AksiForum.objects.select_related(*_BERSAMA, "wakil"), sidik_wakil=sidik)
    form = PeriksaWakilForm(request.POST or None)
    status = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            data = form.cleaned_data
            try:
                proses.verifikasi_wakil(aksi=satu, sidik=sidik, sesuai=data["sesuai"] == "ya", catatan=data["catatan"])
                return tertutup(redirect(reverse("forum:aksi_publik", args=[satu.uuid])))
            except ValidationError as galat:
                tambah_galat(form, galat)
                status = HTTPStatus.CONFLICT
    isi = {"form": form, "satu": susun_aksi([satu])[0], "aksi": satu, "sesi": satu.kesepakatan.sesi}
    return tertutup(render(request, "forum/periksa_wakil.html", isi, status=status))
