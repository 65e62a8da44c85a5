"""Evidence in the sample office of the browser tests: a photo, a link, a voided file, and a sending that broke off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.models import Indikator, KirimanBukti, Periode
from kinerja.proses.bukti import batalkan_bukti, tambah_bukti
from tests.kinerja.berkas import PDF, png, unggahan

if TYPE_CHECKING:
    from tests.peramban.kantor import Kantor


def isi_bukti(kantor: Kantor) -> None:
    kode, kode_periode = kantor.objek["realisasi_menunggu"]
    indikator, periode = Indikator.objects.get(uuid=kode), Periode.objects.get(kode=kode_periode)
    oleh = kantor.orang["pegawai"]
    foto = tambah_bukti(
        indikator=indikator, periode=periode, oleh=oleh, berkas=unggahan("Rekap agenda Oktober.png", png())
    )
    tambah_bukti(
        indikator=indikator, periode=periode, oleh=oleh, tautan="https://contoh.example/rekap", judul="Rekap daring"
    )
    salah = tambah_bukti(indikator=indikator, periode=periode, oleh=oleh, berkas=unggahan("Salah orang.pdf", PDF))
    batalkan_bukti(bukti=salah, oleh=oleh, alasan="Berkas milik rekan lain.")
    KirimanBukti.objects.create(
        pegawai=foto.pegawai, indikator=indikator, periode=periode, jumlah=5, diterima=["a" * 64, "b" * 64, "c" * 64]
    )
    kantor.objek["bukti"] = (foto.uuid,)
