"""Open data: a catalogue, the dictionary, and one CSV and JSON for each published result at an address that stays."""

from __future__ import annotations

import hashlib
import json
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from rakumpit.berkas import unduhan_jadi
from rakumpit.lembar import tulis_csv
from survei import data_terbuka as isi_data
from survei.models import HasilSurvei
from survei.perhitungan import SEL_MINIMUM
from survei.ringkasan.angka import AngkaHasil, angka_hasil
from survei.ringkasan.teks import teks_masa

PER_HALAMAN = 50


@gzip_page
@require_safe
def katalog(request: HttpRequest) -> HttpResponse:
    """Published results with their files, the newest first."""
    semua = (
        HasilSurvei.objects.terpublikasi()
        .kepuasan()
        .select_related("survei__unit")
        .defer("rincian")
        .order_by("-survei__selesai", "survei__unit__nama", "pk")
    )
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("page"))
    baris = [(satu, teks_masa(satu.survei.mulai, satu.survei.selesai)) for satu in halaman]
    isi = {
        "halaman": halaman,
        "baris": baris,
        "lisensi": isi_data.LISENSI,
        "alamat_lisensi": isi_data.ALAMAT_LISENSI,
        "minimum": SEL_MINIMUM,
    }
    return render(request, "survei/data_katalog.html", isi)


@gzip_page
@require_safe
def kamus(request: HttpRequest) -> HttpResponse:
    """What each column means."""
    isi = {
        "kolom": [(nama, satuan, arti) for nama, (satuan, arti) in isi_data.KOLOM.items()],
        "versi": isi_data.VERSI_FORMAT,
        "lisensi": isi_data.LISENSI,
        "minimum": SEL_MINIMUM,
    }
    return render(request, "survei/data_kamus.html", isi)


def _hasil(uuid: UUID) -> tuple[HasilSurvei, AngkaHasil]:
    terbit = HasilSurvei.objects.terpublikasi().kepuasan().select_related("survei__unit", "survei__instrumen")
    hasil = terbit.filter(survei__uuid=uuid).first()
    if hasil is None:
        raise Http404
    return hasil, angka_hasil(hasil, minimum=SEL_MINIMUM, umum=True)


def _jawab(request: HttpRequest, isi: bytes, nama: str, bentuk: str) -> HttpResponseBase:
    """The file, or 304 for a reader who holds it already. Any site may read it."""
    etag = f'"{hashlib.sha256(isi).hexdigest()[:32]}"'
    balasan = unduhan_jadi(isi, nama, bentuk, umum=True)
    balasan["ETag"], balasan["Cache-Control"] = etag, "public, no-cache"
    balasan["Access-Control-Allow-Origin"] = "*"
    return get_conditional_response(request, etag=etag, response=balasan) or balasan


@require_safe
def csv(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """CSV as Indonesian spreadsheets read it: semicolon, decimal comma; no cell runs as a formula."""
    hasil, angka = _hasil(uuid)
    isi = tulis_csv(isi_data.baris_csv(hasil, angka))
    return _jawab(request, isi, f"skm-{hasil.survei.kode}", "csv")


@require_safe
def data_json(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """JSON; exact numbers are strings with a point."""
    hasil, angka = _hasil(uuid)
    teks = json.dumps(isi_data.isi_json(hasil, angka), ensure_ascii=False, indent=1, sort_keys=False)
    return _jawab(request, teks.encode(), f"skm-{hasil.survei.kode}", "json")
