"""«Pelatihan saya», the same page of a person for superiors and the pengelola, and the team."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Max, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pelatihan.enums import StatusKebutuhan, StatusRencana, StatusSertifikat
from pelatihan.models import (
    KebutuhanPelatihan,
    Pendaftaran,
    RencanaPengembangan,
    RiwayatJP,
    SertifikatKegiatan,
    SertifikatLuar,
    SesiKegiatan,
)
from pelatihan.perhitungan.jp import rekap_jp
from pelatihan.perhitungan.kegiatan import BERKURSI
from pelatihan.permissions import boleh_mengelola, pemilik
from pelatihan.ringkasan.jawaban_daftar import menunggu_jawaban
from pelatihan.ringkasan.jp import jp, jp_satu
from pelatihan.ringkasan.rekap import permintaan_menunggu
from pelatihan.views.formulir import akun, pegawai_sendiri, pegawai_terlihat
from rakumpit.bacaan import baca
from rakumpit.organisasi.enums import StatusPegawai
from rakumpit.organisasi.models import Pegawai, Pengguna, Penugasan
from rakumpit.organisasi.pembaca import baca_pembaca
from rakumpit.tertahan import wajib_masuk
from rakumpit.waktu import hari_ini, sekarang, tambah_tahun

PER_HALAMAN = 20
JENIS_SERTIFIKAT = {
    StatusSertifikat.MENUNGGU.value: "perhatian",
    StatusSertifikat.TERVERIFIKASI.value: "baik",
    StatusSertifikat.DITOLAK.value: "bahaya",
    StatusSertifikat.DIBATALKAN.value: "netral",
}
JENIS_RENCANA = {
    StatusRencana.DIUSULKAN.value: "perhatian",
    StatusRencana.DIVERIFIKASI.value: "berjalan",
    StatusRencana.DIVALIDASI.value: "berjalan",
    StatusRencana.DITETAPKAN.value: "info",
    StatusRencana.TEREALISASI.value: "baik",
    StatusRencana.DITOLAK.value: "bahaya",
    StatusRencana.DITARIK.value: "netral",
}


@wajib_masuk
@require_safe
def saya(request: HttpRequest) -> HttpResponse:
    """Hours, what is missing by when, certificates, plan and needs of the reader."""
    pengguna = akun(request)
    return _orang(request, pengguna, pegawai_sendiri(pengguna))


@wajib_masuk
@require_safe
def pegawai(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The same of somebody whom the reader leads or administers."""
    pengguna = akun(request)
    return _orang(request, pengguna, pegawai_terlihat(pengguna, kode))


def _orang(request: HttpRequest, pengguna: Pengguna, pegawai: Pegawai) -> HttpResponse:
    riwayat = RiwayatJP.objects.filter(pegawai=pegawai).select_related("bentuk", "menggantikan")
    halaman = Paginator(riwayat.order_by("-selesai", "-pk"), PER_HALAMAN).get_page(request.GET.get("page"))
    sertifikat = SertifikatLuar.objects.filter(pegawai=pegawai).exclude(status=StatusSertifikat.TERVERIFIKASI.value)
    rencana = RencanaPengembangan.objects.filter(pegawai=pegawai, tahun__gte=hari_ini().year - 1)
    milik = pemilik(pengguna, pegawai)
    return render(
        request,
        "pelatihan/pegawai.html",
        {
            "pegawai": pegawai,
            "milik": milik,
            "jp": jp_satu(pegawai, hari_ini()),
            "halaman": halaman,
            "sertifikat": [(satu, JENIS_SERTIFIKAT[satu.status]) for satu in sertifikat[:PER_HALAMAN]],
            "rencana": [(satu, JENIS_RENCANA[satu.status]) for satu in rencana.select_related("bentuk")[:PER_HALAMAN]],
            "kebutuhan": KebutuhanPelatihan.objects.filter(pegawai=pegawai).exclude(
                status__in=[StatusKebutuhan.DITUTUP.value, StatusKebutuhan.TERPENUHI.value]
            )[:PER_HALAMAN],
            "boleh_perbaiki": boleh_mengelola(pengguna) and not milik,
            "sertifikat_kami": SertifikatKegiatan.objects.filter(pegawai=pegawai)[:PER_HALAMAN],
            "berikut": _berikut(pegawai),
        },
    )


