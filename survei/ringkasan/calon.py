"""What training can be made of: weak elements of locked surveys, with an open follow-up or with none yet."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from rakumpit.angka import format_angka
from rakumpit.calon import CalonKebutuhan
from rakumpit.waktu import awal_hari, format_tanggal, tanggal_lokal
from survei.enums.tindak_lanjut import DIJANJIKAN, StatusTindakLanjut
from survei.models import HasilSurvei, TindakLanjut
from survei.perhitungan import LABEL_MUTU, PENGALI_KONVERSI, SAMPEL_KECIL, Mutu
from survei.ringkasan.perkembangan import hitung_tersimpan
from survei.ringkasan.tindak_lanjut import nama_unsur

_TERBUKA = [StatusTindakLanjut.DIUSULKAN.value, *DIJANJIKAN]
_LEMAH = frozenset({Mutu.C, Mutu.D})  # below «baik»


def calon_kebutuhan(sejak: date, unit_ids: Collection[int] | None = None) -> list[CalonKebutuhan]:
    """Of these units (None: of all), from ``sejak`` on; three queries for any number of rows."""
    return [*_ditindak(sejak, unit_ids), *_tanpa_tindak(sejak, unit_ids)]


def _kunci_unsur(survei: UUID, unsur: str) -> str:
    return f"survei:unsur:{survei}:{unsur}"


def _ditindak(sejak: date, unit_ids: Collection[int] | None) -> list[CalonKebutuhan]:
    """Elements for which an action is proposed or promised and not done."""
    semua = TindakLanjut.objects.filter(status__in=_TERBUKA, diusulkan_pada__gte=sejak)
    if unit_ids is not None:
        semua = semua.filter(hasil__survei__unit__in=unit_ids)
    return [
        CalonKebutuhan(
            kunci=f"survei:tindak:{kode}",
            sumber="survei",
            nomor=f"Survei {survei}",
            hari=hari,
            unit_id=unit_id,
            judul=f"{nama_unsur(unsur)}: {tindakan}"[:200],
            uraian=f"Unsur lemah pada survei {survei}, tindak lanjut {format_tanggal(hari)} belum selesai.",
            tautan=reverse("survei:tindak_lanjut", args=[kode]),
            kunci_lain=_kunci_unsur(kode_survei, unsur),
        )
        for kode, survei, kode_survei, hari, unit_id, unsur, tindakan in semua.values_list(
            *("uuid", "hasil__survei__kode", "hasil__survei__uuid", "diusulkan_pada", "hasil__survei__unit_id"),
            *("kode_unsur", "tindakan"),
        )
    ]


def _tanpa_tindak(sejak: date, unit_ids: Collection[int] | None) -> Iterator[CalonKebutuhan]:
    """Elements below «baik» in the newest locked survey of a unit, from 30 answers on, without any follow-up.

    Followed up: by an action after this survey that was not called off, or by an open one after an earlier survey.
    """
    semua = HasilSurvei.objects.terkunci().kepuasan().filter(dikunci_pada__gte=awal_hari(sejak), n__gte=SAMPEL_KECIL)
    if unit_ids is not None:
        semua = semua.filter(survei__unit__in=unit_ids)
    # Rows are read in the order of their periods, so the last of a unit is its newest.
    terbaru = {
        satu.survei.unit_id: satu
        for satu in semua.select_related("survei__instrumen").order_by("survei__selesai", "survei__mulai", "pk")
    }
    ditindak = set(
        TindakLanjut.objects.filter(
            Q(hasil__in=[satu.pk for satu in terbaru.values()]) & ~Q(status=StatusTindakLanjut.BATAL.value)
            | Q(hasil__survei__unit__in=list(terbaru), status__in=_TERBUKA)
        )
        .order_by()
        .values_list("hasil__survei__unit_id", "kode_unsur")
    )
    for hasil in terbaru.values():
        for unsur in hitung_tersimpan(hasil).unsur.values():
            if unsur.mutu not in _LEMAH or unsur.nrr_eksak is None or unsur.n < SAMPEL_KECIL:
                continue
            if (hasil.survei.unit_id, unsur.kode) in ditindak:
                continue
            nilai = format_angka(unsur.nrr_eksak * PENGALI_KONVERSI)
            yield CalonKebutuhan(
                kunci=_kunci_unsur(hasil.survei.uuid, unsur.kode),
                sumber="survei",
                nomor=f"Survei {hasil.survei.kode}",
                hari=tanggal_lokal(hasil.dikunci_pada),
                unit_id=hasil.survei.unit_id,
                judul=f"{nama_unsur(unsur.kode)}: {nilai} ({LABEL_MUTU[unsur.mutu].lower()}), belum ada tindak lanjut",
                uraian=f"Unsur lemah menurut {format_angka(unsur.n, 0)} jawaban pada survei {hasil.survei.kode}.",
                tautan=reverse("survei:kelola_survei", args=[hasil.survei.uuid]),
            )
