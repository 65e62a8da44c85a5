"""Certificates of own events: of one event for the organiser, and each one for its owner."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pelatihan.forms.jp import AlasanForm
from pelatihan.models import Kegiatan, SertifikatKegiatan
from pelatihan.permissions import pemilik
from pelatihan.permissions.sertifikat import boleh_mencabut, boleh_menerbitkan
from pelatihan.proses import ProsesDitolak
from pelatihan.proses.cetak_sertifikat import cetak_semua, fakta, pastikan_tercetak
from pelatihan.proses.sertifikat_kegiatan import cabut_sertifikat, terbitkan_sertifikat, terbitkan_ulang
from pelatihan.ringkasan.peserta import hasil_peserta
from pelatihan.views.formulir import akun, formulir
from rakumpit.berkas import unduhan_jadi
from rakumpit.dokumen.models import Dokumen
from rakumpit.organisasi.models import Pengguna
from rakumpit.tertahan import kiriman, wajib_masuk

PER_HALAMAN = 20


def _kegiatan(pengguna: Pengguna, kode: UUID) -> Kegiatan:
    """An event whose certificates this account issues; else 404."""
    semua = Kegiatan.objects.terlihat_oleh(pengguna).select_related("program__bentuk", "unit")
    baris: Kegiatan = get_object_or_404(semua, uuid=kode)
    if not boleh_menerbitkan(pengguna, baris):
        raise Http404
    return baris


def _sertifikat(pengguna: Pengguna, kode: UUID) -> SertifikatKegiatan:
    semua = SertifikatKegiatan.objects.terlihat_oleh(pengguna)
    baris: SertifikatKegiatan = get_object_or_404(
        semua.select_related(
            "pegawai__pengguna", "kegiatan", "dokumen", "dicabut_oleh", "menggantikan", "pengganti", "diterbitkan_oleh"
        ),
        uuid=kode,
    )
    return baris


def _halaman(request: HttpRequest, baris: Kegiatan, galat: str = "") -> HttpResponse:
    hasil = list(hasil_peserta(baris).values())
    # The newest of each person stands last, so it wins.
    punya = {satu.pegawai_id: satu for satu in baris.sertifikat.order_by("pk")}
    halaman = Paginator(hasil, PER_HALAMAN).get_page(request.GET.get("page"))
    isi = {
        "satu": baris,
        "galat": galat,
        "halaman": halaman,
        "baris": [(orang, punya.get(orang.pegawai_id)) for orang in halaman.object_list],
        "belum": sum(orang.diakui and orang.pegawai_id not in punya for orang in hasil),
        "berlaku": sum(not sertifikat.dicabut for sertifikat in punya.values()),
    }
    status = HTTPStatus.CONFLICT if galat else HTTPStatus.OK
    return render(request, "pelatihan/sertifikat_kegiatan.html", isi, status=status)


@wajib_masuk
@require_safe
def sertifikat_kegiatan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Participants with their result and certificate, for the organiser."""
    return _halaman(request, _kegiatan(akun(request), kode))


