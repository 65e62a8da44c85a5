"""Copies for the tables of rights: one evidence file of *pegawai* has an open address, another one has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core import signing

from kinerja.models import Bukti, TautanBukti
from kinerja.proses.bukti import tambah_bukti
from kinerja.proses.salinan import buka_tautan_bukti
from kinerja.ringkasan.tautan import alamat_tautan
from tests.kinerja.berkas import XLSX, unggahan
from tests.kinerja.kantor import akun

if TYPE_CHECKING:
    from tests.dasar import KantorBernama


def tanda(tautan: TautanBukti) -> str:
    """The signed text in the address of an open evidence file."""
    return alamat_tautan(tautan.uuid).rstrip("/").rpartition("/")[2]


def isi_salinan(k: KantorBernama) -> None:
    periode, oleh = k.kantor.periode, akun(k.pegawai)
    buka_tautan_bukti(pegawai=k.pegawai, periode=periode, oleh=oleh)
    tautan = TautanBukti.objects.get(bukti=Bukti.objects.get(uuid=k.objek["bukti"][0]))
    tambah_bukti(
        indikator=k.kantor.indikator[k.pegawai.pk], periode=periode, oleh=oleh, berkas=unggahan("rekap.xlsx", XLSX)
    )
    k.objek |= {
        "tautan": (tautan.uuid,),
        "tanda_tautan": (tanda(tautan),),
        "tanda_palsu": (signing.Signer(salt="lain").sign(tautan.uuid.hex),),
    }
