"""Answers from the office's own sheets: read, report per row, store all or nothing, and only once per file."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from rakumpit.audit.models import catat
from rakumpit.waktu import format_tanggal, hari_ini
from survei.berkas import BarisJawaban, BerkasSKM
from survei.enums import Saluran, StatusSurvei
from survei.enums.instrumen import JenisInstrumen
from survei.models import Respons, Survei
from survei.permissions import boleh_mengelola
from survei.proses.hitung import hitung_ulang_seluruhnya
from survei.proses.isian import PANJANG_SARAN, simpan_baris
from survei.proses.tema import lepaskan_tema

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Layanan, Pengguna

ALASAN_URUNG = "Impornya diurungkan"
STATUS_IMPOR = (StatusSurvei.TERBUKA, StatusSurvei.DITUTUP)


@dataclass(frozen=True, slots=True)
class CatatanBaris:
    """One remark about one row; ``tingkat`` is ``galat`` (refused) or ``peringatan`` (kept)."""

    baris: int
    kolom: str
    tingkat: str
    alasan: str


@dataclass(slots=True)
class HasilImpor:
    """What a file holds and what became of it: ``dibaca = diterima + ditolak + dilewati``; ``tetap`` were there before.

    ``tersimpan`` is False after a dry run and when rows were refused without ``lewati_galat``.
    """

    dibaca: int = 0
    diterima: int = 0
    ditolak: int = 0
    dilewati: int = 0
    baru: int = 0
    tetap: int = 0
    tersimpan: bool = False
    baris: list[CatatanBaris] = field(default_factory=list)
    catatan: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Siap:
    kiriman: uuid.UUID
    layanan: Layanan
    jawaban: Mapping[str, int | None]
    demografi: dict[str, str]
    saran: str
    tanggal: date


def _usia(teks: str) -> str:
    angka = teks.strip().split()[0] if teks.strip() else ""
    if not angka.isdecimal():
        return ""
    tahun = int(angka)
    for batas, kelompok in ((25, "17-25"), (35, "26-35"), (45, "36-45"), (55, "46-55")):
        if tahun <= batas:
            return kelompok if tahun >= 17 else ""
    return "56+"


def _demografi(data: Mapping[str, str]) -> dict[str, str]:
    """Groups for sex and age; other columns differ too much between sheets to be grouped without asking."""
    kelamin = {"l": "l", "p": "p"}.get(data.get("jenis_kelamin", "").strip().lower()[:1], "")
    hasil = {"jenis_kelamin": kelamin, "usia": _usia(data.get("usia", ""))}
    return {kunci: isi for kunci, isi in hasil.items() if isi}


def _nomor_kiriman(survei: Survei, sidik_berkas: str, baris: BarisJawaban) -> uuid.UUID:
    """The same file read again gives the same numbers, so a second import stores nothing."""
    return uuid.uuid5(survei.uuid, f"{sidik_berkas}:{baris.nomor_baris}")


def _kunci(survei: Survei, oleh: Pengguna | None) -> Survei:
    """The survey's row, held, while it still takes sheets; ``oleh`` is None for the command line."""
    if oleh is not None and not boleh_mengelola(oleh):
        raise PermissionDenied
    terkunci = Survei.objects.select_for_update(no_key=True, of=("self",)).select_related("instrumen").get(pk=survei.pk)
    if terkunci.instrumen.jenis == JenisInstrumen.BEBAS:
        raise ValidationError("Lembar hanya dapat diimpor ke survei berindeks, bukan survei bebas.")
    if terkunci.status not in {satu.value for satu in STATUS_IMPOR}:
        raise ValidationError(
            f"Survei ini berstatus {terkunci.get_status_display().lower()}. Impor hanya untuk survei yang terbuka "
            "atau ditutup dan belum dikunci."
        )
    return terkunci


