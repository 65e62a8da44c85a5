"""Staff page: a locked result by one property of the respondents."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rakumpit.angka import format_angka
from survei.perhitungan import SAMPEL_KECIL, SEL_MINIMUM_DALAM
from survei.permissions import boleh_membaca_saran
from survei.ringkasan import hasil_survei, menurut_kelompok
from survei.views import tampilan, tampilan_hitungan
from survei.views.kelola import pengguna_masuk, survei_terlihat, tab_survei


@login_required
@require_safe
def kelompok(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One breakdown at a time, from the locked figures; two properties together are not offered."""
    survei = survei_terlihat(request, uuid)
    hasil = hasil_survei(survei)
    menurut = menurut_kelompok(hasil, umum=False) if hasil else []
    pilih = {satu.dimensi: satu for satu in menurut}
    satu = pilih.get(request.GET.get("menurut", "")) or (menurut[0] if menurut else None)
    isi = {
        "survei": survei,
        "tab": tab_survei(survei, boleh_membaca_saran(pengguna_masuk(request), survei), "kelompok"),
        "terkunci": hasil is not None,
        "minimum": SEL_MINIMUM_DALAM,
        "pilihan": [(lain.dimensi, lain.label) for lain in menurut],
        "menurut": satu,
        "baris": [
            {
                "nama": butir.nama,
                "n": butir.n,
                "sedikit": butir.n is not None and butir.n < SAMPEL_KECIL,
                "ikm": "" if butir.ikm is None else format_angka(butir.ikm),
                "selang": tampilan_hitungan.teks_selang(butir.selang),
                "mutu": tampilan.teks_mutu(butir.mutu),
            }
            for butir in (satu.kelompok if satu else ())
        ],
    }
    return render(request, "survei/kelompok.html", isi)
