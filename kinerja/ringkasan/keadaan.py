"""How things stand: the own result, the people rated, the office's computation, and the days left of the period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef
from django.urls import reverse
from django.utils import timezone

import survei.ringkasan
from kinerja.enums import StatusEvaluasi, StatusRun
from kinerja.models import Evaluasi, Periode, RunEvaluasi
from kinerja.perhitungan import LABEL_PREDIKAT, Predikat
from kinerja.permissions import boleh_mengelola, peta_pembaca
from kinerja.permissions.evaluasi import baca_diputus
from kinerja.querysets import PeriodeQuerySet
from kinerja.ringkasan.tugas import pegawai_dinilai
from rakumpit.angka import format_angka
from rakumpit.bacaan import Bacaan
from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.pembaca import Pembaca


@dataclass(frozen=True, slots=True)
class KeadaanSaya:
    """The reader's own latest evaluation.

    ``predikat`` is "" without a proposal, ``usulan`` tells a proposal from a decision, ``angka_bantu`` is "" where it
    is missing or not shown; ``tautan`` leads to the derivation.
    """

    periode: str
    predikat: str
    usulan: bool
    final: bool
    angka_bantu: str
    kalimat: str
    tautan: str


def keadaan_saya(pengguna: Pengguna) -> KeadaanSaya | None:
    """None for accounts without an SKP. Before the first computation everything but the sentence is empty."""
    pegawai = pegawai_dinilai(pengguna)
    if pegawai is None:
        return None
    evaluasi = (
        Evaluasi.objects.filter(pegawai=pegawai, terbaru=True)
        .select_related("periode", "run", "aturan")
        .defer("bahan", "rincian")
        .order_by("-periode__selesai", "-periode__mulai")
        .first()
    )
    saya = reverse("kinerja:saya")
    if evaluasi is None:
        kalimat = "Belum ada penilaian. Hasil pertama muncul setelah sebuah periode dihitung."
        return KeadaanSaya("", "", False, False, "", kalimat, saya)
    nilai = evaluasi.predikat or evaluasi.usulan_predikat
    return KeadaanSaya(
        periode=evaluasi.periode.nama,
        predikat=LABEL_PREDIKAT[Predikat(nilai)] if nilai else "",
        usulan=evaluasi.status == StatusEvaluasi.MENUNGGU.value,
        final=evaluasi.status == StatusEvaluasi.DITETAPKAN.value,
        angka_bantu=_angka_bantu(evaluasi),
        kalimat=_kalimat(evaluasi),
        tautan=f"{saya}?periode={evaluasi.periode.kode}",
    )


def _angka_bantu(evaluasi: Evaluasi) -> str:
    if evaluasi.nilai_kinerja is None or not evaluasi.tampil_angka_bantu:
        return ""
    return format_angka(evaluasi.nilai_kinerja)


def _kalimat(evaluasi: Evaluasi) -> str:
    nama = evaluasi.periode.nama
    if evaluasi.status == StatusEvaluasi.DITETAPKAN.value:
        return f"{nama}: predikat {LABEL_PREDIKAT[Predikat(evaluasi.predikat)]}, sudah ditetapkan."
    if evaluasi.usulan_predikat:
        usulan = LABEL_PREDIKAT[Predikat(evaluasi.usulan_predikat)]
        # A title ends the sentence with its own full stop.
        penilai = (evaluasi.penilai_nama or "pejabat penilai").removesuffix(".")
        return f"{nama}: usulan sistem {usulan}. Menunggu ketetapan {penilai}."
    return f"{nama}: belum ada usulan, karena masih ada yang belum dinilai atau belum diisi."


@dataclass(frozen=True, slots=True)
class KeadaanTim:
    """People whom the reader rates, in the newest computed period, by how far their evaluation is."""

    periode: str
    total: int
    menunggu: int
    diputus: int
    ditetapkan: int
    tautan: str


def keadaan_tim(pembaca: Pembaca) -> Bacaan[KeadaanTim | None]:
    """None for those who lead nobody, and before the first computation; two steps."""
    if not pembaca.dipimpin:
        return None
    (terhitung,) = yield [_periode_terhitung().values_list("pk", "kode", "nama")]
    if not terhitung:
        return None
    periode_id, kode, nama = terhitung[0]
    semua = Evaluasi.objects.filter(periode=periode_id).terbaru().perlu_dinilai()
    status = yield from baca_diputus(pembaca.pengguna, semua, "status", peta=peta_pembaca(pembaca))
    jumlah = Counter(satu for (satu,) in status)
    return KeadaanTim(
        periode=nama,
        total=jumlah.total(),
        menunggu=jumlah[StatusEvaluasi.MENUNGGU.value],
        diputus=jumlah[StatusEvaluasi.DIPUTUS.value],
        ditetapkan=jumlah[StatusEvaluasi.DITETAPKAN.value],
        tautan=f"{reverse('kinerja:tim')}?periode={kode}",
    )


def _periode_terhitung() -> PeriodeQuerySet:
    """The newest period of which the office has evaluations."""
    ada = Evaluasi.objects.filter(periode=OuterRef("pk")).order_by()
    semua: PeriodeQuerySet = Periode.objects.filter(Exists(ada)).order_by("-selesai", "-mulai")[:1]
    return semua


@dataclass(frozen=True, slots=True)
class KeadaanKantor:
    """The office's computation: runs under way, runs with failures that nobody has accepted, the newest period.

    ``berikutnya`` is when the next run starts by itself, None when none is planned.
    """

    berjalan: int
    bermasalah: int
    periode: str
    total: int
    ditetapkan: int
    berikutnya: datetime | None


def keadaan_kantor(pembaca: Pembaca) -> Bacaan[KeadaanKantor | None]:
    """For the pengelola; counts only, no ratings; two steps."""
    if not boleh_mengelola(pembaca.pengguna):
        return None
    berikutnya = Periode.objects.filter(jalan_pada__gt=timezone.now()).order_by("jalan_pada")
    run, terhitung, jadwal = yield [
        RunEvaluasi.objects.order_by().values_list("status").annotate(n=Count("pk")),
        _periode_terhitung().values_list("pk", "nama"),
        berikutnya.values_list("jalan_pada")[:1],
    ]
    menurut_run, menurut_status = Counter[str](dict(run)), Counter[str]()
    for periode_id, _ in terhitung:
        semua = Evaluasi.objects.filter(periode=periode_id).terbaru().perlu_dinilai()
        (status,) = yield [semua.order_by().values_list("status").annotate(n=Count("pk"))]
        menurut_status.update(dict(status))
    return KeadaanKantor(
        berjalan=menurut_run[StatusRun.BERJALAN.value],
        bermasalah=menurut_run[StatusRun.SELESAI_DENGAN_GALAT.value],
        periode=terhitung[0][1] if terhitung else "",
        total=menurut_status.total(),
        ditetapkan=menurut_status[StatusEvaluasi.DITETAPKAN.value],
        berikutnya=jadwal[0][0] if jadwal else None,
    )


@dataclass(frozen=True, slots=True)
class PeriodeKini:
    """The period under way that ends first."""

    nama: str
    selesai: date


def periode_kini(pembaca: Pembaca) -> Bacaan[PeriodeKini | None]:
    """For the reader's kind of employment; any period for accounts without an SKP; one step."""
    pegawai, hari = pegawai_dinilai(pembaca.pengguna), pembaca.hari
    semua = Periode.objects.untuk_status(pegawai.status) if pegawai is not None else Periode.objects.all()
    berjalan = semua.filter(mulai__lte=hari, selesai__gte=hari).order_by("selesai", "-mulai")
    (baris,) = yield [berjalan.values_list("nama", "selesai")[:1]]
    return PeriodeKini(*baris[0]) if baris else None


def survei_terbit(kode: Collection[UUID]) -> set[UUID]:
    """Which of these surveys have a public result page."""
    return survei.ringkasan.sudah_terbit(kode) if kode else set()
