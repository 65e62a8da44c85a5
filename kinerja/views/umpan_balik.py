"""Feedback: received, written, asked for; giving it in two taps; reading that of the led people."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.forms.umpan_balik import MintaUmpanBalikForm, TanggapiForm, UmpanBalikForm
from kinerja.models import PermintaanUmpanBalik, PilihanKantor, UmpanBalik
from kinerja.perhitungan import Penilai
from kinerja.perhitungan.triwulan import awal_triwulan, nama_triwulan
from kinerja.permissions.umpan_balik import hubungan_kini
from kinerja.proses.umpan_balik_pegawai import (
    beri_tanpa_nama,
    beri_umpan_balik,
    minta_umpan_balik,
    tanggapi_umpan_balik,
)
from kinerja.ringkasan.umpan_balik import permintaan_untuk, tampilkan
from kinerja.views.ambil import akun, hanya_pengelola, pegawai_sendiri
from kinerja.views.formulir import simpan_formulir
from kinerja.views.rencana_berlaku import rencana_berlaku
from rakumpit.organisasi.models import Pegawai
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import hari_ini

PER_HALAMAN = 25
PERMINTAAN_PER_HALAMAN = 10
BAGIAN = {"": "Diterima", "ditulis": "Anda tulis", "diminta": "Anda minta"}


@wajib_masuk
@require_safe
def umpan_balik_daftar(request: HttpRequest) -> HttpResponse:
    """Own feedback in three parts; what was asked of the reader stands above."""
    pengguna = akun(request)
    pegawai = pegawai_sendiri(pengguna)
    bagian = request.GET.get("bagian", "")
    if bagian not in BAGIAN:
        raise Http404
    himpunan = {
        "": UmpanBalik.objects.terbuka().filter(pegawai=pegawai).select_related("dari", "dari_luar", "rencana"),
        "ditulis": UmpanBalik.objects.filter(dari=pegawai).select_related("pegawai", "rencana", "dari", "dari_luar"),
        "diminta": PermintaanUmpanBalik.objects.filter(pegawai=pegawai).select_related("kepada"),
    }
    halaman = Paginator(himpunan[bagian], PER_HALAMAN).get_page(request.GET.get("page"))
    baris = list(halaman.object_list)
    permintaan = Paginator(permintaan_untuk(pengguna), PERMINTAAN_PER_HALAMAN).get_page(request.GET.get("permintaan"))
    return render(
        request,
        "kinerja/umpan_balik_daftar.html",
        {
            "tab": [(label, f"?bagian={satu}", satu == bagian, None) for satu, label in BAGIAN.items()],
            "bagian": bagian,
            "halaman": halaman,
            "tampil": list(zip(baris, tampilkan(baris), strict=True)) if bagian != "diminta" else [],
            "diminta": baris if bagian == "diminta" else [],
            "permintaan": list(permintaan.object_list),
            "halaman_permintaan": permintaan,
            "minimal_tanpa_nama": _minimal_tanpa_nama(),
        },
    )


@wajib_masuk
@require_safe
def umpan_balik_pilih(request: HttpRequest) -> HttpResponse:
    """Choose a colleague by name, to give or to ask."""
    pegawai = pegawai_sendiri(akun(request))
    cari = request.GET.get("q", "").strip()
    semua = Pegawai.objects.ber_skp().aktif_pada(hari_ini()).exclude(pk=pegawai.pk).cari(cari)
    halaman = Paginator(semua.order_by("nama_urut", "pk"), PER_HALAMAN).get_page(request.GET.get("page"))
    return render(request, "kinerja/umpan_balik_pilih.html", {"halaman": halaman, "q": cari})


def _minimal_tanpa_nama() -> int:
    """How many notes without a name this quarter needs before they are opened."""
    return PilihanKantor.objects.pada(awal_triwulan(hari_ini())).minimal_tanpa_nama


def _orang(kode: UUID) -> Pegawai:
    return get_object_or_404(Pegawai.objects.select_related("pengguna"), uuid=kode)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def umpan_balik_beri(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Write a note to a person: signed, or without a name for colleagues and subordinates."""
    pengguna, pegawai = akun(request), _orang(kode)
    hubungan = hubungan_kini(pengguna, pegawai)
    if hubungan is None:
        raise Http404
    rencana = rencana_berlaku(pegawai) if hubungan is Penilai.ATASAN else None
    form = UmpanBalikForm(kiriman(request), rencana=rencana, minimal=_minimal_tanpa_nama())

    def simpan() -> HttpResponse:
        data = form.cleaned_data
        if data.get("anonim"):
            beri_tanpa_nama(pegawai=pegawai, oleh=pengguna, isi=data["isi"], nilai_dasar=data["nilai_dasar"])
            messages.success(request, "Umpan balik tersimpan tanpa nama. Isinya dibuka setelah triwulan berakhir.")
        else:
            beri_umpan_balik(
                pegawai=pegawai,
                oleh=pengguna,
                isi=data["isi"],
                nilai_dasar=data["nilai_dasar"],
                rencana=data.get("rencana"),
            )
            messages.success(request, f"Umpan balik untuk {pegawai} sudah disampaikan.")
        return redirect(_kembali(hubungan)[1])

    return simpan_formulir(
        request,
        form,
        simpan,
        judul=f"Umpan balik untuk {pegawai}",
        tombol="Sampaikan umpan balik",
        induk=_kembali(hubungan),
        keterangan="Dibaca oleh penerima dan atasannya. Sesudah disampaikan tidak dapat diubah.",
    )


