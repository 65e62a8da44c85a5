"""The life of a plan: draft, submitted, returned or approved, ended."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.files.base import File
from django.db import transaction

from kinerja.enums import STATUS_DISUNTING, Pendekatan, StatusSKP
from kinerja.models import SKP, Indikator
from kinerja.perhitungan import periksa_bobot
from kinerja.perhitungan.penetapan import periksa_masa_skp
from kinerja.permissions import atasan_kini, boleh_mengelola, boleh_menyetujui_skp
from kinerja.proses.dasar_skp import akun_penilai, bentuk_menurut_jabatan, kunci_skp
from kinerja.proses.galat import ProsesDitolak, tolak_kembar, wajib_diisi
from kinerja.proses.perubahan_skp import ganti_lama, hari_perubahan, hitung_ulang_usulan, tolak_bila_ditetapkan
from kinerja.proses.pindaian import pindaian_tersimpan
from kinerja.proses.simpan import kunci_orang
from rakumpit.audit.models import CatatanAudit, catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import PejabatLuar, Pengguna
from rakumpit.organisasi.perhitungan import Pemegang
from rakumpit.waktu import format_tanggal, hari_ini


def kunci_untuk_diubah(*, skp: SKP, oleh: Pengguna) -> SKP:
    """Lock a plan whose owner edits it; call it first in the transaction that changes its results or indicators.

    The same lock is taken by ``ajukan`` and ``setujui``, so weights cannot change between their check and the decision.
    """
    kini = kunci_skp(skp)
    if kini.pegawai.pengguna_id != oleh.pk:
        raise ProsesDitolak("SKP hanya diubah oleh pemiliknya.")
    if kini.status not in {satu.value for satu in STATUS_DISUNTING}:
        raise ProsesDitolak(f"SKP yang {kini.get_status_display().lower()} tidak dapat diubah.")
    return kini


@transaction.atomic
def ajukan(*, skp: SKP, oleh: Pengguna) -> SKP:
    """Submit a draft to the superior derived today; weights are checked under the lock.

    A revision holds from the first day of the period that runs on the day of its submission.
    """
    kini = kunci_untuk_diubah(skp=skp, oleh=oleh)
    _periksa_isi(kini)
    if kini.sebelumnya is not None:
        kini.mulai = hari_perubahan(kini.sebelumnya, hari_ini())
        if kini.mulai > kini.selesai:
            raise ProsesDitolak("SKP yang diubah sudah berakhir. Hapus draf ini, lalu buat SKP baru.")
        tolak_bila_ditetapkan(kini.pegawai_id, kini.mulai, kini.selesai)
    atasan = atasan_kini(kini.pegawai)
    if atasan is None:
        raise ProsesDitolak("Atasan Anda belum tercatat. Minta pengelola kinerja memeriksa penugasan di unit Anda.")
    _pasang_penilai(kini, atasan)
    sebelum = kini.status
    kini.status, kini.catatan_pengembalian = StatusSKP.DIAJUKAN.value, ""
    kini.save(update_fields=["status", "catatan_pengembalian", "penilai", "penilai_luar", "mulai"])
    catat(
        pelaku=oleh,
        aksi="kinerja.skp.ajukan",
        objek=kini,
        sebelum={"status": sebelum},
        sesudah={"status": kini.status, "penilai": atasan.jabatan},
    )
    penerima = akun_penilai(kini)
    if penerima is not None:
        _beri_tahu(
            kini,
            penerima_id=penerima,
            apa="diajukan",
            judul=f"SKP {kini.pegawai} menunggu persetujuan Anda",
            tautan="/kinerja/tim/",
        )
    return kini


@transaction.atomic
def setujui(*, skp: SKP, oleh: Pengguna) -> SKP:
    """Approve a submitted plan: only the superior derived today, who is copied as its penilai."""
    kini = _kunci_bersama_orang(skp)
    _masih_diajukan(kini)
    if not boleh_menyetujui_skp(oleh, kini):
        raise ProsesDitolak("SKP ini disetujui oleh atasan langsung pegawai saat ini.")
    atasan = atasan_kini(kini.pegawai)
    if atasan is not None:
        _pasang_penilai(kini, atasan)
    return _setujui(kini, oleh, "kinerja.skp.setujui", "")


@transaction.atomic
def kembalikan(*, skp: SKP, oleh: Pengguna, catatan: str) -> SKP:
    """Send a submitted plan back with a note: only the superior derived today."""
    kini = kunci_skp(skp)
    _masih_diajukan(kini)
    if not boleh_menyetujui_skp(oleh, kini):
        raise ProsesDitolak("SKP ini dikembalikan hanya oleh atasan langsung pegawai saat ini.")
    catatan = wajib_diisi(catatan, "Tulis apa yang perlu diperbaiki.")
    kini.status, kini.catatan_pengembalian = StatusSKP.DIKEMBALIKAN.value, catatan
    kini.save(update_fields=["status", "catatan_pengembalian"])
    catat(pelaku=oleh, aksi="kinerja.skp.kembalikan", objek=kini, keterangan=catatan)
    if kini.pegawai.pengguna_id is not None:
        _beri_tahu(
            kini,
            penerima_id=kini.pegawai.pengguna_id,
            apa="dikembalikan",
            judul="SKP Anda dikembalikan",
            tautan="/kinerja/saya/",
            isi=catatan,
        )
    return kini


@transaction.atomic
def catat_persetujuan_luar(*, skp: SKP, oleh: Pengguna, surat_nomor: str, pindaian: File | None) -> SKP:
    """Record the approval that an official outside the office without an account gave by a signed letter.

    The letter's number and scan stay with the plan. Nobody inside the office can approve in that official's place:
    a plan whose superior has an account, or works here, is refused, and so is the pengelola's own.
    """
    kini = _kunci_bersama_orang(skp)
    if not boleh_mengelola(oleh) or kini.pegawai.pengguna_id == oleh.pk:
        raise ProsesDitolak("Hanya pengelola kinerja yang mencatat surat persetujuan, dan bukan untuk SKP-nya sendiri.")
    _masih_diajukan(kini)
    atasan = atasan_kini(kini.pegawai)
    if atasan is None or atasan.pejabat_luar_id is None:
        raise ProsesDitolak("Atasan pegawai ini ada di kantor ini; persetujuan diberikan sendiri oleh atasan itu.")
    pejabat = PejabatLuar.objects.select_related("pengguna").get(pk=atasan.pejabat_luar_id)
    if pejabat.pengguna is not None and pejabat.pengguna.is_active:
        raise ProsesDitolak(f"{pejabat} punya akun sendiri dan menyetujui di akun itu.")
    surat_nomor = wajib_diisi(surat_nomor, "Isi nomor surat persetujuan.")
    _pasang_penilai(kini, atasan)
    kini.surat_persetujuan = surat_nomor[:100]
    with pindaian_tersimpan(kini.pindaian_persetujuan, pindaian):
        return _setujui(kini, oleh, "kinerja.skp.catat_persetujuan_luar", f"Menurut surat nomor {surat_nomor}")


@transaction.atomic
def akhiri(*, skp: SKP, oleh: Pengguna, tanggal: date, alasan: str) -> SKP:
    """Close an approved plan on its last day, before its owner moves to another post; the owner is told.

    ProsesDitolak also where a final evaluation stands on the days that it would lose.
    """
    kini = _kunci_bersama_orang(skp)
    if not boleh_mengelola(oleh):
        raise ProsesDitolak("Hanya pengelola kinerja yang mengakhiri SKP.")
    if kini.status != StatusSKP.DISETUJUI.value:
        raise ProsesDitolak("Hanya SKP yang disetujui yang dapat diakhiri.")
    if not kini.mulai <= tanggal <= kini.selesai:
        raise ProsesDitolak(
            f"Tanggal akhir harus antara {format_tanggal(kini.mulai)} dan {format_tanggal(kini.selesai)}."
        )
    alasan = wajib_diisi(alasan, "Tulis alasan mengakhiri SKP, misalnya nomor surat mutasi.")
    if tanggal < kini.selesai:
        tolak_bila_ditetapkan(kini.pegawai_id, tanggal + timedelta(days=1), kini.selesai)
    semula = kini.selesai
    kini.selesai, kini.status = tanggal, StatusSKP.SELESAI.value
    kini.save(update_fields=["selesai", "status"])
    catat(
        pelaku=oleh,
        aksi="kinerja.skp.akhiri",
        objek=kini,
        sebelum={"selesai": semula, "status": StatusSKP.DISETUJUI.value},
        sesudah={"selesai": kini.selesai, "status": kini.status},
        keterangan=alasan,
    )
    if kini.pegawai.pengguna_id is not None:
        _beri_tahu(
            kini,
            penerima_id=kini.pegawai.pengguna_id,
            apa="diakhiri",
            judul=f"SKP Anda berakhir {format_tanggal(tanggal)}",
            tautan=f"/kinerja/skp/{kini.uuid}/",
            isi=alasan,
        )
    hitung_ulang_usulan(kini, semula)
    return kini


def _kunci_bersama_orang(skp: SKP) -> SKP:
    """The person's inputs first: a plan that begins or ends changes the proposals, and nobody types meanwhile."""
    kunci_orang([skp.pegawai_id])
    return kunci_skp(skp)


