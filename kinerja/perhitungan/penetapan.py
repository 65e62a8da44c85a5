"""Days of a plan: which it may hold, and until when it is set."""

from __future__ import annotations

from datetime import date

from kinerja.perhitungan.tenggat import akhir_bulan, tambah_bulan
from rakumpit.waktu import format_tanggal


def periksa_masa_skp(mulai: date, selesai: date) -> str | None:
    """What is wrong with the days of a plan; None when they are right.

    A plan is set each January for that year, and again with a new post (BKN Pekanbaru); its yearly evaluation needs
    all of its year in plans of that year.
    """
    if selesai < mulai:
        return "Tanggal selesai mendahului tanggal mulai."
    if selesai.year != mulai.year:
        akhir, awal = date(mulai.year, 12, 31), date(mulai.year + 1, 1, 1)
        return (
            f"SKP berlaku dalam satu tahun. Isi tanggal selesai paling lambat {format_tanggal(akhir)}, "
            f"lalu buat SKP baru mulai {format_tanggal(awal)}."
        )
    return None


def batas_penetapan(mulai: date, bulan: int) -> date:
    """Last day on which a plan that begins on ``mulai`` is set in time: the end of its ``bulan``-th month.

    For a plan of the whole year and 1 that is 31 January (BKN Pekanbaru, under older rules; the exact last day under
    PermenPANRB 6/2022 was not found, so pages say «Belum diperiksa dengan peraturan»). A plan after a move begins with
    the new post and gets as many months by analogy.
    """
    return akhir_bulan(tambah_bulan(mulai, bulan - 1))
