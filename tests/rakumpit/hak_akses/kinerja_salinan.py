"""Copies to e-Kinerja: read as results are, marked by who types them there; evidence by its signed address."""

from __future__ import annotations

from typing import Any

from kinerja.enums.salinan import BagianSalinan
from kinerja.ringkasan.salinan import bagian_salinan
from tests.dasar import ATASAN, PEGAWAI, PEJABAT_LUAR, PENGELOLA, KantorBernama
from tests.rakumpit.hak_akses.dasar import BER_SKP, BUKAN_CARA, MEMIMPIN, PEMBACA, TERTUTUP, Baris, Isi, hak, terbuka


def _tandai(bagian: BagianSalinan, evaluasi: str) -> Isi:
    def isi(k: KantorBernama) -> dict[str, Any]:
        periode = k.evaluasi[evaluasi].periode
        satu = next(b for b in bagian_salinan(periode, [k.pegawai.pk])[k.pegawai.pk] if b.bagian == bagian)
        return {"periode": periode.kode, "bagian": bagian.value, "sidik": satu.sidik}

    return isi


KINERJA_SALINAN = [
    # A door: to the own texts, for those without an SKP to the list.
    Baris("kinerja:salinan", get=hak([*BER_SKP, PEJABAT_LUAR, PENGELOLA], 302), post=BUKAN_CARA),
    Baris("kinerja:salinan_daftar", get=hak([*MEMIMPIN, PENGELOLA]), post=BUKAN_CARA),
    Baris("kinerja:salinan_pegawai", "pegawai", get=hak(PEMBACA), post=BUKAN_CARA),
    Baris("kinerja:salinan_lembar", "pegawai", get=hak(PEMBACA), post=BUKAN_CARA),
    Baris(
        "kinerja:salinan_tandai",
        "pegawai",
        get=BUKAN_CARA,
        post=hak([PEGAWAI, PENGELOLA], 302),
        isi=_tandai(BagianSalinan.SKP, "eval_menunggu"),
    ),
    Baris(
        "kinerja:salinan_tandai",
        "pegawai",
        get=BUKAN_CARA,
        post=hak([ATASAN, PENGELOLA], 302),
        isi=_tandai(BagianSalinan.PENILAIAN, "eval_final"),
    ),
    Baris(
        "kinerja:tautan_buka",
        "pegawai",
        get=BUKAN_CARA,
        post=hak([PEGAWAI], 302),
        isi=lambda k: {"periode": k.kantor.periode.kode},
    ),
    Baris("kinerja:tautan_cabut", "tautan", get=BUKAN_CARA, post=hak([PEGAWAI, PENGELOLA], 302)),
    # Whoever holds the address reads the file; a wrong signature is nobody's.
    Baris("kinerja:bukti_terbuka", "tanda_tautan", get=terbuka(), post=TERTUTUP),
    Baris("kinerja:bukti_terbuka", "tanda_palsu", get=terbuka(404), post=TERTUTUP),
]
