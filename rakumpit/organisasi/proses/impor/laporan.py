"""What an import did, or would do."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from rakumpit.organisasi.berkas_pegawai import BarisPegawai, Temuan, Tingkat


class BarisDitolakError(Exception):
    """A row cannot be applied: the column at fault, and a sentence that says what to do."""

    def __init__(self, kolom: str, alasan: str) -> None:
        super().__init__(alasan)
        self.kolom, self.alasan = kolom, alasan


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

    def peringatkan(self, baris: BarisPegawai, kolom: str, alasan: str) -> None:
        """Remark on a row that is applied all the same."""
        self.baris.append(Temuan(baris.nomor, kolom, Tingkat.PERINGATAN.value, alasan))

    def tolak(self, baris: BarisPegawai, kolom: str, alasan: str) -> None:
        """Count a row as refused and say why."""
        self.ditolak += 1
        self.baris.append(Temuan(baris.nomor, kolom, Tingkat.GALAT.value, alasan))

    def ke_json(self) -> dict[str, Any]:
        """The counts and remarks, as the command prints them."""
        nama = ("dibaca", "diterima", "ditolak", "dilewati", "baru", "diperbarui", "tetap")
        return {n: getattr(self, n) for n in nama} | {"baris": [asdict(satu) for satu in self.baris]}
