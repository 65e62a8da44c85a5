"""What training can be made of: open actions after sessions, and complaints that were found to be justified."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.urls import reverse

from forum.models import AksiForum, Laporan
from rakumpit.calon import CalonKebutuhan
from rakumpit.waktu import awal_hari, format_tanggal, tanggal_lokal


def calon_kebutuhan(sejak: date, unit_ids: Collection[int] | None = None) -> list[CalonKebutuhan]:
    """Of these units (None: of all): open actions of sessions, and complaints closed with an improvement, from
    ``sejak`` on. Two queries for any number of rows."""
    return [*_aksi(sejak, unit_ids), *_pengaduan(sejak, unit_ids)]


def _aksi(sejak: date, unit_ids: Collection[int] | None) -> list[CalonKebutuhan]:
    semua = AksiForum.objects.terbuka().tanpa_induk().filter(kesepakatan__sesi__mulai__gte=awal_hari(sejak))
    if unit_ids is not None:
        semua = semua.filter(penanggung_jawab__unit__in=unit_ids)
    return [
        CalonKebutuhan(
            kunci=f"forum:aksi:{kode}",
            sumber="forum",
            nomor=f"Kesepakatan {nomor}, {sesi}",
            hari=tanggal_lokal(mulai),
            unit_id=unit_id,
            judul=f"Menjalankan kesepakatan forum: {uraian}"[:200],
            uraian=f"Tindak lanjut forum {format_tanggal(tanggal_lokal(mulai))}, tenggat {format_tanggal(tenggat)}.",
            tautan=reverse("forum:aksi", args=[kode]),
        )
        for kode, nomor, sesi, mulai, unit_id, uraian, tenggat in semua.values_list(
            "uuid",
            "kesepakatan__nomor",
            "kesepakatan__sesi__judul",
            "kesepakatan__sesi__mulai",
            "penanggung_jawab__unit_id",
            "uraian",
            "tenggat",
        )
    ]


def _pengaduan(sejak: date, unit_ids: Collection[int] | None) -> list[CalonKebutuhan]:
    """By number and service only: what the reporter wrote stays with those who handle it."""
    semua = Laporan.objects.terbukti().filter(unit__isnull=False, diterima_pada__gte=awal_hari(sejak))
    if unit_ids is not None:
        semua = semua.filter(unit__in=unit_ids)
    return [
        CalonKebutuhan(
            kunci=f"forum:laporan:{kode}",
            sumber="forum",
            nomor=f"Pengaduan {nomor}",
            hari=tanggal_lokal(diterima),
            unit_id=unit_id,
            judul=f"Belajar dari pengaduan {nomor}: {layanan or 'pelayanan kantor'}"[:200],
            uraian=f"Pengaduan {format_tanggal(tanggal_lokal(diterima))}, selesai dengan perbaikan.",
            tautan=reverse("forum:laporan_kelola", args=[kode]),
        )
        for kode, nomor, diterima, unit_id, layanan in semua.values_list(
            "uuid", "nomor", "diterima_pada", "unit_id", "layanan__nama"
        )
    ]
