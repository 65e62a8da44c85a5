"""Single sheets of a bundle: typed, taken back, voided, typed again by another person, compared, mended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from rakumpit.audit.models import catat
from rakumpit.waktu import format_tanggal, hari_ini
from survei.enums.kertas import StatusBatch, StatusLembar
from survei.models import BatchKertas, LembarKertas
from survei.perhitungan.kertas import medan_berbeda
from survei.permissions import boleh_mengelola, boleh_mengetik, orang_dalam
from survei.proses.alasan import wajib_ditulis
from survei.proses.isian import bersihkan_jawaban
from survei.proses.kertas import ambil_batch, ganti_contoh
from survei.proses.lembar_isi import isian_lembar, tanggal_isian

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Pengguna


def _periksa(batch: BatchKertas, isian: Mapping[str, Any]) -> dict[str, Any]:
    """The sheet once more on the server, as for every other channel. ``ValidationError`` with all that is wrong."""
    survei, tanggal = batch.survei, tanggal_isian(isian)
    layanan = survei.layanan.filter(uuid=isian["layanan"]).first()
    if layanan is None or UUID(isian["layanan"]) not in batch.layanan:
        raise ValidationError({"layanan": "Layanan itu tidak tercetak pada bundel ini."})
    akhir = min(survei.selesai, hari_ini())
    if not survei.mulai <= tanggal <= akhir:
        masa = f"{format_tanggal(survei.mulai)} sampai {format_tanggal(akhir)}"
        kalimat = f"Tanggal {format_tanggal(tanggal)} di luar masa survei ({masa}). Periksa kertasnya."
        raise ValidationError({"tanggal": kalimat})
    jawaban, demografi, galat = bersihkan_jawaban(
        survei=survei,
        layanan=layanan,
        jawaban=isian["jawaban"],
        demografi=isian["demografi"],
        saran=isian["saran"],
    )
    if galat:
        raise ValidationError(list(galat.values()))
    return isian_lembar(
        layanan=isian["layanan"],
        tanggal=tanggal,
        jawaban=cast("dict[str, int | None]", jawaban),
        demografi=demografi,
        saran=isian["saran"].strip(),
    )


def _pengetik(batch: BatchKertas, oleh: Pengguna) -> None:
    if not boleh_mengetik(oleh, batch):
        raise PermissionDenied


@transaction.atomic
def ketik_lembar(
    *, batch: BatchKertas, kiriman: UUID, nomor: int, isian: Mapping[str, Any], oleh: Pengguna
) -> LembarKertas:
    """Store one typed sheet; the same ``kiriman`` again gives the same row, and with other contents is refused.

    Raises ``PermissionDenied`` or ``ValidationError``; nothing is stored then.
    """
    _pengetik(batch, oleh)
    kini = ambil_batch(batch, (StatusBatch.DIKETIK.value,))
    lama = LembarKertas.objects.select_related("batch").filter(kiriman=kiriman).first()
    if lama is not None:
        if (lama.batch_id, lama.nomor, lama.petugas_input_id) != (kini.pk, nomor, oleh.pk):
            raise ValidationError("Halaman ini sudah dipakai untuk lembar lain. Muat ulang, lalu ketik lagi.")
        if lama.isian != _periksa(kini, isian):
            raise ValidationError(
                f"Lembar {kini.nomor_formulir(nomor)} sudah tersimpan dengan isian lain, jadi perubahan ini belum "
                "tersimpan. Urungkan lembar itu dulu, lalu perbaiki."
            )
        return lama
    if not 1 <= nomor <= kini.jumlah:
        raise ValidationError({"nomor": f"Bundel ini berisi lembar 1 sampai {kini.jumlah}. Periksa nomor pada kertas."})
    terisi = kini.lembar.filter(nomor=nomor).exclude(status=StatusLembar.BATAL.value).select_related("petugas_input")
    if (ada := terisi.first()) is not None:
        siapa = "Anda" if ada.petugas_input_id == oleh.pk else ada.petugas_input.nama
        raise ValidationError(
            {
                "nomor": f"Lembar {kini.nomor_formulir(nomor)} sudah diketik {siapa}. Isian ini belum tersimpan. "
                "Periksa nomor pada kertas."
            }
        )
    return LembarKertas.objects.create(
        batch=kini,
        nomor=nomor,
        kiriman=kiriman,
        petugas_input=oleh,
        orang_dalam=orang_dalam(oleh, kini.survei),
        diketik_pada=hari_ini(),
        isian=_periksa(kini, isian),
    )


@transaction.atomic
def urungkan_lembar(*, lembar: LembarKertas, oleh: Pengguna) -> dict[str, Any]:
    """Take the own last sheet back while the bundle is being typed; returns what was typed, for the form.

    Raises ``PermissionDenied`` or ``ValidationError``.
    """
    kini = ambil_batch(lembar.batch, (StatusBatch.DIKETIK.value,))
    satu = LembarKertas.objects.filter(pk=lembar.pk, batch=kini, status=StatusLembar.DIKETIK.value).first()
    if satu is None:
        raise ValidationError("Lembar itu sudah diurungkan.")
    if satu.petugas_input_id != oleh.pk:
        raise PermissionDenied
    terakhir = kini.lembar.filter(petugas_input=oleh, status=StatusLembar.DIKETIK.value).latest("pk")
    if terakhir.pk != satu.pk:
        raise ValidationError("Hanya lembar terakhir yang dapat diurungkan. Minta pengelola membatalkan yang lain.")
    isi = satu.tertulis
    catat(pelaku=oleh, aksi="survei.kertas.urungkan", objek=kini, sebelum={"nomor": satu.nomor})
    satu.delete()
    return isi


@transaction.atomic
def batalkan_lembar(*, lembar: LembarKertas, alasan: str, oleh: Pengguna) -> None:
    """Void a sheet with a reason before it is counted; its number may be typed again while the bundle is typed.

    Raises ``PermissionDenied`` or ``ValidationError``.
    """
    if not boleh_mengelola(oleh):
        raise PermissionDenied
    alasan = wajib_ditulis(alasan)
    kini = ambil_batch(lembar.batch)
    satu = LembarKertas.objects.filter(pk=lembar.pk, batch=kini, status=StatusLembar.DIKETIK.value).first()
    if satu is None:
        raise ValidationError("Lembar itu sudah dibatalkan.")
    satu.status, satu.alasan_batal, satu.isian, satu.isian_kedua = StatusLembar.BATAL.value, alasan, None, None
    satu.save(update_fields=["status", "alasan_batal", "isian", "isian_kedua"])
    catat(pelaku=oleh, aksi="survei.kertas.lembar_batal", objek=kini, sesudah={"nomor": satu.nomor}, keterangan=alasan)
    if satu.contoh:
        ganti_contoh(kini)


@transaction.atomic
def ketik_kedua(*, lembar: LembarKertas, isian: Mapping[str, Any], oleh: Pengguna) -> LembarKertas:
    """Store the second entry of a sheet of the sample, typed by somebody else, and compare.

    Raises ``PermissionDenied`` or ``ValidationError``.
    """
    _pengetik(lembar.batch, oleh)
    kini = ambil_batch(lembar.batch, (StatusBatch.DIPERIKSA.value,))
    satu = LembarKertas.objects.filter(pk=lembar.pk, batch=kini, contoh=True, status=StatusLembar.DIKETIK.value).first()
    if satu is None:
        raise ValidationError("Lembar itu tidak perlu diketik lagi.")
    if satu.petugas_input_id == oleh.pk:
        raise ValidationError("Lembar ini Anda ketik sendiri. Yang mengetik kedua kali harus orang lain.")
    if satu.petugas_kedua_id is not None:
        raise ValidationError("Lembar ini sudah diketik orang kedua.")
    # A suggestion is typed once: two people never word it alike.
    kedua = _periksa(kini, dict(isian) | {"saran": ""})
    beda, banyak = medan_berbeda(satu.tertulis, kedua)
    satu.petugas_kedua, satu.isian_kedua, satu.dibandingkan, satu.berbeda = oleh, kedua, banyak, len(beda)
    satu.save(update_fields=["petugas_kedua", "isian_kedua", "dibandingkan", "berbeda"])
    return satu


@transaction.atomic
def koreksi_lembar(*, lembar: LembarKertas, isian: Mapping[str, Any], alasan: str, oleh: Pengguna) -> None:
    """Store what really stands on the paper where two entries differ, with the reason; not by the first typist.

    Raises ``PermissionDenied`` or ``ValidationError``.
    """
    if not boleh_mengelola(oleh):
        raise PermissionDenied
    alasan = wajib_ditulis(alasan, "Tulis alasan perbaikan, misalnya salah ketik atau tulisan tidak terbaca.")
    kini = ambil_batch(lembar.batch, (StatusBatch.DIPERIKSA.value,))
    satu = LembarKertas.objects.filter(pk=lembar.pk, batch=kini, status=StatusLembar.DIKETIK.value).first()
    if satu is None or not satu.perlu_koreksi:
        raise ValidationError("Lembar itu tidak menunggu perbaikan.")
    if satu.petugas_input_id == oleh.pk:
        raise ValidationError("Lembar ini Anda ketik sendiri. Yang memperbaiki harus orang lain.")
    baru = _periksa(kini, dict(isian) | {"saran": satu.tertulis["saran"]})
    diubah, _ = medan_berbeda(satu.tertulis, baru)
    satu.isian, satu.dikoreksi_oleh, satu.alasan_koreksi = baru, oleh, alasan
    satu.save(update_fields=["isian", "dikoreksi_oleh", "alasan_koreksi"])
    # Which fields, not what stands in them: the audit keeps no answers.
    catat(
        pelaku=oleh,
        aksi="survei.kertas.koreksi",
        objek=kini,
        sesudah={"nomor": satu.nomor, "medan": diubah},
        keterangan=alasan,
    )
