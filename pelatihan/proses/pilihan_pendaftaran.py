"""What an event chooses for its waiting list and its reminders."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from pelatihan.enums.kegiatan import UrutanTunggu
from pelatihan.models import Kegiatan, PilihanPendaftaran
from pelatihan.perhitungan.kegiatan import StatusKegiatan
from pelatihan.permissions.pendaftaran import boleh_mengatur_pendaftaran
from pelatihan.proses.galat import ProsesDitolak
from pelatihan.proses.kursi import kunci_kegiatan
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pengguna

_SEBELUM_DIBUKA = (StatusKegiatan.DRAF, StatusKegiatan.DIUSULKAN, StatusKegiatan.DISETUJUI)
_LEWAT = (StatusKegiatan.EVALUASI, StatusKegiatan.SELESAI, StatusKegiatan.DIBATALKAN)


@dataclass(frozen=True, slots=True)
class IsiPilihan:
    """``pengingat_menit`` empty: the office's own times."""

    urutan: str
    pengingat: bool
    setiap_sesi: bool
    pengingat_menit: list[int]
    teks_pengingat: str


def urutan_dapat_diubah(kegiatan: Kegiatan) -> bool:
    """Before anybody could register: nobody's place is moved by a rule that came later."""
    return kegiatan.status in {satu.value for satu in _SEBELUM_DIBUKA} and not kegiatan.pendaftaran.exists()


@transaction.atomic
def atur_pendaftaran(*, kegiatan: Kegiatan, oleh: Pengguna, versi: int, isi: IsiPilihan) -> PilihanPendaftaran:
    """Keep the choice of an event, seen in ``versi`` (0 while there is none)."""
    terkunci = kunci_kegiatan(kegiatan.pk)
    if not boleh_mengatur_pendaftaran(oleh, terkunci):
        raise ProsesDitolak("Pendaftaran kegiatan diatur penyelenggaranya.")
    if terkunci.status in {satu.value for satu in _LEWAT}:
        raise ProsesDitolak(f"Kegiatan ini {terkunci.get_status_display().lower()}, jadi tidak ada yang diatur lagi.")
    ada = PilihanPendaftaran.objects.filter(kegiatan=terkunci).first()
    if versi != (ada.versi if ada is not None else 0):
        raise ProsesDitolak("Pilihan ini baru saja diubah orang lain. Buka lagi, lalu ulangi.")
    baris = ada or PilihanPendaftaran(kegiatan=terkunci, urutan=UrutanTunggu.WAKTU.value, versi=0)
    if isi.urutan != baris.urutan and not urutan_dapat_diubah(terkunci):
        raise ProsesDitolak("Urutan daftar tunggu hanya dipilih sebelum pendaftaran dibuka.")
    sebelum = {nama: getattr(baris, nama) for nama in IsiPilihan.__slots__} if ada is not None else None
    for nama in IsiPilihan.__slots__:
        setattr(baris, nama, getattr(isi, nama))
    baris.versi += 1
    baris.save()
    catat(
        pelaku=oleh,
        aksi="pelatihan.pendaftaran.atur",
        objek=terkunci,
        sebelum=sebelum,
        sesudah={nama: getattr(baris, nama) for nama in IsiPilihan.__slots__},
    )
    return baris
