"""What a staff list says, as plain values."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class Tingkat(StrEnum):
    GALAT = "galat"
    PERINGATAN = "peringatan"


class BerkasDitolak(ValueError):
    """The file as a whole cannot be used; ``str()`` is an Indonesian sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Temuan:
    """One remark of a report: row as Excel shows it, column, level, and a sentence that says what to do."""

    baris: int
    kolom: str
    tingkat: str
    alasan: str


@dataclass(frozen=True, slots=True)
class BarisPegawai:
    """What one row says; None or "" means that the file says nothing."""

    nomor: int
    siasn_id: str = ""
    nip: str | None = None
    nama: str = ""
    status: str = ""
    golongan: str = ""
    tanggal_lahir: date | None = None
    jabatan: str = ""
    unit: str = ""
    petunjuk: str = ""
    tmt: date | None = None
    nip_atasan: str | None = None
    nama_atasan: str = ""
    temuan: tuple[Temuan, ...] = ()

    @property
    def galat(self) -> bool:
        return any(satu.tingkat == Tingkat.GALAT for satu in self.temuan)

    @property
    def isi(self) -> tuple[object, ...]:
        """Everything but the row number and the remarks: equal for a line that was pasted twice."""
        return tuple(
            getattr(self, nama)
            for nama in (
                "siasn_id",
                "nip",
                "nama",
                "status",
                "golongan",
                "tanggal_lahir",
                "jabatan",
                "unit",
                "petunjuk",
                "tmt",
            )
        )


@dataclass(frozen=True, slots=True)
class BerkasPegawai:
    """A staff list that was read. ``kolom``: (heading in the file, what it is read as) for the preview."""

    nama: str
    sidik: str
    baris: tuple[BarisPegawai, ...]
    kosong: tuple[int, ...] = ()
    temuan: tuple[Temuan, ...] = ()
    kolom: tuple[tuple[str, str], ...] = ()
    tolak_semua: bool = False

    def ke_json(self) -> dict[str, Any]:
        """Plain values for the session between check and save; holds none of the columns that are not stored."""
        isi = asdict(self)
        for baris in isi["baris"]:
            for nama in ("tanggal_lahir", "tmt"):
                baris[nama] = baris[nama].isoformat() if baris[nama] else None
        return isi

    @classmethod
    def dari_json(cls, isi: dict[str, Any]) -> BerkasPegawai:
        def tanggal(teks: str | None) -> date | None:
            return date.fromisoformat(teks) if teks else None

        baris = tuple(
            BarisPegawai(
                **satu
                | {
                    "tanggal_lahir": tanggal(satu["tanggal_lahir"]),
                    "tmt": tanggal(satu["tmt"]),
                    "temuan": tuple(Temuan(**t) for t in satu["temuan"]),
                }
            )
            for satu in isi["baris"]
        )
        return cls(
            nama=isi["nama"],
            sidik=isi["sidik"],
            baris=baris,
            kosong=tuple(isi["kosong"]),
            temuan=tuple(Temuan(**t) for t in isi["temuan"]),
            kolom=tuple((judul, arti) for judul, arti in isi["kolom"]),
            tolak_semua=isi["tolak_semua"],
        )
