"""The life of a follow-up: diusulkan → disetujui → berjalan → selesai, or batal. Each step once, audited."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q

from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Jabatan, Penugasan, UnitKerja
from rakumpit.waktu import format_tanggal, hari_ini
from survei.enums.tindak_lanjut import LABEL_STATUS_TINDAK_LANJUT, TERBUKA, StatusTindakLanjut
from survei.models import HasilSurvei, Survei, TindakLanjut
from survei.permissions import (
    boleh_membatalkan,
    boleh_mengerjakan,
    boleh_mengubah,
    boleh_mengusulkan,
    boleh_menyetujui,
)
from survei.proses.berkas import periksa_berkas, simpan_berkas

if TYPE_CHECKING:
    from django.core.files.base import File
    from django.db.models import QuerySet

    from rakumpit.organisasi.models import Pengguna

_ISI = ("masalah", "akar", "tindakan", "penanggung_jawab_id", "batas")


def calon_penanggung_jawab(survei: Survei) -> QuerySet[Jabatan]:
    """Posts that somebody holds today: of the unit and those below it, and the leading posts above it."""
    induk = UnitKerja.objects.induk_dari()
    atas: list[int] = []
    unit = induk.get(survei.unit_id)
    while unit is not None:
        atas.append(unit)
        unit = induk.get(unit)
    return (
        Jabatan.objects.filter(
            Q(unit_id__in=UnitKerja.objects.turunan_id([survei.unit_id])) | Q(unit_id__in=atas, memimpin=True)
        )
        .filter(pk__in=Penugasan.objects.pada(hari_ini()).values("jabatan_id"))
        .select_related("unit")
        .order_by("-memimpin", "unit__nama", "nama", "urut")
    )


def _rapi(teks: str, kurang: str) -> str:
    isi = teks.strip()
    if not isi:
        raise ValidationError(kurang)
    return isi


def _periksa_isi(
    survei: Survei, *, masalah: str, akar: str, tindakan: str, penanggung_jawab: Jabatan, batas: date
) -> dict[str, Any]:
    if batas < hari_ini():
        raise ValidationError(
            {"batas": f"Tenggat {format_tanggal(batas)} sudah lewat. Pilih hari ini atau sesudahnya."}
        )
    if not calon_penanggung_jawab(survei).filter(pk=penanggung_jawab.pk).exists():
        raise ValidationError("Penanggung jawab harus jabatan di unit ini atau pemimpin unit di atasnya.")
    return {
        "masalah": _rapi(masalah, "Tulis masalahnya."),
        "akar": _rapi(akar, "Tulis akar masalahnya."),
        "tindakan": _rapi(tindakan, "Tulis tindakannya."),
        "penanggung_jawab": penanggung_jawab,
        "batas": batas,
    }


@transaction.atomic
def usulkan(
    *,
    kode: UUID,
    survei: Survei,
    oleh: Pengguna,
    kode_unsur: str,
    masalah: str,
    akar: str,
    tindakan: str,
    penanggung_jawab: Jabatan,
    batas: date,
) -> TindakLanjut:
    """Propose an action for one element of the newest result. ``kode`` is made by the form: sent twice, stored once.

    Raises ``PermissionDenied`` or ``ValidationError``.
    """
    if not boleh_mengusulkan(oleh, survei):
        raise PermissionDenied
    terkunci = Survei.objects.select_for_update(of=("self",)).get(pk=survei.pk)
    ada = TindakLanjut.objects.filter(uuid=kode).select_related("hasil").first()
    if ada is not None:
        if (ada.diusulkan_oleh_id, ada.hasil.survei_id, ada.kode_unsur) != (oleh.pk, terkunci.pk, kode_unsur):
            raise ValidationError("Formulir ini sudah dipakai. Muat ulang halaman, lalu isi lagi.")
        return ada
    if not terkunci.hitungan_final:
        raise ValidationError("Tindak lanjut disusun sesudah survei dikunci.")
    hasil = HasilSurvei.objects.berlaku().get(survei=terkunci)
    if kode_unsur not in hasil.rincian["unsur"]:
        raise ValidationError("Pilih salah satu unsur survei ini.")
    isi = _periksa_isi(
        terkunci, masalah=masalah, akar=akar, tindakan=tindakan, penanggung_jawab=penanggung_jawab, batas=batas
    )
    baris = TindakLanjut.objects.create(
        uuid=kode, hasil=hasil, kode_unsur=kode_unsur, diusulkan_oleh=oleh, diusulkan_pada=hari_ini(), **isi
    )
    catat(pelaku=oleh, aksi="survei.tindaklanjut.usul", objek=baris, sesudah={"kode_unsur": kode_unsur} | _nilai(baris))
    return baris


def _nilai(baris: TindakLanjut) -> dict[str, Any]:
    return {nama: getattr(baris, nama) for nama in _ISI}


def _ambil(
    tindak: TindakLanjut,
    oleh: Pengguna,
    versi: int,
    boleh: Callable[[Pengguna, TindakLanjut], bool],
    dari: tuple[str, ...],
) -> TindakLanjut:
    """The row, locked, if this person may take the step, saw its present version, and it stands where that begins."""
    baris: TindakLanjut = (
        TindakLanjut.objects.select_for_update(of=("self",)).select_related("hasil__survei").get(pk=tindak.pk)
    )
    if not boleh(oleh, baris):
        raise PermissionDenied
    if baris.status not in dari:
        kini = LABEL_STATUS_TINDAK_LANJUT[StatusTindakLanjut(baris.status)].lower()
        raise ValidationError(f"Tindak lanjut ini berstatus {kini}, jadi langkah itu tidak dapat diambil lagi.")
    if baris.versi != versi:
        raise ValidationError("Isinya baru saja diubah orang lain. Periksa isi yang baru, lalu ulangi.")
    return baris


def _simpan(baris: TindakLanjut, oleh: Pengguna, kata: str, **isi: Any) -> TindakLanjut:
    sebelum = {nama: getattr(baris, nama) for nama in isi}
    for nama, nilai in isi.items():
        setattr(baris, nama, nilai)
    baris.versi += 1
    baris.save(update_fields=[*isi, "versi"])
    catat(
        pelaku=oleh,
        aksi=f"survei.tindaklanjut.{kata}",
        objek=baris,
        sebelum={nama: _tulis(nilai) for nama, nilai in sebelum.items()},
        sesudah={nama: _tulis(nilai) for nama, nilai in isi.items()},
    )
    return baris


def _tulis(nilai: Any) -> Any:
    """A row as its number: the audit keeps plain values."""
    return getattr(nilai, "pk", nilai)


@transaction.atomic
def ubah(
    *,
    tindak: TindakLanjut,
    oleh: Pengguna,
    versi: int,
    masalah: str,
    akar: str,
    tindakan: str,
    penanggung_jawab: Jabatan,
    batas: date,
) -> TindakLanjut:
    """Mend a proposal that nobody has agreed to yet."""
    baris = _ambil(tindak, oleh, versi, boleh_mengubah, (StatusTindakLanjut.DIUSULKAN.value,))
    isi = _periksa_isi(
        baris.hasil.survei,
        masalah=masalah,
        akar=akar,
        tindakan=tindakan,
        penanggung_jawab=penanggung_jawab,
        batas=batas,
    )
    return _simpan(baris, oleh, "ubah", **isi)


@transaction.atomic
def setujui(*, tindak: TindakLanjut, oleh: Pengguna, versi: int) -> TindakLanjut:
    """Agree; from now on the public sees action, post and due day."""
    baris = _ambil(tindak, oleh, versi, boleh_menyetujui, (StatusTindakLanjut.DIUSULKAN.value,))
    if baris.batas < hari_ini():
        raise ValidationError(
            f"Tenggat {format_tanggal(baris.batas)} sudah lewat. Minta pengusul mengubahnya, lalu setujui."
        )
    return _simpan(
        baris,
        oleh,
        "setujui",
        status=StatusTindakLanjut.DISETUJUI.value,
        disetujui_oleh=oleh,
        disetujui_pada=hari_ini(),
    )


@transaction.atomic
def mulai(*, tindak: TindakLanjut, oleh: Pengguna, versi: int) -> TindakLanjut:
    """Say that the work has begun."""
    baris = _ambil(tindak, oleh, versi, boleh_mengerjakan, (StatusTindakLanjut.DISETUJUI.value,))
    return _simpan(baris, oleh, "mulai", status=StatusTindakLanjut.BERJALAN.value)


@transaction.atomic
def selesaikan(
    *, tindak: TindakLanjut, oleh: Pengguna, versi: int, bukti: str, berkas: Sequence[File] = ()
) -> TindakLanjut:
    """Say that it is done and what can be seen of it, with photos or documents that show it; all of them or nothing."""
    diperiksa = periksa_berkas(berkas)
    baris = _ambil(tindak, oleh, versi, boleh_mengerjakan, (StatusTindakLanjut.BERJALAN.value,))
    with ExitStack() as tersimpan:
        for satu in diperiksa:
            tersimpan.enter_context(simpan_berkas(baris, satu, oleh))
        return _selesai(baris, oleh, bukti)


def _selesai(baris: TindakLanjut, oleh: Pengguna, bukti: str) -> TindakLanjut:
    return _simpan(
        baris,
        oleh,
        "selesai",
        bukti=_rapi(bukti, "Tulis apa yang sudah dikerjakan dan buktinya."),
        status=StatusTindakLanjut.SELESAI.value,
        berakhir_pada=hari_ini(),
    )


@transaction.atomic
def batalkan(*, tindak: TindakLanjut, oleh: Pengguna, versi: int, alasan: str) -> TindakLanjut:
    """Give it up, with a reason that is shown wherever the promise was shown."""
    baris = _ambil(tindak, oleh, versi, boleh_membatalkan, TERBUKA)
    return _simpan(
        baris,
        oleh,
        "batal",
        alasan_batal=_rapi(alasan, "Tulis alasan pembatalan."),
        status=StatusTindakLanjut.BATAL.value,
        berakhir_pada=hari_ini(),
    )
