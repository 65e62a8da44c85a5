"""Evidence: the owner adds and voids; the superiors above and the pengelola read; nobody else knows that it exists."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from tests.dasar import PEGAWAI, KantorBernama
from tests.rakumpit.hak_akses.dasar import BUKAN_CARA, PEMBACA, TIDAK_ADA, Baris, berkas, hak, per_objek, tetap


def _kirim(k: KantorBernama) -> dict[str, Any]:
    return {"kiriman": str(uuid4()), "berkas": berkas()}


_ALASAN = tetap(alasan="Salah berkas.")

KINERJA_BUKTI = [
    Baris("kinerja:bukti_tambah", "realisasi_menunggu", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_kirim),
    Baris("kinerja:bukti_tambah", "realisasi_final", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409), isi=_kirim),
    # A reopened period is open again; a closed one is not, whatever became of its evaluation.
    Baris("kinerja:bukti_tambah", "realisasi_dibuka", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_kirim),
    Baris("kinerja:bukti_tambah", "realisasi_diputus", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409), isi=_kirim),
    Baris("kinerja:bukti", "bukti", get=hak(PEMBACA), post=BUKAN_CARA),
    # A link has no file to hand out.
    Baris("kinerja:bukti", "bukti_final", get=TIDAK_ADA, post=BUKAN_CARA),
    Baris("kinerja:bukti_batalkan", "bukti", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_ALASAN),
    Baris("kinerja:bukti_batalkan", "bukti_final", get=hak([PEGAWAI]), post=hak([PEGAWAI], 409), isi=_ALASAN),
    Baris("kinerja:bukti_batalkan", "bukti_dibuka", get=hak([PEGAWAI]), post=hak([PEGAWAI], 302), isi=_ALASAN),
    *per_objek(
        "kinerja:bukti_batalkan",
        ("bukti_ditutup", "bukti_batal"),
        get=hak([PEGAWAI]),
        post=hak([PEGAWAI], 409),
        isi=_ALASAN,
    ),
    *per_objek(
        "kinerja:bukti_cukup", ("kiriman_bukti", "kiriman_bukti_dibuka"), get=BUKAN_CARA, post=hak([PEGAWAI], 302)
    ),
    # A button without a page of its own: the refusal is a sentence on the page of the result.
    *per_objek(
        "kinerja:bukti_cukup",
        ("kiriman_bukti_ditutup", "kiriman_bukti_final"),
        get=BUKAN_CARA,
        post=hak([PEGAWAI], 302),
        berubah=False,
    ),
]