class _Pemeriksa:
    """Says for each row of the file whether it fits the survey."""

    def __init__(self, survei: Survei, sidik_berkas: str, layanan: Layanan | None) -> None:
        self.survei = survei
        self.sidik = sidik_berkas
        self.ditunjuk = self.bawaan = layanan
        daftar: list[Any] = list(survei.layanan.all())
        self.menurut_nama = {nama.casefold(): satu for satu in daftar for nama in (satu.kode, satu.nama)}
        if self.bawaan is None and len(daftar) == 1:
            self.bawaan = daftar[0]
        self.kode = list(survei.instrumen.pertanyaan.order_by("urutan").values_list("kode_unsur", flat=True))
        self.tanggal_bawaan = min(survei.selesai, hari_ini())
        self.tanpa_tanggal = 0
        self.layanan_asing = 0

    def periksa(self, baris: BarisJawaban) -> _Siap | list[CatatanBaris]:
        galat = []
        tertulis = " ".join(baris.data.get("layanan", "").split())
        layanan = self.menurut_nama.get(tertulis.casefold(), self.ditunjuk) if tertulis else self.bawaan
        if tertulis and layanan is self.ditunjuk and layanan is not None:
            self.layanan_asing += tertulis.casefold() not in self.menurut_nama
        if layanan is None:
            alasan = (
                f"Layanan «{tertulis[:40]}» tidak termasuk dalam survei ini. Pakai kode atau nama layanan survei, "
                "atau tentukan satu layanan bagi baris seperti ini."
                if tertulis
                else "Layanan tidak diketahui. Isi kolom LAYANAN, atau tentukan satu layanan bagi baris seperti ini."
            )
            galat.append(CatatanBaris(baris.nomor_baris, "LAYANAN", "galat", alasan))
        tanggal = baris.tanggal
        if tanggal is None:
            self.tanpa_tanggal += 1
            tanggal = self.tanggal_bawaan
        if not self.survei.mulai <= tanggal <= self.tanggal_bawaan:
            alasan = (
                f"Tanggal {format_tanggal(tanggal)} di luar masa survei "
                f"({format_tanggal(self.survei.mulai)} sampai {format_tanggal(self.tanggal_bawaan)}). "
                "Periksa tanggalnya."
            )
            galat.append(CatatanBaris(baris.nomor_baris, "TANGGAL", "galat", alasan))
        saran = baris.data.get("saran", "")
        if len(saran) > PANJANG_SARAN:
            alasan = f"Saran lebih panjang dari {PANJANG_SARAN} huruf. Persingkat."
            galat.append(CatatanBaris(baris.nomor_baris, "SARAN", "galat", alasan))
        if galat or layanan is None:
            return galat
        return _Siap(
            kiriman=_nomor_kiriman(self.survei, self.sidik, baris),
            layanan=layanan,
            jawaban={kode: baris.nilai.get(kode) for kode in self.kode},
            demografi=_demografi(baris.data),
            saran=saran.replace("\x00", "").strip(),
            tanggal=tanggal,
        )


@transaction.atomic
def impor_isian(
    *,
    survei: Survei,
    berkas: BerkasSKM,
    sidik_berkas: str,
    layanan: Layanan | None = None,
    simpan: bool = False,
    lewati_galat: bool = False,
    oleh: Pengguna | None = None,
) -> HasilImpor:
    """Check the rows of one sheet against a survey and, with ``simpan``, store them.

    While any row is refused nothing is stored, unless ``lewati_galat`` stores the others. ``sidik_berkas`` is a digest
    of the file's bytes; ``layanan`` serves rows that name none or an unknown one. ``oleh`` is None for the command
    line. Raises ``PermissionDenied`` or ``ValidationError``.
    """
    survei = _kunci(survei, oleh)
    if berkas.rekap is not None:
        raise ValidationError("Berkas berisi rekap. Yang dapat diimpor adalah jawaban per responden (U1–U9).")
    if layanan is not None and not survei.layanan.filter(pk=layanan.pk).exists():
        raise ValidationError(f"Layanan {layanan.kode} tidak termasuk dalam survei ini.")
    hasil, siap = _periksa(survei, berkas, sidik_berkas, layanan)
    lama = dict(Respons.objects.filter(pk__in=[satu.kiriman for satu in siap]).values_list("pk", "dibatalkan"))
    ada = set(lama)
    hasil.tetap = len(ada)
    hasil.baru = len(siap) - len(ada)
    if batal := sum(lama.values()):
        hasil.catatan.append(f"{batal} baris berkas ini pernah dibatalkan dan tidak disimpan lagi.")
    if not simpan or (hasil.ditolak and not lewati_galat):
        return hasil
    hasil.tersimpan = True
    baru = [satu for satu in siap if satu.kiriman not in ada]
    for satu in baru:
        simpan_baris(
            survei=survei,
            submission_id=satu.kiriman,
            layanan=satu.layanan,
            jawaban=satu.jawaban,
            demografi=satu.demografi,
            saran=satu.saran,
            saluran=Saluran.IMPOR,
            versi_formulir=f"{survei.instrumen.kode}-v{survei.instrumen.versi}",
            tanggal=satu.tanggal,
            status=STATUS_IMPOR,
        )
    if baru:
        hitung_ulang_seluruhnya(survei_id=survei.pk)
        catat(
            pelaku=oleh,
            aksi="survei.jawaban.impor",
            objek=survei,
            sesudah={"berkas": sidik_berkas, "baru": len(baru), "ditolak": hasil.ditolak},
        )
    return hasil


