"""Writing a plan while it is a draft or was returned: the draft itself, its results and indicators."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError

from kinerja.enums import BentukSKP, Pendekatan
from kinerja.models import SKP, Indikator, RencanaHasilKerja
from kinerja.perhitungan import Sumber
from kinerja.perhitungan.penetapan import periksa_masa_skp
from kinerja.proses.dasar_skp import (
    bentuk_menurut_jabatan,
    catat_suntingan,
    periksa_suntingan,
    tolak_bila_ada_yang_terbuka,
)
from kinerja.proses.galat import ProsesDitolak
from kinerja.proses.skp import kunci_untuk_diubah
from kinerja.proses.urutan import urut_berikut
from rakumpit.audit.models import catat
from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import format_tanggal


@transaction.atomic
def buat_draf(*, oleh: Pengguna, mulai: date, selesai: date, pendekatan: str = Pendekatan.KUANTITATIF.value) -> SKP:
    """A new empty plan of the account's own person.

    ProsesDitolak: no SKP for this person, a plan that is not approved yet is open, or the days span two posts or
    two years.
    """
    pegawai = Pegawai.objects.select_for_update(no_key=True).filter(pengguna=oleh).first()
    if pegawai is None or not pegawai.ber_skp:
        raise ProsesDitolak("SKP hanya dibuat oleh pegawai ASN di kantor ini.")
    _periksa_hari(pegawai, mulai, selesai)
    tolak_bila_ada_yang_terbuka(pegawai)
    skp = SKP.objects.create(
        pegawai=pegawai,
        mulai=mulai,
        selesai=selesai,
        pendekatan=pendekatan,
        bentuk=bentuk_menurut_jabatan(pegawai, mulai).value,
    )
    catat(
        pelaku=oleh,
        aksi="kinerja.skp.buat",
        objek=skp,
        sesudah={"mulai": mulai, "selesai": selesai, "pendekatan": pendekatan},
    )
    return skp


def _periksa_hari(pegawai: Pegawai, mulai: date, selesai: date) -> None:
    """A plan belongs to one post: after a move a new one begins with the new post (BKN Pekanbaru, FAQ)."""
    salah = periksa_masa_skp(mulai, selesai)
    if salah is not None:
        raise ProsesDitolak(salah)
    pindah = (
        pegawai.penugasan.filter(sifat=SifatPenugasan.DEFINITIF.value, mulai__gt=mulai, mulai__lte=selesai)
        .order_by("mulai")
        .first()
    )
    sebelum = pegawai.penugasan_pada(mulai)
    if pindah is not None and sebelum is not None and sebelum.jabatan_id != pindah.jabatan_id:
        raise ProsesDitolak(
            f"Anda pindah jabatan pada {format_tanggal(pindah.mulai)}. Buat SKP sampai "
            f"{format_tanggal(pindah.mulai - timedelta(days=1))}, lalu SKP baru mulai {format_tanggal(pindah.mulai)}."
        )


@transaction.atomic
def atur_draf(*, skp: SKP, oleh: Pengguna, mulai: date, selesai: date, pendekatan: str, suntingan: int) -> SKP:
    """Change days and approach of an editable plan that is no revision; the form follows the post of its first day.

    The approach is one per plan, so it changes only while there is no indicator. ProsesDitolak, KonflikVersi.
    """
    kini = kunci_untuk_diubah(skp=skp, oleh=oleh)
    periksa_suntingan(kini, suntingan)
    if kini.sebelumnya_id is not None:
        raise ProsesDitolak("Tanggal dan pendekatan perubahan SKP mengikuti SKP yang diubah.")
    _periksa_hari(kini.pegawai, mulai, selesai)
    if pendekatan != kini.pendekatan and Indikator.objects.filter(rencana__skp=kini).exists():
        raise ProsesDitolak(
            "Pendekatan dipilih untuk seluruh SKP. Hapus dulu semua indikatornya, lalu pilih pendekatan lain."
        )
    isian = {
        "mulai": mulai,
        "selesai": selesai,
        "pendekatan": pendekatan,
        "bentuk": bentuk_menurut_jabatan(kini.pegawai, mulai).value,
    }
    sebelum = {nama: getattr(kini, nama) for nama in isian}
    if sebelum == isian:
        return kini
    if sebelum["bentuk"] != isian["bentuk"]:
        Indikator.objects.filter(rencana__skp=kini).update(aspek="", perspektif="")
        kini.rencana.update(rhk_pimpinan=None, penugasan_dari="")
    for nama, nilai in isian.items():
        setattr(kini, nama, nilai)
    kini.save(update_fields=list(isian))
    catat_suntingan(kini, oleh=oleh, aksi="kinerja.skp.atur", sebelum=sebelum, sesudah=isian)
    return kini


@transaction.atomic
def hapus_draf(*, skp: SKP, oleh: Pengguna) -> None:
    """Throw an editable plan away with all that was written in it: nothing was ever counted from it."""
    kini = kunci_untuk_diubah(skp=skp, oleh=oleh)
    catat(
        pelaku=oleh,
        aksi="kinerja.skp.hapus_draf",
        objek=kini,
        sebelum={"mulai": kini.mulai, "selesai": kini.selesai, "versi": kini.versi},
    )
    kini.dialog.update(skp=None)
    kini.lampiran.all().delete()
    kini.ekspektasi.all().delete()
    try:
        for rencana in kini.rencana.all():
            _hapus_rencana(rencana)
        kini.delete()
    except ProtectedError as galat:
        raise ProsesDitolak("Draf ini sudah dirujuk catatan lain, jadi tidak dapat dihapus.") from galat


@transaction.atomic
def simpan_rencana(*, rencana: RencanaHasilKerja, oleh: Pengguna) -> RencanaHasilKerja:
    """Store a new or changed planned result of an editable plan; a new one comes last."""
    skp = kunci_untuk_diubah(skp=rencana.skp, oleh=oleh)
    pimpinan = rencana.rhk_pimpinan
    if pimpinan is not None and pimpinan.skp.pegawai_id == skp.pegawai_id:
        raise ProsesDitolak("Hasil kerja pimpinan yang didukung harus milik atasan Anda, bukan milik Anda sendiri.")
    if skp.bentuk == BentukSKP.PIMPINAN.value and pimpinan is not None:
        raise ProsesDitolak("Dalam SKP pimpinan, isi «penugasan dari», bukan hasil kerja pimpinan.")
    if pimpinan is not None and not RencanaHasilKerja.objects.milik_pimpinan(skp).filter(pk=pimpinan.pk).exists():
        raise ProsesDitolak(
            "Hasil kerja pimpinan yang didukung harus dari SKP atasan Anda yang sudah disetujui. Pilih dari daftarnya, "
            "atau kosongkan."
        )
    baru = rencana.pk is None
    if baru:
        rencana.urut = urut_berikut(skp.rencana)
    rencana.save()
    catat_suntingan(
        skp,
        oleh=oleh,
        aksi="kinerja.skp.tambah_rencana" if baru else "kinerja.skp.ubah_rencana",
        sesudah={"rencana": rencana.urut, "uraian": rencana.uraian},
    )
    return rencana


@transaction.atomic
def hapus_rencana(*, rencana: RencanaHasilKerja, oleh: Pengguna) -> None:
    """Take a planned result and its indicators out of an editable plan. ProsesDitolak: something was built on it."""
    skp = kunci_untuk_diubah(skp=rencana.skp, oleh=oleh)
    catat_suntingan(skp, oleh=oleh, aksi="kinerja.skp.hapus_rencana", sebelum={"uraian": rencana.uraian})
    try:
        _hapus_rencana(rencana)
    except ProtectedError as galat:
        raise ProsesDitolak("Hasil ini sudah didukung rencana pegawai lain atau sudah ada realisasinya.") from galat


@transaction.atomic
def simpan_indikator(*, indikator: Indikator, oleh: Pengguna) -> Indikator:
    """Store a new or changed indicator of an editable plan; a new one comes last in its result."""
    skp = kunci_untuk_diubah(skp=indikator.rencana.skp, oleh=oleh)
    periksa_ukuran(skp, indikator)
    baru = indikator.pk is None
    if baru:
        indikator.urut = urut_berikut(indikator.rencana.indikator)
    indikator.save()
    isi: dict[str, Any] = {
        nama: getattr(indikator, nama)
        for nama in ("uraian", "satuan", "arah", "target", "target_atas", "sumber", "bobot")
    }
    aksi = "kinerja.skp.tambah_indikator" if baru else "kinerja.skp.ubah_indikator"
    catat_suntingan(skp, oleh=oleh, aksi=aksi, sesudah=isi)
    return indikator


def periksa_ukuran(skp: SKP, indikator: Indikator) -> None:
    """Whether a measure fits the approach and the form of its plan (PermenPANRB 6/2022). ProsesDitolak.

    Quantitative: indicator apart from its target. Qualitative: one narrative without number, unit or weight. Aspek
    and perspektif belong to one form each.
    """
    if skp.pendekatan == Pendekatan.KUALITATIF.value:
        berangka = any(satu is not None for satu in (indikator.target, indikator.target_atas, indikator.bobot))
        if berangka or indikator.sumber != Sumber.MANUAL.value:
            raise ProsesDitolak("Ukuran keberhasilan SKP kualitatif ditulis sebagai narasi, tanpa target angka.")
    elif indikator.target is None:
        raise ProsesDitolak("Isi target indikator. SKP kuantitatif memisahkan indikator dari targetnya.")
    if skp.bentuk == BentukSKP.PIMPINAN.value and indikator.aspek:
        raise ProsesDitolak("SKP pimpinan memakai perspektif, bukan aspek.")
    if skp.bentuk == BentukSKP.PEGAWAI.value and indikator.perspektif:
        raise ProsesDitolak("SKP ini memakai aspek, bukan perspektif.")


@transaction.atomic
def hapus_indikator(*, indikator: Indikator, oleh: Pengguna) -> None:
    """Take an indicator out of an editable plan. ProsesDitolak: it has a realisasi."""
    skp = kunci_untuk_diubah(skp=indikator.rencana.skp, oleh=oleh)
    catat_suntingan(skp, oleh=oleh, aksi="kinerja.skp.hapus_indikator", sebelum={"uraian": indikator.uraian})
    try:
        _hapus_indikator(indikator)
    except ProtectedError as galat:
        raise ProsesDitolak("Indikator ini sudah mempunyai realisasi, jadi tidak dapat dihapus.") from galat


def _hapus_rencana(rencana: RencanaHasilKerja) -> None:
    for indikator in rencana.indikator.all():
        _hapus_indikator(indikator)
    rencana.delete()


def _hapus_indikator(indikator: Indikator) -> None:
    indikator.rencana_aksi.all().delete()
    indikator.delete()
