"""After an event: what was agreed, who is asked, and what changed."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from pelatihan.forms.sesudah import PerilakuForm, SepakatForm, SimpulanForm
from pelatihan.models import EvaluasiHasil, EvaluasiPerilaku, Kegiatan
from pelatihan.perhitungan.kegiatan import StatusKegiatan
from pelatihan.perhitungan.sesudah import BUKAN_BUKTI_SEBAB, MINIMAL_JAWABAN
from pelatihan.perhitungan.tes import rekap_tes
from pelatihan.permissions.sertifikat import boleh_menerbitkan
from pelatihan.proses.sesudah import isi_perilaku, sepakati_perilaku, simpulkan_hasil
from pelatihan.ringkasan.peserta import hasil_peserta
from pelatihan.ringkasan.sesudah import banding_hasil, perilaku_kegiatan, reaksi_kegiatan
from pelatihan.views.formulir import akun, formulir
from rakumpit.organisasi.models import Pengguna
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import format_tanggal, hari_ini


def _kegiatan(pengguna: Pengguna, kode: UUID, *, baca: bool = False) -> Kegiatan:
    """An event that this account organises, or inspects when it is only read; else 404."""
    baris: Kegiatan = get_object_or_404(
        Kegiatan.objects.terlihat_oleh(pengguna).select_related("program", "unit"), uuid=kode
    )
    if not boleh_menerbitkan(pengguna, baris) and not (baca and pengguna.pemeriksa):
        raise Http404
    return baris


def _induk(baris: Kegiatan) -> tuple[str, str]:
    return "Perubahan sesudah kegiatan", reverse("pelatihan:dampak", args=[baris.uuid])


def _hasil(baris: Kegiatan) -> EvaluasiHasil | None:
    return EvaluasiHasil.objects.filter(kegiatan=baris).select_related("unit", "kegiatan", "diisi_oleh").first()


@wajib_masuk
@require_safe
def dampak(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Learning, behaviour and result of one event: before and after, with numbers and days."""
    pengguna = akun(request)
    baris = _kegiatan(pengguna, kode, baca=True)
    peserta = hasil_peserta(baris)
    hasil = _hasil(baris)
    tes = rekap_tes((satu.skor_awal, satu.skor_akhir) for satu in peserta.values())
    # Who may only read it here inspects; everybody else organises it.
    organisir = not pengguna.pemeriksa or boleh_menerbitkan(pengguna, baris)
    simpul = hasil is not None and hasil.diisi_pada is None and hasil.mulai is not None and hasil.mulai <= hari_ini()
    return render(
        request,
        "pelatihan/dampak.html",
        {
            "satu": baris,
            "peserta": len(peserta),
            "diakui": sum(orang.diakui for orang in peserta.values()),
            "tes": tes,
            "reaksi": reaksi_kegiatan(baris),
            "perilaku": perilaku_kegiatan(baris),
            "hasil": hasil,
            "banding": banding_hasil(hasil) if hasil is not None else None,
            "minimal": MINIMAL_JAWABAN,
            "bukan_bukti": BUKAN_BUKTI_SEBAB,
            "selesai": baris.status == StatusKegiatan.SELESAI.value,
            "organisir": organisir,
            "boleh_simpul": organisir and simpul,
        },
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def sepakat(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Three to five behaviours to look for, and the survey element."""
    pengguna = akun(request)
    baris = _kegiatan(pengguna, kode)
    hasil = _hasil(baris)
    awal: dict[str, object] = {f"perilaku_{satu.urutan}": satu.pernyataan for satu in baris.perilaku.all()}
    if hasil is not None:
        awal |= {"unit": hasil.unit.uuid, "unsur": hasil.unsur}
    form = SepakatForm(kiriman(request), initial=awal)
    return formulir(
        request,
        form,
        lambda _: sepakati_perilaku(kegiatan=baris, oleh=pengguna, **form.isi()),
        judul="Yang akan dilihat sesudah kegiatan",
        tombol="Simpan",
        induk=_induk(baris),
        keterangan="Sepakati bersama peserta. Peserta, atasan, dan satu rekan ditanya dua sampai tiga bulan kemudian.",
        kutipan=baris.judul,
        pesan="Perilaku tersimpan.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def evaluasi_perilaku(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The form of one who is asked about one participant."""
    pengguna = akun(request)
    baris = get_object_or_404(EvaluasiPerilaku.objects.milik(pengguna).select_related("peserta", "kegiatan"), uuid=kode)
    if baris.ditutup_pada is not None and request.method != "POST":
        messages.info(request, "Evaluasi itu tidak diperlukan lagi. Tidak ada yang perlu Anda isi.")
        return redirect("beranda")
    form = PerilakuForm(kiriman(request), perilaku=list(baris.kegiatan.perilaku.all()))
    siapa = "Anda sendiri" if baris.peserta.pengguna_id == pengguna.pk else baris.peserta.nama
    return formulir(
        request,
        form,
        lambda data: isi_perilaku(evaluasi=baris, oleh=pengguna, isian=form.isi(), catatan=data["catatan"]),
        judul="Perubahan kerja sesudah pelatihan",
        tombol="Kirim jawaban",
        induk=("Jadwal pelatihan", reverse("pelatihan:kegiatan_daftar")),
        lanjut=reverse("beranda"),
        keterangan=(
            f"Tentang {siapa}. Isi paling lambat {format_tanggal(baris.batas)}. Jawaban digabung dengan jawaban lain "
            "dan tidak menjadi nilai kinerja."
        ),
        kutipan=baris.kegiatan.judul,
        pesan="Jawaban terkirim. Terima kasih.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def hasil_simpul(request: HttpRequest, kode: UUID) -> HttpResponse:
    """What was seen in the service, in words; the figures of now are kept with it."""
    pengguna = akun(request)
    baris = _kegiatan(pengguna, kode)
    return formulir(
        request,
        SimpulanForm(kiriman(request)),
        lambda data: simpulkan_hasil(kegiatan=baris, oleh=pengguna, **data),
        judul="Simpulkan hasil",
        tombol="Simpan simpulan",
        induk=_induk(baris),
        keterangan=f"Angka hari ini disimpan bersama simpulan Anda. {BUKAN_BUKTI_SEBAB}",
        kutipan=baris.judul,
        pesan="Simpulan tersimpan.",
    )
