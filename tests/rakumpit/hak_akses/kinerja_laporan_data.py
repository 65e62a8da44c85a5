"""Reports of wrong data: staff about the own data, answered by the pengelola; no superior reads them."""

from __future__ import annotations

from tests.dasar import PEGAWAI, PENGELOLA
from tests.rakumpit.hak_akses.dasar import BER_SKP, BUKAN_CARA, MEMIMPIN, Baris, hak, per_objek, tetap

_LAPOR = tetap(hal="nama", seharusnya="Siti Ma'rifah, S.Kom.", tautan="")
_JAWAB = tetap(jawaban="tidak", uraian="Sesuai SK.", perubahan_id="")
_SELESAI = ("laporan_data_diperbaiki", "laporan_data_tidak", "laporan_data_dicabut")
_PEMBACA = (PEGAWAI, PENGELOLA)

KINERJA_LAPORAN_DATA = [
    Baris("kinerja:laporan_data_daftar", get=hak(BER_SKP), post=BUKAN_CARA),
    Baris("kinerja:laporan_data_tambah", get=hak(BER_SKP), post=hak(BER_SKP, 302), isi=_LAPOR),
    # Heads of units find there what was raised to them; here nothing was.
    Baris("kinerja:laporan_data_masuk", get=hak([*MEMIMPIN, PENGELOLA]), post=BUKAN_CARA),
    *per_objek("kinerja:laporan_data", ("laporan_data", *_SELESAI), get=hak(_PEMBACA), post=BUKAN_CARA),
    Baris("kinerja:laporan_data_jawab", "laporan_data", get=hak([PENGELOLA]), post=hak([PENGELOLA], 302), isi=_JAWAB),
    *per_objek("kinerja:laporan_data_jawab", _SELESAI, get=hak([PENGELOLA]), post=hak([PENGELOLA], 409), isi=_JAWAB),
    Baris("kinerja:laporan_data_cabut", "laporan_data", get=hak([PEGAWAI], 302), post=hak([PEGAWAI], 302)),
    *per_objek("kinerja:laporan_data_cabut", _SELESAI, get=hak([PEGAWAI], 302), post=hak([PEGAWAI], 409)),
]
