"""The report as a workbook: figures as numbers, one subject on each sheet, the processing table ready for A4 across."""

from __future__ import annotations

from collections.abc import Sequence

from rakumpit.lembar import BaganBatang, LembarTulis, tulis_buku
from survei.perhitungan import LABEL_MUTU, Mutu
from survei.proses.laporan.bahan import BahanLaporan
from survei.ringkasan.teks import teks_masa

DATA_KURANG = "Data belum cukup"
SEDIKIT = "Jawaban masih sedikit"


def tulis_laporan_xlsx(bahan: BahanLaporan) -> bytes:
    """The same figures as in the other kinds of the report."""
    lembar = [_ringkasan(bahan)]
    if bahan.angka.ikm is not None:
        lembar += [_unsur(bahan), _layanan(bahan), _kelompok(bahan)]
    lembar += [_masa(bahan), _rencana(bahan)]
    if bahan.angka.ikm is not None:
        lembar.append(_pengolahan(bahan))
    return tulis_buku(lembar)


def _ringkasan(bahan: BahanLaporan) -> LembarTulis:
    survei, angka = bahan.survei, bahan.angka
    bawah, atas = angka.selang or (None, None)
    kurang = angka.ikm is None
    baris: list[Sequence[object]] = [
        ["Laporan Survei Kepuasan Masyarakat", None],
        ["Survei", survei.judul],
        ["Unit kerja", survei.unit.nama],
        ["Masa survei", teks_masa(survei.mulai, survei.selesai)],
        ["Dibuka", survei.mulai],
        ["Hari terakhir", survei.selesai],
        ["Versi hasil", bahan.hasil.versi],
        ["Warga dilayani pada masa sebelumnya (N)", survei.populasi],
        ["Target sampel (S)", bahan.target],
        ["Jumlah jawaban (n)", DATA_KURANG if kurang else angka.n],
        ["Nilai interval (1–4)", DATA_KURANG if kurang else angka.nilai_interval],
        ["Indeks kepuasan (IKM)", DATA_KURANG if kurang else angka.ikm],
        ["Mutu pelayanan", DATA_KURANG if kurang else angka.mutu],
        ["Kinerja unit pelayanan", DATA_KURANG if kurang else LABEL_MUTU[Mutu(angka.mutu)]],
        ["Galat baku", angka.galat_baku],
        ["Selang 95 persen, bawah", bawah],
        ["Selang 95 persen, atas", atas],
        ["IKM tanpa unsur biaya (U4)", angka.tanpa_biaya],
        ["Angka pembanding dengan bobot 0,11 (bukan indeks resmi)", angka.pembanding_011],
        ["Dasar", survei.instrumen.dasar_hukum],
        *(["Catatan", butir] for butir in bahan.catatan),
    ]
    return LembarTulis("Ringkasan", baris, lebar=(52, 60), kepala=1)


def _unsur(bahan: BahanLaporan) -> LembarTulis:
    baris: list[Sequence[object]] = [
        ["Nomor", "Unsur", "Jawaban", "Jumlah nilai", "NRR", "NRR tertimbang", "Nilai", "Mutu"]
    ]
    for satu in bahan.angka.unsur:
        if satu.nilai is None:
            baris.append([satu.nomor, satu.nama, SEDIKIT, None, None, None, None, None])
        else:
            baris.append([satu.nomor, satu.nama, satu.n, satu.jumlah, satu.nrr, satu.tertimbang, satu.nilai, satu.mutu])
    bagan = BaganBatang("Nilai tiap unsur (25–100)", nama=2, nilai=7, terendah=25, tertinggi=100)
    return LembarTulis("Unsur", baris, lebar=(8, 44, 12, 14, 10, 16, 10, 8), kepala=1, bagan=bagan)


def _layanan(bahan: BahanLaporan) -> LembarTulis:
    baris: list[Sequence[object]] = [["Layanan", "Jumlah jawaban", "IKM", "Mutu"]]
    baris += [
        [satu.nama, SEDIKIT if satu.n is None else satu.n, satu.ikm, satu.mutu or None] for satu in bahan.angka.layanan
    ]
    return LembarTulis("Layanan", baris, lebar=(60, 18, 10, 8), kepala=1)


def _kelompok(bahan: BahanLaporan) -> LembarTulis:
    baris: list[Sequence[object]] = [["Keterangan", "Kelompok", "Jumlah jawaban", "IKM", "Mutu"]]
    for menurut in bahan.angka.menurut:
        for satu in menurut.kelompok:
            sel: list[object] = [menurut.label, satu.nama, SEDIKIT if satu.n is None else satu.n]
            baris.append(sel if bahan.umum else [*sel, satu.ikm, satu.mutu or None])
    if bahan.umum:
        baris[0] = ["Keterangan", "Kelompok", "Jumlah jawaban"]
    return LembarTulis("Siapa yang menjawab", baris, lebar=(20, 30, 20, 10, 8), kepala=1)


def _masa(bahan: BahanLaporan) -> LembarTulis:
    baris: list[Sequence[object]] = [["Dibuka", "Hari terakhir", "Jumlah jawaban", "IKM", "Bawah", "Atas", "Cara sama"]]
    for satu in bahan.masa:
        bawah, atas = satu.selang or (None, None)
        cukup = satu.ikm is not None
        baris.append([satu.mulai, satu.selesai, satu.n if cukup else SEDIKIT, satu.ikm, bawah, atas, satu.sama_cara])
    return LembarTulis("Perkembangan", baris, lebar=(14, 14, 18, 10, 10, 10, 12), kepala=1)


def _rencana(bahan: BahanLaporan) -> LembarTulis:
    kepala = ["Rencana", "Unsur", "Masalah", "Tindakan", "Tenggat", "Penanggung jawab", "Keadaan", "Hasilnya"]
    baris: list[Sequence[object]] = [kepala]
    for sebutan, semua in (("Sesudah survei ini", bahan.rencana), ("Sesudah survei sebelumnya", bahan.realisasi)):
        baris += [
            [
                sebutan,
                satu.unsur,
                satu.masalah,
                satu.tindakan,
                satu.tindak.batas,
                satu.penanggung_jawab,
                satu.keadaan,
                satu.hasilnya,
            ]
            for satu in semua
        ]
    return LembarTulis("Tindak lanjut", baris, lebar=(24, 30, 40, 40, 14, 34, 16, 40), kepala=1, mendatar=True)


def _pengolahan(bahan: BahanLaporan) -> LembarTulis:
    baris: list[Sequence[object]] = [["No", *(tanya.nomor for tanya in bahan.pertanyaan)]]
    baris += [[urut, *satu] for urut, satu in enumerate(bahan.jawaban or (), start=1)]
    unsur = bahan.angka.unsur
    baris += [
        ["Jumlah nilai per unsur", *(satu.jumlah for satu in unsur)],
        ["Jumlah jawaban per unsur", *(satu.n for satu in unsur)],
        ["NRR per unsur", *(satu.nrr for satu in unsur)],
        ["NRR tertimbang per unsur", *(satu.tertimbang for satu in unsur)],
        ["IKM unit pelayanan", bahan.angka.ikm],
    ]
    if bahan.tanpa_jawaban:
        baris.append([bahan.tanpa_jawaban])
    lebar = (28, *[9] * len(bahan.pertanyaan))
    return LembarTulis("Pengolahan", baris, lebar=lebar, kepala=1, mendatar=True)
