"""Import of participants: template, «Periksa dulu» with a report per row, then all rows or none; and guests."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from pelatihan.forms.impor_peserta import ImporPesertaForm, SimpanImporForm
from pelatihan.forms.jp import AlasanForm
from pelatihan.models import Kegiatan, PesertaLuar
from pelatihan.permissions import boleh_mengelola
from pelatihan.proses import ProsesDitolak
from pelatihan.proses.berkas_peserta import BarisPeserta, BerkasPeserta, baca_berkas_peserta, templat
from pelatihan.proses.impor_peserta import periksa_impor_peserta, simpan_impor_peserta
from pelatihan.proses.peserta_luar import batalkan_peserta_luar
from pelatihan.ringkasan.pendaftaran import jadwal, sebab_tertutup
from pelatihan.views.formulir import akun, formulir
from pelatihan.views.kegiatan_tulis import kegiatan_disusun
from rakumpit.berkas import unduhan_jadi
from rakumpit.organisasi.models import Pengguna
from rakumpit.tertahan import kiriman, wajib_masuk

PER_HALAMAN = 100
_SESI = "impor_peserta"


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def peserta_impor(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Upload and look at the report; what was read waits in the session until it is saved or dropped."""
    pengguna = akun(request)
    kegiatan = kegiatan_disusun(pengguna, kode)
    lagi = redirect("pelatihan:peserta_impor", kode)
    form, simpan, galat, status = ImporPesertaForm(), SimpanImporForm(), "", HTTPStatus.OK
    langkah = request.POST.get("langkah")
    if request.method == "POST" and langkah == "batal":
        request.session.pop(_SESI, None)
        messages.success(request, "Impor dibatalkan. Tidak ada yang disimpan.")
        return lagi
    if request.method == "POST" and langkah == "simpan":
        simpan = SimpanImporForm(request.POST)
        galat, status = _simpan(request, kegiatan, pengguna, simpan)
        if not galat:
            return redirect("pelatihan:kegiatan_peserta", kode)
    elif request.method == "POST":
        form, status = ImporPesertaForm(request.POST, request.FILES), HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            berkas = form.cleaned_data["berkas"]
            try:
                isi = baca_berkas_peserta(berkas.read(), berkas.name or "")
            except ProsesDitolak as tolak:
                form.add_error("berkas", str(tolak))
            else:
                request.session[_SESI] = {str(kode): _ke_sesi(berkas.name or "", isi)}
                return lagi
    konteks = _konteks(request, kegiatan, pengguna) | {"form": form, "simpan": simpan, "galat": galat}
    return render(request, "pelatihan/peserta_impor.html", konteks, status=status)


def _simpan(
    request: HttpRequest, kegiatan: Kegiatan, pengguna: Pengguna, form: SimpanImporForm
) -> tuple[str, HTTPStatus]:
    """Why nothing was stored, or ""."""
    if not form.is_valid():
        return "Alasan paling panjang 300 huruf.", HTTPStatus.UNPROCESSABLE_ENTITY
    baris = _dari_sesi(_tersimpan(request, kegiatan))
    try:
        hasil = simpan_impor_peserta(kegiatan=kegiatan, baris=baris, oleh=pengguna, **form.cleaned_data)
    except ProsesDitolak as tolak:
        return str(tolak), HTTPStatus.CONFLICT
    del request.session[_SESI]
    sudah = f", {hasil.dilewati} baris sudah ada atau rangkap" if hasil.dilewati else ""
    messages.success(request, f"{hasil.pegawai} pegawai didaftarkan, {hasil.luar} peserta luar dicatat{sudah}.")
    return "", HTTPStatus.OK


def _konteks(request: HttpRequest, kegiatan: Kegiatan, pengguna: Pengguna) -> dict[str, Any]:
    tersimpan = _tersimpan(request, kegiatan)
    hasil = periksa_impor_peserta(kegiatan=kegiatan, baris=_dari_sesi(tersimpan), oleh=pengguna)
    # Faults first: they are what is left to do.
    urut = sorted(hasil, key=lambda satu: (not satu.galat, not satu.peringatan, satu.baris.nomor))
    return {
        "satu": kegiatan,
        "sebab": sebab_tertutup(kegiatan, jadwal(kegiatan)),
        "nama": tersimpan.get("nama", ""),
        "catatan": tersimpan.get("catatan", []),
        "halaman": Paginator(urut, PER_HALAMAN).get_page(request.GET.get("page")),
        "jumlah": len(hasil),
        "salah": sum(bool(satu.galat) for satu in hasil),
        "baru": sum(satu.baru for satu in hasil),
        "dilewati": sum(not satu.galat and not satu.baru for satu in hasil),
        "perlu_alasan": any(satu.perlu_alasan for satu in hasil),
        "boleh_beralasan": boleh_mengelola(pengguna),
    }


def _tersimpan(request: HttpRequest, kegiatan: Kegiatan) -> dict[str, Any]:
    isi: dict[str, Any] = request.session.get(_SESI, {}).get(str(kegiatan.uuid), {})
    return isi


def _ke_sesi(nama: str, isi: BerkasPeserta) -> dict[str, Any]:
    """What was read as plain JSON types."""
    return {
        "nama": nama,
        "catatan": list(isi.catatan),
        "baris": [[satu.nomor, satu.isi, satu.galat] for satu in isi.baris],
    }


def _dari_sesi(tersimpan: dict[str, Any]) -> list[BarisPeserta]:
    return [BarisPeserta(*satu) for satu in tersimpan.get("baris", [])]


@wajib_masuk
@require_safe
def peserta_templat(request: HttpRequest, kode: UUID) -> HttpResponse:
    """An empty sheet with the headings."""
    kegiatan_disusun(akun(request), kode)
    return unduhan_jadi(templat(), "templat-peserta", "xlsx")


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def peserta_luar_batal(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Take a guest off the list."""
    pengguna = akun(request)
    baris = get_object_or_404(PesertaLuar.objects.select_related("kegiatan"), uuid=kode)
    kegiatan = kegiatan_disusun(pengguna, baris.kegiatan.uuid)
    return formulir(
        request,
        AlasanForm(kiriman(request)),
        lambda data: batalkan_peserta_luar(peserta=baris, oleh=pengguna, **data),
        judul="Batalkan peserta luar",
        tombol="Batalkan peserta luar",
        induk=("Daftar peserta", reverse("pelatihan:kegiatan_peserta", args=[kegiatan.uuid])),
        keterangan="Kursinya diberikan kepada yang menunggu.",
        kutipan=baris.nama,
        pesan="Peserta luar dibatalkan.",
    )
