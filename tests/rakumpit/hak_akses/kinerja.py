"""Plans, results, evaluations and runs."""

from __future__ import annotations

from tests.dasar import ATASAN, ATASAN_KEDUA, PEGAWAI, PEJABAT_LUAR, PENGELOLA, REKAN
from tests.rakumpit.hak_akses.dasar import (
    BER_SKP,
    BUKAN_CARA,
    INDIKATOR,
    MEMIMPIN,
    PEMBACA,
    REALISASI,
    RENCANA,
    TIDAK_ADA,
    Baris,
    hak,
    isi_keputusan,
    isi_perilaku,
    isi_surat,
    isi_surat_skp,
    isi_versi,
    tetap,
)

KINERJA = [
    Baris("kinerja:saya", get=hak(BER_SKP), post=BUKAN_CARA),
    # Whoever has an open draft finishes it first (409): pegawai and the camat.
    Baris(
        "kinerja:skp_daftar",
        get=hak(BER_SKP),
        post=hak([ATASAN, REKAN], 302, pegawai=409, atasan_kedua=409),
        isi=tetap(mulai="1 Januari 2029", selesai="31 Desember 2029", pendekatan="kuantitatif"),
    ),
    Baris("kinerja:skp", "skp_draf", get=hak(PEMBACA), post=BUKAN_CARA),
    Baris("kinerja:skp", "skp_setuju", get=hak(PEMBACA), post=BUKAN_CARA),
    Baris("kinerja:skp", "skp_camat", get=hak([ATASAN_KEDUA, PEJABAT_LUAR, PENGELOLA]), post=BUKAN_CARA),
    Baris("kinerja:skp", "skp_luar", get=hak([PENGELOLA]), post=BUKAN_CARA),
    Baris("kinerja:skp_ajukan", "skp_draf", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302)),
    Baris("kinerja:skp_setujui", "skp_diajukan", get=hak([ATASAN], 302), post=hak([ATASAN], 302)),
    Baris("kinerja:skp_setujui", "skp_setuju", get=hak([ATASAN], 302), post=hak([ATASAN], 409)),
    Baris("kinerja:skp_setujui", "skp_draf", get=TIDAK_ADA, post=TIDAK_ADA),
    Baris("kinerja:skp_setujui", "skp_camat", get=hak([PEJABAT_LUAR], 302), post=hak([PEJABAT_LUAR], 302)),
    Baris("kinerja:skp_setujui", "skp_luar", get=TIDAK_ADA, post=TIDAK_ADA),
    Baris(
        "kinerja:skp_kembalikan",
        "skp_diajukan",
        get=hak([ATASAN]),
        post=hak([ATASAN], 302),
        isi=tetap(catatan="Lengkapi targetnya."),
    ),
    Baris("kinerja:skp_surat", "skp_luar", get=hak([PENGELOLA]), post=hak([PENGELOLA], 302), isi=isi_surat_skp),
    # The superior is in the office or has an account: no letter takes his place.
    Baris("kinerja:skp_surat", "skp_diajukan", get=hak([PENGELOLA]), post=hak([PENGELOLA], 409), isi=isi_surat_skp),
    Baris("kinerja:skp_surat", "skp_camat", get=hak([PENGELOLA]), post=hak([PENGELOLA], 409), isi=isi_surat_skp),
    Baris("kinerja:skp_pindaian", "skp_pindaian", get=hak([PENGELOLA]), post=BUKAN_CARA),
    Baris("kinerja:skp_pindaian", "skp_setuju", get=TIDAK_ADA, post=BUKAN_CARA),
    Baris("kinerja:rencana_tambah", "skp_draf", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=RENCANA),
    Baris("kinerja:rencana_ubah", "rencana_draf", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=RENCANA),
    Baris("kinerja:rencana_hapus", "rencana_draf", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302)),
    Baris("kinerja:indikator_tambah", "rencana_draf", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=INDIKATOR),
    Baris("kinerja:indikator_ubah", "indikator_draf", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=INDIKATOR),
    Baris("kinerja:indikator_hapus", "indikator_draf", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302)),
    Baris("kinerja:realisasi_daftar", get=hak(BER_SKP), post=BUKAN_CARA),
    # Others read what was reached, only the owner types it, and only while the period is open.
    Baris("kinerja:realisasi", "realisasi_menunggu", get=hak(PEMBACA), post=hak([PEGAWAI], 302), isi=REALISASI),
    Baris("kinerja:realisasi", "realisasi_final", get=hak(PEMBACA), post=hak([PEGAWAI], 409), isi=REALISASI),
    Baris(
        "kinerja:realisasi",
        "realisasi_dibuka",
        get=hak(PEMBACA),
        post=hak([PEGAWAI], 302),
        isi=lambda k: REALISASI(k) | {"per_tanggal": "5 Mei 2025"},
    ),
    Baris(
        "kinerja:realisasi",
        "realisasi_diputus",
        get=hak(PEMBACA),
        post=hak([PEGAWAI], 409),
        isi=lambda k: REALISASI(k) | {"per_tanggal": "5 Mei 2026"},
    ),
    Baris("kinerja:tim", get=hak(MEMIMPIN), post=BUKAN_CARA),
    Baris(
        "kinerja:tim_tetapkan",
        kueri="?periode=tw2-2026",
        get=hak(MEMIMPIN),
        post=hak([ATASAN], 302),
        isi=lambda k: {"pilih": [f"{k.evaluasi['eval_diputus'].uuid}:{k.evaluasi['eval_diputus'].versi}"]},
    ),
    Baris(
        "kinerja:nilai", "eval_menunggu", get=hak([ATASAN]), post=hak([ATASAN], 302), isi=isi_keputusan("eval_menunggu")
    ),
    Baris("kinerja:nilai", "eval_menunggu", get=hak([ATASAN]), post=hak([ATASAN], 302), isi=isi_perilaku),
    Baris(
        "kinerja:nilai", "eval_diputus", get=hak([ATASAN]), post=hak([ATASAN], 302), isi=isi_keputusan("eval_diputus")
    ),
    Baris("kinerja:nilai", "eval_final", get=hak([ATASAN]), post=hak([ATASAN], 409), isi=isi_keputusan("eval_final")),
    Baris("kinerja:nilai", "eval_final", get=hak([ATASAN]), post=hak([ATASAN], 409), isi=isi_perilaku),
    Baris(
        "kinerja:nilai",
        "eval_camat",
        get=hak([PEJABAT_LUAR]),
        post=hak([PEJABAT_LUAR], 302),
        isi=isi_keputusan("eval_camat"),
    ),
    Baris("kinerja:nilai", "eval_luar", get=TIDAK_ADA, post=TIDAK_ADA, isi=isi_keputusan("eval_luar")),
    Baris(
        "kinerja:tetapkan", "eval_diputus", get=hak([ATASAN]), post=hak([ATASAN], 302), isi=isi_versi("eval_diputus")
    ),
    Baris(
        "kinerja:tetapkan", "eval_menunggu", get=hak([ATASAN]), post=hak([ATASAN], 409), isi=isi_versi("eval_menunggu")
    ),
    Baris("kinerja:tetapkan", "eval_final", get=hak([ATASAN]), post=hak([ATASAN], 409), isi=isi_versi("eval_final")),
    Baris("kinerja:surat", "eval_luar", get=hak([PENGELOLA]), post=hak([PENGELOLA], 302), isi=isi_surat("eval_luar")),
    Baris("kinerja:surat", "eval_diputus", get=TIDAK_ADA, post=TIDAK_ADA, isi=isi_surat("eval_diputus")),
    Baris("kinerja:surat", "eval_final", get=TIDAK_ADA, post=TIDAK_ADA, isi=isi_surat("eval_final")),
    # Final by a letter: a second one is refused.
    Baris(
        "kinerja:surat",
        "eval_pindaian",
        get=hak([PENGELOLA]),
        post=hak([PENGELOLA], 409),
        isi=isi_surat("eval_pindaian"),
    ),
    Baris("kinerja:surat", "eval_menunggu", get=TIDAK_ADA, post=TIDAK_ADA, isi=isi_surat("eval_menunggu")),
    Baris("kinerja:surat", "eval_camat", get=TIDAK_ADA, post=TIDAK_ADA, isi=isi_surat("eval_camat")),
    Baris("kinerja:evaluasi", "eval_menunggu", get=hak(PEMBACA), post=BUKAN_CARA),
    Baris("kinerja:evaluasi", "eval_diputus", get=hak(PEMBACA), post=BUKAN_CARA),
    Baris("kinerja:evaluasi", "eval_final", get=hak(PEMBACA), post=BUKAN_CARA),
    Baris("kinerja:evaluasi", "eval_camat", get=hak([ATASAN_KEDUA, PEJABAT_LUAR, PENGELOLA]), post=BUKAN_CARA),
    Baris("kinerja:evaluasi", "eval_luar", get=hak([PENGELOLA]), post=BUKAN_CARA),
    Baris(
        "kinerja:koreksi",
        "eval_final",
        get=BUKAN_CARA,
        post=hak([PENGELOLA], 302),
        isi=tetap(alasan="Angka realisasi keliru."),
    ),
    Baris(
        "kinerja:koreksi",
        "eval_menunggu",
        get=BUKAN_CARA,
        post=hak([PENGELOLA], 409),
        isi=tetap(alasan="Angka realisasi keliru."),
    ),
    Baris(
        "kinerja:koreksi",
        "eval_diputus",
        get=BUKAN_CARA,
        post=hak([PENGELOLA], 409),
        isi=tetap(alasan="Angka realisasi keliru."),
    ),
    Baris("kinerja:pindaian", "eval_pindaian", get=hak([PENGELOLA]), post=BUKAN_CARA),
    Baris("kinerja:pindaian", "eval_final", get=TIDAK_ADA, post=BUKAN_CARA),
    Baris(
        "kinerja:run_daftar",
        get=hak([PENGELOLA]),
        post=hak([PENGELOLA], 302),
        isi=lambda k: {"periode": k.kantor.periode.pk},
    ),
    Baris(
        "kinerja:run",
        "run_galat",
        get=hak([PENGELOLA]),
        post=hak([PENGELOLA], 302),
        isi=tetap(alasan="Data menyusul."),
    ),
    Baris(
        "kinerja:run",
        "run_final",
        get=hak([PENGELOLA]),
        post=hak([PENGELOLA], 409),
        isi=tetap(alasan="Data menyusul."),
    ),
    Baris(
        "kinerja:periode_buka",
        "periode_final",
        get=hak([PENGELOLA]),
        post=hak([PENGELOLA], 302),
        isi=tetap(sampai="30 September 2026", alasan="Jaringan putus."),
    ),
]
