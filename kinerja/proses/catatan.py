"""Daily notes: writing, changing, voiding, and photos of them.

Who: the person alone. When: the day of the work has come, a period that holds it can still be typed in, and no final
evaluation holds it. Work of December is noted until the closing day of its period (case C114).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from kinerja.enums import STATUS_PERNAH_DISETUJUI
from kinerja.models import Bukti, CatatanHarian, Indikator
from kinerja.permissions import pemilik_catatan
from kinerja.proses.bukti import isi_berkas, simpan_bukti
from kinerja.proses.galat import KonflikVersi, ProsesDitolak
from kinerja.proses.masa_catatan import periksa_hari
from kinerja.proses.realisasi import periksa_nilai
from kinerja.proses.simpan import kunci_orang
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pegawai, Pengguna

FOTO_MAKS = 5  # photos of one note
URAIAN_MAKS = 300
_ISIAN = ("tanggal", "uraian", "hasil", "indikator_id")


class SudahDibatalkan(ProsesDitolak):
    """A device sends a note that was voided meanwhile: final, it need not try again (case C34)."""


@dataclass(frozen=True, slots=True)
class IsiCatatan:
    """What a note says. ``hasil``: a number, only for an indicator."""

    tanggal: date
    uraian: str
    hasil: Decimal | None = None
    indikator: Indikator | None = None


@transaction.atomic
def tulis_catatan(*, pegawai: Pegawai, oleh: Pengguna, kiriman_id: UUID, isi: IsiCatatan) -> CatatanHarian:
    """Store a note of ``pegawai``; sent again with the same ``kiriman_id``, the first row is the answer (case C31).

    ProsesDitolak; SudahDibatalkan when that row was voided.
    """
    if pegawai.pengguna_id != oleh.pk:
        raise ProsesDitolak("Catatan harian hanya ditulis oleh orangnya sendiri.")
    return simpan_catatan_baru(pegawai=pegawai, oleh=oleh, kiriman_id=kiriman_id, isi=isi)


def simpan_catatan_baru(*, pegawai: Pegawai, oleh: Pengguna, kiriman_id: UUID, isi: IsiCatatan) -> CatatanHarian:
    """``tulis_catatan`` without the question who; call it inside a transaction that has asked it."""
    kunci_orang([pegawai.pk])
    lama = CatatanHarian.objects.filter(kiriman_id=kiriman_id).first()
    if lama is not None:
        return _kiriman_ulang(lama, pegawai, isi)
    uraian = periksa_isi_catatan(pegawai, isi)
    catatan = CatatanHarian.objects.create(
        pegawai=pegawai,
        kiriman_id=kiriman_id,
        tanggal=isi.tanggal,
        uraian=uraian,
        hasil=isi.hasil,
        indikator=isi.indikator,
        diisi_oleh=oleh,
    )
    catat(pelaku=oleh, aksi="kinerja.catatan.tulis", objek=catatan, sesudah=_nilai(catatan))
    return catatan


def _kiriman_ulang(lama: CatatanHarian, pegawai: Pegawai, isi: IsiCatatan) -> CatatanHarian:
    if lama.pegawai_id == pegawai.pk and lama.dibatalkan_pada is not None:
        raise SudahDibatalkan("Catatan ini sudah dibatalkan dan tidak dikirim ulang.")
    sama = (lama.tanggal, lama.uraian, lama.hasil, lama.indikator_id) == (
        isi.tanggal,
        _satu_baris(isi.uraian),
        isi.hasil,
        isi.indikator.pk if isi.indikator else None,
    )
    # A changed row was the same when it arrived.
    if lama.pegawai_id == pegawai.pk and (sama or lama.versi > 1):
        return lama
    raise ProsesDitolak("Nomor kiriman ini sudah dipakai catatan lain. Simpan sekali lagi sebagai catatan baru.")


@transaction.atomic
def ubah_catatan(*, catatan: CatatanHarian, oleh: Pengguna, versi: int, isi: IsiCatatan) -> CatatanHarian:
    """Change a note while both its old and its new day are open. ProsesDitolak, KonflikVersi."""
    kini = _kunci(catatan, oleh)
    if kini.versi != versi:
        raise KonflikVersi(oleh=str(kini.diisi_oleh), pada=kini.diubah_pada)
    uraian = periksa_isi_catatan(kini.pegawai, isi)
    sebelum = _nilai(kini)
    kini.tanggal, kini.uraian, kini.hasil, kini.indikator = isi.tanggal, uraian, isi.hasil, isi.indikator
    if _nilai(kini) == sebelum:
        return kini
    kini.diisi_oleh, kini.diubah_pada, kini.versi = oleh, timezone.now(), kini.versi + 1
    kini.save(update_fields=["tanggal", "uraian", "hasil", "indikator", "diisi_oleh", "diubah_pada", "versi"])
    catat(pelaku=oleh, aksi="kinerja.catatan.ubah", objek=kini, sebelum=sebelum, sesudah=_nilai(kini))
    return kini


@transaction.atomic
def batalkan_catatan(*, catatan: CatatanHarian, oleh: Pengguna, alasan: str) -> CatatanHarian:
    """Void a note with a reason; it stays on record and counts no more. ProsesDitolak."""
    alasan = _satu_baris(alasan)
    if not alasan:
        raise ProsesDitolak("Tulis alasan membatalkan catatan ini.")
    kini = _kunci(catatan, oleh)
    kini.batalkan(oleh=oleh, alasan=alasan)
    catat(pelaku=oleh, aksi="kinerja.catatan.batalkan", objek=kini, keterangan=alasan)
    return kini


@transaction.atomic
def tambah_foto(*, catatan: CatatanHarian, oleh: Pengguna, berkas: File) -> Bukti:
    """Store one photo or file of a note; it stands behind the note's indicator. The same file is kept once."""
    kini = _kunci(catatan, oleh)
    bukti = Bukti(pegawai=kini.pegawai, catatan_harian=kini, diunggah_oleh=oleh)
    isi = isi_berkas(bukti, berkas)
    lama: Bukti | None = Bukti.objects.berlaku().filter(catatan_harian=kini, sidik=bukti.sidik).first()
    if lama is not None:
        return lama
    if Bukti.objects.berlaku().filter(catatan_harian=kini).count() >= FOTO_MAKS:
        raise ProsesDitolak(f"Paling banyak {FOTO_MAKS} foto untuk satu catatan.")
    simpan_bukti(bukti, isi, oleh)
    return bukti


