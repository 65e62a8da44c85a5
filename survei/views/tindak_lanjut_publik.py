"""«Anda sampaikan, kami kerjakan»: what citizens said and what the office did about it."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from rakumpit.waktu import format_tanggal, hari_ini, tanggal_lokal
from survei.models import HasilSurvei, Survei, TindakLanjut
from survei.perhitungan import SEL_MINIMUM
from survei.ringkasan import batas_rencana, jumlah_tindak_lanjut
from survei.views import tampilan
from survei.views.tampilan_tindak_lanjut import BarisTindakLanjut, susun, unsur_menurut_nilai

PER_HALAMAN = 10


@gzip_page
@require_safe
def tindak_lanjut_publik(request: HttpRequest) -> HttpResponse:
    """Published surveys, the newest first: the weakest elements, and every action that was agreed upon.

    Proposals are not shown before somebody has agreed to them. Posts are named, persons never.
    """
    semua = (
        HasilSurvei.objects.berlaku()
        .filter(survei__in=Survei.objects.terpublikasi().berindeks())
        .select_related("survei__unit", "survei__instrumen", "survei__periode")
        .prefetch_related("survei__instrumen__pertanyaan")
        .order_by("-survei__selesai", "survei__unit__nama", "pk")
    )
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("page"))
    janji = (
        TindakLanjut.objects.filter(hasil__in=[satu.pk for satu in halaman], disetujui_pada__isnull=False)
        .select_related("hasil__survei__unit", "hasil__survei__instrumen", "penanggung_jawab__unit")
        .prefetch_related("hasil__survei__instrumen__pertanyaan")
        .order_by("batas", "pk")
    )
    menurut: dict[int, list[BarisTindakLanjut]] = {}
    for baris in susun(list(janji), minimum=SEL_MINIMUM, terbit=True):
        menurut.setdefault(baris.tindak.hasil_id, []).append(baris)
    isi = {
        "halaman": halaman,
        "baris": [_survei(satu, menurut.get(satu.pk, [])) for satu in halaman],
        "jumlah": jumlah_tindak_lanjut(),
    }
    return render(request, "survei/tindak_lanjut_publik.html", isi)


def _survei(hasil: HasilSurvei, janji: list[BarisTindakLanjut]) -> dict[str, object]:
    survei = hasil.survei
    cukup = tampilan.cukup(hasil.n) and hasil.ikm is not None
    batas = batas_rencana(
        tanggal_lokal(survei.dipublikasi_pada or hasil.dikunci_pada),
        survei.periode.hari_rencana if survei.periode is not None else None,
    )
    return {
        "survei": survei,
        "masa": tampilan.teks_masa(survei.mulai, survei.selesai),
        "sorotan": tampilan.sorotan(unsur_menurut_nilai(hasil, SEL_MINIMUM)) if cukup else None,
        "janji": janji,
        "batas": format_tanggal(batas),
        "lewat": batas < hari_ini(),
    }
