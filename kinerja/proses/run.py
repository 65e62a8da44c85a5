"""Runs: the database row is the job, a Celery message is only a wake-up.

Lost, doubled or late messages, two beats, a flushed broker or a killed worker change nothing but time:

* one open run per period and scope (unique constraint), opened under the lock of the period;
* a chunk is claimed by its row lock inside the transaction that computes it, so a dead worker frees it at once;
* the attempt is counted in an earlier transaction of its own, so a chunk that kills its worker is set aside.
"""

from __future__ import annotations

import logging
from typing import Any

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.functions import Now
from django.utils import timezone

from kinerja.enums import StatusPotongan, StatusRun
from kinerja.models import AturanPenilaian, Periode, PotonganRun, RunEvaluasi
from kinerja.perhitungan import AturanNilai, aturan_ke_json
from kinerja.permissions import boleh_mengelola
from kinerja.proses.galat import ProsesDitolak, wajib_diisi
from kinerja.proses.simpan import KonteksRun, siapkan_run, simpan_evaluasi
from rakumpit.antrean.models import antrekan
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pegawai, Pengguna, Penugasan, UnitKerja

log = logging.getLogger(__name__)

UKURAN_POTONGAN = 1000
BATAS_PERCOBAAN = 3
# One message wakes one worker process; each then works until no chunk is left.
BANGUNKAN_SEKALI = 8
TUGAS_KERJAKAN = "kinerja.tasks.kerjakan_run"


def pegawai_berhak(periode: Periode, unit: UnitKerja | None = None) -> QuerySet[Pegawai]:
    """People whom a run of this period and scope computes.

    For a unit these are all who held a post in it or below within the period; ``simpan_evaluasi`` then keeps those
    whose last post of the period is there.
    """
    semua = (
        Pegawai.objects.aktif_dalam(periode.mulai, periode.selesai).ber_skp().filter(status__in=periode.berlaku_untuk)
    )
    if unit is not None:
        di_unit = Penugasan.objects.dalam(periode.mulai, periode.selesai).filter(
            jabatan__unit_id__in=UnitKerja.objects.turunan_id([unit.pk]), pegawai__isnull=False
        )
        semua = semua.filter(pk__in=di_unit.values("pegawai_id"))
    return semua


def nilai_aturan(aturan: AturanPenilaian) -> AturanNilai:
    """The values of a rule row as the formula takes them. ValueError: they do not fit together."""
    nama = [satu for satu in AturanNilai.__dataclass_fields__ if satu != "batas_kinerja"]
    return AturanNilai(**{satu: getattr(aturan, satu) for satu in nama})


@transaction.atomic
def buka_run(
    *,
    periode: Periode,
    unit: UnitKerja | None = None,
    oleh: Pengguna | None = None,
    ukuran_potongan: int = UKURAN_POTONGAN,
) -> RunEvaluasi:
    """Open a run with a frozen rule and its chunks, or return the one that is open for this scope.

    ``oleh`` is None for the scheduler and the command line. ProsesDitolak: ``oleh`` may not, or no rule is in force.
    """
    if oleh is not None and not boleh_mengelola(oleh):
        raise ProsesDitolak("Hanya pengelola kinerja yang dapat menghitung evaluasi.")
    periode = Periode.objects.select_for_update(no_key=True).get(pk=periode.pk)
    lingkup = RunEvaluasi.objects.filter(periode=periode, unit=unit)
    terbuka = lingkup.filter(status=StatusRun.BERJALAN.value).first()
    if terbuka is not None:
        _bangunkan_satu(terbuka)
        return terbuka
    aturan, beku = _aturan_beku(periode)
    terakhir = lingkup.order_by("-nomor").first()
    run = RunEvaluasi.objects.create(
        periode=periode,
        unit=unit,
        nomor=terakhir.nomor + 1 if terakhir else 1,
        aturan=aturan,
        aturan_beku=beku,
        oleh=oleh,
    )
    ids = list(pegawai_berhak(periode, unit).order_by("pk").values_list("pk", flat=True))
    potongan = [ids[mulai : mulai + ukuran_potongan] for mulai in range(0, len(ids), ukuran_potongan)]
    PotonganRun.objects.bulk_create(
        PotonganRun(run=run, urut=urut, dari=isi[0], sampai=isi[-1], pegawai=len(isi))
        for urut, isi in enumerate(potongan, start=1)
    )
    catat(
        pelaku=oleh,
        aksi="kinerja.run.buka",
        objek=run,
        sesudah={"periode": periode.kode, "unit": unit.kode if unit else None, "nomor": run.nomor, "pegawai": len(ids)},
    )
    if potongan:
        _bangunkan_satu(run)
    else:
        selesaikan(run_id=run.pk)
        run.refresh_from_db()
    return run


