"""An objection to a final result: made, decided or withdrawn (PP 30/2019 Pasal 59).

The hearing is in ``dengar_keberatan``, the days in ``tenggat_keberatan``.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile, File
from django.db import transaction

from kinerja.enums import (
    LABEL_STATUS_KEBERATAN,
    PutusanKeberatan,
    StatusEvaluasi,
    StatusKeberatan,
)
from kinerja.models import BerkasKeberatan, Evaluasi, HasilDiterima, Keberatan
from kinerja.perhitungan import LABEL_PREDIKAT, Predikat
from kinerja.permissions import (
    akun_aktif,
    akun_pemegang,
    akun_penilai,
    boleh_memutus_keberatan,
    boleh_mencatat_di_kertas,
    boleh_mencatat_putusan,
    pemutus_keberatan,
)
from kinerja.proses.bukti import BERKAS_SEKALI
from kinerja.proses.dasar_keberatan import beri_tahu, kunci_keberatan, masih_terbuka, simpan_keberatan
from kinerja.proses.galat import KonflikVersi, ProsesDitolak, wajib_diisi
from kinerja.proses.keputusan import revisi_menurut_keberatan
from kinerja.proses.penyampaian import sampaikan
from kinerja.proses.pindaian import periksa_berkas, periksa_pindaian, pindaian_tersimpan
from rakumpit.audit.models import catat
from rakumpit.berkas import TipeBerkas, berkas_tersimpan
from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.models.pegawai import orang
from rakumpit.organisasi.perhitungan import Pemegang
from rakumpit.waktu import format_tanggal, hari_ini


@transaction.atomic
def ajukan_keberatan(*, evaluasi: Evaluasi, oleh: Pengguna, alasan: str, berkas: Sequence[File] = ()) -> Keberatan:
    """Object to the own result within the days of its delivery, once, with all files that support it or with none."""
    if evaluasi.pegawai.pengguna_id != oleh.pk:
        raise ProsesDitolak("Keberatan diajukan hanya oleh pegawai yang dinilai.")
    return _ajukan(evaluasi, oleh, alasan, hari_ini(), _periksa_berkas(berkas))


@transaction.atomic
def catat_keberatan(
    *,
    evaluasi: Evaluasi,
    oleh: Pengguna,
    alasan: str,
    tanggal: date,
    surat: File | None,
    berkas: Sequence[File] = (),
) -> Keberatan:
    """Record the signed objection of a person without an account; ``tanggal``: the day when the office received it."""
    if not boleh_mencatat_di_kertas(oleh, evaluasi.pegawai) or akun_aktif(evaluasi.pegawai) is not None:
        raise ProsesDitolak("Pengelola mencatat keberatan hanya untuk pegawai lain yang tidak punya akun.")
    if tanggal > hari_ini():
        raise ProsesDitolak("Tanggal surat keberatan diterima belum tiba.")
    _nama, pindaian = periksa_pindaian(surat)
    lampiran = _periksa_berkas([pindaian, *berkas])
    lampiran[0] = replace(lampiran[0], judul="Surat keberatan")
    return _ajukan(evaluasi, oleh, alasan, tanggal, lampiran)


@dataclass(frozen=True, slots=True)
class _Berkas:
    """A checked file: its title, what it really is, and the bytes to store."""

    judul: str
    tipe: TipeBerkas
    isi: bytes


def _periksa_berkas(berkas: Sequence[File]) -> list[_Berkas]:
    """The files as they are stored, under the rules for evidence; the same bytes once. ProsesDitolak names the file."""
    if len(berkas) > BERKAS_SEKALI:
        raise ProsesDitolak(f"Paling banyak {BERKAS_SEKALI} berkas. Gabungkan beberapa lembar menjadi satu PDF.")
    hasil: dict[bytes, _Berkas] = {}
    for satu in berkas:
        diperiksa = periksa_berkas(satu)
        hasil.setdefault(diperiksa.isi, _Berkas(diperiksa.nama, diperiksa.tipe, diperiksa.isi))
    return list(hasil.values())


def _ajukan(evaluasi: Evaluasi, oleh: Pengguna, alasan: str, tanggal: date, berkas: Sequence[_Berkas]) -> Keberatan:
    kini = Evaluasi.objects.select_for_update().get(pk=evaluasi.pk)
    penyampaian = _boleh_diajukan(kini, tanggal)
    alasan = wajib_diisi(alasan, "Tulis alasan keberatan: bagian mana yang menurut Anda keliru, dan mengapa.")
    pemutus = pemutus_keberatan(kini)
    if pemutus is None:
        raise ProsesDitolak("Atasan pejabat penilai belum tercatat. Minta pengelola kinerja melengkapinya hari ini.")
    if penyampaian.aturan is None:  # pragma: no cover - a delivered row has its rule (constraint)
        raise ProsesDitolak("Aturan keberatan belum tercatat.")
    keberatan = Keberatan(
        evaluasi=kini,
        alasan=alasan,
        diajukan_pada=tanggal,
        diajukan_oleh=oleh,
        batas_putusan=tanggal + timedelta(days=penyampaian.aturan.hari_putusan),
    )
    with ExitStack() as tumpukan:
        simpan_keberatan(keberatan, oleh)
        for satu in berkas:
            baris = BerkasKeberatan(keberatan=keberatan, judul=satu.judul, tipe=satu.tipe.value)
            nama = f"{uuid4()}.{satu.tipe.value}"
            tumpukan.enter_context(berkas_tersimpan(baris.berkas, nama, ContentFile(satu.isi)))
            baris.save()
        catat(
            pelaku=oleh,
            aksi="kinerja.keberatan.ajukan",
            objek=keberatan,
            sesudah={
                "status": keberatan.status,
                "evaluasi": str(kini.uuid),
                "diajukan_pada": tanggal,
                "berkas": [{"judul": satu.judul, "sidik": sha256(satu.isi).hexdigest()} for satu in berkas],
            },
        )
        judul = f"Keberatan atas penilaian {kini.pegawai}, {kini.periode}"
        beri_tahu(keberatan, "pemutus", akun_pemegang(pemutus), judul, "Dengarkan kedua pihak, lalu putuskan.")
        beri_tahu(keberatan, "penilai", akun_penilai(kini), judul, "Tulis keterangan Anda sebagai pejabat penilai.")
    return keberatan


def _boleh_diajukan(kini: Evaluasi, tanggal: date) -> HasilDiterima:
    """The delivery of a result to which an objection may be made on that day; ProsesDitolak says why not."""
    if kini.status != StatusEvaluasi.DITETAPKAN.value:
        raise ProsesDitolak("Keberatan diajukan setelah hasil ditetapkan.")
    if not kini.terbaru:
        raise ProsesDitolak("Hasil ini sudah digantikan. Buka revisi yang terbaru.")
    penyampaian = HasilDiterima.objects.select_related("aturan").filter(evaluasi=kini).first()
    if penyampaian is None or penyampaian.disampaikan_pada is None:
        raise ProsesDitolak("Hasil ini belum disampaikan. Keberatan dapat diajukan sesudah hasil diterima.")
    if penyampaian.batas_keberatan is None:
        raise ProsesDitolak("Hasil ini adalah keputusan atas keberatan. Keputusan itu final.")
    ada = Keberatan.objects.filter(evaluasi=kini).first()
    if ada is not None:
        raise ProsesDitolak(
            f"Keberatan atas hasil ini sudah pernah diajukan pada {format_tanggal(ada.diajukan_pada)} "
            f"({LABEL_STATUS_KEBERATAN[StatusKeberatan(ada.status)].lower()}). Hanya satu kali untuk setiap hasil."
        )
    if tanggal < penyampaian.disampaikan_pada:
        raise ProsesDitolak(f"Hasil baru disampaikan pada {format_tanggal(penyampaian.disampaikan_pada)}.")
    if tanggal > penyampaian.batas_keberatan:
        raise ProsesDitolak(
            f"Hari terakhir mengajukan keberatan adalah {format_tanggal(penyampaian.batas_keberatan)}. "
            "Bicarakan dengan pejabat penilai bila ada kekeliruan."
        )
    return penyampaian


def alasan_tidak_dapat_diajukan(evaluasi: Evaluasi, tanggal: date) -> str:
    """Why no objection can be made to this result on that day; "" when one can."""
    try:
        _boleh_diajukan(evaluasi, tanggal)
    except ProsesDitolak as galat:
        return str(galat)
    return ""


@transaction.atomic
def putus_keberatan(
    *,
    keberatan: Keberatan,
    oleh: Pengguna,
    putusan: str,
    alasan: str,
    versi: int,
    rating_hasil: str = "",
    rating_perilaku: str = "",
) -> Keberatan:
    """Decide in the own account: the result stays, or it changes and the next revision is final with it.

    ProsesDitolak, KonflikVersi.
    """
    kini = kunci_keberatan(keberatan)
    if not boleh_memutus_keberatan(oleh, kini):
        raise ProsesDitolak("Keberatan ini diputus oleh atasan pejabat penilai, bukan oleh Anda.")
    _siap_diputus(kini, versi)
    rating = (rating_hasil, rating_perilaku)
    return _putus(kini, oleh, putusan=putusan, rating=rating, alasan=alasan, aksi="kinerja.keberatan.putus")


@transaction.atomic
def catat_putusan_keberatan(
    *,
    keberatan: Keberatan,
    oleh: Pengguna,
    putusan: str,
    alasan: str,
    surat_nomor: str,
    pindaian: File | None,
    versi: int,
    rating_hasil: str = "",
    rating_perilaku: str = "",
) -> Keberatan:
    """Record the signed decision of an official outside the office who has no account, with number and scan."""
    kini = kunci_keberatan(keberatan)
    if not boleh_mencatat_putusan(oleh, kini):
        raise ProsesDitolak("Keputusan dari surat dicatat pengelola hanya bila pejabatnya tidak punya akun.")
    _siap_diputus(kini, versi)
    surat_nomor = wajib_diisi(surat_nomor, "Isi nomor surat keputusan.")
    kini.surat_nomor = surat_nomor[:100]
    with pindaian_tersimpan(kini.surat_pindaian, pindaian):
        rating = (rating_hasil, rating_perilaku)
        aksi = "kinerja.keberatan.catat_putusan"
        return _putus(kini, oleh, putusan=putusan, rating=rating, alasan=alasan, aksi=aksi)


def _siap_diputus(kini: Keberatan, versi: int) -> None:
    masih_terbuka(kini)
    if kini.versi != versi:
        raise KonflikVersi(oleh=str(kini.diubah_oleh), pada=kini.diubah)
    if kini.status != StatusKeberatan.DIDENGAR.value:
        raise ProsesDitolak("Dengarkan dulu kedua pihak: keterangan pegawai dan pejabat penilai belum lengkap.")


def _putus(
    kini: Keberatan, oleh: Pengguna, *, putusan: str, rating: tuple[str, str], alasan: str, aksi: str
) -> Keberatan:
    lama, alasan = kini.evaluasi, alasan.strip()
    if putusan not in set(PutusanKeberatan):
        raise ProsesDitolak("Pilih keputusan: hasil tetap atau hasil berubah.")
    if not alasan:
        raise ProsesDitolak("Tulis alasan keputusan; kedua pihak membacanya.")
    if putusan == PutusanKeberatan.BERUBAH.value:
        if rating == (lama.rating_hasil, lama.rating_perilaku):
            raise ProsesDitolak("Kedua rating sama dengan hasil semula. Pilih rating lain, atau «hasil tetap».")
        kini.rating_hasil, kini.rating_perilaku = rating
        kini.evaluasi_baru = revisi_menurut_keberatan(
            lama=lama,
            oleh=oleh,
            rating_hasil=kini.rating_hasil,
            rating_perilaku=kini.rating_perilaku,
            alasan=alasan,
            surat_nomor=kini.surat_nomor,
        )
    sebelum = {"status": kini.status, "predikat": lama.predikat}
    kini.status, kini.putusan, kini.alasan_putusan = StatusKeberatan.DIPUTUS.value, putusan, alasan
    _catat_pemutus(kini, pemutus_keberatan(lama))
    _tutup(kini, oleh)
    predikat = (kini.evaluasi_baru or lama).predikat
    catat(
        pelaku=oleh,
        aksi=aksi,
        objek=kini,
        sebelum=sebelum,
        sesudah=_sesudah(kini) | {"predikat": predikat},
        keterangan=f"Menurut surat nomor {kini.surat_nomor}" if kini.surat_nomor else "",
    )
    if kini.evaluasi_baru is not None:
        sampaikan(evaluasi=kini.evaluasi_baru, dapat_keberatan=False)
    isi = f"{kini.get_putusan_display()}. Predikat: {LABEL_PREDIKAT[Predikat(predikat)]}."
    judul = f"Keberatan atas penilaian {lama.pegawai}, {lama.periode}, sudah diputus"
    for apa, akun in (("putusan-pegawai", lama.pegawai.pengguna_id), ("putusan-penilai", akun_penilai(lama))):
        beri_tahu(kini, apa, akun, judul, isi)
    if akun_aktif(lama.pegawai) is None:
        # Nobody else brings the decision to a person who reads nothing here.
        serahkan = f"{isi} {lama.pegawai} tidak punya akun: serahkan keputusan ini di atas kertas."
        beri_tahu(kini, "putusan-serahkan", kini.diajukan_oleh_id, judul, serahkan)
    return kini


def _catat_pemutus(kini: Keberatan, pemutus: Pemegang | None) -> None:
    """Name and post of who decided, as they are now; a letter's official is not the one who typed it."""
    kini.pemutus_nama = str(orang(pemutus) or "")[:200]
    kini.pemutus_jabatan = (pemutus.jabatan if pemutus is not None else "")[:200]


