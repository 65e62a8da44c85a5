"""Results of older schemes from a sheet: looked at first, then all of its rows or none.

The same file twice changes nothing: a row that is recorded in the same words is left as it is. One that is recorded in
other words is a fault, since what stands may be right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from kinerja.models import EvaluasiArsip
from kinerja.permissions import boleh_mengelola
from kinerja.permissions.arsip import boleh_mencatat_arsip
from kinerja.proses.arsip import catat_arsip
from kinerja.proses.berkas_arsip import BarisArsip
from kinerja.proses.galat import ProsesDitolak
from kinerja.proses.sebutan_arsip import peringatan_sebutan
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.organisasi.nama import nama_urut

_ISI = ("nilai", "sebutan", "sumber")


@dataclass(frozen=True, slots=True)
class HasilBaris:
    """What would become of a row: its person, whether it is recorded in the same words already, and its faults."""

    baris: BarisArsip
    pegawai: Pegawai | None
    sama: bool
    galat: tuple[str, ...]
    peringatan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HasilImpor:
    """How many rows were stored, and how many were recorded before."""

    dicatat: int
    sama: int


def periksa_impor_arsip(*, baris: Sequence[BarisArsip], oleh: Pengguna) -> list[HasilBaris]:
    """Every row against the people and what is recorded; two queries for any number of rows, and nothing is written."""
    nip = {satu.isi["nip"] for satu in baris if satu.isi["nip"]}
    pegawai = {
        satu.nip: satu for satu in Pegawai.objects.filter(pengguna__nip__in=nip).select_related("pengguna").order_by()
    }
    tercatat = {
        (satu.pegawai_id, satu.mulai, satu.selesai, satu.skema): satu
        for satu in EvaluasiArsip.objects.filter(pegawai__in=list(pegawai.values()), dibatalkan=False)
    }
    pertama: dict[tuple[int, date, date, str], int] = {}
    return [_periksa(satu, oleh, pegawai.get(satu.isi["nip"]), tercatat, pertama) for satu in baris]


def _periksa(
    satu: BarisArsip,
    oleh: Pengguna,
    pegawai: Pegawai | None,
    tercatat: dict[tuple[int, date, date, str], EvaluasiArsip],
    pertama: dict[tuple[int, date, date, str], int],
) -> HasilBaris:
    galat, peringatan, sama = list(satu.galat), list(satu.peringatan), False
    if pegawai is None:
        if satu.isi["nip"]:
            galat.append("NIP ini tidak dikenal. Impor dulu pegawainya, atau betulkan NIP-nya.")
    else:
        if not boleh_mencatat_arsip(oleh, pegawai):
            galat.append("Hasil Anda sendiri dicatat oleh pengelola lain.")
        if satu.isi["nama"] and nama_urut(satu.isi["nama"]) != nama_urut(pegawai.nama):
            peringatan.append(f"NIP ini milik {pegawai.nama}, di berkas tertulis {satu.isi['nama']}.")
        sebutan = peringatan_sebutan(satu.isi["skema"], satu.isi["nilai"], satu.isi["sebutan"])
        if sebutan:
            peringatan.append(sebutan)
        if not satu.galat:
            kunci = (pegawai.pk, *satu.masa, satu.isi["skema"])
            lama = tercatat.get(kunci)
            if kunci in pertama:
                galat.append(f"Hasil untuk masa dan aturan yang sama sudah ada di baris {pertama[kunci]}.")
            elif lama is not None:
                sama = all(getattr(lama, nama) == satu.isi[nama] for nama in _ISI)
                if not sama:
                    galat.append("Hasil untuk masa dan aturan itu sudah tercatat lain. Batalkan dulu yang keliru.")
            pertama.setdefault(kunci, satu.nomor)
    return HasilBaris(satu, pegawai, sama, tuple(galat), tuple(peringatan))


@transaction.atomic
def simpan_impor_arsip(*, baris: Sequence[BarisArsip], oleh: Pengguna) -> HasilImpor:
    """Record the rows that are not recorded yet, each with its audit entry. ProsesDitolak: a row has a fault."""
    if not boleh_mengelola(oleh):
        raise ProsesDitolak("Hanya pengelola kinerja yang mencatat arsip.")
    if not baris:
        raise ProsesDitolak("Tidak ada baris untuk disimpan. Unggah berkasnya dulu.")
    hasil = periksa_impor_arsip(baris=baris, oleh=oleh)
    salah = [f"Baris {satu.baris.nomor}: {satu.galat[0]}" for satu in hasil if satu.galat]
    if salah:
        raise ProsesDitolak(f"Tidak ada yang disimpan: {len(salah)} baris perlu dibetulkan. {salah[0]}")
    baru = [(satu.baris, satu.pegawai) for satu in hasil if satu.pegawai is not None and not satu.sama]
    for satu, pegawai in baru:
        mulai, selesai = satu.masa
        catat_arsip(
            pegawai=pegawai,
            oleh=oleh,
            mulai=mulai,
            selesai=selesai,
            skema=satu.isi["skema"],
            **{nama: satu.isi[nama] for nama in _ISI},
        )
    return HasilImpor(len(baru), len(hasil) - len(baru))
