"""Agreements that go on to the musrenbang."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from forum.enums.berita_acara import JenisKesepakatan
from forum.models import Kesepakatan, SesiForum
from forum.views.kerangka import pengguna_masuk
from rakumpit.berkas import unduhan_jadi
from rakumpit.lembar import tulis_csv, tulis_xlsx
from rakumpit.tertahan import wajib_masuk

PER_HALAMAN = 50


@wajib_masuk
@require_safe
def musrenbang(request: HttpRequest) -> HttpResponse:
    """Agreements that become proposals for musrenbang; as a page, XLSX or CSV."""
    terlihat = SesiForum.objects.terlihat_oleh(pengguna_masuk(request))
    semua = (
        Kesepakatan.objects.filter(sesi__in=terlihat, jenis=JenisKesepakatan.MUSRENBANG.value, disepakati=True)
        .select_related("sesi__unit")
        .order_by("-sesi__mulai", "nomor")
    )
    kata = " ".join(request.GET.get("q", "").split())[:100]
    if kata:
        semua = semua.filter(Q(uraian__icontains=kata) | Q(sesi__judul__icontains=kata))
    bentuk = request.GET.get("bentuk", "")
    if bentuk in {"xlsx", "csv"}:
        return _ekspor(semua, bentuk)
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("page"))
    return render(request, "forum/musrenbang.html", {"halaman": halaman, "q": kata})


def _ekspor(semua: Any, bentuk: str) -> HttpResponse:
    baris: list[list[object]] = [["No.", "Usulan", "Sesi", "Tanggal sesi", "Unit"]]
    baris += [[n, satu.uraian, satu.sesi.judul, satu.sesi.hari, satu.sesi.unit.nama] for n, satu in enumerate(semua, 1)]
    isi = tulis_xlsx(baris, nama_lembar="Usulan") if bentuk == "xlsx" else tulis_csv(baris)
    return unduhan_jadi(isi, "usulan-musrenbang", bentuk)
