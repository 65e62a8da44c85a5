"""The yearly plan: a wish, its steps, and what was followed."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from uuid import UUID, uuid4

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pelatihan.enums import LABEL_STATUS_RENCANA, RENCANA_TERBUKA, StatusRencana
from pelatihan.forms.jp import AlasanForm
from pelatihan.forms.rencana import RealisasiForm, RencanaForm
from pelatihan.models import KebutuhanPelatihan, RencanaPengembangan, RiwayatJP
from pelatihan.permissions import pemilik
from pelatihan.proses import rencana as proses
from pelatihan.proses.sertifikat import realisasikan
from pelatihan.views.formulir import akun, formulir, pegawai_sendiri, tekan
from pelatihan.views.saya import JENIS_RENCANA
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import hari_ini

PER_HALAMAN = 20
_LANGKAH = {
    StatusRencana.DIUSULKAN.value: ("rencana_verifikasi", "Dukung rencana"),
    StatusRencana.DIVERIFIKASI.value: ("rencana_validasi", "Periksa rencana"),
    StatusRencana.DIVALIDASI.value: ("rencana_tetapkan", "Tetapkan rencana"),
}


def _rencana(pengguna: Pengguna, kode: UUID) -> RencanaPengembangan:
    baris: RencanaPengembangan = get_object_or_404(
        RencanaPengembangan.objects.terlihat_oleh(pengguna).select_related(
            "pegawai__pengguna",
            "bentuk",
            "kompetensi",
            "program",
            "kebutuhan",
            "diverifikasi_oleh",
            "divalidasi_oleh",
            "ditetapkan_oleh",
        ),
        uuid=kode,
    )
    return baris


def _kebutuhan(pegawai: Pegawai) -> QuerySet[KebutuhanPelatihan]:
    return KebutuhanPelatihan.objects.terbuka().filter(pegawai=pegawai)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def rencana_usul(request: HttpRequest) -> HttpResponse:
    """Propose a line of the own plan; ``?kebutuhan=`` fills in a need."""
    pengguna = akun(request)
    pegawai = pegawai_sendiri(pengguna)
    awal = {"kode": uuid4(), "tahun": hari_ini().year, "triwulan": (hari_ini().month + 2) // 3}
    pilihan = {str(satu.uuid): satu for satu in _kebutuhan(pegawai)}
    butuh = pilihan.get(request.GET.get("kebutuhan", ""))
    if butuh is not None:
        awal |= {"judul": butuh.judul, "kebutuhan": butuh.uuid}
        if butuh.kompetensi is not None:
            awal |= {"kompetensi": butuh.kompetensi.kode}
    form = RencanaForm(kiriman(request), kebutuhan=_kebutuhan(pegawai), initial=awal)
    return formulir(
        request,
        form,
        lambda data: proses.usulkan_rencana(kode=data["kode"], pegawai=pegawai, oleh=pengguna, isi=form.isi()),
        judul="Usulkan rencana",
        tombol="Usulkan rencana",
        induk=("Pelatihan saya", reverse("pelatihan:saya")),
        keterangan=f"Atasan Anda menjawab dalam {proses.hari_atasan()} hari kerja.",
        pesan="Rencana diusulkan kepada atasan Anda.",
    )


@wajib_masuk
@require_safe
def rencana(request: HttpRequest, kode: UUID) -> HttpResponse:
    """One line, where it stands, and what the reader may do."""
    return _halaman(request, _rencana(akun(request), kode))


def _halaman(request: HttpRequest, baris: RencanaPengembangan, *, galat: str = "") -> HttpResponse:
    pengguna = akun(request)
    milik, terbuka = pemilik(pengguna, baris.pegawai), baris.status in set(RENCANA_TERBUKA)
    giliran = terbuka and proses.giliran(pengguna, baris)
    langkah = _LANGKAH.get(baris.status)
    return render(
        request,
        "pelatihan/rencana.html",
        {
            "satu": baris,
            "jenis": JENIS_RENCANA[baris.status],
            "milik": milik,
            "langkah": (reverse(f"pelatihan:{langkah[0]}", args=[baris.uuid]), langkah[1])
            if giliran and langkah
            else None,
            "boleh_tarik": milik and (terbuka or baris.status == StatusRencana.DITETAPKAN.value),
            "boleh_isi": milik and baris.status == StatusRencana.DITETAPKAN.value,
            "lewat": baris.status == StatusRencana.DIUSULKAN.value and hari_ini() > baris.batas_atasan,
            "riwayat": baris.riwayat.berlaku(),
            "galat": galat,
        },
        status=HTTPStatus.CONFLICT if galat else HTTPStatus.OK,
    )


def _tekan(request: HttpRequest, kode: UUID, jalankan: Callable[..., None], pesan: str) -> HttpResponse:
    """A step without words; a refusal comes back on the page of the line."""
    pengguna = akun(request)
    baris = _rencana(pengguna, kode)
    return tekan(
        request,
        lambda: jalankan(rencana=baris, oleh=pengguna),
        pesan=pesan,
        lanjut=reverse("pelatihan:rencana", args=[kode]),
        gagal=lambda galat: _halaman(request, _rencana(pengguna, kode), galat=galat),
    )


@wajib_masuk
@require_POST
def rencana_verifikasi(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The superior supports it."""
    return _tekan(request, kode, proses.verifikasi, "Rencana didukung dan diteruskan ke kepegawaian.")


