"""Follow-up in the sample office of the browser tests: the plan of the sample, and a high result without a proposal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.models import Evaluasi, RencanaPembinaan
from rakumpit.contoh.akun import akun_milik

if TYPE_CHECKING:
    from tests.peramban.kantor import Kantor


def isi_pembinaan(kantor: Kantor) -> None:
    rencana = RencanaPembinaan.objects.select_related("evaluasi__pegawai__pengguna", "dibuat_oleh").get()
    tinggi = (
        Evaluasi.objects.select_related("ditetapkan_oleh")
        .filter(predikat="sangat_baik", status="ditetapkan", terbaru=True, usulan_penghargaan=None)
        .order_by("pk")[0]
    )
    assert tinggi.ditetapkan_oleh is not None
    kantor.orang |= {
        "pembina": rencana.dibuat_oleh,
        "dibina": akun_milik(rencana.evaluasi.pegawai),
        "pengusul": tinggi.ditetapkan_oleh,
    }
    kantor.objek |= {"eval_rendah": (rencana.evaluasi.uuid,), "eval_tinggi": (tinggi.uuid,)}
