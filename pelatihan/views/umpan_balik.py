"""Feedback on an event: the form of those who were there, and what came together."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from pelatihan.enums.kehadiran import LABEL_BUTIR_UMPAN_BALIK
from pelatihan.forms.umpan_balik import UmpanBalikForm
from pelatihan.models import Kegiatan
from pelatihan.perhitungan.umpan_balik import ButirUmpanBalik
from pelatihan.permissions.kehadiran import boleh_membaca_umpan_balik, pendaftaran_sendiri
from pelatihan.proses import umpan_balik as proses
from pelatihan.ringkasan.umpan_balik import hasil_umpan_balik
from pelatihan.views.formulir import akun, formulir
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import format_tanggal


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def umpan_balik(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The form; whoever has answered, or came to no session, is told so before writing."""
    pengguna = akun(request)
    kegiatan: Kegiatan = get_object_or_404(Kegiatan.objects.terlihat_oleh(pengguna), uuid=kode)
    pendaftaran = pendaftaran_sendiri(pengguna, kegiatan)
    if pendaftaran is None:
        raise Http404
    halaman = reverse("pelatihan:ikut", args=[kegiatan.uuid])
    if request.method != "POST":
        alasan = proses.alasan_tertutup(kegiatan)
        if proses.sudah_mengisi(pendaftaran):
            alasan = "Umpan balik Anda sudah kami terima. Satu orang dihitung satu kali."
        elif not proses.peserta_hadir(kegiatan, pendaftaran):
            alasan = "Umpan balik diisi peserta yang tercatat hadir."
        if alasan:
            messages.warning(request, alasan)
            return redirect(halaman)
    masa = proses.masa_umpan_balik(kegiatan)
    sesudah = format_tanggal(masa.hari_akhir) if masa else "kegiatan"
    form = UmpanBalikForm(kiriman(request))

    def kirim(data: dict[str, Any]) -> None:
        proses.beri_umpan_balik(kegiatan=kegiatan, oleh=pengguna, nilai=form.nilai(), saran=data["saran"])

    return formulir(
        request,
        form,
        kirim,
        judul="Umpan balik",
        tombol="Kirim umpan balik",
        induk=("Keikutsertaan saya", halaman),
        keterangan=f"Tanpa nama. Dibaca panitia dan narasumber sesudah {sesudah}, mulai lima jawaban.",
        kutipan=kegiatan.judul,
        pesan="Terima kasih. Umpan balik Anda tersimpan tanpa nama.",
    )


@wajib_masuk
@require_safe
def umpan_balik_hasil(request: HttpRequest, kode: UUID) -> HttpResponse:
    """For the organiser and the speakers, after the last day."""
    pengguna = akun(request)
    kegiatan: Kegiatan = get_object_or_404(Kegiatan.objects.select_related("unit"), uuid=kode)
    if not boleh_membaca_umpan_balik(pengguna, kegiatan):
        raise Http404
    masa = proses.masa_umpan_balik(kegiatan)
    hasil = hasil_umpan_balik(kegiatan)
    return render(
        request,
        "pelatihan/umpan_balik_hasil.html",
        {
            "kegiatan": kegiatan,
            "hasil": hasil,
            "hari_akhir": masa.hari_akhir if masa else None,
            "butir": [(LABEL_BUTIR_UMPAN_BALIK[ButirUmpanBalik(satu.butir)], satu) for satu in hasil.butir or []],
        },
    )
