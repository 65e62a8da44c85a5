"""Overview of all surveys that the reader may see: one line each, filtered, printed, or taken out as XLSX."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from rakumpit.angka import format_angka
from rakumpit.berkas import unduhan_jadi
from rakumpit.lembar import tulis_xlsx
from rakumpit.tertahan import wajib_masuk
from rakumpit.waktu import format_tanggal, hari_ini
from survei.enums import LABEL_STATUS_SURVEI, StatusSurvei
from survei.enums.instrumen import NAMA_INDEKS, JenisInstrumen
from survei.models import PeriodeSurvei, Survei
from survei.permissions import boleh_mengelola
from survei.ringkasan.ikhtisar import BarisIkhtisar, baris_ikhtisar, survei_ikhtisar
from survei.views import tampilan, tampilan_hitungan
from survei.views.kelola import pengguna_masuk

PER_HALAMAN = 50
UNDUH_TERBANYAK = 5000
KEPALA = (
    *("Unit", "Survei", "Mulai", "Selesai", "Status", "Diterima", "Dihitung", "Indeks", "Nilai", "Mutu"),
    *("Selang bawah", "Selang atas", "Dibanding masa sebelumnya", "Tindak lanjut terlambat", "Batas lapor", "Laporan"),
)


def _tersaring(request: HttpRequest) -> tuple[QuerySet[Any], dict[str, str]]:
    """Surveys that this person may see, under the filters of the address."""
    semua = Survei.objects.terlihat_oleh(pengguna_masuk(request))
    kata = " ".join(request.GET.get("q", "").split())[:100]
    if kata:
        semua = semua.filter(Q(judul__icontains=kata) | Q(unit__nama__icontains=kata))
    status = request.GET.get("status", "")
    status = status if status in set(StatusSurvei) else ""
    if status:
        semua = semua.filter(status=status)
    periode = request.GET.get("periode", "")
    try:
        kode = UUID(periode)
    except ValueError:
        periode = ""
    else:
        semua = semua.filter(periode__uuid=kode)
    return semua, {"q": kata, "status": status, "periode": periode}


def _sel(satu: BarisIkhtisar) -> dict[str, Any]:
    """One line in words."""
    laporan = "" if satu.n is None or satu.batas_lapor is None else "Belum dilaporkan"
    if satu.dilaporkan:
        laporan = "Sudah dilaporkan"
    return {
        "survei": satu.survei,
        "masa": tampilan.teks_masa(satu.survei.mulai, satu.survei.selesai),
        "jenis": tampilan.JENIS_STATUS[StatusSurvei(satu.survei.status)],
        "n": format_angka(satu.diterima if satu.n is None else satu.n, 0),
        "sementara": satu.n is None,
        "indeks": NAMA_INDEKS.get(JenisInstrumen(satu.survei.instrumen.jenis), ("", "Indeks"))[1],
        "ikm": "" if satu.ikm is None else format_angka(satu.ikm),
        "sedikit": satu.n is not None and satu.ikm is None,
        "mutu": tampilan.teks_mutu(satu.mutu) if satu.mutu else "",
        "jenis_mutu": tampilan.jenis_mutu(satu.mutu) if satu.mutu else "",
        "selang": tampilan_hitungan.teks_selang(satu.selang),
        "banding": tampilan_hitungan.kalimat_banding(satu.banding),
        "terlambat": satu.terlambat,
        "batas_lapor": format_tanggal(satu.batas_lapor) if satu.batas_lapor else "",
        "lewat_lapor": bool(satu.batas_lapor and satu.batas_lapor < hari_ini() and laporan == "Belum dilaporkan"),
        "laporan": laporan,
    }


def _kalimat_cetak(saring: dict[str, str], periode: dict[UUID, str], halaman: Page) -> str:
    """What a printed sheet must say, since filters and page numbers are not printed: day, choice, and how much."""
    pilihan = [
        saring["q"] and f"kata «{saring['q']}»",
        saring["status"] and f"status {LABEL_STATUS_SURVEI[StatusSurvei(saring['status'])].lower()}",
        saring["periode"] and f"periode {periode.get(UUID(saring['periode']), 'yang tidak ada')}",
    ]
    dipakai = ", ".join(satu for satu in pilihan if satu) or "semua survei"
    bagian = f" Halaman {halaman.number} dari {halaman.paginator.num_pages}." if halaman.has_other_pages() else ""
    return f"Dicetak {format_tanggal(hari_ini())}: {dipakai}, {format_angka(halaman.paginator.count, 0)} baris.{bagian}"


@wajib_masuk
@require_safe
def ikhtisar(request: HttpRequest) -> HttpResponse:
    """The table on paper and screen."""
    semua, saring = _tersaring(request)
    urut = survei_ikhtisar(semua).order_by("-mulai", "unit__nama", "pk")
    halaman = Paginator(urut, PER_HALAMAN).get_page(request.GET.get("page"))
    pengguna = pengguna_masuk(request)
    seluruh = boleh_mengelola(pengguna) or pengguna.pemeriksa
    periode = dict(PeriodeSurvei.objects.order_by("-mulai", "pk").values_list("uuid", "nama"))
    isi = {
        "halaman": halaman,
        "cetakan": _kalimat_cetak(saring, periode, halaman),
        "baris": [_sel(satu) for satu in baris_ikhtisar(list(halaman))],
        "saring": saring,
        "tersaring": any(saring.values()),
        "pilihan_status": [(satu.value, label) for satu, label in LABEL_STATUS_SURVEI.items()],
        "pilihan_periode": list(periode.items()),
        "kueri": urlencode({kunci: nilai for kunci, nilai in saring.items() if nilai}),
        "keterangan": "Survei semua unit kecamatan"
        if seluruh
        else "Survei dari unit yang Anda pimpin atau tempat Anda bekerja",
        "boleh_kalender": seluruh,
    }
    return render(request, "survei/ikhtisar.html", isi)


@wajib_masuk
@require_safe
def unduh(request: HttpRequest) -> HttpResponse:
    """The same lines as XLSX, all pages of them; cells cannot run as formulas."""
    semua, _ = _tersaring(request)
    urut = list(survei_ikhtisar(semua).order_by("-mulai", "unit__nama", "pk")[: UNDUH_TERBANYAK + 1])
    baris: list[list[Any]] = [list(KEPALA)]
    for satu in baris_ikhtisar(urut[:UNDUH_TERBANYAK]):
        sel = _sel(satu)
        bawah, atas = satu.selang or (None, None)
        baris.append(
            [
                satu.survei.unit.nama,
                satu.survei.judul,
                satu.survei.mulai,
                satu.survei.selesai,
                satu.survei.get_status_display(),
                satu.diterima,
                satu.n,
                sel["indeks"],
                satu.ikm,
                sel["mutu"],
                bawah,
                atas,
                sel["banding"],
                satu.terlambat,
                satu.batas_lapor,
                sel["laporan"],
            ]
        )
    if len(urut) > UNDUH_TERBANYAK:
        banyak = format_angka(UNDUH_TERBANYAK, 0)
        baris.append([f"Hanya {banyak} survei terbaru. Saring menurut periode untuk yang lain."])
    return unduhan_jadi(tulis_xlsx(baris, nama_lembar="Ikhtisar survei"), "ikhtisar-survei", "xlsx")
