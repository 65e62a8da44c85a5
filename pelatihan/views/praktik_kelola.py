"""Writing in the library: proposals, the steps of the pengelola, files, names and comments."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from pelatihan.forms.jp import AlasanForm
from pelatihan.forms.praktik import BerkasPraktikForm, KomentarForm, PraktikForm, SuntingKomentarForm
from pelatihan.models import BerkasPraktik, KomentarPraktik, PraktikBaik
from pelatihan.permissions import boleh_mengelola
from pelatihan.permissions.praktik import boleh_menulis, boleh_menyunting, penyunting
from pelatihan.proses import praktik as proses
from pelatihan.proses import praktik_berkas as proses_berkas
from pelatihan.proses import praktik_komentar as proses_komentar
from pelatihan.views.formulir import akun, beralasan, formulir, tekan
from pelatihan.views.praktik import ambil_praktik, halaman_praktik
from rakumpit.organisasi.models import Pengguna
from rakumpit.tertahan import kiriman, wajib_masuk

_DAFTAR = "Praktik baik"


def _induk(baris: PraktikBaik) -> tuple[str, str]:
    return baris.judul, baris.get_absolute_url()


def _disunting(pengguna: Pengguna, kode: UUID) -> PraktikBaik:
    """The practice for who has to do with its text; else 404."""
    baris = ambil_praktik(pengguna, kode)
    if not penyunting(pengguna, baris):
        raise Http404
    return baris


def _dikelola(request: HttpRequest, kode: UUID) -> tuple[Pengguna, PraktikBaik]:
    """The account and the practice for who keeps the library; else 404."""
    pengguna = akun(request)
    if not boleh_mengelola(pengguna):
        raise Http404
    return pengguna, ambil_praktik(pengguna, kode)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def praktik_usul(request: HttpRequest) -> HttpResponse:
    """Propose a practice of another region."""
    pengguna = akun(request)
    if not boleh_menulis(pengguna):
        raise Http404
    kode = uuid4()
    form = PraktikForm(kiriman(request), initial={"kode": kode})
    return formulir(
        request,
        form,
        lambda data: proses.usulkan_praktik(kode=data["kode"], oleh=pengguna, isi=form.isi()),
        judul="Usulkan praktik baik",
        tombol="Usulkan praktik",
        induk=(_DAFTAR, reverse("pelatihan:praktik_daftar")),
        keterangan="Pengelola memeriksanya sebelum dibaca seluruh kantor.",
        pesan="Terima kasih. Praktik ini menunggu diperiksa pengelola.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def praktik_ubah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Change what is written; a refused proposal is proposed again by that."""
    pengguna = akun(request)
    baris = _disunting(pengguna, kode)
    awal: dict[str, Any] = {nama: getattr(baris, nama) for nama in proses.IsiPraktik.__slots__}
    awal |= {
        "kode": baris.uuid,
        "versi": baris.versi,
        "kompetensi": baris.kompetensi.kode if baris.kompetensi else "",
        "program": baris.program.uuid if baris.program else "",
        "kegiatan": baris.kegiatan.uuid if baris.kegiatan else "",
    }
    form = PraktikForm(kiriman(request), initial=awal, praktik=baris)
    return formulir(
        request,
        form,
        lambda data: proses.ubah_praktik(praktik=baris, oleh=pengguna, versi=data["versi"], isi=form.isi()),
        judul="Ubah praktik baik",
        tombol="Simpan praktik",
        induk=_induk(baris),
        kutipan=baris.alasan,
        pesan="Praktik disimpan.",
    )


def _tekan(request: HttpRequest, kode: UUID, jalankan: Callable[..., object], pesan: str) -> HttpResponse:
    """A step without words; a refusal comes back on the page of the practice."""
    pengguna, baris = _dikelola(request, kode)
    return _jalankan(request, baris, lambda: jalankan(praktik=baris, oleh=pengguna), pesan)


def _jalankan(request: HttpRequest, baris: PraktikBaik, langkah: Callable[[], object], pesan: str) -> HttpResponse:
    return tekan(
        request,
        langkah,
        pesan=pesan,
        lanjut=baris.get_absolute_url(),
        gagal=lambda galat: halaman_praktik(request, baris.uuid, galat=galat, status=HTTPStatus.CONFLICT),
    )


