"""Angka kredit for the tables of rights: *pegawai* holds a functional post; January is set, two months are left."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kinerja.proses.angka_kredit import tetapkan_angka_kredit
from rakumpit.organisasi.models import Jabatan, Pegawai
from tests.kinerja.kantor import akun

if TYPE_CHECKING:
    from tests.dasar import KantorBernama


def jadikan_fungsional(pegawai: Pegawai, jenjang: str = "ahli_pertama") -> None:
    """Let the post of a person be a functional one."""
    Jabatan.objects.filter(penugasan__pegawai=pegawai).update(jenis="fungsional", jenjang=jenjang)


def isi_angka_kredit(k: KantorBernama) -> None:
    jadikan_fungsional(k.pegawai)
    penetapan = tetapkan_angka_kredit(
        evaluasi=k.evaluasi["eval_final"],
        oleh=akun(k.kantor.kasi),
        mulai=date(2026, 1, 1),
        sampai=date(2026, 1, 31),
    )
    k.objek |= {"angka_kredit": (penetapan.uuid,)}
