"""One report for staff: what was said, its clocks and history, and the steps that this reader may take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from forum.enums.laporan import LENCANA_STATUS, TEMPLAT_JAWABAN, Langkah, StatusLaporan
from forum.forms import laporan_kelola as bentuk
from forum.models import LampiranLaporan, Laporan
from forum.perhitungan.laporan import boleh_beralih
from forum.permissions.laporan import boleh_menangani, boleh_mengelola_laporan, boleh_menutup
from forum.proses import laporan_kelola as kelola
from forum.proses import laporan_unit as unit
from forum.ringkasan.jam_laporan import dapat_diperpanjang, menunggu_disampaikan
from forum.ringkasan.tampilan_laporan import riwayat_kantor, tenggat_tampil
from forum.views.kerangka import tambah_galat
from rakumpit.berkas import unduhan
from rakumpit.organisasi.models import Pengguna
from rakumpit.tertahan import buang_tertahan, isian_tertahan, wajib_masuk_lalu


@dataclass(frozen=True, slots=True)
class Aksi:
    """A step on this page. ``langkah`` None: at any time. ``utama``: shown open, the others are folded.

    ``boleh``: whose step it is. ``bila``: whether it is offered now; who may take it and comes too late is told why.
    """

    judul: str
    tombol: str
    form: type[bentuk.LangkahForm]
    boleh: Callable[[Pengguna, Laporan], bool]
    jalankan: Callable[..., Any]
    pesan: str
    langkah: Langkah | None = None
    utama: bool = False
    gaya: str = "btn-outline-primary"
    bila: Callable[[Laporan], bool] | None = None

    def berlaku(self, laporan: Laporan) -> bool:
        """Whether it begins where the report stands."""
        return (self.langkah is None or boleh_beralih(self.langkah, StatusLaporan(laporan.status))) and (
            self.bila is None or self.bila(laporan)
        )


def _mengelola(pengguna: Pengguna, laporan: Laporan) -> bool:
    return boleh_mengelola_laporan(pengguna)


def _dapat_disembunyikan(laporan: Laporan) -> bool:
    return not laporan.rahasia


def _tanpa_nomor_lapor(laporan: Laporan) -> bool:
    return not laporan.nomor_lapor


# Word of the address -> step.
AKSI: dict[str, Aksi] = {
    "verifikasi": Aksi(
        judul="Periksa laporan",
        tombol="Nyatakan lengkap",
        form=bentuk.VerifikasiForm,
        boleh=_mengelola,
        jalankan=kelola.verifikasi,
        pesan="Laporan diperiksa. Tenggat jawaban mulai dihitung.",
        langkah=Langkah.VERIFIKASI,
        utama=True,
        gaya="btn-primary",
    ),
    "teruskan": Aksi(
        judul="Teruskan ke unit",
        tombol="Teruskan laporan",
        form=bentuk.TeruskanForm,
        boleh=_mengelola,
        jalankan=kelola.teruskan,
        pesan="Laporan diteruskan. Petugasnya mendapat pemberitahuan.",
        langkah=Langkah.DISPOSISI,
        utama=True,
        gaya="btn-primary",
    ),
    "mulai": Aksi(
        judul="Kerjakan laporan",
        tombol="Mulai kerjakan",
        form=bentuk.MulaiForm,
        boleh=boleh_menangani,
        jalankan=unit.mulai,
        pesan="Laporan mulai dikerjakan.",
        langkah=Langkah.MULAI,
        utama=True,
        gaya="btn-primary",
    ),
    "jawab": Aksi(
        judul="Jawab pelapor",
        tombol="Kirim jawaban",
        form=bentuk.JawabForm,
        boleh=boleh_menangani,
        jalankan=unit.jawab,
        pesan="Jawaban dikirim. Pelapor membacanya di Lacak laporan.",
        langkah=Langkah.JAWAB,
        utama=True,
        gaya="btn-primary",
    ),
    "sampaikan": Aksi(
        judul="Catat penyampaian jawaban",
        tombol="Simpan penyampaian",
        form=bentuk.SampaikanForm,
        boleh=boleh_menutup,
        bila=menunggu_disampaikan,
        jalankan=unit.sampaikan,
        pesan="Penyampaian jawaban dicatat.",
        utama=True,
    ),
    "tutup": Aksi(
        judul="Tutup laporan",
        tombol="Tutup laporan",
        form=bentuk.SelesaiForm,
        boleh=boleh_menutup,
        jalankan=unit.tutup,
        pesan="Laporan ditutup.",
        langkah=Langkah.SELESAI,
        utama=True,
    ),
    "minta-lengkapi": Aksi(
        judul="Minta pelapor melengkapi",
        tombol="Minta dilengkapi",
        form=bentuk.MintaLengkapiForm,
        boleh=_mengelola,
        jalankan=kelola.minta_lengkapi,
        pesan="Pelapor diminta melengkapi. Tenggat jawaban dijeda.",
        langkah=Langkah.MINTA_LENGKAPI,
    ),
    "perpanjang": Aksi(
        judul="Perpanjang tenggat jawaban",
        tombol="Perpanjang tenggat",
        form=bentuk.PerpanjangForm,
        boleh=boleh_menutup,
        bila=dapat_diperpanjang,
        jalankan=unit.perpanjang,
        pesan="Tenggat diperpanjang. Pemohon membaca alasannya di Lacak laporan.",
    ),
    "kembalikan": Aksi(
        judul="Kembalikan kepada pengelola",
        tombol="Kembalikan laporan",
        form=bentuk.KembalikanForm,
        boleh=boleh_menangani,
        jalankan=unit.kembalikan,
        pesan="Laporan dikembalikan. Tenggat tetap berjalan.",
        langkah=Langkah.KEMBALIKAN,
    ),
    "bukan-wewenang": Aksi(
        judul="Bukan wewenang kantor ini",
        tombol="Nyatakan bukan wewenang",
        form=bentuk.BukanWewenangForm,
        boleh=_mengelola,
        jalankan=kelola.bukan_wewenang,
        pesan="Pelapor diberi tahu instansi yang berwenang.",
        langkah=Langkah.BUKAN_WEWENANG,
    ),
    "duplikat": Aksi(
        judul="Sama dengan laporan lain",
        tombol="Satukan laporan",
        form=bentuk.DuplikatForm,
        boleh=_mengelola,
        jalankan=kelola.tandai_duplikat,
        pesan="Laporan disatukan dengan yang lebih dulu.",
        langkah=Langkah.DUPLIKAT,
    ),
    "alihkan": Aksi(
        judul="Alihkan ke LAPOR!",
        tombol="Alihkan laporan",
        form=bentuk.AlihkanForm,
        boleh=_mengelola,
        jalankan=kelola.alihkan,
        pesan="Laporan dialihkan ke LAPOR! dengan nomornya.",
        langkah=Langkah.ALIHKAN,
    ),
    "arsipkan": Aksi(
        judul="Tidak ditangani",
        tombol="Nyatakan tidak ditangani",
        form=bentuk.ArsipkanForm,
        boleh=_mengelola,
        jalankan=kelola.arsipkan,
        pesan="Laporan tidak ditangani, dengan alasan untuk pelapor.",
        langkah=Langkah.ARSIPKAN,
        gaya="btn-outline-danger",
    ),
    "buka-lagi": Aksi(
        judul="Buka kembali",
        tombol="Buka kembali laporan",
        form=bentuk.BukaLagiForm,
        boleh=_mengelola,
        jalankan=kelola.buka_lagi,
        pesan="Laporan dibuka kembali dengan tenggat baru. Teruskan ke unit.",
        langkah=Langkah.BUKA_LAGI,
    ),
    "nomor-lapor": Aksi(
        judul="Nomor LAPOR!",
        tombol="Simpan nomor",
        form=bentuk.NomorLaporForm,
        boleh=_mengelola,
        bila=_tanpa_nomor_lapor,
        jalankan=kelola.catat_nomor_lapor,
        pesan="Nomor LAPOR! disimpan.",
    ),
    "sembunyikan": Aksi(
        judul="Sembunyikan dari umum",
        tombol="Sembunyikan laporan",
        form=bentuk.RahasiakanForm,
        boleh=_mengelola,
        bila=_dapat_disembunyikan,
        jalankan=kelola.rahasiakan,
        pesan="Laporan tidak tampil untuk umum lagi.",
        gaya="btn-outline-danger",
    ),
}


def akun(request: HttpRequest) -> Pengguna:
    """The account of a signed-in request."""
    if not isinstance(request.user, Pengguna):
        raise Http404
    return request.user


def laporan_terlihat(request: HttpRequest, uuid: UUID) -> Laporan:
    """A report that this person may see."""
    baris: Laporan = get_object_or_404(
        Laporan.objects.terlihat_oleh(akun(request)).select_related(
            "unit", "penangan", "terlapor", "kelurahan", "layanan", "duplikat_dari"
        ),
        uuid=uuid,
    )
    return baris


@login_required
@require_safe
def laporan_kelola(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The report with the steps of this reader, and what waited while the session had ended."""
    laporan = laporan_terlihat(request, uuid)
    for kata, aksi in AKSI.items():
        data = isian_tertahan(request, reverse(_nama(kata), args=[uuid]))
        if data is not None and aksi.boleh(akun(request), laporan) and aksi.berlaku(laporan):
            return _halaman(request, laporan, tertolak=(kata, aksi.form(data, laporan=laporan)))
    return _halaman(request, laporan)


