"""Entries typed for others in the tables of rights: one for *pegawai* by a colleague of the unit, one the other way."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from kinerja.proses.atas_nama import ketik_atas_nama
from kinerja.proses.catatan import IsiCatatan
from kinerja.proses.pin import pasang_pin
from tests import pabrik
from tests.kinerja.kantor import akun

if TYPE_CHECKING:
    from tests.dasar import KantorBernama

PIN = "804153"


def isi_atas_nama(k: KantorBernama) -> None:
    rekan = pabrik.buat_pegawai(k.kantor.seksi, nama="Rekan seksi")
    indikator = pabrik.buat_indikator(pabrik.buat_skp(rekan, penilai=k.kantor.kasi))
    pasang_pin(pegawai=rekan, oleh=akun(rekan), pin=PIN)
    isi = IsiCatatan(date(2026, 9, 14), "catatan-rahasia-42")
    untuk = ketik_atas_nama(pemilik=k.pegawai, oleh=akun(rekan), kiriman_id=uuid4(), isi=isi)
    olehnya = ketik_atas_nama(pemilik=rekan, oleh=akun(k.pegawai), kiriman_id=uuid4(), isi=isi)
    k.objek |= {
        "orang_rekan_seksi": (rekan.uuid,),
        "isian_untuk_pegawai": (untuk.uuid,),
        "isian_oleh_pegawai": (olehnya.uuid,),
    }
    k.contoh["indikator_rekan_seksi"] = indikator
