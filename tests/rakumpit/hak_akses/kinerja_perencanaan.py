"""Agreements of units and what is made from them."""

from __future__ import annotations

from typing import Any

from tests.dasar import (
    ATASAN,
    ATASAN_KEDUA,
    PEGAWAI,
    PEJABAT_LUAR,
    PEMERIKSA,
    PENGELOLA,
    REKAN,
    KantorBernama,
)
from tests.rakumpit.hak_akses.dasar import BUKAN_CARA, MEMIMPIN, TIDAK_ADA, Baris, berkas, hak, per_objek, tetap

# Who works in the seksi and who leads it or a unit above; pengelola and inspectors read every agreement.
ANGGOTA = (PEGAWAI, *MEMIMPIN, PENGELOLA, PEMERIKSA)
KANTOR = (PEGAWAI, REKAN, *MEMIMPIN, PENGELOLA, PEMERIKSA)
PIMPINAN = (ATASAN,)
_SASARAN = tetap(uraian="Layanan makin cepat", versi="1")
_IKU = tetap(uraian="Layanan tepat waktu", satuan="persen", arah="tinggi", target="95", target_1="90", versi="1")
_TTD = tetap(nomor="PK/2/2027", tanggal="14 September 2026")


def _ttd_pindaian(k: KantorBernama) -> dict[str, Any]:
    return {"nomor": "PK/3/2026", "tanggal": "14 September 2026", "pindaian": berkas()}


_CAPAIAN = tetap(predikat="baik", dasar="Rencana aksi tercapai.")


def _capaian_surat(k: KantorBernama) -> dict[str, Any]:
    isi = {"predikat": "baik", "dasar": "Rencana aksi tercapai.", "surat_nomor": "6/2026", "pindaian": berkas()}
    return isi | {"pejabat": k.contoh["asisten"].pk}


def _peran(k: KantorBernama) -> dict[str, Any]:
    return {"rhk_pimpinan": str(k.contoh["hasil_kasi"].uuid), "uraian": "Loket buka tepat waktu", "versi": "1"}


def _pilih_peran(k: KantorBernama) -> dict[str, Any]:
    return {"pilih": [str(k.objek["peran"][0])]}


# Plans of years in which no result of the superior is to be supported.
_TANPA_HASIL_PIMPINAN = ("skp_draf", "skp_diajukan", "skp_dikembalikan", "skp_selesai", "skp_diganti")


