"""Staff pages: surveys of the own units, their counters, the steps of their life, suggestions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from rakumpit.angka import format_angka
from rakumpit.lembar import tulis_csv, tulis_xlsx
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import format_tanggal, format_waktu
from survei import proses
from survei.enums import LABEL_CATATAN_MUTU, CatatanMutu
from survei.forms import BatalkanForm, EksporSaranForm, YakinForm
from survei.models import RekapHarian, Respons, Survei
from survei.perhitungan import SEL_MINIMUM_DALAM, target_sampel
from survei.permissions import boleh_membaca_saran, boleh_mengelola
from survei.ringkasan import batas_tampil, hitungan_survei, pita_instrumen
from survei.views import tampilan


def _pengguna(request: HttpRequest) -> Pengguna:
    pengguna = request.user
    if not isinstance(pengguna, Pengguna):
        raise Http404
    return pengguna


def _survei(request: HttpRequest, uuid: UUID) -> Survei:
    """The survey if this person may see its counters; anything else does not exist."""
    terlihat = Survei.objects.terlihat_oleh(_pengguna(request)).select_related("unit", "instrumen")
    survei: Survei | None = terlihat.filter(uuid=uuid).first()
    if survei is None:
        raise Http404
    return survei


def _galat(form: Form) -> str:
    return " ".join(str(pesan) for daftar in form.errors.values() for pesan in daftar)


def _dikelola(request: HttpRequest, uuid: UUID) -> Survei:
    """The survey if this person may manage it; anything else does not exist."""
    if not boleh_mengelola(_pengguna(request)):
        raise Http404
    return _survei(request, uuid)


def _bersaran(request: HttpRequest, uuid: UUID) -> Survei:
    """The survey if this person may read its suggestions."""
    survei = _survei(request, uuid)
    if not boleh_membaca_saran(_pengguna(request), survei):
        raise Http404
    return survei


@login_required
@require_safe
def kelola(request: HttpRequest) -> HttpResponse:
    """Surveys whose counters this person may see."""
    diterima = (
        RekapHarian.objects.filter(survei=OuterRef("pk"))
        .values("survei")
        .annotate(banyak=Sum("diterima"))
        .values("banyak")
    )
    semua = (
        Survei.objects.terlihat_oleh(_pengguna(request))
        .select_related("unit")
        .annotate(diterima=Coalesce(Subquery(diterima), 0))
        .order_by("-mulai", "unit__nama", "pk")
    )
    kata = " ".join(request.GET.get("q", "").split())[:100]
    if kata:
        semua = semua.filter(Q(judul__icontains=kata) | Q(unit__nama__icontains=kata))
    halaman = Paginator(semua, 50).get_page(request.GET.get("page"))
    baris = [(satu, f"{format_tanggal(satu.mulai)} – {format_tanggal(satu.selesai)}") for satu in halaman]
    return render(request, "survei/kelola.html", {"halaman": halaman, "baris": baris, "q": kata})


@login_required
@require_safe
def kelola_survei(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Dashboard of one survey, read from counters; its cost does not grow with the answers."""
    survei = _survei(request, uuid)
    pita = pita_instrumen(survei.instrumen)
    sebelum = batas_tampil(survei)
    hitungan = hitungan_survei(survei, sebelum=sebelum)
    hasil = hitungan.indeks(pita)
    cukup = tampilan.cukup(hitungan.dihitung, SEL_MINIMUM_DALAM) and hasil.ikm is not None
    rekap = RekapHarian.objects.filter(survei=survei)
    menurut_layanan = dict(
        (rekap.filter(hari__lt=sebelum) if sebelum else rekap)
        .order_by()
        .values_list("layanan_id")
        .annotate(banyak=Sum("dihitung"))
    )
    tersimpan = getattr(survei, "hasil", None)
    isi: dict[str, Any] = {
        "survei": survei,
        "masa": f"{format_tanggal(survei.mulai)} – {format_tanggal(survei.selesai)}",
        "boleh": boleh_mengelola(_pengguna(request)),
        "boleh_saran": boleh_membaca_saran(_pengguna(request), survei),
        "diterima": rekap.aggregate(banyak=Sum("diterima"))["banyak"] or 0,
        "dihitung": hitungan.dihitung,
        "tidak_dihitung": hitungan.diterima - hitungan.dihitung,
        "lurus": hitungan.lurus,
        "persen_lurus": format_angka(Fraction(100 * hitungan.lurus, hitungan.dihitung), 1) if hitungan.dihitung else "",
        "bertahap": sebelum is not None,
        "sampai": format_tanggal(sebelum - timedelta(days=1)) if sebelum and hitungan.dihitung else "",
        "dihitung_pada": format_waktu(hitungan.dihitung_pada) if hitungan.dihitung_pada else "",
        "target": target_sampel(survei.populasi) if survei.populasi else None,
        "minimum": SEL_MINIMUM_DALAM,
        "cukup": cukup,
        "ikm": format_angka(hasil.ikm) if cukup and hasil.ikm is not None else "",
        "mutu": tampilan.teks_mutu(hasil.mutu) if cukup else "",
        "unsur": tampilan.baris_unsur(
            hasil, list(survei.instrumen.pertanyaan.order_by("urutan")), pita, SEL_MINIMUM_DALAM
        )
        if cukup
        else [],
        "layanan": [(satu.nama, menurut_layanan.get(satu.pk, 0)) for satu in survei.layanan.order_by("nama", "pk")],
        "catatan": [LABEL_CATATAN_MUTU[CatatanMutu(butir)] for butir in tersimpan.bendera] if tersimpan else [],
    }
    return render(request, "survei/kelola_survei.html", isi)


