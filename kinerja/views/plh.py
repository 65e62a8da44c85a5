"""«Tunjuk Plh»: a leader hands the own post to somebody for some days, in one step, and may end it early."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from kinerja.forms import AkhiriPlhForm, PlhForm
from kinerja.permissions import dinilai_pemegang
from kinerja.proses.plh import akhiri_plh, tunjuk_plh
from kinerja.views.ambil import akun
from kinerja.views.formulir import jalankan
from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.models import Jabatan, Pegawai, Pengguna, Penugasan
from rakumpit.organisasi.permissions import boleh_menunjuk_plh
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import format_tanggal, hari_ini

# A list of more people to choose from is searched by name.
CALON_TAMPIL = 50


def _kursi(pengguna: Pengguna) -> list[Jabatan]:
    """Own leading posts; 404 for everybody who holds none."""
    semua = Penugasan.objects.kursi_sendiri(pengguna, hari_ini()).select_related("jabatan__unit").order_by("pk")
    kursi = [satu.jabatan for satu in semua]
    if not kursi:
        raise Http404
    return kursi


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def plh(request: HttpRequest) -> HttpResponse:
    """Appoint, with what it means in view, and see who is appointed now or later."""
    pengguna = akun(request)
    kursi, hari = _kursi(pengguna), hari_ini()
    calon = Pegawai.objects.none()
    for jabatan in kursi:
        calon = calon | Pegawai.objects.calon_plh(jabatan, hari)
    calon, cari = calon.exclude(pengguna=pengguna), request.GET.get("q", "").strip()
    tampil = list(calon.cari(cari).order_by("nama_urut", "pk")[: CALON_TAMPIL + 1])
    form = PlhForm(kiriman(request), jabatan=[satu.pk for satu in kursi], calon=calon, tampil=tampil[:CALON_TAMPIL])

    def simpan(data: dict[str, Any]) -> None:
        tunjuk_plh(oleh=pengguna, **data)
        messages.success(
            request,
            f"{data['pegawai']} menjadi Plh. {data['jabatan']} dari {format_tanggal(data['mulai'])} sampai "
            f"{format_tanggal(data['selesai'])}.",
        )

    status = jalankan(request, form, simpan)
    if status is None:
        return redirect("kinerja:plh")
    berjalan = (
        Penugasan.objects.filter(jabatan__in=kursi, sifat=SifatPenugasan.PLH.value, selesai__gte=hari)
        .select_related("pegawai", "jabatan__unit")
        .order_by("mulai", "pk")
    )
    konteks = {
        "form": form,
        "q": cari,
        "banyak": len(tampil) > CALON_TAMPIL,
        "akibat": [(jabatan, dinilai_pemegang(jabatan, hari)) for jabatan in kursi],
        "berjalan": [(satu, satu.mulai <= hari) for satu in berjalan],
        "dikembalikan": request.method != "POST" and form.is_bound,
    }
    return render(request, "kinerja/plh.html", konteks, status=status)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def plh_akhiri(request: HttpRequest, kode: UUID) -> HttpResponse:
    """End a Plh. of the own post early."""
    pengguna = akun(request)
    satu = get_object_or_404(
        Penugasan.objects.filter(sifat=SifatPenugasan.PLH.value, pegawai__isnull=False).select_related(
            "pegawai", "jabatan__unit"
        ),
        uuid=kode,
    )
    if not boleh_menunjuk_plh(pengguna, satu.jabatan):
        raise Http404
    form = AkhiriPlhForm(kiriman(request), initial={"hari_terakhir": hari_ini()})
    status = jalankan(
        request,
        form,
        lambda data: akhiri_plh(penugasan=satu, hari_terakhir=data["hari_terakhir"], oleh=pengguna),
    )
    if status is None:
        messages.success(request, f"Penugasan {satu.pegawai} sebagai Plh. diakhiri.")
        return redirect("kinerja:plh")
    return render(request, "kinerja/plh_akhiri.html", {"form": form, "penugasan": satu}, status=status)
