"""Feedback that the pages show: signed, asked for, and without a name in the quarter before."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from kinerja.proses.umpan_balik_pegawai import (
    beri_tanpa_nama,
    beri_umpan_balik,
    lepaskan_tanpa_nama,
    minta_umpan_balik,
)
from rakumpit.organisasi.models import Pegawai
from rakumpit.waktu import WIB
from tests.survei.dasar import pada

if TYPE_CHECKING:
    from tests.peramban.kantor import Kantor

_TRIWULAN_LALU = datetime(2026, 9, 10, 9, 0, tzinfo=WIB)


def isi_umpan_balik(kantor: Kantor) -> None:
    pegawai, kasi, camat = (Pegawai.objects.get(pengguna=kantor.orang[nama]) for nama in ("pegawai", "kasi", "camat"))
    with pada(_TRIWULAN_LALU):
        rekan = Pegawai.objects.ber_skp().aktif_pada(_TRIWULAN_LALU.date()).exclude(pengguna=None)
        jumlah = 0
        for satu in rekan.exclude(penugasan__jabatan__memimpin=True).exclude(pk=pegawai.pk).order_by("pk")[:3]:
            assert satu.pengguna is not None
            beri_tanpa_nama(pegawai=pegawai, oleh=satu.pengguna, isi=f"Catatan contoh {jumlah}.")
            jumlah += 1
        assert jumlah == 3
    lepaskan_tanpa_nama()
    umpan = beri_umpan_balik(
        pegawai=pegawai, oleh=kantor.orang["kasi"], isi="Warga lanjut usia didahulukan; antrean tetap tertib."
    )
    minta_umpan_balik(oleh=kantor.orang["pegawai"], kepada=kasi, pertanyaan="Apa yang perlu saya perbaiki di loket?")
    minta_umpan_balik(oleh=kantor.orang["kasi"], kepada=pegawai, pertanyaan="Apakah pembagian tugas sudah jelas?")
    kantor.objek |= {
        "umpan_balik": (umpan.uuid,),
        "orang_pegawai": (pegawai.uuid,),
        "orang_kasi": (kasi.uuid,),
        "orang_camat": (camat.uuid,),
    }
