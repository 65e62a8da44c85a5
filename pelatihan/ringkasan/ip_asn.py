"""Inputs of the IP ASN estimate that the ledger knows, and the scheme of a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Sum

from pelatihan.enums import PeranIP
from pelatihan.models import RiwayatJP, SkemaIPASN
from pelatihan.perhitungan.ip_asn import KelompokJabatan
from rakumpit.organisasi.enums import JenisJabatan
from rakumpit.organisasi.models import Pegawai
from rakumpit.waktu import tambah_tahun

_KELOMPOK = {
    JenisJabatan.PIMPINAN_TINGGI.value: KelompokJabatan.STRUKTURAL,
    JenisJabatan.ADMINISTRATOR.value: KelompokJabatan.STRUKTURAL,
    JenisJabatan.PENGAWAS.value: KelompokJabatan.STRUKTURAL,
    JenisJabatan.FUNGSIONAL.value: KelompokJabatan.FUNGSIONAL,
    JenisJabatan.PELAKSANA.value: KelompokJabatan.PELAKSANA,
}


@dataclass(frozen=True, slots=True)
class SkemaTahun:
    """The scheme in use for a year; ``pengganti``: it is an older one, because that of the year is not complete."""

    skema: SkemaIPASN
    pengganti: bool


def skema_untuk(tahun: int) -> SkemaTahun | None:
    """The active scheme of the year, else the newest active one before; None before the first."""
    skema = SkemaIPASN.objects.aktif().filter(tahun_mulai__lte=tahun).order_by("-tahun_mulai").first()
    if skema is None:
        return None
    return SkemaTahun(skema, skema.tahun_selesai is not None and skema.tahun_selesai < tahun)


def kelompok_jabatan(pegawai: Pegawai, hari: date) -> KelompokJabatan | None:
    """Kind of post on a day, as the index tells them apart; None without a post or outside the ASN."""
    penugasan = pegawai.penugasan_pada(hari)
    return _KELOMPOK.get(penugasan.jabatan.jenis) if penugasan is not None else None


def jp_teknis(pegawai: Pegawai, hari: date) -> Decimal:
    """Technical training of the year before ``hari``, added up."""
    jumlah: Decimal | None = (
        RiwayatJP.objects.berlaku()
        .filter(
            pegawai=pegawai,
            bentuk__peran_ip=PeranIP.TEKNIS.value,
            selesai__gt=tambah_tahun(hari, -1),
            selesai__lte=hari,
        )
        .aggregate(jumlah=Sum("jp"))["jumlah"]
    )
    return jumlah or Decimal(0)


def pernah_seminar(pegawai: Pegawai, hari: date) -> bool:
    """A seminar or the like within the two years before ``hari``."""
    ada: bool = (
        RiwayatJP.objects.berlaku()
        .filter(
            pegawai=pegawai,
            bentuk__peran_ip=PeranIP.SEMINAR.value,
            selesai__gt=tambah_tahun(hari, -2),
            selesai__lte=hari,
        )
        .exists()
    )
    return ada
