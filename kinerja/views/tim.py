"""«Tim saya»: the people whom the reader rates, exceptions first, and making decided rows final together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.enums import LABEL_STATUS_EVALUASI, StatusEvaluasi
from kinerja.models import Evaluasi, Periode
from kinerja.perhitungan import LABEL_PREDIKAT
from kinerja.permissions import PetaAtasan, memimpin, peta_atasan, skp_menunggu_persetujuan
from kinerja.permissions.umpan_balik import tandai_umpan_balik
from kinerja.proses import tetapkan_banyak
from kinerja.views.ambil import akun
from kinerja.views.rincian import (
    JENIS_PREDIKAT,
    JENIS_STATUS,
    Tanda,
    label_predikat,
    label_rating,
    tanda_perhatian,
)
from kinerja.views.urutan import URUTAN, tim_pada
from rakumpit.angka import format_angka
from rakumpit.organisasi.models import Pengguna, Penugasan
from rakumpit.organisasi.nama import nama_urut
from rakumpit.tampilan.bagan import Kategori, Sebaran, buat_sebaran
from rakumpit.tertahan import wajib_masuk
from rakumpit.waktu import hari_ini

PER_HALAMAN = 25
PER_HALAMAN_TETAPKAN = 50
# Submitted plans that stand above the list; all of them are on a page of their own.
_SKP_TAMPIL = 5


@dataclass(frozen=True, slots=True)
class OrangTampil:
    """One person in the list."""

    evaluasi: Evaluasi
    predikat: str
    jenis_predikat: str
    usulan: bool
    hasil: str
    perilaku: str
    angka: str
    status: str
    jenis_status: str
    tanda: list[Tanda]

    @property
    def perlu_dilihat(self) -> bool:
        return any(satu.utama for satu in self.tanda)


@wajib_masuk
@require_safe
def tim(request: HttpRequest) -> HttpResponse:
    """People with proposals; filter by state and name. The same number of queries for 3 and for 300 people."""
    pengguna = _penilai(request)
    pilihan = _periode_terhitung()
    periode = _pilih_periode(request, pilihan)
    peta = peta_atasan()
    skp = list(skp_menunggu_persetujuan(pengguna, peta))
    konteks: dict[str, Any] = {
        "pilihan": pilihan,
        "periode": periode,
        "skp": skp[:_SKP_TAMPIL],
        "jumlah_skp": len(skp),
        "judul": "Tim saya",
        "boleh_plh": Penugasan.objects.kursi_sendiri(pengguna, hari_ini()).exists(),
    }
    if periode is not None:
        konteks |= _daftar(request, pengguna, periode, peta)
    return render(request, "kinerja/tim.html", konteks)


def _penilai(request: HttpRequest) -> Pengguna:
    pengguna = akun(request)
    if not memimpin(pengguna):
        raise Http404
    return pengguna


def _periode_terhitung() -> list[Periode]:
    ada = Evaluasi.objects.filter(periode=OuterRef("pk"))
    return list(Periode.objects.filter(Exists(ada)).order_by("-selesai", "-mulai"))


def _pilih_periode(request: HttpRequest, pilihan: list[Periode]) -> Periode | None:
    kode = request.GET.get("periode")
    if kode is None:
        return pilihan[0] if pilihan else None
    return next((satu for satu in pilihan if satu.kode == kode), None) or get_object_or_404(Periode, kode=kode)


def _daftar(request: HttpRequest, pengguna: Pengguna, periode: Periode, peta: PetaAtasan) -> dict[str, Any]:
    urut = request.GET.get("urut", "")
    if urut not in URUTAN:
        raise Http404
    semua = tim_pada(pengguna, periode, urut, peta)
    jumlah: Counter[str] = Counter()
    sebaran: Counter[str] = Counter()
    for status, usulan, n in semua.order_by().values_list("status", "usulan_predikat").annotate(n=Count("pk")):
        jumlah[status] += n
        sebaran[usulan] += n
    keadaan = request.GET.get("keadaan", "")
    if keadaan not in {"", *(satu.value for satu in StatusEvaluasi)}:
        raise Http404
    cari = request.GET.get("q", "").strip()
    tampil = semua.filter(status=keadaan) if keadaan else semua
    if cari:
        tampil = tampil.filter(pegawai__nama_urut__contains=nama_urut(cari))
    tampil = tandai_umpan_balik(tampil, pengguna, peta).select_related("pegawai", "aturan", "run")
    halaman = Paginator(tampil, PER_HALAMAN).get_page(request.GET.get("page"))
    tetap = {"periode": periode.kode} | ({"urut": urut} if urut else {})
    tab = [("Semua", f"?{urlencode(tetap)}", not keadaan, jumlah.total())]
    for status, label in LABEL_STATUS_EVALUASI.items():
        tautan = f"?{urlencode(tetap | {'keadaan': status.value})}"
        tab.append((label, tautan, keadaan == status.value, jumlah[status.value]))
    orang = [_orang(satu) for satu in halaman.object_list]
    menunggu = semua.filter(status=StatusEvaluasi.MENUNGGU.value).perlu_dinilai().count()
    return {
        "judul": f"Tim saya: {menunggu} menunggu keputusan Anda" if menunggu else "Tim saya",
        "halaman": halaman,
        "orang": orang,
        # In the usual order the exceptions of this page stand by themselves.
        "perlu": [satu for satu in orang if satu.perlu_dilihat and not urut],
        "lain": [satu for satu in orang if urut or not satu.perlu_dilihat],
        "tampil_angka": any(satu.tampil_angka_bantu for satu in halaman.object_list),
        "urut": urut,
        "urutan": URUTAN,
        "kueri": f"?urut={urut}" if urut else "",
        "keadaan": keadaan,
        "q": cari,
        "tab": tab,
        "menunggu": menunggu,
        "diputus": jumlah[StatusEvaluasi.DIPUTUS.value],
        "total": jumlah.total(),
        "sebaran": _sebaran(sebaran),
        "pertama": next((satu.evaluasi for satu in orang if satu.usulan and not satu.evaluasi.tidak_dinilai), None),
    }


def _sebaran(jumlah: Counter[str]) -> Sebaran | None:
    """Chart of the proposals in the order of the predicates; None before there is one."""
    if not sum(jumlah[predikat.value] for predikat in LABEL_PREDIKAT):
        return None
    kategori = [Kategori(label, jumlah[predikat.value]) for predikat, label in LABEL_PREDIKAT.items()]
    if jumlah[""]:
        kategori.append(Kategori("Belum ada usulan", jumlah[""]))
    return buat_sebaran("Sebaran usulan", kategori, satuan="pegawai")


def _singkat(rating: str) -> str:
    """A rating under a heading that says the rest: «sesuai»."""
    return label_rating(rating).removesuffix(" ekspektasi")


def _orang(baris: Evaluasi) -> OrangTampil:
    predikat = baris.predikat or baris.usulan_predikat
    menunggu = baris.status == StatusEvaluasi.MENUNGGU.value
    return OrangTampil(
        evaluasi=baris,
        predikat=label_predikat(predikat),
        jenis_predikat=JENIS_PREDIKAT.get(predikat, "netral"),
        usulan=menunggu,
        hasil=_singkat(baris.rating_hasil or baris.usulan_hasil),
        perilaku=_singkat(baris.rating_perilaku or baris.usulan_perilaku),
        angka=format_angka(baris.nilai_kinerja) if baris.tampil_angka_bantu and baris.nilai_kinerja is not None else "",
        status="Tidak dinilai"
        if menunggu and baris.tidak_dinilai
        else LABEL_STATUS_EVALUASI[StatusEvaluasi(baris.status)],
        jenis_status=JENIS_STATUS[baris.status],
        tanda=tanda_perhatian(baris) if menunggu else [],
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def tim_tetapkan(request: HttpRequest) -> HttpResponse:
    """All decided rows of a period; the ticked ones become final together. Each carries the version that was seen."""
    pengguna = _penilai(request)
    pilihan = _periode_terhitung()
    periode = _pilih_periode(request, pilihan)
    if periode is None:
        raise Http404
    ditolak: list[tuple[str, str]] = []
    if request.method == "POST":
        dipilih = _dipilih(request, pengguna, periode)
        if dipilih:
            hasil = tetapkan_banyak(pasangan=dipilih, oleh=pengguna)
            if hasil.ditetapkan:
                messages.success(request, f"{len(hasil.ditetapkan)} hasil ditetapkan dan disampaikan kepada pegawai.")
            if not hasil.ditolak:
                return redirect(f"{reverse('kinerja:tim')}?periode={periode.kode}")
            ditolak = [(str(satu.pegawai), alasan) for satu, alasan in hasil.ditolak]
        else:
            ditolak = [("Belum ada yang dipilih", "Pilih paling sedikit satu orang.")]
    baris = tim_pada(pengguna, periode).filter(status=StatusEvaluasi.DIPUTUS.value)
    halaman = Paginator(baris.select_related("pegawai", "aturan", "run"), PER_HALAMAN_TETAPKAN).get_page(
        request.GET.get("page")
    )
    return render(
        request,
        "kinerja/tim_tetapkan.html",
        {
            "periode": periode,
            "halaman": halaman,
            "orang": [_orang(satu) for satu in halaman.object_list],
            "ditolak": ditolak,
        },
        status=HTTPStatus.CONFLICT if ditolak else HTTPStatus.OK,
    )


def _dipilih(request: HttpRequest, pengguna: Pengguna, periode: Periode) -> list[tuple[Evaluasi, int]]:
    """Rows named by «uuid:versi»; 404 when one of them is not the reader's to decide."""
    dipilih: dict[UUID, int] = {}
    for pilihan in request.POST.getlist("pilih"):
        kode, _, versi = pilihan.partition(":")
        if not versi.isdecimal():
            raise Http404
        try:
            dipilih[UUID(kode)] = int(versi)
        except ValueError:
            raise Http404 from None
    milik = list(tim_pada(pengguna, periode).filter(uuid__in=dipilih).select_related("pegawai"))
    if len(milik) != len(dipilih):
        raise Http404
    return [(satu, dipilih[satu.uuid]) for satu in milik]
