"""Writing an event and taking its steps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from pelatihan.forms.kegiatan import AlasanVersiForm, KegiatanForm, VersiForm, kebutuhan_terbuka
from pelatihan.models import KebutuhanPelatihan, Kegiatan, Program
from pelatihan.permissions.kegiatan import boleh_menyusun, unit_disusun
from pelatihan.proses import kegiatan as proses
from pelatihan.views.formulir import akun, beralasan, formulir, tekan
from pelatihan.views.kegiatan import halaman_kegiatan, kegiatan_terlihat
from rakumpit.organisasi.models import Pengguna
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import WIB

_KODE = ("judul", "moda", "internasional", "wajib", "perlu_persetujuan", "kuota_min", "kuota_maks", "ambang_hadir")


def kegiatan_disusun(pengguna: Pengguna, kode: UUID) -> Kegiatan:
    """An event that this person plans; else 404."""
    baris = kegiatan_terlihat(pengguna, kode)
    if not boleh_menyusun(pengguna, baris.unit_id):
        raise Http404
    return baris


def induk_kegiatan(baris: Kegiatan) -> tuple[str, str]:
    return baris.judul, baris.get_absolute_url()


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def kegiatan_tambah(request: HttpRequest) -> HttpResponse:
    """A new draft; ``?program=`` and ``?kebutuhan=`` fill it in."""
    pengguna = akun(request)
    unit = unit_disusun(pengguna)
    if not unit.exists():
        raise Http404
    butuh = kebutuhan_terbuka(KebutuhanPelatihan.objects.terlihat_oleh(pengguna))
    awal: dict[str, Any] = {"kode": uuid4(), "moda": "luring", "perlu_persetujuan": True, "ambang_hadir": 80}
    program = _dari_alamat(Program.objects.filter(aktif=True), request.GET.get("program", ""))
    if program is not None:
        awal |= {"program": program.uuid, "judul": program.judul, "moda": program.moda, "jp": program.jp}
    kebutuhan = _dari_alamat(butuh, request.GET.get("kebutuhan", ""))
    if kebutuhan is not None:
        awal |= {"kebutuhan": kebutuhan.uuid, "judul": awal.get("judul", kebutuhan.judul)}
    form = KegiatanForm(kiriman(request), unit=unit, kebutuhan=butuh, initial=awal)
    return formulir(
        request,
        form,
        lambda data: proses.buat_kegiatan(
            kode=data["kode"] or uuid4(), unit=data["unit"], oleh=pengguna, isi=form.isi()
        ),
        judul="Buat kegiatan",
        tombol="Simpan draf",
        induk=("Jadwal pelatihan", reverse("pelatihan:kegiatan_daftar")),
        keterangan="Sesi, ruang, dan narasumber ditambahkan sesudah draf tersimpan.",
        pesan="Draf kegiatan disimpan. Tambah sesinya, lalu ajukan.",
        tujuan=lambda hasil: hasil.get_absolute_url(),
    )


def _dari_alamat(himpunan: Any, kode: str) -> Any:
    try:
        return himpunan.filter(uuid=UUID(kode)).first()
    except ValueError:
        return None


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def kegiatan_ubah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Change an event that has not begun."""
    pengguna = akun(request)
    baris = kegiatan_disusun(pengguna, kode)
    tutup = baris.tutup_pendaftaran.astimezone(WIB) if baris.tutup_pendaftaran else None
    awal = {nama: getattr(baris, nama) for nama in (*_KODE, "jp", "pagu", "sumber_dana", "keterangan", "versi")} | {
        "program": baris.program.uuid,
        "kebutuhan": baris.kebutuhan.uuid if baris.kebutuhan else "",
        "tutup_tanggal": tutup.date() if tutup else None,
        "tutup_jam": tutup.time() if tutup else None,
    }
    butuh = kebutuhan_terbuka(KebutuhanPelatihan.objects.terlihat_oleh(pengguna), baris.kebutuhan_id)
    form = KegiatanForm(kiriman(request), kebutuhan=butuh, initial=awal)
    return formulir(
        request,
        form,
        lambda data: proses.ubah_kegiatan(kegiatan=baris, oleh=pengguna, versi=data["versi"] or 0, isi=form.isi()),
        judul="Ubah kegiatan",
        tombol="Simpan perubahan",
        induk=induk_kegiatan(baris),
        pesan="Kegiatan diubah.",
    )


