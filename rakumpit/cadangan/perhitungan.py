"""What a backup says about itself, and the rules that follow from it. Pure: no Django, no clock, no files."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, time, timedelta
from pathlib import PurePosixPath
from typing import Any

from rakumpit.waktu import format_waktu, saat_lokal, tanggal_lokal

BENTUK = 1
DUMP, MANIFES, TANDA, MEDIA = "basis_data.dump", "manifes.json", "manifes.tanda", "media/"
# A nightly backup with two hours for a slow night.
UMUR_WAJAR = timedelta(hours=26)
# Begin of the night's backup, WIB: after the hourly work that takes the order out of the answers of the day before.
JAM_MALAM = time(1, 30)
# The next rehearsal of itself, after the backup of that night; one that is so much older is missing.
JARAK_UJI = timedelta(days=30)
UMUR_UJI = timedelta(days=35)
_NAMA = re.compile(r"rakumpit-[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{6}(?:-[0-9]+)?\.zip(?:\.age)?")
_TABEL = re.compile(r"[a-z_][a-z0-9_]{0,62}")
_SIDIK = re.compile(r"[0-9a-f]{64}")


class ManifesRusak(ValueError):
    """The manifest is none; its text says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Bagian:
    """One part of the archive."""

    nama: str
    bita: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifes:
    """Everything that is known about a backup without opening the dump.

    ``contoh``: invented people and figures. ``postgres`` is the major version of the server, ``alat`` that of pg_dump.
    ``baris`` holds the rows of each table whose rows are in the dump. ``hilang`` are files that the database names and
    the storage no longer had.
    """

    dibuat: datetime
    versi: str
    komit: str
    contoh: bool
    basis_data: str
    postgres: int
    alat: int
    kunci: str
    migrasi: tuple[tuple[str, str], ...]
    baris: Mapping[str, int]
    bagian: tuple[Bagian, ...]
    hilang: tuple[str, ...]

    def ke_json(self) -> str:
        """As it stands in the archive."""
        isi = asdict(self) | {"bentuk": BENTUK, "dibuat": self.dibuat.isoformat()}
        return json.dumps(isi, ensure_ascii=False, indent=1, sort_keys=True)

    @property
    def media(self) -> list[str]:
        """Names of the stored files in the archive, as the database writes them."""
        return [satu.nama.removeprefix(MEDIA) for satu in self.bagian if satu.nama.startswith(MEDIA)]

    @property
    def jumlah_baris(self) -> int:
        """Rows of all tables."""
        return sum(self.baris.values())


def baca_manifes(teks: str) -> Manifes:
    """The manifest in ``teks``. Raises `ManifesRusak` for anything that this code did not write, or that a restore
    could not trust: names of tables that are no names, or of files that lead out of their folder."""
    try:
        isi: dict[str, Any] = json.loads(teks)
        bentuk = isi.pop("bentuk")
    except (AttributeError, KeyError, TypeError, ValueError) as galat:
        raise ManifesRusak("daftar isinya tidak dapat dibaca") from galat
    # Whoever adds something to the manifest raises the number: older code then says that it is older.
    if bentuk != BENTUK:
        raise ManifesRusak("bentuknya dari versi aplikasi lain")
    try:
        manifes = Manifes(
            **isi
            | {
                "dibuat": datetime.fromisoformat(isi["dibuat"]),
                "migrasi": tuple((str(app), str(nama)) for app, nama in isi["migrasi"]),
                "baris": {str(tabel): int(jumlah) for tabel, jumlah in isi["baris"].items()},
                "bagian": tuple(Bagian(**satu) for satu in isi["bagian"]),
                "hilang": tuple(str(satu) for satu in isi["hilang"]),
            }
        )
    except (AttributeError, KeyError, TypeError, ValueError) as galat:
        raise ManifesRusak("daftar isinya tidak dapat dibaca") from galat
    if not all(_TABEL.fullmatch(tabel) for tabel in manifes.baris):
        raise ManifesRusak("nama tabelnya tidak wajar")
    nama = [satu.nama for satu in manifes.bagian]
    if len(set(nama)) != len(nama) or nama.count(DUMP) != 1:
        raise ManifesRusak("bagiannya tidak lengkap")
    for satu in manifes.bagian:
        if not (satu.nama == DUMP or jalur_aman(satu.nama)) or not _SIDIK.fullmatch(satu.sha256):
            raise ManifesRusak("nama bagiannya tidak wajar")
    return manifes


def jalur_aman(nama: str) -> bool:
    """Whether the name of a part stays inside the folder of stored files."""
    isi = nama.removeprefix(MEDIA)
    jalur = PurePosixPath(isi)
    wajar = nama.startswith(MEDIA) and bool(isi) and "\\" not in isi and "\0" not in isi
    return wajar and not jalur.is_absolute() and ".." not in jalur.parts and str(jalur) == isi


def nama_cadangan(saat: datetime, terpakai: Collection[str], *, tersandi: bool = False) -> str:
    """File name of a backup begun at ``saat`` (WIB), which sorts by time; the second in one second gets a number."""
    dasar, akhiran = f"rakumpit-{saat:%Y-%m-%d-%H%M%S}", ".zip.age" if tersandi else ".zip"
    nama, urut = dasar + akhiran, 1
    while nama in terpakai:
        urut += 1
        nama = f"{dasar}-{urut}{akhiran}"
    return nama


