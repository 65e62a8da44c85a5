"""Reading the rows of a plan from a sheet: what each row says, and what is wrong with it. Nothing is stored.

A row is one measure. An empty cell of the result continues the result above; the same words again do so, too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from kinerja.enums import LABEL_ASPEK, LABEL_JENIS_HASIL, LABEL_PERSPEKTIF, BentukSKP, JenisHasil, Pendekatan
from kinerja.models import SKP
from kinerja.perhitungan import LABEL_ARAH, Arah
from kinerja.perhitungan.ukuran import SERATUS
from kinerja.proses.galat import ProsesDitolak
from rakumpit.angka import AngkaTidakSah, baca_angka
from rakumpit.lembar import (
    Baris,
    JenisSel,
    JudulTidakDitemukan,
    LembarTidakTerbaca,
    Sel,
    Tabel,
    baca_lembar,
    cari_judul,
    kunci_judul,
    tulis_xlsx,
)

BARIS_MAKS = 100
_LEMBAR = "SKP"
# Name of a column -> how its heading is written; the first spelling stands in the template.
_KOLOM: dict[str, tuple[str, ...]] = {
    "rencana": ("Rencana hasil kerja", "RHK"),
    "jenis": ("Jenis hasil kerja", "Jenis"),
    "penugasan_dari": ("Penugasan dari",),
    "uraian": ("Indikator", "Ukuran keberhasilan", "IKI"),
    "aspek": ("Aspek",),
    "perspektif": ("Perspektif",),
    "arah": ("Arah",),
    "target": ("Target",),
    "target_atas": ("Batas atas rentang", "Batas atas"),
    "satuan": ("Satuan",),
    "bobot": ("Bobot (persen)", "Bobot"),
}
_PANJANG = {"rencana": 2000, "penugasan_dari": 200, "uraian": 300, "satuan": 30}
_ANGKA = {"target": 4, "target_atas": 4, "bobot": 2}  # digits after the comma that are kept
_BATAS_TARGET = Decimal(10) ** 12


@dataclass(slots=True)
class BarisSKP:
    """One row as read: ``isi`` holds the values by column, ``galat`` sentences that name sheet, row and column."""

    nomor: int
    isi: dict[str, Any] = field(default_factory=dict)
    galat: list[str] = field(default_factory=list)


def kolom_untuk(skp: SKP) -> list[str]:
    """Columns that the plan's form and approach have."""
    pimpinan = skp.bentuk == BentukSKP.PIMPINAN.value
    lain = {"aspek"} if pimpinan else {"perspektif", "penugasan_dari"}
    if skp.pendekatan == Pendekatan.KUALITATIF.value:
        lain |= {"aspek", "perspektif", "arah", "target", "target_atas", "satuan", "bobot"}
    return [nama for nama in _KOLOM if nama not in lain]


def templat(skp: SKP) -> bytes:
    """An empty XLSX with the headings for this plan."""
    return tulis_xlsx([[_KOLOM[nama][0] for nama in kolom_untuk(skp)]], nama_lembar=_LEMBAR)


def baca_berkas_skp(skp: SKP, isi: bytes, nama: str) -> list[BarisSKP]:
    """Read an uploaded sheet for a plan. ProsesDitolak: it is no such sheet, or it has no or too many rows."""
    kolom = {satu: _KOLOM[satu] for satu in kolom_untuk(skp)}
    try:
        lembar = baca_lembar(isi, nama)
        wajib = ["rencana", "uraian"] + (["target"] if "target" in kolom else [])
        tabel = cari_judul(lembar, kolom, wajib=wajib)
    except (LembarTidakTerbaca, JudulTidakDitemukan) as galat:
        raise ProsesDitolak(str(galat)) from galat
    if not tabel.baris:
        raise ProsesDitolak("Berkas ini belum berisi baris. Isi di bawah judul kolom, satu baris tiap indikator.")
    if len(tabel.baris) > BARIS_MAKS:
        raise ProsesDitolak(f"Berkas ini berisi lebih dari {BARIS_MAKS} baris. SKP sebaiknya jauh lebih ringkas.")
    pembaca = _Pembaca(tabel, lembar.nama or nama)
    return [pembaca.baca(baris) for baris in tabel.baris]


