"""Open surveys and the form. No account, no cookie, no script needed, nothing kept by the browser's own cache."""

from __future__ import annotations

import time
import uuid as uuid_
from collections.abc import Mapping
from functools import lru_cache
from uuid import UUID

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Q, prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_http_methods, require_safe

from rakumpit.galat import dari_situs_ini
from rakumpit.waktu import format_tanggal, hari_ini, sekarang
from survei import laju
from survei.enums import Bendera, Saluran, StatusKirim, StatusSurvei
from survei.enums.bahasa import Bahasa
from survei.enums.instrumen import JenisInstrumen
from survei.forms.isian import Bentuk, IsianSurveiForm
from survei.forms.luring import KirimanLuring, KirimanRusak, baca_kiriman
from survei.models import Survei
from survei.perhitungan import hari_isian
from survei.proses import HasilKirim, cari_token, terima_isian
from survei.ringkasan.bahasa import bahasa_tersedia, terjemahkan

BANYAK = 10
DETIK_INGATAN = 10
BANYAK_INGATAN = 256
# The one mark by which the service worker knows a page that it may keep.
BOLEH_DISIMPAN = "X-Simpan-Luring"
_TEMPAT_KODE = "{kode}"
_ingatan: dict[tuple[UUID, str], tuple[float, Bentuk]] = {}

# What each outcome means to a person and to a browser that sends by itself (201, 200, 409, 410, 422, 429).
_KODE_HTTP = {
    StatusKirim.BARU: 201,
    StatusKirim.ULANG: 200,
    StatusKirim.BEDA: 409,
    StatusKirim.DIHAPUS: 410,
    StatusKirim.DITUTUP: 410,
    StatusKirim.TIDAK_SAH: 422,
    StatusKirim.ORANG_DALAM: 403,
}


