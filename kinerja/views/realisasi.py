"""Typing what was reached: one indicator and one period per page, nothing typed is lost."""

from __future__ import annotations

from decimal import Decimal
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import F, FilteredRelation, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.forms import RealisasiForm
from kinerja.forms.dasar import tanpa_nol
from kinerja.models import SKP, Bukti, Indikator, Periode, Realisasi
from kinerja.perhitungan import LABEL_SUMBER, Sumber, teks_angka, teks_rentang
from kinerja.permissions import boleh_mengisi_realisasi
from kinerja.proses import KonflikVersi, ProsesDitolak, batas_pengisian, simpan_realisasi, terbuka_untuk_diisi
from kinerja.proses.realisasi import bertarget
from kinerja.ringkasan.catatan import RangkumanCatatan, rangkum_catatan
from kinerja.ringkasan.dukungan import hambatan
from kinerja.views.ambil import akun, pegawai_sendiri
from kinerja.views.formulir import pasang_versi
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.tertahan import buang_tertahan, isian_tertahan, wajib_masuk


@wajib_masuk
@require_safe
def realisasi_daftar(request: HttpRequest) -> HttpResponse:
    """All own indicators of a period and what was typed for each."""
    pegawai = pegawai_sendiri(akun(request))
    pilihan = list(Periode.objects.untuk_status(pegawai.status).order_by("-selesai", "-mulai"))
    kode = request.GET.get("periode")
    terbuka = [satu for satu in pilihan if terbuka_untuk_diisi(satu)]
    calon = [satu for satu in pilihan if satu.kode == kode] if kode is not None else terbuka or pilihan
    if kode is not None and not calon:
        raise Http404
    periode = calon[0] if calon else None
    baris = _baris(pegawai, periode) if periode is not None else []
    diketik = sum(1 for satu in baris if satu["manual"])
    terisi = sum(1 for satu in baris if satu["manual"] and satu["diisi"])
    return render(
        request,
        "kinerja/realisasi_daftar.html",
        {
            "pilihan": pilihan,
            "periode": periode,
            "terbuka": periode in terbuka,
            "batas": batas_pengisian(periode) if periode else None,
            "baris": baris,
            "judul": f"Isi realisasi, {periode.nama}" if periode else "Isi realisasi",
            "terisi": terisi,
            "diketik": diketik,
            "label_terisi": f"{terisi} dari {diketik} realisasi terisi",
        },
    )


def _baris(pegawai: Pegawai, periode: Periode) -> list[dict[str, Any]]:
    """The own indicators in the order of the plan; a target of the action plan stands before that of the year."""
    indikator = (
        Indikator.objects.filter(rencana__skp__in=SKP.objects.dalam_periode(periode).filter(pegawai=pegawai))
        .select_related("rencana")
        .annotate(
            isi=FilteredRelation("realisasi", condition=Q(realisasi__periode=periode)),
            aksi=FilteredRelation("rencana_aksi", condition=Q(rencana_aksi__periode=periode)),
        )
        .order_by("rencana__skp__mulai", "rencana__urut", "urut")
    )
    baris = []
    for satu in indikator.annotate(
        isi_nilai=F("isi__nilai"),
        isi_catatan=F("isi__catatan"),
        aksi_target=F("aksi__target"),
        aksi_atas=F("aksi__target_atas"),
    ):
        acuan = (satu.target, satu.target_atas)
        if satu.aksi_target is not None:
            acuan = (satu.aksi_target, satu.aksi_atas)
        baris.append(
            {
                "indikator": satu,
                "manual": satu.sumber == Sumber.MANUAL.value,
                "sumber": LABEL_SUMBER[Sumber(satu.sumber)],
                "target": teks_rentang(*acuan, satu.satuan),
                "diisi": satu.isi_nilai is not None or bool(satu.isi_catatan),
                "nilai": "" if satu.isi_nilai is None else f"{teks_angka(satu.isi_nilai)} {satu.satuan}".strip(),
            }
        )
    return baris


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def realisasi(request: HttpRequest, kode: UUID, periode: str) -> HttpResponse:
    """Type the realisasi of one indicator; readers who are not the owner only see it."""
    pengguna = akun(request)
    indikator = _indikator(pengguna, kode)
    satu_periode = get_object_or_404(Periode, kode=periode)
    milik = boleh_mengisi_realisasi(pengguna, indikator)
    if request.method == "POST":
        if not milik:
            raise Http404
        return _simpan(request, pengguna, indikator, satu_periode)
    tertahan = isian_tertahan(request) if milik else None
    form = None
    if tertahan is not None:
        form = RealisasiForm(tertahan, berangka=bertarget(indikator, satu_periode))
    return _halaman(request, indikator, satu_periode, milik=milik, form=form, dikembalikan=form is not None)


def _awal(kini: Realisasi | None) -> dict[str, Any]:
    if kini is None:
        return {"versi": 0}
    return {nama: getattr(kini, nama) for nama in ("per_tanggal", "catatan", "bukti", "versi")}