def _masih_diajukan(kini: SKP) -> None:
    if kini.status != StatusSKP.DIAJUKAN.value:
        raise ProsesDitolak(f"SKP ini tidak sedang diajukan (keadaannya: {kini.get_status_display().lower()}).")


def _periksa_isi(kini: SKP) -> None:
    rencana = list(kini.rencana.order_by("urut").values_list("pk", "urut"))
    if not rencana:
        raise ProsesDitolak("SKP belum mempunyai rencana hasil kerja.")
    indikator = list(
        Indikator.objects.filter(rencana__skp=kini)
        .order_by("rencana__urut", "urut")
        .values_list("rencana_id", "bobot", "target")
    )
    berisi = {rencana_id for rencana_id, _, _ in indikator}
    kosong = [str(urut) for pk, urut in rencana if pk not in berisi]
    if kosong:
        raise ProsesDitolak(f"Rencana hasil kerja nomor {', '.join(kosong)} belum mempunyai indikator.")
    if kini.pendekatan == Pendekatan.KUANTITATIF.value and None in {target for _, _, target in indikator}:
        raise ProsesDitolak("Masih ada indikator tanpa target. Isi targetnya, lalu ajukan lagi.")
    if kini.sebelumnya_id is None and kini.bentuk != bentuk_menurut_jabatan(kini.pegawai, kini.mulai):
        raise ProsesDitolak(
            "Bentuk SKP tidak lagi cocok dengan jabatan pegawai. Pegawai perlu membuka «Atur SKP», lalu menyimpannya."
        )
    for salah in (periksa_bobot([bobot for _, bobot, _ in indikator]), periksa_masa_skp(kini.mulai, kini.selesai)):
        if salah is not None:
            raise ProsesDitolak(salah)