def urut_cadangan(nama: Iterable[str]) -> list[str]:
    """Those of the file names that are backups, the newest first."""
    return sorted((satu for satu in nama if _NAMA.fullmatch(satu)), key=_kunci_urut, reverse=True)


def _kunci_urut(nama: str) -> tuple[str, int]:
    bagian = nama.removesuffix(".age").removesuffix(".zip").split("-")
    return "-".join(bagian[1:5]), int(bagian[5]) if len(bagian) > 5 else 1


def yang_dibuang(nama: Iterable[str], *, baru: str, simpan: int) -> list[str]:
    """Backups that go after ``baru`` was written and read back: all but the newest ``simpan``.

    ``baru`` is known to be good and never goes, even when a wrong clock has made older ones look newer.
    """
    lain = [satu for satu in urut_cadangan(nama) if satu != baru]
    return lain[max(simpan, 1) - 1 :]


def migrasi_asing(manifes: Manifes, dikenal: Collection[tuple[str, str]]) -> list[str]:
    """Migrations of the backup that this code does not have: it is older than the backup."""
    return [f"{app}.{nama}" for app, nama in manifes.migrasi if (app, nama) not in dikenal]


def beda_baris(manifes: Mapping[str, int], ada: Mapping[str, int]) -> list[str]:
    """Sentences about tables whose number of rows is not that of the manifest."""
    return [
        f"{tabel}: {ada.get(tabel, 0)} baris, seharusnya {manifes.get(tabel, 0)}"
        for tabel in sorted(manifes.keys() | ada.keys())
        if ada.get(tabel, 0) != manifes.get(tabel, 0)
    ]


def pilih_alat(versi: Mapping[str, int], *, paling_rendah: int, cocok: int) -> str | None:
    """Folder of PostgreSQL's programs to use: those of version ``cocok``, else the oldest that is new enough.

    Programs newer than the server may write statements that it does not know, so its own version comes first.
    """
    cukup = {folder: satu for folder, satu in versi.items() if satu >= paling_rendah}
    return min(cukup, key=lambda folder: (cukup[folder] != cocok, cukup[folder]), default=None)


@dataclass(frozen=True, slots=True)
class Keadaan:
    """One thing that must be in order: a sentence, and what to do when it is not. ``tugas`` is that in few words."""

    judul: str
    baik: bool
    kalimat: str
    lakukan: str = ""
    tugas: str = ""


def keadaan_cadangan(baik: datetime | None, gagal: str, kini: datetime, *, terjadwal: bool) -> Keadaan:
    """How the backups stand. ``baik``: time of the last good one; ``gagal``: why the last try failed, if it did."""
    judul = "Cadangan terakhir"
    kalimat = f"Yang terakhir jadi: {format_waktu(baik)}." if baik else "Belum ada cadangan yang jadi."
    if gagal:
        lakukan = "betulkan sebabnya, lalu jalankan perintah «cadangkan». Cadangan yang lama masih ada."
        if not baik:
            lakukan = "betulkan sebabnya, lalu jalankan perintah «cadangkan»."
        return Keadaan(
            judul, False, f"{kalimat} Percobaan terakhir gagal: {gagal}", lakukan, "Betulkan cadangan yang gagal"
        )
    if baik is None or kini - baik > UMUR_WAJAR:
        lakukan = "jalankan perintah «cadangkan» sekarang, lalu "
        lakukan += "pastikan pekerja dan penjadwal Celery menyala." if terjadwal else "setel RAKUMPIT_CADANGAN."
        return Keadaan(judul, False, kalimat, lakukan, "Buat cadangan")
    return Keadaan(judul, True, kalimat)


def keadaan_uji(terakhir: tuple[datetime, str] | None, kini: datetime) -> Keadaan:
    """How the rehearsals stand. ``terakhir``: time of the last one and what was wrong, "" for nothing."""
    judul, cara = "Uji pemulihan terakhir", "jalankan perintah «uji_pulih» di mesin ini; yang asli tidak disentuh."
    if terakhir is None:
        return Keadaan(
            judul, False, "Belum pernah ada cadangan yang dicoba dipulihkan.", cara, "Uji pemulihan cadangan"
        )
    waktu, salah = terakhir
    if salah:
        lakukan = "buat cadangan baru dengan perintah «cadangkan», lalu ulangi «uji_pulih»."
        return Keadaan(
            judul, False, f"{format_waktu(waktu)}: gagal. {salah}", lakukan, "Betulkan cadangan yang tidak pulih"
        )
    if kini - waktu > UMUR_UJI:
        return Keadaan(judul, False, f"{format_waktu(waktu)}: baik, tetapi sudah lama.", cara, "Uji pemulihan cadangan")
    return Keadaan(judul, True, f"{format_waktu(waktu)}: cadangan dapat dipulihkan dan isinya cocok.")


def malam_terakhir(kini: datetime) -> datetime:
    """When the newest nightly backup was due. A machine that was off at night makes it in the morning."""
    hari = tanggal_lokal(kini)
    saat = saat_lokal(hari, JAM_MALAM)
    return saat if saat <= kini else saat_lokal(hari - timedelta(days=1), JAM_MALAM)
