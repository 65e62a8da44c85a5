"""The catalogue and the needs."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from pelatihan.enums import LABEL_STATUS_KEBUTUHAN, LABEL_SUMBER_KEBUTUHAN, Prioritas, StatusKebutuhan, SumberKebutuhan
from pelatihan.forms.jp import AlasanForm
from pelatihan.forms.rencana import KebutuhanForm, ProgramForm
from pelatihan.models import KebutuhanPelatihan, Kompetensi, Program
from pelatihan.permissions import boleh_mengelola
from pelatihan.permissions.kegiatan import unit_disusun
from pelatihan.permissions.praktik import unit_dipimpin
from pelatihan.proses import tutup_kebutuhan, usulkan_kebutuhan
from pelatihan.proses.kebutuhan import boleh_menutup
from pelatihan.proses.program import simpan_program
from pelatihan.views.formulir import akun, formulir, pegawai_sendiri
from rakumpit.tertahan import kiriman, wajib_masuk

PER_HALAMAN = 20
JENIS_KEBUTUHAN = {
    StatusKebutuhan.TERBUKA.value: "perhatian",
    StatusKebutuhan.DIRENCANAKAN.value: "berjalan",
    StatusKebutuhan.TERPENUHI.value: "baik",
    StatusKebutuhan.DITUTUP.value: "netral",
}


@wajib_masuk
@require_safe
def katalog(request: HttpRequest) -> HttpResponse:
    """Programmes on offer; the pengelola also sees the others."""
    pengguna = akun(request)
    kelola = boleh_mengelola(pengguna)
    cari, kompetensi = request.GET.get("q", "").strip(), request.GET.get("kompetensi", "")
    semua = Program.objects.select_related("bentuk", "kompetensi")
    if not kelola:
        semua = semua.filter(aktif=True)
    if cari:
        semua = semua.filter(judul__icontains=cari)
    if kompetensi:
        semua = semua.filter(kompetensi__kode=kompetensi)
    halaman = Paginator(semua.order_by("judul", "pk"), PER_HALAMAN).get_page(request.GET.get("page"))
    return render(
        request,
        "pelatihan/katalog.html",
        {
            "halaman": halaman,
            "q": cari,
            "kompetensi": kompetensi,
            "pilihan": Kompetensi.objects.filter(aktif=True),
            "kelola": kelola,
        },
    )


@wajib_masuk
@require_safe
def program(request: HttpRequest, kode: UUID) -> HttpResponse:
    """One programme with its outline."""
    pengguna = akun(request)
    kelola = boleh_mengelola(pengguna)
    baris = get_object_or_404(Program.objects.select_related("bentuk", "kompetensi"), uuid=kode)
    if not baris.aktif and not kelola:
        raise Http404
    return render(
        request,
        "pelatihan/program.html",
        {
            "satu": baris,
            "silabus": baris.silabus.splitlines(),
            "kelola": kelola,
            "boleh_menyusun": baris.aktif and unit_disusun(pengguna).exists(),
        },
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def program_tambah(request: HttpRequest) -> HttpResponse:
    """Add a programme."""
    return _program(request, None)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def program_ubah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Change a programme."""
    return _program(request, get_object_or_404(Program.objects.select_related("bentuk", "kompetensi"), uuid=kode))


def _program(request: HttpRequest, baris: Program | None) -> HttpResponse:
    pengguna = akun(request)
    if not boleh_mengelola(pengguna):
        raise Http404
    awal: dict[str, object] = {}
    induk = ("Katalog pelatihan", reverse("pelatihan:katalog"))
    if baris is not None:
        awal = {nama: getattr(baris, nama) for nama in ProgramForm.base_fields}
        awal |= {"bentuk": baris.bentuk.kode, "kompetensi": baris.kompetensi.kode if baris.kompetensi else ""}
        induk = (baris.judul, reverse("pelatihan:program", args=[baris.uuid]))
    return formulir(
        request,
        ProgramForm(kiriman(request), initial=awal),
        lambda data: simpan_program(program=baris, oleh=pengguna, versi=data["versi"], isi=data),
        judul="Ubah program" if baris else "Tambah program",
        tombol="Simpan program",
        induk=induk,
        pesan="Program disimpan.",
    )