@wajib_masuk
@require_POST
def praktik_terima(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Take a proposal into the library."""
    return _tekan(request, kode, proses.terima_praktik, "Praktik ini sekarang dibaca seluruh kantor.")


@wajib_masuk
@require_POST
def praktik_terbitkan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Show it to everybody."""
    return _tekan(request, kode, proses.terbitkan_praktik, "Praktik dipublikasikan di halaman umum.")


@wajib_masuk
@require_POST
def praktik_pulihkan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Put it back into the library."""
    return _tekan(request, kode, proses.pulihkan_praktik, "Praktik kembali dibaca seluruh kantor.")


def _beralasan(
    request: HttpRequest, kode: UUID, jalankan: Callable[..., object], *, judul: str, keterangan: str, pesan: str
) -> HttpResponse:
    pengguna, baris = _dikelola(request, kode)
    return beralasan(
        request,
        baris,
        AlasanForm(kiriman(request)),
        lambda data: jalankan(praktik=baris, oleh=pengguna, **data),
        judul=judul,
        keterangan=keterangan,
        pesan=pesan,
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def praktik_tolak(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Send a proposal back."""
    return _beralasan(
        request,
        kode,
        proses.tolak_praktik,
        judul="Tolak praktik",
        keterangan="Pengusulnya membaca alasannya dan boleh memperbaiki.",
        pesan="Usulan ditolak. Pengusulnya diberi tahu.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def praktik_turunkan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Take it from the public page."""
    return _beralasan(
        request,
        kode,
        proses.turunkan_praktik,
        judul="Tarik dari halaman umum",
        keterangan="Seluruh kantor tetap dapat membacanya.",
        pesan="Praktik tidak lagi tampil di halaman umum.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def praktik_arsipkan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Take it out of the library."""
    return _beralasan(
        request,
        kode,
        proses.arsipkan_praktik,
        judul="Arsipkan praktik",
        keterangan="Misalnya karena tidak bertahan atau sumbernya hilang. Percobaan yang berjalan tetap tercatat.",
        pesan="Praktik diarsipkan.",
    )


@wajib_masuk
@require_POST
def praktik_nama(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The own name on the public page: yes (``setuju=1``) or no longer."""
    pengguna = akun(request)
    baris = ambil_praktik(pengguna, kode)
    if not baris.penemu.filter(pegawai__pengguna=pengguna).exists():
        raise Http404
    setuju = request.POST.get("setuju") == "1"
    return _jalankan(
        request,
        baris,
        lambda: proses.setujui_nama(praktik=baris, oleh=pengguna, setuju=setuju),
        "Nama Anda boleh disebut." if setuju else "Nama Anda tidak disebut di halaman umum.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def praktik_berkas_tambah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Add a file."""
    pengguna = akun(request)
    baris = _disunting(pengguna, kode)
    form = BerkasPraktikForm(kiriman(request), request.FILES or None, kelola=boleh_mengelola(pengguna))
    return formulir(
        request,
        form,
        lambda data: proses_berkas.tambah_berkas(praktik=baris, oleh=pengguna, **data),
        judul="Tambah berkas",
        tombol="Simpan berkas",
        induk=_induk(baris),
        keterangan="Misalnya SOP, formulir kosong, atau foto alat peraga.",
        kutipan=baris.judul,
        pesan="Berkas tersimpan.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def praktik_berkas_batal(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Take a file back."""
    pengguna = akun(request)
    berkas = get_object_or_404(BerkasPraktik.objects.filter(adopsi__isnull=True).select_related("praktik"), uuid=kode)
    baris = _disunting(pengguna, berkas.praktik.uuid)
    return formulir(
        request,
        AlasanForm(kiriman(request)),
        lambda data: proses_berkas.batalkan_berkas(berkas=berkas, oleh=pengguna, **data),
        judul="Batalkan berkas",
        tombol="Batalkan berkas",
        induk=_induk(baris),
        keterangan="Berkas tidak dapat dibuka lagi. Catatannya tetap tersimpan dengan alasannya.",
        kutipan=berkas.judul,
        pesan="Berkas dibatalkan.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def praktik_komentar(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Comment on a practice."""
    pengguna = akun(request)
    baris = ambil_praktik(pengguna, kode)
    if not boleh_menulis(pengguna):
        raise Http404
    return formulir(
        request,
        KomentarForm(kiriman(request), initial={"kode": uuid4()}),
        lambda data: proses_komentar.tulis_komentar(
            kiriman=data["kode"], praktik=baris, oleh=pengguna, isi=data["isi"]
        ),
        judul="Tulis komentar",
        tombol="Kirim komentar",
        induk=_induk(baris),
        keterangan=f"Dapat disunting {proses_komentar.menit_sunting()} menit sesudah dikirim.",
        kutipan=baris.judul,
        pesan="Komentar terkirim.",
    )


def _komentar(pengguna: Pengguna, kode: UUID) -> KomentarPraktik:
    baris: KomentarPraktik = get_object_or_404(
        KomentarPraktik.objects.terlihat_oleh(pengguna)
        .filter(praktik__in=PraktikBaik.objects.terlihat_oleh(pengguna).order_by().values("pk"))
        .select_related("praktik"),
        uuid=kode,
    )
    return baris


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def komentar_sunting(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Mend the own comment."""
    pengguna = akun(request)
    baris = _komentar(pengguna, kode)
    if not boleh_menyunting(pengguna, baris):
        raise Http404
    awal = {"isi": baris.isi, "dilihat": baris.disunting_pada.isoformat() if baris.disunting_pada else ""}
    return formulir(
        request,
        SuntingKomentarForm(kiriman(request), initial=awal),
        lambda data: proses_komentar.sunting_komentar(komentar=baris, oleh=pengguna, **data),
        judul="Sunting komentar",
        tombol="Simpan komentar",
        induk=_induk(baris.praktik),
        pesan="Komentar disimpan.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def komentar_sembunyikan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Hide a comment with a reason."""
    pengguna = akun(request)
    if not boleh_mengelola(pengguna):
        raise Http404
    baris = _komentar(pengguna, kode)
    return formulir(
        request,
        AlasanForm(kiriman(request)),
        lambda data: proses_komentar.sembunyikan_komentar(komentar=baris, oleh=pengguna, **data),
        judul="Sembunyikan komentar",
        tombol="Sembunyikan komentar",
        induk=_induk(baris.praktik),
        keterangan="Penulisnya membaca alasannya.",
        kutipan=baris.isi,
        pesan="Komentar disembunyikan. Penulisnya diberi tahu.",
    )
