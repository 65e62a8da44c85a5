"""Reading the discussion: list with search, one topic, feed. No account, no script needed."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

from django.conf import settings
from django.db.models import Count, OuterRef, Q
from django.forms import Form
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.safestring import SafeString
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from forum.enums.diskusi import LABEL_JENIS_TOPIK, LABEL_STATUS_TOPIK
from forum.forms.diskusi import BalasanForm, IkutiForm
from forum.models import Balasan, Dukungan, JawabanResmi, KategoriDiskusi, LampiranDiskusi, LanggananDiskusi, Topik
from forum.perhitungan.diskusi import KeadaanKiriman, StatusTopik
from forum.perhitungan.markah import ke_html, ke_teks
from forum.permissions.diskusi import boleh_menjawab, boleh_menulis
from forum.ringkasan.pencarian_diskusi import cari_topik
from forum.views.tampilan_diskusi import PER_BALASAN, PER_HALAMAN, ambil_kiriman, baris_topik, kartu
from rakumpit.bacaan import banyak
from rakumpit.berkas import unduhan
from rakumpit.organisasi.models import Pengguna
from rakumpit.pencarian import rapikan
from rakumpit.tertahan import isian_tertahan
from rakumpit.waktu import format_waktu

_HALAMAN_TERJAUH = 10_000
_BANYAK_RSS = 30


def _nomor(teks: str) -> int:
    return min(int(teks), _HALAMAN_TERJAUH) if teks.isascii() and teks.isdigit() and int(teks) > 0 else 1


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Topics by last activity, or what was found, best first; page and number come from one statement."""
    akun = request.user if isinstance(request.user, Pengguna) else None
    kategori = list(KategoriDiskusi.objects.all())
    dipilih = next((satu for satu in kategori if str(satu.uuid) == request.GET.get("kategori")), None)
    jenis, status = request.GET.get("jenis", ""), request.GET.get("status", "")
    kata = rapikan(request.GET.get("q", ""))
    saringan: dict[str, Any] = {"kategori": dipilih} if dipilih else {}
    if jenis in {satu.value for satu in LABEL_JENIS_TOPIK}:
        saringan["jenis"] = jenis
    if status in {satu.value for satu in LABEL_STATUS_TOPIK}:
        saringan["status"] = status
    nomor = _nomor(request.GET.get("page", "1"))
    mulai = (nomor - 1) * PER_HALAMAN
    topik: list[Any] = list(
        cari_topik(kata, saringan)
        .select_related("kategori")
        .annotate(
            jumlah_balasan=banyak(Balasan.objects.tayang().filter(topik=OuterRef("pk")), "topik"),
            jumlah_dukungan=banyak(Dukungan.objects.filter(topik=OuterRef("pk"), dicabut_pada__isnull=True), "topik"),
        )[mulai : mulai + PER_HALAMAN]
    )
    total = topik[0].total if topik else 0
    parameter = {"q": kata, "kategori": str(dipilih.uuid) if dipilih else "", "jenis": jenis, "status": status}
    parameter = {
        nama: nilai for nama, nilai in parameter.items() if nilai and (nama in {"q", "kategori"} or nama in saringan)
    }

    def ke(halaman: int) -> str:
        return "?" + urlencode(parameter | {"page": halaman})

    return render(
        request,
        "forum/diskusi_daftar.html",
        {
            "baris": baris_topik(topik),
            "total": total,
            "kata": kata,
            "dipilih": dipilih,
            "langganan": _langganan(akun, kategori=dipilih) if dipilih else None,
            "menulis": dipilih is not None and akun is not None and boleh_menulis(akun),
            "ikuti": IkutiForm(),
            "disaring": bool(parameter),
            "parameter": parameter,
            "kategori": [(str(satu.uuid), satu.nama) for satu in kategori],
            "jenis": [(satu.value, label) for satu, label in LABEL_JENIS_TOPIK.items()],
            "status": [(satu.value, label) for satu, label in LABEL_STATUS_TOPIK.items()],
            "nomor": nomor,
            "sebelumnya": ke(nomor - 1) if nomor > 1 else "",
            "berikutnya": ke(nomor + 1) if mulai + len(topik) < total else "",
            "banyak_halaman": -(-total // PER_HALAMAN),
        },
    )


@require_safe
def topik(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One topic with its official answer and replies."""
    return halaman_topik(request, ambil_kiriman(Topik, request, uuid))


def halaman_topik(
    request: HttpRequest, satu: Topik, *, form: Form | None = None, galat: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    """The page of a topic; ``form``: a refused reply with what was typed, ``galat``: why a button did nothing."""
    pembaca = request.user
    akun = pembaca if isinstance(pembaca, Pengguna) else None
    menulis = akun is not None and boleh_menulis(akun)
    balasan = Balasan.objects.filter(topik=satu).terlihat_oleh(pembaca)
    jumlah = balasan.order_by().aggregate(n=Count("pk"))["n"]
    nomor = min(_nomor(request.GET.get("page", "1")), max(1, -(-jumlah // PER_BALASAN)))
    mulai = (nomor - 1) * PER_BALASAN
    jawaban = list(JawabanResmi.objects.filter(topik=satu).order_by("-versi"))
    dukungan = Dukungan.objects.filter(topik=satu, dicabut_pada__isnull=True)
    pendukung = dukungan.aggregate(n=Count("pk"), saya=Count("pk", filter=_saya(akun)))
    terbuka = (
        satu.keadaan == KeadaanKiriman.TAYANG and satu.digabung_ke_id is None and satu.status != StatusTopik.DITUTUP
    )
    gabungan = list(Topik.objects.tayang().filter(digabung_ke=satu).order_by("pk")[:20])
    return render(
        request,
        "forum/diskusi_topik.html",
        {
            "topik": satu,
            "kartu": kartu(satu, pembaca),
            "baris": baris_topik([satu])[0],
            "jawaban": [(j, SafeString(ke_html(j.isi)), format_waktu(j.pada)) for j in jawaban],
            "balasan": [kartu(b, pembaca) for b in _lengkap(balasan)[mulai : mulai + PER_BALASAN]],
            "jumlah_balasan": jumlah,
            "nomor": nomor,
            "banyak_halaman": -(-jumlah // PER_BALASAN),
            "dukungan": pendukung["n"],
            "mendukung": bool(pendukung["saya"]),
            "gabungan": gabungan,
            "tujuan": satu.digabung_ke if satu.digabung_ke and satu.digabung_ke.keadaan == "tayang" else None,
            "terbuka": terbuka,
            "menulis": menulis,
            "dapat_mendukung": menulis and terbuka and akun is not None and akun.pk != satu.penulis_id,
            "langganan": _langganan(akun, topik=satu),
            "form": form or _balasan(request, satu, menulis=menulis),
            "ikuti": IkutiForm(),
            "galat": galat,
            "kelola": akun is not None and not akun.warga and boleh_menjawab(akun, satu),
        },
        status=status,
    )


def _lengkap(balasan: Any) -> Any:
    """Replies with what their cards show."""
    return balasan.select_related("penulis").prefetch_related("lampirandiskusi")


@require_safe
def lampiran(request: HttpRequest, uuid: UUID) -> FileResponse:
    """A picture or PDF, for whoever may read its post."""
    satu = get_object_or_404(LampiranDiskusi.objects.select_related("topik", "balasan"), uuid=uuid)
    if satu.topik is not None:
        ambil_kiriman(Topik, request, satu.topik.uuid)
    elif satu.balasan is not None:
        ambil_kiriman(Balasan, request, satu.balasan.uuid)
    return unduhan(satu.berkas, satu.judul)


def _balasan(request: HttpRequest, satu: Topik, *, menulis: bool) -> BalasanForm:
    """An empty reply, or the one that waited for its author while the session had ended."""
    jalur = reverse("forum:diskusi_balas", args=[satu.uuid])
    tertahan = isian_tertahan(request, jalur) if menulis and request.method == "GET" else None
    return BalasanForm(tertahan, initial={"kiriman": uuid4()})


def _saya(akun: Pengguna | None) -> Any:
    return Q(pengguna=akun) if akun is not None else Q(pk__in=[])


def _langganan(akun: Pengguna | None, **sasaran: Any) -> LanggananDiskusi | None:
    if akun is None:
        return None
    ada: LanggananDiskusi | None = LanggananDiskusi.objects.filter(
        pengguna=akun, berhenti_pada__isnull=True, **sasaran
    ).first()
    return ada


@gzip_page
@require_safe
def rss(request: HttpRequest) -> HttpResponse:
    """The newest topics as a feed: titles and words, no author."""
    alamat = settings.ALAMAT_PUBLIK
    umpan = Rss201rev2Feed(
        title="Diskusi warga Kecamatan Rakumpit",
        link=alamat + reverse("forum:diskusi_daftar"),
        description="Topik terbaru",
        language="id",
        feed_url=alamat + reverse("forum:diskusi_rss"),
    )
    for satu in Topik.objects.umum().select_related("kategori").order_by("-dibuat", "-pk")[:_BANYAK_RSS]:
        tautan = alamat + reverse("forum:diskusi_topik", args=[satu.uuid])
        umpan.add_item(
            title=_xml(satu.judul),
            link=tautan,
            description=_xml(ke_teks(satu.isi, 300)),
            unique_id=tautan,
            pubdate=satu.dibuat,
            categories=[satu.kategori.nama],
        )
    return HttpResponse(umpan.writeString("utf-8"), content_type="application/rss+xml; charset=utf-8")


def _xml(teks: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(huruf for huruf in teks if huruf in "\t\n" or ord(huruf) >= 32)
