"""The library of good practice: list and detail for the office, and what everybody reads."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from pelatihan.enums.praktik import LABEL_ASAL_PRAKTIK, LABEL_STATUS_PRAKTIK, LABEL_TEMA_PRAKTIK
from pelatihan.models import AturanPraktik, BerkasPraktik, Kegiatan, Kompetensi, PraktikBaik
from pelatihan.perhitungan.praktik import TERBIT, StatusAdopsi, StatusPraktik, masih_dapat_disunting
from pelatihan.permissions import boleh_mengelola
from pelatihan.permissions.praktik import boleh_mencoba, boleh_mengubah, boleh_menulis
from pelatihan.ringkasan.praktik import cari_praktik, kalimat_angka, kalimat_yakin
from pelatihan.views.formulir import akun
from rakumpit.berkas import unduhan
from rakumpit.organisasi.models import Pengguna
from rakumpit.pencarian import rapikan
from rakumpit.tertahan import wajib_masuk
from rakumpit.waktu import hari_ini, sekarang
from survei.ringkasan import nama_unsur, pilihan_unsur

PER_HALAMAN = 20
PER_KOMENTAR = 50
JENIS_PRAKTIK = {
    StatusPraktik.USULAN.value: "perhatian",
    StatusPraktik.KANTOR.value: "baik",
    StatusPraktik.UMUM.value: "baik",
    StatusPraktik.DITOLAK.value: "netral",
    StatusPraktik.ARSIP.value: "netral",
}
JENIS_ADOPSI = {
    StatusAdopsi.AKAN.value: "perhatian",
    StatusAdopsi.RENCANA.value: "berjalan",
    StatusAdopsi.BERHASIL.value: "baik",
    StatusAdopsi.TIDAK_COCOK.value: "netral",
    StatusAdopsi.BATAL.value: "netral",
}


def ambil_praktik(pengguna: Pengguna, kode: UUID) -> PraktikBaik:
    """The practice, if this account may read it; else 404."""
    baris: PraktikBaik = get_object_or_404(
        PraktikBaik.objects.terlihat_oleh(pengguna).select_related("kompetensi", "program", "kegiatan", "dibuat_oleh"),
        uuid=kode,
    )
    return baris


@wajib_masuk
@require_safe
def praktik_daftar(request: HttpRequest) -> HttpResponse:
    """The library, by words, theme, competence, element of the survey and origin; the state for who keeps it."""
    return _daftar(request, akun(request), None)


@wajib_masuk
@require_safe
def praktik_kegiatan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Practices that were shown in an event, to be tried out afterwards."""
    pengguna = akun(request)
    return _daftar(request, pengguna, get_object_or_404(Kegiatan.objects.terlihat_oleh(pengguna), uuid=kode))


def _daftar(request: HttpRequest, pengguna: Pengguna, kegiatan: Kegiatan | None) -> HttpResponse:
    kata = rapikan(request.GET.get("q", ""))
    saring = {nama: request.GET.get(nama, "") for nama in ("tema", "asal", "unsur", "kompetensi", "keadaan")}
    sah: dict[str, set[str]] = {
        "tema": {satu.value for satu in LABEL_TEMA_PRAKTIK},
        "asal": {satu.value for satu in LABEL_ASAL_PRAKTIK},
        "unsur": {kode for kode, _nama in pilihan_unsur()},
        "keadaan": {satu.value for satu in LABEL_STATUS_PRAKTIK},
    }
    if any(saring[nama] and saring[nama] not in boleh for nama, boleh in sah.items()):
        raise Http404
    semua = PraktikBaik.objects.terlihat_oleh(pengguna)
    if kegiatan is not None:
        semua = semua.filter(kegiatan=kegiatan)
    if saring["keadaan"]:
        semua = semua.filter(status=saring["keadaan"])
    else:
        # What was refused or put away is read by whoever asks for it.
        semua = semua.exclude(status__in=[StatusPraktik.DITOLAK.value, StatusPraktik.ARSIP.value])
    medan = {"tema": "tema", "asal": "asal", "unsur": "unsur", "kompetensi": "kompetensi__kode"}
    semua = semua.filter(**{medan[nama]: nilai for nama, nilai in saring.items() if nilai and nama in medan})
    hasil = cari_praktik(semua, kata).annotate(
        jumlah_coba=Count("adopsi", filter=~Q(adopsi__status=StatusAdopsi.BATAL.value), distinct=True),
        jumlah_berhasil=Count("adopsi", filter=Q(adopsi__status=StatusAdopsi.BERHASIL.value), distinct=True),
    )
    halaman = Paginator(hasil, PER_HALAMAN).get_page(request.GET.get("page"))
    return render(
        request,
        "pelatihan/praktik_daftar.html",
        {
            "halaman": halaman,
            "baris": [(satu, JENIS_PRAKTIK[satu.status], kalimat_angka(satu)) for satu in halaman.object_list],
            "q": kata,
            "kegiatan": kegiatan,
            "saring": saring,
            "disaring": bool(kata) or any(saring.values()),
            "tema": [(satu.value, label) for satu, label in LABEL_TEMA_PRAKTIK.items()],
            "asal": [(satu.value, label) for satu, label in LABEL_ASAL_PRAKTIK.items()],
            "unsur": pilihan_unsur(),
            "kompetensi": Kompetensi.objects.filter(aktif=True),
            "keadaan": [(satu.value, label) for satu, label in LABEL_STATUS_PRAKTIK.items()],
            "boleh_usul": boleh_menulis(pengguna),
        },
    )


