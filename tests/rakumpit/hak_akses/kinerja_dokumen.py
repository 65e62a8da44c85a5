"""Official documents: GET is a preview for every reader, POST issues and is not for every reader."""

from __future__ import annotations

from tests.dasar import ATASAN, ATASAN_KEDUA, PEGAWAI, PEJABAT_LUAR, PENGELOLA
from tests.rakumpit.hak_akses.dasar import PEMBACA, Baris, hak, per_objek

# Leaders further up read, but it is not theirs to issue.
_TERBIT = hak([PEGAWAI, ATASAN, PENGELOLA], atasan_kedua=409, pejabat_luar=409)
_CAMAT = [ATASAN_KEDUA, PEJABAT_LUAR, PENGELOLA]

KINERJA_DOKUMEN = [
    Baris("kinerja:skp_cetak", "skp_setuju", get=hak(PEMBACA), post=_TERBIT),
    # What was approved once stays a document, also after its last day.
    *per_objek("kinerja:skp_cetak", ("skp_selesai", "skp_diganti"), get=hak(PEMBACA), post=_TERBIT),
    *per_objek(
        "kinerja:skp_cetak",
        ("skp_draf", "skp_diajukan", "skp_dikembalikan"),
        get=hak(PEMBACA),
        post=hak(PEMBACA, 409),
    ),
    Baris("kinerja:skp_cetak", "skp_camat", get=hak(_CAMAT), post=hak(_CAMAT, 409)),
    # Nobody supports the results of a member of staff, so there is a preview and nothing to issue.
    *per_objek(
        "kinerja:mph_cetak",
        ("skp_draf", "skp_diajukan", "skp_dikembalikan", "skp_setuju", "skp_selesai", "skp_diganti"),
        get=hak(PEMBACA),
        post=hak(PEMBACA, 409),
    ),
    Baris("kinerja:mph_cetak", "skp_camat", get=hak(_CAMAT), post=hak(_CAMAT, 409)),
    Baris("kinerja:evaluasi_cetak", "eval_final", get=hak(PEMBACA), post=_TERBIT),
    *per_objek("kinerja:evaluasi_cetak", ("eval_menunggu", "eval_diputus"), get=hak(PEMBACA), post=hak(PEMBACA, 409)),
    Baris("kinerja:dokumen_evaluasi_cetak", "eval_final", get=hak(PEMBACA), post=_TERBIT),
    *per_objek(
        "kinerja:dokumen_evaluasi_cetak", ("eval_menunggu", "eval_diputus"), get=hak(PEMBACA), post=hak(PEMBACA, 409)
    ),
]
