"""Plans: the own ones, writing a draft one item per page, and what the superior says to it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from http import HTTPStatus
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Prefetch
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.forms import IndikatorForm, KembalikanForm, RencanaForm, SKPBaruForm, SuratPersetujuanForm, berkas
from kinerja.models import SKP, Indikator, Periode, RencanaHasilKerja
from kinerja.perhitungan import periksa_bobot, teks_angka, teks_rentang
from kinerja.permissions import boleh_mengubah_skp, boleh_menyetujui_skp
from kinerja.permissions.dokumen import boleh_menerbitkan_skp
from kinerja.proses import ProsesDitolak, ajukan, catat_persetujuan_luar, kembalikan, setujui, terbuka_untuk_diisi
from kinerja.proses.ambil_perjanjian import iku_untuk_skp
from kinerja.proses.draf_skp import buat_draf, hapus_indikator, hapus_rencana, simpan_indikator, simpan_rencana
from kinerja.ringkasan.dukungan import hambatan
from kinerja.views.ambil import (
    akun,
    buang_tertahan,
    hanya_pengelola,
    kiriman,
    pegawai_sendiri,
    skp_sendiri,
    skp_terlihat,
    wajib_masuk,
)
from kinerja.views.unduhan import unduhan

JENIS_STATUS_SKP = {
    "draf": "netral",
    "diajukan": "info",
    "dikembalikan": "perhatian",
    "disetujui": "baik",
    "selesai": "netral",
}
# Step of «susun draf, ajukan, keputusan atasan» at which a plan stands; four: all done.
_LANGKAH = {"draf": 1, "dikembalikan": 1, "diajukan": 3, "disetujui": 4}


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def skp_daftar(request: HttpRequest) -> HttpResponse:
    """Own plans; a new draft is begun here."""
    pengguna = akun(request)
    pegawai = pegawai_sendiri(pengguna)
    form = SKPBaruForm(kiriman(request))
    status = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            try:
                skp = buat_draf(oleh=pengguna, **form.cleaned_data)
            except ProsesDitolak as galat:
                form.add_error(None, str(galat))
                status = HTTPStatus.CONFLICT
            else:
                buang_tertahan(request)
                messages.success(request, "Draf SKP dibuat. Tambahkan rencana hasil kerja.")
                return redirect("kinerja:skp", kode=skp.uuid)
    daftar = [(satu, JENIS_STATUS_SKP[satu.status]) for satu in SKP.objects.filter(pegawai=pegawai)]
    return render(request, "kinerja/skp_daftar.html", {"daftar": daftar, "form": form}, status=status)


@wajib_masuk
@require_safe
def skp(request: HttpRequest, kode: UUID) -> HttpResponse:
    """One plan with its results and indicators, and the buttons that are open to the reader."""
    pengguna = akun(request)
    return _halaman_skp(request, skp_terlihat(pengguna, kode))


def _halaman_skp(
    request: HttpRequest, baris: SKP, *, form: forms.Form | None = None, galat: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    pengguna = akun(request)
    rencana = list(
        baris.rencana.select_related("rhk_pimpinan").prefetch_related(
            Prefetch("indikator", Indikator.objects.select_related("unit_sumber"))
        )
    )
    milik = baris.pegawai.pengguna_id == pengguna.pk
    bobot = [satu.bobot for rhk in rencana for satu in rhk.indikator.all()]
    return render(
        request,
        "kinerja/skp.html",
        {
            "skp": baris,
            "judul": f"SKP {baris.mulai.year}" if milik else f"SKP {baris.mulai.year}, {baris.pegawai}",
            "langkah": _LANGKAH.get(baris.status, len(_LANGKAH)),
            "bobot": teks_angka(sum((b for b in bobot if b is not None), Decimal(0))) if any(bobot) else "",
            "galat_bobot": periksa_bobot(bobot) or "",
            "ada_indikator": bool(bobot),
            "jenis_status": JENIS_STATUS_SKP[baris.status],
            "rencana": [(satu, [(i, _angka_indikator(i)) for i in satu.indikator.all()]) for satu in rencana],
            "milik": milik,
            "hambatan": hambatan(baris.pegawai_id, baris.mulai, baris.selesai),
            "boleh_ubah": boleh_mengubah_skp(pengguna, baris),
            "ada_perjanjian": boleh_mengubah_skp(pengguna, baris) and bool(iku_untuk_skp(baris)),
            "boleh_setujui": boleh_menyetujui_skp(pengguna, baris),
            "boleh_cetak": baris.disetujui and boleh_menerbitkan_skp(pengguna, baris),
            "periode_terbuka": _periode_terbuka(baris) if milik else [],
            "form": form or KembalikanForm(),
            "galat": galat,
        },
        status=status,
    )


def _angka_indikator(indikator: Indikator) -> dict[str, str]:
    return {
        "target": teks_rentang(indikator.target, indikator.target_atas, indikator.satuan),
        "bobot": "" if indikator.bobot is None else teks_angka(indikator.bobot),
    }


def _periode_terbuka(baris: SKP) -> list[Periode]:
    calon = Periode.objects.untuk_status(baris.pegawai.status).filter(
        mulai__lte=baris.selesai, selesai__gte=baris.mulai
    )
    return [satu for satu in calon if terbuka_untuk_diisi(satu)]


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def skp_ajukan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Confirm and submit the own draft."""
    pengguna = akun(request)
    baris = skp_sendiri(pengguna, kode)
    galat = ""
    if request.method == "POST":
        try:
            ajukan(skp=baris, oleh=pengguna)
        except ProsesDitolak as tolak:
            galat = str(tolak)
        else:
            messages.success(request, "SKP diajukan. Anda mendapat pemberitahuan setelah atasan memutuskan.")
            return redirect("kinerja:skp", kode=baris.uuid)
    jumlah = Indikator.objects.filter(rencana__skp=baris).count()
    return render(
        request,
        "kinerja/skp_ajukan.html",
        {"skp": baris, "rencana": baris.rencana.count(), "indikator": jumlah, "galat": galat},
        status=HTTPStatus.CONFLICT if galat else HTTPStatus.OK,
    )


