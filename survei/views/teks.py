"""Answers in words to the questions of a free survey: masked, one question at a time, for whoever reads suggestions."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from survei.enums.instrumen import JenisInstrumen
from survei.forms.kelola import EksporTulisanForm
from survei.models import Respons, Survei
from survei.proses import catat_ekspor_teks
from survei.ringkasan.jawaban_teks import TeksTanya, pertanyaan_teks, tulisan
from survei.views.kelola import balas_unduhan, bersaran, galat_form, kata_cari, pengguna_masuk, tab_survei


def _bebas(request: HttpRequest, uuid: UUID) -> Survei:
    """The free survey if this person may read what citizens wrote to it."""
    survei = bersaran(request, uuid)
    if survei.instrumen.jenis != JenisInstrumen.BEBAS:
        raise Http404
    return survei


def _satu(survei: Survei, kode: str) -> TeksTanya:
    """The question with that code, if it takes words."""
    for satu in pertanyaan_teks(survei):
        if satu.tanya.kode_unsur == kode:
            return satu
    raise Http404


@login_required
@require_safe
def teks(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The questions that take words, with the number of answers."""
    survei = _bebas(request, uuid)
    isi = {"survei": survei, "baris": pertanyaan_teks(survei), "tab": tab_survei(survei, True, "teks")}
    return render(request, "survei/teks.html", isi)


@login_required
@require_safe
def teks_butir(request: HttpRequest, uuid: UUID, kode: str) -> HttpResponse:
    """What was written under one question, without anything that stands beside it."""
    survei = _bebas(request, uuid)
    return _halaman(request, survei, _satu(survei, kode))


def _halaman(
    request: HttpRequest, survei: Survei, satu: TeksTanya, galat: str = "", status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    kata = kata_cari(request)
    semua: QuerySet[Any] = Respons.objects.none() if satu.tertutup else tulisan(survei, satu.tanya)
    if kata and not satu.tertutup:
        semua = semua.filter(terbaca__icontains=kata)
    isi = {
        "survei": survei,
        "satu": satu,
        "halaman": Paginator(semua, 50).get_page(request.GET.get("page")),
        "q": kata,
        "galat": galat,
        "tujuan": request.POST.get("tujuan", ""),
        "menunggu": Respons.objects.teks_menunggu().filter(survei=survei).count(),
    }
    return render(request, "survei/teks_butir.html", isi, status=status)


@login_required
@require_POST
def teks_unduh(request: HttpRequest, uuid: UUID, kode: str) -> HttpResponse:
    """What was written under one question as XLSX or CSV; cells cannot run as formulas, the purpose is recorded."""
    survei = _bebas(request, uuid)
    satu = _satu(survei, kode)
    form = EksporTulisanForm(request.POST)
    if not form.is_valid():
        return _halaman(request, survei, satu, galat_form(form), HTTPStatus.UNPROCESSABLE_ENTITY)
    bentuk = form.cleaned_data["bentuk"]
    try:
        baris = catat_ekspor_teks(
            survei=survei, kode=kode, oleh=pengguna_masuk(request), tujuan=form.cleaned_data["tujuan"], bentuk=bentuk
        )
    except ValidationError as galat:
        return _halaman(request, survei, satu, " ".join(galat.messages), HTTPStatus.CONFLICT)
    return balas_unduhan([satu.tanya.teks, *baris], bentuk, f"teks-{survei.kode}-{kode}")
