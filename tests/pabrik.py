"""Makers of test rows: plain functions, every value can be overridden, nothing happens that the name does not say."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.utils import timezone

from kinerja.enums import JenisPeriode, StatusSKP
from kinerja.models import SKP, AturanPenilaian, Indikator, Periode, RencanaHasilKerja
from rakumpit.dokumen.kode import buat_kode
from rakumpit.dokumen.models import BerkasDokumen, Dokumen
from rakumpit.organisasi.enums import JenisUnit, SifatPenugasan, StatusPegawai
from rakumpit.organisasi.models import Jabatan, Layanan, Pegawai, PejabatLuar, Pengguna, Penugasan, UnitKerja
from survei.enums import StatusSurvei
from survei.models import Instrumen, Respons, Survei
from survei.perhitungan.butir import pisahkan_teks

SANDI = "perahu-kelotok-2026"
_urut = itertools.count(1)


def nip_rekaan(nomor: int) -> str:
    """A NIP of valid form whose serial starts with 9, which no real serial does; different for 0 … 43,199."""
    tahun, sisa = divmod(nomor, 1200)
    bulan, urut = divmod(sisa, 100)
    return f"19800101{2000 + tahun}{bulan + 1:02d}1{900 + urut}"


def buat_pengguna(**ubah: Any) -> Pengguna:
    """An account with a NIP and the password ``SANDI``."""
    n = next(_urut)
    isian: dict[str, Any] = {"nama": f"Pengguna {n}", "nip": nip_rekaan(n), "password": SANDI}
    return Pengguna.objects.create_user(**(isian | ubah))


def buat_unit(**ubah: Any) -> UnitKerja:
    n = next(_urut)
    isian: dict[str, Any] = {"kode": f"unit-{n}", "nama": f"Unit {n}", "jenis": JenisUnit.SEKSI.value}
    return UnitKerja.objects.create(**(isian | ubah))


def buat_jabatan(unit: UnitKerja, **ubah: Any) -> Jabatan:
    n = next(_urut)
    return Jabatan.objects.create(**({"unit": unit, "nama": f"Jabatan {n}"} | ubah))


def buat_pegawai(
    unit: UnitKerja | None = None,
    *,
    memimpin: bool = False,
    mulai: date = date(2024, 1, 1),
    akun: bool = True,
    peran: dict[str, bool] | None = None,
    **ubah: Any,
) -> Pegawai:
    """A person with an account; with ``unit`` also a definitive assignment to a seat of its own there."""
    n = next(_urut)
    isian: dict[str, Any] = {"nama": f"Pegawai {n}", "status": StatusPegawai.PNS.value}
    isian |= ubah
    if akun and "pengguna" not in isian:
        isian["pengguna"] = buat_pengguna(nama=isian["nama"], **(peran or {}))
    pegawai = Pegawai.objects.create(**isian)
    if unit is not None:
        tugaskan(pegawai, buat_jabatan(unit, memimpin=memimpin), mulai=mulai)
    return pegawai


def tugaskan(pegawai: Pegawai, jabatan: Jabatan, **ubah: Any) -> Penugasan:
    isian: dict[str, Any] = {
        "pegawai": pegawai,
        "jabatan": jabatan,
        "sifat": SifatPenugasan.DEFINITIF.value,
        "mulai": date(2024, 1, 1),
    }
    return Penugasan.objects.create(**(isian | ubah))


def buat_pejabat_luar(unit: UnitKerja | None = None, **ubah: Any) -> PejabatLuar:
    """An official above the office; with ``unit`` he holds its leading post."""
    pejabat = PejabatLuar.objects.create(**({"nama": "Sekretaris Daerah"} | ubah))
    if unit is not None:
        jabatan = buat_jabatan(unit, nama=pejabat.nama, memimpin=True)
        Penugasan.objects.create(pejabat_luar=pejabat, jabatan=jabatan, mulai=date(2024, 1, 1))
    return pejabat


def buat_layanan(unit: UnitKerja, **ubah: Any) -> Layanan:
    n = next(_urut)
    return Layanan.objects.create(**({"unit": unit, "kode": f"L-{n}", "nama": f"Layanan {n}"} | ubah))


def buat_survei(unit: UnitKerja, *, layanan: list[Layanan] | None = None, **ubah: Any) -> Survei:
    """An open SKM survey of 2026 with the seeded instrument."""
    n = next(_urut)
    isian: dict[str, Any] = {
        "kode": f"skm-{n}",
        "judul": f"SKM {unit.nama}",
        "unit": unit,
        "instrumen": Instrumen.objects.get(kode="skm", versi=1),
        "mulai": date(2026, 1, 1),
        "selesai": date(2026, 12, 31),
        "status": StatusSurvei.TERBUKA.value,
    }
    survei = Survei.objects.create(**(isian | ubah))
    survei.layanan.set(layanan or [buat_layanan(unit)])
    return survei


def buat_respons(survei: Survei, nilai: int | Mapping[str, Any] = 3, **ubah: Any) -> Respons:
    """One stored answer; a single ``nilai`` answers all elements alike."""
    jenis = dict(survei.instrumen.pertanyaan.values_list("kode_unsur", "jenis"))
    jawaban: dict[str, Any] = dict.fromkeys(jenis, nilai) if isinstance(nilai, int) else dict(nilai)
    jawaban, teks = pisahkan_teks(jawaban, {kunci for kunci, satu in jenis.items() if satu == "teks"})
    isian: dict[str, Any] = {
        "submission_id": uuid4(),
        "survei": survei,
        "layanan": survei.layanan.first(),
        "versi_formulir": "skm-1",
        "jawaban": jawaban,
        "teks_asli": teks,
        "tanggal": date(2026, 7, 1),
        "sidik": uuid4().hex,
    }
    return Respons.objects.create(**(isian | ubah))


def buat_periode(**ubah: Any) -> Periode:
    """Third quarter of 2026 for every kind of employment with an SKP."""
    isian: dict[str, Any] = {
        "kode": "tw3-2026",
        "nama": "Triwulan III 2026",
        "jenis": JenisPeriode.TRIWULAN.value,
        "berlaku_untuk": [s.value for s in StatusPegawai if s is not StatusPegawai.NON_ASN],
        "mulai": date(2026, 7, 1),
        "selesai": date(2026, 9, 30),
        "batas_isi": date(2026, 10, 10),
    }
    return Periode.objects.create(**(isian | ubah))


def aturan_berlaku() -> AturanPenilaian:
    """The seeded rule."""
    aturan: AturanPenilaian = AturanPenilaian.objects.pada(date(2026, 9, 30))
    return aturan


def buat_skp(pegawai: Pegawai, *, penilai: Pegawai | PejabatLuar | None = None, **ubah: Any) -> SKP:
    """A plan for 2026, approved when a superior is given."""
    isian: dict[str, Any] = {
        "pegawai": pegawai,
        "mulai": date(2026, 1, 1),
        "selesai": date(2026, 12, 31),
        "status": StatusSKP.DISETUJUI.value if penilai else StatusSKP.DRAF.value,
    }
    if isinstance(penilai, PejabatLuar):
        isian["penilai_luar"] = penilai
    elif penilai is not None:
        isian["penilai"] = penilai
    return SKP.objects.create(**(isian | ubah))


def buat_indikator(skp: SKP, **ubah: Any) -> Indikator:
    """An indicator (target 100) under a planned result of its own."""
    urut = skp.rencana.count() + 1
    rencana = RencanaHasilKerja.objects.create(skp=skp, urut=urut, uraian=f"Hasil {urut}")
    isian: dict[str, Any] = {"rencana": rencana, "urut": 1, "uraian": f"Indikator {urut}", "target": Decimal(100)}
    return Indikator.objects.create(**(isian | ubah))


def buat_dokumen(**ubah: Any) -> Dokumen:
    """An issued document about nothing that exists, with a file that is no PDF."""
    isian: dict[str, Any] = {
        "jenis": "uji.surat",
        "judul": "Sasaran Kinerja Pegawai 2026",
        "kode": buat_kode(),
        "fakta": [["Nama", "Siti Ma'rifah, S.Kom."], ["Periode", "Tahun 2026"]],
        "sidik": "0" * 64,
        "sidik_isi": "0" * 64,
        "tentang_jenis": "uji.surat",
        "tentang_kode": str(uuid4()),
        "diterbitkan_pada": timezone.now(),
    }
    dokumen = Dokumen.objects.create(**(isian | ubah))
    BerkasDokumen.objects.create(dokumen=dokumen, isi=b"%PDF-1.7")
    return dokumen