@gzip_page
@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Open surveys by unit; a search field appears when there are many."""
    terbuka = Survei.objects.dapat_diisi().select_related("unit").order_by("unit__nama", "judul", "pk")
    kata = " ".join(request.GET.get("q", "").split())[:100]
    if kata:
        terbuka = terbuka.filter(Q(judul__icontains=kata) | Q(unit__nama__icontains=kata))
    halaman = Paginator(terbuka, 50).get_page(request.GET.get("page"))
    baris = [(satu, format_tanggal(satu.selesai)) for satu in halaman]
    isi_halaman = {
        "halaman": halaman,
        "baris": baris,
        "q": kata,
        "cari": bool(kata) or halaman.paginator.count > BANYAK,
    }
    return render(request, "survei/daftar.html", isi_halaman)


def lengkapi(survei: Survei, bahasa: str = "") -> None:
    """Read what only a free survey or another language has; the nine elements in Indonesian need no such query."""
    if bahasa or survei.instrumen.jenis == JenisInstrumen.BEBAS:
        prefetch_related_objects([survei], "instrumen__pertanyaan__baris")
    terjemahkan(survei.instrumen, bahasa)


def bahasa_diminta(isi: Mapping[str, str]) -> str:
    """The language asked for; Indonesian for anything unknown."""
    bahasa = isi.get("bahasa", "")
    return bahasa if bahasa in set(Bahasa) else ""


def pilihan_bahasa(survei: Survei, kini: str, alamat: str, **kueri: str) -> list[tuple[str, str, bool]]:
    """Languages of the form as (label, address, chosen), Indonesian first; none where there is only Indonesian.

    ``kueri`` stays in the addresses: whoever changes the language keeps the service and the code of the counter.
    """
    lain = bahasa_tersedia(survei.instrumen_id)
    semua = [("", "Bahasa Indonesia"), *lain] if lain else []
    tetap = {kunci: nilai for kunci, nilai in kueri.items() if nilai}
    alamat_dari = {kode: urlencode(tetap | ({"bahasa": kode} if kode else {})) for kode, _ in semua}
    return [
        (label, f"{alamat}?{alamat_dari[kode]}" if alamat_dari[kode] else alamat, kode == kini) for kode, label in semua
    ]


def _bentuk(uuid: UUID, bahasa: str = "") -> Bentuk:
    """The survey with all that its form needs; a draft does not exist for the public."""
    try:
        survei = (
            Survei.objects.exclude(status=StatusSurvei.DRAF.value)
            .select_related("instrumen", "unit")
            .prefetch_related("instrumen__pertanyaan__pilihan", "layanan")
            .get(uuid=uuid)
        )
    except Survei.DoesNotExist:
        raise Http404 from None
    lengkapi(survei, bahasa)
    bentuk = Bentuk.dari(survei)
    if len(_ingatan) >= BANYAK_INGATAN:
        _ingatan.clear()
    _ingatan[uuid, bahasa] = (time.monotonic(), bentuk)
    return bentuk


def _bentuk_diingat(uuid: UUID, bahasa: str) -> Bentuk:
    """The same for a submission, at most ``DETIK_INGATAN`` old.

    Whether the survey still takes forms is decided by the statement that stores the answer, never by this copy; what
    it refuses is looked at again with a fresh one.
    """
    saat, bentuk = _ingatan.get((uuid, bahasa), (0.0, None))
    if bentuk is not None and time.monotonic() - saat < DETIK_INGATAN:
        return bentuk
    return _bentuk(uuid, bahasa)


def _tanpa_simpanan(balasan: HttpResponse) -> HttpResponse:
    balasan["Cache-Control"] = "no-store"
    return balasan


def _halaman(
    request: HttpRequest,
    form: IsianSurveiForm,
    *,
    pesan: str = "",
    status: int = 200,
    kode_kiriman: str = "",
    kode_mati: bool = False,
) -> HttpResponse:
    survei = form.survei
    isi_halaman = {
        "survei": survei,
        "form": form,
        "pesan": pesan,
        "hari_terakhir": format_tanggal(survei.selesai),
        "kode_kiriman": kode_kiriman or form.kode_kiriman,
        "menerima": survei.dapat_diisi_pada(hari_ini()),
        "isian_baru": bool(kode_kiriman),
        "kode_mati": kode_mati,
        "bahasa": (bahasa := bahasa_diminta({"bahasa": form.nilai("bahasa")})),
        "pilihan_bahasa": pilihan_bahasa(
            survei,
            bahasa,
            reverse("survei:isi", args=[survei.uuid]),
            layanan=form.nilai("layanan"),
            kode=form.kode_survei,
        ),
        "hal_pertama": format_tanggal(survei.mulai) if survei.mulai > hari_ini() else "",
    }
    # Never kept by the browser: Back brings an empty form with an id of its own for the next person, and what one
    # family member answered is not shown to another. The form itself forbids to restore the answers (autocomplete),
    # else they would stand beside the new id and count twice when sent again.
    return _tanpa_simpanan(render(request, "survei/isi.html", isi_halaman, status=status))


# No CSRF token: this is the product's one named exception. The form needs no session and gives no authority, so there
# is nothing that a foreign page could borrow; a token would need a cookie, and would fail on pages kept open for days
# or opened without a line. A device sends its waiting forms as JSON, which no foreign page's form can, and which a
# foreign script may only send after a preflight that nobody answers here; all the same only this site's pages may.
# For the same reason these pages may travel compressed: their length gives no secret away (BREACH), there is none.
@csrf_exempt
@gzip_page
@require_http_methods(["GET", "HEAD", "POST"])
def isi(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The form of one survey; a posted form is stored once, whatever the line does."""
    if request.method == "POST":
        if request.content_type == "application/json":
            return _terima_luring(request, uuid)
        return _terima(request, uuid, request.POST)
    awal = {"layanan": request.GET.get("layanan", "")}
    kode_mati = False
    if kode := request.GET.get("kode", ""):
        token = cari_token(kode)
        if token is None or token.survei.uuid != uuid:
            kode_mati = True
        else:
            awal = {"layanan": str(token.layanan.uuid), "kode": kode}
    bahasa = bahasa_diminta(request.GET)
    form = IsianSurveiForm(bentuk=_bentuk(uuid, bahasa), initial=awal | {"bahasa": bahasa})
    balasan = _halaman(request, form, kode_mati=kode_mati)
    # A page with a code serves one person once, so the device keeps none of them; of the languages it keeps one.
    if form.survei.dapat_diisi_pada(hari_ini()) and not kode and not bahasa:
        balasan[BOLEH_DISIMPAN] = "ya"
    return balasan


