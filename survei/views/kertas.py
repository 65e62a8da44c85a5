"""Bundles of paper forms: list and making, the sheets as PDF, officers, and the steps of their life."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count, IntegerField, Q, prefetch_related_objects
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rakumpit.angka import format_angka
from rakumpit.berkas import unduhan_jadi
from rakumpit.dokumen.susun import Bingkai, susun_pdf
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import format_tanggal
from survei.enums import DEMOGRAFI, StatusSurvei
from survei.enums.instrumen import ArahButir
from survei.enums.kertas import StatusBatch, StatusLembar
from survei.forms.isian import kalimat_lama
from survei.forms.kelola import YakinForm
from survei.forms.kertas import AlasanKertasForm, BatchForm, Cetakan, PetugasForm
from survei.models import BatchKertas, LembarKertas, Pertanyaan, Pilihan, Survei
from survei.permissions import boleh_membaca_saran, boleh_mengelola, boleh_mengetik
from survei.proses import kertas as proses
from survei.proses.lembar import batalkan_lembar
from survei.proses.masa_simpan import batas_ketikan
from survei.ringkasan.kertas import RekapLembar, rekap_lembar
from survei.views.formulir import simpan
from survei.views.kelola import pengelola_masuk, pengguna_masuk, survei_terlihat, tab_survei
from survei.views.publik import bahasa_diminta, lengkapi, pilihan_bahasa

PER_HALAMAN = 50
JENIS_BATCH = {
    StatusBatch.DIKETIK: "berjalan",
    StatusBatch.DIPERIKSA: "perhatian",
    StatusBatch.DIHITUNG: "baik",
    StatusBatch.BATAL: "netral",
}
JENIS_LEMBAR = {StatusLembar.DIKETIK: "berjalan", StatusLembar.DIHITUNG: "baik", StatusLembar.BATAL: "netral"}


def batch_terlihat(request: HttpRequest, uuid: UUID) -> BatchKertas:
    """A bundle that this person types or may read about; anything else does not exist."""
    semua = BatchKertas.objects.terlihat_oleh(pengguna_masuk(request))
    satu: BatchKertas = get_object_or_404(
        semua.select_related("survei__instrumen", "survei__unit", "unit", "dicetak_oleh", "berakhir_oleh"), uuid=uuid
    )
    return satu


@wajib_masuk
@require_safe
def saya(request: HttpRequest) -> HttpResponse:
    """Bundles that this person types."""
    pengguna = pengguna_masuk(request)
    if getattr(pengguna, "pegawai", None) is None:
        raise Http404
    semua = BatchKertas.objects.dapat_diketik().filter(petugas=pengguna).select_related("survei", "unit")
    halaman = Paginator(berhitung(semua).order_by("survei__selesai", "nomor", "pk"), PER_HALAMAN).get_page(
        request.GET.get("page")
    )
    isi = {"halaman": halaman, "baris": [(satu, JENIS_BATCH[StatusBatch(satu.status)]) for satu in halaman]}
    return render(request, "survei/kertas_saya.html", isi)


def berhitung(semua: Any) -> Any:
    """Bundles with the number of their live sheets, also where the sheets are deleted after their time."""
    tersimpan = Cast(KeyTextTransform("diketik", "rekap_lembar"), IntegerField())
    ada = Count("lembar", filter=~Q(lembar__status=StatusLembar.BATAL.value))
    return semua.annotate(diketik=Coalesce(tersimpan, ada))


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def daftar(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Bundles of one survey; the pengelola makes a new one here."""
    pengguna = pengelola_masuk(request) if request.method == "POST" else pengguna_masuk(request)
    survei = survei_terlihat(request, uuid)
    boleh = boleh_mengelola(pengguna)
    form = BatchForm(
        kiriman(request),
        calon=proses.calon_petugas(survei),
        unit=proses.calon_unit(survei),
        initial={"unit": survei.unit.uuid, "jumlah": 50, "kiriman": uuid4()},
    )
    jadi: list[BatchKertas] = []
    status = simpan(request, form, lambda data: jadi.append(proses.buat_batch(survei=survei, oleh=pengguna, **data)))
    if status is None:
        messages.success(request, f"{jadi[0]} siap dicetak: {jadi[0].jumlah} lembar.")
        return redirect("survei:kertas_batch", uuid=jadi[0].uuid)
    semua = berhitung(BatchKertas.objects.filter(survei=survei).select_related("unit")).order_by("-nomor")
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("page"))
    isi = {
        "survei": survei,
        "halaman": halaman,
        "baris": [(satu, JENIS_BATCH[StatusBatch(satu.status)]) for satu in halaman],
        "tab": tab_survei(survei, boleh_membaca_saran(pengguna, survei), "kertas"),
        "form": form if boleh and (form.is_bound or survei.status == StatusSurvei.TERBUKA) else None,
    }
    return render(request, "survei/kertas_daftar.html", isi, status=status)


