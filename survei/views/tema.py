"""Themes of suggestions: one suggestion at a time by keyboard, the counts, and edited quotes for the public."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rakumpit.waktu import format_tanggal
from survei.forms.tema import KutipanForm, TandaiForm, TarikForm
from survei.models import HitunganTema, KutipanSaran, Respons, SaranDitandai, Survei, TemaSaran
from survei.perhitungan import SEL_MINIMUM
from survei.perhitungan.tema import usulkan_tema
from survei.proses.tema import tandai_saran, tarik_kutipan, terbitkan_kutipan
from survei.ringkasan.saran import saran_terbaca
from survei.views.kelola import bersaran, galat_form, pengguna_masuk, tab_survei

_TOMBOL = "123456789"


def _jumlah(survei: Survei) -> tuple[int, int]:
    """Suggestions that somebody has looked at, and all that may be read."""
    semua = saran_terbaca(survei)
    return semua.filter(ditandai__isnull=False).count(), semua.count()


@login_required
@require_safe
def tema(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """How often each theme was met, and the quotes of this survey."""
    return _ringkasan(request, bersaran(request, uuid))


def _ringkasan(
    request: HttpRequest, survei: Survei, form: KutipanForm | None = None, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    hitungan = list(HitunganTema.objects.filter(survei=survei).select_related("tema").order_by("-jumlah", "tema__nama"))
    sudah, semua = _jumlah(survei)
    cukup = _cukup(survei)
    if form is None and survei.hitungan_final and any(satu.jumlah >= SEL_MINIMUM for satu in hitungan):
        form = KutipanForm(initial={"kode": uuid4()}, pilihan=cukup)
    kutipan = KutipanSaran.objects.filter(survei=survei).select_related("tema", "oleh")
    isi = {
        "survei": survei,
        "tab": tab_survei(survei, True, "tema"),
        "hitungan": [(satu.tema.nama, satu.jumlah, satu.jumlah >= SEL_MINIMUM) for satu in hitungan],
        "sudah": sudah,
        "semua": semua,
        "minimum": SEL_MINIMUM,
        "form": form,
        "kutipan": [(satu, format_tanggal(satu.terbit_pada)) for satu in kutipan.order_by("-terbit_pada", "-pk")[:50]],
    }
    return render(request, "survei/tema.html", isi, status=status)


def _cukup(survei: Survei) -> Any:
    return TemaSaran.objects.filter(hitungan__survei=survei, hitungan__jumlah__gte=SEL_MINIMUM)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def tema_tandai(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The next suggestion that nobody has looked at (``?lewati=n`` leaves out n), or one again (``?ubah=…``)."""
    survei = bersaran(request, uuid)
    if request.method == "POST":
        return _simpan(request, survei)
    if ubah := request.GET.get("ubah", ""):
        try:
            ditandai = SaranDitandai.objects.select_related("respons").get(uuid=UUID(ubah), respons__survei=survei)
        except (ValueError, SaranDitandai.DoesNotExist):
            raise Http404 from None
        return _halaman(request, survei, ditandai.respons)
    belum = saran_terbaca(survei).filter(ditandai__isnull=True).order_by("submission_id")
    lewati = int(teks) if (teks := request.GET.get("lewati", "")).isdecimal() and len(teks) < 7 else 0
    satu = belum[lewati : lewati + 1].first() if lewati else belum.first()
    return _halaman(request, survei, satu, lewati=lewati)


def _pilihan(respons: Respons | None) -> Any:
    punya = Q(tanda__ditandai__respons=respons) if respons else Q(pk__in=[])
    return TemaSaran.objects.filter(Q(aktif=True) | punya).distinct()


def _simpan(request: HttpRequest, survei: Survei) -> HttpResponse:
    kiriman = request.POST.get("submission_id", "")
    try:
        respons = Respons.objects.bersaran().filter(survei=survei, pk=UUID(kiriman)).first()
    except ValueError:
        respons = None
    form = TandaiForm(request.POST, pilihan=_pilihan(respons))
    if respons is None:
        messages.error(request, "Saran itu tidak ada lagi.")
        return redirect("survei:tema_tandai", uuid=survei.uuid)
    if not form.is_valid():
        return _halaman(request, survei, respons, form=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        tandai_saran(survei=survei, oleh=pengguna_masuk(request), **form.cleaned_data)
    except ValidationError as galat:
        form.add_error(None, galat)
        return _halaman(request, survei, respons, form=form, status=HTTPStatus.CONFLICT)
    if form.cleaned_data["versi"]:
        messages.success(request, "Tema saran diubah.")
        return redirect("survei:saran", uuid=survei.uuid)
    return redirect("survei:tema_tandai", uuid=survei.uuid)


def _halaman(
    request: HttpRequest,
    survei: Survei,
    respons: Respons | None,
    *,
    form: TandaiForm | None = None,
    lewati: int = 0,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    sudah, semua = _jumlah(survei)
    isi: dict[str, Any] = {"survei": survei, "sudah": sudah, "semua": semua, "respons": respons, "lewati": lewati + 1}
    if respons is not None:
        ditandai = SaranDitandai.objects.filter(respons=respons).first()
        punya = set(ditandai.tema.values_list("pk", flat=True)) if ditandai else set()
        pilihan = list(_pilihan(respons))
        usul = usulkan_tema(respons.saran_tersamar or "", {satu.pk: satu.daftar_kata for satu in pilihan})
        if form is not None:
            punya = {satu.pk for satu in pilihan if str(satu.uuid) in request.POST.getlist("tema")}
        isi |= {
            "versi": ditandai.versi if ditandai else 0,
            "ubah": ditandai is not None,
            "galat": galat_form(form) if form is not None else "",
            "pilihan": [
                (satu, satu.pk in punya, satu.pk in usul, _TOMBOL[urut] if urut < len(_TOMBOL) else "")
                for urut, satu in enumerate(pilihan)
            ],
            "ada_usul": bool(usul),
        }
    return render(request, "survei/tema_tandai.html", isi, status=status)


@login_required
@require_POST
def kutipan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Publish a rewritten sentence."""
    survei = bersaran(request, uuid)
    form = KutipanForm(request.POST, pilihan=_cukup(survei))
    if not form.is_valid():
        return _ringkasan(request, survei, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        terbitkan_kutipan(survei=survei, oleh=pengguna_masuk(request), **form.cleaned_data)
    except ValidationError as galat:
        form.add_error(None, galat)
        return _ringkasan(request, survei, form, HTTPStatus.CONFLICT)
    messages.success(request, "Kutipan disimpan. Ia tampil pada hasil survei yang dipublikasikan.")
    return redirect("survei:tema", uuid=uuid)


@login_required
@require_POST
def kutipan_tarik(request: HttpRequest, uuid: UUID, kutipan: UUID) -> HttpResponse:
    """Take a quote off the public page."""
    survei = bersaran(request, uuid)
    satu = get_object_or_404(KutipanSaran.objects.select_related("survei"), uuid=kutipan, survei=survei)
    form = TarikForm(request.POST)
    if not form.is_valid():
        messages.error(request, galat_form(form))
    else:
        try:
            tarik_kutipan(kutipan=satu, oleh=pengguna_masuk(request), **form.cleaned_data)
        except ValidationError as galat:
            messages.error(request, " ".join(galat.messages))
        else:
            messages.success(request, "Kutipan ditarik dari halaman umum.")
    return redirect("survei:tema", uuid=uuid)
