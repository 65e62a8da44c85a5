"""Entries typed for others in the tables of rights: for *pegawai* by a colleague, and the other way, in every state."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from kinerja.enums import StatusIsian
from kinerja.models import IsianAtasNama
from kinerja.proses.atas_nama import ketik_atas_nama, sahkan_sendiri, tolak_isian
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
    k.objek["orang_rekan_seksi"] = (rekan.uuid,)
    # What belongs to the colleague is no secret to him.
    for arah, pemilik, pengisi, uraian in (
        ("untuk", k.pegawai, rekan, "catatan-rahasia-42"),
        ("oleh", rekan, k.pegawai, "Mengantar surat."),
    ):
        isi = IsiCatatan(date(2026, 9, 14), uraian)
        for akhiran in ("", "_disahkan", "_ditolak", "_kedaluwarsa"):
            satu = ketik_atas_nama(pemilik=pemilik, oleh=akun(pengisi), kiriman_id=uuid4(), isi=isi)
            if akhiran == "_disahkan":
                sahkan_sendiri(isian=satu, oleh=akun(pemilik))
            elif akhiran == "_ditolak":
                tolak_isian(isian=satu, oleh=akun(pemilik), alasan="Bukan pekerjaan saya.")
            elif akhiran == "_kedaluwarsa":
                IsianAtasNama.objects.filter(pk=satu.pk).update(status=StatusIsian.KEDALUWARSA.value)
            k.objek[f"isian_{arah}_pegawai{akhiran}"] = (satu.uuid,)
    k.contoh["indikator_rekan_seksi"] = indikator
