"""What is due when, by role: one list of days for the calendar page and its file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse

from kinerja.models import HasilDiterima, Keberatan, Periode
from kinerja.permissions import PeranKeberatan, boleh_mengelola, keberatan_terbuka_untuk, memimpin
from kinerja.permissions.dukungan import permintaan_menunggu
from kinerja.ringkasan.tugas import pegawai_dinilai
from kinerja.ringkasan.unit import batas_skp
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import tanggal_lokal

# How far the calendar looks back and ahead.
HARI_LALU = 31
HARI_DEPAN = 366


@dataclass(frozen=True, slots=True)
class HariPenting:
    """One day: ``kunci`` names it in the calendar file, ``untuk`` says in which role the reader has it."""

    kunci: str
    tanggal: date
    judul: str
    untuk: str
    tautan: str
    belum_diperiksa: bool = False


def hari_penting(pengguna: Pengguna, hari: date) -> list[HariPenting]:
    """Days from a month ago until a year ahead, in order; a fixed number of queries."""
    awal, akhir = hari - timedelta(days=HARI_LALU), hari + timedelta(days=HARI_DEPAN)
    pegawai = pegawai_dinilai(pengguna)
    pemimpin = memimpin(pengguna)
    pengelola = boleh_mengelola(pengguna)
    hasil: list[HariPenting] = []
    if pegawai is not None:
        hasil += [*_skp(awal, akhir), *_mengajukan_keberatan(pegawai, awal, akhir)]
    for periode in _periode(awal, akhir):
        if pegawai is not None and pegawai.status in periode.berlaku_untuk:
            hasil.append(_mengisi(periode))
        if pemimpin or pengelola:
            hasil += _dihitung(periode, pengelola=pengelola)
    if pemimpin or pengelola:
        hasil += _memutus_keberatan(pengguna)
    hasil += [
        HariPenting(
            f"dukungan-{satu.uuid}",
            satu.tenggat,
            "Jawab permintaan dukungan",
            "Tim saya",
            reverse("kinerja:dukungan", args=[satu.uuid]),
        )
        for satu in (permintaan_menunggu(pengguna) if pemimpin else [])
    ]
    return sorted(
        (satu for satu in hasil if awal <= satu.tanggal <= akhir), key=lambda satu: (satu.tanggal, satu.judul)
    )


def _periode(awal: date, akhir: date) -> list[Periode]:
    dekat = Q(batas_isi__range=(awal, akhir)) | Q(dibuka_kembali_sampai__range=(awal, akhir))
    return list(Periode.objects.filter(dekat | Q(jalan_pada__date__range=(awal, akhir))).order_by("selesai", "pk"))


def _skp(awal: date, akhir: date) -> list[HariPenting]:
    return [
        HariPenting(
            f"skp-{tahun}",
            batas_skp(tahun),
            f"Tenggat SKP {tahun} disetujui",
            "Pekerjaan saya",
            reverse("kinerja:skp_daftar"),
            belum_diperiksa=True,
        )
        for tahun in range(awal.year, akhir.year + 1)
    ]


def _mengisi(periode: Periode) -> HariPenting:
    batas = max(periode.batas_isi, periode.dibuka_kembali_sampai or periode.batas_isi)
    tautan = f"{reverse('kinerja:realisasi_daftar')}?periode={periode.kode}"
    return HariPenting(
        f"realisasi-{periode.uuid}", batas, f"Hari terakhir mengisi realisasi {periode}", "Pekerjaan saya", tautan
    )


def _mengajukan_keberatan(pegawai: Pegawai, awal: date, akhir: date) -> list[HariPenting]:
    """Last days of results to which no objection was made, as counted on delivery (PP 30/2019 Pasal 59)."""
    baris = (
        HasilDiterima.objects.filter(
            evaluasi__pegawai=pegawai,
            evaluasi__terbaru=True,
            evaluasi__keberatan=None,
            batas_keberatan__range=(awal, akhir),
        )
        .order_by("pk")
        .values_list("evaluasi__uuid", "evaluasi__periode__nama", "batas_keberatan", "aturan__terverifikasi")
    )
    return [
        HariPenting(
            f"keberatan-{kode}",
            batas,
            f"Hari terakhir mengajukan keberatan atas hasil {nama}",
            "Pekerjaan saya",
            reverse("kinerja:evaluasi", args=[kode]),
            belum_diperiksa=not diperiksa,
        )
        for kode, nama, batas, diperiksa in baris
        if batas is not None
    ]


def _memutus_keberatan(pengguna: Pengguna) -> list[HariPenting]:
    """Last days of open objections that the reader decides, or whose decision the reader copies from a letter."""
    untuk = {PeranKeberatan.PEMUTUS: "Tim saya", PeranKeberatan.PENCATAT: "Pengelolaan"}
    return [
        HariPenting(
            f"putusan-{satu.uuid}",
            satu.batas_putusan,
            f"Hari terakhir memutus keberatan {satu.evaluasi.pegawai.nama}",
            untuk[peran],
            reverse("kinerja:keberatan", args=[satu.uuid]),
            belum_diperiksa=not _aturan_diperiksa(satu),
        )
        for satu, peran in keberatan_terbuka_untuk(pengguna)
        if peran in untuk
    ]


def _aturan_diperiksa(keberatan: Keberatan) -> bool:
    aturan = keberatan.evaluasi.penyampaian.aturan
    return aturan is not None and aturan.terverifikasi


def _dihitung(periode: Periode, *, pengelola: bool) -> list[HariPenting]:
    """From this day on proposals can be looked at and decided."""
    if periode.jalan_pada is None:
        return []
    tautan = reverse("kinerja:run_daftar") if pengelola else f"{reverse('kinerja:tim')}"
    untuk = "Pengelolaan" if pengelola else "Tim saya"
    hari = tanggal_lokal(periode.jalan_pada)
    return [HariPenting(f"hitung-{periode.uuid}", hari, f"Usulan {periode} dihitung, lalu dinilai", untuk, tautan)]
