"""What waits for a reader in the survey."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse

from rakumpit.menunggu import Rumpun, Tugas
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import hari_ini
from survei.enums import StatusSurvei
from survei.enums.kertas import StatusBatch, StatusLembar
from survei.models import BatchKertas, LembarKertas, PelayananLoket, PeriodeSurvei, Survei
from survei.permissions import boleh_mengelola
from survei.ringkasan.tindak_lanjut import tugas_tindak_lanjut

_BUKA = "Buka daftar survei"
_SEBUTAN = {StatusSurvei.DITUTUP.value: "Kunci survei", StatusSurvei.DIKUNCI.value: "Publikasikan hasil"}


def menunggu(pengguna: Pengguna) -> list[Tugas]:
    """What was left open at the counter, paper to type, surveys to lock or report, and what was promised after them."""
    return [
        *_tertinggal(pengguna),
        *_langkah(pengguna),
        *_pelaporan(pengguna),
        *_kertas(pengguna),
        *tugas_tindak_lanjut(pengguna),
    ]


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


def _pelaporan(pengguna: Pengguna) -> list[Tugas]:
    """Periods whose results are due at Bagian Organisasi and not all reported, for the pengelola. One query."""
    if not boleh_mengelola(pengguna):
        return []
    belum = Count("survei", filter=Q(survei__hasil__pelaporan__isnull=True))
    periode = PeriodeSurvei.objects.annotate(belum=belum).filter(belum__gt=0).order_by("batas_lapor", "pk")
    return [
        Tugas(
            judul=f"Laporkan {satu.belum} hasil survei {satu.nama}",
            dari="Bagian Organisasi",
            tenggat=satu.batas_lapor,
            tautan=reverse("survei:periode", args=[satu.uuid]),
            aksi="Buka periode",
        )
        for satu in periode
        if hari_ini() >= satu.batas_lapor - timedelta(days=satu.hari_ingat)
    ]


def _kertas(pengguna: Pengguna) -> list[Tugas]:
    """Bundles of paper that this person types, or whose sample waits for a second person. Two queries."""
    if getattr(pengguna, "pegawai", None) is None:
        return []
    menunggu_kedua = LembarKertas.objects.filter(
        batch=OuterRef("pk"), contoh=True, petugas_kedua=None, status=StatusLembar.DIKETIK.value
    ).exclude(petugas_input=pengguna)
    daftar = BatchKertas.objects.berjalan().filter(petugas=pengguna).select_related("survei")
    daftar = daftar.annotate(
        diketik=Count("lembar", filter=~Q(lembar__status=StatusLembar.BATAL.value)), kedua=Exists(menunggu_kedua)
    )
    kertas = reverse("survei:kertas")
    ketik = Rumpun("survei.kertas", "Ketik {jumlah} bundel kertas", kertas, "Buka formulir kertas")
    kedua = "Ketik lagi lembar pilihan {jumlah} bundel kertas"
    periksa = Rumpun("survei.kertas_kedua", kedua, kertas, "Buka formulir kertas")
    tugas = []
    for satu in daftar.order_by("survei__selesai", "pk"):
        if satu.status == StatusBatch.DIKETIK and satu.diketik < satu.jumlah:
            judul, nama, aksi, rumpun = f"Ketik {satu}", "survei:kertas_ketik", "Ketik lembar", ketik
        elif satu.status == StatusBatch.DIPERIKSA and satu.kedua:
            judul, nama, aksi = f"Ketik lagi lembar pilihan {satu}", "survei:kertas_periksa", "Ketik lagi"
            rumpun = periksa
        else:
            continue
        tautan = reverse(nama, args=[satu.uuid])
        tugas.append(
            Tugas(
                judul=f"{judul}: {satu.survei.judul}",
                dari="Formulir kertas",
                tenggat=satu.survei.selesai,
                tautan=tautan,
                aksi=aksi,
                rumpun=rumpun,
            )
        )
    return tugas


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
