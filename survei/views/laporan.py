"""Staff page of the report: what was issued, a preview, and making it as PDF, DOCX or XLSX."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from rakumpit.berkas import unduhan_jadi
from rakumpit.dokumen.enums import StatusDokumen
from rakumpit.dokumen.models import Dokumen
from rakumpit.waktu import format_tanggal, tanggal_lokal
from survei.enums.instrumen import JenisInstrumen
from survei.forms.buka_kembali import LaporanForm
from survei.models import HasilSurvei
from survei.permissions import boleh_membaca_saran, boleh_mengelola
from survei.proses.laporan import buat_laporan, pratinjau_laporan
from survei.views.kelola import pengguna_masuk, survei_terlihat, tab_survei

_KEADAAN = {
    StatusDokumen.SAH: ("baik", "Berlaku"),
    StatusDokumen.DIGANTIKAN: ("netral", "Digantikan"),
    StatusDokumen.DIBATALKAN: ("bahaya", "Dibatalkan"),
}
_SEBUTAN = {"survei.laporan": "Untuk kantor", "survei.laporan_umum": "Untuk umum"}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def laporan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """GET shows the page; POST, for the pengelola, makes the file."""
    pengguna = pengguna_masuk(request)
    survei = survei_terlihat(request, uuid)
    if survei.instrumen.jenis != JenisInstrumen.SKM:
        raise Http404
    boleh = boleh_mengelola(pengguna)
    if request.method == "POST" and not boleh:
        raise Http404
    form, status = LaporanForm(request.POST or None), HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            try:
                isi, _ = buat_laporan(survei=survei, oleh=pengguna, **form.cleaned_data)
            except ValidationError as galat:
                form.add_error(None, galat)
                status = HTTPStatus.CONFLICT
            else:
                return unduhan_jadi(isi, f"laporan-{survei.kode}", form.cleaned_data["bentuk"])
    semua = Dokumen.objects.tentang(survei).order_by("-pk")[:20]
    hasil = HasilSurvei.objects.filter(survei=survei).defer("rincian").order_by("-versi")
    konteks = {
        "survei": survei,
        "tab": tab_survei(survei, boleh_membaca_saran(pengguna, survei), "laporan"),
        "form": form if boleh else None,
        "tertolak": form if form.errors else None,
        "dokumen": [
            (
                satu,
                _SEBUTAN.get(satu.jenis, satu.judul),
                format_tanggal(tanggal_lokal(satu.diterbitkan_pada)),
                *_KEADAAN[satu.status],
            )
            for satu in semua
        ],
        "versi": [(satu, format_tanggal(tanggal_lokal(satu.dikunci_pada))) for satu in hasil],
    }
    return render(request, "survei/laporan.html", konteks, status=status)


@login_required
@require_safe
def pratinjau(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The version for everybody as a marked PDF, for those who may see the survey."""
    survei = survei_terlihat(request, uuid)
    if survei.instrumen.jenis != JenisInstrumen.SKM:
        raise Http404
    try:
        isi = pratinjau_laporan(survei)
    except ValidationError as galat:
        konteks = {"judul": f"Laporan {survei.judul}", "galat": " ".join(galat.messages), "survei": survei}
        return render(request, "survei/laporan_ditolak.html", konteks, status=HTTPStatus.CONFLICT)
    return unduhan_jadi(isi, f"pratinjau-laporan-{survei.kode}", "pdf")
