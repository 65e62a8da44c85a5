"""The desk of the moderators: what waits, one post, one objection."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from forum.enums.diskusi import (
    LABEL_SEBAB_TAHAN,
    PutusanKeberatan,
    TindakanModerasi,
)
from forum.forms.diskusi import PutusForm, PutusKeberatanForm
from forum.models import Balasan, KeberatanModerasi, Penandaan, Topik
from forum.perhitungan.diskusi import KeadaanKiriman
from forum.perhitungan.moderasi import SebabTahan
from forum.permissions.diskusi import boleh_memoderasi, boleh_memutus_keberatan, boleh_memutus_kiriman
from forum.proses import moderasi
from forum.ringkasan.diskusi import antrean_moderasi
from forum.views.diskusi_staf import akun
from forum.views.tampilan_diskusi import beri_galat, kartu
from rakumpit.organisasi.models import Pengguna
from rakumpit.tertahan import buang_tertahan, kiriman, wajib_masuk
from rakumpit.waktu import format_waktu

_PER_HALAMAN = 50
_PILIHAN = {
    TindakanModerasi.TERBITKAN: "Publikasikan",
    TindakanModerasi.BIARKAN: "Biarkan tayang",
    TindakanModerasi.SEMBUNYIKAN: "Sembunyikan",
    TindakanModerasi.PULIHKAN: "Tampilkan lagi",
}
_JENIS: dict[str, type[Topik] | type[Balasan]] = {"topik": Topik, "balasan": Balasan}


@wajib_masuk
@require_safe
def antrean(request: HttpRequest) -> HttpResponse:
    """Posts that wait or were reported, and objections; the oldest first."""
    oleh = akun(request)
    if not boleh_memoderasi(oleh):
        raise Http404
    halaman = Paginator(antrean_moderasi(), _PER_HALAMAN).get_page(request.GET.get("page"))
    keberatan = (
        KeberatanModerasi.objects.filter(putusan=PutusanKeberatan.MENUNGGU.value)
        .select_related("keputusan__topik", "keputusan__balasan__topik", "keputusan__alasan")
        .order_by("pk")[:_PER_HALAMAN]
    )
    return render(
        request,
        "forum/kelola_moderasi.html",
        {
            "halaman": halaman,
            "baris": [(satu, format_waktu(satu["dibuat"])) for satu in halaman],
            "keberatan": [(satu, satu.diputus_moderator_id != oleh.pk) for satu in keberatan],
        },
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def putuskan(request: HttpRequest, jenis: str, uuid: UUID) -> HttpResponse:
    """One post with the reports about it, and the decision."""
    oleh = akun(request)
    model = _JENIS.get(jenis)
    if model is None or not boleh_memoderasi(oleh):
        raise Http404
    sasaran = get_object_or_404(model.objects.select_related("penulis", "alasan"), uuid=uuid)
    boleh = boleh_memutus_kiriman(oleh, sasaran)
    if request.method == "POST" and not boleh:
        raise Http404
    pilihan = [
        (satu.value, label)
        for satu, label in _PILIHAN.items()
        if request.method == "POST" or KeadaanKiriman(sasaran.keadaan) in moderasi.DARI[satu]
    ]
    form = PutusForm(kiriman(request), pilihan=pilihan)
    status = HTTPStatus.OK
    if request.method == "POST":
        if form.is_valid():
            try:
                moderasi.putuskan(sasaran=sasaran, oleh=oleh, **form.cleaned_data)
            except ValidationError as galat:
                beri_galat(form, galat)
                status = HTTPStatus.CONFLICT
            else:
                buang_tertahan(request)
                messages.success(request, "Keputusan disimpan dan disampaikan kepada penulis.")
                return redirect("forum:kelola_diskusi_antrean")
        else:
            status = HTTPStatus.UNPROCESSABLE_ENTITY
    medan = {jenis: sasaran}
    tanda = (
        Penandaan.objects.filter(selesai_pada__isnull=True, **medan)
        .order_by()
        .values("alasan__nama")
        .annotate(n=Count("pk"))
        .order_by("-n", "alasan__nama")
    )
    return render(
        request,
        "forum/kelola_putuskan.html",
        {
            "kiriman": sasaran,
            "kartu": kartu(sasaran, None),
            "jenis": jenis,
            "judul": sasaran.judul if isinstance(sasaran, Topik) else f"Balasan untuk: {sasaran.topik.judul}",
            "sebab": [LABEL_SEBAB_TAHAN[SebabTahan(satu)] for satu in sasaran.ditahan],
            "tanda": tanda,
            "catatan": Penandaan.objects.filter(selesai_pada__isnull=True, **medan)
            .exclude(catatan="")
            .order_by("pk")
            .values_list("catatan", flat=True)[:20],
            "form": form,
            "boleh": boleh,
        },
        status=status,
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def keberatan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One objection, for somebody other than who hid the post."""
    oleh: Pengguna = akun(request)
    satu = get_object_or_404(
        KeberatanModerasi.objects.select_related(
            "keputusan__alasan",
            "keputusan__topik__kategori",
            "keputusan__topik__penulis",
            "keputusan__balasan__penulis",
            "keputusan__balasan__topik__kategori",
        ),
        uuid=uuid,
    )
    if not boleh_memutus_keberatan(oleh, satu):
        raise Http404
    form = PutusKeberatanForm(kiriman(request))
    status = HTTPStatus.OK
    if request.method == "POST":
        if form.is_valid():
            terima = form.cleaned_data["putusan"] == "terima"
            try:
                moderasi.putus_keberatan(keberatan=satu, oleh=oleh, terima=terima, catatan=form.cleaned_data["catatan"])
            except ValidationError as galat:
                beri_galat(form, galat)
                status = HTTPStatus.CONFLICT
            else:
                buang_tertahan(request)
                messages.success(request, "Putusan disimpan dan disampaikan kepada penulis.")
                return redirect("forum:kelola_diskusi_antrean" if oleh.pengelola else "forum:kelola_diskusi")
        else:
            status = HTTPStatus.UNPROCESSABLE_ENTITY
    sasaran = satu.keputusan.topik or satu.keputusan.balasan
    assert sasaran is not None  # noqa: S101 - a constraint of the table
    isi = {
        "keberatan": satu,
        "kartu": kartu(sasaran, None),
        "form": form,
        "menunggu": satu.putusan == PutusanKeberatan.MENUNGGU,
    }
    return render(request, "forum/kelola_keberatan.html", isi, status=status)
