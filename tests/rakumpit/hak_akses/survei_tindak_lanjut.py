"""What follows from a result: proposed in the unit, agreed by who leads it, done by the post in charge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from tests.dasar import PEGAWAI, PEMERIKSA, PENGELOLA, KantorBernama
from tests.rakumpit.hak_akses.dasar import (
    BER_AKUN,
    BUKAN_CARA,
    MEMIMPIN,
    PEMBACA,
    PEMBACA_SURVEI,
    TERTUTUP,
    TIDAK_ADA,
    Baris,
    Isi,
    hak,
    per_objek,
    terbuka,
    tetap,
)

_KEADAAN = ("diusulkan", "disetujui", "berjalan", "selesai", "batal")


def _rencana(k: KantorBernama) -> dict[str, Any]:
    return {
        "kode": str(uuid4()),
        "masalah": "Warga menunggu lama.",
        "akar": "Satu petugas pada jam ramai.",
        "tindakan": "Dua petugas setiap Senin pagi.",
        "penanggung_jawab": str(k.pegawai.penugasan.get().jabatan.uuid),
        "batas": "15 Desember 2026",
    }


def _isi(objek: str, **isi: str) -> Isi:
    return lambda k: _rencana(k) | {"versi": k.contoh[objek].versi} | isi


def _langkah(nama: str, dari: tuple[str, ...], siapa: dict[str, tuple[str, ...]], **isi: str) -> Iterator[Baris]:
    """A step in every state: done where it begins, told (409) elsewhere to those whose step it is."""
    for keadaan in _KEADAAN:
        objek = f"tindak_{keadaan}"
        kode = 302 if keadaan in dari else 409
        boleh = hak(siapa.get(keadaan, siapa[""]), kode)
        yield Baris(f"survei:{nama}", objek, get=BUKAN_CARA, post=boleh, isi=_isi(objek, **isi), berubah=kode == 302)


_PENGUSUL = hak([PEGAWAI])
_BACA_KALENDER = hak([PENGELOLA, PEMERIKSA])


def _laporan(k: KantorBernama) -> dict[str, Any]:
    return {
        "survei": [str(k.survei["survei_dikunci"].uuid)],
        "tanggal": "15 September 2026",
        "nomor_surat": "400/2",
    }


SURVEI_TINDAK_LANJUT = [
    Baris("survei:tindak_lanjut_publik", get=terbuka(), post=TERTUTUP),
    Baris("survei:tindak_lanjut_daftar", get=hak(BER_AKUN), post=BUKAN_CARA),
    Baris("survei:tindak_lanjut_survei", "survei_dipublikasi", get=hak(PEMBACA_SURVEI), post=BUKAN_CARA),
    Baris("survei:tindak_lanjut_survei", "survei_dikunci", get=hak(PEMBACA_SURVEI), post=BUKAN_CARA),
    Baris("survei:tindak_lanjut_survei", "survei_ditutup", get=TIDAK_ADA, post=BUKAN_CARA),
    *per_objek(
        "survei:tindak_lanjut_usul",
        ["unsur_dikunci", "unsur_dipublikasi"],
        get=hak(PEMBACA),
        post=hak(PEMBACA, 302),
        isi=_rencana,
    ),
    *per_objek(
        "survei:tindak_lanjut_usul",
        ["unsur_draf", "unsur_terbuka", "unsur_ditutup"],
        get=TIDAK_ADA,
        post=TIDAK_ADA,
        isi=_rencana,
    ),
    Baris("survei:tindak_lanjut_usul", "unsur_asing", get=TIDAK_ADA, post=TIDAK_ADA, isi=_rencana),
    *(
        Baris("survei:tindak_lanjut", f"tindak_{keadaan}", get=hak(PEMBACA_SURVEI), post=BUKAN_CARA)
        for keadaan in _KEADAAN
    ),
    *(
        Baris(
            "survei:tindak_lanjut_ubah",
            f"tindak_{keadaan}",
            get=_PENGUSUL,
            post=hak([PEGAWAI], 302 if keadaan == "diusulkan" else 409),
            isi=_isi(f"tindak_{keadaan}", tindakan="Tiga petugas."),
            berubah=keadaan == "diusulkan",
        )
        for keadaan in _KEADAAN
    ),
    *_langkah("tindak_lanjut_setujui", ("diusulkan",), {"": MEMIMPIN}),
    *_langkah("tindak_lanjut_mulai", ("disetujui",), {"": (PEGAWAI, *MEMIMPIN)}),
    *_langkah("tindak_lanjut_selesai", ("berjalan",), {"": (PEGAWAI, *MEMIMPIN)}, bukti="Jadwal dipasang."),
    *_langkah(
        "tindak_lanjut_batal",
        ("diusulkan", "disetujui", "berjalan"),
        {"": MEMIMPIN, "diusulkan": (PEGAWAI, *MEMIMPIN)},
        alasan="Tidak jadi.",
    ),
    Baris("survei:tindak_lanjut_berkas", "berkas_tindak", get=hak(PEMBACA_SURVEI), post=BUKAN_CARA),
    Baris(
        "survei:tindak_lanjut_berkas_batal",
        "berkas_tindak",
        get=hak((PEGAWAI, *MEMIMPIN)),
        post=hak((PEGAWAI, *MEMIMPIN), 302),
        isi=tetap(alasan="Memuat wajah warga."),
    ),
    Baris(
        "survei:tindak_lanjut_berkas_batal",
        "berkas_tindak_mati",
        get=TIDAK_ADA,
        post=TIDAK_ADA,
        isi=tetap(alasan="Memuat wajah warga."),
        berubah=False,
    ),
    Baris("survei:pelaporan_surat", "pelaporan", get=_BACA_KALENDER, post=BUKAN_CARA),
    Baris("survei:kalender", get=_BACA_KALENDER, post=BUKAN_CARA),
    Baris("survei:periode", "periode_survei", get=_BACA_KALENDER, post=hak([PENGELOLA], 302), isi=_laporan),
    # The number of a letter is mended after its result was opened again, too.
    *per_objek(
        "survei:pelaporan",
        ["pelaporan", "pelaporan_mati"],
        get=hak([PENGELOLA]),
        post=hak([PENGELOLA], 302),
        isi=_laporan,
    ),
]
