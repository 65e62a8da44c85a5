"""What a session could be about, from evidence, and which unit still owes one this year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count

from forum.models import AksiForum, AturanForum, SesiForum
from forum.perhitungan.sesi import StatusSesi
from forum.permissions.sesi import unit_diselenggarakan
from forum.ringkasan.aksi import susun_aksi
from rakumpit.angka import bulatkan, format_angka
from rakumpit.organisasi.models import Pengguna, UnitKerja
from rakumpit.waktu import format_tanggal, hari_ini
from survei.ringkasan import nama_unsur, umpan_balik

_PALING_BANYAK = 8
_SETAHUN = 365
_SUDAH = [StatusSesi.MENUNGGU.value, StatusSesi.SELESAI.value, StatusSesi.DIPUBLIKASIKAN.value]


@dataclass(frozen=True, slots=True)
class UsulanTema:
    """A proposed theme: what the form begins with, and what the evidence is."""

    unit: UUID
    nama_unit: str
    judul: str
    tema: str
    dasar: str
    asal: str


def usulan_tema(pengguna: Pengguna) -> list[UsulanTema]:
    """Worst element of the newest survey of each unit that the reader organises for, and what is overdue there."""
    unit = {satu.pk: satu for satu in unit_diselenggarakan(pengguna)}
    return [*_dari_survei(unit), *_dari_aksi(unit)]


@dataclass(frozen=True, slots=True)
class KewajibanTahunan:
    """How many sessions a unit held in a year and how many it owes; ``terverifikasi``: whether the rule was checked."""

    unit: str
    diadakan: int
    wajib: int
    terverifikasi: bool

    @property
    def terpenuhi(self) -> bool:
        return self.diadakan >= self.wajib


def kewajiban_tahunan(pengguna: Pengguna, tahun: int) -> list[KewajibanTahunan]:
    """Units that the reader organises for and that ever planned a session; three queries.

    A unit that never planned one is not listed: which units owe one is the office's to say, by planning.
    """
    aturan = AturanForum.pada(date(tahun, 12, 31))
    unit = dict(unit_diselenggarakan(pengguna).filter(sesi_forum__isnull=False).distinct().values_list("pk", "nama"))
    jumlah = dict(
        SesiForum.objects.filter(unit__in=unit, status__in=_SUDAH, mulai__year=tahun)
        .order_by()
        .values_list("unit_id")
        .annotate(banyak=Count("pk"))
    )
    return [
        KewajibanTahunan(nama, jumlah.get(pk, 0), aturan.sesi_setahun, aturan.terverifikasi)
        for pk, nama in sorted(unit.items(), key=lambda satu: satu[1])
    ]


def _dari_aksi(unit: dict[int, UnitKerja]) -> list[UsulanTema]:
    lambat = (
        AksiForum.objects.terlambat(hari_ini())
        .tanpa_induk()
        .filter(kesepakatan__sesi__unit__in=unit)
        .select_related("kesepakatan__sesi", "penanggung_jawab__unit")
        .order_by("tenggat", "pk")[:_PALING_BANYAK]
    )
    return [
        UsulanTema(
            unit=unit[satu.aksi.kesepakatan.sesi.unit_id].uuid,
            nama_unit=unit[satu.aksi.kesepakatan.sesi.unit_id].nama,
            judul="Tindak lanjut yang terlambat",
            tema=f"Mengapa belum selesai: {satu.aksi.uraian}",
            dasar=f"Kesepakatan sesi {format_tanggal(satu.aksi.kesepakatan.sesi.hari)}. {satu.waktu}",
            asal="Tindak lanjut forum",
        )
        for satu in susun_aksi(lambat)
    ]


def _dari_survei(unit: dict[int, UnitKerja]) -> list[UsulanTema]:
    """The worst element of the last year of each unit; units with too few answers have none."""
    hari = hari_ini()
    hasil = []
    for pk, satu in umpan_balik(unit_ids=list(unit), mulai=hari - timedelta(days=_SETAHUN), selesai=hari).items():
        nilai = {kode: (baris.nrr, baris.n) for kode, baris in satu.unsur.items() if baris.nrr is not None}
        if not nilai:
            continue
        kode = min(nilai, key=lambda satu: (nilai[satu][0], satu))
        nrr, n = nilai[kode]
        nama = nama_unsur(kode)
        hasil.append(
            UsulanTema(
                unit=unit[pk].uuid,
                nama_unit=unit[pk].nama,
                judul=f"Memperbaiki {nama.lower()}",
                tema=f"Apa yang membuat {nama.lower()} di {unit[pk].nama} dinilai paling rendah, dan apa yang diubah.",
                dasar=f"{nama} adalah unsur terendah setahun ini: {format_angka(bulatkan(nrr * 25))} "
                f"dari {format_angka(n, 0)} jawaban.",
                asal="Hasil survei",
            )
        )
    return sorted(hasil, key=lambda satu: satu.nama_unit)[:_PALING_BANYAK]
