"""Services as citizens read them: what is promised, what people say, what the counter measures; and its desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rakumpit.angka import bulatkan, format_angka
from rakumpit.organisasi.models import Layanan
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import BULAN, format_tanggal, hari_ini
from survei.enums.standar import DASAR_KOMPONEN, KOMPONEN_PENGELOLAAN, KOMPONEN_PENYAMPAIAN, Komponen, StatusStandar
from survei.forms.kelola import YakinForm
from survei.forms.standar import StandarForm
from survei.models import HasilSurvei, StandarPelayanan, Survei
from survei.perhitungan import SEL_MINIMUM, sel_minimum
from survei.perhitungan.waktu_layanan import RingkasanWaktu
from survei.proses.standar import simpan_draf, terbitkan_standar
from survei.ringkasan.loket import waktu_layanan
from survei.views import tampilan
from survei.views.formulir import simpan
from survei.views.kelola import pengelola_masuk

PER_HALAMAN = 50


def _cari(request: HttpRequest, semua: QuerySet[Layanan]) -> tuple[str, QuerySet[Layanan]]:
    kata = " ".join(request.GET.get("q", "").split())[:100]
    if kata:
        semua = semua.filter(Q(nama__icontains=kata) | Q(unit__nama__icontains=kata))
    return kata, semua


@gzip_page
@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """All services of the office by unit, with a search."""
    berlaku = StandarPelayanan.objects.terbit().filter(layanan=OuterRef("pk"), mulai__lte=hari_ini())
    kata, semua = _cari(request, Layanan.objects.filter(aktif=True))
    semua = semua.select_related("unit").annotate(berstandar=Exists(berlaku)).order_by("unit__nama", "kode", "pk")
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("page"))
    return render(request, "survei/layanan_daftar.html", {"halaman": halaman, "q": kata})


def menit(detik: Fraction | None) -> str:
    """«12 menit», half up; «kurang dari 1 menit» below one; "" for None."""
    if detik is None:
        return ""
    bulat = bulatkan(detik / 60, 0)
    return f"{format_angka(bulat, 0)} menit" if bulat else "kurang dari 1 menit"


def bulan_lalu(hari: date) -> tuple[date, date]:
    """First and last day of the last whole month."""
    akhir = hari.replace(day=1) - timedelta(days=1)
    return akhir.replace(day=1), akhir


@dataclass(frozen=True, slots=True)
class Pendapat:
    """The published index of one service; ``cukup`` False: too few answers to show."""

    judul: str
    tautan: UUID
    cukup: bool
    n: int
    ikm: str
    mutu: str
    jenis: str


def _pendapat(layanan: Layanan) -> Pendapat | None:
    """What people said of this service in the newest published survey that covers it; None before the first."""
    hasil = (
        HasilSurvei.objects.berlaku()
        .filter(survei__in=Survei.objects.terpublikasi().kepuasan(), survei__layanan=layanan)
        .select_related("survei")
        .order_by("-survei__selesai", "-pk")
        .first()
    )
    if hasil is None:
        return None
    rincian = hasil.rincian["layanan"]
    # The same hiding as on the page of the result, else this page would tell what that one does not.
    for satu, baris in zip(rincian, tampilan.baris_layanan(rincian), strict=True):
        if satu["uuid"] == str(layanan.uuid):
            jenis = tampilan.jenis_mutu(satu["mutu"]) if baris.cukup else "netral"
            return Pendapat(hasil.survei.judul, hasil.survei.uuid, baris.cukup, baris.n, baris.ikm, baris.mutu, jenis)
    return None


def _tercatat(layanan: Layanan) -> dict[str, Any]:
    """The counter's figures of the last whole month; hidden below ``SEL_MINIMUM`` services."""
    awal, akhir = bulan_lalu(hari_ini())
    waktu: RingkasanWaktu | None = waktu_layanan([layanan.pk], awal, akhir).get((layanan.pk, awal))
    isi: dict[str, Any] = {"bulan": f"{BULAN[awal.month - 1]} {awal.year}", "cukup": False}
    if waktu is not None and sel_minimum(waktu.n):
        persen = waktu.persen_tepat if sel_minimum(waktu.n_berstandar) else None
        isi |= {
            "cukup": True,
            "n": format_angka(waktu.n, 0),
            "median": menit(waktu.median),
            "persen": "" if persen is None else format_angka(persen, 0),
        }
    return isi


def _bagian(standar: StandarPelayanan, komponen: dict[str, Komponen]) -> list[tuple[str, str]]:
    return [(satu.nama, standar.komponen.get(kode, "")) for kode, satu in komponen.items()]


