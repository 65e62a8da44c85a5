"""Plans: the own ones, writing a draft one item per page, and what the superior says to it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from http import HTTPStatus
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Prefetch
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from forum.ringkasan import AksiDiemban, aksi_menurut_kode
from kinerja.enums import LABEL_JENIS_LAMPIRAN, BentukSKP, Pendekatan, StatusSKP
from kinerja.forms import KembalikanForm, SKPBaruForm, SuratPersetujuanForm, berkas
from kinerja.models import SKP, Indikator, Periode, PilihanKantor
from kinerja.perhitungan import LABEL_NILAI_DASAR, periksa_bobot, teks_angka, teks_rentang
from kinerja.perhitungan.panduan import PANDUAN_PERILAKU
from kinerja.perhitungan.penetapan import batas_penetapan
from kinerja.permissions import (
    boleh_mengajukan_perubahan,
    boleh_mengelola,
    boleh_mengubah_skp,
    boleh_menulis_ekspektasi,
    boleh_menyetujui_skp,
)
from kinerja.permissions.dialog import boleh_mencatat_dialog
from kinerja.permissions.dokumen import boleh_menerbitkan_skp
from kinerja.proses import ProsesDitolak, ajukan, catat_persetujuan_luar, kembalikan, setujui, terbuka_untuk_diisi
from kinerja.proses.ambil_perjanjian import iku_untuk_skp
from kinerja.proses.draf_skp import buat_draf
from kinerja.proses.isi_dokumen_lain import ada_matriks
from kinerja.proses.peran import peran_untuk_skp
from kinerja.ringkasan.dukungan import hambatan
from kinerja.ringkasan.tunggu_skp import atasan_tanpa_skp
from kinerja.views.ambil import akun, hanya_pengelola, pegawai_sendiri, skp_sendiri, skp_terlihat
from kinerja.views.formulir import coba, jalankan
from rakumpit.berkas import unduhan
from rakumpit.organisasi.models import Pegawai
from rakumpit.tertahan import buang_tertahan, kiriman, wajib_masuk
from rakumpit.waktu import hari_ini

JENIS_STATUS_SKP = {
    "draf": "netral",
    "diajukan": "info",
    "dikembalikan": "perhatian",
    "disetujui": "baik",
    "selesai": "netral",
    "diganti": "netral",
}
# Step of «susun draf, ajukan, keputusan atasan» at which a plan stands; four: all done.
_LANGKAH = {"draf": 1, "dikembalikan": 1, "diajukan": 3, "disetujui": 4}


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def skp_daftar(request: HttpRequest) -> HttpResponse:
    """Own plans; a new draft is begun here."""
    pengguna = akun(request)
    pegawai = pegawai_sendiri(pengguna)
    form = SKPBaruForm(kiriman(request), initial=_hari_awal(pegawai))
    baru: list[SKP] = []
    status = jalankan(request, form, lambda data: baru.append(buat_draf(oleh=pengguna, **data)))
    if status is None:
        messages.success(request, "Draf SKP dibuat. Tambahkan rencana hasil kerja.")
        return redirect("kinerja:skp", kode=baru[0].uuid)
    daftar = [
        (satu, JENIS_STATUS_SKP[satu.status]) for satu in SKP.objects.filter(pegawai=pegawai).order_by("-mulai", "-pk")
    ]
    return render(request, "kinerja/skp_daftar.html", {"daftar": daftar, "form": form}, status=status)


def _hari_awal(pegawai: Pegawai) -> dict[str, date]:
    """The rest of the year from the first day in the present post: a new plan begins with it."""
    hari = hari_ini()
    tempat = pegawai.penugasan_pada(hari)
    awal = date(hari.year, 1, 1)
    return {"mulai": max(awal, tempat.mulai) if tempat else awal, "selesai": date(hari.year, 12, 31)}


@wajib_masuk
@require_safe
def skp(request: HttpRequest, kode: UUID) -> HttpResponse:
    """One plan with its results and indicators, and the buttons that are open to the reader."""
    pengguna = akun(request)
    return _halaman_skp(request, skp_terlihat(pengguna, kode))


def _halaman_skp(
    request: HttpRequest, baris: SKP, *, form: forms.Form | None = None, galat: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    pengguna = akun(request)
    rencana = list(
        baris.rencana.select_related("rhk_pimpinan").prefetch_related(
            Prefetch("indikator", Indikator.objects.select_related("unit_sumber").order_by("urut"))
        )
    )
    aksi = dict[UUID | None, AksiDiemban](aksi_menurut_kode([s.aksi_forum for s in rencana if s.aksi_forum]).items())
    milik = baris.pegawai.pengguna_id == pengguna.pk
    boleh_ubah = boleh_mengubah_skp(pengguna, baris)
    bobot = [satu.bobot for rhk in rencana for satu in rhk.indikator.all()]
    batas = batas_penetapan(baris.mulai, PilihanKantor.objects.pada(baris.mulai).bulan_penetapan_skp)
    return render(
        request,
        "kinerja/skp.html",
        {
            "skp": baris,
            "judul": f"SKP {baris.mulai.year}" if milik else f"SKP {baris.mulai.year}, {baris.pegawai}",
            "langkah": _LANGKAH.get(baris.status, len(_LANGKAH)),
            "bobot": teks_angka(sum((b for b in bobot if b is not None), Decimal(0))) if any(bobot) else "",
            "galat_bobot": periksa_bobot(bobot) or "",
            "ada_indikator": bool(bobot),
            "jenis_status": JENIS_STATUS_SKP[baris.status],
            "rencana": [
                (satu, [(i, _angka_indikator(i)) for i in satu.indikator.all()], aksi.get(satu.aksi_forum))
                for satu in rencana
            ],
            "kualitatif": baris.pendekatan == Pendekatan.KUALITATIF.value,
            "pimpinan": baris.bentuk == BentukSKP.PIMPINAN.value,
            "milik": milik,
            "hambatan": hambatan(baris.pegawai_id, baris.mulai, baris.selesai),
            "ada_perjanjian": boleh_ubah and bool(iku_untuk_skp(baris)),
            "boleh_ubah": boleh_ubah,
            "ada_peran": boleh_ubah and bool(peran_untuk_skp(baris)),
            "atasan_tanpa_skp": boleh_ubah and atasan_tanpa_skp(baris),
            "boleh_setujui": boleh_menyetujui_skp(pengguna, baris),
            "boleh_cetak": baris.disetujui and boleh_menerbitkan_skp(pengguna, baris),
            "ada_matriks": ada_matriks(baris),
            "boleh_ekspektasi": boleh_menulis_ekspektasi(pengguna, baris),
            "boleh_perubahan": boleh_mengajukan_perubahan(pengguna, baris),
            "boleh_akhiri": boleh_mengelola(pengguna) and baris.status == StatusSKP.DISETUJUI.value,
            "pengganti": SKP.objects.filter(sebelumnya=baris).first(),
            "batas_penetapan": batas,
            "terlambat": terlambat_ditetapkan(baris, batas),
            "dialog": list(baris.dialog.select_related("atasan", "atasan_luar")[:5]),
            "boleh_dialog": boleh_mencatat_dialog(pengguna, baris.pegawai, hari_ini()),
            "lampiran": _lampiran(baris),
            "perilaku": _perilaku(baris),
            "periode_terbuka": _periode_terbuka(baris) if milik else [],
            "form": form or KembalikanForm(),
            "galat": galat,
        },
        status=status,
    )


def terlambat_ditetapkan(baris: SKP, batas: date) -> bool:
    """Approved after ``batas``; a revision is never late, for it replaces one that was set."""
    if baris.disetujui_pada is None or baris.sebelumnya_id is not None:
        return False
    return baris.disetujui_pada > batas


def _lampiran(baris: SKP) -> list[tuple[str, list[str]]]:
    butir = list(baris.lampiran.order_by("jenis", "urut"))
    return [
        (label, [satu.isi for satu in butir if satu.jenis == jenis.value])
        for jenis, label in LABEL_JENIS_LAMPIRAN.items()
    ]


def _perilaku(baris: SKP) -> list[tuple[str, tuple[str, ...], str]]:
    """(value, what it asks for, what the superior expects) in the official order."""
    isi = dict(baris.ekspektasi.values_list("nilai_dasar", "isi"))
    return [(label, PANDUAN_PERILAKU[nilai], isi.get(nilai.value, "")) for nilai, label in LABEL_NILAI_DASAR.items()]


def _angka_indikator(indikator: Indikator) -> dict[str, str]:
    return {
        "target": teks_rentang(indikator.target, indikator.target_atas, indikator.satuan),
        "bobot": "" if indikator.bobot is None else teks_angka(indikator.bobot),
    }


def _periode_terbuka(baris: SKP) -> list[Periode]:
    calon = Periode.objects.untuk_status(baris.pegawai.status).filter(
        mulai__lte=baris.selesai, selesai__gte=baris.mulai
    )
    return [satu for satu in calon if terbuka_untuk_diisi(satu)]


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def skp_ajukan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Confirm and submit the own draft."""
    pengguna = akun(request)
    baris = skp_sendiri(pengguna, kode)
    galat = coba(request, lambda: ajukan(skp=baris, oleh=pengguna))
    if galat is None:
        messages.success(request, "SKP diajukan. Anda mendapat pemberitahuan setelah atasan memutuskan.")
        return redirect("kinerja:skp", kode=baris.uuid)
    jumlah = Indikator.objects.filter(rencana__skp=baris).count()
    return render(
        request,
        "kinerja/skp_ajukan.html",
        {"skp": baris, "rencana": baris.rencana.count(), "indikator": jumlah, "galat": galat},
        status=HTTPStatus.CONFLICT if galat else HTTPStatus.OK,
    )


