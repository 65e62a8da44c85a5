"""What an import did, or would do."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from rakumpit.organisasi.berkas_pegawai import Temuan, Tingkat


@dataclass(slots=True)
class LaporanImpor:
    """What the import did or would do; ``dibaca`` = ``diterima`` + ``ditolak`` + ``dilewati``.

    ``tersimpan`` is True when the rows are in the database.
    """

    dibaca: int = 0
    diterima: int = 0
    ditolak: int = 0
    dilewati: int = 0
    baru: int = 0
    diperbarui: int = 0
    tetap: int = 0
    baris: list[Temuan] = field(default_factory=list)
    kolom: tuple[tuple[str, str], ...] = ()
    ditolak_seluruhnya: bool = False
    tersimpan: bool = False

    @property
    def ada_galat(self) -> bool:
        return any(satu.tingkat == Tingkat.GALAT for satu in self.baris)

    def ke_json(self) -> dict[str, Any]:
        """The counts and remarks, as the command prints them."""
        nama = ("dibaca", "diterima", "ditolak", "dilewati", "baru", "diperbarui", "tetap")
        return {n: getattr(self, n) for n in nama} | {"baris": [asdict(satu) for satu in self.baris]}