def _berikut(pegawai: Pegawai) -> list[tuple[Pendaftaran, SesiKegiatan]]:
    """The next session of each event in which the person holds a seat, the nearest first."""
    semua = (
        SesiKegiatan.objects.berlaku()
        .filter(
            waktu__endswith__gt=sekarang(),
            kegiatan__pendaftaran__pegawai=pegawai,
            kegiatan__pendaftaran__status__in=[satu.value for satu in BERKURSI],
        )
        .select_related("kegiatan", "ruang")
        .order_by("waktu", "pk")[: PER_HALAMAN * 5]
    )
    pertama: dict[int, SesiKegiatan] = {}
    for satu in semua:
        pertama.setdefault(satu.kegiatan_id, satu)
    daftar = Pendaftaran.objects.filter(
        pegawai=pegawai, kegiatan__in=pertama, status__in=[satu.value for satu in BERKURSI]
    )
    milik = {satu.kegiatan_id: satu for satu in daftar}
    return [(milik[pk], satu) for pk, satu in pertama.items() if pk in milik][:PER_HALAMAN]


def _memimpin(pengguna: Pengguna) -> bool:
    return bool(Penugasan.objects.unit_dipimpin(pengguna, hari_ini()))


@wajib_masuk
@require_safe
def tim(request: HttpRequest) -> HttpResponse:
    """People below the reader: who lacks hours, who never went; filter by name and by state."""
    pengguna = akun(request)
    terlihat = Pegawai.objects.terlihat_oleh(pengguna).exclude(pengguna=pengguna).ber_skp().aktif_pada(hari_ini())
    # Who leads a unit in which nobody works today has the link in the menu, and reads that the list is empty.
    if not (pengguna.pengelola or pengguna.pemeriksa or terlihat.exists() or _memimpin(pengguna)):
        raise Http404
    saring, cari = request.GET.get("keadaan", ""), request.GET.get("q", "").strip()
    tampil = terlihat.cari(cari)
    batas = tambah_tahun(hari_ini(), -1)
    baru = Q(riwayat_jp__dibatalkan_pada__isnull=True)
    if saring == "belum":
        ikut = RiwayatJP.objects.berlaku().filter(selesai__gt=batas)
        tampil = tampil.exclude(pk__in=ikut.order_by().values("pegawai_id"))
    pns = list(terlihat.filter(status=StatusPegawai.PNS.value).values_list("pk", flat=True))
    semua = jp(pns, hari_ini())
    if saring == "kurang":
        kurang = [pk for pk, satu in semua.items() if satu.saldo is not None and satu.saldo.kekurangan]
        tampil = tampil.filter(pk__in=kurang)
    urut = tampil.annotate(terakhir=Max("riwayat_jp__selesai", filter=baru)).order_by("nama_urut", "pk")
    halaman = Paginator(urut, PER_HALAMAN).get_page(request.GET.get("page"))
    semua |= jp([satu.pk for satu in halaman.object_list if satu.pk not in semua], hari_ini())
    menunggu = permintaan_menunggu([satu.pk for satu in halaman.object_list])
    saldo = [semua[pk].saldo for pk in pns]
    minimum = next((semua[pk].minimum for pk in pns if semua[pk].minimum is not None), None)
    return render(
        request,
        "pelatihan/tim.html",
        {
            "halaman": halaman,
            "baris": [(satu, semua[satu.pk], satu.terakhir, menunggu.get(satu.pk, 0)) for satu in halaman.object_list],
            "rekap": rekap_jp([satu.diakui for satu in saldo if satu is not None], minimum) if minimum else None,
            "minimum": minimum,
            "keadaan": saring,
            "q": cari,
            "pengelola": boleh_mengelola(pengguna),
            "menunggu": len(baca(menunggu_jawaban(baca(baca_pembaca(pengguna, hari_ini()))))),
        },
    )
