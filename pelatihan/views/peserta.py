"""Participants of an event: registering oneself and others, the list, the sheet, and what the event chose."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from pelatihan.enums.kegiatan import JENIS_STATUS_PENDAFTARAN, LABEL_STATUS_PENDAFTARAN
from pelatihan.forms.pendaftaran import DaftarForm, PilihanForm
from pelatihan.models import Kegiatan, Pendaftaran, PilihanPendaftaran
from pelatihan.perhitungan.kegiatan import StatusPendaftaran
from pelatihan.permissions.kegiatan import boleh_menyusun
from pelatihan.permissions.pendaftaran import boleh_melihat_peserta, boleh_mengatur_pendaftaran
from pelatihan.proses.pendaftaran import mendaftar
from pelatihan.proses.pilihan_pendaftaran import atur_pendaftaran, urutan_dapat_diubah
from pelatihan.ringkasan.pendaftaran import dapat_batal, jadwal, nomor_tunggu, peringatan_orang
from pelatihan.views.formulir import akun, formulir, pegawai_sendiri
from pelatihan.views.kegiatan import kegiatan_terlihat
from rakumpit.berkas import unduhan_jadi
from rakumpit.lembar import tulis_xlsx
from rakumpit.organisasi.models import Pegawai, Pengguna, Penugasan
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import format_waktu, hari_ini

PER_HALAMAN = 20
_JUDUL_LEMBAR = ("Nama", "Jenis pegawai", "Unit kerja", "Keadaan", "Nomor tunggu", "Mendaftar pada", "Alasan")


def _induk(kegiatan: Kegiatan) -> tuple[str, str]:
    return kegiatan.judul, reverse("pelatihan:kegiatan", args=[kegiatan.uuid])


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def pendaftaran_daftar(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Register oneself, with the warnings before the button."""
    pengguna = akun(request)
    pegawai, kegiatan = pegawai_sendiri(pengguna), kegiatan_terlihat(pengguna, kode)
    kata = peringatan_orang(kegiatan, pegawai.pk, jadwal(kegiatan))
    return formulir(
        request,
        DaftarForm(request.POST if request.method == "POST" else None),
        lambda _data: mendaftar(kegiatan=kegiatan, pegawai=[pegawai], oleh=pengguna),
        judul="Daftar kegiatan",
        tombol="Daftar",
        induk=_induk(kegiatan),
        keterangan=" ".join(kata),
        kutipan=kegiatan.judul,
        pesan="Pendaftaran Anda tercatat. Lihat keadaannya di bagian Peserta.",
    )


def _peserta(kegiatan: Kegiatan, status: str, cari: str) -> QuerySet[Any]:
    """Rows with the unit of today as ``nama_unit``."""
    tempat = (
        Penugasan.objects.pada(hari_ini())
        .filter(pegawai=OuterRef("pegawai"))
        .order_by("sifat", "pk")
        .values("jabatan__unit__nama")
    )
    semua: QuerySet[Any] = kegiatan.pendaftaran.select_related("pegawai").annotate(nama_unit=Subquery(tempat[:1]))
    if status:
        semua = semua.filter(status=status)
    if cari:
        semua = semua.filter(pegawai__in=Pegawai.objects.cari(cari).order_by().values("pk"))
    return semua.order_by("pegawai__nama_urut", "pk")


def _saring(request: HttpRequest) -> tuple[str, str]:
    status = request.GET.get("keadaan", "")
    if status and status not in set(StatusPendaftaran):
        raise Http404
    return status, " ".join(request.GET.get("q", "").split())[:100]


def _kegiatan_peserta(pengguna: Pengguna, kode: UUID) -> Kegiatan:
    baris = kegiatan_terlihat(pengguna, kode)
    if not boleh_melihat_peserta(pengguna, baris):
        raise Http404
    return baris


@wajib_masuk
@require_safe
def kegiatan_peserta(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Everybody who registered, by name; filter by state and name."""
    pengguna = akun(request)
    kegiatan = _kegiatan_peserta(pengguna, kode)
    status, cari = _saring(request)
    halaman = Paginator(_peserta(kegiatan, status, cari), PER_HALAMAN).get_page(request.GET.get("page"))
    baris = list(halaman.object_list)
    nomor = nomor_tunggu(baris)
    tamu = Paginator(kegiatan.peserta_luar.berlaku(), PER_HALAMAN).get_page(request.GET.get("luar"))
    menyusun = boleh_menyusun(pengguna, kegiatan.unit_id)
    return render(
        request,
        "pelatihan/kegiatan_peserta.html",
        {
            "satu": kegiatan,
            "halaman": halaman,
            "baris": [
                (satu, JENIS_STATUS_PENDAFTARAN[StatusPendaftaran(satu.status)], nomor.get(satu.pk)) for satu in baris
            ],
            "keadaan": status,
            "q": cari,
            "pilihan": [(satu.value, kata) for satu, kata in LABEL_STATUS_PENDAFTARAN.items()],
            "tamu": tamu,
            "menyusun": menyusun,
            "terbuka": menyusun and dapat_batal(kegiatan, jadwal(kegiatan)),
        },
    )


@wajib_masuk
@require_safe
def kegiatan_peserta_lembar(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The same list as XLSX; no cell runs as a formula."""
    pengguna = akun(request)
    kegiatan = _kegiatan_peserta(pengguna, kode)
    semua: list[Pendaftaran] = list(_peserta(kegiatan, *_saring(request)))
    nomor = nomor_tunggu(semua)
    isi = [
        (
            satu.pegawai.nama,
            satu.pegawai.get_status_display(),
            getattr(satu, "nama_unit", None) or "",
            satu.get_status_display(),
            nomor.get(satu.pk, ""),
            format_waktu(satu.mendaftar_pada),
            satu.alasan,
        )
        for satu in semua
    ]
    # Guests have no state; a filtered list is one of staff.
    if not any(request.GET.get(nama) for nama in ("keadaan", "q")):
        isi += [
            (satu.nama, "Peserta luar", satu.asal, "Terdaftar", "", format_waktu(satu.dicatat_pada), "")
            for satu in kegiatan.peserta_luar.berlaku()
        ]
    return unduhan_jadi(tulis_xlsx([_JUDUL_LEMBAR, *isi], nama_lembar="Peserta"), f"peserta-{kegiatan.uuid}", "xlsx")


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def kegiatan_pilihan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The order of the waiting list and the reminders of an event."""
    pengguna = akun(request)
    kegiatan = kegiatan_terlihat(pengguna, kode)
    if not boleh_mengatur_pendaftaran(pengguna, kegiatan):
        raise Http404
    kini = PilihanPendaftaran.objects.filter(kegiatan=kegiatan).first() or PilihanPendaftaran(
        kegiatan=kegiatan, versi=0
    )
    nama = ("versi", "urutan", "pengingat", "setiap_sesi", "pengingat_menit", "teks_pengingat")
    form = PilihanForm(
        kiriman(request),
        initial={satu: getattr(kini, satu) for satu in nama},
        dapat_urutan=urutan_dapat_diubah(kegiatan),
    )
    return formulir(
        request,
        form,
        lambda data: atur_pendaftaran(kegiatan=kegiatan, oleh=pengguna, versi=data["versi"], isi=form.isi()),
        judul="Daftar tunggu dan pengingat",
        tombol="Simpan pilihan",
        induk=_induk(kegiatan),
        kutipan=kegiatan.judul,
        pesan="Pilihan disimpan.",
    )
