"""Agreements of units: the list, one agreement, signing it, and a changed one."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import OuterRef, Prefetch, Q
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.enums import StatusPerjanjian
from kinerja.forms import AlasanForm, PerjanjianBaruForm, TandaTanganForm, berkas
from kinerja.models import IndikatorUtama, PerjanjianKinerja
from kinerja.perhitungan import teks_rentang
from kinerja.permissions import (
    boleh_melihat_perencanaan,
    boleh_mencatat_perjanjian,
    boleh_mengubah_perjanjian,
    memimpin_unit,
    orang_akun,
    para_pihak,
)
from kinerja.proses.perjanjian import buat_perjanjian, buat_perubahan, hapus_draf, tandatangani
from kinerja.views.ambil import akun
from kinerja.views.formulir import jalankan, konfirmasi_hapus
from rakumpit.bacaan import banyak
from rakumpit.berkas import unduhan
from rakumpit.organisasi.models import Pengguna, Penugasan, UnitKerja
from rakumpit.organisasi.models.pegawai import orang
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import hari_ini

PER_HALAMAN = 25
ROMAWI = {1: "I", 2: "II", 3: "III", 4: "IV"}
JENIS_STATUS_PERJANJIAN = {"draf": "netral", "ditandatangani": "baik", "diganti": "netral"}


def perjanjian_terlihat(pengguna: Pengguna, kode: UUID) -> PerjanjianKinerja:
    """An agreement that this account may read."""
    satu: PerjanjianKinerja = get_object_or_404(
        PerjanjianKinerja.objects.terlihat_oleh(pengguna).select_related(
            "unit", "sebelumnya", "dicatat_oleh", "pihak_kedua", "pihak_kedua_luar"
        ),
        uuid=kode,
    )
    return satu


def perjanjian_dipimpin(pengguna: Pengguna, kode: UUID) -> PerjanjianKinerja:
    """An agreement of a unit that the account leads today; what may be done with it is the process's matter."""
    satu = perjanjian_terlihat(pengguna, kode)
    if not memimpin_unit(pengguna, satu.unit_id):
        raise Http404
    return satu


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def perjanjian_daftar(request: HttpRequest) -> HttpResponse:
    """Agreements that the reader may see, by year and unit; heads begin a draft here."""
    pengguna = akun(request)
    if not boleh_melihat_perencanaan(pengguna):
        raise Http404
    # An official outside the office is the second party here, never the first.
    dipimpin = UnitKerja.objects.filter(
        pk__in=Penugasan.objects.unit_dipimpin(pengguna, hari_ini()) if orang_akun(pengguna)[0] else []
    ).order_by("nama")
    form = PerjanjianBaruForm(kiriman(request), unit=dipimpin, initial={"tahun": hari_ini().year}) if dipimpin else None
    status: HTTPStatus | None = HTTPStatus.OK
    if request.method == "POST":
        if form is None:
            raise Http404
        baru: list[PerjanjianKinerja] = []
        status = jalankan(request, form, lambda data: baru.append(buat_perjanjian(oleh=pengguna, **data)))
        if status is None:
            messages.success(request, "Draf perjanjian kinerja dibuat. Tambahkan sasarannya.")
            return redirect("kinerja:perjanjian", kode=baru[0].uuid)
    return render(
        request, "kinerja/perjanjian_daftar.html", {"form": form, **_daftar(request, pengguna)}, status=status
    )


def _daftar(request: HttpRequest, pengguna: Pengguna) -> dict[str, Any]:
    semua = PerjanjianKinerja.objects.terlihat_oleh(pengguna)
    pilihan_tahun = list(semua.order_by("-tahun").values_list("tahun", flat=True).distinct())
    tahun = request.GET.get("tahun", "")
    if tahun and (not tahun.isdecimal() or int(tahun) not in pilihan_tahun):
        raise Http404
    cari = request.GET.get("q", "").strip()
    tampil = semua.filter(tahun=int(tahun)) if tahun else semua
    if cari:
        tampil = tampil.filter(unit__nama__icontains=cari)
    iku = IndikatorUtama.objects.filter(sasaran__perjanjian=OuterRef("pk"))
    tampil = (
        tampil.select_related("unit")
        .annotate(jumlah_iku=banyak(iku, "sasaran__perjanjian"))
        .order_by("-tahun", "unit__nama", "-versi", "pk")
    )
    halaman = Paginator(tampil, PER_HALAMAN).get_page(request.GET.get("page"))
    return {
        "halaman": halaman,
        "baris": [(satu, JENIS_STATUS_PERJANJIAN[satu.status]) for satu in halaman.object_list],
        "pilihan_tahun": pilihan_tahun,
        "tahun": tahun,
        "q": cari,
    }


