"""The first page and the search: for citizens without an account four doors, for staff what waits for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any, Protocol
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

import forum.ringkasan
import kinerja.ringkasan
import pelatihan.ringkasan
import rakumpit.cadangan.ringkasan
import rakumpit.organisasi.ringkasan
import survei.ringkasan
from rakumpit.bacaan import Bacaan, baca, bersama
from rakumpit.konteks import menu_untuk
from rakumpit.menunggu import Tugas, susun
from rakumpit.organisasi.kalender import libur_antara
from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.pembaca import Pembaca, baca_pembaca
from rakumpit.pencarian import HURUF_MINIMUM, PER_JENIS, SEMUA_SATU_JENIS, Temuan, rapikan, seperti_nip
from rakumpit.waktu import WIB, hari_ini

TAMPIL_TUGAS = 20
_HASIL_DILIHAT = 20


class Penyedia(Protocol):
    """What an app offers here: its duties for a reader (``rakumpit.menunggu``) and its search (``.pencarian``)."""

    def menunggu(self, pembaca: Pembaca, /) -> Bacaan[list[Tugas]]: ...

    def cari(self, pengguna: Pengguna, kata: str, /, *, batas: int) -> Bacaan[list[Temuan]]: ...


# The one place that names the apps; the order is that of the headings of the search.
PENYEDIA: tuple[Penyedia, ...] = (
    rakumpit.organisasi.ringkasan,
    kinerja.ringkasan,
    pelatihan.ringkasan,
    survei.ringkasan,
    forum.ringkasan,
    rakumpit.cadangan.ringkasan,
)


@require_safe
def beranda(request: HttpRequest) -> HttpResponse:
    """Public start page, or «Menunggu Anda» for a signed-in person."""
    pengguna = request.user
    if not isinstance(pengguna, Pengguna) or pengguna.warga:
        return render(request, "beranda_publik.html", _publik())
    return render(request, "beranda.html", _staf(pengguna, semua="semua" in request.GET))


def _publik() -> dict[str, Any]:
    terbit = survei.ringkasan.hasil_terbit(batas=_HASIL_DILIHAT)
    return {
        "terbuka": survei.ringkasan.jumlah_terbuka(),
        "janji": survei.ringkasan.jumlah_tindak_lanjut(),
        "forum": forum.ringkasan.jumlah_mendatang(),
        # The newest that has enough answers for an index.
        "hasil": next((satu for satu in terbit if satu.ikm is not None), next(iter(terbit), None)),
    }


def _staf(pengguna: Pengguna, *, semua: bool) -> dict[str, Any]:
    """The leaders of today first, then all parts of the page side by side: as many statements as the longest has steps.

    Whatever an app adds here costs no statement of its own.
    """
    hari = hari_ini()
    pembaca = baca(baca_pembaca(pengguna, hari))
    bekerja = any(pembaca.orang) or pengguna.pengelola or pengguna.pemeriksa
    bagian: dict[str, Bacaan[Any]] = {
        "periode": kinerja.ringkasan.periode_kini(pembaca),
        "tim": kinerja.ringkasan.keadaan_tim(pembaca),
        "kantor": kinerja.ringkasan.keadaan_kantor(pembaca),
        "survei": survei.ringkasan.keadaan_survei(pembaca),
    }
    if bekerja:
        bagian["suara"] = survei.ringkasan.suara_warga(pembaca)
    menunggu = [penyedia.menunggu(pembaca) for penyedia in PENYEDIA]
    hasil = baca(bersama([*bagian.values(), *menunggu]))
    isi = dict(zip(bagian, hasil, strict=False))
    tugas = [satu for daftar in hasil[len(bagian) :] for satu in daftar]
    baris = susun(tugas, hari, _libur(tugas, hari))
    return isi | {
        "sapaan": sapaan(timezone.now()),
        "hari": hari,
        "periode": sisa_periode(isi["periode"], hari),
        "baris": baris if semua else baris[:TAMPIL_TUGAS],
        "jumlah_baris": len(baris),
        "saya": kinerja.ringkasan.keadaan_saya(pengguna),
        "bekerja": bekerja,
    }


def _libur(tugas: Iterable[Tugas], hari: date) -> set[date]:
    """Days off since the oldest overdue duty; no query when none is overdue."""
    lewat = [satu.tenggat for satu in tugas if satu.tenggat is not None and satu.tenggat < hari]
    return libur_antara(min(lewat), hari) if lewat else set()


# Hour of WIB before which each greeting holds; later it is evening.
_SAPAAN = ((4, "Selamat malam"), (11, "Selamat pagi"), (15, "Selamat siang"), (18, "Selamat sore"))


def sapaan(saat: datetime) -> str:
    """Greeting by the hour in the office."""
    jam = saat.astimezone(WIB).hour
    return next((kata for batas, kata in _SAPAAN if jam < batas), "Selamat malam")


def sisa_periode(periode: kinerja.ringkasan.PeriodeKini | None, hari: date) -> str:
    """«Triwulan IV berakhir 36 hari lagi», or "" when no period is under way."""
    if periode is None:
        return ""
    sisa = periode.selesai - hari
    if not sisa:
        return f"{periode.nama} berakhir hari ini"
    return f"{periode.nama} berakhir {'besok' if sisa == timedelta(days=1) else f'{sisa.days} hari lagi'}"


@dataclass(frozen=True, slots=True)
class KelompokTemuan:
    """Findings of one kind; ``lagi`` is the address of the longer list, "" when all are shown."""

    jenis: str
    temuan: tuple[Temuan, ...]
    lagi: str


@login_required
@require_safe
def cari(request: HttpRequest) -> HttpResponse:
    """Search in what the reader may see anyway; ``?jenis=`` shows one kind at greater length."""
    assert isinstance(request.user, Pengguna)  # noqa: S101 - for the type checker: the site has one kind of account
    kata, jenis = rapikan(request.GET.get("q", "")), request.GET.get("jenis", "")
    if seperti_nip(kata):
        # A NIP does not stay in the address, the history and the logs of proxies.
        messages.warning(request, "Cari pegawai dengan nama. NIP tidak dipakai di sini agar tidak tercatat di alamat.")
        return redirect("cari")
    cukup = len(kata) >= HURUF_MINIMUM
    kelompok = _kelompok(request.user, kata, jenis) if cukup else []
    return render(
        request,
        "cari.html",
        {"kata": kata, "cukup": cukup, "kelompok": kelompok, "jenis": jenis, "minimum": HURUF_MINIMUM},
    )


def _kelompok(pengguna: Pengguna, kata: str, jenis: str) -> list[KelompokTemuan]:
    batas = SEMUA_SATU_JENIS if jenis else PER_JENIS
    # One more than is shown tells whether there are more.
    ditemukan = baca(bersama([penyedia.cari(pengguna, kata, batas=batas + 1) for penyedia in PENYEDIA]))
    temuan = [*_cari_menu(pengguna, kata), *(satu for daftar in ditemukan for satu in daftar)]
    hasil = []
    for nama, isi in groupby(temuan, key=lambda satu: satu.jenis):
        semua = tuple(isi)
        if jenis and nama != jenis:
            continue
        lagi = f"{reverse('cari')}?{urlencode({'q': kata, 'jenis': nama})}" if len(semua) > batas and not jenis else ""
        hasil.append(KelompokTemuan(nama, semua[:batas], lagi))
    return hasil


def _cari_menu(pengguna: Pengguna, kata: str) -> list[Temuan]:
    """Pages of the menu by their label."""
    cocok = kata.casefold()
    halaman = [
        (butir.label, kelompok.judul, butir.tautan) for kelompok in menu_untuk(pengguna) for butir in kelompok.butir
    ]
    halaman += [("Pemberitahuan", "Akun", reverse("notifikasi:daftar")), ("Akun saya", "Akun", reverse("akun"))]
    return [Temuan("Halaman", label, judul, tautan) for label, judul, tautan in halaman if cocok in label.casefold()]
