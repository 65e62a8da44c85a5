"""Objections in the sample office: one that changed a result, one heard and waiting for the Sekretaris Daerah."""

from __future__ import annotations

from typing import Any

from kinerja.enums import Pihak
from kinerja.models import Evaluasi, Keberatan
from kinerja.permissions import pemutus_keberatan
from kinerja.proses.dengar_keberatan import beri_keterangan
from kinerja.proses.keberatan import ajukan_keberatan, putus_keberatan
from kinerja.proses.penyampaian import terima_hasil
from rakumpit.contoh.akun import ContohDitolak
from rakumpit.contoh.berkas import isi_json
from rakumpit.contoh.isi_kinerja import PERIODE_DINILAI
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.models.pegawai import orang


def isi_keberatan() -> None:
    """Object to final results as ``keputusan.json`` says. Call it inside a transaction, after the decisions."""
    pegawai = pegawai_bernomor()
    semua = Evaluasi.objects.select_related("pegawai__pengguna", "ditetapkan_oleh").filter(
        periode__kode=PERIODE_DINILAI, terbaru=True
    )
    for satu in isi_json("keputusan.json")["keberatan"]:
        _keberatan(semua.get(pegawai=pegawai[satu["no"]]), satu)


def _keberatan(evaluasi: Evaluasi, isi: dict[str, Any]) -> None:
    pegawai, penilai = _ada(evaluasi.pegawai.pengguna), _ada(evaluasi.ditetapkan_oleh)
    terima_hasil(evaluasi=evaluasi, oleh=pegawai)
    keberatan = ajukan_keberatan(evaluasi=evaluasi, oleh=pegawai, alasan=isi["alasan"])
    beri_keterangan(keberatan=keberatan, oleh=pegawai, pihak=Pihak.PEGAWAI, isi=isi["pegawai"])
    keberatan = beri_keterangan(keberatan=keberatan, oleh=penilai, pihak=Pihak.PENILAI, isi=isi["penilai"])
    if "putusan" in isi:
        _putus(keberatan, isi["putusan"])


def _putus(keberatan: Keberatan, isi: dict[str, str]) -> None:
    pejabat = orang(pemutus_keberatan(keberatan.evaluasi))
    putus_keberatan(
        keberatan=keberatan, oleh=_ada(pejabat.pengguna if pejabat is not None else None), versi=keberatan.versi, **isi
    )


def _ada(pengguna: Pengguna | None) -> Pengguna:
    if pengguna is None:
        raise ContohDitolak("Pihak dalam keberatan contoh tidak mempunyai akun.")
    return pengguna
