"""Staff pages of invitations, registrations and attendance."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from forum.enums.sesi import LABEL_JENIS_KELAMIN, CaraHadir, StatusPendaftaran
from forum.forms.sesi import AlasanForm
from forum.forms.undangan import HadirForm, HadirPendaftarForm, UbahUndanganForm, UndanganForm
from forum.models import Kehadiran, Pendaftaran, SesiForum, Undangan
from forum.perhitungan.kontak import email_dari
from forum.perhitungan.sesi import MENCATAT, PERSIAPAN
from forum.permissions.sesi import boleh_mencatat, boleh_menyelenggarakan
from forum.proses import kehadiran as proses_hadir
from forum.proses import undangan as proses
from forum.proses.umpan_balik import kunci_umpan_balik, menerima_umpan_balik
from forum.ringkasan.kesiapan import kesiapan, kurang_untuk_undangan
from forum.ringkasan.umpan_balik import umpan_balik_sesi
from forum.views.cetak import cetak_daftar_hadir, cetak_undangan
from forum.views.kerangka import formulir, milik_sesi, pengguna_masuk, sesi_dicatat, sesi_diselenggarakan, sesi_terlihat
from forum.views.sesi import lencana_sesi, remah_sesi, tab_sesi
from rakumpit.dokumen.susun import qr_data
from rakumpit.tertahan import kiriman, wajib_masuk

PER_HALAMAN = 50


def halaman_undangan(sesi: SesiForum) -> str:
    return reverse("forum:undangan", args=[sesi.uuid])


def halaman_peserta(sesi: SesiForum) -> str:
    return reverse("forum:peserta", args=[sesi.uuid])


@wajib_masuk
@require_safe
def undangan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Who is invited, and whether every required element is."""
    sesi = sesi_terlihat(request, uuid)
    boleh = boleh_menyelenggarakan(pengguna_masuk(request), sesi.unit_id) and sesi.status in PERSIAPAN
    hubungi = request.GET.get("perlu") == "dihubungi"
    semua = sesi.undangan.perlu_dihubungi() if hubungi else sesi.undangan.all()
    belum, perlu = sesi.undangan.jumlah_belum() if boleh else (0, 0)
    halaman = Paginator(semua.select_related("unsur"), PER_HALAMAN).get_page(request.GET.get("page"))
    return render(
        request,
        "forum/undangan.html",
        {
            "sesi": sesi,
            "lencana_sesi": lencana_sesi(sesi),
            "tab": tab_sesi(sesi, "undangan"),
            "halaman": halaman,
            "siap": kesiapan(sesi),
            "boleh": boleh,
            "hubungi": hubungi,
            "perlu_dihubungi": perlu,
            "belum_dikirim": belum,
            "kurang_undangan": kurang_untuk_undangan(sesi) if boleh else (),
        },
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def tambah_undangan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Invite somebody."""
    sesi = sesi_diselenggarakan(request, uuid)
    form = UndanganForm(kiriman(request), initial={"kode": uuid4()})
    return formulir(
        request,
        form,
        lambda: proses.tambah_undangan(sesi=sesi, oleh=pengguna_masuk(request), **form.cleaned_data),
        judul="Tambah undangan",
        tombol="Tambah undangan",
        remah=[*remah_sesi(sesi), "Undangan", halaman_undangan(sesi)],
        pesan="Undangan ditambahkan. Yang beremail dikirim sendiri; yang lain tandai sesudah Anda mengirimnya.",
        tujuan=lambda _: halaman_undangan(sesi),
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def ubah_undangan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """How one invitation stands."""
    satu, pengguna = milik_sesi(request, Undangan, uuid, "unsur", boleh=boleh_menyelenggarakan), pengguna_masuk(request)
    nama = ("versi", "status", "dikirim_pada", "email", "nomor_surat", "diwakilkan_kepada")
    form = UbahUndanganForm(kiriman(request), initial={kunci: getattr(satu, kunci) for kunci in nama})
    return formulir(
        request,
        form,
        lambda: proses.ubah_undangan(undangan=satu, oleh=pengguna, **form.cleaned_data),
        judul="Keadaan undangan",
        tombol="Simpan keadaan",
        remah=[*remah_sesi(satu.sesi), "Undangan", halaman_undangan(satu.sesi)],
        pesan="Keadaan undangan disimpan.",
        tujuan=lambda _: halaman_undangan(satu.sesi),
        keterangan=f"{satu.penerima}, {satu.unsur.nama}",
    )


@wajib_masuk
@require_safe
def surat_undangan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Letters to be printed, one page each."""
    return cetak_undangan(sesi_diselenggarakan(request, uuid))


@wajib_masuk
@require_safe
def peserta(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Who registered, who waits, who came."""
    sesi, pengguna = sesi_terlihat(request, uuid), pengguna_masuk(request)
    menyelenggarakan = boleh_menyelenggarakan(pengguna, sesi.unit_id)
    boleh = menyelenggarakan or boleh_mencatat(pengguna, sesi.unit_id)
    if not boleh and not pengguna.pemeriksa:
        raise Http404
    semua = sesi.pendaftaran.select_related("unsur").prefetch_related("kehadiran").order_by("pk")
    kata = " ".join(request.GET.get("q", "").split())[:100]
    if kata:
        semua = semua.filter(Q(nama__icontains=kata) | Q(instansi__icontains=kata))
    halaman = Paginator(semua, PER_HALAMAN).get_page(request.GET.get("page"))
    hadir = sesi.kehadiran.filter(alasan_batal="")
    halaman_hadir = Paginator(hadir.select_related("unsur"), PER_HALAMAN).get_page(request.GET.get("hadir"))
    kelamin = dict(hadir.order_by().values_list("jenis_kelamin").annotate(banyak=Count("pk")))
    umpan = ""
    if menerima_umpan_balik(sesi):
        umpan = settings.ALAMAT_PUBLIK + reverse("forum:umpan_balik", args=[sesi.uuid, kunci_umpan_balik(sesi)])
    return render(
        request,
        "forum/peserta.html",
        {
            "sesi": sesi,
            "lencana_sesi": lencana_sesi(sesi),
            "tab": tab_sesi(sesi, "peserta"),
            "halaman": halaman,
            "baris": [_baris(satu) for satu in halaman],
            "halaman_hadir": halaman_hadir,
            "q": kata,
            "kursi": sesi.pendaftaran.terdaftar().kursi(),
            "menunggu": sesi.pendaftaran.menunggu().count(),
            "jumlah_hadir": hadir.count(),
            "menurut_unsur": list(
                hadir.order_by("unsur__urutan").values_list("unsur__nama").annotate(banyak=Count("pk"))
            ),
            "menurut_kelamin": [
                *((label, kelamin.get(kode.value, 0)) for kode, label in LABEL_JENIS_KELAMIN.items()),
                ("Tidak dicatat", kelamin.get("", 0)),
            ],
            "boleh_hadir": boleh and sesi.status in MENCATAT,
            "boleh": boleh,
            "boleh_umpan": menyelenggarakan and sesi.status not in PERSIAPAN,
            "umpan": umpan,
            "qr_umpan": qr_data(umpan) if umpan else "",
        },
    )


@wajib_masuk
@require_safe
def umpan_balik(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What attendees thought, as sums; nothing below five answers."""
    sesi = sesi_diselenggarakan(request, uuid)
    hasil = umpan_balik_sesi(sesi)
    isi = {
        "sesi": sesi,
        "lencana_sesi": lencana_sesi(sesi),
        "tab": tab_sesi(sesi, "peserta"),
        "umpan": hasil,
        "halaman": Paginator(hasil.saran, PER_HALAMAN).get_page(request.GET.get("page")),
    }
    return render(request, "forum/umpan_balik_sesi.html", isi)


def _baris(satu: Pendaftaran) -> dict[str, Any]:
    email = email_dari(satu.kunci_kontak)
    return {
        "pendaftaran": satu,
        "hadir": any(not hadir.alasan_batal for hadir in satu.kehadiran.all()),
        "whatsapp": "" if email or not satu.kunci_kontak else f"https://wa.me/{satu.kunci_kontak}",
        "menunggu": satu.status == StatusPendaftaran.MENUNGGU,
        "batal": satu.status == StatusPendaftaran.BATAL,
    }


@wajib_masuk
@require_safe
def daftar_hadir(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The sheet that people sign."""
    return cetak_daftar_hadir(sesi_dicatat(request, uuid))


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def tambah_hadir(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Somebody at the door, or a line of the paper list; the next one follows at once."""
    sesi = sesi_dicatat(request, uuid)
    cara = request.GET.get("cara", "")
    awal = {"kiriman": uuid4(), "cara": cara if cara == CaraHadir.KERTAS else CaraHadir.LANGSUNG.value}
    form = HadirForm(kiriman(request), initial=awal)

    def lagi(baris: Kehadiran) -> str:
        kertas = baris.cara == CaraHadir.KERTAS
        return reverse("forum:hadir_tambah", args=[sesi.uuid]) + "?cara=kertas" if kertas else halaman_peserta(sesi)

    return formulir(
        request,
        form,
        lambda: proses_hadir.hadirkan(sesi=sesi, oleh=pengguna_masuk(request), **form.cleaned_data),
        judul="Catat kehadiran",
        tombol="Catat hadir",
        remah=[*remah_sesi(sesi), "Peserta", halaman_peserta(sesi)],
        pesan="Kehadiran dicatat.",
        tujuan=lagi,
        penjelasan="Dari daftar kertas, formulir ini terbuka lagi untuk baris berikutnya.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def hadir(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One registered person, opened by the QR code of the registration or from the list."""
    satu, pengguna = milik_sesi(request, Pendaftaran, uuid, "unsur"), pengguna_masuk(request)
    form = HadirPendaftarForm(kiriman(request))
    return formulir(
        request,
        form,
        lambda: proses_hadir.hadirkan_pendaftar(pendaftaran=satu, oleh=pengguna, **form.cleaned_data),
        judul="Catat hadir",
        tombol="Catat hadir",
        remah=[*remah_sesi(satu.sesi), "Peserta", halaman_peserta(satu.sesi)],
        pesan=f"{satu.nama} dicatat hadir.",
        tujuan=lambda _: halaman_peserta(satu.sesi),
        keterangan=f"{satu.nama}, {satu.unsur.nama}",
        penjelasan=f"Kebutuhan khusus: {satu.kebutuhan}" if satu.kebutuhan else "",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def batal_hadir(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Void what was written wrongly."""
    satu, pengguna = milik_sesi(request, Kehadiran, uuid, "unsur"), pengguna_masuk(request)
    form = AlasanForm(kiriman(request), label="Alasan pembatalan")
    return formulir(
        request,
        form,
        lambda: proses_hadir.batalkan_kehadiran(kehadiran=satu, oleh=pengguna, alasan=form.cleaned_data["alasan"]),
        judul="Batalkan kehadiran",
        tombol="Batalkan kehadiran",
        remah=[*remah_sesi(satu.sesi), "Peserta", halaman_peserta(satu.sesi)],
        pesan="Kehadiran dibatalkan.",
        tujuan=lambda _: halaman_peserta(satu.sesi),
        keterangan=satu.nama,
        bahaya=True,
    )
