"""Typing for a colleague, and making it count: by the owner's account, PIN, or signature on paper.

Nothing is stored among results and notes before the owner has confirmed, and then once. What would be refused from the
owner is refused here as well, when it is typed and again when it is confirmed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from kinerja.enums import CaraSah, JenisIsian, StatusIsian
from kinerja.models import Bukti, Indikator, IsianAtasNama, Periode, PilihanKantor, Realisasi
from kinerja.permissions import boleh_mengelola, boleh_mengisi_atas_nama
from kinerja.proses.bukti import isi_berkas, simpan_bukti
from kinerja.proses.catatan import IsiCatatan, periksa_isi_catatan, simpan_catatan_baru
from kinerja.proses.galat import ProsesDitolak, wajib_diisi
from kinerja.proses.pin import cocokkan_pin
from kinerja.proses.pindaian import periksa_pindaian
from kinerja.proses.realisasi import periksa_isian, tulis_realisasi
from kinerja.proses.simpan import kunci_orang
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import format_tanggal, hari_ini


def sampai_kapan_menunggu() -> date:
    """Last day on which the owner can confirm what is typed today."""
    hari = hari_ini()
    return hari + timedelta(days=PilihanKantor.objects.pada(hari).hari_isian_atas_nama)


@dataclass(frozen=True, slots=True)
class IsiRealisasi:
    """What was reached, as typed for somebody."""

    indikator: Indikator
    periode: Periode
    nilai: Decimal | None
    per_tanggal: date | None
    catatan: str


@transaction.atomic
def ketik_atas_nama(
    *, pemilik: Pegawai, oleh: Pengguna, kiriman_id: UUID, isi: IsiCatatan | IsiRealisasi
) -> IsianAtasNama:
    """Keep what a colleague typed until the owner confirms it; the same ``kiriman_id`` is kept once. ProsesDitolak."""
    if not boleh_mengisi_atas_nama(oleh, pemilik):
        raise ProsesDitolak("Anda hanya dapat mengetikkan isian rekan satu unit yang tidak Anda nilai.")
    kunci_orang([pemilik.pk])
    lama = IsianAtasNama.objects.filter(kiriman_id=kiriman_id).first()
    if lama is not None:
        if lama.pemilik_id != pemilik.pk or lama.pengisi.pengguna_id != oleh.pk:
            raise ProsesDitolak("Nomor kiriman ini sudah dipakai isian lain. Muat ulang halaman, lalu isi lagi.")
        return lama
    jenis, bentuk = _bentuk(pemilik, kiriman_id, isi)
    satu = IsianAtasNama.objects.create(
        pemilik=pemilik,
        pengisi=oleh.pegawai,
        kiriman_id=kiriman_id,
        jenis=jenis.value,
        isi=bentuk,
        berlaku_sampai=sampai_kapan_menunggu(),
    )
    catat(
        pelaku=oleh,
        aksi="kinerja.atas_nama.ketik",
        objek=satu,
        sesudah=bentuk,
        keterangan=f"Diketik {satu.pengisi} atas nama {pemilik}.",
    )
    _beri_tahu(satu, pemilik, f"{satu.pengisi} mengetikkan isian atas nama Anda", "Periksa, lalu sahkan atau tolak.")
    return satu


def _bentuk(pemilik: Pegawai, kiriman_id: UUID, isi: IsiCatatan | IsiRealisasi) -> tuple[JenisIsian, dict[str, Any]]:
    """Kind and JSON of what was typed, after the owner's own rules about it."""
    if isinstance(isi, IsiCatatan):
        return JenisIsian.CATATAN, {
            "kiriman_id": kiriman_id,
            "tanggal": isi.tanggal,
            "uraian": periksa_isi_catatan(pemilik, isi),
            "hasil": _teks(isi.hasil),
            "indikator": isi.indikator.uuid if isi.indikator else None,
        }
    if isi.indikator.rencana.skp.pegawai_id != pemilik.pk:
        raise ProsesDitolak("Indikator ini bukan milik rekan yang Anda bantu.")
    per_tanggal = periksa_isian(isi.indikator, isi.periode, isi.nilai, isi.per_tanggal)
    versi = Realisasi.objects.filter(indikator=isi.indikator, periode=isi.periode).values_list("versi", flat=True)
    return JenisIsian.REALISASI, {
        "indikator": isi.indikator.uuid,
        "periode": isi.periode.kode,
        "nilai": _teks(isi.nilai),
        "per_tanggal": per_tanggal,
        "catatan": isi.catatan.strip(),
        "versi": versi.first() or 0,
    }


