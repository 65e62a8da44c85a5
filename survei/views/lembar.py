"""The publication sheet of a result: one A4 page for the service room, as a page to print and as PDF."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from rakumpit.angka import format_angka
from rakumpit.dokumen.susun import Bingkai, qr_data, susun_pdf
from rakumpit.organisasi.pihak import kop_kantor
from rakumpit.waktu import format_tanggal, tanggal_lokal
from survei.models import HasilSurvei
from survei.perhitungan import LABEL_MUTU, SEL_MINIMUM, Mutu
from survei.ringkasan.angka import angka_hasil
from survei.ringkasan.teks import teks_masa

KURANG = "Data belum cukup"
LAYANAN_DISEBUT = 6
TERIMA_KASIH = "Terima kasih. Setiap jawaban Anda dibaca dan menjadi dasar perbaikan kami."
_SIMPAN_BERKAS = 64


def _isi(uuid: UUID) -> tuple[HasilSurvei, dict[str, Any]]:
    """Texts of the sheet, the same for page and PDF; below the minimum there is no figure among them."""
    terbit = HasilSurvei.objects.terpublikasi().kepuasan().select_related("survei__unit", "survei__instrumen")
    hasil = terbit.filter(survei__uuid=uuid).first()
    if hasil is None:
        raise Http404
    survei, angka = hasil.survei, angka_hasil(hasil, minimum=SEL_MINIMUM, umum=True)
    layanan = [satu["nama"] for satu in hasil.rincian["layanan"]]
    lebih = len(layanan) - LAYANAN_DISEBUT
    alamat = settings.ALAMAT_PUBLIK + reverse("survei:hasil", args=[uuid])
    return hasil, {
        "unit": survei.unit.nama,
        "masa": teks_masa(survei.mulai, survei.selesai),
        "ikm": KURANG if angka.ikm is None else format_angka(angka.ikm),
        "cukup": angka.ikm is not None,
        "mutu": f"{angka.mutu} ({LABEL_MUTU[Mutu(angka.mutu)]})" if angka.mutu else "",
        "layanan": "; ".join(layanan[:LAYANAN_DISEBUT]) + (f"; dan {lebih} layanan lain" if lebih > 0 else ""),
        "jumlah": "" if angka.n is None else format_angka(angka.n, 0),
        "kelompok": [
            [
                menurut.label,
                [
                    [satu.nama, "sedikit" if satu.n is None else format_angka(satu.n, 0)]
                    for satu in menurut.kelompok
                    if satu.n != 0
                ],
            ]
            for menurut in angka.menurut
        ],
        "perbaikan": f"Diperbaiki pada {format_tanggal(tanggal_lokal(hasil.dikunci_pada))}. Sebab: {hasil.sebab}"
        if hasil.versi > 1
        else "",
        "terima_kasih": TERIMA_KASIH,
        "alamat": alamat,
        "minimum": str(SEL_MINIMUM),
    }


@gzip_page
@require_safe
def lembar(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The sheet as a page that prints on one A4."""
    hasil, isi = _isi(uuid)
    konteks = {"survei": hasil.survei, "lembar": isi, "kop": kop_kantor(), "qr": qr_data(isi["alamat"])}
    return render(request, "survei/lembar.html", konteks)


@require_safe
def lembar_pdf(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The sheet as PDF. It is no issued document: its QR leads to the live page, which tells every correction."""
    hasil, isi = _isi(uuid)
    data = json.dumps(isi | {"kop": kop_kantor()}, ensure_ascii=False)
    hari = tanggal_lokal(hasil.dikunci_pada).isoformat()
    balasan = HttpResponse(_berkas(data, hasil.survei.judul, hari, settings.CONTOH), content_type="application/pdf")
    balasan["Content-Disposition"] = f'inline; filename="ikm-{hasil.survei.kode}.pdf"'
    balasan["Cache-Control"] = "public, no-cache"
    return balasan


@lru_cache(maxsize=_SIMPAN_BERKAS)
def _berkas(data: str, judul: str, hari: str, contoh: bool) -> bytes:
    """The typesetter runs once for the same texts: anybody may ask for the sheet, as often as they like."""
    isi: dict[str, Any] = json.loads(data)
    bingkai = Bingkai(
        judul=f"Lembar publikasi IKM, {judul}", tanggal=date.fromisoformat(hari), alamat=isi["alamat"], contoh=contoh
    )
    return susun_pdf("lembar_ikm", isi | {"alamat": isi["alamat"].partition("://")[2]}, bingkai=bingkai)
