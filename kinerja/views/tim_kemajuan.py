"""«Kemajuan tim»: who of the direct team is late and what stands in the way, before anything is computed."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kinerja.enums import LABEL_STATUS_SKP, StatusSKP
from kinerja.models import Periode
from kinerja.permissions import memimpin
from kinerja.permissions.bawahan import bawahan_langsung
from kinerja.proses import batas_pengisian
from kinerja.ringkasan.tim import SARING, kemajuan_tim
from kinerja.views.ambil import akun
from kinerja.views.skp import JENIS_STATUS_SKP
from rakumpit.organisasi.nama import nama_urut
from rakumpit.tertahan import wajib_masuk
from rakumpit.waktu import hari_ini

PER_HALAMAN = 25


@wajib_masuk
@require_safe
def tim_kemajuan(request: HttpRequest) -> HttpResponse:
    """People whose superior the reader is today; the same number of queries for 1 and for 300 people."""
    pengguna = akun(request)
    if not memimpin(pengguna):
        raise Http404
    pilihan = list(Periode.objects.filter(mulai__lte=hari_ini()).order_by("-selesai", "-mulai"))
    periode = _pilih(request, pilihan)
    konteks: dict[str, Any] = {"pilihan": pilihan, "periode": periode, "judul": "Kemajuan tim"}
    if periode is not None:
        konteks |= _daftar(request, bawahan_langsung(pengguna), periode)
    return render(request, "kinerja/tim_kemajuan.html", konteks)


def _pilih(request: HttpRequest, pilihan: list[Periode]) -> Periode | None:
    """That of ``?periode=``; else the open one that closes first, else the newest."""
    kode = request.GET.get("periode")
    if kode is not None:
        cocok = [satu for satu in pilihan if satu.kode == kode]
        if not cocok:
            raise Http404
        return cocok[0]
    terbuka = [satu for satu in pilihan if batas_pengisian(satu) >= hari_ini() and satu.selesai >= hari_ini()]
    return min(terbuka, key=batas_pengisian) if terbuka else next(iter(pilihan), None)


def _daftar(request: HttpRequest, bawahan: list[int], periode: Periode) -> dict[str, Any]:
    keadaan = request.GET.get("keadaan", "")
    if keadaan not in SARING:
        raise Http404
    semua = kemajuan_tim(bawahan, periode, min(periode.selesai, hari_ini()))
    jumlah = semua.order_by().aggregate(
        **{f"n_{kode}": Count("pk", filter=saring) for kode, (_label, saring) in SARING.items() if kode},
        n_=Count("pk"),
    )
    cari = request.GET.get("q", "").strip()
    tampil = semua.filter(SARING[keadaan][1])
    if cari:
        tampil = tampil.filter(nama_urut__contains=nama_urut(cari))
    tetap = {"periode": periode.kode}
    tab = []
    for kode, (label, _saring) in SARING.items():
        tautan = f"?{urlencode(tetap | ({'keadaan': kode} if kode else {}))}"
        tab.append((label, tautan, keadaan == kode, jumlah[f"n_{kode}"]))
    halaman = Paginator(tampil, PER_HALAMAN).get_page(request.GET.get("page"))
    belum = jumlah["n_realisasi"]
    return {
        "judul": f"Kemajuan tim: {belum} orang belum melengkapi realisasi" if belum else "Kemajuan tim",
        "halaman": halaman,
        "orang": [(satu, _skp(satu.skp_status)) for satu in halaman.object_list],
        "tab": tab,
        "keadaan": keadaan,
        "q": cari,
        "batas": batas_pengisian(periode),
        "total": jumlah["n_"],
    }


def _skp(status: str) -> tuple[str, str]:
    """Badge of a plan's state: kind and words."""
    if not status:
        return "perhatian", "Belum ada SKP"
    return JENIS_STATUS_SKP[status], LABEL_STATUS_SKP[StatusSKP(status)]