@gzip_page
@require_safe
def lihat(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One service. ``?versi=2`` shows an earlier or a coming version; every published one stays readable."""
    layanan = get_object_or_404(Layanan.objects.select_related("unit"), uuid=uuid, aktif=True)
    terbit = list(StandarPelayanan.objects.terbit().filter(layanan=layanan).order_by("-versi"))
    hari = hari_ini()
    berlaku = next((satu for satu in terbit if satu.mulai <= hari), None)
    standar = berlaku or (terbit[-1] if terbit else None)
    if versi := request.GET.get("versi", ""):
        standar = next((satu for satu in terbit if str(satu.versi) == versi), None)
        if standar is None:
            raise Http404
    terbuka = Survei.objects.dapat_diisi().kepuasan().filter(layanan=layanan).order_by("-mulai", "pk").first()
    isi: dict[str, Any] = {
        "layanan": layanan,
        "standar": standar,
        "berlaku": berlaku,
        "versi": [(satu, format_tanggal(satu.mulai), satu == berlaku) for satu in terbit],
        "pendapat": _pendapat(layanan),
        "tercatat": _tercatat(layanan),
        "minimum": SEL_MINIMUM,
        "terbuka": terbuka,
        "dasar": DASAR_KOMPONEN,
    }
    if standar is not None:
        isi |= {
            "mulai": format_tanggal(standar.mulai),
            "penyampaian": _bagian(standar, KOMPONEN_PENYAMPAIAN),
            "pengelolaan": _bagian(standar, KOMPONEN_PENGELOLAAN),
        }
    return render(request, "survei/layanan.html", isi)


@wajib_masuk
@require_safe
def kelola(request: HttpRequest) -> HttpResponse:
    """Which service has a standard, and which waits for one."""
    pengelola_masuk(request)
    kata, semua = _cari(request, Layanan.objects.filter(aktif=True))
    halaman = Paginator(semua.select_related("unit").order_by("unit__nama", "kode", "pk"), PER_HALAMAN).get_page(
        request.GET.get("page")
    )
    versi: dict[int, list[StandarPelayanan]] = {}
    for satu in StandarPelayanan.objects.filter(layanan__in=list(halaman)).order_by("-versi").defer("komponen"):
        versi.setdefault(satu.layanan_id, []).append(satu)
    hari = hari_ini()
    baris = []
    for layanan in halaman:
        milik = versi.get(layanan.pk, [])
        berlaku = next((satu for satu in milik if satu.status == StatusStandar.TERBIT and satu.mulai <= hari), None)
        draf = next((satu for satu in milik if satu.status == StatusStandar.DRAF), None)
        baris.append((layanan, berlaku, format_tanggal(berlaku.mulai) if berlaku else "", draf))
    return render(request, "survei/standar_kelola.html", {"halaman": halaman, "baris": baris, "q": kata})


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Write the draft of one service; it begins as a copy of the latest version."""
    pengguna = pengelola_masuk(request)
    layanan = get_object_or_404(Layanan.objects.select_related("unit"), uuid=uuid)
    semua = list(StandarPelayanan.objects.filter(layanan=layanan).order_by("-versi"))
    draf = next((satu for satu in semua if satu.status == StatusStandar.DRAF), None)
    dasar = draf or (semua[0] if semua else None)
    awal: dict[str, Any] = {"mulai": draf.mulai if draf else hari_ini()}
    if dasar is not None:
        awal |= dasar.komponen | {"menit": dasar.menit, "terverifikasi": draf is not None and draf.terverifikasi}
    form = StandarForm(kiriman(request), initial=awal)
    status = simpan(
        request,
        form,
        lambda data: simpan_draf(
            layanan=layanan,
            oleh=pengguna,
            mulai=data["mulai"],
            menit=data["menit"],
            komponen=form.komponen,
            terverifikasi=data["terverifikasi"],
        ),
    )
    if status is None:
        messages.success(request, "Draf standar pelayanan tersimpan. Warga belum melihatnya.")
        return redirect("survei:standar_ubah", uuid=uuid)
    isi = {
        "layanan": layanan,
        "form": form,
        "draf": draf,
        "versi_baru": draf.versi if draf else (semua[0].versi if semua else 0) + 1,
        "terbit": [(satu, format_tanggal(satu.mulai)) for satu in semua if satu.status == StatusStandar.TERBIT],
    }
    return render(request, "survei/standar_ubah.html", isi, status=status)


@wajib_masuk
@require_POST
def terbitkan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Publish the draft of one service."""
    pengguna = pengelola_masuk(request)
    draf = get_object_or_404(
        StandarPelayanan.objects.filter(status=StatusStandar.DRAF.value).select_related("layanan"),
        layanan__uuid=uuid,
    )
    form = YakinForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Centang «Saya yakin» sebelum melanjutkan.")
        return redirect("survei:standar_ubah", uuid=uuid)
    try:
        standar = terbitkan_standar(standar=draf, oleh=pengguna)
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
        return redirect("survei:standar_ubah", uuid=uuid)
    messages.success(request, f"Versi {standar.versi} terbit, berlaku mulai {format_tanggal(standar.mulai)}.")
    return redirect("survei:standar_kelola")
