"""«Kinerja saya»: the own result with the origin of every number."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kinerja.models import Evaluasi
from kinerja.views.ambil import akun, pegawai_sendiri, wajib_masuk
from kinerja.views.evaluasi import konteks_evaluasi


@wajib_masuk
@require_safe
def saya(request: HttpRequest) -> HttpResponse:
    """The newest own evaluation, or that of ``?periode=kode``."""
    pegawai = pegawai_sendiri(akun(request))
    riwayat = list(
        Evaluasi.objects.filter(pegawai=pegawai)
        .select_related("periode")
        .defer("bahan", "rincian")
        .order_by("-periode__selesai", "-periode__mulai", "-revisi")
    )
    terbaru = [satu for satu in riwayat if satu.terbaru]
    kode = request.GET.get("periode")
    if kode is not None:
        terbaru = [satu for satu in terbaru if satu.periode.kode == kode]
        if not terbaru:
            raise Http404
    konteks = {"pegawai": pegawai, "riwayat": riwayat}
    if terbaru:
        evaluasi = Evaluasi.objects.select_related(
            "pegawai", "periode", "run", "aturan", "diputus_oleh", "ditetapkan_oleh"
        ).get(pk=terbaru[0].pk)
        konteks |= konteks_evaluasi(evaluasi)
    return render(request, "kinerja/saya.html", konteks)
