"""The counter and its codes. Whoever works at a unit gives its services; a foreign visit does not exist."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from tests.dasar import ATASAN, PEGAWAI, PEJABAT_LUAR, PEMERIKSA, PENGELOLA, KantorBernama
from tests.rakumpit.hak_akses.dasar import (
    BER_SKP,
    BUKAN_CARA,
    ORANG_DALAM,
    TERTUTUP,
    YAKIN,
    Baris,
    hak,
    isi_survei,
    per_objek,
    terbuka,
    tetap,
)

# Staff of the seksi, its head among them. The camat and the others work in another unit.
_MELAYANI = (PEGAWAI, ATASAN)


def _mulai(k: KantorBernama) -> dict[str, Any]:
    return {"layanan": str(k.contoh["layanan_loket"].uuid), "kiriman": str(uuid4())}


def _ketuk(k: KantorBernama) -> dict[str, Any]:
    return {"kiriman": str(uuid4())}


_ALASAN = tetap(alasan="Salah pilih layanan.")
_KELOLA = hak([PENGELOLA])
_STANDAR = [
    Baris("survei:layanan", get=terbuka(), post=TERTUTUP),
    Baris("survei:layanan_lihat", "layanan_berstandar", get=terbuka(), post=TERTUTUP),
    Baris("survei:layanan_lihat", "layanan_draf", get=terbuka(), post=TERTUTUP),
    Baris("survei:standar_kelola", get=_KELOLA, post=BUKAN_CARA),
    # Of a published version a new draft begins.
    *per_objek(
        "survei:standar_ubah",
        ["layanan_berstandar", "layanan_draf"],
        get=_KELOLA,
        post=hak([PENGELOLA], 302),
        isi=tetap(mulai="1 Oktober 2026", menit="15", persyaratan="KTP"),
    ),
    Baris("survei:standar_terbitkan", "layanan_draf", get=BUKAN_CARA, post=hak([PENGELOLA], 302), isi=YAKIN),
    # Nothing waits for publication.
    Baris("survei:standar_terbitkan", "layanan_berstandar", get=BUKAN_CARA, post=hak([]), isi=YAKIN),
]


def _titik(k: KantorBernama) -> dict[str, Any]:
    return {"survei": str(k.survei["survei_terbuka"].uuid), "nama": "Loket 2", "jenis": "qr", "kiriman": str(uuid4())}


_KIRIM_KIOS = isi_survei("survei_terbuka")
_TITIK = [
    Baris("survei:titik", get=_KELOLA, post=BUKAN_CARA),
    Baris("survei:titik_tambah", get=_KELOLA, post=hak([PENGELOLA], 302), isi=_titik),
    *per_objek(
        "survei:titik_ubah",
        ["titik", "titik_mati"],
        get=_KELOLA,
        post=hak([PENGELOLA], 302),
        isi=tetap(nama="Loket lama"),
    ),
    Baris("survei:titik_poster", "titik", get=_KELOLA, post=BUKAN_CARA),
    Baris("survei:titik_qr", "titik", get=_KELOLA, post=BUKAN_CARA),
    Baris("survei:titik_pendek", "titik_kode", get=terbuka(302), post=TERTUTUP),
    Baris("survei:kios", "kios", get=terbuka(), post=TERTUTUP),
    # A kiosk tells insiders that their account is open on it.
    Baris(
        "survei:kios_isi",
        "kios",
        get=terbuka(),
        post=terbuka() | dict.fromkeys(ORANG_DALAM, 409),
        isi=_KIRIM_KIOS,
    ),
    Baris("survei:kios_keluar", "kios", get=terbuka(), post=terbuka(302), isi=tetap(pin="483920"), berubah=True),
    Baris("survei:kios_isi", "kios_mati", get=terbuka(404), post=terbuka(404), isi=_KIRIM_KIOS),
    Baris("survei:kios_keluar", "kios_mati", get=terbuka(404), post=terbuka(404), isi=tetap(pin="483920")),
]
SURVEI_LOKET = [
    Baris("survei:loket", get=hak(BER_SKP), post=BUKAN_CARA),
    Baris("survei:loket_mulai", get=BUKAN_CARA, post=hak(_MELAYANI, 302), isi=_mulai),
    Baris("survei:loket_selesai", "pelayanan_berjalan", get=BUKAN_CARA, post=hak(_MELAYANI), isi=_ketuk),
    *per_objek(
        "survei:loket_selesai",
        ["pelayanan_selesai", "pelayanan_batal"],
        get=BUKAN_CARA,
        post=hak(_MELAYANI, 302),
        isi=_ketuk,
        berubah=False,
    ),
    Baris("survei:loket_batal", "pelayanan_berjalan", get=hak(_MELAYANI), post=hak(_MELAYANI, 302), isi=_ALASAN),
    *per_objek(
        "survei:loket_batal",
        ["pelayanan_selesai", "pelayanan_batal"],
        get=hak(_MELAYANI),
        post=hak(_MELAYANI, 409),
        isi=_ALASAN,
    ),
    *_STANDAR,
    *_TITIK,
    Baris("survei:loket_waktu", get=hak([*BER_SKP, PENGELOLA, PEMERIKSA, PEJABAT_LUAR]), post=BUKAN_CARA),
    *(
        Baris(
            "survei:populasi",
            f"survei_{keadaan}",
            get=BUKAN_CARA,
            post=hak([PENGELOLA], 302),
            isi=tetap(jumlah="1"),
            berubah=keadaan == "draf",
        )
        for keadaan in ("draf", "terbuka", "ditutup", "dikunci", "dipublikasi")
    ),
    Baris("survei:kode", get=terbuka(), post=TERTUTUP),
    Baris("survei:kode_buka", "kode_survei", get=terbuka(302), post=TERTUTUP),
    Baris("survei:kode_buka", "kode_mati", get=terbuka(404), post=TERTUTUP),
]
