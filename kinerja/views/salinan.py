"""«Salinan ke sistem lain»: the texts for e-Kinerja with their state, the list of who has not copied, open evidence."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from allauth.core.internal import ratelimit
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, Q, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kinerja.enums.salinan import LABEL_KEADAAN_SALINAN, BagianSalinan, KeadaanSalinan
from kinerja.forms.salinan import TandaiForm
from kinerja.models import Periode, SalinanEKinerja, TautanBukti
from kinerja.permissions import boleh_mengelola, memimpin
from kinerja.permissions.salinan import (
    MILIK_PEGAWAI,
    boleh_membuka_bukti,
    boleh_menandai,
    boleh_mencabut_tautan,
    pegawai_terlihat,
)
from kinerja.proses import ProsesDitolak
from kinerja.proses.salinan import buka_tautan_bukti, cabut_tautan_bukti, tandai_disalin
from kinerja.ringkasan.salinan import (
    Bagian,
    bagian_salinan,
    bukti_tanpa_tautan,
    periode_perlu_disalin,
    tautan_berlaku,
)
from kinerja.ringkasan.tautan import tautan_bertanda
from kinerja.views.ambil import akun
from rakumpit.berkas import unduhan, unduhan_jadi
from rakumpit.lembar import tulis_xlsx
from rakumpit.organisasi.models import Pegawai, Pengguna, Penugasan, UnitKerja
from rakumpit.tertahan import wajib_masuk
from rakumpit.waktu import hari_ini

PER_HALAMAN = 25
JENIS_KEADAAN = {
    KeadaanSalinan.KOSONG: "netral",
    KeadaanSalinan.BELUM: "perhatian",
    KeadaanSalinan.DISALIN: "baik",
    KeadaanSalinan.BERUBAH: "perhatian",
}
# Opened addresses of one network: a signature cannot be guessed, the limit spares the disk.
BATAS = {"bukti_terbuka": "120/5m/ip"}


@wajib_masuk
@require_safe
def salinan(request: HttpRequest) -> HttpResponse:
    """The door of the menu: the own texts, or the list for those who have none."""
    pengguna = akun(request)
    pegawai = getattr(pengguna, "pegawai", None)
    if isinstance(pegawai, Pegawai) and pegawai.ber_skp:
        alamat = reverse("kinerja:salinan_pegawai", args=[pegawai.uuid])
    else:
        _penyelia(pengguna)
        alamat = reverse("kinerja:salinan_daftar")
    return redirect(f"{alamat}?{request.GET.urlencode()}" if request.GET else alamat)


def _penyelia(pengguna: Pengguna) -> None:
    if not memimpin(pengguna) and not boleh_mengelola(pengguna):
        raise Http404


def _pegawai(pengguna: Pengguna, kode: UUID) -> Pegawai:
    pegawai: Pegawai = get_object_or_404(pegawai_terlihat(pengguna).ber_skp().select_related("pengguna"), uuid=kode)
    return pegawai


def _periode(request: HttpRequest, pilihan: list[Periode]) -> Periode | None:
    """The chosen period; else the newest that has begun, else the newest."""
    kode = request.POST.get("periode", request.GET.get("periode"))
    calon = [satu for satu in pilihan if satu.mulai <= hari_ini()] or pilihan
    if kode is not None:
        calon = [satu for satu in pilihan if satu.kode == kode]
        if not calon:
            raise Http404
    return calon[0] if calon else None


def _periode_pegawai(request: HttpRequest, pegawai: Pegawai) -> tuple[list[Periode], Periode | None]:
    """What can be chosen, and the chosen period; else the newest in which something waits to be copied."""
    pilihan = list(Periode.objects.untuk_status(pegawai.status).order_by("-selesai", "-mulai"))
    if "periode" in request.GET or "periode" in request.POST:
        return pilihan, _periode(request, pilihan)
    mulai = [satu for satu in pilihan if satu.mulai <= hari_ini()]
    return pilihan, periode_perlu_disalin(mulai, pegawai.pk) or _periode(request, pilihan)


@wajib_masuk
@require_safe
def salinan_pegawai(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Every text of one person and period with a button that copies it, in the order of e-Kinerja's screens."""
    pengguna = akun(request)
    return _halaman(request, pengguna, _pegawai(pengguna, kode))


