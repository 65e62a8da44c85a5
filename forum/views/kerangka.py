"""What the staff pages of sessions and actions share: whose they are, one form, one step, one refusal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from forum.models import SesiForum
from forum.permissions.sesi import boleh_mencatat, boleh_menyelenggarakan
from rakumpit.organisasi.models import Pengguna
from rakumpit.tertahan import buang_tertahan

Remah = Sequence[str]
M = TypeVar("M", bound=Model)


def pengguna_masuk(request: HttpRequest) -> Pengguna:
    """The account; anything else does not exist."""
    if not isinstance(request.user, Pengguna):
        raise Http404
    return request.user


def sesi_terlihat(request: HttpRequest, uuid: UUID) -> SesiForum:
    """A session that this person may see inside the office."""
    terlihat = SesiForum.objects.terlihat_oleh(pengguna_masuk(request)).select_related("unit", "seri")
    sesi: SesiForum = get_object_or_404(terlihat, uuid=uuid)
    return sesi


def sesi_diselenggarakan(request: HttpRequest, uuid: UUID) -> SesiForum:
    """A session that this person organises."""
    sesi = sesi_terlihat(request, uuid)
    if not boleh_menyelenggarakan(pengguna_masuk(request), sesi.unit_id):
        raise Http404
    return sesi


def sesi_dicatat(request: HttpRequest, uuid: UUID) -> SesiForum:
    """A session for which this person writes down who came and what was said."""
    sesi = sesi_terlihat(request, uuid)
    if not boleh_mencatat(pengguna_masuk(request), sesi.unit_id):
        raise Http404
    return sesi


def milik_sesi(
    request: HttpRequest,
    model: type[M],
    uuid: UUID,
    *sertakan: str,
    boleh: Callable[[Pengguna, int], bool] = boleh_mencatat,
) -> M:
    """A row of a session that this person sees and for whose unit ``boleh`` holds, with ``sertakan`` joined; or 404."""
    pengguna = pengguna_masuk(request)
    terlihat = SesiForum.objects.terlihat_oleh(pengguna)
    semua = model._default_manager.filter(sesi__in=terlihat).select_related("sesi__unit", *sertakan)
    satu: Any = get_object_or_404(semua, uuid=uuid)
    if not boleh(pengguna, satu.sesi.unit_id):
        raise Http404
    baris: M = satu
    return baris


def tambah_galat(form: Form, galat: ValidationError) -> None:
    """Errors of a process: at their field where the form has it, above the form otherwise."""
    if not hasattr(galat, "error_dict"):
        form.add_error(None, galat)
        return
    for nama, daftar in galat.error_dict.items():
        form.add_error(nama if nama in form.fields and nama != NON_FIELD_ERRORS else None, list(daftar))


def formulir(
    request: HttpRequest,
    form: Form,
    simpan: Callable[[], Any],
    *,
    judul: str,
    tombol: str,
    remah: Remah,
    pesan: str,
    tujuan: Callable[[Any], str],
    keterangan: str = "",
    penjelasan: str = "",
    berkas: bool = False,
    bahaya: bool = False,
) -> HttpResponse:
    """Show a form, or save it; what was typed comes back with every refusal. The last crumb is where one goes back."""
    status = HTTPStatus.OK
    if request.method == "POST":
        if form.is_valid():
            try:
                hasil = simpan()
            except ValidationError as galat:
                tambah_galat(form, galat)
                status = HTTPStatus.CONFLICT
            else:
                buang_tertahan(request)
                messages.success(request, pesan)
                return redirect(tujuan(hasil))
        else:
            status = HTTPStatus.UNPROCESSABLE_ENTITY
    isi = {
        "form": form,
        "judul": judul,
        "tombol": tombol,
        "remah": remah,
        "kembali": remah[-1],
        "keterangan": keterangan,
        "penjelasan": penjelasan,
        "berkas": berkas,
        "bahaya": bahaya,
    }
    return render(request, "forum/formulir.html", isi, status=status)


def langkah(
    request: HttpRequest, form: Form, jalankan: Callable[[], Any], *, pesan: str, kembali: str, judul: str
) -> HttpResponse:
    """One step without words: taken and told in one sentence, or a page that says what happened instead."""
    if not form.is_valid():
        isi = {"galat": ["Halaman ini tidak lengkap. Muat ulang, lalu tekan tombolnya lagi."], "judul": judul}
        return render(request, "forum/ditolak.html", isi | {"kembali": kembali}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        jalankan()
    except ValidationError as galat:
        isi = {"galat": galat.messages, "judul": judul, "kembali": kembali}
        return render(request, "forum/ditolak.html", isi, status=HTTPStatus.CONFLICT)
    messages.success(request, pesan)
    return redirect(kembali)
