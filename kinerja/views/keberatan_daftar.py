"""The list of objections: those on which the reader decides, and all of them for the pengelola."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kinerja.enums import KEBERATAN_TERBUKA
from kinerja.models import BerkasKeberatan, Keberatan
from kinerja.permissions import (
    TERKAIT_KEBERATAN,
    boleh_mengelola,
    keberatan_diputus_oleh,
    memimpin,
    pemutus_keberatan,
    peta_atasan,
)
from kinerja.views.ambil import akun
from kinerja.views.keberatan import JENIS_KEBERATAN
from rakumpit.bacaan import banyak
from rakumpit.menunggu import Tenggat, keadaan_tenggat
from rakumpit.organisasi.kalender import libur_antara
from rakumpit.organisasi.models import Pegawai, PejabatLuar
from rakumpit.organisasi.nama import nama_urut
from rakumpit.organisasi.perhitungan import Pemegang
from rakumpit.tertahan import wajib_masuk
from rakumpit.waktu import hari_ini

PER_HALAMAN = 25


@dataclass(frozen=True, slots=True)
class KeberatanTampil:
    """One line; ``tenggat`` only while it is open."""

    keberatan: Keberatan
    jenis: str
    pemutus: str
    tenggat: Tenggat | None


@wajib_masuk
@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Open ones by due day; the same number of queries for 1 and for 25 lines."""
    pengguna = akun(request)
    mengelola = boleh_mengelola(pengguna)
    if not mengelola and not memimpin(pengguna):
        raise Http404
    semua = Keberatan.objects.all()
    if not mengelola:
        semua = semua.filter(Q(pk__in=keberatan_diputus_oleh(pengguna)) | Q(ditutup_oleh=pengguna))
    cari = request.GET.get("q", "").strip()
    if cari:
        semua = semua.filter(evaluasi__pegawai__nama_urut__contains=nama_urut(cari))
    tutup = request.GET.get("keadaan") == "selesai"
    terbuka = Q(status__in=KEBERATAN_TERBUKA)
    jumlah = {False: semua.filter(terbuka).count(), True: semua.exclude(terbuka).count()}
    tampil = semua.exclude(terbuka) if tutup else semua.filter(terbuka)
    urut = ("-ditutup_pada", "-pk") if tutup else ("batas_putusan", "pk")
    jumlah_berkas = banyak(BerkasKeberatan.objects.filter(keberatan=OuterRef("pk")), "keberatan")
    tampil = tampil.order_by(*urut).annotate(jumlah_berkas=jumlah_berkas).select_related(*TERKAIT_KEBERATAN)
    halaman = Paginator(tampil.defer("evaluasi__bahan", "evaluasi__rincian"), PER_HALAMAN).get_page(
        request.GET.get("page")
    )
    tetap = {"q": cari} if cari else {}
    return render(
        request,
        "kinerja/keberatan_daftar.html",
        {
            "halaman": halaman,
            "daftar": _tampil(halaman.object_list),
            "q": cari,
            "tutup": tutup,
            "tab": [
                ("Belum diputus", f"?{urlencode(tetap)}", not tutup, jumlah[False]),
                ("Selesai", f"?{urlencode(tetap | {'keadaan': 'selesai'})}", tutup, jumlah[True]),
            ],
        },
    )


def _tampil(semua: Iterable[Keberatan]) -> list[KeberatanTampil]:
    baris = list(semua)
    peta, hari = peta_atasan(), hari_ini()
    pemutus = {satu.pk: pemutus_keberatan(satu.evaluasi, peta) for satu in baris if satu.terbuka}
    nama = _nama(satu for satu in pemutus.values() if satu is not None)
    libur = libur_antara(min((satu.batas_putusan for satu in baris), default=hari), hari)
    hasil = []
    for satu in baris:
        pejabat = pemutus.get(satu.pk)
        hasil.append(
            KeberatanTampil(
                keberatan=satu,
                jenis=JENIS_KEBERATAN[satu.status],
                pemutus=satu.pemutus_nama or (nama.get(_kunci(pejabat), "") if pejabat is not None else ""),
                tenggat=keadaan_tenggat(satu.batas_putusan, hari, libur) if satu.terbuka else None,
            )
        )
    return hasil


def _kunci(pemegang: Pemegang) -> tuple[int | None, int | None]:
    return pemegang.pegawai_id, pemegang.pejabat_luar_id


def _nama(pemegang: Iterable[Pemegang]) -> dict[tuple[int | None, int | None], str]:
    """Names of the officials, by two queries."""
    semua = list(pemegang)
    pegawai: Any = Pegawai.objects.filter(pk__in={satu.pegawai_id for satu in semua if satu.pegawai_id})
    luar: Any = PejabatLuar.objects.filter(pk__in={satu.pejabat_luar_id for satu in semua if satu.pejabat_luar_id})
    hasil: dict[tuple[int | None, int | None], str] = {
        (pk, None): nama for pk, nama in pegawai.values_list("pk", "nama")
    }
    return hasil | {(None, pk): nama for pk, nama in luar.values_list("pk", "nama")}
