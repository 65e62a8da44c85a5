"""Rencana aksi of a plan by period, and filling a draft from what is there already."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.enums import Pendekatan
from kinerja.forms.rencana_aksi import RencanaAksiForm
from kinerja.models import SKP, ContohHasilKerja, Indikator, RencanaAksi
from kinerja.perhitungan import teks_rentang
from kinerja.permissions import boleh_mengubah_skp
from kinerja.proses.bahan_skp import aksi_untuk, contoh_untuk, pakai_aksi, pakai_contoh, salin_dari, sumber_salinan
from kinerja.proses.rencana_aksi import periode_rencana_aksi, simpan_rencana_aksi
from kinerja.views.ambil import akun, skp_sendiri, skp_terlihat
from kinerja.views.formulir import coba
from kinerja.views.isi_skp import isi_bagian
from rakumpit.tertahan import kiriman, wajib_masuk


def _indikator(skp: SKP) -> list[Indikator]:
    return list(Indikator.objects.filter(rencana__skp=skp).order_by("rencana__urut", "urut"))


@wajib_masuk
@require_safe
def rencana_aksi(request: HttpRequest, kode: UUID) -> HttpResponse:
    """What is to be reached in each period of a plan; the owner writes it while the plan is editable."""
    pengguna = akun(request)
    skp = skp_terlihat(pengguna, kode)
    indikator = _indikator(skp)
    aksi = {
        (satu.indikator_id, satu.periode_id): satu for satu in RencanaAksi.objects.filter(indikator__rencana__skp=skp)
    }
    bagian = []
    for periode in periode_rencana_aksi(skp):
        baris = []
        for satu in indikator:
            milik = aksi.get((satu.pk, periode.pk))
            target = teks_rentang(milik.target, milik.target_atas, satu.satuan) if milik else ""
            baris.append({"indikator": satu, "uraian": milik.uraian if milik else "", "target": target})
        terisi = sum(1 for satu in indikator if (satu.pk, periode.pk) in aksi)
        bagian.append({"periode": periode, "baris": baris, "terisi": terisi})
    konteks = {
        "skp": skp,
        "bagian": bagian,
        "jumlah": len(indikator),
        "kualitatif": skp.pendekatan == Pendekatan.KUALITATIF.value,
        "boleh_ubah": boleh_mengubah_skp(pengguna, skp),
    }
    return render(request, "kinerja/rencana_aksi.html", konteks)


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def rencana_aksi_ubah(request: HttpRequest, kode: UUID, periode: str) -> HttpResponse:
    """All indicators of the own draft in one period."""
    pengguna = akun(request)
    skp = skp_sendiri(pengguna, kode)
    satu = get_object_or_404(periode_rencana_aksi(skp), kode=periode)
    form = RencanaAksiForm(
        kiriman(request),
        initial={"suntingan": skp.suntingan},
        indikator=_indikator(skp),
        tersimpan={
            aksi.indikator_id: aksi for aksi in RencanaAksi.objects.filter(indikator__rencana__skp=skp, periode=satu)
        },
        berangka=skp.pendekatan == Pendekatan.KUANTITATIF.value,
    )
    return isi_bagian(
        request,
        form,
        lambda: simpan_rencana_aksi(
            skp=skp, periode=satu, oleh=pengguna, isi=form.isi, suntingan=form.cleaned_data["suntingan"]
        ),
        skp=skp,
        judul=f"Isi rencana aksi {satu.nama}",
        berhasil=f"Rencana aksi {satu.nama} tersimpan.",
        tombol="Simpan rencana aksi",
        lanjut="kinerja:rencana_aksi",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def skp_bahan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Fill the own draft from an earlier plan, examples for the post, or actions of forums; one press each."""
    pengguna = akun(request)
    skp = skp_sendiri(pengguna, kode)
    pesan: list[str] = []
    galat = coba(request, lambda: pesan.append(_pakai(request, skp)))
    if galat is None:
        messages.success(request, pesan[0])
        return redirect("kinerja:skp", kode=skp.uuid)
    konteks = {
        "skp": skp,
        "sumber": sumber_salinan(skp),
        "contoh_hasil": contoh_untuk(skp),
        "aksi_forum": aksi_untuk(skp),
        "kosong": not skp.rencana.exists(),
        "boleh_ubah": boleh_mengubah_skp(pengguna, skp),
        "galat": galat,
    }
    status = HTTPStatus.CONFLICT if galat else HTTPStatus.OK
    return render(request, "kinerja/skp_bahan.html", konteks, status=status)


def _pakai(request: HttpRequest, skp: SKP) -> str:
    """Do what the pressed button says, and the sentence about it; 404 for a button that is not on the page."""
    pengguna = akun(request)
    try:
        apa, kode = request.POST.get("pakai", "").split(":")
        pengenal = UUID(kode)
    except ValueError as galat:
        raise Http404 from galat
    if apa == "skp":
        sumber = get_object_or_404(SKP, uuid=pengenal, pegawai__pengguna=pengguna)
        salin_dari(skp=skp, sumber=sumber, oleh=pengguna)
        return f"Isi SKP {sumber.mulai.year} disalin. Sesuaikan target dan hasil pimpinannya."
    if apa == "aksi":
        pakai_aksi(skp=skp, kode=pengenal, oleh=pengguna)
        return "Tindak lanjut forum ditambahkan. Isi targetnya."
    if apa == "contoh":
        pakai_contoh(skp=skp, contoh=get_object_or_404(ContohHasilKerja, uuid=pengenal), oleh=pengguna)
        return "Contoh ditambahkan. Isi targetnya."
    raise Http404
