"""Tests: taken by participants, summed up for the organiser, written by the pengelola."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from pelatihan.enums.kehadiran import LABEL_JENIS_TES
from pelatihan.forms.tes import NaskahForm, PasangTesForm, TesForm
from pelatihan.models import ButirTes, Kegiatan, NaskahTes, TesKegiatan
from pelatihan.perhitungan.naskah import tulis_naskah
from pelatihan.perhitungan.tes import JenisTes
from pelatihan.permissions import boleh_mengelola
from pelatihan.permissions.kehadiran import pendaftaran_sendiri
from pelatihan.proses import tes as proses
from pelatihan.ringkasan.tes import rekap_kegiatan
from pelatihan.views.formulir import akun, formulir
from pelatihan.views.kehadiran import kegiatan_dicatat
from rakumpit.organisasi.models import Pengguna
from rakumpit.tertahan import kiriman, wajib_masuk

PER_HALAMAN = 20


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def tes_kerjakan(request: HttpRequest, kode: UUID, jenis: str) -> HttpResponse:
    """Take the test before or after, once."""
    pengguna = akun(request)
    if jenis not in set(JenisTes):
        raise Http404
    apa = JenisTes(jenis)
    kegiatan: Kegiatan = get_object_or_404(Kegiatan.objects.terlihat_oleh(pengguna), uuid=kode)
    tes: TesKegiatan = get_object_or_404(TesKegiatan, kegiatan=kegiatan)
    pendaftaran = pendaftaran_sendiri(pengguna, kegiatan)
    if pendaftaran is None:
        raise Http404
    halaman = reverse("pelatihan:ikut", args=[kegiatan.uuid])
    if request.method != "POST":
        alasan = proses.alasan_tutup(kegiatan, apa, kegiatan.sesi.berlaku())
        if pendaftaran.pengerjaan_tes.filter(jenis=apa.value).exists():
            alasan = f"{LABEL_JENIS_TES[apa]} sudah Anda kerjakan."
        if alasan:
            messages.warning(request, alasan)
            return redirect(halaman)
    butir = list(ButirTes.objects.filter(naskah=tes.naskah_id).prefetch_related("pilihan"))
    form = TesForm(kiriman(request), butir=butir, benih=f"{pendaftaran.uuid}:{apa.value}")
    return formulir(
        request,
        form,
        lambda _data: proses.kerjakan_tes(kegiatan=kegiatan, oleh=pengguna, jenis=apa, jawaban=form.jawaban()),
        judul=LABEL_JENIS_TES[apa],
        tombol="Kirim jawaban",
        induk=("Keikutsertaan saya", halaman),
        keterangan=f"{len(butir)} soal, dikerjakan satu kali. Hanya Anda yang melihat hasilnya.",
        kutipan=kegiatan.judul,
        pesan=f"{LABEL_JENIS_TES[apa]} terkirim.",
    )


@wajib_masuk
@require_safe
def tes(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Summary for the organiser."""
    kegiatan = kegiatan_dicatat(akun(request), kode)
    satu = TesKegiatan.objects.filter(kegiatan=kegiatan).select_related("naskah").first()
    return render(
        request,
        "pelatihan/tes.html",
        {"kegiatan": kegiatan, "tes": satu, "hasil": rekap_kegiatan(kegiatan, satu) if satu else None},
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def tes_atur(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Choose the items and the score that the certificate asks for."""
    pengguna = akun(request)
    kegiatan = kegiatan_dicatat(pengguna, kode)
    satu = TesKegiatan.objects.filter(kegiatan=kegiatan).select_related("naskah").first()
    usul = satu.naskah if satu else NaskahTes.objects.filter(aktif=True, program=kegiatan.program_id).first()
    awal: dict[str, Any] = {
        "versi": satu.versi if satu else None,
        "naskah": usul.uuid if usul else None,
        "skor_lulus": satu.skor_lulus if satu else None,
    }
    return formulir(
        request,
        PasangTesForm(kiriman(request), initial=awal),
        lambda data: proses.pasang_tes(kegiatan=kegiatan, oleh=pengguna, **data),
        judul="Atur tes",
        tombol="Simpan tes",
        induk=("Tes", reverse("pelatihan:tes", args=[kegiatan.uuid])),
        keterangan="Soal yang sama dipakai sebelum dan sesudah. Setelah ada yang menjawab, tidak berubah lagi.",
        kutipan=kegiatan.judul,
        pesan="Tes kegiatan ini tersimpan.",
    )


def _pengelola(request: HttpRequest) -> Pengguna:
    pengguna = akun(request)
    if not boleh_mengelola(pengguna):
        raise Http404
    return pengguna


@wajib_masuk
@require_safe
def naskah_daftar(request: HttpRequest) -> HttpResponse:
    """Items that can be used in events."""
    _pengelola(request)
    q = " ".join(request.GET.get("q", "").split())[:100]
    semua = NaskahTes.objects.select_related("program").annotate(banyak=Count("butir"))
    if q:
        semua = semua.filter(judul__icontains=q)
    halaman = Paginator(semua.order_by("judul", "pk"), PER_HALAMAN).get_page(request.GET.get("page"))
    return render(request, "pelatihan/naskah_daftar.html", {"halaman": halaman, "q": q})


_INDUK = "Naskah tes"


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def naskah_tambah(request: HttpRequest) -> HttpResponse:
    """Write the items of a new test."""
    pengguna = _pengelola(request)
    return formulir(
        request,
        NaskahForm(kiriman(request), initial={"aktif": True}),
        lambda data: proses.simpan_naskah(naskah=None, oleh=pengguna, **data),
        judul="Tambah naskah tes",
        tombol="Simpan naskah",
        induk=(_INDUK, reverse("pelatihan:naskah_daftar")),
        pesan="Naskah tes tersimpan.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def naskah_ubah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Change the items, until somebody has answered them."""
    pengguna = _pengelola(request)
    satu: NaskahTes = get_object_or_404(NaskahTes.objects.select_related("program"), uuid=kode)
    awal: dict[str, Any] = {
        "versi": satu.versi,
        "judul": satu.judul,
        "program": satu.program.uuid if satu.program else None,
        "teks": tulis_naskah(proses.isi_naskah(satu)),
        "aktif": satu.aktif,
    }
    return formulir(
        request,
        NaskahForm(kiriman(request), initial=awal),
        lambda data: proses.simpan_naskah(naskah=satu, oleh=pengguna, **data),
        judul="Ubah naskah tes",
        tombol="Simpan naskah",
        induk=(_INDUK, reverse("pelatihan:naskah_daftar")),
        pesan="Naskah tes tersimpan.",
    )
