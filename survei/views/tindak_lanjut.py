"""Staff pages of what follows from a result: plan per survey, one follow-up with its steps, the list of all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rakumpit.angka import format_angka
from rakumpit.organisasi.models import Pengguna
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import hari_ini
from survei.enums.tindak_lanjut import CONTOH_TINDAKAN, DIJANJIKAN, LABEL_STATUS_TINDAK_LANJUT, StatusTindakLanjut
from survei.forms.tindak_lanjut import BatalForm, LangkahForm, SelesaiForm, UbahForm, UsulanForm
from survei.models import HasilSurvei, Survei, TindakLanjut
from survei.perhitungan import SEL_MINIMUM_DALAM
from survei.permissions import (
    boleh_membaca_saran,
    boleh_membatalkan,
    boleh_mengerjakan,
    boleh_mengubah,
    boleh_mengusulkan,
    boleh_menyetujui,
)
from survei.proses import tindak_lanjut as proses
from survei.ringkasan import HARI_RENCANA, nama_unsur, pita_instrumen
from survei.views.formulir import simpan
from survei.views.kelola import tab_survei
from survei.views.tampilan import BATAS_BAIK, BarisUnsur
from survei.views.tampilan_tindak_lanjut import susun, unsur_menurut_nilai

_HARI_AWAL = 90  # due day that the form proposes; the office writes its own
_TERLAMBAT = "terlambat"
_BERSAMA = ("hasil__survei__unit", "hasil__survei__instrumen", "penanggung_jawab__unit")


def _akun(request: HttpRequest) -> Pengguna:
    if not isinstance(request.user, Pengguna):
        raise Http404
    return request.user


def _hasil(request: HttpRequest, uuid: UUID) -> HasilSurvei:
    """The newest locked result of a survey that this person may see."""
    terlihat = Survei.objects.terlihat_oleh(_akun(request)).terkunci().berindeks()
    hasil: HasilSurvei | None = (
        HasilSurvei.objects.berlaku()
        .filter(survei__uuid=uuid, survei__in=terlihat)
        .select_related("survei__unit", "survei__instrumen", "survei__periode")
        .prefetch_related("survei__instrumen__pertanyaan")
        .order_by("-pk")
        .first()
    )
    if hasil is None:
        raise Http404
    return hasil


def _tindak(request: HttpRequest, uuid: UUID) -> TindakLanjut:
    """A follow-up that this person may see."""
    baris: TindakLanjut = get_object_or_404(
        TindakLanjut.objects.terlihat_oleh(_akun(request))
        .select_related(*_BERSAMA, "diusulkan_oleh", "disetujui_oleh")
        .prefetch_related("hasil__survei__instrumen__pertanyaan"),
        uuid=uuid,
    )
    return baris


@wajib_masuk
@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """All follow-ups that this person may see, by state; the next due day first."""
    semua = TindakLanjut.objects.terlihat_oleh(_akun(request))
    lewat = Q(status__in=DIJANJIKAN, batas__lt=hari_ini())
    jumlah = dict(semua.order_by().values_list("status").annotate(banyak=Count("pk")))
    keadaan = request.GET.get("keadaan", "")
    pilihan = {"": "Semua", _TERLAMBAT: "Terlambat"} | {
        satu.value: label for satu, label in LABEL_STATUS_TINDAK_LANJUT.items()
    }
    keadaan = keadaan if keadaan in pilihan else ""
    banyak = {"": sum(jumlah.values()), _TERLAMBAT: semua.filter(lewat).count()} | jumlah
    tampil = semua.filter(lewat) if keadaan == _TERLAMBAT else semua.filter(status=keadaan) if keadaan else semua
    tampil = tampil.select_related(*_BERSAMA).prefetch_related("hasil__survei__instrumen__pertanyaan")
    halaman = Paginator(tampil.order_by("batas", "pk"), 50).get_page(request.GET.get("page"))
    return render(
        request,
        "survei/tindak_lanjut_daftar.html",
        {
            "halaman": halaman,
            "baris": susun(list(halaman), minimum=SEL_MINIMUM_DALAM, terbit=False),
            "keadaan": keadaan,
            "tab": [
                (label, f"?{urlencode({'keadaan': kode})}" if kode else "?", kode == keadaan, banyak.get(kode, 0))
                for kode, label in pilihan.items()
            ],
        },
    )


@wajib_masuk
@require_safe
def tindak_lanjut_survei(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The plan of one survey: elements with the worst first, and what was proposed for them."""
    hasil, pengguna = _hasil(request, uuid), _akun(request)
    survei = hasil.survei
    semua = TindakLanjut.objects.filter(hasil__survei=survei).select_related(*_BERSAMA)
    halaman = Paginator(
        semua.prefetch_related("hasil__survei__instrumen__pertanyaan").order_by("batas", "pk"), 50
    ).get_page(request.GET.get("page"))
    return render(
        request,
        "survei/tindak_lanjut_survei.html",
        {
            "survei": survei,
            "halaman": halaman,
            "baris": susun(list(halaman), minimum=SEL_MINIMUM_DALAM, terbit=False),
            "unsur": unsur_menurut_nilai(hasil, SEL_MINIMUM_DALAM),
            "terencana": set(semua.exclude(status=StatusTindakLanjut.BATAL.value).values_list("kode_unsur", flat=True)),
            "minimum": SEL_MINIMUM_DALAM,
            "hari_rencana": survei.periode.hari_rencana if survei.periode else HARI_RENCANA,
            "boleh_usul": boleh_mengusulkan(pengguna, survei),
            "tab": tab_survei(survei, boleh_membaca_saran(pengguna, survei), "tindak_lanjut"),
        },
    )


