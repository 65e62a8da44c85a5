"""Assisted mode: the officer reads the questions out and ticks what the citizen says."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from rakumpit.organisasi.models import Pengguna
from rakumpit.tertahan import buang_tertahan, kiriman, wajib_masuk
from rakumpit.waktu import format_tanggal, hari_ini
from survei import laju
from survei.enums import Bendera, StatusKirim
from survei.forms.isian import Bentuk, IsianSurveiForm
from survei.models import Survei
from survei.permissions import boleh_membantu, layanan_dilayani
from survei.proses.dibantu import terima_dibantu
from survei.views.kelola import pengguna_masuk
from survei.views.publik import bahasa_diminta, lengkapi, pilihan_bahasa

PER_HALAMAN = 50
_PESAN = {
    StatusKirim.BEDA: "Isian lain sudah terkirim dari halaman ini. Bila ini warga lain, kirim sekali lagi.",
    StatusKirim.DIHAPUS: "Kiriman ini sudah dihapus oleh kantor.",
    StatusKirim.DITUTUP: "Survei ini sudah ditutup, jadi jawaban tidak disimpan.",
    StatusKirim.TIDAK_SAH: "Ada isian yang tidak dapat disimpan. Muat ulang halaman, lalu isi lagi.",
}


def _petugas(request: HttpRequest) -> Pengguna:
    pengguna = pengguna_masuk(request)
    if getattr(pengguna, "pegawai", None) is None:
        raise Http404
    return pengguna


@wajib_masuk
@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Open surveys of the services that this officer gives."""
    pengguna = _petugas(request)
    semua = Survei.objects.dapat_diisi().filter(layanan__in=layanan_dilayani(pengguna)).distinct()
    halaman = Paginator(semua.select_related("unit").order_by("unit__nama", "judul", "pk"), PER_HALAMAN).get_page(
        request.GET.get("page")
    )
    isi = {"halaman": halaman, "baris": [(satu, format_tanggal(satu.selesai)) for satu in halaman]}
    return render(request, "survei/dibantu_daftar.html", isi)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def isi(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The same form as on a phone, with the citizen's consent."""
    pengguna = _petugas(request)
    survei: Survei = get_object_or_404(
        Survei.objects.dapat_diisi()
        .select_related("instrumen", "unit")
        .prefetch_related("instrumen__pertanyaan__pilihan", "layanan"),
        uuid=uuid,
    )
    if not boleh_membantu(pengguna, survei):
        raise Http404
    data = kiriman(request)
    bahasa = bahasa_diminta(data if data is not None else request.GET)
    lengkapi(survei, bahasa)
    form = IsianSurveiForm(data, bentuk=Bentuk.dari(survei), initial={"bahasa": bahasa})
    if request.method != "POST":
        return _halaman(request, form, setuju=bool(data and data.get("setuju")))
    setuju = bool(request.POST.get("setuju"))
    if not setuju:
        form.errors["setuju"] = "Tanyakan dulu kepada warga, lalu centang persetujuannya."
    if not form.is_valid():
        return _halaman(request, form, setuju=setuju, status=422)
    tanda = list(form.cleaned_data.pop("bendera"))
    # Many forms of one officer within minutes are marked like those of one network.
    if laju.beruntun(request, f"{uuid}:{pengguna.pk}"):
        tanda.append(Bendera.BERUNTUN)
    try:
        hasil = terima_dibantu(
            survei=survei,
            oleh=pengguna,
            setuju=setuju,
            **form.cleaned_data,
            tanggal=hari_ini(),
            bendera=tuple(tanda),
        )
    except ValidationError as galat:
        return _halaman(request, form, setuju=setuju, pesan=" ".join(galat.messages), status=409)
    if hasil.status in {StatusKirim.BARU, StatusKirim.ULANG}:
        buang_tertahan(request)
        messages.success(
            request, f"Jawaban warga tersimpan. Sebutkan kode tanda terima ini kepada warga: {hasil.kode_terima}."
        )
        return redirect("survei:dibantu")
    baru = str(uuid4()) if hasil.status == StatusKirim.BEDA else ""
    return _halaman(request, form, setuju=setuju, pesan=_PESAN[hasil.status], status=409, kode_kiriman=baru)


def _halaman(
    request: HttpRequest,
    form: IsianSurveiForm,
    *,
    setuju: bool,
    pesan: str = "",
    status: int = 200,
    kode_kiriman: str = "",
) -> HttpResponse:
    tuju = reverse("survei:dibantu_isi", args=[form.survei.uuid])
    bahasa = bahasa_diminta({"bahasa": form.nilai("bahasa")})
    konteks: dict[str, Any] = {
        "survei": form.survei,
        "bahasa": bahasa,
        "pilihan_bahasa": pilihan_bahasa(form.survei, bahasa, tuju),
        "form": form,
        "pesan": pesan,
        "hari_terakhir": format_tanggal(form.survei.selesai),
        "kode_kiriman": kode_kiriman or form.kode_kiriman,
        "menerima": True,
        "isian_baru": bool(kode_kiriman),
        "tuju": tuju,
        "setuju": setuju,
    }
    balasan = render(request, "survei/isi.html", konteks, status=status)
    balasan["Cache-Control"] = "no-store"
    return balasan
