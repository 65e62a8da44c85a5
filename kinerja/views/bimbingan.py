"""Coaching sessions: received, given, and the employee's answer."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.forms.bimbingan import BimbinganForm, TanggapiBimbinganForm
from kinerja.models import Bimbingan
from kinerja.perhitungan import Penilai
from kinerja.permissions import memimpin
from kinerja.permissions.umpan_balik import hubungan_kini
from kinerja.proses.bimbingan import catat_bimbingan, tanggapi_bimbingan
from kinerja.views.ambil import akun
from kinerja.views.formulir import simpan_formulir
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import hari_ini

PER_HALAMAN = 25


@wajib_masuk
@require_safe
def bimbingan_daftar(request: HttpRequest) -> HttpResponse:
    """Sessions in which the reader was coached or coached somebody, newest first."""
    pengguna = akun(request)
    pegawai = getattr(pengguna, "pegawai", None)
    if not memimpin(pengguna) and (pegawai is None or not pegawai.ber_skp):
        raise Http404
    semua = Bimbingan.objects.pihak(pengguna).select_related("pegawai", "pembimbing", "pembimbing_luar")
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("page"))
    return render(request, "kinerja/bimbingan_daftar.html", {"halaman": halaman, "memimpin": memimpin(pengguna)})


def _bimbingan(pengguna: Pengguna, kode: UUID) -> Bimbingan:
    baris: Bimbingan = get_object_or_404(
        Bimbingan.objects.terlihat_oleh(pengguna).select_related("pegawai", "pembimbing", "pembimbing_luar"), uuid=kode
    )
    return baris


def _induk() -> tuple[str, str]:
    return "Bimbingan", reverse("kinerja:bimbingan_daftar")


@wajib_masuk
@require_safe
def bimbingan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """One session."""
    pengguna = akun(request)
    baris = _bimbingan(pengguna, kode)
    milik = baris.pegawai.pengguna_id == pengguna.pk
    return render(
        request,
        "kinerja/bimbingan.html",
        {
            "bimbingan": baris,
            "kompetensi": baris.kompetensi.all(),
            "milik": milik,
            "boleh_tanggapi": milik and baris.ditanggapi_pada is None,
        },
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def bimbingan_tambah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The superior writes down a session with this person."""
    pengguna = akun(request)
    pegawai = get_object_or_404(Pegawai, uuid=kode)
    if hubungan_kini(pengguna, pegawai) is not Penilai.ATASAN:
        raise Http404
    form = BimbinganForm(kiriman(request), initial={"tanggal": hari_ini()})

    def simpan() -> HttpResponse:
        data = form.cleaned_data
        baru = catat_bimbingan(
            pegawai=pegawai,
            oleh=pengguna,
            tanggal=data["tanggal"],
            topik=data["topik"],
            ringkasan=data["ringkasan"],
            tindak_lanjut=data["tindak_lanjut"],
            kompetensi=form.kompetensi,
        )
        messages.success(request, f"Bimbingan tercatat. {pegawai} dapat menanggapinya.")
        return redirect("kinerja:bimbingan", kode=baru.uuid)

    return simpan_formulir(
        request,
        form,
        simpan,
        judul=f"Catat bimbingan {pegawai}",
        tombol="Simpan bimbingan",
        induk=_induk(),
        keterangan="Nilai kompetensi menurut formulir B.1.9, skala 1 sampai 5, dan boleh dikosongkan.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def bimbingan_tanggapi(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The employee's own word on the session (form B.1.8)."""
    pengguna = akun(request)
    baris = get_object_or_404(Bimbingan, uuid=kode, pegawai__pengguna=pengguna)
    form = TanggapiBimbinganForm(kiriman(request))

    def simpan() -> HttpResponse:
        tanggapi_bimbingan(bimbingan=baris, oleh=pengguna, tanggapan=form.cleaned_data["tanggapan"])
        messages.success(request, "Tanggapan Anda tersimpan.")
        return redirect("kinerja:bimbingan", kode=kode)

    return simpan_formulir(
        request,
        form,
        simpan,
        judul="Tanggapi bimbingan",
        tombol="Simpan tanggapan",
        induk=_induk(),
        keterangan="Menurut formulir B.1.8. Satu kali saja.",
        kutipan=baris.ringkasan,
    )
