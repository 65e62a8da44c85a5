"""Lines of an event's budget."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from pelatihan.forms.tempat import AnggaranForm
from pelatihan.models import AnggaranKegiatan, Kegiatan
from pelatihan.permissions.kegiatan import boleh_menyusun
from pelatihan.proses import anggaran as proses
from pelatihan.views.formulir import akun, formulir
from pelatihan.views.kegiatan_tulis import induk_kegiatan, kegiatan_disusun
from rakumpit.tertahan import kiriman, wajib_masuk


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def anggaran_tambah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """One more line."""
    pengguna = akun(request)
    kegiatan = kegiatan_disusun(pengguna, kode)
    form = AnggaranForm(kiriman(request), initial={"kode": uuid4()})
    return formulir(
        request,
        form,
        lambda data: proses.tambah_anggaran(
            kegiatan=kegiatan, oleh=pengguna, kode=data["kode"] or uuid4(), isi=form.isi()
        ),
        judul="Tambah baris anggaran",
        tombol="Simpan baris",
        induk=induk_kegiatan(kegiatan),
        pesan="Baris anggaran disimpan.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def anggaran_ubah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Change a line, or say what was spent."""
    pengguna = akun(request)
    terlihat = Kegiatan.objects.terlihat_oleh(pengguna).order_by().values("pk")
    baris: AnggaranKegiatan = get_object_or_404(
        AnggaranKegiatan.objects.filter(kegiatan__in=terlihat).select_related("kegiatan"), uuid=kode
    )
    if not boleh_menyusun(pengguna, baris.kegiatan.unit_id):
        raise Http404
    awal = {nama: getattr(baris, nama) for nama in ("jenis", "uraian", "rencana", "realisasi")}
    form = AnggaranForm(kiriman(request), initial=awal | {"versi": baris.kegiatan.versi})
    return formulir(
        request,
        form,
        lambda data: proses.ubah_anggaran(anggaran=baris, oleh=pengguna, versi=data["versi"] or 0, isi=form.isi()),
        judul="Ubah baris anggaran",
        tombol="Simpan baris",
        induk=induk_kegiatan(baris.kegiatan),
        pesan="Baris anggaran disimpan.",
    )
