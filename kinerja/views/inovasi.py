"""Innovations of the office: the list that everybody here reads, and the steps from the idea to other units."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.enums.inovasi import LABEL_STATUS_INOVASI, StatusInovasi
from kinerja.forms.dasar import tanpa_nol
from kinerja.forms.inovasi import AdopsiForm, HasilForm, InovasiForm, KembalikanHasilForm, MulaiCobaForm, VerifikasiForm
from kinerja.models import Adopsi, Bukti, Inovasi
from kinerja.perhitungan import teks_angka
from kinerja.permissions.inovasi import SUDAH_BERHASIL_ATAU_TIDAK, anggota, boleh_memverifikasi, orang_kantor
from kinerja.proses.inovasi import (
    adopsi_inovasi,
    catat_hasil_coba,
    kembalikan_inovasi,
    mulai_coba,
    ubah_inovasi,
    usulkan_inovasi,
    verifikasi_inovasi,
)
from kinerja.views.ambil import akun, inovasi_kantor, pegawai_sendiri
from kinerja.views.formulir import pasang_versi, simpan_formulir
from kinerja.views.ke_pelatihan import praktik_dari
from rakumpit.bacaan import banyak
from rakumpit.organisasi.models import Pegawai, Pengguna, Penugasan
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import hari_ini

PER_HALAMAN = 20
JENIS_STATUS_INOVASI = {"ide": "netral", "dicoba": "berjalan", "berhasil": "baik", "tidak": "info"}


@wajib_masuk
@require_safe
def inovasi_daftar(request: HttpRequest) -> HttpResponse:
    """All innovations, newest first; filter by stage, verification and words of title, problem and idea."""
    pengguna = akun(request)
    if not orang_kantor(pengguna):
        raise Http404
    keadaan, cari = request.GET.get("keadaan", ""), request.GET.get("q", "").strip()
    if keadaan not in {"", "diverifikasi", *(satu.value for satu in StatusInovasi)}:
        raise Http404
    semua = Inovasi.objects.all()
    if cari:
        semua = semua.filter(Q(judul__icontains=cari) | Q(masalah__icontains=cari) | Q(gagasan__icontains=cari))
    tampil = semua
    if keadaan == "diverifikasi":
        tampil = semua.filter(diverifikasi_pada__isnull=False)
    elif keadaan:
        tampil = semua.filter(status=keadaan)
    jumlah = dict(semua.order_by().values_list("status").annotate(n=Count("pk")))
    urut = (
        tampil.select_related("pengusul")
        .annotate(banyak_unit=banyak(Adopsi.objects.filter(inovasi=OuterRef("pk")), "inovasi"))
        .order_by("-diusulkan_pada", "-pk")
    )
    halaman = Paginator(urut, PER_HALAMAN).get_page(request.GET.get("page"))
    return render(
        request,
        "kinerja/inovasi_daftar.html",
        {
            "pilihan": [
                ("", "Semua", sum(jumlah.values())),
                *((satu.value, label, jumlah.get(satu.value, 0)) for satu, label in LABEL_STATUS_INOVASI.items()),
                ("diverifikasi", "Sudah diverifikasi", None),
            ],
            "keadaan": keadaan,
            "q": cari,
            "halaman": halaman,
            "baris": [(satu, JENIS_STATUS_INOVASI[satu.status]) for satu in halaman.object_list],
            "boleh_usul": _ber_skp(pengguna),
        },
    )


def _ber_skp(pengguna: Pengguna) -> bool:
    pegawai = getattr(pengguna, "pegawai", None)
    return pegawai is not None and pegawai.ber_skp


def _induk() -> tuple[str, str]:
    return "Inovasi", reverse("kinerja:inovasi_daftar")


@wajib_masuk
@require_safe
def inovasi(request: HttpRequest, kode: UUID) -> HttpResponse:
    """One innovation with its figures, its evidence as far as the reader may open it, and the next steps."""
    pengguna = akun(request)
    baris = inovasi_kantor(pengguna, kode)
    ikut, selesai = anggota(pengguna, baris), baris.diverifikasi_pada is not None
    ada_hasil = baris.status in SUDAH_BERHASIL_ATAU_TIDAK
    praktik, boleh_tawar = praktik_dari(pengguna, baris)
    return render(
        request,
        "kinerja/inovasi.html",
        {
            "inovasi": baris,
            "jenis_status": JENIS_STATUS_INOVASI[baris.status],
            "angka": _angka(baris),
            "tim": baris.tim.all(),
            "bukti": Bukti.objects.berlaku().terlihat_oleh(pengguna).filter(inovasi=baris),
            "banyak_bukti": Bukti.objects.berlaku().filter(inovasi=baris).count(),
            "adopsi": baris.adopsi.select_related("unit"),
            "boleh_ubah": ikut and not selesai,
            "boleh_coba": ikut
            and not selesai
            and baris.status in {StatusInovasi.IDE.value, StatusInovasi.TIDAK_BERHASIL.value},
            "boleh_hasil": ikut and not selesai and baris.status != StatusInovasi.IDE.value,
            "boleh_verifikasi": ada_hasil and not selesai and boleh_memverifikasi(pengguna, baris),
            "praktik": praktik,
            "boleh_tawar": boleh_tawar,
            "boleh_adopsi": baris.status == StatusInovasi.BERHASIL.value and bool(_unit_dipimpin(pengguna)),
        },
    )


def _angka(baris: Inovasi) -> str:
    """«Waktu tunggu: 45 menit menjadi 12 menit», "" without figures."""
    if baris.sebelum is None or baris.sesudah is None:
        return ""
    sebelum, sesudah = (f"{teks_angka(satu)} {baris.satuan}".strip() for satu in (baris.sebelum, baris.sesudah))
    return f"{baris.ukuran}: {sebelum} menjadi {sesudah}"


def _unit_dipimpin(pengguna: Pengguna) -> list[int]:
    return Penugasan.objects.unit_dipimpin(pengguna, hari_ini())


def _rekan(pengusul: Pegawai, inovasi: Inovasi | None = None) -> object:
    """Who may be in the team: today's staff, and who is in it already, also after having left the office."""
    kini = Pegawai.objects.ber_skp().aktif_pada(hari_ini())
    calon = Q(pk__in=kini.order_by().values("pk"))
    if inovasi is not None:
        calon |= Q(pk__in=inovasi.tim.order_by().values("pk"))
    return Pegawai.objects.filter(calon).exclude(pk=pengusul.pk).order_by("nama_urut", "pk")


