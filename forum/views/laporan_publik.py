"""Reports of citizens without an account: the form, the receipt, and what became of answered ones."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from forum import laju
from forum.enums.laporan import LABEL_KLASIFIKASI, Kanal, Klasifikasi, Langkah
from forum.forms.laporan import CatatForm, LaporForm
from forum.models import Laporan, RiwayatLaporan
from forum.perhitungan.kunci import baca_kunci
from forum.permissions.laporan import boleh_mengelola_laporan
from forum.proses.laporan_masuk import terima_laporan
from forum.ringkasan.tampilan_laporan import tenggat_tampil
from forum.ringkasan.ukuran_laporan import awal_bulan, ukuran_umum
from forum.views.laporan_kelola import akun
from rakumpit.dokumen.kode import tampil_kode
from rakumpit.organisasi.samaran import pola_kantor
from rakumpit.samaran import samarkan
from rakumpit.waktu import BULAN, format_tanggal, hari_ini

BANYAK = 20
TERLALU_BANYAK = "Terlalu banyak kiriman dari jaringan ini. Tunggu sebentar, lalu kirim lagi. Tulisan Anda masih ada."


def tanpa_simpanan(balasan: HttpResponse) -> HttpResponse:
    """Never kept by the browser: the page holds a key, a report, or an id of its own."""
    balasan["Cache-Control"] = "no-store"
    return balasan


def _tanda_terima(request: HttpRequest, laporan: Laporan, kunci: str, templat: str) -> HttpResponse:
    """Number and key, rendered in answer to the POST: the key stands in no address and is stored nowhere.

    Sent again, the browser sends the same form, and the same number and key are shown.
    """
    isi = {"laporan": laporan, "kunci": tampil_kode(baca_kunci(kunci)), "tenggat": tenggat_tampil(laporan)}
    return tanpa_simpanan(render(request, templat, isi))


@require_http_methods(["GET", "HEAD", "POST"])
def lapor(request: HttpRequest) -> HttpResponse:
    """The form; a posted one is stored once, however often it is sent."""
    if request.method != "POST":
        return tanpa_simpanan(render(request, "forum/lapor.html", {"form": LaporForm()}))
    form = LaporForm(request.POST, request.FILES)
    status: int = HTTPStatus.UNPROCESSABLE_ENTITY
    pesan = ""
    if laju.ambil(request, "kirim") is None:
        status, pesan = HTTPStatus.TOO_MANY_REQUESTS, TERLALU_BANYAK
    elif form.is_valid():
        try:
            laporan, _ = terima_laporan(
                kiriman=form.cleaned_data["kiriman"], kunci=form.cleaned_data["kunci"], isi=form.isi_laporan()
            )
        except ValidationError as galat:
            status, pesan = HTTPStatus.CONFLICT, " ".join(galat.messages)
        else:
            return _tanda_terima(request, laporan, form.cleaned_data["kunci"], "forum/lapor_terima.html")
    balasan = tanpa_simpanan(render(request, "forum/lapor.html", {"form": form, "pesan": pesan}, status=status))
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        balasan["Retry-After"] = "600"
    return balasan


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def catat(request: HttpRequest) -> HttpResponse:
    """The pengelola types in what came by counter, telephone, letter or LAPOR!; the reporter gets number and key."""
    pengguna = akun(request)
    if not boleh_mengelola_laporan(pengguna):
        raise Http404
    if request.method != "POST":
        return tanpa_simpanan(render(request, "forum/laporan_catat.html", {"form": CatatForm()}))
    form = CatatForm(request.POST, request.FILES)
    status: int = HTTPStatus.UNPROCESSABLE_ENTITY
    if form.is_valid():
        data = form.cleaned_data
        try:
            laporan, _ = terima_laporan(
                kiriman=data["kiriman"],
                kunci=data["kunci"],
                isi=form.isi_laporan(),
                kanal=Kanal(data["kanal"]),
                nomor_lapor=data["nomor_lapor"],
                oleh=pengguna,
                diterima=data["diterima"],
            )
        except ValidationError as galat:
            form.add_error(None, galat)
            status = HTTPStatus.CONFLICT
        else:
            return _tanda_terima(request, laporan, data["kunci"], "forum/laporan_catat_terima.html")
    return tanpa_simpanan(render(request, "forum/laporan_catat.html", {"form": form}, status=status))


@require_safe
def daftar_umum(request: HttpRequest) -> HttpResponse:
    """Answered reports that are not secret, masked, and what the month looks like."""
    jenis = request.GET.get("jenis", "")
    semua = Laporan.objects.untuk_umum()
    if jenis in set(Klasifikasi):
        semua = semua.filter(klasifikasi=jenis)
    halaman = Paginator(
        semua.select_related("kelurahan").order_by("-ditutup_pada", "-dijawab_pada", "-pk"), BANYAK
    ).get_page(request.GET.get("page"))
    jawaban: dict[int, RiwayatLaporan] = {}
    for satu in RiwayatLaporan.objects.filter(
        laporan__in=[baris.pk for baris in halaman], langkah=Langkah.JAWAB.value
    ).order_by("pk"):
        jawaban[satu.laporan_id] = satu
    pola = pola_kantor()

    def tersamar(teks: str) -> str:
        return samarkan(teks, pola, tautan=True)

    bulan = awal_bulan(hari_ini())
    return render(
        request,
        "forum/laporan_umum.html",
        {
            "halaman": halaman,
            "baris": [
                {
                    "laporan": satu,
                    "judul": tersamar(satu.judul),
                    "isi": tersamar(satu.isi),
                    "jawaban": tersamar(jawaban[satu.pk].teks) if satu.pk in jawaban else "",
                    "hari": format_tanggal(satu.dijawab_pada) if satu.dijawab_pada else "",
                }
                for satu in halaman
            ],
            "jenis": jenis,
            "pilihan_jenis": [(satu.value, label) for satu, label in LABEL_KLASIFIKASI.items()],
            "ukuran": ukuran_umum(bulan),
            "nama_bulan": f"{BULAN[bulan.month - 1]} {bulan.year}",
        },
    )
