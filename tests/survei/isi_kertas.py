"""Bundles of paper of the named office, one in each state; *pegawai* types, *atasan* types the sample again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from rakumpit.organisasi.models import Pengguna
from survei.enums.kertas import StatusBatch
from survei.models import BatchKertas, LembarKertas, Survei
from survei.proses.kertas import batalkan_batch, buat_batch, hitung_batch, selesai_ketik
from survei.proses.lembar import ketik_kedua, ketik_lembar
from survei.proses.lembar_isi import isian_lembar

if TYPE_CHECKING:
    from tests.dasar import KantorBernama

TANGGAL = date(2026, 9, 14)


def isian(survei: Survei, nilai: int | None = 3, **ubah: Any) -> dict[str, Any]:
    """One sheet on which every element got ``nilai``."""
    layanan = survei.layanan.order_by("nama", "pk")[0]
    kode = survei.instrumen.pertanyaan.values_list("kode_unsur", flat=True)
    isi: dict[str, Any] = {
        "layanan": str(layanan.uuid),
        "tanggal": TANGGAL,
        "jawaban": dict.fromkeys(kode, nilai),
        "demografi": {},
        "saran": "",
    }
    return isian_lembar(**(isi | ubah))


def ketik(batch: BatchKertas, nomor: int, oleh: Pengguna, nilai: int | None = 3, **ubah: Any) -> LembarKertas:
    """Type one sheet."""
    return ketik_lembar(batch=batch, kiriman=uuid4(), nomor=nomor, isian=isian(batch.survei, nilai, **ubah), oleh=oleh)


def bundel(survei: Survei, oleh: Pengguna, petugas: Sequence[Pengguna], *, jumlah: int = 20) -> BatchKertas:
    """A new bundle."""
    return buat_batch(kiriman=uuid4(), survei=survei, unit=survei.unit, jumlah=jumlah, petugas=petugas, oleh=oleh)


def kedua_semua(batch: BatchKertas, oleh: Pengguna, nilai: int | None = 3) -> list[LembarKertas]:
    """Type the sample again."""
    lembar = list(LembarKertas.objects.filter(batch=batch, contoh=True, petugas_kedua=None, status="diketik"))
    return [ketik_kedua(lembar=satu, isian=isian(batch.survei, nilai), oleh=oleh) for satu in lembar]


def isi_kertas(k: KantorBernama) -> None:
    from tests.dasar import ATASAN, PEGAWAI

    survei, oleh = k.survei["survei_terbuka"], k.kantor.pengelola
    pegawai, atasan = k.orang[PEGAWAI], k.orang[ATASAN]
    for status in StatusBatch:
        batch = bundel(survei, oleh, [pegawai, atasan], jumlah=3)
        lembar = [ketik(batch, nomor, pegawai) for nomor in (1, 2)]
        if status is StatusBatch.BATAL:
            batalkan_batch(batch=batch, alasan="Kertas basah.", oleh=oleh)
        elif status is not StatusBatch.DIKETIK:
            selesai_ketik(batch=batch, oleh=oleh)
        if status is StatusBatch.DIHITUNG:
            kedua_semua(batch, atasan)
            hitung_batch(batch=batch, oleh=oleh)
        k.objek[f"bundel_{status.value}"] = (batch.uuid,)
        k.contoh[f"bundel_{status.value}"] = batch
        k.objek[f"lembar_{status.value}"] = (lembar[-1].uuid,)
    # Typed twice, with a difference that waits for a look at the paper.
    batch = bundel(survei, oleh, [pegawai, atasan], jumlah=3)
    ketik(batch, 1, pegawai)
    selesai_ketik(batch=batch, oleh=oleh)
    (beda,) = kedua_semua(batch, atasan, nilai=4)
    k.objek |= {"bundel_beda": (batch.uuid,), "lembar_beda": (beda.uuid,)}
    k.contoh["bundel_beda"] = batch
