"""What waits for a reader among the reports of citizens."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Min, OuterRef, Q, Subquery
from django.urls import reverse

from forum.enums.laporan import LABEL_KLASIFIKASI, Klasifikasi, StatusLaporan
from forum.models import Laporan, TenggatLaporan
from forum.perhitungan.laporan import DIPEGANG
from rakumpit.bacaan import Bacaan
from rakumpit.menunggu import Rumpun, Tugas
from rakumpit.organisasi.pembaca import Pembaca

# Ten working days of silence are over after three weeks, whatever holidays lie between; the page counts exactly.
_HARI_DIAM = timedelta(days=21)
_KATA = {
    StatusLaporan.DITERIMA.value: "Periksa laporan",
    StatusLaporan.TERVERIFIKASI.value: "Teruskan laporan",
    StatusLaporan.DIDISPOSISIKAN.value: "Kerjakan laporan",
    StatusLaporan.DIPROSES.value: "Jawab laporan",
    StatusLaporan.DITANGGAPI.value: "Jawab keberatan laporan",
    StatusLaporan.DIJAWAB.value: "Tutup laporan",
}


def tugas_laporan(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """Reports whose next step is this reader's, with the running deadline; one step."""
    pengguna = pembaca.pengguna
    diam = Q(status=StatusLaporan.DIJAWAB.value) & Q(dijawab_pada__lte=pembaca.hari - _HARI_DIAM)
    diam &= Q(dibalas_pada__isnull=True) | Q(dibalas_pada__lte=pembaca.hari - _HARI_DIAM)
    dikerjakan = Q(status__in=[satu.value for satu in DIPEGANG - {StatusLaporan.DIJAWAB}]) | diam
    giliran = Q(pk__isnull=True)
    if pembaca.pegawai is not None:
        giliran |= dikerjakan & Q(penangan=pembaca.pegawai.pk)
    if pengguna.pengelola:
        giliran |= Q(status__in=[StatusLaporan.DITERIMA.value, StatusLaporan.TERVERIFIKASI.value])
    if pembaca.pegawai is None and not pengguna.pengelola:
        return []
    if pembaca.pegawai is not None:
        giliran &= ~Q(terlapor=pembaca.pegawai.pk)
    batas = (
        TenggatLaporan.objects.berjalan()
        .filter(laporan=OuterRef("pk"), tahap__in=("verifikasi", "penyelesaian"), dijeda_pada__isnull=True)
        .order_by()
        .values("laporan")
        .annotate(awal=Min("batas"))
        .values("awal")
    )
    (baris,) = yield [
        Laporan.objects.filter(giliran)
        .annotate(tenggat_terdekat=Subquery(batas))
        .order_by("pk")
        .values_list("uuid", "nomor", "status", "klasifikasi", "tenggat_terdekat")
    ]
    rumpun = Rumpun("forum.laporan", "Tangani {jumlah} laporan warga", reverse("forum:laporan_daftar"), "Buka daftar")
    return [
        Tugas(
            judul=f"{_KATA[status]} {nomor}",
            dari=LABEL_KLASIFIKASI[Klasifikasi(jenis)],
            tenggat=tenggat,
            tautan=reverse("forum:laporan_kelola", args=[kode]),
            aksi="Buka laporan",
            rumpun=rumpun,
        )
        for kode, nomor, status, jenis, tenggat in baris
    ]
