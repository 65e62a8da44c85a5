"""Typing for a colleague of the same unit, never by a superior; the owner confirms, or the pengelola by paper."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from tests.dasar import PEGAWAI, PENGELOLA, KantorBernama
from tests.kinerja.isi_atas_nama import PIN
from tests.rakumpit.hak_akses.dasar import (
    BER_AKUN,
    BER_SKP,
    BUKAN_CARA,
    TIDAK_ADA,
    Baris,
    berkas,
    hak,
    per_objek,
    tetap,
)


def _catatan(k: KantorBernama) -> dict[str, Any]:
    return {"kiriman_id": str(uuid4()), "tanggal": "2026-09-15", "uraian": "Melayani surat keterangan."}


def _realisasi(k: KantorBernama) -> dict[str, Any]:
    return {
        "kiriman_id": str(uuid4()),
        "indikator": str(k.contoh["indikator_rekan_seksi"].uuid),
        "periode": "tw3-2026",
        "nilai": "97",
    }


def _lembar(k: KantorBernama) -> dict[str, Any]:
    return {"pindaian": berkas()}


# What still waits cannot become a note of a day that is closed meanwhile, nor after its own last day.
_TERLAMBAT = ("_tutup", "_lewat")


def _tertutup(arah: str) -> list[str]:
    return [f"isian_{arah}_pegawai_{keadaan}" for keadaan in ("disahkan", "ditolak", "kedaluwarsa")]


KINERJA_ATAS_NAMA = [
    Baris("kinerja:atas_nama", get=hak([*BER_SKP, PENGELOLA]), post=BUKAN_CARA),
    Baris(
        "kinerja:atas_nama_catatan",
        "orang_rekan_seksi",
        get=hak([PEGAWAI]),
        post=hak([PEGAWAI], 302),
        isi=_catatan,
    ),
    # Nobody for himself, the head of the unit for nobody.
    Baris("kinerja:atas_nama_catatan", "orang_pegawai", get=TIDAK_ADA, post=TIDAK_ADA, isi=_catatan),
    Baris(
        "kinerja:atas_nama_realisasi",
        "orang_rekan_seksi",
        get=hak([PEGAWAI]),
        post=hak([PEGAWAI], 302),
        isi=_realisasi,
    ),
    Baris("kinerja:atas_nama_rinci", "isian_untuk_pegawai", get=hak([PEGAWAI, PENGELOLA]), post=BUKAN_CARA),
    Baris("kinerja:atas_nama_rinci", "isian_oleh_pegawai", get=hak([PEGAWAI, PENGELOLA]), post=BUKAN_CARA),
    Baris("kinerja:atas_nama_sahkan", "isian_untuk_pegawai", get=BUKAN_CARA, post=hak([PEGAWAI], 302)),
    Baris("kinerja:atas_nama_sahkan", "isian_oleh_pegawai", get=BUKAN_CARA, post=TIDAK_ADA),
    Baris(
        "kinerja:atas_nama_tolak",
        "isian_untuk_pegawai",
        get=BUKAN_CARA,
        post=hak([PEGAWAI], 302),
        isi=tetap(alasan="Bukan pekerjaan saya."),
    ),
    Baris(
        "kinerja:atas_nama_pin",
        "isian_oleh_pegawai",
        get=BUKAN_CARA,
        post=hak([PEGAWAI], 302),
        isi=tetap(sandi_pin=PIN),
    ),
    Baris("kinerja:atas_nama_pin", "isian_untuk_pegawai", get=BUKAN_CARA, post=TIDAK_ADA, isi=tetap(sandi_pin=PIN)),
    Baris(
        "kinerja:atas_nama_kertas",
        "isian_oleh_pegawai",
        get=BUKAN_CARA,
        post=hak([PENGELOLA], 302),
        isi=_lembar,
    ),
    # Once confirmed, refused or too old, an entry stays as it is.
    *per_objek("kinerja:atas_nama_sahkan", _tertutup("untuk"), get=BUKAN_CARA, post=hak([PEGAWAI], 409)),
    *per_objek(
        "kinerja:atas_nama_tolak",
        _tertutup("untuk"),
        get=BUKAN_CARA,
        post=hak([PEGAWAI], 409),
        isi=tetap(alasan="Bukan pekerjaan saya."),
    ),
    *per_objek(
        "kinerja:atas_nama_pin",
        _tertutup("oleh"),
        get=BUKAN_CARA,
        post=hak([PEGAWAI], 409),
        isi=tetap(sandi_pin=PIN),
    ),
    *per_objek("kinerja:atas_nama_kertas", _tertutup("oleh"), get=BUKAN_CARA, post=hak([PENGELOLA], 409), isi=_lembar),
    *per_objek(
        "kinerja:atas_nama_sahkan",
        [f"isian_untuk_pegawai{akhiran}" for akhiran in _TERLAMBAT],
        get=BUKAN_CARA,
        post=hak([PEGAWAI], 409),
    ),
    *per_objek(
        "kinerja:atas_nama_pin",
        [f"isian_oleh_pegawai{akhiran}" for akhiran in _TERLAMBAT],
        get=BUKAN_CARA,
        post=hak([PEGAWAI], 409),
        isi=tetap(sandi_pin=PIN),
    ),
    *per_objek(
        "kinerja:atas_nama_kertas",
        [f"isian_oleh_pegawai{akhiran}" for akhiran in _TERLAMBAT],
        get=BUKAN_CARA,
        post=hak([PENGELOLA], 409),
        isi=_lembar,
    ),
    # Its owner may say of a note of a closed day that it is not his.
    Baris(
        "kinerja:atas_nama_tolak",
        "isian_untuk_pegawai_tutup",
        get=BUKAN_CARA,
        post=hak([PEGAWAI], 302),
        isi=tetap(alasan="Bukan pekerjaan saya."),
    ),
    Baris(
        "kinerja:atas_nama_tolak",
        "isian_untuk_pegawai_lewat",
        get=BUKAN_CARA,
        post=hak([PEGAWAI], 409),
        isi=tetap(alasan="Bukan pekerjaan saya."),
    ),
    # The password is asked for again first.
    Baris("kinerja:pin", get=hak(BER_AKUN, 302), post=hak(BER_AKUN, 302), berubah=False),
]
