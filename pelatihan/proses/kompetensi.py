"""Levels that people have reached, and the needs that follow from a gap."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from pelatihan.enums import SumberKebutuhan, SumberPenilaian
from pelatihan.models import Kompetensi, PenilaianKompetensi
from pelatihan.permissions import boleh_menilai_kompetensi
from pelatihan.proses.galat import ProsesDitolak, wajib_diisi
from pelatihan.proses.kebutuhan import usulkan_kebutuhan
from pelatihan.ringkasan.kompetensi import kesenjangan_pegawai
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import hari_ini


@transaction.atomic
def nilai_kompetensi(
    *,
    pegawai: Pegawai,
    oleh: Pengguna,
    level: dict[Kompetensi, int],
    sumber: SumberPenilaian,
    tanggal: date,
    keterangan: str = "",
) -> list[PenilaianKompetensi]:
    """Write down levels of a person; each gap that follows becomes a need, once for each assessment."""
    if not boleh_menilai_kompetensi(oleh, pegawai):
        raise ProsesDitolak("Level kompetensi dicatat atasan langsung atau pengelola, bukan pegawainya sendiri.")
    if not level:
        raise ProsesDitolak("Isi paling sedikit satu level. Yang belum dinilai dibiarkan kosong.")
    if tanggal > hari_ini():
        raise ProsesDitolak("Tanggal penilaian belum tiba.")
    if any(not 1 <= satu <= 5 for satu in level.values()):
        raise ProsesDitolak("Level adalah 1 sampai 5.")
    Pegawai.objects.select_for_update().get(pk=pegawai.pk)
    hasil = []
    for kompetensi, nilai in level.items():
        baris = PenilaianKompetensi.objects.create(
            pegawai=pegawai,
            kompetensi=kompetensi,
            level=nilai,
            sumber=sumber.value,
            tanggal=tanggal,
            keterangan=keterangan.strip()[:300],
            dinilai_oleh=oleh,
        )
        catat(
            pelaku=oleh,
            aksi="pelatihan.kompetensi.nilai",
            objek=baris,
            sesudah={"kompetensi": kompetensi.kode, "level": nilai, "sumber": sumber.value},
        )
        hasil.append(baris)
    _kebutuhan(pegawai, {satu.kompetensi.kode: satu for satu in hasil})
    return hasil


def _kebutuhan(pegawai: Pegawai, baru: dict[str, PenilaianKompetensi]) -> None:
    for satu in kesenjangan_pegawai(pegawai).baris:
        penilaian = baru.get(satu.kompetensi)
        if penilaian is None or satu.selisih is None or satu.selisih >= 0:
            continue
        usulkan_kebutuhan(
            sumber=SumberKebutuhan.KESENJANGAN,
            judul=f"{penilaian.kompetensi.nama}: dari level {satu.aktual} ke {satu.standar}",
            pegawai=pegawai,
            kompetensi=penilaian.kompetensi,
            kunci_asal=f"kompetensi:{penilaian.uuid}",
        )


@transaction.atomic
def batalkan_penilaian(*, penilaian: PenilaianKompetensi, oleh: Pengguna, alasan: str) -> None:
    """Void a level that was written by mistake; the one before counts again."""
    alasan = wajib_diisi(alasan, "Tulis alasan membatalkan.")
    baris: PenilaianKompetensi = (
        PenilaianKompetensi.objects.select_for_update(of=("self",)).select_related("pegawai").get(pk=penilaian.pk)
    )
    if not boleh_menilai_kompetensi(oleh, baris.pegawai):
        raise ProsesDitolak("Level dibatalkan atasan langsung atau pengelola, bukan pegawainya sendiri.")
    if baris.alasan_batal:
        raise ProsesDitolak("Penilaian ini sudah dibatalkan.")
    baris.alasan_batal = alasan
    baris.save(update_fields=["alasan_batal"])
    catat(pelaku=oleh, aksi="pelatihan.kompetensi.batal", objek=baris, keterangan=alasan)
