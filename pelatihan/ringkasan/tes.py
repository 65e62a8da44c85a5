"""Tests of an event: the person's own result, and the summary for the organiser, which shows nobody alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pelatihan.models import Kegiatan, Pendaftaran, PengerjaanTes, PilihanTes, TesKegiatan
from pelatihan.perhitungan.tes import JenisTes, RekapTes, kenaikan, kenaikan_ternormal, rekap_tes
from pelatihan.perhitungan.umpan_balik import MINIMAL_JAWABAN
from pelatihan.ringkasan.peserta import hasil_peserta
from rakumpit.angka import bulatkan


@dataclass(frozen=True, slots=True)
class HasilSendiri:
    """Scores of one person; None: not taken. ``ternormal`` is None where nothing could be gained."""

    awal: Decimal | None
    akhir: Decimal | None
    naik: Decimal | None
    ternormal: Decimal | None


@dataclass(frozen=True, slots=True)
class SoalRekap:
    """One item: percent of right answers before and after; None: nobody took that test."""

    soal: str
    awal: Decimal | None
    akhir: Decimal | None


@dataclass(frozen=True, slots=True)
class RekapKegiatan:
    """``soal`` and the means are left out while fewer than five took both tests."""

    peserta: int
    rekap: RekapTes
    cukup: bool
    lulus: int | None
    soal: list[SoalRekap]


def hasil_sendiri(pendaftaran: Pendaftaran) -> HasilSendiri:
    """One query."""
    skor = dict(PengerjaanTes.objects.filter(pendaftaran=pendaftaran).values_list("jenis", "skor"))
    awal, akhir = skor.get(JenisTes.AWAL.value), skor.get(JenisTes.AKHIR.value)
    return HasilSendiri(awal, akhir, kenaikan(awal, akhir), kenaikan_ternormal(awal, akhir))


def rekap_kegiatan(kegiatan: Kegiatan, tes: TesKegiatan) -> RekapKegiatan:
    """Of everybody with a seat; a fixed number of queries."""
    hasil = list(hasil_peserta(kegiatan).values())
    rekap = rekap_tes((satu.skor_awal, satu.skor_akhir) for satu in hasil)
    cukup = rekap.keduanya >= MINIMAL_JAWABAN
    return RekapKegiatan(
        peserta=len(hasil),
        rekap=rekap,
        cukup=cukup,
        lulus=sum(satu.lulus is True for satu in hasil) if tes.skor_lulus is not None else None,
        soal=_soal(tes, {satu.pendaftaran_id for satu in hasil}) if cukup else [],
    )


def _soal(tes: TesKegiatan, peserta: set[int]) -> list[SoalRekap]:
    benar: Counter[tuple[str, str]] = Counter()
    banyak: Counter[str] = Counter()
    for jenis, jawaban, pendaftaran_id in tes.pengerjaan.values_list("jenis", "jawaban", "pendaftaran_id"):
        if pendaftaran_id in peserta:
            banyak[jenis] += 1
            benar.update((jenis, pilihan) for pilihan in jawaban.values())
    kunci = (
        PilihanTes.objects.filter(butir__naskah=tes.naskah_id, benar=True)
        .order_by("butir__urutan")
        .values_list("butir__soal", "uuid")
    )

    def persen(jenis: JenisTes, pilihan: str) -> Decimal | None:
        dari = banyak[jenis.value]
        return bulatkan(Fraction(benar[jenis.value, pilihan] * 100, dari)) if dari else None

    return [
        SoalRekap(soal, persen(JenisTes.AWAL, str(uuid)), persen(JenisTes.AKHIR, str(uuid))) for soal, uuid in kunci
    ]
