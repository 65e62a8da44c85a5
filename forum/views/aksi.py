"""Staff pages of actions: list, and one action with its steps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Q
from django.forms import Form
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from forum.enums.berita_acara import PihakTandaTangan
from forum.forms.hasil import (
    AksiForm,
    AlasanAksiForm,
    AlihkanForm,
    KemajuanForm,
    KlaimForm,
    LangkahAksiForm,
    TundaAksiForm,
    WakilForm,
)
from forum.models import AksiForum, BuktiAksi, SesiForum, TandaTangan
from forum.perhitungan.aksi import StatusAksi, boleh_beralih_aksi
from forum.permissions.aksi import boleh_meminta_wakil, boleh_memverifikasi_aksi, boleh_mengerjakan_aksi
from forum.proses import aksi as proses
from forum.proses.hasil import calon_penanggung_jawab
from forum.ringkasan.aksi import susun_aksi
from forum.views.kerangka import formulir, langkah, pengguna_masuk
from rakumpit.berkas import unduhan
from rakumpit.organisasi.models import Pengguna
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import format_tanggal, hari_ini

PER_HALAMAN = 50
_BERSAMA = ("penanggung_jawab__unit", "kesepakatan__sesi__unit")


def halaman_aksi(aksi: AksiForum) -> str:
    return reverse("forum:aksi", args=[aksi.uuid])


def _aksi(request: HttpRequest, uuid: UUID) -> AksiForum:
    """An action that this person may see."""
    terlihat = AksiForum.objects.terlihat_oleh(pengguna_masuk(request))
    aksi: AksiForum = get_object_or_404(
        terlihat.select_related(*_BERSAMA, "induk", "wakil", "diklaim_oleh", "diverifikasi_oleh"), uuid=uuid
    )
    return aksi


def _remah(aksi: AksiForum) -> list[str]:
    return ["Tindak lanjut forum", reverse("forum:aksi_daftar"), aksi.uraian[:60], halaman_aksi(aksi)]


@wajib_masuk
@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Actions that this person may see, the next due day first."""
    semua = AksiForum.objects.terlihat_oleh(pengguna_masuk(request))
    kata = " ".join(request.GET.get("q", "").split())[:100]
    if kata:
        semua = semua.filter(Q(uraian__icontains=kata) | Q(penanggung_jawab__nama__icontains=kata))
    hari = hari_ini()
    saring = {
        "": ("Terbuka", semua.terbuka()),
        "terlambat": ("Terlambat", semua.terlambat(hari)),
        "diklaim": ("Perlu diverifikasi", semua.filter(status=StatusAksi.DIKLAIM.value)),
        "selesai": ("Selesai", semua.selesai()),
        "semua": ("Semua", semua),
    }
    keadaan = request.GET.get("keadaan", "")
    keadaan = keadaan if keadaan in saring else ""
    halaman = Paginator(saring[keadaan][1].select_related(*_BERSAMA).order_by("tenggat", "pk"), PER_HALAMAN).get_page(
        request.GET.get("page")
    )
    kueri = {"q": kata} if kata else {}
    return render(
        request,
        "forum/aksi_daftar.html",
        {
            "halaman": halaman,
            "baris": susun_aksi(halaman),
            "q": kata,
            "keadaan": keadaan,
            "tab": [
                (
                    label,
                    f"?{urlencode(kueri | ({'keadaan': kode} if kode else {}))}",
                    kode == keadaan,
                    satu.count(),
                )
                for kode, (label, satu) in saring.items()
            ],
        },
    )