def _saat_konflik(form: forms.Form, baris: Inovasi) -> Callable[[], str]:
    """Brings a form to what the others of the team have stored, and says what that is."""

    def kini() -> str:
        baris.refresh_from_db()
        pasang_versi(form, baris.versi)
        tim = ", ".join(str(satu) for satu in baris.tim.all())
        isi = (baris.judul, baris.masalah, baris.gagasan, f"Anggota tim: {tim}" if tim else "")
        return "\n\n".join(satu for satu in (*isi, baris.hasil, _angka(baris)) if satu)

    return kini


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def inovasi_tambah(request: HttpRequest) -> HttpResponse:
    """Write down an idea."""
    pengguna = akun(request)
    form = InovasiForm(kiriman(request), rekan=_rekan(pegawai_sendiri(pengguna)))

    def simpan() -> HttpResponse:
        data = form.cleaned_data
        baru = usulkan_inovasi(
            oleh=pengguna, judul=data["judul"], masalah=data["masalah"], gagasan=data["gagasan"], tim=list(data["tim"])
        )
        messages.success(request, "Ide tercatat. Mulailah dengan percobaan kecil.")
        return redirect("kinerja:inovasi", kode=baru.uuid)

    return simpan_formulir(
        request,
        form,
        simpan,
        judul="Usulkan inovasi",
        tombol="Simpan ide",
        induk=_induk(),
        keterangan="Ide kecil pun berharga. Tidak ada yang dinilai buruk karena mencoba.",
    )


