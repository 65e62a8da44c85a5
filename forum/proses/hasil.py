"""What was said and agreed, written while the session goes on and until it is signed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max, QuerySet

from forum.enums.berita_acara import JenisKesepakatan, KeputusanMasukan
from forum.models import AksiForum, Kesepakatan, Masukan, RiwayatAksi, SesiForum
from forum.perhitungan.sesi import MENCATAT
from forum.permissions.sesi import boleh_mencatat
from forum.proses.versi import kunci_baris, simpan_baris, wajib
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Jabatan, Penugasan, UnitKerja
from rakumpit.waktu import format_tanggal, hari_ini

if TYPE_CHECKING:
    from django.db.models import Model

    from rakumpit.organisasi.models import Pengguna

_TERTUTUP = "Ini ditulis sejak sesi dimulai sampai berita acara ditandatangani."
_DIPAKAI = "Formulir ini sudah dipakai. Muat ulang halaman, lalu isi lagi."


def periksa_mencatat(sesi: SesiForum, oleh: Pengguna) -> SesiForum:
    """The session, locked, while its results may be written."""
    if not boleh_mencatat(oleh, sesi.unit_id):
        raise PermissionDenied
    baris = kunci_baris(sesi, None)
    if baris.status not in MENCATAT:
        raise ValidationError(_TERTUTUP)
    return baris


def _nomor(semua: QuerySet[Any]) -> int:
    return (semua.aggregate(nomor=Max("nomor"))["nomor"] or 0) + 1


def _periksa_masukan(isi: dict[str, Any]) -> None:
    isi["uraian"] = wajib(isi["uraian"], "Tulis masukannya.")
    isi["jawaban"] = isi["jawaban"].strip()
    if isi["keputusan"] != KeputusanMasukan.BELUM and not isi["jawaban"]:
        raise ValidationError({"jawaban": "Keputusan memerlukan jawaban: tulis apa yang dijawab kantor."})


@transaction.atomic
def tambah_masukan(*, sesi: SesiForum, oleh: Pengguna, kode: UUID, **isi: Any) -> Masukan:
    """The next thing that was said. ``isi``: unsur, penyampai, uraian, agenda, jawaban, keputusan."""
    baris = periksa_mencatat(sesi, oleh)
    ada = Masukan.objects.filter(uuid=kode).first()
    if ada is not None:
        if ada.sesi_id != baris.pk:
            raise ValidationError(_DIPAKAI)
        return ada
    _periksa_masukan(isi)
    masukan = Masukan.objects.create(uuid=kode, sesi=baris, nomor=_nomor(baris.masukan.all()), diubah_oleh=oleh, **isi)
    catat(pelaku=oleh, aksi="forum.masukan.tambah", objek=masukan, sesudah={"nomor": masukan.nomor})
    return masukan


@transaction.atomic
def ubah_masukan(*, masukan: Masukan, oleh: Pengguna, versi: int, **isi: Any) -> Masukan:
    """Mend the words, answer, decide."""
    periksa_mencatat(masukan.sesi, oleh)
    baris = kunci_baris(masukan, versi)
    _periksa_masukan(isi)
    simpan_baris(baris, oleh, "masukan.ubah", **isi)
    return baris


def _periksa_kesepakatan(isi: dict[str, Any]) -> None:
    isi["uraian"] = wajib(isi["uraian"], "Tulis kesepakatannya.")
    isi["alasan"] = isi["alasan"].strip()
    if isi["disepakati"] == bool(isi["alasan"]):
        raise ValidationError({"alasan": "Tulis mengapa tidak disepakati, hanya bila memang tidak disepakati."})
    if (isi["jenis"] == JenisKesepakatan.STANDAR) != bool(isi["layanan"]):
        raise ValidationError({"layanan": "Pilih layanan, hanya untuk pembaruan standar pelayanan."})


@transaction.atomic
def tambah_kesepakatan(*, sesi: SesiForum, oleh: Pengguna, kode: UUID, **isi: Any) -> Kesepakatan:
    """The next agreement, or what could not be agreed. ``isi``: uraian, disepakati, alasan, jenis, layanan."""
    baris = periksa_mencatat(sesi, oleh)
    ada = Kesepakatan.objects.filter(uuid=kode).first()
    if ada is not None:
        if ada.sesi_id != baris.pk:
            raise ValidationError(_DIPAKAI)
        return ada
    _periksa_kesepakatan(isi)
    sepakat = Kesepakatan.objects.create(
        uuid=kode, sesi=baris, nomor=_nomor(baris.kesepakatan.all()), diubah_oleh=oleh, **isi
    )
    catat(pelaku=oleh, aksi="forum.kesepakatan.tambah", objek=sepakat, sesudah={"nomor": sepakat.nomor})
    return sepakat


@transaction.atomic
def ubah_kesepakatan(*, kesepakatan: Kesepakatan, oleh: Pengguna, versi: int, **isi: Any) -> Kesepakatan:
    """Mend an agreement until it is signed."""
    periksa_mencatat(kesepakatan.sesi, oleh)
    baris = kunci_baris(kesepakatan, versi)
    _periksa_kesepakatan(isi)
    if not isi["disepakati"] and baris.aksi.exists():
        raise ValidationError({"disepakati": "Kesepakatan ini sudah punya tindak lanjut, jadi tetap disepakati."})
    simpan_baris(baris, oleh, "kesepakatan.ubah", **isi)
    return baris


def calon_penanggung_jawab(unit_id: int) -> QuerySet[Jabatan]:
    """Posts that somebody holds today: in the unit, below it, and the leading posts of the units above it."""
    induk = UnitKerja.objects.induk_dari()
    atas: list[int] = []
    unit = induk.get(unit_id)
    while unit is not None:
        atas.append(unit)
        unit = induk.get(unit)
    kini = Penugasan.objects.pada(hari_ini()).values("jabatan_id")
    di_unit = Jabatan.objects.filter(unit_id__in=UnitKerja.objects.turunan_id([unit_id]))
    return (
        (di_unit | Jabatan.objects.filter(unit_id__in=atas, memimpin=True))
        .filter(pk__in=kini)
        .select_related("unit")
        .order_by("-memimpin", "unit__nama", "nama", "urut")
    )


@transaction.atomic
def rencanakan_aksi(
    *,
    kesepakatan: Kesepakatan,
    oleh: Pengguna,
    kode: UUID,
    uraian: str,
    penanggung_jawab: Jabatan,
    tenggat: date,
    prioritas: str,
    indikator: str,
    sumber_daya: str = "",
) -> AksiForum:
    """An action of the plan that is signed with the record."""
    sesi = periksa_mencatat(kesepakatan.sesi, oleh)
    ada = AksiForum.objects.filter(uuid=kode).first()
    if ada is not None:
        if ada.kesepakatan_id != kesepakatan.pk:
            raise ValidationError(_DIPAKAI)
        return ada
    if not kesepakatan.disepakati:
        raise ValidationError("Yang tidak disepakati tidak punya tindak lanjut.")
    return buat_aksi(
        kesepakatan=kesepakatan,
        unit_id=sesi.unit_id,
        oleh=oleh,
        uuid=kode,
        uraian=wajib(uraian, "Tulis tindakannya."),
        penanggung_jawab=penanggung_jawab,
        tenggat=tenggat,
        prioritas=prioritas,
        indikator=wajib(indikator, "Tulis tanda bahwa tindakan ini selesai."),
        sumber_daya=sumber_daya.strip(),
    )


def buat_aksi(*, unit_id: int, oleh: Pengguna, **isi: Any) -> AksiForum:
    """A new action with the first line of its timeline; post and due day checked."""
    if isi["tenggat"] < hari_ini():
        raise ValidationError(
            {"tenggat": f"Tenggat {format_tanggal(isi['tenggat'])} sudah lewat. Pilih hari ini atau sesudahnya."}
        )
    jabatan: Model = isi["penanggung_jawab"]
    if not calon_penanggung_jawab(unit_id).filter(pk=jabatan.pk).exists():
        raise ValidationError(
            {"penanggung_jawab": "Pilih jabatan di unit ini, di bawahnya, atau pemimpin unit di atasnya."}
        )
    aksi = AksiForum.objects.create(diubah_oleh=oleh, **isi)
    RiwayatAksi.objects.create(
        aksi=aksi, tanggal=hari_ini(), status=aksi.status, persen=0, tenggat=aksi.tenggat, oleh=oleh
    )
    catat(
        pelaku=oleh,
        aksi="forum.aksi.rencana",
        objek=aksi,
        sesudah={"uraian": aksi.uraian, "tenggat": aksi.tenggat.isoformat(), "jabatan": jabatan.pk},
    )
    return aksi
