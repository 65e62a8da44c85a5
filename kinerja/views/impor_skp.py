"""Import of a plan from a sheet: template, «Periksa dulu» with a report per row, then all rows into the own draft."""

from __future__ import annotations

from decimal import Decimal
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.forms.impor_skp import ImporSKPForm
from kinerja.models import SKP
from kinerja.perhitungan import teks_rentang
from kinerja.permissions import boleh_mengubah_skp
from kinerja.proses import ProsesDitolak
from kinerja.proses.berkas_skp import BarisSKP, baca_berkas_skp, templat
from kinerja.proses.impor_skp import simpan_impor
from kinerja.views.ambil import akun, skp_sendiri
from rakumpit.berkas import unduhan_jadi
from rakumpit.tertahan import wajib_masuk

_SESI = "impor_skp"
_ANGKA = ("target", "target_atas", "bobot")


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def skp_impor(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Upload and look at the report; what was read waits in the session until it is saved."""
    pengguna = akun(request)
    skp = skp_sendiri(pengguna, kode)
    form, galat, status = ImporSKPForm(), "", HTTPStatus.OK
    tersimpan = request.session.get(_SESI, {}).get(str(kode))
    if request.method == "POST" and request.POST.get("langkah") == "simpan":
        try:
            jumlah = simpan_impor(
                skp=skp, oleh=pengguna, baris=_dari_sesi(tersimpan), suntingan=(tersimpan or {}).get("suntingan", 0)
            )
        except ProsesDitolak as tolak:
            galat, status = str(tolak), HTTPStatus.CONFLICT
        else:
            request.session[_SESI] = {}
            messages.success(request, f"{jumlah} indikator dari berkas tersimpan ke draf.")
            return redirect("kinerja:skp", kode=kode)
    elif request.method == "POST":
        form, status = ImporSKPForm(request.POST, request.FILES), HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            berkas = form.cleaned_data["berkas"]
            try:
                baris = baca_berkas_skp(skp, berkas.read(), berkas.name or "")
            except ProsesDitolak as tolak:
                form.add_error("berkas", str(tolak))
            else:
                request.session[_SESI] = {str(kode): _ke_sesi(skp, berkas.name or "", baris)}
                return redirect("kinerja:skp_impor", kode=kode)
    return render(request, "kinerja/skp_impor.html", _konteks(request, skp, form, tersimpan, galat), status=status)


def _konteks(request: HttpRequest, skp: SKP, form: ImporSKPForm, tersimpan: Any, galat: str) -> dict[str, Any]:
    baris = _dari_sesi(tersimpan)
    return {
        "skp": skp,
        "form": form,
        "galat": galat,
        "boleh_ubah": boleh_mengubah_skp(akun(request), skp),
        "nama": (tersimpan or {}).get("nama", ""),
        "baris": [
            (satu, teks_rentang(satu.isi.get("target"), satu.isi.get("target_atas"), satu.isi.get("satuan", "")))
            for satu in baris
        ],
        "jumlah_galat": sum(1 for satu in baris if satu.galat),
    }


def _ke_sesi(skp: SKP, nama: str, baris: list[BarisSKP]) -> dict[str, Any]:
    """What was read as plain JSON types; numbers as text, so that no digit is lost."""
    return {
        "nama": nama,
        "suntingan": skp.suntingan,
        "baris": [
            [satu.nomor, {nama: str(n) if isinstance(n, Decimal) else n for nama, n in satu.isi.items()}, satu.galat]
            for satu in baris
        ],
    }


def _dari_sesi(tersimpan: Any) -> list[BarisSKP]:
    hasil = []
    for nomor, isi, galat in (tersimpan or {}).get("baris", []):
        nilai = {nama: Decimal(n) if nama in _ANGKA and n is not None else n for nama, n in isi.items()}
        hasil.append(BarisSKP(nomor, nilai, galat))
    return hasil


@wajib_masuk
@require_safe
def skp_templat(request: HttpRequest, kode: UUID) -> HttpResponse:
    """An empty sheet with the headings for the own plan."""
    skp = skp_sendiri(akun(request), kode)
    return unduhan_jadi(templat(skp), f"templat-skp-{skp.mulai.year}", "xlsx")
