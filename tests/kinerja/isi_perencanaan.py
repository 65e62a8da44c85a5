"""Agreements for the tests, and those of the office of named people."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile

from kinerja.models import (
    IndikatorUtama,
    PeranHasil,
    Periode,
    PerjanjianKinerja,
    RencanaHasilKerja,
    Sasaran,
    TargetTriwulan,
)
from kinerja.proses.capaian import catat_capaian_luar
from kinerja.proses.perjanjian import buat_perubahan, tandatangani
from rakumpit.organisasi.models import PejabatLuar, Pengguna, UnitKerja
from tests.kinerja.kantor import akun

if TYPE_CHECKING:
    from tests.dasar import KantorBernama


def buat_perjanjian_uji(unit: UnitKerja, **ubah: Any) -> PerjanjianKinerja:
    """A draft for 2026 with one goal, one measure (target 84 nilai) and a target of 80, 81, 82, 84 per quarter."""
    perjanjian = PerjanjianKinerja.objects.create(**({"unit": unit, "tahun": 2026} | ubah))
    sasaran = Sasaran.objects.create(
        perjanjian=perjanjian, urut=1, uraian="Meningkatnya kepuasan warga", rujukan="Renstra sasaran 1"
    )
    iku = IndikatorUtama.objects.create(
        sasaran=sasaran, urut=1, uraian="Nilai IKM gabungan", satuan="nilai", target=Decimal(84)
    )
    TargetTriwulan.objects.bulk_create(
        TargetTriwulan(iku=iku, triwulan=nomor, uraian=f"Langkah {nomor}", target=target)
        for nomor, target in enumerate((80, 81, 82, 84), start=1)
    )
    return perjanjian


def iku_uji(perjanjian: PerjanjianKinerja) -> IndikatorUtama:
    """The first measure of an agreement."""
    return IndikatorUtama.objects.filter(sasaran__perjanjian=perjanjian).order_by("sasaran__urut", "urut")[0]


def tandatangani_uji(perjanjian: PerjanjianKinerja, oleh: Pengguna, **ubah: Any) -> PerjanjianKinerja:
    isian: dict[str, Any] = {"nomor": "PK/1/2026", "tanggal": date(2026, 1, 15)}
    return tandatangani(perjanjian=perjanjian, oleh=oleh, **(isian | ubah))


def isi_perencanaan(k: KantorBernama) -> None:
    """A draft, a signed and a replaced agreement of the seksi; two of the neighbour whose superior has no account."""
    tetangga = UnitKerja.objects.get(nama="Kecamatan Lain")
    k.contoh["unit_seksi"] = k.kantor.seksi
    perjanjian = {
        "draf": buat_perjanjian_uji(k.kantor.seksi, tahun=2027),
        "setuju": tandatangani_uji(buat_perjanjian_uji(k.kantor.seksi), akun(k.kantor.kasi)),
        "diganti": _yang_diganti(k),
        "luar": buat_perjanjian_uji(tetangga),
        "pindaian": tandatangani_uji(
            buat_perjanjian_uji(tetangga, tahun=2025),
            k.kantor.pengelola,
            tanggal=date(2025, 1, 15),
            pindaian=ContentFile(b"%PDF-1.4 perjanjian", name="perjanjian.pdf"),
        ),
    }
    hasil_kasi = RencanaHasilKerja.objects.get(skp__pegawai=k.kantor.kasi)
    peran = PeranHasil.objects.create(rhk_pimpinan=hasil_kasi, pegawai=k.pegawai, uraian="Surat selesai sehari")
    k.contoh["hasil_kasi"] = hasil_kasi
    k.objek |= {
        "peran": (peran.uuid,),
        "hasil_kasi": (hasil_kasi.uuid,),
        "mph_baris": (hasil_kasi.skp.uuid, k.pegawai.uuid),
        "mph_asing": (hasil_kasi.skp.uuid, k.contoh["rekan"].uuid),
    }
    _isi_capaian(k, tetangga)
    for nama, satu in perjanjian.items():
        iku = iku_uji(satu)
        k.objek |= {
            f"perjanjian_{nama}": (satu.uuid,),
            f"sasaran_{nama}": (iku.sasaran.uuid,),
            f"iku_{nama}": (iku.uuid,),
        }


def _yang_diganti(k: KantorBernama) -> PerjanjianKinerja:
    """The first agreement of 2024, after a changed one was signed."""
    oleh = akun(k.kantor.kasi)
    lama = tandatangani_uji(buat_perjanjian_uji(k.kantor.seksi, tahun=2024), oleh, tanggal=date(2024, 1, 15))
    baru = buat_perubahan(perjanjian=lama, oleh=oleh, alasan="Target diubah.")
    tandatangani_uji(baru, oleh, nomor="PK/2/2024", tanggal=date(2024, 7, 15))
    return lama


def _isi_capaian(k: KantorBernama, tetangga: UnitKerja) -> None:
    """Two finished quarters of the seksi, and the neighbour's office, of which one letter is recorded."""
    tercatat = catat_capaian_luar(
        unit=tetangga,
        periode=Periode.objects.get(kode="tw1-2026"),
        oleh=k.kantor.pengelola,
        pejabat=PejabatLuar.objects.get(nama="Asisten"),
        predikat="baik",
        dasar="Rencana aksi tercapai.",
        surat_nomor="5/2026",
        pindaian=ContentFile(b"%PDF-1.4 surat", name="surat.pdf"),
    )
    k.contoh["asisten"] = tercatat.pejabat_luar
    k.objek |= {
        "capaian_seksi": (k.kantor.seksi.uuid, "tw2-2026"),
        "capaian_berjalan": (k.kantor.seksi.uuid, k.kantor.periode.kode),
        "capaian_kecamatan": (k.kantor.kecamatan.uuid, "tw2-2026"),
        "capaian_tetangga": (tetangga.uuid, "tw2-2026"),
        "capaian_pindaian": (tercatat.uuid,),
    }
