"""«Kewajiban saya»: what one year asks of a person, each done, due, or without data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from kinerja.enums import StatusSKP
from kinerja.models import DialogKinerja, UmpanBalik
from kinerja.ringkasan.tahun import TahunSaya
from kinerja.ringkasan.umpan_balik import permintaan_untuk
from pelatihan.ringkasan import jp_satu
from rakumpit.organisasi.models import Pegawai

_DISETUJUI = {StatusSKP.DISETUJUI.value, StatusSKP.SELESAI.value}
BELUM_ADA_DATA = "Belum ada data"


@dataclass(frozen=True, slots=True)
class Kewajiban:
    """One line: ``beres`` is None where nothing is known yet, and then ``kata`` says so."""

    judul: str
    beres: bool | None
    kata: str
    tautan: str = ""


def kewajiban_saya(pegawai: Pegawai, isi: TahunSaya, hari: date) -> list[Kewajiban]:
    """Plan, results, dialog, feedback and training of a year; six queries beside ``isi``."""
    return [
        _skp(isi),
        _realisasi(isi, hari),
        _dialog(pegawai, isi.tahun),
        _umpan_balik(pegawai, isi.tahun, hari),
        _jp(pegawai, isi.tahun, hari),
    ]


def _skp(isi: TahunSaya) -> Kewajiban:
    tautan = reverse("kinerja:skp_daftar")
    if not isi.skp:
        return Kewajiban("SKP", False, "Belum dibuat", tautan)
    beres = any(satu.status in _DISETUJUI for satu in isi.skp)
    return Kewajiban("SKP", beres, "Disetujui" if beres else isi.skp[0].get_status_display(), tautan)


def _realisasi(isi: TahunSaya, hari: date) -> Kewajiban:
    mulai = [satu for satu in isi.bagian if satu.periode.mulai <= hari]
    diketik, terisi = sum(satu.diketik for satu in mulai), sum(satu.terisi for satu in mulai)
    if not diketik:
        return Kewajiban("Realisasi", None, BELUM_ADA_DATA)
    return Kewajiban(
        "Realisasi", terisi == diketik, f"{terisi} dari {diketik} terisi", reverse("kinerja:realisasi_daftar")
    )


def _dialog(pegawai: Pegawai, tahun: int) -> Kewajiban:
    """Done once a dialog of the year is confirmed by both sides (PermenPANRB 6/2022)."""
    tautan = reverse("kinerja:dialog_daftar")
    disahkan = list(
        DialogKinerja.objects.filter(pegawai=pegawai, tanggal__year=tahun).values_list("disahkan_pada", flat=True)
    )
    if not disahkan:
        return Kewajiban("Dialog kinerja", None, BELUM_ADA_DATA, tautan)
    if not any(disahkan):
        return Kewajiban("Dialog kinerja", False, "Menunggu disahkan", tautan)
    return Kewajiban("Dialog kinerja", True, f"{sum(satu is not None for satu in disahkan)} disahkan", tautan)


def _umpan_balik(pegawai: Pegawai, tahun: int, hari: date) -> Kewajiban:
    """Due while somebody waits for the person's answer; what was received is told beside it."""
    tautan = reverse("kinerja:umpan_balik_daftar")
    diminta = len(permintaan_untuk(pegawai.pengguna)) if pegawai.pengguna is not None and tahun == hari.year else 0
    if diminta:
        return Kewajiban("Umpan balik", False, f"{diminta} diminta dari Anda", tautan)
    diterima = (
        UmpanBalik.objects.terbuka().filter(pegawai=pegawai).dalam(date(tahun, 1, 1), date(tahun, 12, 31)).count()
    )
    if not diterima:
        return Kewajiban("Umpan balik", None, BELUM_ADA_DATA, tautan)
    return Kewajiban("Umpan balik", True, f"{diterima} diterima", tautan)


def _jp(pegawai: Pegawai, tahun: int, hari: date) -> Kewajiban:
    """Done at the yearly minimum; a PPPK has a limit and no minimum, so there is nothing to be done."""
    judul, tautan = "Jam pelajaran (JP)", reverse("pelatihan:saya")
    ringkasan = jp_satu(pegawai, hari if tahun == hari.year else date(tahun, 12, 31))
    if ringkasan.saldo is None:
        return Kewajiban(judul, None, BELUM_ADA_DATA, tautan)
    return Kewajiban(judul, ringkasan.saldo.terpenuhi, ringkasan.singkat, tautan)
