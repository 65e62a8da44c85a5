"""Trying good practice out: the intention, the plan, the result."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from pelatihan.forms.jp import AlasanForm
from pelatihan.forms.praktik import CobaForm, HasilCobaForm, RencanaCobaForm, awal_rencana
from pelatihan.models import AdopsiPraktik
from pelatihan.perhitungan.praktik import ADOPSI_TERBUKA, StatusAdopsi
from pelatihan.permissions.praktik import boleh_mencoba, boleh_mengurus, unit_dipimpin
from pelatihan.proses import adopsi as proses
from pelatihan.views.formulir import akun, formulir
from pelatihan.views.praktik import JENIS_ADOPSI, ambil_praktik
from rakumpit.organisasi.models import Pengguna, UnitKerja
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import hari_ini


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def praktik_coba(request: HttpRequest, kode: UUID) -> HttpResponse:
    """«Akan kami coba»."""
    pengguna = akun(request)
    baris = ambil_praktik(pengguna, kode)
    if not boleh_mencoba(pengguna):
        raise Http404
    unit = list(UnitKerja.objects.filter(pk__in=unit_dipimpin(pengguna)).order_by("nama", "pk"))
    form = CobaForm(kiriman(request), pegawai=getattr(pengguna, "pegawai", None), unit=unit, initial={"kode": uuid4()})
    return formulir(
        request,
        form,
        lambda data: proses.akan_dicoba(
            kode=data["kode"],
            praktik=baris,
            oleh=pengguna,
            niat=data["niat"],
            kegiatan=data["kegiatan"],
            **form.sasaran(),
        ),
        judul="Akan kami coba",
        tombol="Catat niat mencoba",
        induk=(baris.judul, baris.get_absolute_url()),
        keterangan="Nanti Anda ditanya sekali apa hasilnya. Tidak ada yang dinilai buruk karena mencoba.",
        kutipan=baris.judul,
        pesan="Niat tercatat. Tulis rencananya bila sudah siap.",
    )


def _adopsi(pengguna: Pengguna, kode: UUID) -> AdopsiPraktik:
    baris: AdopsiPraktik = get_object_or_404(
        AdopsiPraktik.objects.terlihat_oleh(pengguna).select_related(
            "praktik", "unit", "pegawai__pengguna", "kegiatan", "oleh"
        ),
        uuid=kode,
    )
    return baris


def _diurus(pengguna: Pengguna, kode: UUID) -> AdopsiPraktik:
    """The trial for who tries it; else 404."""
    baris = _adopsi(pengguna, kode)
    if not boleh_mengurus(pengguna, baris):
        raise Http404
    return baris


@wajib_masuk
@require_safe
def adopsi(request: HttpRequest, kode: UUID) -> HttpResponse:
    """One trial, and what the reader may do."""
    pengguna = akun(request)
    baris = _adopsi(pengguna, kode)
    terbuka = baris.status in {satu.value for satu in ADOPSI_TERBUKA}
    urus = terbuka and boleh_mengurus(pengguna, baris)
    return render(
        request,
        "pelatihan/adopsi.html",
        {
            "satu": baris,
            "jenis": JENIS_ADOPSI[baris.status],
            "berkas": baris.berkas.berlaku(),
            "urus": urus,
            "boleh_hasil": urus and baris.status == StatusAdopsi.RENCANA.value,
            "ditanyakan": terbuka and hari_ini() >= baris.tanya_pada,
            "terbuka": terbuka,
        },
    )


def _induk(baris: AdopsiPraktik) -> tuple[str, str]:
    return f"Percobaan {baris.sasaran}", reverse("pelatihan:adopsi", args=[baris.uuid])


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def adopsi_rencana(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Write or change the plan."""
    pengguna = akun(request)
    baris = _diurus(pengguna, kode)
    return formulir(
        request,
        RencanaCobaForm(kiriman(request), initial=awal_rencana(baris)),
        lambda data: proses.rencanakan(adopsi=baris, oleh=pengguna, **data),
        judul="Rencana percobaan",
        tombol="Simpan rencana",
        induk=_induk(baris),
        kutipan=baris.niat,
        pesan="Rencana tersimpan. Catat angkanya sejak hari pertama.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def adopsi_hasil(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Say what came of it."""
    pengguna = akun(request)
    baris = _diurus(pengguna, kode)
    return formulir(
        request,
        HasilCobaForm(kiriman(request), request.FILES or None, initial={"versi": baris.versi}),
        lambda data: proses.catat_hasil(adopsi=baris, oleh=pengguna, **data),
        judul="Hasil percobaan",
        tombol="Simpan hasil",
        induk=_induk(baris),
        kutipan=baris.rencana,
        pesan="Hasil tersimpan. Terima kasih sudah mencoba dan membagikannya.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def adopsi_batal(request: HttpRequest, kode: UUID) -> HttpResponse:
    """It is not tried after all."""
    pengguna = akun(request)
    baris = _diurus(pengguna, kode)
    return formulir(
        request,
        AlasanForm(kiriman(request)),
        lambda data: proses.batalkan(adopsi=baris, oleh=pengguna, **data),
        judul="Tidak jadi mencoba",
        tombol="Batalkan percobaan",
        induk=_induk(baris),
        keterangan="Alasannya berguna bagi rekan lain.",
        kutipan=baris.niat,
        pesan="Percobaan dibatalkan.",
    )