def _kalimat_masalah(satu: BarisUnsur, batas: str) -> str:
    """The figure as a first sentence of the problem; empty where it is hidden."""
    if not satu.nilai:
        return ""
    arah = f", di bawah batas baik {batas}" if satu.di_bawah else ""
    return f"{satu.unsur} dinilai {satu.nilai}{arah}, dari {format_angka(satu.n, 0)} jawaban."


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def usulkan(request: HttpRequest, uuid: UUID, unsur: str) -> HttpResponse:
    """Propose an action for one element; problem, post and due day are filled in to begin with."""
    hasil, pengguna = _hasil(request, uuid), _akun(request)
    satu = next((baris for baris in unsur_menurut_nilai(hasil, SEL_MINIMUM_DALAM) if baris.kode == unsur), None)
    if satu is None or not boleh_mengusulkan(pengguna, hasil.survei):
        raise Http404
    calon = proses.calon_penanggung_jawab(hasil.survei)
    pertama = calon.filter(unit=hasil.survei.unit, memimpin=True).first()
    batas = dict(pita_instrumen(hasil.survei.instrumen).batas_bawah).get(BATAS_BAIK)
    form = UsulanForm(
        kiriman(request),
        calon=calon,
        contoh=CONTOH_TINDAKAN.get(unsur, ""),
        initial={
            "kode": uuid4(),
            "masalah": _kalimat_masalah(satu, format_angka(batas) if batas is not None else ""),
            "penanggung_jawab": pertama.uuid if pertama else None,
            "batas": hari_ini() + timedelta(days=_HARI_AWAL),
        },
    )

    return _formulir(
        request,
        form,
        lambda data: proses.usulkan(survei=hasil.survei, oleh=pengguna, kode_unsur=unsur, **data),
        judul=f"Usulkan tindak lanjut: {satu.unsur}",
        tombol="Ajukan usulan",
        pesan="Usulan diajukan. Yang memutuskan adalah pemimpin unit atau atasannya.",
        survei=hasil.survei,
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Mend an own proposal."""
    baris, pengguna = _tindak(request, uuid), _akun(request)
    if not boleh_mengubah(pengguna, baris):
        raise Http404
    form = UbahForm(
        kiriman(request),
        calon=proses.calon_penanggung_jawab(baris.hasil.survei),
        contoh=CONTOH_TINDAKAN.get(baris.kode_unsur, ""),
        initial={
            "versi": baris.versi,
            "masalah": baris.masalah,
            "akar": baris.akar,
            "tindakan": baris.tindakan,
            "penanggung_jawab": baris.penanggung_jawab.uuid,
            "batas": baris.batas,
        },
    )
    return _formulir(
        request,
        form,
        lambda data: proses.ubah(tindak=baris, oleh=pengguna, **data),
        judul=f"Ubah usulan: {nama_unsur(baris.kode_unsur)}",
        tombol="Simpan usulan",
        pesan="Usulan diubah.",
        survei=baris.hasil.survei,
    )


def _formulir(
    request: HttpRequest,
    form: Form,
    aksi: Callable[[dict[str, Any]], TindakLanjut],
    *,
    judul: str,
    tombol: str,
    pesan: str,
    survei: Survei,
) -> HttpResponse:
    """Show the form, or save it; what was typed comes back with every refusal."""
    jadi: list[TindakLanjut] = []
    status = simpan(request, form, lambda data: jadi.append(aksi(data)))
    if status is None:
        messages.success(request, pesan)
        return redirect("survei:tindak_lanjut", uuid=jadi[0].uuid)
    isi = {
        "form": form,
        "judul": judul,
        "tombol": tombol,
        "survei": survei,
        "kembali": reverse("survei:tindak_lanjut_survei", args=[survei.uuid]),
    }
    return render(request, "survei/tindak_lanjut_formulir.html", isi, status=status)


@wajib_masuk
@require_safe
def tindak_lanjut(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One follow-up with what this reader may do about it."""
    return _halaman(request, _tindak(request, uuid))


def _halaman(
    request: HttpRequest, baris: TindakLanjut, *, tertolak: Form | None = None, status: int = HTTPStatus.OK
) -> HttpResponse:
    pengguna = _akun(request)
    awal = {"versi": baris.versi}
    boleh = {
        "ubah": baris.status == "diusulkan" and boleh_mengubah(pengguna, baris),
        "setujui": baris.status == "diusulkan" and boleh_menyetujui(pengguna, baris),
        "mulai": baris.status == "disetujui" and boleh_mengerjakan(pengguna, baris),
        "selesai": baris.status == "berjalan" and boleh_mengerjakan(pengguna, baris),
        "berkas_batal": boleh_mengerjakan(pengguna, baris),
        "batal": baris.status in {"diusulkan", *DIJANJIKAN} and boleh_membatalkan(pengguna, baris),
    }
    return render(
        request,
        "survei/tindak_lanjut.html",
        {
            "satu": susun([baris], minimum=SEL_MINIMUM_DALAM, terbit=False)[0],
            "tindak": baris,
            "berkas": list(baris.berkas.filter(alasan_batal="")),
            "survei": baris.hasil.survei,
            "terlihat": Survei.objects.terlihat_oleh(pengguna).filter(pk=baris.hasil.survei_id).exists(),
            "boleh": boleh,
            "selesai": tertolak if isinstance(tertolak, SelesaiForm) else SelesaiForm(initial=awal),
            "batal": tertolak if isinstance(tertolak, BatalForm) else BatalForm(initial=awal),
            "tertolak": tertolak,
        },
        status=status,
    )


def _langkah(
    request: HttpRequest,
    uuid: UUID,
    *,
    boleh: Callable[[Pengguna, TindakLanjut], bool],
    form: Form,
    jalankan: Callable[..., TindakLanjut],
    pesan: str,
) -> HttpResponse:
    """One step: done by ``proses`` and told in one sentence, or the page again with what was typed."""
    baris, pengguna = _tindak(request, uuid), _akun(request)
    if not boleh(pengguna, baris):
        raise Http404
    if not form.is_valid():
        return _halaman(request, baris, tertolak=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        jalankan(tindak=baris, oleh=pengguna, **form.cleaned_data)
    except ValidationError as galat:
        form.add_error(None, galat)
        return _halaman(request, _tindak(request, uuid), tertolak=form, status=HTTPStatus.CONFLICT)
    messages.success(request, pesan)
    return redirect("survei:tindak_lanjut", uuid=uuid)


@wajib_masuk
@require_POST
def setujui(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Agree to a proposal of somebody else."""
    pesan = "Tindak lanjut disetujui. Bila hasil surveinya dipublikasikan, janji ini tampil untuk umum."
    return _langkah(
        request, uuid, boleh=boleh_menyetujui, form=LangkahForm(request.POST), jalankan=proses.setujui, pesan=pesan
    )


@wajib_masuk
@require_POST
def mulai(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Begin."""
    return _langkah(
        request,
        uuid,
        boleh=boleh_mengerjakan,
        form=LangkahForm(request.POST),
        jalankan=proses.mulai,
        pesan="Tindak lanjut mulai berjalan.",
    )


@wajib_masuk
@require_POST
def selesaikan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Finish, with what can be seen of it."""
    return _langkah(
        request,
        uuid,
        boleh=boleh_mengerjakan,
        form=SelesaiForm(request.POST, request.FILES),
        jalankan=proses.selesaikan,
        pesan="Tindak lanjut selesai.",
    )


@wajib_masuk
@require_POST
def batalkan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Give it up, with a reason."""
    return _langkah(
        request,
        uuid,
        boleh=boleh_membatalkan,
        form=BatalForm(request.POST),
        jalankan=proses.batalkan,
        pesan="Tindak lanjut dibatalkan.",
    )
