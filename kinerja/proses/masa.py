"""Which days of a period a person is evaluated for, and why not all of them: sentences for the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kinerja.enums import LABEL_MASA_KHUSUS, JenisMasaKhusus
from kinerja.models import MasaKhusus, Periode
from kinerja.proses.tempat import Tempat
from rakumpit.waktu import format_tanggal


@dataclass(frozen=True, slots=True)
class Khusus:
    """Days on which a person did not work here in the usual way; ``dinilai``: they are rated all the same."""

    jenis: str
    mulai: date
    selesai: date
    dinilai: bool

    @property
    def kalimat(self) -> str:
        nama = LABEL_MASA_KHUSUS[JenisMasaKhusus(self.jenis)].lower()
        return f"{nama} {format_tanggal(self.mulai)} sampai {format_tanggal(self.selesai)}"


@dataclass(frozen=True, slots=True)
class MasaDinilai:
    """Days ``mulai`` … ``selesai`` and what should be known of them; ``tidak_dinilai`` is why nobody rates them."""

    mulai: date
    selesai: date
    kalimat: tuple[str, ...]
    tidak_dinilai: str


@dataclass(frozen=True, slots=True)
class Orang:
    """Dates of one person that a span depends on."""

    mulai: date | None
    selesai: date | None
    alasan_selesai: str
    tempat: Sequence[Tempat]
    khusus: Sequence[Khusus]


def baca_khusus(periode: Periode, ids: Sequence[int]) -> dict[int, list[Khusus]]:
    """Person -> special spans that touch the period, cut to it; one query."""
    hasil: dict[int, list[Khusus]] = {}
    baris = MasaKhusus.objects.filter(pegawai_id__in=ids, mulai__lte=periode.selesai, selesai__gte=periode.mulai)
    for pegawai_id, jenis, mulai, selesai, dinilai in baris.order_by("mulai").values_list(
        "pegawai_id", "jenis", "mulai", "selesai", "dinilai"
    ):
        satu = Khusus(jenis, max(mulai, periode.mulai), min(selesai, periode.selesai), dinilai)
        hasil.setdefault(pegawai_id, []).append(satu)
    return hasil


def masa_dinilai(periode: Periode, orang: Orang, terakhir: Tempat | None, unit: Mapping[int, str]) -> MasaDinilai:
    """The span of one person. ``terakhir`` is the assignment by which the person is rated."""
    batas = [satu for satu in (orang.selesai, terakhir.selesai if terakhir else None) if satu is not None]
    selesai = max(periode.mulai, min([periode.selesai, *batas]))
    mulai = periode.mulai
    if orang.mulai is not None and periode.mulai < orang.mulai <= selesai:
        mulai = orang.mulai
    sebab = ["mulai bekerja di sini"] if mulai > periode.mulai else []
    sebab += [*_selesai(periode, orang, selesai), *_pindah(periode, orang, terakhir, unit)]
    kalimat = []
    if sebab:
        kalimat.append(f"Dinilai {format_tanggal(mulai)} sampai {format_tanggal(selesai)}: {'; '.join(sebab)}.")
    tidak = [satu for satu in orang.khusus if not satu.dinilai]
    if tidak and _tertutup(mulai, selesai, tidak):
        return MasaDinilai(mulai, selesai, tuple(kalimat), f"Tidak dinilai: {', '.join(s.kalimat for s in tidak)}.")
    for satu in orang.khusus:
        kata = "tetap dinilai" if satu.dinilai else "hari itu tidak dinilai"
        kalimat.append(f"{satu.kalimat[:1].upper()}{satu.kalimat[1:]}: {kata}.")
    return MasaDinilai(mulai, selesai, tuple(kalimat), "")


def _selesai(periode: Periode, orang: Orang, selesai: date) -> list[str]:
    if selesai >= periode.selesai:
        return []
    if orang.selesai == selesai:
        return [orang.alasan_selesai.strip().rstrip(".").lower() or "masa kerja di sini berakhir"]
    return ["penugasan di sini berakhir"]


def _pindah(periode: Periode, orang: Orang, terakhir: Tempat | None, unit: Mapping[int, str]) -> list[str]:
    """A definitive post that began within the period after another one."""
    definitif = [satu for satu in orang.tempat if satu.definitif]
    if terakhir is None or len(definitif) < 2 or terakhir.mulai <= periode.mulai:
        return []
    asal = definitif[definitif.index(terakhir) - 1] if terakhir in definitif[1:] else None
    if asal is None:
        return []
    if asal.unit_id == terakhir.unit_id:
        return [f"berganti jabatan sejak {format_tanggal(terakhir.mulai)}"]
    return [f"mutasi dari {unit[asal.unit_id]} ke {unit[terakhir.unit_id]} sejak {format_tanggal(terakhir.mulai)}"]


def _tertutup(mulai: date, selesai: date, khusus: Sequence[Khusus]) -> bool:
    """Whether every day lies in one of the spans, which are in order."""
    hari = mulai
    for satu in khusus:
        if satu.mulai > hari:
            return False
        hari = max(hari, satu.selesai + timedelta(days=1))
    return hari > selesai
