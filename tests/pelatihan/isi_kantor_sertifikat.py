"""What follows a training event, for the office of named people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelatihan.models import EvaluasiPerilaku, Kegiatan
from pelatihan.perhitungan.kegiatan import StatusKegiatan
from pelatihan.perhitungan.sesudah import PeranPenilai
from pelatihan.proses.cetak_sertifikat import pastikan_tercetak
from pelatihan.proses.sertifikat_kegiatan import cabut_sertifikat, terbitkan_sertifikat
from pelatihan.proses.sesudah import IsianPerilaku, isi_perilaku, sepakati_perilaku, siapkan_evaluasi
from tests.pelatihan.isi_sertifikat import kegiatan_usai

if TYPE_CHECKING:
    from tests.dasar import KantorBernama


def isi_sertifikat_kegiatan(k: KantorBernama) -> None:
    """An event without certificates yet, one with a valid one, one with a revoked one; all of *pegawai*."""
    oleh, seksi = k.kantor.pengelola, k.kantor.seksi
    k.objek["kegiatan_belum_terbit"] = (kegiatan_usai(seksi, oleh, k.pegawai).uuid,)
    for nama in ("berlaku", "dicabut"):
        kegiatan = kegiatan_usai(seksi, oleh, k.pegawai)
        (satu,) = terbitkan_sertifikat(kegiatan=kegiatan, oleh=oleh)
        pastikan_tercetak(satu.pk)
        if nama == "dicabut":
            cabut_sertifikat(sertifikat=satu, oleh=oleh, alasan="Titip absen.")
        else:
            k.objek["kegiatan_sudah_terbit"] = (kegiatan.uuid,)
        k.objek[f"sertifikat_kami_{nama}"] = (satu.uuid,)
    _sesudah(k)


def _sesudah(k: KantorBernama) -> None:
    """An event of January whose follow-up is due: *pegawai* has not answered yet, the superior has."""
    oleh = k.kantor.pengelola
    kegiatan = kegiatan_usai(k.kantor.seksi, oleh, k.pegawai, sesi=("2026-01-05", "2026-01-06"))
    terbitkan_sertifikat(kegiatan=kegiatan, oleh=oleh)
    sepakati_perilaku(
        kegiatan=kegiatan,
        oleh=oleh,
        perilaku=("Menyapa", "Mendengar", "Mencatat"),
        unit=k.kantor.seksi,
        unsur="perilaku",
    )
    Kegiatan.objects.filter(pk=kegiatan.pk).update(status=StatusKegiatan.SELESAI.value)
    siapkan_evaluasi(kegiatan)
    k.objek["kegiatan_disepakati"] = (kegiatan.uuid,)
    for satu in EvaluasiPerilaku.objects.filter(kegiatan=kegiatan, peran__in=("peserta", "atasan")):
        k.objek[f"perubahan_kerja_{satu.peran}"] = (satu.uuid,)
        if satu.peran == PeranPenilai.ATASAN.value:
            isian = [IsianPerilaku(baris.pk, 2, 3) for baris in kegiatan.perilaku.all()]
            isi_perilaku(evaluasi=satu, oleh=satu.penilai, isian=isian, catatan="")
