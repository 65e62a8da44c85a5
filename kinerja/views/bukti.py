"""Evidence of one indicator and period: adding, downloading, voiding."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.forms import AlasanForm
from kinerja.forms.bukti import BuktiForm
from kinerja.models import Bukti, Indikator, KirimanBukti, Periode
from kinerja.permissions import boleh_mengisi_realisasi, pemilik_bukti
from kinerja.proses import ProsesDitolak
from kinerja.proses.bukti import HasilKiriman, batalkan_bukti, cukupkan_kiriman, kirim_berkas, tambah_bukti
from kinerja.views.ambil import akun
from kinerja.views.formulir import jalankan
from rakumpit.berkas import unduhan
from rakumpit.organisasi.models import Pengguna
from rakumpit.tertahan import kiriman, untuk_skrip, wajib_masuk


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def bukti_tambah(request: HttpRequest, kode: UUID, periode: str) -> HttpResponse:
    """Add several files or a link; asked by the page's own script, it answers one file at a time as JSON."""
    pengguna = akun(request)
    indikator = get_object_or_404(Indikator.objects.select_related("rencana__skp__pegawai"), uuid=kode)
    if not boleh_mengisi_realisasi(pengguna, indikator):
        raise Http404
    satu_periode = get_object_or_404(Periode, kode=periode)
    alamat = reverse("kinerja:realisasi", args=[indikator.uuid, satu_periode.kode])
    isian = kiriman(request)
    # A sending that broke off goes on under its own number.
    terputus = [k for k in indikator.kiriman_bukti.filter(periode=satu_periode) if k.belum_lengkap]
    awal = {"kiriman": terputus[0].uuid if terputus else uuid4()}
    form = BuktiForm(initial=awal) if isian is None else BuktiForm(isian, request.FILES)
    hasil: list[HasilKiriman | None] = []
    status = jalankan(request, form, lambda _data: hasil.append(_simpan(form, indikator, satu_periode, pengguna)))
    if status is None:
        if untuk_skrip(request):
            return _json(hasil[0], alamat)
        _kabarkan(request, hasil[0])
        return redirect(alamat)
    if request.method == "POST" and untuk_skrip(request):
        pesan = [str(satu) for semua in form.errors.values() for satu in semua]
        return JsonResponse({"ditolak": pesan}, status=status)
    konteks = {"form": form, "indikator": indikator, "periode": satu_periode, "alamat": alamat}
    return render(request, "kinerja/bukti_tambah.html", konteks, status=status)


def _simpan(form: BuktiForm, indikator: Indikator, periode: Periode, pengguna: Pengguna) -> HasilKiriman | None:
    """Link and files, whichever were given; None when there was only a link."""
    data = form.cleaned_data
    if data["tautan"]:
        tambah_bukti(indikator=indikator, periode=periode, oleh=pengguna, tautan=data["tautan"], judul=data["judul"])
    if not data["berkas"]:
        return None
    return kirim_berkas(
        indikator=indikator,
        periode=periode,
        oleh=pengguna,
        berkas=data["berkas"],
        kode=data["kiriman"],
        jumlah=data["jumlah"] or len(data["berkas"]),
        judul=data["judul"],
    )


def _json(hasil: HasilKiriman | None, alamat: str) -> JsonResponse:
    ditolak = list(hasil.ditolak) if hasil is not None else []
    return JsonResponse({"ditolak": ditolak, "keadaan": str(hasil.kiriman) if hasil else "", "alamat": alamat})


def _kabarkan(request: HttpRequest, hasil: HasilKiriman | None) -> None:
    if hasil is None:
        messages.success(request, "Tautan bukti tersimpan.")
        return
    kabar = messages.success if len(hasil.kiriman.diterima) == hasil.kiriman.jumlah else messages.warning
    kabar(request, f"{hasil.kiriman}.")
    for alasan in hasil.ditolak:
        messages.error(request, alasan)


@wajib_masuk
@require_safe
def bukti(request: HttpRequest, kode: UUID) -> FileResponse:
    """One file, for those who may read it; a voided one is kept but no longer given out."""
    satu: Bukti = get_object_or_404(Bukti.objects.berlaku().terlihat_oleh(akun(request)), uuid=kode)
    if not satu.berkas:
        raise Http404
    return unduhan(satu.berkas, satu.judul.removesuffix(f".{satu.tipe}"))


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def bukti_batalkan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Void a piece of evidence with a reason."""
    pengguna = akun(request)
    satu = get_object_or_404(Bukti.objects.select_related("pegawai", "indikator", "periode"), uuid=kode)
    alamat = _tempat(satu)
    if not pemilik_bukti(pengguna, satu) or not alamat:
        raise Http404
    form = AlasanForm(kiriman(request))
    status = jalankan(request, form, lambda data: batalkan_bukti(bukti=satu, oleh=pengguna, alasan=data["alasan"]))
    if status is None:
        messages.success(request, "Bukti dibatalkan. Alasannya tercatat.")
        return redirect(alamat)
    return render(
        request, "kinerja/bukti_batalkan.html", {"form": form, "bukti": satu, "alamat": alamat}, status=status
    )


def _tempat(satu: Bukti) -> str:
    """Address of the page on which a piece of evidence stands; empty for a scan that proves something else."""
    if satu.indikator is not None and satu.periode is not None:
        return reverse("kinerja:realisasi", args=[satu.indikator.uuid, satu.periode.kode])
    return reverse("kinerja:catatan") if satu.catatan_harian_id else ""


@wajib_masuk
@require_POST
def bukti_cukup(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The files that arrived are enough."""
    pengguna = akun(request)
    satu = get_object_or_404(
        KirimanBukti.objects.select_related("indikator", "periode"), uuid=kode, pegawai__pengguna=pengguna
    )
    try:
        cukupkan_kiriman(kiriman=satu, oleh=pengguna)
    except ProsesDitolak as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, "Tercatat: berkas yang sudah diterima dianggap cukup.")
    return redirect("kinerja:realisasi", kode=satu.indikator.uuid, periode=satu.periode.kode)
