"""Recording results of older schemes as their letters print them."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from kinerja.enums.arsip import SkemaArsip
from kinerja.models.arsip import EvaluasiArsip
from kinerja.permissions.arsip import boleh_mencatat_arsip
from kinerja.proses.galat import ProsesDitolak, tolak_kembar, wajib_diisi
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import hari_ini

_BUKAN_PENCATAT = "Hanya pengelola kinerja yang mencatat arsip, dan bukan untuk dirinya sendiri."


@transaction.atomic
def catat_arsip(
    *,
    pegawai: Pegawai,
    oleh: Pengguna,
    mulai: date,
    selesai: date,
    skema: str,
    nilai: str = "",
    sebutan: str = "",
    sumber: str,
) -> EvaluasiArsip:
    """Store one result; number and words are copies of the letter and are never converted. ProsesDitolak."""
    if not boleh_mencatat_arsip(oleh, pegawai):
        raise ProsesDitolak(_BUKAN_PENCATAT)
    nilai, sebutan, sumber = nilai.strip(), sebutan.strip(), sumber.strip()
    if skema not in {satu.value for satu in SkemaArsip}:
        raise ProsesDitolak("Pilih aturan yang dipakai pada hasil itu.")
    if selesai < mulai:
        raise ProsesDitolak("Tanggal selesai mendahului tanggal mulai. Periksa kedua tanggal.")
    if selesai > hari_ini():
        raise ProsesDitolak("Masa itu belum berakhir. Arsip hanya untuk hasil yang sudah ditetapkan.")
    if not nilai and not sebutan:
        raise ProsesDitolak("Isi nilai, sebutan, atau keduanya seperti yang tercetak.")
    if not sumber:
        raise ProsesDitolak("Isi nomor surat atau nama berkas sumbernya.")
    isian = {"nilai": nilai[:20], "sebutan": sebutan[:60], "sumber": sumber[:200]}
    masa = {"mulai": mulai, "selesai": selesai, "skema": skema}
    with tolak_kembar(
        "arsip_sekali_per_masa", "Hasil untuk masa dan aturan itu sudah tercatat. Batalkan dulu yang keliru."
    ):
        arsip = EvaluasiArsip.objects.create(pegawai=pegawai, dicatat_oleh=oleh, **masa, **isian)
    catat(pelaku=oleh, aksi="kinerja.arsip.catat", objek=arsip, sesudah=masa | isian)
    return arsip


@transaction.atomic
def batalkan_arsip(*, arsip: EvaluasiArsip, oleh: Pengguna, alasan: str) -> EvaluasiArsip:
    """Void a wrong row; it stays with its reason. ProsesDitolak."""
    kini = EvaluasiArsip.objects.select_for_update(of=("self",)).select_related("pegawai").get(pk=arsip.pk)
    if not boleh_mencatat_arsip(oleh, kini.pegawai):
        raise ProsesDitolak(_BUKAN_PENCATAT)
    if kini.dibatalkan:
        raise ProsesDitolak("Catatan ini sudah dibatalkan.")
    alasan = wajib_diisi(alasan, "Tulis alasan membatalkan.")
    kini.dibatalkan, kini.alasan_batal = True, alasan[:300]
    kini.save(update_fields=["dibatalkan", "alasan_batal"])
    catat(
        pelaku=oleh,
        aksi="kinerja.arsip.batalkan",
        objek=kini,
        sebelum={"dibatalkan": False},
        sesudah={"dibatalkan": True},
        keterangan=alasan,
    )
    return kini
