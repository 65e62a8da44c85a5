"""Staff pages of sessions: list, one session with its steps, time, reasons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from forum.enums.sesi import JENIS_STATUS_SESI, LABEL_STATUS_SESI
from forum.forms.sesi import AlasanForm, LangkahSesiForm, SesiForm, WaktuBaruForm
from forum.models import SesiForum
from forum.perhitungan.sesi import MENCATAT, PERSIAPAN, StatusSesi, boleh_beralih
from forum.permissions.sesi import boleh_mencatat, boleh_menyelenggarakan, unit_diselenggarakan
from forum.proses import sesi as proses
from forum.ringkasan.aksi import status_sesi_sebelumnya
from forum.ringkasan.kesiapan import kesiapan
from forum.ringkasan.tema import kewajiban_tahunan, usulan_tema
from forum.views.kerangka import (
    formulir,
    langkah,
    pengguna_masuk,
    sesi_dicatat,
    sesi_diselenggarakan,
    sesi_terlihat,
)
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import WIB, hari_ini, saat_lokal, sekarang

PER_HALAMAN = 25
PER_USUL = 20
_HARI_AWAL = 21  # day that the form proposes
_JAM_AWAL, _LAMA_AWAL = 9, 2


def lencana_sesi(sesi: SesiForum) -> tuple[str, str]:
    """Kind and word of a session's badge."""
    status = StatusSesi(sesi.status)
    return JENIS_STATUS_SESI[status], LABEL_STATUS_SESI[status]


def tab_sesi(sesi: SesiForum, kini: str) -> list[tuple[str, str, bool, int | None]]:
    """The pages of one session."""
    daftar = (
        ("sesi_kelola", "Ringkasan"),
        ("undangan", "Undangan"),
        ("peserta", "Peserta"),
        ("hasil", "Hasil"),
        ("berita_acara", "Berita acara"),
    )
    return [(label, reverse(f"forum:{nama}", args=[sesi.uuid]), nama == kini, None) for nama, label in daftar]


def remah_sesi(sesi: SesiForum) -> list[str]:
    """Crumbs of what lies below a session."""
    return ["Forum warga", reverse("forum:sesi_daftar"), sesi.judul, reverse("forum:sesi_kelola", args=[sesi.uuid])]


def halaman_sesi(sesi: SesiForum) -> str:
    return reverse("forum:sesi_kelola", args=[sesi.uuid])


@wajib_masuk
@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Sessions that this person may see, by state, the next one first."""
    pengguna = pengguna_masuk(request)
    semua = SesiForum.objects.terlihat_oleh(pengguna)
    kata = " ".join(request.GET.get("q", "").split())[:100]
    if kata:
        semua = semua.filter(Q(judul__icontains=kata) | Q(tema__icontains=kata) | Q(unit__nama__icontains=kata))
    jumlah = dict(semua.order_by().values_list("status").annotate(banyak=Count("pk")))
    kelompok = {
        "": ("Semua", list(StatusSesi)),
        "persiapan": ("Persiapan", list(PERSIAPAN)),
        "berjalan": ("Berjalan", list(MENCATAT)),
        "selesai": ("Selesai", [StatusSesi.SELESAI, StatusSesi.DIPUBLIKASIKAN]),
        "batal": ("Dibatalkan", [StatusSesi.DIBATALKAN]),
    }
    keadaan = request.GET.get("keadaan", "")
    keadaan = keadaan if keadaan in kelompok else ""
    tampil = semua.filter(status__in=[satu.value for satu in kelompok[keadaan][1]])
    halaman = Paginator(tampil.select_related("unit").terdekat_dulu(sekarang()), PER_HALAMAN).get_page(
        request.GET.get("page")
    )
    kueri = {"q": kata} if kata else {}
    return render(
        request,
        "forum/sesi_daftar.html",
        {
            "halaman": halaman,
            "baris": [(satu, *lencana_sesi(satu)) for satu in halaman],
            "q": kata,
            "keadaan": keadaan,
            "boleh": unit_diselenggarakan(pengguna).exists(),
            "kewajiban": kewajiban_tahunan(pengguna, hari_ini().year),
            "tab": [
                (
                    label,
                    f"?{urlencode(kueri | ({'keadaan': kode} if kode else {}))}",
                    kode == keadaan,
                    sum(jumlah.get(satu.value, 0) for satu in status),
                )
                for kode, (label, status) in kelompok.items()
            ],
        },
    )


@wajib_masuk
@require_safe
def tema(request: HttpRequest) -> HttpResponse:
    """What the next session could be about, from evidence."""
    pengguna = pengguna_masuk(request)
    if not unit_diselenggarakan(pengguna).exists():
        raise Http404
    return render(request, "forum/sesi_tema.html", {"usulan": usulan_tema(pengguna)})


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def tambah(request: HttpRequest) -> HttpResponse:
    """A new draft; theme and ground may come from the page of proposed themes."""
    pengguna = pengguna_masuk(request)
    unit = unit_diselenggarakan(pengguna)
    if not unit.exists():
        raise Http404
    awal = {
        "kode": uuid4(),
        "unit": request.GET.get("unit", ""),
        "judul": request.GET.get("judul", "")[:150],
        "tema": request.GET.get("tema", "")[:2000],
        "dasar": request.GET.get("dasar", "")[:2000],
        "tanggal": hari_ini() + timedelta(days=_HARI_AWAL),
        "jam_mulai": f"{_JAM_AWAL:02d}.00",
        "jam_selesai": f"{_JAM_AWAL + _LAMA_AWAL:02d}.00",
        "terbit_otomatis": True,
    }
    form = SesiForm(kiriman(request), unit=unit, initial=awal)
    return formulir(
        request,
        form,
        lambda: proses.buat_sesi(
            kode=form.cleaned_data["kode"] or uuid4(), unit=form.cleaned_data["unit"], oleh=pengguna, **form.isi()
        ),
        judul="Buat sesi forum",
        tombol="Simpan draf",
        remah=["Forum warga", reverse("forum:sesi_daftar")],
        pesan="Draf sesi disimpan. Susun acaranya, lalu jadwalkan.",
        tujuan=halaman_sesi,
    )


def _awal(sesi: SesiForum) -> dict[str, Any]:
    mulai, selesai = sesi.mulai.astimezone(WIB), sesi.selesai.astimezone(WIB)
    return {nama: getattr(sesi, nama) for nama in proses.ISI} | {
        "versi": sesi.versi,
        "tanggal": mulai.date(),
        "jam_mulai": mulai.time(),
        "jam_selesai": selesai.time(),
        "unsur_wajib": sesi.unsur_wajib.all(),
    }


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Change a session that has not begun."""
    sesi = sesi_diselenggarakan(request, uuid)
    form = SesiForm(kiriman(request), berseri=sesi.seri_id is not None, initial=_awal(sesi))
    return formulir(
        request,
        form,
        lambda: proses.ubah_sesi(
            sesi=sesi,
            oleh=pengguna_masuk(request),
            versi=form.cleaned_data["versi"] or 0,
            berikutnya=form.cleaned_data.get("berikutnya", False),
            **form.isi(),
        ),
        judul="Ubah sesi",
        tombol="Simpan perubahan",
        remah=remah_sesi(sesi),
        pesan="Sesi diubah.",
        tujuan=halaman_sesi,
    )


