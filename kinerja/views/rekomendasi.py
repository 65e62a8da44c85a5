"""Recommendations: asking for them, writing one, taking a request back."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from kinerja.enums.rekomendasi import StatusRekomendasi
from kinerja.forms.rekomendasi import MintaRekomendasiForm, RekomendasiForm
from kinerja.models import Periode, Rekomendasi
from kinerja.permissions import boleh_menilai_perilaku
from kinerja.proses import ProsesDitolak
from kinerja.proses.rekomendasi import batalkan_rekomendasi, isi_rekomendasi, minta_rekomendasi
from kinerja.views.ambil import akun
from kinerja.views.formulir import jalankan
from rakumpit.organisasi.models import Pegawai, Pengguna, Penugasan
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import hari_ini

CALON = 20


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def rekomendasi_minta(request: HttpRequest, periode: str, kode: UUID) -> HttpResponse:
    """Requests about one person and period; «?q=» finds by name whom to ask."""
    pengguna = akun(request)
    satu_periode = get_object_or_404(Periode, kode=periode)
    pegawai = get_object_or_404(Pegawai, uuid=kode)
    if not boleh_menilai_perilaku(pengguna, pegawai, satu_periode):
        raise Http404
    cari = request.GET.get("q", "").strip()
    calon = _calon(pegawai, pengguna, cari) if cari else []
    form = MintaRekomendasiForm(kiriman(request), calon=[(str(satu.uuid), _sebutan(satu)) for satu in calon])

    def minta(data: dict[str, Any]) -> None:
        dari = next(satu for satu in calon if str(satu.uuid) == data["dari"])
        minta_rekomendasi(
            pegawai=pegawai,
            periode=satu_periode,
            oleh=pengguna,
            dari=dari,
            peran=data["peran"],
            tugas=data["tugas"],
        )

    status = jalankan(request, form, minta)
    if status is None:
        messages.success(request, "Rekomendasi diminta. Yang diminta sudah diberi tahu.")
        return redirect(request.path)
    konteks = {
        "pegawai": pegawai,
        "periode": satu_periode,
        "q": cari,
        "calon": calon,
        "form": form if calon or form.is_bound else None,
        "permintaan": _permintaan(pegawai, satu_periode),
    }
    return render(request, "kinerja/rekomendasi_minta.html", konteks, status=status)


def _permintaan(pegawai: Pegawai, periode: Periode) -> list[Rekomendasi]:
    return list(Rekomendasi.objects.filter(pegawai=pegawai, periode=periode).select_related("dari"))


def _calon(pegawai: Pegawai, pengguna: Pengguna, cari: str) -> list[Pegawai]:
    """People with an account whose name holds the words, with the post of today."""
    tempat = Prefetch(
        "penugasan",
        Penugasan.objects.pada(hari_ini()).select_related("jabatan__unit").order_by("pk"),
        to_attr="penugasan_kini",
    )
    return list(
        Pegawai.objects.aktif_pada(hari_ini())
        .filter(pengguna__is_active=True)
        .exclude(pk=pegawai.pk)
        .exclude(pengguna=pengguna)
        .cari(cari)
        .select_related("pengguna")
        .prefetch_related(tempat)
        .order_by("nama_urut", "pk")[:CALON]
    )


def _sebutan(pegawai: Pegawai) -> str:
    tugas: list[Penugasan] = getattr(pegawai, "penugasan_kini")  # noqa: B009 - set by the prefetch, unknown to mypy
    return f"{pegawai.nama}, {tugas[0].jabatan}" if tugas else pegawai.nama


def _diminta(pengguna: Pengguna, kode: UUID) -> Rekomendasi:
    """A request to this account that was not taken back."""
    return get_object_or_404(
        Rekomendasi.objects.select_related("pegawai", "periode", "diminta_oleh").exclude(
            status=StatusRekomendasi.DIBATALKAN.value
        ),
        uuid=kode,
        dari__pengguna=pengguna,
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def rekomendasi(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The one who was asked writes."""
    pengguna = akun(request)
    baris = _diminta(pengguna, kode)
    form = RekomendasiForm(kiriman(request), initial={"isi": baris.isi})
    status = jalankan(request, form, lambda data: isi_rekomendasi(rekomendasi=baris, oleh=pengguna, isi=data["isi"]))
    if status is None:
        messages.success(request, f"Rekomendasi untuk {baris.pegawai} tersimpan. Terima kasih.")
        return redirect("beranda")
    konteks = {"rekomendasi": baris, "form": form, "dikembalikan": request.method != "POST" and form.is_bound}
    return render(request, "kinerja/rekomendasi.html", konteks, status=status)


@wajib_masuk
@require_POST
def rekomendasi_batal(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The superior takes an unanswered request back."""
    pengguna = akun(request)
    baris = get_object_or_404(Rekomendasi.objects.select_related("pegawai", "periode"), uuid=kode)
    if not boleh_menilai_perilaku(pengguna, baris.pegawai, baris.periode):
        raise Http404
    try:
        batalkan_rekomendasi(rekomendasi=baris, oleh=pengguna)
    except ProsesDitolak as galat:
        konteks = {
            "pegawai": baris.pegawai,
            "periode": baris.periode,
            "permintaan": _permintaan(baris.pegawai, baris.periode),
            "galat": str(galat),
        }
        return render(request, "kinerja/rekomendasi_minta.html", konteks, status=HTTPStatus.CONFLICT)
    messages.success(request, "Permintaan rekomendasi dibatalkan.")
    return redirect("kinerja:rekomendasi_minta", periode=baris.periode.kode, kode=baris.pegawai.uuid)
