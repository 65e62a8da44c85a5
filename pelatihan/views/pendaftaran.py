"""Registrations of one person, and the superior's answers."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pelatihan.enums.kegiatan import JENIS_STATUS_PENDAFTARAN, LABEL_STATUS_PENDAFTARAN
from pelatihan.forms.jp import AlasanForm
from pelatihan.forms.pendaftaran import BatalForm
from pelatihan.models import Pendaftaran
from pelatihan.perhitungan.kegiatan import StatusPendaftaran
from pelatihan.permissions import boleh_mengelola, pemilik
from pelatihan.proses import pendaftaran as proses
from pelatihan.ringkasan.jawaban_daftar import menunggu_jawaban
from pelatihan.ringkasan.keadaan_daftar import langkah_daftar
from pelatihan.ringkasan.pendaftaran import nomor_tunggu
from pelatihan.views.formulir import akun, formulir, pegawai_sendiri, tekan
from rakumpit.bacaan import baca
from rakumpit.organisasi.models import Pengguna, Penugasan
from rakumpit.organisasi.pembaca import baca_pembaca
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import hari_ini

PER_HALAMAN = 20


def _pendaftaran(pengguna: Pengguna, kode: UUID) -> Pendaftaran:
    baris: Pendaftaran = get_object_or_404(
        Pendaftaran.objects.terlihat_oleh(pengguna).select_related(
            "pegawai__pengguna", "kegiatan__unit", "diputus_oleh", "didaftarkan_oleh"
        ),
        uuid=kode,
    )
    return baris


@wajib_masuk
@require_safe
def pendaftaran_saya(request: HttpRequest) -> HttpResponse:
    """The reader's registrations, the newest first; filter by state."""
    pegawai = pegawai_sendiri(akun(request))
    status = request.GET.get("keadaan", "")
    if status and status not in set(StatusPendaftaran):
        raise Http404
    semua = Pendaftaran.objects.filter(pegawai=pegawai).select_related("kegiatan__unit").order_by("-pk")
    if status:
        semua = semua.filter(status=status)
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("page"))
    baris = list(halaman.object_list)
    nomor = nomor_tunggu(baris)
    return render(
        request,
        "pelatihan/pendaftaran_saya.html",
        {
            "halaman": halaman,
            "baris": [
                (satu, JENIS_STATUS_PENDAFTARAN[StatusPendaftaran(satu.status)], nomor.get(satu.pk)) for satu in baris
            ],
            "keadaan": status,
            "pilihan": [(satu.value, kata) for satu, kata in LABEL_STATUS_PENDAFTARAN.items()],
        },
    )


@wajib_masuk
@require_safe
def pendaftaran(request: HttpRequest, kode: UUID) -> HttpResponse:
    """One registration, where it stands, and what the reader may do."""
    return _halaman(request, _pendaftaran(akun(request), kode))


def _halaman(request: HttpRequest, baris: Pendaftaran, *, galat: str = "") -> HttpResponse:
    pengguna = akun(request)
    return render(
        request,
        "pelatihan/pendaftaran.html",
        {
            "satu": baris,
            "milik": pemilik(pengguna, baris.pegawai),
            "langkah": langkah_daftar(pengguna, baris),
            "galat": galat,
        },
        status=HTTPStatus.CONFLICT if galat else HTTPStatus.OK,
    )


def _tekan(request: HttpRequest, kode: UUID, jalankan: Callable[..., None], pesan: str) -> HttpResponse:
    """A step without words; a refusal comes back on the page of the registration."""
    pengguna = akun(request)
    baris = _pendaftaran(pengguna, kode)
    return tekan(
        request,
        lambda: jalankan(pendaftaran=baris, oleh=pengguna),
        pesan=pesan,
        lanjut=reverse("pelatihan:pendaftaran", args=[kode]),
        gagal=lambda galat: _halaman(request, _pendaftaran(pengguna, kode), galat=galat),
    )


