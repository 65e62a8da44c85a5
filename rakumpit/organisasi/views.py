"""Meja pengelola: people, codes, moves, import. Everybody but the pengelola gets 404."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rakumpit.organisasi.berkas_pegawai import BerkasPegawai, templat
from rakumpit.organisasi.forms import (
    AkhiriForm,
    BerhentiForm,
    CariNipForm,
    ImporForm,
    MutasiForm,
    SaringForm,
    TunjukForm,
)
from rakumpit.organisasi.kekurangan import Butir, periksa_data
from rakumpit.organisasi.models import ImporPegawai, Pegawai, Pengguna, Penugasan, UnitKerja
from rakumpit.organisasi.nip import bersihkan_nip, format_nip
from rakumpit.organisasi.permissions import boleh_kelola_organisasi
from rakumpit.organisasi.proses import impor as proses_impor
from rakumpit.organisasi.proses import mutasi as proses_mutasi
from rakumpit.organisasi.proses.kode import buat_kode
from rakumpit.waktu import format_tanggal, hari_ini

PER_HALAMAN = 50
KODE_SEKALI_CETAK = 100
_SESI_IMPOR = "impor_pegawai"

View = Callable[..., HttpResponse]


def khusus_pengelola(view: View) -> View:
    """Sign-in first; then 404 for everybody who is not pengelola, whatever the method."""

    @wraps(view)
    def jaga(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not boleh_kelola_organisasi(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return login_required(jaga)


def _oleh(request: HttpRequest) -> Pengguna:
    if not isinstance(request.user, Pengguna):
        raise Http404
    return request.user


def _pegawai(kode: UUID) -> Pegawai:
    return get_object_or_404(Pegawai.objects.select_related("pengguna"), uuid=kode)


# --- overview and people ---


@khusus_pengelola
@require_safe
def meja(request: HttpRequest) -> HttpResponse:
    """Overview: faults in the data with their remedies, and the last import."""
    kekurangan = [
        {
            "judul": satu.judul,
            "cara": satu.cara,
            "jumlah": satu.jumlah,
            "sisa": satu.jumlah - len(satu.butir),
            "butir": [{"label": butir.label, "tautan": _tautan(butir)} for butir in satu.butir],
        }
        for satu in periksa_data(hari_ini())
    ]
    return render(request, "organisasi/meja.html", {"kekurangan": kekurangan})


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
    halaman = Paginator(daftar, PER_HALAMAN).get_page(request.GET.get("page"))
    kueri = {n: request.GET[n] for n in ("q", "unit", "status", "hanya") if request.GET.get(n)}
    return render(
        request,
        "organisasi/pegawai_daftar.html",
        {"halaman": halaman, "form": form, "form_nip": CariNipForm(), "kueri": f"&{urlencode(kueri)}" if kueri else ""},
    )


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
    pegawai = _pegawai(kode)
    tanggal = hari_ini()
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
    kode, gagal = [], []
    for pegawai in daftar:
        try:
            # buat_kode locks, checks and audits; one refused account does not take the others' codes away.
            isi = buat_kode(untuk=pegawai.pengguna, oleh=_oleh(request))
        except (PermissionDenied, ValidationError) as galat:
            pesan = galat.messages[0] if isinstance(galat, ValidationError) else str(galat)
            gagal.append({"nama": pegawai.nama, "alasan": pesan})
        else:
            kode.append({"nama": pegawai.nama, "nip": format_nip(pegawai.nip or ""), "kode": isi})
    if not kode and not gagal:
        messages.warning(request, "Pilih dulu pegawai yang mempunyai akun.")
        return redirect("organisasi:pegawai_daftar")
    alamat = request.build_absolute_uri(reverse("masuk_kode"))
    return render(request, "organisasi/kode_cetak.html", {"kode": kode, "gagal": gagal, "alamat": alamat})


def _uuid(teks: str) -> bool:
    try:
        UUID(teks)
    except ValueError:
        return False
    return True


# --- moves: fill in, look at the consequences, save ---


def _langkah(
    request: HttpRequest,
    *,
    pegawai: Pegawai,
    judul: str,
    tombol: str,
    form: forms.Form,
    akibat: Callable[[dict[str, Any]], list[str]],
    simpan: Callable[[dict[str, Any]], object],
) -> HttpResponse:
    """The three steps of a wizard. ``akibat`` words the consequences, ``simpan`` makes them true; both may refuse."""
    langkah = request.POST.get("langkah", "isi") if request.method == "POST" else "isi"
    konteks: dict[str, Any] = {"pegawai": pegawai, "judul": judul, "tombol": tombol, "form": form}
    if request.method == "POST" and langkah != "ubah" and form.is_valid():
        try:
            if langkah == "simpan":
                simpan(form.cleaned_data)
                messages.success(request, f"{judul} untuk {pegawai.nama} tersimpan.")
                return redirect("organisasi:pegawai_rinci", pegawai.uuid)
            return render(request, "organisasi/langkah_pasti.html", konteks | {"akibat": akibat(form.cleaned_data)})
        except ValidationError as galat:
            form.add_error(None, galat)
    return render(request, "organisasi/langkah_isi.html", konteks)


@khusus_pengelola
@require_http_methods(["GET", "HEAD", "POST"])
def mutasi(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Move a person to another definitive post (or the first one)."""
    pegawai = _pegawai(kode)

    def akibat(isi: dict[str, Any]) -> list[str]:
        rencana = proses_mutasi.rencana_pindah(pegawai=pegawai, jabatan=isi["jabatan"], mulai=isi["mulai"])
        baris = []
        if rencana.berakhir is not None:
            baris.append(f"Berakhir {format_tanggal(rencana.hari_terakhir)}: {rencana.berakhir.jabatan}.")
        baris.append(f"Mulai {format_tanggal(isi['mulai'])}: {isi['jabatan']}.")
        baris += [f"Tetap berjalan: {satu.get_sifat_display()} {satu.jabatan}." for satu in rencana.tetap]
        return [*baris, f"Dasar: {isi['dasar']}."]

    return _langkah(
        request,
        pegawai=pegawai,
        judul="Mutasi",
        tombol="Simpan mutasi",
        form=MutasiForm(request.POST or None),
        akibat=akibat,
        simpan=lambda isi: proses_mutasi.pindahkan(pegawai=pegawai, oleh=_oleh(request), **isi),
    )


