"""Who of the sample office has copied the rated quarter to e-Kinerja: some all, one the plan only."""

from __future__ import annotations

from kinerja.enums.salinan import BagianSalinan
from kinerja.models import Periode
from kinerja.permissions import akun_pemegang, atasan_kini
from kinerja.proses.salinan import tandai_disalin
from kinerja.ringkasan.salinan import bagian_salinan
from rakumpit.contoh.isi_kinerja import PERIODE_DINILAI
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.organisasi.models import Pengguna

# Number of the person -> parts that were copied.
_DISALIN = {
    10: list(BagianSalinan),
    11: list(BagianSalinan),
    12: [BagianSalinan.SKP, BagianSalinan.REALISASI],
    16: [BagianSalinan.SKP],
}
_MILIK_ATASAN = {BagianSalinan.UMPAN_BALIK, BagianSalinan.PENILAIAN}


def isi_salinan() -> None:
    """Marks by the people and their superiors; call it when the evaluations are final."""
    pegawai = pegawai_bernomor()
    periode = Periode.objects.get(kode=PERIODE_DINILAI)
    semua = bagian_salinan(periode, [pegawai[nomor].pk for nomor in _DISALIN])
    for nomor, bagian in _DISALIN.items():
        orang = pegawai[nomor]
        atasan = Pengguna.objects.filter(pk=akun_pemegang(atasan_kini(orang)) or 0).first()
        for satu in semua[orang.pk]:
            oleh = atasan if satu.bagian in _MILIK_ATASAN else orang.pengguna
            if satu.bagian in bagian and satu.isian and oleh is not None:
                tandai_disalin(pegawai=orang, periode=periode, bagian=satu.bagian, sidik=satu.sidik, oleh=oleh)
