"""Parts and versions of a plan."""

from __future__ import annotations

from tests.dasar import ATASAN, PEGAWAI, PEJABAT_LUAR, PENGELOLA
from tests.rakumpit.hak_akses.dasar import TIDAK_ADA, Baris, hak, tetap

_ATUR = tetap(mulai="1 Januari 2027", selesai="30 November 2027", pendekatan="kuantitatif", suntingan="0")
_LAMPIRAN = tetap(dukungan="Printer", skema="Laporan bulanan", konsekuensi="Penghargaan", suntingan="0")
_EKSPEKTASI = tetap(akuntabel="Catat setiap uang yang diterima.", suntingan="0")
_AKHIRI = tetap(tanggal="30 September 2026", alasan="SK mutasi 9/2026")

KINERJA_SKP = [
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