def _kembali(hubungan: Penilai) -> tuple[str, str]:
    """The page from which a note is usually written: the team for a superior."""
    if hubungan is Penilai.ATASAN:
        return "Tim saya", reverse("kinerja:tim")
    return "Umpan balik", reverse("kinerja:umpan_balik_daftar")


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def umpan_balik_minta(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Ask a colleague or the superior."""
    pengguna, kepada = akun(request), _orang(kode)
    pegawai = pegawai_sendiri(pengguna)
    if kepada.pengguna is None or hubungan_kini(kepada.pengguna, pegawai) is None:
        raise Http404
    form = MintaUmpanBalikForm(kiriman(request))

    def simpan() -> HttpResponse:
        minta_umpan_balik(oleh=pengguna, kepada=kepada, pertanyaan=form.cleaned_data["pertanyaan"])
        messages.success(request, f"Permintaan kepada {kepada} sudah disampaikan.")
        return redirect(f"{reverse('kinerja:umpan_balik_daftar')}?bagian=diminta")

    return simpan_formulir(
        request,
        form,
        simpan,
        judul=f"Minta umpan balik dari {kepada}",
        tombol="Minta umpan balik",
        induk=("Umpan balik", reverse("kinerja:umpan_balik_daftar")),
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def umpan_balik_tanggapi(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The receiver says once that a note was read."""
    pengguna = akun(request)
    umpan = get_object_or_404(UmpanBalik.objects.terbuka(), uuid=kode, pegawai__pengguna=pengguna)
    form = TanggapiForm(kiriman(request))

    def simpan() -> HttpResponse:
        tanggapi_umpan_balik(umpan_balik=umpan, oleh=pengguna, tanggapan=form.cleaned_data["tanggapan"])
        messages.success(request, "Tanggapan Anda tersimpan.")
        return redirect("kinerja:umpan_balik_daftar")

    return simpan_formulir(
        request,
        form,
        simpan,
        judul="Tanggapi umpan balik",
        tombol="Simpan tanggapan",
        induk=("Umpan balik", reverse("kinerja:umpan_balik_daftar")),
        keterangan="Satu kali saja. Boleh kosong bila Anda hanya menyatakan sudah membaca.",
        kutipan=umpan.isi,
    )


@wajib_masuk
@require_safe
def umpan_balik_orang(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Feedback about one of the led people, for those above."""
    pengguna, pegawai = akun(request), _orang(kode)
    if hubungan_kini(pengguna, pegawai) is not Penilai.ATASAN:
        raise Http404
    semua = UmpanBalik.objects.terbuka().filter(pegawai=pegawai).select_related("dari", "dari_luar", "rencana")
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("page"))
    return render(
        request,
        "kinerja/umpan_balik_orang.html",
        {"pegawai": pegawai, "halaman": halaman, "tampil": tampilkan(list(halaman.object_list))},
    )


@wajib_masuk
@require_safe
def umpan_balik_jumlah(request: HttpRequest) -> HttpResponse:
    """How many notes each quarter holds, for the pengelola; those without a name only after their quarter."""
    hanya_pengelola(akun(request))
    kini = awal_triwulan(hari_ini())
    jumlah = {
        (triwulan, anonim): n
        for triwulan, anonim, n in UmpanBalik.objects.terbuka()
        .order_by()
        .values_list("triwulan", "anonim")
        .annotate(n=Count("pk"))
    }
    diminta = dict(PermintaanUmpanBalik.objects.order_by().values_list("triwulan").annotate(n=Count("pk")))
    triwulan = sorted({kini, *(awal for awal, _ in jumlah), *diminta}, reverse=True)
    baris = [
        (
            nama_triwulan(awal),
            diminta.get(awal, 0),
            jumlah.get((awal, False), 0),
            None if awal == kini else jumlah.get((awal, True), 0),
        )
        for awal in triwulan
    ]
    return render(request, "kinerja/umpan_balik_jumlah.html", {"baris": baris})
