"""One report as its pages show it: clocks with their derivation, history by day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from forum.enums.laporan import LABEL_LANGKAH, LABEL_STATUS_LAPORAN, Klasifikasi, Langkah, Peran, StatusLaporan
from forum.enums.tenggat import LABEL_TAHAP_TENGGAT, TahapTenggat
from forum.models import AturanTenggat, Laporan, RiwayatLaporan, TenggatLaporan
from forum.perhitungan.tenggat import BatasWaktu, HariDilewati, Kalender, hitung_semua, kalimat
from forum.ringkasan.tenggat import aturan_semua, baca_kalender
from rakumpit.waktu import format_tanggal, hari_ini, hitung_hari_kerja, tanggal_lokal


@dataclass(frozen=True, slots=True)
class TampilTenggat:
    """A clock: badge (``jenis``, ``keadaan``), its day, how it was counted, and the days that held before."""

    tahap: str
    jenis: str
    keadaan: str
    waktu: str
    batas: date
    kalimat: tuple[str, ...]
    dilewati: tuple[HariDilewati, ...]
    lain: str
    dasar: tuple[str, ...]
    belum_diperiksa: bool
    sementara: bool
    semula: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BarisRiwayat:
    """One step by its day; the hour would tell when somebody was online."""

    hari: str
    judul: str
    oleh: str
    keadaan: str
    teks: str
    catatan: str


# What the reporter has to do, and until when. That an answer was told means nothing to who is reading it.
_NAMA_PELAPOR = {
    TahapTenggat.PELENGKAPAN: "Anda melengkapi laporan",
    TahapTenggat.KEBERATAN: "Anda mengajukan keberatan",
    TahapTenggat.BALASAN: "Anda membalas jawaban",
}


def tenggat_tampil(laporan: Laporan, *, kantor: bool = True) -> list[TampilTenggat]:
    """The clocks of a report in order, then the days that are no clock of the office; at most five queries.

    Those are counted from the report as it is: how long after the event the complaint came (``kantor`` only: a late one
    is handled as well), and how long the reporter may object and reply to an answer.
    """
    baris = list(
        TenggatLaporan.objects.filter(laporan=laporan)
        .select_related("aturan", "aturan_hukum", "aturan_panjang")
        .prefetch_related("lama")
        .order_by("pk")
    )
    mulai = _mulai_batas(laporan, kantor)
    aturan = aturan_semua(laporan, mulai) if mulai else {}
    hari = [*(satu.mulai for satu in baris), *mulai.values()]
    if not hari:
        return []
    # Both limits of a row lie within this span: the calendar one never exceeds it by more than the pauses.
    akhir = max([*(satu.batas for satu in baris), *hari]).toordinal() + 220
    kalender = baca_kalender(min(hari), date.fromordinal(akhir))
    nama = LABEL_TAHAP_TENGGAT if kantor else LABEL_TAHAP_TENGGAT | _NAMA_PELAPOR
    return [
        *(_jam(satu, kalender, nama) for satu in baris if kantor or satu.tahap != TahapTenggat.PEMBERITAHUAN),
        *(
            _batas(laporan, tahap, aturan=aturan[tahap], mulai=awal, kalender=kalender, nama=nama)
            for tahap, awal in mulai.items()
            if aturan.get(tahap)
        ),
    ]


def _jam(satu: TenggatLaporan, kalender: Kalender, nama: Mapping[TahapTenggat, str]) -> TampilTenggat:
    hari = hari_ini()
    utama, *lain = hitung_semua(satu.batas_waktu, satu.mulai, kalender, satu.jeda)
    jenis, keadaan, waktu = _keadaan(satu, hari, hitung_hari_kerja(satu.batas, hari, kalender.libur))
    ke = f", putaran {satu.ke}" if satu.ke > 1 else ""
    return TampilTenggat(
        tahap=nama[TahapTenggat(satu.tahap)] + ke,
        jenis=jenis,
        keadaan=keadaan,
        waktu=waktu,
        batas=satu.batas,
        # A closed clock keeps the day by which it was judged.
        kalimat=kalimat(utama) if utama.akhir == satu.batas else (f"Ditetapkan {format_tanggal(satu.batas)}.",),
        dilewati=utama.dilewati if utama.akhir == satu.batas else (),
        lain="; ".join(
            f"batas {dua.batas.kode} baru {format_tanggal(dua.akhir)}, jadi yang lebih awal dipakai" for dua in lain
        ),
        dasar=tuple(dua.dasar_hukum for dua in _aturan(satu.batas_waktu)),
        belum_diperiksa=any(not dua.terverifikasi for dua in _aturan(satu.batas_waktu)),
        sementara=satu.sementara,
        semula=tuple(f"{format_tanggal(dua.batas)} ({dua.sebab})" for dua in satu.lama.all()),
    )


def _aturan(batas: Iterable[BatasWaktu]) -> list[BatasWaktu]:
    """Each limit, and the extension that lengthens it."""
    return [dua for satu in batas for dua in (satu, satu.panjang) if dua is not None]


def _batas(
    laporan: Laporan,
    tahap: TahapTenggat,
    *,
    aturan: Sequence[AturanTenggat],
    mulai: date,
    kalender: Kalender,
    nama: Mapping[TahapTenggat, str],
) -> TampilTenggat:
    batas = [satu.batas_waktu for satu in aturan]
    utama, *_ = hitung_semua(batas, mulai, kalender)
    jenis, keadaan, waktu = _keadaan_batas(laporan, tahap, utama.akhir)
    return TampilTenggat(
        tahap=nama[tahap],
        jenis=jenis,
        keadaan=keadaan,
        waktu=waktu,
        batas=utama.akhir,
        kalimat=kalimat(utama),
        dilewati=utama.dilewati,
        lain="",
        dasar=tuple(satu.dasar_hukum for satu in batas),
        belum_diperiksa=any(not satu.terverifikasi for satu in batas),
        sementara=utama.sementara,
        semula=(),
    )


def _mulai_batas(laporan: Laporan, kantor: bool) -> dict[TahapTenggat, date]:
    """Day 0 of each limit that means something where the report stands."""
    mulai: dict[TahapTenggat, date] = {}
    if kantor and laporan.klasifikasi == Klasifikasi.PENGADUAN and laporan.tanggal_kejadian is not None:
        mulai[TahapTenggat.PENYAMPAIAN] = laporan.tanggal_kejadian
    if laporan.status == StatusLaporan.DIJAWAB and laporan.dijawab_pada and laporan.diam_sejak:
        if laporan.keberatan_pada is None:
            mulai[TahapTenggat.KEBERATAN] = laporan.dijawab_pada
        mulai[TahapTenggat.BALASAN] = laporan.diam_sejak
    return mulai


def _keadaan_batas(laporan: Laporan, tahap: TahapTenggat, akhir: date) -> tuple[str, str, str]:
    """Kind and word of the badge, and the day beside it."""
    batas = format_tanggal(akhir)
    if tahap == TahapTenggat.PENYAMPAIAN:
        diterima = tanggal_lokal(laporan.diterima_pada)
        if diterima <= akhir:
            return "baik", "Dalam batas", f"{format_tanggal(diterima)}, batasnya {batas}"
        return "perhatian", "Sesudah batas", f"{format_tanggal(diterima)}, batasnya {batas}. Tetap ditangani."
    if hari_ini() > akhir:
        return "netral", "Sudah lewat", batas
    return "berjalan", "Masih terbuka", f"sampai {batas}"


def _keadaan(baris: TenggatLaporan, hari: date, lewat: int) -> tuple[str, str, str]:
    """Kind and word of the badge, and the day beside it."""
    batas = format_tanggal(baris.batas)
    if baris.terpenuhi_pada is not None:
        pada = format_tanggal(baris.terpenuhi_pada)
        return (
            ("baik", "Tepat waktu", pada) if baris.tepat_waktu else ("bahaya", "Terlambat", f"{pada}, tenggat {batas}")
        )
    if baris.gugur_pada is not None:
        return "netral", "Tidak berlaku lagi", f"sejak {format_tanggal(baris.gugur_pada)}"
    if baris.dijeda_pada is not None:
        return "perhatian", "Dijeda", f"sejak {format_tanggal(baris.dijeda_pada)}"
    if baris.batas < hari:
        return "bahaya", f"Terlambat {lewat} hari kerja" if lewat else "Tenggat sudah lewat", batas
    return "berjalan", "Berjalan", f"sampai {batas}"


def riwayat_kantor(laporan: Laporan) -> list[BarisRiwayat]:
    """All steps with names of staff and notes of the office, the newest first; one query."""
    baris = laporan.riwayat.select_related("pelaku").order_by("-pk")
    return [_baris(satu, satu.pelaku.nama if satu.pelaku else "", satu.catatan) for satu in baris]


def riwayat_pelapor(laporan: Laporan) -> list[BarisRiwayat]:
    """All steps for the reporter: without names of staff and without what stays in the office; one query."""
    return [_baris(satu, "", "") for satu in laporan.riwayat.order_by("-pk")]


def _baris(satu: RiwayatLaporan, nama: str, catatan: str) -> BarisRiwayat:
    sisi = {Peran.PELAPOR.value: "Pelapor", Peran.SISTEM.value: "Sistem"}.get(satu.peran, "Kantor")
    return BarisRiwayat(
        hari=format_tanggal(tanggal_lokal(satu.saat)),
        judul=LABEL_LANGKAH[Langkah(satu.langkah)],
        oleh=nama or sisi,
        keadaan=LABEL_STATUS_LAPORAN[StatusLaporan(satu.ke)],
        teks=satu.teks,
        catatan=catatan,
    )
