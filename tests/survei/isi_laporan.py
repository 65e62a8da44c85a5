"""Requests to open a locked survey again, one in each state; asked by the pengelola, decided by the superior."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from survei import proses
from survei.enums.buka_kembali import StatusPermintaanBuka
from survei.models import Pelaporan, PermintaanBuka
from survei.proses.buka_kembali import minta_buka, setujui_buka, tarik_buka, tolak_buka
from tests import pabrik

if TYPE_CHECKING:
    from tests.dasar import KantorBernama


def isi_laporan(k: KantorBernama) -> None:
    from tests.dasar import ATASAN

    pengelola, atasan = k.kantor.pengelola, k.orang[ATASAN]
    unit = k.survei["survei_dikunci"].unit
    for status in StatusPermintaanBuka:
        survei = pabrik.buat_survei(unit, kode=f"skm-buka-{status.value}")
        for _ in range(12):
            pabrik.buat_respons(survei)
        proses.tutup(survei=survei, oleh=pengelola)
        hasil = proses.kunci(survei=survei, oleh=pengelola)
        permintaan = minta_buka(survei=survei, alasan="Dua lembar belum dimasukkan.", oleh=pengelola)
        if status is StatusPermintaanBuka.DISETUJUI:
            proses.publikasikan(survei=survei, oleh=pengelola)
            lapor = Pelaporan.objects.create(
                hasil=hasil, tanggal=date(2026, 9, 15), nomor_surat="400/9", oleh=pengelola
            )
            setujui_buka(permintaan=permintaan, oleh=atasan)
            for _ in range(5):
                pabrik.buat_respons(survei, terlambat=True)
            k.objek |= {"survei_diperbaiki": (survei.uuid,), "pelaporan_mati": (lapor.uuid,)}
        elif status is StatusPermintaanBuka.DITOLAK:
            tolak_buka(permintaan=permintaan, catatan="Tidak mengubah hasil.", oleh=atasan)
        elif status is StatusPermintaanBuka.DITARIK:
            tarik_buka(permintaan=permintaan, oleh=pengelola)
        k.objek[f"buka_{status.value}"] = (permintaan.uuid,)
        k.contoh[f"buka_{status.value}"] = PermintaanBuka.objects.get(pk=permintaan.pk)
