"""Follow-up of a final result: the superior writes, the employee and who else reads the result read it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.enums import HasilPembinaan, StatusEvaluasi
from kinerja.forms import KeputusanPembinaanForm, PembinaanForm, PenghargaanForm, TinjauForm, berkas
from kinerja.models import AturanTindakLanjut, Evaluasi, KeputusanPembinaan, RencanaPembinaan, UsulanPenghargaan
from kinerja.perhitungan import PREDIKAT_RENDAH, PREDIKAT_TINGGI, Predikat, tambah_bulan
from kinerja.permissions import boleh_memutuskan, boleh_mencatat_di_kertas
from kinerja.proses.keputusan_pembinaan import SuratPembinaan, catat_keputusan_pembinaan
from kinerja.proses.pembinaan import simpan_pembinaan, tinjau_pembinaan, usulkan_penghargaan
from kinerja.views.ambil import akun, evaluasi_terlihat
from kinerja.views.formulir import jalankan, pasang_versi, simpan_formulir
from rakumpit.berkas import unduhan
from rakumpit.organisasi.models import Pengguna
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import hari_ini


def _baris(pengguna: Pengguna, kode: UUID) -> Evaluasi:
    """A final result whose predicate has a follow-up; 404 for every other."""
    baris = evaluasi_terlihat(pengguna, kode)
    if baris.status != StatusEvaluasi.DITETAPKAN.value or Predikat(baris.predikat) not in (
        PREDIKAT_RENDAH | PREDIKAT_TINGGI
    ):
        raise Http404
    return baris


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def tindak_lanjut(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The plan to improve, or the proposed award, with its rule."""
    pengguna = akun(request)
    baris = _baris(pengguna, kode)
    boleh = baris.terbaru and boleh_memutuskan(pengguna, baris)
    if request.method == "POST" and not boleh:
        raise Http404
    rendah = Predikat(baris.predikat) in PREDIKAT_RENDAH
    rencana = RencanaPembinaan.objects.select_related("aturan", "dibuat_oleh").filter(evaluasi=baris).first()
    usulan = UsulanPenghargaan.objects.select_related("diusulkan_oleh").filter(evaluasi=baris).first()
    aturan = rencana.aturan if rencana is not None else _aturan()
    form: PembinaanForm | PenghargaanForm | None = None
    if boleh and rendah and (rencana is None or not rencana.hasil):
        isian = PembinaanForm(kiriman(request), initial=_awal(rencana, aturan))
        status = jalankan(request, isian, lambda data: simpan_pembinaan(evaluasi=baris, oleh=pengguna, **data))
        if status == HTTPStatus.CONFLICT:
            kini = RencanaPembinaan.objects.filter(evaluasi=baris).first()
            pasang_versi(isian, kini.versi if kini is not None else 0)
        form = isian
    elif boleh and not rendah and usulan is None:
        usul = PenghargaanForm(kiriman(request))
        status = jalankan(request, usul, lambda data: usulkan_penghargaan(evaluasi=baris, oleh=pengguna, **data))
        form = usul
    else:
        status = HTTPStatus.CONFLICT if request.method == "POST" else HTTPStatus.OK
    if status is None:
        messages.success(request, "Tindak lanjut tersimpan dan pegawai diberi tahu.")
        return redirect("kinerja:tindak_lanjut", kode=baris.uuid)
    konteks = {
        "evaluasi": baris,
        "judul": f"{baris.pegawai.nama}, {baris.periode.nama}",
        "rendah": rendah,
        "rencana": rencana,
        "usulan": usulan,
        "aturan": aturan,
        "keputusan": rencana.keputusan.all() if rencana is not None else [],
        "boleh_keputusan": boleh_mencatat_di_kertas(pengguna, baris.pegawai),
        "boleh_tinjau": boleh and rencana is not None and not rencana.hasil and rencana.mulai <= hari_ini(),
        "form": form,
        "dikembalikan": form is not None and form.is_bound and request.method != "POST",
    }
    return render(request, "kinerja/tindak_lanjut.html", konteks, status=status)


