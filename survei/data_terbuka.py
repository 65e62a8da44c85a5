"""Open data of published surveys: what each file holds, in words that the data dictionary prints.

One version of the format; a change that a reader's program would notice gets the next ``VERSI_FORMAT``.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from survei.models import HasilSurvei
from survei.ringkasan.angka import AngkaHasil

VERSI_FORMAT = "1"
# A choice of the office: the licence under which Indonesian open data portals mostly publish.
LISENSI = "Creative Commons Atribusi 4.0 Internasional"
ALAMAT_LISENSI = "https://creativecommons.org/licenses/by/4.0/deed.id"
KURANG = "Data belum cukup"
SEDIKIT = "Jawaban masih sedikit"

# Name -> (unit, meaning); the order is that of the columns.
KOLOM: dict[str, tuple[str, str]] = {
    "survei": ("UUID", "Pengenal tetap survei; sama dengan yang ada di alamat halaman hasil."),
    "judul": ("teks", "Judul survei."),
    "unit": ("teks", "Unit kerja yang disurvei."),
    "mulai": ("tanggal", "Hari pertama survei dibuka."),
    "selesai": ("tanggal", "Hari terakhir survei dibuka."),
    "versi_hasil": (
        "bilangan",
        "Versi hasil; lebih dari 1 berarti pernah diperbaiki, sebabnya ada di halaman hasil.",
    ),
    "bagian": ("kode", "Yang diterangkan baris: indeks, unsur, layanan, responden, atau pembanding."),
    "kode": ("kode", "Kode unsur, UUID layanan, keterangan diri, atau nama angka; tetap dari masa ke masa."),
    "nama": ("teks", "Nama yang dibaca orang."),
    "jumlah_jawaban": ("formulir atau jawaban", "Formulir yang dihitung; pada unsur, jawaban atas unsur itu."),
    "nrr": ("nilai 1–4", "Nilai rata-rata unsur, tiga desimal."),
    "nrr_tertimbang": ("nilai", "NRR dikalikan bobot 1/m dari m unsur yang diukur, tiga desimal."),
    "nilai": ("indeks 25–100", "NRR × 25, atau indeksnya, dua desimal."),
    "mutu": ("A–D", "Mutu pelayanan dari nilai itu."),
    "selang_bawah": ("indeks 25–100", "Batas bawah selang 95 persen."),
    "selang_atas": ("indeks 25–100", "Batas atas selang 95 persen."),
    "keterangan": ("teks", "Mengapa angka baris ini tidak ada, atau cara membacanya."),
}


def metode(hasil: HasilSurvei) -> str:
    """Instrument with its version, and how the index is reckoned."""
    instrumen = hasil.survei.instrumen
    return (
        f"{instrumen.kode} versi {instrumen.versi} ({instrumen.dasar_hukum}); bobot 1/m, dibulatkan satu kali di "
        "akhir, setengah ke atas; formulir dengan "
        f"kurang dari {hasil.rincian['minimal_terjawab']} jawaban tidak dihitung"
    )


def baris_csv(hasil: HasilSurvei, angka: AngkaHasil) -> list[list[object]]:
    """Head and rows of the CSV; hidden figures are empty with the reason in ``keterangan``."""
    survei = hasil.survei
    awal: list[object] = [
        str(survei.uuid),
        survei.judul,
        survei.unit.nama,
        survei.mulai,
        survei.selesai,
        hasil.versi,
    ]
    bawah, atas = angka.selang or (None, None)

    def satu(bagian: str, kode: str, nama: str, *sel: object, keterangan: str = "") -> list[object]:
        isi = [*sel, *[None] * (7 - len(sel))]
        return [*awal, bagian, kode, nama, *isi, keterangan]

    kepala: list[object] = list(KOLOM)
    if angka.ikm is None:
        return [kepala, satu("indeks", "ikm", "Indeks kepuasan (IKM)", keterangan=KURANG)]
    baris = [
        kepala,
        satu(
            "indeks",
            "ikm",
            "Indeks kepuasan (IKM)",
            angka.n,
            angka.nilai_interval,
            None,
            angka.ikm,
            angka.mutu,
            bawah,
            atas,
            keterangan=metode(hasil),
        ),
    ]
    baris += [
        satu("unsur", u.kode, f"{u.nomor} {u.nama}", u.n, u.nrr, u.tertimbang, u.nilai, u.mutu)
        if u.nilai is not None
        else satu("unsur", u.kode, f"{u.nomor} {u.nama}", keterangan=SEDIKIT)
        for u in angka.unsur
    ]
    baris += [
        satu("layanan", lay.uuid, lay.nama, lay.n, None, None, lay.ikm, lay.mutu, *(lay.selang or ()))
        if lay.n is not None
        else satu("layanan", lay.uuid, lay.nama, keterangan=SEDIKIT)
        for lay in angka.layanan
    ]
    baris += [
        satu(
            "responden",
            menurut.dimensi,
            f"{menurut.label}: {k.nama}",
            k.n,
            keterangan="" if k.n is not None else SEDIKIT,
        )
        for menurut in angka.menurut
        for k in menurut.kelompok
    ]
    for kode, nama, nilai in _pembanding(angka):
        baris.append(satu("pembanding", kode, nama, None, None, None, nilai, keterangan="Bukan indeks resmi"))
    return baris


def _pembanding(angka: AngkaHasil) -> list[tuple[str, str, Decimal]]:
    semua = [
        ("tanpa_biaya", "IKM tanpa unsur biaya (U4)", angka.tanpa_biaya),
        ("bobot_011", "Angka pembanding dengan bobot 0,11", angka.pembanding_011),
    ]
    return [(kode, nama, nilai) for kode, nama, nilai in semua if nilai is not None]


def _teks(nilai: Decimal | None) -> str | None:
    return None if nilai is None else str(nilai)


def isi_json(hasil: HasilSurvei, angka: AngkaHasil) -> dict[str, Any]:
    """The same as an object: exact numbers are strings with a point, counts are numbers, hidden figures are null."""
    survei = hasil.survei
    bawah, atas = angka.selang or (None, None)
    return {
        "versi_format": VERSI_FORMAT,
        "lisensi": LISENSI,
        "survei": {
            "uuid": str(survei.uuid),
            "judul": survei.judul,
            "unit": survei.unit.nama,
            "mulai": survei.mulai.isoformat(),
            "selesai": survei.selesai.isoformat(),
            "versi_hasil": hasil.versi,
            "sebab_diperbaiki": hasil.sebab,
        },
        "metode": {
            "instrumen": survei.instrumen.kode,
            "versi": survei.instrumen.versi,
            "dasar_hukum": survei.instrumen.dasar_hukum,
            "uraian": metode(hasil),
        },
        "cukup": angka.ikm is not None,
        "keterangan": "" if angka.ikm is not None else KURANG,
        "indeks": {
            "jumlah_jawaban": angka.n,
            "nilai_interval": _teks(angka.nilai_interval),
            "nilai": _teks(angka.ikm),
            "mutu": angka.mutu or None,
            "selang_bawah": _teks(bawah),
            "selang_atas": _teks(atas),
        },
        "unsur": [
            {
                "kode": satu.kode,
                "nomor": satu.nomor,
                "nama": satu.nama,
                "jumlah_jawaban": satu.n,
                "nrr": _teks(satu.nrr),
                "nrr_tertimbang": _teks(satu.tertimbang),
                "nilai": _teks(satu.nilai),
                "mutu": satu.mutu or None,
            }
            for satu in angka.unsur
        ],
        "layanan": [
            {
                "uuid": satu.uuid,
                "nama": satu.nama,
                "jumlah_jawaban": satu.n,
                "nilai": _teks(satu.ikm),
                "mutu": satu.mutu or None,
            }
            for satu in angka.layanan
        ],
        "responden": {
            menurut.dimensi: [{"nama": satu.nama, "jumlah_jawaban": satu.n} for satu in menurut.kelompok]
            for menurut in angka.menurut
        },
        "pembanding": [{"kode": kode, "nama": nama, "nilai": str(nilai)} for kode, nama, nilai in _pembanding(angka)],
    }
