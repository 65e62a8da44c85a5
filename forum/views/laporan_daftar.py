"""Staff pages over many reports: the list, and the measures of a month with their export."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, Q, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from forum.enums.laporan import LABEL_KLASIFIKASI, LENCANA_STATUS, TERBUKA, Klasifikasi, StatusLaporan
from forum.models import Laporan, TenggatLaporan
from forum.permissions.laporan import boleh_membaca_ukuran, boleh_mengelola_laporan
from forum.proses.tenggat import TAHAP_KANTOR
from forum.ringkasan.ukuran_laporan import UkuranBulan, awal_bulan, bulan_berikut, ukuran_bulan
from forum.views.laporan_kelola import akun
from rakumpit.berkas import unduhan_jadi
from rakumpit.lembar import tulis_csv, tulis_xlsx
from rakumpit.waktu import BULAN, hari_ini

BANYAK = 50
_TERBUKA = [satu.value for satu in TERBUKA]


def _saring(hari: date) -> dict[str, tuple[str, Q]]:
    """Word in the address -> label and condition, in the order of the tabs."""
    return {
        "terbuka": ("Terbuka", Q(status__in=_TERBUKA)),
        "terlambat": ("Terlambat", Q(batas__lt=hari)),
        "periksa": ("Perlu diperiksa", Q(status=StatusLaporan.DITERIMA.value)),
        "dijawab": ("Dijawab", Q(status=StatusLaporan.DIJAWAB.value)),
        "selesai": ("Selesai", Q(status=StatusLaporan.SELESAI.value)),
        "semua": ("Semua", Q(pk__isnull=False)),
    }


@login_required
@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Reports that this person may see, by state; the nearest deadline first."""
    pengguna, hari = akun(request), hari_ini()
    berjalan = TenggatLaporan.objects.berjalan().filter(laporan=OuterRef("pk"), tahap__in=TAHAP_KANTOR)
    semua = Laporan.objects.terlihat_oleh(pengguna).annotate(
        batas=Subquery(berjalan.filter(dijeda_pada__isnull=True).order_by("batas").values("batas")[:1])
    )
    saring = _saring(hari)
    kata = " ".join(request.GET.get("q", "").split())[:100]
    jenis = request.GET.get("jenis", "")
    dicari = semua.cari(kata) if kata else semua
    if jenis in set(Klasifikasi):
        dicari = dicari.filter(klasifikasi=jenis)
    jumlah = dicari.order_by().aggregate(**{kode: Count("pk", filter=syarat) for kode, (_, syarat) in saring.items()})
    keadaan = request.GET.get("keadaan", "terbuka")
    keadaan = keadaan if keadaan in saring else "terbuka"
    tampil = dicari.filter(saring[keadaan][1]).select_related("unit", "penangan")
    halaman = Paginator(tampil.order_by("batas", "-diterima_pada", "-pk"), BANYAK).get_page(request.GET.get("page"))
    tambahan = {nama: nilai for nama, nilai in (("q", kata), ("jenis", jenis)) if nilai}
    return render(
        request,
        "forum/laporan_daftar.html",
        {
            "halaman": halaman,
            "baris": [
                (satu, LENCANA_STATUS.get(StatusLaporan(satu.status), "netral"), bool(satu.batas and satu.batas < hari))
                for satu in halaman
            ],
            "q": kata,
            "jenis": jenis,
            "keadaan": keadaan,
            "pilihan_jenis": [(satu.value, label) for satu, label in LABEL_KLASIFIKASI.items()],
            "mengelola": boleh_mengelola_laporan(pengguna),
            "boleh_ukuran": boleh_membaca_ukuran(pengguna),
            "tab": [
                (label, f"?{urlencode({'keadaan': kode} | tambahan)}", kode == keadaan, jumlah[kode])
                for kode, (label, _) in saring.items()
            ],
        },
    )


def _bulan(request: HttpRequest) -> date:
    """The month asked for as 2026-11, else the present one; a month to come is none."""
    kini = awal_bulan(hari_ini())
    try:
        bulan = date.fromisoformat(f"{request.GET.get('bulan', '')}-01")
    except ValueError:
        return kini
    return min(bulan, kini)


@login_required
@require_safe
def ukuran(request: HttpRequest) -> HttpResponse:
    """What became of the reports of one month."""
    if not boleh_membaca_ukuran(akun(request)):
        raise Http404
    bulan = _bulan(request)
    berikut = bulan_berikut(bulan)
    return render(
        request,
        "forum/laporan_ukuran.html",
        {
            "ukuran": ukuran_bulan(bulan),
            "nama_bulan": f"{BULAN[bulan.month - 1]} {bulan.year}",
            "bulan": f"{bulan:%Y-%m}",
            "sebelum": f"{awal_bulan(date.fromordinal(bulan.toordinal() - 1)):%Y-%m}",
            "sesudah": f"{berikut:%Y-%m}" if berikut <= hari_ini() else "",
        },
    )


@login_required
@require_safe
def unduh_ukuran(request: HttpRequest, bentuk: str) -> HttpResponse:
    """The measures of a month as a file: counts only, no report and nobody in it."""
    if not boleh_membaca_ukuran(akun(request)):
        raise Http404
    bulan = _bulan(request)
    baris = baris_ukuran(ukuran_bulan(bulan))
    isi = tulis_csv(baris) if bentuk == "csv" else tulis_xlsx(baris)
    return unduhan_jadi(isi, f"laporan-warga-{bulan:%Y-%m}", bentuk)


def baris_ukuran(ukuran: UkuranBulan) -> list[tuple[object, ...]]:
    """Rows of the export: part, name, value."""
    tetap: list[tuple[object, ...]] = [
        ("Bagian", "Nama", "Nilai"),
        ("Masuk", "Jumlah laporan", ukuran.masuk),
        ("Verifikasi", "Tepat waktu", ukuran.verifikasi.isi),
        ("Verifikasi", "Yang sudah dapat dinilai", ukuran.verifikasi.dari),
        ("Jawaban", "Tepat waktu", ukuran.jawaban.isi),
        ("Jawaban", "Yang sudah dapat dinilai", ukuran.jawaban.dari),
        ("Jawaban", "Nilai tengah hari kerja", ukuran.hari_menjawab),
        ("Dibuka kembali", "Jumlah", ukuran.dibuka_lagi.isi),
        ("Kepuasan", "Rata-rata 1–4", ukuran.kepuasan),
        ("Kepuasan", "Jumlah penilaian", ukuran.jumlah_kepuasan),
    ]
    for bagian, daftar_ in (
        ("Jenis", ukuran.menurut_jenis),
        ("Kelurahan", ukuran.menurut_kelurahan),
        ("Layanan", ukuran.menurut_layanan),
        ("Umur yang terbuka", ukuran.umur),
    ):
        tetap += [(bagian, nama, n) for nama, n in daftar_]
    return tetap