@transaction.atomic
def urungkan_impor(*, survei: Survei, berkas: BerkasSKM, sidik_berkas: str, oleh: Pengguna | None = None) -> int:
    """Void what the import of this very file stored, while the survey is not locked; returns the number of forms.

    Voided forms stay and never come back: a mended sheet is another file. Raises ``PermissionDenied`` or
    ``ValidationError``.
    """
    terkunci = _kunci(survei, oleh)
    kiriman = [_nomor_kiriman(terkunci, sidik_berkas, baris) for baris in berkas.jawaban]
    semua = Respons.objects.filter(pk__in=kiriman, survei=terkunci, dibatalkan=False)
    bertema = list(semua.filter(ditandai__isnull=False))
    jumlah = semua.update(dibatalkan=True, alasan_batal=ALASAN_URUNG)
    if not jumlah:
        raise ValidationError("Tidak ada jawaban dari berkas ini dalam survei. Pilih berkas yang dulu diimpor.")
    for respons in bertema:
        lepaskan_tema(survei_id=terkunci.pk, respons=respons)
    hitung_ulang_seluruhnya(survei_id=terkunci.pk)
    catat(
        pelaku=oleh,
        aksi="survei.jawaban.impor_urung",
        objek=terkunci,
        sesudah={"berkas": sidik_berkas, "dibatalkan": jumlah},
    )
    return jumlah


def _periksa(
    survei: Survei, berkas: BerkasSKM, sidik_berkas: str, layanan: Layanan | None
) -> tuple[HasilImpor, list[_Siap]]:
    """The report of a dry run, and the rows that could be stored."""
    hasil = HasilImpor(catatan=list(berkas.catatan))
    hasil.baris = [CatatanBaris(satu.baris, satu.kolom, "galat", satu.alasan) for satu in berkas.ditolak]
    pemeriksa = _Pemeriksa(survei, sidik_berkas, layanan)
    siap: list[_Siap] = []
    for baris in berkas.jawaban:
        terbaca = pemeriksa.periksa(baris)
        if isinstance(terbaca, _Siap):
            siap.append(terbaca)
        else:
            hasil.baris.extend(terbaca)
    minimal = survei.instrumen.minimal_terjawab
    sedikit = sum(sum(nilai is not None for nilai in satu.jawaban.values()) < minimal for satu in siap)
    if sedikit:
        hasil.catatan.append(
            f"{sedikit} formulir dengan kurang dari {minimal} jawaban disimpan, tetapi tidak dihitung."
        )
    if pemeriksa.tanpa_tanggal:
        hasil.catatan.append(
            f"{pemeriksa.tanpa_tanggal} baris tanpa tanggal memakai {format_tanggal(pemeriksa.tanggal_bawaan)}."
        )
    if pemeriksa.layanan_asing and layanan is not None:
        hasil.catatan.append(
            f"{pemeriksa.layanan_asing} baris menyebut layanan yang tidak dikenal dan dicatat pada {layanan.nama}."
        )
    hasil.baris.sort(key=lambda satu: satu.baris)
    hasil.ditolak = len({satu.baris for satu in hasil.baris if satu.tingkat == "galat"})
    hasil.diterima = len(siap)
    hasil.dibaca = hasil.diterima + hasil.ditolak + hasil.dilewati
    return hasil, siap
