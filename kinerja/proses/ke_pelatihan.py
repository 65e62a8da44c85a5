"""What performance hands on to training: needs that a final evaluation shows, and verified innovations.

The only module that writes in the training app, through ``pelatihan.proses.dari_kinerja``.
"""

from __future__ import annotations

from decimal import Decimal

from django.db import transaction

from kinerja.enums import StatusEvaluasi
from kinerja.enums.inovasi import StatusInovasi
from kinerja.models import Evaluasi, Inovasi
from kinerja.perhitungan import Predikat
from kinerja.perhitungan.bentuk_json import bahan_dari_json
from kinerja.perhitungan.kebutuhan import UsulanBelajar, usulan_belajar
from kinerja.permissions import boleh_memutuskan
from kinerja.permissions.atasan import boleh_mengelola
from kinerja.permissions.inovasi import anggota
from kinerja.proses.galat import ProsesDitolak
from pelatihan.proses.dari_kinerja import (
    InovasiSendiri,
    PelatihanMenolak,
    kebutuhan_dari_evaluasi,
    praktik_dari_inovasi,
)
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import format_tanggal, hari_ini

_KANTOR = "Kecamatan Rakumpit, Kota Palangka Raya"


def usulan_dari(evaluasi: Evaluasi) -> list[UsulanBelajar]:
    """What a final row proposes; nothing of one that is open, replaced, or not rated."""
    if evaluasi.status != StatusEvaluasi.DITETAPKAN.value or not evaluasi.terbaru or not evaluasi.predikat:
        return []
    capaian = [
        (satu["kode"], Decimal(satu["nilai"]))
        for satu in evaluasi.rincian
        if satu["kode"].startswith("capaian.") and satu["nilai"] is not None
    ]
    return usulan_belajar(Predikat(evaluasi.predikat), bahan_dari_json(evaluasi.bahan), capaian)


def kunci_kebutuhan(evaluasi: Evaluasi, butir: str) -> str:
    """Key of one proposal. Without the revision: a correction does not propose the same thing twice."""
    return f"evaluasi:{evaluasi.periode.kode}:{evaluasi.pegawai.uuid}:{butir}"


@transaction.atomic
def usulkan_kebutuhan(*, evaluasi: Evaluasi, oleh: Pengguna, butir: str) -> None:
    """Make one of the proposals a need of the person. By the superior, one by one, never for a whole office."""
    kini: Evaluasi = (
        Evaluasi.objects.select_for_update(of=("self",)).select_related("periode", "pegawai").get(pk=evaluasi.pk)
    )
    if not boleh_memutuskan(oleh, kini):
        raise ProsesDitolak("Kebutuhan belajar diusulkan oleh pejabat penilai pegawai ini.")
    pilih = {satu.butir: satu for satu in usulan_dari(kini)}
    if butir not in pilih:
        raise ProsesDitolak("Kebutuhan belajar diusulkan dari hasil terbaru yang sudah ditetapkan. Muat ulang halaman.")
    satu = pilih[butir]
    kunci = kunci_kebutuhan(kini, butir)
    try:
        kode = kebutuhan_dari_evaluasi(
            pegawai=kini.pegawai,
            judul=satu.judul,
            uraian=f"Dari penilaian {kini.periode}.",
            penting=satu.penting,
            kunci_asal=kunci,
            oleh=oleh,
        )
    except PelatihanMenolak as galat:
        raise ProsesDitolak(str(galat)) from galat
    catat(
        pelaku=oleh,
        aksi="kinerja.evaluasi.kebutuhan",
        objek=kini,
        sesudah={"butir": butir, "kebutuhan": str(kode)},
    )
    if kini.pegawai.pengguna_id is not None:
        kirim(
            penerima_id=kini.pegawai.pengguna_id,
            kunci=f"kebutuhan-evaluasi:{kode}",
            judul=f"Kebutuhan belajar untuk Anda: {satu.judul}",
            isi="Diusulkan pejabat penilai Anda. Susun rencananya di Pelatihan saya.",
            tautan="/pelatihan/saya/",
        )


def kunci_praktik(inovasi: Inovasi) -> str:
    """Key of an innovation in the library of good practice."""
    return f"inovasi:{inovasi.uuid}"


def boleh_menawarkan(pengguna: Pengguna, inovasi: Inovasi) -> bool:
    """Who took part, and the pengelola."""
    return anggota(pengguna, inovasi) or boleh_mengelola(pengguna)


@transaction.atomic
def tawarkan_inovasi(*, inovasi: Inovasi, oleh: Pengguna, tema: str) -> None:
    """Offer a verified innovation to the library, so that others can copy it; once."""
    kini: Inovasi = Inovasi.objects.select_for_update(of=("self",)).select_related("pengusul").get(pk=inovasi.pk)
    if not boleh_menawarkan(oleh, kini):
        raise ProsesDitolak("Inovasi ditawarkan oleh pengusul, anggota timnya, atau pengelola.")
    if kini.status != StatusInovasi.BERHASIL.value or kini.diverifikasi_pada is None:
        raise ProsesDitolak("Hanya inovasi yang berhasil dan sudah diverifikasi yang ditawarkan sebagai praktik baik.")
    if kini.sebelum is None or kini.sesudah is None:
        raise ProsesDitolak("Inovasi ini belum punya angka sebelum dan sesudah.")
    penugasan = kini.pengusul.penugasan_pada(hari_ini())
    unit = f"{penugasan.jabatan.unit.nama}, " if penugasan is not None else ""
    try:
        kode = praktik_dari_inovasi(
            isi=InovasiSendiri(
                kunci_asal=kunci_praktik(kini),
                judul=kini.judul,
                wilayah=f"{unit}{_KANTOR}"[:150],
                tema=tema,
                masalah=kini.masalah,
                langkah=kini.gagasan,
                hasil=kini.hasil,
                ukuran=kini.ukuran,
                satuan=kini.satuan,
                sebelum=kini.sebelum,
                sesudah=kini.sesudah,
                dasar_angka=f"Diperiksa dan diverifikasi di kantor ini, {format_tanggal(kini.diverifikasi_pada)}",
            ),
            penemu=[kini.pengusul, *kini.tim.order_by("pk")],
            oleh=oleh,
        )
    except PelatihanMenolak as galat:
        raise ProsesDitolak(str(galat)) from galat
    catat(pelaku=oleh, aksi="kinerja.inovasi.tawarkan", objek=kini, sesudah={"praktik": str(kode)})
