"""What waits for a participant of an event: tests to take, feedback to give."""

from __future__ import annotations

from typing import Any

from django.db.models import DateTimeField, Exists, OuterRef, QuerySet, Subquery
from django.urls import reverse

from pelatihan.models import Kehadiran, Pendaftaran, PengerjaanTes, SesiKegiatan, TandaUmpanBalik, UmpanBalikKegiatan
from pelatihan.perhitungan.kegiatan import MENCATAT
from pelatihan.perhitungan.kehadiran import BERPESERTA
from pelatihan.perhitungan.tes import JenisTes
from pelatihan.perhitungan.umpan_balik import HARI_UMPAN_BALIK, MENERIMA, RENTANG_TERLAMA
from pelatihan.permissions.kehadiran import tanda_peserta
from rakumpit.bacaan import Bacaan
from rakumpit.menunggu import Tugas
from rakumpit.organisasi.models import HariLibur
from rakumpit.organisasi.pembaca import Pembaca
from rakumpit.waktu import sekarang, tambah_hari_kerja, tanggal_lokal


def tugas_ikut(pembaca: Pembaca) -> list[Bacaan[list[Tugas]]]:
    """One step each, side by side."""
    return [_tes(pembaca), _umpan(pembaca)]


def _peserta(pembaca: Pembaca, status: tuple[Any, ...]) -> QuerySet[Pendaftaran]:
    """Seats of the reader in events of these states."""
    return Pendaftaran.objects.filter(
        pegawai=pembaca.pegawai,
        status__in=[satu.value for satu in BERPESERTA],
        kegiatan__status__in=[satu.value for satu in status],
    ).order_by("pk")


def _tes(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    if pembaca.pegawai is None:
        return []
    saat = sekarang()
    sesi = SesiKegiatan.objects.berlaku().filter(kegiatan=OuterRef("kegiatan"))
    kerja = PengerjaanTes.objects.filter(pendaftaran=OuterRef("pk"))
    (baris,) = yield [
        _peserta(pembaca, MENCATAT)
        .filter(Exists(sesi), kegiatan__tes__isnull=False)
        .annotate(
            awal=~Exists(kerja.filter(jenis=JenisTes.AWAL.value)) & ~Exists(sesi.filter(waktu__endswith__lte=saat)),
            akhir=~Exists(kerja.filter(jenis=JenisTes.AKHIR.value)) & ~Exists(sesi.filter(waktu__startswith__gt=saat)),
        )
        .values_list("kegiatan__uuid", "kegiatan__judul", "awal", "akhir")
    ]
    return [
        Tugas(
            f"Kerjakan {kata}: {judul}",
            "Satu kali, beberapa menit",
            None,
            reverse("pelatihan:tes_kerjakan", args=[kode, jenis.value]),
            "Kerjakan",
        )
        for kode, judul, awal, akhir in baris
        for jenis, kata, terbuka in ((JenisTes.AWAL, "tes awal", awal), (JenisTes.AKHIR, "tes akhir", akhir))
        if terbuka
    ]


def _umpan(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """Until the last day, while the mark of this seat is missing; the mark is looked up by its digest alone."""
    if pembaca.pegawai is None:
        return []
    saat = sekarang()
    sesi = SesiKegiatan.objects.berlaku().filter(kegiatan=OuterRef("kegiatan")).order_by("-waktu__startswith")
    baris, sudah, libur = yield [
        _peserta(pembaca, MENERIMA)
        .filter(
            Exists(Kehadiran.objects.dihitung().filter(pendaftaran=OuterRef("pk"))),
            ~Exists(UmpanBalikKegiatan.objects.filter(kegiatan=OuterRef("kegiatan"), dilepas=True)),
        )
        .annotate(terakhir=Subquery(sesi.values("waktu__startswith")[:1], output_field=DateTimeField()))
        .filter(terakhir__lte=saat, terakhir__gte=saat - RENTANG_TERLAMA)
        .values_list("uuid", "kegiatan__uuid", "kegiatan__judul", "terakhir"),
        # All marks of those events: which one is his, his registration's code tells.
        TandaUmpanBalik.objects.filter(kegiatan__pendaftaran__pegawai=pembaca.pegawai).values_list("pk"),
        HariLibur.objects.filter(
            tanggal__gte=pembaca.hari - RENTANG_TERLAMA, tanggal__lte=pembaca.hari + RENTANG_TERLAMA
        ).values_list("tanggal"),
    ]
    tanda = {tanda_peserta(kode): (kegiatan, judul, tanggal_lokal(pada)) for kode, kegiatan, judul, pada in baris}
    bebas = {hari for (hari,) in libur}
    hasil = []
    for kunci in tanda.keys() - {pk for (pk,) in sudah}:
        kode, judul, hari = tanda[kunci]
        batas = tambah_hari_kerja(hari, HARI_UMPAN_BALIK, bebas)
        if pembaca.hari <= batas:
            alamat = reverse("pelatihan:umpan_balik", args=[kode])
            hasil.append(Tugas(f"Beri umpan balik: {judul}", "Tanpa nama", batas, alamat, "Isi umpan balik"))
    return sorted(hasil, key=lambda satu: satu.judul)
