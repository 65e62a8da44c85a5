"""Bab IV of the report: what the result says, what is planned, what became of the last plan."""

from __future__ import annotations

from rakumpit.angka import format_angka
from survei.perhitungan import LABEL_MUTU, Arah, Mutu
from survei.proses.laporan.bahan import BahanLaporan, BarisRencana
from survei.proses.laporan.blok import Blok, bab, judul, nota, paragraf, tabel
from survei.ringkasan import pita_instrumen
from survei.ringkasan.teks import teks_triwulan


def bab_rencana(bahan: BahanLaporan) -> list[Blok]:
    """Analysis, plan, and the realisation of the plan before."""
    return [
        bab("Bab IV. Analisis dan tindak lanjut", mendatar=bool(bahan.rencana or bahan.realisasi)),
        judul("4.1 Analisis"),
        *(paragraf(teks) for teks in _analisis(bahan)),
        judul("4.2 Rencana tindak lanjut"),
        *_rencana(bahan),
        judul("4.3 Pelaksanaan rencana sebelumnya"),
        *_realisasi(bahan),
    ]


def _sebut(nama: list[str]) -> str:
    return ", ".join(nama[:-1]) + f", dan {nama[-1]}" if len(nama) > 2 else " dan ".join(nama)


def _analisis(bahan: BahanLaporan) -> list[str]:
    angka = bahan.angka
    if angka.ikm is None:
        return ["Data belum cukup untuk dianalisis."]
    batas = dict(pita_instrumen(bahan.survei.instrumen).batas_bawah)[Mutu.B]
    urut = [satu for satu in angka.urut_nilai() if satu.nilai is not None]
    kurang = [f"{satu.nama} ({format_angka(satu.nilai or 0)})" for satu in urut if (satu.nilai or 0) < batas]
    isi = [f"Warga menilai pelayanan {LABEL_MUTU[Mutu(angka.mutu)].lower()} dengan indeks {format_angka(angka.ikm)}."]
    if kurang:
        isi.append(f"Unsur di bawah «baik»: {_sebut(kurang)}. Unsur ini didahulukan dalam tindak lanjut.")
    elif urut:
        isi.append(
            f"Semua unsur sekurangnya «baik». Yang terendah {urut[0].nama} ({format_angka(urut[0].nilai or 0)}), "
            "sehingga tindak lanjut dimulai dari sana."
        )
    banding = bahan.masa[-1].banding if bahan.masa else None
    if banding is not None and banding.selisih is not None and banding.arah in {Arah.NAIK, Arah.TURUN}:
        isi.append(f"Indeks {banding.arah.value} {format_angka(abs(banding.selisih))} dari masa sebelumnya.")
    elif banding is not None:
        isi.append("Perubahan dari masa sebelumnya belum dapat disebut naik atau turun.")
    return isi


def _rencana(bahan: BahanLaporan) -> list[Blok]:
    if not bahan.rencana:
        return [paragraf("Rencana tindak lanjut belum ada.")]
    kepala, lebar = ["Unsur", "Tindakan", "Waktu", "Penanggung jawab", "Keadaan"], [3, 6, 3, 4, 3]
    if not bahan.umum:
        kepala.insert(1, "Masalah")
        lebar.insert(1, 5)
    return [tabel(kepala, [_baris(satu, bahan.umum) for satu in bahan.rencana], lebar=lebar)]


def _baris(satu: BarisRencana, umum: bool) -> list[str]:
    sel = [satu.unsur, satu.tindakan, teks_triwulan(satu.tindak.batas), satu.penanggung_jawab, satu.keadaan]
    return sel if umum else [sel[0], satu.masalah, *sel[1:]]


def _realisasi(bahan: BahanLaporan) -> list[Blok]:
    if not bahan.lalu:
        return [paragraf("Belum ada survei sebelumnya dari unit ini yang dapat dilaporkan.")]
    if not bahan.realisasi:
        return [paragraf(f"Tidak ada rencana yang disetujui sesudah {bahan.lalu}.")]
    return [
        nota(f"Rencana sesudah {bahan.lalu}."),
        tabel(
            ["Unsur", "Tindakan", "Tenggat", "Penanggung jawab", "Keadaan", "Hasilnya"],
            [
                [
                    satu.unsur,
                    satu.tindakan,
                    teks_triwulan(satu.tindak.batas),
                    satu.penanggung_jawab,
                    satu.keadaan,
                    satu.hasilnya,
                ]
                for satu in bahan.realisasi
            ],
            lebar=[3, 5, 3, 4, 3, 5],
        ),
    ]
