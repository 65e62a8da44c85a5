"""Staff pages of series."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from forum.forms.sesi import LangkahSesiForm, SeriForm
from forum.models import SeriForum
from forum.permissions.sesi import boleh_menyelenggarakan, unit_diselenggarakan
from forum.proses import seri as proses
from forum.views.kerangka import formulir, langkah, pengguna_masuk
from rakumpit.bacaan import banyak
from rakumpit.tertahan import kiriman, wajib_masuk

_REMAH = "Forum warga"


def _seri(request: HttpRequest, uuid: UUID) -> SeriForum:
    pengguna = pengguna_masuk(request)
    seri: SeriForum = get_object_or_404(SeriForum.objects.terlihat_oleh(pengguna).select_related("unit"), uuid=uuid)
    if not boleh_menyelenggarakan(pengguna, seri.unit_id):
        raise Http404
    return seri


@wajib_masuk
@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Series that this person may see."""
    from django.db.models import OuterRef

    from forum.models import SesiForum

    pengguna = pengguna_masuk(request)
    semua = (
        SeriForum.objects.terlihat_oleh(pengguna)
        .select_related("unit")
        .annotate(banyak_sesi=banyak(SesiForum.objects.filter(seri=OuterRef("pk")), "seri"))
        .order_by("-aktif", "nama", "pk")
    )
    halaman = Paginator(semua, 25).get_page(request.GET.get("page"))
    isi = {"halaman": halaman, "boleh": unit_diselenggarakan(pengguna).exists()}
    return render(request, "forum/seri_daftar.html", isi)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def tambah(request: HttpRequest) -> HttpResponse:
    """A new series with its drafts."""
    pengguna = pengguna_masuk(request)
    unit = unit_diselenggarakan(pengguna)
    if not unit.exists():
        raise Http404
    awal = {"kode": uuid4(), "lama_menit": 120, "jam_mulai": "09.00", "aktif": True, "frekuensi": "triwulanan"}
    form = SeriForm(kiriman(request), unit=unit, initial=awal)
    return formulir(
        request,
        form,
        lambda: proses.buat_seri(
            kode=form.cleaned_data["kode"] or uuid4(), unit=form.cleaned_data["unit"], oleh=pengguna, **form.isi()
        ),
        judul="Buat seri forum",
        tombol="Buat seri dan drafnya",
        remah=[_REMAH, reverse("forum:sesi_daftar"), "Seri", reverse("forum:seri_daftar")],
        pesan="Seri dibuat. Draf sesi setahun ke depan sudah disusun.",
        tujuan=lambda _: reverse("forum:seri_daftar"),
        penjelasan="Draf sesi setahun ke depan langsung disusun. Setiap draf kemudian dapat diubah sendiri-sendiri.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Change what later drafts take over."""
    seri = _seri(request, uuid)
    nama = ("nama", "ruang_lingkup", "frekuensi", "selang_hari", "jadwal_acuan", "jam_mulai", "lama_menit", "tempat")
    awal = {satu: getattr(seri, satu) for satu in (*nama, "boleh_hari_libur", "aktif", "versi")}
    form = SeriForm(kiriman(request), initial=awal | {"unsur_wajib": seri.unsur_wajib.all()})
    return formulir(
        request,
        form,
        lambda: proses.ubah_seri(
            seri=seri, oleh=pengguna_masuk(request), versi=form.cleaned_data["versi"] or 0, **form.isi()
        ),
        judul="Ubah seri",
        tombol="Simpan seri",
        remah=[_REMAH, reverse("forum:sesi_daftar"), "Seri", reverse("forum:seri_daftar")],
        pesan="Seri diubah. Sesi yang sudah ada tidak berubah.",
        tujuan=lambda _: reverse("forum:seri_daftar"),
        keterangan=seri.unit.nama,
    )


@wajib_masuk
@require_POST
def susun(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Make the drafts that are missing."""
    seri = _seri(request, uuid)
    form = LangkahSesiForm(request.POST)
    return langkah(
        request,
        form,
        lambda: proses.susun_sesi_berikut(seri=seri, oleh=pengguna_masuk(request), versi=form.cleaned_data["versi"]),
        pesan="Draf sesi setahun ke depan sudah lengkap.",
        kembali=reverse("forum:seri_daftar"),
        judul="Susun draf sesi",
    )
