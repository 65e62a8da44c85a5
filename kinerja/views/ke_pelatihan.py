"""From performance to training: proposed needs on the page of a final result, and innovations for the library."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kinerja.enums.inovasi import StatusInovasi
from kinerja.forms.inovasi import TawarkanForm
from kinerja.models import Evaluasi, Inovasi
from kinerja.perhitungan.kebutuhan import UsulanBelajar
from kinerja.permissions import boleh_memutuskan
from kinerja.proses.galat import ProsesDitolak
from kinerja.proses.ke_pelatihan import (
    boleh_menawarkan,
    kunci_kebutuhan,
    kunci_praktik,
    tawarkan_inovasi,
    usulan_dari,
    usulkan_kebutuhan,
)
from kinerja.views.ambil import akun, evaluasi_diputus, inovasi_kantor
from kinerja.views.formulir import simpan_formulir
from pelatihan.ringkasan import Jadi, kebutuhan_menurut_asal, pilihan_tema, praktik_menurut_asal
from rakumpit.organisasi.models import Pengguna
from rakumpit.tertahan import kiriman, wajib_masuk


def belajar_dari(pengguna: Pengguna, baris: Evaluasi) -> list[tuple[UsulanBelajar, Jadi | None]]:
    """Proposals of a final result with the need that came of each, for who decides on it; empty for others."""
    usulan = usulan_dari(baris)
    if not usulan or not boleh_memutuskan(pengguna, baris):
        return []
    kunci = {satu.butir: kunci_kebutuhan(baris, satu.butir) for satu in usulan}
    jadi = kebutuhan_menurut_asal(kunci.values())
    return [(satu, jadi.get(kunci[satu.butir])) for satu in usulan]


@wajib_masuk
@require_POST
def kebutuhan_belajar(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Make one proposal of a final result a need."""
    pengguna = akun(request)
    baris = evaluasi_diputus(pengguna, kode)
    try:
        usulkan_kebutuhan(evaluasi=baris, oleh=pengguna, butir=request.POST.get("butir", ""))
    except ProsesDitolak as galat:
        messages.warning(request, str(galat))
    else:
        messages.success(request, "Kebutuhan tersimpan. Pegawai dan pengelola melihatnya di pelatihan.")
    return redirect("kinerja:evaluasi", kode=kode)


def praktik_dari(pengguna: Pengguna, baris: Inovasi) -> tuple[Jadi | None, bool]:
    """The practice that came of an innovation, and whether the reader may offer it now."""
    jadi = praktik_menurut_asal(pengguna, kunci_praktik(baris))
    siap = baris.diverifikasi_pada is not None and baris.status == StatusInovasi.BERHASIL.value
    return jadi, jadi is None and siap and boleh_menawarkan(pengguna, baris)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def inovasi_tawarkan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Offer an innovation to the library of good practice."""
    pengguna = akun(request)
    baris = inovasi_kantor(pengguna, kode)
    if not boleh_menawarkan(pengguna, baris):
        raise Http404
    form = TawarkanForm(kiriman(request), tema=pilihan_tema())

    def simpan() -> HttpResponse:
        tawarkan_inovasi(inovasi=baris, oleh=pengguna, tema=form.cleaned_data["tema"])
        messages.success(request, "Inovasi ditawarkan. Pengelola memeriksanya sebelum dibaca kantor dan umum.")
        return redirect("kinerja:inovasi", kode=kode)

    return simpan_formulir(
        request,
        form,
        simpan,
        judul="Tawarkan sebagai praktik baik",
        tombol="Tawarkan inovasi",
        induk=(baris.judul, reverse("kinerja:inovasi", args=[kode])),
        keterangan="Nama Anda dan rekan tidak disebut di halaman umum sebelum masing-masing setuju.",
        kutipan=baris.judul,
    )
