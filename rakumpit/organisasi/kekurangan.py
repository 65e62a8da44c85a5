"""Faults in the data of the organisation that stop an evaluation or mislead it, each with its remedy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.db.models import Exists, OuterRef, Q

from rakumpit.bacaan import Bacaan, baca, bersama
from rakumpit.organisasi.enums import LABEL_SIFAT_PENUGASAN, SifatPenugasan, StatusLibur
from rakumpit.organisasi.models import HariLibur, Jabatan, Pegawai, Penugasan, UnitKerja
from rakumpit.organisasi.nama import sebutan_jabatan
from rakumpit.organisasi.perhitungan import Pemegang, cari_atasan
from rakumpit.organisasi.querysets import PegawaiQuerySet
from rakumpit.waktu import format_tanggal

TAMPIL = 15
# Half a year: three months, extended once (SE Kepala BKN 1/SE/I/2021, not checked against its text). Only a reminder.
LAMA_PLT_HARI = 183


@dataclass(frozen=True, slots=True)
class Butir:
    """One fault: ``jenis`` ("pegawai", "jabatan", "penugasan", "unit", "tahun") and ``kunci`` lead to its page."""

    label: str
    jenis: str
    kunci: str


@dataclass(frozen=True, slots=True)
class Kekurangan:
    """Faults of one kind. ``jumlah`` counts all, ``butir`` holds the first of them, ``cara`` is the remedy."""

    kode: str
    judul: str
    cara: str
    jumlah: int
    butir: tuple[Butir, ...]


def periksa_data(tanggal: date) -> list[Kekurangan]:
    """All kinds of faults on a date that occur; three statements for any size of the office."""
    return baca(baca_kekurangan(tanggal, UnitKerja.objects.induk_dari(), Penugasan.objects.pemimpin(tanggal)))


def baca_kekurangan(
    tanggal: date, induk: Mapping[int, int | None], pemimpin: Mapping[int, Sequence[Pemegang]]
) -> Bacaan[list[Kekurangan]]:
    """``periksa_data`` in one step, with the tree of units and the leaders of the date."""
    aktif = Pegawai.objects.aktif_pada(tanggal)
    menjabat = Penugasan.objects.pada(tanggal).filter(pegawai=OuterRef("pk"))
    semua: list[Kekurangan] = yield from bersama([
        _orang("tanpa_status", "Status pegawai belum diisi", "Isi lewat impor ulang atau admin; tanpa status tidak "
               "ada SKP.", aktif.filter(status="")),
        _orang("tanpa_jabatan", "Belum memegang jabatan", "Tempatkan dengan «Mutasi», juga untuk penempatan pertama.",
               aktif.filter(~Exists(menjabat))),
        _tanpa_atasan(tanggal, induk, pemimpin),
        _orang("tanpa_akun", "ASN tanpa akun", "Impor ulang dengan NIP, atau buat akun di halaman admin.",
               aktif.ber_skp().filter(pengguna=None)),
        _jabatan_kosong(tanggal),
        _unit_tanpa_pemimpin(),
        _plt_lama(tanggal),
        _orang("akun_mantan", "Sudah berhenti, akunnya masih terbuka", "Tutup akunnya di halaman admin, beserta "
               "perannya.", Pegawai.objects.filter(selesai__lt=tanggal, pengguna__is_active=True)),
        _tahun_sementara(tanggal),
    ])  # fmt: skip
    return [satu for satu in semua if satu.jumlah]


def _susun(kode: str, judul: str, cara: str, butir: list[Butir]) -> Kekurangan:
    return Kekurangan(kode, judul, cara, len(butir), tuple(butir[:TAMPIL]))


def _orang(kode: str, judul: str, cara: str, orang: PegawaiQuerySet) -> Bacaan[Kekurangan]:
    (baris,) = yield [orang.values_list("nama", "uuid")]
    return _susun(kode, judul, cara, [Butir(nama, "pegawai", str(uuid)) for nama, uuid in baris])


def _tanpa_atasan(
    tanggal: date, induk: Mapping[int, int | None], pemimpin: Mapping[int, Sequence[Pemegang]]
) -> Bacaan[Kekurangan]:
    """Looks at the units above which nobody leads, and at the leaders, who are not their own superior."""

    def atasan(unit_id: int, pegawai_id: int, *, memimpin: bool) -> Pemegang | None:
        return cari_atasan(unit_id=unit_id, memimpin=memimpin, pegawai_id=pegawai_id, induk=induk, pemimpin=pemimpin)

    sepi = [unit_id for unit_id in induk if atasan(unit_id, 0, memimpin=False) is None]
    calon = Penugasan.objects.pada(tanggal).filter(Q(jabatan__unit__in=sepi) | Q(jabatan__memimpin=True))
    (baris,) = yield [
        Penugasan.objects.pada(tanggal)
        .filter(pegawai__in=Pegawai.objects.aktif_pada(tanggal).ber_skp(), pegawai_id__in=calon.values("pegawai_id"))
        .order_by("pegawai__nama_urut", "pegawai_id", "pk")
        .values_list(
            *("pegawai_id", "pegawai__nama", "pegawai__uuid", "sifat", "jabatan__unit_id", "jabatan__memimpin"),
        )
    ]
    butir = []
    for (pegawai_id, nama, uuid), tempat in groupby(baris, key=lambda satu: satu[:3]):
        # By the definitive post, else by the oldest acting one.
        *_, unit_id, memimpin = min(tempat, key=lambda satu: satu[3] != SifatPenugasan.DEFINITIF.value)
        if atasan(unit_id, pegawai_id, memimpin=memimpin) is None:
            butir.append(Butir(nama, "pegawai", str(uuid)))
    cara = "Isi jabatan pemimpin unit di atasnya, atau tunjuk Plt."
    return _susun("tanpa_atasan", "Tidak mempunyai atasan", cara, butir)


def _jabatan_kosong(tanggal: date) -> Bacaan[Kekurangan]:
    terisi = Penugasan.objects.pada(tanggal).filter(jabatan=OuterRef("pk"))
    (baris,) = yield [
        Jabatan.objects.filter(~Exists(terisi), memimpin=True, unit__aktif=True)
        .order_by("unit__nama")
        .values_list("uuid", "nama", "urut", "unit__nama")
    ]
    return _susun(
        "jabatan_kosong",
        "Jabatan pemimpin kosong",
        "Pilih pegawainya, lalu «Mutasi» atau «Tunjuk Plt. atau Plh.». Sementara itu atasan di atasnya yang menilai.",
        [Butir(sebutan_jabatan(*isi), "jabatan", str(uuid)) for uuid, *isi in baris],
    )


def _unit_tanpa_pemimpin() -> Bacaan[Kekurangan]:
    memimpin = Jabatan.objects.filter(unit=OuterRef("pk"), memimpin=True)
    (baris,) = yield [UnitKerja.objects.filter(~Exists(memimpin), aktif=True).values_list("nama", "pk")]
    return _susun(
        "unit_tanpa_pemimpin",
        "Unit tanpa jabatan pemimpin",
        "Buka jabatan pemimpinnya di halaman admin dan centang «memimpin unit ini».",
        [Butir(nama, "unit", str(pk)) for nama, pk in baris],
    )


def _plt_lama(tanggal: date) -> Bacaan[Kekurangan]:
    """Acting officials over their time: too long in office, or ended while the post is still vacant."""
    pengganti = Penugasan.objects.pada(tanggal).filter(jabatan=OuterRef("jabatan"))
    lama = Q(mulai__lt=tanggal - timedelta(days=LAMA_PLT_HARI))
    (baris,) = yield [
        Penugasan.objects.filter(sifat__in=[SifatPenugasan.PLT.value, SifatPenugasan.PLH.value], mulai__lte=tanggal)
        .filter(
            (lama & (Q(selesai__isnull=True) | Q(selesai__gte=tanggal))) | (Q(selesai__lt=tanggal) & ~Exists(pengganti))
        )
        .order_by("mulai")
        .values_list(
            *("uuid", "sifat", "mulai", "selesai", "pegawai_id", "pegawai__nama", "pejabat_luar__nama"),
            *("jabatan__nama", "jabatan__urut", "jabatan__unit__nama"),
        )
    ]
    butir = []
    for uuid, sifat, mulai, selesai, pegawai_id, pegawai, luar, *jabatan in baris:
        berakhir = selesai is not None and selesai < tanggal
        keadaan = f"berakhir {format_tanggal(selesai)}" if berakhir else f"sejak {format_tanggal(mulai)}"
        label = (
            f"{LABEL_SIFAT_PENUGASAN[SifatPenugasan(sifat)]} {sebutan_jabatan(*jabatan)}: {pegawai or luar}, {keadaan}"
        )
        butir.append(Butir(label, "penugasan" if not berakhir and pegawai_id else "jabatan", str(uuid)))
    return _susun(
        "plt_lama",
        "Plt. atau Plh. lewat waktunya",
        "Perpanjang dengan penunjukan baru, isi jabatannya, atau akhiri penugasannya.",
        butir,
    )


def _tahun_sementara(tanggal: date) -> Bacaan[Kekurangan]:
    resmi = HariLibur.objects.filter(status=StatusLibur.RESMI.value)
    (baris,) = yield [resmi.order_by().values_list("tanggal__year").distinct()]
    tahun = sorted({tanggal.year, tanggal.year + 1} - {satu for (satu,) in baris})
    return _susun(
        "tahun_sementara",
        "Tahun tanpa tabel hari libur resmi",
        "Cocokkan dengan SKB tiga menteri, lengkapi, lalu jadikan resmi. Sampai saat itu tenggat bersifat sementara.",
        [Butir(str(t), "tahun", str(t)) for t in tahun],
    )
