"""Daily notes: the quick form, the list by day, changing and voiding; and reading those of others."""

from __future__ import annotations

import re
from datetime import date, timedelta
from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch, QuerySet
from django.db.models.functions import TruncMonth
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.forms import AlasanForm
from kinerja.forms.catatan import CatatanBaruForm, CatatanUbahForm
from kinerja.forms.dasar import tanpa_nol
from kinerja.models import SKP, Bukti, CatatanHarian, Indikator
from kinerja.perhitungan import teks_angka
from kinerja.proses import ProsesDitolak
from kinerja.proses.catatan import (
    SudahDibatalkan,
    batalkan_catatan,
    tambah_beberapa_foto,
    tulis_catatan,
    ubah_catatan,
)
from kinerja.proses.masa_catatan import masa_catatan
from kinerja.views.ambil import akun, pegawai_sendiri
from kinerja.views.formulir import jalankan, pasang_versi
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.pencarian import rapikan
from rakumpit.tertahan import buang_tertahan, kiriman, untuk_skrip, wajib_masuk
from rakumpit.waktu import BULAN, hari_ini

PER_HALAMAN = 30
# Plans that ended are offered this long: work of December is noted until the middle of January.
_HARI_SKP_LAMA = 60
_BULAN = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def catatan(request: HttpRequest) -> HttpResponse:
    """Own notes under the form for a new one; the page's own script sends what was typed offline and reads JSON."""
    pengguna = akun(request)
    pegawai = pegawai_sendiri(pengguna)
    awal = {"tanggal": hari_ini(), "kiriman_id": uuid4()}
    isian = kiriman(request)
    pilihan = pilihan_indikator(pegawai)
    form = CatatanBaruForm(isian, request.FILES or None, indikator=pilihan, initial=awal)
    status = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            try:
                ditolak = _tulis(pegawai, pengguna, form)
            except ProsesDitolak as galat:
                status = HTTPStatus.GONE if isinstance(galat, SudahDibatalkan) else HTTPStatus.CONFLICT
                # Nothing was stored under this number, or another note was: the next press is a new note.
                isian = request.POST.copy()
                isian["kiriman_id"] = str(uuid4())
                form = CatatanBaruForm(isian, indikator=pilihan)
                form.add_error(None, str(galat))
            else:
                buang_tertahan(request)
                if untuk_skrip(request):
                    return JsonResponse({"terkirim": True, "ditolak": ditolak})
                messages.success(request, "Catatan tersimpan.")
                for alasan in ditolak:
                    messages.error(request, alasan)
                return redirect(f"{reverse('kinerja:catatan')}?tersimpan=1")
        if untuk_skrip(request):
            pesan = [str(satu) for semua in form.errors.values() for satu in semua]
            return JsonResponse({"terkirim": False, "ditolak": pesan}, status=status)
    milik = CatatanHarian.objects.filter(pegawai=pegawai)
    konteks = _konteks_daftar(request, milik, pegawai)
    return render(
        request,
        "kinerja/catatan.html",
        konteks | {"form": form, "baru_disimpan": "tersimpan" in request.GET},
        status=status,
    )


def _tulis(pegawai: Pegawai, pengguna: Pengguna, form: CatatanBaruForm) -> list[str]:
    """Store the note, then its photos; returns what was wrong with single photos."""
    data = form.cleaned_data
    satu = tulis_catatan(pegawai=pegawai, oleh=pengguna, kiriman_id=data["kiriman_id"], isi=form.isi)
    return tambah_beberapa_foto(catatan=satu, oleh=pengguna, berkas=data["foto"])


def pilihan_indikator(pegawai: Pegawai) -> QuerySet[Indikator]:
    """Indicators of a person's approved plans that a note of these days may be for."""
    batas = hari_ini() - timedelta(days=_HARI_SKP_LAMA)
    berlaku = SKP.objects.disetujui().filter(pegawai=pegawai, mulai__lte=hari_ini(), selesai__gte=batas)
    return (
        Indikator.objects.filter(rencana__skp__in=berlaku)
        .select_related("rencana__skp")
        .order_by("-rencana__skp__mulai", "rencana__urut", "urut")
    )


