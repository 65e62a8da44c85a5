"""What waits for a reader in the survey."""

from __future__ import annotations

from django.urls import reverse

from rakumpit.menunggu import Rumpun, Tugas
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import hari_ini
from survei.enums import StatusSurvei
from survei.models import PelayananLoket, Survei
from survei.permissions import boleh_mengelola

_BUKA = "Buka daftar survei"
_SEBUTAN = {StatusSurvei.DITUTUP.value: "Kunci survei", StatusSurvei.DIKUNCI.value: "Publikasikan hasil"}


def menunggu(pengguna: Pengguna) -> list[Tugas]:
    """What was left open at the counter on an earlier day, for its officer; surveys to lock or publish. Two queries."""
    return [*_tertinggal(pengguna), *_langkah(pengguna)]


def _tertinggal(pengguna: Pengguna) -> list[Tugas]:
    """Visits of an earlier day that nobody finished; a day after their beginning the system voids them."""
    if getattr(pengguna, "pegawai", None) is None:
        return []
    loket = reverse("survei:loket")
    rumpun = Rumpun("survei.loket", "Tutup {jumlah} pelayanan loket dari hari lain", loket, "Buka loket")
    semua = PelayananLoket.objects.terbuka().filter(petugas=pengguna, hari__lt=hari_ini()).select_related("layanan")
    return [
        Tugas(
            judul=f"Tutup pelayanan loket: {satu.layanan.nama}",
            dari="Loket",
            tenggat=satu.hari,
            tautan=reverse("survei:loket_batal", args=[satu.uuid]),
            aksi="Batalkan dengan alasan",
            rumpun=rumpun,
        )
        for satu in semua.order_by("mulai", "pk")
    ]


def _langkah(pengguna: Pengguna) -> list[Tugas]:
    """Closed surveys to lock and locked ones to publish, for the pengelola.

    Neither step can be taken back, so many of them lead to the list, never to one button for all.
    """
    if not boleh_mengelola(pengguna):
        return []
    daftar = reverse("survei:kelola")
    rumpun = {
        StatusSurvei.DITUTUP.value: Rumpun("survei.kunci", "Kunci {jumlah} survei yang sudah ditutup", daftar, _BUKA),
        StatusSurvei.DIKUNCI.value: Rumpun("survei.publikasi", "Publikasikan {jumlah} hasil survei", daftar, _BUKA),
    }
    survei = Survei.objects.filter(status__in=_SEBUTAN).select_related("unit").order_by("selesai", "pk")
    return [
        Tugas(
            judul=f"{_SEBUTAN[satu.status]}: {satu.judul}",
            dari=satu.unit.nama,
            tenggat=None,
            tautan=reverse("survei:kelola_survei", args=[satu.uuid]),
            aksi=_SEBUTAN[satu.status],
            rumpun=rumpun[satu.status],
        )
        for satu in survei
    ]