def _halaman(
    request: HttpRequest, pengguna: Pengguna, pegawai: Pegawai, *, galat: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    pilihan, periode = _periode_pegawai(request, pegawai)
    konteks: dict[str, Any] = {
        "pegawai": pegawai,
        "milik": pegawai.pengguna_id == pengguna.pk,
        "pilihan": pilihan,
        "periode": periode,
        "galat": galat,
        "penyelia": memimpin(pengguna) or boleh_mengelola(pengguna),
    }
    if periode is not None:
        bagian = bagian_salinan(periode, [pegawai.pk])[pegawai.pk]
        menandai = {
            milik: boleh_menandai(pengguna, pegawai, satu)
            for milik, satu in ((True, BagianSalinan.SKP), (False, BagianSalinan.PENILAIAN))
        }
        konteks |= {
            "bagian": [_tampil(satu, boleh_tandai=menandai[satu.bagian in MILIK_PEGAWAI]) for satu in bagian],
            "tautan": tautan_berlaku(periode, pegawai.pk),
            "tanpa_tautan": bukti_tanpa_tautan(periode, pegawai.pk),
            "boleh_buka": boleh_membuka_bukti(pengguna, pegawai),
            "boleh_cabut": boleh_mencabut_tautan(pengguna, pegawai),
        }
    return render(request, "kinerja/salinan.html", konteks, status=status)


def _tampil(satu: Bagian, *, boleh_tandai: bool) -> dict[str, Any]:
    return {
        "bagian": satu,
        "jenis": JENIS_KEADAAN[satu.keadaan],
        "keadaan": LABEL_KEADAAN_SALINAN[satu.keadaan],
        "boleh_tandai": boleh_tandai and satu.keadaan in {KeadaanSalinan.BELUM, KeadaanSalinan.BERUBAH},
    }


@wajib_masuk
@require_safe
def salinan_lembar(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The same texts as a workbook, for whoever works offline."""
    pegawai = _pegawai(akun(request), kode)
    _pilihan, periode = _periode_pegawai(request, pegawai)
    if periode is None:
        raise Http404
    baris: list[tuple[str, str, str]] = [("Bagian", "Kolom", "Isi")]
    for bagian in bagian_salinan(periode, [pegawai.pk])[pegawai.pk]:
        baris += [(bagian.judul, isian.label, isian.teks) for isian in bagian.isian]
    return unduhan_jadi(tulis_xlsx(baris, nama_lembar="Salinan e-Kinerja"), f"salinan-{periode.kode}", "xlsx")


@wajib_masuk
@require_POST
def salinan_tandai(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Mark one part as copied, by what the page showed."""
    pengguna = akun(request)
    pegawai = _pegawai(pengguna, kode)
    form = TandaiForm(request.POST)
    _pilihan, periode = _periode_pegawai(request, pegawai)
    if periode is None or not form.is_valid():
        raise Http404
    bagian: BagianSalinan = form.cleaned_data["bagian"]
    if not boleh_menandai(pengguna, pegawai, bagian):
        raise Http404
    try:
        tandai_disalin(pegawai=pegawai, periode=periode, bagian=bagian, sidik=form.cleaned_data["sidik"], oleh=pengguna)
    except ProsesDitolak as tolak:
        return _halaman(request, pengguna, pegawai, galat=str(tolak), status=HTTPStatus.CONFLICT)
    messages.success(request, "Ditandai sudah disalin.")
    return redirect(f"{_alamat(pegawai, periode)}#{bagian.value}")


def _alamat(pegawai: Pegawai, periode: Periode) -> str:
    return f"{reverse('kinerja:salinan_pegawai', args=[pegawai.uuid])}?periode={periode.kode}"


@wajib_masuk
@require_POST
def tautan_buka(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Open the evidence files of a period under addresses that need no account."""
    pengguna = akun(request)
    pegawai = _pegawai(pengguna, kode)
    _pilihan, periode = _periode_pegawai(request, pegawai)
    if periode is None or not boleh_membuka_bukti(pengguna, pegawai):
        raise Http404
    try:
        baru = buka_tautan_bukti(pegawai=pegawai, periode=periode, oleh=pengguna)
    except ProsesDitolak as tolak:
        return _halaman(request, pengguna, pegawai, galat=str(tolak), status=HTTPStatus.CONFLICT)
    messages.success(request, f"{len(baru)} tautan bukti dibuat dan dapat disalin.")
    return redirect(f"{_alamat(pegawai, periode)}#tautan")


@wajib_masuk
@require_POST
def tautan_cabut(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Withdraw one address."""
    pengguna = akun(request)
    tautan = get_object_or_404(TautanBukti.objects.select_related("bukti__pegawai", "bukti__periode"), uuid=kode)
    pegawai = tautan.bukti.pegawai
    if not boleh_mencabut_tautan(pengguna, pegawai):
        raise Http404
    try:
        cabut_tautan_bukti(tautan=tautan, oleh=pengguna)
    except ProsesDitolak as tolak:
        return _halaman(request, pengguna, pegawai, galat=str(tolak), status=HTTPStatus.CONFLICT)
    messages.success(request, "Tautan dicabut. Alamat itu tidak dapat dibuka lagi.")
    periode = tautan.bukti.periode
    alamat = reverse("kinerja:salinan_pegawai", args=[pegawai.uuid])
    return redirect(_alamat(pegawai, periode) if periode is not None else alamat)


@require_safe
def bukti_terbuka(request: HttpRequest, tanda: str) -> HttpResponseBase:
    """One evidence file by its signed address, without an account; kept by no cache and no search engine."""
    if ratelimit.consume(request, app="kinerja", action="bukti_terbuka", config=BATAS, limit_get=True) is None:
        sering = render(request, "dokumen/terlalu_sering.html", status=HTTPStatus.TOO_MANY_REQUESTS)
        sering["Retry-After"] = "300"
        return sering
    tautan = tautan_bertanda(tanda)
    if tautan is None:
        raise Http404
    bukti = tautan.bukti
    jawaban = unduhan(bukti.berkas, bukti.judul.removesuffix(f".{bukti.tipe}"))
    jawaban["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    jawaban["Referrer-Policy"] = "no-referrer"
    return jawaban


@wajib_masuk
@require_safe
def salinan_daftar(request: HttpRequest) -> HttpResponse:
    """Who has copied what, per unit; the same number of queries for 3 and for 300 people."""
    pengguna = akun(request)
    di_bawah = list(UnitKerja.objects.di_bawah_akun(pengguna, hari_ini()))
    if not di_bawah and not boleh_mengelola(pengguna):
        raise Http404
    pilihan = list(Periode.objects.order_by("-selesai", "-mulai"))
    periode = _periode(request, pilihan)
    konteks: dict[str, Any] = {"pilihan": pilihan, "periode": periode}
    if periode is not None:
        konteks |= _daftar(request, pengguna, periode, di_bawah)
    return render(request, "kinerja/salinan_daftar.html", konteks)


def _daftar(request: HttpRequest, pengguna: Pengguna, periode: Periode, di_bawah: list[int]) -> dict[str, Any]:
    cari, kode_unit = request.GET.get("q", "").strip(), request.GET.get("unit", "")
    lengkap = request.GET.get("lengkap", "")
    if lengkap not in {"", "belum", "semua"}:
        raise Http404
    hari = min(periode.selesai, hari_ini())
    tempat = Penugasan.objects.pada(hari).filter(pegawai=OuterRef("pk")).order_by("sifat", "pk")
    disalin = SalinanEKinerja.objects.filter(periode=periode).order_by().values("pegawai_id").annotate(n=Count("pk"))
    lengkap_disalin = Q(pk__in=disalin.filter(n=len(BagianSalinan)).values("pegawai_id"))
    tampil = (
        pegawai_terlihat(pengguna, di_bawah)
        .ber_skp()
        .aktif_dalam(periode.mulai, periode.selesai)
        .filter(status__in=periode.berlaku_untuk)
        .annotate(unit_kini=Subquery(tempat.values("jabatan__unit__nama")[:1]))
        .cari(cari)
    )
    unit = list(UnitKerja.objects.all() if boleh_mengelola(pengguna) else UnitKerja.objects.filter(pk__in=di_bawah))
    if kode_unit:
        dipilih = next((satu for satu in unit if satu.kode == kode_unit), None)
        if dipilih is None:
            raise Http404
        tampil = tampil.annotate(unit_id_kini=Subquery(tempat.values("jabatan__unit_id")[:1])).filter(
            unit_id_kini=dipilih.pk
        )
    jumlah = tampil.order_by().aggregate(semua=Count("pk"), belum=Count("pk", filter=~lengkap_disalin))
    baris = (tampil if lengkap == "semua" else tampil.exclude(lengkap_disalin)).order_by("nama_urut", "pk")
    pembagi = Paginator(baris, PER_HALAMAN)
    pembagi.count = jumlah[lengkap if lengkap == "semua" else "belum"]
    halaman = pembagi.get_page(request.GET.get("page"))
    orang = list(halaman.object_list)
    bagian = bagian_salinan(periode, [satu.pk for satu in orang])
    tetap = {"periode": periode.kode, "unit": kode_unit, "q": cari}
    tab = [
        ("Belum lengkap", f"?{urlencode(tetap)}", lengkap != "semua", jumlah["belum"]),
        ("Semua", f"?{urlencode(tetap | {'lengkap': 'semua'})}", lengkap == "semua", jumlah["semua"]),
    ]
    return {
        "halaman": halaman,
        "orang": [
            (
                satu,
                [(b.judul, JENIS_KEADAAN[b.keadaan], LABEL_KEADAAN_SALINAN[b.keadaan]) for b in bagian[satu.pk]],
            )
            for satu in orang
        ],
        "judul_bagian": [b.judul for b in next(iter(bagian.values()), [])],
        "unit": unit,
        "kode_unit": kode_unit,
        "q": cari,
        "lengkap": lengkap,
        "tab": tab,
    }
