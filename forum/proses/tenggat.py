"""The clocks of a report: started, stopped, met, and counted again when the table of days off changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction

from forum.enums.laporan import Langkah, Peran, jenis_tenggat
from forum.enums.tenggat import Satuan, TahapTenggat
from forum.models import AturanTenggat, Laporan, RiwayatLaporan, TenggatLama, TenggatLaporan
from forum.perhitungan.tenggat import Hitungan, Kalender, hitung_semua, lama_jeda
from forum.proses.kabar_laporan import kabari_pemegang
from forum.ringkasan.tenggat import baca_kalender, kalender_untuk
from rakumpit.audit.models import catat
from rakumpit.waktu import format_tanggal, sekarang, tanggal_lokal

TAHAP_KANTOR = (TahapTenggat.VERIFIKASI.value, TahapTenggat.PENYELESAIAN.value)


def aturan_laporan(laporan: Laporan, tahap: TahapTenggat) -> list[AturanTenggat]:
    """The rules of a step that held on the day of receipt: at most one in each unit, the shorter one."""
    baris = (
        AturanTenggat.objects.pada(tanggal_lokal(laporan.diterima_pada))
        .filter(tahap=tahap.value, jenis__in=jenis_tenggat(laporan.klasifikasi, laporan.kadar))
        .order_by("jumlah", "pk")
    )
    pilih: dict[str, AturanTenggat] = {}
    for satu in baris:
        pilih.setdefault(satu.satuan, satu)
    return [pilih[satuan.value] for satuan in Satuan if satuan.value in pilih]


def hitung_dari(laporan: Laporan, tahap: TahapTenggat, mulai: date) -> Hitungan | None:
    """The last day of a step that begins on ``mulai``, without a row; None where no rule holds."""
    batas = [satu.batas_waktu for satu in aturan_laporan(laporan, tahap)]
    return hitung_semua(batas, mulai, kalender_untuk(mulai, batas))[0] if batas else None


def mulai_tenggat(laporan: Laporan, tahap: TahapTenggat, mulai: date) -> TenggatLaporan | None:
    """Start a clock; None where no rule holds. A running clock of the step must have ended before."""
    aturan = aturan_laporan(laporan, tahap)
    if not aturan:
        return None
    batas = [satu.batas_waktu for satu in aturan]
    semua = hitung_semua(batas, mulai, kalender_untuk(mulai, batas))
    baris: TenggatLaporan = TenggatLaporan.objects.create(
        laporan=laporan,
        tahap=tahap.value,
        ke=TenggatLaporan.objects.filter(laporan=laporan, tahap=tahap.value).count() + 1,
        aturan=aturan[0],
        aturan_hukum=aturan[1] if len(aturan) > 1 else None,
        mulai=mulai,
        batas=semua[0].akhir,
        sementara=any(satu.sementara for satu in semua),
    )
    return baris


def _berjalan(laporan: Laporan, tahap: TahapTenggat) -> TenggatLaporan | None:
    return TenggatLaporan.objects.berjalan().filter(laporan=laporan, tahap=tahap.value).first()


def penuhi(laporan: Laporan, tahap: TahapTenggat, hari: date) -> None:
    """The step was done; a clock that is not running stays as it is."""
    TenggatLaporan.objects.berjalan().filter(laporan=laporan, tahap=tahap.value).update(terpenuhi_pada=hari)


def gugurkan(laporan: Laporan, hari: date) -> None:
    """The report ended another way: its running clocks mean nothing any more."""
    TenggatLaporan.objects.berjalan().filter(laporan=laporan).update(gugur_pada=hari)


def jeda(laporan: Laporan, hari: date) -> None:
    """Stop the clock of the answer while the reporter completes."""
    TenggatLaporan.objects.berjalan().filter(
        laporan=laporan, tahap=TahapTenggat.PENYELESAIAN.value, dijeda_pada__isnull=True
    ).update(dijeda_pada=hari)


def lanjutkan_atau_mulai(laporan: Laporan, hari: date) -> None:
    """The file is complete: the clock of the answer goes on where it stopped, or begins today."""
    baris = _berjalan(laporan, TahapTenggat.PENYELESAIAN)
    if baris is None:
        mulai_tenggat(laporan, TahapTenggat.PENYELESAIAN, hari)
        return
    if baris.dijeda_pada is None:
        return
    lama = lama_jeda(baris.dijeda_pada, hari, baca_kalender(baris.dijeda_pada, hari))
    baris.jeda_kerja += lama.hari_kerja
    baris.jeda_kalender += lama.hari_kalender
    baris.dijeda_pada = None
    baris.save(update_fields=["jeda_kerja", "jeda_kalender", "dijeda_pada"])
    _tetapkan(baris, kalender_untuk(baris.mulai, baris.batas_waktu, baris.jeda), "Menunggu pelapor melengkapi.")


def sesuaikan_aturan(laporan: Laporan) -> None:
    """The class was mended: the same clock by the rule that holds for it now."""
    baris, aturan = _berjalan(laporan, TahapTenggat.PENYELESAIAN), aturan_laporan(laporan, TahapTenggat.PENYELESAIAN)
    if baris is None or not aturan:
        return
    baris.aturan, baris.aturan_hukum = aturan[0], aturan[1] if len(aturan) > 1 else None
    baris.save(update_fields=["aturan", "aturan_hukum"])
    _tetapkan(baris, kalender_untuk(baris.mulai, baris.batas_waktu, baris.jeda), "Jenis penanganan diubah.")


def _tetapkan(baris: TenggatLaporan, kalender: Kalender, sebab: str) -> date | None:
    """Count a row again; returns the former last day when it changed, which stays in ``TenggatLama``."""
    semua = hitung_semua(baris.batas_waktu, baris.mulai, kalender, baris.jeda)
    lama, baris.batas = baris.batas, semua[0].akhir
    baris.sementara = any(satu.sementara for satu in semua)
    baris.save(update_fields=["batas", "sementara"])
    if lama == baris.batas:
        return None
    TenggatLama.objects.create(tenggat=baris, batas=lama, sebab=sebab)
    return lama


def hitung_ulang_tenggat() -> int:
    """After a change of the table of days off: open clocks only. Returns how many last days changed.

    Met and lapsed ones stay as they were judged. Each change keeps the former day, stands in the history of the report
    and is told to whoever holds it. Safe to run twice: the second run finds nothing to change.
    """
    kunci = list(TenggatLaporan.objects.berjalan().values_list("pk", "mulai", "batas"))
    if not kunci:
        return 0
    awal = min(mulai for _, mulai, _ in kunci)
    kalender = baca_kalender(awal, max(batas for *_, batas in kunci) + timedelta(days=220))
    return sum(_hitung_ulang(pk, kalender) for pk, *_ in kunci)


@transaction.atomic
def _hitung_ulang(pk: int, kalender: Kalender) -> bool:
    # The report first, as every step does, so that two never wait for each other.
    Laporan.objects.select_for_update(of=("self",)).get(tenggat=pk)
    baris: TenggatLaporan | None = (
        TenggatLaporan.objects.berjalan()
        .select_related("laporan__penangan", "aturan", "aturan_hukum")
        .filter(pk=pk)
        .first()
    )
    if baris is None:
        return False
    lama = _tetapkan(baris, kalender, "Daftar hari libur berubah.")
    if lama is None:
        return False
    laporan = baris.laporan
    isi = f"Semula {format_tanggal(lama)}, sekarang {format_tanggal(baris.batas)}. Daftar hari libur berubah."
    RiwayatLaporan.objects.create(
        laporan=laporan,
        saat=sekarang(),
        langkah=Langkah.HITUNG_ULANG.value,
        peran=Peran.SISTEM.value,
        dari=laporan.status,
        ke=laporan.status,
        teks=isi,
    )
    catat(
        pelaku=None,
        aksi="forum.laporan.hitung_ulang",
        objek=laporan,
        sebelum={"batas": lama},
        sesudah={"batas": baris.batas},
    )
    kabari_pemegang(laporan, f"tenggat:{baris.pk}:{baris.batas}", "tenggat dihitung ulang", isi)
    return True


def aturan_belum_diperiksa(baris: Sequence[TenggatLaporan]) -> bool:
    """Whether one of the rules behind these clocks is not compared with its regulation yet."""
    return any(not batas.terverifikasi for satu in baris for batas in satu.batas_waktu)
