"""Typing what was reached, and rating behaviour, within the days of a period."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils import timezone

from kinerja.enums import STATUS_PERNAH_DISETUJUI, StatusEvaluasi
from kinerja.models import Evaluasi, Indikator, Periode, Realisasi
from kinerja.perhitungan import Sumber
from kinerja.permissions import boleh_mengisi_realisasi
from kinerja.proses.galat import KonflikVersi, ProsesDitolak
from kinerja.proses.simpan import hitung_ulang, kunci_orang
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import format_tanggal, hari_ini

_BATAS_NILAI = Decimal(10) ** 12
_DESIMAL = 4


def batas_pengisian(periode: Periode) -> date:
    """Last day on which results of the period may be typed (until 23.59 WIB)."""
    return max(periode.batas_isi, periode.dibuka_kembali_sampai or periode.batas_isi)


def terbuka_untuk_diisi(periode: Periode, tanggal: date | None = None) -> bool:
    """Whether results may be typed on a day (today if not given): from the first day until the closing day."""
    return periode.mulai <= (tanggal or hari_ini()) <= batas_pengisian(periode)


def bertarget(indikator: Indikator, periode: Periode) -> bool:
    """Whether a number is reached at all: measures of a qualitative plan have none, of a year or of a period."""
    return indikator.target is not None or indikator.rencana_aksi.filter(periode=periode, target__isnull=False).exists()


@transaction.atomic
def simpan_realisasi(
    *,
    indikator: Indikator,
    periode: Periode,
    oleh: Pengguna,
    nilai: Decimal | None,
    per_tanggal: date | None = None,
    catatan: str = "",
    bukti: str = "",
    versi: int = 0,
) -> Realisasi:
    """Store what the owner reached in the period. ``versi`` is the one of the opened form, 0 for a first entry.

    Day of the work and day of the typing are two things: work of the period may be typed until its closing day, and
    work of another day belongs to the period in which it was done. ProsesDitolak, KonflikVersi.
    """
    indikator = Indikator.objects.select_related("rencana__skp__pegawai").get(pk=indikator.pk)
    if not boleh_mengisi_realisasi(oleh, indikator):
        raise ProsesDitolak("Realisasi hanya diisi oleh pemilik SKP.")
    return tulis_realisasi(
        indikator=indikator,
        periode=periode,
        oleh=oleh,
        nilai=nilai,
        per_tanggal=per_tanggal,
        catatan=catatan,
        bukti=bukti,
        versi=versi,
    )


def tulis_realisasi(
    *,
    indikator: Indikator,
    periode: Periode,
    oleh: Pengguna,
    nilai: Decimal | None,
    per_tanggal: date | None,
    catatan: str,
    versi: int,
    bukti: str | None = None,
) -> Realisasi:
    """``simpan_realisasi`` without the question who; call it inside a transaction that has asked it.

    Without ``bukti`` the stored link stays.
    """
    periode = Periode.objects.get(pk=periode.pk)
    kunci_orang([indikator.rencana.skp.pegawai_id])
    # Read again under the lock: a revision of the plan may have taken over meanwhile.
    indikator = Indikator.objects.select_related("rencana__skp__pegawai").get(pk=indikator.pk)
    per_tanggal = periksa_isian(indikator, periode, nilai, per_tanggal)
    evaluasi = kunci_evaluasi(indikator.rencana.skp.pegawai_id, periode)
    lama = Realisasi.objects.select_for_update().filter(indikator=indikator, periode=periode).first()
    if lama is not None and lama.versi != versi:
        raise KonflikVersi(oleh=str(lama.diisi_oleh or "sistem"), pada=lama.diubah)
    if bukti is None:
        bukti = lama.bukti if lama is not None else ""
    isian = {"nilai": nilai, "per_tanggal": per_tanggal, "catatan": catatan.strip(), "bukti": bukti.strip()}
    sebelum = {nama: getattr(lama, nama) for nama in isian} if lama is not None else None
    if lama is not None and sebelum == isian:
        return lama
    kini = lama or Realisasi(indikator=indikator, periode=periode, versi=0)
    for nama, satu in isian.items():
        setattr(kini, nama, satu)
    kini.diisi_oleh, kini.diubah, kini.versi = oleh, timezone.now(), kini.versi + 1
    try:
        with transaction.atomic():
            kini.save()
    except IntegrityError as galat:
        if "realisasi_satu_per_periode" not in str(galat):
            raise
        # Two first entries at the same moment: the other one was stored.
        menang = Realisasi.objects.select_related("diisi_oleh").get(indikator=indikator, periode=periode)
        raise KonflikVersi(oleh=str(menang.diisi_oleh or "sistem"), pada=menang.diubah) from galat
    catat(pelaku=oleh, aksi="kinerja.realisasi.simpan", objek=kini, sebelum=sebelum, sesudah=isian)
    if evaluasi is not None:
        hitung_ulang(evaluasi)
    return kini


def periksa_masa_isi(indikator: Indikator, periode: Periode) -> None:
    """Whether something may be stored today for this indicator and period. ProsesDitolak."""
    skp = indikator.rencana.skp
    if skp.status not in {satu.value for satu in STATUS_PERNAH_DISETUJUI}:
        raise ProsesDitolak("Realisasi diisi setelah SKP disetujui.")
    if skp.diganti_sejak is not None and skp.diganti_sejak <= periode.selesai:
        raise ProsesDitolak("SKP ini sudah digantikan versi baru dalam periode ini. Isi realisasi di versi baru.")
    if skp.selesai < periode.mulai or skp.mulai > periode.selesai:
        raise ProsesDitolak(f"SKP ini tidak berlaku dalam periode {periode}.")
    hari = hari_ini()
    if hari < periode.mulai:
        raise ProsesDitolak(f"Periode {periode} baru mulai {format_tanggal(periode.mulai)}.")
    if hari > batas_pengisian(periode):
        raise ProsesDitolak(
            f"Pengisian periode {periode} ditutup pada {format_tanggal(batas_pengisian(periode))} pukul 23.59 WIB. "
            "Minta pengelola kinerja membukanya kembali dengan alasan."
        )


def periksa_nilai(nilai: Decimal, apa: str) -> None:
    """Refuse a number that the database cannot hold; ``apa`` names it in the message. ProsesDitolak."""
    if not nilai.is_finite() or nilai < 0 or nilai >= _BATAS_NILAI:
        raise ProsesDitolak(f"{apa} harus angka 0 atau lebih, paling banyak 12 angka di depan koma.")
    if nilai != round(nilai, _DESIMAL):
        raise ProsesDitolak(f"{apa} paling banyak empat angka di belakang koma.")


def periksa_isian(
    indikator: Indikator, periode: Periode, nilai: Decimal | None, per_tanggal: date | None
) -> date | None:
    """The day of the work, after the checks of what was typed; the caller holds the lock of the person."""
    if indikator.sumber != Sumber.MANUAL.value:
        raise ProsesDitolak("Realisasi indikator ini diisi otomatis dari datanya sendiri, tidak diketik.")
    periksa_masa_isi(indikator, periode)
    skp, hari = indikator.rencana.skp, hari_ini()
    if nilai is None:
        return per_tanggal
    if not bertarget(indikator, periode):
        raise ProsesDitolak("Indikator ini berupa narasi tanpa target angka. Tulis hasilnya dalam catatan.")
    periksa_nilai(nilai, "Realisasi")
    if per_tanggal is None:
        return min(hari, periode.selesai, skp.selesai)
    if not periode.mulai <= per_tanggal <= periode.selesai:
        raise ProsesDitolak(
            f"Tanggal pekerjaan {format_tanggal(per_tanggal)} di luar periode {periode} "
            f"({format_tanggal(periode.mulai)} sampai {format_tanggal(periode.selesai)}). "
            "Isi di periode tempat pekerjaan itu dilakukan."
        )
    if per_tanggal > hari:
        raise ProsesDitolak("Tanggal pekerjaan belum tiba.")
    return per_tanggal


def kunci_evaluasi(pegawai_id: int, periode: Periode) -> Evaluasi | None:
    """The newest evaluation, locked, so that nothing is typed under a row that becomes final at the same moment."""
    evaluasi = Evaluasi.objects.select_for_update().filter(pegawai_id=pegawai_id, periode=periode, terbaru=True).first()
    if evaluasi is not None and evaluasi.status == StatusEvaluasi.DITETAPKAN.value:
        raise ProsesDitolak("Penilaian periode ini sudah ditetapkan; isiannya tidak dapat diubah lagi.")
    return evaluasi