PERENCANAAN = [
    Baris(
        "kinerja:perjanjian_daftar",
        get=hak(KANTOR),
        # Heads begin drafts of their own units only; an official outside is never the first party.
        post=hak([ATASAN], 302, atasan_kedua=422),
        isi=lambda k: {"unit": k.contoh["unit_seksi"].uuid, "tahun": "2025"},
    ),
    Baris("kinerja:perjanjian", "perjanjian_draf", get=hak(ANGGOTA), post=BUKAN_CARA),
    Baris("kinerja:perjanjian", "perjanjian_setuju", get=hak(ANGGOTA), post=BUKAN_CARA),
    Baris("kinerja:perjanjian", "perjanjian_luar", get=hak([PENGELOLA, PEMERIKSA]), post=BUKAN_CARA),
    Baris(
        "kinerja:perjanjian_perubahan",
        "perjanjian_setuju",
        get=hak(PIMPINAN),
        post=hak(PIMPINAN, 302),
        isi=tetap(alasan="Target diubah."),
    ),
    Baris(
        "kinerja:perjanjian_perubahan",
        "perjanjian_draf",
        get=hak(PIMPINAN),
        post=hak(PIMPINAN, 409),
        isi=tetap(alasan="Target diubah."),
    ),
    # Replaced: as fixed as the signed one.
    Baris(
        "kinerja:perjanjian_perubahan",
        "perjanjian_diganti",
        get=hak(PIMPINAN),
        post=hak(PIMPINAN, 409),
        isi=tetap(alasan="Target diubah."),
    ),
    *(
        Baris(nama, f"{jenis}_diganti", get=hak(PIMPINAN), post=hak(PIMPINAN, 409), isi=isi)
        for nama, jenis, isi in (
            ("kinerja:perjanjian_hapus", "perjanjian", None),
            ("kinerja:perjanjian_tandatangani", "perjanjian", _TTD),
            ("kinerja:sasaran_tambah", "perjanjian", _SASARAN),
            ("kinerja:sasaran_ubah", "sasaran", _SASARAN),
            ("kinerja:sasaran_hapus", "sasaran", None),
            ("kinerja:iku_tambah", "sasaran", _IKU),
            ("kinerja:iku_ubah", "iku", _IKU),
            ("kinerja:iku_hapus", "iku", None),
        )
    ),
    Baris("kinerja:perjanjian_hapus", "perjanjian_draf", get=hak(PIMPINAN), post=hak(PIMPINAN, 302)),
    Baris("kinerja:perjanjian_hapus", "perjanjian_setuju", get=hak(PIMPINAN), post=hak(PIMPINAN, 409)),
    Baris("kinerja:perjanjian_tandatangani", "perjanjian_draf", get=hak(PIMPINAN), post=hak(PIMPINAN, 302), isi=_TTD),
    Baris("kinerja:perjanjian_tandatangani", "perjanjian_setuju", get=hak(PIMPINAN), post=hak(PIMPINAN, 409), isi=_TTD),
    # The superior has no account: the pengelola copies the signed paper.
    Baris(
        "kinerja:perjanjian_tandatangani",
        "perjanjian_luar",
        get=hak([PENGELOLA]),
        post=hak([PENGELOLA], 302),
        isi=_ttd_pindaian,
    ),
    Baris("kinerja:perjanjian_pindaian", "perjanjian_pindaian", get=hak([PENGELOLA, PEMERIKSA]), post=BUKAN_CARA),
    Baris("kinerja:perjanjian_pindaian", "perjanjian_setuju", get=TIDAK_ADA, post=BUKAN_CARA),
    Baris("kinerja:sasaran_tambah", "perjanjian_draf", get=hak(PIMPINAN), post=hak(PIMPINAN, 302), isi=_SASARAN),
    Baris("kinerja:sasaran_tambah", "perjanjian_setuju", get=hak(PIMPINAN), post=hak(PIMPINAN, 409), isi=_SASARAN),
    Baris("kinerja:sasaran_tambah", "perjanjian_luar", get=TIDAK_ADA, post=TIDAK_ADA, isi=_SASARAN),
    Baris("kinerja:sasaran_ubah", "sasaran_draf", get=hak(PIMPINAN), post=hak(PIMPINAN, 302), isi=_SASARAN),
    Baris("kinerja:sasaran_ubah", "sasaran_setuju", get=hak(PIMPINAN), post=hak(PIMPINAN, 409), isi=_SASARAN),
    Baris("kinerja:sasaran_hapus", "sasaran_draf", get=hak(PIMPINAN), post=hak(PIMPINAN, 302)),
    Baris("kinerja:sasaran_hapus", "sasaran_setuju", get=hak(PIMPINAN), post=hak(PIMPINAN, 409)),
    Baris("kinerja:iku_tambah", "sasaran_draf", get=hak(PIMPINAN), post=hak(PIMPINAN, 302), isi=_IKU),
    Baris("kinerja:iku_tambah", "sasaran_setuju", get=hak(PIMPINAN), post=hak(PIMPINAN, 409), isi=_IKU),
    Baris("kinerja:iku_ubah", "iku_draf", get=hak(PIMPINAN), post=hak(PIMPINAN, 302), isi=_IKU),
    Baris("kinerja:iku_ubah", "iku_setuju", get=hak(PIMPINAN), post=hak(PIMPINAN, 409), isi=_IKU),
    Baris("kinerja:iku_hapus", "iku_draf", get=hak(PIMPINAN), post=hak(PIMPINAN, 302)),
    Baris("kinerja:iku_hapus", "iku_setuju", get=hak(PIMPINAN), post=hak(PIMPINAN, 409)),
    # Who leads no unit has nothing to take over.
    *per_objek(
        "kinerja:skp_perjanjian",
        (*_TANPA_HASIL_PIMPINAN, "skp_setuju"),
        get=hak([PEGAWAI]),
        post=hak([PEGAWAI], 422),
        isi=lambda k: {"pilih": [str(k.objek["iku_setuju"][0])]},
    ),
    Baris(
        "kinerja:skp_perjanjian",
        "skp_camat",
        get=hak([ATASAN_KEDUA]),
        post=hak([ATASAN_KEDUA], 422),
        isi=lambda k: {"pilih": [str(k.objek["iku_setuju"][0])]},
    ),
    # The matrix belongs to the owner of its results; officials outside have no plan here.
    Baris("kinerja:mph", get=hak([ATASAN, ATASAN_KEDUA]), post=BUKAN_CARA),
    Baris("kinerja:mph_pegawai", "mph_baris", get=hak(PIMPINAN), post=hak(PIMPINAN, 302), isi=_peran),
    Baris("kinerja:mph_pegawai", "mph_asing", get=TIDAK_ADA, post=TIDAK_ADA, isi=_peran),
    Baris("kinerja:peran_ubah", "peran", get=hak(PIMPINAN), post=hak(PIMPINAN, 302), isi=_peran),
    Baris("kinerja:peran_hapus", "peran", get=hak(PIMPINAN), post=hak(PIMPINAN, 302)),
    # The cell supports a result of another year than the plan.
    *per_objek(
        "kinerja:skp_matriks",
        _TANPA_HASIL_PIMPINAN,
        get=hak([PEGAWAI]),
        post=hak([PEGAWAI], 422),
        isi=_pilih_peran,
    ),
    # The cell could be taken over, but the plan is approved.
    Baris("kinerja:skp_matriks", "skp_setuju", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409), isi=_pilih_peran),
    Baris("kinerja:capaian_daftar", get=hak(KANTOR), post=BUKAN_CARA),
    # Set from the level above, by whoever leads a unit there; never by the head of the unit.
    Baris(
        "kinerja:capaian",
        "capaian_seksi",
        get=hak(ANGGOTA),
        post=hak([ATASAN_KEDUA, PEJABAT_LUAR], 302),
        isi=_CAPAIAN,
    ),
    # The quarter is still running.
    Baris(
        "kinerja:capaian",
        "capaian_berjalan",
        get=hak(ANGGOTA),
        post=hak([ATASAN_KEDUA, PEJABAT_LUAR], 409),
        isi=_CAPAIAN,
    ),
    Baris(
        "kinerja:capaian",
        "capaian_kecamatan",
        get=hak([PEGAWAI, REKAN, *MEMIMPIN, PENGELOLA, PEMERIKSA]),
        post=hak([PEJABAT_LUAR], 302),
        isi=_CAPAIAN,
    ),
    Baris("kinerja:capaian", "capaian_tetangga", get=hak([PENGELOLA, PEMERIKSA]), post=TIDAK_ADA, isi=_CAPAIAN),
    # By letter only where the level above is outside and has no account.
    Baris(
        "kinerja:capaian_surat",
        "capaian_tetangga",
        get=hak([PENGELOLA]),
        post=hak([PENGELOLA], 302),
        isi=_capaian_surat,
    ),
    Baris("kinerja:capaian_surat", "capaian_seksi", get=TIDAK_ADA, post=TIDAK_ADA, isi=_capaian_surat),
    Baris("kinerja:capaian_surat", "capaian_kecamatan", get=TIDAK_ADA, post=TIDAK_ADA, isi=_capaian_surat),
    Baris("kinerja:capaian_pindaian", "capaian_pindaian", get=hak([PENGELOLA, PEMERIKSA]), post=BUKAN_CARA),
    # Predicates of people: leaders and the pengelola, who read the single results too.
    Baris("kinerja:sebaran", "capaian_seksi", get=hak([*MEMIMPIN, PENGELOLA]), post=BUKAN_CARA),
    Baris("kinerja:sebaran", "capaian_kecamatan", get=hak([ATASAN_KEDUA, PEJABAT_LUAR, PENGELOLA]), post=BUKAN_CARA),
    Baris("kinerja:pohon", get=hak(KANTOR), post=BUKAN_CARA),
    # Who works in the seksi, leads it or a unit above.
    Baris("kinerja:pohon_cabang", "hasil_kasi", get=hak(ANGGOTA), post=BUKAN_CARA),
    Baris("kinerja:pohon_cabang", "rencana_draf", get=TIDAK_ADA, post=BUKAN_CARA),
]
