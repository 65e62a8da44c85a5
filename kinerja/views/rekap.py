"""«Rekap bulanan» for the pengelola, and plans and evaluations as workbooks for offices that work on in one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kinerja.forms.angka_kredit import nama_bulan
from kinerja.models import SKP, Evaluasi, Indikator, Periode
from kinerja.permissions import boleh_mengelola, memimpin
from kinerja.ringkasan.rekap import BarisRekap, pegawai_rekap, periode_rekap, rekap_bulanan
from kinerja.views.ambil import akun, hanya_pengelola
from rakumpit.berkas import unduhan_jadi
from rakumpit.lembar import tulis_xlsx
from rakumpit.organisasi.models import Pengguna, UnitKerja
from rakumpit.tertahan import wajib_masuk
from rakumpit.waktu import hari_ini, tanggal_lokal

PER_HALAMAN = 25
# Months that can be chosen: this one and those before it.
_BULAN = 18
_TAHUN = re.compile(r"20[0-9]{2}")
_KEPALA_REKAP = (
    "NIP", "Nama", "Status", "Jabatan", "Unit kerja", "Bulan", "Periode evaluasi", "Rating hasil kerja",
    "Rating perilaku kerja", "Predikat kinerja", "Realisasi terisi", "Realisasi yang diisi sendiri",
    "Hari kerja terlambat mengisi", "Hari bercatatan", "Hari kerja",
)  # fmt: skip
_KEPALA_SKP = (
    "NIP", "Nama", "Berlaku mulai", "Sampai dengan", "Keadaan", "Pendekatan", "Jenis hasil kerja",
    "Rencana hasil kerja", "Hasil kerja pimpinan", "Indikator", "Aspek atau perspektif", "Arah", "Target",
    "Batas atas target", "Satuan", "Bobot",
)  # fmt: skip
_KEPALA_EVALUASI = (
    "NIP", "Nama", "Jabatan", "Unit kerja", "Golongan", "Periode", "Revisi", "Keadaan", "Rating hasil kerja",
    "Rating perilaku kerja", "Predikat kinerja", "Pejabat penilai", "Ditetapkan tanggal",
)  # fmt: skip


@wajib_masuk
@require_safe
def rekap(request: HttpRequest) -> HttpResponse:
    """A month of a unit on the screen, paged; the workbook holds all rows of the same choice."""
    hanya_pengelola(akun(request))
    bulan, unit = _bulan(request), _unit(request)
    cari = request.GET.get("q", "").strip()
    halaman = Paginator(pegawai_rekap(bulan, unit, cari), PER_HALAMAN).get_page(request.GET.get("page"))
    tetap = {"bulan": f"{bulan:%Y-%m}", "unit": unit.kode if unit else ""}
    konteks: dict[str, Any] = {
        "halaman": halaman,
        "baris": rekap_bulanan(bulan, list(halaman.object_list)),
        "pilihan_bulan": [(f"{satu:%Y-%m}", nama_bulan(satu)) for satu in _pilihan_bulan()],
        "bulan": tetap["bulan"],
        "nama_bulan": nama_bulan(bulan),
        "pilihan_unit": UnitKerja.objects.order_by("nama"),
        "unit": unit,
        "q": cari,
        "kueri": urlencode(tetap),
        "periode": periode_rekap(bulan),
    }
    return render(request, "kinerja/rekap.html", konteks)


@wajib_masuk
@require_safe
def rekap_lembar(request: HttpRequest) -> HttpResponse:
    """The same as a workbook: one row per person, the NIP as text."""
    hanya_pengelola(akun(request))
    bulan, unit = _bulan(request), _unit(request)
    baris = rekap_bulanan(bulan, list(pegawai_rekap(bulan, unit)))
    isi = [_KEPALA_REKAP, *(_baris_rekap(satu, bulan) for satu in baris)]
    return unduhan_jadi(tulis_xlsx(isi, nama_lembar=f"Rekap {bulan:%Y-%m}"), f"rekap-{bulan:%Y-%m}", "xlsx")


def _baris_rekap(satu: BarisRekap, bulan: date) -> tuple[object, ...]:
    return (
        satu.nip, satu.pegawai.nama, satu.status, satu.jabatan, satu.unit, nama_bulan(bulan), satu.periode,
        satu.rating_hasil, satu.rating_perilaku, satu.predikat, satu.terisi, satu.diisi, satu.terlambat,
        satu.hari_catatan, satu.hari_kerja,
    )  # fmt: skip


def _pilihan_bulan() -> list[date]:
    kini = hari_ini()
    urut = kini.year * 12 + kini.month - 1
    return [date((urut - n) // 12, (urut - n) % 12 + 1, 1) for n in range(_BULAN)]


def _bulan(request: HttpRequest) -> date:
    """The chosen month, else the one before this."""
    pilihan = {f"{satu:%Y-%m}": satu for satu in _pilihan_bulan()}
    kode = request.GET.get("bulan")
    if kode is None:
        return list(pilihan.values())[1]
    if kode not in pilihan:
        raise Http404
    return pilihan[kode]


def _unit(request: HttpRequest) -> UnitKerja | None:
    kode = request.GET.get("unit", "")
    return get_object_or_404(UnitKerja, kode=kode) if kode else None


def _pengekspor(request: HttpRequest) -> Pengguna:
    pengguna = akun(request)
    if not memimpin(pengguna) and not boleh_mengelola(pengguna):
        raise Http404
    return pengguna


@wajib_masuk
@require_safe
def ekspor_skp(request: HttpRequest) -> HttpResponse:
    """Every measure of the plans that the reader sees and that hold in a year, one per row."""
    pengguna = _pengekspor(request)
    tahun = request.GET.get("tahun", str(hari_ini().year))
    if not _TAHUN.fullmatch(tahun):
        raise Http404
    awal, akhir = date(int(tahun), 1, 1), date(int(tahun), 12, 31)
    terlihat = SKP.objects.terlihat_oleh(pengguna).filter(mulai__lte=akhir, selesai__gte=awal)
    semua = (
        Indikator.objects.filter(rencana__skp__in=terlihat.values("pk"))
        .select_related("rencana__skp__pegawai__pengguna", "rencana__rhk_pimpinan")
        .order_by("rencana__skp__pegawai__nama_urut", "rencana__skp__mulai", "rencana__urut", "urut", "pk")
    )
    return unduhan_jadi(
        tulis_xlsx(_baris_skp(semua.iterator(chunk_size=500)), nama_lembar=f"SKP {tahun}"), f"skp-{tahun}", "xlsx"
    )


def _baris_skp(semua: Iterator[Indikator]) -> Iterator[tuple[object, ...]]:
    yield _KEPALA_SKP
    for satu in semua:
        rhk, skp = satu.rencana, satu.rencana.skp
        yield (
            skp.pegawai.nip or "", skp.pegawai.nama, skp.mulai, skp.selesai, skp.get_status_display(),
            skp.get_pendekatan_display(), rhk.get_jenis_display(), rhk.uraian,
            rhk.rhk_pimpinan.uraian if rhk.rhk_pimpinan else rhk.penugasan_dari, satu.uraian,
            satu.get_aspek_display() or satu.get_perspektif_display(), satu.get_arah_display(), satu.target,
            satu.target_atas, satu.satuan, satu.bobot,
        )  # fmt: skip


@wajib_masuk
@require_safe
def ekspor_evaluasi(request: HttpRequest) -> HttpResponse:
    """The newest evaluations of a period that the reader sees; ratings only where they were decided."""
    pengguna = _pengekspor(request)
    periode = get_object_or_404(Periode, kode=request.GET.get("periode", ""))
    semua = (
        Evaluasi.objects.terlihat_oleh(pengguna)
        .terbaru()
        .filter(periode=periode)
        .select_related("pegawai__pengguna")
        .defer("bahan", "rincian")
        .order_by("pegawai__nama_urut", "pk")
    )
    isi = _baris_evaluasi(semua.iterator(chunk_size=500), periode)
    return unduhan_jadi(tulis_xlsx(isi, nama_lembar=f"Evaluasi {periode.kode}"), f"evaluasi-{periode.kode}", "xlsx")


def _baris_evaluasi(semua: Iterator[Evaluasi], periode: Periode) -> Iterator[tuple[object, ...]]:
    yield _KEPALA_EVALUASI
    for satu in semua:
        yield (
            satu.pegawai.nip or "", satu.pegawai.nama, satu.jabatan_nama, satu.unit_nama, satu.golongan, periode.nama,
            satu.revisi, satu.get_status_display(), satu.get_rating_hasil_display(),
            satu.get_rating_perilaku_display(), satu.get_predikat_display(), satu.penilai_nama,
            tanggal_lokal(satu.ditetapkan_pada) if satu.ditetapkan_pada else None,
        )  # fmt: skip
