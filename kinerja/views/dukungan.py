"""Obstacles and requests for support: the own ones, and those that wait for a superior's answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.enums import LABEL_STATUS_KENDALA, JawabanDukungan, StatusKendala, StatusPermintaan
from kinerja.forms import AlasanForm
from kinerja.forms.dukungan import DukunganForm, JawabDukunganForm, KendalaForm, TutupKendalaForm
from kinerja.models import Kendala, PermintaanDukungan
from kinerja.permissions import boleh_mengelola, boleh_menjawab, memimpin, permintaan_menunggu, rantai_atasan
from kinerja.proses.dukungan import (
    batalkan_permintaan,
    jawab_permintaan,
    minta_dukungan,
    penuhi_permintaan,
    tagih_permintaan,
)
from kinerja.proses.kendala import catat_kendala, tutup_kendala
from kinerja.ringkasan.dukungan import kalimat_permintaan
from kinerja.views.ambil import akun, pegawai_sendiri
from kinerja.views.formulir import coba, jalankan, simpan_formulir
from kinerja.views.rencana_berlaku import rencana_berlaku
from rakumpit.organisasi.kalender import libur_antara
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import hari_ini

PER_HALAMAN = 25
PERMINTAAN_PER_HALAMAN = 10
JENIS_STATUS_PERMINTAAN = {"diajukan": "info", "dijawab": "baik", "dipenuhi": "baik", "dibatalkan": "netral"}
# Value of «keadaan» in the address -> label of the tab.
KEADAAN_MASUK = {"": "Menunggu jawaban", "terlambat": "Lewat tenggat", "dijawab": "Sudah dijawab"}


@wajib_masuk
@require_safe
def kendala_daftar(request: HttpRequest) -> HttpResponse:
    """Own obstacles by state, and the own requests beside them: those that are open, or those that have ended."""
    pegawai = pegawai_sendiri(akun(request))
    keadaan = request.GET.get("keadaan", StatusKendala.TERBUKA.value)
    if keadaan not in {satu.value for satu in StatusKendala}:
        raise Http404
    semua = Kendala.objects.filter(pegawai=pegawai)
    tab = [
        (label, f"?keadaan={status.value}", status.value == keadaan, semua.filter(status=status.value).count())
        for status, label in LABEL_STATUS_KENDALA.items()
    ]
    tampil = semua.filter(status=keadaan).select_related("rencana", "indikator").prefetch_related("permintaan")
    halaman = Paginator(tampil, PER_HALAMAN).get_page(request.GET.get("page"))
    milik = PermintaanDukungan.objects.filter(pegawai=pegawai).select_related("diminta_dari", "diminta_dari_luar")
    terbuka = keadaan == StatusKendala.TERBUKA.value
    permintaan = Paginator(
        milik.berjalan() if terbuka else milik.berakhir().order_by("-diajukan_pada", "-pk"),
        PERMINTAAN_PER_HALAMAN,
    ).get_page(request.GET.get("permintaan"))
    return render(
        request,
        "kinerja/kendala_daftar.html",
        {
            "tab": tab,
            "halaman": halaman,
            "keadaan": keadaan,
            "permintaan": _tampil(list(permintaan.object_list)),
            "halaman_permintaan": permintaan,
            "memimpin": memimpin(akun(request)),
        },
    )


@dataclass(frozen=True, slots=True)
class PermintaanTampil:
    """A request with its sentence, the kind of its badge, and whether its answer is overdue."""

    permintaan: PermintaanDukungan
    kalimat: str
    jenis: str
    lewat: bool


def _tampil(permintaan: list[PermintaanDukungan]) -> list[PermintaanTampil]:
    """One query at most."""
    hari = hari_ini()
    menunggu = [p.diajukan_pada for p in permintaan if p.status == StatusPermintaan.DIAJUKAN.value]
    libur = libur_antara(min(menunggu), hari) if menunggu else set()
    return [
        PermintaanTampil(
            satu,
            kalimat_permintaan(satu, hari, libur),
            "bahaya" if satu.jawaban == JawabanDukungan.DITOLAK.value else JENIS_STATUS_PERMINTAAN[satu.status],
            satu.status == StatusPermintaan.DIAJUKAN.value and satu.tenggat < hari,
        )
        for satu in permintaan
    ]


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def kendala_tambah(request: HttpRequest) -> HttpResponse:
    """Write down an obstacle; «?indikator=uuid» comes from the page of that result."""
    pengguna = akun(request)
    rencana = rencana_berlaku(pegawai_sendiri(pengguna))
    awal = {"sejak": hari_ini(), "terhambat": f"indikator-{request.GET.get('indikator', '')}"}
    form = KendalaForm(kiriman(request), initial=awal, rencana=rencana)

    def simpan() -> HttpResponse:
        data = form.cleaned_data
        hasil, indikator = data["terhambat"]
        kendala = catat_kendala(
            oleh=pengguna,
            rencana=hasil,
            indikator=indikator,
            jenis=data["jenis"],
            uraian=data["uraian"],
            sejak=data["sejak"],
        )
        messages.success(request, "Kendala tercatat. Bila perlu bantuan, minta dukungan atasan di bawah.")
        return redirect("kinerja:kendala", kode=kendala.uuid)

    return simpan_formulir(
        request,
        form,
        simpan,
        judul="Catat kendala",
        tombol="Simpan kendala",
        induk=("Kendala dan dukungan", reverse("kinerja:kendala_daftar")),
        keterangan="Kendala yang tercatat tampil di samping hasil yang terhambat, juga saat Anda dinilai.",
    )


def _kendala(pengguna: Pengguna, kode: UUID) -> Kendala:
    baris: Kendala = get_object_or_404(
        Kendala.objects.terlihat_oleh(pengguna).select_related("pegawai", "rencana", "indikator"), uuid=kode
    )
    return baris


@wajib_masuk
@require_safe
def kendala(request: HttpRequest, kode: UUID) -> HttpResponse:
    """One obstacle with its requests; the owner closes it here."""
    return _halaman_kendala(request, _kendala(akun(request), kode))


def _halaman_kendala(
    request: HttpRequest, baris: Kendala, *, form: forms.Form | None = None, status: int = HTTPStatus.OK
) -> HttpResponse:
    milik = baris.pegawai.pengguna_id == akun(request).pk
    terbuka = baris.status == StatusKendala.TERBUKA.value
    permintaan = list(baris.permintaan.order_by("-pk").select_related("diminta_dari", "diminta_dari_luar"))
    menunggu = any(satu.status == StatusPermintaan.DIAJUKAN.value for satu in permintaan)
    return render(
        request,
        "kinerja/kendala.html",
        {
            "kendala": baris,
            "milik": milik,
            "terbuka": terbuka,
            "permintaan": _tampil(permintaan),
            "boleh_minta": milik and terbuka and not menunggu,
            "form": (form or TutupKendalaForm()) if milik and (terbuka or form is not None) else None,
        },
        status=status,
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def kendala_tutup(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The owner says that an obstacle is gone."""
    pengguna = akun(request)
    baris = get_object_or_404(Kendala, uuid=kode, pegawai__pengguna=pengguna)
    form = TutupKendalaForm(kiriman(request))
    status = jalankan(request, form, lambda data: tutup_kendala(kendala=baris, oleh=pengguna, catatan=data["catatan"]))
    if status is None:
        messages.success(request, "Kendala dinyatakan teratasi.")
        return redirect("kinerja:kendala", kode=kode)
    return _halaman_kendala(request, _kendala(pengguna, kode), form=form, status=status)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def dukungan_minta(request: HttpRequest) -> HttpResponse:
    """Ask the superior; «?kendala=uuid» names the own obstacle that the request is about."""
    pengguna = akun(request)
    pegawai = pegawai_sendiri(pengguna)
    tentang = _kendala_dari_alamat(request, pegawai)
    awal = {"jenis": tentang.jenis} if tentang is not None else {}
    form = DukunganForm(kiriman(request), initial=awal)

    def simpan() -> HttpResponse:
        permintaan = minta_dukungan(oleh=pengguna, kendala=tentang, **form.cleaned_data)
        messages.success(request, f"Permintaan kepada {permintaan.yang_diminta} sudah diajukan.")
        return redirect("kinerja:dukungan", kode=permintaan.uuid)

    return simpan_formulir(
        request,
        form,
        simpan,
        judul="Minta dukungan atasan",
        tombol="Ajukan permintaan",
        induk=("Kendala dan dukungan", reverse("kinerja:kendala_daftar")),
        keterangan="Atasan langsung Anda yang menjawab. Bila lewat tenggat, permintaan naik ke atasan berikutnya.",
        kutipan=tentang.uraian if tentang is not None else "",
    )