@wajib_masuk
@require_POST
def sertifikat_terbitkan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Issue for all who passed and have none."""
    pengguna = akun(request)
    baris = _kegiatan(pengguna, kode)
    try:
        baru = terbitkan_sertifikat(kegiatan=baris, oleh=pengguna)
    except ProsesDitolak as galat:
        return _halaman(request, baris, str(galat))
    if baru:
        messages.success(request, f"{len(baru)} sertifikat terbit. JP-nya sudah dihitung.")
    else:
        messages.info(request, "Tidak ada peserta lain yang memenuhi syarat.")
    return redirect("pelatihan:sertifikat_kegiatan", baris.uuid)


@wajib_masuk
@require_safe
def sertifikat_semua(request: HttpRequest, kode: UUID) -> HttpResponse:
    """All valid certificates of an event in one file to print."""
    baris = _kegiatan(akun(request), kode)
    try:
        isi = cetak_semua(baris)
    except ProsesDitolak as galat:
        return _halaman(request, baris, str(galat))
    return unduhan_jadi(isi, "sertifikat-kegiatan", "pdf")


def _rinci(request: HttpRequest, pengguna: Pengguna, baris: SertifikatKegiatan, galat: str = "") -> HttpResponse:
    pengganti = getattr(baris, "pengganti", None)
    boleh = boleh_mencabut(pengguna, baris)
    isi = {
        "satu": baris,
        "galat": galat,
        "milik": pemilik(pengguna, baris.pegawai),
        "fakta": baris.dokumen.fakta if baris.dokumen is not None else fakta(baris),
        "versi": Dokumen.objects.tentang(baris).order_by("-versi"),
        "pengganti": pengganti,
        "boleh_cabut": boleh and not baris.dicabut,
        "boleh_ulang": boleh and pengganti is None,
    }
    status = HTTPStatus.CONFLICT if galat else HTTPStatus.OK
    return render(request, "pelatihan/sertifikat_kami.html", isi, status=status)


@wajib_masuk
@require_safe
def sertifikat_kami(request: HttpRequest, kode: UUID) -> HttpResponse:
    """One certificate: what is printed, its state, and its versions."""
    pengguna = akun(request)
    return _rinci(request, pengguna, _sertifikat(pengguna, kode))


@wajib_masuk
@require_safe
def sertifikat_kami_unduh(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The newest version, as it was issued; typeset now if the task has not come to it."""
    pengguna = akun(request)
    baris = _sertifikat(pengguna, kode)
    try:
        dokumen = pastikan_tercetak(baris.pk).dokumen
    except ProsesDitolak as galat:
        return _rinci(request, pengguna, baris, str(galat))
    if dokumen is None:
        return _rinci(request, pengguna, baris, "Sertifikat ini dicabut sebelum sempat dicetak.")
    return unduhan_jadi(bytes(dokumen.berkas.isi), f"sertifikat-{baris.tahun}-{baris.urut:03d}", "pdf")


def _induk(baris: SertifikatKegiatan) -> tuple[str, str]:
    return f"Sertifikat {baris.nomor}", reverse("pelatihan:sertifikat_kami", args=[baris.uuid])


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def sertifikat_kami_cabut(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Revoke with a reason."""
    pengguna = akun(request)
    baris = _sertifikat(pengguna, kode)
    if not boleh_mencabut(pengguna, baris):
        raise Http404
    return formulir(
        request,
        AlasanForm(kiriman(request)),
        lambda data: cabut_sertifikat(sertifikat=baris, oleh=pengguna, **data),
        judul="Cabut sertifikat",
        tombol="Cabut sertifikat",
        induk=_induk(baris),
        keterangan=f"Milik {baris.nama}. Halaman verifikasi menyatakannya dicabut, dan JP-nya tidak dihitung lagi.",
        kutipan=baris.judul,
        pesan="Sertifikat dicabut. Pemiliknya diberi tahu.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def sertifikat_kami_ulang(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Print it again with today's name and signer, or issue a new one in place of a revoked one."""
    pengguna = akun(request)
    baris = _sertifikat(pengguna, kode)
    if not boleh_mencabut(pengguna, baris):
        raise Http404
    kata = (
        "Sertifikat baru dengan nomor baru terbit sebagai pengganti yang dicabut. JP-nya dihitung lagi."
        if baris.dicabut
        else "Nama dan penanda tangannya diambil dari data hari ini. Versi lama menyatakan sudah digantikan."
    )
    return formulir(
        request,
        AlasanForm(kiriman(request)),
        lambda data: terbitkan_ulang(sertifikat=baris, oleh=pengguna, **data),
        judul="Terbitkan ulang sertifikat",
        tombol="Terbitkan ulang",
        induk=_induk(baris),
        keterangan=f"Milik {baris.nama}. {kata}",
        kutipan=baris.judul,
        pesan="Sertifikat terbit lagi. Pemiliknya diberi tahu.",
    )
