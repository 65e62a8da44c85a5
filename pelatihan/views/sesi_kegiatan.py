"""Sessions of an event."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from pelatihan.forms.kegiatan import AlasanVersiForm, SesiForm, awal_sesi
from pelatihan.models import Kegiatan, SesiKegiatan
from pelatihan.permissions.kegiatan import boleh_menyusun
from pelatihan.proses import sesi_kegiatan as proses
from pelatihan.views.formulir import akun, formulir
from pelatihan.views.kegiatan_tulis import induk_kegiatan, kegiatan_disusun
from rakumpit.organisasi.models import Pengguna
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import format_waktu


def _sesi(pengguna: Pengguna, kode: UUID) -> SesiKegiatan:
    terlihat = Kegiatan.objects.terlihat_oleh(pengguna).order_by().values("pk")
    sesi: SesiKegiatan = get_object_or_404(
        SesiKegiatan.objects.filter(kegiatan__in=terlihat).select_related("kegiatan__unit", "ruang"), uuid=kode
    )
    if not boleh_menyusun(pengguna, sesi.kegiatan.unit_id):
        raise Http404
    return sesi


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def sesi_tambah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """One more session of this event."""
    pengguna = akun(request)
    kegiatan = kegiatan_disusun(pengguna, kode)
    awal = {"kode": uuid4(), "jam_mulai": "09.00", "jam_selesai": "11.00", "istirahat_menit": 0}
    form = SesiForm(kiriman(request), initial=awal)
    return formulir(
        request,
        form,
        lambda data: proses.tambah_sesi(kegiatan=kegiatan, oleh=pengguna, kode=data["kode"] or uuid4(), isi=form.isi()),
        judul="Tambah sesi",
        tombol="Simpan sesi",
        induk=induk_kegiatan(kegiatan),
        pesan="Sesi ditambahkan.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def sesi_ubah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Change a session, or give it a new time after it was called off."""
    pengguna = akun(request)
    sesi = _sesi(pengguna, kode)
    form = SesiForm(kiriman(request), sesi=sesi, initial=awal_sesi(sesi) | {"versi": sesi.kegiatan.versi})
    return formulir(
        request,
        form,
        lambda data: proses.ubah_sesi(sesi=sesi, oleh=pengguna, versi=data["versi"] or 0, isi=form.isi()),
        judul="Jadwalkan sesi lagi" if sesi.batal else "Ubah sesi",
        tombol="Simpan sesi",
        induk=induk_kegiatan(sesi.kegiatan),
        keterangan="Peserta diberi tahu bila waktu atau tempatnya berubah.",
        pesan="Sesi disimpan.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def sesi_batal(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Call one session off."""
    pengguna = akun(request)
    sesi = _sesi(pengguna, kode)
    return formulir(
        request,
        AlasanVersiForm(kiriman(request), initial={"versi": sesi.kegiatan.versi}),
        lambda data: proses.batalkan_sesi(sesi=sesi, oleh=pengguna, **data),
        judul="Batalkan sesi",
        tombol="Batalkan sesi",
        induk=induk_kegiatan(sesi.kegiatan),
        keterangan="Ruang dan narasumbernya bebas. Peserta membaca alasannya.",
        kutipan=f"{sesi.judul}, {format_waktu(sesi.mulai)}",
        pesan="Sesi dibatalkan. Peserta diberi tahu.",
    )
