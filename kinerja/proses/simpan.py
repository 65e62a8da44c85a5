"""The three hops for a set of people: gather, compute, store. The only writer of computed evaluations."""

from __future__ import annotations

import logging
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from kinerja.enums import StatusEvaluasi
from kinerja.models import Evaluasi, RunEvaluasi
from kinerja.penyimpanan import simpan_baris
from kinerja.perhitungan import (
    AturanNilai,
    HasilEvaluasi,
    aturan_dari_json,
    bahan_ke_json,
    hitung_evaluasi,
    rincian_ke_json,
)
from kinerja.proses.bahan import BahanPegawai, kumpulkan_bahan
from kinerja.proses.rujukan import Rujukan, siapkan_rujukan
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pegawai, UnitKerja
from survei.ringkasan import RingkasanIndeks

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class KonteksRun:
    """A run with what all its chunks share."""

    run: RunEvaluasi
    aturan: AturanNilai
    rujukan: Rujukan
    lingkup: frozenset[int] | None  # units of a run for one unit; None: the whole office


@dataclass(frozen=True, slots=True)
class HasilSimpan:
    """``gagal`` lists people whose inputs the formula refused: {"pegawai", "pegawai_id", "alasan"}."""

    pegawai: int
    dihitung: int
    ditulis: int
    gagal: list[dict[str, Any]]


def siapkan_run(run: RunEvaluasi) -> KonteksRun:
    """Read the frozen rule and the shared rows of a run."""
    aturan = aturan_dari_json(run.aturan_beku["nilai"])
    lingkup = None if run.unit_id is None else frozenset(UnitKerja.objects.turunan_id([run.unit_id]))
    rujukan = siapkan_rujukan(
        run.periode, minimal_jawaban=aturan.minimal_jawaban, hari_minimal_atasan=aturan.hari_minimal_atasan
    )
    return KonteksRun(run, aturan, rujukan, lingkup)


@transaction.atomic
def simpan_evaluasi(*, konteks: KonteksRun, pegawai_ids: Collection[int]) -> HasilSimpan:
    """Compute and store the proposals of the given people in one transaction.

    Final rows are skipped. A person whose inputs make the formula raise is listed, the others are stored.
    """
    run = konteks.run
    kunci_orang(pegawai_ids)
    semua = kumpulkan_bahan(run.periode, pegawai_ids, konteks.rujukan)
    if konteks.lingkup is not None:
        semua = [satu for satu in semua if satu.unit_id in konteks.lingkup]
    ada = dict.fromkeys((satu.pegawai_id for satu in semua), (0, ""))
    terbaru = Evaluasi.objects.filter(periode=run.periode, terbaru=True, pegawai_id__in=list(ada))
    for pegawai_id, revisi, status in terbaru.values_list("pegawai_id", "revisi", "status"):
        ada[pegawai_id] = (revisi, status)
    # Locked before the statement that may withdraw a decision, so that what is recorded about it is what happened.
    diputus = {
        satu.pegawai_id: satu for satu in terbaru.filter(status=StatusEvaluasi.DIPUTUS.value).select_for_update()
    }
    gagal: list[dict[str, Any]] = []
    baris: list[dict[str, Any]] = []
    for satu in semua:
        revisi, status = ada[satu.pegawai_id]
        if status == StatusEvaluasi.DITETAPKAN.value:
            continue
        hasil, alasan = _hitung(satu, konteks.aturan)
        if hasil is None:
            gagal.append({"pegawai": satu.nama, "pegawai_id": satu.pegawai_id, "alasan": alasan})
        else:
            baris.append(_baris(satu, hasil, run, revisi))
    ditulis = simpan_baris(baris) if baris else []
    for pegawai_id, status in ditulis:
        if pegawai_id in diputus and status == StatusEvaluasi.MENUNGGU.value:
            _catat_ditarik(diputus[pegawai_id])
    return HasilSimpan(len(semua), len(semua) - len(gagal), len(ditulis), gagal)


def kunci_orang(pegawai_ids: Collection[int]) -> None:
    """Hold people's inputs still until the transaction ends; taken before any of their evaluations is locked.

    Who computes and who types (``simpan_realisasi``, ``nilai_perilaku``) both take it: else somebody could store a
    result after a run has read the inputs and before it writes, and the proposal would lack it.
    """
    list(Pegawai.objects.select_for_update(no_key=True).filter(pk__in=pegawai_ids).order_by("pk").values_list("pk"))


def hitung_ulang(evaluasi: Evaluasi) -> HasilSimpan:
    """Bring one proposal up to date with its inputs, by the rule that its run froze; call it after an input changed."""
    return simpan_evaluasi(konteks=siapkan_run(evaluasi.run), pegawai_ids=[evaluasi.pegawai_id])


