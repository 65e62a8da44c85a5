"""Hours of people against the rule of their kind of employment, as pages and other apps read them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from pelatihan.models import AturanJP, PerjanjianKerja, RiwayatJP, aturan_jp
from pelatihan.perhitungan.jp import (
    BarisJP,
    Masa,
    Perjanjian,
    SaldoJP,
    hitung_saldo,
    kunci,
    masa_kalender,
    masa_perjanjian,
)
from rakumpit.angka import format_angka
from rakumpit.bacaan import ambil
from rakumpit.organisasi.enums import LABEL_STATUS_PEGAWAI, StatusPegawai
from rakumpit.organisasi.models import Pegawai
from rakumpit.waktu import format_tanggal


@dataclass(frozen=True, slots=True)
class RingkasanJP:
    """Hours of one person in the year around a day.

    ``saldo`` and ``masa`` are None when they cannot be known, and ``keterangan`` then says why. ``terverifikasi``:
    whether the rule was compared with the regulation; ``dasar`` is that regulation.
    """

    pegawai_id: int
    saldo: SaldoJP | None
    masa: Masa | None
    minimum: Decimal | None
    maksimum: Decimal | None
    dasar: str
    terverifikasi: bool
    keterangan: str

    @property
    def singkat(self) -> str:
        """«14,4 dari 20 JP», or "" when it is not known."""
        if self.saldo is None:
            return ""
        punya = tulis_jp(self.saldo.diakui).removesuffix(" JP")
        if self.minimum is not None:
            return f"{punya} dari {tulis_jp(self.minimum)}"
        return f"{punya} dari paling banyak {tulis_jp(self.maksimum)}"

    @property
    def kalimat(self) -> str:
        """One sentence for the person: what is there and what is missing by when."""
        if self.saldo is None or self.masa is None:
            return self.keterangan
        akhir = format_tanggal(self.masa.selesai)
        punya = tulis_jp(self.saldo.diakui)
        if self.saldo.kekurangan:
            return f"{punya} dari {tulis_jp(self.minimum)}. Kurang {tulis_jp(self.saldo.kekurangan)} sampai {akhir}."
        if self.saldo.kekurangan is not None:
            return f"{punya} dari {tulis_jp(self.minimum)}. Sudah terpenuhi sampai {akhir}."
        if self.saldo.lebih:
            tercatat = tulis_jp(self.saldo.tercatat)
            return f"{tercatat} tercatat, {punya} diakui. Melampaui batas {tulis_jp(self.saldo.lebih)}."
        return f"{punya} dari paling banyak {tulis_jp(self.maksimum)} sampai {akhir}."


def tulis_jp(nilai: Decimal | None) -> str:
    """«14,4 JP», without zeros behind the comma; «belum diketahui» for None."""
    if nilai is None:
        return "belum diketahui"
    teks = format_angka(nilai)
    return f"{teks.rstrip('0').rstrip(',')} JP"


def _tanpa_aturan(status: str) -> str:
    label = LABEL_STATUS_PEGAWAI[StatusPegawai(status)]
    return f"Belum ada aturan JP untuk {label}, jadi belum ada batas yang dihitung."


def jp(pegawai_ids: Collection[int], hari: date, *, sampai: date | None = None) -> dict[int, RingkasanJP]:
    """Person -> hours of the year around ``hari``; two statements for any number of people.

    A PNS by the calendar year, a PPPK by the year of the contract. ``sampai``: only activities that ended by that day.
    """
    ids = list(pegawai_ids)
    aturan: dict[str, AturanJP] = {}
    for satu in AturanJP.objects.pada(hari):
        aturan.setdefault(satu.status_pegawai, satu)
    orang, perjanjian, kegiatan = ambil(
        [
            Pegawai.objects.filter(pk__in=ids).values_list("pk", "status"),
            PerjanjianKerja.objects.filter(pegawai__in=ids).values_list("pegawai_id", "mulai", "selesai"),
            _riwayat(ids, sampai),
        ]
    )
    status: dict[int, str] = dict(orang)
    kontrak: dict[int, list[Perjanjian]] = {}
    for pk, mulai, selesai in perjanjian:
        kontrak.setdefault(pk, []).append(Perjanjian(mulai, selesai))
    riwayat = _baris(kegiatan)
    return {
        pk: _satu(
            pk,
            status[pk],
            aturan.get(status[pk]),
            kontrak=kontrak.get(pk, []),
            baris=riwayat.get(pk, []),
            hari=hari,
        )
        for pk in ids
        if pk in status
    }


def _riwayat(ids: list[int], sampai: date | None) -> QuerySet[RiwayatJP, tuple[Any, ...]]:
    """Valid entries of these people, oldest first."""
    semua = RiwayatJP.objects.berlaku().filter(pegawai__in=ids)
    if sampai is not None:
        semua = semua.filter(selesai__lte=sampai)
    return semua.order_by("pk").values_list("pegawai_id", "selesai", "jp", "nomor", "penyelenggara", "judul", "mulai")


def _baris(kegiatan: Iterable[tuple[Any, ...]]) -> dict[int, list[BarisJP]]:
    hasil: dict[int, list[BarisJP]] = {}
    for pk, selesai, nilai, nomor, penerbit, judul, mulai in kegiatan:
        sama = kunci(judul, penerbit, f"{mulai}{selesai}")
        hasil.setdefault(pk, []).append(BarisJP(selesai, nilai, kunci(nomor), kunci(penerbit), sama))
    return hasil


def _satu(
    pk: int, status: str, aturan: AturanJP | None, *, kontrak: list[Perjanjian], baris: list[BarisJP], hari: date
) -> RingkasanJP:
    if aturan is None:
        return RingkasanJP(pk, None, None, None, None, "", False, _tanpa_aturan(status))
    masa = masa_perjanjian(hari, kontrak) if aturan.per_kontrak else masa_kalender(hari)
    umum = (aturan.minimum, aturan.maksimum, aturan.dasar_hukum, aturan.terverifikasi)
    if masa is None:
        sebab = "Tanggal perjanjian kerja belum diisi pengelola, jadi tahun JP belum diketahui."
        return RingkasanJP(pk, None, None, *umum, sebab)
    return RingkasanJP(pk, hitung_saldo(baris, aturan.aturan, masa), masa, *umum, "")


def jp_satu(pegawai: Pegawai, hari: date) -> RingkasanJP:
    """Hours of one person."""
    return jp([pegawai.pk], hari)[pegawai.pk]


def saldo_sesudah(pegawai: Pegawai, hari: date, tambahan: Decimal) -> Decimal:
    """By how much an activity that ends on ``hari`` would pass the yearly limit; 0 without a limit or below it."""
    aturan = aturan_jp(pegawai.status, hari)
    if aturan is None or aturan.maksimum is None:
        return Decimal(0)
    kini = jp_satu(pegawai, hari)
    if kini.saldo is None:
        return Decimal(0)
    return max(kini.saldo.tercatat + tambahan - aturan.maksimum, Decimal(0))


def jp_periode(pegawai_ids: Collection[int], selesai: date) -> Mapping[int, tuple[Decimal | None, str]]:
    """Person -> (hours credited by the last day of a period, in the year around it; what stands behind the number).

    None with the reason where it is not known. This is what an indicator with the source «jp» takes.
    """
    return {
        pk: (None if satu.saldo is None else satu.saldo.diakui, satu.kalimat)
        for pk, satu in jp(pegawai_ids, selesai, sampai=selesai).items()
    }
