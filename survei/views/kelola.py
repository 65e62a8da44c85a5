"""Staff pages: surveys of the own units, their counters, the steps of their life, suggestions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from rakumpit.angka import format_angka
from rakumpit.berkas import unduhan_jadi
from rakumpit.lembar import tulis_csv, tulis_xlsx
from rakumpit.organisasi.models import Pengguna
from survei import proses
from survei.enums import LABEL_STATUS_SURVEI, StatusSurvei
from survei.enums.instrumen import JenisInstrumen
from survei.forms.kelola import BatalkanForm, EksporTulisanForm, YakinForm
from survei.models import RekapHarian, Respons, Survei
from survei.perhitungan import SEL_MINIMUM_DALAM
from survei.permissions import (
    boleh_membaca_permintaan,
    boleh_membaca_saran,
    boleh_mengelola,
    boleh_mengetahui_terlambat,
)
from survei.ringkasan import hasil_survei, permintaan_menunggu
from survei.ringkasan.loket import pemohon_sebelum
from survei.ringkasan.saran import saran_terbaca
from survei.ringkasan.terlambat import jawaban_terlambat
from survei.views import tampilan, tampilan_persepsi, tampilan_terkunci

# Value in the address -> (label, columns). Sort links in the heading of a table are out of reach on a phone.
URUTAN: dict[str, tuple[str, tuple[str, ...]]] = {
    "": ("Terbaru", ("-mulai", "unit__nama", "pk")),
    "judul": ("Judul", ("judul", "pk")),
    "unit": ("Unit", ("unit__nama", "-mulai", "pk")),
    "jawaban": ("Jawaban terbanyak", ("-diterima", "pk")),
}


def pengguna_masuk(request: HttpRequest) -> Pengguna:
    pengguna = request.user
    if not isinstance(pengguna, Pengguna):
        raise Http404
    return pengguna


def pengelola_masuk(request: HttpRequest) -> Pengguna:
    """The pengelola who asks; for everybody else the page does not exist."""
    pengguna = pengguna_masuk(request)
    if not boleh_mengelola(pengguna):
        raise Http404
    return pengguna


def survei_terlihat(request: HttpRequest, uuid: UUID) -> Survei:
    """The survey if this person may see its counters; anything else does not exist."""
    terlihat = Survei.objects.terlihat_oleh(pengguna_masuk(request)).select_related("unit", "instrumen")
    survei: Survei | None = terlihat.filter(uuid=uuid).first()
    if survei is None:
        raise Http404
    return survei


def kata_cari(request: HttpRequest) -> str:
    """What is searched for, without needless blanks."""
    return " ".join(request.GET.get("q", "").split())[:100]


def tab_survei(survei: Survei, boleh_saran: bool, kini: str) -> list[tuple[str, str, bool, int | None]]:
    """The pages of one survey that this reader may open."""
    semua: list[tuple[str, str, bool, int | None]] = [
        ("Keadaan dan hasil", reverse("survei:kelola_survei", args=[survei.uuid]), kini == "keadaan", None),
        ("Sampel", reverse("survei:sampel", args=[survei.uuid]), kini == "sampel", None),
        ("Menurut kelompok", reverse("survei:kelompok", args=[survei.uuid]), kini == "kelompok", None),
    ]
    if survei.status != StatusSurvei.DRAF:
        semua.insert(1, ("Pengumpulan", reverse("survei:pengumpulan", args=[survei.uuid]), kini == "pengumpulan", None))
        if survei.instrumen.jenis not in {JenisInstrumen.SPAK, JenisInstrumen.BEBAS}:
            semua.append(("Kertas", reverse("survei:kertas_daftar", args=[survei.uuid]), kini == "kertas", None))
    if survei.hitungan_final and survei.instrumen.jenis != JenisInstrumen.BEBAS:
        semua.append(
            ("Tindak lanjut", reverse("survei:tindak_lanjut_survei", args=[survei.uuid]), kini == "tindak_lanjut", None)
        )
    if survei.hitungan_final and survei.instrumen.jenis == JenisInstrumen.SKM:
        semua.append(("Laporan", reverse("survei:laporan", args=[survei.uuid]), kini == "laporan", None))
    if boleh_saran:
        if survei.instrumen.jenis == JenisInstrumen.BEBAS:
            semua.append(("Jawaban teks", reverse("survei:teks", args=[survei.uuid]), kini == "teks", None))
        if survei.instrumen.jenis != JenisInstrumen.BEBAS or survei.instrumen.ada_saran:
            semua.append(("Saran warga", reverse("survei:saran", args=[survei.uuid]), kini == "saran", None))
            semua.append(("Tema saran", reverse("survei:tema", args=[survei.uuid]), kini == "tema", None))
    return semua


def galat_form(form: Form) -> str:
    return " ".join(str(pesan) for daftar in form.errors.values() for pesan in daftar)


def _dikelola(request: HttpRequest, uuid: UUID) -> Survei:
    """The survey if this person may manage it; anything else does not exist."""
    pengelola_masuk(request)
    return survei_terlihat(request, uuid)


def bersaran(request: HttpRequest, uuid: UUID) -> Survei:
    """The survey if this person may read its suggestions."""
    survei = survei_terlihat(request, uuid)
    if not boleh_membaca_saran(pengguna_masuk(request), survei):
        raise Http404
    return survei


@login_required
@require_safe
def kelola(request: HttpRequest) -> HttpResponse:
    """Surveys whose counters this person may see."""
    diterima = (
        RekapHarian.objects.filter(survei=OuterRef("pk"))
        .values("survei")
        .annotate(banyak=Sum("diterima"))
        .values("banyak")
    )
    semua = (
        Survei.objects.terlihat_oleh(pengguna_masuk(request))
        .select_related("unit")
        .annotate(diterima=Coalesce(Subquery(diterima), 0))
    )
    kata = kata_cari(request)
    if kata:
        semua = semua.filter(Q(judul__icontains=kata) | Q(unit__nama__icontains=kata))
    jumlah = dict(semua.order_by().values_list("status").annotate(banyak=Count("pk")))
    status = request.GET.get("status", "")
    if status in set(StatusSurvei):
        semua = semua.filter(status=status)
    else:
        status = ""
    urut = request.GET.get("urut", "")
    urut = urut if urut in URUTAN else ""
    halaman = Paginator(semua.order_by(*URUTAN[urut][1]), 50).get_page(request.GET.get("page"))
    isi = {
        "halaman": halaman,
        "baris": [
            (satu, tampilan.teks_masa(satu.mulai, satu.selesai), tampilan.JENIS_STATUS[StatusSurvei(satu.status)])
            for satu in halaman
        ],
        "q": kata,
        "status": status,
        "urut": urut,
        "urutan": [(kode, label) for kode, (label, _) in URUTAN.items()],
        "tab": [
            (label, f"?{urlencode({'status': kode, 'q': kata, 'urut': urut})}", kode == status, banyak)
            for kode, label, banyak in (
                ("", "Semua", sum(jumlah.values())),
                *((kode.value, label, jumlah.get(kode.value, 0)) for kode, label in LABEL_STATUS_SURVEI.items()),
            )
        ],
        "boleh_buat": (semua_unit := boleh_mengelola(pengguna_masuk(request))),
        "boleh_kalender": semua_unit or pengguna_masuk(request).pemeriksa,
        "keterangan": "Survei semua unit kecamatan"
        if semua_unit
        else "Survei dari unit yang Anda pimpin atau tempat Anda bekerja",
    }
    return render(request, "survei/kelola.html", isi)


@login_required
@require_safe
def kelola_survei(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One survey, read from counters: numbers of forms until the lock, from then on the locked result.

    Nobody sees a score before the lock: whoever did could steer by it whom to ask, when to close and what to void. The
    cost does not grow with the answers.
    """
    survei = survei_terlihat(request, uuid)
    pengguna = pengguna_masuk(request)
    tersimpan = hasil_survei(survei)
    permintaan = permintaan_menunggu(survei)
    terlambat = jawaban_terlambat(survei)
    isi: dict[str, Any] = {
        "survei": survei,
        "keterangan": f"{survei.unit.nama} · {tampilan.teks_masa(survei.mulai, survei.selesai)}",
        "jenis_status": tampilan.JENIS_STATUS[StatusSurvei(survei.status)],
        "tahap": list(LABEL_STATUS_SURVEI.values()),
        "tahap_kini": list(LABEL_STATUS_SURVEI).index(StatusSurvei(survei.status)) + 1,
        "boleh": boleh_mengelola(pengguna),
        "tab": tab_survei(survei, boleh_membaca_saran(pengguna, survei), "keadaan"),
        "permintaan": permintaan if permintaan and boleh_membaca_permintaan(pengguna, permintaan) else None,
        "terlambat": terlambat if terlambat and boleh_mengetahui_terlambat(pengguna, survei) else None,
        "ajakan": f"Hasil {survei.judul}:"
        if survei.status == StatusSurvei.DIPUBLIKASI
        else "Bagaimana layanan kantor kita? Isi surveinya, sekitar dua menit, tanpa nama:",
        "minimum": SEL_MINIMUM_DALAM,
        **tampilan_persepsi.nama_indeks(survei),
        **tampilan_terkunci.jumlah_formulir(survei),
    }
    if isi["boleh"] and survei.status == StatusSurvei.DRAF:
        jumlah, awal, akhir = pemohon_sebelum(survei)
        isi["pemohon"] = {
            "jumlah": jumlah,
            "teks": format_angka(jumlah, 0),
            "masa": tampilan.teks_masa(awal, akhir),
        }
    if tersimpan is not None:
        isi |= {
            "terkunci": True,
            "diperbaiki": tersimpan if tersimpan.versi > 1 else None,
            **tampilan_terkunci.angka_terkunci(tersimpan, minimum=SEL_MINIMUM_DALAM, terbit=False),
        }
    return render(request, "survei/kelola_survei.html", isi)


