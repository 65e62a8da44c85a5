"""The matrix of roles (MPH): the superior plans who stands for which result, the employee takes it into a plan.

PermenPANRB 6/2022 lets the matrix be filled before the subordinates draft; the layout of the form is not verified.
"""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from kinerja.enums import StatusSKP
from kinerja.models import SKP, PeranHasil, RencanaHasilKerja
from kinerja.permissions.peran import bawahan_langsung, hari_matriks
from kinerja.proses.dasar_skp import catat_suntingan
from kinerja.proses.galat import ProsesDitolak
from kinerja.proses.skp import kunci_untuk_diubah
from kinerja.proses.urutan import urut_berikut
from kinerja.proses.versi import tandai_simpan
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import hari_ini

_HURUF_MAKS = 500


@transaction.atomic
def simpan_peran(*, peran: PeranHasil, oleh: Pengguna, versi: int = 0) -> PeranHasil:
    """Store a new or changed cell of the own matrix. ProsesDitolak, KonflikVersi.

    Only for a direct subordinate of the day, under a result of the own approved plan, and until it was taken over.
    """
    skp = _kunci_matriks(peran, oleh)
    if peran.pegawai_id not in bawahan_langsung(skp.pegawai, hari_matriks(skp, hari_ini())):
        raise ProsesDitolak("Peran hanya diisi untuk pegawai yang atasan langsungnya Anda.")
    peran.uraian = peran.uraian.strip()
    if not peran.uraian:
        raise ProsesDitolak("Tulis hasil kerja yang diharapkan.")
    if len(peran.uraian) > _HURUF_MAKS:
        raise ProsesDitolak(f"Hasil kerja paling panjang {_HURUF_MAKS} huruf.")
    kembar = PeranHasil.objects.filter(
        rhk_pimpinan_id=peran.rhk_pimpinan_id, pegawai_id=peran.pegawai_id, uraian=peran.uraian
    )
    if kembar.exclude(pk=peran.pk).exists():
        raise ProsesDitolak("Hasil yang sama sudah ada untuk pegawai ini.")
    baru = peran.pk is None
    tandai_simpan(peran, oleh, versi)
    peran.save()
    catat(
        pelaku=oleh,
        aksi="kinerja.peran.tambah" if baru else "kinerja.peran.ubah",
        objek=peran,
        sesudah={"pegawai": str(peran.pegawai.uuid), "uraian": peran.uraian},
    )
    return peran


@transaction.atomic
def hapus_peran(*, peran: PeranHasil, oleh: Pengguna) -> None:
    """Take a cell out of the own matrix. ProsesDitolak: it stands in a plan already."""
    _kunci_matriks(peran, oleh)
    catat(pelaku=oleh, aksi="kinerja.peran.hapus", objek=peran, sebelum={"uraian": peran.uraian})
    PeranHasil.objects.filter(pk=peran.pk).delete()


def _kunci_matriks(peran: PeranHasil, oleh: Pengguna) -> SKP:
    """Lock the plan whose results are the columns, so that cells of one matrix are written one after the other."""
    skp = SKP.objects.select_for_update().get(pk=peran.rhk_pimpinan.skp_id)
    if skp.pegawai.pengguna_id != oleh.pk:
        raise ProsesDitolak("Matriks peran hasil hanya diisi oleh pemilik hasil kerjanya.")
    if skp.status != StatusSKP.DISETUJUI.value:
        raise ProsesDitolak("Matriks peran hasil diisi setelah SKP Anda disetujui.")
    if peran.pk is not None and PeranHasil.objects.filter(pk=peran.pk, diambil__isnull=False).exists():
        raise ProsesDitolak("Peran ini sudah diambil ke SKP pegawai, jadi tidak dapat diubah di matriks.")
    return skp


def peran_untuk_skp(skp: SKP) -> list[PeranHasil]:
    """Cells that the owner of a plan may take over: under results of the superior that this plan may support."""
    pimpinan = RencanaHasilKerja.objects.milik_pimpinan(skp)
    return list(
        PeranHasil.objects.filter(pegawai_id=skp.pegawai_id, diambil__isnull=True, rhk_pimpinan__in=pimpinan)
        .select_related("rhk_pimpinan")
        .order_by("rhk_pimpinan__urut", "pk")
    )


@transaction.atomic
def ambil_peran(*, skp: SKP, peran: Collection[UUID], oleh: Pengguna) -> list[RencanaHasilKerja]:
    """Make a planned result, tied to the superior's, out of each chosen cell. ProsesDitolak: one is not free."""
    kini = kunci_untuk_diubah(skp=skp, oleh=oleh)
    if not peran:
        raise ProsesDitolak("Pilih paling sedikit satu peran.")
    bebas = {satu.pk for satu in peran_untuk_skp(kini)}
    dipilih = list(
        PeranHasil.objects.select_for_update(of=("self",))
        .filter(uuid__in=peran, pk__in=bebas, diambil=None)
        .order_by("pk")
    )
    if len(dipilih) != len(set(peran)):
        raise ProsesDitolak(
            "Sebagian peran yang Anda pilih sudah diambil atau diubah. Muat ulang halaman, lalu pilih lagi."
        )
    hasil = []
    for urut, satu in enumerate(dipilih, urut_berikut(kini.rencana)):
        satu.diambil = RencanaHasilKerja.objects.create(
            skp=kini, urut=urut, uraian=satu.uraian, rhk_pimpinan_id=satu.rhk_pimpinan_id
        )
        satu.save(update_fields=["diambil"])
        hasil.append(satu.diambil)
    catat_suntingan(
        kini, oleh=oleh, aksi="kinerja.skp.ambil_dari_matriks", sesudah={"rencana": [satu.uraian for satu in hasil]}
    )
    return hasil
