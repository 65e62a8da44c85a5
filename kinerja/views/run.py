"""Runs, for the pengelola: start, progress, who failed and why, and reopening a period."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kinerja.enums import StatusEvaluasi, StatusRun
from kinerja.forms import AlasanForm, BukaKembaliForm, RunForm
from kinerja.models import Evaluasi, Periode, RunEvaluasi
from kinerja.proses import batas_pengisian, buka_kembali_periode, buka_run, kemajuan, terima_galat
from kinerja.views.ambil import akun, hanya_pengelola
from kinerja.views.formulir import jalankan
from rakumpit.tertahan import kiriman, wajib_masuk

_JENIS_STATUS = {
    StatusRun.BERJALAN.value: "berjalan",
    StatusRun.SELESAI.value: "baik",
    StatusRun.SELESAI_DENGAN_GALAT.value: "perhatian",
    StatusRun.DITERIMA.value: "baik",
}
_RUN_TAMPIL = 20
_SURAT_TAMPIL = 25


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def run_daftar(request: HttpRequest) -> HttpResponse:
    """Periods, the latest runs, and the form that starts one."""
    pengguna = akun(request)
    hanya_pengelola(pengguna)
    form = RunForm(kiriman(request))
    baru: list[RunEvaluasi] = []
    status = jalankan(request, form, lambda data: baru.append(buka_run(oleh=pengguna, **data)))
    if status is None:
        messages.success(request, f"Perhitungan {baru[0].periode} nomor {baru[0].nomor} dimulai.")
        return redirect("kinerja:run", kode=baru[0].uuid)
    semua = RunEvaluasi.objects.select_related("periode", "unit", "oleh")[:_RUN_TAMPIL]
    surat = (
        Evaluasi.objects.filter(penilai_luar__isnull=False, terbaru=True)
        .exclude(status=StatusEvaluasi.DITETAPKAN.value)
        .exclude(penilai_luar__pengguna__is_active=True)
        .exclude(pegawai__pengguna=pengguna)
        .defer("bahan", "rincian")
        .select_related("pegawai", "periode", "penilai_luar")
        .order_by("-periode__mulai", "pegawai__nama_urut", "pk")
    )
    return render(
        request,
        "kinerja/run_daftar.html",
        {
            "form": form,
            "run": [(satu, _JENIS_STATUS[satu.status]) for satu in semua],
            "periode": [
                (satu, batas_pengisian(satu)) for satu in Periode.objects.order_by(F("mulai").desc())[:_RUN_TAMPIL]
            ],
            "surat": Paginator(surat, _SURAT_TAMPIL).get_page(request.GET.get("surat")),
        },
        status=status,
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def run(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Progress of one run, the people it could not compute, and accepting that with a reason."""
    pengguna = akun(request)
    hanya_pengelola(pengguna)
    satu = get_object_or_404(
        RunEvaluasi.objects.select_related("periode", "unit", "oleh", "aturan", "diterima_oleh"), uuid=kode
    )
    form = AlasanForm(kiriman(request))
    status = jalankan(request, form, lambda data: terima_galat(run=satu, oleh=pengguna, alasan=data["alasan"]))
    if status is None:
        messages.success(request, "Kegagalan diterima. Hasil yang lain dapat ditetapkan.")
        return redirect("kinerja:run", kode=kode)
    maju = kemajuan(satu)
    return render(
        request,
        "kinerja/run.html",
        {
            "run": satu,
            "judul": f"{satu.periode.nama}, perhitungan nomor {satu.nomor}",
            "jenis_status": _JENIS_STATUS[satu.status],
            "kemajuan": maju,
            "label_maju": f"{maju['dihitung']} dari {maju['pegawai']} pegawai dihitung "
            f"({maju['potongan_selesai']} dari {maju['potongan']} bagian)",
            "berjalan": satu.status == StatusRun.BERJALAN.value,
            "menunggu_diterima": satu.status == StatusRun.SELESAI_DENGAN_GALAT.value,
            "form": form,
        },
        status=status,
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def periode_buka(request: HttpRequest, kode: str) -> HttpResponse:
    """Reopen a closed period for typing until a day, with a reason."""
    pengguna = akun(request)
    hanya_pengelola(pengguna)
    periode = get_object_or_404(Periode, kode=kode)
    form = BukaKembaliForm(kiriman(request))
    status = jalankan(request, form, lambda data: buka_kembali_periode(periode=periode, oleh=pengguna, **data))
    if status is None:
        messages.success(request, f"{periode} dibuka kembali untuk pengisian.")
        return redirect(reverse("kinerja:run_daftar"))
    return render(
        request,
        "kinerja/periode_buka.html",
        {
            "periode": periode,
            "judul": f"Buka kembali {periode.nama}",
            "batas": batas_pengisian(periode),
            "form": form,
        },
        status=status,
    )
