"""Objections in the sample office of the browser tests: of the sample, and one that the camat decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.enums import StatusEvaluasi
from kinerja.models import Evaluasi, HasilDiterima, Keberatan
from kinerja.permissions import pemutus_keberatan
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
    milik_camat, belum = [
        satu
        for satu in Evaluasi.objects.select_related("pegawai__pengguna", "ditetapkan_oleh")
        .filter(status=StatusEvaluasi.DITETAPKAN.value, terbaru=True, keberatan=None, asal_keberatan=None)
        .exclude(pk=final.pk)
        .exclude(pegawai__pengguna=kantor.orang["pengelola"])
        .order_by("pk")
        if (pejabat := pemutus_keberatan(satu)) is not None and pejabat.pegawai_id == camat.pk
    ][:2]
    baru = ajukan_keberatan(
        evaluasi=milik_camat,
        oleh=akun_milik(milik_camat.pegawai),
        alasan="Laporan Juli saya serahkan sebelum tenggat; tanda terimanya ada.",
    )
    # As if this person had no account: the result waits for the paper.
    HasilDiterima.objects.filter(evaluasi=belum).update(cara="", disampaikan_pada=None, batas_keberatan=None)
    kantor.objek |= {
        "eval_belum": (belum.uuid,),
        "keberatan": (terbuka.uuid,),
        "keberatan_camat": (baru.uuid,),
        "keberatan_diputus": (Keberatan.objects.get(status="diputus").uuid,),
        "keterangan": (terbuka.uuid, "pegawai"),
    }
