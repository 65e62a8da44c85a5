"""What participants think of an event: once each, without a name, read by nobody before the last day has passed.

An answer leaves no audit entry, no notice and no time: each of them would name its author to whoever knows who was at
the screen at that moment.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from pelatihan.models import Kegiatan, Kehadiran, Pendaftaran, SesiKegiatan, TandaUmpanBalik, UmpanBalikKegiatan
from pelatihan.perhitungan.umpan_balik import (
    HARI_UMPAN_BALIK,
    MENERIMA,
    NILAI_MAKS,
    NILAI_MIN,
    RENTANG_TERLAMA,
    ButirUmpanBalik,
)
from pelatihan.permissions.kehadiran import pendaftaran_sendiri, tanda_peserta
from pelatihan.proses.galat import ProsesDitolak
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.kalender import tambah_hari_kerja
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import batas_akhir, format_tanggal, hari_ini, sekarang

_acak = random.SystemRandom()
SARAN_MAKS = 2000


@dataclass(frozen=True, slots=True)
class MasaUmpanBalik:
    """``buka``, ``selesai``: beginning and end of the last session; ``hari_akhir``: last day for an answer."""

    buka: datetime
    selesai: datetime
    hari_akhir: date

    @property
    def tutup(self) -> datetime:
        return batas_akhir(self.hari_akhir)


def masa_umpan_balik(kegiatan: Kegiatan) -> MasaUmpanBalik | None:
    """From the last session to the third working day after it; None without a session."""
    akhir = _sesi_terakhir(kegiatan)
    return None if akhir is None else _masa(akhir)


def _sesi_terakhir(asal: Kegiatan | Sequence[SesiKegiatan]) -> SesiKegiatan | None:
    sesi = asal.sesi.berlaku() if isinstance(asal, Kegiatan) else asal
    return max(sesi, key=lambda satu: satu.mulai, default=None)


def _masa(akhir: SesiKegiatan) -> MasaUmpanBalik:
    return MasaUmpanBalik(akhir.mulai, akhir.selesai, tambah_hari_kerja(akhir.hari, HARI_UMPAN_BALIK))


def alasan_tertutup(kegiatan: Kegiatan, sesi: Sequence[SesiKegiatan] | None = None) -> str:
    """Why no answer is taken now, or "". ``sesi``: those of the event that take place, where they were read before."""
    akhir, saat = _sesi_terakhir(kegiatan if sesi is None else sesi), sekarang()
    if kegiatan.status not in MENERIMA or akhir is None or saat < akhir.mulai:
        return "Umpan balik dibuka saat sesi terakhir dimulai."
    if saat >= _masa(akhir).tutup or kegiatan.umpan_balik.filter(dilepas=True).exists():
        return "Umpan balik untuk kegiatan ini sudah ditutup."
    return ""


def sudah_mengisi(pendaftaran: Pendaftaran) -> bool:
    return TandaUmpanBalik.objects.filter(pk=tanda_peserta(pendaftaran.uuid)).exists()


def peserta_hadir(kegiatan: Kegiatan, pendaftaran: Pendaftaran) -> bool:
    """Only who was in a session says how it was."""
    return Kehadiran.objects.dihitung().filter(sesi__kegiatan=kegiatan, pendaftaran=pendaftaran).exists()


def _kunci(kegiatan: Kegiatan) -> Kegiatan:
    """The event as it stands now: answers of one moment come one after the other."""
    baris: Kegiatan = Kegiatan.objects.select_for_update(of=("self",)).get(pk=kegiatan.pk)
    return baris


@transaction.atomic
def beri_umpan_balik(*, kegiatan: Kegiatan, oleh: Pengguna, nilai: Mapping[str, int], saran: str) -> bool:
    """Store one answer; False when this person has answered before, and then nothing changes.

    Nothing is returned that could be kept beside a name.
    """
    baris = _kunci(kegiatan)
    pendaftaran = pendaftaran_sendiri(oleh, baris)
    if pendaftaran is None or not peserta_hadir(baris, pendaftaran):
        raise ProsesDitolak("Umpan balik diisi peserta yang tercatat hadir.")
    if tutup := alasan_tertutup(baris):
        raise ProsesDitolak(tutup)
    if set(nilai) != {satu.value for satu in ButirUmpanBalik} or not all(
        NILAI_MIN <= satu <= NILAI_MAKS for satu in nilai.values()
    ):
        raise ProsesDitolak("Beri nilai 1 sampai 4 untuk setiap pernyataan.")
    if sudah_mengisi(pendaftaran):
        return False
    TandaUmpanBalik.objects.create(tanda=tanda_peserta(pendaftaran.uuid), kegiatan=baris)
    UmpanBalikKegiatan.objects.create(kegiatan=baris, nilai=dict(nilai), saran=saran.strip()[:SARAN_MAKS])
    return True


def _tertutup() -> list[Kegiatan]:
    """Events with answers or marks of days that are over."""
    ada = Kegiatan.objects.filter(
        Q(pk__in=TandaUmpanBalik.objects.values("kegiatan"))
        | Q(pk__in=UmpanBalikKegiatan.objects.filter(dilepas=False).values("kegiatan"))
    )
    saat = sekarang()
    return [satu for satu in ada if (masa := masa_umpan_balik(satu)) is None or saat >= masa.tutup]


def lepaskan() -> int:
    """Open the answers of ended days: written again in random order under new codes, the marks removed.

    Returns how many were opened; a second call finds none.
    """
    return sum(_lepaskan(satu) for satu in _tertutup())


@transaction.atomic
def _lepaskan(kegiatan: Kegiatan) -> int:
    _kunci(kegiatan)
    lama = list(UmpanBalikKegiatan.objects.filter(kegiatan=kegiatan, dilepas=False))
    _acak.shuffle(lama)
    UmpanBalikKegiatan.objects.filter(pk__in=[satu.pk for satu in lama]).delete()
    UmpanBalikKegiatan.objects.bulk_create(
        UmpanBalikKegiatan(kegiatan=kegiatan, nilai=satu.nilai, saran=satu.saran, dilepas=True) for satu in lama
    )
    TandaUmpanBalik.objects.filter(kegiatan=kegiatan).delete()
    return len(lama)


@transaction.atomic
def ingatkan_umpan_balik() -> int:
    """Tell those who were there once after the last session, and on the last day once more who has not answered.

    Returns how many notices were due; each goes out once however often this is called.
    """
    saat, hari, banyak = sekarang(), hari_ini(), 0
    baru = saat - RENTANG_TERLAMA
    calon = Kegiatan.objects.filter(
        status__in=[satu.value for satu in MENERIMA],
        pk__in=SesiKegiatan.objects.berlaku()
        .filter(waktu__endswith__lte=saat, waktu__endswith__gte=baru)
        .values("kegiatan"),
    )
    for kegiatan in calon:
        masa = masa_umpan_balik(kegiatan)
        if masa is not None and saat >= masa.selesai and not alasan_tertutup(kegiatan):
            banyak += _ingatkan(kegiatan, masa.hari_akhir, terakhir=hari == masa.hari_akhir)
    return banyak


def _ingatkan(kegiatan: Kegiatan, hari_akhir: date, *, terakhir: bool) -> int:
    tanda = set(kegiatan.tanda_umpan_balik.values_list("pk", flat=True))
    hadir = Kehadiran.objects.dihitung().filter(sesi__kegiatan=kegiatan).values("pendaftaran")
    belum = [
        satu
        for satu in Pendaftaran.objects.filter(pk__in=hadir).select_related("pegawai")
        if satu.pegawai.pengguna_id is not None and tanda_peserta(satu.uuid) not in tanda
    ]
    for satu in belum:
        kirim(
            penerima_id=satu.pegawai.pengguna_id,
            kunci=f"umpan-balik-kegiatan:{kegiatan.uuid}{':akhir' if terakhir else ''}",
            judul=f"Beri umpan balik: {kegiatan}",
            isi=f"Tanpa nama, sampai {format_tanggal(hari_akhir)}.",
            tautan=f"/pelatihan/kegiatan/{kegiatan.uuid}/umpan-balik/",
        )
    return len(belum)
