"""Sheets of the office into a survey: looked at first, stored or taken back with the same file once more.

The file is not kept between the steps, for what citizens wrote in it is not masked yet.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from rakumpit.angka import format_angka
from survei.enums.instrumen import JenisInstrumen
from survei.forms.impor import LANGKAH, ImporSKMForm
from survei.models import Survei
from survei.proses import HasilImpor, impor_isian
from survei.proses.impor import STATUS_IMPOR, urungkan_impor
from survei.views.kelola import pengelola_masuk, survei_terlihat

BARIS_TERBANYAK = 200


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def impor(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Upload a sheet: the report of a dry run, then storing, or taking back."""
    pengguna = pengelola_masuk(request)
    survei = survei_terlihat(request, uuid)
    if survei.instrumen.jenis == JenisInstrumen.BEBAS:
        raise Http404
    if request.method != "POST":
        return _halaman(request, survei, ImporSKMForm(survei=survei))
    form = ImporSKMForm(request.POST, request.FILES, survei=survei)
    langkah = request.POST.get("langkah", "")
    langkah = langkah if langkah in LANGKAH else LANGKAH[0]
    if not form.is_valid():
        return _halaman(request, survei, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    isi = form.cleaned_data
    berkas = {"survei": survei, "berkas": isi["terbaca"], "sidik_berkas": isi["sidik"], "oleh": pengguna}
    if langkah == "simpan" and isi["diperiksa"] != isi["sidik"]:
        form.add_error("berkas", "Berkas ini belum diperiksa. Periksa dulu, lalu simpan berkas yang sama.")
        langkah = LANGKAH[0]
    try:
        if langkah == "urungkan":
            jumlah = urungkan_impor(**berkas)
            messages.success(
                request, f"{format_angka(jumlah, 0)} jawaban dari berkas itu dibatalkan dan tidak dihitung lagi."
            )
            return redirect("survei:pengumpulan", uuid=uuid)
        hasil = impor_isian(
            **berkas, layanan=isi["layanan"], simpan=langkah == "simpan", lewati_galat=isi["lewati_galat"]
        )
    except ValidationError as galat:
        form.add_error(None, galat)
        return _halaman(request, survei, form, status=HTTPStatus.CONFLICT)
    if hasil.tersimpan:
        baru, tetap, ditolak = (format_angka(satu, 0) for satu in (hasil.baru, hasil.tetap, hasil.ditolak))
        messages.success(request, f"{baru} jawaban tersimpan, {tetap} sudah ada sebelumnya, {ditolak} ditolak.")
        return redirect("survei:pengumpulan", uuid=uuid)
    status = HTTPStatus.CONFLICT if langkah == "simpan" or form.errors else HTTPStatus.OK
    return _halaman(request, survei, form, hasil=hasil, sidik=isi["sidik"], status=status)


def _halaman(
    request: HttpRequest,
    survei: Survei,
    form: ImporSKMForm,
    *,
    hasil: HasilImpor | None = None,
    sidik: str = "",
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    if hasil is not None:
        # With nothing new in the file there is nothing to store, and the page offers no button for it.
        form.data = {**dict(form.data.items()), "diperiksa": sidik if hasil.baru else ""}
    isi: dict[str, Any] = {
        "survei": survei,
        "form": form,
        "hasil": hasil,
        "menerima": survei.status in {satu.value for satu in STATUS_IMPOR},
        "baris": hasil.baris[:BARIS_TERBANYAK] if hasil else [],
        "sisa": max(0, len(hasil.baris) - BARIS_TERBANYAK) if hasil else 0,
    }
    return render(request, "survei/impor.html", isi, status=status)