def _kendala_dari_alamat(request: HttpRequest, pegawai: Pegawai) -> Kendala | None:
    kode = request.GET.get("kendala")
    if kode is None:
        return None
    try:
        return get_object_or_404(Kendala, uuid=UUID(kode), pegawai=pegawai)
    except ValueError:
        raise Http404 from None


@wajib_masuk
@require_safe
def dukungan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """One request with its history, and the form that is open to the reader."""
    return _halaman_dukungan(request, _permintaan(akun(request), kode))


def _permintaan(pengguna: Pengguna, kode: UUID) -> PermintaanDukungan:
    baris: PermintaanDukungan = get_object_or_404(
        PermintaanDukungan.objects.terlihat_oleh(pengguna).select_related(
            "pegawai", "kendala", "diminta_dari", "diminta_dari_luar", "dijawab_oleh"
        ),
        uuid=kode,
    )
    return baris


def _permintaan_sendiri(pengguna: Pengguna, kode: UUID) -> PermintaanDukungan:
    permintaan = _permintaan(pengguna, kode)
    if permintaan.pegawai.pengguna_id != pengguna.pk:
        raise Http404
    return permintaan


def _halaman_dukungan(
    request: HttpRequest,
    baris: PermintaanDukungan,
    *,
    jawab: forms.Form | None = None,
    batal: forms.Form | None = None,
    galat: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    pengguna = akun(request)
    milik = baris.pegawai.pengguna_id == pengguna.pk
    menunggu = baris.status == StatusPermintaan.DIAJUKAN.value
    tampil = _tampil([baris])[0]
    konteks: dict[str, Any] = {
        "permintaan": baris,
        "tampil": tampil,
        "kendala_terbaca": _kendala_terbaca(pengguna, baris),
        "riwayat": baris.langkah.select_related("oleh"),
        "milik": milik,
        "dijanjikan": baris.menunggu_janji,
        "boleh_jawab": menunggu and boleh_menjawab(pengguna, baris),
        "jawab": jawab or JawabDukunganForm(),
        "jawab_tertolak": jawab is not None and not menunggu,
        "batal": batal or AlasanForm(auto_id="batal_%s"),
        "boleh_batal": milik and (menunggu or baris.menunggu_janji),
        "boleh_tagih": milik and baris.janji_lewat(hari_ini()),
        "di_puncak": milik and tampil.lewat and _di_puncak(baris),
        "galat": galat,
    }
    return render(request, "kinerja/dukungan.html", konteks, status=status)


def _kendala_terbaca(pengguna: Pengguna, baris: PermintaanDukungan) -> bool:
    """Who answered and has left the post reads the request, not the obstacle."""
    return baris.kendala_id is not None and Kendala.objects.terlihat_oleh(pengguna).filter(pk=baris.kendala_id).exists()


def _di_puncak(baris: PermintaanDukungan) -> bool:
    """Nobody with an account stands above whom the request has come to."""
    return len(rantai_atasan([baris.pegawai_id])[baris.pegawai_id]) <= baris.tingkat + 1


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def dukungan_jawab(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The superior's answer; who may still answer is the process's matter, who may read is checked here."""
    pengguna = akun(request)
    baris = _permintaan(pengguna, kode)
    if not boleh_menjawab(pengguna, baris):
        raise Http404
    form = JawabDukunganForm(kiriman(request))
    status = jalankan(request, form, lambda data: jawab_permintaan(permintaan=baris, oleh=pengguna, **data))
    if status is None:
        messages.success(request, f"Jawaban untuk {baris.pegawai} sudah disampaikan.")
        return redirect("kinerja:dukungan", kode=kode)
    return _halaman_dukungan(request, _permintaan(pengguna, kode), jawab=form, status=status)


def _langkah_sendiri(
    request: HttpRequest, kode: UUID, langkah: Callable[..., PermintaanDukungan], berhasil: str
) -> HttpResponse:
    """A step of the person who asked that needs no more than a press; the page of the request asks for it."""
    pengguna = akun(request)
    baris = _permintaan_sendiri(pengguna, kode)
    galat = coba(request, lambda: langkah(permintaan=baris, oleh=pengguna))
    if galat:
        segar = _permintaan_sendiri(pengguna, kode)
        return _halaman_dukungan(request, segar, galat=galat, status=HTTPStatus.CONFLICT)
    if galat is None:
        messages.success(request, berhasil)
    return redirect("kinerja:dukungan", kode=kode)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def dukungan_penuhi(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The person who asked says that the support has come."""
    return _langkah_sendiri(request, kode, penuhi_permintaan, "Dukungan dicatat sudah diterima.")


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def dukungan_tagih(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The person who asked says that the promised day has passed and nothing came."""
    return _langkah_sendiri(request, kode, tagih_permintaan, "Permintaan diajukan lagi. Atasan Anda diberi tahu.")


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def dukungan_batal(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The person who asked takes the request back."""
    pengguna = akun(request)
    baris = _permintaan_sendiri(pengguna, kode)
    form = AlasanForm(kiriman(request), auto_id="batal_%s")
    status = jalankan(
        request, form, lambda data: batalkan_permintaan(permintaan=baris, oleh=pengguna, alasan=data["alasan"])
    )
    if status is None:
        messages.success(request, "Permintaan dibatalkan.")
        return redirect("kinerja:dukungan", kode=kode)
    return _halaman_dukungan(request, _permintaan_sendiri(pengguna, kode), batal=form, status=status)


@wajib_masuk
@require_safe
def dukungan_masuk(request: HttpRequest) -> HttpResponse:
    """Requests that wait for the reader's answer and those that the reader answered; all of them for the pengelola."""
    pengguna = akun(request)
    pengelola = boleh_mengelola(pengguna)
    if not _boleh_masuk(pengguna):
        raise Http404
    keadaan = request.GET.get("keadaan", "")
    if keadaan not in KEADAAN_MASUK:
        raise Http404
    semua = PermintaanDukungan.objects.all()
    if not pengelola:
        menunggu = [pk for (pk,) in permintaan_menunggu(pengguna, "pk")]
        semua = semua.filter(Q(pk__in=menunggu) | Q(dijawab_oleh=pengguna))
    terbuka = semua.filter(status=StatusPermintaan.DIAJUKAN.value)
    saringan = {
        "": terbuka,
        "terlambat": terbuka.filter(tenggat__lt=hari_ini()),
        "dijawab": semua.filter(dijawab_oleh__isnull=False).order_by("-dijawab_pada", "-pk"),
    }
    tampil = saringan[keadaan].select_related("pegawai", "diminta_dari", "diminta_dari_luar")
    halaman = Paginator(tampil, PER_HALAMAN).get_page(request.GET.get("page"))
    return render(
        request,
        "kinerja/dukungan_masuk.html",
        {
            "tab": [
                (label, f"?keadaan={satu}" if satu else "?", satu == keadaan, saringan[satu].count())
                for satu, label in KEADAAN_MASUK.items()
            ],
            "halaman": halaman,
            "baris": _tampil(list(halaman.object_list)),
            "pengelola": pengelola,
        },
    )


def _boleh_masuk(pengguna: Pengguna) -> bool:
    """Who can be asked today, who has answered at some time, and the pengelola."""
    if boleh_mengelola(pengguna) or memimpin(pengguna):
        return True
    return PermintaanDukungan.objects.filter(dijawab_oleh=pengguna).exists()