@wajib_masuk
@require_safe
def kelola(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One session: what it is, what is ready, its agenda, the next step."""
    sesi, pengguna = sesi_terlihat(request, uuid), pengguna_masuk(request)
    menyelenggarakan = boleh_menyelenggarakan(pengguna, sesi.unit_id)
    mencatat = menyelenggarakan or boleh_mencatat(pengguna, sesi.unit_id)
    siap = kesiapan(sesi) if sesi.status in PERSIAPAN else None
    koreksi = sesi.status in {StatusSesi.SELESAI, StatusSesi.DIPUBLIKASIKAN}
    boleh = {
        "ubah": menyelenggarakan and sesi.status in PERSIAPAN,
        "jadwalkan": menyelenggarakan and boleh_beralih(sesi.status, StatusSesi.DIJADWALKAN),
        "buka": menyelenggarakan and boleh_beralih(sesi.status, StatusSesi.TERBUKA),
        "mulai": mencatat and boleh_beralih(sesi.status, StatusSesi.BERLANGSUNG) and sesi.hari <= hari_ini(),
        "akhiri": mencatat and boleh_beralih(sesi.status, StatusSesi.MENUNGGU) and not koreksi,
        "tunda": menyelenggarakan and boleh_beralih(sesi.status, StatusSesi.DITUNDA),
        "batal": menyelenggarakan and boleh_beralih(sesi.status, StatusSesi.DIBATALKAN),
        "publikasikan": menyelenggarakan and boleh_beralih(sesi.status, StatusSesi.DIPUBLIKASIKAN),
        "koreksi": menyelenggarakan and koreksi,
        "catat": mencatat and sesi.status in MENCATAT,
    }
    return render(
        request,
        "forum/sesi_kelola.html",
        {
            "sesi": sesi,
            "lencana_sesi": lencana_sesi(sesi),
            "tab": tab_sesi(sesi, "sesi_kelola"),
            "boleh": boleh,
            "siap": siap,
            "acara": list(sesi.agenda.prefetch_related("bahan")),
            "sebelumnya": status_sesi_sebelumnya(sesi),
            "usul": Paginator(sesi.usul.menunggu_dulu(), PER_USUL).get_page(request.GET.get("usul")),
            "unsur": list(sesi.unsur_wajib.all()),
            "lewat": sesi.mulai <= sekarang(),
        },
    )


def _langkah(
    request: HttpRequest,
    sesi: SesiForum,
    jalankan: Callable[..., SesiForum],
    *,
    judul: str,
    pesan: str,
    yakin: bool = False,
) -> HttpResponse:
    form = LangkahSesiForm(request.POST)

    def jalan() -> SesiForum:
        isi = {"yakin": form.cleaned_data["yakin"]} if yakin else {}
        return jalankan(sesi=sesi, oleh=pengguna_masuk(request), versi=form.cleaned_data["versi"], **isi)

    return langkah(request, form, jalan, pesan=pesan, kembali=halaman_sesi(sesi), judul=judul)


@wajib_masuk
@require_POST
def jadwalkan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Announce."""
    sesi = sesi_diselenggarakan(request, uuid)
    pesan = "Sesi dijadwalkan dan tampil di halaman umum."
    return _langkah(request, sesi, proses.jadwalkan, judul="Jadwalkan sesi", pesan=pesan)


@wajib_masuk
@require_POST
def buka(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Open registration."""
    sesi = sesi_diselenggarakan(request, uuid)
    pesan = "Pendaftaran dibuka. Bagikan alamat halaman umumnya."
    return _langkah(request, sesi, proses.buka_pendaftaran, judul="Buka pendaftaran", pesan=pesan)


@wajib_masuk
@require_POST
def mulai(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Begin."""
    sesi = sesi_dicatat(request, uuid)
    pesan = "Sesi dimulai. Kehadiran dan hasil dapat dicatat."
    return _langkah(request, sesi, proses.mulai_sesi, judul="Mulai sesi", pesan=pesan, yakin=True)


@wajib_masuk
@require_POST
def akhiri(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """End."""
    sesi = sesi_dicatat(request, uuid)
    pesan = "Sesi diakhiri. Lengkapi hasilnya, lalu siapkan berita acara."
    return _langkah(request, sesi, proses.akhiri_sesi, judul="Akhiri sesi", pesan=pesan)


@wajib_masuk
@require_POST
def publikasikan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Publish the result."""
    sesi = sesi_diselenggarakan(request, uuid)
    return _langkah(
        request, sesi, proses.publikasikan, judul="Publikasikan hasil", pesan="Hasil sesi tampil di halaman umum."
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def tunda(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Put off to another day."""
    sesi = sesi_diselenggarakan(request, uuid)
    lama = sesi.mulai.astimezone(WIB)
    awal = {"versi": sesi.versi, "jam_mulai": lama.time(), "jam_selesai": sesi.selesai.astimezone(WIB).time()}
    form = WaktuBaruForm(kiriman(request), initial=awal)

    def simpan() -> SesiForum:
        data = form.cleaned_data
        return proses.tunda(
            sesi=sesi,
            oleh=pengguna_masuk(request),
            versi=data["versi"],
            alasan=data["alasan"],
            mulai=saat_lokal(data["tanggal"], data["jam_mulai"]),
            selesai=saat_lokal(data["tanggal"], data["jam_selesai"]),
        )

    return formulir(
        request,
        form,
        simpan,
        judul="Tunda sesi",
        tombol="Tunda sesi",
        remah=remah_sesi(sesi),
        pesan="Sesi ditunda. Pendaftar diberi tahu, undangan dan pendaftarannya tetap.",
        tujuan=halaman_sesi,
        penjelasan="Undangan dan pendaftaran tetap berlaku. Sesudahnya, jadwalkan lagi atau buka lagi pendaftarannya.",
    )


def _beralasan(
    request: HttpRequest, sesi: SesiForum, jalankan: Callable[..., SesiForum], *, label: str, **isi: Any
) -> HttpResponse:
    form = AlasanForm(kiriman(request), label=label, initial={"versi": sesi.versi})
    return formulir(
        request,
        form,
        lambda: jalankan(
            sesi=sesi,
            oleh=pengguna_masuk(request),
            versi=form.cleaned_data["versi"] or 0,
            alasan=form.cleaned_data["alasan"],
        ),
        remah=remah_sesi(sesi),
        tujuan=halaman_sesi,
        **isi,
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def batal(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Call off."""
    return _beralasan(
        request,
        sesi_diselenggarakan(request, uuid),
        proses.batalkan,
        label="Alasan pembatalan",
        judul="Batalkan sesi",
        tombol="Batalkan sesi",
        pesan="Sesi dibatalkan. Pendaftar diberi tahu.",
        penjelasan="Alasannya dibaca umum dan dikirim kepada pendaftar. Sesi yang batal tidak dibuka lagi.",
        bahaya=True,
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def koreksi(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Open the signed record for a numbered correction."""
    return _beralasan(
        request,
        sesi_diselenggarakan(request, uuid),
        proses.buka_koreksi,
        label="Apa yang keliru",
        judul="Koreksi berita acara",
        tombol="Buka koreksi",
        pesan="Koreksi dibuka. Perbaiki hasilnya, lalu siapkan berita acara versi berikutnya.",
        penjelasan="Versi yang sudah ditandatangani tetap tersimpan dan tetap dapat dibaca. Versi baru memerlukan "
        "tanda tangan kedua pihak lagi.",
    )
