"""The reports of the sample office under the names of their states, and some whose key the tests know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forum.enums.laporan import StatusLaporan
from forum.models import Laporan
from forum.perhitungan.kunci import buat_kunci
from kinerja.models import Evaluasi
from kinerja.proses.pengaduan import kaitkan_pengaduan
from rakumpit.contoh.akun import PERAN_PEGAWAI, akun_milik
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from tests.forum.isi_laporan import kirim, sampai

if TYPE_CHECKING:
    from tests.peramban.kantor import Kantor


def isi_laporan_warga(kantor: Kantor) -> None:
    kantor.objek |= {f"warga_{satu.status}": (satu.uuid,) for satu in Laporan.objects.order_by("-pk")}
    kantor.objek["warga_bernama"] = (Laporan.objects.get(tanpa_identitas=False).uuid,)
    petugas = pegawai_bernomor()[PERAN_PEGAWAI["pegawai"]]
    _kaitkan(kantor)
    for status in ("diterima", "perlu_dilengkapi", "dijawab", "selesai"):
        kunci = buat_kunci()
        laporan = sampai(
            kirim(kunci=kunci),
            StatusLaporan(status),
            pengelola=kantor.orang["pengelola"],
            petugas=petugas,
        )
        kantor.objek[f"kunci_{status}"] = (laporan.nomor, kunci)


def _kaitkan(kantor: Kantor) -> None:
    """A justified complaint beside the evaluation that *penilai* decides on, and another one on offer."""
    evaluasi = Evaluasi.objects.select_related("pegawai", "periode").get(uuid=kantor.objek["eval_menunggu"][0])
    for pernyataan in ("Loket ditinggalkan pada jam layanan, menurut jadwal jaga.", ""):
        laporan = sampai(kirim(), StatusLaporan.SELESAI, pengelola=kantor.orang["pengelola"], petugas=evaluasi.pegawai)
        Laporan.objects.filter(pk=laporan.pk).update(
            ditutup_pada=evaluasi.periode.selesai, unit=evaluasi.unit_id, penangan=evaluasi.pegawai
        )
        if pernyataan:
            terkait = kaitkan_pengaduan(
                evaluasi=evaluasi,
                oleh=kantor.orang["penilai"],
                kunci=f"forum:laporan:{laporan.uuid}",
                rencana="",
                pernyataan=pernyataan,
            )
            kantor.objek["pengaduan_terkait"] = (terkait.uuid,)
    kantor.orang["teradukan"] = akun_milik(evaluasi.pegawai)