def _nilai_awal(request: HttpRequest, kini: Realisasi | None, rangkuman: RangkumanCatatan) -> Decimal | None:
    """The stored number, or the sum of the daily notes when the owner asks for it («?pakai=catatan»)."""
    if request.GET.get("pakai") == "catatan" and rangkuman.hasil is not None:
        return tanpa_nol(rangkuman.hasil)
    return tanpa_nol(kini.nilai) if kini else None


def _indikator(pengguna: Pengguna, kode: UUID) -> Indikator:
    return get_object_or_404(
        Indikator.objects.select_related("rencana__skp__pegawai"),
        uuid=kode,
        rencana__skp__in=SKP.objects.terlihat_oleh(pengguna).values("pk"),
    )


def _tersimpan(indikator: Indikator, periode: Periode) -> Realisasi | None:
    return Realisasi.objects.select_related("diisi_oleh").filter(indikator=indikator, periode=periode).first()


def _simpan(request: HttpRequest, pengguna: Pengguna, indikator: Indikator, periode: Periode) -> HttpResponse:
    form = RealisasiForm(request.POST, berangka=bertarget(indikator, periode))
    if not form.is_valid():
        return _halaman(request, indikator, periode, milik=True, form=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    data = form.cleaned_data
    try:
        simpan_realisasi(
            indikator=indikator,
            periode=periode,
            oleh=pengguna,
            nilai=data.get("nilai"),
            per_tanggal=data["per_tanggal"],
            catatan=data["catatan"],
            bukti=data["bukti"],
            versi=data["versi"] or 0,
        )
    except ProsesDitolak as galat:
        konflik = isinstance(galat, KonflikVersi)
        if konflik:
            kini = _tersimpan(indikator, periode)
            pasang_versi(form, kini.versi if kini else 0)
        form.add_error(None, str(galat))
        return _halaman(request, indikator, periode, milik=True, form=form, konflik=konflik, status=HTTPStatus.CONFLICT)
    buang_tertahan(request)
    messages.success(request, "Realisasi tersimpan.")
    return redirect(f"{reverse('kinerja:realisasi', args=[indikator.uuid, periode.kode])}?tersimpan=1")


def _halaman(
    request: HttpRequest,
    indikator: Indikator,
    periode: Periode,
    *,
    milik: bool,
    form: RealisasiForm | None = None,
    konflik: bool = False,
    dikembalikan: bool = False,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    kini = _tersimpan(indikator, periode)
    rangkuman = rangkum_catatan(indikator, periode)
    if form is None and milik and indikator.sumber == Sumber.MANUAL.value and terbuka_untuk_diisi(periode):
        awal = _awal(kini) | {"nilai": _nilai_awal(request, kini, rangkuman)}
        form = RealisasiForm(berangka=bertarget(indikator, periode), initial=awal)
    aksi = indikator.rencana_aksi.filter(periode=periode).first()
    target_periode = aksi is not None and aksi.target is not None
    acuan = aksi if aksi is not None and target_periode else indikator
    return render(
        request,
        "kinerja/realisasi.html",
        {
            "indikator": indikator,
            "judul": f"Realisasi: {indikator.uraian}",
            "periode": periode,
            "target": teks_rentang(acuan.target, acuan.target_atas, indikator.satuan),
            "target_periode": target_periode,
            "rencana_aksi": aksi.uraian if aksi is not None else "",
            "sumber": LABEL_SUMBER[Sumber(indikator.sumber)],
            "manual": indikator.sumber == Sumber.MANUAL.value,
            "tersimpan": kini,
            "tersimpan_nilai": teks_angka(kini.nilai) if kini is not None and kini.nilai is not None else "",
            "form": form,
            "milik": milik,
            "hambatan": [
                satu
                for satu in hambatan(
                    indikator.rencana.skp.pegawai_id,
                    periode.mulai,
                    periode.selesai,
                    rencana_id=indikator.rencana_id,
                )
                if satu.menyangkut(indikator.pk, indikator.rencana_id)
            ],
            "terbuka": terbuka_untuk_diisi(periode),
            "batas": batas_pengisian(periode),
            "konflik": konflik,
            "dikembalikan": dikembalikan,
            "baru_disimpan": "tersimpan" in request.GET,
            "rangkuman": rangkuman,
            "rangkuman_hasil": teks_angka(rangkuman.hasil) if rangkuman.hasil is not None else "",
            "jumlah_dipakai": request.GET.get("pakai") == "catatan" and rangkuman.hasil is not None,
            "daftar_bukti": Bukti.objects.untuk(indikator, periode).select_related("catatan_harian"),
            "kiriman_kurang": [
                satu
                for satu in indikator.kiriman_bukti.filter(periode=periode)
                if milik and terbuka_untuk_diisi(periode) and satu.belum_lengkap
            ],
        },
        status=status,
    )
