"""Check-in by the participant: the code on the screen, the scan, the six digits."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from typing import Any
from uuid import UUID

from allauth.core.internal import ratelimit
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from pelatihan.enums.kehadiran import LABEL_JENIS_TES, CaraHadir
from pelatihan.forms.kehadiran import PinForm
from pelatihan.models import Kegiatan, Kehadiran, Pendaftaran, SesiKegiatan, TesKegiatan
from pelatihan.perhitungan.kehadiran import LANGKAH_KODE, kode_cocok, kode_qr, pin, sisa_detik
from pelatihan.perhitungan.tes import JenisTes
from pelatihan.permissions.kehadiran import pendaftaran_sendiri
from pelatihan.proses import ProsesDitolak, umpan_balik
from pelatihan.proses.kehadiran import MASA_PINDAI, hadir_mandiri, jendela_sesi, rahasia_sesi
from pelatihan.proses.tes import alasan_tutup
from pelatihan.ringkasan.tes import hasil_sendiri
from pelatihan.views.formulir import akun
from pelatihan.views.kehadiran import sesi_dicatat
from rakumpit.dokumen.susun import qr_data
from rakumpit.organisasi.models import Pengguna
from rakumpit.tertahan import wajib_masuk
from rakumpit.waktu import sekarang

_KUNCI_SESI = "pelatihan_pindai"
# Only failures count; three of a million numbers are right at any moment.
BATAS = {"pin": "5/10m/key"}


@wajib_masuk
@require_safe
def layar(request: HttpRequest, kode: UUID) -> HttpResponse:
    """For the projector: the code that changes, the digits, how many came. It asks for itself again without a script.

    ``?diam``: it stands still, for who reads it slowly or with a screen reader (WCAG 2.2.1).
    """
    sesi = sesi_dicatat(akun(request), kode)
    saat, rahasia = sekarang(), rahasia_sesi(sesi)
    diam = "diam" in request.GET
    alamat = settings.ALAMAT_PUBLIK + reverse("pelatihan:hadir_pindai", args=[sesi.uuid, kode_qr(rahasia, saat)])
    angka = pin(rahasia, saat)
    jendela = jendela_sesi(sesi)
    balasan = render(
        request,
        "pelatihan/layar.html",
        {
            "sesi": sesi,
            "qr": qr_data(alamat),
            "angka": f"{angka[:3]} {angka[3:]}",
            "jendela": jendela,
            "terbuka": jendela.memuat(saat),
            "hadir": Kehadiran.objects.dihitung().filter(sesi=sesi).count(),
            "diam": diam,
            "langkah": LANGKAH_KODE,
        },
    )
    if not diam:
        balasan["Refresh"] = str(sisa_detik(saat, LANGKAH_KODE))
    balasan["Cache-Control"] = "no-store"
    return balasan


@require_safe
def hadir_pindai(request: HttpRequest, kode: UUID, tanda: str) -> HttpResponse:
    """What the camera opens. The code is looked at now, before any sign-in; the press comes on the next page."""
    sesi: SesiKegiatan = get_object_or_404(SesiKegiatan.objects.berlaku(), uuid=kode)
    saat = sekarang()
    if not kode_cocok(rahasia_sesi(sesi), tanda, saat):
        return render(request, "pelatihan/hadir_kode_lama.html", status=HTTPStatus.GONE)
    request.session[_KUNCI_SESI] = {"sesi": str(sesi.uuid), "kode": tanda, "pada": saat.isoformat()}
    return redirect("pelatihan:hadir", sesi.uuid)


def _pindaian(request: HttpRequest, sesi: SesiKegiatan) -> tuple[str, datetime] | None:
    """Code and moment of the last scan of this session in this browser, while it may be used."""
    isi = request.session.get(_KUNCI_SESI)
    if not isi or isi["sesi"] != str(sesi.uuid):
        return None
    pada = datetime.fromisoformat(isi["pada"])
    return (isi["kode"], pada) if sekarang() - pada <= MASA_PINDAI else None


def _sesi(pengguna: Pengguna, kode: UUID) -> SesiKegiatan:
    sesi: SesiKegiatan = get_object_or_404(
        SesiKegiatan.objects.filter(kegiatan__in=Kegiatan.objects.terlihat_oleh(pengguna)).select_related(
            "kegiatan", "ruang"
        ),
        uuid=kode,
    )
    return sesi


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def hadir(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The participant's page of one session: press after a scan, or type the digits.

    Nothing is said to have been recorded before the row stands; who has no seat is told so before any press.
    """
    pengguna = akun(request)
    sesi = _sesi(pengguna, kode)
    pindaian = _pindaian(request, sesi)
    form, status = PinForm(), HTTPStatus.OK
    if request.method == "POST":
        form = PinForm(request.POST)
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if "pin" not in request.POST and pindaian is not None:
            isi = CaraHadir.QR, *pindaian
        elif form.is_valid():
            isi = CaraHadir.PIN, form.cleaned_data["pin"], sekarang()
        else:
            return _halaman(request, pengguna, sesi, form, status)
        batas = _ambil_jatah(request, pengguna) if isi[0] is CaraHadir.PIN else None
        if isi[0] is CaraHadir.PIN and batas is None:
            form.add_error(None, "Terlalu banyak percobaan. Tunggu sepuluh menit, pindai kodenya, atau temui panitia.")
            return _halaman(request, pengguna, sesi, form, HTTPStatus.TOO_MANY_REQUESTS)
        try:
            hadir_mandiri(sesi=sesi, oleh=pengguna, cara=isi[0], kode=isi[1], dilihat=isi[2])
        except ProsesDitolak as galat:
            form.add_error(None, str(galat))
            status = HTTPStatus.CONFLICT
        else:
            if batas is not None:
                batas.rollback()
            request.session.pop(_KUNCI_SESI, None)
            messages.success(request, f"Kehadiran Anda di sesi «{sesi}» tercatat.")
            return redirect("pelatihan:hadir", sesi.uuid)
    return _halaman(request, pengguna, sesi, form, status)


