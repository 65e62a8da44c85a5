"""Objections: making one, the page of its three parties, the hearing, the decision, and the list."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.enums import LABEL_PIHAK, Pihak
from kinerja.forms import (
    KeberatanForm,
    KeberatanSuratForm,
    KeteranganForm,
    PutusanForm,
    PutusanSuratForm,
    VersiForm,
    berkas,
)
from kinerja.models import BerkasKeberatan, Evaluasi, HasilDiterima, Keberatan
from kinerja.permissions import (
    TERKAIT_KEBERATAN,
    akun_aktif,
    boleh_membaca_keberatan,
    boleh_memutus_keberatan,
    boleh_mencatat_di_kertas,
    boleh_mencatat_putusan,
    pemutus_keberatan,
    pihak_untuk,
)
from kinerja.proses.dengar_keberatan import beri_keterangan, sidik_keterangan
from kinerja.proses.keberatan import (
    ajukan_keberatan,
    alasan_tidak_dapat_diajukan,
    cabut_keberatan,
    catat_keberatan,
    catat_putusan_keberatan,
    putus_keberatan,
)
from kinerja.views.ambil import akun, evaluasi_terlihat
from kinerja.views.formulir import jalankan, pasang_versi
from rakumpit.berkas import unduhan
from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.models.pegawai import orang
from rakumpit.tertahan import isian_tertahan, kiriman, wajib_masuk
from rakumpit.waktu import hari_ini

_LANGKAH = {"diajukan": 1, "didengar": 2, "diputus": 3, "dicabut": 1}
JENIS_KEBERATAN = {"diajukan": "berjalan", "didengar": "perhatian", "diputus": "baik", "dicabut": "netral"}


def keberatan_terlihat(pengguna: Pengguna, kode: UUID) -> Keberatan:
    """An objection that this account may read, with all that its pages show."""
    baris: Keberatan = get_object_or_404(
        Keberatan.objects.select_related("evaluasi_baru", "diajukan_oleh", "diubah_oleh", *TERKAIT_KEBERATAN),
        uuid=kode,
    )
    if not boleh_membaca_keberatan(pengguna, baris):
        raise Http404
    return baris


def _judul(baris: Evaluasi) -> str:
    return f"{baris.pegawai.nama}, {baris.periode.nama}"


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def ajukan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The employee objects; for a person without an account the pengelola copies the signed letter."""
    pengguna = akun(request)
    baris = evaluasi_terlihat(pengguna, kode)
    milik = baris.pegawai.pengguna_id == pengguna.pk
    if not milik and (not boleh_mencatat_di_kertas(pengguna, baris.pegawai) or akun_aktif(baris.pegawai) is not None):
        raise Http404
    jenis = KeberatanForm if milik else KeberatanSuratForm
    form = jenis(kiriman(request), request.FILES or None)
    dikembalikan = request.method != "POST" and form.is_bound
    tersimpan: list[Keberatan] = []

    def simpan(data: dict[str, Any]) -> None:
        if milik:
            satu = ajukan_keberatan(evaluasi=baris, oleh=pengguna, alasan=data["alasan"], berkas=data["berkas"])
        else:
            satu = catat_keberatan(
                evaluasi=baris,
                oleh=pengguna,
                alasan=data["alasan"],
                tanggal=data["tanggal"],
                surat=berkas(data["surat"]),
                berkas=data["berkas"],
            )
        tersimpan.append(satu)

    status = jalankan(request, form, simpan)
    if status is None:
        messages.success(request, "Keberatan diajukan. Pejabat pemutus mendengarkan kedua pihak, lalu memutuskan.")
        return redirect("kinerja:keberatan", kode=tersimpan[0].uuid)
    penyampaian = HasilDiterima.objects.select_related("aturan").filter(evaluasi=baris).first()
    batas = penyampaian.batas_keberatan if penyampaian is not None else None
    # A letter that came in time may be copied later.
    hari = min(hari_ini(), batas) if batas is not None and not milik else hari_ini()
    konteks = {
        "form": form,
        "evaluasi": baris,
        "judul": _judul(baris),
        "milik": milik,
        # What was typed in the meantime stays in its form.
        "ada": Keberatan.objects.filter(evaluasi=baris).first(),
        "tertutup": "" if form.is_bound else alasan_tidak_dapat_diajukan(baris, hari),
        "penyampaian": penyampaian,
        "pemutus": orang(pemutus_keberatan(baris)) if penyampaian is not None else None,
        "dikembalikan": dikembalikan,
    }
    return render(request, "kinerja/keberatan_ajukan.html", konteks, status=status)


