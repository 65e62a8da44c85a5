"""Actions of the forum: the post of *pegawai* is in charge; who leads above verifies, never who claimed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from forum.perhitungan.aksi import StatusAksi
from tests.dasar import PEGAWAI, PENGELOLA, KantorBernama
from tests.rakumpit.hak_akses.dasar import (
    BER_AKUN,
    BUKAN_CARA,
    MEMIMPIN,
    PEMBACA_SURVEI,
    TERTUTUP,
    Baris,
    hak,
    terbuka,
    tetap,
)

_PELAKSANA = (PEGAWAI, *MEMIMPIN)
_BUKA = ("direncanakan", "berjalan", "tertunda")
_DIKLAIM = (StatusAksi.DIKLAIM.value,)
_SEMUA = tuple(satu.value for satu in StatusAksi)


def _langkah(
    nama: str, dari: tuple[str, ...], siapa: tuple[str, ...], *, halaman: bool = True, isi: Any = None, **tambahan: str
) -> Iterator[Baris]:
    """A step in every state: done where it begins, told (409) elsewhere to those whose step it is."""
    for status in _SEMUA:
        objek = f"aksi_forum_{status}"
        kode = 302 if status in dari else 409

        def kirim(k: KantorBernama, objek: str = objek) -> dict[str, Any]:
            return {"versi": k.contoh[objek].versi} | tambahan | (isi(k) if isi else {})

        yield Baris(
            f"forum:{nama}",
            objek,
            get=hak(siapa) if halaman else BUKAN_CARA,
            post=hak(siapa, kode),
            isi=kirim,
            berubah=kode == 302,
        )


def _bagian(k: KantorBernama) -> dict[str, Any]:
    return {
        "kode": str(uuid4()),
        "uraian": "Beli papan",
        "penanggung_jawab": str(k.pegawai.penugasan.get().jabatan.uuid),
        "tenggat": "10 Oktober 2026",
        "prioritas": "sedang",
        "indikator": "Ada",
    }


FORUM_AKSI = [
    Baris("forum:aksi_daftar_publik", get=terbuka(), post=TERTUTUP),
    *(Baris("forum:aksi_publik", f"aksi_forum_{status}", get=terbuka(), post=TERTUTUP) for status in _SEMUA),
    Baris(
        "forum:periksa_wakil",
        "kunci_periksa",
        get=terbuka(),
        post=terbuka(302),
        isi=tetap(sesuai="ya", catatan="Saya lihat sendiri."),
    ),
    Baris("forum:aksi_daftar", get=hak(BER_AKUN), post=BUKAN_CARA),
    *(Baris("forum:aksi", f"aksi_forum_{status}", get=hak(PEMBACA_SURVEI), post=BUKAN_CARA) for status in _SEMUA),
    Baris("forum:aksi_bukti", "bukti_forum", get=hak(PEMBACA_SURVEI), post=BUKAN_CARA),
    *_langkah("aksi_mulai", ("direncanakan", "tertunda"), _PELAKSANA, halaman=False),
    *_langkah("aksi_kemajuan", ("berjalan",), _PELAKSANA, persen="40", keterangan="Papan dipesan."),
    *_langkah("aksi_selesai", ("berjalan",), _PELAKSANA, bukti="Papan terpasang."),
    *_langkah("aksi_verifikasi", _DIKLAIM, MEMIMPIN, halaman=False),
    *_langkah("aksi_kembalikan", _DIKLAIM, MEMIMPIN, alasan="Papan belum ada."),
    *_langkah("aksi_tunda", _BUKA, _PELAKSANA, tenggat="15 Desember 2026", alasan="Hujan."),
    *_langkah("aksi_tidak_dapat", _BUKA, _PELAKSANA, alasan="Bukan wewenang kantor."),
    *_langkah("aksi_alihkan", _BUKA, _PELAKSANA, instansi="Dinas PUPR", alasan="Wewenangnya di sana."),
    *_langkah("aksi_bagian", _BUKA, _PELAKSANA, isi=_bagian),
    *_langkah(
        "aksi_wakil", _DIKLAIM, (*MEMIMPIN, PENGELOLA), isi=lambda k: {"wakil": str(k.contoh["wakil_forum"].uuid)}
    ),
]