def _langkah(request: HttpRequest, uuid: UUID, jalankan: Callable[..., object], sesudah: str) -> HttpResponse:
    """One step of the survey's life: confirmed, done by ``proses``, told in one sentence."""
    survei = _dikelola(request, uuid)
    form = YakinForm(request.POST)
    if not form.is_valid():
        messages.error(request, _galat(form))
    else:
        try:
            jalankan(survei=survei, oleh=_pengguna(request))
        except ValidationError as galat:
            messages.error(request, " ".join(galat.messages))
        else:
            messages.success(request, sesudah)
    return redirect("survei:kelola_survei", uuid=uuid)


@login_required
@require_POST
def buka(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Open a draft."""
    return _langkah(request, uuid, proses.buka, "Survei dibuka. Warga dapat mengisi sesuai tanggalnya.")


@login_required
@require_POST
def tutup(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Close an open survey."""
    return _langkah(request, uuid, proses.tutup, "Survei ditutup. Tidak ada jawaban baru yang diterima.")


@login_required
@require_POST
def kunci(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Count for the last time and lock."""
    return _langkah(request, uuid, proses.kunci, "Survei dikunci. Hasilnya tidak berubah lagi.")


@login_required
@require_POST
def publikasikan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show the locked result to the public."""
    return _langkah(request, uuid, proses.publikasikan, "Hasil survei sudah tampil untuk umum.")


@login_required
@require_safe
def saran(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Suggestions without anything that stands beside them, in an order that tells nothing."""
    survei = _bersaran(request, uuid)
    semua = (
        Respons.objects.filter(survei=survei, dibatalkan=False)
        .exclude(saran="")
        .order_by("submission_id")
        .only("submission_id", "saran")
    )
    halaman = Paginator(semua, 50).get_page(request.GET.get("page"))
    isi = {
        "survei": survei,
        "halaman": halaman,
        "form": EksporSaranForm(),
        "boleh_batal": boleh_mengelola(_pengguna(request)) and not survei.hitungan_final,
    }
    return render(request, "survei/saran.html", isi)


@login_required
@require_POST
def unduh_saran(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Suggestions as XLSX or CSV; cells cannot run as formulas, the purpose is recorded."""
    survei = _bersaran(request, uuid)
    form = EksporSaranForm(request.POST)
    if not form.is_valid():
        messages.error(request, _galat(form))
        return redirect("survei:saran", uuid=uuid)
    bentuk = form.cleaned_data["bentuk"]
    isi = proses.catat_ekspor_saran(
        survei=survei, oleh=_pengguna(request), tujuan=form.cleaned_data["tujuan"], bentuk=bentuk
    )
    baris: list[list[str]] = [["Saran"], *([satu] for satu in isi)]
    jenis = "text/csv; charset=utf-8"
    if bentuk == "xlsx":
        jenis = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    balasan = HttpResponse(
        tulis_xlsx(baris, nama_lembar="Saran") if bentuk == "xlsx" else tulis_csv(baris), content_type=jenis
    )
    balasan["Content-Disposition"] = f'attachment; filename="saran-{survei.kode}.{bentuk}"'
    balasan["Cache-Control"] = "no-store"
    return balasan


@login_required
@require_POST
def batalkan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Void one form (spam, a test) with a reason."""
    survei = _dikelola(request, uuid)
    form = BatalkanForm(request.POST)
    if not form.is_valid():
        messages.error(request, _galat(form))
    else:
        try:
            proses.batalkan_isian(survei=survei, oleh=_pengguna(request), **form.cleaned_data)
        except ValidationError as galat:
            messages.error(request, " ".join(galat.messages))
        else:
            messages.success(request, "Jawaban dibatalkan dan tidak ikut dihitung.")
    return redirect("survei:saran", uuid=uuid)