@khusus_pengelola
@require_http_methods(["GET", "HEAD", "POST"])
def tunjuk(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Appoint an acting official."""
    pegawai = _pegawai(kode)

    def akibat(isi: dict[str, Any]) -> list[str]:
        proses_mutasi.periksa_tunjuk(pegawai=pegawai, **{n: isi[n] for n in ("jabatan", "sifat", "mulai", "selesai")})
        sampai = f"sampai {format_tanggal(isi['selesai'])}" if isi["selesai"] else "sampai diakhiri"
        return [
            f"Mulai {format_tanggal(isi['mulai'])} {sampai}: {isi['sifat'].capitalize()}. {isi['jabatan']}.",
            "Jabatan definitifnya sendiri tetap.",
            f"Dasar: {isi['dasar']}.",
        ]

    return _langkah(
        request,
        pegawai=pegawai,
        judul="Penunjukan Plt. atau Plh.",
        tombol="Simpan penunjukan",
        form=TunjukForm(request.POST or None),
        akibat=akibat,
        simpan=lambda isi: proses_mutasi.tunjuk(pegawai=pegawai, oleh=_oleh(request), **isi),
    )


@khusus_pengelola
@require_http_methods(["GET", "HEAD", "POST"])
def berhenti(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Retirement, move to another office, end of contract."""
    pegawai = _pegawai(kode)

    def akibat(isi: dict[str, Any]) -> list[str]:
        rencana = proses_mutasi.rencana_berhenti(pegawai=pegawai, hari_terakhir=isi["hari_terakhir"])
        hari = format_tanggal(isi["hari_terakhir"])
        baris = [f"Hari kerja terakhir: {hari} ({isi['alasan'].lower()})."]
        baris += [f"Berakhir {hari}: {satu.jabatan}." for satu in rencana.berakhir]
        akun = "Akunnya ditutup sekarang." if rencana.tutup_akun else "Akunnya masih terbuka sampai Anda menutupnya."
        return [*baris, akun if pegawai.pengguna_id else "Pegawai ini tidak mempunyai akun.", f"Dasar: {isi['dasar']}."]

    return _langkah(
        request,
        pegawai=pegawai,
        judul="Berhenti atau pensiun",
        tombol="Simpan",
        form=BerhentiForm(request.POST or None),
        akibat=akibat,
        simpan=lambda isi: proses_mutasi.akhiri(pegawai=pegawai, oleh=_oleh(request), **isi),
    )


@khusus_pengelola
@require_http_methods(["GET", "HEAD", "POST"])
def penugasan_akhiri(request: HttpRequest, kode: UUID) -> HttpResponse:
    """End one assignment, for example of a Plt."""
    penugasan = get_object_or_404(
        Penugasan.objects.select_related("pegawai", "jabatan__unit"), uuid=kode, pegawai__isnull=False
    )

    def akibat(isi: dict[str, Any]) -> list[str]:
        return [
            f"Berakhir {format_tanggal(isi['hari_terakhir'])}: {penugasan.get_sifat_display()} {penugasan.jabatan}.",
            f"Dasar: {isi['dasar']}.",
        ]

    return _langkah(
        request,
        pegawai=penugasan.pegawai,
        judul=f"Akhiri penugasan {penugasan.jabatan}",
        tombol="Akhiri penugasan",
        form=AkhiriForm(request.POST or None),
        akibat=akibat,
        simpan=lambda isi: proses_mutasi.akhiri_penugasan(penugasan=penugasan, oleh=_oleh(request), **isi),
    )


# --- import ---


@khusus_pengelola
@require_http_methods(["GET", "HEAD", "POST"])
def impor(request: HttpRequest) -> HttpResponse:
    """Upload a staff list; it is read at once and only what can be stored waits in the session."""
    form = ImporForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        mulai = form.cleaned_data["mulai"]
        request.session[_SESI_IMPOR] = {
            "berkas": form.cleaned_data["berkas"].ke_json(),
            "mulai": mulai.isoformat() if mulai else None,
        }
        return redirect("organisasi:impor_periksa")
    riwayat = ImporPegawai.objects.select_related("oleh").defer("jejak")[:10]
    terakhir = proses_impor.impor_terakhir()
    return render(request, "organisasi/impor.html", {"form": form, "riwayat": riwayat, "terakhir": terakhir})


@khusus_pengelola
@require_http_methods(["GET", "HEAD", "POST"])
def impor_periksa(request: HttpRequest) -> HttpResponse:
    """The report of the dry run (GET), then saving (POST), which checks everything again."""
    tersimpan = request.session.get(_SESI_IMPOR)
    if tersimpan is None:
        messages.warning(request, "Tidak ada berkas yang menunggu. Unggah berkasnya dulu.")
        return redirect("organisasi:impor")
    berkas = BerkasPegawai.dari_json(tersimpan["berkas"])
    mulai = date.fromisoformat(tersimpan["mulai"]) if tersimpan["mulai"] else None
    if request.method == "POST" and request.POST.get("langkah") == "batal":
        del request.session[_SESI_IMPOR]
        messages.success(request, "Impor dibatalkan. Tidak ada yang disimpan.")
        return redirect("organisasi:impor")
    if request.method == "POST":
        laporan = proses_impor.simpan(
            berkas=berkas,
            oleh=_oleh(request),
            lewati_galat=request.POST.get("lewati_galat") == "ya",
            mulai_bawaan=mulai,
        )
        if laporan.tersimpan:
            del request.session[_SESI_IMPOR]
            messages.success(
                request,
                f"Tersimpan: {laporan.baru} pegawai baru, {laporan.diperbarui} diperbarui, {laporan.tetap} tetap, "
                f"{laporan.ditolak} baris ditolak.",
            )
            return redirect("organisasi:impor")
        messages.error(request, "Tidak ada yang disimpan: masih ada baris galat.")
    else:
        laporan = proses_impor.periksa(berkas=berkas, mulai_bawaan=mulai)
    halaman = Paginator(laporan.baris, 200).get_page(request.GET.get("page"))
    return render(
        request, "organisasi/impor_periksa.html", {"laporan": laporan, "nama_berkas": berkas.nama, "halaman": halaman}
    )


@khusus_pengelola
@require_safe
def impor_templat(request: HttpRequest) -> HttpResponse:
    """Our own template with one sample row."""
    return HttpResponse(
        templat(),
        content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        headers={"Content-Disposition": 'attachment; filename="templat-pegawai.xlsx"'},
    )


@khusus_pengelola
@require_POST
def impor_urungkan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Take back the last import."""
    try:
        proses_impor.urungkan(impor=get_object_or_404(ImporPegawai, uuid=kode), oleh=_oleh(request))
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
    else:
        messages.success(request, "Impor diurungkan: data kembali seperti sebelumnya.")
    return redirect("organisasi:impor")