def _skp_diperiksa(request: HttpRequest, kode: UUID) -> SKP:
    """A plan that was submitted to the reader; who may decide now is the process's matter."""
    pengguna = akun(request)
    baris = skp_terlihat(pengguna, kode)
    penilai = baris.penilai or baris.penilai_luar
    dituju = penilai is not None and penilai.pengguna_id == pengguna.pk
    if not dituju and not boleh_menyetujui_skp(pengguna, baris):
        raise Http404
    return baris


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def skp_setujui(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The superior approves a submitted plan."""
    baris = _skp_diperiksa(request, kode)
    if request.method != "POST":
        return redirect("kinerja:skp", kode=kode)
    try:
        setujui(skp=baris, oleh=akun(request))
    except ProsesDitolak as galat:
        return _halaman_skp(request, skp_terlihat(akun(request), kode), galat=str(galat), status=HTTPStatus.CONFLICT)
    messages.success(request, f"SKP {baris.pegawai} disetujui.")
    return redirect("kinerja:skp", kode=kode)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def skp_kembalikan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The superior sends a submitted plan back with a note."""
    baris = _skp_diperiksa(request, kode)
    form = KembalikanForm(kiriman(request))
    if request.method != "POST":
        return _halaman_skp(request, baris, form=form if form.is_bound else None)
    if not form.is_valid():
        return _halaman_skp(request, baris, form=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        kembalikan(skp=baris, oleh=akun(request), catatan=form.cleaned_data["catatan"])
    except ProsesDitolak as galat:
        form.add_error(None, str(galat))
        return _halaman_skp(request, skp_terlihat(akun(request), kode), form=form, status=HTTPStatus.CONFLICT)
    buang_tertahan(request)
    messages.success(request, f"SKP dikembalikan kepada {baris.pegawai} dengan catatan Anda.")
    return redirect("kinerja:skp", kode=kode)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def skp_surat(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The pengelola records the approval that an official outside the office signed on paper."""
    pengguna = akun(request)
    hanya_pengelola(pengguna)
    baris = skp_terlihat(pengguna, kode)
    form = SuratPersetujuanForm(kiriman(request), request.FILES or None)
    status = jalankan(
        request,
        form,
        lambda data: catat_persetujuan_luar(
            skp=baris,
            oleh=pengguna,
            surat_nomor=data["surat_nomor"],
            pindaian=berkas(data["pindaian"]),
        ),
    )
    if status is None:
        messages.success(request, f"Persetujuan SKP {baris.pegawai} menurut surat tercatat.")
        return redirect("kinerja:skp", kode=kode)
    return render(request, "kinerja/skp_surat.html", {"form": form, "skp": baris}, status=status)


@wajib_masuk
@require_safe
def skp_pindaian(request: HttpRequest, kode: UUID) -> FileResponse:
    """Scan of the approval letter, for those who may read the plan."""
    baris = skp_terlihat(akun(request), kode)
    if not baris.pindaian_persetujuan:
        raise Http404
    return unduhan(baris.pindaian_persetujuan, f"surat-skp-{baris.mulai.year}")