def _pasang_penilai(kini: SKP, atasan: Pemegang) -> None:
    kini.penilai_id, kini.penilai_luar_id = atasan.pegawai_id, atasan.pejabat_luar_id


def _setujui(kini: SKP, oleh: Pengguna, aksi: str, keterangan: str) -> SKP:
    _periksa_isi(kini)
    ganti_lama(kini, oleh)
    kini.status, kini.disetujui_pada = StatusSKP.DISETUJUI.value, hari_ini()
    with tolak_kembar(
        "skp_satu_disetujui_per_hari",
        "Sudah ada SKP yang disetujui untuk sebagian tanggal ini. Akhiri dulu SKP lama, lalu setujui lagi.",
    ):
        kini.save()
    catat(pelaku=oleh, aksi=aksi, objek=kini, sesudah={"status": kini.status}, keterangan=keterangan)
    if kini.pegawai.pengguna_id is not None:
        _beri_tahu(
            kini,
            penerima_id=kini.pegawai.pengguna_id,
            apa="disetujui",
            judul="SKP Anda disetujui",
            tautan="/kinerja/saya/",
        )
    hitung_ulang_usulan(kini, kini.selesai)
    return kini


def _beri_tahu(kini: SKP, *, penerima_id: int, apa: str, judul: str, tautan: str, isi: str = "") -> None:
    # The number of earlier notices makes a second submission after a return a new notice, a repeated message not.
    kirim(
        penerima_id=penerima_id,
        kunci=f"skp-{apa}:{kini.uuid}:{_langkah(kini)}",
        judul=judul,
        isi=isi,
        tautan=tautan,
    )


def _langkah(kini: SKP) -> int:
    return CatatanAudit.objects.filter(objek_jenis=kini._meta.label_lower, objek_id=str(kini.uuid)).count()
