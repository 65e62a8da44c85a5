"""«Angka kredit»: balances of functional staff, setting months of an evaluation, opening balances."""

from __future__ import annotations

from fractions import Fraction
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import OuterRef, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.enums import StatusEvaluasi
from kinerja.forms import AlasanForm
from kinerja.forms.angka_kredit import BulanAngkaKreditForm, SaldoAwalForm, nama_bulan
from kinerja.models import AturanAngkaKredit, PenetapanAngkaKredit
from kinerja.perhitungan import LABEL_JENJANG_FUNGSIONAL, JenjangFungsional
from kinerja.permissions import PetaAtasan, boleh_memutuskan, boleh_mengelola, memimpin, peta_atasan
from kinerja.permissions.angka_kredit import (
    boleh_membatalkan,
    boleh_mencatat_saldo,
    fungsional_terlihat,
    tugas_fungsional,
)
from kinerja.permissions.dokumen import boleh_menerbitkan_evaluasi
from kinerja.proses import angka_kredit as proses
from kinerja.ringkasan.angka_kredit import SaldoJenjang, bulan_tersedia, evaluasi_belum_dihitung, saldo_pegawai
from kinerja.views.ambil import akun, evaluasi_diputus, fungsional, penetapan_terlihat
from kinerja.views.formulir import jalankan
from rakumpit.angka import format_angka
from rakumpit.organisasi.models import Pengguna
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import hari_ini

PER_HALAMAN = 25


@wajib_masuk
@require_safe
def angka_kredit(request: HttpRequest) -> HttpResponse:
    """Functional staff whose angka kredit the reader may see; somebody who sees only the own one goes there."""
    pengguna = akun(request)
    terlihat = fungsional_terlihat(pengguna)
    pertama = list(terlihat[:2])
    if not pertama and not memimpin(pengguna) and not boleh_mengelola(pengguna):
        raise Http404
    if len(pertama) == 1 and pertama[0].pengguna_id == pengguna.pk:
        return redirect("kinerja:angka_kredit_pegawai", kode=pertama[0].uuid)
    cari = request.GET.get("q", "").strip()
    tugas = tugas_fungsional().filter(pegawai=OuterRef("pk"), mulai__lte=hari_ini()).order_by("-mulai", "-pk")
    semua = terlihat.cari(cari).annotate(jabatan_kini=Subquery(tugas.values("jabatan__nama")[:1]))
    halaman = Paginator(semua.order_by("nama_urut", "pk"), PER_HALAMAN).get_page(request.GET.get("page"))
    return render(request, "kinerja/angka_kredit_daftar.html", {"halaman": halaman, "q": cari})


