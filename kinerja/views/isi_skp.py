"""Writing the parts of a plan, one page each, and what begins or ends a version."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kinerja.enums import Pendekatan
from kinerja.forms import (
    AkhiriSKPForm,
    AturSKPForm,
    EkspektasiForm,
    IndikatorForm,
    LampiranForm,
    PerubahanForm,
    RencanaForm,
    UkuranForm,
)
from kinerja.models import SKP, Indikator, RencanaHasilKerja
from kinerja.permissions import boleh_menulis_ekspektasi
from kinerja.proses import akhiri
from kinerja.proses.draf_skp import (
    atur_draf,
    hapus_draf,
    hapus_indikator,
    hapus_rencana,
    simpan_indikator,
    simpan_rencana,
)
from kinerja.proses.isi_skp import simpan_lampiran, tulis_ekspektasi
from kinerja.proses.perubahan_skp import buat_perubahan, hari_perubahan
from kinerja.views.ambil import akun, hanya_pengelola, skp_sendiri, skp_terlihat
from kinerja.views.formulir import jalankan, konfirmasi_hapus, pasang_versi
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import hari_ini


def isi_bagian(
    request: HttpRequest,
    form: forms.BaseForm,
    simpan: Callable[[], object],
    *,
    skp: SKP,
    judul: str,
    berhasil: str,
    untuk: str = "",
    tombol: str = "Simpan",
    lanjut: str = "kinerja:skp",
) -> HttpResponse:
    """One part of a plan on one page: form, one call, back to the plan.

    After a conflict the form carries the newest count, so the next press is a choice made in sight of the sentence.
    """

    def suntingan_kini() -> None:
        pasang_versi(form, SKP.objects.values_list("suntingan", flat=True).get(pk=skp.pk), "suntingan")

    status = jalankan(request, form, lambda _data: simpan(), saat_konflik=suntingan_kini)
    if status is None:
        messages.success(request, berhasil)
        return redirect(lanjut, kode=skp.uuid)
    konteks = {"form": form, "skp": skp, "judul": judul, "untuk": untuk, "tombol": tombol}
    return render(request, "kinerja/skp_isi.html", konteks, status=status)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def skp_atur(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Days and approach of the own draft."""
    pengguna = akun(request)
    baris = skp_sendiri(pengguna, kode)
    awal = {nama: getattr(baris, nama) for nama in ("mulai", "selesai", "pendekatan", "suntingan")}
    form = AturSKPForm(kiriman(request), initial=awal)
    return isi_bagian(
        request,
        form,
        lambda: atur_draf(skp=baris, oleh=pengguna, **form.cleaned_data),
        skp=baris,
        judul="Atur SKP",
        berhasil="Tanggal dan pendekatan SKP tersimpan.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def skp_lampiran(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The three lists of the own draft."""
    pengguna = akun(request)
    baris = skp_sendiri(pengguna, kode)
    awal: dict[str, Any] = {"suntingan": baris.suntingan}
    for jenis, butir in baris.lampiran.order_by("jenis", "urut").values_list("jenis", "isi"):
        awal[jenis] = f"{awal[jenis]}\n{butir}" if jenis in awal else butir
    form = LampiranForm(kiriman(request), initial=awal)
    return isi_bagian(
        request,
        form,
        lambda: simpan_lampiran(skp=baris, oleh=pengguna, isi=form.isi, suntingan=form.cleaned_data["suntingan"]),
        skp=baris,
        judul="Isi lampiran SKP",
        berhasil="Lampiran SKP tersimpan.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def skp_ekspektasi(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The superior's expectations for the seven values."""
    pengguna = akun(request)
    baris = skp_terlihat(pengguna, kode)
    if not boleh_menulis_ekspektasi(pengguna, baris):
        raise Http404
    awal: dict[str, Any] = dict(baris.ekspektasi.values_list("nilai_dasar", "isi"))
    form = EkspektasiForm(kiriman(request), initial=awal | {"suntingan": baris.suntingan})
    return isi_bagian(
        request,
        form,
        lambda: tulis_ekspektasi(skp=baris, oleh=pengguna, isi=form.isi, suntingan=form.cleaned_data["suntingan"]),
        skp=baris,
        judul="Tulis ekspektasi perilaku",
        untuk=baris.pegawai.nama,
        berhasil="Ekspektasi tersimpan. Pegawai mendapat pemberitahuan.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def skp_perubahan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Begin a revision of the own approved plan."""
    pengguna = akun(request)
    baris = skp_sendiri(pengguna, kode)
    form = PerubahanForm(kiriman(request))
    baru: list[SKP] = []
    status = jalankan(
        request, form, lambda data: baru.append(buat_perubahan(skp=baris, oleh=pengguna, alasan=data["alasan"]))
    )
    if status is None:
        messages.success(request, f"Draf versi {baru[0].versi} dibuat. Ubah isinya, lalu ajukan.")
        return redirect("kinerja:skp", kode=baru[0].uuid)
    konteks = {"form": form, "skp": baris, "mulai": hari_perubahan(baris, hari_ini())}
    return render(request, "kinerja/skp_perubahan.html", konteks, status=status)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def skp_akhiri(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The pengelola ends an approved plan, before its owner moves to another post."""
    pengguna = akun(request)
    hanya_pengelola(pengguna)
    baris = skp_terlihat(pengguna, kode)
    form = AkhiriSKPForm(kiriman(request))
    return isi_bagian(
        request,
        form,
        lambda: akhiri(skp=baris, oleh=pengguna, **form.cleaned_data),
        skp=baris,
        judul="Akhiri SKP",
        untuk=baris.pegawai.nama,
        berhasil="SKP diakhiri. Pegawai dapat membuat SKP untuk jabatan baru.",
        tombol="Akhiri SKP",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def skp_hapus(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Confirm and throw the own draft away."""
    pengguna = akun(request)
    baris = skp_sendiri(pengguna, kode)
    return _hapus(
        request,
        lambda: hapus_draf(skp=baris, oleh=pengguna),
        skp=baris,
        apa="draf SKP",
        uraian=f"Semua isi draf {baris}",
        berhasil="Draf SKP dihapus.",
        lanjut=reverse("kinerja:skp_daftar"),
    )


def _rencana_form(request: HttpRequest, rencana: RencanaHasilKerja) -> RencanaForm:
    pimpinan = RencanaHasilKerja.objects.milik_pimpinan(rencana.skp)
    return RencanaForm(kiriman(request), instance=rencana, pimpinan=pimpinan)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def rencana_tambah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Add a planned result to the own draft."""
    pengguna = akun(request)
    baris = skp_sendiri(pengguna, kode)
    rencana = RencanaHasilKerja(skp=baris)
    return isi_bagian(
        request,
        _rencana_form(request, rencana),
        lambda: simpan_rencana(rencana=rencana, oleh=pengguna),
        skp=baris,
        judul="Tambah rencana hasil kerja",
        berhasil="Rencana hasil kerja tersimpan. Tambahkan indikatornya.",
    )


def _rencana_sendiri(request: HttpRequest, kode: UUID) -> RencanaHasilKerja:
    return get_object_or_404(
        RencanaHasilKerja.objects.select_related("skp__pegawai"),
        uuid=kode,
        skp__pegawai__pengguna=akun(request),
    )


def _indikator_sendiri(request: HttpRequest, kode: UUID) -> Indikator:
    return get_object_or_404(
        Indikator.objects.select_related("rencana__skp__pegawai"),
        uuid=kode,
        rencana__skp__pegawai__pengguna=akun(request),
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def rencana_ubah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Change a planned result of the own draft."""
    pengguna = akun(request)
    rencana = _rencana_sendiri(request, kode)
    return isi_bagian(
        request,
        _rencana_form(request, rencana),
        lambda: simpan_rencana(rencana=rencana, oleh=pengguna),
        skp=rencana.skp,
        judul="Ubah rencana hasil kerja",
        berhasil="Rencana hasil kerja tersimpan.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def rencana_hapus(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Confirm and remove a planned result with its indicators."""
    pengguna = akun(request)
    rencana = _rencana_sendiri(request, kode)
    return _hapus(
        request,
        lambda: hapus_rencana(rencana=rencana, oleh=pengguna),
        skp=rencana.skp,
        apa="rencana hasil kerja",
        uraian=rencana.uraian,
    )


def _judul_ukuran(kerja: str, baris: SKP) -> str:
    return f"{kerja} {'ukuran keberhasilan' if baris.pendekatan == Pendekatan.KUALITATIF.value else 'indikator'}"


def _indikator_form(request: HttpRequest, indikator: Indikator) -> forms.BaseForm:
    kualitatif = indikator.rencana.skp.pendekatan == Pendekatan.KUALITATIF.value
    bentuk = UkuranForm if kualitatif else IndikatorForm
    return bentuk(kiriman(request), instance=indikator)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def indikator_tambah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Add an indicator to a planned result of the own draft."""
    pengguna = akun(request)
    rencana = _rencana_sendiri(request, kode)
    indikator = Indikator(rencana=rencana)
    return isi_bagian(
        request,
        _indikator_form(request, indikator),
        lambda: simpan_indikator(indikator=indikator, oleh=pengguna),
        skp=rencana.skp,
        judul=_judul_ukuran("Tambah", rencana.skp),
        untuk=rencana.uraian,
        berhasil="Indikator tersimpan.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def indikator_ubah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Change an indicator of the own draft."""
    pengguna = akun(request)
    indikator = _indikator_sendiri(request, kode)
    return isi_bagian(
        request,
        _indikator_form(request, indikator),
        lambda: simpan_indikator(indikator=indikator, oleh=pengguna),
        skp=indikator.rencana.skp,
        judul=_judul_ukuran("Ubah", indikator.rencana.skp),
        untuk=indikator.rencana.uraian,
        berhasil="Indikator tersimpan.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def indikator_hapus(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Confirm and remove an indicator of the own draft."""
    pengguna = akun(request)
    indikator = _indikator_sendiri(request, kode)
    return _hapus(
        request,
        lambda: hapus_indikator(indikator=indikator, oleh=pengguna),
        skp=indikator.rencana.skp,
        apa="indikator",
        uraian=indikator.uraian,
    )


def _hapus(
    request: HttpRequest,
    hapus: Callable[[], None],
    *,
    skp: SKP,
    apa: str,
    uraian: str,
    berhasil: str = "",
    lanjut: str = "",
) -> HttpResponse:
    return konfirmasi_hapus(
        request,
        hapus,
        apa=apa,
        uraian=uraian,
        dari="draf",
        jejak=(
            ("SKP saya", reverse("kinerja:skp_daftar")),
            (f"SKP {skp.mulai.year}", reverse("kinerja:skp", args=[skp.uuid])),
        ),
        kembali="SKP",
        berhasil=berhasil,
        lanjut=lanjut,
    )
