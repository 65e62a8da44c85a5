"""The reports of the sample office under the names of their states, and some whose key the tests know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forum.enums.laporan import StatusLaporan
from forum.models import Laporan
from forum.perhitungan.kunci import buat_kunci
from rakumpit.contoh.akun import PERAN_PEGAWAI
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from tests.forum.isi_laporan import kirim, sampai

if TYPE_CHECKING:
    from tests.peramban.kantor import Kantor


def isi_laporan_warga(kantor: Kantor) -> None:
    kantor.objek |= {f"warga_{satu.status}": (satu.uuid,) for satu in Laporan.objects.order_by("-pk")}
    kantor.objek["warga_bernama"] = (Laporan.objects.get(tanpa_identitas=False).uuid,)
    petugas = pegawai_bernomor()[PERAN_PEGAWAI["pegawai"]]
    for status in ("diterima", "perlu_dilengkapi", "dijawab", "selesai"):
        kunci = buat_kunci()
        laporan = sampai(
            kirim(kunci=kunci),
            StatusLaporan(status),
            pengelola=kantor.orang["pengelola"],
            petugas=petugas,
        )
        kantor.objek[f"kunci_{status}"] = (laporan.nomor, kunci)
