"""Training events: the list and one event."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from pelatihan.enums.kegiatan import JENIS_STATUS_KEGIATAN, LABEL_STATUS_KEGIATAN
from pelatihan.models import Kegiatan
from pelatihan.perhitungan.kegiatan import PERSIAPAN, StatusKegiatan, boleh_beralih
from pelatihan.permissions import boleh_mengelola
from pelatihan.permissions.kegiatan import boleh_menyusun, bukan_pengusul, unit_disusun
from pelatihan.ringkasan.jadwal import peringatan_sesi
from pelatihan.ringkasan.keadaan_daftar import keadaan_daftar
from pelatihan.ringkasan.kegiatan import anggaran_kegiatan, jumlah_peserta
from pelatihan.views.formulir import akun
from pelatihan.views.tautan_kegiatan import tautan_kegiatan
from rakumpit.organisasi.models import Pengguna
from rakumpit.tertahan import wajib_masuk

PER_HALAMAN = 20


def lencana_kegiatan(kegiatan: Kegiatan) -> tuple[str, str]:
    """Kind and word of an event's badge."""
    status = StatusKegiatan(kegiatan.status)
    return JENIS_STATUS_KEGIATAN[status], LABEL_STATUS_KEGIATAN[status]


def kegiatan_terlihat(pengguna: Pengguna, kode: UUID) -> Kegiatan:
    """An event that this person may read; else 404."""
    baris: Kegiatan = get_object_or_404(
        Kegiatan.objects.terlihat_oleh(pengguna).select_related("program__bentuk", "unit", "kebutuhan", "seri"),
        uuid=kode,
    )
    return baris


@wajib_masuk
@require_safe
def kegiatan_daftar(request: HttpRequest) -> HttpResponse:
    """Events that this person may read, the latest first; filter by state and words."""
    pengguna = akun(request)
    status, cari = request.GET.get("keadaan", ""), " ".join(request.GET.get("q", "").split())[:100]
    if status and status not in set(StatusKegiatan):
        raise Http404
    semua = Kegiatan.objects.terlihat_oleh(pengguna).select_related("unit").berjadwal()
    if status:
        semua = semua.filter(status=status)
    if cari:
        semua = semua.filter(Q(judul__icontains=cari) | Q(unit__nama__icontains=cari))
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("page"))
    return render(
        request,
        "pelatihan/kegiatan_daftar.html",
        {
            "halaman": halaman,
            "baris": [(satu, *lencana_kegiatan(satu)) for satu in halaman.object_list],
            "keadaan": status,
            "q": cari,
            "boleh": unit_disusun(pengguna).exists(),
            "kelola": boleh_mengelola(pengguna),
            "pilihan": [(satu.value, kata) for satu, kata in LABEL_STATUS_KEGIATAN.items()],
        },
    )


# Address, words and whether it is the main step, by the state in which it may be taken.
_LANGKAH: dict[StatusKegiatan, tuple[tuple[str, str], ...]] = {
    StatusKegiatan.DRAF: (("kegiatan_ajukan", "Ajukan kegiatan"),),
    StatusKegiatan.DISETUJUI: (("kegiatan_buka", "Buka pendaftaran"),),
    StatusKegiatan.PENDAFTARAN: (("kegiatan_tutup", "Tutup pendaftaran"),),
    StatusKegiatan.DITUTUP: (("kegiatan_mulai", "Mulai kegiatan"), ("kegiatan_buka", "Buka pendaftaran lagi")),
    StatusKegiatan.BERLANGSUNG: (("kegiatan_akhiri", "Akhiri kegiatan"),),
    StatusKegiatan.EVALUASI: (("kegiatan_selesai", "Selesaikan kegiatan"),),
    StatusKegiatan.DITUNDA: (("kegiatan_lanjutkan", "Lanjutkan kegiatan"),),
}


@wajib_masuk
@require_safe
def kegiatan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """One event: what it is, its sessions, its participants, and the pages that belong to it."""
    pengguna = akun(request)
    return halaman_kegiatan(request, pengguna, kegiatan_terlihat(pengguna, kode))


def halaman_kegiatan(request: HttpRequest, pengguna: Pengguna, baris: Kegiatan, *, galat: str = "") -> HttpResponse:
    """The page of an event; ``galat`` is why a step was refused."""
    status, menyusun = StatusKegiatan(baris.status), boleh_menyusun(pengguna, baris.unit_id)
    langkah = list(_LANGKAH.get(status, ())) if menyusun else []
    menyetujui = menyusun and status is StatusKegiatan.DIUSULKAN and bukan_pengusul(pengguna, baris)
    if menyetujui:
        langkah = [("kegiatan_setujui", "Setujui kegiatan")]
    sesi = list(baris.sesi.select_related("ruang").prefetch_related("pembicara__narasumber"))
    peringatan = peringatan_sesi(baris, sesi) if menyusun and status in PERSIAPAN else {}
    return render(
        request,
        "pelatihan/kegiatan.html",
        {
            "satu": baris,
            "lencana_kegiatan": lencana_kegiatan(baris),
            "galat": galat,
            "langkah": [(reverse(f"pelatihan:{nama}", args=[baris.uuid]), kata) for nama, kata in langkah],
            "menunggu_orang_lain": menyusun and status is StatusKegiatan.DIUSULKAN and not menyetujui,
            "boleh": {
                "ubah": menyusun and status in PERSIAPAN,
                "kembalikan": menyetujui,
                "tunda": menyusun and boleh_beralih(status, StatusKegiatan.DITUNDA),
                "batal": menyusun and boleh_beralih(status, StatusKegiatan.DIBATALKAN),
                "anggaran": menyusun and status is not StatusKegiatan.SELESAI,
                "sesi": menyusun and status in (*PERSIAPAN, StatusKegiatan.BERLANGSUNG),
            },
            "sesi": [(satu, peringatan.get(satu.pk, [])) for satu in sesi],
            "jumlah": jumlah_peserta(baris),
            "anggaran": anggaran_kegiatan(baris) if menyusun or pengguna.pemeriksa else None,
            "daftar": keadaan_daftar(pengguna, baris, menyusun=menyusun),
            "tautan": tautan_kegiatan(pengguna, baris),
        },
        status=HTTPStatus.CONFLICT if galat else HTTPStatus.OK,
    )
