"""What waits for a reader in the survey."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse

from rakumpit.bacaan import Bacaan, bersama
from rakumpit.menunggu import Rumpun, Tugas
from rakumpit.organisasi.pembaca import Pembaca
from survei.enums import StatusSurvei
from survei.enums.buka_kembali import StatusPermintaanBuka
from survei.enums.kertas import StatusBatch, StatusLembar
from survei.models import (
    BatchKertas,
    LembarKertas,
    PelayananLoket,
    PeriodeSurvei,
    PermintaanBuka,
    Survei,
    SurveiProgram,
)
from survei.permissions import boleh_mengelola
from survei.ringkasan.tindak_lanjut import tugas_tindak_lanjut

# Of a period: its surveys whose valid result was reported. A corrected result is reported again.
TERLAPORKAN = Q(survei__hasil__berlaku=True, survei__hasil__pelaporan__isnull=False)
_BUKA = "Buka daftar survei"
_SEBUTAN = {StatusSurvei.DITUTUP.value: "Kunci survei", StatusSurvei.DIKUNCI.value: "Publikasikan hasil"}


def menunggu(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """What was left open at the counter, paper to type, surveys to lock or report, and what was promised after them.

    One step.
    """
    semua = yield from bersama(
        [
            _tertinggal(pembaca),
            _program(pembaca),
            _langkah(pembaca),
            _permintaan(pembaca),
            _pelaporan(pembaca),
            _kertas(pembaca),
            *tugas_tindak_lanjut(pembaca),
        ]
    )
    return [satu for tugas in semua for satu in tugas]


def _tertinggal(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """Visits of an earlier day that nobody finished; a day after their beginning the system voids them."""
    if pembaca.pegawai is None:
        return []
    loket = reverse("survei:loket")
    rumpun = Rumpun("survei.loket", "Tutup {jumlah} pelayanan loket dari hari lain", loket, "Buka loket")
    (baris,) = yield [
        PelayananLoket.objects.terbuka()
        .filter(petugas=pembaca.pengguna, hari__lt=pembaca.hari)
        .order_by("mulai", "pk")
        .values_list("uuid", "layanan__nama", "hari")
    ]
    return [
        Tugas(
            judul=f"Tutup pelayanan loket: {layanan}",
            dari="Loket",
            tenggat=hari,
            tautan=reverse("survei:loket_batal", args=[kode]),
            aksi="Batalkan dengan alasan",
            rumpun=rumpun,
        )
        for kode, layanan, hari in baris
    ]


def _program(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """Open surveys after programmes that this reader owns, until they close."""
    if pembaca.pegawai is None:
        return []
    (baris,) = yield [
        SurveiProgram.objects.filter(
            program__pemilik__pengguna=pembaca.pengguna, survei__status=StatusSurvei.TERBUKA.value
        )
        .order_by("survei__selesai", "pk")
        .values_list("program__uuid", "program__nama", "survei__selesai")
    ]
    return [
        Tugas(
            judul=f"Bagikan survei program: {nama}",
            dari="Program pelayanan",
            tenggat=selesai,
            tautan=reverse("survei:program_lihat", args=[kode]),
            aksi="Buka QR dan tautan",
        )
        for kode, nama, selesai in baris
    ]


def _permintaan(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """Requests to open a locked survey again, for those who may decide: leaders of the unit, other pengelola."""
    mengelola = boleh_mengelola(pembaca.pengguna)
    if not mengelola and not pembaca.di_bawah:
        return []
    menunggu_putusan = PermintaanBuka.objects.filter(status=StatusPermintaanBuka.DIAJUKAN.value)
    if not mengelola:
        menunggu_putusan = menunggu_putusan.filter(hasil__survei__unit__in=pembaca.di_bawah)
    (baris,) = yield [
        menunggu_putusan.exclude(diajukan_oleh=pembaca.pengguna)
        .order_by("diajukan_pada", "pk")
        .values_list("uuid", "hasil__survei__judul", "diajukan_oleh__nama")
    ]
    return [
        Tugas(
            judul=f"Putuskan permintaan membuka kembali: {judul}",
            dari=nama,
            tenggat=None,
            tautan=reverse("survei:permintaan_buka", args=[kode]),
            aksi="Baca permintaan",
        )
        for kode, judul, nama in baris
    ]


def _pelaporan(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """Periods whose results are due at Bagian Organisasi and not all reported, for the pengelola."""
    if not boleh_mengelola(pembaca.pengguna):
        return []
    belum = Count("survei", distinct=True) - Count("survei", filter=TERLAPORKAN, distinct=True)
    (baris,) = yield [
        PeriodeSurvei.objects.annotate(belum=belum)
        .filter(belum__gt=0)
        .order_by("batas_lapor", "pk")
        .values_list("uuid", "nama", "belum", "batas_lapor", "hari_ingat")
    ]
    return [
        Tugas(
            judul=f"Laporkan {banyak} hasil survei {nama}",
            dari="Bagian Organisasi",
            tenggat=batas,
            tautan=reverse("survei:periode", args=[kode]),
            aksi="Buka periode",
        )
        for kode, nama, banyak, batas, hari_ingat in baris
        if pembaca.hari >= batas - timedelta(days=hari_ingat)
    ]


def _kertas(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """Bundles of paper that this person types, or whose sample waits for a second person."""
    if pembaca.pegawai is None:
        return []
    menunggu_kedua = LembarKertas.objects.filter(
        batch=OuterRef("pk"), contoh=True, petugas_kedua=None, status=StatusLembar.DIKETIK.value
    ).exclude(petugas_input=pembaca.pengguna)
    (baris,) = yield [
        BatchKertas.objects.dapat_diketik()
        .filter(petugas=pembaca.pengguna)
        .annotate(
            diketik=Count("lembar", filter=~Q(lembar__status=StatusLembar.BATAL.value)), kedua=Exists(menunggu_kedua)
        )
        .order_by("survei__selesai", "pk")
        .values_list("uuid", "nomor", "status", "jumlah", "diketik", "kedua", "survei__judul", "survei__selesai")
    ]
    kertas = reverse("survei:kertas")
    ketik = Rumpun("survei.kertas", "Ketik {jumlah} bundel kertas", kertas, "Buka formulir kertas")
    kata_kedua = "Ketik lagi lembar pilihan {jumlah} bundel kertas"
    periksa = Rumpun("survei.kertas_kedua", kata_kedua, kertas, "Buka formulir kertas")
    tugas = []
    for kode, nomor, status, jumlah, diketik, kedua, judul, selesai in baris:
        if status == StatusBatch.DIKETIK and diketik < jumlah:
            kata, nama, aksi, rumpun = "Ketik Bundel", "survei:kertas_ketik", "Ketik lembar", ketik
        elif status == StatusBatch.DIPERIKSA and kedua:
            kata, nama, aksi = "Ketik lagi lembar pilihan Bundel", "survei:kertas_periksa", "Ketik lagi"
            rumpun = periksa
        else:
            continue
        tautan = reverse(nama, args=[kode])
        tugas.append(Tugas(f"{kata} {nomor}: {judul}", "Formulir kertas", selesai, tautan, aksi, rumpun))
    return tugas


def _langkah(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """Closed surveys to lock and locked ones to publish, for the pengelola.

    Neither step can be taken back, so many of them lead to the list, never to one button for all.
    """
    if not boleh_mengelola(pembaca.pengguna):
        return []
    daftar = reverse("survei:kelola")
    rumpun = {
        StatusSurvei.DITUTUP.value: Rumpun("survei.kunci", "Kunci {jumlah} survei yang sudah ditutup", daftar, _BUKA),
        StatusSurvei.DIKUNCI.value: Rumpun("survei.publikasi", "Publikasikan {jumlah} hasil survei", daftar, _BUKA),
    }
    (baris,) = yield [
        Survei.objects.filter(status__in=_SEBUTAN)
        .order_by("selesai", "pk")
        .values_list("uuid", "judul", "unit__nama", "status")
    ]
    return [
        Tugas(
            judul=f"{_SEBUTAN[status]}: {judul}",
            dari=unit,
            tenggat=None,
            tautan=reverse("survei:kelola_survei", args=[kode]),
            aksi=_SEBUTAN[status],
            rumpun=rumpun[status],
        )
        for kode, judul, unit, status in baris
    ]
