"""Asking peers and subordinates to rate, and the page of those who were asked."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from kinerja.enums import StatusPenilai
from kinerja.forms import PenilaiForm, PerilakuForm
from kinerja.models import PenilaianPerilaku, PenilaiDiminta, Periode
from kinerja.perhitungan import LABEL_PENILAI, LABEL_RATING, Penilai
from kinerja.permissions import boleh_menilai_perilaku, hubungan_kerja
from kinerja.proses.penilai_diminta import minta_penilai, nilai_sebagai_rekan, ringkasan_lain
from kinerja.views.ambil import akun
from kinerja.views.formulir import jalankan
from rakumpit.organisasi.models import Pegawai
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import hari_ini


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def tim_penilai(request: HttpRequest, periode: str, kode: UUID) -> HttpResponse:
    """Whom the superior asks about one person, who has answered, and what they said together."""
    pengguna = akun(request)
    satu_periode = get_object_or_404(Periode, kode=periode)
    pegawai = get_object_or_404(Pegawai, uuid=kode)
    if not boleh_menilai_perilaku(pengguna, pegawai, satu_periode):
        raise Http404
    hubungan = hubungan_kerja(pegawai, min(satu_periode.selesai, hari_ini()))
    calon = list(Pegawai.objects.filter(pk__in=hubungan).order_by("nama_urut", "pk"))
    permintaan = list(PenilaiDiminta.objects.filter(pegawai=pegawai, periode=satu_periode).select_related("penilai"))
    dipakai = [satu for satu in permintaan if satu.status != StatusPenilai.DIBATALKAN.value]
    form = PenilaiForm(
        kiriman(request),
        calon=[(satu, f"{satu.nama} ({LABEL_PENILAI[hubungan[satu.pk]].lower()})") for satu in calon],
        initial={"penilai": [str(satu.penilai.uuid) for satu in dipakai]},
    )
    diminta: list[PenilaiDiminta] = []

    def minta(data: dict[str, Any]) -> None:
        dipilih = set(data["penilai"])
        penilai = [satu for satu in calon if str(satu.uuid) in dipilih]
        diminta.extend(minta_penilai(pegawai=pegawai, periode=satu_periode, penilai=penilai, oleh=pengguna))

    status = jalankan(request, form, minta)
    if status is None:
        messages.success(request, f"Perilaku kerja {pegawai}: {len(diminta)} orang diminta menilai.")
        return redirect(request.path)
    return render(
        request,
        "kinerja/tim_penilai.html",
        {
            "pegawai": pegawai,
            "periode": satu_periode,
            "form": form,
            "calon": calon,
            "permintaan": dipakai,
            "sudah": sum(satu.status == StatusPenilai.DIISI.value for satu in dipakai),
            "ringkasan": ringkasan_lain(pegawai, satu_periode),
            "judul_rating": [label.removesuffix(" ekspektasi") for label in LABEL_RATING.values()],
        },
        status=status,
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def rekan_nilai(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Seven ratings of a colleague or superior, by the one who was asked."""
    pengguna = akun(request)
    permintaan = get_object_or_404(
        PenilaiDiminta.objects.select_related("pegawai", "periode").exclude(status=StatusPenilai.DIBATALKAN.value),
        uuid=kode,
        penilai__pengguna=pengguna,
    )
    milik = PenilaianPerilaku.objects.filter(
        pegawai_id=permintaan.pegawai_id, periode_id=permintaan.periode_id, penilai_id=permintaan.penilai_id
    )
    tersimpan = {n: (r, c) for n, r, c in milik.values_list("nilai_dasar", "rating", "catatan")}
    form = PerilakuForm(kiriman(request), tersimpan=tersimpan)
    status = jalankan(
        request, form, lambda _data: nilai_sebagai_rekan(permintaan=permintaan, oleh=pengguna, penilaian=form.penilaian)
    )
    if status is None:
        messages.success(request, f"Penilaian Anda untuk {permintaan.pegawai} tersimpan. Terima kasih.")
        return redirect("beranda")
    return render(
        request,
        "kinerja/rekan_nilai.html",
        {
            "permintaan": permintaan,
            "sebagai": LABEL_PENILAI[Penilai(permintaan.sebagai)].lower(),
            "form": form,
            "dikembalikan": request.method != "POST" and form.is_bound,
        },
        status=status,
    )
