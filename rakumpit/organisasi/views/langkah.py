"""Moves of people: fill in, look at the consequences, save."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.forms import (
    AkhiriForm,
    BerhentiForm,
    MutasiForm,
    TunjukForm,
)
from rakumpit.organisasi.models import Pegawai, Penugasan
from rakumpit.organisasi.permissions import boleh_ubah_akun
from rakumpit.organisasi.proses import mutasi as proses_mutasi
from rakumpit.organisasi.views.jaga import ambil_oleh, ambil_pegawai, khusus_pengelola
from rakumpit.waktu import format_tanggal, hari_ini

_SEBUTAN = {
    SifatPenugasan.PLT.value: "Plt.",
    SifatPenugasan.PLH.value: "Plh.",
    SifatPenugasan.LIMPAH.value: "wewenang menilai dari",
}
_LIMPAH = (
    "Selama itu ia menyetujui SKP dan menilai pegawai di bawah jabatan tersebut. Ia sendiri tetap dinilai pemegangnya.",
)


def _langkah(
    request: HttpRequest,
    *,
    pegawai: Pegawai,
    judul: str,
    tombol: str,
    form: forms.Form,
    akibat: Callable[[dict[str, Any]], list[str]],
    simpan: Callable[[dict[str, Any]], object],
    bahaya: bool = False,
) -> HttpResponse:
    """The steps of a wizard. ``akibat`` words the consequences, ``simpan`` makes them true; both may refuse.

    ``bahaya``: the step takes something away, and its button says so.
    """
    langkah = request.POST.get("langkah", "isi") if request.method == "POST" else "isi"
    kini = pegawai.penugasan_pada(hari_ini())
    konteks: dict[str, Any] = {
        "pegawai": pegawai,
        "jabatan_kini": str(kini.jabatan) if kini else "Belum memegang jabatan",
        "judul": judul,
        "tombol": tombol,
        "bahaya": bahaya,
        "form": form,
    }
    if request.method == "POST" and langkah != "ubah" and form.is_valid():
        try:
            if langkah == "simpan":
                simpan(form.cleaned_data)
                messages.success(request, f"{judul} untuk {pegawai.nama} tersimpan.")
                return redirect("organisasi:pegawai_rinci", pegawai.uuid)
            return render(request, "organisasi/langkah_pasti.html", konteks | {"akibat": akibat(form.cleaned_data)})
        except ValidationError as galat:
            form.add_error(None, galat)
    return render(request, "organisasi/langkah_isi.html", konteks)


@khusus_pengelola
@require_http_methods(["GET", "HEAD", "POST"])
def mutasi(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Move a person to another definitive post (or the first one)."""
    pegawai = ambil_pegawai(kode)

    def akibat(isi: dict[str, Any]) -> list[str]:
        rencana = proses_mutasi.rencana_pindah(pegawai=pegawai, jabatan=isi["jabatan"], mulai=isi["mulai"])
        baris = []
        if rencana.berakhir is not None:
            baris.append(f"Berakhir {format_tanggal(rencana.hari_terakhir)}: {rencana.berakhir.jabatan}.")
        baris.append(f"Mulai {format_tanggal(isi['mulai'])}: {isi['jabatan']}.")
        baris += [f"Tetap berjalan: {satu.get_sifat_display()} {satu.jabatan}." for satu in rencana.tetap]
        return [*baris, f"Dasar: {isi['dasar']}."]

    return _langkah(
        request,
        pegawai=pegawai,
        judul="Mutasi",
        tombol="Simpan mutasi",
        form=MutasiForm(request.POST or None),
        akibat=akibat,
        simpan=lambda isi: proses_mutasi.pindahkan(pegawai=pegawai, oleh=ambil_oleh(request), **isi),
    )


@khusus_pengelola
@require_http_methods(["GET", "HEAD", "POST"])
def tunjuk(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Appoint an acting official."""
    pegawai = ambil_pegawai(kode)

    def akibat(isi: dict[str, Any]) -> list[str]:
        proses_mutasi.periksa_tunjuk(pegawai=pegawai, **{n: isi[n] for n in ("jabatan", "sifat", "mulai", "selesai")})
        sampai = f"sampai {format_tanggal(isi['selesai'])}" if isi["selesai"] else "sampai diakhiri"
        return [
            f"Mulai {format_tanggal(isi['mulai'])} {sampai}: {_SEBUTAN[isi['sifat']]} {isi['jabatan']}.",
            "Jabatan definitifnya sendiri tetap.",
            *(_LIMPAH if isi["sifat"] == SifatPenugasan.LIMPAH else ()),
            f"Dasar: {isi['dasar']}.",
        ]

    return _langkah(
        request,
        pegawai=pegawai,
        judul="Penunjukan Plt. atau Plh.",
        tombol="Simpan penunjukan",
        form=TunjukForm(request.POST or None),
        akibat=akibat,
        simpan=lambda isi: proses_mutasi.tunjuk(pegawai=pegawai, oleh=ambil_oleh(request), **isi),
    )


@khusus_pengelola
@require_http_methods(["GET", "HEAD", "POST"])
def berhenti(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Retirement, move to another office, end of contract."""
    pegawai = ambil_pegawai(kode)

    def akibat(isi: dict[str, Any]) -> list[str]:
        rencana = proses_mutasi.rencana_berhenti(pegawai=pegawai, hari_terakhir=isi["hari_terakhir"])
        hari = format_tanggal(isi["hari_terakhir"])
        baris = [f"Hari kerja terakhir: {hari} ({isi['alasan'].lower()})."]
        baris += [f"Berakhir {hari}: {satu.jabatan}." for satu in rencana.berakhir]
        tutup = rencana.tutup_akun and pegawai.pengguna and boleh_ubah_akun(request.user, pegawai.pengguna)
        akun = "Akunnya ditutup sekarang." if tutup else "Akunnya masih terbuka sampai Anda menutupnya."
        return [*baris, akun if pegawai.pengguna_id else "Pegawai ini tidak mempunyai akun.", f"Dasar: {isi['dasar']}."]

    return _langkah(
        request,
        pegawai=pegawai,
        judul="Berhenti atau pensiun",
        tombol="Simpan berhenti",
        bahaya=True,
        form=BerhentiForm(request.POST or None),
        akibat=akibat,
        simpan=lambda isi: proses_mutasi.akhiri(pegawai=pegawai, oleh=ambil_oleh(request), **isi),
    )


@khusus_pengelola
@require_http_methods(["GET", "HEAD", "POST"])
def penugasan_akhiri(request: HttpRequest, kode: UUID) -> HttpResponse:
    """End one assignment, for example of a Plt."""
    penugasan = get_object_or_404(
        Penugasan.objects.select_related("pegawai", "jabatan__unit"), uuid=kode, pegawai__isnull=False
    )

    def akibat(isi: dict[str, Any]) -> list[str]:
        return [
            f"Berakhir {format_tanggal(isi['hari_terakhir'])}: {penugasan.get_sifat_display()} {penugasan.jabatan}.",
            f"Dasar: {isi['dasar']}.",
        ]

    assert penugasan.pegawai is not None  # noqa: S101 - fetched so
    return _langkah(
        request,
        pegawai=penugasan.pegawai,
        judul=f"Akhiri penugasan {penugasan.jabatan}",
        tombol="Akhiri penugasan",
        bahaya=True,
        form=AkhiriForm(request.POST or None),
        akibat=akibat,
        simpan=lambda isi: proses_mutasi.akhiri_penugasan(penugasan=penugasan, oleh=ambil_oleh(request), **isi),
    )