def _teks(nilai: Decimal | None) -> str | None:
    return None if nilai is None else f"{nilai:f}"


@transaction.atomic
def sahkan_sendiri(*, isian: IsianAtasNama, oleh: Pengguna) -> IsianAtasNama:
    """The owner confirms from the own account. ProsesDitolak, KonflikVersi."""
    kini = _kunci(isian)
    if kini.pemilik.pengguna_id != oleh.pk:
        raise ProsesDitolak("Isian ini hanya disahkan oleh pemiliknya.")
    return _berlakukan(kini, oleh, CaraSah.AKUN)


def sahkan_dengan_pin(*, isian: IsianAtasNama, oleh: Pengguna, pin: str) -> IsianAtasNama:
    """The owner types the PIN on the device of the colleague who typed. ProsesDitolak, KonflikVersi.

    Two transactions: a wrong PIN stays counted though nothing else is stored.
    """
    if isian.pengisi.pengguna_id != oleh.pk:
        raise ProsesDitolak("PIN hanya diketik di perangkat rekan yang mengetikkan isian ini.")
    if isian.status != StatusIsian.MENUNGGU.value:
        raise ProsesDitolak(f"Isian ini sudah {isian.get_status_display().lower()}.")
    cocokkan_pin(pegawai=isian.pemilik, pin=pin, oleh=oleh)
    with transaction.atomic():
        return _berlakukan(_kunci(isian), oleh, CaraSah.PIN)


@transaction.atomic
def sahkan_dengan_kertas(*, isian: IsianAtasNama, oleh: Pengguna, pindaian: File | None) -> IsianAtasNama:
    """The pengelola records a sheet that the owner signed; a third person, who neither typed nor owns it."""
    if not boleh_mengelola(oleh):
        raise ProsesDitolak("Lembar bertanda tangan dicatat oleh pengelola kinerja.")
    kini = _kunci(isian)
    if oleh.pk in {kini.pemilik.pengguna_id, kini.pengisi.pengguna_id}:
        raise ProsesDitolak("Lembar ini harus dicatat pengelola lain, bukan pemilik atau pengetiknya.")
    _nama, berkas = periksa_pindaian(pindaian)
    bukti = Bukti(
        pegawai=kini.pemilik, diunggah_oleh=oleh, judul=f"Lembar pengesahan {kini.get_jenis_display().lower()}"
    )
    isi = isi_berkas(bukti, berkas)
    kunci_orang([kini.pemilik_id])
    simpan_bukti(bukti, isi, oleh)
    kini.pindaian = bukti
    return _berlakukan(kini, oleh, CaraSah.KERTAS)


@transaction.atomic
def tolak_isian(*, isian: IsianAtasNama, oleh: Pengguna, alasan: str) -> IsianAtasNama:
    """The owner says that this is not his or hers; the colleague reads why. ProsesDitolak."""
    alasan = wajib_diisi(" ".join(alasan.split()), "Tulis alasan menolak isian ini.")
    kini = _kunci(isian)
    if kini.pemilik.pengguna_id != oleh.pk:
        raise ProsesDitolak("Isian ini hanya ditolak oleh pemiliknya.")
    kini.status, kini.alasan_tolak = StatusIsian.DITOLAK.value, alasan[:300]
    kini.diputus_pada, kini.diputus_oleh = timezone.now(), oleh
    kini.save(update_fields=["status", "alasan_tolak", "diputus_pada", "diputus_oleh"])
    catat(
        pelaku=oleh,
        aksi="kinerja.atas_nama.tolak",
        objek=kini,
        keterangan=f"Diketik {kini.pengisi}, ditolak {kini.pemilik}: {alasan}",
    )
    _beri_tahu(kini, kini.pengisi, f"{kini.pemilik} menolak isian yang Anda ketikkan", alasan)
    return kini


@transaction.atomic
def kedaluwarsakan_isian() -> int:
    """Close what nobody confirmed in time, and tell both: the owner lacks a result that the colleague took for given.

    Returns how many. Called again, it finds none.
    """
    lewat = list(
        IsianAtasNama.objects.menunggu()
        .filter(berlaku_sampai__lt=hari_ini())
        .select_related("pemilik", "pengisi")
        .select_for_update(of=("self",), skip_locked=True)
    )
    for satu in lewat:
        satu.status = StatusIsian.KEDALUWARSA.value
        satu.save(update_fields=["status"])
        catat(pelaku=None, aksi="kinerja.atas_nama.kedaluwarsa", objek=satu)
        isi = f"Tidak disahkan sampai {format_tanggal(satu.berlaku_sampai)}, jadi tidak dihitung. "
        ketik_lagi = f"{isi}Ketik lagi bila masih perlu."
        _beri_tahu(satu, satu.pengisi, f"Isian atas nama {satu.pemilik} lewat waktu", ketik_lagi)
        minta = f"{isi}Isi sendiri, atau minta {satu.pengisi} mengetikkannya lagi."
        _beri_tahu(satu, satu.pemilik, f"Isian yang diketik {satu.pengisi} untuk Anda lewat waktu", minta)
    return len(lewat)


