"""Faults in the data of the organisation that stop an evaluation or mislead it, each with its remedy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q

from rakumpit.organisasi.enums import SifatPenugasan, StatusLibur
from rakumpit.organisasi.models import HariLibur, Jabatan, Pegawai, Penugasan, UnitKerja
from rakumpit.organisasi.perhitungan import cari_atasan
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
    """All kinds of faults on a date that occur; the number of queries does not grow with the office."""
    aktif = list(
        Pegawai.objects.aktif_pada(tanggal).only("pk", "uuid", "nama", "nama_urut", "status", "pengguna_id", "selesai")
    )
    tempat = _tempat(tanggal)
    semua = [
        _orang("tanpa_status", "Status pegawai belum diisi", "Isi lewat impor ulang atau admin; tanpa status tidak "
               "ada SKP.", [p for p in aktif if not p.status]),
        _orang("tanpa_jabatan", "Belum memegang jabatan", "Tempatkan dengan «Mutasi», juga untuk penempatan pertama.",
               [p for p in aktif if p.pk not in tempat]),
        _orang("tanpa_atasan", "Tidak mempunyai atasan", "Isi jabatan pemimpin unit di atasnya, atau tunjuk Plt.",
               _tanpa_atasan(aktif, tempat, tanggal)),
        _orang("tanpa_akun", "ASN tanpa akun", "Impor ulang dengan NIP, atau buat akun di halaman admin.",
               [p for p in aktif if p.ber_skp and p.pengguna_id is None]),
        _jabatan_kosong(tanggal),
        _unit_tanpa_pemimpin(),
        _plt_lama(tanggal),
        _akun_mantan(tanggal),
        _tahun_sementara(tanggal),
    ]  # fmt: skip
    return [satu for satu in semua if satu.jumlah]


def _susun(kode: str, judul: str, cara: str, butir: list[Butir]) -> Kekurangan:
    return Kekurangan(kode, judul, cara, len(butir), tuple(butir[:TAMPIL]))


def _orang(kode: str, judul: str, cara: str, daftar: list[Pegawai]) -> Kekurangan:
    return _susun(kode, judul, cara, [Butir(p.nama, "pegawai", str(p.uuid)) for p in daftar])


def _tempat(tanggal: date) -> dict[int, tuple[int, bool]]:
    """Person -> unit and whether he leads it, by the definitive post, else by an acting one."""
    baris = (
        Penugasan.objects.pada(tanggal)
        .filter(pegawai__isnull=False)
        .values_list("pegawai_id", "jabatan__unit_id", "jabatan__memimpin", "sifat", "pk")
    )
    urut = sorted(baris, key=lambda b: (b[3] != SifatPenugasan.DEFINITIF.value, b[4]), reverse=True)
    return {pegawai_id: (unit_id, memimpin) for pegawai_id, unit_id, memimpin, _sifat, _pk in urut}


def _tanpa_atasan(aktif: list[Pegawai], tempat: dict[int, tuple[int, bool]], tanggal: date) -> list[Pegawai]:
    induk = UnitKerja.objects.induk_dari()
    pemimpin = Penugasan.objects.pemimpin(tanggal)
    hasil = []
    for pegawai in aktif:
        if pegawai.pk in tempat and pegawai.ber_skp:
            unit_id, memimpin = tempat[pegawai.pk]
            atasan = cari_atasan(
                unit_id=unit_id, memimpin=memimpin, pegawai_id=pegawai.pk, induk=induk, pemimpin=pemimpin
            )
            if atasan is None:
                hasil.append(pegawai)
    return hasil


def _jabatan_kosong(tanggal: date) -> Kekurangan:
    terisi = Penugasan.objects.pada(tanggal).filter(jabatan=OuterRef("pk"))
    kosong = Jabatan.objects.filter(~Exists(terisi), memimpin=True, unit__aktif=True).select_related("unit")
    return _susun(
        "jabatan_kosong",
        "Jabatan pemimpin kosong",
        "Pilih pegawainya, lalu «Mutasi» atau «Tunjuk Plt. atau Plh.». Sementara itu atasan di atasnya yang menilai.",
        [Butir(str(j), "jabatan", str(j.uuid)) for j in kosong.order_by("unit__nama")],
    )


def _unit_tanpa_pemimpin() -> Kekurangan:
    memimpin = Jabatan.objects.filter(unit=OuterRef("pk"), memimpin=True)
    return _susun(
        "unit_tanpa_pemimpin",
        "Unit tanpa jabatan pemimpin",
        "Buka jabatan pemimpinnya di halaman admin dan centang «memimpin unit ini».",
        [Butir(u.nama, "unit", str(u.pk)) for u in UnitKerja.objects.filter(~Exists(memimpin), aktif=True)],
    )


def _plt_lama(tanggal: date) -> Kekurangan:
    """Acting officials over their time: too long in office, or ended while the post is still vacant."""
    pengganti = Penugasan.objects.pada(tanggal).filter(jabatan=OuterRef("jabatan"))
    daftar = (
        Penugasan.objects.filter(sifat__in=[SifatPenugasan.PLT.value, SifatPenugasan.PLH.value], mulai__lte=tanggal)
        .filter(
            Q(selesai__isnull=True) | Q(selesai__gte=tanggal) | (Q(selesai__lt=tanggal) & ~Exists(pengganti)),
        )
        .select_related("jabatan__unit", "pegawai", "pejabat_luar")
        .order_by("mulai")
    )
    butir = []
    for satu in daftar:
        berakhir = satu.selesai is not None and satu.selesai < tanggal
        if berakhir or (tanggal - satu.mulai).days > LAMA_PLT_HARI:
            keadaan = (
                f"berakhir {format_tanggal(satu.selesai)}"
                if satu.selesai and berakhir
                else f"sejak {format_tanggal(satu.mulai)}"
            )
            butir.append(
                Butir(
                    f"{satu.get_sifat_display()} {satu.jabatan}: {satu.pegawai or satu.pejabat_luar}, {keadaan}",
                    "penugasan" if not berakhir and satu.pegawai_id else "jabatan",
                    str(satu.uuid),
                )
            )
    return _susun(
        "plt_lama",
        "Plt. atau Plh. lewat waktunya",
        "Perpanjang dengan penunjukan baru, isi jabatannya, atau akhiri penugasannya.",
        butir,
    )


def _akun_mantan(tanggal: date) -> Kekurangan:
    daftar = Pegawai.objects.filter(selesai__lt=tanggal, pengguna__is_active=True)
    return _orang(
        "akun_mantan",
        "Sudah berhenti, akunnya masih terbuka",
        "Tutup akunnya di halaman admin, beserta perannya.",
        list(daftar),
    )


def _tahun_sementara(tanggal: date) -> Kekurangan:
    resmi = HariLibur.objects.filter(status=StatusLibur.RESMI.value).values_list("tanggal__year", flat=True).distinct()
    tahun = sorted({tanggal.year, tanggal.year + 1} - set(resmi.order_by()))
    return _susun(
        "tahun_sementara",
        "Tahun tanpa tabel hari libur resmi",
        "Cocokkan dengan SKB tiga menteri, lengkapi, lalu jadikan resmi. Sampai saat itu tenggat bersifat sementara.",
        [Butir(str(t), "tahun", str(t)) for t in tahun],
    )