def _tekan(request: HttpRequest, kode: UUID, jalankan: Callable[..., Kegiatan], pesan: str) -> HttpResponse:
    """A step without words; a refusal comes back on the page of the event."""
    pengguna = akun(request)
    baris = kegiatan_disusun(pengguna, kode)
    form = VersiForm(request.POST)
    if not form.is_valid():
        galat = "Halaman ini tidak lengkap. Muat ulang, lalu tekan tombolnya lagi."
        return halaman_kegiatan(request, pengguna, baris, galat=galat)
    versi = form.cleaned_data["versi"]
    return tekan(
        request,
        lambda: jalankan(kegiatan=baris, oleh=pengguna, versi=versi),
        pesan=pesan,
        lanjut=baris.get_absolute_url(),
        gagal=lambda galat: halaman_kegiatan(request, pengguna, kegiatan_terlihat(pengguna, kode), galat=galat),
    )


@wajib_masuk
@require_POST
def kegiatan_ajukan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Propose."""
    return _tekan(request, kode, proses.ajukan, "Kegiatan diajukan. Orang lain yang menyetujuinya.")


@wajib_masuk
@require_POST
def kegiatan_setujui(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Approve."""
    return _tekan(request, kode, proses.setujui, "Kegiatan disetujui dan tampil di jadwal.")


@wajib_masuk
@require_POST
def kegiatan_buka(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Open registration."""
    return _tekan(request, kode, proses.buka_pendaftaran, "Pendaftaran dibuka.")


@wajib_masuk
@require_POST
def kegiatan_tutup(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Close registration."""
    return _tekan(request, kode, proses.tutup_pendaftaran, "Pendaftaran ditutup.")


@wajib_masuk
@require_POST
def kegiatan_mulai(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Begin."""
    return _tekan(request, kode, proses.mulai, "Kegiatan dimulai. Kehadiran dapat dicatat.")


@wajib_masuk
@require_POST
def kegiatan_akhiri(request: HttpRequest, kode: UUID) -> HttpResponse:
    """End the meetings."""
    return _tekan(request, kode, proses.akhiri, "Sesi sudah selesai. Lengkapi kehadiran dan evaluasinya.")


@wajib_masuk
@require_POST
def kegiatan_selesai(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Close the event."""
    return _tekan(request, kode, proses.selesaikan, "Kegiatan selesai.")


@wajib_masuk
@require_POST
def kegiatan_lanjutkan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Go on after a postponement."""
    return _tekan(request, kode, proses.lanjutkan, "Kegiatan dilanjutkan. Peserta diberi tahu.")


def _beralasan(
    request: HttpRequest, kode: UUID, jalankan: Callable[..., Kegiatan], *, judul: str, keterangan: str, pesan: str
) -> HttpResponse:
    pengguna = akun(request)
    baris = kegiatan_disusun(pengguna, kode)
    return beralasan(
        request,
        baris,
        AlasanVersiForm(kiriman(request), initial={"versi": baris.versi}),
        lambda data: jalankan(kegiatan=baris, oleh=pengguna, **data),
        judul=judul,
        keterangan=keterangan,
        pesan=pesan,
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def kegiatan_kembalikan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Send a proposal back."""
    return _beralasan(
        request,
        kode,
        proses.kembalikan,
        judul="Kembalikan kegiatan",
        keterangan="Pengusul membaca alasannya dan dapat mengajukannya lagi.",
        pesan="Kegiatan dikembalikan kepada pengusulnya.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def kegiatan_tunda(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Put off."""
    return _beralasan(
        request,
        kode,
        proses.tunda,
        judul="Tunda kegiatan",
        keterangan="Ruang dan narasumbernya bebas sampai sesi dijadwalkan lagi. Pendaftaran tetap berlaku.",
        pesan="Kegiatan ditunda. Peserta diberi tahu.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def kegiatan_batal(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Call off."""
    return _beralasan(
        request,
        kode,
        proses.batalkan,
        judul="Batalkan kegiatan",
        keterangan="Ruang dan narasumbernya bebas. Kegiatan yang batal tidak dibuka lagi.",
        pesan="Kegiatan dibatalkan. Peserta diberi tahu.",
    )