class _Pembaca:
    def __init__(self, tabel: Tabel, lembar: str) -> None:
        self.tabel, self.lembar = tabel, lembar
        self.rencana = ""

    def baca(self, baris: Baris) -> BarisSKP:
        hasil = BarisSKP(baris.nomor)
        for nama in self.tabel.peta:
            sel = self.tabel.sel(baris, nama)
            hasil.isi[nama] = self._nilai(nama, sel, hasil)
        if not hasil.isi["rencana"]:
            hasil.isi["rencana"] = self.rencana
        self.rencana = hasil.isi["rencana"]
        self._wajib(baris, hasil)
        return hasil

    def _nilai(self, nama: str, sel: Sel, hasil: BarisSKP) -> Any:
        if sel.jenis in {JenisSel.GALAT, JenisSel.RUMUS}:
            return self._salah(hasil, nama, "berisi rumus yang belum dihitung. Ganti dengan nilainya.")
        if nama in _ANGKA:
            return self._angka(nama, sel, hasil)
        if nama in _PILIHAN:
            return self._pilihan(nama, sel, hasil)
        if len(sel.teks) > _PANJANG[nama]:
            return self._salah(hasil, nama, f"lebih panjang dari {_PANJANG[nama]} huruf.")
        return sel.teks

    def _angka(self, nama: str, sel: Sel, hasil: BarisSKP) -> Decimal | None:
        if sel.kosong:
            return None
        try:
            angka = baca_angka(sel.nilai)
        except AngkaTidakSah as galat:
            self._salah(hasil, nama, f"tidak terbaca: {galat}")
            return None
        kalimat = ""
        if nama == "bobot" and not 0 < angka <= SERATUS:
            kalimat = "di luar batas: isi angka di atas 0 dan paling besar 100, atau kosongkan."
        elif not 0 <= angka < _BATAS_TARGET:
            kalimat = "di luar batas."
        elif angka != round(angka, _ANGKA[nama]):
            kalimat = f"paling banyak {_ANGKA[nama]} angka di belakang koma."
        if kalimat:
            self._salah(hasil, nama, kalimat)
            return None
        return angka

    def _pilihan(self, nama: str, sel: Sel, hasil: BarisSKP) -> str:
        pilihan = _PILIHAN[nama]
        if sel.kosong:
            return _BAWAAN.get(nama, "")
        nilai = pilihan.get(kunci_judul(sel.teks))
        if nilai is None:
            self._salah(hasil, nama, f"berisi «{sel.teks}». Pilih salah satu: {', '.join(_LABEL[nama])}.")
            return ""
        return nilai

    def _wajib(self, baris: Baris, hasil: BarisSKP) -> None:
        for nama in ("rencana", "uraian", "target"):
            kosong = nama in self.tabel.peta and self.tabel.sel(baris, nama).kosong
            if kosong and not hasil.isi[nama]:
                self._salah(hasil, nama, "belum diisi.")
        bawah, atas = hasil.isi.get("target"), hasil.isi.get("target_atas")
        if atas is not None and bawah is not None and atas < bawah:
            self._salah(hasil, "target_atas", "lebih kecil dari targetnya.")

    def _salah(self, hasil: BarisSKP, nama: str, kalimat: str) -> None:
        huruf = Sel(self.tabel.peta[nama]).huruf
        judul = self.tabel.judul[nama].strip()
        hasil.galat.append(f"Lembar «{self.lembar}», baris {hasil.nomor}, kolom {huruf} ({judul}) {kalimat}")


def _menurut_label(label: Mapping[Any, str]) -> dict[str, str]:
    """Choice by its label and by its value, as people write them."""
    return {kunci_judul(kata): nilai.value for nilai, kata in label.items()} | {
        kunci_judul(nilai.value): nilai.value for nilai in label
    }


_SEMUA_LABEL: dict[str, Mapping[Any, str]] = {
    "jenis": LABEL_JENIS_HASIL,
    "aspek": LABEL_ASPEK,
    "perspektif": LABEL_PERSPEKTIF,
    "arah": LABEL_ARAH,
}
_LABEL = {nama: list(label.values()) for nama, label in _SEMUA_LABEL.items()}
_PILIHAN = {nama: _menurut_label(label) for nama, label in _SEMUA_LABEL.items()}
_BAWAAN = {"jenis": JenisHasil.UTAMA.value, "arah": Arah.TINGGI.value}
