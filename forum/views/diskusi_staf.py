"""What the office does with the discussion: unanswered topics, one topic, categories."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import OuterRef
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from forum.forms.diskusi import AlihForm, GabungForm, JawabForm, KategoriForm
from forum.models import Balasan, JawabanResmi, KategoriDiskusi, Topik
from forum.perhitungan.diskusi import KeadaanKiriman, StatusTopik
from forum.perhitungan.markah import ke_html
from forum.permissions.diskusi import boleh_mengatur_kategori, boleh_menjawab
from forum.proses import jawaban_diskusi
from forum.proses.kategori_diskusi import simpan_kategori
from forum.ringkasan.diskusi import tunggu_topik
from forum.views.tampilan_diskusi import baris_topik, beri_galat, kartu
from rakumpit.bacaan import banyak
from rakumpit.organisasi.models import Pengguna
from rakumpit.tertahan import buang_tertahan, isian_tertahan, kiriman, wajib_masuk, wajib_masuk_lalu
from rakumpit.waktu import format_waktu, hari_ini

_PER_HALAMAN = 50
# Steps that stand on the page of a topic, by the end of their URL name.
_BENTUK: dict[str, Callable[[QueryDict, Topik], Form]] = {
    "jawab": lambda data, _: JawabForm(data),
    "alih": lambda data, topik: AlihForm(data, topik=topik),
    "gabung": lambda data, _: GabungForm(data),
}


def akun(request: HttpRequest) -> Pengguna:
    """A signed-in account of the office."""
    if not isinstance(request.user, Pengguna) or request.user.warga:
        raise Http404
    return request.user


@wajib_masuk
@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Topics that wait for an answer, the oldest first, with the working days that they have waited."""
    oleh = akun(request)
    semua_topik = request.GET.get("keadaan") == "semua"
    milik = Topik.objects.ditangani(oleh)
    tampil = (
        milik.umum().order_by("-aktivitas", "-pk") if semua_topik else milik.belum_dijawab().order_by("dibuat", "pk")
    )
    kata = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:100]
    if kata:
        tampil = tampil.filter(judul__icontains=kata)
    tampil = tampil.select_related("kategori__unit").annotate(
        jumlah_balasan=banyak(Balasan.objects.tayang().filter(topik=OuterRef("pk")), "topik")
    )
    halaman = Paginator(tampil, _PER_HALAMAN).get_page(request.GET.get("page"))
    topik = list(halaman)
    lama = tunggu_topik([(satu.pk, satu.dibuat) for satu in topik], hari_ini())
    return render(
        request,
        "forum/kelola_diskusi.html",
        {
            "halaman": halaman,
            "baris": [(satu, lama[satu.topik.pk]) for satu in baris_topik(topik)],
            "semua": semua_topik,
            "kata": kata,
            "tab": [
                ("Belum dijawab", "?", not semua_topik, milik.belum_dijawab().count()),
                ("Semua topik", "?keadaan=semua", semua_topik, None),
            ],
            "mengatur": boleh_mengatur_kategori(oleh),
        },
    )


def _topik(request: HttpRequest, uuid: UUID) -> Topik:
    topik: Topik = get_object_or_404(
        Topik.objects.ditangani(akun(request)).select_related("kategori__unit", "penulis", "digabung_ke"), uuid=uuid
    )
    return topik


