"""Follow-ups as pages show them: state in words, figures before and after."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from rakumpit.menunggu import keadaan_tenggat
from rakumpit.organisasi.kalender import libur_antara
from rakumpit.waktu import format_tanggal, hari_ini
from survei.enums.tindak_lanjut import DIJANJIKAN, LABEL_STATUS_TINDAK_LANJUT, StatusTindakLanjut
from survei.models import HasilSurvei, TindakLanjut
from survei.perhitungan import Ketidakpastian, bandingkan, ketidakpastian_unsur
from survei.ringkasan import hasil_berikut, hitung_tersimpan, nama_unsur, pita_instrumen, sebaran_tersimpan
from survei.views import tampilan
from survei.views.tampilan import BarisUnsur
from survei.views.tampilan_hitungan import kalimat_banding

_JENIS = {
    StatusTindakLanjut.DIUSULKAN: "info",
    StatusTindakLanjut.DISETUJUI: "berjalan",
    StatusTindakLanjut.BERJALAN: "berjalan",
    StatusTindakLanjut.SELESAI: "baik",
    StatusTindakLanjut.BATAL: "netral",
}


@dataclass(frozen=True, slots=True)
class Dampak:
    """Values of one element (25…100 as text) in two surveys, and what may be said of their difference.

    ``dini``: the later survey began before the action ended.
    """

    sebelum: str
    n_sebelum: int
    sesudah: str
    n_sesudah: int
    survei: str
    kalimat: str
    dini: bool


@dataclass(frozen=True, slots=True)
class BarisTindakLanjut:
    """One follow-up for a list: ``keadaan`` is the word of the badge, ``waktu`` the sentence beside it."""

    tindak: TindakLanjut
    unsur: str
    sebutan: str
    jenis: str
    keadaan: str
    waktu: str
    dampak: Dampak | None


def unsur_menurut_nilai(hasil: HasilSurvei, minimum: int) -> list[BarisUnsur]:
    """Elements of a locked result, the worst first; those with too few answers last and without figures."""
    pita = pita_instrumen(hasil.survei.instrumen)
    pertanyaan = sorted(hasil.survei.instrumen.pertanyaan.all(), key=lambda satu: satu.urutan)
    baris = tampilan.baris_unsur(hitung_tersimpan(hasil), pertanyaan, pita, minimum)
    return sorted(baris, key=lambda satu: (satu.angka is None, satu.angka or Decimal(0)))


def _waktu(satu: TindakLanjut, hari: date, libur: Collection[date]) -> tuple[str, str, str]:
    status = StatusTindakLanjut(satu.status)
    kata, jenis = LABEL_STATUS_TINDAK_LANJUT[status], _JENIS[status]
    tenggat = format_tanggal(satu.batas)
    if satu.terlambat(hari):
        return "bahaya", keadaan_tenggat(satu.batas, hari, libur).teks, f"{kata}, tenggat {tenggat}."
    if satu.status in DIJANJIKAN or status is StatusTindakLanjut.DIUSULKAN:
        return jenis, kata, f"Tenggat {tenggat}."
    akhir = format_tanggal(satu.berakhir_pada) if satu.berakhir_pada else ""
    if status is StatusTindakLanjut.BATAL:
        return jenis, kata, f"Dibatalkan {akhir}."
    lewat = satu.berakhir_pada is not None and satu.berakhir_pada > satu.batas
    return jenis, kata, f"Selesai {akhir}, lewat dari tenggat {tenggat}." if lewat else f"Selesai {akhir}."


def susun(daftar: list[TindakLanjut], *, minimum: int, terbit: bool) -> list[BarisTindakLanjut]:
    """Lines of a page; five queries at most. Needs ``hasil__survei__instrumen`` with its questions.

    ``minimum``: fewer answers than these hide a figure. ``terbit``: what came after is taken from published results.
    """
    hari = hari_ini()
    lewat = [satu.batas for satu in daftar if satu.terlambat(hari)]
    libur = libur_antara(min(lewat), hari) if lewat else set()
    hasil = {satu.hasil_id: satu.hasil for satu in daftar}
    berikut = hasil_berikut(hasil.values(), terbit=terbit)
    nilai = {
        satu.pk: {unsur.kode: unsur for unsur in unsur_menurut_nilai(satu, minimum)}
        for satu in (*hasil.values(), *berikut.values())
    }
    baris = []
    for satu in daftar:
        jenis, keadaan, waktu = _waktu(satu, hari, libur)
        sesudah = berikut.get(satu.hasil_id)
        dampak = None
        if sesudah is not None and satu.status == StatusTindakLanjut.SELESAI:
            dampak = _dampak(satu, nilai[satu.hasil_id].get(satu.kode_unsur), sesudah, nilai[sesudah.pk])
        sebutan = tampilan.SEBUTAN.get(satu.kode_unsur, nama_unsur(satu.kode_unsur))
        baris.append(BarisTindakLanjut(satu, nama_unsur(satu.kode_unsur), sebutan, jenis, keadaan, waktu, dampak))
    return baris


def _dampak(
    satu: TindakLanjut, sebelum: BarisUnsur | None, berikut: HasilSurvei, nilai: dict[str, BarisUnsur]
) -> Dampak | None:
    sesudah = nilai.get(satu.kode_unsur)
    if sebelum is None or sesudah is None or not sebelum.nilai or not sesudah.nilai:
        return None
    return Dampak(
        sebelum=sebelum.nilai,
        n_sebelum=sebelum.n,
        sesudah=sesudah.nilai,
        n_sesudah=sesudah.n,
        survei=berikut.survei.judul,
        kalimat=kalimat_banding(
            bandingkan(*_nilai_unsur(satu.hasil, satu.kode_unsur), *_nilai_unsur(berikut, satu.kode_unsur))
        ),
        dini=satu.berakhir_pada is not None and berikut.survei.mulai <= satu.berakhir_pada,
    )


def _nilai_unsur(hasil: HasilSurvei, kode: str) -> tuple[Fraction | None, Ketidakpastian]:
    populasi = (hasil.rincian.get("selang") or {}).get("populasi")
    return ketidakpastian_unsur(sebaran_tersimpan(hasil.rincian)[kode], populasi)
