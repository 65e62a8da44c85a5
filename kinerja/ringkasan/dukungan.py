"""Obstacles as they stand beside the result that they hinder, and the duties that follow from requests for support."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.urls import reverse

from kinerja.enums import LABEL_JENIS_KENDALA, JawabanDukungan, JenisKendala, StatusPermintaan
from kinerja.models import Kendala, PermintaanDukungan
from kinerja.permissions import PetaAtasan
from kinerja.permissions.dukungan import baca_permintaan_menunggu
from kinerja.querysets.pelaksanaan import PERMINTAAN_BERJALAN
from rakumpit.bacaan import Bacaan
from rakumpit.menunggu import Rumpun, Tugas
from rakumpit.organisasi.kalender import libur_antara
from rakumpit.organisasi.pembaca import Pembaca
from rakumpit.waktu import format_tanggal, hari_ini, hitung_hari_kerja


@dataclass(frozen=True, slots=True)
class Hambatan:
    """One obstacle for the page of a result: ``tentang`` is the hindered indicator or planned result ("" for none).

    ``dukungan`` says how the request for support stands, "" when none was made; ``menunggu`` is True while it waits
    for an answer. ``lepas``: a request that was made without writing down an obstacle; ``kode`` is then its own.
    """

    kode: UUID
    rencana_id: int | None
    indikator_id: int | None
    jenis: str
    uraian: str
    tentang: str
    sejak: date
    teratasi_pada: date | None
    dukungan: str
    menunggu: bool
    lepas: bool = False

    def menyangkut(self, indikator_id: int, rencana_id: int) -> bool:
        """Whether it hinders this indicator, by itself or through its planned result."""
        if self.indikator_id is not None:
            return self.indikator_id == indikator_id
        return self.rencana_id == rencana_id


# Obstacles that stand beside a result; all of them are on the list of obstacles.
BATAS_HAMBATAN = 25


def hambatan(pegawai_id: int, mulai: date, selesai: date, *, rencana_id: int | None = None) -> list[Hambatan]:
    """Obstacles of a person, or of one planned result, that stood on at least one of these days.

    Those of a person hold also the requests for support that were made without an obstacle. At most
    ``BATAS_HAMBATAN``: open ones first, the longest before the others, then these; four queries at most.
    """
    milik = {"pegawai_id": pegawai_id} | ({} if rencana_id is None else {"rencana_id": rencana_id})
    diminta = PermintaanDukungan.objects.exclude(status=StatusPermintaan.DIBATALKAN.value)
    kendala = list(
        Kendala.objects.filter(Q(teratasi_pada__isnull=True) | Q(teratasi_pada__gte=mulai), sejak__lte=selesai, **milik)
        .select_related("rencana", "indikator")
        .prefetch_related(Prefetch("permintaan", diminta.order_by("pk"), to_attr="permintaan_kini"))
        # «terbuka» comes after «teratasi» in the alphabet.
        .order_by("-status", "sejak", "pk")[:BATAS_HAMBATAN]
    )
    terakhir = {satu.pk: satu.permintaan_kini[-1] for satu in kendala if satu.permintaan_kini}
    lepas = [] if rencana_id is not None else _tanpa_kendala(diminta, pegawai_id, mulai, selesai)
    menunggu = [
        satu.diajukan_pada for satu in (*terakhir.values(), *lepas) if satu.status == StatusPermintaan.DIAJUKAN.value
    ]
    hari = hari_ini()
    libur = libur_antara(min(menunggu), hari) if menunggu else set()
    hasil = [_hambatan(satu, terakhir.get(satu.pk), hari, libur) for satu in kendala]
    return (hasil + [_lepas(satu, hari, libur) for satu in lepas])[:BATAS_HAMBATAN]


def _tanpa_kendala(
    diminta: QuerySet[PermintaanDukungan], pegawai_id: int, mulai: date, selesai: date
) -> list[PermintaanDukungan]:
    """Requests of a person without an obstacle that were open on these days or answered in them."""
    dalam = diminta.filter(PERMINTAAN_BERJALAN | Q(dijawab_pada__gte=mulai), diajukan_pada__lte=selesai)
    return list(dalam.filter(pegawai_id=pegawai_id, kendala=None).order_by("diajukan_pada", "pk")[:BATAS_HAMBATAN])


def _lepas(permintaan: PermintaanDukungan, hari: date, libur: Collection[date]) -> Hambatan:
    return Hambatan(
        kode=permintaan.uuid,
        rencana_id=None,
        indikator_id=None,
        jenis=permintaan.get_jenis_display(),
        uraian=permintaan.uraian,
        tentang="",
        sejak=permintaan.diajukan_pada,
        teratasi_pada=None,
        dukungan=kalimat_permintaan(permintaan, hari, libur),
        menunggu=permintaan.status == StatusPermintaan.DIAJUKAN.value,
        lepas=True,
    )


def _hambatan(kendala: Kendala, permintaan: PermintaanDukungan | None, hari: date, libur: Collection[date]) -> Hambatan:
    return Hambatan(
        kode=kendala.uuid,
        rencana_id=kendala.rencana_id,
        indikator_id=kendala.indikator_id,
        jenis=kendala.get_jenis_display(),
        uraian=kendala.uraian,
        tentang=str(kendala.indikator or kendala.rencana or ""),
        sejak=kendala.sejak,
        teratasi_pada=kendala.teratasi_pada,
        dukungan=kalimat_permintaan(permintaan, hari, libur) if permintaan is not None else "",
        menunggu=permintaan is not None and permintaan.status == StatusPermintaan.DIAJUKAN.value,
    )


def kalimat_permintaan(permintaan: PermintaanDukungan, hari: date, libur: Collection[date]) -> str:
    """How a request stands: «Permintaan belum dijawab 7 hari kerja.» ``libur``: days off since it was made."""
    if permintaan.status == StatusPermintaan.DIAJUKAN.value:
        lama = hitung_hari_kerja(permintaan.diajukan_pada, hari, libur)
        return f"Permintaan belum dijawab {lama} hari kerja." if lama else "Permintaan diajukan hari ini."
    if permintaan.status == StatusPermintaan.DIPENUHI.value:
        return "Dukungan sudah diterima."
    if permintaan.status == StatusPermintaan.DIBATALKAN.value:
        return "Permintaan dibatalkan."
    if permintaan.jawaban == JawabanDukungan.DITOLAK.value or permintaan.dijanjikan is None:
        return "Permintaan ditolak."
    kata = permintaan.get_jawaban_display().lower()
    return f"Permintaan {kata}, dijanjikan {format_tanggal(permintaan.dijanjikan)}."


def tugas_menjawab_dukungan(pembaca: Pembaca, peta: PetaAtasan) -> Bacaan[list[Tugas]]:
    """Requests to answer; two steps."""
    bersama = Rumpun(
        "kinerja.dukungan",
        "Jawab {jumlah} permintaan dukungan",
        reverse("kinerja:dukungan_masuk"),
        "Buka permintaan dukungan",
    )
    baris = yield from baca_permintaan_menunggu(
        pembaca.pengguna, "uuid", "jenis", "pegawai__nama", "tenggat", peta=peta
    )
    return [
        Tugas(
            judul=f"Jawab permintaan dukungan: {LABEL_JENIS_KENDALA[JenisKendala(jenis)].lower()}",
            dari=nama,
            tenggat=tenggat,
            tautan=reverse("kinerja:dukungan", args=[kode]),
            aksi="Jawab permintaan",
            rumpun=bersama,
        )
        for kode, jenis, nama, tenggat in baris
    ]


def tugas_menyatakan_dukungan(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """Promises of which the reader says whether they were kept; one step."""
    if pembaca.pegawai is None:
        return []
    (baris,) = yield [
        PermintaanDukungan.objects.filter(
            pegawai=pembaca.pegawai, status=StatusPermintaan.DIJAWAB.value, dijanjikan__lte=pembaca.hari
        )
        .order_by("dijanjikan", "pk")
        .values_list("uuid", "jenis", "dijanjikan")
    ]
    return [
        Tugas(
            judul=f"Nyatakan apakah dukungan sudah diterima: {LABEL_JENIS_KENDALA[JenisKendala(jenis)].lower()}",
            dari=f"Dijanjikan {format_tanggal(dijanjikan)}",
            tenggat=None,
            tautan=reverse("kinerja:dukungan", args=[kode]),
            aksi="Buka permintaan",
        )
        for kode, jenis, dijanjikan in baris
    ]