@wajib_masuk
@require_safe
def topik(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One topic with what this reader may do about it, and what waited while the session had ended."""
    satu = _topik(request, uuid)
    for nama, bentuk in _BENTUK.items():
        data = isian_tertahan(request, reverse(f"forum:kelola_diskusi_{nama}", args=[uuid]))
        if data is not None:
            return _halaman(request, satu, tertolak=bentuk(data, satu))
    return _halaman(request, satu)


def _halaman(
    request: HttpRequest, satu: Topik, *, tertolak: Form | None = None, status: int = HTTPStatus.OK
) -> HttpResponse:
    boleh = boleh_menjawab(request.user, satu) and satu.digabung_ke_id is None
    tayang = satu.keadaan == KeadaanKiriman.TAYANG
    jawaban = list(JawabanResmi.objects.filter(topik=satu).order_by("-versi"))
    return render(
        request,
        "forum/kelola_diskusi_topik.html",
        {
            "topik": satu,
            "kartu": kartu(satu, None),
            "baris": baris_topik([satu])[0],
            "tunggu": tunggu_topik([(satu.pk, satu.dibuat)], hari_ini())[satu.pk],
            "belum": satu.status in {StatusTopik.BARU, StatusTopik.DIBAHAS},
            "jawaban": [(j, SafeString(ke_html(j.isi)), format_waktu(j.pada)) for j in jawaban],
            "balasan": [
                kartu(b, None)
                for b in Balasan.objects.tayang()
                .filter(topik=satu)
                .select_related("penulis")
                .prefetch_related("lampirandiskusi")[:50]
            ],
            "boleh_jawab": boleh and tayang and satu.status != StatusTopik.DITUTUP,
            "boleh_alih": boleh,
            "boleh_gabung": boleh,
            "jawab": tertolak if isinstance(tertolak, JawabForm) else JawabForm(initial={"kiriman": uuid4()}),
            "alih": tertolak
            if isinstance(tertolak, AlihForm)
            else AlihForm(topik=satu, initial={"dilihat": satu.status}),
            "gabung": tertolak if isinstance(tertolak, GabungForm) else GabungForm(),
            "tertolak": tertolak,
        },
        status=status,
    )


def _langkah(
    request: HttpRequest,
    uuid: UUID,
    nama: str,
    jalankan: Callable[..., Any],
    pesan: str,
) -> HttpResponse:
    """One step of ``_BENTUK``, or the page again with what was typed."""
    satu, oleh = _topik(request, uuid), akun(request)
    if not boleh_menjawab(oleh, satu):
        raise Http404
    form = _BENTUK[nama](request.POST, satu)
    if not form.is_valid():
        return _halaman(request, satu, tertolak=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        jalankan(topik=satu, oleh=oleh, **form.cleaned_data)
    except ValidationError as galat:
        beri_galat(form, galat)
        return _halaman(request, _topik(request, uuid), tertolak=form, status=HTTPStatus.CONFLICT)
    buang_tertahan(request)
    messages.success(request, pesan)
    return redirect("forum:kelola_diskusi_topik", uuid=uuid)


@wajib_masuk_lalu("forum:kelola_diskusi_topik")
@require_POST
def jawab(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Answer officially."""
    return _langkah(
        request,
        uuid,
        "jawab",
        jawaban_diskusi.jawab,
        "Jawaban resmi tayang untuk semua orang.",
    )


@wajib_masuk_lalu("forum:kelola_diskusi_topik")
@require_POST
def alih(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Change the status."""
    return _langkah(request, uuid, "alih", jawaban_diskusi.alihkan, "Status topik diubah.")


@wajib_masuk_lalu("forum:kelola_diskusi_topik")
@require_POST
def gabung(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Merge into another topic."""
    return _langkah(
        request,
        uuid,
        "gabung",
        jawaban_diskusi.gabung,
        "Topik digabung. Keduanya saling menunjuk.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def kategori(request: HttpRequest) -> HttpResponse:
    """Categories, and a form for one more."""
    if not boleh_mengatur_kategori(akun(request)):
        raise Http404
    semua = KategoriDiskusi.objects.select_related("unit").annotate(
        jumlah=banyak(Topik.objects.filter(kategori=OuterRef("pk")), "kategori")
    )
    return _kategori(
        request,
        None,
        {"halaman": Paginator(semua, _PER_HALAMAN).get_page(request.GET.get("page")), "judul": "Kategori diskusi"},
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def kategori_ubah(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Change one category."""
    if not boleh_mengatur_kategori(akun(request)):
        raise Http404
    return _kategori(request, get_object_or_404(KategoriDiskusi, uuid=uuid), {"judul": "Ubah kategori"})


def _kategori(request: HttpRequest, satu: KategoriDiskusi | None, isi: dict[str, Any]) -> HttpResponse:
    form = KategoriForm(kiriman(request), instance=satu, initial={"versi": satu.versi} if satu else {"urutan": 100})
    status = HTTPStatus.OK
    if request.method == "POST":
        if form.is_valid():
            data = dict(form.cleaned_data)
            try:
                simpan_kategori(kategori=satu, oleh=akun(request), versi=data.pop("versi"), isi=data)
            except ValidationError as galat:
                beri_galat(form, galat)
                status = HTTPStatus.CONFLICT
            else:
                buang_tertahan(request)
                messages.success(request, "Kategori disimpan.")
                return redirect("forum:kelola_kategori")
        else:
            status = HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "forum/kelola_kategori.html", isi | {"form": form, "kategori": satu}, status=status)
