"""Feedback as evidence beside the rating, and the requests that wait for an answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from kinerja.models import PermintaanUmpanBalik, UmpanBalik
from kinerja.perhitungan.triwulan import awal_triwulan, nama_triwulan
from kinerja.permissions.umpan_balik import tanda_penulis
from rakumpit.bacaan import Bacaan
from rakumpit.menunggu import Tugas
from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.pembaca import Pembaca
from rakumpit.waktu import format_tanggal, hari_ini


@dataclass(frozen=True, slots=True)
class UmpanBalikTampil:
    """One note for a page. Without a name: ``pemberi`` says so, ``hubungan`` is "" and ``kapan`` only the quarter."""

    kode: UUID
    pemberi: str
    hubungan: str
    kapan: str
    isi: str
    tentang: str
    tanggapan: str
    ditanggapi: bool


def tampilkan(baris: Iterable[UmpanBalik]) -> list[UmpanBalikTampil]:
    """Rows of ``UmpanBalik.objects.terbuka()`` (with dari, dari_luar, rencana) as pages show them."""
    return [
        UmpanBalikTampil(
            kode=satu.uuid,
            pemberi=satu.pemberi,
            hubungan=satu.get_hubungan_display(),
            kapan=format_tanggal(satu.tanggal) if satu.tanggal is not None else nama_triwulan(satu.triwulan),
            isi=satu.isi,
            tentang=", ".join(str(t) for t in (satu.get_nilai_dasar_display(), satu.rencana) if t),
            tanggapan=satu.tanggapan,
            ditanggapi=satu.ditanggapi_pada is not None,
        )
        for satu in baris
    ]


# Notes that stand beside the rating; all of them are on the page of that person.
BATAS_UMPAN_BALIK = 25


def bukti_umpan_balik(pegawai_id: int, mulai: date, selesai: date) -> list[UmpanBalikTampil]:
    """The newest ``BATAS_UMPAN_BALIK`` notes about a person in these days, for the superior who rates; one query."""
    baris = UmpanBalik.objects.terbuka().filter(pegawai_id=pegawai_id).dalam(mulai, selesai)
    return tampilkan(baris.select_related("dari", "dari_luar", "rencana")[:BATAS_UMPAN_BALIK])


def permintaan_untuk(pengguna: Pengguna) -> list[PermintaanUmpanBalik]:
    """Requests of this quarter to the reader that he or she has not answered; two queries.

    Only for the reader: nobody else learns whether an answer without a name was given.
    """
    triwulan = awal_triwulan(hari_ini())
    semua = _tanpa_jawaban(pengguna, triwulan).select_related("pegawai")
    tanda = {tanda_penulis(pengguna.pk, satu.pegawai_id, triwulan): satu for satu in semua}
    terjawab = set(UmpanBalik.objects.filter(tanda__in=tanda).values_list("tanda", flat=True)) if tanda else set()
    return [satu for kode, satu in tanda.items() if kode not in terjawab]


def _tanpa_jawaban(pengguna: Pengguna, triwulan: date) -> QuerySet[PermintaanUmpanBalik]:
    """Requests of a quarter to the reader without an answer with a name."""
    return PermintaanUmpanBalik.objects.filter(kepada__pengguna=pengguna, triwulan=triwulan, jawaban__isnull=True)


def tugas_umpan_balik(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """Feedback that was asked of the reader in this quarter (``permintaan_untuk``); two steps."""
    pengguna, triwulan = pembaca.pengguna, awal_triwulan(pembaca.hari)
    (semua,) = yield [_tanpa_jawaban(pengguna, triwulan).values_list("pegawai_id", "pegawai__uuid", "pegawai__nama")]
    tanda = {tanda_penulis(pengguna.pk, pegawai_id, triwulan): isi for pegawai_id, *isi in semua}
    (dijawab,) = yield [UmpanBalik.objects.filter(tanda__in=tanda).order_by().values_list("tanda")]
    terjawab = {satu for (satu,) in dijawab}
    return [
        Tugas(
            judul="Beri umpan balik yang diminta",
            dari=nama,
            tenggat=None,
            tautan=reverse("kinerja:umpan_balik_beri", args=[kode]),
            aksi="Beri umpan balik",
        )
        for satu, (kode, nama) in tanda.items()
        if satu not in terjawab
    ]
