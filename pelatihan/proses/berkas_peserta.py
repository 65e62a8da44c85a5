"""Reading participants from a sheet: what each row says, and what is wrong with it. Nothing is stored.

Only the name, the NIP, where somebody comes from and the days of the trip are read; identity and tax numbers are not.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pelatihan.proses.galat import ProsesDitolak
from rakumpit.lembar import (
    TANDA_KOSONG,
    Baris,
    JudulTidakDitemukan,
    LembarTidakTerbaca,
    PembacaBaris,
    Tabel,
    baca_lembar,
    cari_judul,
    tulis_xlsx,
)
from rakumpit.organisasi.nip import NIPTidakSah, baca_nip

BARIS_MAKS = 500
# Name of a column -> how its heading is written; the first spelling stands in the template.
KOLOM: dict[str, tuple[str, ...]] = {
    "nama": ("Nama", "Nama peserta", "Nama lengkap"),
    "nip": ("NIP", "NIP/NI PPPK", "NIP Baru"),
    "asal": ("Jabatan", "Jabatan atau asal", "Asal", "Instansi"),
    "mulai": ("Berangkat", "Mulai", "Tanggal mulai"),
    "selesai": ("Kembali", "Selesai", "Sampai dengan", "Tanggal selesai"),
}
_PANJANG = {"nama": 200, "asal": 200}


@dataclass(slots=True)
class BarisPeserta:
    """One row as read; dates in ISO form, "" for what is empty. ``galat`` keeps the whole sheet out."""

    nomor: int
    isi: dict[str, str] = field(default_factory=dict)
    galat: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class BerkasPeserta:
    """The rows of a sheet, and remarks about what of it was not read."""

    baris: tuple[BarisPeserta, ...]
    catatan: tuple[str, ...] = ()


def templat() -> bytes:
    """An empty XLSX with the headings."""
    return tulis_xlsx([[ejaan[0] for ejaan in KOLOM.values()]], nama_lembar="Peserta")


def baca_berkas_peserta(isi: bytes, nama: str) -> BerkasPeserta:
    """Read an uploaded sheet, XLSX or CSV. ProsesDitolak: it is no such sheet, or it has no or too many rows."""
    try:
        lembar = baca_lembar(isi, nama)
        tabel = cari_judul(lembar, KOLOM, wajib=("nama",), akhiri_pada=("Jumlah", "Keterangan"))
    except (LembarTidakTerbaca, JudulTidakDitemukan) as galat:
        raise ProsesDitolak(str(galat)) from galat
    if not tabel.baris:
        raise ProsesDitolak("Berkas ini belum berisi baris. Isi di bawah judul kolom, satu baris tiap peserta.")
    if len(tabel.baris) > BARIS_MAKS:
        raise ProsesDitolak(f"Berkas ini berisi lebih dari {BARIS_MAKS} baris. Bagi menjadi beberapa berkas.")
    return BerkasPeserta(
        tuple(_Pembaca(tabel, baris).baca() for baris in tabel.baris),
        (
            *lembar.catatan,
            *tabel.peringatan,
            *(f"Kolom «{judul.strip()}» tidak dipakai dan tidak disimpan." for _huruf, judul in tabel.diabaikan),
            *(f"Baris {nomor} kosong, dilewati." for nomor in tabel.kosong),
            *(f"Baris {nomor} hanya nomor kolom, dilewati." for nomor in tabel.penomoran),
            *(f"Baris {satu.nomor} di bawah daftar tidak dibaca." for satu in tabel.penutup),
        ),
    )


class _Pembaca(PembacaBaris):
    def __init__(self, tabel: Tabel, baris: Baris) -> None:
        super().__init__(tabel, baris)
        self.hasil = BarisPeserta(baris.nomor, galat=self.galat)

    def baca(self) -> BarisPeserta:
        isi = self.hasil.isi
        isi |= {nama: self._teks(nama) for nama in _PANJANG}
        isi["nip"] = self._nip()
        if not isi["nama"]:
            self.salah("nama", "belum diisi. Tulis nama peserta, atau hapus barisnya.")
        mulai, selesai = (self.tanggal(nama, wajib=False) for nama in ("mulai", "selesai"))
        isi["mulai"], isi["selesai"] = (hari.isoformat() if hari else "" for hari in (mulai, selesai))
        if mulai is not None and selesai is not None and selesai < mulai:
            self.salah("selesai", "mendahului tanggal mulainya. Betulkan salah satunya.")
        return self.hasil

    def _teks(self, nama: str) -> str:
        teks = " ".join(self.sel(nama).teks.split())
        if len(teks) > _PANJANG[nama]:
            self.salah(nama, f"lebih panjang dari {_PANJANG[nama]} huruf. Pendekkan.")
            return ""
        return "" if teks in TANDA_KOSONG else teks

    def _nip(self) -> str:
        sel = self.sel("nip")
        if sel.teks in TANDA_KOSONG:
            return ""
        try:
            return str(baca_nip(sel.teks if isinstance(sel.nilai, str) else sel.nilai))
        except NIPTidakSah as galat:
            self.salah("nip", f"tidak terbaca: {galat}")
            return ""
