"""What became of a report, for whoever shows its number and key. Both travel by POST only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.core import signing
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from forum import laju
from forum.enums.laporan import LABEL_KEPUASAN, LENCANA_STATUS, TERBUKA, Langkah, StatusLaporan
from forum.forms.laporan import CabutForm, LacakForm, NilaiForm, PesanForm, PesanFotoForm, SetujuForm
from forum.models import Laporan
from forum.perhitungan.laporan import boleh_beralih
from forum.proses import laporan_pelapor as proses
from forum.ringkasan.tampilan_laporan import riwayat_pelapor, tenggat_tampil
from forum.views.laporan_publik import TERLALU_BANYAK, tanpa_simpanan

_GARAM = "forum.lacak"
# The mark on the page stands in for the key, which is not written into it.
UMUR_TANDA = 2 * 3600
TIDAK_COCOK = "Nomor dan kunci itu tidak cocok. Periksa keduanya; kunci hanya ditampilkan sekali sesudah mengirim."


@dataclass(frozen=True, slots=True)
class Langkahan:
    """A step of the reporter: its form, what does it, what is said after."""

    form: type[Form]
    jalankan: Callable[..., Laporan]
    pesan: str


LANGKAH: dict[str, Langkahan] = {
    "lengkapi": Langkahan(PesanFotoForm, proses.lengkapi, "Terima kasih. Laporan Anda sudah lengkap."),
    "balas": Langkahan(PesanForm, proses.balas, "Pesan Anda sudah kami terima."),
    "keberatan": Langkahan(PesanForm, proses.ajukan_keberatan, "Keberatan Anda kami terima. Tenggat baru dihitung."),
    "setuju": Langkahan(SetujuForm, proses.setujui_jawaban, "Terima kasih. Laporan ini selesai."),
    "cabut": Langkahan(CabutForm, lambda **isi: proses.cabut(laporan=isi["laporan"]), "Laporan Anda sudah dicabut."),
    "nilai": Langkahan(NilaiForm, proses.nilai, "Terima kasih atas penilaian Anda."),
}


def tanda_lacak(laporan: Laporan) -> str:
    """A signed mark that stands for number and key on the page, for two hours."""
    return signing.dumps(str(laporan.uuid), salt=_GARAM)


@require_http_methods(["GET", "HEAD", "POST"])
def lacak(request: HttpRequest) -> HttpResponse:
    """Ask for number and key; show the report when both are right."""
    if request.method != "POST":
        return tanpa_simpanan(render(request, "forum/lacak.html", {"form": LacakForm()}))
    form = LacakForm(request.POST)
    jatah = laju.ambil(request, "lacak")
    if jatah is None:
        balasan = _tanya(request, form, "Terlalu banyak percobaan dari jaringan ini. Tunggu sebentar.", 429)
        balasan["Retry-After"] = "300"
        return balasan
    if not form.is_valid():
        return _tanya(request, form, "", HTTPStatus.UNPROCESSABLE_ENTITY)
    laporan = proses.cari_laporan(form.cleaned_data["nomor"], form.cleaned_data["kunci"])
    if laporan is None:
        return _tanya(request, form, TIDAK_COCOK, HTTPStatus.UNPROCESSABLE_ENTITY)
    jatah.rollback()
    return _tampil(request, laporan)


def _tanya(request: HttpRequest, form: Form, pesan: str, status: int, tulisan: str = "") -> HttpResponse:
    isi = {"form": form, "pesan": pesan, "tulisan": tulisan}
    return tanpa_simpanan(render(request, "forum/lacak.html", isi, status=status))


def _tampil(
    request: HttpRequest,
    laporan: Laporan,
    *,
    pesan: str = "",
    galat: str = "",
    tulisan: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    keadaan = StatusLaporan(laporan.status)
    isi: dict[str, Any] = {
        "laporan": laporan,
        "tanda": tanda_lacak(laporan),
        "lencana_jenis": LENCANA_STATUS.get(keadaan, "netral"),
        "tenggat": tenggat_tampil(laporan, kantor=False),
        "riwayat": riwayat_pelapor(laporan),
        "pesan": pesan,
        "galat": galat,
        "tulisan": tulisan,
        "jumlah_foto": laporan.lampiran.count(),
        "boleh_lengkapi": boleh_beralih(Langkah.LENGKAPI, keadaan),
        "boleh_balas": keadaan in TERBUKA,
        "boleh_setuju": boleh_beralih(Langkah.SETUJU, keadaan),
        "boleh_keberatan": boleh_beralih(Langkah.KEBERATAN, keadaan) and laporan.keberatan_pada is None,
        "boleh_cabut": boleh_beralih(Langkah.CABUT, keadaan),
        "boleh_nilai": keadaan == StatusLaporan.SELESAI and laporan.kepuasan is None,
        "pilihan_kepuasan": LABEL_KEPUASAN.items(),
    }
    return tanpa_simpanan(render(request, "forum/lacak_laporan.html", isi, status=status))


@require_POST
def langkah(request: HttpRequest, kata: str) -> HttpResponse:
    """A step of the reporter; the page again with what happened."""
    if kata not in LANGKAH:
        raise Http404
    tulisan = request.POST.get("teks", "")[:3000]
    try:
        uuid = signing.loads(request.POST.get("tanda", ""), salt=_GARAM, max_age=UMUR_TANDA)
    except signing.BadSignature:
        pesan = "Halaman ini sudah lama terbuka. Isi lagi nomor dan kunci, lalu ulangi."
        return _tanya(request, LacakForm(), pesan, HTTPStatus.CONFLICT, tulisan)
    laporan = Laporan.objects.filter(uuid=uuid).first()
    if laporan is None:
        raise Http404
    satu = LANGKAH[kata]
    form = satu.form(request.POST, request.FILES)
    if laju.ambil(request, "kirim") is None:
        return _tampil(request, laporan, galat=TERLALU_BANYAK, tulisan=tulisan, status=429)
    if not form.is_valid():
        galat = " ".join(str(teks) for daftar in form.errors.values() for teks in daftar)
        return _tampil(request, laporan, galat=galat, tulisan=tulisan, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        laporan = satu.jalankan(laporan=laporan, **form.cleaned_data)
    except ValidationError as ditolak:
        laporan.refresh_from_db()
        return _tampil(request, laporan, galat=" ".join(ditolak.messages), tulisan=tulisan, status=HTTPStatus.CONFLICT)
    return _tampil(request, laporan, pesan=satu.pesan)
