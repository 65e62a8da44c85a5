"""Delivery of results and objections."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from tests.dasar import ATASAN, ATASAN_KEDUA, PEGAWAI, PENGELOLA, KantorBernama
from tests.kinerja.isi_keberatan import ALASAN
from tests.rakumpit.hak_akses.dasar import BUKAN_CARA, MEMIMPIN, TIDAK_ADA, Baris, berkas, hak, per_objek, tetap

# The one who is rated, the one who rated, the one who decides, the pengelola; no other leader and no colleague.
PIHAK = (PEGAWAI, ATASAN, ATASAN_KEDUA, PENGELOLA)


def _putusan(_k: KantorBernama) -> dict[str, Any]:
    return {
        "putusan": "berubah",
        "rating_hasil": "sesuai",
        "rating_perilaku": "sesuai",
        "alasan": "Bukti kirim sah.",
        "versi": 3,
    }


def _surat(k: KantorBernama) -> dict[str, Any]:
    return _putusan(k) | {"surat_nomor": "12/2026", "pindaian": berkas()}


def _kertas(_k: KantorBernama) -> dict[str, Any]:
    return {"tanggal": "15 September 2026", "pindaian": berkas()}


def _keberatan_surat(_k: KantorBernama) -> dict[str, Any]:
    return {"tanggal": "15 September 2026", "alasan": "Menurut surat.", "surat": berkas()}


_ALASAN = tetap(alasan="Laporan saya kirim tepat waktu.")
_ISI = tetap(isi="Bukti kirim ada.")
# Mends the words that were seen.
_ISI_LAGI = tetap(isi="Bukti kirim ada.", semula=sha256(ALASAN.encode()).hexdigest())
KINERJA_KEBERATAN = [
    Baris("kinerja:hasil_terima", "eval_final", get=BUKAN_CARA, post=hak([PEGAWAI], 302)),
    Baris("kinerja:hasil_terima", "eval_menunggu", get=BUKAN_CARA, post=hak([PEGAWAI], 302), berubah=False),
    Baris("kinerja:hasil_terima", "eval_diputus", get=BUKAN_CARA, post=hak([PEGAWAI], 302), berubah=False),
    Baris("kinerja:penyampaian", "eval_diputus", get=TIDAK_ADA, post=TIDAK_ADA, isi=_kertas),
    Baris("kinerja:keberatan_ajukan", "eval_diputus", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409), isi=_ALASAN),
    # Also for a person with an account who has not opened the result there.
    Baris("kinerja:penyampaian", "eval_final", get=hak([PENGELOLA]), post=hak([PENGELOLA], 302), isi=_kertas),
    Baris("kinerja:penyampaian", "eval_belum", get=hak([PENGELOLA]), post=hak([PENGELOLA], 302), isi=_kertas),
    Baris("kinerja:penyampaian", "eval_kertas", get=hak([PENGELOLA]), post=hak([PENGELOLA], 409), isi=_kertas),
    Baris("kinerja:penyampaian", "eval_menunggu", get=TIDAK_ADA, post=TIDAK_ADA, isi=_kertas),
    Baris("kinerja:penyampaian_daftar", get=hak([PENGELOLA]), post=BUKAN_CARA),
    Baris("kinerja:tanda_terima", "eval_kertas", get=hak([PENGELOLA]), post=BUKAN_CARA),
    Baris("kinerja:tanda_terima", "eval_final", get=TIDAK_ADA, post=BUKAN_CARA),
    Baris("kinerja:keberatan_ajukan", "eval_final", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_ALASAN),
    Baris("kinerja:keberatan_ajukan", "eval_menunggu", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409), isi=_ALASAN),
    Baris(
        "kinerja:keberatan_ajukan",
        "eval_kertas",
        get=hak([PENGELOLA]),
        post=hak([PENGELOLA], 302),
        isi=_keberatan_surat,
    ),
    Baris("kinerja:keberatan_daftar", get=hak([*MEMIMPIN, PENGELOLA]), post=BUKAN_CARA),
    Baris("kinerja:keberatan", "keberatan_baru", get=hak(PIHAK), post=BUKAN_CARA),
    Baris("kinerja:keberatan", "keberatan", get=hak(PIHAK), post=BUKAN_CARA),
    Baris("kinerja:keberatan", "keberatan_diputus", get=hak(PIHAK), post=BUKAN_CARA),
    Baris("kinerja:keberatan", "keberatan_surat", get=hak([PENGELOLA]), post=BUKAN_CARA),
    # Who holds the hearing may write down what both sides say; a side writes only its own.
    Baris(
        "kinerja:keberatan_keterangan",
        "keterangan_pegawai",
        get=hak([PEGAWAI, ATASAN_KEDUA]),
        post=hak([PEGAWAI, ATASAN_KEDUA], 302),
        isi=_ISI,
    ),
    Baris(
        "kinerja:keberatan_keterangan",
        "keterangan_penilai",
        get=hak([ATASAN, ATASAN_KEDUA]),
        post=hak([ATASAN, ATASAN_KEDUA], 302),
        isi=_ISI,
    ),
    Baris(
        "kinerja:keberatan_keterangan",
        "keterangan_didengar",
        get=hak([PEGAWAI, ATASAN_KEDUA]),
        post=hak([PEGAWAI, ATASAN_KEDUA], 302),
        isi=_ISI_LAGI,
    ),
    Baris("kinerja:keberatan_keterangan", "keterangan_dicabut", get=hak(PIHAK, 302), post=hak(PIHAK, 409), isi=_ISI),
    Baris("kinerja:keberatan_keterangan", "keterangan_ngawur", get=TIDAK_ADA, post=TIDAK_ADA, isi=_ISI),
    Baris("kinerja:keberatan_keterangan", "keterangan_diputus", get=hak(PIHAK, 302), post=hak(PIHAK, 409), isi=_ISI),
    Baris("kinerja:keberatan_putus", "keberatan", get=hak([ATASAN_KEDUA]), post=hak([ATASAN_KEDUA], 302), isi=_putusan),
    Baris(
        "kinerja:keberatan_putus",
        "keberatan_baru",
        get=hak([ATASAN_KEDUA]),
        post=hak([ATASAN_KEDUA], 409),
        isi=_putusan,
    ),
    Baris(
        "kinerja:keberatan_putus",
        "keberatan_diputus",
        get=hak([ATASAN_KEDUA], 302),
        post=hak([ATASAN_KEDUA], 409),
        isi=_putusan,
    ),
    # The official who would have decided reads that it was withdrawn.
    Baris("kinerja:keberatan", "keberatan_dicabut", get=hak(PIHAK), post=BUKAN_CARA),
    Baris(
        "kinerja:keberatan_putus",
        "keberatan_dicabut",
        get=hak([ATASAN_KEDUA], 302),
        post=hak([ATASAN_KEDUA], 409),
        isi=_putusan,
    ),
    Baris("kinerja:keberatan_putus", "keberatan_surat", get=TIDAK_ADA, post=TIDAK_ADA, isi=_putusan),
    Baris("kinerja:keberatan_surat", "keberatan_surat", get=hak([PENGELOLA]), post=hak([PENGELOLA], 302), isi=_surat),
    # The official who decides has an account: no letter takes his place.
    Baris("kinerja:keberatan_surat", "keberatan", get=TIDAK_ADA, post=TIDAK_ADA, isi=_surat),
    *per_objek(
        "kinerja:keberatan_surat",
        ("keberatan_baru", "keberatan_diputus", "keberatan_dicabut"),
        get=TIDAK_ADA,
        post=TIDAK_ADA,
        isi=_surat,
    ),
    # Decided by a letter: a second one is refused.
    Baris(
        "kinerja:keberatan_surat",
        "keberatan_pindaian",
        get=hak([PENGELOLA], 302),
        post=hak([PENGELOLA], 409),
        isi=_surat,
    ),
    Baris("kinerja:keberatan_cabut", "keberatan_baru", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302)),
    Baris("kinerja:keberatan_cabut", "keberatan_dicabut", get=hak([PEGAWAI], 302), post=hak([PEGAWAI], 409)),
    Baris("kinerja:keberatan_cabut", "keberatan", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302)),
    Baris("kinerja:keberatan_cabut", "keberatan_diputus", get=hak([PEGAWAI], 302), post=hak([PEGAWAI], 409)),
    Baris("kinerja:keberatan_berkas", "keberatan_berkas", get=hak(PIHAK), post=BUKAN_CARA),
    Baris("kinerja:keberatan_pindaian", "keberatan_pindaian", get=hak([PENGELOLA]), post=BUKAN_CARA),
    Baris("kinerja:keberatan_pindaian", "keberatan", get=TIDAK_ADA, post=BUKAN_CARA),
]
