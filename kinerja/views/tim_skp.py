"""Submitted plans of the team: choose some, read them together on one page, approve them with one step.

Nothing is approved that was not on the page before: the summary shows every result and measure of the chosen plans,
and each carries the count of its changes, so a plan that changed after the page was opened is refused.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kinerja.models import SKP, Indikator, RencanaHasilKerja
from kinerja.perhitungan import teks_rentang
from kinerja.permissions import memimpin, skp_menunggu_persetujuan
from kinerja.proses.setujui_banyak import setujui_banyak
from kinerja.querysets import SKPQuerySet
from kinerja.views.ambil import akun
from rakumpit.organisasi.models import Pengguna
from rakumpit.tertahan import wajib_masuk

# More plans on one page are not read any more.
SEKALI_BACA = 10
PER_HALAMAN = 25


@dataclass(frozen=True, slots=True)
class RencanaRingkas:
    uraian: str
    indikator: list[str]


@dataclass(frozen=True, slots=True)
class SKPRingkas:
    """One chosen plan with all its results; ``pilih`` names it and the state in which it was read."""

    skp: SKP
    pilih: str
    rencana: list[RencanaRingkas]


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def tim_skp(request: HttpRequest) -> HttpResponse:
    """Without ``?pilih=`` the list; with it the summary of the chosen plans; POST approves what the summary showed."""
    pengguna = akun(request)
    if not memimpin(pengguna):
        raise Http404
    ditolak: list[tuple[str, str]] = []
    if request.method == "POST":
        hasil = setujui_banyak(pasangan=_dibaca(request, pengguna), oleh=pengguna)
        if hasil.disetujui:
            messages.success(request, f"{len(hasil.disetujui)} SKP disetujui. Pegawai mendapat pemberitahuan.")
        if hasil.disetujui and not hasil.ditolak:
            return redirect("kinerja:tim")
        ditolak = [(str(satu.pegawai), alasan) for satu, alasan in hasil.ditolak]
        ditolak = ditolak or [("Belum ada yang dipilih", "Pilih paling sedikit satu SKP.")]
    menunggu = skp_menunggu_persetujuan(pengguna)
    dipilih = [] if request.method == "POST" else _dipilih(request, menunggu)
    halaman = Paginator(menunggu, PER_HALAMAN).get_page(request.GET.get("page"))
    return render(
        request,
        "kinerja/tim_skp.html",
        {
            "halaman": halaman,
            "ringkas": _ringkas(dipilih),
            "ditolak": ditolak,
            "sekali": SEKALI_BACA,
            "alamat": reverse("kinerja:tim_skp"),
            "kebanyakan": len(dipilih) > SEKALI_BACA,
        },
        status=HTTPStatus.CONFLICT if ditolak else HTTPStatus.OK,
    )


def _dipilih(request: HttpRequest, menunggu: SKPQuerySet) -> list[SKP]:
    """Chosen plans that wait for this reader, one more than are read at once; others in the address are left out."""
    kode = []
    for satu in request.GET.getlist("pilih"):
        with suppress(ValueError):
            kode.append(UUID(satu))
    return list(menunggu.filter(uuid__in=kode)[: SEKALI_BACA + 1]) if kode else []


def _ringkas(dipilih: list[SKP]) -> list[SKPRingkas]:
    """Contents of at most ``SEKALI_BACA`` plans; two queries for any number."""
    dipilih = dipilih[:SEKALI_BACA]
    rencana = RencanaHasilKerja.objects.filter(skp__in=dipilih).prefetch_related(
        Prefetch("indikator", Indikator.objects.order_by("urut"))
    )
    isi: dict[int, list[RencanaRingkas]] = {}
    for satu in rencana.order_by("skp_id", "urut") if dipilih else []:
        ukuran = [
            f"{i.uraian}: {teks_rentang(i.target, i.target_atas, i.satuan) or 'tanpa target'}"
            for i in satu.indikator.all()
        ]
        isi.setdefault(satu.skp_id, []).append(RencanaRingkas(satu.uraian, ukuran))
    return [SKPRingkas(satu, f"{satu.uuid}:{satu.suntingan}", isi.get(satu.pk, [])) for satu in dipilih]


def _dibaca(request: HttpRequest, pengguna: Pengguna) -> list[tuple[SKP, int]]:
    """Plans named by «uuid:suntingan»; 404 when one of them is not the reader's to see."""
    pilihan: dict[UUID, int] = {}
    for satu in request.POST.getlist("pilih"):
        kode, _titik, suntingan = satu.partition(":")
        if not suntingan.isdecimal():
            raise Http404
        try:
            pilihan[UUID(kode)] = int(suntingan)
        except ValueError:
            raise Http404 from None
    terlihat = SKP.objects.terlihat_oleh(pengguna).filter(uuid__in=pilihan).select_related("pegawai")
    pasangan = [(satu, pilihan[satu.uuid]) for satu in terlihat]
    if len(pasangan) != len(pilihan) or len(pilihan) > SEKALI_BACA:
        raise Http404
    return pasangan