def _aturan_beku(periode: Periode) -> tuple[AturanPenilaian, dict[str, Any]]:
    """The rule of the period's last day, with what the run keeps of it."""
    try:
        aturan = AturanPenilaian.objects.pada(periode.selesai)
        nilai = aturan_ke_json(nilai_aturan(aturan))
    except (LookupError, ValueError) as galat:
        raise ProsesDitolak(str(galat)) from galat
    return aturan, {
        "nilai": nilai,
        "nama": aturan.nama,
        "dasar_hukum": aturan.dasar_hukum,
        "terverifikasi": aturan.terverifikasi,
        "tampilkan_angka_bantu": aturan.tampilkan_angka_bantu,
    }


def kerjakan_run(run_id: int) -> int:
    """Work on a run until no free chunk is left; returns the chunks that this call computed."""
    run = RunEvaluasi.objects.select_related("periode").filter(pk=run_id, status=StatusRun.BERJALAN.value).first()
    if run is None:
        return 0
    konteks = siapkan_run(run)
    selesai = 0
    while (pernah := kerjakan_potongan(konteks=konteks)) is not None:
        selesai += pernah
    selesaikan(run_id=run_id)
    return selesai


def kerjakan_potongan(*, konteks: KonteksRun) -> bool | None:
    """Claim one free chunk and compute it: True when it is done, False when it failed, None when none is free."""
    run = konteks.run
    potongan_id = _hitung_percobaan(run.pk)
    if potongan_id is None:
        return None
    try:
        return _kerjakan(konteks, potongan_id)
    except (OperationalError, InterfaceError):
        raise  # the database itself is in trouble: leave, the next wake-up tries again
    except Exception as galat:
        log.exception("Potongan %s gagal", potongan_id)
        PotonganRun.objects.filter(pk=potongan_id, status=StatusPotongan.MENUNGGU.value).update(
            galat=f"{type(galat).__name__}: {galat}"[:500]
        )
        return False


def _bebas(run_id: int) -> QuerySet[PotonganRun]:
    """Unfinished chunks that nobody computes now, locked.

    Only the chunk itself is locked: with the default ordering Django joins the run and would lock it too, and the
    workers would then skip each other's chunks.
    """
    return (
        PotonganRun.objects.select_for_update(skip_locked=True, of=("self",))
        .filter(run_id=run_id, status=StatusPotongan.MENUNGGU.value)
        .order_by("urut")
    )


@transaction.atomic
def _hitung_percobaan(run_id: int) -> int | None:
    """Choose a chunk that nobody computes now and count the attempt; committed before the work begins.

    Least tried first, so that a chunk that fails does not hold up the others.
    """
    potongan = _bebas(run_id).filter(percobaan__lt=BATAS_PERCOBAAN).order_by("percobaan", "urut").first()
    if potongan is None:
        for habis in _bebas(run_id).filter(percobaan__gte=BATAS_PERCOBAAN):
            _sisihkan(habis)
        return None
    PotonganRun.objects.filter(pk=potongan.pk).update(percobaan=F("percobaan") + 1)
    return potongan.pk


def _sisihkan(potongan: PotonganRun) -> None:
    """Three attempts failed: list its people, so that the run says who was not computed and why."""
    alasan = f"Disisihkan setelah {BATAS_PERCOBAAN} kali gagal. {potongan.galat or 'Proses kerja berhenti mendadak.'}"
    orang = pegawai_berhak(potongan.run.periode, potongan.run.unit).filter(pk__range=(potongan.dari, potongan.sampai))
    potongan.status = StatusPotongan.DISISIHKAN.value
    potongan.selesai = timezone.now()
    potongan.gagal = [
        {"pegawai": nama, "pegawai_id": pk, "alasan": alasan}
        for pk, nama in orang.order_by("pk").values_list("pk", "nama")
    ]
    potongan.save(update_fields=["status", "selesai", "gagal"])


@transaction.atomic
def _kerjakan(konteks: KonteksRun, potongan_id: int) -> bool:
    potongan = _bebas(konteks.run.pk).filter(pk=potongan_id).first()
    if potongan is None:
        return False  # another process took it between our two transactions, and has counted its own attempt
    ids = pegawai_berhak(konteks.run.periode, konteks.run.unit).filter(pk__range=(potongan.dari, potongan.sampai))
    hasil = simpan_evaluasi(konteks=konteks, pegawai_ids=list(ids.values_list("pk", flat=True)))
    PotonganRun.objects.filter(pk=potongan_id).update(
        status=StatusPotongan.SELESAI.value,
        pegawai=hasil.pegawai,
        dihitung=hasil.dihitung,
        gagal=hasil.gagal,
        galat="",
        selesai=Now(),
    )
    return True


