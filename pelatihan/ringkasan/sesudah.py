"""What changed after an event, as its page shows it: behaviour at work, and the service before and after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Max, Min

import forum.ringkasan
import survei.ringkasan
from pelatihan.enums.kehadiran import LABEL_BUTIR_UMPAN_BALIK
from pelatihan.models import EvaluasiHasil, EvaluasiPerilaku, Kegiatan, NilaiPerilaku
from pelatihan.perhitungan.sesudah import MINIMAL_JAWABAN, RekapPerilaku, rekap_perilaku
from pelatihan.perhitungan.umpan_balik import ButirUmpanBalik
from pelatihan.ringkasan.umpan_balik import hasil_umpan_balik
from rakumpit.bacaan import ambil
from rakumpit.waktu import hari_ini, tanggal_lokal

# Complaints are counted in this many days before the first and after the last session.
HARI_PENGADUAN = 180


@dataclass(frozen=True, slots=True)
class BarisPerilaku:
    pernyataan: str
    rekap: RekapPerilaku


@dataclass(frozen=True, slots=True)
class RingkasanPerilaku:
    """Level 3 of one event: asked, answered, late; behaviours in their order. Means from five answers on."""

    diminta: int
    diisi: int
    terlambat: int
    mulai: date | None
    batas: date | None
    baris: tuple[BarisPerilaku, ...]

    @property
    def cukup(self) -> bool:
        return any(satu.rekap.n >= MINIMAL_JAWABAN for satu in self.baris)


def perilaku_kegiatan(kegiatan: Kegiatan) -> RingkasanPerilaku:
    """One query. Answers of all roles together: by role a single superior or peer would be recognised."""
    hari = hari_ini()
    tugas, nilai, perilaku = ambil(
        [
            EvaluasiPerilaku.objects.diminta()
            .filter(kegiatan=kegiatan)
            .order_by()
            .values_list("diisi_pada", "mulai", "batas"),
            NilaiPerilaku.objects.filter(evaluasi__kegiatan=kegiatan)
            .order_by()
            .values_list("perilaku_id", "sebelum", "kini"),
            kegiatan.perilaku.order_by("urutan").values_list("pk", "pernyataan"),
        ]
    )
    jawaban: dict[int, list[tuple[int | None, int]]] = {}
    for perilaku_id, sebelum, kini in nilai:
        jawaban.setdefault(perilaku_id, []).append((sebelum, kini))
    return RingkasanPerilaku(
        diminta=len(tugas),
        diisi=sum(diisi is not None for diisi, _, _ in tugas),
        terlambat=sum(diisi is None and batas < hari for diisi, _, batas in tugas),
        mulai=min((mulai for _, mulai, _ in tugas), default=None),
        batas=max((batas for _, _, batas in tugas), default=None),
        baris=tuple(BarisPerilaku(teks, rekap_perilaku(jawaban.get(pk, ()))) for pk, teks in perilaku),
    )


@dataclass(frozen=True, slots=True)
class RingkasanReaksi:
    """Level 1 of one event: answers, and the items with the lowest and the highest mean (None below five answers)."""

    banyak: int
    terendah: tuple[str, Decimal] | None
    tertinggi: tuple[str, Decimal] | None


def reaksi_kegiatan(kegiatan: Kegiatan) -> RingkasanReaksi:
    """One query."""
    hasil = hasil_umpan_balik(kegiatan)
    urut = sorted(hasil.butir or (), key=lambda satu: satu.rerata)
    if not urut:
        return RingkasanReaksi(0, None, None)
    rendah, tinggi = (
        (LABEL_BUTIR_UMPAN_BALIK[ButirUmpanBalik(satu.butir)], satu.rerata) for satu in (urut[0], urut[-1])
    )
    return RingkasanReaksi(hasil.banyak, rendah, tinggi)


@dataclass(frozen=True, slots=True)
class JumlahPengaduan:
    """Complaints about the unit in equally long times; ``sesudah`` counts up to ``sampai``."""

    sejak: date
    sebelum: int
    sampai: date
    sesudah: int
    lengkap: bool


@dataclass(frozen=True, slots=True)
class BandingHasil:
    """Level 4 of one event. None where the event has no session."""

    unsur: str
    survei: survei.ringkasan.BandingUnsur | None
    pengaduan: JumlahPengaduan | None


def hari_kegiatan(kegiatan: Kegiatan) -> tuple[date, date] | None:
    """First and last day of the sessions that took place; one query."""
    batas: dict[str, Any] = kegiatan.sesi.filter(batal=False).aggregate(
        awal=Min("waktu__startswith"), akhir=Max("waktu__startswith")
    )
    if batas["awal"] is None:
        return None
    return tanggal_lokal(batas["awal"]), tanggal_lokal(batas["akhir"])


def banding_hasil(hasil: EvaluasiHasil) -> BandingHasil:
    """The survey element and the complaints of the unit before and after the event. Four queries."""
    nama = survei.ringkasan.nama_unsur(hasil.unsur)
    hari = hari_kegiatan(hasil.kegiatan)
    if hari is None:
        return BandingHasil(nama, None, None)
    awal, akhir = hari
    kini, lama = hari_ini(), timedelta(days=HARI_PENGADUAN)
    sampai = min(akhir + lama, kini)
    pengaduan = JumlahPengaduan(
        sejak=awal - lama,
        sebelum=forum.ringkasan.jumlah_pengaduan(hasil.unit_id, awal - lama, awal - timedelta(days=1)),
        sampai=sampai,
        sesudah=forum.ringkasan.jumlah_pengaduan(hasil.unit_id, akhir + timedelta(days=1), sampai),
        lengkap=akhir + lama <= kini,
    )
    banding = survei.ringkasan.banding_unsur(hasil.unit_id, hasil.unsur, sebelum=awal, sesudah=akhir)
    return BandingHasil(nama, banding, pengaduan)
