"""Hours of own events: into the ledger with the certificate, out of it with the certificate's revocation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone

from pelatihan.enums import StatusKebutuhan, StatusRencana
from pelatihan.models import KebutuhanPelatihan, RencanaPengembangan, RiwayatJP, SertifikatLuar
from pelatihan.perhitungan.jp import kunci
from pelatihan.ringkasan.jp import saldo_sesudah, tulis_jp
from rakumpit.audit.models import catat
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from datetime import date

    from pelatihan.models import SertifikatKegiatan
    from rakumpit.organisasi.models import Pegawai, Pengguna

_BISA_DIPENUHI = (StatusKebutuhan.TERBUKA.value, StatusKebutuhan.DIRENCANAKAN.value)


def catatan_sama(pegawai: Pegawai, judul: str, mulai: date, selesai: date) -> RiwayatJP | None:
    """A valid entry of the same activity: same title and days, whoever is named as the organiser."""
    dicari = kunci(judul)
    semua = RiwayatJP.objects.berlaku().filter(pegawai=pegawai, mulai=mulai, selesai=selesai)
    return next((satu for satu in semua if kunci(satu.judul) == dicari), None)


def catat_jp(sertifikat: SertifikatKegiatan, *, oleh: Pengguna, alasan_melampaui: str) -> RiwayatJP | None:
    """Credit the hours of a certificate; the person's row is locked by the caller. None: there is nothing to credit.

    The same activity counts once, also when it came as an outside certificate before. Above the yearly limit of a
    PPPK all is recorded and credited up to it; the reason is that of the registration.
    """
    if sertifikat.jp is None:
        return None
    sama = catatan_sama(sertifikat.pegawai, sertifikat.judul, sertifikat.mulai, sertifikat.selesai)
    if sama is not None:
        kalimat = f"Sudah dihitung {tulis_jp(sama.jp)} dari {sama.penyelenggara}, jadi tidak dua kali."
        sertifikat.rincian_jp = kalimat[:300]
        sertifikat.save(update_fields=["rincian_jp"])
        return None
    lebih = saldo_sesudah(sertifikat.pegawai, sertifikat.selesai, sertifikat.jp)
    if lebih > 0:
        alasan = alasan_melampaui or (
            f"Batas setahun terlampaui {tulis_jp(lebih)}: dicatat penuh, diakui sampai batas."
        )
    riwayat = RiwayatJP.objects.create(
        pegawai=sertifikat.pegawai,
        bentuk=sertifikat.kegiatan.program.bentuk,
        sertifikat_kegiatan=sertifikat,
        judul=sertifikat.judul,
        penyelenggara=sertifikat.penyelenggara,
        nomor=sertifikat.nomor,
        mulai=sertifikat.mulai,
        selesai=sertifikat.selesai,
        jp=sertifikat.jp,
        rincian=sertifikat.rincian_jp[:200],
        alasan_melampaui=alasan if lebih > 0 else "",
        dicatat_oleh=oleh,
    )
    catat(
        pelaku=oleh,
        aksi="pelatihan.riwayat.kegiatan",
        objek=riwayat,
        sesudah={"jp": str(riwayat.jp), "melampaui": str(lebih)},
        keterangan=riwayat.alasan_melampaui,
    )
    _realisasikan(sertifikat, riwayat, oleh)
    return riwayat


def _realisasikan(sertifikat: SertifikatKegiatan, riwayat: RiwayatJP, oleh: Pengguna) -> None:
    """The fixed line of the plan that asked for this programme or need, and the need of the event."""
    kegiatan = sertifikat.kegiatan
    diminta = Q(program=kegiatan.program_id)
    if kegiatan.kebutuhan_id is not None:
        diminta |= Q(kebutuhan=kegiatan.kebutuhan_id)
    baris = (
        RencanaPengembangan.objects.select_for_update(of=("self",))
        .filter(
            diminta,
            pegawai=sertifikat.pegawai,
            tahun=sertifikat.selesai.year,
            status=StatusRencana.DITETAPKAN.value,
        )
        .order_by("triwulan", "pk")
        .first()
    )
    if baris is not None:
        riwayat.rencana = baris
        riwayat.save(update_fields=["rencana"])
        baris.status, baris.realisasi_pada = StatusRencana.TEREALISASI.value, hari_ini()
        baris.versi += 1
        baris.save(update_fields=["status", "realisasi_pada", "versi"])
        catat(pelaku=oleh, aksi="pelatihan.rencana.realisasi", objek=baris, sesudah={"riwayat": [str(riwayat.uuid)]})
        _penuhi(baris.kebutuhan_id)
    if kegiatan.kebutuhan is not None and kegiatan.kebutuhan.pegawai_id in {None, sertifikat.pegawai_id}:
        _penuhi(kegiatan.kebutuhan_id)


def _penuhi(kebutuhan_id: int | None) -> None:
    """A need that was closed with a reason stays closed."""
    if kebutuhan_id is None:
        return
    KebutuhanPelatihan.objects.filter(pk=kebutuhan_id, status__in=_BISA_DIPENUHI).update(
        status=StatusKebutuhan.TERPENUHI.value
    )


def batalkan_jp(sertifikat: SertifikatKegiatan, *, oleh: Pengguna, alasan: str) -> None:
    """Void the hours of a revoked certificate; plan and need that they had met are open again.

    Corrections of the entry carry the certificate too, so the valid one is found, whichever it is.
    """
    riwayat = RiwayatJP.objects.select_for_update(of=("self",)).berlaku().filter(sertifikat_kegiatan=sertifikat).first()
    if riwayat is None:
        return
    riwayat.dibatalkan_oleh, riwayat.dibatalkan_pada, riwayat.alasan_batal = oleh, timezone.now(), alasan
    riwayat.save(update_fields=["dibatalkan_oleh", "dibatalkan_pada", "alasan_batal"])
    catat(
        pelaku=oleh,
        aksi="pelatihan.riwayat.batal",
        objek=riwayat,
        sebelum={"jp": str(riwayat.jp)},
        keterangan=alasan,
    )
    _buka_rencana(riwayat, oleh, alasan)
    kebutuhan = sertifikat.kegiatan.kebutuhan
    if kebutuhan is not None and not _masih_dipenuhi(kebutuhan):
        _buka_kebutuhan(kebutuhan)


def _buka_rencana(riwayat: RiwayatJP, oleh: Pengguna, alasan: str) -> None:
    if riwayat.rencana_id is None:
        return
    baris = RencanaPengembangan.objects.select_for_update(of=("self",)).get(pk=riwayat.rencana_id)
    if baris.status != StatusRencana.TEREALISASI.value or baris.riwayat.berlaku().exists():
        return
    baris.status, baris.realisasi_pada = StatusRencana.DITETAPKAN.value, None
    baris.versi += 1
    baris.save(update_fields=["status", "realisasi_pada", "versi"])
    catat(pelaku=oleh, aksi="pelatihan.rencana.batal_realisasi", objek=baris, keterangan=alasan)
    if baris.kebutuhan is not None and not _masih_dipenuhi(baris.kebutuhan):
        _buka_kebutuhan(baris.kebutuhan)


def _masih_dipenuhi(kebutuhan: KebutuhanPelatihan) -> bool:
    """Whether somebody else's hours, or a realised line, still meet the need."""
    return (
        RiwayatJP.objects.berlaku().filter(sertifikat_kegiatan__kegiatan__kebutuhan=kebutuhan).exists()
        or kebutuhan.rencana.filter(status=StatusRencana.TEREALISASI.value).exists()
    )


def _buka_kebutuhan(kebutuhan: KebutuhanPelatihan) -> None:
    """Back to what it was: planned while a line of the plan names it, else open."""
    direncanakan = kebutuhan.rencana.hidup().exists()
    status = StatusKebutuhan.DIRENCANAKAN if direncanakan else StatusKebutuhan.TERBUKA
    KebutuhanPelatihan.objects.filter(pk=kebutuhan.pk, status=StatusKebutuhan.TERPENUHI.value).update(
        status=status.value
    )


def sudah_dari_kegiatan(sertifikat: SertifikatLuar) -> RiwayatJP | None:
    """The entry of an own event that an outside certificate reports again."""
    sama = catatan_sama(sertifikat.pegawai, sertifikat.judul, sertifikat.mulai, sertifikat.selesai)
    return sama if sama is not None and sama.sertifikat_kegiatan_id is not None else None
