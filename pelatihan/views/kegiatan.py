"""Training events: the list and one event."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from pelatihan.enums.kegiatan import JENIS_STATUS_KEGIATAN, LABEL_STATUS_KEGIATAN
from pelatihan.models import Kegiatan
from pelatihan.perhitungan.kegiatan import StatusKegiatan
from pelatihan.permissions.kegiatan import boleh_menyusun
from pelatihan.ringkasan.kegiatan import jumlah_peserta
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
            "pilihan": [(satu.value, kata) for satu, kata in LABEL_STATUS_KEGIATAN.items()],
        },
    )


@wajib_masuk
@require_safe
def kegiatan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """One event: what it is, its sessions, its participants, and the pages that belong to it."""
    pengguna = akun(request)
    baris = kegiatan_terlihat(pengguna, kode)
    return render(
        request,
        "pelatihan/kegiatan.html",
        {
            "satu": baris,
            "lencana_kegiatan": lencana_kegiatan(baris),
            "menyusun": boleh_menyusun(pengguna, baris.unit_id),
            "sesi": list(baris.sesi.select_related("ruang").prefetch_related("pembicara__narasumber")),
            "jumlah": jumlah_peserta(baris),
            "tautan": tautan_kegiatan(pengguna, baris),
        },
    )
