"""A plan that was approved changes only by a new version, which takes over from the old one."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.db.models import OuterRef, Subquery

from kinerja.enums import STATUS_DISUNTING, StatusEvaluasi, StatusKendala, StatusSKP
from kinerja.models import (
    SKP,
    Bukti,
    CatatanHarian,
    Evaluasi,
    Indikator,
    IsiPenilaianDiri,
    Kendala,
    KirimanBukti,
    PengaduanTerkait,
    PeranHasil,
    Periode,
    Realisasi,
    RencanaHasilKerja,
    UmpanBalik,
)
from kinerja.proses.dasar_skp import kunci_skp, tolak_bila_ada_yang_terbuka
from kinerja.proses.galat import ProsesDitolak, wajib_diisi
from kinerja.proses.salin_skp import salin_isi
from kinerja.proses.simpan import hitung_ulang, kunci_orang
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import format_tanggal, hari_ini


def hari_perubahan(lama: SKP, tanggal: date) -> date:
    """First day of a revision that is submitted on ``tanggal``: that of the period which runs then.

    Each period is rated by one plan, the one that holds on its last day, so a revision holds for whole periods. The
    shortest period counts (a quarter, not its year). Decided here; PermenPANRB 6/2022 was not found to say a day.
    """
    berjalan = (
        Periode.objects.untuk_status(lama.pegawai.status)
        .filter(mulai__lte=tanggal, selesai__gte=tanggal)
        .order_by("-mulai", "selesai")
        .values_list("mulai", flat=True)
        .first()
    )
    return max(lama.mulai, berjalan or tanggal)


@transaction.atomic
def buat_perubahan(*, skp: SKP, oleh: Pengguna, alasan: str) -> SKP:
    """A draft that revises an approved plan of the own person, with everything copied.

    ProsesDitolak: not the owner, not approved, not in its days, another plan is open, or a period that the revision
    would reach is final already.
    """
    kunci_orang([skp.pegawai_id])
    lama = kunci_skp(skp)
    if lama.pegawai.pengguna_id != oleh.pk:
        raise ProsesDitolak("Perubahan SKP hanya diajukan oleh pemiliknya.")
    if lama.status != StatusSKP.DISETUJUI.value:
        raise ProsesDitolak(
            f"Hanya SKP yang disetujui yang diubah dengan versi baru (keadaannya: {lama.get_status_display().lower()})."
        )
    hari = hari_ini()
    if not lama.mulai <= hari <= lama.selesai:
        raise ProsesDitolak(
            f"SKP ini berlaku {format_tanggal(lama.mulai)} sampai {format_tanggal(lama.selesai)}, jadi tidak diubah."
        )
    alasan = wajib_diisi(alasan, "Tulis alasan perubahan, misalnya target kantor yang berubah.")
    tolak_bila_ada_yang_terbuka(lama.pegawai)
    mulai = hari_perubahan(lama, hari)
    tolak_bila_ditetapkan(lama.pegawai_id, mulai, lama.selesai)
    baru = SKP.objects.create(
        pegawai=lama.pegawai,
        mulai=mulai,
        selesai=lama.selesai,
        pendekatan=lama.pendekatan,
        bentuk=lama.bentuk,
        versi=lama.versi + 1,
        sebelumnya=lama,
        alasan_perubahan=alasan[:300],
    )
    salin_isi(dari=lama, ke=baru, lanjutan=True)
    catat(
        pelaku=oleh,
        aksi="kinerja.skp.buat_perubahan",
        objek=baru,
        sesudah={"versi": baru.versi, "mulai": baru.mulai},
        keterangan=alasan,
    )
    return baru


def tolak_bila_ditetapkan(pegawai_id: int, mulai: date, selesai: date) -> None:
    """A final evaluation stands on the plan of its period: no revision may reach into it."""
    periode = (
        Evaluasi.objects.filter(
            pegawai_id=pegawai_id,
            terbaru=True,
            status=StatusEvaluasi.DITETAPKAN.value,
            periode__selesai__gte=mulai,
            periode__mulai__lte=selesai,
        )
        .values_list("periode__nama", flat=True)
        .first()
    )
    if periode is not None:
        raise ProsesDitolak(f"Penilaian {periode} sudah ditetapkan, jadi SKP untuk hari-hari itu tidak berubah lagi.")


def ganti_lama(baru: SKP, oleh: Pengguna) -> None:
    """Let an approved revision take over: call it before the revision itself becomes *disetujui*.

    The caller holds the locks of the person and of ``baru``. The old plan keeps the days before. What was typed and
    proved for a period that the revision reaches moves to the indicator that continues it, and so do later notes, open
    obstacles, and what was written about a result; the rest stays as the record. Editable plans of subordinates follow
    to the continuing results; approved ones keep the words that were approved.
    """
    if baru.sebelumnya is None:
        return
    lama = kunci_skp(baru.sebelumnya)
    if lama.status != StatusSKP.DISETUJUI.value or not lama.mulai <= baru.mulai <= lama.selesai:
        raise ProsesDitolak(
            f"SKP yang diubah sudah {lama.get_status_display().lower()} atau tidak berlaku pada "
            f"{format_tanggal(baru.mulai)}. Kembalikan perubahan ini; pegawai membuat SKP baru."
        )
    tolak_bila_ditetapkan(lama.pegawai_id, baru.mulai, baru.selesai)
    sebelum = {"selesai": lama.selesai, "status": lama.status}
    lama.status, lama.diganti_sejak = StatusSKP.DIGANTI.value, baru.mulai
    if baru.mulai > lama.mulai:
        lama.selesai = baru.mulai - timedelta(days=1)
    lama.save(update_fields=["status", "diganti_sejak", "selesai"])
    _pindahkan_isian(baru)
    catat(
        pelaku=oleh,
        aksi="kinerja.skp.ganti",
        objek=lama,
        sebelum=sebelum,
        sesudah={"selesai": lama.selesai, "status": lama.status, "diganti_sejak": lama.diganti_sejak},
        keterangan=f"Digantikan versi {baru.versi}: {baru.alasan_perubahan}",
    )


def _pindahkan_isian(baru: SKP) -> None:
    """Hand over to the rows of a revision what stands with the rows that they continue, from its first day on."""
    penerus = Subquery(Indikator.objects.filter(rencana__skp=baru, asal=OuterRef("indikator")).values("pk"))
    lama = Indikator.objects.filter(rencana__skp=baru, asal__isnull=False).values("asal")
    for model in (Realisasi, Bukti, KirimanBukti):
        model._default_manager.filter(indikator__in=lama, periode__selesai__gte=baru.mulai).update(indikator=penerus)
    CatatanHarian.objects.filter(indikator__in=lama, tanggal__gte=baru.mulai).update(indikator=penerus)
    terbuka = Kendala.objects.filter(status=StatusKendala.TERBUKA.value)
    for rencana in baru.rencana.filter(asal__isnull=False):
        terbuka.filter(rencana=rencana.asal).update(rencana=rencana)
        UmpanBalik.objects.filter(rencana=rencana.asal, tanggal__gte=baru.mulai).update(rencana=rencana)
        PengaduanTerkait.objects.filter(rencana=rencana.asal, periode__selesai__gte=baru.mulai).update(rencana=rencana)
        IsiPenilaianDiri.objects.filter(rencana=rencana.asal, penilaian__periode__selesai__gte=baru.mulai).update(
            rencana=rencana
        )
        PeranHasil.objects.filter(rhk_pimpinan=rencana.asal, diambil__isnull=True).update(rhk_pimpinan=rencana)
        RencanaHasilKerja.objects.filter(
            rhk_pimpinan=rencana.asal, skp__status__in=[satu.value for satu in STATUS_DISUNTING]
        ).update(rhk_pimpinan=rencana)
    terbuka.filter(indikator__in=lama).update(indikator=penerus)


def hitung_ulang_usulan(skp: SKP, selesai: date) -> None:
    """Bring the proposals for the days of a plan until ``selesai`` up to date; final rows stay as they are."""
    for evaluasi in Evaluasi.objects.filter(
        pegawai_id=skp.pegawai_id, terbaru=True, periode__selesai__gte=skp.mulai, periode__mulai__lte=selesai
    ).select_related("run__periode", "run__aturan"):
        hitung_ulang(evaluasi)
