"""Rows of one file that speak of the same person."""

from __future__ import annotations

from rakumpit.organisasi.berkas_pegawai import BarisPegawai


class Kembar:
    """Remembers the rows that went by, by PNS ID and by NIP."""

    def __init__(self) -> None:
        self._terlihat: dict[tuple[str, str], BarisPegawai] = {}

    def cari(self, baris: BarisPegawai) -> tuple[BarisPegawai | None, str]:
        """The first row with the same PNS ID or NIP and the name of that column; (None, "") for a new person."""
        kunci = [(kolom, isi) for kolom, isi in (("PNS ID", baris.siasn_id), ("NIP", baris.nip)) if isi]
        for satu in kunci:
            if satu in self._terlihat:
                return self._terlihat[satu], satu[0]
        self._terlihat |= dict.fromkeys(kunci, baris)
        return None, ""
