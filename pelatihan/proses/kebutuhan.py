"""Needs of training: known from a gap, an evaluation, the survey, the forum, or the person's own wish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from pelatihan.enums import Prioritas, StatusKebutuhan, SumberKebutuhan
from pelatihan.models import KebutuhanPelatihan
from pelatihan.permissions import atasan_langsung, boleh_mengelola
from pelatihan.proses.galat import ProsesDitolak, wajib_diisi
from pelatihan.ringkasan.calon import calon_untuk
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import UnitKerja
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from pelatihan.models import Kompetensi
    from rakumpit.organisasi.models import Pegawai, Pengguna


@transaction.atomic
def usulkan_kebutuhan(
    *,
    sumber: SumberKebutuhan,
    judul: str,
    pegawai: Pegawai | None = None,
    unit: UnitKerja | None = None,
    uraian: str = "",
    kompetensi: Kompetensi | None = None,
    prioritas: Prioritas = Prioritas.SEDANG,
    kunci_asal: str = "",
    oleh: Pengguna | None = None,
) -> KebutuhanPelatihan:
    """Keep a need of a person or of a unit. ``oleh`` is None when a computation tells it.

    ``kunci_asal`` names the row from which it comes: told again, the need that is there comes back unchanged.
    """
    judul = wajib_diisi(judul, "Tulis apa yang perlu dipelajari.", maks=200)
    if pegawai is None and unit is None:
        raise ProsesDitolak("Pilih pegawai atau unit yang memerlukannya.")
    isi = {
        "pegawai": pegawai,
        "unit": unit,
        "sumber": sumber.value,
        "judul": judul,
        "uraian": uraian.strip(),
        "kompetensi": kompetensi,
        "prioritas": prioritas.value,
        "dibuat_oleh": oleh,
        "dibuat_pada": hari_ini(),
    }
    if kunci_asal:
        baris, baru = KebutuhanPelatihan.objects.get_or_create(kunci_asal=kunci_asal, defaults=isi)
    else:
        baris, baru = KebutuhanPelatihan.objects.create(**isi), True
    if baru:
        catat(
            pelaku=oleh,
            aksi="pelatihan.kebutuhan.usul",
            objek=baris,
            sesudah={"judul": judul, "sumber": sumber.value, "asal": kunci_asal},
        )
    return baris


def jadikan_kebutuhan(*, kunci: str, oleh: Pengguna) -> KebutuhanPelatihan:
    """Make a need of the unit from what citizens told (a weak element, an action, a complaint); pressed again, the need
    that is there comes back. By the pengelola, or who leads the unit or one above it."""
    calon = next((satu for satu in calon_untuk(oleh) if satu.kunci == kunci), None)
    if calon is None:
        raise ProsesDitolak("Baris itu sudah selesai atau bukan milik unit Anda. Muat ulang halaman.")
    # Of a row that had no follow-up yet when it was pressed.
    lama: KebutuhanPelatihan | None = (
        KebutuhanPelatihan.objects.filter(kunci_asal=calon.kunci_lain).first() if calon.kunci_lain else None
    )
    if lama is not None:
        return lama
    return usulkan_kebutuhan(
        sumber=SumberKebutuhan(calon.sumber),
        judul=calon.judul,
        unit=UnitKerja.objects.get(pk=calon.unit_id),
        uraian=f"{calon.nomor}. {calon.uraian}",
        kunci_asal=calon.kunci,
        oleh=oleh,
    )


@transaction.atomic
def tutup_kebutuhan(*, kebutuhan: KebutuhanPelatihan, oleh: Pengguna, alasan: str) -> None:
    """Say that no training follows, with the reason: the unit kepegawaian, or the person's superior."""
    alasan = wajib_diisi(alasan, "Tulis alasan menutup kebutuhan ini.")
    baris: KebutuhanPelatihan = (
        KebutuhanPelatihan.objects.select_for_update(of=("self",)).select_related("pegawai").get(pk=kebutuhan.pk)
    )
    if not boleh_menutup(oleh, baris):
        raise ProsesDitolak("Kebutuhan ditutup oleh pengelola atau atasan langsung.")
    if baris.status != StatusKebutuhan.TERBUKA.value:
        raise ProsesDitolak(f"Kebutuhan ini berstatus {baris.get_status_display().lower()}.")
    baris.status, baris.alasan_tutup = StatusKebutuhan.DITUTUP.value, alasan
    baris.save(update_fields=["status", "alasan_tutup"])
    catat(pelaku=oleh, aksi="pelatihan.kebutuhan.tutup", objek=baris, keterangan=alasan)


def boleh_menutup(pengguna: Pengguna, kebutuhan: KebutuhanPelatihan) -> bool:
    """The pengelola; for a person also the direct superior; nobody for himself."""
    pegawai = kebutuhan.pegawai
    if pegawai is None:
        return boleh_mengelola(pengguna)
    if pegawai.pengguna_id == pengguna.pk:
        return False
    return boleh_mengelola(pengguna) or atasan_langsung(pengguna, pegawai)
