"""Rooms that are free, and what deserves a warning about sessions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from pelatihan.models import JamKerja, Kegiatan, NarasumberSesi, Pendaftaran, Ruang, SesiKegiatan
from pelatihan.perhitungan.jadwal import Jam, peringatan_waktu
from pelatihan.perhitungan.kegiatan import BERKURSI, StatusKegiatan
from rakumpit.organisasi.kalender import nama_libur_antara
from rakumpit.waktu import WIB, tanggal_lokal

JEDA_TERPANJANG = timedelta(minutes=240)  # the constraint of Ruang and Narasumber
_NAMA_TERBANYAK = 3


def ruang_kosong(mulai: datetime, selesai: datetime, *, kecuali: SesiKegiatan | None = None) -> list[Ruang]:
    """Rooms in use that are free then, their own pause included, the smallest first; two queries."""
    pakai = SesiKegiatan.objects.berlaku().filter(
        ruang__isnull=False, waktu_ruang__overlap=DateTimeTZRange(mulai, selesai + JEDA_TERPANJANG)
    )
    if kecuali is not None:
        pakai = pakai.exclude(pk=kecuali.pk)
    awal: dict[int, datetime] = {}
    for ruang_id, rentang in pakai.values_list("ruang", "waktu_ruang"):
        awal[ruang_id] = min(rentang.lower, awal.get(ruang_id, rentang.lower))
    return [
        satu
        for satu in Ruang.objects.filter(aktif=True).order_by("kapasitas", "nama", "pk")
        if satu.pk not in awal or awal[satu.pk] >= selesai + timedelta(minutes=satu.jeda_menit)
    ]


def peringatan_sesi(kegiatan: Kegiatan, sesi: Sequence[SesiKegiatan]) -> dict[int, list[str]]:
    """Warnings of each session by its key, for those who plan: at most four queries for any number of sessions.

    ``sesi`` with room and speakers fetched. None of them blocks: rooms and speakers are guarded by the database.
    """
    berlaku = [satu for satu in sesi if not satu.batal]
    if not berlaku:
        return {}
    awal, akhir = min(s.mulai for s in berlaku), max(s.selesai for s in berlaku)
    libur = nama_libur_antara(tanggal_lokal(awal), tanggal_lokal(akhir))
    jam = [
        Jam(s.nama, s.mulai, s.selesai, s.masuk, s.pulang, s.pulang_jumat, s.menit_seminggu, s.terverifikasi)
        for s in JamKerja.objects.pada(tanggal_lokal(akhir))
    ]
    hasil = {s.pk: peringatan_waktu(s.mulai, s.selesai, libur=libur, jam=jam) for s in berlaku}
    for satu in berlaku:
        ruang = satu.ruang
        if ruang is not None and kegiatan.kuota_maks is not None and kegiatan.kuota_maks > ruang.kapasitas:
            hasil[satu.pk].append(f"{ruang.nama} memuat {ruang.kapasitas} orang, kursinya {kegiatan.kuota_maks}.")
    peserta = dict(
        kegiatan.pendaftaran.filter(status__in=[s.value for s in BERKURSI]).values_list("pegawai", "pegawai__nama")
    )
    _rangkap(kegiatan, berlaku, peserta, hasil)
    return hasil


def _rangkap(
    kegiatan: Kegiatan, sesi: Sequence[SesiKegiatan], peserta: dict[int, str], hasil: dict[int, list[str]]
) -> None:
    """People who are on another session at that time, as participant or as speaker."""
    bicara = {
        satu.pk: {
            p.narasumber.pegawai_id: p.narasumber.nama
            for p in satu.pembicara.all()
            if p.narasumber.pegawai_id is not None
        }
        for satu in sesi
    }
    orang = set(peserta).union(*bicara.values())
    if not orang:
        return
    rentang = DateTimeTZRange(min(s.mulai for s in sesi), max(s.selesai for s in sesi))
    batal = [StatusKegiatan.DIBATALKAN.value, StatusKegiatan.DITUNDA.value]
    lain = [
        *Pendaftaran.objects.filter(
            pegawai__in=orang,
            status__in=[s.value for s in BERKURSI],
            kegiatan__sesi__batal=False,
            kegiatan__sesi__waktu__overlap=rentang,
        )
        .exclude(kegiatan=kegiatan)
        .exclude(kegiatan__status__in=batal)
        .values_list("pegawai", "kegiatan__judul", "kegiatan__sesi__waktu"),
        *NarasumberSesi.objects.filter(narasumber__pegawai__in=orang, batal=False, sesi__waktu__overlap=rentang)
        .exclude(sesi__kegiatan=kegiatan)
        .values_list("narasumber__pegawai", "sesi__kegiatan__judul", "sesi__waktu"),
    ]
    for satu in sesi:
        nama = peserta | bicara[satu.pk]
        bentrok: dict[str, list[str]] = defaultdict(list)
        for pegawai_id, judul, waktu in lain:
            if pegawai_id in nama and waktu.lower < satu.selesai and satu.mulai < waktu.upper:
                bentrok[f"«{judul}», {_rentang(waktu.lower, waktu.upper)}"].append(nama[pegawai_id])
        hasil[satu.pk] += [f"{_sebut(sorted(set(siapa)))} juga ada di {apa}." for apa, siapa in sorted(bentrok.items())]


def _rentang(mulai: datetime, selesai: datetime) -> str:
    return f"{mulai.astimezone(WIB):%H.%M}–{selesai.astimezone(WIB):%H.%M} WIB"


def _sebut(nama: list[str]) -> str:
    if len(nama) <= _NAMA_TERBANYAK:
        return ", ".join(nama)
    return f"{', '.join(nama[:_NAMA_TERBANYAK])}, dan {len(nama) - _NAMA_TERBANYAK} orang lain"