@wajib_masuk
@require_safe
def praktik(request: HttpRequest, kode: UUID) -> HttpResponse:
    """One practice: what was done, how sure the result is, who tries it, what colleagues say."""
    return halaman_praktik(request, kode)


def halaman_praktik(request: HttpRequest, kode: UUID, *, galat: str = "", status: int = 200) -> HttpResponse:
    """The page, also with the sentence of a refusal."""
    pengguna = akun(request)
    baris = ambil_praktik(pengguna, kode)
    kelola, terbit = boleh_mengelola(pengguna), baris.status in {satu.value for satu in TERBIT}
    komentar = Paginator(baris.komentar.terlihat_oleh(pengguna).select_related("penulis"), PER_KOMENTAR).get_page(
        request.GET.get("page")
    )
    adopsi = Paginator(baris.adopsi.select_related("unit", "pegawai"), PER_HALAMAN).get_page(request.GET.get("coba"))
    menit, kini = AturanPraktik.pada(hari_ini()).menit_sunting, sekarang()
    penemu = list(baris.penemu.select_related("pegawai__pengguna"))
    return render(
        request,
        "pelatihan/praktik.html",
        {
            "satu": baris,
            "jenis": JENIS_PRAKTIK[baris.status],
            "angka": kalimat_angka(baris),
            "yakin": kalimat_yakin(baris),
            "unsur": nama_unsur(baris.unsur) if baris.unsur else "",
            "berkas": baris.berkas.berlaku().filter(adopsi__isnull=True),
            "halaman_adopsi": adopsi,
            "adopsi": [(satu, JENIS_ADOPSI[satu.status]) for satu in adopsi.object_list],
            "komentar": komentar,
            "isi_komentar": [
                (
                    satu,
                    satu.penulis_id == pengguna.pk and masih_dapat_disunting(satu.dibuat, kini, menit),
                )
                for satu in komentar.object_list
            ],
            "penemu": penemu,
            "saya": next((satu for satu in penemu if satu.pegawai.pengguna_id == pengguna.pk), None),
            "kelola": kelola,
            "boleh_ubah": boleh_mengubah(pengguna, baris),
            "boleh_coba": terbit and boleh_mencoba(pengguna),
            "boleh_komentar": terbit and boleh_menulis(pengguna),
            "galat": galat,
        },
        status=status,
    )


@wajib_masuk
@require_safe
def praktik_berkas(request: HttpRequest, kode: UUID) -> FileResponse:
    """A file of a practice that the reader may see, as an attachment."""
    pengguna = akun(request)
    baris = get_object_or_404(
        BerkasPraktik.objects.berlaku().filter(
            praktik__in=PraktikBaik.objects.terlihat_oleh(pengguna).order_by().values("pk")
        ),
        uuid=kode,
    )
    return unduhan(baris.berkas, baris.judul)


@require_safe
def praktik_umum_daftar(request: HttpRequest) -> HttpResponse:
    """What the pengelola has published, for everybody."""
    kata, tema = rapikan(request.GET.get("q", "")), request.GET.get("tema", "")
    if tema and tema not in set(LABEL_TEMA_PRAKTIK):
        raise Http404
    semua = PraktikBaik.objects.umum()
    if tema:
        semua = semua.filter(tema=tema)
    halaman = Paginator(cari_praktik(semua, kata), PER_HALAMAN).get_page(request.GET.get("page"))
    return render(
        request,
        "pelatihan/praktik_umum_daftar.html",
        {
            "halaman": halaman,
            "baris": [(satu, kalimat_angka(satu)) for satu in halaman.object_list],
            "q": kata,
            "tema": tema,
            "pilihan": [(satu.value, label) for satu, label in LABEL_TEMA_PRAKTIK.items()],
        },
    )


@require_safe
def praktik_umum(request: HttpRequest, kode: UUID) -> HttpResponse:
    """One published practice, complete enough to be copied; prints on one or two sheets without menu and links."""
    baris = get_object_or_404(PraktikBaik.objects.umum().select_related("kompetensi"), uuid=kode)
    return render(
        request,
        "pelatihan/praktik_umum.html",
        {
            "satu": baris,
            "angka": kalimat_angka(baris),
            "yakin": kalimat_yakin(baris),
            "unsur": nama_unsur(baris.unsur) if baris.unsur else "",
            "nama": [
                satu.pegawai.nama for satu in baris.penemu.filter(setuju_pada__isnull=False).select_related("pegawai")
            ],
            "berkas": BerkasPraktik.objects.umum().filter(praktik=baris),
        },
    )


@require_safe
def praktik_umum_berkas(request: HttpRequest, kode: UUID) -> FileResponse:
    """A file that was released together with a published practice."""
    baris = get_object_or_404(BerkasPraktik.objects.umum(), uuid=kode)
    return unduhan(baris.berkas, baris.judul)