@wajib_masuk
@require_safe
def perjanjian(request: HttpRequest, kode: UUID) -> HttpResponse:
    """One agreement with its goals, measures and quarters, and the buttons that are open to the reader."""
    pengguna = akun(request)
    satu = perjanjian_terlihat(pengguna, kode)
    pemimpin = memimpin_unit(pengguna, satu.unit_id)
    sasaran = [
        (butir, [_iku_tampil(iku) for iku in butir.iku.all()])
        for butir in satu.sasaran.prefetch_related(Prefetch("iku", IndikatorUtama.objects.prefetch_related("triwulan")))
    ]
    return render(
        request,
        "kinerja/perjanjian.html",
        {
            "perjanjian": satu,
            "judul": f"Perjanjian kinerja {satu.tahun}, {satu.unit}",
            "jenis_status": JENIS_STATUS_PERJANJIAN[satu.status],
            "sasaran": sasaran,
            "riwayat": [
                (lain, JENIS_STATUS_PERJANJIAN[lain.status])
                for lain in PerjanjianKinerja.objects.filter(unit_id=satu.unit_id, tahun=satu.tahun).order_by("-versi")
            ],
            "boleh_ubah": boleh_mengubah_perjanjian(pengguna, satu),
            "boleh_catat": not pemimpin and boleh_mencatat_perjanjian(pengguna, satu),
            "boleh_perubahan": pemimpin
            and satu.status == StatusPerjanjian.DITANDATANGANI.value
            and not PerjanjianKinerja.objects.filter(sebelumnya=satu).exists(),
        },
    )


def _iku_tampil(iku: IndikatorUtama) -> dict[str, Any]:
    triwulan = [(ROMAWI[satu.triwulan], satu) for satu in iku.triwulan.all()]
    return {
        "iku": iku,
        "target": teks_rentang(iku.target, iku.target_atas, iku.satuan),
        "triwulan": [(nama, teks_rentang(satu.target, satu.target_atas, "")) for nama, satu in triwulan],
        "aksi": [(nama, satu.uraian) for nama, satu in triwulan if satu.uraian],
    }


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def perjanjian_perubahan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Begin a changed agreement with a reason."""
    pengguna = akun(request)
    satu = perjanjian_dipimpin(pengguna, kode)
    form = AlasanForm(kiriman(request))
    baru: list[PerjanjianKinerja] = []
    status = jalankan(
        request, form, lambda data: baru.append(buat_perubahan(perjanjian=satu, oleh=pengguna, alasan=data["alasan"]))
    )
    if status is None:
        messages.success(request, "Draf perjanjian perubahan dibuat dari isi yang lama. Ubah seperlunya.")
        return redirect("kinerja:perjanjian", kode=baru[0].uuid)
    return render(request, "kinerja/perjanjian_perubahan.html", {"form": form, "perjanjian": satu}, status=status)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def perjanjian_hapus(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Confirm and take a draft away."""
    pengguna = akun(request)
    satu = perjanjian_dipimpin(pengguna, kode)
    return hapus_dari_draf(
        request,
        lambda: hapus_draf(perjanjian=satu, oleh=pengguna),
        perjanjian=satu,
        apa="draf perjanjian kinerja",
        uraian=str(satu),
        berhasil="Draf perjanjian kinerja dihapus.",
        lanjut=reverse("kinerja:perjanjian_daftar"),
    )


def hapus_dari_draf(
    request: HttpRequest,
    hapus: Callable[[], None],
    *,
    perjanjian: PerjanjianKinerja,
    apa: str,
    uraian: str,
    berhasil: str = "",
    lanjut: str = "",
) -> HttpResponse:
    """Ask before a draft, or a part of it, is deleted; see ``konfirmasi_hapus``."""
    return konfirmasi_hapus(
        request,
        hapus,
        apa=apa,
        uraian=uraian,
        dari="draf",
        jejak=(
            ("Perjanjian kinerja", reverse("kinerja:perjanjian_daftar")),
            (perjanjian.unit.nama, reverse("kinerja:perjanjian", args=[perjanjian.uuid])),
        ),
        kembali="perjanjian",
        berhasil=berhasil,
        lanjut=lanjut,
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def perjanjian_tandatangani(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Record the signatures: the head of the unit, or the pengelola from the paper."""
    pengguna = akun(request)
    satu = perjanjian_terlihat(pengguna, kode)
    pemimpin = memimpin_unit(pengguna, satu.unit_id)
    if not pemimpin and not boleh_mencatat_perjanjian(pengguna, satu):
        raise Http404
    form = TandaTanganForm(kiriman(request), request.FILES or None, wajib_pindaian=not pemimpin)
    status = jalankan(
        request,
        form,
        lambda data: tandatangani(
            perjanjian=satu,
            oleh=pengguna,
            nomor=data["nomor"],
            tanggal=data["tanggal"],
            pindaian=berkas(data["pindaian"]),
        ),
    )
    if status is None:
        messages.success(request, "Tanda tangan tercatat. Perjanjian kinerja ini berlaku dan tidak berubah lagi.")
        return redirect("kinerja:perjanjian", kode=kode)
    pihak = para_pihak(satu.unit_id)
    return render(
        request,
        "kinerja/perjanjian_tandatangani.html",
        {
            "form": form,
            "perjanjian": satu,
            "pertama": orang(pihak.pertama),
            "kedua": orang(pihak.kedua),
            "tanpa_triwulan": IndikatorUtama.objects.filter(Q(triwulan__isnull=True), sasaran__perjanjian=satu).count(),
        },
        status=status,
    )


@wajib_masuk
@require_safe
def perjanjian_pindaian(request: HttpRequest, kode: UUID) -> FileResponse:
    """Scan of the signed agreement, for those who may read it."""
    satu = perjanjian_terlihat(akun(request), kode)
    if not satu.pindaian:
        raise Http404
    return unduhan(satu.pindaian, f"perjanjian-kinerja-{satu.unit.kode}-{satu.tahun}")
