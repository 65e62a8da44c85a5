"""Reports of wrong data: making one, the own ones, those to be answered, and the page of each."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.enums.laporan_data import LAPORAN_DIJAWAB, HalData, StatusLaporanData
from kinerja.forms.laporan_data import JawabLaporanForm, LaporanDataForm
from kinerja.models import SKP, Evaluasi, LaporanData
from kinerja.permissions import (
    boleh_membaca_laporan,
    boleh_mengelola,
    boleh_menjawab_laporan,
    laporan_dinaikkan_untuk,
    memimpin,
)
from kinerja.proses.laporan_data import cabut_laporan, jawab_laporan, laporkan_data
from kinerja.ringkasan.laporan_data import Perubahan, perubahan_sejak, uraian_perubahan, yang_tertulis
from kinerja.views.ambil import akun
from kinerja.views.formulir import coba, jalankan
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import format_waktu, hari_ini

PER_HALAMAN = 25
JENIS_STATUS = {"diajukan": "info", "diperbaiki": "baik", "tidak": "netral", "dicabut": "netral"}
# Value of «keadaan» in the address -> label of the tab.
KEADAAN_MASUK = {"": "Menunggu jawaban", "terlambat": "Lewat tenggat", "dijawab": "Sudah dijawab"}
_TERKAIT = ("pegawai__pengguna", "skp", "evaluasi__periode", "dijawab_oleh", "perubahan")


def _pegawai(pengguna: Pengguna) -> Pegawai:
    """The person behind the account, with or without an SKP; 404 for everybody else."""
    pegawai = getattr(pengguna, "pegawai", None)
    if not isinstance(pegawai, Pegawai):
        raise Http404
    return pegawai


@wajib_masuk
@require_safe
def laporan_data_daftar(request: HttpRequest) -> HttpResponse:
    """The own reports, the newest first."""
    pegawai = _pegawai(akun(request))
    semua = LaporanData.objects.filter(pegawai=pegawai).order_by("-pk")
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("page"))
    return render(
        request,
        "kinerja/laporan_data_daftar.html",
        {"halaman": halaman, "baris": _tampil(list(halaman.object_list))},
    )


def _tampil(laporan: list[LaporanData]) -> list[tuple[LaporanData, str, bool]]:
    """Each report with the kind of its badge, and whether its answer is overdue."""
    hari = hari_ini()
    return [(satu, JENIS_STATUS[satu.status], satu.terbuka and satu.tenggat < hari) for satu in laporan]


def _dari_alamat(request: HttpRequest, model: type[SKP] | type[Evaluasi], nama: str, pegawai: Pegawai) -> Any:
    """The own row that the address names; None when it names none."""
    kode = request.GET.get(nama)
    if kode is None:
        return None
    try:
        return get_object_or_404(model, uuid=UUID(kode), pegawai=pegawai)
    except ValueError:
        raise Http404 from None


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def laporan_data_tambah(request: HttpRequest) -> HttpResponse:
    """Report wrong data; «?hal=», «?skp=» and «?evaluasi=» come from the page that shows it."""
    pengguna = akun(request)
    pegawai = _pegawai(pengguna)
    skp = _dari_alamat(request, SKP, "skp", pegawai)
    evaluasi = _dari_alamat(request, Evaluasi, "evaluasi", pegawai) if skp is None else None
    form = LaporanDataForm(kiriman(request), request.FILES or None, initial={"hal": request.GET.get("hal", "")})
    tersimpan: list[LaporanData] = []

    def simpan(data: dict[str, Any]) -> None:
        tersimpan.append(laporkan_data(oleh=pengguna, skp=skp, evaluasi=evaluasi, **data))

    status = jalankan(request, form, simpan)
    if status is None:
        messages.success(request, "Laporan diajukan. Pengelola kinerja sudah diberi tahu.")
        return redirect("kinerja:laporan_data", kode=tersimpan[0].uuid)
    konteks = {
        "form": form,
        "tertulis": [
            (hal, teks) for hal, label in _HAL_TAMPIL if (teks := yang_tertulis(pegawai, label, skp, evaluasi))
        ],
        "kembali": _asal(skp, evaluasi),
        "dikembalikan": request.method != "POST" and form.is_bound,
    }
    return render(request, "kinerja/laporan_data_tambah.html", konteks, status=status)


_HAL_TAMPIL = [
    ("Nama", HalData.NAMA),
    ("Golongan", HalData.PANGKAT),
    ("Jabatan", HalData.JABATAN),
    ("Unit", HalData.UNIT),
    ("Mulai bertugas", HalData.TMT),
    ("Atasan", HalData.ATASAN),
    ("Masa", HalData.PERIODE),
]


def _asal(skp: SKP | None, evaluasi: Evaluasi | None) -> tuple[str, str]:
    """Label and address of the page where the data stand."""
    if skp is not None:
        return f"SKP {skp.mulai.year}", reverse("kinerja:skp", args=[skp.uuid])
    if evaluasi is not None:
        return f"Penilaian {evaluasi.periode}", reverse("kinerja:evaluasi", args=[evaluasi.uuid])
    return "Akun saya", reverse("akun")


def _laporan(pengguna: Pengguna, kode: UUID) -> LaporanData:
    baris = get_object_or_404(LaporanData.objects.select_related(*_TERKAIT), uuid=kode)
    if not boleh_membaca_laporan(pengguna, baris):
        raise Http404
    return baris


@wajib_masuk
@require_safe
def laporan_data(request: HttpRequest, kode: UUID) -> HttpResponse:
    """One report with its history, and what the reader can do now."""
    return _halaman(request, _laporan(akun(request), kode))


def _halaman(
    request: HttpRequest,
    baris: LaporanData,
    *,
    jawab: forms.Form | None = None,
    galat: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    pengguna = akun(request)
    milik = baris.pegawai.pengguna_id == pengguna.pk
    menjawab = not milik and baris.terbuka
    asal = _asal(baris.skp, baris.evaluasi)
    konteks: dict[str, Any] = {
        "laporan": baris,
        "jenis": JENIS_STATUS[baris.status],
        "lewat": baris.terbuka and baris.tenggat < hari_ini(),
        "milik": milik,
        "pengelola": not milik and boleh_mengelola(pengguna),
        "asal": asal if baris.skp or baris.evaluasi else None,
        "kini": yang_tertulis(baris.pegawai, baris.hal, baris.skp, baris.evaluasi),
        "bukti": baris.bukti.order_by("pk"),
        "perubahan": uraian_perubahan(baris.perubahan) if baris.perubahan else None,
        "riwayat": baris.langkah.select_related("oleh"),
        "jawab": jawab or (JawabLaporanForm(perubahan=_pilihan(perubahan_sejak(baris))) if menjawab else None),
        "galat": galat,
    }
    return render(request, "kinerja/laporan_data.html", konteks, status=status)


def _pilihan(perubahan: list[Perubahan]) -> list[tuple[int, str]]:
    return [
        (satu.pk, f"{satu.kata}{': ' if satu.tentang else ''}{satu.tentang} ({format_waktu(satu.waktu)})")
        for satu in perubahan
    ]


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def laporan_data_jawab(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The answer of the pengelola, or of the head of the office after it was raised."""
    pengguna = akun(request)
    baris = _laporan(pengguna, kode)
    if not boleh_menjawab_laporan(pengguna, baris):
        raise Http404
    form = JawabLaporanForm(kiriman(request), perubahan=_pilihan(perubahan_sejak(baris)))
    status = jalankan(request, form, lambda data: jawab_laporan(laporan=baris, oleh=pengguna, **data))
    if status is None:
        messages.success(request, f"Jawaban untuk {baris.pegawai} sudah disampaikan.")
        return redirect("kinerja:laporan_data", kode=kode)
    return _halaman(request, _laporan(pengguna, kode), jawab=form, status=status)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def laporan_data_cabut(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The person who reported takes it back."""
    pengguna = akun(request)
    baris = _laporan(pengguna, kode)
    if baris.pegawai.pengguna_id != pengguna.pk:
        raise Http404
    if request.method != "POST":
        return redirect("kinerja:laporan_data", kode=kode)
    galat = coba(request, lambda: cabut_laporan(laporan=baris, oleh=pengguna))
    if galat is None:
        messages.success(request, "Laporan dicabut.")
        return redirect("kinerja:laporan_data", kode=kode)
    return _halaman(request, _laporan(pengguna, kode), galat=galat, status=HTTPStatus.CONFLICT)


@wajib_masuk
@require_safe
def laporan_data_masuk(request: HttpRequest) -> HttpResponse:
    """Reports of others: all for the pengelola, raised ones for the head of the office."""
    pengguna = akun(request)
    pengelola = boleh_mengelola(pengguna)
    if not pengelola and not memimpin(pengguna):
        raise Http404
    keadaan = request.GET.get("keadaan", "")
    if keadaan not in KEADAAN_MASUK:
        raise Http404
    semua = LaporanData.objects.exclude(pegawai__pengguna=pengguna)
    if not pengelola:
        semua = semua.filter(pk__in=laporan_dinaikkan_untuk(pengguna))
    terbuka = semua.filter(status=StatusLaporanData.DIAJUKAN.value)
    saringan = {
        "": terbuka,
        "terlambat": terbuka.filter(tenggat__lt=hari_ini()),
        "dijawab": semua.filter(status__in=LAPORAN_DIJAWAB).order_by("-dijawab_pada", "-pk"),
    }
    halaman = Paginator(saringan[keadaan].select_related("pegawai"), PER_HALAMAN).get_page(request.GET.get("page"))
    return render(
        request,
        "kinerja/laporan_data_masuk.html",
        {
            "tab": [
                (label, f"?keadaan={satu}" if satu else "?", satu == keadaan, saringan[satu].count())
                for satu, label in KEADAAN_MASUK.items()
            ],
            "halaman": halaman,
            "baris": _tampil(list(halaman.object_list)),
            "pengelola": pengelola,
        },
    )
