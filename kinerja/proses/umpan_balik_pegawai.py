"""Feedback between people: asked for or not, signed or without a name, answered once.

A note without a name leaves no audit entry, no notice and no time: each of them would name its author to whoever knows
who was at work at that moment. It is released with the others of its quarter by ``lepaskan_tanpa_nama``.
"""

from __future__ import annotations

import random

from django.db import transaction

from kinerja.models import SKP, PermintaanUmpanBalik, RencanaHasilKerja, UmpanBalik
from kinerja.perhitungan import NilaiDasar, Penilai
from kinerja.perhitungan.triwulan import awal_triwulan
from kinerja.permissions.umpan_balik import hubungan_kini, tanda_penulis
from kinerja.proses.galat import ProsesDitolak, tolak_kembar, wajib_diisi
from kinerja.proses.kendala import pegawai_berskp
from kinerja.proses.simpan import kunci_orang
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Pengguna
from rakumpit.waktu import hari_ini

_acak = random.SystemRandom()


@transaction.atomic
def minta_umpan_balik(*, oleh: Pengguna, kepada: Pegawai, pertanyaan: str) -> PermintaanUmpanBalik:
    """Ask a colleague or the superior for feedback, once in a quarter."""
    pegawai, hari = pegawai_berskp(oleh), hari_ini()
    if kepada.pengguna is None or hubungan_kini(kepada.pengguna, pegawai) is None:
        raise ProsesDitolak("Umpan balik diminta dari pegawai lain yang aktif dan mempunyai akun.")
    pertanyaan = wajib_diisi(pertanyaan, "Tulis apa yang ingin Anda ketahui, misalnya cara Anda memimpin rapat.")
    permintaan, baru = PermintaanUmpanBalik.objects.get_or_create(
        pegawai=pegawai,
        kepada=kepada,
        triwulan=awal_triwulan(hari),
        defaults={"pertanyaan": pertanyaan, "tanggal": hari},
    )
    if not baru:
        raise ProsesDitolak(f"Umpan balik dari {kepada} sudah Anda minta dalam triwulan ini.")
    catat(pelaku=oleh, aksi="kinerja.umpan_balik.minta", objek=permintaan, sesudah={"kepada": str(kepada.uuid)})
    kirim(
        penerima_id=kepada.pengguna.pk,
        kunci=f"umpan-balik-minta:{permintaan.uuid}",
        judul=f"{pegawai} meminta umpan balik Anda",
        isi=pertanyaan,
        tautan=f"/kinerja/umpan-balik/beri/{pegawai.uuid}/",
    )
    return permintaan


@transaction.atomic
def beri_umpan_balik(
    *,
    pegawai: Pegawai,
    oleh: Pengguna,
    isi: str,
    nilai_dasar: str = "",
    rencana: RencanaHasilKerja | None = None,
) -> UmpanBalik:
    """Give signed feedback; the relation of this day is stored. Only a superior names a planned result.

    The same words on the same day are one note.
    """
    hubungan = _hubungan(oleh, pegawai)
    isi = _periksa_isi(isi, nilai_dasar)
    if rencana is not None:
        if hubungan is not Penilai.ATASAN:
            raise ProsesDitolak("Hanya atasan yang memberi umpan balik pada satu rencana hasil kerja.")
        if not SKP.objects.disetujui().filter(pk=rencana.skp_id, pegawai=pegawai).exists():
            raise ProsesDitolak("Pilih hasil kerja dari SKP pegawai ini yang sudah disetujui.")
    hari = hari_ini()
    sendiri = Pegawai.objects.filter(pengguna=oleh).first()
    baris = {
        "pegawai": pegawai,
        "dari": sendiri,
        "dari_luar": None if sendiri is not None else PejabatLuar.objects.get(pengguna=oleh),
        "tanggal": hari,
        "isi": isi,
        "rencana": rencana,
        "nilai_dasar": nilai_dasar,
    }
    kunci_orang([pegawai.pk])
    lama: UmpanBalik | None = UmpanBalik.objects.filter(**baris).first()
    if lama is not None:
        return lama
    umpan = UmpanBalik.objects.create(
        hubungan=hubungan.value,
        triwulan=awal_triwulan(hari),
        **baris,
        permintaan=PermintaanUmpanBalik.objects.filter(
            pegawai=pegawai, kepada=sendiri, triwulan=awal_triwulan(hari)
        ).first()
        if sendiri is not None
        else None,
    )
    catat(pelaku=oleh, aksi="kinerja.umpan_balik.beri", objek=umpan, sesudah={"hubungan": hubungan.value})
    if pegawai.pengguna_id is not None:
        kirim(
            penerima_id=pegawai.pengguna_id,
            kunci=f"umpan-balik:{umpan.uuid}",
            judul=f"Umpan balik baru dari {umpan.pemberi}",
            tautan="/kinerja/umpan-balik/",
        )
    return umpan


