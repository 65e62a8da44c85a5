"""Training of a year for those who lead, and the same lists as Excel."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pelatihan.models import RiwayatJP
from pelatihan.ringkasan.rekap import JUDUL_TIM, RekapPelatihan, baris_tim, rekap_pelatihan
from pelatihan.views.formulir import akun, pegawai_sendiri
from rakumpit.berkas import unduhan_jadi
from rakumpit.lembar import LembarTulis, tulis_buku, tulis_xlsx
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.tertahan import wajib_masuk
from rakumpit.waktu import hari_ini

_TAHUN_AWAL = 2020


def _pemimpin(request: HttpRequest) -> Pengguna:
    """Who has people below, administers or inspects; 404 for others."""
    pengguna = akun(request)
    orang = Pegawai.objects.terlihat_oleh(pengguna).exclude(pengguna=pengguna).ber_skp().aktif_pada(hari_ini())
    if not (pengguna.pengelola or pengguna.pemeriksa) and not orang.exists():
        raise Http404
    return pengguna


def _tahun(request: HttpRequest) -> int:
    kini = hari_ini().year
    teks = request.GET.get("tahun", "")
    tahun = int(teks) if teks.isascii() and teks.isdigit() and len(teks) <= 4 else kini
    return tahun if _TAHUN_AWAL <= tahun <= kini else kini


@wajib_masuk
@require_safe
def rekap(request: HttpRequest) -> HttpResponse:
    """Plan against realisation, budget, coverage and effect of one year."""
    pengguna = _pemimpin(request)
    tahun = _tahun(request)
    kini = hari_ini().year
    isi = {"rekap": rekap_pelatihan(pengguna, tahun), "pilihan": range(kini, max(_TAHUN_AWAL, kini - 4) - 1, -1)}
    return render(request, "pelatihan/rekap.html", isi)


@wajib_masuk
@require_safe
def rekap_unduh(request: HttpRequest) -> HttpResponse:
    """The same as a workbook."""
    pengguna = _pemimpin(request)
    satu = rekap_pelatihan(pengguna, _tahun(request))
    lembar = [
        LembarTulis("Ringkasan", _ringkasan(satu), (44, 18), kepala=1),
        LembarTulis("Cakupan", _cakupan(satu), (18, 44, 12, 12, 12), kepala=1),
    ]
    return unduhan_jadi(tulis_buku(lembar), f"pelatihan-{satu.tahun}", "xlsx")


def _ringkasan(satu: RekapPelatihan) -> list[Sequence[object]]:
    biaya, dampak = satu.biaya, satu.dampak
    return [
        ("Ukuran", "Nilai"),
        ("Tahun", satu.tahun),
        ("Baris rencana yang ditetapkan", satu.rencana),
        ("Baris rencana yang sudah diikuti", satu.terealisasi),
        ("Anggaran dalam rencana (rupiah)", satu.anggaran_rencana),
        ("JP tercatat", satu.jp),
        *((f"Kegiatan: {nama.lower()}", banyak) for nama, banyak in satu.kegiatan),
        ("Anggaran kegiatan (rupiah)", biaya.rencana),
        ("Terpakai (rupiah)", biaya.realisasi),
        ("Biaya per peserta (rupiah)", biaya.per_peserta),
        ("Biaya per JP (rupiah)", biaya.per_jp),
        ("Kegiatan selesai", dampak.selesai),
        ("Kegiatan dengan perilaku yang disepakati", dampak.disepakati),
        ("Jawaban perilaku", dampak.jawaban),
        ("Jawaban perilaku yang diminta", dampak.diminta),
        ("Jawaban perilaku yang terlambat", dampak.terlambat),
        ("Hasil yang sudah disimpulkan", dampak.disimpulkan),
    ]


def _cakupan(satu: RekapPelatihan) -> list[Sequence[object]]:
    kelompok = (
        ("Semua", (satu.orang,)),
        ("Jenis kelamin", satu.kelamin),
        ("Jenis pegawai", satu.jenis),
        ("Unit", satu.unit),
    )
    return [
        ("Menurut", "Kelompok", "Orang", "Ikut", "Persen"),
        *((apa, baris.nama, baris.orang, baris.ikut, baris.persen) for apa, semua in kelompok for baris in semua),
    ]


@wajib_masuk
@require_safe
def tim_unduh(request: HttpRequest) -> HttpResponse:
    """People below the reader, as the team page shows them."""
    pengguna = _pemimpin(request)
    return unduhan_jadi(tulis_xlsx([JUDUL_TIM, *baris_tim(pengguna)], nama_lembar="Tim"), "pelatihan-tim", "xlsx")


@wajib_masuk
@require_safe
def saya_unduh(request: HttpRequest) -> HttpResponse:
    """The reader's own entries of the ledger, the voided ones with their reason."""
    pegawai = pegawai_sendiri(akun(request))
    semua = RiwayatJP.objects.filter(pegawai=pegawai).select_related("bentuk").order_by("-selesai", "-pk")
    judul = ("Kegiatan", "Bentuk", "Penyelenggara", "Nomor", "Mulai", "Selesai", "JP", "Cara menghitung", "Dibatalkan")
    baris = [
        (
            *(satu.judul, satu.bentuk.nama, satu.penyelenggara, satu.nomor, satu.mulai, satu.selesai, satu.jp),
            *(satu.rincian, satu.alasan_batal),
        )
        for satu in semua
    ]
    return unduhan_jadi(tulis_xlsx([judul, *baris], nama_lembar="Pelatihan saya"), "pelatihan-saya", "xlsx")
