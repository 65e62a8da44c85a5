"""«Tahun saya»: the own year at a glance, with what is due when; earlier years beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kinerja.enums import StatusEvaluasi, StatusSKP
from kinerja.models import SKP
from kinerja.proses import batas_pengisian
from kinerja.ringkasan.kewajiban import kewajiban_saya
from kinerja.ringkasan.tahun import BagianTahun, TahunSaya, tahun_berisi, tahun_saya
from kinerja.ringkasan.unit import batas_skp, pilihan_semua
from kinerja.views.ambil import akun, pegawai_sendiri
from kinerja.views.rincian import JENIS_PREDIKAT, JENIS_STATUS, label_predikat
from kinerja.views.skp import JENIS_STATUS_SKP
from rakumpit.menunggu import Tenggat, keadaan_tenggat
from rakumpit.tertahan import wajib_masuk
from rakumpit.waktu import format_tanggal, hari_ini

_DISETUJUI = {StatusSKP.DISETUJUI.value, StatusSKP.SELESAI.value}


@dataclass(frozen=True, slots=True)
class BagianTampil:
    """One period as the page shows it; ``tenggat`` only while something is left to type."""

    isi: BagianTahun
    predikat: str
    jenis_predikat: str
    usulan: bool
    jenis_status: str
    batas: date
    tenggat: Tenggat | None
    terbuka: bool


@wajib_masuk
@require_safe
def tahun(request: HttpRequest) -> HttpResponse:
    """Plans and periods of ``?tahun=``, the running year without it."""
    pegawai = pegawai_sendiri(akun(request))
    hari = hari_ini()
    dipilih = _pilih_tahun(request, hari)
    isi = tahun_saya(pegawai, dipilih)
    berisi = sorted(tahun_berisi(pegawai) | {hari.year, dipilih}, reverse=True)
    bagian = _bagian(isi, hari)
    konteks: dict[str, Any] = {
        "pegawai": pegawai,
        "tahun": dipilih,
        "judul": _judul(isi, bagian),
        "skp": [(satu, JENIS_STATUS_SKP[satu.status]) for satu in isi.skp],
        "batas_skp": batas_skp([dipilih], pilihan_semua())[dipilih],
        "bagian": bagian,
        "arsip": isi.arsip,
        "kewajiban": kewajiban_saya(pegawai, isi, hari),
        "selesai": _selesai(isi),
        "langkah": len(isi.bagian) + 1,
        "label_langkah": f"{_selesai(isi)} dari {len(isi.bagian) + 1} langkah tahun {dipilih} selesai",
        "tab": [(str(satu), f"?tahun={satu}", satu == dipilih, None) for satu in berisi],
    }
    return render(request, "kinerja/tahun.html", konteks)


def _pilih_tahun(request: HttpRequest, hari: date) -> int:
    teks = request.GET.get("tahun")
    if teks is None:
        return hari.year
    if not (teks.isdecimal() and teks.isascii() and 1900 <= int(teks) < 2200):
        raise Http404
    return int(teks)


def _bagian(isi: TahunSaya, hari: date) -> list[BagianTampil]:
    return [_tampil(satu, batas_pengisian(satu.periode), hari) for satu in isi.bagian]


def _tampil(satu: BagianTahun, batas: date, hari: date) -> BagianTampil:
    evaluasi = satu.evaluasi
    predikat = (evaluasi.predikat or evaluasi.usulan_predikat) if evaluasi is not None else ""
    perlu = satu.terisi < satu.diketik and satu.periode.mulai <= hari and not satu.ditetapkan
    return BagianTampil(
        isi=satu,
        predikat=label_predikat(predikat),
        jenis_predikat=JENIS_PREDIKAT.get(predikat, "netral"),
        usulan=evaluasi is not None and evaluasi.status == StatusEvaluasi.MENUNGGU.value,
        jenis_status=JENIS_STATUS[evaluasi.status] if evaluasi is not None else "",
        batas=batas,
        tenggat=_tenggat(batas, hari) if perlu else None,
        terbuka=satu.periode.mulai <= hari <= batas,
    )


def _tenggat(batas: date, hari: date) -> Tenggat:
    """How near the closing day is; after it nothing can be typed, so nobody is told how late it is."""
    if batas < hari:
        return Tenggat("netral", "kunci", "Pengisian ditutup", format_tanggal(batas))
    return keadaan_tenggat(batas, hari, ())


def _selesai(isi: TahunSaya) -> int:
    """Steps of the year that are done: an approved plan, and each period whose result is final."""
    return _berencana(isi.skp) + sum(satu.ditetapkan for satu in isi.bagian)


def _berencana(skp: list[SKP]) -> bool:
    return any(satu.status in _DISETUJUI for satu in skp)


def _judul(isi: TahunSaya, bagian: list[BagianTampil]) -> str:
    """The one thing to know: what is to be done next, else how far the year is."""
    if isi.arsip and not isi.skp:
        return f"Tahun {isi.tahun}: hasil menurut aturan lama"
    if not _berencana(isi.skp):
        return f"Tahun {isi.tahun}: SKP belum disetujui" if isi.skp else f"Tahun {isi.tahun}: belum ada SKP"
    for satu in bagian:
        if satu.tenggat is not None and satu.terbuka:
            kurang = satu.isi.diketik - satu.isi.terisi
            return f"Tahun {isi.tahun}: {kurang} realisasi {satu.isi.periode.nama} belum diisi"
    return f"Tahun {isi.tahun}: tidak ada yang perlu Anda isi sekarang"
