"""Attendance as the organiser keeps it: overview, list with one press a person, paper, corrections."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pelatihan.forms.kehadiran import KertasForm, PerbaikanForm, TekanForm
from pelatihan.models import Kegiatan, Kehadiran, Pendaftaran, SesiKegiatan
from pelatihan.perhitungan.kehadiran import BERPESERTA, menit_lebih_awal
from pelatihan.permissions import pemilik
from pelatihan.permissions.kehadiran import boleh_mencatat
from pelatihan.proses import ProsesDitolak
from pelatihan.proses import kehadiran as proses
from pelatihan.proses.kehadiran_luring import tanda_luring, terima_luring
from pelatihan.ringkasan.peserta import hasil_peserta
from pelatihan.views.formulir import akun, formulir
from rakumpit.berkas import unduhan_jadi
from rakumpit.dokumen.susun import Bingkai, susun_pdf
from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.pihak import kop_kantor
from rakumpit.tertahan import kiriman, untuk_skrip, wajib_masuk
from rakumpit.waktu import WIB, format_hari, hari_ini, sekarang

PER_HALAMAN = 25
_BARIS_KOSONG = 5


def kegiatan_dicatat(pengguna: Pengguna, kode: UUID) -> Kegiatan:
    """An event whose attendance this person takes down; else 404."""
    baris: Kegiatan = get_object_or_404(Kegiatan.objects.select_related("unit"), uuid=kode)
    if not boleh_mencatat(pengguna, baris):
        raise Http404
    return baris


def sesi_dicatat(pengguna: Pengguna, kode: UUID) -> SesiKegiatan:
    """A session whose attendance this person takes down; else 404."""
    baris: SesiKegiatan = get_object_or_404(
        SesiKegiatan.objects.berlaku().select_related("kegiatan__unit", "ruang"), uuid=kode
    )
    if not boleh_mencatat(pengguna, baris.kegiatan):
        raise Http404
    return baris


def _kehadiran_dicatat(pengguna: Pengguna, kode: UUID) -> Kehadiran:
    baris: Kehadiran = get_object_or_404(
        Kehadiran.objects.select_related("pendaftaran__pegawai", "pendaftaran__kegiatan", "sesi"), uuid=kode
    )
    if not boleh_mencatat(pengguna, baris.pendaftaran.kegiatan):
        raise Http404
    return baris


def _peserta(kegiatan: Kegiatan) -> QuerySet[Pendaftaran]:
    return (
        Pendaftaran.objects.filter(kegiatan=kegiatan, status__in=[satu.value for satu in BERPESERTA])
        .select_related("pegawai")
        .order_by("pegawai__nama", "pk")
    )


@wajib_masuk
@require_safe
def kehadiran(request: HttpRequest, kode: UUID) -> HttpResponse:
    """All sessions with their counts, and what became of each participant."""
    pengguna = akun(request)
    kegiatan = kegiatan_dicatat(pengguna, kode)
    hadir = Count("kehadiran", filter=Q(kehadiran__berlaku=True, kehadiran__hadir=True))
    hasil = list(hasil_peserta(kegiatan).values())
    q = " ".join(request.GET.get("q", "").split())[:100]
    tampil = [satu for satu in hasil if q.casefold() in satu.nama.casefold()] if q else hasil
    halaman = Paginator(tampil, PER_HALAMAN).get_page(request.GET.get("page"))
    return render(
        request,
        "pelatihan/kehadiran.html",
        {
            "kegiatan": kegiatan,
            "sesi": kegiatan.sesi.berlaku().annotate(banyak=hadir),
            "halaman": halaman,
            "jumlah": len(hasil),
            "cukup": sum(satu.hadir for satu in hasil),
            "q": q,
        },
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def kehadiran_sesi(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The list for a phone: search, one press a person. The page's script keeps presses while there is no line."""
    pengguna = akun(request)
    sesi = sesi_dicatat(pengguna, kode)
    galat, status = "", HTTPStatus.OK
    if request.method == "POST":
        form = TekanForm(request.POST)
        try:
            orang = _tekan(sesi, pengguna, form)
        except ProsesDitolak as tolak:
            galat, status = str(tolak), HTTPStatus.CONFLICT
        if untuk_skrip(request):
            return JsonResponse({"tercatat": not galat, "pesan": galat}, status=status)
        if not galat:
            messages.success(request, f"{orang} tercatat hadir.")
            kueri = f"?{request.GET.urlencode()}" if request.GET else ""
            return redirect(reverse("pelatihan:kehadiran_sesi", args=[sesi.uuid]) + kueri)
    return _halaman_sesi(request, pengguna, sesi, galat, status)


