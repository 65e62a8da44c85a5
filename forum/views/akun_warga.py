"""The account of a citizen: ask for it, make it, see what became of the own posts, object, delete it."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from forum.forms.diskusi import DaftarAkunForm, HapusAkunForm, KeberatanForm, KonfirmasiAkunForm
from forum.models import Balasan, KeputusanModerasi, LanggananDiskusi, Topik
from forum.proses import akun_warga, langganan, moderasi
from forum.views.tampilan_diskusi import TERLALU_SERING, beri_galat, jatah, penulis
from rakumpit.tertahan import buang_tertahan, kiriman, wajib_masuk
from rakumpit.waktu import format_waktu

_CARA = ["GET", "HEAD", "POST"]
_BANYAK = 50


@require_http_methods(_CARA)
def daftar(request: HttpRequest) -> HttpResponse:
    """Ask for an account. The answer is the same whether the address has one or not."""
    form = DaftarAkunForm(request.POST or None)
    status, terkirim = HTTPStatus.OK, False
    if request.method == "POST":
        if not form.is_valid():
            status = HTTPStatus.UNPROCESSABLE_ENTITY
        elif jatah(request, "akun") is None or jatah(request, "surat", form.cleaned_data["email"].lower()) is None:
            form.add_error(None, TERLALU_SERING)
            status = HTTPStatus.TOO_MANY_REQUESTS
        else:
            try:
                akun_warga.minta_akun(**form.cleaned_data)
                terkirim = True
            except ValidationError as galat:
                beri_galat(form, galat)
                status = HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "forum/warga_daftar.html", {"form": form, "terkirim": terkirim}, status=status)


@never_cache
@sensitive_post_parameters("sandi")
@require_http_methods(_CARA)
def konfirmasi(request: HttpRequest, tanda: str) -> HttpResponse:
    """Behind the mailed link: choose the password. Only the POST makes the account, so a mail scanner makes none."""
    isi = akun_warga.baca_tanda(tanda)
    if isi is None:
        return render(request, "forum/warga_konfirmasi.html", {"mati": True}, status=HTTPStatus.GONE)
    form = KonfirmasiAkunForm(request.POST or None, initial={"nama": isi[1]})
    status = HTTPStatus.OK
    if request.method == "POST":
        if form.is_valid():
            try:
                akun_warga.buat_akun(tanda=tanda, **form.cleaned_data)
            except ValidationError as galat:
                beri_galat(form, galat)
                status = HTTPStatus.CONFLICT if form.non_field_errors() else HTTPStatus.UNPROCESSABLE_ENTITY
            else:
                return render(request, "forum/warga_konfirmasi.html", {"jadi": True})
        else:
            status = HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "forum/warga_konfirmasi.html", {"form": form}, status=status)


@login_required
@require_safe
def akun(request: HttpRequest) -> HttpResponse:
    """The own posts with their state, what moderators decided about them, and what one follows."""
    oleh = penulis(request)
    keputusan = (
        KeputusanModerasi.objects.filter(Q(topik__penulis=oleh) | Q(balasan__penulis=oleh))
        .exclude(tindakan="biarkan")
        .select_related("alasan", "topik", "balasan__topik", "keberatan")
        .order_by("-pk")[:_BANYAK]
    )
    return render(
        request,
        "forum/warga_akun.html",
        {
            "akun": oleh,
            "topik": Topik.objects.filter(penulis=oleh).order_by("-pk")[:_BANYAK],
            "balasan": Balasan.objects.filter(penulis=oleh).select_related("topik").order_by("-pk")[:_BANYAK],
            "keputusan": [
                (
                    satu,
                    satu.balasan.topik if satu.balasan else satu.topik,
                    getattr(satu, "keberatan", None),
                    format_waktu(satu.pada),
                )
                for satu in keputusan
            ],
            "langganan": LanggananDiskusi.objects.filter(pengguna=oleh, berhenti_pada__isnull=True)
            .select_related("topik", "kategori")
            .order_by("pk"),
        },
    )


@login_required
@sensitive_post_parameters("sandi")
@require_http_methods(_CARA)
def hapus(request: HttpRequest) -> HttpResponse:
    """Delete the own account, with the password."""
    oleh = penulis(request)
    if not oleh.warga:
        raise Http404
    form = HapusAkunForm(request.POST or None)
    status = HTTPStatus.OK
    if request.method == "POST":
        if not form.is_valid():
            status = HTTPStatus.UNPROCESSABLE_ENTITY
        elif (pakai := jatah(request, "akun", f"hapus-{oleh.pk}")) is None:
            form.add_error(None, TERLALU_SERING)
            status = HTTPStatus.TOO_MANY_REQUESTS
        else:
            try:
                akun_warga.hapus_akun(oleh=oleh, **form.cleaned_data)
            except ValidationError as galat:
                beri_galat(form, galat)
                status = HTTPStatus.UNPROCESSABLE_ENTITY
            else:
                pakai.rollback()
                logout(request)
                messages.success(request, "Akun Anda sudah dihapus. Tulisan Anda tetap ada tanpa nama.")
                return redirect("forum:diskusi_daftar")
    return render(request, "forum/warga_hapus.html", {"form": form}, status=status)


@wajib_masuk
@require_http_methods(_CARA)
def keberatan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Object to the hiding of an own post."""
    oleh = penulis(request)
    keputusan = (
        KeputusanModerasi.objects.filter(Q(topik__penulis=oleh) | Q(balasan__penulis=oleh), tindakan="sembunyikan")
        .select_related("alasan", "topik", "balasan__topik", "keberatan")
        .filter(uuid=uuid)
        .first()
    )
    if keputusan is None:
        raise Http404
    form = KeberatanForm(kiriman(request))
    status = HTTPStatus.OK
    if request.method == "POST":
        if form.is_valid():
            try:
                moderasi.ajukan_keberatan(keputusan=keputusan, oleh=oleh, **form.cleaned_data)
            except ValidationError as galat:
                beri_galat(form, galat)
                status = HTTPStatus.CONFLICT
            else:
                buang_tertahan(request)
                messages.success(
                    request, "Keberatan Anda terkirim. Yang memutus orang lain, bukan yang menyembunyikan."
                )
                return redirect("forum:warga_akun")
        else:
            status = HTTPStatus.UNPROCESSABLE_ENTITY
    isi = {"form": form, "keputusan": keputusan, "kiriman": keputusan.topik or keputusan.balasan}
    return render(request, "forum/warga_keberatan.html", isi, status=status)


# A mail program posts here by itself (RFC 8058), without a cookie and so without a CSRF token; the link is signed.
@csrf_exempt
@require_http_methods(_CARA)
def berhenti(request: HttpRequest, tanda: str) -> HttpResponse:
    """The unsubscribe link of a mail: no sign-in, and nothing happens before the button is pressed."""
    pengguna = langganan.baca_tanda_berhenti(tanda)
    if pengguna is None:
        raise Http404
    selesai = request.method == "POST"
    if selesai:
        langganan.berhenti_semua(pengguna=pengguna)
    return render(request, "forum/langganan_berhenti.html", {"selesai": selesai})
