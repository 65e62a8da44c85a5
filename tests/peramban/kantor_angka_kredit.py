"""Functional staff of the sample office for the browser tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.models import Evaluasi, PenetapanAngkaKredit
from rakumpit.contoh.akun import akun_milik
from rakumpit.organisasi.models import Pegawai

if TYPE_CHECKING:
    from tests.peramban.kantor import Kantor


def isi_angka_kredit(kantor: Kantor, nomor: dict[int, Pegawai]) -> None:
    dihitung, belum = nomor[12], nomor[13]
    evaluasi = Evaluasi.objects.select_related("penilai").get(pegawai=belum, terbaru=True)
    assert evaluasi.penilai is not None
    kantor.orang |= {
        "fungsional": akun_milik(dihitung),
        "penilai_fungsional": akun_milik(evaluasi.penilai),
    }
    kantor.objek |= {
        "fungsional": (dihitung.uuid,),
        "fungsional_belum": (belum.uuid,),
        "eval_fungsional": (evaluasi.uuid,),
        "angka_kredit": (PenetapanAngkaKredit.objects.get(pegawai=dihitung).uuid,),
    }
