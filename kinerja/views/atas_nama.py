"""Typing for a colleague, and confirming it."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.enums import LABEL_STATUS_ISIAN, JenisIsian, StatusIsian
from kinerja.forms import AlasanForm, berkas
from kinerja.forms.atas_nama import CatatanRekanForm, LembarForm, PinForm, RealisasiRekanForm
from kinerja.models import IsianAtasNama, Periode
from kinerja.perhitungan import Sumber, teks_angka
from kinerja.permissions import boleh_mengelola, rekan_yang_dibantu
from kinerja.proses import ProsesDitolak, terbuka_untuk_diisi
from kinerja.proses.atas_nama import (
    isi_catatan,
    isi_realisasi,
    ketik_atas_nama,
    sahkan_dengan_kertas,
    sahkan_dengan_pin,
    sahkan_sendiri,
    tolak_isian,
)
from kinerja.views.ambil import akun, pegawai_sendiri
from kinerja.views.catatan import pilihan_indikator
from kinerja.views.formulir import jalankan
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import format_tanggal, hari_ini

PER_HALAMAN = 30
JENIS_STATUS_ISIAN = {"menunggu": "perhatian", "disahkan": "baik", "ditolak": "netral", "kedaluwarsa": "netral"}


@wajib_masuk
@require_safe
def atas_nama(request: HttpRequest) -> HttpResponse:
    """What was typed for others by the reader, for the reader by others, and all of it for the pengelola."""
    pengguna = akun(request)
    if not boleh_mengelola(pengguna):
        pegawai_sendiri(pengguna)
    semua = IsianAtasNama.objects.terlihat_oleh(pengguna).select_related("pemilik", "pengisi")
    status = request.GET.get("status", "")
    if status in {satu.value for satu in StatusIsian}:
        semua = semua.filter(status=status)
    halaman = Paginator(semua.order_by("-pk"), PER_HALAMAN).get_page(request.GET.get("page"))
    return render(
        request,
        "kinerja/atas_nama.html",
        {
            "halaman": halaman,
            "baris": [(satu, JENIS_STATUS_ISIAN[satu.status]) for satu in halaman],
            "rekan": rekan_yang_dibantu(pengguna),
            "pilihan": [(satu.value, label) for satu, label in LABEL_STATUS_ISIAN.items()],
            "status": status,
        },
    )


def _rekan(pengguna: Pengguna, kode: UUID) -> Pegawai:
    for satu in rekan_yang_dibantu(pengguna):
        if satu.uuid == kode:
            return satu
    raise Http404


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def atas_nama_catatan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Type a daily note of a colleague."""
    pemilik = _rekan(akun(request), kode)
    form = CatatanRekanForm(
        kiriman(request),
        indikator=pilihan_indikator(pemilik),
        initial={"tanggal": hari_ini(), "kiriman_id": uuid4()},
    )
    return _ketik(request, form, pemilik, f"Catatan harian {pemilik}")


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def atas_nama_realisasi(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Type the realisasi of a colleague; what is stored already is not shown."""
    pemilik = _rekan(akun(request), kode)
    terbuka = [satu.pk for satu in Periode.objects.untuk_status(pemilik.status) if terbuka_untuk_diisi(satu)]
    form = RealisasiRekanForm(
        kiriman(request),
        indikator=pilihan_indikator(pemilik).filter(sumber=Sumber.MANUAL.value),
        periode=Periode.objects.filter(pk__in=terbuka),
        initial={"kiriman_id": uuid4()},
    )
    return _ketik(request, form, pemilik, f"Realisasi {pemilik}")


def _ketik(
    request: HttpRequest, form: CatatanRekanForm | RealisasiRekanForm, pemilik: Pegawai, judul: str
) -> HttpResponse:
    baru: list[IsianAtasNama] = []
    status = jalankan(
        request,
        form,
        lambda data: baru.append(
            ketik_atas_nama(pemilik=pemilik, oleh=akun(request), kiriman_id=data["kiriman_id"], isi=form.isi)
        ),
    )
    if status is None:
        messages.success(request, "Isian tersimpan dan menunggu disahkan pemiliknya.")
        return redirect("kinerja:atas_nama_rinci", kode=baru[0].uuid)
    konteks = {"form": form, "pemilik": pemilik, "judul": judul}
    return render(request, "kinerja/atas_nama_isi.html", konteks, status=status)


def _isian(pengguna: Pengguna, kode: UUID, **hanya: Any) -> IsianAtasNama:
    satu: IsianAtasNama = get_object_or_404(
        IsianAtasNama.objects.terlihat_oleh(pengguna).select_related("pemilik", "pengisi", "pindaian", "diputus_oleh"),
        uuid=kode,
        **hanya,
    )
    return satu


@wajib_masuk
@require_safe
def atas_nama_rinci(request: HttpRequest, kode: UUID) -> HttpResponse:
    """One typed entry in full, with the buttons that are open to the reader."""
    return _halaman(request, _isian(akun(request), kode))


@wajib_masuk
@require_POST
def atas_nama_sahkan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The owner confirms from the own account."""
    pengguna = akun(request)
    satu = _isian(pengguna, kode, pemilik__pengguna=pengguna)
    return _putus(request, satu, None, lambda: sahkan_sendiri(isian=satu, oleh=pengguna))


@wajib_masuk
@require_POST
def atas_nama_tolak(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The owner refuses, with a reason."""
    pengguna = akun(request)
    satu = _isian(pengguna, kode, pemilik__pengguna=pengguna)
    form = AlasanForm(request.POST)
    return _putus(
        request,
        satu,
        form,
        lambda: tolak_isian(isian=satu, oleh=pengguna, alasan=form.cleaned_data["alasan"]),
    )


@wajib_masuk
@require_POST
def atas_nama_pin(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The owner types the PIN on the device of the colleague who typed."""
    pengguna = akun(request)
    satu = _isian(pengguna, kode, pengisi__pengguna=pengguna)
    form = PinForm(request.POST)
    return _putus(
        request, satu, form, lambda: sahkan_dengan_pin(isian=satu, oleh=pengguna, pin=form.cleaned_data["sandi_pin"])
    )


@wajib_masuk
@require_POST
def atas_nama_kertas(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The pengelola records a signed sheet."""
    pengguna = akun(request)
    if not boleh_mengelola(pengguna):
        raise Http404
    satu = _isian(pengguna, kode)
    form = LembarForm(request.POST, request.FILES)
    return _putus(
        request,
        satu,
        form,
        lambda: sahkan_dengan_kertas(isian=satu, oleh=pengguna, pindaian=berkas(form.cleaned_data["pindaian"])),
    )


def _putus(
    request: HttpRequest, satu: IsianAtasNama, form: forms.Form | None, langkah: Callable[[], IsianAtasNama]
) -> HttpResponse:
    if form is not None and not form.is_valid():
        return _halaman(request, satu, form=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        hasil = langkah()
    except ProsesDitolak as galat:
        satu.refresh_from_db()
        return _halaman(request, satu, galat=str(galat), status=HTTPStatus.CONFLICT)
    kata = "ditolak" if hasil.status == StatusIsian.DITOLAK.value else "disahkan dan sekarang dihitung"
    messages.success(request, f"Isian {kata}.")
    return redirect("kinerja:atas_nama_rinci", kode=satu.uuid)


def _halaman(
    request: HttpRequest,
    satu: IsianAtasNama,
    *,
    form: forms.Form | None = None,
    galat: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    pengguna = akun(request)
    menunggu = satu.status == StatusIsian.MENUNGGU.value
    pemilik, pengisi = satu.pemilik.pengguna_id == pengguna.pk, satu.pengisi.pengguna_id == pengguna.pk

    def pakai(jenis: type[forms.Form], boleh: bool) -> forms.Form | None:
        return (form if isinstance(form, jenis) else jenis()) if menunggu and boleh else None

    return render(
        request,
        "kinerja/atas_nama_rinci.html",
        {
            "isian": satu,
            "rincian": _rincian(satu),
            "jenis_status": JENIS_STATUS_ISIAN[satu.status],
            "boleh_sahkan": menunggu and pemilik,
            "form_tolak": pakai(AlasanForm, pemilik),
            "form_pin": pakai(PinForm, pengisi),
            "form_kertas": pakai(LembarForm, boleh_mengelola(pengguna) and not pemilik and not pengisi),
            "galat": galat,
        },
        status=status,
    )


def _rincian(satu: IsianAtasNama) -> list[tuple[str, str]]:
    """Labels and texts of what was typed."""
    if satu.jenis == JenisIsian.CATATAN.value:
        catatan = isi_catatan(satu)
        hasil = [("Tanggal pekerjaan", format_tanggal(catatan.tanggal)), ("Catatan", catatan.uraian)]
        if catatan.indikator is not None:
            hasil.append(("Untuk indikator", catatan.indikator.uraian))
        if catatan.hasil is not None and catatan.indikator is not None:
            hasil.append(("Hasil", f"{teks_angka(catatan.hasil)} {catatan.indikator.satuan}".strip()))
        return hasil
    isi = isi_realisasi(satu)
    nilai = "tanpa angka" if isi.nilai is None else f"{teks_angka(isi.nilai)} {isi.indikator.satuan}".strip()
    return [
        ("Indikator", isi.indikator.uraian),
        ("Periode", isi.periode.nama),
        ("Realisasi", nilai),
        ("Per tanggal", format_tanggal(isi.per_tanggal) if isi.per_tanggal else "Belum ada data"),
        ("Catatan", isi.catatan or "Tidak ada catatan"),
    ]