def _kunci(isian: IsianAtasNama) -> IsianAtasNama:
    """The locked row, while it waits and is not too old."""
    kini = IsianAtasNama.objects.select_for_update(of=("self",)).select_related("pemilik", "pengisi").get(pk=isian.pk)
    if kini.status != StatusIsian.MENUNGGU.value:
        raise ProsesDitolak(f"Isian ini sudah {kini.get_status_display().lower()}.")
    if hari_ini() > kini.berlaku_sampai:
        raise ProsesDitolak(
            f"Isian ini hanya menunggu sampai {format_tanggal(kini.berlaku_sampai)}. Minta rekan mengetikkannya lagi."
        )
    return kini


def _berlakukan(kini: IsianAtasNama, oleh: Pengguna, cara: CaraSah) -> IsianAtasNama:
    """Store what was typed under the owner's name, by the hand of the colleague, and close the row."""
    pengetik = kini.pengisi.pengguna
    if pengetik is None:
        raise ProsesDitolak("Akun rekan yang mengetik sudah tidak ada. Ketik lagi isian ini.")
    if kini.jenis == JenisIsian.CATATAN.value:
        simpan_catatan_baru(
            pegawai=kini.pemilik, oleh=pengetik, kiriman_id=UUID(kini.isi["kiriman_id"]), isi=isi_catatan(kini)
        )
    else:
        isi = isi_realisasi(kini)
        tulis_realisasi(
            indikator=isi.indikator,
            periode=isi.periode,
            oleh=pengetik,
            nilai=isi.nilai,
            per_tanggal=isi.per_tanggal,
            catatan=isi.catatan,
            versi=kini.isi["versi"],
        )
    kini.status, kini.cara = StatusIsian.DISAHKAN.value, cara.value
    kini.diputus_pada, kini.diputus_oleh = timezone.now(), oleh
    kini.save(update_fields=["status", "cara", "pindaian", "diputus_pada", "diputus_oleh"])
    catat(
        pelaku=oleh,
        aksi="kinerja.atas_nama.sahkan",
        objek=kini,
        keterangan=f"Diketik {kini.pengisi}, disahkan {kini.pemilik} {kini.get_cara_display()}.",
    )
    _beri_tahu(kini, kini.pengisi, f"Isian atas nama {kini.pemilik} disahkan", "Sekarang isian itu dihitung.")
    if cara is not CaraSah.AKUN:
        _beri_tahu(kini, kini.pemilik, "Isian atas nama Anda disahkan", f"Disahkan {kini.get_cara_display()}.")
    return kini


def isi_catatan(isian: IsianAtasNama) -> IsiCatatan:
    """The typed note."""
    isi = isian.isi
    return IsiCatatan(
        date.fromisoformat(isi["tanggal"]),
        isi["uraian"],
        _angka(isi["hasil"]),
        _indikator(isi["indikator"]) if isi["indikator"] else None,
    )


def isi_realisasi(isian: IsianAtasNama) -> IsiRealisasi:
    """The typed result."""
    isi = isian.isi
    return IsiRealisasi(
        _indikator(isi["indikator"]),
        Periode.objects.get(kode=isi["periode"]),
        _angka(isi["nilai"]),
        date.fromisoformat(isi["per_tanggal"]) if isi["per_tanggal"] else None,
        isi["catatan"],
    )


def _angka(teks: str | None) -> Decimal | None:
    return None if teks is None else Decimal(teks)


def _indikator(kode: str) -> Indikator:
    return Indikator.objects.select_related("rencana__skp__pegawai").get(uuid=kode)


def _beri_tahu(isian: IsianAtasNama, kepada: Pegawai, judul: str, isi: str) -> None:
    if kepada.pengguna_id is not None:
        kirim(
            penerima_id=kepada.pengguna_id,
            kunci=f"atas-nama:{isian.uuid}:{isian.status}",
            judul=judul,
            isi=isi,
            tautan=f"/kinerja/atas-nama/isian/{isian.uuid}/",
        )
