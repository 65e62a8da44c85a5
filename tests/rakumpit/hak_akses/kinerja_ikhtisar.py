"""Summaries of units."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.dasar import ATASAN, ATASAN_KEDUA, PEJABAT_LUAR, PEMERIKSA, PENGELOLA
from tests.rakumpit.hak_akses.dasar import BER_AKUN, BER_SKP, BUKAN_CARA, MEMIMPIN, PEMBACA, Baris, hak, tetap

_KANTOR = (PENGELOLA, PEMERIKSA)
_SEKSI = hak([*MEMIMPIN, *_KANTOR])
_KECAMATAN = hak([ATASAN_KEDUA, PEJABAT_LUAR, *_KANTOR])
# Whoever has something due: a plan of one's own, people to rate, or the periods of the office.
_KALENDER = hak([*BER_SKP, PEJABAT_LUAR, PENGELOLA])

_ARSIP_CSV = "NIP;Mulai;Selesai;Aturan;Nilai;Sumber\n1;1-1-2018;31-12-2018;PP 46/2011;87;800/1"
KINERJA_IKHTISAR = [
    Baris("kinerja:tahun", get=hak(BER_SKP), post=BUKAN_CARA),
    Baris("akun_pengingat", get=BUKAN_CARA, post=hak(BER_AKUN, 302)),
    Baris("kinerja:kalender", get=_KALENDER, post=BUKAN_CARA),
    Baris("kinerja:kalender_unduh", get=_KALENDER, post=BUKAN_CARA),
    # Who leads above may read the plan, but only the direct superior approves it.
    Baris(
        "kinerja:tim_skp",
        get=hak(MEMIMPIN),
        post=hak([ATASAN], 302, atasan_kedua=409, pejabat_luar=409),
        isi=lambda k: {"pilih": [f"{k.skp['skp_diajukan'].uuid}:{k.skp['skp_diajukan'].suntingan}"]},
    ),
    Baris("kinerja:tim_kemajuan", get=hak(MEMIMPIN), post=BUKAN_CARA),
    Baris(
        "kinerja:arsip",
        "pegawai",
        get=hak(PEMBACA),
        post=hak([PENGELOLA], 302),
        isi=tetap(
            mulai="1 Januari 2019", selesai="31 Desember 2019", skema="pp_46_2011", nilai="86,1", sumber="9/2020"
        ),
    ),
    Baris(
        "kinerja:arsip_impor",
        get=hak([PENGELOLA]),
        post=hak([PENGELOLA], 302),
        isi=lambda _k: {"berkas": SimpleUploadedFile("arsip.csv", _ARSIP_CSV.encode())},
        berubah=False,
    ),
    # Nothing waits to be saved.
    Baris("kinerja:arsip_impor", get=hak([PENGELOLA]), post=hak([PENGELOLA], 409), isi=tetap(langkah="simpan")),
    Baris("kinerja:arsip_templat", get=hak([PENGELOLA]), post=BUKAN_CARA),
    Baris(
        "kinerja:arsip_batalkan",
        "arsip",
        get=hak([PENGELOLA]),
        post=hak([PENGELOLA], 302),
        isi=tetap(alasan="Salah orang."),
    ),
    Baris("kinerja:unit_awal", get=hak([*MEMIMPIN, *_KANTOR], 302), post=BUKAN_CARA),
    Baris("kinerja:unit", "unit_seksi", get=_SEKSI, post=BUKAN_CARA),
    Baris("kinerja:unit", "unit_kecamatan", get=_KECAMATAN, post=BUKAN_CARA),
    Baris("kinerja:unit", "unit_lain", get=hak(_KANTOR), post=BUKAN_CARA),
    Baris("kinerja:unit_unduh", "unit_seksi", get=_SEKSI, post=BUKAN_CARA),
    Baris("kinerja:unit_unduh", "unit_lain", get=hak(_KANTOR), post=BUKAN_CARA),
]
