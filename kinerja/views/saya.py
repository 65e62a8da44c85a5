"""«Kinerja saya»: the own result with the origin of every number."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kinerja.models import Evaluasi
from kinerja.permissions.angka_kredit import tugas_fungsional
from kinerja.views.ambil import akun, pegawai_sendiri
from kinerja.views.evaluasi import konteks_evaluasi
from kinerja.views.rincian import andai_tampil
from kinerja.views.sesudah import sesudah_hasil
from rakumpit.tampilan.bagan import TitikTren, Tren, buat_tren
from rakumpit.tertahan import wajib_masuk


@wajib_masuk
@require_safe
def saya(request: HttpRequest) -> HttpResponse:
    """The newest own evaluation, or that of ``?periode=kode``."""
    pengguna = akun(request)
    pegawai = pegawai_sendiri(pengguna)
    riwayat = list(
        Evaluasi.objects.filter(pegawai=pegawai)
        .select_related("periode", "run", "aturan")
        .defer("bahan", "rincian")
        .order_by("-periode__selesai", "-periode__mulai", "-revisi")
    )
    terbaru = [satu for satu in riwayat if satu.terbaru]
    kode = request.GET.get("periode")
    if kode is not None:
        terbaru = [satu for satu in terbaru if satu.periode.kode == kode]
        if not terbaru:
            raise Http404
    konteks: dict[str, Any] = {
        "pegawai": pegawai,
        "riwayat": riwayat,
        "fungsional": tugas_fungsional().filter(pegawai=pegawai).exists(),
    }
    if terbaru:
        evaluasi = Evaluasi.objects.select_related(
            "pegawai", "periode", "run", "aturan", "diputus_oleh", "ditetapkan_oleh"
        ).get(pk=terbaru[0].pk)
        konteks |= konteks_evaluasi(evaluasi)
        konteks["judul"] = f"Kinerja saya, {evaluasi.periode.nama}"
        konteks["sesudah"] = sesudah_hasil(pengguna, evaluasi)
        konteks["andai"] = [] if konteks["diputus"] else andai_tampil(evaluasi)
        konteks["tren"] = _tren([satu for satu in riwayat if satu.terbaru], evaluasi)
    return render(request, "kinerja/saya.html", konteks)


def _tren(terbaru: list[Evaluasi], kini: Evaluasi) -> Tren | None:
    """«Angka bantu» of the periods of the same kind up to this one; None when it is switched off or stands alone."""
    titik = [
        TitikTren(satu.periode.nama, satu.nilai_kinerja)
        for satu in reversed(terbaru)
        if satu.periode.jenis == kini.periode.jenis
        and satu.periode.selesai <= kini.periode.selesai
        and satu.nilai_kinerja is not None
        and satu.tampil_angka_bantu
    ]
    if len(titik) < 2 or not kini.tampil_angka_bantu:
        return None
    return buat_tren("Angka bantu tiap periode", titik, nama_nilai="Angka bantu")
