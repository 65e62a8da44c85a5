"""Delivery of a final result: the employee takes notice, the pengelola records what was handed over on paper."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.forms import PenyampaianForm, berkas
from kinerja.models import Evaluasi, HasilDiterima
from kinerja.permissions import (
    boleh_mencatat_di_kertas,
)
from kinerja.proses import ProsesDitolak
from kinerja.proses.penyampaian import catat_penyampaian, terima_hasil
from kinerja.views.ambil import akun, evaluasi_terlihat, hanya_pengelola
from kinerja.views.formulir import jalankan
from rakumpit.berkas import unduhan
from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.nama import nama_urut
from rakumpit.tertahan import kiriman, wajib_masuk

PER_HALAMAN = 25


@wajib_masuk
@require_POST
def terima(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The employee has read the result."""
    pengguna = akun(request)
    baris = _sendiri(pengguna, kode)
    try:
        terima_hasil(evaluasi=baris, oleh=pengguna)
    except ProsesDitolak as galat:
        messages.warning(request, str(galat))
    else:
        messages.success(request, "Hasil Anda terima. Keberatan tetap dapat diajukan sampai hari terakhirnya.")
    return redirect("kinerja:evaluasi", kode=baris.uuid)


def _sendiri(pengguna: Pengguna, kode: UUID) -> Evaluasi:
    baris = evaluasi_terlihat(pengguna, kode)
    if baris.pegawai.pengguna_id != pengguna.pk:
        raise Http404
    return baris


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def penyampaian(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Record the signed receipt of a result that was handed over on paper."""
    pengguna = akun(request)
    hanya_pengelola(pengguna)
    baris = evaluasi_terlihat(pengguna, kode)
    if not boleh_mencatat_di_kertas(pengguna, baris.pegawai) or not HasilDiterima.objects.filter(evaluasi=baris):
        raise Http404
    form = PenyampaianForm(kiriman(request), request.FILES or None)

    def catat(data: dict[str, Any]) -> None:
        catat_penyampaian(evaluasi=baris, oleh=pengguna, tanggal=data["tanggal"], pindaian=berkas(data["pindaian"]))

    status = jalankan(request, form, catat)
    if status is None:
        messages.success(request, f"Penyampaian hasil kepada {baris.pegawai} tercatat.")
        return redirect("kinerja:evaluasi", kode=baris.uuid)
    konteks = {"form": form, "evaluasi": baris, "judul": f"{baris.pegawai.nama}, {baris.periode.nama}"}
    return render(request, "kinerja/penyampaian.html", konteks, status=status)


@wajib_masuk
@require_safe
def tanda_terima(request: HttpRequest, kode: UUID) -> FileResponse:
    """Scan of the receipt, for those who may read the row."""
    baris = evaluasi_terlihat(akun(request), kode)
    satu = HasilDiterima.objects.filter(evaluasi=baris).first()
    if satu is None or not satu.pindaian:
        raise Http404
    return unduhan(satu.pindaian, f"tanda-terima-{baris.periode.kode}")


@wajib_masuk
@require_safe
def penyampaian_daftar(request: HttpRequest) -> HttpResponse:
    """Results that wait for the paper, longest first."""
    hanya_pengelola(akun(request))
    semua = (
        HasilDiterima.objects.filter(disampaikan_pada=None)
        .select_related("evaluasi__pegawai", "evaluasi__periode", "evaluasi__unit")
        .order_by("siap_pada", "pk")
    )
    cari = request.GET.get("q", "").strip()
    if cari:
        semua = semua.filter(evaluasi__pegawai__nama_urut__contains=nama_urut(cari))
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("page"))
    return render(request, "kinerja/penyampaian_daftar.html", {"halaman": halaman, "q": cari})
