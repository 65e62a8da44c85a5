"""What is due when, by role: one list of days for the calendar page and its file."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse

from kinerja.models import HasilDiterima, Keberatan, Periode
from kinerja.permissions import (
    PeranKeberatan,
    PetaAtasan,
    boleh_mengelola,
    keberatan_terbuka_untuk,
    memimpin,
    peta_atasan,
)
from kinerja.permissions.dukungan import permintaan_menunggu
from kinerja.ringkasan.tugas import pegawai_dinilai
from kinerja.ringkasan.unit import batas_skp, pilihan_semua
from rakumpit.menunggu import BATAS_RUMPUN
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
        peta = peta_atasan()
        hasil += [*_memutus_keberatan(pengguna, peta), *_menjawab_dukungan(pengguna, peta)]
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
            batas,
            f"Tenggat SKP {tahun} disetujui",
            "Pekerjaan saya",
            reverse("kinerja:skp_daftar"),
            belum_diperiksa=True,
        )
        for tahun, batas in batas_skp(range(awal.year, akhir.year + 1), pilihan_semua()).items()
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


def _memutus_keberatan(pengguna: Pengguna, peta: PetaAtasan) -> list[HariPenting]:
    """Last days of open objections that the reader decides, or whose decision the reader copies from a letter."""
    untuk = {PeranKeberatan.PEMUTUS: "Tim saya", PeranKeberatan.PENCATAT: "Pengelolaan"}
    peran = {pk: satu for pk, satu in keberatan_terbuka_untuk(pengguna, peta).items() if satu in untuk}
    if not peran:
        return []
    baris = Keberatan.objects.filter(pk__in=peran).values_list(
        *("pk", "uuid", "batas_putusan", "evaluasi__pegawai__nama", "evaluasi__penyampaian__aturan__terverifikasi")
    )
    return _bersama(
        [
            HariPenting(
                f"putusan-{kode}",
                batas,
                f"Hari terakhir memutus keberatan {nama}",
                untuk[peran[pk]],
                reverse("kinerja:keberatan", args=[kode]),
                belum_diperiksa=not diperiksa,
            )
            for pk, kode, batas, nama, diperiksa in baris
        ],
        "putusan",
        "Hari terakhir memutus {jumlah} keberatan",
        reverse("kinerja:keberatan_daftar"),
    )


def _menjawab_dukungan(pengguna: Pengguna, peta: PetaAtasan) -> list[HariPenting]:
    return _bersama(
        [
            HariPenting(
                f"dukungan-{kode}",
                tenggat,
                "Jawab permintaan dukungan",
                "Tim saya",
                reverse("kinerja:dukungan", args=[kode]),
            )
            for kode, tenggat in permintaan_menunggu(pengguna, "uuid", "tenggat", peta=peta)
        ],
        "dukungan",
        "Jawab {jumlah} permintaan dukungan",
        reverse("kinerja:dukungan_masuk"),
    )


def _bersama(hari: list[HariPenting], kunci: str, judul: str, tautan: str) -> list[HariPenting]:
    """The same days; ``BATAS_RUMPUN`` or more of one day and role are one line that leads to their list."""
    kelompok: dict[tuple[date, str], list[HariPenting]] = defaultdict(list)
    for satu in hari:
        kelompok[satu.tanggal, satu.untuk].append(satu)
    hasil: list[HariPenting] = []
    for (tanggal, untuk), semua in kelompok.items():
        if len(semua) < BATAS_RUMPUN:
            hasil += semua
            continue
        belum = any(satu.belum_diperiksa for satu in semua)
        hasil.append(
            HariPenting(
                f"{kunci}-{tanggal:%Y%m%d}-{untuk.split()[0].lower()}",
                tanggal,
                judul.format(jumlah=len(semua)),
                untuk,
                tautan,
                belum,
            )
        )
    return hasil


def _dihitung(periode: Periode, *, pengelola: bool) -> list[HariPenting]:
    """From this day on proposals can be looked at and decided."""
    if periode.jalan_pada is None:
        return []
    tautan = reverse("kinerja:run_daftar") if pengelola else f"{reverse('kinerja:tim')}"
    untuk = "Pengelolaan" if pengelola else "Tim saya"
    hari = tanggal_lokal(periode.jalan_pada)
    return [HariPenting(f"hitung-{periode.uuid}", hari, f"Usulan {periode} dihitung, lalu dinilai", untuk, tautan)]
