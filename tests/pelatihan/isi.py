"""Rows of training for the tests."""

from __future__ import annotations

import itertools
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile

from pelatihan.models import BentukPengembangan, RencanaPengembangan, RiwayatJP, SertifikatLuar
from pelatihan.proses.rencana import IsiRencana, usulkan_rencana
from pelatihan.proses.sertifikat import IsiSertifikat, kirim_sertifikat
from rakumpit.organisasi.models import Pegawai, Pengguna

_urut = itertools.count(1)


def bentuk(kode: str) -> BentukPengembangan:
    return BentukPengembangan.objects.get(kode=kode)


def akun(pegawai: Pegawai) -> Pengguna:
    assert pegawai.pengguna is not None
    return pegawai.pengguna


def isi_sertifikat(**ubah: Any) -> IsiSertifikat:
    """A technical training of 10 JP in May 2026, another one with every call."""
    n = next(_urut)
    isian: dict[str, Any] = {
        "bentuk": bentuk("teknis"),
        "judul": f"Pelatihan arsip {n}",
        "penyelenggara": "BKPSDM Rekaan",
        "nomor": f"{n}/DIKLAT/2026",
        "mulai": date(2026, 5, 4),
        "selesai": date(2026, 5, 6),
        "tanggal_sertifikat": date(2026, 5, 8),
        "hari": 3,
        "jp_program": Decimal(10),
    }
    return IsiSertifikat(**(isian | ubah))


def berkas(isi: str | None = None) -> ContentFile:
    return ContentFile(b"%PDF-1.4 " + (isi or uuid4().hex).encode(), name="sertifikat.pdf")


def buat_sertifikat(pegawai: Pegawai, **ubah: Any) -> SertifikatLuar:
    return kirim_sertifikat(
        kode=uuid4(), pegawai=pegawai, oleh=akun(pegawai), isi=isi_sertifikat(**ubah), berkas=berkas()
    )


def buat_riwayat(pegawai: Pegawai, oleh: Pengguna, jp: Decimal | int, hari: date, **ubah: Any) -> RiwayatJP:
    n = next(_urut)
    isian: dict[str, Any] = {
        "pegawai": pegawai,
        "bentuk": bentuk("teknis"),
        "judul": f"Kegiatan {n}",
        "penyelenggara": "BKPSDM Rekaan",
        "nomor": f"{n}/2026",
        "mulai": hari,
        "selesai": hari,
        "jp": Decimal(jp),
        "rincian": "JP program",
        "dicatat_oleh": oleh,
    }
    return RiwayatJP.objects.create(**(isian | ubah))


def buat_rencana(pegawai: Pegawai, **ubah: Any) -> RencanaPengembangan:
    isian: dict[str, Any] = {"tahun": 2026, "judul": "Berlatih melayani", "bentuk": bentuk("workshop"), "triwulan": 4}
    return usulkan_rencana(kode=uuid4(), pegawai=pegawai, oleh=akun(pegawai), isi=IsiRencana(**(isian | ubah)))