def _langkah(request: HttpRequest, uuid: UUID, jalankan: Callable[..., object], sesudah: str) -> HttpResponse:
    """One step of the survey's life: confirmed, done by ``proses``, told in one sentence."""
    survei = _dikelola(request, uuid)
    form = YakinForm(request.POST)
    if not form.is_valid():
        messages.error(request, galat_form(form))
    else:
        try:
            jalankan(survei=survei, oleh=pengguna_masuk(request))
        except ValidationError as galat:
            messages.error(request, " ".join(galat.messages))
        else:
            messages.success(request, sesudah)
    return redirect("survei:kelola_survei", uuid=uuid)


@login_required
@require_POST
def buka(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Open a draft."""
    return _langkah(request, uuid, proses.buka, "Survei dibuka. Warga dapat mengisi sesuai tanggalnya.")


@login_required
@require_POST
def tutup(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Close an open survey."""
    return _langkah(request, uuid, proses.tutup, "Survei ditutup. Tidak ada jawaban baru yang diterima.")


@login_required
@require_POST
def kunci(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Count for the last time and lock."""
    return _langkah(request, uuid, proses.kunci, "Survei dikunci. Hasilnya tidak berubah lagi.")


@login_required
@require_POST
def publikasikan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show the locked result to the public."""
    return _langkah(request, uuid, proses.publikasikan, "Hasil survei sudah tampil untuk umum.")


@login_required
@require_safe
def saran(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Suggestions without anything that stands beside them, in an order that tells nothing."""
    survei = bersaran(request, uuid)
    semua = (
        saran_terbaca(survei)
        .select_related("ditandai")
        .prefetch_related("ditandai__tema")
        .order_by("submission_id")
        .only("submission_id", "saran_tersamar", "ditandai__uuid")
    )
    kata = kata_cari(request)
    if kata:
        semua = semua.filter(saran_tersamar__icontains=kata)
    halaman = Paginator(semua, 50).get_page(request.GET.get("page"))
    isi = {
        "survei": survei,
        "halaman": halaman,
        "baris": [(satu, getattr(satu, "ditandai", None)) for satu in halaman],
        "q": kata,
        "menunggu": Respons.objects.menunggu_samaran().filter(survei=survei).count(),
        "tab": tab_survei(survei, True, "saran"),
        "minimum": SEL_MINIMUM_DALAM,
        "boleh_batal": boleh_mengelola(pengguna_masuk(request)) and not survei.hitungan_final,
    }
    return render(request, "survei/saran.html", isi)


@login_required
@require_POST
def unduh_saran(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Suggestions as XLSX or CSV; cells cannot run as formulas, the purpose is recorded."""
    survei = bersaran(request, uuid)
    form = EksporTulisanForm(request.POST)
    if not form.is_valid():
        messages.error(request, galat_form(form))
        return redirect("survei:saran", uuid=uuid)
    bentuk = form.cleaned_data["bentuk"]
    isi = proses.catat_ekspor_saran(
        survei=survei, oleh=pengguna_masuk(request), tujuan=form.cleaned_data["tujuan"], bentuk=bentuk
    )
    return balas_unduhan(["Saran", *isi], bentuk, f"saran-{survei.kode}")


def balas_unduhan(kolom: list[str], bentuk: str, nama: str) -> HttpResponse:
    """One column, its heading first, as a file that nobody keeps on the way."""
    baris = [[satu] for satu in kolom]
    isi = tulis_xlsx(baris, nama_lembar="Tulisan warga") if bentuk == "xlsx" else tulis_csv(baris)
    return unduhan_jadi(isi, nama, bentuk)


@login_required
@require_POST
def batalkan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Void one form (spam, a test) with a reason."""
    survei = _dikelola(request, uuid)
    form = BatalkanForm(request.POST)
    if not form.is_valid():
        messages.error(request, galat_form(form))
    else:
        try:
            proses.batalkan_isian(survei=survei, oleh=pengguna_masuk(request), **form.cleaned_data)
        except ValidationError as galat:
            messages.error(request, " ".join(galat.messages))
        else:
            messages.success(request, "Jawaban dibatalkan dan tidak ikut dihitung.")
    return redirect("survei:saran", uuid=uuid)
