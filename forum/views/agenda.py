"""Staff pages of the agenda and of what citizens propose for it."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from forum.forms.sesi import AcaraForm, CatatanForm, LangkahSesiForm, PutusanUsulForm
from forum.models import AgendaItem, UsulAgenda
from forum.permissions.sesi import boleh_menyelenggarakan
from forum.proses import agenda as proses
from forum.views.hasil import halaman_hasil
from forum.views.kerangka import formulir, langkah, milik_sesi, pengguna_masuk, sesi_diselenggarakan
from forum.views.sesi import halaman_sesi, remah_sesi
from rakumpit.tertahan import kiriman, wajib_masuk


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def tambah(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One more item."""
    sesi = sesi_diselenggarakan(request, uuid)
    form = AcaraForm(kiriman(request), initial={"kode": uuid4(), "durasi_menit": 15})
    return formulir(
        request,
        form,
        lambda: proses.tambah_acara(
            sesi=sesi, oleh=pengguna_masuk(request), kode=form.cleaned_data["kode"] or uuid4(), **form.isi()
        ),
        judul="Tambah acara",
        tombol="Tambah acara",
        remah=remah_sesi(sesi),
        pesan="Acara ditambahkan.",
        tujuan=lambda _: halaman_sesi(sesi),
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Change an item."""
    acara = milik_sesi(request, AgendaItem, uuid, boleh=boleh_menyelenggarakan)
    nama = ("versi", "judul", "penyaji", "durasi_menit", "keterangan_sumber")
    form = AcaraForm(kiriman(request), tetap=acara.tetap, initial={satu: getattr(acara, satu) for satu in nama})
    return formulir(
        request,
        form,
        lambda: proses.ubah_acara(
            acara=acara, oleh=pengguna_masuk(request), versi=form.cleaned_data["versi"] or 0, **form.isi()
        ),
        judul="Ubah acara",
        tombol="Simpan acara",
        remah=remah_sesi(acara.sesi),
        pesan="Acara diubah.",
        tujuan=lambda _: halaman_sesi(acara.sesi),
        keterangan=acara.judul,
    )


@wajib_masuk
@require_POST
def hapus(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take an item off."""
    acara = milik_sesi(request, AgendaItem, uuid, boleh=boleh_menyelenggarakan)
    form = LangkahSesiForm(request.POST)
    return langkah(
        request,
        form,
        lambda: proses.hapus_acara(acara=acara, oleh=pengguna_masuk(request), versi=form.cleaned_data["versi"]),
        pesan="Acara dihapus dari susunan.",
        kembali=halaman_sesi(acara.sesi),
        judul="Hapus acara",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def catatan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Notes of one item."""
    acara = milik_sesi(request, AgendaItem, uuid)
    form = CatatanForm(kiriman(request), initial={"versi": acara.versi, "catatan": acara.catatan})
    return formulir(
        request,
        form,
        lambda: proses.catat_acara(acara=acara, oleh=pengguna_masuk(request), **form.cleaned_data),
        judul="Catatan acara",
        tombol="Simpan catatan",
        remah=[*remah_sesi(acara.sesi), "Hasil", halaman_hasil(acara.sesi)],
        pesan="Catatan disimpan.",
        tujuan=lambda _: halaman_hasil(acara.sesi),
        keterangan=acara.judul,
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def usul(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Decide on a citizen's proposal."""
    satu, pengguna = milik_sesi(request, UsulAgenda, uuid, boleh=boleh_menyelenggarakan), pengguna_masuk(request)
    form = PutusanUsulForm(kiriman(request), acara=satu.sesi.agenda.all())
    return formulir(
        request,
        form,
        lambda: proses.putuskan_usul(usul=satu, oleh=pengguna, **form.cleaned_data),
        judul="Putuskan usulan acara",
        tombol="Simpan keputusan",
        remah=remah_sesi(satu.sesi),
        pesan="Keputusan disimpan. Pengusul dapat membacanya di tautannya.",
        tujuan=lambda _: halaman_sesi(satu.sesi),
        keterangan=satu.judul,
        penjelasan=satu.uraian,
    )