def _terima_luring(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A form from the store of a device: always answered in JSON, with the id that the device may then let go."""
    if not dari_situs_ini(request):
        return _json(403, status="asal_lain", pesan="Kiriman ini tidak berasal dari halaman situs ini.")
    try:
        kiriman = baca_kiriman(request.body)
    except KirimanRusak:
        return _json(400, status="rusak", pesan="Kiriman ini tidak dapat dibaca.")
    try:
        return _terima(request, uuid, kiriman.isi, kiriman)
    except Http404:
        return _json(404, kiriman.isi.get("submission_id"), status="tidak_ada", pesan="Survei ini sudah tidak ada.")


def _terima(request: HttpRequest, uuid: UUID, data: QueryDict, luring: KirimanLuring | None = None) -> HttpResponse:
    bahasa = bahasa_diminta(data)
    bentuk = _bentuk_diingat(uuid, bahasa)
    survei, saat = bentuk.survei, luring.diisi_pada if luring else None
    hari, jam_benar = hari_ini(), True
    if luring:
        hari, jam_benar = hari_isian(diisi_pada=saat, tiba=sekarang(), mulai=survei.mulai, selesai=survei.selesai)
    form = IsianSurveiForm(data, bentuk=bentuk, hari=hari)
    if not laju.dalam_batas(request, str(uuid)):
        return _jawab(
            request, form, None, "Terlalu banyak kiriman dari jaringan ini. Tunggu sebentar, lalu kirim lagi."
        )
    if not form.is_valid():
        form = IsianSurveiForm(data, bentuk=_bentuk(uuid, bahasa), hari=hari)
    survei = form.survei
    if not form.is_valid():
        status = StatusKirim.TIDAK_SAH if luring or survei.dapat_diisi_pada(hari_ini()) else StatusKirim.DITUTUP
        return _jawab(request, form, status, _pesan(status, survei))
    # Without a session cookie nobody is signed in, and the session is not even looked at.
    masuk = settings.SESSION_COOKIE_NAME in request.COOKIES
    kiriman: UUID = form.cleaned_data["submission_id"]
    tanda = [*form.cleaned_data.pop("bendera"), *(() if jam_benar else (Bendera.JAM_PERANGKAT,))]
    if laju.beruntun(request, str(uuid), saat if jam_benar else None):
        tanda.append(Bendera.BERUNTUN)
    hasil = terima_isian(
        survei=survei,
        **form.cleaned_data,
        saluran=Saluran.DARING,
        tanggal=hari,
        bendera=tuple(tanda),
        diisi_pada=saat if jam_benar else None,
        pengguna=request.user if masuk else None,
    )
    if hasil.status in {StatusKirim.BARU, StatusKirim.ULANG}:
        terbuka = bool(form.cleaned_data["kode"]) and not hasil.terverifikasi
        if _minta_json(request):
            return _json(
                _KODE_HTTP[hasil.status],
                str(kiriman),
                status=hasil.status,
                kode_terima=hasil.kode_terima,
                terverifikasi=hasil.terverifikasi,
                terlambat=hasil.terlambat,
                pesan=_catatan_terima(hasil, terbuka=terbuka),
            )
        return _terima_kasih(request, hasil.kode_terima, terbuka=terbuka)
    form = IsianSurveiForm(data, bentuk=_bentuk(uuid, bahasa), hari=hari)
    pesan = _pesan(hasil.status, form.survei)
    if luring and hasil.status == StatusKirim.DITUTUP:
        pesan = (
            f"Survei ini sudah ditutup. Hari terakhirnya {format_tanggal(survei.selesai)}. Kantor tidak menyimpan "
            "jawaban ini."
        )
    return _jawab(request, form, hasil.status, pesan)


def _terima_kasih(request: HttpRequest, kode: str, *, terbuka: bool) -> HttpResponse:
    """Thanks and the receipt code, as the answer to the form itself: no address, and so no log of addresses, has it.

    Loading the page anew sends the same form with the same id again, which is the repeat that changes nothing.
    """
    susun = _susun_terima_kasih.__wrapped__ if settings.DEBUG else _susun_terima_kasih
    asal = f"{request.scheme}://{request.get_host()}"
    halaman = susun(asal, request.path, kode_mati=terbuka, contoh=settings.CONTOH)
    return _tanpa_simpanan(HttpResponse(halaman.replace(_TEMPAT_KODE, kode)))


@lru_cache(maxsize=BANYAK_INGATAN)
def _susun_terima_kasih(asal: str, jalur: str, *, kode_mati: bool, contoh: bool) -> str:
    """The thanks of one survey but for the receipt code: all who answer it get the same, so it is made once.

    Making it anew for each took as long as checking and storing the answer.
    """
    isi_halaman = {"alamat": asal + jalur, "jalur": jalur, "kode": _TEMPAT_KODE, "kode_mati": kode_mati}
    return render_to_string("survei/terima_kasih.html", isi_halaman | {"contoh": contoh})


def _catatan_terima(hasil: HasilKirim, *, terbuka: bool) -> str:
    """What a device says beside its thanks, "" when there is nothing to say; ``terbuka``: the code was not valid.

    Only a device can be late: a form without a script is filled in when it comes.
    """
    kode = "Kode survei Anda sudah dipakai atau lewat masanya. " if terbuka else ""
    if hasil.terlambat:
        return (
            f"{kode}Kantor sudah menerima jawaban Anda, tetapi hasil survei ini sudah dikunci. Jawaban terlambat hanya "
            "dihitung bila survei dibuka kembali dan kantor menyertakannya. Sampai saat itu jawaban dapat dihapus."
        )
    return f"{kode}Jawaban Anda dihitung sebagai jawaban terbuka." if kode else ""


def _minta_json(request: HttpRequest) -> bool:
    jenis = "application/json"
    return request.content_type == jenis or request.META.get("HTTP_ACCEPT", "").startswith(jenis)


def _json(kode: int, kiriman: str | None = None, **isi: object) -> HttpResponse:
    """Answer for a browser that sends by itself; with the id of the form, else it is not taken for the office's."""
    return _tanpa_simpanan(JsonResponse(isi | ({"submission_id": kiriman} if kiriman else {}), status=kode))


def _pesan(status: StatusKirim, survei: Survei) -> str:
    """What happened and what to do, for outcomes that are not stored."""
    if status == StatusKirim.TIDAK_SAH:
        return ""  # the form says it beside each field
    if status == StatusKirim.BEDA:
        return (
            "Isian dengan jawaban lain sudah terkirim dari halaman ini dan tetap tersimpan. Bila ini isian orang lain, "
            "tekan «Kirim sebagai isian baru»."
        )
    if status == StatusKirim.DIHAPUS:
        return "Kiriman ini sudah dihapus dan tidak dapat dikirim ulang."
    if status == StatusKirim.ORANG_DALAM:
        return (
            "Anda sedang masuk sebagai petugas unit yang disurvei. Survei ini untuk warga, jadi jawaban tidak "
            "disimpan. Bila perangkat ini dipakai warga, keluar dari akun Anda lebih dahulu."
        )
    return (
        f"Survei ini sudah ditutup. Hari terakhirnya {format_tanggal(survei.selesai)} pukul 23.59 WIB. Jawaban Anda "
        "belum tersimpan; tulisan Anda masih ada di bawah dan dapat disalin."
        if survei.selesai < hari_ini() or survei.status != StatusSurvei.TERBUKA
        else "Survei ini belum dibuka. Jawaban belum tersimpan."
    )


def _jawab(request: HttpRequest, form: IsianSurveiForm, status: StatusKirim | None, pesan: str) -> HttpResponse:
    kode = 429 if status is None else _KODE_HTTP[status]
    if _minta_json(request):
        galat = {nama: teks for nama, _, teks in form.daftar_galat}
        kiriman = form.cleaned_data.get("submission_id")
        balasan = _json(
            kode, str(kiriman) if kiriman else None, status=status or "terlalu_banyak", pesan=pesan, galat=galat
        )
        return _nanti(balasan) if kode == 429 else balasan
    baru = str(uuid_.uuid4()) if status == StatusKirim.BEDA else ""
    balasan = _halaman(request, form, pesan=pesan, status=kode, kode_kiriman=baru)
    return _nanti(balasan) if kode == 429 else balasan


def _nanti(balasan: HttpResponse) -> HttpResponse:
    balasan["Retry-After"] = "600"
    return balasan
