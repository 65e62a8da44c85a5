"""Collection while it goes on: numbers of forms per day, channel and service, and how far the target is."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rakumpit.angka import format_angka
from rakumpit.tampilan import bagan
from rakumpit.tertahan import wajib_masuk
from rakumpit.waktu import BULAN, format_tanggal, format_waktu, hari_ini
from survei.enums import StatusSurvei
from survei.enums.instrumen import JenisInstrumen
from survei.permissions import boleh_membaca_saran, boleh_mengelola
from survei.proses.impor import STATUS_IMPOR
from survei.ringkasan.pengumpulan import Pengumpulan, menurut_minggu, pengumpulan
from survei.views import tampilan
from survei.views.kelola import pengguna_masuk, survei_terlihat, tab_survei

HARI_DITAMPILKAN = 14


@wajib_masuk
@require_safe
def pengumpulan_survei(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Read from counters; its cost does not grow with the answers."""
    survei = survei_terlihat(request, uuid)
    satu = pengumpulan(survei)
    layanan = [(baris.nama, satu.per_layanan.get(baris.pk, 0)) for baris in survei.layanan.order_by("nama", "pk")]
    isi = {
        "survei": survei,
        "keterangan": f"{survei.unit.nama} · {tampilan.teks_masa(survei.mulai, survei.selesai)}",
        "jenis_status": tampilan.JENIS_STATUS[StatusSurvei(survei.status)],
        "tab": tab_survei(survei, boleh_membaca_saran(pengguna_masuk(request), survei), "pengumpulan"),
        "diterima": format_angka(satu.diterima, 0),
        "tidak_dihitung": satu.diterima - satu.dihitung,
        "kemajuan": bagan.buat_kemajuan(
            satu.dihitung, satu.target, teks=f"{satu.dihitung} dari target sampel {satu.target} formulir"
        )
        if satu.target
        else None,
        "kurang": format_angka(satu.kurang, 0) if satu.kurang else "",
        "sisa": satu.sisa_hari,
        "sehari": "" if satu.sehari is None else format_angka(satu.sehari, 1),
        "harian": _bagan_hari(satu.per_hari),
        "mingguan": _bagan_minggu(satu.per_hari),
        "saluran": _saluran(satu),
        "boleh_impor": boleh_mengelola(pengguna_masuk(request))
        and survei.status in {status.value for status in STATUS_IMPOR}
        and survei.instrumen.jenis != JenisInstrumen.BEBAS,
        "batang_layanan": tampilan.bagan_layanan(layanan),
        "layanan_kosong": [nama for nama, banyak in layanan if not banyak],
        "dihitung_pada": format_waktu(satu.dihitung_pada) if satu.dihitung_pada else "",
    }
    return render(request, "survei/pengumpulan.html", isi)


def _saluran(satu: Pengumpulan) -> list[tuple[str, str, str]]:
    """(channel, forms, share), the largest first."""
    semua = sum(satu.per_saluran.values())
    urut = sorted(satu.per_saluran.items(), key=lambda baris: (-baris[1], baris[0]))
    return [
        (label, format_angka(banyak, 0), f"{format_angka(Fraction(100 * banyak, semua), 1)} persen")
        for label, banyak in urut
    ]


def _butir(label: str, banyak: int) -> bagan.Butir:
    return bagan.Butir(label, banyak, teks=f"{format_angka(banyak, 0)} formulir")


def _bagan_hari(per_hari: dict[date, int]) -> bagan.BatangUnsur | None:
    """The last days on which forms were filled in, up to today or the last one of them."""
    if not per_hari:
        return None
    akhir = min(max(per_hari), hari_ini())
    hari = [akhir - timedelta(days=n) for n in range(HARI_DITAMPILKAN - 1, -1, -1)]
    paling = max(per_hari.get(satu, 0) for satu in hari)
    if not paling:
        return None
    return bagan.buat_batang_unsur(
        "Formulir per hari",
        [_butir(format_tanggal(satu), per_hari.get(satu, 0)) for satu in hari],
        skala=(0, paling),
        desimal=0,
        nama_label="Hari",
        nama_nilai="Formulir",
    )


def _bagan_minggu(per_hari: dict[date, int]) -> bagan.BatangUnsur | None:
    """Weeks, where there are more than the last days show."""
    minggu = menurut_minggu(per_hari)
    if len(minggu) < 3:
        return None
    return bagan.buat_batang_unsur(
        "Formulir per pekan",
        [_butir(f"Pekan {senin.day} {BULAN[senin.month - 1]}", banyak) for senin, banyak in minggu.items()],
        skala=(0, max(minggu.values())),
        desimal=0,
        nama_label="Pekan",
        nama_nilai="Formulir",
    )