@wajib_masuk
@require_POST
def pendaftaran_setujui(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The superior agrees."""
    return _tekan(request, kode, proses.setujui, "Pendaftaran disetujui. Pegawainya diberi tahu.")


@wajib_masuk
@require_POST
def pendaftaran_terima(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The person takes the offered seat."""
    return _tekan(request, kode, proses.terima_tawaran, "Kursi itu sekarang milik Anda.")


@wajib_masuk
@require_POST
def pendaftaran_lepas(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The person lets the offered seat go."""
    return _tekan(request, kode, proses.lepas_tawaran, "Kursi dilepas dan ditawarkan kepada orang berikutnya.")


def _induk(baris: Pendaftaran) -> tuple[str, str]:
    return baris.kegiatan.judul, reverse("pelatihan:pendaftaran", args=[baris.uuid])


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def pendaftaran_tolak(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Refuse with a reason; somebody who only reads gets the sentence that says so."""
    pengguna = akun(request)
    baris = _pendaftaran(pengguna, kode)
    if pemilik(pengguna, baris.pegawai):
        raise Http404
    return formulir(
        request,
        AlasanForm(kiriman(request)),
        lambda data: proses.tolak(pendaftaran=baris, oleh=pengguna, **data),
        judul="Tolak pendaftaran",
        tombol="Tolak pendaftaran",
        induk=_induk(baris),
        keterangan=f"{baris.pegawai.nama} membaca alasannya.",
        kutipan=baris.kegiatan.judul,
        pesan="Pendaftaran ditolak. Pegawainya diberi tahu.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def pendaftaran_batal(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Give the seat or the place on the list back."""
    pengguna = akun(request)
    baris = _pendaftaran(pengguna, kode)
    milik = pemilik(pengguna, baris.pegawai)
    if not milik and not boleh_mengelola(pengguna):
        raise Http404
    return formulir(
        request,
        (BatalForm if milik else AlasanForm)(kiriman(request)),
        lambda data: proses.batalkan(pendaftaran=baris, oleh=pengguna, **data),
        judul="Batalkan pendaftaran",
        tombol="Batalkan pendaftaran",
        induk=_induk(baris),
        keterangan="Kursi ditawarkan kepada orang berikutnya di daftar tunggu."
        if milik
        else f"{baris.pegawai.nama} membaca alasannya.",
        kutipan=baris.kegiatan.judul,
        pesan="Pendaftaran dibatalkan.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def pendaftaran_menunggu(request: HttpRequest) -> HttpResponse:
    """Registrations that the reader may answer now; agree to those that are ticked.

    What somebody answered in the meantime is named and left.
    """
    pengguna = akun(request)
    hari = hari_ini()
    if not boleh_mengelola(pengguna) and not Penugasan.objects.unit_dipimpin(pengguna, hari):
        raise Http404
    galat: list[str] = []
    if request.method == "POST":
        n, galat = proses.setujui_banyak(pendaftaran=_dipilih(request, pengguna), oleh=pengguna)
        if n and not galat:
            messages.success(request, f"{n} pendaftaran disetujui. Pegawainya diberi tahu.")
            return redirect("pelatihan:pendaftaran_menunggu")
        galat = [f"{n} pendaftaran disetujui.", *galat] if n else galat or ["Pilih paling sedikit satu pendaftaran."]
    semua = baca(menunggu_jawaban(baca(baca_pembaca(pengguna, hari))))
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("page"))
    return render(
        request,
        "pelatihan/pendaftaran_menunggu.html",
        {"halaman": halaman, "hari": hari, "galat": galat},
        status=HTTPStatus.CONFLICT if galat else HTTPStatus.OK,
    )


def _dipilih(request: HttpRequest, pengguna: Pengguna) -> list[Pendaftaran]:
    try:
        return list(
            Pendaftaran.objects.terlihat_oleh(pengguna)
            .filter(uuid__in=request.POST.getlist("pilih")[:PER_HALAMAN])
            .select_related("pegawai")
        )
    except ValidationError:
        raise Http404 from None
