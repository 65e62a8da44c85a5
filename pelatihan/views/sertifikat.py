"""Outside certificates: sending, reading, checking; the ledger's corrections; the export in SIASN's order."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from pelatihan.enums import LABEL_STATUS_SERTIFIKAT, StatusSertifikat
from pelatihan.forms.jp import AlasanForm, PerbaikiForm, SertifikatForm, VerifikasiForm
from pelatihan.models import RiwayatJP, SertifikatLuar
from pelatihan.permissions import boleh_memeriksa, boleh_mengelola, pemilik
from pelatihan.proses import ProsesDitolak
from pelatihan.proses.sertifikat import (
    jp_sertifikat,
    kirim_sertifikat,
    perbaiki_riwayat,
    tarik_sertifikat,
    tolak_sertifikat,
    verifikasi_sertifikat,
)
from pelatihan.ringkasan.ekspor import JUDUL_SIASN, baris_siasn
from pelatihan.ringkasan.jp import saldo_sesudah, tulis_jp
from pelatihan.views.formulir import akun, formulir, pegawai_sendiri
from pelatihan.views.saya import JENIS_SERTIFIKAT
from rakumpit.berkas import unduhan, unduhan_jadi
from rakumpit.lembar import tulis_csv, tulis_xlsx
from rakumpit.organisasi.models import Pengguna
from rakumpit.tertahan import kiriman, wajib_masuk

PER_HALAMAN = 20


def _sertifikat(pengguna: Pengguna, kode: UUID) -> SertifikatLuar:
    semua = SertifikatLuar.objects.terlihat_oleh(pengguna)
    baris: SertifikatLuar = get_object_or_404(
        semua.select_related("pegawai__pengguna", "bentuk", "diputus_oleh", "diajukan_oleh"), uuid=kode
    )
    return baris


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def sertifikat_kirim(request: HttpRequest) -> HttpResponse:
    """Send a certificate of another organiser."""
    pengguna = akun(request)
    pegawai = pegawai_sendiri(pengguna)
    form = SertifikatForm(kiriman(request), request.FILES or None, initial={"kode": uuid4()})
    return formulir(
        request,
        form,
        lambda data: kirim_sertifikat(
            kode=data["kode"], pegawai=pegawai, oleh=pengguna, isi=form.isi(), berkas=data["berkas"]
        ),
        judul="Kirim sertifikat",
        tombol="Kirim sertifikat",
        induk=("Pelatihan saya", reverse("pelatihan:saya")),
        keterangan="Pengelola membandingkannya dengan berkas. Sesudah itu JP-nya dihitung.",
        pesan="Sertifikat terkirim. JP dihitung setelah diperiksa pengelola.",
    )


@wajib_masuk
@require_safe
def sertifikat(request: HttpRequest, kode: UUID) -> HttpResponse:
    """One certificate with the hours that it would give."""
    pengguna = akun(request)
    baris = _sertifikat(pengguna, kode)
    menunggu = baris.status == StatusSertifikat.MENUNGGU.value
    try:
        jp, sebab = jp_sertifikat(baris), ""
    except ProsesDitolak as galat:
        jp, sebab = None, str(galat)
    return render(
        request,
        "pelatihan/sertifikat.html",
        {
            "satu": baris,
            "jenis": JENIS_SERTIFIKAT[baris.status],
            "jp": tulis_jp(jp) if jp is not None else sebab,
            "milik": pemilik(pengguna, baris.pegawai),
            "boleh_periksa": menunggu and boleh_memeriksa(pengguna, baris),
            "boleh_tarik": menunggu and pemilik(pengguna, baris.pegawai),
            "sama": SertifikatLuar.objects.filter(sidik=baris.sidik).exclude(pegawai=baris.pegawai_id).exists()
            and boleh_mengelola(pengguna),
        },
    )


@wajib_masuk
@require_safe
def sertifikat_berkas(request: HttpRequest, kode: UUID) -> FileResponse:
    """The file as an attachment."""
    baris = _sertifikat(akun(request), kode)
    return unduhan(baris.berkas, baris.judul)


def _induk(baris: SertifikatLuar) -> tuple[str, str]:
    return baris.judul, reverse("pelatihan:sertifikat", args=[baris.uuid])


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def sertifikat_verifikasi(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Another person confirms what the paper says."""
    pengguna = akun(request)
    baris = _sertifikat(pengguna, kode)
    if not boleh_memeriksa(pengguna, baris):
        raise Http404
    try:
        lebih = saldo_sesudah(baris.pegawai, baris.selesai, jp_sertifikat(baris))
    except ProsesDitolak:
        lebih = None  # the process says it again when the form is sent
    kata = "Saya sudah membandingkan isian dengan berkasnya."
    if lebih:
        kata = f"Dengan sertifikat ini batas setahun terlampaui {tulis_jp(lebih)}. Alasan wajib diisi."
    return formulir(
        request,
        VerifikasiForm(kiriman(request)),
        lambda data: verifikasi_sertifikat(sertifikat=baris, oleh=pengguna, **data),
        judul="Verifikasi sertifikat",
        tombol="Verifikasi sertifikat",
        induk=_induk(baris),
        keterangan=kata,
        kutipan=baris.judul,
        pesan="Sertifikat terverifikasi. JP-nya sudah dihitung.",
        lanjut=reverse("pelatihan:periksa"),
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def sertifikat_tolak(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Another person sends it back."""
    pengguna = akun(request)
    baris = _sertifikat(pengguna, kode)
    if not boleh_memeriksa(pengguna, baris):
        raise Http404
    return formulir(
        request,
        AlasanForm(kiriman(request)),
        lambda data: tolak_sertifikat(sertifikat=baris, oleh=pengguna, **data),
        judul="Tolak sertifikat",
        tombol="Tolak sertifikat",
        induk=_induk(baris),
        keterangan="Pemilik membaca alasannya dan boleh mengirim yang lebih baik.",
        kutipan=baris.judul,
        pesan="Sertifikat ditolak. Pemiliknya diberi tahu.",
        lanjut=reverse("pelatihan:periksa"),
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def sertifikat_tarik(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The owner takes it back."""
    pengguna = akun(request)
    baris = _sertifikat(pengguna, kode)
    if not pemilik(pengguna, baris.pegawai):
        raise Http404
    return formulir(
        request,
        AlasanForm(kiriman(request)),
        lambda data: tarik_sertifikat(sertifikat=baris, oleh=pengguna, **data),
        judul="Tarik sertifikat",
        tombol="Tarik sertifikat",
        induk=_induk(baris),
        kutipan=baris.judul,
        pesan="Sertifikat ditarik.",
    )


@wajib_masuk
@require_safe
def periksa(request: HttpRequest) -> HttpResponse:
    """Certificates for the pengelola, the oldest waiting first; filter by state."""
    pengguna = akun(request)
    if not boleh_mengelola(pengguna):
        raise Http404
    status = request.GET.get("keadaan", StatusSertifikat.MENUNGGU.value)
    if status not in set(StatusSertifikat):
        raise Http404
    semua = SertifikatLuar.objects.filter(status=status).select_related("pegawai", "bentuk")
    cari = request.GET.get("q", "").strip()
    if cari:
        semua = semua.filter(judul__icontains=cari)
    halaman = Paginator(semua.order_by("diajukan_pada", "pk"), PER_HALAMAN).get_page(request.GET.get("page"))
    return render(
        request,
        "pelatihan/periksa.html",
        {
            "halaman": halaman,
            "keadaan": status,
            "q": cari,
            "pilihan": [(satu.value, kata) for satu, kata in LABEL_STATUS_SERTIFIKAT.items()],
            "menunggu": status == StatusSertifikat.MENUNGGU.value,
        },
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def riwayat_perbaiki(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Correct an entry; the old one stays with the reason."""
    pengguna = akun(request)
    baris = get_object_or_404(RiwayatJP.objects.select_related("pegawai__pengguna"), uuid=kode)
    if not boleh_mengelola(pengguna) or pemilik(pengguna, baris.pegawai):
        raise Http404
    return formulir(
        request,
        PerbaikiForm(kiriman(request)),
        lambda data: perbaiki_riwayat(riwayat=baris, oleh=pengguna, **data),
        judul="Perbaiki catatan JP",
        tombol="Simpan perbaikan",
        induk=(baris.pegawai.nama, reverse("pelatihan:pegawai", args=[baris.pegawai.uuid])),
        keterangan=f"Tercatat {tulis_jp(baris.jp)}. Catatan lama tetap tersimpan bersama alasannya.",
        kutipan=baris.judul,
        pesan="Catatan JP diperbaiki.",
    )


@wajib_masuk
@require_safe
def siasn(request: HttpRequest) -> HttpResponse:
    """Trainings in the order of SIASN's training screen, as XLSX or CSV; cells never become formulas."""
    pengguna = akun(request)
    if not boleh_mengelola(pengguna):
        raise Http404
    baris = [JUDUL_SIASN, *baris_siasn()]
    if request.GET.get("jenis") == "csv":
        return unduhan_jadi(tulis_csv(baris), "pelatihan-siasn", "csv")
    return unduhan_jadi(tulis_xlsx(baris, nama_lembar="Pelatihan"), "pelatihan-siasn", "xlsx")