def _nama(kata: str) -> str:
    """URL name of a step."""
    return f"forum:laporan_{kata.replace('-', '_')}"


def _halaman(
    request: HttpRequest,
    laporan: Laporan,
    *,
    tertolak: tuple[str, bentuk.LangkahForm] | None = None,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    pengguna = akun(request)
    # Several steps are of the same people: each right is looked up once.
    hak = {boleh: boleh(pengguna, laporan) for boleh in {satu.boleh for satu in AKSI.values()}}
    langkah = []
    for kata, aksi in AKSI.items():
        ditolak = tertolak is not None and tertolak[0] == kata
        if ditolak or (hak[aksi.boleh] and aksi.berlaku(laporan)):
            form = tertolak[1] if tertolak is not None and ditolak else aksi.form(laporan=laporan)
            langkah.append((_nama(kata), aksi, form, ditolak))
    mengelola = boleh_mengelola_laporan(pengguna)
    balasan = render(
        request,
        "forum/laporan_kelola.html",
        {
            "laporan": laporan,
            "lencana_jenis": LENCANA_STATUS.get(StatusLaporan(laporan.status), "netral"),
            "tenggat": tenggat_tampil(laporan),
            "riwayat": riwayat_kantor(laporan),
            "disposisi": laporan.disposisi.select_related("unit", "pegawai").order_by("-pk"),
            "lampiran": list(laporan.lampiran.all()),
            "duplikat": list(laporan.duplikat.values_list("nomor", flat=True)),
            "utama": [satu for satu in langkah if satu[1].utama],
            "lain": [satu for satu in langkah if not satu[1].utama],
            "templat": TEMPLAT_JAWABAN,
            "identitas": bentuk.IdentitasForm(laporan=laporan) if mengelola and not laporan.tanpa_identitas else None,
            "tertolak": tertolak[1] if tertolak else None,
        },
        status=status,
    )
    balasan["Cache-Control"] = "no-store"
    return balasan


@wajib_masuk_lalu("forum:laporan_kelola")
@require_POST
def langkah(request: HttpRequest, uuid: UUID, kata: str) -> HttpResponse:
    """One step: done by ``proses`` and told in one sentence, or the page again with what was typed."""
    laporan, pengguna, aksi = laporan_terlihat(request, uuid), akun(request), AKSI[kata]
    if not aksi.boleh(pengguna, laporan):
        raise Http404
    form = aksi.form(request.POST, laporan=laporan)
    if not form.is_valid():
        return _halaman(request, laporan, tertolak=(kata, form), status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        hasil = aksi.jalankan(laporan=laporan, oleh=pengguna, **form.cleaned_data)
    except ValidationError as galat:
        tambah_galat(form, galat)
        return _halaman(request, laporan_terlihat(request, uuid), tertolak=(kata, form), status=HTTPStatus.CONFLICT)
    buang_tertahan(request)
    if kata == "jawab" and hasil.status != StatusLaporan.DIJAWAB:
        messages.warning(request, "Disimpan sebagai kabar kemajuan. Laporan belum dijawab, tenggat tetap berjalan.")
    else:
        messages.success(request, aksi.pesan)
    if not Laporan.objects.terlihat_oleh(pengguna).filter(pk=laporan.pk).exists():
        return redirect("forum:laporan_daftar")
    return redirect("forum:laporan_kelola", uuid=uuid)


@login_required
@require_POST
def identitas(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Who reported, on a page of its own, after a reason that is kept. Nothing of it stays in the browser."""
    laporan, pengguna = laporan_terlihat(request, uuid), akun(request)
    if not boleh_mengelola_laporan(pengguna) or laporan.tanpa_identitas:
        raise Http404
    form = bentuk.IdentitasForm(request.POST, laporan=laporan)
    status = HTTPStatus.OK
    siapa = None
    if form.is_valid():
        siapa = kelola.buka_identitas(laporan=laporan, oleh=pengguna, alasan=form.cleaned_data["alasan"])
    else:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    balasan = render(
        request, "forum/laporan_identitas.html", {"laporan": laporan, "siapa": siapa, "form": form}, status=status
    )
    balasan["Cache-Control"] = "no-store"
    return balasan


@login_required
@require_safe
def foto(request: HttpRequest, uuid: UUID) -> FileResponse:
    """A photo of a report that this person may see, as an attachment."""
    baris = get_object_or_404(LampiranLaporan, uuid=uuid, laporan__in=Laporan.objects.terlihat_oleh(akun(request)))
    return unduhan(baris.berkas, f"{baris.laporan.nomor} {baris.judul}")
