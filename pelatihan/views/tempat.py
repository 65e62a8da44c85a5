"""Rooms and speakers, for the pengelola."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from pelatihan.forms.tempat import NarasumberForm, RuangForm
from pelatihan.models import Narasumber, Ruang
from pelatihan.permissions import boleh_mengelola
from pelatihan.proses.tempat import simpan_narasumber, simpan_ruang
from pelatihan.views.formulir import akun, formulir
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import hari_ini

PER_HALAMAN = 20


def _pengelola(request: HttpRequest) -> Pengguna:
    pengguna = akun(request)
    if not boleh_mengelola(pengguna):
        raise Http404
    return pengguna


@wajib_masuk
@require_safe
def ruang_daftar(request: HttpRequest) -> HttpResponse:
    """Rooms, those in use first."""
    _pengelola(request)
    cari = " ".join(request.GET.get("q", "").split())[:100]
    semua = Ruang.objects.select_related("unit").order_by("-aktif", "nama", "pk")
    if cari:
        semua = semua.filter(Q(nama__icontains=cari) | Q(unit__nama__icontains=cari) | Q(fasilitas__icontains=cari))
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("page"))
    return render(request, "pelatihan/ruang_daftar.html", {"halaman": halaman, "q": cari})


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def ruang_tambah(request: HttpRequest) -> HttpResponse:
    """A new room."""
    return _ruang(request, None)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def ruang_ubah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Change a room."""
    return _ruang(request, kode)


def _ruang(request: HttpRequest, kode: UUID | None) -> HttpResponse:
    pengguna = _pengelola(request)
    baris = get_object_or_404(Ruang.objects.select_related("unit"), uuid=kode) if kode else None
    awal: dict[str, object] = {"jeda_menit": 0}
    if baris is not None:
        awal = {nama: getattr(baris, nama) for nama in RuangForm.base_fields} | {"unit": baris.unit.uuid}
    return formulir(
        request,
        RuangForm(kiriman(request), initial=awal),
        lambda data: simpan_ruang(ruang=baris, oleh=pengguna, versi=data["versi"], isi=data),
        judul="Ubah ruang" if baris else "Tambah ruang",
        tombol="Simpan ruang",
        induk=("Ruang", reverse("pelatihan:ruang_daftar")),
        keterangan="Sesi yang sudah ada memegang jeda yang lama.",
        pesan="Ruang disimpan.",
    )


@wajib_masuk
@require_safe
def narasumber_daftar(request: HttpRequest) -> HttpResponse:
    """Speakers, those who are willing first."""
    _pengelola(request)
    cari = " ".join(request.GET.get("q", "").split())[:100]
    semua = Narasumber.objects.order_by("-aktif", "nama", "pk")
    if cari:
        semua = semua.filter(Q(nama__icontains=cari) | Q(keahlian__icontains=cari) | Q(instansi__icontains=cari))
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("page"))
    return render(request, "pelatihan/narasumber_daftar.html", {"halaman": halaman, "q": cari})


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def narasumber_tambah(request: HttpRequest) -> HttpResponse:
    """A new speaker."""
    return _narasumber(request, None)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def narasumber_ubah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Change a speaker."""
    return _narasumber(request, kode)


def _narasumber(request: HttpRequest, kode: UUID | None) -> HttpResponse:
    pengguna = _pengelola(request)
    baris = get_object_or_404(Narasumber.objects.select_related("pegawai"), uuid=kode) if kode else None
    awal: dict[str, object] = {"jeda_menit": 0}
    if baris is not None:
        awal = {nama: getattr(baris, nama) for nama in NarasumberForm.base_fields}
        awal |= {"pegawai": baris.pegawai.uuid if baris.pegawai else ""}
    kini = Pegawai.objects.aktif_pada(hari_ini()).order_by().values("pk")
    lama = baris.pegawai_id if baris is not None else None
    pegawai = Pegawai.objects.filter(Q(pk__in=kini) | Q(pk=lama)).order_by("nama_urut", "pk")
    return formulir(
        request,
        NarasumberForm(kiriman(request), pegawai=pegawai, initial=awal),
        lambda data: simpan_narasumber(narasumber=baris, oleh=pengguna, versi=data["versi"], isi=data),
        judul="Ubah narasumber" if baris else "Tambah narasumber",
        tombol="Simpan narasumber",
        induk=("Narasumber", reverse("pelatihan:narasumber_daftar")),
        pesan="Narasumber disimpan.",
    )
