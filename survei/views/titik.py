"""Places of collection: the short link for citizens, and their desk with QR and printable sheet."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from rakumpit.berkas import unduhan_jadi
from rakumpit.dokumen.susun import Bingkai, qr_data, qr_svg, susun_pdf
from rakumpit.waktu import hari_ini
from survei.enums.saluran import JenisTitik
from survei.forms.titik import TitikForm, UbahTitikForm
from survei.models import TitikSurvei
from survei.proses.titik import buat_titik, survei_terbuka, ubah_titik
from survei.views.kelola import pengelola_masuk

PER_HALAMAN = 50


def alamat_pendek(titik: TitikSurvei) -> str:
    """What is printed and scanned."""
    return settings.ALAMAT_PUBLIK + reverse("survei:titik_pendek", args=[titik.kode])


def _titik(uuid: UUID) -> TitikSurvei:
    return get_object_or_404(TitikSurvei.objects.select_related("survei__unit", "layanan"), uuid=uuid)


@require_safe
def pendek(request: HttpRequest, kode: str) -> HttpResponse:
    """From the printed address to the form of today, or to the start page of the kiosk."""
    titik = get_object_or_404(TitikSurvei.objects.select_related("survei", "layanan"), kode=kode.upper())
    if titik.jenis == JenisTitik.KIOS:
        return redirect("survei:kios", titik.kode)
    survei = survei_terbuka(titik)
    if survei is None:
        return render(request, "survei/titik_tutup.html", {"titik": titik})
    alamat = reverse("survei:isi", args=[survei.uuid])
    if titik.layanan is not None:
        alamat += "?" + urlencode({"layanan": str(titik.layanan.uuid)})
    return redirect(alamat)


@login_required
@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """All places with their addresses."""
    pengelola_masuk(request)
    semua = TitikSurvei.objects.select_related("survei", "layanan").order_by("-aktif", "nama", "pk")
    kata = " ".join(request.GET.get("q", "").split())[:100]
    if kata:
        semua = semua.filter(Q(nama__icontains=kata) | Q(survei__judul__icontains=kata) | Q(kode__iexact=kata))
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("page"))
    baris = [(satu, alamat_pendek(satu).partition("://")[2]) for satu in halaman]
    return render(request, "survei/titik_daftar.html", {"halaman": halaman, "baris": baris, "q": kata})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def tambah(request: HttpRequest) -> HttpResponse:
    """A new place."""
    pengguna = pengelola_masuk(request)
    form = TitikForm(
        request.POST if request.method == "POST" else None, initial={"jenis": JenisTitik.QR.value, "kiriman": uuid4()}
    )
    status = HTTPStatus.OK
    if form.is_bound:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            data = form.cleaned_data
            try:
                titik = buat_titik(
                    survei=data["survei"],
                    kiriman=data["kiriman"],
                    nama=data["nama"],
                    jenis=form.jenis_titik,
                    layanan=None,
                    pin=data["pin"],
                    oleh=pengguna,
                )
            except ValidationError as galat:
                form.add_error("pin", galat)
            else:
                messages.success(request, f"{titik.nama} dibuat. Tautannya sudah dapat dipakai.")
                return redirect("survei:titik_ubah", uuid=titik.uuid)
    return render(request, "survei/titik_tambah.html", {"form": form}, status=status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One place: QR, short link, sheet, and what can be changed."""
    pengguna = pengelola_masuk(request)
    titik = _titik(uuid)
    awal = {"nama": titik.nama, "layanan": titik.layanan and titik.layanan.uuid, "aktif": titik.aktif}
    form = UbahTitikForm(request.POST if request.method == "POST" else None, initial=awal, titik=titik)
    status = HTTPStatus.OK
    if form.is_bound:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            data = form.cleaned_data
            try:
                ubah_titik(
                    titik=titik,
                    nama=data["nama"],
                    layanan=data["layanan"],
                    aktif=data["aktif"],
                    pin=data.get("pin", ""),
                    oleh=pengguna,
                )
            except ValidationError as galat:
                form.add_error("pin" if "pin" in form.fields else None, galat)
            else:
                messages.success(request, "Titik survei tersimpan.")
                return redirect("survei:titik_ubah", uuid=uuid)
    alamat = alamat_pendek(titik)
    isi = {
        "titik": titik,
        "form": form,
        "kios": titik.jenis == JenisTitik.KIOS,
        "alamat": alamat,
        "qr": qr_data(alamat),
        "terbuka": survei_terbuka(titik),
    }
    return render(request, "survei/titik_ubah.html", isi, status=status)


@login_required
@require_safe
def qr(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The QR code alone as SVG, for the office's own sheets."""
    pengelola_masuk(request)
    titik = _titik(uuid)
    return unduhan_jadi(qr_svg(alamat_pendek(titik)).encode(), f"qr-{titik.kode}", "svg")


@login_required
@require_safe
def poster(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The sheet for the wall as PDF. Nothing is stored: the same place gives the same sheet again."""
    pengelola_masuk(request)
    titik = _titik(uuid)
    alamat = alamat_pendek(titik)
    unit = titik.survei.unit
    bingkai = Bingkai(judul=f"Lembar survei {titik.nama}", tanggal=hari_ini(), alamat=alamat, contoh=settings.CONTOH)
    data = {
        "kop": {"pemerintah": "Pemerintah Kota Palangka Raya", "kantor": unit.nama, "alamat": ""},
        "tempat": titik.nama,
        "layanan": titik.layanan.nama if titik.layanan else "",
        "alamat": alamat.partition("://")[2],
    }
    return unduhan_jadi(susun_pdf("poster_survei", data, bingkai=bingkai), f"lembar-survei-{titik.kode}", "pdf")
