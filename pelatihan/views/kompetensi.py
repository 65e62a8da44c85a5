"""Competence of a person, and the estimate of the index."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from pelatihan.forms.jp import AlasanForm
from pelatihan.forms.rencana import IPASNForm, NilaiKompetensiForm
from pelatihan.models import PenilaianKompetensi, PerkiraanIPASN
from pelatihan.perhitungan.ip_asn import LABEL_INDIKATOR, LABEL_KATEGORI, Kategori
from pelatihan.perhitungan.kompetensi import LABEL_KATEGORI_JPM
from pelatihan.permissions import boleh_mengelola, boleh_menilai_kompetensi, pemilik
from pelatihan.proses.ip_asn import hitung_perkiraan
from pelatihan.proses.kompetensi import batalkan_penilaian, nilai_kompetensi
from pelatihan.ringkasan.kompetensi import kesenjangan_pegawai
from pelatihan.views.formulir import akun, formulir, pegawai_terlihat
from rakumpit.angka import format_angka
from rakumpit.organisasi.models import Pegawai
from rakumpit.tertahan import kiriman, wajib_masuk
from rakumpit.waktu import hari_ini

_RIWAYAT = 30


def _alamat(nama: str, pegawai: Pegawai) -> str:
    return reverse(f"pelatihan:{nama}", args=[pegawai.uuid])


@wajib_masuk
@require_safe
def kompetensi(request: HttpRequest, kode: UUID) -> HttpResponse:
    """What the post asks, what was assessed, and the gap; no data is «belum dinilai»."""
    pengguna = akun(request)
    pegawai = pegawai_terlihat(pengguna, kode)
    hasil = kesenjangan_pegawai(pegawai)
    riwayat = PenilaianKompetensi.objects.filter(pegawai=pegawai).select_related("kompetensi", "dinilai_oleh")
    return render(
        request,
        "pelatihan/kompetensi.html",
        {
            "pegawai": pegawai,
            "milik": pemilik(pengguna, pegawai),
            "hasil": hasil,
            "baris": [(hasil.nama[satu.kompetensi], satu) for satu in hasil.baris],
            "persen": format_angka(hasil.jpm.persen) if hasil.jpm.persen is not None else "",
            "kategori": LABEL_KATEGORI_JPM[hasil.jpm.kategori] if hasil.jpm.kategori else "",
            "riwayat": riwayat[:_RIWAYAT],
            "boleh_nilai": boleh_menilai_kompetensi(pengguna, pegawai),
        },
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def kompetensi_nilai(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Write down levels."""
    pengguna = akun(request)
    pegawai = pegawai_terlihat(pengguna, kode)
    if not boleh_menilai_kompetensi(pengguna, pegawai):
        raise Http404
    form = NilaiKompetensiForm(kiriman(request))
    return formulir(
        request,
        form,
        lambda data: nilai_kompetensi(
            pegawai=pegawai,
            oleh=pengguna,
            level=form.level(),
            sumber=form.asal(),
            tanggal=data["tanggal"],
            keterangan=data["keterangan"],
        ),
        judul="Catat level kompetensi",
        tombol="Simpan level",
        induk=(f"Kompetensi {pegawai.nama}", _alamat("kompetensi", pegawai)),
        keterangan="Yang belum dinilai dibiarkan kosong. Pegawai membaca hasilnya.",
        pesan="Level kompetensi tersimpan.",
    )


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def kompetensi_batal(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Void a level that was written by mistake."""
    pengguna = akun(request)
    baris = get_object_or_404(
        PenilaianKompetensi.objects.terlihat_oleh(pengguna).select_related("pegawai__pengguna", "kompetensi"), uuid=kode
    )
    if not boleh_menilai_kompetensi(pengguna, baris.pegawai):
        raise Http404
    return formulir(
        request,
        AlasanForm(kiriman(request)),
        lambda data: batalkan_penilaian(penilaian=baris, oleh=pengguna, **data),
        judul="Batalkan penilaian",
        tombol="Batalkan penilaian",
        induk=(f"Kompetensi {baris.pegawai.nama}", _alamat("kompetensi", baris.pegawai)),
        keterangan="Penilaian sebelumnya berlaku lagi.",
        kutipan=str(baris),
        pesan="Penilaian dibatalkan.",
    )


@wajib_masuk
@require_safe
def ip_asn(request: HttpRequest, kode: UUID) -> HttpResponse:
    """The estimate with its scheme, every input, and what would raise it."""
    pengguna = akun(request)
    pegawai = pegawai_terlihat(pengguna, kode)
    semua = list(PerkiraanIPASN.objects.filter(pegawai=pegawai).select_related("skema").order_by("-tahun"))
    tahun = request.GET.get("tahun", "")
    pilih = next((satu for satu in semua if str(satu.tahun) == tahun), semua[0] if semua else None)
    return render(
        request,
        "pelatihan/ip_asn.html",
        {
            "pegawai": pegawai,
            "milik": pemilik(pengguna, pegawai),
            "semua": semua,
            "pilih": pilih,
            "isi": _isi(pilih) if pilih is not None else None,
            "boleh_hitung": boleh_mengelola(pengguna) and not pemilik(pengguna, pegawai),
        },
    )


def _angka(teks: str | None) -> str:
    return "Belum diketahui" if teks is None else format_angka(Decimal(teks))


def _isi(baris: PerkiraanIPASN) -> dict[str, Any]:
    hasil, bahan, skema = baris.hasil, baris.bahan, baris.skema
    jenjang = "diklat_jenjang" in skema.bobot["kompetensi"][bahan["kelompok"]]
    belum = "Belum diketahui"
    return {
        "total": format_angka(baris.total) if baris.total is not None else "",
        "kategori": LABEL_KATEGORI[Kategori(hasil["kategori"])] if hasil["kategori"] else "",
        "belum": ", ".join(hasil["belum"]),
        "dimensi": [
            ("Kualifikasi", baris.get_pendidikan_display() or belum, _angka(hasil["kualifikasi"])),
            ("Kompetensi", "Lihat rincian di bawah", _angka(hasil["kompetensi"])),
            ("Kinerja", baris.get_kinerja_display() or belum, _angka(hasil["kinerja"])),
            ("Disiplin", baris.get_hukuman_display() or belum, _angka(hasil["disiplin"])),
        ],
        "kompetensi": [
            *([("Diklat jenjang jabatan", "Sudah" if bahan["diklat_jenjang"] else "Belum")] if jenjang else []),
            ("Diklat teknis setahun terakhir", f"{format_angka(Decimal(bahan['jp_teknis']))} dari 20 JP"),
            ("Seminar dan sejenisnya, dua tahun terakhir", "Ada" if bahan["seminar"] else "Belum ada"),
        ],
        "peningkat": [
            (LABEL_INDIKATOR[satu["kode"]], format_angka(Decimal(satu["poin"]))) for satu in hasil["peningkat"]
        ],
        "pengganti": skema.tahun_selesai is not None and skema.tahun_selesai < baris.tahun,
    }


@wajib_masuk
@require_http_methods(["GET", "HEAD", "POST"])
def ip_asn_hitung(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Type what only the personnel file knows, and compute."""
    pengguna = akun(request)
    pegawai = pegawai_terlihat(pengguna, kode)
    if not boleh_mengelola(pengguna) or pemilik(pengguna, pegawai):
        raise Http404
    lama = PerkiraanIPASN.objects.filter(pegawai=pegawai).order_by("-tahun").first()
    awal: dict[str, object] = {"tahun": hari_ini().year}
    if lama is not None:
        awal |= {nama: getattr(lama, nama) for nama in ("pendidikan", "diklat_jenjang", "kinerja", "hukuman")}
    return formulir(
        request,
        IPASNForm(kiriman(request), initial=awal),
        lambda data: hitung_perkiraan(pegawai=pegawai, oleh=pengguna, **data),
        judul="Hitung perkiraan IP ASN",
        tombol="Hitung perkiraan",
        induk=(f"Perkiraan IP ASN {pegawai.nama}", _alamat("ip_asn", pegawai)),
        keterangan="Perkiraan internal. Angka resmi dihitung BKN. JP dan seminar diambil dari catatan.",
        pesan="Perkiraan dihitung.",
    )