def _skp_diperiksa(request: HttpRequest, kode: UUID) -> SKP:
    """A plan that was submitted to the reader; who may decide now is the process's matter."""
    pengguna = akun(request)
    baris = skp_terlihat(pengguna, kode)
    penilai = baris.penilai or baris.penilai_luar
    dituju = penilai is not None and penilai.pengguna_id == pengguna.pk
    if not dituju and not boleh_menyetujui_skp(pengguna, baris):
        raise Http404
    return baris


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def skp_setujui(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The superior approves a submitted plan."""
    baris = _skp_diperiksa(request, kode)
    if request.method != "POST":
        return redirect("kinerja:skp", kode=kode)
    try:
        setujui(skp=baris, oleh=akun(request))
    except ProsesDitolak as galat:
        return _halaman_skp(request, skp_terlihat(akun(request), kode), galat=str(galat), status=HTTPStatus.CONFLICT)
    messages.success(request, f"SKP {baris.pegawai} disetujui.")
    return redirect("kinerja:skp", kode=kode)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def skp_kembalikan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The superior sends a submitted plan back with a note."""
    baris = _skp_diperiksa(request, kode)
    form = KembalikanForm(kiriman(request))
    if request.method != "POST":
        return _halaman_skp(request, baris, form=form if form.is_bound else None)
    if not form.is_valid():
        return _halaman_skp(request, baris, form=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        kembalikan(skp=baris, oleh=akun(request), catatan=form.cleaned_data["catatan"])
    except ProsesDitolak as galat:
        form.add_error(None, str(galat))
        return _halaman_skp(request, skp_terlihat(akun(request), kode), form=form, status=HTTPStatus.CONFLICT)
    buang_tertahan(request)
    messages.success(request, f"SKP dikembalikan kepada {baris.pegawai} dengan catatan Anda.")
    return redirect("kinerja:skp", kode=kode)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def skp_surat(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The pengelola records the approval that an official outside the office signed on paper."""
    pengguna = akun(request)
    hanya_pengelola(pengguna)
    baris = skp_terlihat(pengguna, kode)
    form = SuratPersetujuanForm(kiriman(request), request.FILES or None)
    status = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            try:
                catat_persetujuan_luar(
                    skp=baris,
                    oleh=pengguna,
                    surat_nomor=form.cleaned_data["surat_nomor"],
                    pindaian=berkas(form.cleaned_data["pindaian"]),
                )
            except ProsesDitolak as galat:
                form.add_error(None, str(galat))
                status = HTTPStatus.CONFLICT
            else:
                buang_tertahan(request)
                messages.success(request, f"Persetujuan SKP {baris.pegawai} menurut surat tercatat.")
                return redirect("kinerja:skp", kode=kode)
    return render(request, "kinerja/skp_surat.html", {"form": form, "skp": baris}, status=status)


@wajib_masuk
@require_safe
def skp_pindaian(request: HttpRequest, kode: UUID) -> FileResponse:
    """Scan of the approval letter, for those who may read the plan."""
    baris = skp_terlihat(akun(request), kode)
    if not baris.pindaian_persetujuan:
        raise Http404
    return unduhan(baris.pindaian_persetujuan, f"surat-skp-{baris.mulai.year}")


def _isi(
    request: HttpRequest,
    form: forms.BaseForm,
    simpan: Callable[[], object],
    *,
    skp: SKP,
    judul: str,
    berhasil: str,
    untuk: str = "",
) -> HttpResponse:
    """One item of a draft on one page: form, one call, back to the plan."""
    status = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            try:
                simpan()
            except ProsesDitolak as galat:
                form.add_error(None, str(galat))
                status = HTTPStatus.CONFLICT
            else:
                buang_tertahan(request)
                messages.success(request, berhasil)
                return redirect("kinerja:skp", kode=skp.uuid)
    konteks = {"form": form, "skp": skp, "judul": judul, "untuk": untuk}
    return render(request, "kinerja/skp_isi.html", konteks, status=status)


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
    return _isi(
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
    return _isi(
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


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def indikator_tambah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Add an indicator to a planned result of the own draft."""
    pengguna = akun(request)
    rencana = _rencana_sendiri(request, kode)
    indikator = Indikator(rencana=rencana)
    return _isi(
        request,
        IndikatorForm(kiriman(request), instance=indikator),
        lambda: simpan_indikator(indikator=indikator, oleh=pengguna),
        skp=rencana.skp,
        judul="Tambah indikator",
        untuk=rencana.uraian,
        berhasil="Indikator tersimpan.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def indikator_ubah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Change an indicator of the own draft."""
    pengguna = akun(request)
    indikator = _indikator_sendiri(request, kode)
    return _isi(
        request,
        IndikatorForm(kiriman(request), instance=indikator),
        lambda: simpan_indikator(indikator=indikator, oleh=pengguna),
        skp=indikator.rencana.skp,
        judul="Ubah indikator",
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


def _hapus(request: HttpRequest, hapus: Callable[[], None], *, skp: SKP, apa: str, uraian: str) -> HttpResponse:
    galat = ""
    if request.method == "POST":
        try:
            hapus()
        except ProsesDitolak as tolak:
            galat = str(tolak)
        else:
            messages.success(request, f"{apa.capitalize()} dihapus dari draf.")
            return redirect("kinerja:skp", kode=skp.uuid)
    return render(
        request,
        "kinerja/skp_hapus.html",
        {"skp": skp, "apa": apa, "uraian": uraian, "galat": galat},
        status=HTTPStatus.CONFLICT if galat else HTTPStatus.OK,
    )
