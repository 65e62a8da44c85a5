"""The clocks of a report: started, stopped, met, and counted again when the table of days off changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction

from forum.enums.laporan import Langkah, Peran
from forum.enums.tenggat import TahapTenggat
from forum.models import Laporan, RiwayatLaporan, TenggatLama, TenggatLaporan
from forum.perhitungan.tenggat import Kalender, hitung_semua, lama_jeda
from forum.proses.kabar_laporan import kabari_pemegang
from forum.ringkasan.tenggat import aturan_laporan, baca_kalender, kalender_untuk
from rakumpit.audit.models import catat
from rakumpit.waktu import format_tanggal, sekarang

# What stands still while the reporter completes.
_SEJAK_LENGKAP = (TahapTenggat.PENYELESAIAN, TahapTenggat.TINDAK_LANJUT)
TAHAP_KANTOR = (TahapTenggat.VERIFIKASI.value, TahapTenggat.PENYELESAIAN.value)


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


def yang_berjalan(laporan: Laporan, tahap: TahapTenggat) -> TenggatLaporan | None:
    """The running clock of a step."""
    return TenggatLaporan.objects.berjalan().filter(laporan=laporan, tahap=tahap.value).first()


def penuhi(laporan: Laporan, tahap: TahapTenggat, hari: date) -> None:
    """The step was done; a clock that is not running stays as it is."""
    TenggatLaporan.objects.berjalan().filter(laporan=laporan, tahap=tahap.value).update(terpenuhi_pada=hari)


def gugurkan(laporan: Laporan, hari: date) -> None:
    """The report ended another way: its running clocks mean nothing any more."""
    TenggatLaporan.objects.berjalan().filter(laporan=laporan).update(gugur_pada=hari)


def jeda(laporan: Laporan, hari: date) -> None:
    """Stop the clocks of the answer and of the plan for it while the reporter completes."""
    TenggatLaporan.objects.berjalan().filter(
        laporan=laporan, tahap__in=[satu.value for satu in _SEJAK_LENGKAP], dijeda_pada__isnull=True
    ).update(dijeda_pada=hari)


def lanjutkan_atau_mulai(laporan: Laporan, hari: date) -> None:
    """The file is complete: clocks go on where they stopped, or begin today. The plan for the answer is made once."""
    for tahap in _SEJAK_LENGKAP:
        baris = yang_berjalan(laporan, tahap)
        if baris is not None:
            _lanjutkan(baris, hari)
        elif tahap == TahapTenggat.PENYELESAIAN or not _pernah(laporan, tahap):
            mulai_tenggat(laporan, tahap, hari)


def _pernah(laporan: Laporan, tahap: TahapTenggat) -> bool:
    return TenggatLaporan.objects.filter(laporan=laporan, tahap=tahap.value).exists()


def _lanjutkan(baris: TenggatLaporan, hari: date) -> None:
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
    baris, aturan = (
        yang_berjalan(laporan, TahapTenggat.PENYELESAIAN),
        aturan_laporan(laporan, TahapTenggat.PENYELESAIAN),
    )
    if baris is None or not aturan:
        return
    baris.aturan, baris.aturan_hukum = aturan[0], aturan[1] if len(aturan) > 1 else None
    if not aturan_laporan(laporan, TahapTenggat.PERPANJANGAN):
        baris.aturan_panjang = None
    baris.save(update_fields=["aturan", "aturan_hukum", "aturan_panjang"])
    _tetapkan(baris, kalender_untuk(baris.mulai, baris.batas_waktu, baris.jeda), "Jenis penanganan diubah.")


def panjangkan(laporan: Laporan, hari: date) -> TenggatLaporan:
    """Lengthen the running clock of the answer by the rule of extensions, once for a report.

    ``ValidationError`` where no rule allows it, when the time is already over, or the second time.
    """
    aturan = aturan_laporan(laporan, TahapTenggat.PERPANJANGAN)
    baris = yang_berjalan(laporan, TahapTenggat.PENYELESAIAN)
    if not aturan or baris is None:
        raise ValidationError("Tenggat laporan ini tidak dapat diperpanjang: tidak ada aturan perpanjangan untuknya.")
    if TenggatLaporan.objects.filter(laporan=laporan, aturan_panjang__isnull=False).exists():
        raise ValidationError("Tenggat laporan ini sudah diperpanjang. Perpanjangan hanya satu kali.")
    if hari > baris.batas:
        raise ValidationError(
            f"Tenggat {format_tanggal(baris.batas)} sudah lewat. Perpanjangan diberitahukan sebelum tenggat berakhir."
        )
    baris.aturan_panjang = aturan[0]
    baris.save(update_fields=["aturan_panjang"])
    _tetapkan(baris, kalender_untuk(baris.mulai, baris.batas_waktu, baris.jeda), "Diperpanjang satu kali.")
    return baris


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
        .select_related("laporan__penangan", "aturan", "aturan_hukum", "aturan_panjang")
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
