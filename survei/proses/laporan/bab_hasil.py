"""Bab III of the report: what citizens answered."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from rakumpit.angka import bulatkan, format_angka
from survei.perhitungan import LABEL_ARAH, LABEL_MUTU, SAMPEL_KECIL, Mutu
from survei.proses.laporan.bahan import BahanLaporan
from survei.proses.laporan.blok import Blok, angka_besar, bab, batang, daftar, judul, nota, paragraf, tabel
from survei.ringkasan import pita_instrumen
from survei.ringkasan.angka import AngkaUnsur
from survei.ringkasan.teks import teks_masa, teks_mutu, teks_rentang

SEDIKIT = "Jawaban masih sedikit"
SEBUT = 3
_DASAR_BATANG, _PUNCAK_BATANG = 25, 100


def bab_hasil(bahan: BahanLaporan) -> list[Blok]:
    """Respondents, index, elements, services, comparison, periods, suggestions."""
    angka = bahan.angka
    isi = [bab("Bab III. Hasil survei")]
    if angka.ikm is None or angka.n is None:
        return [
            *isi,
            paragraf(
                f"Data belum cukup. Hasil ditampilkan bila sekurangnya {angka.minimum} formulir dapat dihitung, supaya "
                "jawaban seseorang tidak dapat dikenali."
            ),
        ]
    return [
        *isi,
        *_responden(bahan, angka.n),
        *_indeks(bahan, angka.ikm, angka.n),
        *_unsur(bahan),
        *_layanan(bahan),
        *_pembanding(bahan),
        *_masa(bahan),
        *_saran(bahan),
        *_mutu_data(bahan),
    ]


def _responden(bahan: BahanLaporan, n: int) -> list[Blok]:
    isi = [
        judul("3.1 Siapa yang menjawab"),
        paragraf(
            f"{format_angka(n, 0)} formulir dihitung. Data diri ditulis warga sendiri dan tidak wajib. Kelompok dengan "
            f"kurang dari {bahan.angka.minimum} jawaban tidak ditampilkan; kadang kelompok lain ikut ditutup."
        ),
    ]
    kepala = ["Kelompok", "Jumlah jawaban", "Persen"]
    if not bahan.umum:
        kepala += ["IKM", "Mutu"]
    for menurut in bahan.angka.menurut:
        if menurut.kelompok[-1].n == n:
            isi.append(paragraf(f"{menurut.label}: tidak diisi siapa pun."))
            continue
        baris = []
        for satu in menurut.kelompok:
            sel = (
                [satu.nama, SEDIKIT, ""]
                if satu.n is None
                else [satu.nama, format_angka(satu.n, 0), format_angka(Fraction(100 * satu.n, n), 1)]
            )
            if not bahan.umum:
                sel += ["" if satu.ikm is None else format_angka(satu.ikm), satu.mutu]
            baris.append(sel)
        lebar = [5, 3, 2] if bahan.umum else [5, 3, 2, 2, 2]
        isi += [paragraf(f"{menurut.label}:"), tabel(kepala, baris, lebar=lebar, kanan=[1, 2, 3])]
    if not bahan.angka.menurut:
        isi.append(nota("Survei ini dikunci tanpa rincian kelompok warga."))
    return isi


def _indeks(bahan: BahanLaporan, ikm: Decimal, n: int) -> list[Blok]:
    angka = bahan.angka
    selang = teks_rentang(angka.selang)
    keterangan = (
        f"Dari {format_angka(n, 0)} jawaban. Selang 95 persen {selang}."
        if selang
        else f"Dari {format_angka(n, 0)} jawaban."
    )
    interval = "Belum ada data" if angka.nilai_interval is None else format_angka(angka.nilai_interval, 3)
    baris = [
        ["Nilai interval (skala 1–4)", interval],
        ["Indeks kepuasan (skala 25–100)", format_angka(ikm)],
        ["Mutu pelayanan", angka.mutu],
        ["Kinerja unit pelayanan", LABEL_MUTU[Mutu(angka.mutu)]],
        ["Galat baku", "Tidak ada" if angka.galat_baku is None else format_angka(angka.galat_baku)],
        ["Selang 95 persen", selang or (bahan.hasil.rincian.get("selang") or {}).get("alasan") or "Tidak ada"],
    ]
    isi = [
        judul("3.2 Indeks kepuasan (IKM)"),
        angka_besar(format_angka(ikm), teks_mutu(angka.mutu), keterangan),
        tabel(["Ukuran", "Nilai"], baris, lebar=[4, 4]),
    ]
    if n < SAMPEL_KECIL:
        isi.append(nota("Jawaban masih sedikit (kurang dari 30), jadi angka ini belum dapat disimpulkan."))
    if bahan.hasil.versi > 1:
        isi.append(nota(f"Hasil versi {bahan.hasil.versi}; versi sebelumnya tidak berlaku. Sebab: {bahan.hasil.sebab}"))
    return isi


def panjang(nilai: Decimal) -> int:
    """Length of a bar of an axis from 25 to 100, in thousandths."""
    return int(bulatkan(Fraction(1000 * (Fraction(nilai) - _DASAR_BATANG), _PUNCAK_BATANG - _DASAR_BATANG), 0))


def _unsur(bahan: BahanLaporan) -> list[Blok]:
    batas = dict(pita_instrumen(bahan.survei.instrumen).batas_bawah)[Mutu.B]
    urut = bahan.angka.urut_nilai()
    baris = [
        [satu.nomor, satu.nama, SEDIKIT, "", "", "", ""]
        if satu.nilai is None or satu.nrr is None or satu.tertimbang is None or satu.n is None
        else [
            satu.nomor,
            satu.nama,
            format_angka(satu.n, 0),
            format_angka(satu.nrr, 3),
            format_angka(satu.tertimbang, 3),
            format_angka(satu.nilai),
            satu.mutu,
        ]
        for satu in bahan.angka.unsur
    ]
    return [
        judul("3.3 Nilai tiap unsur"),
        tabel(
            ["Nomor", "Unsur", "Jawaban", "NRR", "NRR tertimbang", "Nilai", "Mutu"],
            baris,
            lebar=[2, 8, 3, 2, 3, 2, 2],
            kanan=[2, 3, 4, 5],
        ),
        batang(
            "Nilai tiap unsur pada skala 25–100, yang terendah di atas",
            [
                (f"{satu.nomor} {satu.nama}", format_angka(satu.nilai), panjang(satu.nilai), satu.nilai < batas)
                for satu in urut
                if satu.nilai is not None
            ],
            batas=panjang(batas),
            nama_batas=f"batas «baik» {format_angka(batas)}",
        ),
        judul("3.4 Tiga unsur terendah dan tiga tertinggi"),
        tabel(
            ["Terendah", "Nilai", "Tertinggi", "Nilai"],
            _ujung(urut),
            lebar=[5, 2, 5, 2],
            kanan=[1, 3],
        ),
    ]


def _ujung(urut: list[AngkaUnsur]) -> list[list[str]]:
    """The three lowest beside the three highest; equal values keep the order of the questions."""
    bawah, atas = urut[:SEBUT], sorted(urut, key=lambda satu: -(satu.nilai or 0))[:SEBUT]
    return [
        [sel for satu in pasangan for sel in (f"{satu.nomor} {satu.nama}", format_angka(satu.nilai or 0))]
        for pasangan in zip(bawah, atas, strict=True)
    ]


def _layanan(bahan: BahanLaporan) -> list[Blok]:
    baris = [
        [satu.nama, SEDIKIT, "", ""]
        if satu.n is None or satu.ikm is None
        else [satu.nama, format_angka(satu.n, 0), format_angka(satu.ikm), satu.mutu]
        for satu in bahan.angka.layanan
    ]
    return [
        judul("3.5 Menurut layanan"),
        tabel(["Layanan", "Jumlah jawaban", "IKM", "Mutu"], baris, lebar=[7, 3, 2, 2], kanan=[1, 2]),
        nota("Indeks unit dihitung dari semua jawaban bersama-sama, bukan rata-rata dari indeks layanan."),
    ]


def _pembanding(bahan: BahanLaporan) -> list[Blok]:
    angka = bahan.angka
    baris = []
    if angka.tanpa_biaya is not None:
        baris.append(
            ["IKM tanpa unsur biaya (U4)", format_angka(angka.tanpa_biaya), "Dihitung dari unsur lainnya saja."]
        )
    if angka.pembanding_011 is not None:
        baris.append(
            [
                "Angka pembanding dengan bobot 0,11",
                format_angka(angka.pembanding_011),
                "Hanya untuk mencocokkan dengan lembar lama; bukan indeks resmi dan tidak dapat dipilih.",
            ]
        )
    if not baris:
        return []
    return [judul("3.6 Angka pembanding"), tabel(["Angka", "Nilai", "Arti"], baris, lebar=[5, 2, 6], kanan=[1])]


def _masa(bahan: BahanLaporan) -> list[Blok]:
    isi = [judul("3.7 Perkembangan antarmasa")]
    if len(bahan.masa) < 2:
        return [*isi, paragraf("Belum ada masa sebelumnya yang dapat dibandingkan.")]
    baris = []
    for satu in reversed(bahan.masa):
        banding = "" if satu.banding is None else LABEL_ARAH[satu.banding.arah].capitalize()
        if not satu.sama_cara:
            banding = "Cara menghitungnya berbeda, jadi tidak dibandingkan"
        elif not satu.sama_layanan:
            banding = f"{banding}; layanannya berbeda".removeprefix("; ").capitalize()
        baris.append(
            [
                teks_masa(satu.mulai, satu.selesai),
                format_angka(satu.n, 0) if satu.ikm is not None else SEDIKIT,
                "" if satu.ikm is None else format_angka(satu.ikm),
                teks_rentang(satu.selang),
                banding,
            ]
        )
    return [
        *isi,
        tabel(
            ["Masa", "Jawaban", "IKM", "Selang 95 persen", "Terhadap masa sebelumnya"],
            baris,
            lebar=[5, 3, 2, 4, 5],
            kanan=[1, 2],
        ),
        nota("«Naik» atau «turun» hanya disebut bila selang 95 persen dari bedanya tidak memuat nol."),
    ]


def _saran(bahan: BahanLaporan) -> list[Blok]:
    banyak = bahan.banyak_saran
    if bahan.survei.saran_dihapus_pada is not None:
        teks = "Saran sudah dihapus menurut masa simpan."
    elif banyak is None:
        teks = f"Kurang dari {bahan.angka.minimum} formulir memuat saran, jadi isinya tidak diringkas."
    elif not banyak:
        teks = "Tidak ada formulir yang memuat saran."
    else:
        teks = (
            f"{format_angka(banyak, 0)} formulir memuat saran. Saran tidak dikutip di sini, supaya penulisnya tidak "
            "dikenali."
        )
    isi = [judul("3.8 Saran warga"), paragraf(teks)]
    if bahan.tema:
        baris = [[nama, format_angka(n, 0)] for nama, n in bahan.tema]
        isi += [
            tabel(["Tema", "Jumlah saran"], baris, lebar=[6, 2], kanan=[1]),
            nota("Tema dengan sekurangnya 10 saran. Satu saran dapat memuat beberapa tema."),
        ]
    return isi


def _mutu_data(bahan: BahanLaporan) -> list[Blok]:
    return [
        judul("3.9 Catatan tentang data"),
        daftar([f"{butir}." for butir in bahan.catatan]) if bahan.catatan else paragraf("Tidak ada catatan."),
    ]
