"""Asking peers and subordinates to rate, and their ratings: averages only, nobody learns who said what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction

from kinerja.enums import StatusEvaluasi, StatusPenilai
from kinerja.models import AturanPenilaian, Evaluasi, PenilaianPerilaku, PenilaiDiminta, Periode
from kinerja.perhitungan import LABEL_NILAI_DASAR, LABEL_PENILAI, Penilai, Rating
from kinerja.permissions import boleh_menilai_perilaku, hubungan_kerja
from kinerja.proses.galat import ProsesDitolak
from kinerja.proses.perilaku import Penilaian, baca_penilaian, simpan_rating
from kinerja.proses.simpan import hitung_ulang, kunci_orang
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import format_tanggal, hari_ini


@dataclass(frozen=True, slots=True)
class RingkasanLain:
    """What one kind of rater said together: per value its count per rating and the sentences without names.

    Nothing while they are few.
    """

    sebagai: str
    orang: int
    minimal: int
    nilai: list[NilaiLain]


@dataclass(frozen=True, slots=True)
class NilaiLain:
    """One value: how many gave which rating, in the order of ``Rating``; sentences in alphabetical order."""

    label: str
    jumlah: list[int]
    kalimat: list[str]


@transaction.atomic
def minta_penilai(
    *, pegawai: Pegawai, periode: Periode, penilai: Collection[Pegawai], oleh: Pengguna
) -> list[PenilaiDiminta]:
    """Let exactly these people rate: new ones are asked, open requests of others are cancelled, answers stay.

    With the last open request taken back the answers that are there reach the proposal. Returns the requests that are
    in force. ProsesDitolak.
    """
    kunci_orang([pegawai.pk])
    pegawai = Pegawai.objects.get(pk=pegawai.pk)
    if not boleh_menilai_perilaku(oleh, pegawai, periode):
        raise ProsesDitolak("Rekan dan bawahan hanya dimintai penilaian oleh atasan yang menilai pegawai ini.")
    if not periode.penilaian_360:
        raise ProsesDitolak(f"Periode {periode} tidak memakai penilaian rekan dan bawahan.")
    evaluasi = _belum_diputus(pegawai, periode)
    _sudah_mulai(periode)
    hubungan = hubungan_kerja(pegawai, min(periode.selesai, hari_ini()))
    if asing := [satu for satu in penilai if satu.pk not in hubungan]:
        raise ProsesDitolak(f"{asing[0]} bukan rekan kerja atau bawahan {pegawai} pada tanggal ini.")
    ada = {satu.penilai_id: satu for satu in PenilaiDiminta.objects.filter(pegawai=pegawai, periode=periode)}
    diminta = []
    for satu in sorted(penilai, key=lambda satu: satu.pk):
        lama = ada.get(satu.pk)
        if lama is not None and lama.status != StatusPenilai.DIBATALKAN.value:
            continue
        baru = lama or PenilaiDiminta(pegawai=pegawai, periode=periode, penilai=satu)
        baru.sebagai, baru.status, baru.diminta_oleh = hubungan[satu.pk].value, StatusPenilai.DIMINTA.value, oleh
        baru.save()
        diminta.append(baru)
    tetap = {satu.pk for satu in penilai}
    batal = [s for s in ada.values() if s.status == StatusPenilai.DIMINTA.value and s.penilai_id not in tetap]
    PenilaiDiminta.objects.filter(pk__in=[satu.pk for satu in batal]).update(status=StatusPenilai.DIBATALKAN.value)
    if diminta or batal:
        catat(
            pelaku=oleh,
            aksi="kinerja.perilaku.minta_penilai",
            objek=pegawai,
            sesudah={
                "periode": periode.kode,
                "diminta": [str(satu.penilai.uuid) for satu in diminta],
                "dibatalkan": [str(satu.penilai.uuid) for satu in batal],
            },
        )
    for satu_permintaan in diminta:
        _beri_tahu(satu_permintaan)
    if batal:
        _ikutkan_bila_lengkap(pegawai, periode, evaluasi)
    dipakai = PenilaiDiminta.objects.filter(pegawai=pegawai, periode=periode)
    return list(dipakai.exclude(status=StatusPenilai.DIBATALKAN.value))


def _beri_tahu(permintaan: PenilaiDiminta) -> None:
    if permintaan.penilai.pengguna_id is not None:
        kirim(
            penerima_id=permintaan.penilai.pengguna_id,
            kunci=f"penilai-diminta:{permintaan.uuid}",
            judul=f"Anda diminta menilai perilaku kerja {permintaan.pegawai}",
            isi=f"Periode {permintaan.periode}. Yang dinilai hanya melihat rata-rata, bukan penilaian Anda.",
            tautan=f"/kinerja/nilai-rekan/{permintaan.uuid}/",
        )


@transaction.atomic
def nilai_sebagai_rekan(*, permintaan: PenilaiDiminta, oleh: Pengguna, penilaian: Penilaian) -> PenilaiDiminta:
    """Store a rater's seven ratings; may be repeated until the superior has decided. ProsesDitolak.

    The record says that somebody rated, not what. The proposal follows when the last open request is answered, so that
    nobody can tell one rating from how the proposal moved.
    """
    kunci_orang([permintaan.pegawai_id])
    kini = PenilaiDiminta.objects.select_related("pegawai", "penilai", "periode").get(pk=permintaan.pk)
    if kini.penilai.pengguna_id != oleh.pk or not oleh.is_active:
        raise ProsesDitolak("Permintaan menilai ini ditujukan kepada orang lain.")
    if kini.status == StatusPenilai.DIBATALKAN.value:
        raise ProsesDitolak("Permintaan ini sudah dibatalkan oleh atasan pegawai itu.")
    evaluasi = _belum_diputus(kini.pegawai, kini.periode)
    _sudah_mulai(kini.periode)
    isi = baca_penilaian(penilaian)
    milik = PenilaianPerilaku.objects.filter(pegawai=kini.pegawai, periode=kini.periode, penilai=kini.penilai)
    lama = {satu.nilai_dasar: (satu.rating, satu.catatan) for satu in milik.filter(sebagai=kini.sebagai)}
    if lama == {nilai.value: (rating.value, catatan) for nilai, (rating, catatan) in isi.items()}:
        return kini
    simpan_rating(isi, pegawai=kini.pegawai, periode=kini.periode, penilai=kini.penilai, sebagai=kini.sebagai)
    kini.status = StatusPenilai.DIISI.value
    kini.save(update_fields=["status"])
    catat(pelaku=oleh, aksi="kinerja.perilaku.nilai_rekan", objek=kini, keterangan=f"Periode {kini.periode.kode}")
    _ikutkan_bila_lengkap(kini.pegawai, kini.periode, evaluasi)
    return kini


def _ikutkan_bila_lengkap(pegawai: Pegawai, periode: Periode, evaluasi: Evaluasi | None) -> None:
    """Let the proposal follow once no request is open any more: all are answered, or the last ones were taken back."""
    terbuka = PenilaiDiminta.objects.filter(pegawai=pegawai, periode=periode, status=StatusPenilai.DIMINTA.value)
    if evaluasi is not None and not terbuka.exists():
        hitung_ulang(evaluasi)


def _belum_diputus(pegawai: Pegawai, periode: Periode) -> Evaluasi | None:
    """The newest evaluation, locked, if it waits. ProsesDitolak: the superior has decided."""
    evaluasi = Evaluasi.objects.select_for_update().filter(pegawai=pegawai, periode=periode, terbaru=True).first()
    if evaluasi is not None and evaluasi.status != StatusEvaluasi.MENUNGGU.value:
        raise ProsesDitolak("Pejabat penilai sudah memutuskan penilaian ini; penilaian rekan dan bawahan ditutup.")
    return evaluasi


def _sudah_mulai(periode: Periode) -> None:
    if hari_ini() < periode.mulai:
        raise ProsesDitolak(f"Periode {periode} baru mulai {format_tanggal(periode.mulai)}.")


def ringkasan_lain(pegawai: Pegawai, periode: Periode) -> list[RingkasanLain]:
    """What peers and subordinates said, each kind together, for the superior; two queries.

    A kind of fewer people than the rule asks for shows only how many answered.
    """
    minimal = AturanPenilaian.objects.pada(periode.selesai).minimal_penilai_lain
    jumlah: dict[str, dict[str, Counter[str]]] = {}
    kalimat: dict[tuple[str, str], list[str]] = {}
    # In alphabetical order, so that the place of a sentence tells nothing about its writer.
    baris = (
        PenilaianPerilaku.objects.filter(pegawai=pegawai, periode=periode)
        .exclude(sebagai=Penilai.ATASAN.value)
        .order_by("sebagai", "catatan")
        .values_list("sebagai", "nilai_dasar", "rating", "catatan")
    )
    for sebagai, nilai, rating, catatan in baris:
        jumlah.setdefault(sebagai, {}).setdefault(nilai, Counter())[rating] += 1
        if catatan:
            kalimat.setdefault((sebagai, nilai), []).append(catatan)
    hasil = []
    for sebagai, per_nilai in jumlah.items():
        orang = min(satu.total() for satu in per_nilai.values())
        cukup = orang >= minimal
        hasil.append(
            RingkasanLain(
                sebagai=LABEL_PENILAI[Penilai(sebagai)],
                orang=orang,
                minimal=minimal,
                nilai=[
                    NilaiLain(
                        label,
                        [per_nilai[nilai.value][rating.value] for rating in Rating],
                        kalimat.get((sebagai, nilai.value), []),
                    )
                    for nilai, label in LABEL_NILAI_DASAR.items()
                    if cukup and nilai.value in per_nilai
                ],
            )
        )
    return hasil
