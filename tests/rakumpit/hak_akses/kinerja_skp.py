"""Parts and versions of a plan."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from rakumpit.lembar import tulis_xlsx
from tests.dasar import ATASAN, PEGAWAI, PEJABAT_LUAR, PENGELOLA, KantorBernama
from tests.rakumpit.hak_akses.dasar import BER_AKUN, BUKAN_CARA, MEMIMPIN, PEMBACA, TIDAK_ADA, Baris, hak, tetap

_ATUR = tetap(mulai="1 Januari 2027", selesai="30 November 2027", pendekatan="kuantitatif", suntingan="0")
_LAMPIRAN = tetap(dukungan="Printer", skema="Laporan bulanan", konsekuensi="Penghargaan", suntingan="0")
_EKSPEKTASI = tetap(akuntabel="Catat setiap uang yang diterima.", suntingan="0")
_AKHIRI = tetap(tanggal="30 September 2026", alasan="SK mutasi 9/2026")

_DIALOG = tetap(
    tanggal="14 September 2026", jenis="perencanaan", ringkasan="Target.", kesepakatan="Latihan.", versi="1"
)


def _berkas(k: KantorBernama) -> dict[str, Any]:
    """A sheet that can be read: it waits in the session, nothing is stored."""
    isi = tulis_xlsx([["Rencana hasil kerja", "Indikator", "Target"], ["Surat selesai", "Surat", 100]])
    return {"berkas": SimpleUploadedFile("skp.xlsx", isi)}


KINERJA_SKP = [
    Baris("kinerja:rencana_aksi", "skp_draf", get=hak(PEMBACA), post=BUKAN_CARA),
    Baris("kinerja:rencana_aksi", "skp_setuju", get=hak(PEMBACA), post=BUKAN_CARA),
    Baris(
        "kinerja:rencana_aksi_ubah",
        "aksi_draf",
        get=hak([PEGAWAI]),
        post=hak([PEGAWAI], 302),
        isi=lambda k: {f"uraian_{k.contoh['indikator_aksi'].uuid.hex}": "Kunjungan", "suntingan": "0"},
    ),
    Baris(
        "kinerja:rencana_aksi_ubah",
        "aksi_setuju",
        get=hak([PEGAWAI]),
        post=hak([PEGAWAI], 409),
        isi=tetap(suntingan="0"),
    ),
    Baris(
        "kinerja:skp_bahan",
        "skp_draf",
        get=hak([PEGAWAI]),
        post=hak([PEGAWAI], 302),
        isi=lambda k: {"pakai": f"contoh:{k.contoh['contoh_hasil'].uuid}"},
    ),
    Baris(
        "kinerja:skp_bahan",
        "skp_setuju",
        get=hak([PEGAWAI]),
        post=hak([PEGAWAI], 409),
        isi=lambda k: {"pakai": f"contoh:{k.contoh['contoh_hasil'].uuid}"},
    ),
    Baris("kinerja:skp_impor", "skp_draf", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_berkas, berubah=False),
    Baris("kinerja:skp_impor", "skp_setuju", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409), isi=tetap(langkah="simpan")),
    Baris("kinerja:skp_templat", "skp_draf", get=hak([PEGAWAI]), post=BUKAN_CARA),
    Baris("kinerja:tunggu_skp", get=hak([*MEMIMPIN, PENGELOLA]), post=BUKAN_CARA),
    Baris("kinerja:dialog_daftar", get=hak(BER_AKUN), post=BUKAN_CARA),
    # The two who talk: the person and the superior of that day.
    Baris("kinerja:dialog_catat", "pegawai", get=hak([PEGAWAI, ATASAN]), post=hak([PEGAWAI, ATASAN], 302), isi=_DIALOG),
    # Written by pegawai: only the superior confirms, others who may read it are refused.
    Baris(
        "kinerja:dialog",
        "dialog",
        get=hak(PEMBACA),
        post=hak([ATASAN], 302, pegawai=409, atasan_kedua=409, pejabat_luar=409, pengelola=409),
        isi=tetap(versi="1"),
    ),
    Baris("kinerja:dialog_ubah", "dialog", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_DIALOG),
    Baris("kinerja:skp_atur", "skp_draf", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_ATUR),
    Baris("kinerja:skp_atur", "skp_setuju", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409), isi=_ATUR),
    Baris("kinerja:skp_lampiran", "skp_draf", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_LAMPIRAN),
    Baris("kinerja:skp_lampiran", "skp_diajukan", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409), isi=_LAMPIRAN),
    # The superior of today writes, from the submission on; nobody else, the superior's superior neither.
    Baris("kinerja:skp_ekspektasi", "skp_diajukan", get=hak([ATASAN]), post=hak([ATASAN], 302), isi=_EKSPEKTASI),
    Baris("kinerja:skp_ekspektasi", "skp_setuju", get=hak([ATASAN]), post=hak([ATASAN], 302), isi=_EKSPEKTASI),
    Baris("kinerja:skp_ekspektasi", "skp_draf", get=TIDAK_ADA, post=TIDAK_ADA, isi=_EKSPEKTASI),
    Baris(
        "kinerja:skp_ekspektasi", "skp_camat", get=hak([PEJABAT_LUAR]), post=hak([PEJABAT_LUAR], 302), isi=_EKSPEKTASI
    ),
    Baris(
        "kinerja:skp_perubahan",
        "skp_atasan",
        get=hak([ATASAN]),
        post=hak([ATASAN], 302),
        isi=tetap(alasan="Target kantor berubah."),
    ),
    # Another plan of the same person is open already.
    Baris(
        "kinerja:skp_perubahan",
        "skp_setuju",
        get=hak([PEGAWAI]),
        post=hak([PEGAWAI], 409),
        isi=tetap(alasan="Target kantor berubah."),
    ),
    Baris("kinerja:skp_akhiri", "skp_setuju", get=hak([PENGELOLA]), post=hak([PENGELOLA], 302), isi=_AKHIRI),
    Baris("kinerja:skp_akhiri", "skp_draf", get=hak([PENGELOLA]), post=hak([PENGELOLA], 409), isi=_AKHIRI),
    Baris("kinerja:skp_hapus", "skp_draf", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302)),
    Baris("kinerja:skp_hapus", "skp_setuju", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409)),
]