@wajib_masuk
@require_safe
def keberatan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The objection as its three parties and the pengelola read it, with what the reader can do now."""
    pengguna = akun(request)
    baris = keberatan_terlihat(pengguna, kode)
    pemutus = pemutus_keberatan(baris.evaluasi) if baris.terbuka else None
    pihak = pihak_untuk(pengguna, baris)
    return render(
        request,
        "kinerja/keberatan.html",
        {
            "keberatan": baris,
            "evaluasi": baris.evaluasi,
            "judul": _judul(baris.evaluasi),
            "berkas": baris.berkas.all(),
            "lewat": baris.terbuka and baris.batas_putusan < hari_ini(),
            "jenis": JENIS_KEBERATAN[baris.status],
            "langkah_kini": _LANGKAH[baris.status],
            "pemutus": orang(pemutus),
            "pemutus_jabatan": pemutus.jabatan if pemutus is not None else "",
            "keterangan": [
                (satu, label, getattr(baris, f"keterangan_{satu.value}"), satu in pihak)
                for satu, label in LABEL_PIHAK.items()
            ],
            "boleh_putus": baris.terbuka and boleh_memutus_keberatan(pengguna, baris),
            "boleh_surat": baris.terbuka and boleh_mencatat_putusan(pengguna, baris),
            "boleh_cabut": baris.terbuka and baris.evaluasi.pegawai.pengguna_id == pengguna.pk,
        },
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def keterangan(request: HttpRequest, kode: UUID, pihak: str) -> HttpResponse:
    """Write or mend the statement of one side."""
    pengguna = akun(request)
    baris = keberatan_terlihat(pengguna, kode)
    # A closed one is refused with its reason by the process, so that what was typed is not lost.
    if pihak not in set(Pihak) or (baris.terbuka and Pihak(pihak) not in pihak_untuk(pengguna, baris)):
        raise Http404
    if not baris.terbuka and request.method != "POST":
        return redirect("kinerja:keberatan", kode=baris.uuid)
    sisi = Pihak(pihak)
    tersimpan = getattr(baris, f"keterangan_{sisi.value}")
    awal = {"isi": tersimpan, "semula": sidik_keterangan(baris, sisi)}
    form = KeteranganForm(kiriman(request), initial=awal)
    dikembalikan = request.method != "POST" and form.is_bound
    konflik: list[str] = []

    def keterangan_kini() -> None:
        baris.refresh_from_db()
        pasang_versi(form, sidik_keterangan(baris, sisi), "semula")
        konflik.append(getattr(baris, f"keterangan_{sisi.value}"))

    status = jalankan(
        request,
        form,
        lambda data: beri_keterangan(keberatan=baris, oleh=pengguna, pihak=sisi, **data),
        saat_konflik=keterangan_kini,
    )
    if status is None:
        messages.success(request, "Keterangan tersimpan.")
        return redirect("kinerja:keberatan", kode=baris.uuid)
    konteks = {
        "form": form,
        "keberatan": baris,
        "judul": _judul(baris.evaluasi),
        "kepala": f"Keterangan {LABEL_PIHAK[sisi].lower()}",
        "tersimpan": "".join(konflik),
        "dikembalikan": dikembalikan,
    }
    return render(request, "kinerja/keberatan_isi.html", konteks, status=status)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def putus(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The official above the one who rated decides."""
    pengguna = akun(request)
    baris = keberatan_terlihat(pengguna, kode)
    if not boleh_memutus_keberatan(pengguna, baris):
        raise Http404
    if not baris.terbuka and request.method != "POST":
        return redirect("kinerja:keberatan", kode=baris.uuid)
    form = PutusanForm(kiriman(request), initial={"versi": baris.versi})

    def simpan(data: dict[str, Any]) -> None:
        putus_keberatan(
            keberatan=baris,
            oleh=pengguna,
            putusan=data["putusan"],
            rating_hasil=data["rating_hasil"],
            rating_perilaku=data["rating_perilaku"],
            alasan=data["alasan"],
            versi=data["versi"],
        )

    return _halaman_putusan(request, baris, form, jalankan(request, form, simpan))


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def surat(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The pengelola copies the signed decision of an official outside the office who has no account."""
    pengguna = akun(request)
    baris = keberatan_terlihat(pengguna, kode)
    if not boleh_mencatat_putusan(pengguna, baris):
        raise Http404
    if not baris.terbuka and request.method != "POST":
        return redirect("kinerja:keberatan", kode=baris.uuid)
    form = PutusanSuratForm(kiriman(request), request.FILES or None, initial={"versi": baris.versi})

    def simpan(data: dict[str, Any]) -> None:
        catat_putusan_keberatan(
            keberatan=baris,
            oleh=pengguna,
            putusan=data["putusan"],
            rating_hasil=data["rating_hasil"],
            rating_perilaku=data["rating_perilaku"],
            alasan=data["alasan"],
            surat_nomor=data["surat_nomor"],
            pindaian=berkas(data["pindaian"]),
            versi=data["versi"],
        )

    return _halaman_putusan(request, baris, form, jalankan(request, form, simpan))


def _halaman_putusan(
    request: HttpRequest, baris: Keberatan, form: forms.Form, status: HTTPStatus | None
) -> HttpResponse:
    if status is None:
        berakun = akun_aktif(baris.evaluasi.pegawai) is not None
        kata = "Kedua pihak sudah diberi tahu." if berakun else "Serahkan kepada pegawai di atas kertas."
        messages.success(request, f"Keputusan tercatat dan final. {kata}")
        return redirect("kinerja:keberatan", kode=baris.uuid)
    if status == HTTPStatus.CONFLICT:
        # Sent again, it is a choice made in sight of what is stored now.
        baris.refresh_from_db()
        pasang_versi(form, baris.versi)
    konteks = {
        "form": form,
        "keberatan": baris,
        "evaluasi": baris.evaluasi,
        "judul": _judul(baris.evaluasi),
        "berkas": baris.berkas.all(),
        "keterangan": [(label, getattr(baris, f"keterangan_{satu.value}")) for satu, label in LABEL_PIHAK.items()],
        "dikembalikan": isian_tertahan(request) is not None and request.method != "POST",
        "dari_surat": isinstance(form, PutusanSuratForm),
    }
    return render(request, "kinerja/keberatan_putus.html", konteks, status=status)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def cabut(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The employee takes the objection back; asked first, because it cannot be made again."""
    pengguna = akun(request)
    baris = keberatan_terlihat(pengguna, kode)
    if baris.evaluasi.pegawai.pengguna_id != pengguna.pk:
        raise Http404
    if not baris.terbuka and request.method != "POST":
        return redirect("kinerja:keberatan", kode=baris.uuid)
    form = VersiForm({"versi": baris.versi})
    status = jalankan(request, form, lambda _data: cabut_keberatan(keberatan=baris, oleh=pengguna))
    if status is None:
        messages.success(request, "Keberatan dicabut. Hasil semula berlaku.")
        return redirect("kinerja:keberatan", kode=baris.uuid)
    konteks = {"form": form, "keberatan": baris, "judul": _judul(baris.evaluasi)}
    return render(request, "kinerja/keberatan_cabut.html", konteks, status=status)


@wajib_masuk
@require_safe
def berkas_unduh(request: HttpRequest, kode: UUID) -> FileResponse:
    """One file of an objection for whoever may read it, always as a download."""
    satu = get_object_or_404(BerkasKeberatan.objects.select_related("keberatan"), uuid=kode)
    keberatan_terlihat(akun(request), satu.keberatan.uuid)
    return unduhan(satu.berkas, satu.judul.removesuffix(f".{satu.tipe}"))


@wajib_masuk
@require_safe
def pindaian(request: HttpRequest, kode: UUID) -> FileResponse:
    """Scan of the letter that states the decision."""
    baris = keberatan_terlihat(akun(request), kode)
    if not baris.surat_pindaian:
        raise Http404
    return unduhan(baris.surat_pindaian, "keputusan-keberatan")