def _halaman_sesi(
    request: HttpRequest, pengguna: Pengguna, sesi: SesiKegiatan, galat: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    q, satu_orang = " ".join(request.GET.get("q", "").split())[:100], request.GET.get("peserta", "")
    semua = _peserta(sesi.kegiatan)
    jumlah = semua.count()
    if q:
        semua = semua.filter(pegawai__nama__icontains=q)
    if satu_orang:
        semua = semua.filter(uuid=_uuid(satu_orang))
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("page"))
    tercatat = {
        satu.pendaftaran_id: satu
        for satu in Kehadiran.objects.berlaku().filter(sesi=sesi, pendaftaran__in=halaman.object_list)
    }
    return render(
        request,
        "pelatihan/kehadiran_sesi.html",
        {
            "sesi": sesi,
            "halaman": halaman,
            "baris": [_baris(sesi, satu, tercatat.get(satu.pk), pengguna) for satu in halaman.object_list],
            "jumlah": jumlah,
            "hadir": Kehadiran.objects.dihitung().filter(sesi=sesi).count(),
            "q": q,
            "satu_orang": satu_orang,
            "galat": galat,
            "berjalan": sesi.mulai <= sekarang() < sesi.selesai,
        },
        status=status,
    )


def _uuid(teks: str) -> UUID:
    try:
        return UUID(teks)
    except ValueError:
        raise Http404 from None


def _baris(sesi: SesiKegiatan, peserta: Pendaftaran, tercatat: Kehadiran | None, pengguna: Pengguna) -> dict[str, Any]:
    return {
        "peserta": peserta,
        "tercatat": tercatat,
        "awal": menit_lebih_awal(sesi.selesai, tercatat.pulang) if tercatat else 0,
        "sendiri": pemilik(pengguna, peserta.pegawai),
        "tanda": tanda_luring(sesi, peserta, pengguna),
    }


def _tekan(sesi: SesiKegiatan, pengguna: Pengguna, form: TekanForm) -> Pendaftaran:
    if not form.is_valid():
        raise ProsesDitolak("Catatan itu tidak lengkap. Muat ulang halaman, lalu catat lagi.")
    data = form.cleaned_data
    orang = _peserta(sesi.kegiatan).filter(uuid=data["peserta"]).first()
    if orang is None:
        raise ProsesDitolak("Orang itu tidak terdaftar pada kegiatan ini, jadi kehadiran tidak dicatat.")
    if data["tanda"] and data["datang"]:
        terima_luring(sesi=sesi, pendaftaran=orang, oleh=pengguna, tanda=data["tanda"], datang=data["datang"])
    else:
        proses.hadirkan(sesi=sesi, pendaftaran=orang, oleh=pengguna)
    return orang


