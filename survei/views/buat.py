"""A new survey: first the unit, then the rest; from an earlier survey both are filled in."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from rakumpit.organisasi.models import Layanan, UnitKerja
from rakumpit.organisasi.perhitungan import Pohon
from rakumpit.tertahan import kiriman, wajib_masuk
from survei.enums.instrumen import JenisInstrumen, StatusInstrumen
from survei.forms.buat import SurveiForm
from survei.models import Instrumen, Survei
from survei.perhitungan.waktu_layanan import masa_berikutnya
from survei.proses.buat import buat_survei
from survei.views.formulir import simpan
from survei.views.kelola import pengelola_masuk


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def buat(request: HttpRequest) -> HttpResponse:
    """Make a draft; ``?unit=`` names the unit, ``?dari=`` the survey after which it comes."""
    pengguna = pengelola_masuk(request)
    data = kiriman(request)
    dari = _dari(request.GET.get("dari", "")) if data is None else None
    unit = dari.unit if dari else _unit(data.get("unit", "") if data is not None else request.GET.get("unit", ""))
    if unit is None:
        status = HTTPStatus.UNPROCESSABLE_ENTITY if request.method == "POST" else HTTPStatus.OK
        return render(request, "survei/buat_unit.html", {"unit": _pilihan_unit()}, status=status)
    layanan = (
        Layanan.objects.filter(unit__in=UnitKerja.objects.turunan_id([unit.pk]), aktif=True)
        .select_related("unit")
        .order_by("unit__nama", "kode", "pk")
    )
    form = SurveiForm(data, unit=unit, layanan=layanan, initial=_awal(unit, dari, layanan))
    jadi: list[Survei] = []

    def jalankan(isi: dict[str, Any]) -> None:
        jadi.append(buat_survei(oleh=pengguna, **(isi | {"unit": unit, "layanan": list(isi["layanan"])})))

    status_simpan = simpan(request, form, jalankan)
    if status_simpan is None:
        messages.success(request, "Draf survei dibuat. Isi jumlah pemohon di «Sampel», lalu buka surveinya.")
        return redirect("survei:kelola_survei", uuid=jadi[0].uuid)
    return render(request, "survei/buat.html", {"form": form, "unit": unit}, status=status_simpan)


def _dari(teks: str) -> Survei | None:
    """The survey before; a foreign text names none."""
    if not teks:
        return None
    try:
        return get_object_or_404(Survei.objects.select_related("unit", "instrumen"), uuid=UUID(teks))
    except ValueError:
        raise Http404 from None


def _unit(teks: str) -> UnitKerja | None:
    try:
        return UnitKerja.objects.filter(uuid=UUID(teks), aktif=True).first() if teks else None
    except ValueError:
        return None


def _pilihan_unit() -> list[UnitKerja]:
    """Units that give a service, themselves or by a unit below."""
    pemberi = Layanan.objects.filter(aktif=True).values_list("unit_id", flat=True).distinct()
    melayani = Pohon(UnitKerja.objects.induk_dari()).leluhur(pemberi)
    return list(UnitKerja.objects.filter(pk__in=melayani, aktif=True))


def _awal(unit: UnitKerja, dari: Survei | None, layanan: Any) -> dict[str, Any]:
    """What the form proposes: all services of the unit, or those of the survey before and the days that follow it."""
    awal: dict[str, Any] = {"kiriman": uuid4(), "unit": unit.uuid, "judul": f"Survei kepuasan {unit.nama}"}
    terbit = Instrumen.objects.filter(status=StatusInstrumen.TERBIT.value).order_by("-versi")
    if dari is None:
        skm = terbit.filter(jenis=JenisInstrumen.SKM.value).first()
        sendiri = [satu.uuid for satu in layanan if satu.unit_id == unit.pk]
        return awal | {"instrumen": skm and skm.uuid, "layanan": sendiri}
    mulai, selesai = masa_berikutnya(dari.mulai, dari.selesai)
    terbaru = terbit.filter(kode=dari.instrumen.kode).first()
    return awal | {
        "instrumen": terbaru and terbaru.uuid,
        "layanan": [satu.uuid for satu in dari.layanan.all()],
        "mulai": mulai,
        "selesai": selesai,
    }
