"""Reading results of older schemes from a sheet: what each row says, and what is wrong with it. Nothing is stored.

A row is one result of one person. What it says about the result is copied as it stands: no number becomes a word, no
year becomes two dates, and no scheme is guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from kinerja.enums.arsip import LABEL_SKEMA_ARSIP
from kinerja.proses.galat import ProsesDitolak
from rakumpit.lembar import (
    TANDA_KOSONG,
    Baris,
    JenisSel,
    JudulTidakDitemukan,
    LembarTidakTerbaca,
    PembacaBaris,
    Tabel,
    baca_lembar,
    cari_judul,
    kunci_judul,
    tulis_xlsx,
)
from rakumpit.organisasi.nip import NIPTidakSah, baca_nip
from rakumpit.waktu import hari_ini

# More than the results of ten years of one office; a larger file is divided.
BARIS_MAKS = 1_000
# Name of a column -> how its heading is written; the first spelling stands in the template.
KOLOM: dict[str, tuple[str, ...]] = {
    "nip": ("NIP",),
    "nama": ("Nama", "Nama pegawai"),
    "mulai": ("Mulai", "Masa penilaian mulai", "Tanggal mulai"),
    "selesai": ("Sampai dengan", "Selesai", "Tanggal selesai"),
    "skema": ("Aturan", "Skema", "Peraturan"),
    "nilai": ("Nilai", "Nilai prestasi kerja", "Nilai kinerja"),
    "sebutan": ("Sebutan", "Predikat", "Kategori"),
    "sumber": ("Sumber", "Nomor surat", "Nama berkas"),
}
_WAJIB = ("nip", "mulai", "selesai", "skema", "sumber")
_PANJANG = {"nama": 200, "nilai": 20, "sebutan": 60, "sumber": 200}
SKEMA = {kunci_judul(kata): satu.value for satu, kata in LABEL_SKEMA_ARSIP.items()} | {
    kunci_judul(satu.value): satu.value for satu in LABEL_SKEMA_ARSIP
}


@dataclass(slots=True)
class BarisArsip:
    """One row as read; dates in ISO form. ``galat`` keeps it out, ``peringatan`` is for the eyes of the person."""

    nomor: int
    isi: dict[str, str] = field(default_factory=dict)
    galat: list[str] = field(default_factory=list)
    peringatan: list[str] = field(default_factory=list)

    @property
    def masa(self) -> tuple[date, date]:
        """Only of a row without ``galat``."""
        return date.fromisoformat(self.isi["mulai"]), date.fromisoformat(self.isi["selesai"])


@dataclass(frozen=True, slots=True)
class BerkasArsip:
    """The rows of a sheet, and remarks about what of it was not read."""

    baris: tuple[BarisArsip, ...]
    catatan: tuple[str, ...] = ()


def templat() -> bytes:
    """An empty XLSX with the headings."""
    return tulis_xlsx([[ejaan[0] for ejaan in KOLOM.values()]], nama_lembar="Arsip")


def baca_berkas_arsip(isi: bytes, nama: str) -> BerkasArsip:
    """Read an uploaded sheet, XLSX or CSV. ProsesDitolak: it is no such sheet, or it has no or too many rows."""
    try:
        lembar = baca_lembar(isi, nama)
        tabel = cari_judul(lembar, KOLOM, wajib=_WAJIB, akhiri_pada=("Jumlah", "Keterangan"))
    except (LembarTidakTerbaca, JudulTidakDitemukan) as galat:
        raise ProsesDitolak(str(galat)) from galat
    if not {"nilai", "sebutan"} & set(tabel.peta):
        raise ProsesDitolak("Berkas ini tidak mempunyai kolom Nilai maupun Sebutan. Pakai judul kolom dari templat.")
    if not tabel.baris:
        raise ProsesDitolak("Berkas ini belum berisi baris. Isi di bawah judul kolom, satu baris tiap hasil.")
    if len(tabel.baris) > BARIS_MAKS:
        raise ProsesDitolak(f"Berkas ini berisi lebih dari {BARIS_MAKS} baris. Bagi menjadi beberapa berkas.")
    return BerkasArsip(
        tuple(_Pembaca(tabel, baris).baca() for baris in tabel.baris),
        (
            *lembar.catatan,
            *tabel.peringatan,
            *(f"Kolom «{judul.strip()}» tidak dipakai dan diabaikan." for _huruf, judul in tabel.diabaikan),
            *(f"Baris {nomor} kosong, dilewati." for nomor in tabel.kosong),
            *(f"Baris {nomor} hanya nomor kolom, dilewati." for nomor in tabel.penomoran),
            *(f"Baris {satu.nomor} di bawah daftar tidak dibaca." for satu in tabel.penutup),
        ),
    )


class _Pembaca(PembacaBaris):
    def __init__(self, tabel: Tabel, baris: Baris) -> None:
        super().__init__(tabel, baris)
        self.hasil = BarisArsip(baris.nomor, galat=self.galat)

    def baca(self) -> BarisArsip:
        isi = self.hasil.isi
        isi["nip"] = self._nip()
        isi["mulai"], isi["selesai"] = self._tanggal("mulai"), self._tanggal("selesai")
        isi["skema"] = self._skema()
        isi |= {nama: self._teks(nama) for nama in _PANJANG}
        if not isi["sumber"]:
            self.salah("sumber", "belum diisi. Tulis nomor surat atau nama berkasnya.")
        if not isi["nilai"] and not isi["sebutan"]:
            nama = "nilai" if "nilai" in self.tabel.peta else "sebutan"
            self.salah(nama, "belum diisi. Isi nilai, sebutan, atau keduanya seperti yang tercetak.")
        self._urutan()
        return self.hasil

    def _nip(self) -> str:
        sel = self.sel("nip")
        if sel.teks in TANDA_KOSONG:
            self.salah("nip", "belum diisi. Hasil lama dicatat untuk pegawai ber-NIP.")
            return ""
        try:
            return str(baca_nip(sel.teks if isinstance(sel.nilai, str) else sel.nilai))
        except NIPTidakSah as galat:
            self.salah("nip", f"tidak terbaca: {galat}")
            return ""

    def _tanggal(self, nama: str) -> str:
        hari = self.tanggal(nama, wajib=True)
        return hari.isoformat() if hari is not None else ""

    def _skema(self) -> str:
        teks = self.sel("skema").teks
        skema = SKEMA.get(kunci_judul(teks), "")
        if not skema:
            kata = "belum diisi" if teks in TANDA_KOSONG else f"berisi «{teks}»"
            self.salah("skema", f"{kata}. Pilih salah satu: {'; '.join(LABEL_SKEMA_ARSIP.values())}.")
        return skema

    def _teks(self, nama: str) -> str:
        sel = self.sel(nama)
        if sel.jenis == JenisSel.TANGGAL:
            self.salah(nama, "berisi tanggal. Ketik selnya sebagai teks.")
            return ""
        teks = "" if sel.teks in TANDA_KOSONG else sel.teks
        if sel.jenis == JenisSel.ANGKA and nama == "nilai":
            # The cell holds a number and not what was printed: 87,50 is stored as 87.5.
            teks = str(Decimal(sel.teks)).replace(".", ",")
            self.hasil.peringatan.append(f"Nilai ditulis {teks}. Bila tercetak lain, ketik selnya sebagai teks.")
        if len(teks) > _PANJANG[nama]:
            self.salah(nama, f"lebih panjang dari {_PANJANG[nama]} huruf.")
        return teks

    def _urutan(self) -> None:
        isi = self.hasil.isi
        if not isi["mulai"] or not isi["selesai"]:
            return
        mulai, selesai = self.hasil.masa
        if selesai < mulai:
            self.salah("selesai", "mendahului tanggal mulainya.")
        elif selesai > hari_ini():
            self.salah("selesai", "belum tiba. Arsip hanya untuk hasil yang sudah ditetapkan.")