def _hitung(satu: BahanPegawai, aturan: AturanNilai) -> tuple[HasilEvaluasi | None, str]:
    if satu.bahan is None:
        return None, satu.galat or "Bahan tidak dapat dibaca."
    try:
        return hitung_evaluasi(satu.bahan, aturan), ""
    except ValueError as salah:
        return None, str(salah)
    except ArithmeticError as salah:
        # Named by kind only: the text of such an error is not meant for people.
        log.exception("Rumus gagal untuk pegawai %s", satu.pegawai_id)
        return None, f"Angka di luar jangkauan rumus ({type(salah).__name__}). Periksa target dan realisasi."


def _baris(satu: BahanPegawai, hasil: HasilEvaluasi, run: RunEvaluasi, revisi: int) -> dict[str, Any]:
    if satu.bahan is None:  # pragma: no cover - the caller has computed from it
        raise ValueError("Tidak ada bahan.")
    atasan = satu.atasan
    return {
        "pegawai": satu.pegawai_id,
        "periode": run.periode_id,
        "revisi": revisi,
        "run": run.pk,
        "aturan": run.aturan_id,
        "skema": "permenpanrb_6_2022",
        "unit": satu.unit_id,
        "unit_nama": satu.unit_nama,
        "jabatan_nama": satu.jabatan_nama,
        "golongan": satu.golongan,
        "penilai": atasan.pegawai_id if atasan else None,
        "penilai_luar": atasan.pejabat_luar_id if atasan else None,
        "penilai_nama": satu.atasan_nama,
        "penilai_jabatan": atasan.jabatan[:200] if atasan else "",
        "nilai_hasil": hasil.nilai_hasil,
        "nilai_perilaku": hasil.nilai_perilaku,
        "nilai_kinerja": hasil.nilai_kinerja,
        "usulan_hasil": hasil.usulan_hasil or "",
        "usulan_perilaku": hasil.usulan_perilaku or "",
        "usulan_predikat": hasil.usulan_predikat or "",
        "tidak_dinilai": bool(satu.masa.tidak_dinilai),
        "bahan": bahan_ke_json(satu.bahan) | {"konteks": _konteks(satu)},
        "rincian": rincian_ke_json(hasil.rincian),
    }


def _konteks(satu: BahanPegawai) -> dict[str, Any]:
    """Where the inputs stood: not part of the formula, but the page leads from a number to its source by it."""
    konteks: dict[str, Any] = {
        "hari_terakhir": satu.masa.selesai.isoformat(),
        "memimpin": satu.memimpin,
        "skp_id": satu.skp_id,
        "survei": _survei_ke_json(satu.survei),
    }
    # Only where there is something to say, so that plain rows stay as they were stored before.
    kalimat = [*satu.masa.kalimat, *([satu.masa.tidak_dinilai] if satu.masa.tidak_dinilai else [])]
    if kalimat:
        konteks["masa"] = kalimat
    if satu.perilaku.kalimat:
        konteks["penilai_perilaku"] = satu.perilaku.kalimat
    if satu.perilaku.dari is not None:
        konteks["perilaku_dari"] = list(satu.perilaku.dari)
    return konteks


def _survei_ke_json(survei: RingkasanIndeks | None) -> dict[str, Any] | None:
    if survei is None:
        return None
    return {
        "survei": [{"uuid": str(satu.uuid), "judul": satu.judul, "n": satu.n} for satu in survei.survei],
        "n": survei.n,
        "ikm": None if survei.ikm is None else str(survei.ikm),
        "mutu": survei.mutu,
        "selang": None if survei.selang is None else [str(satu) for satu in survei.selang],
        "target_sampel": survei.target_sampel,
        "catatan": list(survei.catatan),
    }


def _catat_ditarik(lama: Evaluasi) -> None:
    """The proposal under an agreed decision has changed: say so to the record and to the one who decided."""
    keterangan = "Usulan berubah setelah dihitung ulang; keputusan yang mengikuti usulan lama ditarik."
    catat(
        pelaku=None,
        aksi="kinerja.evaluasi.keputusan_ditarik",
        objek=lama,
        sebelum={"rating_hasil": lama.rating_hasil, "rating_perilaku": lama.rating_perilaku, "predikat": lama.predikat},
        keterangan=keterangan,
    )
    if lama.diputus_oleh_id is not None:
        kirim(
            penerima_id=lama.diputus_oleh_id,
            kunci=f"keputusan-ditarik:{lama.uuid}:{lama.versi}",
            judul="Usulan penilaian berubah, putuskan lagi",
            isi=f"Penilaian {lama.pegawai} periode {lama.periode}: {keterangan}",
            tautan="/kinerja/tim/",
        )
