"""Writing in the discussion: topic, reply, correction, support, following, report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_http_methods, require_POST

from forum.forms.diskusi import (
    PENGADUAN,
    BalasanForm,
    IkutiForm,
    SuntingForm,
    SuntingTopikForm,
    TandaiForm,
    TopikForm,
)
from forum.models import Balasan, KategoriDiskusi, LanggananDiskusi, Topik
from forum.perhitungan.diskusi import KeadaanKiriman
from forum.permissions.diskusi import boleh_menyunting
from forum.proses import diskusi, langganan, moderasi
from forum.ringkasan.pencarian_diskusi import topik_mirip
from forum.views.diskusi import halaman_topik
from forum.views.tampilan_diskusi import TERLALU_SERING, ambil_kiriman, baris_topik, beri_galat, jatah, penulis
from rakumpit.tertahan import buang_tertahan, kiriman, wajib_masuk, wajib_masuk_lalu

_TAYANG = "Terima kasih. Tulisan Anda sudah tayang."
_MENUNGGU = "Terima kasih. Tulisan Anda tersimpan dan tayang sesudah diperiksa moderator."
_SUNTING = ["GET", "HEAD", "POST"]


def alamat_pengaduan() -> str:
    """Where a complaint belongs."""
    try:
        return reverse("forum:lapor")
    except NoReverseMatch:
        return reverse("saran_pengaduan")


@wajib_masuk
@require_http_methods(_SUNTING)
def tulis(request: HttpRequest) -> HttpResponse:
    """A new topic. Topics like it are shown before it is stored; a complaint goes on to the page of reports."""
    oleh = penulis(request)
    form = TopikForm(
        kiriman(request), request.FILES or None, initial={"kiriman": uuid4(), "kategori": request.GET.get("kategori")}
    )
    if request.method != "POST":
        return _halaman_tulis(request, form)
    if request.POST.get("jenis") == PENGADUAN:
        return _halaman_tulis(request, form, pengaduan=True)
    if not form.is_valid():
        return _halaman_tulis(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    isi = form.cleaned_data
    ada = Topik.objects.filter(kiriman=isi["kiriman"], penulis=oleh).first()
    if ada is None and request.POST.get("yakin") != "ya" and (mirip := list(topik_mirip(isi["judul"]))):
        return _halaman_tulis(request, form, mirip=mirip)
    pakai = jatah(request, "tulis", str(oleh.pk))
    if pakai is None:
        form.add_error(None, TERLALU_SERING)
        return _halaman_tulis(request, form, status=HTTPStatus.TOO_MANY_REQUESTS)
    try:
        topik = diskusi.kirim_topik(oleh=oleh, **isi)
    except ValidationError as galat:
        pakai.rollback()
        beri_galat(form, galat)
        return _halaman_tulis(request, form, status=HTTPStatus.CONFLICT)
    buang_tertahan(request)
    messages.success(request, _TAYANG if topik.keadaan == KeadaanKiriman.TAYANG else _MENUNGGU)
    return redirect("forum:diskusi_topik", uuid=topik.uuid)


def _halaman_tulis(
    request: HttpRequest,
    form: TopikForm,
    *,
    mirip: list[Topik] | None = None,
    pengaduan: bool = False,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    isi = {
        "form": form,
        "mirip": baris_topik(mirip or []),
        "pengaduan": alamat_pengaduan() if pengaduan else "",
        "alamat_pengaduan": alamat_pengaduan(),
    }
    return render(request, "forum/diskusi_tulis.html", isi, status=status)


@wajib_masuk_lalu("forum:diskusi_topik")
@require_POST
def balas(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A reply; a refused one comes back with what was typed."""
    oleh, topik = penulis(request), ambil_kiriman(Topik, request, uuid)
    form = BalasanForm(request.POST, request.FILES)
    if not form.is_valid():
        return halaman_topik(request, topik, form=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    pakai = jatah(request, "tulis", str(oleh.pk))
    if pakai is None:
        form.add_error(None, TERLALU_SERING)
        return halaman_topik(request, topik, form=form, status=HTTPStatus.TOO_MANY_REQUESTS)
    try:
        balasan = diskusi.kirim_balasan(topik=topik, oleh=oleh, **form.cleaned_data)
    except ValidationError as galat:
        pakai.rollback()
        beri_galat(form, galat)
        return halaman_topik(request, topik, form=form, status=HTTPStatus.CONFLICT)
    buang_tertahan(request)
    messages.success(request, _TAYANG if balasan.keadaan == KeadaanKiriman.TAYANG else _MENUNGGU)
    return redirect("forum:diskusi_topik", uuid=uuid)


@wajib_masuk
@require_http_methods(_SUNTING)
def sunting(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Mend the own topic."""
    topik = ambil_kiriman(Topik, request, uuid)
    awal = {"judul": topik.judul, "isi": topik.isi}
    return _sunting(request, topik, topik, SuntingTopikForm, awal, diskusi.sunting_topik, "topik")


@wajib_masuk
@require_http_methods(_SUNTING)
def sunting_balasan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Mend the own reply."""
    balasan = ambil_kiriman(Balasan, request, uuid)
    awal = {"isi": balasan.isi}
    return _sunting(request, balasan, balasan.topik, SuntingForm, awal, diskusi.sunting_balasan, "balasan")


def _sunting(  # noqa: PLR0917 - one page for two kinds of posts
    request: HttpRequest,
    satu: Topik | Balasan,
    topik: Topik,
    bentuk: type[SuntingForm],
    awal: dict[str, str],
    jalankan: Callable[..., Topik | Balasan],
    nama: str,
) -> HttpResponse:
    oleh = penulis(request)
    if not boleh_menyunting(oleh, satu):
        raise Http404
    dilihat = satu.disunting_pada.isoformat() if satu.disunting_pada else ""
    form = bentuk(kiriman(request), initial=awal | {"dilihat": dilihat})
    status = HTTPStatus.OK
    if request.method == "POST":
        if form.is_valid():
            isi: dict[str, Any] = form.cleaned_data
            try:
                isi["dilihat"] = datetime.fromisoformat(isi["dilihat"]) if isi["dilihat"] else None
                baris = jalankan(oleh=oleh, **{nama: satu}, **isi)
            except ValidationError as galat:
                beri_galat(form, galat)
                status = HTTPStatus.CONFLICT
            except ValueError:
                form.add_error(None, "Halaman ini rusak. Muat ulang halaman, lalu sunting lagi.")
                status = HTTPStatus.UNPROCESSABLE_ENTITY
            else:
                buang_tertahan(request)
                messages.success(request, _TAYANG if baris.keadaan == KeadaanKiriman.TAYANG else _MENUNGGU)
                return redirect("forum:diskusi_topik", uuid=topik.uuid)
        else:
            status = HTTPStatus.UNPROCESSABLE_ENTITY
    isi_halaman = {"form": form, "topik": topik, "judul": f"Sunting {nama}"}
    return render(request, "forum/diskusi_sunting.html", isi_halaman, status=status)


@login_required
@require_POST
def dukung(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Support, or take it back; pressed twice, it stays as it is."""
    oleh, topik = penulis(request), ambil_kiriman(Topik, request, uuid)
    try:
        diskusi.dukung(topik=topik, oleh=oleh, nyala=request.POST.get("nyala") != "tidak")
    except ValidationError as galat:
        return halaman_topik(request, topik, galat=" ".join(galat.messages), status=HTTPStatus.CONFLICT)
    return redirect("forum:diskusi_topik", uuid=uuid)


@login_required
@require_POST
def ikuti(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Follow a topic by mail, or stop."""
    topik = ambil_kiriman(Topik, request, uuid)
    if not _ikuti(request, "topik", topik=topik):
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return halaman_topik(request, topik, galat="Pilih setiap hari atau setiap minggu.", status=status)
    return redirect("forum:diskusi_topik", uuid=uuid)


@login_required
@require_POST
def ikuti_kategori(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Follow the new topics of a category by mail, or stop."""
    kategori = get_object_or_404(KategoriDiskusi, uuid=uuid)
    if not _ikuti(request, "kategori", kategori=kategori):
        messages.error(request, "Pilih setiap hari atau setiap minggu.")
    return redirect(f"{reverse('forum:diskusi_daftar')}?kategori={uuid}")


def _ikuti(request: HttpRequest, sebutan: str, **sasaran: Any) -> bool:
    """Begin or end the subscription of the reader to one thing, and say so; False where no rhythm was chosen."""
    oleh = penulis(request)
    if request.POST.get("berhenti") == "ya":
        ada = LanggananDiskusi.objects.filter(pengguna=oleh, berhenti_pada__isnull=True, **sasaran).first()
        if ada is not None:
            langganan.berhenti(langganan=ada, oleh=oleh)
        messages.success(request, f"Anda tidak lagi menerima kabar {sebutan} ini.")
        return True
    form = IkutiForm(request.POST)
    if not form.is_valid():
        return False
    try:
        langganan.ikuti(oleh=oleh, irama=form.cleaned_data["irama"], **sasaran)
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
    else:
        messages.success(request, f"Kabar {sebutan} ini kami kirim lewat email.")
    return True


@require_http_methods(_SUNTING)
def tandai(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Report a topic to the moderators; without an account."""
    topik = ambil_kiriman(Topik, request, uuid)
    return _tandai(request, topik, topik)


@require_http_methods(_SUNTING)
def tandai_balasan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Report a reply."""
    balasan = ambil_kiriman(Balasan, request, uuid)
    return _tandai(request, balasan, balasan.topik)


def _tandai(request: HttpRequest, sasaran: Topik | Balasan, topik: Topik) -> HttpResponse:
    form: Form = TandaiForm(request.POST or None, initial={"kiriman": uuid4()})
    status, terkirim = HTTPStatus.OK, False
    if request.method == "POST":
        if not form.is_valid():
            status = HTTPStatus.UNPROCESSABLE_ENTITY
        elif (pakai := jatah(request, "tandai")) is None:
            form.add_error(None, TERLALU_SERING)
            status = HTTPStatus.TOO_MANY_REQUESTS
        else:
            try:
                moderasi.tandai(sasaran=sasaran, **form.cleaned_data)
                terkirim = True
            except ValidationError as galat:
                pakai.rollback()
                beri_galat(form, galat)
                status = HTTPStatus.CONFLICT
    isi = {"form": form, "topik": topik, "sasaran": sasaran, "terkirim": terkirim, "balasan": sasaran is not topik}
    return render(request, "forum/diskusi_tandai.html", isi, status=status)