def _aturan() -> AturanTindakLanjut | None:
    try:
        aturan: AturanTindakLanjut = AturanTindakLanjut.objects.pada(hari_ini())
    except LookupError:
        return None
    return aturan


def _awal(rencana: RencanaPembinaan | None, aturan: AturanTindakLanjut | None) -> dict[str, Any]:
    if rencana is not None:
        return {nama: getattr(rencana, nama) for nama in ("sasaran", "langkah", "mulai", "tinjau_pada", "versi")}
    hari = hari_ini()
    return {
        "mulai": hari,
        "tinjau_pada": tambah_bulan(hari, aturan.bulan_pembinaan) if aturan is not None else None,
        "versi": 0,
    }


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def pembinaan_tinjau(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Say whether the work has improved."""
    pengguna = akun(request)
    baris = _baris(pengguna, kode)
    rencana = RencanaPembinaan.objects.filter(evaluasi=baris).first()
    if rencana is None or not boleh_memutuskan(pengguna, baris):
        raise Http404
    form = TinjauForm(kiriman(request))

    def simpan() -> HttpResponse:
        data = form.cleaned_data
        tinjau_pembinaan(evaluasi=baris, oleh=pengguna, hasil=data["hasil"], catatan=data["catatan"])
        messages.success(request, "Peninjauan tersimpan dan pegawai diberi tahu.")
        return redirect("kinerja:tindak_lanjut", kode=baris.uuid)

    alamat = redirect("kinerja:tindak_lanjut", kode=baris.uuid).url
    return simpan_formulir(
        request,
        form,
        simpan,
        judul="Tinjau pembinaan",
        tombol="Simpan peninjauan",
        induk=(f"{baris.pegawai.nama}, {baris.periode.nama}", alamat),
        kutipan=rencana.sasaran,
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def pembinaan_keputusan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The pengelola copies a decision of the authority after a plan that ended without improvement."""
    pengguna = akun(request)
    baris = _baris(pengguna, kode)
    rencana = RencanaPembinaan.objects.filter(evaluasi=baris, hasil=HasilPembinaan.BELUM.value).first()
    if rencana is None or not boleh_mencatat_di_kertas(pengguna, baris.pegawai):
        raise Http404
    form = KeputusanPembinaanForm(kiriman(request), request.FILES or None)

    def simpan(data: dict[str, Any]) -> None:
        surat = SuratPembinaan(
            jenis=data["jenis"],
            tanggal=data["tanggal"],
            nomor=data["surat_nomor"],
            pejabat=data["pejabat"],
            uraian=data["uraian"],
            sampai=data["sampai"],
        )
        catat_keputusan_pembinaan(evaluasi=baris, oleh=pengguna, surat=surat, pindaian=berkas(data["pindaian"]))

    status = jalankan(request, form, simpan)
    if status is None:
        messages.success(request, "Keputusan tercatat. Pegawai dan pejabat penilainya diberi tahu.")
        return redirect("kinerja:tindak_lanjut", kode=baris.uuid)
    konteks = {"form": form, "evaluasi": baris, "judul": f"{baris.pegawai.nama}, {baris.periode.nama}"}
    return render(request, "kinerja/pembinaan_keputusan.html", konteks, status=status)


@wajib_masuk
@require_safe
def pembinaan_pindaian(request: HttpRequest, kode: UUID) -> FileResponse:
    """The scan of such a letter, for those who read the result."""
    satu = get_object_or_404(KeputusanPembinaan.objects.select_related("rencana__evaluasi"), uuid=kode)
    _baris(akun(request), satu.rencana.evaluasi.uuid)
    return unduhan(satu.pindaian, f"surat-pembinaan-{satu.tanggal.isoformat()}")
