"""What a report of one locked survey is made from: read once, by a fixed number of queries."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.db.models import F

from rakumpit.dokumen.isi import Kop, Pihak
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Penugasan, UnitKerja
from rakumpit.organisasi.pihak import kop_kantor, pihak, tempat_kantor
from rakumpit.waktu import hari_ini, tanggal_lokal
from survei.enums import LABEL_CATATAN_MUTU, LABEL_SALURAN, TANDA_SEMUA, CatatanMutu, Saluran
from survei.enums.tindak_lanjut import LABEL_STATUS_TINDAK_LANJUT, StatusTindakLanjut
from survei.models import HasilSurvei, HitunganTanda, Pertanyaan, Respons, Survei, TindakLanjut
from survei.perhitungan import SEL_MINIMUM, SEL_MINIMUM_DALAM, sel_minimum, target_sampel
from survei.ringkasan import Masa, nama_unsur, perkembangan, sebaran_tersimpan
from survei.ringkasan.angka import AngkaHasil, angka_hasil
from survei.ringkasan.tema import tema_umum


@dataclass(frozen=True, slots=True)
class BarisRencana:
    """One follow-up as the report lists it; ``masalah`` is empty in the version for everybody."""

    unsur: str
    masalah: str
    tindakan: str
    tindak: TindakLanjut
    penanggung_jawab: str
    keadaan: str
    hasilnya: str


@dataclass(frozen=True, slots=True)
class BahanLaporan:
    """Everything that a report tells.

    ``jawaban`` are the counted forms as answers in the order of the questions, in an order that tells nothing, without
    anything about the respondents; None in the version for everybody and wherever ``tanpa_jawaban`` says why.
    ``saluran``: channel -> counted forms, those too small for this version together. ``banyak_saran`` is None below
    the minimum; ``tema`` are the themes that the public may see.
    """

    survei: Survei
    hasil: HasilSurvei
    angka: AngkaHasil
    umum: bool
    kop: Kop
    tempat: str
    pimpinan: Pihak
    pertanyaan: tuple[Pertanyaan, ...]
    layanan: tuple[str, ...]
    target: int | None
    saluran: tuple[tuple[str, int], ...]
    masa: tuple[Masa, ...]
    catatan: tuple[str, ...]
    rencana: tuple[BarisRencana, ...]
    lalu: str
    realisasi: tuple[BarisRencana, ...]
    banyak_saran: int | None
    tema: tuple[tuple[str, int], ...]
    jawaban: tuple[tuple[int | None, ...], ...] | None
    tanpa_jawaban: str


def kumpulkan(hasil: HasilSurvei, *, umum: bool) -> BahanLaporan:
    """Gather a report. ``umum``: what everybody may read (cells from ten answers, no forms, only agreed actions)."""
    survei = hasil.survei
    minimum = SEL_MINIMUM if umum else SEL_MINIMUM_DALAM
    angka = angka_hasil(hasil, minimum=minimum, umum=umum)
    masa = perkembangan(hasil, minimum=minimum, terbit=umum)
    lalu = masa[-2] if len(masa) > 1 else None
    kop = kop_kantor()
    pertanyaan = tuple(survei.instrumen.pertanyaan.order_by("urutan").prefetch_related("pilihan"))
    jawaban, sebab = (None, "") if umum else _jawaban(hasil, angka, pertanyaan)
    return BahanLaporan(
        survei=survei,
        hasil=hasil,
        angka=angka,
        umum=umum,
        kop=kop,
        tempat=tempat_kantor(kop),
        pimpinan=_pimpinan(hasil),
        pertanyaan=pertanyaan,
        layanan=tuple(satu["nama"] for satu in hasil.rincian["layanan"]),
        target=target_sampel(survei.populasi) if survei.populasi else None,
        saluran=_saluran(survei, minimum),
        masa=tuple(masa),
        catatan=tuple(
            LABEL_CATATAN_MUTU[CatatanMutu(butir)] for butir in hasil.bendera if butir != CatatanMutu.TANPA_JAWABAN
        ),
        rencana=_rencana(TindakLanjut.objects.filter(hasil=hasil), umum=umum),
        lalu=lalu.judul if lalu else "",
        realisasi=_rencana(TindakLanjut.objects.filter(hasil__survei__uuid=lalu.uuid), umum=umum, sesudah=True)
        if lalu
        else (),
        banyak_saran=_banyak_saran(survei, minimum),
        tema=tuple((satu.nama, satu.jumlah) for satu in tema_umum(survei)),
        jawaban=jawaban,
        tanpa_jawaban=sebab,
    )


def _pimpinan(hasil: HasilSurvei) -> Pihak:
    """Who led the unit on the day of the lock, or the next unit above that had a leader."""
    hari = tanggal_lokal(hasil.dikunci_pada)
    pemimpin, induk = Penugasan.objects.pemimpin(hari), UnitKerja.objects.induk_dari()
    unit: int | None = hasil.survei.unit_id
    while unit is not None:
        if pemimpin.get(unit):
            pegawai, luar = pemimpin[unit][0].pegawai_id, pemimpin[unit][0].pejabat_luar_id
            siapa: Pegawai | PejabatLuar
            siapa = Pegawai.objects.get(pk=pegawai) if pegawai else PejabatLuar.objects.get(pk=luar or 0)
            tugas = siapa.penugasan.pada(hari).filter(jabatan__unit=unit, jabatan__memimpin=True)
            return pihak(siapa, tugas.select_related("jabatan__unit").first())
        unit = induk.get(unit)
    return pihak(None, None)


def _saluran(survei: Survei, minimum: int) -> tuple[tuple[str, int], ...]:
    """Counted forms per channel, the largest first; channels below the minimum as one line."""
    jumlah: dict[str, int] = {}
    baris = HitunganTanda.objects.filter(survei=survei, tanda=TANDA_SEMUA).order_by()
    for saluran, n in baris.values_list("saluran", "jumlah"):
        jumlah[saluran] = jumlah.get(saluran, 0) + n
    tampil = sorted(((n, kode) for kode, n in jumlah.items() if sel_minimum(n, minimum)), reverse=True)
    keluar = [(LABEL_SALURAN[Saluran(kode)], n) for n, kode in tampil]
    sisa = sum(jumlah.values()) - sum(n for _, n in keluar)
    return (*keluar, ("Saluran lain", sisa)) if sisa else tuple(keluar)


def _banyak_saran(survei: Survei, minimum: int) -> int | None:
    """Counted by the masked text: the original is emptied some time after the lock."""
    banyak = Respons.objects.filter(survei=survei).bersaran().count()
    return banyak if not banyak or sel_minimum(banyak, minimum) else None


def _rencana(semua: object, *, umum: bool, sesudah: bool = False) -> tuple[BarisRencana, ...]:
    """Actions, the earliest due first: those agreed upon, and inside the office also what is proposed.

    ``sesudah``: for the report on what was promised before, also what was given up after it had been agreed.
    """
    baris = semua.select_related("penanggung_jawab__unit").order_by("batas", "pk")  # type: ignore[attr-defined]
    if umum or sesudah:
        baris = baris.filter(disetujui_pada__isnull=False)
    if not sesudah:
        baris = baris.exclude(status=StatusTindakLanjut.BATAL.value)
    hari = hari_ini()
    return tuple(
        BarisRencana(
            unsur=nama_unsur(satu.kode_unsur),
            masalah="" if umum else satu.masalah,
            tindakan=satu.tindakan,
            tindak=satu,
            penanggung_jawab=f"{satu.penanggung_jawab.nama}, {satu.penanggung_jawab.unit.nama}",
            keadaan=LABEL_STATUS_TINDAK_LANJUT[StatusTindakLanjut(satu.status)]
            + (", terlambat" if satu.terlambat(hari) else ""),
            hasilnya=satu.bukti or satu.alasan_batal,
        )
        for satu in baris
    )


def _jawaban(
    hasil: HasilSurvei, angka: AngkaHasil, pertanyaan: tuple[Pertanyaan, ...]
) -> tuple[tuple[tuple[int | None, ...], ...] | None, str]:
    """The counted forms for the processing table, or why there is none.

    Only answers, in an order drawn from the result's own key after sorting by content: neither the day nor the service
    nor the order of arrival is in it. Where an element is hidden its answers would stand here, so there is no table.
    """
    if angka.ikm is None:
        return None, "Jawaban masih sedikit, jadi tabel per formulir tidak disertakan."
    if any(satu.nilai is None for satu in angka.unsur):
        return None, "Ada unsur dengan jawaban yang masih sedikit, jadi tabel per formulir tidak disertakan."
    kode = [tanya.kode_unsur for tanya in pertanyaan]
    minimal = hasil.rincian["minimal_terjawab"]
    isi = Respons.objects.terhitung().filter(survei_id=hasil.survei_id).values_list(F("jawaban"), flat=True)
    baris = [tuple(satu.get(butir) for butir in kode) for satu in isi.iterator(chunk_size=5000)]
    dihitung = sorted(
        (satu for satu in baris if sum(nilai is not None for nilai in satu) >= max(minimal, 1)),
        key=lambda satu: [nilai or 0 for nilai in satu],
    )
    if _sebaran(kode, dihitung) != sebaran_tersimpan(hasil.rincian) or len(dihitung) != hasil.n:
        return None, "Jawaban per formulir sudah tidak tersimpan lengkap, jadi tabelnya tidak disertakan."
    acak = [(hashlib.sha256(f"{hasil.uuid}:{urut}".encode()).digest(), satu) for urut, satu in enumerate(dihitung)]
    return tuple(satu for _, satu in sorted(acak, key=lambda pasangan: pasangan[0])), ""


def _sebaran(kode: list[str], baris: list[tuple[int | None, ...]]) -> dict[str, dict[int, int]]:
    keluar = {satu: dict.fromkeys((1, 2, 3, 4), 0) for satu in kode}
    for satu in baris:
        for unsur, nilai in zip(kode, satu, strict=True):
            if nilai is not None:
                keluar[unsur][nilai] += 1
    return keluar
