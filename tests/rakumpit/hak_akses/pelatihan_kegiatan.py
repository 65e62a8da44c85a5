"""Announced events are read by everybody of the office, drafts by those who may read the unit; who leads plans."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from pelatihan.perhitungan.kegiatan import DIUMUMKAN, PERSIAPAN, StatusKegiatan, boleh_beralih
from tests.dasar import PEGAWAI, PEJABAT_LUAR, PEMERIKSA, PENGELOLA, KantorBernama
from tests.rakumpit.hak_akses.dasar import BER_SKP, BUKAN_CARA, MEMIMPIN, TERTUTUP, Baris, Jawaban, hak, terbuka, tetap

_KANTOR = (*BER_SKP, PENGELOLA, PEMERIKSA, PEJABAT_LUAR)
_UNIT = (PEGAWAI, *MEMIMPIN, PENGELOLA, PEMERIKSA)
_PENYUSUN = (PENGELOLA, *MEMIMPIN)
_VERSI = tetap(versi="1")
_ALASAN = tetap(versi="1", alasan="Ruang diperbaiki.")
_RUANG = tetap(nama="Ruang rapat", kapasitas="20", jeda_menit="0", aktif="on", versi="1")
_NARASUMBER = tetap(nama="Sari", jeda_menit="0", aktif="on", versi="1")

# Steps without words, and the states in which they are taken.
_LANGKAH = {
    "kegiatan_ajukan": (StatusKegiatan.DRAF,),
    "kegiatan_setujui": (StatusKegiatan.DIUSULKAN,),
    "kegiatan_buka": (StatusKegiatan.DISETUJUI, StatusKegiatan.DITUTUP),
    "kegiatan_tutup": (StatusKegiatan.PENDAFTARAN,),
    "kegiatan_mulai": (StatusKegiatan.DITUTUP,),
    "kegiatan_akhiri": (StatusKegiatan.BERLANGSUNG,),
    "kegiatan_selesai": (StatusKegiatan.EVALUASI,),
    "kegiatan_lanjutkan": (StatusKegiatan.DITUNDA,),
}


def _isi_kegiatan(k: KantorBernama) -> dict[str, Any]:
    return {
        "kode": str(uuid4()),
        "unit": str(k.kantor.seksi.uuid),
        "program": str(k.objek["program_pelatihan"][0]),
        "judul": "Melayani warga lanjut usia",
        "moda": "luring",
        "ambang_hadir": "80",
        "versi": "1",
    }


def _isi_ruang(k: KantorBernama) -> dict[str, Any]:
    return _RUANG(k) | {"unit": str(k.kantor.seksi.uuid)}


def _isi_sesi(_k: KantorBernama) -> dict[str, Any]:
    return {
        "kode": str(uuid4()),
        "judul": "Latihan",
        "tanggal": "2 November 2026",
        "jam_mulai": "09.00",
        "jam_selesai": "11.00",
        "tempat": "Balai warga",
        "istirahat_menit": "0",
        "versi": "1",
    }


def _isi_seri(k: KantorBernama) -> dict[str, Any]:
    return {
        "kode": str(uuid4()),
        "nama": "Belajar Kamis",
        "unit": str(k.kantor.seksi.uuid),
        "program": str(k.objek["program_pelatihan"][0]),
        "jadwal_acuan": "1 Oktober 2026",
        "selang_bulan": "1",
        "jam_mulai": "09.00",
        "lama_menit": "90",
        "aktif": "on",
        "versi": "1",
    }


def _isi_anggaran(_k: KantorBernama) -> dict[str, Any]:
    return {"kode": str(uuid4()), "jenis": "konsumsi", "uraian": "Kudapan", "rencana": "300000", "versi": "1"}


def _menyusun(boleh: bool, **khusus: Jawaban) -> dict[str, Jawaban]:
    return hak(_PENYUSUN, 302 if boleh else 409, **khusus)


def _keadaan() -> list[Baris]:
    baris = []
    for status in StatusKegiatan:
        objek = f"kegiatan_{status.value}"
        pembaca = _KANTOR if status in DIUMUMKAN else _UNIT
        siap, diusulkan = status in PERSIAPAN, status is StatusKegiatan.DIUSULKAN
        # The pengelola wrote it, so somebody else decides.
        penulis: dict[str, Jawaban] = {PENGELOLA: 409} if diusulkan else {}
        formulir = hak(_PENYUSUN)
        baris.append(Baris("pelatihan:kegiatan", objek, get=hak(pembaca), post=BUKAN_CARA))
        baris += [
            Baris(
                f"pelatihan:{nama}",
                objek,
                get=BUKAN_CARA,
                post=_menyusun(status in dari, **(penulis if nama == "kegiatan_setujui" else {})),
                isi=_VERSI,
            )
            for nama, dari in _LANGKAH.items()
        ]
        baris += [
            Baris(
                "pelatihan:kegiatan_kembalikan", objek, get=formulir, post=_menyusun(diusulkan, **penulis), isi=_ALASAN
            ),
            Baris(
                "pelatihan:kegiatan_tunda",
                objek,
                get=formulir,
                post=_menyusun(boleh_beralih(status, StatusKegiatan.DITUNDA)),
                isi=_ALASAN,
            ),
            Baris(
                "pelatihan:kegiatan_batal",
                objek,
                get=formulir,
                post=_menyusun(boleh_beralih(status, StatusKegiatan.DIBATALKAN)),
                isi=_ALASAN,
            ),
            Baris("pelatihan:kegiatan_ubah", objek, get=formulir, post=_menyusun(siap), isi=_isi_kegiatan),
            Baris(
                "pelatihan:sesi_tambah",
                objek,
                get=formulir,
                post=_menyusun(siap or status is StatusKegiatan.BERLANGSUNG),
                isi=_isi_sesi,
            ),
            Baris(
                "pelatihan:anggaran_tambah",
                objek,
                get=formulir,
                post=_menyusun(status is not StatusKegiatan.SELESAI),
                isi=_isi_anggaran,
            ),
        ]
    return baris


KEGIATAN = [
    Baris("pelatihan:kegiatan_daftar", get=hak(_KANTOR), post=BUKAN_CARA),
    Baris("pelatihan:kegiatan_tambah", get=hak(_PENYUSUN), post=hak(_PENYUSUN, 302), isi=_isi_kegiatan),
    *_keadaan(),
    Baris("pelatihan:sesi_ubah", "sesi_pelatihan", get=hak(_PENYUSUN), post=hak(_PENYUSUN, 302), isi=_isi_sesi),
    Baris("pelatihan:sesi_batal", "sesi_pelatihan", get=hak(_PENYUSUN), post=hak(_PENYUSUN, 302), isi=_ALASAN),
    Baris("pelatihan:kegiatan_kalender", "kegiatan_pendaftaran", get=hak(_KANTOR), post=BUKAN_CARA),
    Baris("pelatihan:kalender", get=hak(_KANTOR), post=BUKAN_CARA),
    Baris("pelatihan:kalender_alamat", get=BUKAN_CARA, post=hak(_KANTOR, 302), isi=tetap()),
    Baris("pelatihan:kalender_unit", "unit_berkalender", get=terbuka(), post=TERTUTUP),
    Baris("pelatihan:kalender_pribadi", "kalender_pelatihan", get=terbuka(), post=TERTUTUP),
    Baris("pelatihan:seri_daftar", get=hak(_PENYUSUN), post=BUKAN_CARA),
    Baris("pelatihan:seri_tambah", get=hak(_PENYUSUN), post=hak(_PENYUSUN, 302), isi=_isi_seri),
    Baris("pelatihan:seri_ubah", "seri_pelatihan", get=hak(_PENYUSUN), post=hak(_PENYUSUN, 302), isi=_isi_seri),
    Baris("pelatihan:seri_susun", "seri_pelatihan", get=BUKAN_CARA, post=hak(_PENYUSUN, 302), isi=_VERSI),
    Baris(
        "pelatihan:anggaran_ubah",
        "anggaran_pelatihan",
        get=hak(_PENYUSUN),
        post=hak(_PENYUSUN, 302),
        isi=_isi_anggaran,
    ),
    Baris("pelatihan:ruang_daftar", get=hak([PENGELOLA]), post=BUKAN_CARA),
    Baris("pelatihan:ruang_tambah", get=hak([PENGELOLA]), post=hak([PENGELOLA], 302), isi=_isi_ruang),
    Baris("pelatihan:ruang_ubah", "ruang_pelatihan", get=hak([PENGELOLA]), post=hak([PENGELOLA], 302), isi=_isi_ruang),
    Baris("pelatihan:narasumber_daftar", get=hak([PENGELOLA]), post=BUKAN_CARA),
    Baris("pelatihan:narasumber_tambah", get=hak([PENGELOLA]), post=hak([PENGELOLA], 302), isi=_NARASUMBER),
    Baris(
        "pelatihan:narasumber_ubah",
        "narasumber_pelatihan",
        get=hak([PENGELOLA]),
        post=hak([PENGELOLA], 302),
        isi=_NARASUMBER,
    ),
]