def _ambil_jatah(request: HttpRequest, pengguna: Pengguna) -> ratelimit.RateLimitUsage | None:
    return ratelimit.consume(request, app="pelatihan", action="pin", config=BATAS, key=f"pin:{pengguna.pk}")


def _halaman(
    request: HttpRequest, pengguna: Pengguna, sesi: SesiKegiatan, form: PinForm, status: int = HTTPStatus.OK
) -> HttpResponse:
    pendaftaran = pendaftaran_sendiri(pengguna, sesi.kegiatan)
    ada = None
    if pendaftaran is not None:
        ada = Kehadiran.objects.berlaku().filter(sesi=sesi, pendaftaran=pendaftaran).first()
    jendela = jendela_sesi(sesi)
    return render(
        request,
        "pelatihan/hadir.html",
        {
            "sesi": sesi,
            "form": form,
            "pendaftaran": pendaftaran,
            "tercatat": ada,
            "jendela": jendela,
            "terbuka": jendela.memuat(sekarang()),
            "belum": sekarang() < jendela.buka,
            "dipindai": _pindaian(request, sesi) is not None,
        },
        status=status,
    )


def _tes(pendaftaran: Pendaftaran, sesi: list[SesiKegiatan]) -> dict[str, Any] | None:
    """Own scores, and which test can be taken now; None where the event has none."""
    kegiatan = pendaftaran.kegiatan
    if not TesKegiatan.objects.filter(kegiatan=kegiatan).exists():
        return None
    skor = hasil_sendiri(pendaftaran)
    baris = []
    for jenis, nilai in ((JenisTes.AWAL, skor.awal), (JenisTes.AKHIR, skor.akhir)):
        tutup = alasan_tutup(kegiatan, jenis, sesi) if nilai is None else ""
        baris.append((LABEL_JENIS_TES[jenis], jenis.value, nilai, tutup))
    return {"skor": skor, "baris": baris}


def _umpan(pendaftaran: Pendaftaran, sesi: list[SesiKegiatan], tercatat: dict[int, Kehadiran]) -> bool:
    """Whether this person may give feedback now."""
    return (
        any(satu.pk in tercatat and tercatat[satu.pk].hadir for satu in sesi)
        and not umpan_balik.alasan_tertutup(pendaftaran.kegiatan, sesi)
        and not umpan_balik.sudah_mengisi(pendaftaran)
    )


@wajib_masuk
@require_safe
def ikut(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The participant's own page of an event: sessions, tests, feedback, and the code that an organiser may scan."""
    pengguna = akun(request)
    kegiatan: Kegiatan = get_object_or_404(Kegiatan.objects.terlihat_oleh(pengguna), uuid=kode)
    pendaftaran = pendaftaran_sendiri(pengguna, kegiatan)
    tercatat: dict[int, Kehadiran] = {}
    if pendaftaran is not None:
        tercatat = {satu.sesi_id: satu for satu in pendaftaran.kehadiran.berlaku()}
    sesi = list(kegiatan.sesi.berlaku())
    alamat = ""
    if pendaftaran is not None:
        alamat = settings.ALAMAT_PUBLIK + reverse("pelatihan:hadir_peserta", args=[pendaftaran.uuid])
    return render(
        request,
        "pelatihan/ikut.html",
        {
            "kegiatan": kegiatan,
            "pendaftaran": pendaftaran,
            "sesi": [(satu, tercatat.get(satu.pk)) for satu in sesi],
            "tes": _tes(pendaftaran, sesi) if pendaftaran is not None else None,
            "umpan": pendaftaran is not None and _umpan(pendaftaran, sesi, tercatat),
            "qr": qr_data(alamat) if alamat else "",
        },
    )
