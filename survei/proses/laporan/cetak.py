"""The report of a locked survey as PDF (with verification code or as a preview), DOCX and XLSX."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from rakumpit.audit.models import catat
from rakumpit.dokumen.isi import BagianLaporan, DataLaporanSKM
from rakumpit.dokumen.models import Dokumen
from rakumpit.dokumen.proses import terbitkan
from rakumpit.dokumen.susun import Bingkai, SusunGagal, susun_pdf
from rakumpit.waktu import hari_ini
from survei.enums.instrumen import JenisInstrumen
from survei.models import HasilSurvei, Survei
from survei.permissions import boleh_mengelola
from survei.proses.laporan.bahan import BahanLaporan, kumpulkan
from survei.proses.laporan.blok import Blok
from survei.proses.laporan.docx import tulis_docx
from survei.proses.laporan.susunan import fakta_sampul, susun_bab
from survei.proses.laporan.xlsx import tulis_laporan_xlsx
from survei.ringkasan.teks import teks_masa

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Pengguna

JENIS_DOKUMEN = {True: "survei.laporan_umum", False: "survei.laporan"}
BENTUK = ("pdf", "docx", "xlsx")


def bahan_laporan(survei: Survei, *, umum: bool) -> BahanLaporan:
    """Gather the report of the valid result. ``ValidationError``: not locked, or for everybody and not published."""
    terpilih = HasilSurvei.objects.terpublikasi() if umum else HasilSurvei.objects.terkunci()
    _wajib_kepuasan(survei)
    hasil = terpilih.filter(survei=survei).select_related("survei__unit", "survei__instrumen").first()
    if hasil is None:
        raise ValidationError(
            "Laporan untuk umum dibuat sesudah hasil survei dipublikasikan."
            if umum
            else "Laporan dibuat sesudah survei dikunci. Tutup dan kunci surveinya lebih dahulu."
        )
    return kumpulkan(hasil, umum=umum)


def data_laporan(bahan: BahanLaporan) -> DataLaporanSKM:
    """The shape that the template takes."""
    return {
        "kop": bahan.kop,
        "unit": bahan.survei.unit.nama,
        "masa": teks_masa(bahan.survei.mulai, bahan.survei.selesai),
        "judul": bahan.survei.judul,
        "edisi": edisi(bahan),
        "fakta": fakta_sampul(bahan),
        "pimpinan": bahan.pimpinan,
        "tempat": bahan.tempat,
        "bagian": bagian(susun_bab(bahan)),
    }


def edisi(bahan: BahanLaporan) -> str:
    """For whom the version is, and which correction of the result it tells."""
    untuk = "Untuk umum" if bahan.umum else "Untuk kantor; memuat jawaban per formulir tanpa data diri"
    return f"{untuk}. Hasil versi {bahan.hasil.versi}." if bahan.hasil.versi > 1 else f"{untuk}."


def bagian(semua: list[Blok]) -> list[BagianLaporan]:
    """Chapters as parts, each with the orientation that it asks for."""
    keluar: list[BagianLaporan] = []
    for satu in semua:
        if satu["jenis"] == "bab":
            keluar.append({"mendatar": bool(satu["mendatar"]), "blok": []})
        keluar[-1]["blok"].append(satu)
    return keluar


def pratinjau_laporan(survei: Survei) -> bytes:
    """The version for everybody as a marked PDF without code. ``ValidationError``: not locked, or not to be set."""
    bahan = kumpulkan(_terkunci(survei), umum=True)
    bingkai = Bingkai(judul=f"Pratinjau laporan {survei.judul}", tanggal=hari_ini(), contoh=settings.CONTOH)
    try:
        return susun_pdf("laporan_skm", data_laporan(bahan), bingkai=bingkai)
    except SusunGagal as galat:
        raise ValidationError(str(galat)) from galat


def _wajib_kepuasan(survei: Survei) -> None:
    if survei.instrumen.jenis != JenisInstrumen.SKM:
        raise ValidationError("Laporan SKM hanya untuk survei kepuasan.")


def _terkunci(survei: Survei) -> HasilSurvei:
    _wajib_kepuasan(survei)
    hasil: HasilSurvei | None = (
        HasilSurvei.objects.terkunci().filter(survei=survei).select_related("survei__unit", "survei__instrumen").first()
    )
    if hasil is None:
        raise ValidationError("Laporan dibuat sesudah survei dikunci. Tutup dan kunci surveinya lebih dahulu.")
    return hasil


@transaction.atomic
def buat_laporan(
    *, survei: Survei, bentuk: str, umum: bool, oleh: Pengguna | None, tujuan: str = ""
) -> tuple[bytes, Dokumen | None]:
    """The report as ``pdf`` (issued, with its document), ``docx`` or ``xlsx``; an audit entry.

    The version for the office holds the answers of each form, so it is the pengelola's and needs ``tujuan``, what it is
    for. ``oleh`` is None for the command line. Raises ``PermissionDenied`` or ``ValidationError``.
    """
    if oleh is not None and not boleh_mengelola(oleh):
        raise PermissionDenied
    tujuan = " ".join(tujuan.split())[:300]
    if not umum and not tujuan:
        raise ValidationError("Tulis untuk apa laporan kantor ini dibuat; isinya jawaban per formulir.")
    if bentuk not in BENTUK:
        raise ValidationError("Bentuk laporan hanya PDF, DOCX, atau XLSX.")
    bahan = bahan_laporan(survei, umum=umum)
    dokumen = None
    if bentuk == "pdf":
        isi, dokumen = _terbitkan(bahan, oleh)
    elif bentuk == "docx":
        isi = tulis_docx(data_laporan(bahan))
    else:
        isi = tulis_laporan_xlsx(bahan)
    catat(
        pelaku=oleh,
        aksi="survei.laporan.buat",
        objek=survei,
        sesudah={"bentuk": bentuk, "umum": umum, "versi": bahan.hasil.versi, "formulir": len(bahan.jawaban or ())},
        keterangan=tujuan,
    )
    return isi, dokumen


def _terbitkan(bahan: BahanLaporan, oleh: Pengguna | None) -> tuple[bytes, Dokumen]:
    try:
        dokumen, isi = terbitkan(
            jenis=JENIS_DOKUMEN[bahan.umum],
            judul=f"Laporan Survei Kepuasan Masyarakat, {bahan.survei.judul}"[:200],
            templat="laporan_skm",
            data=data_laporan(bahan),
            fakta=[("Dokumen", "Laporan Survei Kepuasan Masyarakat"), *fakta_sampul(bahan)],
            tentang=bahan.survei,
            oleh=oleh,
        )
    except SusunGagal as galat:
        raise ValidationError(str(galat)) from galat
    return isi, dokumen