@wajib_masuk
@require_safe
def hadir_peserta(request: HttpRequest, kode: UUID) -> HttpResponse:
    """What the camera of an organiser opens from the participant's own code: his line in the session of now."""
    peserta: Pendaftaran = get_object_or_404(Pendaftaran.objects.select_related("kegiatan"), uuid=kode)
    if not boleh_mencatat(akun(request), peserta.kegiatan):
        raise Http404
    saat = sekarang()
    for sesi in peserta.kegiatan.sesi.berlaku():
        if sesi.mulai - proses.AWAL_PANITIA <= saat < sesi.selesai:
            return redirect(f"{reverse('pelatihan:kehadiran_sesi', args=[sesi.uuid])}?peserta={peserta.uuid}")
    messages.warning(request, "Tidak ada sesi yang sedang berjalan, jadi kehadiran tidak dicatat.")
    return redirect("pelatihan:kehadiran", peserta.kegiatan.uuid)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def kehadiran_kertas(request: HttpRequest, kode: UUID) -> HttpResponse:
    """From the signed paper: tick the names, once for all."""
    pengguna = akun(request)
    sesi = sesi_dicatat(pengguna, kode)
    ada = Kehadiran.objects.berlaku().filter(sesi=sesi).values("pendaftaran")
    belum = _peserta(sesi.kegiatan).exclude(pk__in=ada).exclude(pegawai__pengguna=pengguna)
    return formulir(
        request,
        KertasForm(kiriman(request), peserta=belum),
        lambda data: proses.salin_kertas(sesi=sesi, oleh=pengguna, pendaftaran=list(data["peserta"])),
        judul="Salin daftar kertas",
        tombol="Catat yang dicentang",
        induk=(str(sesi), reverse("pelatihan:kehadiran_sesi", args=[sesi.uuid])),
        keterangan="Yang sudah tercatat tidak tampil lagi. Jam datang memakai awal sesi.",
        pesan="Kehadiran dari daftar kertas tercatat.",
    )


@wajib_masuk
@require_safe
def daftar_hadir(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The list that people sign, A4, with some empty lines."""
    sesi = sesi_dicatat(akun(request), kode)
    nama = [(satu.pegawai.nama, satu.pegawai.get_status_display()) for satu in _peserta(sesi.kegiatan)]
    nama += [(satu.nama, satu.asal or "Peserta luar") for satu in sesi.kegiatan.peserta_luar.berlaku()]
    waktu = (
        f"{format_hari(sesi.mulai)}, pukul {sesi.mulai.astimezone(WIB):%H.%M}–{sesi.selesai.astimezone(WIB):%H.%M} WIB"
    )
    data: dict[str, Any] = {
        "kop": kop_kantor(),
        "judul": f"{sesi.kegiatan}: {sesi}",
        "waktu": waktu,
        "tempat_sesi": str(sesi.ruang or sesi.tempat),
        "baris": [[str(n), *satu] for n, satu in enumerate([*nama, *[("", "")] * _BARIS_KOSONG], 1)],
    }
    bingkai = Bingkai(judul=f"Daftar hadir {sesi.kegiatan}"[:200], tanggal=hari_ini(), contoh=settings.CONTOH)
    return unduhan_jadi(susun_pdf("daftar_hadir_pelatihan", data, bingkai=bingkai), "daftar-hadir", "pdf")


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def kehadiran_perbaiki(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Correct an entry; the old one stays."""
    pengguna = akun(request)
    satu = _kehadiran_dicatat(pengguna, kode)
    form = PerbaikanForm(kiriman(request), kehadiran=satu)
    return formulir(
        request,
        form,
        lambda _data: proses.perbaiki(kehadiran=satu, oleh=pengguna, **form.isi()),
        judul=f"Perbaiki kehadiran {satu.pendaftaran}",
        tombol="Simpan perbaikan",
        induk=(str(satu.sesi), reverse("pelatihan:kehadiran_sesi", args=[satu.sesi.uuid])),
        keterangan="Catatan lama tetap tersimpan bersama alasannya.",
        pesan="Kehadiran diperbaiki.",
    )


@wajib_masuk
@require_POST
def kehadiran_pulang(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Somebody leaves before the end."""
    pengguna = akun(request)
    satu = _kehadiran_dicatat(pengguna, kode)
    try:
        proses.catat_pulang(kehadiran=satu, oleh=pengguna)
    except ProsesDitolak as galat:
        sesi = sesi_dicatat(pengguna, satu.sesi.uuid)
        return _halaman_sesi(request, pengguna, sesi, str(galat), HTTPStatus.CONFLICT)
    messages.success(request, f"{satu.pendaftaran} tercatat pulang lebih awal.")
    return redirect("pelatihan:kehadiran_sesi", satu.sesi.uuid)
