"""Steps of who handles a report: begin, return, tell, answer, close."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from forum.enums.laporan import TEMPLAT_JAWABAN, HasilLaporan, Kanal, Langkah, Peran, StatusDisposisi
from forum.enums.tenggat import TahapTenggat
from forum.models import Disposisi, Laporan
from forum.perhitungan.laporan import hanya_diteruskan, templat_belum_diubah
from forum.permissions.laporan import boleh_menangani, boleh_menutup, diadukan
from forum.proses import tenggat
from forum.proses.kabar_laporan import akun_pengelola, kabari
from forum.proses.laporan_dasar import ambil, kunci_laporan, periksa_versi, pindah, wajib
from forum.ringkasan.tenggat import hitung_dari
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import format_tanggal, hari_ini


@transaction.atomic
def mulai(*, laporan: Laporan, oleh: Pengguna, versi: int) -> Laporan:
    """Begin to work on it; after an objection, begin again."""
    baris = ambil(laporan, langkah=Langkah.MULAI, oleh=oleh, versi=versi, boleh=boleh_menangani)
    return pindah(baris, Langkah.MULAI, peran=Peran.PETUGAS, oleh=oleh)


@transaction.atomic
def kembalikan(*, laporan: Laporan, oleh: Pengguna, versi: int, alasan: str) -> Laporan:
    """Give it back to the pengelola with a reason; the clock goes on."""
    alasan = wajib(alasan, "Tulis alasan mengembalikan.")
    baris = ambil(laporan, langkah=Langkah.KEMBALIKAN, oleh=oleh, versi=versi, boleh=boleh_menangani)
    _akhiri_disposisi(baris, StatusDisposisi.DIKEMBALIKAN, alasan)
    baris = pindah(baris, Langkah.KEMBALIKAN, peran=Peran.PETUGAS, oleh=oleh, catatan=alasan, unit=None, penangan=None)
    kabari(akun_pengelola(), baris, f"kembali:{baris.versi}", "dikembalikan unit", "Teruskan ke unit lain.")
    return baris


def _akhiri_disposisi(laporan: Laporan, status: StatusDisposisi, alasan: str = "") -> None:
    Disposisi.objects.filter(laporan=laporan, status=StatusDisposisi.TERBUKA.value).update(
        status=status.value, alasan_kembali=alasan
    )


@transaction.atomic
def jawab(*, laporan: Laporan, oleh: Pengguna, versi: int, teks: str, hasil: str = "") -> Laporan:
    """Answer, and say whether something was repaired; without ``hasil`` it is only news on the way.

    A text that says no more than that the report was passed on is kept as news: it does not meet the deadline.
    ``ValidationError`` for a template that was not filled in.
    """
    teks = wajib(teks, "Tulis jawaban untuk pelapor.")
    if templat_belum_diubah(teks, TEMPLAT_JAWABAN):
        raise ValidationError("Jawaban masih berupa contoh. Isi bagian dalam kurung siku, lalu kirim.")
    langkah = Langkah.JAWAB if hasil and not hanya_diteruskan(teks) else Langkah.KABAR
    baris = ambil(laporan, langkah=langkah, oleh=oleh, versi=versi, boleh=boleh_menangani)
    if langkah == Langkah.KABAR:
        if not hanya_diteruskan(teks):
            tenggat.penuhi(baris, TahapTenggat.TINDAK_LANJUT, hari_ini())
        return pindah(baris, langkah, peran=Peran.PETUGAS, oleh=oleh, teks=teks)
    if hasil not in set(HasilLaporan):
        raise ValidationError("Pilih apakah ada perbaikan.")
    baris = pindah(baris, langkah, peran=Peran.PETUGAS, oleh=oleh, teks=teks, hasil=hasil, dijawab_pada=hari_ini())
    tenggat.penuhi(baris, TahapTenggat.TINDAK_LANJUT, hari_ini())
    tenggat.penuhi(baris, TahapTenggat.PENYELESAIAN, hari_ini())
    tenggat.mulai_tenggat(baris, TahapTenggat.PEMBERITAHUAN, hari_ini())
    if baris.kanal == Kanal.DARING:
        # Who wrote here reads it here, from this moment on.
        tenggat.penuhi(baris, TahapTenggat.PEMBERITAHUAN, hari_ini())
    return baris


@transaction.atomic
def perpanjang(*, laporan: Laporan, oleh: Pengguna, versi: int, alasan: str) -> Laporan:
    """Lengthen the time for the answer once, with a reason that the applicant reads (UU 14/2008).

    Before the time is over: an extension that is told afterwards is a late answer.
    """
    alasan = wajib(alasan, "Tulis alasan memperpanjang. Pemohon membacanya.")
    baris = _di_kantor(laporan, oleh, versi)
    satu = tenggat.panjangkan(baris, hari_ini())
    teks = f"Jawaban paling lambat {format_tanggal(satu.batas)}. Alasannya: {alasan}"
    return pindah(baris, Langkah.PERPANJANG, peran=Peran.PETUGAS, oleh=oleh, teks=teks)


@transaction.atomic
def sampaikan(*, laporan: Laporan, oleh: Pengguna, versi: int, cara: str, pada: date) -> Laporan:
    """Record how and when the answer was told to who did not write here; it meets the limit of telling."""
    cara = wajib(cara, "Tulis bagaimana jawaban disampaikan.")
    baris = _di_kantor(laporan, oleh, versi)
    jam = tenggat.yang_berjalan(baris, TahapTenggat.PEMBERITAHUAN)
    if jam is None:
        raise ValidationError("Tidak ada jawaban yang menunggu disampaikan pada laporan ini.")
    if not jam.mulai <= pada <= hari_ini():
        raise ValidationError(
            {"pada": f"Tanggalnya dari {format_tanggal(jam.mulai)}, hari jawaban, sampai hari ini. Periksa lagi."}
        )
    tenggat.penuhi(baris, TahapTenggat.PEMBERITAHUAN, pada)
    return pindah(baris, Langkah.SAMPAIKAN, peran=Peran.PETUGAS, oleh=oleh, catatan=f"{format_tanggal(pada)}: {cara}")


def _di_kantor(laporan: Laporan, oleh: Pengguna, versi: int) -> Laporan:
    """The locked row for a step that does not move it. ``PermissionDenied``, ``ValidationError`` for the version."""
    baris = kunci_laporan(laporan)
    if not boleh_menutup(oleh, baris) or diadukan(oleh, baris):
        raise PermissionDenied
    periksa_versi(baris, versi)
    return baris


def boleh_ditutup_sesudah(laporan: Laporan) -> date | None:
    """Last day of waiting for a reply after the answer; a reply begins it anew. None without an answer or a rule."""
    if laporan.diam_sejak is None:
        return None
    hitungan = hitung_dari(laporan, TahapTenggat.BALASAN, laporan.diam_sejak)
    return hitungan.akhir if hitungan else None


@transaction.atomic
def tutup(*, laporan: Laporan, oleh: Pengguna, versi: int) -> Laporan:
    """Close an answered report after so many working days of silence. The outcome is the one told with the answer."""
    baris = ambil(laporan, langkah=Langkah.SELESAI, oleh=oleh, versi=versi, boleh=boleh_menutup)
    batas = boleh_ditutup_sesudah(baris)
    if batas is not None and hari_ini() <= batas:
        raise ValidationError(f"Pelapor masih dapat membalas sampai {format_tanggal(batas)}. Tutup sesudah hari itu.")
    return selesaikan(baris, Langkah.SELESAI, Peran.PETUGAS, oleh)


def selesaikan(baris: Laporan, langkah: Langkah, peran: Peran, oleh: Pengguna | None = None) -> Laporan:
    """Move a locked, answered report to its end."""
    _akhiri_disposisi(baris, StatusDisposisi.SELESAI)
    return pindah(baris, langkah, peran=peran, oleh=oleh, ditutup_pada=hari_ini())


def lepaskan(baris: Laporan) -> None:
    """End the forwarding of a report that was withdrawn."""
    _akhiri_disposisi(baris, StatusDisposisi.SELESAI)
