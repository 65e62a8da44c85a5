"""Whether a session is ready to begin: what the office should look at, in sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from forum.enums.sesi import StatusUndangan
from forum.models import AturanForum, SesiForum
from forum.perhitungan.sesi import lebih_menit, unsur_kurang
from rakumpit.organisasi.kalender import libur_antara
from rakumpit.waktu import format_tanggal, hari_ini, hitung_hari_kerja

_DIUNDANG = [satu.value for satu in StatusUndangan if satu is not StatusUndangan.DRAF]


@dataclass(frozen=True, slots=True)
class Kesiapan:
    """``kurang``: sentences to be confirmed before beginning; ``unsur_tanpa_undangan``: codes of required elements;
    ``lebih_menit``: by how much the agenda is longer than the session; ``hari_kirim``: working days before the session
    on which invitations are mailed; ``terverifikasi``: whether the notice rule was checked with the regulation."""

    kurang: tuple[str, ...]
    unsur_tanpa_undangan: tuple[str, ...]
    lebih_menit: int
    hari_undangan: int
    hari_kirim: int
    terverifikasi: bool


def hari_kerja_sebelum(dari: date, sampai: date) -> int:
    """Working days after ``dari`` up to ``sampai``, that day with them."""
    return hitung_hari_kerja(dari, sampai, libur_antara(min(dari, sampai), sampai))


def kurang_untuk_undangan(sesi: SesiForum) -> tuple[str, ...]:
    """Why the invitations are not mailed yet; empty when they may go. Three queries."""
    wajib = dict(sesi.unsur_wajib.values_list("kode", "nama"))
    tertulis = sesi.undangan.values_list("unsur__kode", flat=True).distinct()
    kurang = [f"belum ada undangan untuk unsur {wajib[kode]}" for kode in unsur_kurang(list(wajib), list(tertulis))]
    if not (sesi.tempat or sesi.tautan):
        kurang.append("tempat atau tautannya belum ditulis")
    if not sesi.agenda.filter(tetap=False).exists():
        kurang.append("susunan acaranya belum ditulis")
    return tuple(kurang)


def kesiapan(sesi: SesiForum) -> Kesiapan:
    """Look at invitations, notice and agenda of a session; five queries."""
    aturan = AturanForum.pada(sesi.hari)
    wajib = dict(sesi.unsur_wajib.values_list("kode", "nama"))
    undangan = list(sesi.undangan.filter(status__in=_DIUNDANG).values_list("unsur__kode", "dikirim_pada"))
    kosong = unsur_kurang(list(wajib), [kode for kode, _ in undangan])
    kurang = [f"belum ada undangan terkirim untuk unsur {wajib[kode]}" for kode in kosong]
    terakhir = max((dikirim for _, dikirim in undangan if dikirim), default=None)
    if terakhir is not None and hari_kerja_sebelum(terakhir, sesi.hari) < aturan.hari_undangan:
        kurang.append(
            f"undangan terakhir dikirim {format_tanggal(terakhir)}, kurang dari {aturan.hari_undangan} hari kerja "
            "sebelum sesi"
        )
    elif terakhir is None and not kosong and hari_kerja_sebelum(hari_ini(), sesi.hari) < aturan.hari_undangan:
        kurang.append("belum ada undangan terkirim")
    lebih = lebih_menit(sesi.agenda.values_list("durasi_menit", flat=True), sesi.lama_menit)
    return Kesiapan(
        tuple(kurang), tuple(kosong), lebih, aturan.hari_undangan, aturan.hari_kirim_undangan, aturan.terverifikasi
    )
