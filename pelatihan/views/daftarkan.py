"""Registering others for an event: search, tick over several pages, send once."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pelatihan.forms.pendaftaran import DaftarkanForm
from pelatihan.models import Kegiatan
from pelatihan.permissions import boleh_mengelola
from pelatihan.permissions.pendaftaran import bawahan_langsung
from pelatihan.proses import ProsesDitolak
from pelatihan.proses.pendaftaran import mendaftar
from pelatihan.ringkasan.pendaftaran import jadwal, sebab_tertutup
from pelatihan.views.formulir import akun
from pelatihan.views.kegiatan import kegiatan_terlihat
from rakumpit.bacaan import baca
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.organisasi.pembaca import baca_pembaca
from rakumpit.organisasi.querysets import PegawaiQuerySet
from rakumpit.pencarian import rapikan
from rakumpit.tertahan import buang_tertahan, kiriman, wajib_masuk
from rakumpit.waktu import hari_ini

PER_HALAMAN = 20


def _boleh_didaftarkan(pengguna: Pengguna, kegiatan: Kegiatan) -> PegawaiQuerySet:
    """People whom this account may register and who are not registered yet; 404 for who leads and administers none."""
    orang = Pegawai.objects.ber_skp().aktif_pada(hari_ini())
    if not boleh_mengelola(pengguna):
        pembaca = baca(baca_pembaca(pengguna, hari_ini()))
        if not pembaca.dipimpin:
            raise Http404
        orang = orang.filter(pk__in=bawahan_langsung(pembaca))
    return orang.exclude(pk__in=kegiatan.pendaftaran.hidup().order_by().values("pegawai_id"))


def _dipilih(isian: QueryDict, orang: PegawaiQuerySet) -> list[Pegawai]:
    """Who is ticked, on whatever page, of those who can be registered; what is no code at all counts for nobody."""
    kode = set()
    for satu in isian.getlist("pegawai"):
        try:
            kode.add(UUID(satu))
        except ValueError:
            continue
    return list(orang.filter(uuid__in=kode).order_by("nama_urut", "pk"))


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def pendaftaran_daftarkan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Register people of the own team, or anybody as the pengelola.

    Searching and turning the page are buttons of the same form (``lihat``: the page to show): nothing is stored by
    them, and the ticks of all pages come back.
    """
    pengguna = akun(request)
    kegiatan = kegiatan_terlihat(pengguna, kode)
    orang = _boleh_didaftarkan(pengguna, kegiatan)
    isian = kiriman(request)
    # Ticks that waited for a new sign-in are shown as those of another page are: not yet sent.
    dikirim = request.method == "POST" and "lihat" not in request.POST
    alasan = isian.get("alasan_melampaui", "") if isian is not None else ""
    form = DaftarkanForm(
        request.POST if dikirim else None,
        orang=orang,
        kelola=boleh_mengelola(pengguna),
        initial={"alasan_melampaui": alasan},
    )
    status = HTTPStatus.OK
    if dikirim:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            data = dict(form.cleaned_data)
            pegawai = list(data.pop("pegawai"))
            try:
                mendaftar(kegiatan=kegiatan, pegawai=pegawai, oleh=pengguna, **data)
            except ProsesDitolak as galat:
                form.add_error(None, str(galat))
                status = HTTPStatus.CONFLICT
            else:
                buang_tertahan(request)
                messages.success(request, f"{len(pegawai)} pegawai didaftarkan dan diberi tahu.")
                return redirect("pelatihan:kegiatan", kode)
    asal = isian if isian is not None else request.GET
    cari = rapikan(asal.get("q", ""))
    halaman = Paginator(orang.cari(cari).order_by("nama_urut", "pk"), PER_HALAMAN).get_page(
        asal.get("lihat") or asal.get("halaman_kini") or request.GET.get("page")
    )
    tampil = {satu.pk for satu in halaman.object_list}
    dipilih = _dipilih(isian, orang) if isian is not None else []
    return render(
        request,
        "pelatihan/daftarkan.html",
        {
            "satu": kegiatan,
            "form": form,
            "halaman": halaman,
            "q": cari,
            "dipilih": {satu.pk for satu in dipilih},
            "dipilih_lain": [satu for satu in dipilih if satu.pk not in tampil],
            "sebab": sebab_tertutup(kegiatan, jadwal(kegiatan)),
        },
        status=status,
    )
