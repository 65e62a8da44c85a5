"""Photos and documents of follow-ups: given out to their readers, voided with a reason."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from rakumpit.berkas import unduhan
from rakumpit.tertahan import kiriman, wajib_masuk
from survei.forms.kertas import AlasanKertasForm
from survei.models import BerkasTindakLanjut, TindakLanjut
from survei.permissions import boleh_mengerjakan
from survei.proses.berkas import batalkan_berkas
from survei.views.formulir import simpan
from survei.views.kelola import pengguna_masuk


def _berkas(request: HttpRequest, uuid: UUID) -> BerkasTindakLanjut:
    """A file that is not voided, of a follow-up that this person may see."""
    terlihat = TindakLanjut.objects.terlihat_oleh(pengguna_masuk(request))
    semua = BerkasTindakLanjut.objects.filter(alasan_batal="", tindak__in=terlihat.values("pk"))
    return get_object_or_404(semua.select_related("tindak__hasil__survei"), uuid=uuid)


@wajib_masuk
@require_safe
def berkas(request: HttpRequest, uuid: UUID) -> FileResponse:
    """One file as an attachment."""
    satu = _berkas(request, uuid)
    return unduhan(satu.berkas, satu.judul.removesuffix(f".{satu.tipe}"))


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def berkas_batal(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Void a file, for who works on the follow-up."""
    satu, pengguna = _berkas(request, uuid), pengguna_masuk(request)
    if not boleh_mengerjakan(pengguna, satu.tindak):
        raise Http404
    form = AlasanKertasForm(kiriman(request))
    status = simpan(request, form, lambda data: batalkan_berkas(berkas=satu, oleh=pengguna, **data))
    if status is None:
        messages.success(request, f"{satu.judul} dibatalkan. Berkasnya tidak dapat diunduh lagi.")
        return redirect("survei:tindak_lanjut", uuid=satu.tindak.uuid)
    isi = {"form": form, "berkas": satu, "tindak": satu.tindak}
    return render(request, "survei/tindak_lanjut_berkas_batal.html", isi, status=status)
