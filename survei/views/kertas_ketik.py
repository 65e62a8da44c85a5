"""Typing of paper forms: first entry with undo, second entry of the sample, comparison and correction."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rakumpit.organisasi.models import Pengguna
from rakumpit.tertahan import isian_tertahan, kiriman, titipkan, wajib_masuk
from rakumpit.waktu import format_tanggal, hari_ini
from survei.enums.kertas import StatusBatch, StatusLembar
from survei.forms.kertas import Cetakan, KoreksiForm, LembarForm, awal_dari_isian
from survei.models import BatchKertas, LembarKertas
from survei.perhitungan.kertas import medan_berbeda
from survei.permissions import boleh_mengelola, boleh_mengetik
from survei.proses.lembar import ketik_kedua, ketik_lembar, koreksi_lembar, urungkan_lembar
from survei.proses.lembar_isi import tanggal_isian
from survei.ringkasan.kertas import rekap_lembar
from survei.views.formulir import simpan
from survei.views.kelola import pengguna_masuk
from survei.views.kertas import batch_terlihat, kalimat_beda

_RIWAYAT = 5


def _diketik(request: HttpRequest, uuid: UUID) -> tuple[BatchKertas, Pengguna]:
    """The bundle and its typist; for everybody else it does not exist."""
    pengguna, satu = pengguna_masuk(request), batch_terlihat(request, uuid)
    if not boleh_mengetik(pengguna, satu):
        raise Http404
    return satu, pengguna


def _milik(batch: BatchKertas, pengguna: Pengguna) -> list[LembarKertas]:
    """What this person typed last, the newest first."""
    semua = batch.lembar.filter(petugas_input=pengguna, status=StatusLembar.DIKETIK.value).order_by("-pk")[:_RIWAYAT]
    for satu in semua:
        satu.batch = batch
    return list(semua)


def _awal(batch: BatchKertas, terakhir: LembarKertas | None) -> dict[str, Any]:
    """The next number that is free after the last one typed, and the date of that sheet."""
    terpakai = set(batch.lembar.exclude(status=StatusLembar.BATAL.value).values_list("nomor", flat=True))
    mulai = terakhir.nomor if terakhir else 0
    urut = [*range(mulai + 1, batch.jumlah + 1), *range(1, mulai + 1)]
    return {
        "nomor": next((nomor for nomor in urut if nomor not in terpakai), None),
        "tanggal": tanggal_isian(terakhir.tertulis) if terakhir else min(hari_ini(), batch.survei.selesai),
        "kiriman": uuid4(),
    }


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def ketik(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One sheet after the other; with digits and Enter alone, with or without a script."""
    batch, pengguna = _diketik(request, uuid)
    if batch.status != StatusBatch.DIKETIK and request.method != "POST":
        return redirect("survei:kertas_batch", uuid=uuid)
    cetakan = Cetakan.dari(batch)
    riwayat = _milik(batch, pengguna)
    form = LembarForm(kiriman(request), cetakan=cetakan, initial=_awal(batch, riwayat[0] if riwayat else None))
    jadi: list[LembarKertas] = []

    def aksi(data: dict[str, Any]) -> None:
        jadi.append(
            ketik_lembar(batch=batch, kiriman=data["kiriman"], nomor=data["nomor"], isian=form.isian, oleh=pengguna)
        )

    status = simpan(request, form, aksi)
    if status is None:
        messages.success(request, f"Lembar {jadi[0]} tersimpan.")
        return redirect("survei:kertas_ketik", uuid=uuid)
    hidup = batch.lembar.exclude(status=StatusLembar.BATAL.value)
    isi = {
        "batch": batch,
        "survei": batch.survei,
        "form": form,
        "layanan": list(enumerate(form.cetakan.layanan, start=1)),
        "riwayat": riwayat,
        "diketik": hidup.count(),
        "saya": hidup.filter(petugas_input=pengguna).count(),
        "tertahan": request.method != "POST" and isian_tertahan(request) is not None,
    }
    return render(request, "survei/kertas_ketik.html", isi, status=status)