@wajib_masuk
@require_safe
def kebutuhan_daftar(request: HttpRequest) -> HttpResponse:
    """Needs that the reader may see, the newest first; filter by state, source and words."""
    pengguna = akun(request)
    status, sumber = request.GET.get("keadaan", ""), request.GET.get("asal", "")
    cari = request.GET.get("q", "").strip()
    if (status and status not in set(StatusKebutuhan)) or (sumber and sumber not in set(SumberKebutuhan)):
        raise Http404
    semua = KebutuhanPelatihan.objects.terlihat_oleh(pengguna).select_related("pegawai", "unit", "kompetensi")
    if status:
        semua = semua.filter(status=status)
    if sumber:
        semua = semua.filter(sumber=sumber)
    if cari:
        semua = semua.filter(judul__icontains=cari)
    halaman = Paginator(semua.order_by("-dibuat_pada", "-pk"), PER_HALAMAN).get_page(request.GET.get("page"))
    pegawai = getattr(pengguna, "pegawai", None)
    return render(
        request,
        "pelatihan/kebutuhan_daftar.html",
        {
            "halaman": halaman,
            "baris": [(satu, JENIS_KEBUTUHAN[satu.status]) for satu in halaman.object_list],
            "keadaan": status,
            "asal": sumber,
            "q": cari,
            "pilihan": [(satu.value, kata) for satu, kata in LABEL_STATUS_KEBUTUHAN.items()],
            "pilihan_asal": [(satu.value, kata) for satu, kata in LABEL_SUMBER_KEBUTUHAN.items()],
            "boleh_menyusun": unit_disusun(pengguna).exists(),
            "boleh_usul": pegawai is not None and pegawai.ber_skp,
            "boleh_calon": boleh_mengelola(pengguna) or bool(unit_dipimpin(pengguna)),
            "saya": pegawai.pk if pegawai is not None else None,
        },
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def kebutuhan_usul(request: HttpRequest) -> HttpResponse:
    """Say what one needs to learn."""
    pengguna = akun(request)
    pegawai = pegawai_sendiri(pengguna)
    return formulir(
        request,
        KebutuhanForm(kiriman(request)),
        lambda data: usulkan_kebutuhan(
            sumber=SumberKebutuhan.USULAN,
            pegawai=pegawai,
            oleh=pengguna,
            **data | {"prioritas": Prioritas(data["prioritas"])},
        ),
        judul="Tulis kebutuhan belajar",
        tombol="Simpan kebutuhan",
        induk=("Pelatihan saya", reverse("pelatihan:saya")),
        keterangan="Kebutuhan menjadi bahan rencana Anda dan jadwal pelatihan kantor.",
        pesan="Kebutuhan tersimpan.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def kebutuhan_tutup(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Close a need with a reason."""
    pengguna = akun(request)
    baris = get_object_or_404(KebutuhanPelatihan.objects.terlihat_oleh(pengguna).select_related("pegawai"), uuid=kode)
    if not boleh_menutup(pengguna, baris):
        raise Http404
    return formulir(
        request,
        AlasanForm(kiriman(request)),
        lambda data: tutup_kebutuhan(kebutuhan=baris, oleh=pengguna, **data),
        judul="Tutup kebutuhan",
        tombol="Tutup kebutuhan",
        induk=("Kebutuhan pelatihan", reverse("pelatihan:kebutuhan_daftar")),
        keterangan="Alasannya tetap tersimpan dan dibaca pegawainya.",
        kutipan=baris.judul,
        pesan="Kebutuhan ditutup.",
    )
