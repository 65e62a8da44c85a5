"""Entries typed for others in the sample office of the browser tests: one to confirm, one typed by *pegawai*."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from kinerja.permissions import rekan_yang_dibantu
from kinerja.proses.atas_nama import ketik_atas_nama
from kinerja.proses.catatan import IsiCatatan
from rakumpit.organisasi.models import Pegawai
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from tests.peramban.kantor import Kantor


def isi_atas_nama(kantor: Kantor) -> None:
    akun_pegawai = kantor.orang["pegawai"]
    pegawai = Pegawai.objects.get(pengguna=akun_pegawai)
    rekan = next(satu for satu in rekan_yang_dibantu(akun_pegawai) if satu.pengguna is not None)
    assert rekan.pengguna is not None
    isi = IsiCatatan(hari_ini(), "Mengantar undangan rapat ke lima RT.")
    untuk = ketik_atas_nama(pemilik=pegawai, oleh=rekan.pengguna, kiriman_id=uuid4(), isi=isi)
    olehnya = ketik_atas_nama(pemilik=rekan, oleh=akun_pegawai, kiriman_id=uuid4(), isi=isi)
    kantor.objek |= {
        "orang_rekan": (rekan.uuid,),
        "isian_untuk_pegawai": (untuk.uuid,),
        "isian_oleh_pegawai": (olehnya.uuid,),
    }