def _konteks_daftar(request: HttpRequest, dasar: Any, pegawai: Pegawai) -> dict[str, Any]:
    """The filtered page of a list of notes, grouped by day in the template."""
    bulan, kata, indikator = request.GET.get("bulan", ""), rapikan(request.GET.get("kata", "")), None
    semua_bulan = dasar.order_by().annotate(awal=TruncMonth("tanggal")).values_list("awal", flat=True).distinct()
    pilihan = [(f"{satu:%Y-%m}", f"{BULAN[satu.month - 1]} {satu.year}") for satu in sorted(semua_bulan, reverse=True)]
    tampil = dasar
    if cocok := _BULAN.fullmatch(bulan):
        tampil = tampil.filter(tanggal__year=int(cocok[1]), tanggal__month=int(cocok[2]))
    if kata:
        tampil = tampil.filter(uraian__icontains=kata)
    if kode := request.GET.get("indikator", ""):
        indikator = _indikator_disaring(kode, pegawai)
        tampil = tampil.filter(indikator=indikator)
    halaman = Paginator(
        tampil.select_related("indikator", "diisi_oleh", "pegawai")
        .prefetch_related(Prefetch("bukti", Bukti.objects.berlaku(), to_attr="foto"))
        .order_by("-tanggal", "-pk"),
        PER_HALAMAN,
    ).get_page(request.GET.get("page"))
    masa = masa_catatan(pegawai)
    baris = [
        {
            "catatan": satu,
            "hasil": f"{teks_angka(satu.hasil)} {satu.indikator.satuan}".strip() if satu.hasil is not None else "",
            "terbuka": not satu.dibatalkan_pada and not masa.alasan_tutup(satu.tanggal),
        }
        for satu in halaman
    ]
    return {
        "halaman": halaman,
        "baris": baris,
        "pilihan_bulan": pilihan,
        "bulan": bulan,
        "kata": kata,
        "indikator": indikator,
        "disaring": bool(bulan or kata or indikator),
    }


def _indikator_disaring(kode: str, pegawai: Pegawai) -> Indikator:
    try:
        return Indikator.objects.get(uuid=UUID(kode), rencana__skp__pegawai=pegawai)
    except (ValueError, Indikator.DoesNotExist):
        raise Http404 from None


@wajib_masuk
@require_safe
def catatan_orang(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Notes of somebody, for those who may read that person's plan."""
    pengguna = akun(request)
    pegawai = get_object_or_404(Pegawai, uuid=kode)
    if not SKP.objects.terlihat_oleh(pengguna).filter(pegawai=pegawai).exists():
        raise Http404
    dasar = CatatanHarian.objects.terlihat_oleh(pengguna).filter(pegawai=pegawai)
    konteks = _konteks_daftar(request, dasar, pegawai)
    return render(request, "kinerja/catatan_orang.html", konteks | {"pegawai": pegawai})


def _milik(pengguna: Pengguna, kode: UUID) -> CatatanHarian:
    catatan: CatatanHarian = get_object_or_404(
        CatatanHarian.objects.select_related("pegawai", "indikator"), uuid=kode, pegawai__pengguna=pengguna
    )
    return catatan


def _awal(satu: CatatanHarian) -> dict[str, date | Any]:
    return {
        "tanggal": satu.tanggal,
        "uraian": satu.uraian,
        "indikator": satu.indikator.uuid if satu.indikator else None,
        "hasil": tanpa_nol(satu.hasil),
        "versi": satu.versi,
    }


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def catatan_ubah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Change an own note, or add photos to it."""
    pengguna = akun(request)
    satu = _milik(pengguna, kode)
    pilihan = pilihan_indikator(satu.pegawai)
    form = CatatanUbahForm(kiriman(request), request.FILES or None, indikator=pilihan, initial=_awal(satu))

    def catatan_kini() -> None:
        satu.refresh_from_db()
        pasang_versi(form, satu.versi)

    status = jalankan(
        request,
        form,
        lambda data: ubah_catatan(catatan=satu, oleh=pengguna, versi=data["versi"], isi=form.isi),
        saat_konflik=catatan_kini,
    )
    if status is None:
        messages.success(request, "Catatan tersimpan.")
        for alasan in tambah_beberapa_foto(catatan=satu, oleh=pengguna, berkas=form.cleaned_data["foto"]):
            messages.error(request, alasan)
        return redirect("kinerja:catatan")
    return render(request, "kinerja/catatan_ubah.html", {"form": form, "catatan": satu}, status=status)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def catatan_batalkan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Void an own note with a reason."""
    pengguna = akun(request)
    satu = _milik(pengguna, kode)
    form = AlasanForm(kiriman(request))
    status = jalankan(request, form, lambda data: batalkan_catatan(catatan=satu, oleh=pengguna, alasan=data["alasan"]))
    if status is None:
        messages.success(request, "Catatan dibatalkan. Alasannya tercatat.")
        return redirect("kinerja:catatan")
    return render(request, "kinerja/catatan_batalkan.html", {"form": form, "catatan": satu}, status=status)
