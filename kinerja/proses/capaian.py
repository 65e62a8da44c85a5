"""Setting the predicate of a unit for a period, by the level above or from its letter."""

from __future__ import annotations

from typing import Any

from django.core.files.base import File
from django.db import transaction

from kinerja.models import CapaianOrganisasi, Periode
from kinerja.perhitungan import LABEL_CAPAIAN_ORGANISASI
from kinerja.perhitungan import CapaianOrganisasi as Tingkat
from kinerja.permissions.atasan import peta_atasan
from kinerja.permissions.capaian import pejabat_capaian, pejabat_surat, pemimpin_di_atas
from kinerja.proses.galat import KonflikVersi, ProsesDitolak, wajib_diisi
from kinerja.proses.perjanjian import sebutan_jabatan
from kinerja.proses.pindaian import pindaian_tersimpan
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Pengguna, UnitKerja
from rakumpit.organisasi.models.pegawai import orang
from rakumpit.waktu import format_tanggal, hari_ini

# ``revisi`` of a form that was opened before anything was set.
BELUM_ADA = -1


@transaction.atomic
def tetapkan_capaian(
    *, unit: UnitKerja, periode: Periode, oleh: Pengguna, predikat: str, dasar: str, revisi: int = BELUM_ADA
) -> CapaianOrganisasi:
    """Set the predicate; setting it again adds a revision. ``revisi`` is the one that was seen. ProsesDitolak,
    KonflikVersi."""
    unit = _kunci(unit)
    pemegang = pejabat_capaian(oleh, unit.pk)
    if pemegang is None:
        raise ProsesDitolak("Capaian organisasi ditetapkan oleh pimpinan dari tingkat di atas unit ini.")
    baru = _susun(unit, periode, predikat, dasar, revisi)
    baru.pejabat_id, baru.pejabat_luar_id = pemegang.pegawai_id, pemegang.pejabat_luar_id
    baru.pejabat_nama, baru.pejabat_jabatan = str(orang(pemegang)), sebutan_jabatan(pemegang)
    _simpan(baru, oleh, "kinerja.capaian.tetapkan")
    return baru


@transaction.atomic
def catat_capaian_luar(
    *,
    unit: UnitKerja,
    periode: Periode,
    oleh: Pengguna,
    pejabat: PejabatLuar,
    predikat: str,
    dasar: str,
    surat_nomor: str,
    pindaian: File | None,
    revisi: int = BELUM_ADA,
) -> CapaianOrganisasi:
    """Record what a letter of an official outside the office says; its number and scan stay with the row."""
    unit = _kunci(unit)
    if pejabat not in pejabat_surat(oleh, unit.pk):
        raise ProsesDitolak(
            "Surat hanya dicatat pengelola kinerja, untuk pejabat di luar kantor yang tidak punya akun."
        )
    surat_nomor = wajib_diisi(surat_nomor, "Isi nomor surat.")
    baru = _susun(unit, periode, predikat, dasar, revisi)
    pemegang = next(satu for satu in pemimpin_di_atas(unit.pk, peta_atasan()) if satu.pejabat_luar_id == pejabat.pk)
    baru.pejabat_luar, baru.pejabat_nama, baru.pejabat_jabatan = pejabat, pejabat.nama, sebutan_jabatan(pemegang)
    baru.surat_nomor = surat_nomor[:100]
    with pindaian_tersimpan(baru.surat_pindaian, pindaian):
        _simpan(baru, oleh, "kinerja.capaian.catat_surat", f"Menurut surat nomor {surat_nomor}")
    return baru


def _kunci(unit: UnitKerja) -> UnitKerja:
    """The unit is the queue: of two who set it at once, the second sees the first."""
    return UnitKerja.objects.select_for_update(no_key=True).get(pk=unit.pk)


def _susun(unit: UnitKerja, periode: Periode, predikat: str, dasar: str, revisi: int) -> CapaianOrganisasi:
    """The next revision, after the checks of state, day and content."""
    lama = (
        CapaianOrganisasi.objects.select_related("ditetapkan_oleh")
        .filter(unit=unit, periode=periode, terbaru=True)
        .first()
    )
    if lama is not None and lama.revisi != revisi:
        raise KonflikVersi(oleh=str(lama.ditetapkan_oleh), pada=lama.ditetapkan_pada)
    if hari_ini() < periode.selesai:
        raise ProsesDitolak(
            f"Periode ini belum berakhir. Capaian dapat ditetapkan mulai {format_tanggal(periode.selesai)}."
        )
    try:
        tingkat = Tingkat(predikat)
    except ValueError:
        raise ProsesDitolak("Pilih capaian organisasi.") from None
    dasar = wajib_diisi(dasar, "Tulis dasar penetapan.")
    return CapaianOrganisasi(
        unit=unit,
        periode=periode,
        predikat=tingkat.value,
        dasar=dasar,
        revisi=0 if lama is None else lama.revisi + 1,
    )


def _simpan(baru: CapaianOrganisasi, oleh: Pengguna, aksi: str, keterangan: str = "") -> None:
    lama = CapaianOrganisasi.objects.filter(unit=baru.unit, periode=baru.periode, terbaru=True)
    sebelum: dict[str, Any] = dict(lama.values("predikat", "dasar", "revisi").first() or {})
    # Exactly this one column of a stored row may change, once (trigger).
    lama.update(terbaru=False)
    baru.ditetapkan_oleh = oleh
    baru.save()
    catat(
        pelaku=oleh,
        aksi=aksi,
        objek=baru,
        sebelum=sebelum,
        sesudah={"predikat": baru.predikat, "dasar": baru.dasar, "revisi": baru.revisi},
        keterangan=keterangan,
    )
    pimpinan = peta_atasan().pemimpin.get(baru.unit_id, ())
    kunci = [satu.pegawai_id for satu in pimpinan if satu.pegawai_id is not None]
    for akun_id in Pegawai.objects.filter(pk__in=kunci, pengguna__isnull=False).values_list("pengguna_id", flat=True):
        kirim(
            penerima_id=akun_id,
            kunci=f"capaian-organisasi:{baru.uuid}",
            judul=f"Capaian organisasi {baru.unit} {baru.periode} ditetapkan",
            isi=f"{LABEL_CAPAIAN_ORGANISASI[Tingkat(baru.predikat)]}, oleh {baru.pejabat_nama}.",
            tautan=f"/kinerja/capaian/{baru.unit.uuid}/{baru.periode.kode}/",
        )
