"""The official's decision about an evaluation, its end, and its correction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from django.core.files.base import File
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from kinerja.enums import StatusEvaluasi, StatusKeberatan, StatusRun
from kinerja.models import Evaluasi, Keberatan, RunEvaluasi
from kinerja.perhitungan import Rating, predikat_kinerja
from kinerja.permissions import boleh_memutuskan, boleh_mengelola, pejabat_pemutus
from kinerja.proses.dokumen import batalkan_dokumen_lama
from kinerja.proses.galat import KonflikVersi, ProsesDitolak, wajib_diisi
from kinerja.proses.penyampaian import sampaikan
from kinerja.proses.pindaian import pindaian_tersimpan
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import PejabatLuar, Pengguna
from rakumpit.waktu import format_tanggal, format_waktu, hari_ini

_BUKAN_PENILAI = "Hanya pejabat penilai pegawai ini yang dapat memutuskan penilaiannya."


@dataclass(frozen=True, slots=True)
class HasilTetapkan:
    """What ``tetapkan_banyak`` did: the rows that are final now, and (row, reason) of the others."""

    ditetapkan: list[Evaluasi]
    ditolak: list[tuple[Evaluasi, str]]


@transaction.atomic
def putuskan(
    *, evaluasi: Evaluasi, oleh: Pengguna, rating_hasil: str, rating_perilaku: str, alasan: str = "", versi: int
) -> Evaluasi:
    """Set both ratings; the predicate follows from the quadrant. May be repeated until the row is final.

    A rating that differs from the proposal (or where there is no proposal) needs a reason. ProsesDitolak, KonflikVersi.
    """
    kini = _kunci(evaluasi)
    if not boleh_memutuskan(oleh, kini):
        raise ProsesDitolak(_BUKAN_PENILAI)
    _belum_ditetapkan(kini)
    _versi_sama(kini, versi)
    _ber_skp(kini)
    sebelum = _keputusan(kini)
    _isi_keputusan(kini, rating_hasil, rating_perilaku, alasan)
    kini.diputus_oleh, kini.diputus_pada = oleh, timezone.now()
    kini.versi += 1
    kini.save(update_fields=[*_MEDAN_KEPUTUSAN, "status", "diputus_oleh", "diputus_pada", "versi"])
    catat(pelaku=oleh, aksi="kinerja.evaluasi.putuskan", objek=kini, sebelum=sebelum, sesudah=_keputusan(kini))
    return kini


@transaction.atomic
def tetapkan(*, evaluasi: Evaluasi, oleh: Pengguna, versi: int) -> Evaluasi:
    """Make a decided row final and tell the person; the row never changes again. ProsesDitolak, KonflikVersi."""
    kini = _kunci(evaluasi)
    if not boleh_memutuskan(oleh, kini):
        raise ProsesDitolak(_BUKAN_PENILAI)
    _belum_ditetapkan(kini)
    _versi_sama(kini, versi)
    if kini.status != StatusEvaluasi.DIPUTUS.value:
        raise ProsesDitolak("Putuskan dulu kedua rating, baru penilaian dapat ditetapkan.")
    _masa_sudah_genap(kini)
    _run_dapat_dipublikasikan(kini)
    _tetapkan(kini, oleh)
    kini.save(update_fields=["status", "ditetapkan_oleh", "ditetapkan_pada", "versi"])
    _umumkan(kini, oleh, "kinerja.evaluasi.tetapkan")
    return kini


def tetapkan_banyak(*, pasangan: Iterable[tuple[Evaluasi, int]], oleh: Pengguna) -> HasilTetapkan:
    """Make several decided rows final, each (row, version) in its own transaction; refusals do not stop the others."""
    hasil = HasilTetapkan([], [])
    # One order for everybody, so that two such calls cannot wait for each other.
    for evaluasi, versi in sorted(pasangan, key=lambda satu: satu[0].pk):
        try:
            hasil.ditetapkan.append(tetapkan(evaluasi=evaluasi, oleh=oleh, versi=versi))
        except ProsesDitolak as galat:
            hasil.ditolak.append((evaluasi, str(galat)))
    return hasil


@transaction.atomic
def catat_keputusan_luar(
    *,
    evaluasi: Evaluasi,
    oleh: Pengguna,
    rating_hasil: str,
    rating_perilaku: str,
    alasan: str = "",
    surat_nomor: str,
    pindaian: File | None,
    versi: int,
) -> Evaluasi:
    """Record the signed decision of an official outside the office who has no account; the row is final with it.

    The pengelola only copies what the letter says, so the letter's number and scan are kept with the row and the
    record is marked as such. Refused when the official has an account, for rows of officials inside the office, and
    for the pengelola's own row.
    """
    kini = _kunci(evaluasi)
    if not boleh_mengelola(oleh) or kini.pegawai.pengguna_id == oleh.pk:
        raise ProsesDitolak(
            "Hanya pengelola kinerja yang mencatat keputusan dari surat, dan bukan untuk dirinya sendiri."
        )
    pemutus = pejabat_pemutus(kini)
    if pemutus is None or pemutus.pejabat_luar_id is None:
        raise ProsesDitolak("Pejabat penilai pegawai ini ada di kantor ini; keputusan diisi sendiri oleh pejabat itu.")
    pejabat = PejabatLuar.objects.select_related("pengguna").get(pk=pemutus.pejabat_luar_id)
    if pejabat.pengguna is not None and pejabat.pengguna.is_active:
        raise ProsesDitolak(f"{pejabat} punya akun sendiri dan memutuskan di akun itu.")
    _belum_ditetapkan(kini)
    _versi_sama(kini, versi)
    _ber_skp(kini)
    surat_nomor = wajib_diisi(surat_nomor, "Isi nomor surat keputusan.")
    _masa_sudah_genap(kini)
    _run_dapat_dipublikasikan(kini)
    sebelum = _keputusan(kini)
    _isi_keputusan(kini, rating_hasil, rating_perilaku, alasan)
    kini.surat_nomor = surat_nomor[:100]
    with pindaian_tersimpan(kini.surat_pindaian, pindaian):
        kini.diputus_oleh, kini.diputus_pada = oleh, timezone.now()
        _tetapkan(kini, oleh)
        kini.save()
        _umumkan(kini, oleh, "kinerja.evaluasi.catat_keputusan_luar", sebelum, f"Menurut surat nomor {surat_nomor}")
    return kini


@transaction.atomic
def revisi_baru(*, evaluasi: Evaluasi, oleh: Pengguna, alasan: str) -> Evaluasi:
    """Correct a final row: the old one stays (only ``terbaru`` goes), the next revision waits for a decision."""
    if not boleh_mengelola(oleh) or evaluasi.pegawai.pengguna_id == oleh.pk:
        raise ProsesDitolak("Hanya pengelola kinerja yang membuka koreksi, dan bukan untuk dirinya sendiri.")
    alasan = wajib_diisi(alasan, "Tulis alasan koreksi.")
    lama = _kunci(evaluasi)
    if lama.status != StatusEvaluasi.DITETAPKAN.value or not lama.terbaru:
        raise ProsesDitolak("Koreksi hanya untuk penilaian terbaru yang sudah ditetapkan.")
    _tanpa_keberatan(lama)
    baru = _salin_revisi(lama)
    catat(
        pelaku=oleh,
        aksi="kinerja.evaluasi.revisi_baru",
        objek=baru,
        sebelum={"evaluasi": str(lama.uuid), "revisi": lama.revisi, **_keputusan(lama)},
        sesudah={"revisi": baru.revisi},
        keterangan=alasan,
    )
    return baru


def revisi_menurut_keberatan(
    *, lama: Evaluasi, oleh: Pengguna, rating_hasil: str, rating_perilaku: str, alasan: str, surat_nomor: str
) -> Evaluasi:
    """The next revision of a locked final row, final at once, as the decision on an objection says.

    A part of that decision: who may, and its audit entry, are there (``proses.keberatan``).
    """
    baru = _salin_revisi(lama)
    _isi_keputusan(baru, rating_hasil, rating_perilaku, alasan)
    baru.surat_nomor = surat_nomor
    baru.diputus_oleh, baru.diputus_pada = oleh, timezone.now()
    _tetapkan(baru, oleh)
    baru.save()
    batalkan_dokumen_lama(evaluasi=baru, oleh=oleh)
    return baru


def _tanpa_keberatan(lama: Evaluasi) -> None:
    """A result under objection waits for the decision, and what was decided so is final (PP 30/2019 Pasal 59)."""
    keberatan = (
        Keberatan.objects.filter(Q(evaluasi=lama) | Q(evaluasi_baru=lama))
        .exclude(status=StatusKeberatan.DICABUT.value)
        .first()
    )
    if keberatan is None:
        return
    if keberatan.terbuka:
        raise ProsesDitolak("Ada keberatan atas hasil ini yang belum diputus. Tunggu keputusannya.")
    raise ProsesDitolak("Hasil ini sudah diputus lewat keberatan. Keputusan itu final dan tidak dikoreksi lagi.")


def _salin_revisi(lama: Evaluasi) -> Evaluasi:
    """The next revision of a locked final row, with its inputs and without its decision."""
    # Exactly this one column of a final row may change, once (trigger of migration 0002).
    Evaluasi.objects.filter(pk=lama.pk).update(terbaru=False)
    baru = Evaluasi.objects.get(pk=lama.pk)
    baru.pk = None
    baru._state.adding = True
    baru.uuid = uuid4()
    baru.revisi, baru.terbaru, baru.versi = lama.revisi + 1, True, 1
    baru.status = StatusEvaluasi.MENUNGGU.value
    baru.rating_hasil = baru.rating_perilaku = baru.predikat = baru.alasan = baru.surat_nomor = ""
    baru.surat_pindaian = ""
    baru.diputus_oleh = baru.diputus_pada = baru.ditetapkan_oleh = baru.ditetapkan_pada = None
    baru.dihitung_pada = timezone.now()
    baru.save()
    return baru


_MEDAN_KEPUTUSAN = ("rating_hasil", "rating_perilaku", "predikat", "alasan")


def _kunci(evaluasi: Evaluasi) -> Evaluasi:
    """The row as it is now, locked until the end of the transaction: of two who finalise at once, one waits.

    Without joins: after waiting for the lock PostgreSQL reads the locked row anew but not the rows joined to it, so
    the one who waited would not see who finalised.
    """
    return Evaluasi.objects.select_for_update().get(pk=evaluasi.pk)


def _belum_ditetapkan(kini: Evaluasi) -> None:
    if kini.status == StatusEvaluasi.DITETAPKAN.value:
        pada = format_waktu(kini.ditetapkan_pada) if kini.ditetapkan_pada else ""
        raise ProsesDitolak(
            f"Penilaian ini sudah ditetapkan oleh {kini.ditetapkan_oleh} pada {pada} dan tidak dapat diubah lagi."
        )
    if not kini.terbaru:
        raise ProsesDitolak("Sudah ada revisi yang lebih baru dari penilaian ini. Buka revisi itu.")


def _versi_sama(kini: Evaluasi, versi: int) -> None:
    if kini.versi == versi:
        return
    if kini.diputus_oleh and kini.diputus_pada and kini.diputus_pada >= kini.dihitung_pada:
        raise KonflikVersi(oleh=str(kini.diputus_oleh), pada=kini.diputus_pada)
    raise KonflikVersi(oleh="perhitungan ulang", pada=_waktu(kini.dihitung_pada))


def _waktu(nilai: Any) -> datetime:
    return nilai if isinstance(nilai, datetime) else timezone.now()


def _isi_keputusan(kini: Evaluasi, rating_hasil: str, rating_perilaku: str, alasan: str) -> None:
    try:
        hasil, perilaku = Rating(rating_hasil), Rating(rating_perilaku)
    except ValueError:
        raise ProsesDitolak("Pilih rating hasil kerja dan rating perilaku kerja.") from None
    alasan = alasan.strip()
    if (hasil.value, perilaku.value) != (kini.usulan_hasil, kini.usulan_perilaku) and not alasan:
        raise ProsesDitolak("Tulis alasan: rating yang Anda pilih berbeda dari usulan, atau usulannya belum ada.")
    kini.rating_hasil, kini.rating_perilaku = hasil.value, perilaku.value
    kini.predikat = predikat_kinerja(hasil, perilaku).value
    kini.alasan = alasan
    kini.status = StatusEvaluasi.DIPUTUS.value


def _ber_skp(kini: Evaluasi) -> None:
    """No rating without an approved plan (inferred from the stages of PermenPANRB 6/2022): it has nothing to rate.

    A plan that is approved late brings the proposal up to date at once.
    """
    if alasan := kini.bahan.get("alasan_tanpa_skp"):
        raise ProsesDitolak(f"{alasan.rstrip('.')}, jadi periode ini belum dapat dinilai. Setujui dulu SKP-nya.")


def _masa_sudah_genap(kini: Evaluasi) -> None:
    """A period is judged when it has been worked: on the person's last day in it at the earliest, final is final."""
    tertulis = (kini.bahan.get("konteks") or {}).get("hari_terakhir")
    terakhir = date.fromisoformat(tertulis) if tertulis else kini.periode.selesai
    if hari_ini() < terakhir:
        raise ProsesDitolak(
            f"Masa yang dinilai belum berakhir. Penilaian dapat ditetapkan mulai {format_tanggal(terakhir)}."
        )


