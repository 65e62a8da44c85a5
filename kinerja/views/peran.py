"""Matriks peran hasil: the superior's table, one employee's row, and taking a cell into the own plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.enums import LABEL_STATUS_SKP, StatusSKP
from kinerja.forms import AmbilForm, PeranForm
from kinerja.models import SKP, PeranHasil, RencanaHasilKerja
from kinerja.permissions import memimpin
from kinerja.permissions.peran import bawahan_langsung, hari_matriks
from kinerja.proses.peran import ambil_peran, hapus_peran, peran_untuk_skp, simpan_peran
from kinerja.views.ambil import akun, pegawai_sendiri, skp_sendiri
from kinerja.views.formulir import jalankan, konfirmasi_hapus, simpan_formulir
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.organisasi.nama import nama_urut
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import hari_ini

PER_HALAMAN = 25


@dataclass(frozen=True, slots=True)
class Sel:
    """What one employee does for one result: planned cells, and results that stand in a plan with its state."""

    direncanakan: list[PeranHasil] = field(default_factory=list)
    di_skp: list[tuple[str, str]] = field(default_factory=list)

    @property
    def berisi(self) -> bool:
        return bool(self.direncanakan or self.di_skp)


@dataclass(frozen=True, slots=True)
class BarisMatriks:
    pegawai: Pegawai
    sel: list[tuple[RencanaHasilKerja, Sel]]

    @property
    def kosong(self) -> bool:
        return not any(satu.berisi for _, satu in self.sel)


def _skp_pimpinan(pengguna: Pengguna, kode: str) -> SKP | None:
    """The own approved plan whose results are the columns: the named one, else that of today, else the newest."""
    semua: list[SKP] = list(
        SKP.objects.disetujui().filter(pegawai=pegawai_sendiri(pengguna)).select_related("pegawai").order_by("-mulai")
    )
    if kode:
        dipilih = next((satu for satu in semua if str(satu.uuid) == kode), None)
        if dipilih is None:
            raise Http404
        return dipilih
    hari = hari_ini()
    return next((satu for satu in semua if satu.mulai <= hari <= satu.selesai), semua[0] if semua else None)


@wajib_masuk
@require_safe
def mph(request: HttpRequest) -> HttpResponse:
    """Employees against the results of the reader; as many queries for 3 as for 300 people."""
    pengguna = akun(request)
    if not memimpin(pengguna):
        raise Http404
    skp = _skp_pimpinan(pengguna, request.GET.get("skp", ""))
    konteks: dict[str, object] = {"skp": skp}
    if skp is not None:
        kolom = list(skp.rencana.order_by("urut"))
        cari = request.GET.get("q", "").strip()
        orang = Pegawai.objects.filter(pk__in=bawahan_langsung(skp.pegawai, hari_matriks(skp, hari_ini())))
        if cari:
            orang = orang.filter(nama_urut__contains=nama_urut(cari))
        halaman = Paginator(orang.order_by("nama_urut", "pk"), PER_HALAMAN).get_page(request.GET.get("page"))
        konteks |= {
            "kolom": kolom,
            "halaman": halaman,
            "baris": _baris(list(halaman.object_list), kolom),
            "q": cari,
            "tanpa_pendukung": _tanpa_pendukung(kolom),
            "boleh_isi": skp.status == StatusSKP.DISETUJUI.value,
        }
    return render(request, "kinerja/mph.html", konteks)


def _baris(orang: list[Pegawai], kolom: list[RencanaHasilKerja]) -> list[BarisMatriks]:
    sel = {(satu.pk, rhk.kode_tetap): Sel() for satu in orang for rhk in kolom}
    kode = [satu.kode_tetap for satu in kolom]
    direncanakan = PeranHasil.objects.filter(rhk_pimpinan__in=kolom, pegawai__in=orang, diambil__isnull=True)
    for peran in direncanakan.select_related("rhk_pimpinan").order_by("pk"):
        sel[peran.pegawai_id, peran.rhk_pimpinan.kode_tetap].direncanakan.append(peran)
    di_skp = (
        RencanaHasilKerja.objects.filter(rhk_pimpinan__kode_tetap__in=kode, skp__pegawai__in=orang)
        .order_by("skp__mulai", "urut")
        .values_list("skp__pegawai_id", "rhk_pimpinan__kode_tetap", "uraian", "skp__status")
    )
    for pegawai_id, satu_kode, uraian, status in di_skp:
        sel[pegawai_id, satu_kode].di_skp.append((uraian, LABEL_STATUS_SKP[StatusSKP(status)].lower()))
    return [BarisMatriks(satu, [(rhk, sel[satu.pk, rhk.kode_tetap]) for rhk in kolom]) for satu in orang]


def _tanpa_pendukung(kolom: Iterable[RencanaHasilKerja]) -> set[int]:
    """Columns that nobody stands for yet, neither in a plan nor in a cell."""
    semua = RencanaHasilKerja.objects.filter(pk__in=[satu.pk for satu in kolom], peran__isnull=True)
    mendukung = RencanaHasilKerja.objects.filter(rhk_pimpinan__kode_tetap=OuterRef("kode_tetap"))
    return set(semua.filter(~Exists(mendukung)).values_list("pk", flat=True))


def _pegawai_matriks(pengguna: Pengguna, skp_kode: UUID, kode: UUID) -> tuple[SKP, Pegawai]:
    """The own plan and one direct subordinate of the day."""
    skp = get_object_or_404(
        SKP.objects.disetujui().select_related("pegawai"), uuid=skp_kode, pegawai__pengguna=pengguna
    )
    orang = get_object_or_404(Pegawai, uuid=kode)
    if orang.pk not in bawahan_langsung(skp.pegawai, hari_matriks(skp, hari_ini())):
        raise Http404
    return skp, orang


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def mph_pegawai(request: HttpRequest, skp: UUID, kode: UUID) -> HttpResponse:
    """One employee's row with its cells, and the form for one more."""
    pengguna = akun(request)
    rencana, orang = _pegawai_matriks(pengguna, skp, kode)
    kolom = list(rencana.rencana.order_by("urut"))
    peran = PeranHasil(pegawai=orang)
    form = PeranForm(kiriman(request), instance=peran, pilihan=rencana.rencana.order_by("urut"))
    status = jalankan(request, form, lambda _data: simpan_peran(peran=peran, oleh=pengguna))
    if status is None:
        messages.success(request, f"Peran {orang} tersimpan.")
        return redirect("kinerja:mph_pegawai", skp=skp, kode=kode)
    (baris,) = _baris([orang], kolom)
    boleh_isi = rencana.status == StatusSKP.DISETUJUI.value
    return render(
        request,
        "kinerja/mph_pegawai.html",
        {"skp": rencana, "orang": orang, "baris": baris, "form": form, "boleh_isi": boleh_isi},
        status=status,
    )


