"""«Suara warga»: what citizens say about the services that the reader gives."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rakumpit.angka import format_angka
from rakumpit.tertahan import wajib_masuk
from survei.enums import StatusSurvei
from survei.perhitungan import SAMPEL_KECIL
from survei.ringkasan.suara import SuaraUnit, suara_layanan
from survei.views import tampilan, tampilan_hitungan
from survei.views.kelola import pengguna_masuk


@wajib_masuk
@require_safe
def suara(request: HttpRequest) -> HttpResponse:
    """For everybody who works in the office; without services of their own the page says how it fills."""
    pengguna = pengguna_masuk(request)
    if getattr(pengguna, "pegawai", None) is None:
        raise Http404
    isi = {"unit": [_unit(satu) for satu in suara_layanan(pengguna)], "minimum": SAMPEL_KECIL}
    return render(request, "survei/suara.html", isi)


def _unit(satu: SuaraUnit) -> dict[str, object]:
    return {
        "suara": satu,
        "masa": tampilan.teks_masa(satu.survei.mulai, satu.survei.selesai),
        "terbit": satu.survei.status == StatusSurvei.DIPUBLIKASI,
        "ikm": "" if satu.ikm is None else format_angka(satu.ikm),
        "mutu": tampilan.teks_mutu(satu.mutu) if satu.mutu else "",
        "jenis_mutu": tampilan.jenis_mutu(satu.mutu) if satu.mutu else "",
        "selang": tampilan_hitungan.teks_selang(satu.selang),
        "banding": tampilan_hitungan.kalimat_banding(satu.masa[-1].banding) if satu.masa else "",
        "tren": tampilan_hitungan.bagan_perkembangan(satu.masa),
        "unsur": [
            {
                "nama": unsur.nama,
                "n": unsur.n,
                "nilai": "" if unsur.nilai is None else format_angka(unsur.nilai),
                "mutu": tampilan.teks_mutu(unsur.mutu) if unsur.mutu else "",
                "jenis": tampilan.jenis_mutu(unsur.mutu) if unsur.mutu else "",
                "banding": tampilan_hitungan.kalimat_banding(unsur.banding),
            }
            for unsur in satu.unsur
        ],
    }