def _run_dapat_dipublikasikan(kini: Evaluasi) -> None:
    """Rows become final only when the last run of their scope ended well, or its failures were accepted.

    An unchanged row keeps the run that wrote it, so the last run of the same scope is asked, not the row's own.
    """
    terakhir = RunEvaluasi.objects.filter(periode=kini.periode, unit=kini.run.unit_id).order_by("-nomor").first()
    if terakhir is None or terakhir.status in {StatusRun.SELESAI.value, StatusRun.DITERIMA.value}:
        return
    if terakhir.status == StatusRun.BERJALAN.value:
        raise ProsesDitolak("Run belum dapat dipublikasikan: perhitungan masih berjalan. Ulangi sesudah selesai.")
    raise ProsesDitolak(
        "Run belum dapat dipublikasikan: ada pegawai yang gagal dihitung. "
        "Pengelola kinerja memperbaikinya, atau menerima kegagalan itu dengan alasan."
    )


def _tetapkan(kini: Evaluasi, oleh: Pengguna) -> None:
    kini.status = StatusEvaluasi.DITETAPKAN.value
    kini.ditetapkan_oleh, kini.ditetapkan_pada = oleh, timezone.now()
    kini.versi += 1


def _umumkan(
    kini: Evaluasi, oleh: Pengguna, aksi: str, sebelum: dict[str, Any] | None = None, keterangan: str = ""
) -> None:
    catat(pelaku=oleh, aksi=aksi, objek=kini, sebelum=sebelum, sesudah=_keputusan(kini), keterangan=keterangan)
    batalkan_dokumen_lama(evaluasi=kini, oleh=oleh)
    sampaikan(evaluasi=kini, dapat_keberatan=True)


def _keputusan(kini: Evaluasi) -> dict[str, Any]:
    return {nama: getattr(kini, nama) for nama in (*_MEDAN_KEPUTUSAN, "status")}
