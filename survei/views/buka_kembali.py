"""Opening a locked survey again: the request of the pengelola and the decision of another person."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import format_waktu
from survei.enums.buka_kembali import StatusPermintaanBuka
from survei.forms.buka_kembali import MintaBukaForm, SertakanForm, TolakBukaForm
from survei.models import PermintaanBuka
from survei.permissions import boleh_membaca_permintaan, boleh_memutus_buka, boleh_menarik_buka, boleh_mengelola
from survei.proses.buka_kembali import minta_buka, setujui_buka, tarik_buka, tolak_buka
from survei.proses.terlambat import sertakan_terlambat
from survei.ringkasan.terlambat import jawaban_terlambat
from survei.views.formulir import simpan
from survei.views.kelola import pengelola_masuk, pengguna_masuk, survei_terlihat

_JENIS = {
    StatusPermintaanBuka.DIAJUKAN: "berjalan",
    StatusPermintaanBuka.DISETUJUI: "baik",
    StatusPermintaanBuka.DITOLAK: "bahaya",
    StatusPermintaanBuka.DITARIK: "netral",
}


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def minta(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Ask, with the reason that everybody will read."""
    pengguna = pengguna_masuk(request)
    if not boleh_mengelola(pengguna):
        raise Http404
    survei = survei_terlihat(request, uuid)
    form = MintaBukaForm(kiriman(request))
    jadi: list[PermintaanBuka] = []
    status = simpan(request, form, lambda data: jadi.append(minta_buka(survei=survei, oleh=pengguna, **data)))
    if status is None:
        messages.success(request, "Permintaan diajukan. Orang lain yang memutuskannya.")
        return redirect("survei:permintaan_buka", uuid=jadi[0].uuid)
    isi = {
        "survei": survei,
        "form": form,
        "tertolak": form if form.errors else None,
        "terlambat": jawaban_terlambat(survei),
    }
    return render(request, "survei/minta_buka.html", isi, status=status)


def _ambil(request: HttpRequest, uuid: UUID) -> PermintaanBuka:
    """The request if this person may read it; anything else does not exist."""
    permintaan = (
        PermintaanBuka.objects.filter(uuid=uuid)
        .select_related("hasil__survei__unit", "diajukan_oleh", "diputus_oleh", "disertakan_oleh")
        .first()
    )
    if permintaan is None or not boleh_membaca_permintaan(pengguna_masuk(request), permintaan):
        raise Http404
    return permintaan


def _halaman(
    request: HttpRequest, permintaan: PermintaanBuka, tolak: Form | None = None, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    pengguna = pengguna_masuk(request)
    menunggu = permintaan.status == StatusPermintaanBuka.DIAJUKAN
    isi = {
        "permintaan": permintaan,
        "survei": permintaan.hasil.survei,
        "jenis": _JENIS[StatusPermintaanBuka(permintaan.status)],
        "diajukan": format_waktu(permintaan.diajukan_pada),
        "diputus": format_waktu(permintaan.diputus_pada) if permintaan.diputus_pada else "",
        "disertakan": format_waktu(permintaan.disertakan_pada) if permintaan.disertakan_pada else "",
        "boleh_putus": menunggu and boleh_memutus_buka(pengguna, permintaan),
        "boleh_tarik": menunggu and boleh_menarik_buka(pengguna, permintaan),
        "tolak": tolak or TolakBukaForm(),
        "tertolak": tolak if tolak is not None and tolak.errors else None,
    }
    return render(request, "survei/permintaan_buka.html", isi, status=status)


@wajib_masuk
@require_safe
def permintaan_buka(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What is asked, by whom, and what was decided."""
    return _halaman(request, _ambil(request, uuid))


def _langkah(
    request: HttpRequest, uuid: UUID, jalankan: Callable[..., object], sesudah: str, form: Form | None = None
) -> HttpResponse:
    """One decision; a request that does not wait any more is told with 409, a person who may not gets 404."""
    permintaan = _ambil(request, uuid)
    tambahan: dict[str, Any] = {}
    if form is not None:
        if not form.is_valid():
            return _halaman(request, permintaan, form, HTTPStatus.UNPROCESSABLE_ENTITY)
        tambahan = form.cleaned_data
    try:
        jalankan(permintaan=permintaan, oleh=pengguna_masuk(request), **tambahan)
    except PermissionDenied:
        raise Http404 from None
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
        return _halaman(request, permintaan, form, HTTPStatus.CONFLICT)
    messages.success(request, sesudah)
    return redirect("survei:permintaan_buka", uuid=uuid)


@wajib_masuk
@require_POST
def setujui(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Agree: the result stops being valid, the survey stands closed again."""
    return _langkah(request, uuid, setujui_buka, "Survei dibuka kembali. Hasil lama tidak berlaku lagi.")


@wajib_masuk
@require_POST
def tolak(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Refuse with a reason."""
    return _langkah(request, uuid, tolak_buka, "Permintaan ditolak. Hasilnya tetap.", TolakBukaForm(request.POST))


@wajib_masuk
@require_POST
def tarik(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take the own request back."""
    return _langkah(request, uuid, tarik_buka, "Permintaan ditarik kembali.")


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def sertakan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take in all answers that came after the lock, in one decision with its reason."""
    pengguna = pengelola_masuk(request)
    permintaan = _ambil(request, uuid)
    form = SertakanForm(kiriman(request))
    status = simpan(
        request,
        form,
        lambda data: sertakan_terlambat(permintaan=permintaan, alasan=data["alasan"], oleh=pengguna),
    )
    if status is None:
        messages.success(request, "Jawaban terlambat disertakan. Penguncian berikutnya menghitungnya.")
        return redirect("survei:permintaan_buka", uuid=uuid)
    survei = permintaan.hasil.survei
    terlambat = jawaban_terlambat(survei)
    isi = {
        "permintaan": permintaan,
        "survei": survei,
        "form": form,
        "tertolak": form if form.errors else None,
        "terlambat": terlambat,
        "dapat": terlambat is not None and terlambat.dibuka == permintaan,
    }
    return render(request, "survei/sertakan_terlambat.html", isi, status=status)
