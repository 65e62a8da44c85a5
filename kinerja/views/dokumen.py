"""Documents: GET gives the marked preview, POST issues the document and gives its file."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kinerja.proses import ProsesDitolak
from kinerja.proses import dokumen as proses
from kinerja.views.ambil import akun, evaluasi_terlihat, penetapan_terlihat, skp_terlihat
from rakumpit.berkas import unduhan_jadi
from rakumpit.tertahan import wajib_masuk


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def skp_cetak(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The plan with its lampiran, for those who may read it."""
    pengguna = akun(request)
    baris = skp_terlihat(pengguna, kode)
    return jawab_dokumen(
        request,
        lambda: proses.pratinjau_skp(baris),
        lambda: proses.terbitkan_skp(skp=baris, oleh=pengguna)[1],
        nama=f"skp-{baris.mulai.year}",
        judul=f"SKP {baris.mulai.year}, {baris.pegawai}",
        kembali=reverse("kinerja:skp", args=[kode]),
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def mph_cetak(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Matriks peran hasil of the owner of a plan."""
    pengguna = akun(request)
    baris = skp_terlihat(pengguna, kode)
    return jawab_dokumen(
        request,
        lambda: proses.pratinjau_mph(baris),
        lambda: proses.terbitkan_mph(skp=baris, oleh=pengguna)[1],
        nama=f"mph-{baris.mulai.year}",
        judul=f"Matriks peran hasil {baris.mulai.year}, {baris.pegawai}",
        kembali=reverse("kinerja:skp", args=[kode]),
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def evaluasi_cetak(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The form Evaluasi Kinerja Pegawai, periodic or annual."""
    pengguna = akun(request)
    baris = evaluasi_terlihat(pengguna, kode)
    return jawab_dokumen(
        request,
        lambda: proses.pratinjau_evaluasi(baris),
        lambda: proses.terbitkan_evaluasi(evaluasi=baris, oleh=pengguna)[1],
        nama=f"evaluasi-{baris.periode.kode}",
        judul=f"Evaluasi {baris.periode.nama}, {baris.pegawai}",
        kembali=reverse("kinerja:evaluasi", args=[kode]),
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def dokumen_evaluasi_cetak(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The one-page Dokumen Evaluasi Kinerja."""
    pengguna = akun(request)
    baris = evaluasi_terlihat(pengguna, kode)
    return jawab_dokumen(
        request,
        lambda: proses.pratinjau_dokumen_evaluasi(baris),
        lambda: proses.terbitkan_dokumen_evaluasi(evaluasi=baris, oleh=pengguna)[1],
        nama=f"dokumen-evaluasi-{baris.periode.kode}",
        judul=f"Dokumen evaluasi {baris.periode.nama}, {baris.pegawai}",
        kembali=reverse("kinerja:evaluasi", args=[kode]),
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def angka_kredit_cetak(request: HttpRequest, kode: UUID) -> HttpResponse:
    """What was set of the angka kredit, with the balance."""
    pengguna = akun(request)
    baris = penetapan_terlihat(pengguna, kode)
    return jawab_dokumen(
        request,
        lambda: proses.pratinjau_angka_kredit(baris),
        lambda: proses.terbitkan_angka_kredit(penetapan=baris, oleh=pengguna)[1],
        nama=f"angka-kredit-{baris.mulai:%Y-%m}",
        judul=f"Penetapan angka kredit, {baris.pegawai}",
        kembali=reverse("kinerja:angka_kredit_pegawai", args=[baris.pegawai.uuid]),
    )


def jawab_dokumen(
    request: HttpRequest,
    pratinjau: Callable[[], bytes],
    terbitkan: Callable[[], bytes],
    *,
    nama: str,
    judul: str,
    kembali: str,
) -> HttpResponse:
    """The file, or a page that says why there is none and leads back."""
    terbit = request.method == "POST"
    try:
        isi = terbitkan() if terbit else pratinjau()
    except ProsesDitolak as galat:
        konteks = {"judul": judul, "galat": str(galat), "kembali": kembali}
        return render(request, "kinerja/cetak_ditolak.html", konteks, status=HTTPStatus.CONFLICT)
    return unduhan_jadi(isi, nama if terbit else f"pratinjau-{nama}", "pdf")
