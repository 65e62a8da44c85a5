"""The public page where a citizen takes the own answer back. No account; the receipt code is all there is."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from rakumpit.waktu import hari_ini
from survei import laju
from survei.forms.hapus_sendiri import HapusSendiriForm
from survei.proses.hapus_sendiri import HasilHapus, hapus_isian
from survei.proses.masa_simpan import masa_simpan

_PESAN = {
    HasilHapus.TIDAK_ADA: "Tidak ada jawaban dengan kode itu. Mungkin salah ketik, atau jawabannya sudah dihapus.",
    HasilHapus.LEWAT: "Masa menghapus jawaban itu sudah lewat.",
    HasilHapus.DIKUNCI: "Survei itu sudah dikunci, jadi jawabannya tidak dapat dihapus lagi.",
}


@require_http_methods(["GET", "HEAD", "POST"])
def hapus_sendiri(request: HttpRequest) -> HttpResponse:
    """What is kept of an answer and how long; ask for the code, then erase it."""
    form = HapusSendiriForm(request.POST or None)
    masa = masa_simpan(hari_ini())
    isi = {
        "form": form,
        "masa": masa,
        "hari": masa.hari_hapus_sendiri if masa else 0,
        "pesan": "",
        "dihapus": False,
    }
    status = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if not laju.dalam_batas(request, "hapus-jawaban"):
            isi["pesan"] = "Terlalu banyak percobaan dari jaringan ini. Tunggu sebentar, lalu coba lagi."
            status = HTTPStatus.TOO_MANY_REQUESTS
        elif form.is_valid():
            hasil = hapus_isian(kode=form.cleaned_data["kode"])
            isi["dihapus"] = hasil is HasilHapus.DIHAPUS
            isi["pesan"] = _PESAN.get(hasil, "")
            status = HTTPStatus.OK if isi["dihapus"] else HTTPStatus.CONFLICT
    balasan = render(request, "survei/hapus_sendiri.html", isi, status=status)
    balasan["Cache-Control"] = "no-store"
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        balasan["Retry-After"] = "600"
    return balasan
