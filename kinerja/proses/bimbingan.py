"""Coaching sessions: written down by the superior who held them, answered once by the employee (form B.1.8)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from kinerja.models import Bimbingan, NilaiKompetensi
from kinerja.perhitungan import Penilai
from kinerja.permissions.umpan_balik import hubungan_kini
from kinerja.proses.galat import ProsesDitolak, wajib_diisi
from kinerja.proses.simpan import kunci_orang
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Pengguna
from rakumpit.waktu import hari_ini


@transaction.atomic
def catat_bimbingan(
    *,
    pegawai: Pegawai,
    oleh: Pengguna,
    tanggal: date,
    topik: str,
    ringkasan: str,
    tindak_lanjut: str = "",
    kompetensi: Sequence[tuple[str, int]] = (),
) -> Bimbingan:
    """Write down a session. ``kompetensi``: (name, 1 to 5) of form B.1.9, none when competencies were no topic.

    Sent twice, the first row is the answer.
    """
    if hubungan_kini(oleh, pegawai) is not Penilai.ATASAN:
        raise ProsesDitolak("Bimbingan dicatat oleh atasan pegawai ini.")
    if tanggal > hari_ini():
        raise ProsesDitolak("Tanggal bimbingan belum tiba.")
    topik, ringkasan = topik.strip(), ringkasan.strip()
    if not topik or not ringkasan:
        raise ProsesDitolak("Isi topik dan ringkasan bimbingan.")
    if any(not nama.strip() or not 1 <= skala <= 5 for nama, skala in kompetensi):
        raise ProsesDitolak("Setiap kompetensi punya nama dan nilai 1 sampai 5.")
    if len({nama.strip() for nama, _ in kompetensi}) < len(kompetensi):
        raise ProsesDitolak("Setiap kompetensi dinilai satu kali dalam satu bimbingan.")
    sendiri = Pegawai.objects.filter(pengguna=oleh).first()
    isi = {
        "pegawai": pegawai,
        "pembimbing": sendiri,
        "pembimbing_luar": None if sendiri is not None else PejabatLuar.objects.get(pengguna=oleh),
        "tanggal": tanggal,
        "topik": topik,
        "ringkasan": ringkasan,
    }
    kunci_orang([pegawai.pk])
    lama: Bimbingan | None = Bimbingan.objects.filter(**isi).first()
    if lama is not None:
        return lama
    bimbingan = Bimbingan.objects.create(tindak_lanjut=tindak_lanjut.strip(), **isi)
    NilaiKompetensi.objects.bulk_create(
        NilaiKompetensi(bimbingan=bimbingan, kompetensi=nama.strip(), skala=skala) for nama, skala in kompetensi
    )
    catat(pelaku=oleh, aksi="kinerja.bimbingan.catat", objek=bimbingan, sesudah={"tanggal": tanggal})
    if pegawai.pengguna_id is not None:
        kirim(
            penerima_id=pegawai.pengguna_id,
            kunci=f"bimbingan:{bimbingan.uuid}",
            judul="Catatan bimbingan Anda siap dibaca dan ditanggapi",
            tautan=f"/kinerja/bimbingan/{bimbingan.uuid}/",
        )
    return bimbingan


@transaction.atomic
def tanggapi_bimbingan(*, bimbingan: Bimbingan, oleh: Pengguna, tanggapan: str) -> Bimbingan:
    """The employee's word on the session, once."""
    kini = Bimbingan.objects.select_for_update(of=("self",)).select_related("pegawai", "pembimbing", "pembimbing_luar")
    satu = kini.get(pk=bimbingan.pk)
    if satu.pegawai.pengguna_id != oleh.pk:
        raise ProsesDitolak("Bimbingan ditanggapi oleh pegawai yang dibimbing.")
    if satu.ditanggapi_pada is not None:
        raise ProsesDitolak("Bimbingan ini sudah Anda tanggapi.")
    tanggapan = wajib_diisi(tanggapan, "Tulis tanggapan Anda: apa yang membantu, dan apa yang masih diperlukan.")
    satu.tanggapan, satu.ditanggapi_pada = tanggapan, hari_ini()
    satu.save(update_fields=["tanggapan", "ditanggapi_pada"])
    catat(pelaku=oleh, aksi="kinerja.bimbingan.tanggapi", objek=satu)
    pembimbing = satu.pembimbing or satu.pembimbing_luar
    if pembimbing is not None and pembimbing.pengguna_id is not None:
        kirim(
            penerima_id=pembimbing.pengguna_id,
            kunci=f"bimbingan-tanggapan:{satu.uuid}",
            judul=f"{satu.pegawai} menanggapi bimbingan",
            tautan=f"/kinerja/bimbingan/{satu.uuid}/",
        )
    return satu
