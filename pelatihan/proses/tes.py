"""Tests: their items, their use in an event, and one attempt each before and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from django.db import transaction

from pelatihan.models import (
    ButirTes,
    Kegiatan,
    NaskahTes,
    Pendaftaran,
    PengerjaanTes,
    PilihanTes,
    Program,
    SesiKegiatan,
    TesKegiatan,
)
from pelatihan.perhitungan.kegiatan import MENCATAT, PERSIAPAN
from pelatihan.perhitungan.naskah import ButirNaskah, NaskahTidakSah, baca_naskah
from pelatihan.perhitungan.tes import JenisTes, masa_tes, nilai_tes
from pelatihan.permissions import boleh_mengelola
from pelatihan.permissions.kehadiran import boleh_mencatat, pendaftaran_sendiri
from pelatihan.proses.galat import ProsesDitolak, wajib_diisi
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import format_waktu, sekarang


def isi_naskah(naskah: NaskahTes) -> list[ButirNaskah]:
    """The stored items in their own order. Two queries."""
    return [
        ButirNaskah(satu.soal, tuple((pilihan.teks, pilihan.benar) for pilihan in satu.pilihan.all()))
        for satu in naskah.butir.prefetch_related("pilihan")
    ]


@transaction.atomic
def simpan_naskah(
    *,
    naskah: NaskahTes | None,
    oleh: Pengguna,
    versi: int | None,
    judul: str,
    program: Program | None,
    teks: str,
    aktif: bool,
) -> NaskahTes:
    """Add items (None), or change those that were seen in ``versi``. Items that somebody answered stay as they are."""
    if not boleh_mengelola(oleh):
        raise ProsesDitolak("Naskah tes diurus pengelola.")
    judul = wajib_diisi(judul, "Tulis judul naskah.", maks=200)
    try:
        butir = baca_naskah(teks)
    except NaskahTidakSah as galat:
        raise ProsesDitolak(str(galat)) from galat
    if naskah is None:
        baris = NaskahTes.objects.create(judul=judul, program=program, aktif=aktif, dibuat_oleh=oleh)
        _tulis_butir(baris, butir)
    else:
        baris = NaskahTes.objects.select_for_update(of=("self",)).get(pk=naskah.pk)
        if baris.versi != versi:
            raise ProsesDitolak("Naskah ini baru saja diubah orang lain. Buka lagi, lalu ulangi.")
        if isi_naskah(baris) != butir:
            if PengerjaanTes.objects.filter(tes__naskah=baris).exists():
                raise ProsesDitolak(
                    "Soal naskah ini sudah dijawab peserta, jadi tidak berubah. Tambah naskah baru untuk soal baru."
                )
            baris.butir.all().delete()
            _tulis_butir(baris, butir)
        baris.judul, baris.program, baris.aktif = judul, program, aktif
        baris.versi += 1
        baris.save(update_fields=["judul", "program", "aktif", "versi"])
    catat(
        pelaku=oleh,
        aksi=f"pelatihan.naskah.{'tambah' if naskah is None else 'ubah'}",
        objek=baris,
        sesudah={"judul": judul, "soal": len(butir), "aktif": aktif},
    )
    return baris


def _tulis_butir(naskah: NaskahTes, butir: list[ButirNaskah]) -> None:
    baris = ButirTes.objects.bulk_create(
        ButirTes(naskah=naskah, urutan=urut, soal=satu.soal) for urut, satu in enumerate(butir, 1)
    )
    PilihanTes.objects.bulk_create(
        PilihanTes(butir=milik, teks=teks, benar=benar)
        for milik, satu in zip(baris, butir, strict=True)
        for teks, benar in satu.pilihan
    )


@transaction.atomic
def pasang_tes(
    *, kegiatan: Kegiatan, oleh: Pengguna, naskah: NaskahTes, skor_lulus: Decimal | None, versi: int | None
) -> TesKegiatan:
    """Choose the items of an event and what the second test must reach; fixed once somebody has answered."""
    baris: Kegiatan = Kegiatan.objects.select_for_update(of=("self",)).get(pk=kegiatan.pk)
    if not boleh_mencatat(oleh, baris):
        raise ProsesDitolak("Tes diatur panitia kegiatan ini.")
    if baris.status not in (*PERSIAPAN, *MENCATAT):
        raise ProsesDitolak(f"Kegiatan ini berstatus {baris.get_status_display().lower()}. Tes tidak lagi berubah.")
    tes = TesKegiatan.objects.filter(kegiatan=baris).first()
    if (tes.versi if tes else None) != versi:
        raise ProsesDitolak("Tes ini baru saja diatur orang lain. Buka lagi, lalu ulangi.")
    if tes is not None and tes.pengerjaan.exists():
        raise ProsesDitolak("Tes ini sudah dikerjakan peserta, jadi soal dan nilai lulusnya tidak lagi berubah.")
    if not naskah.aktif or not naskah.butir.exists():
        raise ProsesDitolak("Naskah itu tidak dipakai lagi. Pilih naskah lain.")
    if tes is None:
        tes = TesKegiatan.objects.create(kegiatan=baris, naskah=naskah, skor_lulus=skor_lulus)
    else:
        tes.naskah, tes.skor_lulus = naskah, skor_lulus
        tes.versi += 1
        tes.save(update_fields=["naskah", "skor_lulus", "versi"])
    catat(
        pelaku=oleh,
        aksi="pelatihan.tes.pasang",
        objek=tes,
        sesudah={"naskah": str(naskah.uuid), "skor_lulus": str(skor_lulus) if skor_lulus is not None else None},
    )
    return tes


def alasan_tutup(kegiatan: Kegiatan, jenis: JenisTes, sesi: Iterable[SesiKegiatan]) -> str:
    """Why the test cannot be taken now, or "". ``sesi``: those of the event that take place."""
    if kegiatan.status not in MENCATAT:
        return "Tes dikerjakan selama kegiatan berlangsung."
    kapan, saat = masa_tes(jenis, [(satu.mulai, satu.selesai) for satu in sesi]), sekarang()
    if kapan is None:
        return "Kegiatan ini belum mempunyai sesi."
    if kapan.buka is not None and saat < kapan.buka:
        return f"Tes akhir dibuka {format_waktu(kapan.buka)}."
    if not kapan.memuat(saat):
        return "Tes awal ditutup saat sesi pertama selesai."
    return ""


def _kunci_pendaftaran(pendaftaran: Pendaftaran) -> None:
    """Who sends twice at one moment is looked at one after the other."""
    Pendaftaran.objects.select_for_update(of=("self",)).get(pk=pendaftaran.pk)


def _dikerjakan(pendaftaran: Pendaftaran, jenis: JenisTes) -> PengerjaanTes | None:
    ada: PengerjaanTes | None = PengerjaanTes.objects.filter(pendaftaran=pendaftaran, jenis=jenis.value).first()
    return ada


@transaction.atomic
def kerjakan_tes(*, kegiatan: Kegiatan, oleh: Pengguna, jenis: JenisTes, jawaban: Mapping[str, str]) -> PengerjaanTes:
    """Store the one attempt of a participant. The same answers again give the same row; others are refused.

    :param jawaban: code of the item → code of the option.
    """
    pendaftaran = pendaftaran_sendiri(oleh, kegiatan)
    if pendaftaran is None:
        raise ProsesDitolak("Anda tidak terdaftar pada kegiatan ini.")
    _kunci_pendaftaran(pendaftaran)
    isi = {str(butir): str(pilihan) for butir, pilihan in jawaban.items()}
    ada = _dikerjakan(pendaftaran, jenis)
    if ada is not None:
        if ada.jawaban != isi:
            raise ProsesDitolak("Tes ini sudah Anda kerjakan. Setiap orang mengerjakannya satu kali.")
        return ada
    kini: Kegiatan = Kegiatan.objects.get(pk=kegiatan.pk)
    if tutup := alasan_tutup(kini, jenis, kini.sesi.berlaku()):
        raise ProsesDitolak(tutup)
    tes = TesKegiatan.objects.filter(kegiatan=kini).first()
    if tes is None:
        raise ProsesDitolak("Kegiatan ini tidak mempunyai tes.")
    # Nobody changes the items between this look and the row below.
    NaskahTes.objects.select_for_update(of=("self",)).get(pk=tes.naskah_id)
    kunci = {
        str(butir): str(pilihan)
        for butir, pilihan in PilihanTes.objects.filter(butir__naskah=tes.naskah_id, benar=True).values_list(
            "butir__uuid", "uuid"
        )
    }
    sah = {
        (str(butir), str(pilihan))
        for butir, pilihan in PilihanTes.objects.filter(butir__naskah=tes.naskah_id).values_list("butir__uuid", "uuid")
    }
    if not set(isi.items()) <= sah:
        raise ProsesDitolak("Soal tes ini baru saja berubah. Muat ulang halaman, lalu jawab lagi.")
    hasil = nilai_tes(isi, kunci)
    baris = PengerjaanTes.objects.create(
        tes=tes,
        pendaftaran=pendaftaran,
        jenis=jenis.value,
        jawaban=isi,
        benar=hasil.benar,
        butir=hasil.butir,
        skor=hasil.skor,
        dikirim_pada=sekarang(),
    )
    catat(pelaku=oleh, aksi="pelatihan.tes.kerjakan", objek=baris, sesudah={"jenis": jenis.value})
    return baris