def kalimat_beda(rekap: RekapLembar) -> str:
    """Differences between both entries so far, in words; empty while nothing was typed twice."""
    if not rekap["dibandingkan"]:
        return ""
    persen = format_angka(Fraction(100 * rekap["berbeda"], rekap["dibandingkan"]), 1)
    return (
        f"{rekap['berbeda']} dari {rekap['dibandingkan']} isian berbeda ({persen} persen), "
        f"pada {rekap['banding']} lembar yang diketik dua kali."
    )


def kalimat_belum(rekap: RekapLembar) -> str:
    """What still stands between a bundle and its count, in words; empty when nothing does."""
    belum = (
        (rekap["contoh"] - rekap["kedua"], "lembar pilihan belum diketik lagi oleh orang kedua"),
        (rekap["belum_cocok"], "lembar belum dicocokkan dengan kertasnya"),
    )
    return ", ".join(f"{banyak} {kata}" for banyak, kata in belum if banyak)


@wajib_masuk
@require_safe
def batch(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One bundle: how far it is, its sheets without what stands on them, and what this reader may do."""
    return _halaman(request, batch_terlihat(request, uuid))


def _halaman(
    request: HttpRequest,
    satu: BatchKertas,
    *,
    petugas: Form | None = None,
    batal: Form | None = None,
    status: int = 200,
) -> HttpResponse:
    pengguna = pengguna_masuk(request)
    boleh = boleh_mengelola(pengguna)
    lembar = satu.lembar.select_related("petugas_input", "petugas_kedua").order_by("nomor", "pk")
    halaman = Paginator(lembar, PER_HALAMAN).get_page(request.GET.get("page"))
    for baris in halaman:
        baris.batch = satu
    mengetik = boleh_mengetik(pengguna, satu)
    rekap = rekap_lembar(satu)
    berjalan = satu.status in {StatusBatch.DIKETIK.value, StatusBatch.DIPERIKSA.value}
    if boleh and berjalan and petugas is None:
        terpilih = [akun.uuid for akun in satu.petugas.all()]
        petugas = PetugasForm(calon=proses.calon_petugas(satu.survei), initial={"petugas": terpilih})
    isi = {
        "batch": satu,
        "survei": satu.survei,
        "jenis": JENIS_BATCH[StatusBatch(satu.status)],
        "keterangan": f"{satu.survei.judul} · {satu.unit.nama}",
        "halaman": halaman,
        "baris": [(baris, JENIS_LEMBAR[StatusLembar(baris.status)]) for baris in halaman],
        "hitung": rekap,
        "beda": kalimat_beda(rekap),
        "belum": kalimat_belum(rekap),
        "batas": format_tanggal(batas) if berjalan and (batas := batas_ketikan(satu.survei)) else "",
        "dikunci": satu.survei.hitungan_final,
        "petugas": [akun.nama for akun in satu.petugas.order_by("nama", "pk")],
        "boleh": boleh,
        "mengetik": mengetik,
        "cetak": berjalan and not satu.survei.hitungan_final and (boleh or mengetik),
        "berjalan": berjalan,
        "formulir": pilihan_bahasa(satu.survei, "", reverse("survei:kertas_formulir", args=[satu.uuid]))
        if berjalan
        else [],
        "terlihat": Survei.objects.terlihat_oleh(pengguna).filter(pk=satu.survei_id).exists(),
        "form_petugas": petugas if boleh and berjalan and not satu.survei.hitungan_final else None,
        "form_batal": (batal or AlasanKertasForm(auto_id="batal_%s")) if boleh and berjalan else None,
        "tertolak": next((form for form in (petugas, batal) if form is not None and form.is_bound), None),
    }
    return render(request, "survei/kertas_batch.html", isi, status=status)


def _urut_pilihan(tanya: Pertanyaan) -> list[Pilihan]:
    """The answers in the order of the screen; what is written in the box is the value."""
    return sorted(tanya.pilihan.all(), key=lambda satu: satu.nilai, reverse=tanya.arah == ArahButir.BERLAWANAN)


@wajib_masuk
@require_safe
def formulir(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The sheets of a bundle as PDF, two sides each, on demand in another language (``?bahasa=``).

    Nothing is stored: the same bundle gives the same sheets. What is typed are digits, the same in every language.
    """
    satu = batch_terlihat(request, uuid)
    pengguna = pengguna_masuk(request)
    if not (boleh_mengelola(pengguna) or boleh_mengetik(pengguna, satu)):
        raise Http404
    survei, bahasa = satu.survei, bahasa_diminta(request.GET)
    prefetch_related_objects([survei.instrumen], "pertanyaan__pilihan")
    lengkapi(survei, bahasa)
    cetakan = Cetakan.dari(satu)
    bingkai = Bingkai(judul=f"Formulir survei, {satu}", tanggal=satu.dicetak_pada, contoh=settings.CONTOH)
    data = {
        "kop": {"pemerintah": "Pemerintah Kota Palangka Raya", "kantor": satu.unit.nama, "alamat": ""},
        "pertanyaan": survei.instrumen.judul_formulir,
        "lama": kalimat_lama(len(cetakan.tanya)),
        "saran": survei.instrumen.ada_saran,
        "judul": survei.judul,
        "terakhir": format_tanggal(survei.selesai),
        "lembar": [satu.nomor_formulir(nomor) for nomor in range(1, satu.jumlah + 1)],
        "layanan": [layanan.nama if layanan else "" for layanan in cetakan.layanan],
        "tanya": [
            {
                "nomor": tanya.nomor,
                "teks": tanya.teks,
                "pilihan": [[str(p.nilai), p.label] for p in _urut_pilihan(tanya)],
            }
            for tanya in cetakan.tanya
        ],
        "diri": [
            {"label": label, "pilihan": [[str(urut), teks] for urut, teks in enumerate(pilihan.values(), start=1)]}
            for label, pilihan in DEMOGRAFI.values()
        ],
    }
    nama = "-".join(filter(None, ("formulir", survei.kode, "bundel", str(satu.nomor), bahasa)))
    return unduhan_jadi(susun_pdf("formulir_survei", data, bingkai=bingkai), nama, "pdf")


@wajib_masuk
@require_POST
def petugas(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Name who types."""
    pengguna = pengelola_masuk(request)
    satu = batch_terlihat(request, uuid)
    form = PetugasForm(request.POST, calon=proses.calon_petugas(satu.survei))
    status = simpan(request, form, lambda data: proses.atur_petugas(batch=satu, oleh=pengguna, **data))
    if status is not None:
        return _halaman(request, batch_terlihat(request, uuid), petugas=form, status=status)
    messages.success(request, "Petugas bundel ini tersimpan.")
    return redirect("survei:kertas_batch", uuid=uuid)


def _langkah(request: HttpRequest, uuid: UUID, aksi: Callable[[BatchKertas], str]) -> HttpResponse:
    """A confirmed step, told in one sentence."""
    satu = batch_terlihat(request, uuid)
    form = YakinForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Centang dulu bahwa Anda yakin.")
    else:
        try:
            messages.success(request, aksi(satu))
        except ValidationError as galat:
            messages.error(request, " ".join(galat.messages))
    return redirect("survei:kertas_batch", uuid=uuid)


@wajib_masuk
@require_POST
def selesai(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """End the typing; the system draws the sheets that somebody else types again."""
    pengguna, satu = pengguna_masuk(request), batch_terlihat(request, uuid)
    if not (boleh_mengelola(pengguna) or boleh_mengetik(pengguna, satu)):
        raise Http404

    def aksi(batch: BatchKertas) -> str:
        banyak = proses.selesai_ketik(batch=batch, oleh=pengguna)
        return f"Pengetikan selesai. Sistem memilih {banyak} lembar untuk diketik lagi oleh orang kedua."

    return _langkah(request, uuid, aksi)


@wajib_masuk
@require_POST
def hitung(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Count the bundle."""
    pengguna = pengelola_masuk(request)

    def aksi(batch: BatchKertas) -> str:
        banyak = proses.hitung_batch(batch=batch, oleh=pengguna)
        return f"{banyak} lembar masuk hitungan survei dengan saluran kertas."

    return _langkah(request, uuid, aksi)


@wajib_masuk
@require_POST
def batal(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Give a bundle up."""
    pengguna = pengelola_masuk(request)
    satu = batch_terlihat(request, uuid)
    form = AlasanKertasForm(request.POST, auto_id="batal_%s")
    status = simpan(request, form, lambda data: proses.batalkan_batch(batch=satu, oleh=pengguna, **data))
    if status is not None:
        return _halaman(request, batch_terlihat(request, uuid), batal=form, status=status)
    messages.success(request, f"{satu} dibatalkan. Lembarnya tidak dihitung.")
    return redirect("survei:kertas_batch", uuid=uuid)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def lembar_batal(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Void one sheet before it is counted."""
    pengguna = pengelola_masuk(request)
    lembar = get_object_or_404(LembarKertas.objects.select_related("batch__survei"), uuid=uuid)
    form = AlasanKertasForm(kiriman(request))
    status = simpan(request, form, lambda data: batalkan_lembar(lembar=lembar, oleh=pengguna, **data))
    if status is None:
        messages.success(request, f"Lembar {lembar} dibatalkan dan tidak dihitung.")
        return redirect("survei:kertas_batch", uuid=lembar.batch.uuid)
    keterangan = f"Lembar {lembar}, {lembar.batch.survei.judul}"
    isi = {"form": form, "lembar": lembar, "batch": lembar.batch, "keterangan": keterangan}
    return render(request, "survei/kertas_lembar_batal.html", isi, status=status)
