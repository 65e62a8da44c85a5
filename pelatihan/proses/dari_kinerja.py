"""What the performance app writes here: the one module of ``proses`` that it may import, with plain values only.

An evaluation that is below expectation can become a need, a verified innovation a proposal for the library. Both are
kept once for each key of the row from which they come; who may say so is checked there, what may be stored here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from pelatihan.enums import Prioritas, SumberKebutuhan
from pelatihan.enums.praktik import AsalPraktik, Keyakinan, TemaPraktik
from pelatihan.models import PenemuPraktik, PraktikBaik
from pelatihan.proses.galat import ProsesDitolak
from pelatihan.proses.kebutuhan import usulkan_kebutuhan
from pelatihan.proses.praktik import kabari_pengelola
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import hari_ini

__all__ = ["InovasiSendiri", "PelatihanMenolak", "kebutuhan_dari_evaluasi", "praktik_dari_inovasi"]

# The refusal of this app, for who calls it from above.
PelatihanMenolak = ProsesDitolak


def kebutuhan_dari_evaluasi(
    *, pegawai: Pegawai, judul: str, uraian: str, penting: bool, kunci_asal: str, oleh: Pengguna
) -> UUID:
    """A need of a person that his superior saw in an evaluation; told again, the one that is there comes back."""
    return usulkan_kebutuhan(
        sumber=SumberKebutuhan.KINERJA,
        judul=judul,
        pegawai=pegawai,
        uraian=uraian,
        prioritas=Prioritas.TINGGI if penting else Prioritas.SEDANG,
        kunci_asal=kunci_asal,
        oleh=oleh,
    ).uuid


@dataclass(frozen=True, slots=True)
class InovasiSendiri:
    """An innovation as a second person has verified it. ``dasar_angka`` says when and how that was done."""

    kunci_asal: str
    judul: str
    wilayah: str
    tema: str
    masalah: str
    langkah: str
    hasil: str
    ukuran: str
    satuan: str
    sebelum: Decimal
    sesudah: Decimal
    dasar_angka: str


@transaction.atomic
def praktik_dari_inovasi(*, isi: InovasiSendiri, penemu: Sequence[Pegawai], oleh: Pengguna) -> UUID:
    """Propose an own innovation for the library; offered again, the one that is there comes back unchanged.

    Those who did it are kept with it, none of them named in public before agreeing.
    """
    if isi.tema not in set(TemaPraktik):
        raise ProsesDitolak("Pilih tema.")
    # Who offers is locked, so that two presses come one after the other.
    Pengguna.objects.select_for_update(of=("self",)).get(pk=oleh.pk)
    medan = {nama: getattr(isi, nama) for nama in InovasiSendiri.__slots__ if nama != "kunci_asal"}
    baris, baru = PraktikBaik.objects.get_or_create(
        kunci_asal=isi.kunci_asal,
        defaults=medan
        | {
            "asal": AsalPraktik.SENDIRI.value,
            "keyakinan": Keyakinan.DIPERIKSA.value,
            "dibuat_oleh": oleh,
            "dibuat_pada": hari_ini(),
        },
    )
    if baru:
        PenemuPraktik.objects.bulk_create(PenemuPraktik(praktik=baris, pegawai=satu) for satu in penemu)
        catat(
            pelaku=oleh,
            aksi="pelatihan.praktik.tawar",
            objek=baris,
            sesudah={"judul": baris.judul, "asal": isi.kunci_asal},
        )
        kabari_pengelola(baris, oleh)
    kode: UUID = baris.uuid
    return kode
