"""What the pages of the discussion show: posts as cards, and the limits of sending."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from allauth.core.internal import ratelimit
from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import Http404, HttpRequest
from django.utils.safestring import SafeString

from forum.enums.diskusi import JENIS_STATUS_TOPIK, LABEL_JENIS_TOPIK, LABEL_STATUS_TOPIK, JenisTopik
from forum.models import Balasan, LampiranDiskusi, Topik
from forum.perhitungan.diskusi import KeadaanKiriman, StatusTopik, masih_dapat_disunting
from forum.perhitungan.markah import ke_html, ke_teks
from forum.permissions.diskusi import boleh_menulis
from rakumpit.organisasi.masuk.alamat import jaringan_klien
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import format_waktu, sekarang

PER_HALAMAN = 20
PER_BALASAN = 50
# Per account, or per network where there is none. A family shares a network, a talk has many turns.
BATAS = {"tulis": "20/h/key", "tandai": "10/h/key", "akun": "10/h/key", "surat": "3/h/key", "pulih": "5/h/key"}
TERLALU_SERING = "Terlalu banyak kiriman dalam satu jam. Simpan tulisan Anda, lalu kirim lagi nanti."


def jatah(request: HttpRequest, batas: str, kunci: str = "") -> ratelimit.RateLimitUsage | None:
    """Take one share of a limit for ``kunci``, or for the network; None when none is left."""
    siapa = kunci or jaringan_klien(request)
    return ratelimit.consume(request, app="forum.diskusi", action=batas, config=BATAS, key=f"{batas}:{siapa}")


def penulis(request: HttpRequest) -> Pengguna:
    """The signed-in account, if it may write here."""
    if not isinstance(request.user, Pengguna) or not boleh_menulis(request.user):
        raise Http404
    return request.user


def beri_galat(form: BaseForm, galat: ValidationError) -> None:
    """Put a refusal beside its field, or above the form where it names none of its fields."""
    if hasattr(galat, "error_dict"):
        for nama, satu in galat.error_dict.items():
            form.add_error(nama if nama in form.fields else None, satu)
    else:
        form.add_error(None, galat)


@dataclass(frozen=True, slots=True)
class Kartu:
    """One post: who wrote it as what, when, its words as safe HTML, and what the reader may do with it."""

    objek: Any
    nama: str
    peran: str
    waktu: str
    html: SafeString
    lampiran: list[LampiranDiskusi]
    milik_sendiri: bool
    dapat_disunting: bool
    menunggu: bool
    disembunyikan: bool


def kartu(kiriman: Topik | Balasan, pembaca: object) -> Kartu:
    """``kiriman`` comes with its ``penulis``, several of them also with ``lampirandiskusi``."""
    berlampiran: Any = kiriman  # a reverse relation of an abstract class, which the stubs do not know
    sendiri = isinstance(pembaca, Pengguna) and pembaca.pk == kiriman.penulis_id
    sembunyi = kiriman.keadaan == KeadaanKiriman.DISEMBUNYIKAN
    return Kartu(
        objek=kiriman,
        nama=kiriman.penulis.nama,
        peran=kiriman.sebagai,
        waktu=format_waktu(kiriman.dibuat),
        html=SafeString(ke_html(kiriman.isi)),
        lampiran=list(berlampiran.lampirandiskusi.all()),
        milik_sendiri=sendiri,
        dapat_disunting=sendiri and not sembunyi and masih_dapat_disunting(kiriman.dibuat, sekarang()),
        menunggu=kiriman.keadaan == KeadaanKiriman.MENUNGGU,
        disembunyikan=sembunyi,
    )


@dataclass(frozen=True, slots=True)
class BarisTopik:
    """One line of the list."""

    topik: Topik
    jenis: str
    status: str
    warna: str
    cuplikan: str
    waktu: str


def baris_topik(semua: Iterable[Topik]) -> list[BarisTopik]:
    """Lines for topics with ``kategori``; the words are cut and without marks."""
    return [
        BarisTopik(
            topik=satu,
            jenis=LABEL_JENIS_TOPIK[JenisTopik(satu.jenis)],
            status=LABEL_STATUS_TOPIK[StatusTopik(satu.status)],
            warna=JENIS_STATUS_TOPIK[StatusTopik(satu.status)],
            cuplikan=ke_teks(satu.isi, 160),
            waktu=format_waktu(satu.aktivitas),
        )
        for satu in semua
    ]


K = TypeVar("K", Topik, Balasan)


def ambil_kiriman(model: type[K], request: HttpRequest, uuid: object) -> K:
    """A post that this visitor may read, or 404."""
    semua = model.objects.terlihat_oleh(request.user).select_related("penulis")
    if model is Balasan:
        semua = semua.select_related("topik__kategori").filter(topik__in=Topik.objects.terlihat_oleh(request.user))
    else:
        semua = semua.select_related("kategori__unit", "digabung_ke")
    baris: K | None = semua.filter(uuid=uuid).first()
    if baris is None:
        raise Http404
    return baris
