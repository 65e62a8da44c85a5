"""Writing a plan while it is a draft or was returned: results, indicators, and the draft itself."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max, ProtectedError

from kinerja.enums import StatusSKP
from kinerja.models import SKP, Indikator, RencanaHasilKerja
from kinerja.proses.galat import ProsesDitolak
from kinerja.proses.skp import kunci_untuk_diubah
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pegawai, Pengguna


@transaction.atomic
def buat_draf(*, oleh: Pengguna, mulai: date, selesai: date) -> SKP:
    """A new empty plan of the account's own person. ProsesDitolak: no SKP for this person, or a draft is open."""
    pegawai = Pegawai.objects.select_for_update(no_key=True).filter(pengguna=oleh).first()
    if pegawai is None or not pegawai.ber_skp:
        raise ProsesDitolak("SKP hanya dibuat oleh pegawai ASN di kantor ini.")
    if selesai < mulai:
        raise ProsesDitolak("Tanggal selesai mendahului tanggal mulai.")
    terbuka = [StatusSKP.DRAF.value, StatusSKP.DIAJUKAN.value, StatusSKP.DIKEMBALIKAN.value]
    if SKP.objects.filter(pegawai=pegawai, status__in=terbuka).exists():
        raise ProsesDitolak("Masih ada SKP Anda yang belum disetujui. Selesaikan SKP itu dulu.")
    skp = SKP.objects.create(pegawai=pegawai, mulai=mulai, selesai=selesai)
    catat(pelaku=oleh, aksi="kinerja.skp.buat", objek=skp, sesudah={"mulai": mulai, "selesai": selesai})
    return skp


@transaction.atomic
def simpan_rencana(*, rencana: RencanaHasilKerja, oleh: Pengguna) -> RencanaHasilKerja:
    """Store a new or changed planned result of an editable plan; a new one comes last."""
    skp = kunci_untuk_diubah(skp=rencana.skp, oleh=oleh)
    pimpinan = rencana.rhk_pimpinan
    if pimpinan is not None and pimpinan.skp.pegawai_id == skp.pegawai_id:
        raise ProsesDitolak("Hasil kerja pimpinan yang didukung harus milik atasan Anda, bukan milik Anda sendiri.")
    baru = rencana.pk is None
    if baru:
        rencana.urut = (skp.rencana.aggregate(akhir=Max("urut"))["akhir"] or 0) + 1
    rencana.save()
    catat(
        pelaku=oleh,
        aksi="kinerja.skp.tambah_rencana" if baru else "kinerja.skp.ubah_rencana",
        objek=skp,
        sesudah={"rencana": rencana.urut, "uraian": rencana.uraian},
    )
    return rencana


@transaction.atomic
def hapus_rencana(*, rencana: RencanaHasilKerja, oleh: Pengguna) -> None:
    """Take a planned result and its indicators out of an editable plan. ProsesDitolak: something was built on it."""
    skp = kunci_untuk_diubah(skp=rencana.skp, oleh=oleh)
    catat(pelaku=oleh, aksi="kinerja.skp.hapus_rencana", objek=skp, sebelum={"uraian": rencana.uraian})
    try:
        for indikator in rencana.indikator.all():
            _hapus(indikator)
        rencana.delete()
    except ProtectedError as galat:
        raise ProsesDitolak("Hasil ini sudah didukung rencana pegawai lain atau sudah ada realisasinya.") from galat


@transaction.atomic
def simpan_indikator(*, indikator: Indikator, oleh: Pengguna) -> Indikator:
    """Store a new or changed indicator of an editable plan; a new one comes last in its result."""
    skp = kunci_untuk_diubah(skp=indikator.rencana.skp, oleh=oleh)
    baru = indikator.pk is None
    if baru:
        indikator.urut = (indikator.rencana.indikator.aggregate(akhir=Max("urut"))["akhir"] or 0) + 1
    indikator.save()
    isi: dict[str, Any] = {
        nama: getattr(indikator, nama)
        for nama in ("uraian", "satuan", "arah", "target", "target_atas", "sumber", "bobot")
    }
    aksi = "kinerja.skp.tambah_indikator" if baru else "kinerja.skp.ubah_indikator"
    catat(pelaku=oleh, aksi=aksi, objek=skp, sesudah=isi)
    return indikator


@transaction.atomic
def hapus_indikator(*, indikator: Indikator, oleh: Pengguna) -> None:
    """Take an indicator out of an editable plan. ProsesDitolak: it has a realisasi."""
    skp = kunci_untuk_diubah(skp=indikator.rencana.skp, oleh=oleh)
    catat(pelaku=oleh, aksi="kinerja.skp.hapus_indikator", objek=skp, sebelum={"uraian": indikator.uraian})
    try:
        _hapus(indikator)
    except ProtectedError as galat:
        raise ProsesDitolak("Indikator ini sudah mempunyai realisasi, jadi tidak dapat dihapus.") from galat


def _hapus(indikator: Indikator) -> None:
    indikator.rencana_aksi.all().delete()
    indikator.delete()
