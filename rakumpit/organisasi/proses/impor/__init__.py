"""Import of staff lists: dry run, save, undo.

A dry run does all the writing and rolls it back, so that what it reports is what saving does, constraints included.
"""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from rakumpit.audit.models import catat
from rakumpit.organisasi.berkas_pegawai import BerkasPegawai
from rakumpit.organisasi.enums import StatusPegawai
from rakumpit.organisasi.models import ImporPegawai, Pegawai, Pengguna
from rakumpit.organisasi.nip import NIPTidakSah, baca_nip
from rakumpit.organisasi.proses.impor.jalan import Impor
from rakumpit.organisasi.proses.impor.jejak import hanya_pengelola, kunci, urungkan_satu
from rakumpit.organisasi.proses.impor.laporan import LaporanImpor

__all__ = ["LaporanImpor", "impor_terakhir", "isi_status_menurut_nip", "periksa", "simpan", "urungkan"]


def periksa(*, berkas: BerkasPegawai, mulai_bawaan: date | None = None) -> LaporanImpor:
    """Dry run: the report of what saving would do; nothing is stored."""
    with transaction.atomic():
        kunci()
        laporan = Impor(berkas, mulai_bawaan).jalankan()
        transaction.set_rollback(True)
    return laporan


def simpan(
    *,
    berkas: BerkasPegawai,
    oleh: Pengguna | None,
    lewati_galat: bool = False,
    mulai_bawaan: date | None = None,
) -> LaporanImpor:
    """Store a staff list in one transaction.

    While any row is ``galat`` nothing is stored, unless ``lewati_galat`` asks for the accepted rows alone. ``oleh`` is
    None for the command line. ``mulai_bawaan``: first day for a new assignment whose row has no TMT. The report's
    ``tersimpan`` tells whether anything is in the database. Raises ``PermissionDenied``.
    """
    hanya_pengelola(oleh)
    with transaction.atomic():
        kunci()
        impor = Impor(berkas, mulai_bawaan)
        laporan = impor.jalankan()
        if laporan.ditolak_seluruhnya or (laporan.ada_galat and not lewati_galat):
            transaction.set_rollback(True)
            return laporan
        laporan.tersimpan = True
        if impor.penulis.jejak:
            catatan = ImporPegawai.objects.create(
                nama_berkas=berkas.nama[:200],
                sidik=berkas.sidik,
                oleh=oleh,
                laporan=laporan.ke_json(),
                jejak=impor.penulis.jejak,
            )
            jumlah = {n: getattr(laporan, n) for n in ("dibaca", "diterima", "ditolak", "baru", "diperbarui", "tetap")}
            catat(pelaku=oleh, aksi="organisasi.pegawai.impor", objek=catatan, sesudah=jumlah)
    return laporan


def impor_terakhir() -> ImporPegawai | None:
    """The import that an undo would take back."""
    return ImporPegawai.objects.filter(diurungkan__isnull=True).first()


def urungkan(*, impor: ImporPegawai, oleh: Pengguna | None) -> int:
    """Take back the last import while nothing was built on it; returns the number of rows restored or removed.

    Raises ``ValidationError`` with a sentence when it is not the last one, or when a row was changed or used since.
    """
    hanya_pengelola(oleh)
    with transaction.atomic():
        kunci()
        impor = ImporPegawai.objects.select_for_update().get(pk=impor.pk)
        if impor.diurungkan is not None:
            raise ValidationError("Impor ini sudah diurungkan.")
        if ImporPegawai.objects.filter(pk__gt=impor.pk, diurungkan__isnull=True).exists():
            raise ValidationError("Hanya impor terakhir yang dapat diurungkan. Urungkan dulu impor sesudahnya.")
        for langkah in reversed(impor.jejak):
            urungkan_satu(langkah)
        impor.diurungkan = timezone.now()
        impor.save(update_fields=["diurungkan"])
        catat(pelaku=oleh, aksi="organisasi.pegawai.impor_urungkan", objek=impor, sesudah={"langkah": len(impor.jejak)})
    return len(impor.jejak)


def isi_status_menurut_nip(*, pegawai_pk: list[int], oleh: Pengguna) -> int:
    """Fill the empty status of people with PNS or PPPK by their NIP, on the decision of the pengelola.

    The digits do not tell CPNS from PNS nor part-time from full-time PPPK, so an import never does this by itself.
    """
    hanya_pengelola(oleh)
    jumlah = 0
    with transaction.atomic():
        daftar = Pegawai.objects.filter(pk__in=pegawai_pk, status="", pengguna__nip__isnull=False)
        for pegawai in daftar.select_for_update(of=("self",)).select_related("pengguna"):
            try:
                jenis = baca_nip(pegawai.nip or "").jenis
            except NIPTidakSah:
                continue
            pegawai.status = StatusPegawai(jenis).value
            pegawai.save()
            catat(
                pelaku=oleh,
                aksi="organisasi.pegawai.isi_status",
                objek=pegawai,
                sebelum={"status": ""},
                sesudah={"status": pegawai.status},
                keterangan="menurut digit 13-14 NIP",
            )
            jumlah += 1
    return jumlah