@wajib_masuk
@require_safe
def aksi(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One action: what was promised, how far it is, what this reader may do."""
    satu, pengguna = _aksi(request, uuid), pengguna_masuk(request)
    mengerjakan = boleh_mengerjakan_aksi(pengguna, satu)
    memverifikasi = satu.status == StatusAksi.DIKLAIM and boleh_memverifikasi_aksi(pengguna, satu)
    meminta = satu.status == StatusAksi.DIKLAIM and boleh_meminta_wakil(pengguna, satu)
    anak = list(satu.anak.select_related(*_BERSAMA).order_by("tenggat", "pk"))
    utama, *bagian = susun_aksi([satu, *anak])

    def dapat(ke: StatusAksi) -> bool:
        return mengerjakan and boleh_beralih_aksi(satu.status, ke)

    boleh = {
        "mulai": dapat(StatusAksi.BERJALAN) and satu.status not in {StatusAksi.BERJALAN, StatusAksi.DIKLAIM},
        "kemajuan": mengerjakan and satu.status == StatusAksi.BERJALAN and not anak,
        "selesai": dapat(StatusAksi.DIKLAIM),
        "tunda": dapat(StatusAksi.TERTUNDA),
        "tidak_dapat": dapat(StatusAksi.TIDAK_DAPAT),
        "alihkan": dapat(StatusAksi.DIALIHKAN),
        "bagian": mengerjakan
        and satu.induk_id is None
        and satu.status in {StatusAksi.DIRENCANAKAN, StatusAksi.BERJALAN, StatusAksi.TERTUNDA},
        "verifikasi": memverifikasi,
        "wakil": meminta and _wakil(satu).exists(),
    }
    tautan = ""
    if meminta and satu.wakil is not None:
        kunci = proses.kunci_verifikasi(satu, satu.wakil)
        tautan = settings.ALAMAT_PUBLIK + reverse("forum:periksa_wakil", args=[kunci])
    return render(
        request,
        "forum/aksi.html",
        {
            "satu": utama,
            "teks_kemajuan": f"Kemajuan {utama.persen}%",
            "aksi": satu,
            "bagian": bagian,
            "boleh": boleh,
            "riwayat": list(satu.riwayat.select_related("oleh")),
            "berkas": list(satu.berkas.all()),
            "tautan": tautan,
            "terlihat": SesiForum.objects.terlihat_oleh(pengguna).filter(pk=satu.kesepakatan.sesi_id).exists(),
        },
    )


def _wakil(aksi: AksiForum) -> Any:
    """Citizens who signed the record of the session; the newest version first."""
    return TandaTangan.objects.filter(
        pihak=PihakTandaTangan.WAKIL.value, pada__isnull=False, berita_acara__sesi=aksi.kesepakatan.sesi_id
    ).order_by("-berita_acara__nomor_versi", "pk")


def _milik(
    request: HttpRequest, uuid: UUID, boleh: Callable[[Pengguna, AksiForum], bool]
) -> tuple[AksiForum, Pengguna]:
    satu, pengguna = _aksi(request, uuid), pengguna_masuk(request)
    if not boleh(pengguna, satu):
        raise Http404
    return satu, pengguna


def _langkah(
    request: HttpRequest,
    uuid: UUID,
    boleh: Callable[[Pengguna, AksiForum], bool],
    jalankan: Callable[..., AksiForum],
    *,
    pesan: str,
    judul: str,
) -> HttpResponse:
    satu, pengguna = _milik(request, uuid, boleh)
    form = LangkahAksiForm(request.POST)
    return langkah(
        request,
        form,
        lambda: jalankan(aksi=satu, oleh=pengguna, **form.cleaned_data),
        pesan=pesan,
        kembali=halaman_aksi(satu),
        judul=judul,
    )


def _isian(
    request: HttpRequest,
    satu: AksiForum,
    form: Form,
    simpan: Callable[[], Any],
    **isi: Any,
) -> HttpResponse:
    return formulir(
        request,
        form,
        simpan,
        remah=_remah(satu),
        tujuan=lambda _: halaman_aksi(satu),
        **({"keterangan": satu.uraian} | isi),
    )


@wajib_masuk
@require_POST
def mulai(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Begin."""
    return _langkah(
        request, uuid, boleh_mengerjakan_aksi, proses.mulai_aksi, pesan="Tindakan berjalan.", judul="Mulai tindakan"
    )


@wajib_masuk
@require_POST
def verifikasi(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Confirm the claim of somebody else."""
    return _langkah(
        request,
        uuid,
        boleh_memverifikasi_aksi,
        proses.verifikasi,
        pesan="Tindakan diverifikasi selesai.",
        judul="Verifikasi tindakan",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def kemajuan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """How far it is."""
    satu, pengguna = _milik(request, uuid, boleh_mengerjakan_aksi)
    form = KemajuanForm(kiriman(request), initial={"versi": satu.versi, "persen": satu.persen})
    return _isian(
        request,
        satu,
        form,
        lambda: proses.laporkan_kemajuan(aksi=satu, oleh=pengguna, **form.cleaned_data),
        judul="Laporkan kemajuan",
        tombol="Simpan kemajuan",
        pesan="Kemajuan dicatat.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def selesai(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Claim that it is done."""
    satu, pengguna = _milik(request, uuid, boleh_mengerjakan_aksi)
    awal = {"versi": satu.versi}
    form = KlaimForm(request.POST, request.FILES) if request.method == "POST" else KlaimForm(initial=awal)
    return _isian(
        request,
        satu,
        form,
        lambda: proses.klaim_selesai(aksi=satu, oleh=pengguna, **form.cleaned_data),
        judul="Nyatakan selesai",
        tombol="Nyatakan selesai",
        pesan="Dinyatakan selesai. Orang lain perlu memverifikasinya.",
        penjelasan="Baru dihitung selesai sesudah atasan atau wakil masyarakat memverifikasi buktinya.",
        berkas=True,
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def kembalikan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Not done yet."""
    satu, pengguna = _milik(request, uuid, boleh_memverifikasi_aksi)
    form = AlasanAksiForm(kiriman(request), initial={"versi": satu.versi})
    return _isian(
        request,
        satu,
        form,
        lambda: proses.kembalikan_klaim(aksi=satu, oleh=pengguna, **form.cleaned_data),
        judul="Kembalikan pernyataan selesai",
        tombol="Kembalikan",
        pesan="Tindakan dikembalikan untuk dikerjakan lagi.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def tunda(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Put off."""
    satu, pengguna = _milik(request, uuid, boleh_mengerjakan_aksi)
    form = TundaAksiForm(kiriman(request), initial={"versi": satu.versi})
    return _isian(
        request,
        satu,
        form,
        lambda: proses.tunda_aksi(aksi=satu, oleh=pengguna, **form.cleaned_data),
        judul="Tunda tindakan",
        tombol="Tunda tindakan",
        pesan="Tindakan ditunda. Tenggat lama tetap tercatat.",
        penjelasan=f"Tenggat sekarang {format_tanggal(satu.tenggat)}. Tenggat lama tetap tampil untuk umum.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def tidak_dapat(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """It cannot be done."""
    satu, pengguna = _milik(request, uuid, boleh_mengerjakan_aksi)
    form = AlasanAksiForm(kiriman(request), initial={"versi": satu.versi})
    return _isian(
        request,
        satu,
        form,
        lambda: proses.nyatakan_tidak_dapat(aksi=satu, oleh=pengguna, **form.cleaned_data),
        judul="Nyatakan tidak dapat dilaksanakan",
        tombol="Nyatakan tidak dapat",
        pesan="Dicatat tidak dapat dilaksanakan.",
        bahaya=True,
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def alihkan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Another institution does it."""
    satu, pengguna = _milik(request, uuid, boleh_mengerjakan_aksi)
    form = AlihkanForm(kiriman(request), initial={"versi": satu.versi})
    return _isian(
        request,
        satu,
        form,
        lambda: proses.alihkan(aksi=satu, oleh=pengguna, **form.cleaned_data),
        judul="Alihkan ke instansi lain",
        tombol="Alihkan tindakan",
        pesan="Tindakan dialihkan.",
        bahaya=True,
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def bagian(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A part of it."""
    satu, pengguna = _milik(request, uuid, boleh_mengerjakan_aksi)
    calon = calon_penanggung_jawab(satu.kesepakatan.sesi.unit_id)
    awal = {"kode": uuid4(), "tenggat": satu.tenggat, "prioritas": satu.prioritas}
    form = AksiForm(kiriman(request), calon=calon, initial=awal)
    return _isian(
        request,
        satu,
        form,
        lambda: proses.tambah_bagian(aksi=satu, oleh=pengguna, **form.cleaned_data),
        judul="Tambah bagian",
        tombol="Tambah bagian",
        pesan="Bagian ditambahkan. Kemajuan induknya kini rata-rata bagiannya.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def wakil(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Ask a citizen to look."""
    satu, pengguna = _milik(request, uuid, boleh_meminta_wakil)
    form = WakilForm(kiriman(request), calon=_wakil(satu), initial={"versi": satu.versi})
    return _isian(
        request,
        satu,
        form,
        lambda: proses.minta_verifikasi_wakil(aksi=satu, oleh=pengguna, **form.cleaned_data),
        judul="Minta wakil masyarakat memeriksa",
        tombol="Buat tautan pemeriksaan",
        pesan="Tautan pemeriksaan dibuat. Serahkan kepada wakil masyarakat itu saja.",
        penjelasan="Tautan hanya berlaku satu kali, untuk pernyataan selesai yang sekarang.",
    )


@wajib_masuk
@require_safe
def bukti(request: HttpRequest, uuid: UUID) -> FileResponse:
    """A photo or document behind a claim."""
    terlihat = AksiForum.objects.terlihat_oleh(pengguna_masuk(request))
    satu: BuktiAksi = get_object_or_404(BuktiAksi.objects.filter(aksi__in=terlihat.values("pk")), uuid=uuid)
    return unduhan(satu.berkas, satu.judul.removesuffix(f".{satu.tipe}"))
