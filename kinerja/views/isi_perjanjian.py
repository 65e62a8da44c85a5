"""Writing a draft agreement one item per page, and taking measures of it into the own plan."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from kinerja.forms import AmbilForm, IKUForm, SasaranForm
from kinerja.models import Indikator, IndikatorUtama, PerjanjianKinerja, Sasaran
from kinerja.perhitungan import teks_rentang
from kinerja.permissions import memimpin_unit
from kinerja.proses.ambil_perjanjian import ambil_dari_perjanjian, iku_untuk_skp
from kinerja.proses.isi_perjanjian import IsiTriwulan, hapus_iku, hapus_sasaran, simpan_iku, simpan_sasaran
from kinerja.views.ambil import akun, skp_sendiri
from kinerja.views.formulir import jalankan, pakai_versi_kini
from kinerja.views.perjanjian import hapus_dari_draf, perjanjian_dipimpin
from rakumpit.tertahan import kiriman, wajib_masuk


def _sasaran(request: HttpRequest, kode: UUID) -> Sasaran:
    """A goal of a unit that the account leads today."""
    satu = get_object_or_404(Sasaran.objects.select_related("perjanjian__unit"), uuid=kode)
    if not memimpin_unit(akun(request), satu.perjanjian.unit_id):
        raise Http404
    return satu


def _iku(request: HttpRequest, kode: UUID) -> IndikatorUtama:
    """A measure of a unit that the account leads today."""
    satu = get_object_or_404(IndikatorUtama.objects.select_related("sasaran__perjanjian__unit"), uuid=kode)
    if not memimpin_unit(akun(request), satu.sasaran.perjanjian.unit_id):
        raise Http404
    return satu


def _isi(
    request: HttpRequest,
    form: forms.ModelForm,
    simpan: Callable[[int], object],
    *,
    perjanjian: PerjanjianKinerja,
    judul: str,
    berhasil: str,
    untuk: str = "",
) -> HttpResponse:
    """One item of a draft on one page: form, one call with the version that was seen, back to the agreement."""
    tersimpan: list[str] = []
    status = jalankan(
        request,
        form,
        lambda data: simpan(data["versi"] or 0),
        saat_konflik=lambda: tersimpan.append(pakai_versi_kini(form)),
    )
    if status is None:
        messages.success(request, berhasil)
        return redirect("kinerja:perjanjian", kode=perjanjian.uuid)
    konteks = {"form": form, "perjanjian": perjanjian, "judul": judul, "untuk": untuk, "tersimpan": "".join(tersimpan)}
    return render(request, "kinerja/perjanjian_isi.html", konteks, status=status)


def _simpan_sasaran(request: HttpRequest, sasaran: Sasaran, judul: str, berhasil: str) -> HttpResponse:
    form = SasaranForm(kiriman(request), instance=sasaran, initial={"versi": sasaran.versi})
    return _isi(
        request,
        form,
        lambda versi: simpan_sasaran(sasaran=sasaran, oleh=akun(request), versi=versi),
        perjanjian=sasaran.perjanjian,
        judul=judul,
        berhasil=berhasil,
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def sasaran_tambah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Add a goal to a draft."""
    perjanjian = perjanjian_dipimpin(akun(request), kode)
    return _simpan_sasaran(
        request,
        Sasaran(perjanjian=perjanjian),
        "Tambah sasaran",
        "Sasaran tersimpan. Tambahkan indikator kinerja utamanya.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def sasaran_ubah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Change a goal of a draft."""
    return _simpan_sasaran(request, _sasaran(request, kode), "Ubah sasaran", "Sasaran tersimpan.")


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def sasaran_hapus(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Confirm and remove a goal with its measures."""
    sasaran = _sasaran(request, kode)
    return hapus_dari_draf(
        request,
        lambda: hapus_sasaran(sasaran=sasaran, oleh=akun(request)),
        perjanjian=sasaran.perjanjian,
        apa="sasaran",
        uraian=sasaran.uraian,
    )


def _simpan_iku(request: HttpRequest, iku: IndikatorUtama, judul: str) -> HttpResponse:
    form = IKUForm(kiriman(request), instance=iku, initial={"versi": iku.versi})
    return _isi(
        request,
        form,
        lambda versi: simpan_iku(
            iku=iku,
            triwulan={nomor: IsiTriwulan(*isi) for nomor, isi in form.triwulan.items()},
            oleh=akun(request),
            versi=versi,
        ),
        perjanjian=iku.sasaran.perjanjian,
        judul=judul,
        untuk=iku.sasaran.uraian,
        berhasil="Indikator kinerja utama tersimpan.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def iku_tambah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Add a measure to a goal of a draft."""
    return _simpan_iku(request, IndikatorUtama(sasaran=_sasaran(request, kode)), "Tambah indikator kinerja utama")


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def iku_ubah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Change a measure of a draft and its targets per quarter."""
    return _simpan_iku(request, _iku(request, kode), "Ubah indikator kinerja utama")


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def iku_hapus(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Confirm and remove a measure of a draft."""
    iku = _iku(request, kode)
    return hapus_dari_draf(
        request,
        lambda: hapus_iku(iku=iku, oleh=akun(request)),
        perjanjian=iku.sasaran.perjanjian,
        apa="indikator kinerja utama",
        uraian=iku.uraian,
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def skp_perjanjian(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Choose measures of the unit's agreement for the own plan."""
    pengguna = akun(request)
    skp = skp_sendiri(pengguna, kode)
    semua = iku_untuk_skp(skp)
    form = AmbilForm(kiriman(request), pilihan=[(satu.uuid, satu.uraian) for satu in semua])
    hasil: list[Indikator] = []
    status = jalankan(
        request,
        form,
        lambda data: hasil.extend(ambil_dari_perjanjian(skp=skp, iku=data["pilih"], oleh=pengguna)),
    )
    if status is None:
        messages.success(request, f"{len(hasil)} indikator diambil dari perjanjian kinerja.")
        return redirect("kinerja:skp", kode=skp.uuid)
    dipilih = set(request.POST.getlist("pilih"))
    baris = [
        {
            "iku": satu,
            "target": teks_rentang(satu.target, satu.target_atas, satu.satuan),
            "dipilih": str(satu.uuid) in dipilih,
        }
        for satu in semua
    ]
    return render(request, "kinerja/skp_perjanjian.html", {"skp": skp, "form": form, "baris": baris}, status=status)
