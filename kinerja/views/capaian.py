"""Capaian organisasi: units of a period, one unit with its arithmetic, and setting the predicate."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.forms import CapaianForm, CapaianSuratForm, berkas
from kinerja.models import CapaianOrganisasi, Periode
from kinerja.perhitungan import LABEL_RATING, RATING_PIMPINAN, teks_angka, teks_rentang
from kinerja.perhitungan import CapaianOrganisasi as Tingkat
from kinerja.permissions import boleh_melihat_perencanaan, boleh_mengelola, memimpin_unit
from kinerja.permissions.capaian import pejabat_capaian, pejabat_surat
from kinerja.permissions.unit import lingkup_unit
from kinerja.proses.capaian import BELUM_ADA, catat_capaian_luar, tetapkan_capaian
from kinerja.ringkasan.capaian import CapaianIKU, capaian_iku, capaian_terbaru
from kinerja.views.ambil import akun
from kinerja.views.formulir import jalankan, pasang_versi
from rakumpit.angka import format_angka
from rakumpit.berkas import unduhan
from rakumpit.organisasi.models import PejabatLuar, Pengguna, UnitKerja
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import hari_ini

PER_HALAMAN = 25
JENIS_CAPAIAN: dict[str, str] = {
    Tingkat.ISTIMEWA: "baik",
    Tingkat.BAIK: "baik",
    Tingkat.BUTUH_PERBAIKAN: "perhatian",
    Tingkat.KURANG: "bahaya",
    Tingkat.SANGAT_KURANG: "bahaya",
}


def pilihan_periode() -> list[Periode]:
    """Periods that have begun, the newest first."""
    return list(Periode.objects.filter(mulai__lte=hari_ini()).order_by("-selesai", "-mulai"))


def pilih_periode(kode: str | None, pilihan: list[Periode]) -> Periode | None:
    """The named period, else the newest that is over, else the newest; 404 for an unknown name."""
    if kode:
        satu = next((satu for satu in pilihan if satu.kode == kode), None)
        if satu is None:
            raise Http404
        return satu
    berakhir = [satu for satu in pilihan if satu.selesai <= hari_ini()]
    return next(iter(berakhir or pilihan), None)


def unit_dan_periode(pengguna: Pengguna, kode: UUID, periode: str) -> tuple[UnitKerja, Periode]:
    """A unit that the account may read, and a period that has begun."""
    unit: UnitKerja = get_object_or_404(UnitKerja.objects.terlihat_oleh(pengguna), uuid=kode)
    return unit, get_object_or_404(Periode, kode=periode, mulai__lte=hari_ini())


@wajib_masuk
@require_safe
def capaian_daftar(request: HttpRequest) -> HttpResponse:
    """Predicates of the units that the reader may see, in one period."""
    pengguna = akun(request)
    if not boleh_melihat_perencanaan(pengguna):
        raise Http404
    pilihan = pilihan_periode()
    periode = pilih_periode(request.GET.get("periode"), pilihan)
    cari = request.GET.get("q", "").strip()
    unit = UnitKerja.objects.terlihat_oleh(pengguna).filter(aktif=True)
    if cari:
        unit = unit.filter(nama__icontains=cari)
    terbaru = Prefetch(
        "capaian_organisasi",
        CapaianOrganisasi.objects.filter(periode=periode, terbaru=True),
        to_attr="capaian_kini",
    )
    halaman = Paginator(unit.order_by("nama", "pk").prefetch_related(terbaru), PER_HALAMAN).get_page(
        request.GET.get("page")
    )
    baris = [
        (satu, capaian, JENIS_CAPAIAN[capaian.predikat] if capaian else "netral")
        for satu in halaman.object_list
        for capaian in [next(iter(satu.capaian_kini), None)]
    ]
    konteks = {"pilihan": pilihan, "periode": periode, "q": cari, "halaman": halaman, "baris": baris}
    return render(request, "kinerja/capaian_daftar.html", konteks)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def capaian(request: HttpRequest, kode: UUID, periode: str) -> HttpResponse:
    """One unit in one period: the arithmetic of its measures, what was set, and the form for who sets it."""
    pengguna = akun(request)
    unit, satu = unit_dan_periode(pengguna, kode, periode)
    berhak = pejabat_capaian(pengguna, unit.pk) is not None
    if request.method == "POST" and not berhak:
        raise Http404
    kini = capaian_terbaru(unit.pk, satu.pk)
    form = CapaianForm(kiriman(request), initial=_awal(kini)) if berhak else None
    status: HTTPStatus | None = HTTPStatus.OK
    if form is not None:
        status = jalankan(
            request,
            form,
            lambda data: tetapkan_capaian(unit=unit, periode=satu, oleh=pengguna, **_isi(data)),
        )
    if status is None:
        messages.success(request, f"Capaian organisasi {unit} ditetapkan.")
        return redirect("kinerja:capaian", kode=kode, periode=periode)
    if form is not None and status == HTTPStatus.CONFLICT:
        kini = _revisi_kini(form, unit, satu)
    return render(
        request,
        "kinerja/capaian.html",
        {"form": form, **_konteks(pengguna, unit, satu, kini, berhak=berhak)},
        status=status,
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def capaian_surat(request: HttpRequest, kode: UUID, periode: str) -> HttpResponse:
    """The pengelola records the letter of an official outside the office who has no account."""
    pengguna = akun(request)
    unit, satu = unit_dan_periode(pengguna, kode, periode)
    pejabat = pejabat_surat(pengguna, unit.pk)
    if not pejabat:
        raise Http404
    kini = capaian_terbaru(unit.pk, satu.pk)
    form = CapaianSuratForm(
        kiriman(request),
        request.FILES or None,
        initial={"revisi": kini.revisi if kini else None},
        pejabat=PejabatLuar.objects.filter(pk__in=[orang.pk for orang in pejabat]).order_by("nama"),
    )
    status = jalankan(
        request,
        form,
        lambda data: catat_capaian_luar(
            unit=unit,
            periode=satu,
            oleh=pengguna,
            pejabat=data["pejabat"],
            surat_nomor=data["surat_nomor"],
            pindaian=berkas(data["pindaian"]),
            **_isi(data),
        ),
    )
    if status is None:
        messages.success(request, f"Capaian organisasi {unit} menurut surat tercatat.")
        return redirect("kinerja:capaian", kode=kode, periode=periode)
    if status == HTTPStatus.CONFLICT:
        kini = _revisi_kini(form, unit, satu)
    konteks = {"form": form, "unit": unit, "periode": satu, "kini": kini}
    return render(request, "kinerja/capaian_surat.html", konteks, status=status)


def _awal(kini: CapaianOrganisasi | None) -> dict[str, Any]:
    if kini is None:
        return {}
    return {"predikat": kini.predikat, "dasar": kini.dasar, "revisi": kini.revisi}


def _isi(data: dict[str, Any]) -> dict[str, Any]:
    revisi = data["revisi"]
    return {
        "predikat": data["predikat"],
        "dasar": data["dasar"],
        "revisi": BELUM_ADA if revisi is None else revisi,
    }


def _revisi_kini(form: CapaianForm, unit: UnitKerja, periode: Periode) -> CapaianOrganisasi | None:
    """What is stored now, with its revision under what was typed."""
    kini = capaian_terbaru(unit.pk, periode.pk)
    if kini is not None:
        pasang_versi(form, kini.revisi, "revisi")
    return kini


def _konteks(
    pengguna: Pengguna, unit: UnitKerja, periode: Periode, kini: CapaianOrganisasi | None, *, berhak: bool
) -> dict[str, Any]:
    riwayat = CapaianOrganisasi.objects.filter(unit=unit, periode=periode, terbaru=False).order_by("-revisi")
    return {
        "unit": unit,
        "periode": periode,
        "kini": kini,
        "jenis": JENIS_CAPAIAN[kini.predikat] if kini else "netral",
        "rating_pimpinan": LABEL_RATING[RATING_PIMPINAN[Tingkat(kini.predikat)]] if kini else "",
        "iku": [_tampil(satu) for satu in capaian_iku(unit, periode)],
        # Without a second one there is nothing to look for.
        "riwayat": riwayat if kini and kini.revisi else [],
        "berakhir": hari_ini() >= periode.selesai,
        "boleh_surat": bool(pejabat_surat(pengguna, unit.pk)),
        "boleh_sebaran": berhak or boleh_mengelola(pengguna) or memimpin_unit(pengguna, unit.pk),
    }


def _tampil(satu: CapaianIKU) -> dict[str, str]:
    satuan = satu.iku.satuan
    return {
        "uraian": satu.iku.uraian,
        "sasaran": satu.iku.sasaran.uraian,
        "target": teks_rentang(*satu.target, satuan) if satu.target else "",
        "rencana_aksi": satu.rencana_aksi,
        "realisasi": "" if satu.realisasi is None else f"{teks_angka(satu.realisasi)} {satuan}",
        "persen": "" if satu.persen is None else format_angka(satu.persen),
        "alasan": satu.alasan,
    }


@wajib_masuk
@require_safe
def capaian_pindaian(request: HttpRequest, kode: UUID) -> FileResponse:
    """Scan of the letter, for those who lead the unit or one above and for the pengelola and the pemeriksa."""
    pengguna = akun(request)
    satu = get_object_or_404(CapaianOrganisasi.objects.select_related("unit", "periode"), uuid=kode)
    lingkup = lingkup_unit(pengguna, UnitKerja.objects.all())
    if not satu.surat_pindaian or satu.unit_id not in lingkup.dibaca:
        raise Http404
    return unduhan(satu.surat_pindaian, f"surat-capaian-{satu.unit.kode}-{satu.periode.kode}")