@wajib_masuk
@require_safe
def angka_kredit_pegawai(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Balance per jenjang with what is still needed, what was set, and which months can be set."""
    pengguna = akun(request)
    pegawai = fungsional(pengguna, kode)
    penetapan = (
        PenetapanAngkaKredit.objects.filter(pegawai=pegawai)
        .select_related(
            "pegawai", "evaluasi__pegawai", "evaluasi__periode", "evaluasi__penilai", "evaluasi__penilai_luar"
        )
        .defer("evaluasi__bahan", "evaluasi__rincian")
        .order_by("-mulai", "-pk")
    )
    halaman, peta = Paginator(penetapan, PER_HALAMAN).get_page(request.GET.get("page")), peta_atasan()
    belum = evaluasi_belum_dihitung(pegawai)
    aturan: AturanAngkaKredit = AturanAngkaKredit.objects.pada(hari_ini())
    return render(
        request,
        "kinerja/angka_kredit.html",
        {
            "pegawai": pegawai,
            "milik": pegawai.pengguna_id == pengguna.pk,
            "saldo": [_saldo_tampil(satu) for satu in saldo_pegawai(pegawai)],
            "halaman": halaman,
            "penetapan": [_penetapan_tampil(pengguna, satu, peta) for satu in halaman.object_list],
            "belum": [(satu, boleh_memutuskan(pengguna, satu, peta)) for satu in belum],
            "boleh_saldo": boleh_mencatat_saldo(pengguna, pegawai),
            "aturan": aturan,
        },
    )


def _saldo_tampil(satu: SaldoJenjang) -> dict[str, Any]:
    saldo = satu.saldo
    naik = (
        ("Kenaikan pangkat", saldo.kebutuhan.pangkat, saldo.kurang_pangkat),
        ("Kenaikan jenjang", saldo.kebutuhan.jenjang, saldo.kurang_jenjang),
    )
    return {
        "label": satu.label,
        "kode": satu.jenjang.value,
        "jumlah": format_angka(saldo.jumlah),
        "awal": format_angka(saldo.awal),
        "tambahan": format_angka(saldo.tambahan),
        "pembuka": satu.pembuka,
        "naik": [(nama, butuh, _kurang(kurang)) for nama, butuh, kurang in naik if butuh is not None],
    }


def _kurang(kurang: Fraction | None) -> str:
    """What is still needed; "" once it is reached."""
    return format_angka(kurang) if kurang else ""


def _penetapan_tampil(pengguna: Pengguna, satu: PenetapanAngkaKredit, peta: PetaAtasan) -> dict[str, Any]:
    return {
        "baris": satu,
        "nilai": format_angka(satu.nilai),
        "koefisien": format_angka(satu.koefisien),
        "bulan": f"{nama_bulan(satu.mulai)} – {nama_bulan(satu.selesai)}",
        "berlaku": satu.dibatalkan_pada is None,
        "dikoreksi": not satu.evaluasi.terbaru,
        "boleh_batal": boleh_membatalkan(pengguna, satu, peta),
        "boleh_cetak": satu.evaluasi.terbaru and boleh_menerbitkan_evaluasi(pengguna, satu.evaluasi, peta),
    }


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def tetapkan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The official chooses the months of a final evaluation and sets their angka kredit."""
    pengguna = akun(request)
    baris = evaluasi_diputus(pengguna, kode)
    tersedia = bulan_tersedia(baris)
    fungsional_ini = tugas_fungsional().filter(pegawai_id=baris.pegawai_id).exists()
    if baris.status != StatusEvaluasi.DITETAPKAN.value or not fungsional_ini:
        raise Http404
    form = BulanAngkaKreditForm(kiriman(request), bulan=[satu.bulan for satu in tersedia])
    baru: list[PenetapanAngkaKredit] = []
    status = jalankan(
        request,
        form,
        lambda data: baru.append(proses.tetapkan_angka_kredit(evaluasi=baris, oleh=pengguna, **data)),
    )
    if status is None:
        messages.success(request, f"Angka kredit {baris.pegawai} ditetapkan: {format_angka(baru[0].nilai)}.")
        return redirect(_alamat_setelah(pengguna, baru[0]))
    konteks = {
        "evaluasi": baris,
        "form": form,
        "jenjang": ", ".join(dict.fromkeys(_label(satu.jenjang) for satu in tersedia)),
        "tersedia": tersedia,
    }
    return render(request, "kinerja/angka_kredit_tetapkan.html", konteks, status=status)


def _label(jenjang: JenjangFungsional) -> str:
    return LABEL_JENJANG_FUNGSIONAL[jenjang]


def _alamat_setelah(pengguna: Pengguna, penetapan: PenetapanAngkaKredit) -> str:
    """The person's page, or the evaluation where the person has moved out of the reader's unit."""
    if fungsional_terlihat(pengguna).filter(pk=penetapan.pegawai_id).exists():
        return reverse("kinerja:angka_kredit_pegawai", args=[penetapan.pegawai.uuid])
    return reverse("kinerja:evaluasi", args=[penetapan.evaluasi.uuid])


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def batalkan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Void what was set, with a reason."""
    pengguna = akun(request)
    baris = penetapan_terlihat(pengguna, kode)
    if not boleh_memutuskan(pengguna, baris.evaluasi):
        raise Http404
    form = AlasanForm(kiriman(request))
    status = jalankan(
        request, form, lambda data: proses.batalkan_angka_kredit(penetapan=baris, oleh=pengguna, alasan=data["alasan"])
    )
    if status is None:
        messages.success(request, "Penetapan angka kredit dibatalkan. Bulannya dapat ditetapkan lagi.")
        return redirect(_alamat_setelah(pengguna, baris))
    konteks = {"form": form, "penetapan": baris, "nilai": format_angka(baris.nilai)}
    return render(request, "kinerja/angka_kredit_batalkan.html", konteks, status=status)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def saldo_awal(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The pengelola copies an opening balance from its letter."""
    pengguna = akun(request)
    pegawai = fungsional(pengguna, kode)
    if not boleh_mencatat_saldo(pengguna, pegawai):
        raise Http404
    form = SaldoAwalForm(kiriman(request))
    status = jalankan(request, form, lambda data: proses.catat_saldo_awal(pegawai=pegawai, oleh=pengguna, **data))
    if status is None:
        messages.success(request, f"Saldo awal angka kredit {pegawai} tercatat.")
        return redirect("kinerja:angka_kredit_pegawai", kode=pegawai.uuid)
    return render(request, "kinerja/saldo_awal.html", {"form": form, "pegawai": pegawai}, status=status)
