"""Overview, people and codes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from rakumpit.organisasi.forms import (
    CariNipForm,
    SaringForm,
)
from rakumpit.organisasi.kekurangan import Butir, Kekurangan, periksa_data
from rakumpit.organisasi.models import Pegawai, Penugasan, UnitKerja
from rakumpit.organisasi.nip import bersihkan_nip, format_nip
from rakumpit.organisasi.proses.kode import buat_kode_cetak
from rakumpit.organisasi.views.jaga import ambil_oleh, ambil_pegawai, khusus_pengelola
from rakumpit.waktu import hari_ini

PER_HALAMAN = 50
KODE_SEKALI_CETAK = 100


@dataclass(frozen=True, slots=True)
class Pintu:
    """A card that opens one part of the desk."""

    judul: str
    teks: str
    tautan: str
    ikon: str


# Kinds of faults that the list of people can show whole, by the filter of the same name.
_TERSARING = frozenset({"tanpa_status", "tanpa_jabatan", "tanpa_akun"})


# A list of at most so many faults stands open.
_TERBUKA = 4


@khusus_pengelola
@require_safe
def meja(request: HttpRequest) -> HttpResponse:
    """What needs mending first, each kind with its remedy, then the parts of the desk."""
    kekurangan = periksa_data(hari_ini())
    return render(
        request,
        "organisasi/meja.html",
        {
            "kekurangan": [_rinci(satu) for satu in kekurangan],
            "jumlah_kekurangan": f"{len(kekurangan)} hal",
            "pintu": _pintu(),
        },
    )


def _rinci(satu: Kekurangan) -> dict[str, Any]:
    semua = f"{reverse('organisasi:pegawai_daftar')}?hanya={satu.kode}" if satu.kode in _TERSARING else ""
    return {
        "judul": satu.judul,
        "cara": satu.cara,
        "jumlah": str(satu.jumlah),
        "terbuka": satu.jumlah <= _TERBUKA,
        "sisa": satu.jumlah - len(satu.butir),
        "semua": semua,
        "butir": [{"label": butir.label, "tautan": _tautan(butir)} for butir in satu.butir],
    }


def _pintu() -> list[Pintu]:
    daftar = reverse("organisasi:pegawai_daftar")
    return [
        Pintu("Pegawai", "Mutasi, Plt., Plh., dan berhenti.", daftar, "orang"),
        Pintu("Laporan data salah", "Dari pegawai, dengan tenggat.", reverse("kinerja:laporan_data_masuk"), "awas"),
        Pintu("Kode masuk", "Cetak kode untuk yang belum pernah masuk.", f"{daftar}?hanya=belum_masuk", "kunci"),
        Pintu("Impor pegawai", "Dari berkas XLSX atau CSV, diperiksa dulu.", reverse("organisasi:impor"), "unggah"),
        Pintu("Impor hasil lama", "Nilai tahun-tahun lalu, diperiksa dulu.", reverse("kinerja:arsip_impor"), "unggah"),
        Pintu(
            "Unit dan jabatan",
            "Susunan kantor dan jabatan pemimpinnya.",
            reverse("admin:organisasi_jabatan_changelist"),
            "tempat",
        ),
        Pintu(
            "Akun dan peran", "Email, peran, dan faktor kedua.", reverse("admin:organisasi_pengguna_changelist"), "tim"
        ),
        Pintu("Layanan", "Standar pelayanan dan petugasnya.", reverse("admin:organisasi_layanan_changelist"), "forum"),
        Pintu("Hari libur", "Dasar hitungan tenggat.", reverse("admin:organisasi_harilibur_changelist"), "kalender"),
        Pintu("Semua data", "Halaman admin, menurut bagian.", reverse("admin:index"), "pengaturan"),
    ]


def _tautan(butir: Butir) -> str:
    match butir.jenis:
        case "pegawai":
            return reverse("organisasi:pegawai_rinci", args=[butir.kunci])
        case "penugasan":
            return reverse("organisasi:penugasan_akhiri", args=[butir.kunci])
        case "tahun":
            return reverse("admin:organisasi_harilibur_changelist")
        case "unit":
            return f"{reverse('admin:organisasi_jabatan_changelist')}?unit__id__exact={butir.kunci}"
        case _:
            return reverse("organisasi:pegawai_daftar")


@khusus_pengelola
@require_safe
def pegawai_daftar(request: HttpRequest) -> HttpResponse:
    """People with search, filters and paging; here codes are printed."""
    form = SaringForm(request.GET or None)
    saring = form.cleaned_data if form.is_valid() else {}
    daftar = _saring(saring, hari_ini())
    kini = Penugasan.objects.pada(hari_ini()).select_related("jabatan__unit").order_by("sifat", "pk")
    daftar = daftar.select_related("pengguna").prefetch_related(Prefetch("penugasan", kini, to_attr="kini"))
    halaman = Paginator(_urutkan(daftar, request.GET.get("urut", "")), PER_HALAMAN).get_page(request.GET.get("page"))
    konteks = {"halaman": halaman, "form": form, "form_nip": CariNipForm(), "tersaring": any(saring.values())}
    return render(request, "organisasi/pegawai_daftar.html", konteks)


def _urutkan(daftar: Any, urut: str) -> Any:
    """By "nama", "status" or "masuk" (last sign-in), "-" before it for downward; an unknown word leaves the order."""
    turun = urut.startswith("-")
    kolom = {"nama": F("nama_urut"), "status": F("status"), "masuk": F("pengguna__last_login")}.get(
        urut.removeprefix("-")
    )
    if kolom is None:
        return daftar
    # Nobody without the value stands before those who have one, whichever way the list runs.
    return daftar.order_by(kolom.desc(nulls_last=True) if turun else kolom.asc(nulls_last=True), "nama_urut", "pk")


def _saring(saring: dict[str, Any], tanggal: date) -> Any:
    hanya = saring.get("hanya")
    daftar = Pegawai.objects.all()
    daftar = daftar.filter(selesai__lt=tanggal) if hanya == "berhenti" else daftar.aktif_pada(tanggal)
    if saring.get("q"):
        daftar = daftar.cari(saring["q"])
    if saring.get("status"):
        daftar = daftar.filter(status=saring["status"])
    bertugas = Penugasan.objects.pada(tanggal)
    if saring.get("unit"):
        unit = UnitKerja.objects.turunan_id([saring["unit"].pk])
        daftar = daftar.filter(pk__in=bertugas.filter(jabatan__unit_id__in=unit).values("pegawai_id"))
    match hanya:
        case "tanpa_jabatan":
            daftar = daftar.exclude(pk__in=bertugas.filter(pegawai__isnull=False).values("pegawai_id"))
        case "tanpa_akun":
            daftar = daftar.ber_skp().filter(pengguna__isnull=True)
        case "tanpa_status":
            daftar = daftar.filter(status="")
        case "belum_masuk":
            daftar = daftar.filter(pengguna__isnull=False, pengguna__last_login__isnull=True)
    return daftar


@khusus_pengelola
@require_POST
@sensitive_post_parameters("nip")
def cari_nip(request: HttpRequest) -> HttpResponse:
    """Open the person with this NIP; by POST, so that no NIP stands in an address or a log."""
    pegawai = Pegawai.objects.filter(pengguna__nip=bersihkan_nip(request.POST.get("nip", ""))).first()
    if pegawai is None:
        messages.warning(request, "Tidak ada pegawai dengan NIP itu. Periksa digitnya, atau cari dengan nama.")
        return redirect("organisasi:pegawai_daftar")
    return redirect("organisasi:pegawai_rinci", pegawai.uuid)


@khusus_pengelola
@require_safe
def pegawai_rinci(request: HttpRequest, kode: UUID) -> HttpResponse:
    """One person: account, assignments through time, superior today, and what can be done."""
    pegawai = ambil_pegawai(kode)
    tanggal = hari_ini()
    kini = pegawai.penugasan_pada(tanggal)
    penugasan = [
        {"baris": satu, "dapat_diakhiri": satu.selesai is None or satu.selesai >= tanggal}
        for satu in pegawai.penugasan.select_related("jabatan__unit")
    ]
    return render(
        request,
        "organisasi/pegawai_rinci.html",
        {
            "pegawai": pegawai,
            "nip": format_nip(pegawai.nip) if pegawai.nip else "",
            "penugasan": penugasan,
            "jabatan_kini": str(kini.jabatan) if kini else "",
            "atasan": pegawai.atasan_pada(tanggal),
            "bekerja": pegawai.selesai is None or pegawai.selesai >= tanggal,
        },
    )


@khusus_pengelola
@require_POST
@never_cache
def kode_cetak(request: HttpRequest) -> HttpResponse:
    """Make first-login codes for the chosen people and show them once, for printing."""
    pilihan = [teks for teks in request.POST.getlist("pegawai") if _uuid(teks)][:KODE_SEKALI_CETAK]
    daftar = Pegawai.objects.filter(uuid__in=pilihan, pengguna__isnull=False).select_related("pengguna")
    hasil = buat_kode_cetak(untuk=[satu.pengguna for satu in daftar if satu.pengguna], oleh=ambil_oleh(request))
    if not hasil:
        messages.warning(request, "Pilih dulu pegawai yang mempunyai akun.")
        return redirect("organisasi:pegawai_daftar")
    alamat = request.build_absolute_uri(reverse("masuk_kode"))
    return render(
        request,
        "organisasi/kode_cetak.html",
        {"kode": [s for s in hasil if s.kode], "gagal": [s for s in hasil if not s.kode], "alamat": alamat},
    )


def _uuid(teks: str) -> bool:
    try:
        UUID(teks)
    except ValueError:
        return False
    return True
