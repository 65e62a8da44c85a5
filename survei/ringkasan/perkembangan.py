"""An index beside the earlier ones of the same unit: only like is compared with like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from survei.enums import StatusSurvei
from survei.enums.buka_kembali import StatusPermintaanBuka
from survei.models import HasilSurvei, PermintaanBuka, Survei
from survei.perhitungan import HasilIndeks, Ketidakpastian, Perbandingan, bandingkan, indeks, ketidakpastian
from survei.ringkasan.indeks import pita_instrumen, skor_tersimpan

MASA_TERBANYAK = 8


@dataclass(frozen=True, slots=True)
class Masa:
    """One period; ``ikm`` and ``selang`` are None below the minimum of answers.

    ``sama_cara`` says whether version of the instrument and the rule for counted forms are those of the newest period,
    ``sama_layanan`` the same of the services asked about. ``banding`` is held against the period before it, None for
    the first one and after a break.
    """

    uuid: UUID
    judul: str
    mulai: date
    selesai: date
    n: int
    ikm: Decimal | None
    selang: tuple[Decimal, Decimal] | None
    setengah: Decimal | None
    sama_cara: bool
    sama_layanan: bool
    banding: Perbandingan | None


def sebaran_tersimpan(rincian: Mapping[str, Any]) -> dict[str, dict[int, int]]:
    """Locked counts per element and value."""
    return {
        kode: {int(nilai): jumlah for nilai, jumlah in unsur["sebaran"].items()}
        for kode, unsur in rincian["unsur"].items()
    }


def hitung_tersimpan(hasil: HasilSurvei) -> HasilIndeks:
    """The arithmetic of a locked result again, from its stored counts."""
    return indeks(sebaran_tersimpan(hasil.rincian), n=hasil.n, pita=pita_instrumen(hasil.survei.instrumen))


def selang_tersimpan(rincian: Mapping[str, Any]) -> tuple[Decimal, Decimal] | None:
    """The locked 95 % interval of a result or of one service in it."""
    isi = rincian.get("selang") or {}
    if isi.get("bawah") is None or isi.get("atas") is None:
        return None
    return Decimal(isi["bawah"]), Decimal(isi["atas"])


def _cara(hasil: HasilSurvei) -> tuple[Any, ...]:
    instrumen = hasil.rincian["instrumen"]
    return instrumen["kode"], instrumen["versi"], hasil.rincian["minimal_terjawab"]


def _layanan(hasil: HasilSurvei) -> set[str]:
    return {satu["uuid"] for satu in hasil.rincian["layanan"]}


def perkembangan(hasil: HasilSurvei, *, minimum: int, terbit: bool) -> list[Masa]:
    """The period of this result and those before it that do not overlap, oldest first; one query.

    ``terbit`` leaves out what is not published. Weights are 1/m in every version, so the version tells the method.
    """
    sebelum = (
        (HasilSurvei.objects.terpublikasi() if terbit else HasilSurvei.objects.terkunci())
        .filter(
            survei__unit_id=hasil.survei.unit_id,
            survei__instrumen__kode=hasil.survei.instrumen.kode,
            survei__selesai__lt=hasil.survei.mulai,
        )
        .select_related("survei__instrumen")
    )
    daftar = [hasil]
    for satu in sebelum.order_by("-survei__selesai", "-survei__mulai", "-pk"):
        if satu.survei.selesai < daftar[-1].survei.mulai:
            daftar.append(satu)
        if len(daftar) == MASA_TERBANYAK:
            break
    keluar: list[Masa] = []
    lalu: tuple[HasilSurvei, HasilIndeks, Ketidakpastian] | None = None
    for satu in reversed(daftar):
        hitungan = hitung_tersimpan(satu)
        populasi = (satu.rincian.get("selang") or {}).get("populasi")
        tak_tentu = ketidakpastian(skor_tersimpan(satu.rincian), hitungan.ikm_eksak, populasi)
        cukup = satu.n >= minimum
        banding = None
        if lalu is not None and cukup and lalu[0].n >= minimum and _cara(lalu[0]) == _cara(satu):
            banding = bandingkan(lalu[1].ikm_eksak, lalu[2], hitungan.ikm_eksak, tak_tentu)
        keluar.append(
            Masa(
                uuid=satu.survei.uuid,
                judul=satu.survei.judul,
                mulai=satu.survei.mulai,
                selesai=satu.survei.selesai,
                n=satu.n,
                ikm=satu.ikm if cukup else None,
                selang=selang_tersimpan(satu.rincian) if cukup else None,
                setengah=tak_tentu.setengah if cukup else None,
                sama_cara=_cara(satu) == _cara(hasil),
                sama_layanan=_layanan(satu) == _layanan(hasil),
                banding=banding,
            )
        )
        lalu = satu, hitungan, tak_tentu
    return keluar


def permintaan_menunggu(survei: Survei) -> PermintaanBuka | None:
    """The request to open this survey again that waits for a decision, if there is one."""
    if not survei.hitungan_final:
        return None
    menunggu = PermintaanBuka.objects.filter(hasil__survei=survei, status=StatusPermintaanBuka.DIAJUKAN.value)
    satu: PermintaanBuka | None = menunggu.select_related("hasil__survei").first()
    return satu


def hasil_survei(survei: Survei) -> HasilSurvei | None:
    """The locked result of a survey, if there is one."""
    if survei.status not in {StatusSurvei.DIKUNCI.value, StatusSurvei.DIPUBLIKASI.value}:
        return None
    satu: HasilSurvei | None = (
        HasilSurvei.objects.berlaku().filter(survei=survei).select_related("survei__instrumen").first()
    )
    return satu