def _milik(request: HttpRequest, kode: UUID) -> Inovasi:
    baris = inovasi_kantor(akun(request), kode)
    if not anggota(akun(request), baris):
        raise Http404
    return baris


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def inovasi_ubah(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Change the description and the team."""
    pengguna, baris = akun(request), _milik(request, kode)
    awal = {
        "judul": baris.judul,
        "masalah": baris.masalah,
        "gagasan": baris.gagasan,
        "tim": list(baris.tim.values_list("uuid", flat=True)),
        "versi": baris.versi,
    }
    form = InovasiForm(kiriman(request), initial=awal, rekan=_rekan(baris.pengusul, baris))

    def simpan() -> HttpResponse:
        data = form.cleaned_data
        ubah_inovasi(
            inovasi=baris,
            oleh=pengguna,
            judul=data["judul"],
            masalah=data["masalah"],
            gagasan=data["gagasan"],
            tim=list(data["tim"]),
            versi=data["versi"] or 0,
        )
        messages.success(request, "Inovasi tersimpan.")
        return redirect("kinerja:inovasi", kode=kode)

    return simpan_formulir(
        request,
        form,
        simpan,
        judul="Ubah inovasi",
        tombol="Simpan inovasi",
        induk=_induk(),
        saat_konflik=_saat_konflik(form, baris),
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def inovasi_coba(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Begin a trial."""
    pengguna, baris = akun(request), _milik(request, kode)
    form = MulaiCobaForm(kiriman(request), initial={"sejak": hari_ini()})

    def simpan() -> HttpResponse:
        mulai_coba(inovasi=baris, oleh=pengguna, sejak=form.cleaned_data["sejak"])
        messages.success(request, "Percobaan dimulai. Catat angkanya sejak hari pertama.")
        return redirect("kinerja:inovasi", kode=kode)

    return simpan_formulir(
        request,
        form,
        simpan,
        judul="Mulai mencoba",
        tombol="Mulai mencoba",
        induk=_induk(),
        keterangan="Catat dulu angka sebelumnya, agar perubahannya terlihat.",
        kutipan=baris.judul,
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def inovasi_hasil(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Say what came of the trial, or mend it while nobody has verified it."""
    pengguna, baris = akun(request), _milik(request, kode)
    bukti = Bukti.objects.berlaku().filter(pegawai__pengguna=pengguna).select_related("pegawai").order_by("-pk")
    form = HasilForm(kiriman(request), bukti=bukti, initial=_awal_hasil(baris, pengguna))

    def simpan() -> HttpResponse:
        data = form.cleaned_data
        catat_hasil_coba(inovasi=baris, oleh=pengguna, **(data | {"bukti": list(data["bukti"])}))
        kata = "Atasan Anda akan memeriksanya." if data["berhasil"] else "Terima kasih sudah mencoba dan membagikannya."
        messages.success(request, f"Hasil tersimpan. {kata}")
        return redirect("kinerja:inovasi", kode=kode)

    return simpan_formulir(
        request,
        form,
        simpan,
        judul="Catat hasil",
        tombol="Simpan hasil",
        induk=_induk(),
        kutipan="\n\n".join(satu for satu in (baris.judul, baris.catatan_pengembalian) if satu),
        saat_konflik=_saat_konflik(form, baris),
    )


def _awal_hasil(baris: Inovasi, pengguna: Pengguna) -> dict[str, Any]:
    """What was reported before, by the names of the fields."""
    awal: dict[str, Any] = {nama: getattr(baris, nama) for nama in ("hasil", "ukuran", "satuan", "versi")}
    awal |= {nama: tanpa_nol(getattr(baris, nama)) for nama in ("sebelum", "sesudah")}
    awal["bukti"] = list(baris.bukti.filter(pegawai__pengguna=pengguna).values_list("uuid", flat=True))
    if baris.status in SUDAH_BERHASIL_ATAU_TIDAK:
        awal["berhasil"] = "ya" if baris.status == StatusInovasi.BERHASIL.value else "belum"
    return awal


def _diperiksa(request: HttpRequest, kode: UUID) -> Inovasi:
    baris = inovasi_kantor(akun(request), kode)
    if not boleh_memverifikasi(akun(request), baris):
        raise Http404
    return baris


def _kutipan_hasil(baris: Inovasi) -> str:
    return f"{baris.judul}\n\n{baris.hasil}\n\n{_angka(baris)}".strip()


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def inovasi_verifikasi(request: HttpRequest, kode: UUID) -> HttpResponse:
    """A second person says that the report is right."""
    pengguna, baris = akun(request), _diperiksa(request, kode)
    form = VerifikasiForm(kiriman(request), initial={"versi": baris.versi})

    def simpan() -> HttpResponse:
        verifikasi_inovasi(inovasi=baris, oleh=pengguna, **form.cleaned_data)
        messages.success(request, "Inovasi diverifikasi. Pengusul dan timnya mendapat pemberitahuan.")
        return redirect("kinerja:inovasi", kode=kode)

    return simpan_formulir(
        request,
        form,
        simpan,
        judul="Verifikasi inovasi",
        tombol="Verifikasi inovasi",
        induk=_induk(),
        keterangan="Sesudah diverifikasi, isinya tidak dapat diubah lagi.",
        kutipan=_kutipan_hasil(baris),
        saat_konflik=_saat_konflik(form, baris),
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def inovasi_kembalikan(request: HttpRequest, kode: UUID) -> HttpResponse:
    """A second person sends the report back to the team with what is to be mended."""
    pengguna, baris = akun(request), _diperiksa(request, kode)
    form = KembalikanHasilForm(kiriman(request), initial={"versi": baris.versi})

    def simpan() -> HttpResponse:
        kembalikan_inovasi(inovasi=baris, oleh=pengguna, **form.cleaned_data)
        messages.success(request, "Hasil dikembalikan. Pengusul dan timnya mendapat pemberitahuan.")
        return redirect("kinerja:inovasi", kode=kode)

    return simpan_formulir(
        request,
        form,
        simpan,
        judul="Kembalikan hasil",
        tombol="Kembalikan hasil",
        induk=_induk(),
        keterangan="Tim membetulkan hasilnya, lalu mencatatnya lagi untuk Anda periksa.",
        kutipan=_kutipan_hasil(baris),
        saat_konflik=_saat_konflik(form, baris),
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def inovasi_adopsi(request: HttpRequest, kode: UUID) -> HttpResponse:
    """A unit that the reader leads works in this way from now on."""
    pengguna = akun(request)
    baris, unit_ids = inovasi_kantor(pengguna, kode), _unit_dipimpin(pengguna)
    if not unit_ids:
        raise Http404
    form = AdopsiForm(kiriman(request), initial={"tanggal": hari_ini()}, unit_ids=unit_ids)

    def simpan() -> HttpResponse:
        adopsi = adopsi_inovasi(inovasi=baris, oleh=pengguna, **form.cleaned_data)
        messages.success(request, f"{adopsi.unit} tercatat memakai inovasi ini.")
        return redirect("kinerja:inovasi", kode=kode)

    return simpan_formulir(
        request, form, simpan, judul="Pakai di unit saya", tombol="Simpan", induk=_induk(), kutipan=baris.judul
    )