def tambah_beberapa_foto(*, catatan: CatatanHarian, oleh: Pengguna, berkas: Sequence[File]) -> list[str]:
    """Store photos one by one, each in its own transaction; returns the sentences about those that were refused."""
    ditolak = []
    for satu in berkas:
        try:
            tambah_foto(catatan=catatan, oleh=oleh, berkas=satu)
        except ProsesDitolak as galat:
            ditolak.append(str(galat))
    return ditolak


def periksa_isi_catatan(pegawai: Pegawai, isi: IsiCatatan) -> str:
    """The sentence as it is stored, after all rules about a note; the person is locked. ProsesDitolak."""
    uraian = _satu_baris(isi.uraian)
    if not uraian:
        raise ProsesDitolak("Tulis satu kalimat tentang pekerjaan hari itu.")
    if len(uraian) > URAIAN_MAKS:
        raise ProsesDitolak(f"Kalimatnya lebih dari {URAIAN_MAKS} huruf. Pendekkan, atau tulis dua catatan.")
    periksa_hari(pegawai, isi.tanggal)
    if isi.indikator is None:
        if isi.hasil is not None:
            raise ProsesDitolak("Hasil berupa angka perlu indikatornya. Pilih indikator, atau kosongkan hasil.")
        return uraian
    skp = isi.indikator.rencana.skp
    if skp.pegawai_id != pegawai.pk or skp.status not in {satu.value for satu in STATUS_PERNAH_DISETUJUI}:
        raise ProsesDitolak("Pilih indikator dari SKP yang sudah disetujui.")
    diganti = skp.diganti_sejak is not None and skp.diganti_sejak <= isi.tanggal
    if diganti or not skp.mulai <= isi.tanggal <= skp.selesai:
        raise ProsesDitolak("SKP indikator ini tidak berlaku pada tanggal pekerjaan itu. Pilih indikator lain.")
    if isi.hasil is not None:
        periksa_nilai(isi.hasil, "Hasil")
    return uraian


def _kunci(catatan: CatatanHarian, oleh: Pengguna) -> CatatanHarian:
    """The locked row, after who, state and day."""
    kunci_orang([catatan.pegawai_id])
    kini: CatatanHarian = (
        CatatanHarian.objects.select_for_update(of=("self",)).select_related("pegawai", "diisi_oleh").get(pk=catatan.pk)
    )
    if not pemilik_catatan(oleh, kini):
        raise ProsesDitolak("Catatan harian hanya diubah oleh orangnya sendiri.")
    if kini.dibatalkan_pada is not None:
        raise ProsesDitolak("Catatan ini sudah dibatalkan.")
    periksa_hari(kini.pegawai, kini.tanggal)
    return kini


def _satu_baris(teks: str) -> str:
    return " ".join(teks.split())


def _nilai(catatan: CatatanHarian) -> dict[str, object]:
    return {nama: getattr(catatan, nama) for nama in _ISIAN}
