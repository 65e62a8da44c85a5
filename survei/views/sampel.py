"""The sample of a survey: users and target per service, progress per service and per day."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from rakumpit.angka import format_angka
from rakumpit.tampilan.bagan import buat_kemajuan
from rakumpit.waktu import format_tanggal
from survei.enums import StatusSurvei
from survei.forms.sampel import PopulasiForm
from survei.permissions import boleh_membaca_saran, boleh_mengelola
from survei.proses.sampel import simpan_populasi
from survei.ringkasan.sampel import sampel_survei
from survei.views.kelola import pengguna_masuk, survei_terlihat, tab_survei

HARI_PER_HALAMAN = 31


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sampel(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """GET shows how far the sample is; POST, for the pengelola, stores the users of every service of a draft."""
    pengguna = pengguna_masuk(request)
    survei = survei_terlihat(request, uuid)
    boleh = boleh_mengelola(pengguna)
    if request.method == "POST" and not boleh:
        raise Http404
    isi = sampel_survei(survei)
    form, status = PopulasiForm(request.POST or None, layanan=isi.layanan), HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            banyak = form.jumlah()
            try:
                simpan_populasi(
                    survei=survei, jumlah={satu: banyak[satu.pk] for satu in survei.layanan.all()}, oleh=pengguna
                )
            except ValidationError as galat:
                form.add_error(None, galat)
                status = HTTPStatus.CONFLICT
            else:
                messages.success(request, "Jumlah pemohon tersimpan. Target dibagi ke setiap layanan.")
                return redirect("survei:sampel", uuid=uuid)
    halaman = Paginator(isi.hari, HARI_PER_HALAMAN).get_page(request.GET.get("page"))
    konteks = {
        "survei": survei,
        "tab": tab_survei(survei, boleh_membaca_saran(pengguna, survei), "sampel"),
        "form": form if boleh and survei.status == StatusSurvei.DRAF and isi.layanan else None,
        "tertolak": form if form.errors else None,
        "populasi": format_angka(survei.populasi, 0) if survei.populasi else "",
        "target": isi.target,
        "kuota": isi.kuota,
        "kemajuan": buat_kemajuan(
            isi.dihitung, isi.target, teks=f"{isi.dihitung} dari target sampel {isi.target} formulir"
        )
        if isi.target
        else None,
        "layanan": [
            (
                satu,
                None
                if not satu.target
                else buat_kemajuan(satu.dihitung, satu.target, teks=f"{satu.dihitung} dari {satu.target}"),
            )
            for satu in isi.layanan
        ],
        "halaman": halaman,
        "hari": [
            (format_tanggal(satu.hari), satu.dihitung, isi.kuota is not None and satu.dihitung > 2 * isi.kuota)
            for satu in halaman
        ],
    }
    return render(request, "survei/sampel.html", konteks, status=status)