def _peran_sendiri(request: HttpRequest, kode: UUID) -> PeranHasil:
    """A cell of the own matrix."""
    return get_object_or_404(
        PeranHasil.objects.select_related("pegawai", "rhk_pimpinan__skp__pegawai"),
        uuid=kode,
        rhk_pimpinan__skp__pegawai__pengguna=akun(request),
    )


def _alamat_baris(peran: PeranHasil) -> str:
    return reverse("kinerja:mph_pegawai", args=[peran.rhk_pimpinan.skp.uuid, peran.pegawai.uuid])


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def peran_ubah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Change a planned cell."""
    peran = _peran_sendiri(request, kode)
    alamat = _alamat_baris(peran)
    form = PeranForm(
        kiriman(request),
        instance=peran,
        pilihan=peran.rhk_pimpinan.skp.rencana.order_by("urut"),
        initial={"versi": peran.versi},
    )

    def simpan() -> HttpResponse:
        simpan_peran(peran=peran, oleh=akun(request), versi=form.cleaned_data["versi"] or 0)
        messages.success(request, f"Peran {peran.pegawai} tersimpan.")
        return redirect(alamat)

    return simpan_formulir(
        request,
        form,
        simpan,
        judul="Ubah peran",
        tombol="Simpan",
        induk=(f"Peran {peran.pegawai}", alamat),
        keterangan=peran.pegawai.nama,
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def peran_hapus(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Confirm and remove a planned cell."""
    peran = _peran_sendiri(request, kode)
    return konfirmasi_hapus(
        request,
        lambda: hapus_peran(peran=peran, oleh=akun(request)),
        apa="peran",
        uraian=peran.uraian,
        dari="matriks",
        jejak=(
            ("Matriks peran hasil", reverse("kinerja:mph")),
            (f"Peran {peran.pegawai.nama}", _alamat_baris(peran)),
        ),
        kembali="matriks",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def skp_matriks(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Choose cells of the superior's matrix for the own plan."""
    pengguna = akun(request)
    skp = skp_sendiri(pengguna, kode)
    semua = peran_untuk_skp(skp)
    form = AmbilForm(kiriman(request), pilihan=[(satu.uuid, satu.uraian) for satu in semua])
    hasil: list[RencanaHasilKerja] = []
    status = jalankan(
        request, form, lambda data: hasil.extend(ambil_peran(skp=skp, peran=data["pilih"], oleh=pengguna))
    )
    if status is None:
        messages.success(request, f"{len(hasil)} rencana diambil dari matriks. Tambahkan indikatornya.")
        return redirect("kinerja:skp", kode=skp.uuid)
    dipilih = set(request.POST.getlist("pilih"))
    baris = [(satu, str(satu.uuid) in dipilih) for satu in semua]
    return render(request, "kinerja/skp_matriks.html", {"skp": skp, "form": form, "baris": baris}, status=status)
