"""Late actions climb: owner, superior, camat; nobody is told twice of the same due day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.urls import reverse

from forum.models import AksiForum, AturanForum
from forum.perhitungan.aksi import Tingkat, tingkat_diberi_tahu
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.enums import JenisUnit
from rakumpit.organisasi.kalender import libur_antara
from rakumpit.organisasi.models import Penugasan, UnitKerja
from rakumpit.waktu import format_tanggal, hari_ini

_KALIMAT = {
    Tingkat.PEMILIK: "Tindakan ini menjadi tugas Anda. Laporkan kemajuannya, atau tunda dengan alasan.",
    Tingkat.ATASAN: "Tindakan di unit Anda belum selesai.",
    Tingkat.CAMAT: "Tindakan ini belum selesai dan sudah lama lewat tenggat.",
}


@transaction.atomic
def naikkan_aksi() -> int:
    """Tell everybody who must know by today; safe to run as often as one likes. Returns the late actions."""
    hari = hari_ini()
    lambat = list(
        AksiForum.objects.terlambat(hari)
        .filter(kesepakatan__sesi__berita_acara__status="ditandatangani")
        .select_related("penanggung_jawab__unit")
        .distinct()
    )
    if not lambat:
        return 0
    aturan = AturanForum.pada(hari)
    libur = libur_antara(min(satu.tenggat for satu in lambat), hari)
    induk = UnitKerja.objects.induk_dari()
    kecamatan = set(UnitKerja.objects.filter(jenis=JenisUnit.KECAMATAN.value).values_list("pk", flat=True))
    pemegang, pemimpin = _pemegang()
    for aksi in lambat:
        tujuan = _tujuan(aksi, pemegang, pemimpin, induk, kecamatan)
        for tingkat in tingkat_diberi_tahu(
            aksi.tenggat, hari, libur, hari_atasan=aturan.hari_atasan, hari_camat=aturan.hari_camat
        ):
            for akun in tujuan[tingkat]:
                kirim(
                    penerima_id=akun,
                    kunci=f"forum.aksi.{aksi.uuid}.{aksi.tenggat}.{tingkat.value}",
                    judul=f"Tindak lanjut forum terlambat: {aksi.uraian}",
                    isi=f"Tenggatnya {format_tanggal(aksi.tenggat)}. {_KALIMAT[tingkat]}",
                    tautan=reverse("forum:aksi", args=[aksi.uuid]),
                )
    return len(lambat)


def _pemegang() -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """Accounts by the post that they hold today, and by the unit that they lead."""
    jabatan: dict[int, list[int]] = {}
    unit: dict[int, list[int]] = {}
    for jabatan_id, memimpin, unit_id, pegawai, luar in Penugasan.objects.pada(hari_ini()).values_list(
        "jabatan_id",
        "jabatan__memimpin",
        "jabatan__unit_id",
        "pegawai__pengguna_id",
        "pejabat_luar__pengguna_id",
    ):
        akun = pegawai or luar
        if akun is None:
            continue
        jabatan.setdefault(jabatan_id, []).append(akun)
        if memimpin:
            unit.setdefault(unit_id, []).append(akun)
    return jabatan, unit


def _tujuan(
    aksi: AksiForum,
    pemegang: Mapping[int, Sequence[int]],
    pemimpin: Mapping[int, Sequence[int]],
    induk: Mapping[int, int | None],
    kecamatan: set[int],
) -> dict[Tingkat, list[int]]:
    """Accounts of each level; the superior of a leading post leads the next unit above that has a leader."""
    jabatan = aksi.penanggung_jawab
    mulai: int | None = induk.get(jabatan.unit_id) if jabatan.memimpin else jabatan.unit_id
    atas = mulai
    while atas is not None and atas not in pemimpin:
        atas = induk.get(atas)
    pucuk: int | None = jabatan.unit_id
    while pucuk is not None and pucuk not in kecamatan:
        pucuk = induk.get(pucuk)
    return {
        Tingkat.PEMILIK: list(pemegang.get(jabatan.pk, ())),
        Tingkat.ATASAN: list(pemimpin.get(atas, ())) if atas is not None else [],
        Tingkat.CAMAT: list(pemimpin.get(pucuk, ())) if pucuk is not None else [],
    }
