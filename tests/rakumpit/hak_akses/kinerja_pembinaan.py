"""Follow-up of final results."""

from __future__ import annotations

from typing import Any

from tests.dasar import ATASAN, ATASAN_KEDUA, PEJABAT_LUAR, PENGELOLA, KantorBernama
from tests.rakumpit.hak_akses.dasar import (
    BUKAN_CARA,
    PEMBACA,
    TIDAK_ADA,
    Baris,
    Isi,
    berkas,
    hak,
    per_objek,
    tetap,
)

_RENCANA = tetap(
    sasaran="Laporan bulanan tepat waktu.",
    langkah="Diperiksa bersama setiap Jumat.",
    mulai="15 September 2026",
    tinjau_pada="15 Maret 2027",
    versi="1",
)
_TINJAU = tetap(hasil="membaik", catatan="Tiga laporan terakhir tepat waktu.")
# Who reads a result of the head of the seksi.
_PEMBACA_KASI = (ATASAN, ATASAN_KEDUA, PEJABAT_LUAR, PENGELOLA)


def _keputusan(_k: KantorBernama) -> dict[str, Any]:
    return {
        "jenis": "lain",
        "tanggal": "15 September 2026",
        "surat_nomor": "6/2026",
        "pejabat": "Wali Kota",
        "uraian": "Pindah ke jabatan lain.",
        "sampai": "",
        "pindaian": berkas(),
    }


def _rencana(versi: str) -> Isi:
    return lambda k: _RENCANA(k) | {"versi": versi}


KINERJA_PEMBINAAN = [
    Baris("kinerja:tindak_lanjut", "eval_rendah", get=hak(PEMBACA), post=hak([ATASAN], 302), isi=_RENCANA),
    # Predicate Baik, or not final: there is nothing to follow up.
    Baris("kinerja:tindak_lanjut", "eval_final", get=TIDAK_ADA, post=TIDAK_ADA, isi=_RENCANA),
    Baris("kinerja:tindak_lanjut", "eval_menunggu", get=TIDAK_ADA, post=TIDAK_ADA, isi=_RENCANA),
    Baris("kinerja:tindak_lanjut", "eval_diputus", get=TIDAK_ADA, post=TIDAK_ADA, isi=_RENCANA),
    *per_objek(
        "kinerja:pembinaan_tinjau",
        ("eval_menunggu", "eval_diputus", "eval_final"),
        get=TIDAK_ADA,
        post=TIDAK_ADA,
        isi=_TINJAU,
    ),
    Baris(
        "kinerja:pembinaan_tinjau",
        "eval_rendah",
        get=hak([ATASAN]),
        post=hak([ATASAN], 302),
        isi=_TINJAU,
    ),
    # Of the head of the seksi, decided by the camat: no plan yet, one that begins later, one that was reviewed.
    Baris(
        "kinerja:tindak_lanjut",
        "eval_rendah_tanpa",
        get=hak(_PEMBACA_KASI),
        post=hak([ATASAN_KEDUA], 302),
        isi=_rencana("0"),
    ),
    Baris(
        "kinerja:tindak_lanjut",
        "eval_rendah_nanti",
        get=hak(_PEMBACA_KASI),
        post=hak([ATASAN_KEDUA], 302),
        isi=_rencana("1"),
    ),
    *per_objek(
        "kinerja:tindak_lanjut",
        ("eval_rendah_ditinjau", "eval_rendah_belum"),
        get=hak(_PEMBACA_KASI),
        post=hak([ATASAN_KEDUA], 409),
        isi=_rencana("2"),
    ),
    Baris("kinerja:pembinaan_tinjau", "eval_rendah_tanpa", get=TIDAK_ADA, post=TIDAK_ADA, isi=_TINJAU),
    *per_objek(
        "kinerja:pembinaan_tinjau",
        ("eval_rendah_nanti", "eval_rendah_ditinjau", "eval_rendah_belum"),
        get=hak([ATASAN_KEDUA]),
        post=hak([ATASAN_KEDUA], 409),
        isi=_TINJAU,
    ),
    # While an objection of pegawai is open, the result may still change.
    Baris(
        "kinerja:tindak_lanjut", "eval_rendah_keberatan", get=hak(PEMBACA), post=hak([ATASAN], 409), isi=_rencana("1")
    ),
    Baris(
        "kinerja:pembinaan_tinjau",
        "eval_rendah_keberatan",
        get=hak([ATASAN]),
        post=hak([ATASAN], 409),
        isi=_TINJAU,
    ),
    # A decision follows only after a review that saw no improvement; it is copied by the pengelola.
    Baris(
        "kinerja:pembinaan_keputusan",
        "eval_rendah_belum",
        get=hak([PENGELOLA]),
        post=hak([PENGELOLA], 302),
        isi=_keputusan,
    ),
    *per_objek(
        "kinerja:pembinaan_keputusan",
        (
            "eval_menunggu",
            "eval_diputus",
            "eval_final",
            "eval_rendah",
            "eval_rendah_tanpa",
            "eval_rendah_nanti",
            "eval_rendah_ditinjau",
            "eval_rendah_keberatan",
        ),
        get=TIDAK_ADA,
        post=TIDAK_ADA,
        isi=_keputusan,
    ),
    Baris("kinerja:pembinaan_pindaian", "keputusan_pembinaan", get=hak(_PEMBACA_KASI), post=BUKAN_CARA),
    # A need of training is proposed one by one by who decides; a result that shows nothing to learn proposes nothing.
    *per_objek(
        "kinerja:kebutuhan_belajar",
        ("eval_menunggu", "eval_diputus", "eval_final"),
        get=BUKAN_CARA,
        post=hak([ATASAN], 302),
        isi=tetap(butir="predikat"),
        berubah=False,
    ),
    Baris(
        "kinerja:kebutuhan_belajar",
        "eval_rendah",
        get=BUKAN_CARA,
        post=hak([ATASAN], 302),
        isi=tetap(butir="predikat"),
    ),
]
