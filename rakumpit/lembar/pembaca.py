"""One data row of a sheet, read cell by cell, with a sentence about everything in it that cannot be read."""

from __future__ import annotations

from datetime import date

from rakumpit.lembar.isi import Baris, JenisSel, Sel
from rakumpit.lembar.judul import Tabel
from rakumpit.waktu import TanggalTidakSah, baca_tanggal

TANDA_KOSONG = frozenset({"", "-", "–"})


class PembacaBaris:
    """Faults gather in ``galat``, each with its column as the spreadsheet shows it; the row's number stands beside."""

    def __init__(self, tabel: Tabel, baris: Baris) -> None:
        self.tabel, self.baris = tabel, baris
        self.galat: list[str] = []

    def salah(self, nama: str, kalimat: str) -> None:
        """Say what is wrong with a named column; nothing where the sheet does not have it."""
        if nama in self.tabel.peta:
            huruf, judul = Sel(self.tabel.peta[nama]).huruf, self.tabel.judul[nama].strip()
            self.galat.append(f"Kolom {huruf} ({judul}) {kalimat}")

    def sel(self, nama: str) -> Sel:
        """The cell of a column; what cannot be read at all is said once and then counts as empty."""
        sel = self.tabel.sel(self.baris, nama)
        if sel.jenis in {JenisSel.GALAT, JenisSel.RUMUS}:
            self.salah(nama, "berisi rumus yang belum dihitung. Ganti dengan nilainya.")
            return Sel(sel.kolom)
        return sel

    def tanggal(self, nama: str, *, wajib: bool) -> date | None:
        """A date, or None with the reason said (also for an empty cell that is ``wajib``)."""
        sel = self.sel(nama)
        try:
            hari = baca_tanggal(sel.teks if isinstance(sel.nilai, str) else sel.nilai)
        except (TanggalTidakSah, TypeError) as galat:  # a time of day or a duration is no date
            alasan = str(galat) if isinstance(galat, TanggalTidakSah) else "sel ini bukan tanggal."
            self.salah(nama, f"tidak terbaca: {alasan}")
            return None
        if hari is None and wajib:
            self.salah(nama, "belum diisi.")
        return hari
