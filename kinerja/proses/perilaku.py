"""The superior's ratings of the seven BerAKHLAK values, of one person or of a whole page of people."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from kinerja.enums import StatusEvaluasi
from kinerja.models import Evaluasi, PenilaianPerilaku, Periode
from kinerja.perhitungan import LABEL_NILAI_DASAR, NilaiDasar, Penilai, Rating
from kinerja.permissions import boleh_menilai_perilaku
from kinerja.proses.galat import KonflikVersi, ProsesDitolak
from kinerja.proses.simpan import hitung_ulang, kunci_orang
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Pengguna
from rakumpit.waktu import format_tanggal, hari_ini

# Value -> (rating, sentence), all seven; only exceptions need the sentence.
Penilaian = Mapping[str, tuple[str, str]]


class PerilakuDitolak(ProsesDitolak):
    """Nobody of the page was stored; ``per_orang`` says why, by the key of each person who was refused."""

    def __init__(self, per_orang: Mapping[int, ProsesDitolak]) -> None:
        super().__init__(
            f"Belum ada yang disimpan: {len(per_orang)} orang perlu diperiksa lagi. Isian Anda masih ada di bawah."
        )
        self.per_orang = per_orang


@dataclass(frozen=True, slots=True)
class IsianPerilaku:
    """One person of a page. ``versi`` is the one of the opened form (``versi_perilaku``)."""

    pegawai: Pegawai
    penilaian: Penilaian
    versi: str


@transaction.atomic
def nilai_perilaku(
    *, pegawai: Pegawai, periode: Periode, oleh: Pengguna, penilaian: Penilaian, versi: str | None = None
) -> list[PenilaianPerilaku]:
    """Store the superior's ratings of one person; ``versi`` is the one of the opened form, None without a form.

    Repeated until the evaluation is final; an existing proposal follows at once. ProsesDitolak, KonflikVersi.
    """
    kunci_orang([pegawai.pk])
    if versi is not None:
        _versi_sama(pegawai, periode, versi)
    return _nilai(Pegawai.objects.get(pk=pegawai.pk), periode, oleh, penilaian)


@transaction.atomic
def nilai_perilaku_banyak(*, periode: Periode, oleh: Pengguna, isian: Collection[IsianPerilaku]) -> list[Pegawai]:
    """Store a page of people, all or none, with one audit entry each; returns those whose ratings changed.

    PerilakuDitolak: somebody may not be rated any more, a sentence is missing, or (KonflikVersi inside) somebody
    rated the same person after the page was opened.
    """
    kunci_orang([satu.pegawai.pk for satu in isian])
    ditolak: dict[int, ProsesDitolak] = {}
    berubah = []
    # In the order of the locks of whoever computes.
    for satu in sorted(isian, key=lambda satu: satu.pegawai.pk):
        try:
            _versi_sama(satu.pegawai, periode, satu.versi)
            if _nilai(satu.pegawai, periode, oleh, satu.penilaian):
                berubah.append(satu.pegawai)
        except ProsesDitolak as galat:
            ditolak[satu.pegawai.pk] = galat
    if ditolak:
        raise PerilakuDitolak(ditolak)
    return berubah


def versi_perilaku(periode: Periode, pegawai_ids: Collection[int]) -> dict[int, str]:
    """Person -> when a superior last rated the person in the period, as text to compare; absent when nobody has."""
    return {pk: pada.isoformat() for pk, (pada, _) in _terakhir(periode, pegawai_ids).items()}


def _terakhir(periode: Periode, pegawai_ids: Collection[int]) -> dict[int, tuple[datetime, str]]:
    """Person -> (time, name of the rater) of the newest rating by a superior; one query."""
    baris = (
        PenilaianPerilaku.objects.filter(periode=periode, pegawai_id__in=pegawai_ids, sebagai=Penilai.ATASAN.value)
        .order_by("diubah")
        .values_list("pegawai_id", "diubah", "penilai__nama", "penilai_luar__nama")
    )
    return {pk: (diubah, nama or luar) for pk, diubah, nama, luar in baris}


def _versi_sama(pegawai: Pegawai, periode: Periode, versi: str) -> None:
    kini = _terakhir(periode, [pegawai.pk]).get(pegawai.pk)
    if kini is not None and kini[0].isoformat() != versi:
        raise KonflikVersi(oleh=kini[1], pada=kini[0])


def _nilai(pegawai: Pegawai, periode: Periode, oleh: Pengguna, penilaian: Penilaian) -> list[PenilaianPerilaku]:
    """Check and store one person, who is locked; empty when nothing differs from what is stored."""
    evaluasi = Evaluasi.objects.select_for_update().filter(pegawai=pegawai, periode=periode, terbaru=True).first()
    if evaluasi is not None and evaluasi.status == StatusEvaluasi.DITETAPKAN.value:
        raise ProsesDitolak("Penilaian periode ini sudah ditetapkan; rating perilaku tidak dapat diubah lagi.")
    if not boleh_menilai_perilaku(oleh, pegawai, periode):
        raise ProsesDitolak("Perilaku kerja dinilai oleh atasan langsung pegawai ini.")
    if hari_ini() < periode.mulai:
        raise ProsesDitolak(f"Periode {periode} baru mulai {format_tanggal(periode.mulai)}.")
    isi = baca_penilaian(penilaian)
    penilai = Pegawai.objects.filter(pengguna=oleh).first()
    luar = None if penilai is not None else PejabatLuar.objects.filter(pengguna=oleh).first()
    milik = PenilaianPerilaku.objects.filter(pegawai=pegawai, periode=periode, penilai=penilai, penilai_luar=luar)
    sebelum = {satu.nilai_dasar: [satu.rating, satu.catatan] for satu in milik}
    sesudah = {nilai.value: [rating.value, catatan] for nilai, (rating, catatan) in isi.items()}
    if sebelum == sesudah:
        return []
    hasil = simpan_rating(
        isi, pegawai=pegawai, periode=periode, penilai=penilai, penilai_luar=luar, sebagai=Penilai.ATASAN.value
    )
    catat(
        pelaku=oleh,
        aksi="kinerja.perilaku.nilai",
        objek=pegawai,
        sebelum=sebelum,
        sesudah=sesudah,
        keterangan=f"Periode {periode.kode}",
    )
    if evaluasi is not None:
        hitung_ulang(evaluasi)
    return hasil


def simpan_rating(isi: Mapping[NilaiDasar, tuple[Rating, str]], **baris: Any) -> list[PenilaianPerilaku]:
    """Insert the ratings of one rater, or overwrite what the same one has rated before.

    ``baris``: pegawai, periode, sebagai, and penilai or penilai_luar.
    """
    saat = timezone.now()
    return PenilaianPerilaku.objects.bulk_create(
        [
            PenilaianPerilaku(nilai_dasar=nilai.value, rating=rating.value, catatan=catatan, diubah=saat, **baris)
            for nilai, (rating, catatan) in isi.items()
        ],
        update_conflicts=True,
        unique_fields=["pegawai", "periode", "nilai_dasar", "penilai", "penilai_luar"],
        update_fields=["sebagai", "rating", "catatan", "diubah"],
    )


def baca_penilaian(penilaian: Penilaian) -> dict[NilaiDasar, tuple[Rating, str]]:
    """All seven values as choices. ProsesDitolak: one is missing, or an exception without its sentence."""
    hasil = {}
    for nilai, label in LABEL_NILAI_DASAR.items():
        rating_teks, catatan = penilaian.get(nilai, ("", ""))
        try:
            rating = Rating(rating_teks)
        except ValueError:
            raise ProsesDitolak(f"Pilih rating untuk «{label}»; ketujuh nilai dinilai.") from None
        catatan = catatan.strip()
        if rating != Rating.SESUAI and not catatan:
            raise ProsesDitolak(f"Tulis satu kalimat untuk «{label}»: rating-nya bukan «sesuai ekspektasi».")
        hasil[nilai] = (rating, catatan)
    return hasil