def _sesudah(kini: Keberatan) -> dict[str, Any]:
    return {
        "status": kini.status,
        "putusan": kini.putusan,
        "rating_hasil": kini.rating_hasil,
        "rating_perilaku": kini.rating_perilaku,
        "evaluasi_baru": str(kini.evaluasi_baru.uuid) if kini.evaluasi_baru is not None else None,
        "pemutus": kini.pemutus_nama,
    }


@transaction.atomic
def cabut_keberatan(*, keberatan: Keberatan, oleh: Pengguna) -> Keberatan:
    """The employee takes the objection back before the decision; the result then stands."""
    kini = kunci_keberatan(keberatan)
    if kini.evaluasi.pegawai.pengguna_id != oleh.pk:
        raise ProsesDitolak("Keberatan dicabut hanya oleh pegawai yang mengajukannya.")
    masih_terbuka(kini)
    sebelum = {"status": kini.status}
    kini.status = StatusKeberatan.DICABUT.value
    _tutup(kini, oleh)
    catat(pelaku=oleh, aksi="kinerja.keberatan.cabut", objek=kini, sebelum=sebelum, sesudah={"status": kini.status})
    judul = f"Keberatan {kini.evaluasi.pegawai} dicabut"
    for apa, akun in (
        ("cabut-pemutus", akun_pemegang(pemutus_keberatan(kini.evaluasi))),
        ("cabut-penilai", akun_penilai(kini.evaluasi)),
    ):
        beri_tahu(kini, apa, akun, judul, "Hasil semula berlaku. Tidak ada yang perlu Anda kerjakan.")
    return kini


def _tutup(kini: Keberatan, oleh: Pengguna) -> None:
    kini.ditutup_pada, kini.ditutup_oleh = hari_ini(), oleh
    simpan_keberatan(kini, oleh)