@wajib_masuk
@require_POST
def rencana_validasi(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The unit kepegawaian finds it in order."""
    return _tekan(request, kode, proses.validasi, "Rencana sudah diperiksa dan menunggu penetapan.")


@wajib_masuk
@require_POST
def rencana_tetapkan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The head of the office fixes it."""
    return _tekan(request, kode, proses.tetapkan, "Rencana ditetapkan.")


def _induk(baris: RencanaPengembangan) -> tuple[str, str]:
    return baris.judul, reverse("pelatihan:rencana", args=[baris.uuid])


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def rencana_tolak(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Refuse with a reason, by whoever has the turn; somebody who only reads gets the sentence that says so."""
    pengguna = akun(request)
    baris = _rencana(pengguna, kode)
    if pemilik(pengguna, baris.pegawai):
        raise Http404
    return formulir(
        request,
        AlasanForm(kiriman(request)),
        lambda data: proses.tolak(rencana=baris, oleh=pengguna, **data),
        judul="Tolak rencana",
        tombol="Tolak rencana",
        induk=_induk(baris),
        keterangan="Pegawai membaca alasannya.",
        kutipan=baris.judul,
        pesan="Rencana ditolak. Pegawainya diberi tahu.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def rencana_tarik(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The owner takes it back."""
    pengguna = akun(request)
    baris = _rencana(pengguna, kode)
    if not pemilik(pengguna, baris.pegawai):
        raise Http404
    return formulir(
        request,
        AlasanForm(kiriman(request)),
        lambda data: proses.tarik(rencana=baris, oleh=pengguna, **data),
        judul="Tarik rencana",
        tombol="Tarik rencana",
        induk=_induk(baris),
        kutipan=baris.judul,
        pesan="Rencana ditarik.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def rencana_realisasi(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The owner says which recorded activities realise it."""
    pengguna = akun(request)
    baris = _rencana(pengguna, kode)
    if not pemilik(pengguna, baris.pegawai):
        raise Http404
    bebas = RiwayatJP.objects.berlaku().filter(pegawai=baris.pegawai, rencana__isnull=True)
    return formulir(
        request,
        RealisasiForm(kiriman(request), riwayat=bebas),
        lambda data: realisasikan(rencana=baris, oleh=pengguna, riwayat=list(data["riwayat"])),
        judul="Catat realisasi",
        tombol="Catat realisasi",
        induk=_induk(baris),
        keterangan="Kegiatan yang belum ada di sini: kirim dulu sertifikatnya.",
        kutipan=baris.judul,
        pesan="Rencana tercatat sudah diikuti.",
    )


@wajib_masuk
@require_safe
def rencana_daftar(request: HttpRequest) -> HttpResponse:
    """Lines of everybody whom the reader may read, the next answer first; filter by state, year and words."""
    pengguna = akun(request)
    status, cari = request.GET.get("keadaan", ""), request.GET.get("q", "").strip()
    if status and status not in set(StatusRencana):
        raise Http404
    semua = RencanaPengembangan.objects.terlihat_oleh(pengguna).select_related("pegawai", "bentuk")
    if status:
        semua = semua.filter(status=status)
    if cari:
        semua = semua.filter(judul__icontains=cari)
    halaman = Paginator(semua.order_by("-tahun", "batas_atasan", "pk"), PER_HALAMAN).get_page(request.GET.get("page"))
    return render(
        request,
        "pelatihan/rencana_daftar.html",
        {
            "halaman": halaman,
            "baris": [(satu, JENIS_RENCANA[satu.status]) for satu in halaman.object_list],
            "keadaan": status,
            "q": cari,
            "pilihan": [(satu.value, kata) for satu, kata in LABEL_STATUS_RENCANA.items()],
        },
    )