@wajib_masuk
@require_POST
def urungkan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take the own last sheet back; what was typed waits on the typing page until it is saved again."""
    pengguna = pengguna_masuk(request)
    lembar = LembarKertas.objects.select_related("batch__survei__instrumen").filter(uuid=uuid).first()
    if lembar is None:
        # Pressed twice: the first press took the sheet away, and its contents wait on the page of its bundle.
        batch, _ = _diketik(request, _uuid_kiriman(request, "bundel"))
        return redirect("survei:kertas_ketik", uuid=batch.uuid)
    batch, nomor = lembar.batch, lembar.nomor
    if not boleh_mengetik(pengguna, batch):
        raise Http404
    try:
        isi = urungkan_lembar(lembar=lembar, oleh=pengguna)
    except PermissionDenied:
        raise Http404 from None
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
        return redirect("survei:kertas_ketik", uuid=batch.uuid)
    awal = awal_dari_isian(Cetakan.dari(batch), isi) | {
        "nomor": nomor,
        "tanggal": format_tanggal(tanggal_isian(isi)),
        "kiriman": uuid4(),
    }
    if sum(nilai is not None for nilai in isi["jawaban"].values()) < batch.survei.instrumen.minimal_terjawab:
        awal["sedikit"] = "on"  # it was accepted with so few answers before
    halaman = reverse("survei:kertas_ketik", args=[batch.uuid])
    titipkan(request, halaman, {nama: [str(nilai)] for nama, nilai in awal.items()})
    messages.success(request, f"Lembar {batch.nomor_formulir(nomor)} diurungkan. Perbaiki, lalu simpan lagi.")
    return redirect(halaman)


def _uuid_kiriman(request: HttpRequest, nama: str) -> UUID:
    try:
        return UUID(request.POST.get(nama, ""))
    except ValueError:
        raise Http404 from None


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def periksa(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Type the sheets of the sample again; what the first person typed is not shown."""
    batch, pengguna = _diketik(request, uuid)
    menunggu = (
        batch.lembar.filter(contoh=True, petugas_kedua=None, status=StatusLembar.DIKETIK.value)
        .exclude(petugas_input=pengguna)
        .order_by("nomor")
    )
    nomor = list(menunggu.values_list("nomor", flat=True))
    if request.method != "POST" and (not nomor or batch.status != StatusBatch.DIPERIKSA):
        messages.info(request, "Tidak ada lembar yang menunggu diketik lagi oleh Anda.")
        return redirect("survei:kertas_batch", uuid=uuid)
    awal = {"nomor": nomor[0] if nomor else None, "tanggal": "", "kiriman": uuid4()}
    form = LembarForm(kiriman(request), cetakan=Cetakan.dari(batch), kedua=True, initial=awal)
    jadi: list[LembarKertas] = []

    def aksi(data: dict[str, Any]) -> None:
        lembar = menunggu.filter(nomor=data["nomor"]).first()
        if lembar is None:
            raise ValidationError({"nomor": f"Lembar {data['nomor']} tidak menunggu diketik lagi oleh Anda."})
        jadi.append(ketik_kedua(lembar=lembar, isian=form.isian, oleh=pengguna))

    status = simpan(request, form, aksi)
    if status is None:
        sama = "sama" if not jadi[0].berbeda else f"berbeda pada {jadi[0].berbeda} isian"
        messages.success(request, f"Lembar {batch.nomor_formulir(jadi[0].nomor)} tersimpan: {sama}.")
        return redirect("survei:kertas_periksa", uuid=uuid)
    isi = {
        "batch": batch,
        "survei": batch.survei,
        "form": form,
        "layanan": list(enumerate(form.cetakan.layanan, start=1)),
        "menunggu": [batch.nomor_formulir(satu) for satu in nomor],
        "kedua": True,
    }
    return render(request, "survei/kertas_ketik.html", isi, status=status)


@wajib_masuk
@require_safe
def banding(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The sheets that were typed twice: how often both entries agree, and which wait for a look at the paper."""
    if not boleh_mengelola(pengguna_masuk(request)):
        raise Http404
    batch = batch_terlihat(request, uuid)
    lembar = batch.lembar.filter(contoh=True).exclude(status=StatusLembar.BATAL.value)
    baris = list(lembar.select_related("petugas_input", "petugas_kedua", "dikoreksi_oleh").order_by("nomor"))
    for satu in baris:
        satu.batch = batch
    isi = {"batch": batch, "survei": batch.survei, "baris": baris, "beda": kalimat_beda(rekap_lembar(batch))}
    return render(request, "survei/kertas_banding.html", isi)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def koreksi(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Both entries of one sheet side by side, and the fields as they stand on the paper."""
    pengguna = pengguna_masuk(request)
    if not boleh_mengelola(pengguna):
        raise Http404
    lembar = get_object_or_404(
        LembarKertas.objects.select_related("batch__survei__instrumen", "batch__survei__unit", "petugas_input"),
        uuid=uuid,
    )
    batch = lembar.batch
    if lembar.isian is None or lembar.isian_kedua is None:
        messages.info(request, f"Lembar {lembar} tidak menunggu perbaikan.")
        return redirect("survei:kertas_banding", uuid=batch.uuid)
    cetakan = Cetakan.dari(batch)
    form = KoreksiForm(kiriman(request), cetakan=cetakan, initial=awal_dari_isian(cetakan, lembar.isian))
    status = simpan(
        request,
        form,
        lambda data: koreksi_lembar(lembar=lembar, isian=form.isian, alasan=data["alasan"], oleh=pengguna),
    )
    if status is None:
        messages.success(request, f"Lembar {lembar} diperbaiki. Alasannya tercatat.")
        return redirect("survei:kertas_banding", uuid=batch.uuid)
    isi = {
        "batch": batch,
        "survei": batch.survei,
        "lembar": lembar,
        "keterangan": f"Lembar {lembar}, {batch.survei.judul}",
        "form": form,
        "layanan": list(enumerate(cetakan.layanan, start=1)),
        "beda": _baris_beda(cetakan, lembar),
    }
    return render(request, "survei/kertas_koreksi.html", isi, status=status)


def _baris_beda(cetakan: Cetakan, lembar: LembarKertas) -> list[tuple[str, str, str]]:
    """(field, first entry, second entry) in digits, for the fields that differ."""
    if lembar.isian is None or lembar.isian_kedua is None:
        return []
    beda, _ = medan_berbeda(lembar.isian, lembar.isian_kedua)
    label = {f"jawaban.{satu.kode_unsur}": (satu.nomor, f"{satu.nomor} {satu.unsur}") for satu in cetakan.tanya}
    contoh = LembarForm(cetakan=cetakan)
    satu, dua = (awal_dari_isian(cetakan, isi) for isi in (lembar.isian, lembar.isian_kedua))
    baris = []
    for medan in beda:
        nama, kata = label.get(medan) or (medan.rpartition(".")[2], "")
        kata = kata or str(contoh.fields[nama].label)
        baris.append((kata, str(satu[nama] or "kosong"), str(dua[nama] or "kosong")))
    return baris
