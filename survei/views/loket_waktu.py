"""What the counters measured in one month: time against the standard per service, and when people come."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from rakumpit.angka import format_angka
from rakumpit.organisasi.models import Pengguna
from rakumpit.tampilan import bagan
from rakumpit.waktu import BULAN, hari_ini
from survei.forms.loket import JumlahForm
from survei.models import StandarPelayanan, Survei
from survei.perhitungan import SEL_MINIMUM_DALAM, sel_minimum
from survei.permissions import boleh_melihat_waktu, boleh_mengelola, layanan_terlihat
from survei.proses.loket import pakai_pemohon
from survei.ringkasan.loket import jumlah_pelayanan, pelayanan_per_jam, waktu_layanan
from survei.views.standar import menit

PER_HALAMAN = 30
BULAN_DIPILIH = 12


def _bulan(request: HttpRequest) -> tuple[date, list[tuple[str, str]]]:
    """First day of the chosen month (else of this one), and the months to choose from, the newest first."""
    kini = hari_ini().replace(day=1)
    semua = [kini]
    while len(semua) < BULAN_DIPILIH:
        semua.append((semua[-1] - timedelta(days=1)).replace(day=1))
    menurut_kode = {f"{satu:%Y-%m}": satu for satu in semua}
    pilihan = [(kode, f"{BULAN[satu.month - 1]} {satu.year}") for kode, satu in menurut_kode.items()]
    return menurut_kode.get(request.GET.get("bulan", ""), kini), pilihan


@login_required
@require_safe
def waktu(request: HttpRequest) -> HttpResponse:
    """Median, P90 and share within the standard per service; visits by the hour for planning."""
    pengguna = request.user
    if not isinstance(pengguna, Pengguna) or not boleh_melihat_waktu(pengguna):
        raise Http404
    semua = layanan_terlihat(pengguna)
    awal, pilihan = _bulan(request)
    akhir = (awal + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    kata = " ".join(request.GET.get("q", "").split())[:100]
    if kata:
        semua = semua.filter(Q(nama__icontains=kata) | Q(unit__nama__icontains=kata))
    semua_id = list(semua.values_list("pk", flat=True))
    halaman = Paginator(semua.select_related("unit").order_by("unit__nama", "kode", "pk"), PER_HALAMAN).get_page(
        request.GET.get("page")
    )
    tampil = list(halaman)
    ukuran = waktu_layanan([satu.pk for satu in tampil], awal, akhir)
    janji = dict(StandarPelayanan.objects.berlaku(akhir).filter(layanan__in=tampil).values_list("layanan", "menit"))
    baris = []
    for layanan in tampil:
        satu = ukuran.get((layanan.pk, awal))
        n = satu.n if satu is not None else 0
        isi: dict[str, Any] = {"layanan": layanan, "n": format_angka(n, 0), "janji": janji.get(layanan.pk)}
        if satu is not None and sel_minimum(n, SEL_MINIMUM_DALAM):
            persen = satu.persen_tepat
            isi |= {
                "median": menit(satu.median),
                "p90": menit(satu.p90),
                "persen": "" if persen is None else f"{format_angka(persen, 0)} persen",
            }
        baris.append(isi)
    per_jam = pelayanan_per_jam(semua_id, awal, akhir)
    isi_halaman = {
        "halaman": halaman,
        "baris": baris,
        "q": kata,
        "bulan": f"{awal:%Y-%m}",
        "nama_bulan": f"{BULAN[awal.month - 1]} {awal.year}",
        "pilihan": pilihan,
        "minimum": SEL_MINIMUM_DALAM,
        "jumlah": format_angka(jumlah_pelayanan(semua_id, awal, akhir), 0),
        "jam": _bagan_jam(per_jam),
    }
    return render(request, "survei/loket_waktu.html", isi_halaman)


def _bagan_jam(per_jam: dict[int, int]) -> bagan.BatangUnsur | None:
    """Visits by the hour in which they began, from the first hour to the last; None without any."""
    if not per_jam:
        return None
    jam = range(min(per_jam), max(per_jam) + 1)
    return bagan.buat_batang_unsur(
        "Layanan menurut jam mulai",
        [
            bagan.Butir(
                f"{satu:02d}.00–{satu:02d}.59",
                per_jam.get(satu, 0),
                teks=f"{format_angka(per_jam.get(satu, 0), 0)} layanan",
            )
            for satu in jam
        ],
        skala=(0, max(per_jam.values())),
        desimal=0,
    )


@login_required
@require_POST
def populasi(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take the number of finished services of the period before as N of a draft."""
    pengguna = request.user
    if not isinstance(pengguna, Pengguna) or not boleh_mengelola(pengguna):
        raise Http404
    survei = get_object_or_404(Survei, uuid=uuid)
    form = JumlahForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Tekan tombol pada halaman ini.")
        return redirect("survei:kelola_survei", uuid=uuid)
    try:
        pakai_pemohon(survei=survei, jumlah=form.cleaned_data["jumlah"], oleh=pengguna)
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
    else:
        messages.success(request, "Jumlah pemohon tersimpan. Target sampel dihitung darinya.")
    return redirect("survei:kelola_survei", uuid=uuid)
