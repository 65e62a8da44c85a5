"""Evidence for the tables of rights: of *pegawai*, one file in an open period and one under a final evaluation."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from kinerja.models import Bukti, KirimanBukti
from kinerja.proses.bukti import tambah_bukti
from tests.kinerja.berkas import PDF, unggahan
from tests.kinerja.kantor import akun

if TYPE_CHECKING:
    from tests.dasar import KantorBernama


def isi_bukti(k: KantorBernama) -> None:
    indikator, periode = k.kantor.indikator[k.pegawai.pk], k.kantor.periode
    bukti = tambah_bukti(
        indikator=indikator,
        periode=periode,
        oleh=akun(k.pegawai),
        berkas=unggahan("catatan-rahasia-42.pdf", PDF),
    )
    # As it stood before the evaluation of its period became final.
    final = Bukti.objects.create(
        pegawai=k.pegawai,
        indikator=indikator,
        periode=k.evaluasi["eval_final"].periode,
        diunggah_oleh=akun(k.pegawai),
        judul="catatan-rahasia-42",
        jenis="tautan",
        tautan="https://contoh.example/catatan-rahasia-42",
    )
    kurang = KirimanBukti.objects.create(
        pegawai=k.pegawai, indikator=indikator, periode=periode, jumlah=5, diterima=[str(uuid4())]
    )
    k.objek |= {"bukti": (bukti.uuid,), "bukti_final": (final.uuid,), "kiriman_bukti": (kurang.uuid,)}
