"""Data of documents for the tests: an ordinary one, and the hardest that the office can type."""

from __future__ import annotations

from datetime import date
from typing import Any

from rakumpit.dokumen.isi import DataEvaluasi, DataSKP, HasilKerja, Kop, Perilaku, Pihak
from rakumpit.dokumen.susun import Bingkai

KOP: Kop = {
    "pemerintah": "Pemerintah Kota Palangka Raya",
    "kantor": "Kecamatan Rakumpit",
    "alamat": "Jalan Tumbang Talaken, Kelurahan Mungku Baru, Palangka Raya 73229",
}
PEGAWAI: Pihak = {
    "nama": "Siti Ma'rifah Nur’aini, S.Kom., M.Si.",
    "nip": "198001012000011901",
    "pangkat": "Penata (III/c)",
    "jabatan": "Pengelola Data Pelayanan",
    "unit": "Seksi Pelayanan Umum, Kecamatan Rakumpit",
}
PENILAI: Pihak = {
    "nama": "Drs. H. Rahmat O'Brien Tundan, M.A.P.",
    "nip": None,
    "pangkat": None,
    "jabatan": "Plt. Kepala Seksi Pelayanan Umum",
    "unit": "Seksi Pelayanan Umum, Kecamatan Rakumpit",
}
KARAKTER_TYPST = (
    r"#panic() *tebal* _miring_ $x^2$ @rujuk <label> \ `kode` = judul // catatan /* ~ -- [isi] {kode} https://a.b"
)
BINGKAI = Bingkai(
    judul="Sasaran Kinerja Pegawai 2026",
    tanggal=date(2026, 1, 12),
    kode="7K3M-ACDE-9XYW-H4RT-PQ25",
    alamat="https://kinerja.contoh.example/dokumen/7K3MACDE9XYWH4RTPQ25/",
    alamat_pendek="kinerja.contoh.example/dokumen/",
)
NILAI = ("Berorientasi Pelayanan", "Akuntabel", "Kompeten", "Harmonis", "Loyal", "Adaptif", "Kolaboratif")
PANDUAN = [
    "Memahami dan memenuhi kebutuhan masyarakat.",
    "Ramah, cekatan, solutif, dan dapat diandalkan.",
    "Melakukan perbaikan tiada henti.",
]


def perilaku() -> list[Perilaku]:
    return [
        {
            "nilai": nilai,
            "panduan": PANDUAN,
            "ekspektasi": "Warga yang datang dilayani tanpa menunggu lebih dari lima belas menit." if n % 2 else None,
            "umpan_balik": "Sudah terlihat pada triwulan ini." if n % 3 else "",
        }
        for n, nilai in enumerate(NILAI)
    ]


def hasil(n: int, banyak: int = 2, **ubah: Any) -> HasilKerja:
    aspek = ("Kuantitas", "Kualitas", "Waktu", "Biaya")
    return {
        "rhk_pimpinan": "Meningkatnya kepuasan masyarakat terhadap pelayanan kecamatan",
        "rhk": f"Surat keterangan warga selesai tepat waktu ({n})",
        "ukuran": [
            {
                "uraian": f"Persentase surat keterangan yang selesai dalam dua hari kerja, ukuran {n}.{i + 1}",
                "target": "95 persen",
                "aspek": aspek[i % 4],
                "perspektif": "Penerima Layanan",
                "realisasi": "97,5 persen (rekap buku agenda)",
                "umpan_balik": "Pertahankan, dan ajari rekan di loket 2.",
            }
            for i in range(banyak)
        ],
        **ubah,  # type: ignore[typeddict-item]  # the caller names keys of HasilKerja
    }


def data_skp(**ubah: Any) -> DataSKP:
    isi: Any = {
        "kop": KOP,
        "periode": "1 Januari s.d. 31 Desember 2026",
        "pendekatan": "kuantitatif",
        "pimpinan": False,
        "pegawai": PEGAWAI,
        "penilai": PENILAI,
        "utama": [hasil(1), hasil(2, 3)],
        "tambahan": [],
        "perilaku": perilaku(),
        "lampiran": {
            "dukungan": ["Satu komputer loket dan satu pencetak."],
            "pertanggungjawaban": ["Laporan tiap triwulan kepada kepala seksi."],
            "konsekuensi": [],
        },
        "tempat": "Palangka Raya",
        "tanggal": "12 Januari 2026",
    }
    hasil_isi: DataSKP = isi | ubah
    return hasil_isi


def data_evaluasi(**ubah: Any) -> DataEvaluasi:
    isi: Any = {kunci: nilai for kunci, nilai in data_skp().items() if kunci != "lampiran"} | {
        "jenis": "periodik",
        "masa": "Triwulan III",
        "capaian_organisasi": "Baik",
        "pola": [
            {"predikat": ["baik"], "saran": "sebagian besar, paling banyak 70%"},
            {"predikat": ["butuh_perbaikan", "kurang"], "saran": "paling sedikit 1 orang"},
        ],
        "rating_hasil": "sesuai",
        "rating_perilaku": "di_bawah",
        "predikat": "kurang",
    }
    hasil_isi: DataEvaluasi = isi | ubah
    return hasil_isi


def data_sulit() -> DataSKP:
    """Texts of 2,000 letters with and without blanks, 30 measures, signs of the typesetter, emoji, other scripts."""
    panjang = "x" * 2000
    kalimat = ("Mempertanggungjawabkan pelayanan administrasi kependudukan di kelurahan. " * 28)[:2000]
    sulit: HasilKerja = {
        "rhk_pimpinan": panjang,
        "rhk": KARAKTER_TYPST,
        "ukuran": [
            {"uraian": kalimat, "target": panjang, "aspek": "Kualitas"},
            {"uraian": "Loket 2 🙏🏼 👨‍👩‍👧 العربية 中文", "target": "", "aspek": None},
        ],
    }
    return data_skp(utama=[hasil(1, 30), sulit, hasil(3, 0)], tambahan=[hasil(4, 1, rhk_pimpinan=None, rhk=kalimat)])
