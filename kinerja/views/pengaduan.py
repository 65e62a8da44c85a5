"""Complaints beside a result: linking one, answering it, taking the link back."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from forum.ringkasan import PengaduanTerbukti
from kinerja.forms import AlasanForm
from kinerja.forms.pengaduan import KaitkanPengaduanForm, TanggapanForm
from kinerja.models import Evaluasi, PengaduanTerkait
from kinerja.proses.pengaduan import cabut_pengaduan, kaitkan_pengaduan, tanggapi_pengaduan
from kinerja.ringkasan.pengaduan import calon_pengaduan, rencana_periode
from kinerja.views.ambil import akun, evaluasi_diputus
from kinerja.views.formulir import simpan_formulir
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import format_tanggal

_TERBACA = PengaduanTerkait.objects.select_related("pegawai", "periode", "oleh").filter(dicabut_pada__isnull=True)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def pengaduan_kaitkan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Link a justified complaint to the person of this evaluation, with a statement."""
    pengguna = akun(request)
    baris = evaluasi_diputus(pengguna, kode)
    form = KaitkanPengaduanForm(
        kiriman(request),
        calon=[(satu.kunci, _sebutan(satu)) for satu in calon_pengaduan(pengguna, baris)],
        rencana=[(str(satu.uuid), satu.uraian) for satu in rencana_periode(baris)],
    )

    def simpan() -> HttpResponse:
        kaitkan_pengaduan(evaluasi=baris, oleh=pengguna, **form.cleaned_data)
        messages.success(request, "Pengaduan dikaitkan. Pegawai itu diberi tahu dan dapat menanggapi.")
        return redirect("kinerja:evaluasi", kode=kode)

    return simpan_formulir(
        request,
        form,
        simpan,
        judul="Kaitkan pengaduan warga",
        tombol="Kaitkan pengaduan",
        induk=(f"{baris.pegawai.nama}, {baris.periode.nama}", reverse("kinerja:evaluasi", args=[kode])),
        keterangan="Pengaduan dalam periode ini yang selesai dengan perbaikan. Bahan pembicaraan; usulan tidak "
        "menghitungnya.",
    )


def _sebutan(satu: PengaduanTerbukti) -> str:
    tentang = "tentang pegawai ini" if satu.tentang_orang else "tentang layanan unitnya"
    return f"{satu.nomor}, {satu.layanan}, {tentang}, selesai {format_tanggal(satu.hari)}"


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def pengaduan_tanggapi(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The person's answer to a complaint that was linked to the own result."""
    pengguna = akun(request)
    baris = get_object_or_404(_TERBACA, uuid=kode, pegawai__pengguna=pengguna)
    form = TanggapanForm(kiriman(request), initial={"tanggapan": baris.tanggapan})
    evaluasi = _evaluasi(baris)

    def simpan() -> HttpResponse:
        tanggapi_pengaduan(terkait=baris, oleh=pengguna, tanggapan=form.cleaned_data["tanggapan"])
        messages.success(request, "Tanggapan Anda disimpan.")
        return redirect("kinerja:evaluasi", kode=evaluasi.uuid)

    return simpan_formulir(
        request,
        form,
        simpan,
        judul=f"Tanggapan atas pengaduan {baris.nomor}",
        tombol="Simpan tanggapan",
        induk=(str(baris.periode), reverse("kinerja:evaluasi", args=[evaluasi.uuid])),
        keterangan=f"Pernyataan {baris.oleh.nama}, {format_tanggal(baris.pada)}:",
        kutipan=baris.pernyataan,
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def pengaduan_cabut(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Take a link back, with a reason."""
    pengguna = akun(request)
    baris = get_object_or_404(_TERBACA, uuid=kode)
    evaluasi = evaluasi_diputus(pengguna, _evaluasi(baris).uuid)
    form = AlasanForm(kiriman(request))

    def simpan() -> HttpResponse:
        cabut_pengaduan(terkait=baris, oleh=pengguna, alasan=form.cleaned_data["alasan"])
        messages.success(request, "Kaitan dicabut. Pegawai itu diberi tahu.")
        return redirect("kinerja:evaluasi", kode=evaluasi.uuid)

    return simpan_formulir(
        request,
        form,
        simpan,
        judul=f"Cabut kaitan pengaduan {baris.nomor}",
        tombol="Cabut kaitan",
        induk=(f"{evaluasi.pegawai.nama}, {evaluasi.periode.nama}", reverse("kinerja:evaluasi", args=[evaluasi.uuid])),
        kutipan=baris.pernyataan,
    )


def _evaluasi(terkait: PengaduanTerkait) -> Evaluasi:
    return get_object_or_404(Evaluasi, pegawai=terkait.pegawai_id, periode=terkait.periode_id, terbaru=True)
