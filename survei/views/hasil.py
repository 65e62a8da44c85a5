"""Published results. Every figure is read from the locked row; nothing in the address can change one."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from rakumpit.angka import format_angka
from rakumpit.waktu import format_tanggal, format_waktu, tanggal_lokal
from survei.enums.buka_kembali import StatusPermintaanBuka
from survei.enums.instrumen import NAMA_INDEKS, JenisInstrumen
from survei.models import HasilSurvei, PermintaanBuka
from survei.perhitungan import SEL_MINIMUM
from survei.ringkasan import menurut_kelompok
from survei.ringkasan.tema import tema_umum
from survei.views import tampilan, tampilan_persepsi
from survei.views.tampilan_terkunci import angka_terkunci


@gzip_page
@require_safe
def hasil_daftar(request: HttpRequest) -> HttpResponse:
    """All published results, the newest first."""
    semua = (
        HasilSurvei.objects.terpublikasi()
        .select_related("survei__unit", "survei__instrumen")
        .defer("rincian")
        .order_by("-survei__selesai", "survei__unit__nama", "pk")
    )
    halaman = Paginator(semua, 50).get_page(request.GET.get("page"))
    baris = [
        {
            "survei": satu.survei,
            "masa": tampilan.teks_masa(satu.survei.mulai, satu.survei.selesai),
            "n": satu.n,
            "ikm": format_angka(satu.ikm) if satu.ikm is not None and tampilan.cukup(satu.n) else "",
            "mutu": tampilan.teks_mutu(satu.mutu) if tampilan.cukup(satu.n) else "",
            "jenis": tampilan.jenis_mutu(satu.mutu),
            "bebas": satu.survei.instrumen.jenis == JenisInstrumen.BEBAS,
            "singkatan": NAMA_INDEKS.get(JenisInstrumen(satu.survei.instrumen.jenis), ("", ""))[1],
        }
        for satu in halaman
    ]
    return render(request, "survei/hasil_daftar.html", {"halaman": halaman, "baris": baris})


def _diperbaiki(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A result that was published and is being corrected: why, since when, no figure. Else there is no such page."""
    lama = (
        HasilSurvei.objects.filter(survei__uuid=uuid, survei__dipublikasi_pada__isnull=False)
        .select_related("survei__unit")
        .order_by("-versi")
    )
    permintaan = (
        PermintaanBuka.objects.filter(hasil__in=lama, status=StatusPermintaanBuka.DISETUJUI.value)
        .select_related("hasil__survei")
        .order_by("-diputus_pada")
        .first()
    )
    if permintaan is None or permintaan.diputus_pada is None:
        raise Http404
    isi = {
        "survei": permintaan.hasil.survei,
        "sejak": format_tanggal(tanggal_lokal(permintaan.diputus_pada)),
        "sebab": permintaan.alasan,
    }
    return render(request, "survei/hasil_diperbaiki.html", isi)


@gzip_page
@require_safe
def hasil(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One published result: number with n and class, elements, services, and what is uncertain about it."""
    terbit = HasilSurvei.objects.terpublikasi().select_related("survei__unit", "survei__instrumen")
    satu = terbit.filter(survei__uuid=uuid).first()
    if satu is None:
        return _diperbaiki(request, uuid)
    survei = satu.survei
    isi = {
        "survei": survei,
        "hasil": satu,
        "masa": tampilan.teks_masa(survei.mulai, survei.selesai),
        "dikunci": format_waktu(satu.dikunci_pada),
        "diperbaiki": format_tanggal(tanggal_lokal(satu.dikunci_pada)) if satu.versi > 1 else "",
        "minimum": SEL_MINIMUM,
        "instrumen": survei.instrumen,
        "kalimat": "Jawaban masih sedikit, hasilnya belum ditampilkan",
        "ajakan": f"Hasil {survei.judul}:",
        **tampilan_persepsi.nama_indeks(survei),
        **angka_terkunci(satu, minimum=SEL_MINIMUM, terbit=True),
    }
    if survei.instrumen.jenis == JenisInstrumen.BEBAS:
        isi["menurut"] = menurut_kelompok(satu, umum=True)
        return render(request, "survei/hasil_bebas.html", isi)
    if isi["cukup"]:
        hal = "kegiatan ini" if survei.instrumen.jenis == JenisInstrumen.PROGRAM else "layanan kami"
        persepsi, unsur = isi["persepsi"], isi["unsur"]
        kalimat = persepsi.kalimat if persepsi else tampilan.kalimat_hasil(satu.mutu, unsur, hal)
        isi |= {
            "kalimat": kalimat,
            "ajakan": f"{kalimat} Hasil {survei.judul}:",
            "sorotan": tampilan.sorotan(unsur),
            "populasi": format_angka(survei.populasi, 0) if survei.populasi else "",
            "menurut": menurut_kelompok(satu, umum=True),
            "tema": tema_umum(survei),
            # A service may have one officer, and what was said of bribes would then be about one person.
            "layanan": []
            if survei.instrumen.jenis == JenisInstrumen.SPAK
            else tampilan.baris_layanan(satu.rincian["layanan"]),
            "tidak_dihitung": satu.rincian["tidak_dihitung"],
            "jawaban_terbuka": satu.n - satu.rincian.get("terverifikasi", 0),
            "minimal_terjawab": satu.rincian["minimal_terjawab"],
        }
    return render(request, "survei/hasil.html", isi)
