"""Parts and versions of a plan."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from rakumpit.lembar import tulis_xlsx
from tests.dasar import ATASAN, PEGAWAI, PEJABAT_LUAR, PENGELOLA, KantorBernama
from tests.rakumpit.hak_akses.dasar import (
    BER_AKUN,
    BUKAN_CARA,
    INDIKATOR,
    MEMIMPIN,
    PEMBACA,
    RENCANA,
    TIDAK_ADA,
    Baris,
    Isi,
    hak,
    isi_surat_skp,
    per_objek,
    tetap,
)

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


def _bahan(k: KantorBernama) -> dict[str, Any]:
    return {"pakai": f"contoh:{k.contoh['contoh_hasil'].uuid}"}


def _aksi_dikembalikan(k: KantorBernama) -> dict[str, Any]:
    indikator = k.objek["indikator_dikembalikan"][0]
    return {f"uraian_{indikator.hex}": "Kunjungan", "suntingan": "0"}


# Page by which the owner writes, kind of its object, complete form.
_TULIS: list[tuple[str, str, Isi | None]] = [
    ("kinerja:skp_ajukan", "skp", None),
    ("kinerja:skp_hapus", "skp", None),
    ("kinerja:skp_atur", "skp", _ATUR),
    ("kinerja:skp_lampiran", "skp", _LAMPIRAN),
    ("kinerja:skp_bahan", "skp", _bahan),
    ("kinerja:rencana_tambah", "skp", RENCANA),
    ("kinerja:rencana_ubah", "rencana", RENCANA),
    ("kinerja:rencana_hapus", "rencana", None),
    ("kinerja:indikator_tambah", "rencana", INDIKATOR),
    ("kinerja:indikator_ubah", "indikator", INDIKATOR),
    ("kinerja:indikator_hapus", "indikator", None),
]
_TERTUTUP = ("diajukan", "setuju", "selesai", "diganti")
_UTUH = hak([PEGAWAI])
_DITOLAK = hak([PEGAWAI], 409)
# What was returned is written again as a draft is; in every other state the owner is refused with the reason.
_KEADAAN = [
    *(
        Baris(nama, f"{jenis}_dikembalikan", get=_UTUH, post=hak([PEGAWAI], 302), isi=isi)
        for nama, jenis, isi in _TULIS
    ),
    *(
        Baris(nama, f"{jenis}_{keadaan}", get=_UTUH, post=_DITOLAK, isi=isi)
        for nama, jenis, isi in _TULIS
        for keadaan in _TERTUTUP
    ),
    Baris("kinerja:skp_impor", "skp_dikembalikan", get=_UTUH, post=hak([PEGAWAI], 302), isi=_berkas, berubah=False),
    *per_objek(
        "kinerja:skp_impor",
        [f"skp_{keadaan}" for keadaan in _TERTUTUP],
        get=_UTUH,
        post=_DITOLAK,
        isi=tetap(langkah="simpan"),
    ),
    Baris(
        "kinerja:rencana_aksi_ubah",
        "aksi_dikembalikan",
        get=_UTUH,
        post=hak([PEGAWAI], 302),
        isi=_aksi_dikembalikan,
    ),
    *per_objek(
        "kinerja:rencana_aksi_ubah",
        [f"aksi_{keadaan}" for keadaan in _TERTUTUP],
        get=_UTUH,
        post=_DITOLAK,
        isi=tetap(suntingan="0"),
    ),
    # Whom the plan was submitted to reads why no decision is open any more; a draft was submitted to nobody.
    *per_objek(
        "kinerja:skp_setujui",
        ("skp_dikembalikan", "skp_selesai", "skp_diganti"),
        get=hak([ATASAN], 302),
        post=hak([ATASAN], 409),
    ),
    *per_objek(
        "kinerja:skp_kembalikan",
        ("skp_setuju", "skp_dikembalikan", "skp_selesai", "skp_diganti"),
        get=hak([ATASAN]),
        post=hak([ATASAN], 409),
        isi=tetap(catatan="Lengkapi targetnya."),
    ),
    Baris("kinerja:skp_kembalikan", "skp_draf", get=TIDAK_ADA, post=TIDAK_ADA, isi=tetap(catatan="Lengkapi.")),
    *per_objek(
        "kinerja:skp_surat",
        ("skp_draf", "skp_setuju", "skp_dikembalikan", "skp_selesai", "skp_diganti", "skp_pindaian"),
        get=hak([PENGELOLA]),
        post=hak([PENGELOLA], 409),
        isi=isi_surat_skp,
    ),
    *per_objek(
        "kinerja:skp_ekspektasi",
        ("skp_dikembalikan", "skp_selesai", "skp_diganti"),
        get=TIDAK_ADA,
        post=TIDAK_ADA,
        isi=_EKSPEKTASI,
    ),
    *per_objek(
        "kinerja:skp_perubahan",
        ("skp_draf", "skp_diajukan", "skp_dikembalikan", "skp_selesai", "skp_diganti"),
        get=_UTUH,
        post=_DITOLAK,
        isi=tetap(alasan="Target kantor berubah."),
    ),
    *per_objek(
        "kinerja:skp_akhiri",
        ("skp_diajukan", "skp_dikembalikan", "skp_selesai", "skp_diganti"),
        get=hak([PENGELOLA]),
        post=hak([PENGELOLA], 409),
        isi=_AKHIRI,
    ),
]

KINERJA_SKP = [
    *_KEADAAN,
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
        "kinerja:skp_bahan",
        "skp_draf",
        get=hak([PEGAWAI]),
        post=hak([PEGAWAI], 302),
        isi=_bahan,
    ),
    Baris("kinerja:skp_impor", "skp_draf", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_berkas, berubah=False),
    Baris("kinerja:skp_templat", "skp_draf", get=hak([PEGAWAI]), post=BUKAN_CARA),
    Baris("kinerja:tunggu_skp", get=hak([*MEMIMPIN, PENGELOLA]), post=BUKAN_CARA),
    Baris("kinerja:dialog_daftar", get=hak(BER_AKUN), post=BUKAN_CARA),
    # The two who talk: the person and the superior of that day.
    Baris("kinerja:dialog_catat", "pegawai", get=hak([PEGAWAI, ATASAN]), post=hak([PEGAWAI, ATASAN], 302), isi=_DIALOG),
    # Written by pegawai: only the superior confirms; for others who may read it there is nothing to confirm.
    Baris(
        "kinerja:dialog",
        "dialog",
        get=hak(PEMBACA),
        post=hak([ATASAN], 302, pegawai=409),
        isi=tetap(versi="1"),
    ),
    Baris("kinerja:dialog_ubah", "dialog", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_DIALOG),
    # The other way round; and once both have confirmed, nothing changes any more.
    Baris(
        "kinerja:dialog",
        "dialog_atasan",
        get=hak(PEMBACA),
        post=hak([PEGAWAI], 302, atasan=409),
        isi=tetap(versi="1"),
    ),
    Baris("kinerja:dialog_ubah", "dialog_atasan", get=hak([ATASAN]), post=hak([ATASAN], 302), isi=_DIALOG),
    Baris(
        "kinerja:dialog",
        "dialog_disahkan",
        get=hak(PEMBACA),
        post=hak([PEGAWAI, ATASAN], 409),
        isi=tetap(versi="2"),
    ),
    Baris(
        "kinerja:dialog_ubah",
        "dialog_disahkan",
        get=hak([PEGAWAI]),
        post=hak([PEGAWAI], 409),
        isi=lambda k: _DIALOG(k) | {"versi": "2"},
    ),
    Baris("kinerja:skp_atur", "skp_draf", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_ATUR),
    Baris("kinerja:skp_lampiran", "skp_draf", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_LAMPIRAN),
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
]
