"""Registrations that await somebody: the superior's answer, or the person's own for an offered seat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.urls import reverse

from pelatihan.models import Pendaftaran
from pelatihan.perhitungan.kegiatan import BERJALAN, MENUNGGU_JAWABAN, StatusPendaftaran
from pelatihan.permissions import boleh_mengelola, rantai_atasan
from rakumpit.bacaan import Bacaan
from rakumpit.menunggu import Rumpun, Tugas
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Penugasan
from rakumpit.organisasi.pembaca import Pembaca
from rakumpit.waktu import tanggal_lokal


@dataclass(frozen=True, slots=True)
class DaftarDijawab:
    """A registration that the reader may answer now."""

    kode: UUID
    judul: str
    nama: str
    batas: date | None


def menunggu_jawaban(pembaca: Pembaca) -> Bacaan[list[DaftarDijawab]]:
    """Of the direct superior; past the day also of the one above him; of the pengelola where nobody has an account.

    One step; the earliest day first.
    """
    kelola = boleh_mengelola(pembaca.pengguna)
    if not pembaca.dipimpin and not kelola:
        return []
    awal = "pegawai__pendaftaran__"
    tempat = Penugasan.objects.pada(pembaca.hari).filter(
        **{
            f"{awal}kegiatan__perlu_persetujuan": True,
            f"{awal}kegiatan__status__in": [satu.value for satu in BERJALAN],
            f"{awal}status__in": [satu.value for satu in MENUNGGU_JAWABAN],
            f"{awal}diputus_oleh__isnull": True,
        }
    )
    if not kelola:
        tempat = tempat.filter(jabatan__unit_id__in=pembaca.di_bawah)
    pemegang = [satu for semua in pembaca.pemimpin.values() for satu in semua]
    baris, pegawai, luar = yield [
        # «definitif» comes first in the alphabet, as it does in ``Pegawai.penugasan_pada``.
        tempat.order_by("sifat", "pk").values_list(
            *(f"{awal}uuid", f"{awal}kegiatan__judul", f"{awal}batas_atasan"),
            *("pegawai__nama", "pegawai_id", "jabatan__unit_id", "jabatan__memimpin"),
        ),
        Pegawai.objects.filter(pk__in=[satu.pegawai_id for satu in pemegang], pengguna__is_active=True)
        .order_by()
        .values_list("pk"),
        PejabatLuar.objects.filter(pk__in=[satu.pejabat_luar_id for satu in pemegang], pengguna__is_active=True)
        .order_by()
        .values_list("pk"),
    ]
    berakun: set[tuple[int | None, int | None]] = {*((pk, None) for (pk,) in pegawai), *((None, pk) for (pk,) in luar)}
    hasil: dict[UUID, DaftarDijawab | None] = {}
    for kode, judul, batas, nama, pegawai_id, unit_id, memimpin in baris:
        if kode in hasil or pegawai_id == pembaca.orang[0]:
            continue
        rantai = rantai_atasan(
            unit_id=unit_id, memimpin=memimpin, pegawai_id=pegawai_id, induk=pembaca.induk, pemimpin=pembaca.pemimpin
        )
        giliran = rantai if batas is not None and pembaca.hari > batas else rantai[:1]
        penjawab = [satu for satu in giliran if (satu.pegawai_id, satu.pejabat_luar_id) in berakun]
        ya = any(satu.adalah(*pembaca.orang) for satu in penjawab) or (kelola and not penjawab)
        hasil[kode] = DaftarDijawab(kode, judul, nama, batas) if ya else None
    return sorted(
        (satu for satu in hasil.values() if satu is not None),
        key=lambda satu: (satu.batas or date.max, satu.judul, satu.nama, satu.kode),
    )


def tugas_jawaban(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """Each registration to answer as a duty; many are answered together."""
    semua = yield from menunggu_jawaban(pembaca)
    rumpun = Rumpun("pelatihan-pendaftaran", "Jawab {jumlah} pendaftaran", reverse("pelatihan:pendaftaran_menunggu"))
    return [
        Tugas(
            f"Jawab pendaftaran: {satu.judul}",
            satu.nama,
            satu.batas,
            reverse("pelatihan:pendaftaran", args=[satu.kode]),
            "Baca pendaftaran",
            rumpun,
        )
        for satu in semua
    ]


def tugas_tawaran(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """Seats that are held for the reader until he answers. One step."""
    if pembaca.pegawai is None:
        return []
    (baris,) = yield [
        Pendaftaran.objects.filter(
            pegawai=pembaca.pegawai,
            status=StatusPendaftaran.DITAWARI.value,
            kegiatan__status__in=[satu.value for satu in BERJALAN],
        )
        .order_by("tawaran_sampai", "pk")
        .values_list("uuid", "kegiatan__judul", "kegiatan__unit__nama", "tawaran_sampai")
    ]
    return [
        Tugas(
            f"Jawab tawaran kursi: {judul}",
            unit,
            tanggal_lokal(sampai - timedelta(microseconds=1)),
            reverse("pelatihan:pendaftaran", args=[kode]),
            "Jawab tawaran",
        )
        for kode, judul, unit, sampai in baris
    ]
