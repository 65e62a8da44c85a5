"""Materials of the agenda: staff put them there, everybody downloads them."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.forms import Form
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from forum.forms.sesi import BahanForm
from forum.models import AgendaItem, BahanAcara, SesiForum
from forum.permissions.sesi import boleh_menyelenggarakan
from forum.proses import bahan as proses
from forum.views.kerangka import formulir, langkah, milik_sesi, pengguna_masuk
from forum.views.sesi import halaman_sesi, remah_sesi
from rakumpit.berkas import nama_tampil, unduhan
from rakumpit.tertahan import kiriman, wajib_masuk


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def tambah(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One more file for an item."""
    acara = milik_sesi(request, AgendaItem, uuid, boleh=boleh_menyelenggarakan)
    form = BahanForm(kiriman(request), request.FILES or None, initial={"kode": uuid4()})
    return formulir(
        request,
        form,
        lambda: proses.tambah_bahan(
            acara=acara,
            oleh=pengguna_masuk(request),
            kode=form.cleaned_data["kode"] or uuid4(),
            judul=form.cleaned_data["judul"],
            berkas=form.cleaned_data["berkas"],
        ),
        judul="Tambah bahan",
        tombol="Unggah bahan",
        remah=remah_sesi(acara.sesi),
        pesan="Bahan ditambahkan.",
        tujuan=lambda _: halaman_sesi(acara.sesi),
        keterangan=acara.judul,
        berkas=True,
    )


@wajib_masuk
@require_POST
def hapus(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take a file off an item."""
    pengguna = pengguna_masuk(request)
    terlihat = SesiForum.objects.terlihat_oleh(pengguna)
    semua = BahanAcara.objects.filter(acara__sesi__in=terlihat).select_related("acara__sesi__unit")
    satu: BahanAcara = get_object_or_404(semua, uuid=uuid)
    sesi = satu.acara.sesi
    if not boleh_menyelenggarakan(pengguna, sesi.unit_id):
        raise Http404
    return langkah(
        request,
        Form(request.POST),
        lambda: proses.hapus_bahan(bahan=satu, oleh=pengguna),
        pesan="Bahan dihapus.",
        kembali=halaman_sesi(sesi),
        judul="Hapus bahan",
    )


@require_safe
def unduh(request: HttpRequest, uuid: UUID) -> FileResponse:
    """A file, for everybody once its session is announced, before that for who sees the session inside the office."""
    terlihat = SesiForum.objects.terlihat_oleh(request.user)
    terbaca = BahanAcara.objects.umum() | BahanAcara.objects.filter(acara__sesi__in=terlihat)
    satu: BahanAcara = get_object_or_404(terbaca, uuid=uuid)
    return unduhan(satu.berkas, nama_tampil(satu.judul.replace("/", "-").replace("\\", "-"), None))