@transaction.atomic
def beri_tanpa_nama(*, pegawai: Pegawai, oleh: Pengguna, isi: str, nilai_dasar: str = "") -> None:
    """Give feedback without a name, once in a quarter for each receiver; nothing is returned that could be kept.

    A superior always signs (dialog kinerja is a talk between two named people).
    """
    if _hubungan(oleh, pegawai) is Penilai.ATASAN:
        raise ProsesDitolak("Umpan balik atasan selalu bernama. Hapus tanda «tanpa nama», lalu kirim lagi.")
    triwulan = awal_triwulan(hari_ini())
    with tolak_kembar(
        "tanda", "Anda sudah menulis tanpa nama untuk rekan ini dalam triwulan ini. Satu orang dihitung satu kali."
    ):
        UmpanBalik.objects.create(
            pegawai=pegawai,
            triwulan=triwulan,
            isi=_periksa_isi(isi, nilai_dasar),
            nilai_dasar=nilai_dasar,
            anonim=True,
            tanda=tanda_penulis(oleh.pk, pegawai.pk, triwulan),
        )


@transaction.atomic
def tanggapi_umpan_balik(*, umpan_balik: UmpanBalik, oleh: Pengguna, tanggapan: str) -> UmpanBalik:
    """The receiver says once that it was read, with or without words."""
    kini = UmpanBalik.objects.select_for_update(of=("self",)).select_related("pegawai", "dari", "dari_luar")
    satu = kini.get(pk=umpan_balik.pk)
    if satu.pegawai.pengguna_id != oleh.pk or not UmpanBalik.objects.terbuka().filter(pk=satu.pk).exists():
        raise ProsesDitolak("Umpan balik ditanggapi oleh penerimanya.")
    if satu.ditanggapi_pada is not None:
        raise ProsesDitolak("Umpan balik ini sudah Anda tanggapi.")
    satu.tanggapan, satu.ditanggapi_pada = tanggapan.strip(), hari_ini()
    satu.save(update_fields=["tanggapan", "ditanggapi_pada"])
    catat(pelaku=oleh, aksi="kinerja.umpan_balik.tanggapi", objek=satu)
    pemberi = satu.dari or satu.dari_luar
    if pemberi is not None and pemberi.pengguna_id is not None:
        kirim(
            penerima_id=pemberi.pengguna_id,
            kunci=f"umpan-balik-tanggapan:{satu.uuid}",
            judul=f"{satu.pegawai} sudah membaca umpan balik Anda",
            tautan="/kinerja/umpan-balik/?bagian=ditulis",
        )
    return satu


@transaction.atomic
def lepaskan_tanpa_nama() -> int:
    """Open the notes without a name of ended quarters: rewritten in random order, without the mark of their author.

    Afterwards neither the key, nor the order of the rows, nor their transaction tells who wrote which. Returns how many
    rows were rewritten; a second call finds none.
    """
    lama = list(
        UmpanBalik.objects.select_for_update(of=("self",)).filter(
            anonim=True, tanda__isnull=False, triwulan__lt=awal_triwulan(hari_ini())
        )
    )
    _acak.shuffle(lama)
    UmpanBalik.objects.filter(pk__in=[satu.pk for satu in lama]).delete()
    UmpanBalik.objects.bulk_create(
        UmpanBalik(
            pegawai_id=satu.pegawai_id,
            triwulan=satu.triwulan,
            isi=satu.isi,
            nilai_dasar=satu.nilai_dasar,
            anonim=True,
        )
        for satu in lama
    )
    return len(lama)


def _hubungan(oleh: Pengguna, pegawai: Pegawai) -> Penilai:
    hubungan = hubungan_kini(oleh, pegawai)
    if hubungan is None:
        raise ProsesDitolak("Umpan balik diberikan oleh atasan atau rekan kerja, kepada pegawai lain yang aktif.")
    return hubungan


def _periksa_isi(isi: str, nilai_dasar: str) -> str:
    if nilai_dasar and nilai_dasar not in {satu.value for satu in NilaiDasar}:
        raise ProsesDitolak("Pilih nilai perilaku dari daftar.")
    return wajib_diisi(isi, "Tulis umpan balik Anda: satu hal yang Anda lihat dan akibatnya.")
