"""Reopening a period."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from kinerja.models import Periode
from kinerja.permissions import boleh_mengelola
from kinerja.proses.galat import ProsesDitolak, wajib_diisi
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import format_tanggal, hari_ini


@transaction.atomic
def buka_kembali_periode(*, periode: Periode, oleh: Pengguna, sampai: date, alasan: str) -> Periode:
    """Let people type results of a closed period until the given day; final evaluations stay final."""
    if not boleh_mengelola(oleh):
        raise ProsesDitolak("Hanya pengelola kinerja yang membuka kembali periode.")
    alasan = wajib_diisi(alasan, "Tulis alasan membuka kembali periode.")
    kini = Periode.objects.select_for_update(no_key=True).get(pk=periode.pk)
    if sampai < hari_ini():
        raise ProsesDitolak("Tanggal «sampai» sudah lewat.")
    if sampai <= kini.batas_isi:
        raise ProsesDitolak(f"Periode ini memang masih terbuka sampai {format_tanggal(kini.batas_isi)}.")
    sebelum = {"sampai": kini.dibuka_kembali_sampai, "alasan": kini.alasan_dibuka_kembali}
    kini.dibuka_kembali_sampai, kini.alasan_dibuka_kembali = sampai, alasan[:300]
    kini.save(update_fields=["dibuka_kembali_sampai", "alasan_dibuka_kembali"])
    catat(
        pelaku=oleh,
        aksi="kinerja.periode.buka_kembali",
        objek=kini,
        sebelum=sebelum,
        sesudah={"sampai": sampai},
        keterangan=alasan,
    )
    return kini
