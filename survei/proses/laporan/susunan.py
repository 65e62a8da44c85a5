"""The chapters of the SKM report as reports of Indonesian offices share them (domain: cover, Bab I–IV, annexes)."""

from __future__ import annotations

from fractions import Fraction

from rakumpit.angka import bulatkan, format_angka
from rakumpit.waktu import format_tanggal, tanggal_lokal
from survei.perhitungan import LABEL_MUTU, PENGALI_KONVERSI, Mutu
from survei.proses.laporan.bab_hasil import bab_hasil
from survei.proses.laporan.bab_rencana import bab_rencana
from survei.proses.laporan.bahan import BahanLaporan
from survei.proses.laporan.blok import Blok, bab, daftar, judul, nota, paragraf, pengolahan, rincian, tabel
from survei.ringkasan import pita_instrumen
from survei.ringkasan.teks import teks_masa

DASAR_UMUM = (
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
    "Peraturan Pemerintah Nomor 96 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 25 Tahun 2009",
)
# More forms than these stand in the XLSX file only: a page holds about forty.
FORMULIR_DOKUMEN = 1_000
KOSONG = "–"


def susun_bab(bahan: BahanLaporan) -> list[Blok]:
    """All chapters in their order."""
    return [
        *_pendahuluan(bahan),
        *_pelaksanaan(bahan),
        *bab_hasil(bahan),
        *bab_rencana(bahan),
        *_lampiran(bahan),
    ]


def fakta_sampul(bahan: BahanLaporan) -> list[tuple[str, str]]:
    """Pairs on the page of approval; also what the verification page confirms."""
    angka = bahan.angka
    return [
        ("Survei", bahan.survei.judul),
        ("Unit kerja", bahan.survei.unit.nama),
        ("Masa survei", teks_masa(bahan.survei.mulai, bahan.survei.selesai)),
        ("Jumlah jawaban", "Data belum cukup" if angka.n is None else format_angka(angka.n, 0)),
        ("Indeks kepuasan (IKM)", "Data belum cukup" if angka.ikm is None else format_angka(angka.ikm)),
        ("Mutu pelayanan", f"{angka.mutu} ({LABEL_MUTU[Mutu(angka.mutu)]})" if angka.mutu else "Data belum cukup"),
    ]


def _pendahuluan(bahan: BahanLaporan) -> list[Blok]:
    instrumen = bahan.survei.instrumen
    dasar = [*DASAR_UMUM]
    if instrumen.dasar_hukum not in dasar:
        dasar.append(instrumen.dasar_hukum)
    isi = [
        bab("Bab I. Pendahuluan"),
        judul("1.1 Latar belakang"),
        paragraf(
            "Penyelenggara pelayanan publik wajib melibatkan masyarakat, sampai dengan penilaian atas pelayanannya. "
            f"Survei kepuasan ini menanyakan langsung kepada warga yang dilayani {bahan.survei.unit.nama}, supaya "
            "perbaikan dimulai dari hal yang paling mereka rasakan."
        ),
        judul("1.2 Dasar hukum"),
        daftar(dasar),
    ]
    if not instrumen.terverifikasi:
        isi.append(nota("Batas mutu pelayanan belum diperiksa dengan naskah peraturan."))
    return [
        *isi,
        judul("1.3 Maksud dan tujuan"),
        paragraf(
            "Maksud survei adalah mengukur kepuasan warga dengan cara yang sama setiap masa. Tujuannya mengetahui mutu "
            "pelayanan, menemukan unsur yang paling lemah, dan menyusun tindak lanjut yang dapat diperiksa."
        ),
        judul("1.4 Sasaran"),
        paragraf("Warga yang menerima layanan berikut: " + "; ".join(bahan.layanan) + "."),
        judul("1.5 Unsur yang dinilai"),
        tabel(
            ["Nomor", "Unsur"],
            [[tanya.nomor, tanya.unsur] for tanya in bahan.pertanyaan],
            lebar=[1, 7],
        ),
    ]


def _pelaksanaan(bahan: BahanLaporan) -> list[Blok]:
    survei, hasil = bahan.survei, bahan.hasil
    sampel = [
        (
            "Warga dilayani pada masa sebelumnya (N)",
            format_angka(survei.populasi, 0) if survei.populasi else "Belum ada data",
        ),
        ("Target sampel (S)", format_angka(bahan.target, 0) if bahan.target else "Belum ada data"),
        ("Formulir diterima", format_angka(hasil.rincian["diterima"], 0)),
        ("Formulir dihitung (n)", format_angka(hasil.n, 0)),
        ("Di antaranya dengan kode survei dari loket", format_angka(hasil.rincian.get("terverifikasi", 0), 0)),
    ]
    if bahan.target:
        bagian = Fraction(100 * hasil.n, bahan.target)
        sampel.append(("Terhadap target", f"{format_angka(bagian, 1)} persen"))
    return [
        bab("Bab II. Pelaksanaan survei"),
        judul("2.1 Pelaksana"),
        paragraf(
            f"Survei dibuka, ditutup, dan dikunci oleh pengelola di {bahan.kop['kantor'] or 'kantor'}. Pegawai "
            f"{survei.unit.nama} tidak dapat mengisi survei tentang pekerjaannya sendiri."
        ),
        judul("2.2 Metode dan cara pengumpulan"),
        paragraf(
            f"Survei memakai {survei.instrumen.nama} versi {survei.instrumen.versi}: satu pertanyaan untuk setiap "
            "unsur, dengan jawaban bernilai 1 sampai 4. Nama, NIK, alamat, dan nomor telepon tidak ditanyakan. Warga "
            "memilih sendiri untuk menjawab, sehingga sampelnya bukan sampel acak."
        ),
        tabel(
            ["Cara mengisi", "Formulir dihitung"],
            [[nama, format_angka(n, 0)] for nama, n in bahan.saluran] or [["Belum ada data", ""]],
            lebar=[5, 2],
            kanan=[1],
        ),
        judul("2.3 Tempat"),
        paragraf(f"{survei.unit.nama}, {bahan.kop['kantor']}." if bahan.kop["kantor"] else f"{survei.unit.nama}."),
        judul("2.4 Waktu"),
        paragraf(
            f"Survei dibuka {teks_masa(survei.mulai, survei.selesai)}. Hitungannya dikunci "
            f"{format_tanggal(tanggal_lokal(hasil.dikunci_pada))} dan sesudah itu tidak berubah."
        ),
        judul("2.5 Populasi dan sampel"),
        rincian(sampel),
        nota("Target sampel menurut tabel dan rumus Krejcie dan Morgan pada taraf 95 persen."),
        judul("2.6 Cara mengolah"),
        paragraf(
            "Nilai rata-rata (NRR) unsur adalah jumlah nilai dibagi jumlah jawaban unsur itu; yang tidak dijawab tidak "
            f"dihitung sebagai nol. Setiap unsur berbobot 1/{bahan.angka.bobot or len(bahan.pertanyaan)}. Indeks "
            "adalah jumlah NRR tertimbang dikalikan 25, dihitung dari angka tepat dan dibulatkan satu kali di akhir. "
            f"Formulir dengan kurang dari {hasil.rincian['minimal_terjawab']} jawaban disimpan tetapi tidak dihitung."
        ),
    ]


