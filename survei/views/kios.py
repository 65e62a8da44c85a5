"""The survey on the tablet of the office: one person after the other, and nothing of the one before is left.

The pages work without a script. With it the tablet stays in full screen, since no page is left, and goes back to the
start after a minute in which nobody touched it.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_http_methods, require_safe

from rakumpit.waktu import format_tanggal, hari_ini
from survei import laju
from survei.enums import Bendera, Saluran, StatusKirim
from survei.enums.saluran import JenisTitik
from survei.forms.isian import Bentuk, IsianSurveiForm, kalimat_lama
from survei.forms.titik import PinKiosForm
from survei.models import Survei, TitikSurvei
from survei.proses import terima_isian
from survei.proses.titik import cocokkan_pin_kios, survei_terbuka
from survei.views.publik import bahasa_diminta, lengkapi, pilihan_bahasa

_PESAN = {
    StatusKirim.BEDA: "Isian ini sudah terkirim. Bila Anda orang berikutnya, tekan «Kirim sebagai isian baru».",
    StatusKirim.ORANG_DALAM: "Perangkat ini sedang dipakai akun petugas. Petugas perlu keluar dari akunnya dahulu.",
    StatusKirim.DITUTUP: "Survei ini baru saja ditutup. Jawaban belum tersimpan.",
    StatusKirim.DIHAPUS: "Kiriman ini sudah dihapus.",
}


def _titik(kode: str) -> TitikSurvei:
    return get_object_or_404(
        TitikSurvei.objects.select_related("survei", "layanan"),
        kode=kode.upper(),
        jenis=JenisTitik.KIOS.value,
        aktif=True,
    )


def _tampil(request: HttpRequest, templat: str, titik: TitikSurvei, status: int = 200, **isi: Any) -> HttpResponse:
    """A page of the kiosk, never kept: Back brings no answers."""
    balasan = render(request, templat, isi | {"titik": titik, "kerangka": "survei/kios_kerangka.html"}, status=status)
    balasan["Cache-Control"] = "no-store"
    return balasan


@gzip_page
@require_safe
def awal(request: HttpRequest, kode: str) -> HttpResponse:
    """The start: one large button."""
    titik = _titik(kode)
    survei = survei_terbuka(titik)
    lama = kalimat_lama(survei.instrumen.pertanyaan.count()) if survei else ""
    return _tampil(request, "survei/kios_awal.html", titik, survei=survei, lama_isi=lama)


# No CSRF token, for the reasons of the public form (survei.views.publik): no session, no authority, no cookie.
@csrf_exempt
@gzip_page
@require_http_methods(["GET", "HEAD", "POST"])
def isi(request: HttpRequest, kode: str) -> HttpResponse:
    """The form, as on a phone; stored with the channel «kios»."""
    titik = _titik(kode)
    terbuka = survei_terbuka(titik)
    if terbuka is None:
        return redirect("survei:kios", titik.kode)
    survei = (
        Survei.objects.select_related("instrumen", "unit")
        .prefetch_related("instrumen__pertanyaan__pilihan", "layanan")
        .get(pk=terbuka.pk)
    )
    bahasa = bahasa_diminta(request.POST if request.method == "POST" else request.GET)
    lengkapi(survei, bahasa)
    bentuk = Bentuk.dari(survei)
    if request.method != "POST":
        awal = {"layanan": str(titik.layanan.uuid) if titik.layanan else "", "bahasa": bahasa}
        return _formulir(request, titik, IsianSurveiForm(bentuk=bentuk, initial=awal))
    form = IsianSurveiForm(request.POST, bentuk=bentuk)
    if not laju.dalam_batas(request, f"kios:{titik.kode}"):
        return _formulir(request, titik, form, status=429, pesan="Terlalu banyak kiriman. Tunggu sebentar.")
    if not form.is_valid():
        return _formulir(request, titik, form, status=422)
    masuk = settings.SESSION_COOKIE_NAME in request.COOKIES
    tanda = list(form.cleaned_data.pop("bendera"))
    # One tablet serves one person at a time, so many forms within minutes are not many people.
    if laju.beruntun(request, f"kios:{titik.kode}"):
        tanda.append(Bendera.BERUNTUN)
    hasil = terima_isian(
        survei=survei,
        **form.cleaned_data,
        saluran=Saluran.KIOS,
        tanggal=hari_ini(),
        bendera=tuple(tanda),
        pengguna=request.user if masuk else None,
    )
    if hasil.status in {StatusKirim.BARU, StatusKirim.ULANG}:
        # The answer to the form itself, so that no address has the receipt code.
        return _tampil(request, "survei/kios_terima_kasih.html", titik, tanda=hasil.kode_terima)
    baru = str(uuid4()) if hasil.status == StatusKirim.BEDA else ""
    return _formulir(request, titik, form, status=409, pesan=_PESAN[hasil.status], kode_kiriman=baru)


def _formulir(
    request: HttpRequest,
    titik: TitikSurvei,
    form: IsianSurveiForm,
    *,
    status: int = 200,
    pesan: str = "",
    kode_kiriman: str = "",
) -> HttpResponse:
    bahasa = bahasa_diminta({"bahasa": form.nilai("bahasa")})
    return _tampil(
        request,
        "survei/isi.html",
        titik,
        status,
        bahasa=bahasa,
        pilihan_bahasa=pilihan_bahasa(form.survei, bahasa, reverse("survei:kios_isi", args=[titik.kode])),
        survei=form.survei,
        form=form,
        pesan=pesan,
        menerima=True,
        hari_terakhir=format_tanggal(form.survei.selesai),
        kode_kiriman=kode_kiriman or form.kode_kiriman,
        isian_baru=bool(kode_kiriman),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def keluar(request: HttpRequest, kode: str) -> HttpResponse:
    """Leave the kiosk: the officer's PIN, then the front page."""
    titik = _titik(kode)
    form = PinKiosForm(request.POST if request.method == "POST" else None)
    status = HTTPStatus.OK
    if form.is_bound and form.is_valid():
        try:
            cocokkan_pin_kios(titik=titik, pin=form.cleaned_data["pin"])
        except ValidationError as galat:
            form.add_error("pin", galat)
            status = HTTPStatus.FORBIDDEN
        else:
            return redirect("beranda")
    elif form.is_bound:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    return _tampil(request, "survei/kios_keluar.html", titik, status, form=form)
