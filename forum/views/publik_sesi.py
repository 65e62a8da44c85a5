"""Public pages of sessions: light, without script, without an account."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid4

from allauth.core.internal import ratelimit
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_http_methods, require_safe

from forum.enums.berita_acara import StatusBeritaAcara
from forum.enums.sesi import JENIS_STATUS_SESI, LABEL_STATUS_PENDAFTARAN, LABEL_STATUS_SESI, StatusPendaftaran
from forum.forms.undangan import BatalDaftarForm, DaftarForm, UmpanBalikForm, UsulForm
from forum.kalender import tulis_kalender
from forum.models import AksiForum, BahanAcara, BeritaAcara, Pendaftaran, SesiForum, UsulAgenda
from forum.perhitungan.sesi import PERSIAPAN, StatusSesi
from forum.proses import agenda as proses_agenda
from forum.proses import pendaftaran as proses
from forum.proses.isi_berita_acara import untuk_umum, waktu_sesi
from forum.proses.kunci import sidik_kunci
from forum.proses.umpan_balik import kunci_umpan_balik, menerima_umpan_balik, simpan_umpan_balik
from forum.ringkasan.aksi import jumlah_aksi, status_sesi_sebelumnya, susun_aksi
from forum.views.kerangka import tambah_galat
from rakumpit.berkas import unduhan_jadi
from rakumpit.dokumen.susun import qr_data
from rakumpit.waktu import hari_ini, sekarang

# Of one network within an hour: a hall with one line registers together.
BATAS = {"kirim": "200/h/ip", "kunci": "200/5m/ip"}
PER_HALAMAN = 10


def tertutup(balasan: HttpResponse) -> HttpResponse:
    """Kept by no browser, proxy or search engine: the address itself is the secret.

    ``AlamatRahasiaMiddleware`` keeps it out of Referer, ``FormatSamar`` out of the logs.
    """
    balasan["Cache-Control"] = "no-store"
    balasan["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return balasan


def dalam_batas(request: HttpRequest, jenis: str) -> bool:
    """Count one request of this network and say whether it is still within the limit."""
    return bool(ratelimit.consume(request, app="forum", action=jenis, config=BATAS, limit_get=True))


def terlalu_sering(request: HttpRequest) -> HttpResponse:
    balasan = render(request, "forum/terlalu_sering.html", status=HTTPStatus.TOO_MANY_REQUESTS)
    balasan["Retry-After"] = "600"
    return tertutup(balasan)


def sesi_umum(uuid: UUID) -> SesiForum:
    """A session that everybody may know of; a draft does not exist."""
    sesi: SesiForum = get_object_or_404(SesiForum.objects.diumumkan().select_related("unit"), uuid=uuid)
    return sesi


def lencana(sesi: SesiForum) -> tuple[str, str]:
    status = StatusSesi(sesi.status)
    return JENIS_STATUS_SESI[status], LABEL_STATUS_SESI[status]


@require_safe
def depan(request: HttpRequest) -> HttpResponse:
    """Coming sessions, results, promises."""
    mendatang = SesiForum.objects.mendatang(sekarang()).select_related("unit")[:20]
    halaman = Paginator(SesiForum.objects.terbit().select_related("unit"), PER_HALAMAN).get_page(
        request.GET.get("page")
    )
    return render(
        request,
        "forum/depan.html",
        {
            "mendatang": [(satu, waktu_sesi(satu), *lencana(satu)) for satu in mendatang],
            "halaman": halaman,
            "hasil": [(satu, waktu_sesi(satu)) for satu in halaman],
            "jumlah": jumlah_aksi(),
        },
    )


@require_safe
def sesi(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One session: when, where, what; afterwards what became of it."""
    satu = sesi_umum(uuid)
    hasil = None
    versi: list[BeritaAcara] = []
    if satu.terbit_pada is not None:
        versi = list(satu.berita_acara.filter(status=StatusBeritaAcara.DITANDATANGANI.value))
        hasil = untuk_umum(versi[0].isi) if versi else None
    aksi = AksiForum.objects.terbit().tanpa_induk().filter(kesepakatan__sesi=satu)
    saat = sekarang()
    menerima = satu.menerima_pendaftaran(saat)
    sisa = None
    if menerima and satu.kapasitas is not None:
        sisa = max(0, satu.kapasitas - satu.pendaftaran.terdaftar().kursi())
    return render(
        request,
        "forum/sesi.html",
        {
            "sesi": satu,
            "lencana_sesi": lencana(satu),
            "waktu": waktu_sesi(satu),
            "acara": list(satu.agenda.all()),
            "bahan": list(
                BahanAcara.objects.umum().filter(acara__sesi=satu).select_related("acara").order_by("acara__urut", "pk")
            ),
            "sebelumnya": status_sesi_sebelumnya(satu) if satu.status in PERSIAPAN else [],
            "menerima": menerima,
            "sisa": sisa,
            "menerima_usul": satu.menerima_usul(hari_ini()),
            "versi": versi,
            "hasil": hasil,
            "dikoreksi": hasil is not None and satu.status == StatusSesi.MENUNGGU,
            "nama": list(
                satu.pendaftaran.terdaftar()
                .filter(tampil_nama=True)
                .order_by("nama")
                .values_list("nama", flat=True)[:200]
            )
            if satu.status in PERSIAPAN
            else [],
            "aksi": susun_aksi(aksi.select_related("penanggung_jawab__unit").order_by("tenggat", "pk")),
        },
    )


