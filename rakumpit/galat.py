"""Pages for what goes wrong: what happened, whether something was saved, what to do. Typed text comes back."""

from __future__ import annotations

import logging
import secrets
import sys
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from psycopg2 import errors

from rakumpit.konteks import tema

_log = logging.getLogger(__name__)

# What goes wrong when two people change one thing (PostgreSQL, Appendix A).
_BERSAMAAN = (errors.UniqueViolation, errors.ExclusionViolation, errors.SerializationFailure, errors.DeadlockDetected)
# Parts of field names whose values never go back into a page.
_RAHASIA = ("password", "sandi", "kode_masuk", "token", "secret")
_KODE_FAKTOR = "code"
_PANJANG_TAMPIL = 60
_HALAMAN_DARURAT = (
    '<!doctype html><html lang="id"><meta charset="utf-8"><title>Ada gangguan</title><h1>Ada gangguan</h1>'
    "<p>Perubahan yang baru Anda kirim tidak disimpan. Tunggu beberapa menit, lalu coba lagi.</p>"
    '<p><a href="/">Ke halaman depan</a></p></html>'
)


def csrf_gagal(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's token is too old (other tab, new sign-in, cookies off): give the text back with a fresh token.

    Only to a request that the browser itself marks as coming from this site; else a foreign page could have its forged
    form confirmed by the click on «Kirim lagi».
    """
    if not dari_situs_ini(request):
        return _halaman(
            request,
            status=403,
            judul="Permintaan ditolak",
            pesan="Permintaan ini tidak dikirim dari halaman Kinerja Rakumpit.",
            tersimpan=_TIDAK_DISIMPAN,
            langkah=["Buka halaman yang Anda perlukan dari menu, lalu kirim lagi dari sana.", _SARAN_KUKI],
        )
    return kembalikan_ketikan(
        request,
        judul="Halaman ini sudah terlalu lama terbuka",
        pesan="Isian Anda belum disimpan, tetapi masih ada di bawah ini.",
        langkah=["Periksa isiannya, lalu tekan «Kirim lagi».", _SARAN_KUKI],
        status=403,
    )


_TIDAK_DISIMPAN = "Tidak ada yang disimpan atau diubah."
_SARAN_KUKI = "Bila halaman ini muncul terus, izinkan kuki untuk situs ini di peramban Anda."


def kembalikan_ketikan(
    request: HttpRequest,
    *,
    judul: str,
    pesan: str,
    langkah: list[str],
    status: int,
    tautan: tuple[str, str] | None = None,
    kode: str = "",
) -> HttpResponse:
    """A page with what was posted as a form with a fresh token and the button «Kirim lagi».

    Passwords and codes are left out; a form that has one cannot be sent again from here, its page is offered instead.
    Files must be chosen again, and no cache keeps the page. ``tautan`` (address, label) opens in a new tab.
    """
    try:
        kiriman = [(nama, nilai) for nama, semua in request.POST.lists() for nilai in semua]
        berkas = list(request.FILES)
    except (RequestDataTooBig, UnreadablePostError, MultiPartParserError, SuspiciousOperation):
        kiriman, berkas = [], []
    isian = [
        {"nama": nama, "nilai": nilai, "panjang": len(nilai) > _PANJANG_TAMPIL or "\n" in nilai}
        for nama, nilai in kiriman
        if nama != "csrfmiddlewaretoken" and not isian_rahasia(nama)
    ]
    ada_rahasia = any(isian_rahasia(nama) for nama, _nilai in kiriman if nama != "csrfmiddlewaretoken")
    if not isian or ada_rahasia:
        tautan = tautan or (request.path, "Buka halaman ini lagi")
        langkah = ["Buka lagi halamannya lewat tautan di bawah, lalu isi dan kirim sekali lagi."]
        pesan = pesan.partition(", tetapi")[0].rstrip(".") + "."
        isian, berkas = [], []
    balasan = _halaman(
        request,
        status=status,
        judul=judul,
        pesan=pesan,
        langkah=langkah,
        isian=isian,
        berkas=berkas,
        aksi=request.get_full_path(),
        tautan=tautan,
        kode=kode,
    )
    # What somebody typed, perhaps about himself, is for this one answer.
    balasan["Cache-Control"] = "no-store"
    return balasan


def galat_400(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Broken request, or (413) one that is too large."""
    if isinstance(exception, RequestDataTooBig):
        return _halaman(
            request,
            status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            judul="Kiriman terlalu besar",
            pesan="Kiriman Anda melebihi batas ukuran, 5 MB.",
            tersimpan=_TIDAK_DISIMPAN,
            langkah=["Tekan tombol kembali di peramban, lalu kecilkan berkas atau pendekkan teksnya."],
        )
    return _halaman(
        request,
        status=400,
        judul="Permintaan tidak dapat dibaca",
        pesan="Alamat atau isian yang dikirim peramban rusak.",
        tersimpan=_TIDAK_DISIMPAN,
        langkah=["Tekan tombol kembali di peramban, periksa isiannya, lalu kirim lagi."],
    )


def galat_403(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Signed in, but not allowed."""
    return _halaman(
        request,
        status=403,
        judul="Anda tidak berhak melakukan ini",
        pesan="Halaman atau tindakan ini bukan untuk akun Anda.",
        tersimpan=_TIDAK_DISIMPAN,
        langkah=["Bila menurut Anda ini keliru, hubungi pengelola kinerja di kantor kecamatan."],
    )


def galat_404(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """No such page, or not for this person: the answer is the same."""
    return _halaman(
        request,
        status=404,
        judul="Halaman tidak ditemukan",
        pesan="Alamat ini tidak ada, sudah dipindahkan, atau bukan untuk akun Anda.",
        tersimpan="Data yang sudah tersimpan tidak berubah.",
        langkah=["Periksa ketikan alamatnya, atau mulai dari halaman depan."],
    )


def galat_429(request: HttpRequest) -> HttpResponse:
    """Too many requests of one kind."""
    response = _halaman(
        request,
        status=HTTPStatus.TOO_MANY_REQUESTS,
        judul="Terlalu banyak percobaan",
        pesan="Permintaan terakhir tidak dikerjakan karena terlalu sering dikirim.",
        tersimpan=_TIDAK_DISIMPAN,
        langkah=["Tunggu beberapa menit, lalu coba lagi."],
    )
    response["Retry-After"] = "300"
    return response


def galat_409(request: HttpRequest) -> HttpResponse:
    """Two people changed one thing at the same moment; what this one typed comes back.

    Pages that compare versions say this in their form, with both texts; this one stands for the rest.
    """
    return kembalikan_ketikan(
        request,
        judul="Orang lain mengubah data ini lebih dulu",
        pesan="Perubahan Anda belum disimpan, tetapi masih ada di bawah ini.",
        langkah=["Buka halamannya di tab baru dan lihat keadaan terakhir.", "Bila masih perlu, tekan «Kirim lagi»."],
        status=HTTPStatus.CONFLICT,
        tautan=(request.path, "Lihat keadaan terakhir"),
    )


def galat_500(request: HttpRequest) -> HttpResponse:
    """A fault of ours; 503: the database does not answer; 409: somebody else was faster. Works without the database."""
    sebab = sys.exc_info()[1]
    try:
        if _bersamaan(sebab):
            return galat_409(request)
        if isinstance(sebab, (OperationalError, InterfaceError)):
            return galat_503(request)
        return _galat_sistem(request)
    except Exception:  # the page for faults may not fail itself
        _log.exception("Halaman galat gagal dibuat")
        return HttpResponse(_HALAMAN_DARURAT, status=500)


def _bersamaan(sebab: BaseException | None) -> bool:
    return isinstance(sebab, DatabaseError) and isinstance(sebab.__cause__, _BERSAMAAN)


def _galat_sistem(request: HttpRequest) -> HttpResponse:
    # Told by telephone, it leads to the line of the log that follows the traceback.
    kode = secrets.token_hex(3).upper()
    _log.error("Gangguan %s pada %s", kode, request.path)
    if request.method == "POST":
        return kembalikan_ketikan(
            request,
            judul="Ada kesalahan pada sistem",
            pesan="Isian Anda tidak disimpan, tetapi masih ada di bawah ini.",
            langkah=["Salin teks yang panjang ke tempat lain, lalu tekan «Kirim lagi».", _SARAN_LAPOR],
            status=500,
            kode=kode,
        )
    return _halaman(
        request,
        status=500,
        judul="Ada kesalahan pada sistem",
        pesan="Halaman ini gagal dibuka. Ini bukan kesalahan Anda.",
        tersimpan="Data yang sudah tersimpan tidak berubah.",
        langkah=["Muat ulang halaman ini beberapa saat lagi.", _SARAN_LAPOR],
        kode=kode,
    )


_SARAN_LAPOR = "Bila terulang, sebutkan kode gangguan ini kepada pengelola kinerja."


def galat_503(request: HttpRequest) -> HttpResponse:
    """The database does not answer."""
    response = _halaman(
        request,
        status=503,
        judul="Sistem sedang tidak tersedia",
        pesan="Basis data sedang tidak menjawab.",
        tersimpan="Permintaan terakhir Anda tidak disimpan. Data sebelumnya tidak berubah.",
        langkah=["Tunggu satu menit, lalu muat ulang halaman ini.", "Peramban akan menawarkan mengirim isian lagi."],
    )
    response["Retry-After"] = "60"
    return response


def _halaman(request: HttpRequest, *, status: int, **isi: Any) -> HttpResponse:
    """Render ``galat.html``: with the menu for people who are signed in, else on the light public page.

    From 500 on, and when the request's own context fails (no database), nothing of the request is used.
    """
    isi = {"status": int(status), "csrf_token": get_token(request), "tema": tema(request), **isi}
    teks = ""
    if status < HTTPStatus.INTERNAL_SERVER_ERROR:
        try:
            masuk = getattr(getattr(request, "user", None), "is_authenticated", False)
            teks = render_to_string("galat.html", isi | {"dasar": _DASAR_STAF if masuk else _DASAR_PUBLIK}, request)
        except Exception:
            _log.exception("Halaman galat dibuat tanpa isi permintaan")
    try:
        teks = teks or render_to_string("galat.html", isi | {"dasar": _DASAR_PUBLIK})
    except Exception:  # the page for faults may not fail itself
        _log.exception("Halaman galat gagal dibuat")
        teks = _HALAMAN_DARURAT
    return HttpResponse(teks, status=status)


_DASAR_STAF = "dasar.html"
_DASAR_PUBLIK = "publik.html"


def isian_rahasia(nama: str) -> bool:
    """Whether what was typed into a field of this name is never kept or shown again."""
    return nama == _KODE_FAKTOR or any(bagian in nama.lower() for bagian in _RAHASIA)


def dari_situs_ini(request: HttpRequest) -> bool:
    """Whether the browser says that the form stood on this site (Fetch Metadata, else Origin, else Referer)."""
    if situs := request.headers.get("Sec-Fetch-Site"):
        return situs == "same-origin"
    asal = request.headers.get("Origin") or request.headers.get("Referer")
    return bool(asal) and urlsplit(asal).netloc == request.get_host()
