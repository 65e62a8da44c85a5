"""Writing the own self-assessment, and what others see of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from kinerja.forms import PenilaianDiriForm
from kinerja.models import PenilaianDiri, Periode
from kinerja.perhitungan import LABEL_NILAI_DASAR, NilaiDasar
from kinerja.proses.penilaian_diri import IsianDiri, alasan_tertutup, rencana_dinilai, simpan_penilaian_diri
from kinerja.views.ambil import akun, pegawai_sendiri
from kinerja.views.formulir import jalankan, pasang_versi
from rakumpit.tertahan import kiriman, wajib_masuk


@dataclass(frozen=True, slots=True)
class DiriTampil:
    """A stored self-assessment in the order in which it is read: (heading, text) of results and of values."""

    penilaian: PenilaianDiri
    hasil: list[tuple[str, str]]
    perilaku: list[tuple[str, str]]


def diri_tampil(pegawai_id: int, periode_id: int) -> DiriTampil | None:
    """What the superior reads beside the proposal; None while nothing was written. Two queries."""
    penilaian = PenilaianDiri.objects.filter(pegawai_id=pegawai_id, periode_id=periode_id).first()
    if penilaian is None:
        return None
    isi = list(penilaian.isi.select_related("rencana").order_by("rencana__urut", "pk"))
    kalimat = {satu.nilai_dasar: satu.uraian for satu in isi if satu.rencana is None}
    return DiriTampil(
        penilaian=penilaian,
        hasil=[(satu.rencana.uraian, satu.uraian) for satu in isi if satu.rencana is not None],
        perilaku=[(LABEL_NILAI_DASAR[nilai], kalimat[nilai]) for nilai in NilaiDasar if nilai in kalimat],
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def penilaian_diri(request: HttpRequest, periode: str) -> HttpResponse:
    """The own self-assessment of a period: a form while it is open, else what was written."""
    pengguna = akun(request)
    pegawai = pegawai_sendiri(pengguna)
    satu_periode = get_object_or_404(Periode.objects.untuk_status(pegawai.status), kode=periode)
    rencana = list(rencana_dinilai(pegawai, satu_periode))
    tersimpan = diri_tampil(pegawai.pk, satu_periode.pk)
    form = PenilaianDiriForm(kiriman(request), rencana=rencana, initial=_awal(tersimpan))
    konflik = False

    def simpan(data: dict[str, Any]) -> None:
        isian = IsianDiri(data["ringkasan"], form.hasil, form.perilaku, data["rating_hasil"], data["rating_perilaku"])
        simpan_penilaian_diri(periode=satu_periode, oleh=pengguna, isian=isian, versi=data["versi"] or 0)

    def yang_tersimpan() -> None:
        nonlocal tersimpan, konflik
        tersimpan, konflik = diri_tampil(pegawai.pk, satu_periode.pk), True
        if tersimpan is not None:
            pasang_versi(form, tersimpan.penilaian.versi)

    status = jalankan(request, form, simpan, saat_konflik=yang_tersimpan)
    if status is None:
        messages.success(request, "Penilaian diri tersimpan. Anda dapat mengubahnya sampai penilaian diputus.")
        return redirect(f"{request.path}?tersimpan=1")
    return render(
        request,
        "kinerja/penilaian_diri.html",
        {
            "periode": satu_periode,
            "judul": f"Penilaian diri, {satu_periode.nama}",
            "form": form,
            "diri": tersimpan,
            "tertutup": alasan_tertutup(pegawai, satu_periode),
            "konflik": konflik,
            "dikembalikan": request.method != "POST" and form.is_bound,
            "baru_disimpan": "tersimpan" in request.GET,
        },
        status=status,
    )


def _awal(tersimpan: DiriTampil | None) -> dict[str, object]:
    """The stored values by the names of the fields."""
    if tersimpan is None:
        return {"versi": 0}
    diri = tersimpan.penilaian
    awal: dict[str, object] = {
        "ringkasan": diri.ringkasan,
        "rating_hasil": diri.rating_hasil,
        "rating_perilaku": diri.rating_perilaku,
        "versi": diri.versi,
    }
    for satu in diri.isi.select_related("rencana"):
        nama = f"hasil_{satu.rencana.uuid.hex}" if satu.rencana is not None else f"perilaku_{satu.nilai_dasar}"
        awal[nama] = satu.uraian
    return awal