def _formulir(
    request: HttpRequest, form: Form, templat: str, isi: dict[str, Any], status: int = HTTPStatus.OK
) -> HttpResponse:
    return tertutup(render(request, templat, isi | {"form": form}, status=status))


@require_http_methods(["GET", "HEAD", "POST"])
def daftar(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Register without an account; the answer is the own secret link."""
    satu = sesi_umum(uuid)
    isi = {"sesi": satu, "waktu": waktu_sesi(satu), "menerima": satu.menerima_pendaftaran(sekarang())}
    if request.method != "POST":
        return _formulir(request, DaftarForm(initial={"kiriman": uuid4()}), "forum/daftar.html", isi)
    if not dalam_batas(request, "kirim"):
        return terlalu_sering(request)
    form = DaftarForm(request.POST)
    if not form.is_valid():
        return _formulir(request, form, "forum/daftar.html", isi, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        hasil = proses.daftarkan(sesi=satu, **form.isi())
    except ValidationError as galat:
        tambah_galat(form, galat)
        return _formulir(request, form, "forum/daftar.html", isi, HTTPStatus.CONFLICT)
    return tertutup(redirect("forum:pendaftaran", hasil.kunci))


def _pendaftaran(kunci: str) -> Pendaftaran:
    baris: Pendaftaran = get_object_or_404(
        Pendaftaran.objects.select_related("sesi__unit", "unsur"), sidik_kunci=sidik_kunci(kunci)
    )
    return baris


@require_safe
def pendaftaran(request: HttpRequest, kunci: str) -> HttpResponse:
    """The own place: seat or waiting list, QR for the door, a way out."""
    if not dalam_batas(request, "kunci"):
        return terlalu_sering(request)
    return _halaman_pendaftaran(request, kunci, _pendaftaran(kunci), BatalDaftarForm())


def _halaman_pendaftaran(
    request: HttpRequest, kunci: str, baris: Pendaftaran, form: BatalDaftarForm, status: int = HTTPStatus.OK
) -> HttpResponse:
    satu = baris.sesi
    alamat_hadir = settings.ALAMAT_PUBLIK + reverse("forum:hadir", args=[baris.uuid])
    hadir = baris.kehadiran.filter(alasan_batal="").exists()
    umpan = (
        reverse("forum:umpan_balik", args=[satu.uuid, kunci_umpan_balik(satu)]) if menerima_umpan_balik(satu) else ""
    )
    isi = {
        "pendaftaran": baris,
        "kunci": kunci,
        "sesi": satu,
        "waktu": waktu_sesi(satu),
        "keadaan": LABEL_STATUS_PENDAFTARAN[StatusPendaftaran(baris.status)],
        "terdaftar": baris.status == StatusPendaftaran.TERDAFTAR,
        "batal": baris.status == StatusPendaftaran.BATAL,
        "urutan": proses.urutan_tunggu(baris),
        "qr": qr_data(alamat_hadir),
        "boleh_batal": satu.status in PERSIAPAN and baris.status != StatusPendaftaran.BATAL,
        "hadir": hadir,
        "umpan": umpan if hadir else "",
        "kabar": list(baris.kabar.order_by("-pk")[:5]),
        "form": form,
    }
    return tertutup(render(request, "forum/pendaftaran.html", isi, status=status))


@require_http_methods(["POST"])
def batal_daftar(request: HttpRequest, kunci: str) -> HttpResponse:
    """Give the place back."""
    if not dalam_batas(request, "kunci"):
        return terlalu_sering(request)
    baris = _pendaftaran(kunci)
    form = BatalDaftarForm(request.POST)
    if not form.is_valid():
        return _halaman_pendaftaran(request, kunci, baris, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        proses.batalkan_pendaftaran(pendaftaran=baris)
    except ValidationError as galat:
        tambah_galat(form, galat)
        return _halaman_pendaftaran(request, kunci, _pendaftaran(kunci), form, HTTPStatus.CONFLICT)
    return tertutup(redirect("forum:pendaftaran", kunci))


@require_http_methods(["GET", "HEAD", "POST"])
def usul(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Propose an item."""
    satu = sesi_umum(uuid)
    isi = {"sesi": satu, "waktu": waktu_sesi(satu), "menerima": satu.menerima_usul(hari_ini())}
    if request.method != "POST":
        return _formulir(request, UsulForm(initial={"kiriman": uuid4()}), "forum/usul.html", isi)
    if not dalam_batas(request, "kirim"):
        return terlalu_sering(request)
    form = UsulForm(request.POST)
    if not form.is_valid():
        return _formulir(request, form, "forum/usul.html", isi, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        _, kunci = proses_agenda.usulkan_acara(sesi=satu, **form.cleaned_data)
    except ValidationError as galat:
        tambah_galat(form, galat)
        return _formulir(request, form, "forum/usul.html", isi, HTTPStatus.CONFLICT)
    return tertutup(redirect("forum:usul_status", kunci))


@require_safe
def usul_status(request: HttpRequest, kunci: str) -> HttpResponse:
    """What became of the own proposal, with the reason."""
    if not dalam_batas(request, "kunci"):
        return terlalu_sering(request)
    baris: UsulAgenda = get_object_or_404(
        UsulAgenda.objects.select_related("sesi", "agenda"), sidik_kunci=sidik_kunci(kunci)
    )
    return tertutup(render(request, "forum/usul_status.html", {"usul": baris, "sesi": baris.sesi}))


def _sesi_umpan_balik(uuid: UUID, kunci: str) -> SesiForum:
    """The session, for who has the key that is shown at its end."""
    satu = sesi_umum(uuid)
    if not constant_time_compare(kunci, kunci_umpan_balik(satu)):
        raise Http404
    return satu


@require_http_methods(["GET", "HEAD", "POST"])
def umpan_balik(request: HttpRequest, uuid: UUID, kunci: str) -> HttpResponse:
    """What an attendee thinks; no name."""
    if not dalam_batas(request, "kunci"):
        return terlalu_sering(request)
    satu = _sesi_umpan_balik(uuid, kunci)
    isi = {"sesi": satu, "waktu": waktu_sesi(satu), "menerima": menerima_umpan_balik(satu)}
    if request.method != "POST":
        selesai = "terima-kasih" in request.GET
        form = UmpanBalikForm(initial={"kiriman": uuid4()})
        return _formulir(request, form, "forum/umpan_balik.html", isi | {"selesai": selesai})
    form = UmpanBalikForm(request.POST)
    if not form.is_valid():
        return _formulir(request, form, "forum/umpan_balik.html", isi, HTTPStatus.UNPROCESSABLE_ENTITY)
    data = form.cleaned_data
    try:
        simpan_umpan_balik(
            sesi=satu,
            kiriman=data["kiriman"],
            nilai=int(data["nilai"]),
            tercatat=data["tercatat"],
            saran=data["saran"],
        )
    except ValidationError as galat:
        tambah_galat(form, galat)
        return _formulir(request, form, "forum/umpan_balik.html", isi, HTTPStatus.CONFLICT)
    return tertutup(redirect(reverse("forum:umpan_balik", args=[uuid, kunci]) + "?terima-kasih"))


@require_safe
def unduh_umum(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The public version of a signed record as PDF."""
    berita: BeritaAcara = get_object_or_404(
        BeritaAcara.objects.select_related("dokumen_umum").filter(
            status=StatusBeritaAcara.DITANDATANGANI.value, sesi__terbit_pada__isnull=False
        ),
        uuid=uuid,
    )
    if berita.dokumen_umum is None:
        raise Http404
    isi = bytes(berita.dokumen_umum.berkas.isi)
    return unduhan_jadi(isi, f"berita-acara-versi-{berita.nomor_versi}", "pdf", umum=True)


@require_safe
def kalender(request: HttpRequest) -> HttpResponse:
    """All announced sessions of a year back and forth, for a calendar that subscribes."""
    dari = sekarang().replace(year=sekarang().year - 1, day=1)
    semua = SesiForum.objects.diumumkan().filter(mulai__gte=dari).order_by("mulai", "pk")[:500]
    return unduhan_jadi(
        tulis_kalender(semua, nama="Forum warga Kecamatan Rakumpit", situs=settings.ALAMAT_PUBLIK),
        "forum",
        "ics",
        umum=True,
    )


@require_safe
def kalender_sesi(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One session, to be added to a calendar."""
    satu = sesi_umum(uuid)
    return unduhan_jadi(tulis_kalender([satu], nama=satu.judul, situs=settings.ALAMAT_PUBLIK), "sesi", "ics", umum=True)