def _lampiran(bahan: BahanLaporan) -> list[Blok]:
    isi = [bab("Lampiran 1. Lembar pertanyaan")]
    isi.append(
        tabel(
            ["Nomor", "Pertanyaan", "Pilihan jawaban (nilai)"],
            [
                [
                    tanya.nomor,
                    tanya.teks,
                    "; ".join(f"{pilih.label} ({pilih.nilai})" for pilih in tanya.pilihan.all()),
                ]
                for tanya in bahan.pertanyaan
            ],
            lebar=[1, 5, 5],
        )
    )
    isi.append(bab("Lampiran 2. Tabel pengolahan", mendatar=bahan.angka.ikm is not None))
    isi += _pengolahan(bahan)
    pita = pita_instrumen(bahan.survei.instrumen)
    isi += [
        bab("Lampiran 3. Batas mutu pelayanan"),
        tabel(
            ["Nilai indeks", "Nilai interval", "Mutu", "Kinerja unit pelayanan"],
            _batas(pita.batas_bawah),
            lebar=[3, 3, 1, 3],
        ),
        nota(
            "Indeks dibulatkan dua desimal lebih dahulu, lalu dibandingkan dengan batas bawah. "
            f"Dasar: {pita.dasar_hukum}."
        ),
    ]
    return isi


def _batas(batas: tuple[tuple[Mutu, object], ...]) -> list[list[str]]:
    baris = []
    atas = bulatkan(100, 2)
    for kelas, bawah in batas:
        nilai = bulatkan(bawah, 2)  # type: ignore[arg-type]  # a Decimal
        interval = [format_angka(Fraction(satu) / PENGALI_KONVERSI, 4) for satu in (nilai, atas)]
        baris.append(
            [f"{format_angka(nilai)}–{format_angka(atas)}", "–".join(interval), kelas.value, LABEL_MUTU[kelas]]
        )
        atas = nilai - bulatkan(Fraction(1, 100), 2)
    return baris


def kaki_pengolahan(bahan: BahanLaporan) -> list[tuple[str, list[str]]]:
    """Foot rows of the processing table: sum, number, NRR, weighted NRR per element, and the index."""
    unsur = bahan.angka.unsur

    def sel(nilai: object, desimal: int) -> str:
        return KOSONG if nilai is None else format_angka(nilai, desimal)  # type: ignore[arg-type]  # int or Decimal

    return [
        ("Jumlah nilai per unsur", [sel(satu.jumlah, 0) for satu in unsur]),
        ("Jumlah jawaban per unsur", [sel(satu.n, 0) for satu in unsur]),
        ("NRR per unsur", [sel(satu.nrr, 3) for satu in unsur]),
        ("NRR tertimbang per unsur", [sel(satu.tertimbang, 3) for satu in unsur]),
        ("IKM unit pelayanan", [sel(bahan.angka.ikm, 2)]),
    ]


def _pengolahan(bahan: BahanLaporan) -> list[Blok]:
    if bahan.angka.ikm is None:
        return [paragraf("Data belum cukup.")]
    isi: list[Blok] = []
    formulir = bahan.jawaban or ()
    if bahan.umum:
        isi.append(nota("Tabel per formulir hanya ada pada laporan untuk kantor."))
    elif bahan.tanpa_jawaban:
        isi.append(nota(bahan.tanpa_jawaban))
    elif len(formulir) > FORMULIR_DOKUMEN:
        isi.append(
            nota(f"{format_angka(len(formulir), 0)} formulir; tabel per formulir ada pada berkas XLSX laporan ini.")
        )
        formulir = ()
    else:
        isi.append(nota("Urutan formulir diacak. Nomor baris bukan nomor formulir."))
    isi.append(
        pengolahan(
            [tanya.nomor for tanya in bahan.pertanyaan],
            (" ".join(KOSONG if nilai is None else str(nilai) for nilai in satu) for satu in formulir),
            kaki_pengolahan(bahan),
        )
    )
    isi.append(
        nota(
            "NRR per unsur = jumlah nilai dibagi jumlah jawaban yang terisi. Angka tabel dibulatkan; IKM dihitung dari "
            "angka tepat."
        )
    )
    return isi