@transaction.atomic
def selesaikan(*, run_id: int) -> bool:
    """Close a run whose chunks are all done or set aside; True when this call closed it."""
    run = RunEvaluasi.objects.select_for_update().get(pk=run_id)
    potongan = PotonganRun.objects.filter(run=run)
    if run.status != StatusRun.BERJALAN.value or potongan.filter(status=StatusPotongan.MENUNGGU.value).exists():
        return False
    bergalat = potongan.exclude(gagal=[]).exists() or potongan.filter(status=StatusPotongan.DISISIHKAN.value).exists()
    run.status = (StatusRun.SELESAI_DENGAN_GALAT if bergalat else StatusRun.SELESAI).value
    run.selesai = timezone.now()
    run.save(update_fields=["status", "selesai"])
    catat(pelaku=None, aksi="kinerja.run.selesai", objek=run, sesudah={"status": run.status})
    return True


def _bangunkan_satu(run: RunEvaluasi) -> None:
    belum = run.potongan.filter(status=StatusPotongan.MENUNGGU.value).count()
    for urut in range(min(belum, BANGUNKAN_SEKALI)):
        antrekan(tugas=TUGAS_KERJAKAN, kunci=f"{run.uuid}:{urut}", run_id=run.pk)


def bangunkan() -> int:
    """Wake every open run (Beat, every 30 seconds); closes one that died between its last chunk and its end."""
    jumlah = 0
    for run in RunEvaluasi.objects.filter(status=StatusRun.BERJALAN.value).order_by("pk"):
        if not selesaikan(run_id=run.pk):
            _bangunkan_satu(run)
            jumlah += 1
    return jumlah


def _belum_dijalankan() -> QuerySet[Periode]:
    sudah = RunEvaluasi.objects.filter(periode=OuterRef("pk"), unit=None, mulai__gte=OuterRef("jalan_pada"))
    return Periode.objects.jatuh_tempo().exclude(Exists(sudah))


def buka_run_jatuh_tempo() -> list[RunEvaluasi]:
    """Open one run for each period whose time has come by the clock of the database and that has had none since.

    Exactly once: the lock of the period is held while looking, so a second Beat, a changed time zone or three days
    without Beat give one run per period, and a period that was missed is computed once when Beat is back. A run of one
    unit, or one that was started by hand before the time, does not stand for it: results typed later would be missing.
    """
    dibuka = []
    for pk in _belum_dijalankan().order_by("jalan_pada", "pk").values_list("pk", flat=True):
        try:
            with transaction.atomic():
                periode = Periode.objects.select_for_update(no_key=True).get(pk=pk)
                if not _belum_dijalankan().filter(pk=pk).exists():
                    continue
                dibuka.append(buka_run(periode=periode))
        except ProsesDitolak as galat:
            # The period stays due: it is tried again when Beat comes by next time.
            log.warning("Run periode %s belum dapat dibuka: %s", pk, galat)
    return dibuka


@transaction.atomic
def terima_galat(*, run: RunEvaluasi, oleh: Pengguna, alasan: str) -> RunEvaluasi:
    """Accept that some people of a run could not be computed; only then can its rows be made final."""
    if not boleh_mengelola(oleh):
        raise ProsesDitolak("Hanya pengelola kinerja yang dapat menerima kegagalan run.")
    alasan = wajib_diisi(alasan, "Tulis alasan menerima kegagalan.")
    run = RunEvaluasi.objects.select_for_update().get(pk=run.pk)
    if run.status != StatusRun.SELESAI_DENGAN_GALAT.value:
        raise ProsesDitolak("Run ini tidak mempunyai kegagalan yang menunggu diterima.")
    run.status = StatusRun.DITERIMA.value
    run.diterima_oleh = oleh
    run.alasan_diterima = alasan[:300]
    run.save(update_fields=["status", "diterima_oleh", "alasan_diterima"])
    catat(pelaku=oleh, aksi="kinerja.run.terima_galat", objek=run, keterangan=alasan)
    return run


def kemajuan(run: RunEvaluasi) -> dict[str, Any]:
    """Figures for the progress bar and for ``hitung_evaluasi --json``; one query."""
    hasil: dict[str, Any] = {"pegawai": 0, "dihitung": 0, "potongan": 0, "potongan_selesai": 0, "gagal": []}
    baris = PotonganRun.objects.filter(run=run).order_by("urut").values_list("status", "pegawai", "dihitung", "gagal")
    for status, pegawai, dihitung, gagal in baris:
        hasil["potongan"] += 1
        hasil["potongan_selesai"] += status != StatusPotongan.MENUNGGU.value
        hasil["pegawai"] += pegawai
        hasil["dihitung"] += dihitung
        hasil["gagal"] += [{"pegawai": satu["pegawai"], "alasan": satu["alasan"]} for satu in gagal]
    return hasil
