"""Objections in the sample office of the browser tests: of the sample, and two that the camat decides, one heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.enums import Pihak, StatusEvaluasi
from kinerja.models import Evaluasi, HasilDiterima, Keberatan
from kinerja.permissions import pemutus_keberatan
from kinerja.proses.dengar_keberatan import beri_keterangan
from kinerja.proses.keberatan import ajukan_keberatan
from rakumpit.contoh.akun import PERAN_PEGAWAI, akun_milik
from rakumpit.organisasi.models import Pegawai

if TYPE_CHECKING:
    from tests.peramban.kantor import Kantor


def isi_keberatan(kantor: Kantor, nomor: dict[int, Pegawai]) -> None:
    """Call it after the evaluations of ``tests.peramban.kantor``."""
    final = Evaluasi.objects.select_related("pegawai__pengguna").get(uuid=kantor.objek["eval_final"][0])
    terbuka = Keberatan.objects.select_related("evaluasi__pegawai__pengguna").terbuka().get()
    kantor.orang |= {
        "pemilik_final": akun_milik(final.pegawai),
        "pemohon": akun_milik(terbuka.evaluasi.pegawai),
    }
    camat = nomor[PERAN_PEGAWAI["camat"]]
    milik_camat, didengar, belum = [
        satu
        for satu in Evaluasi.objects.select_related("pegawai__pengguna", "ditetapkan_oleh")
        .filter(status=StatusEvaluasi.DITETAPKAN.value, terbaru=True, keberatan=None, asal_keberatan=None)
        .exclude(pk=final.pk)
        .exclude(pegawai__pengguna=kantor.orang["pengelola"])
        .order_by("pk")
        if (pejabat := pemutus_keberatan(satu)) is not None and pejabat.pegawai_id == camat.pk
    ][:3]
    baru, lengkap = (
        ajukan_keberatan(
            evaluasi=satu,
            oleh=akun_milik(satu.pegawai),
            alasan="Laporan Juli saya serahkan sebelum tenggat; tanda terimanya ada.",
        )
        for satu in (milik_camat, didengar)
    )
    for pihak in Pihak:
        beri_keterangan(
            keberatan=lengkap, oleh=akun_milik(camat), pihak=pihak, isi="Dibahas bersama pada 7 September 2026."
        )
    # As if this person had no account: the result waits for the paper.
    HasilDiterima.objects.filter(evaluasi=belum).update(cara="", disampaikan_pada=None, batas_keberatan=None)
    kantor.objek |= {
        "eval_belum": (belum.uuid,),
        "keberatan": (terbuka.uuid,),
        "keberatan_camat": (baru.uuid,),
        "keberatan_didengar": (lengkap.uuid,),
        "keberatan_diputus": (Keberatan.objects.get(status="diputus").uuid,),
        "keterangan": (terbuka.uuid, "pegawai"),
    }
