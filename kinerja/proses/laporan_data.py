"""Reports of wrong data: made by the person, answered once, raised to the head of the office on silence.

A report changes no data itself: the pengelola mends what is wrong on the pages for that, which write their own audit
entries, and then says here what was done. The days are the office's own choice (``PilihanKantor``).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.core.files.base import File
from django.db import transaction

from kinerja.enums.laporan_data import (
    LABEL_HAL_DATA,
    LABEL_STATUS_LAPORAN_DATA,
    HalData,
    LangkahLaporan,
    StatusLaporanData,
)
from kinerja.models import SKP, Evaluasi, LangkahLaporanData, LaporanData, PilihanKantor
from kinerja.permissions import boleh_menjawab_laporan, pengelola_lain, pimpinan_kantor
from kinerja.proses.bukti import simpan_lepas
from kinerja.proses.galat import ProsesDitolak, tolak_kembar, wajib_diisi
from kinerja.proses.simpan import kunci_orang
from kinerja.ringkasan.laporan_data import perubahan_sejak, yang_tertulis
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.kalender import tambah_hari_kerja
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import format_tanggal, hari_ini

_SUDAH_ADA = "Laporan Anda tentang hal ini masih menunggu jawaban. Tunggu jawabannya, atau cabut dulu laporan itu."


@transaction.atomic
def laporkan_data(
    *,
    oleh: Pengguna,
    hal: str,
    seharusnya: str,
    skp: SKP | None = None,
    evaluasi: Evaluasi | None = None,
    berkas: Sequence[File] = (),
    tautan: str = "",
) -> LaporanData:
    """Report that something is wrong in the own data; ``skp`` or ``evaluasi``: the own page that shows it.

    One open report for each matter. Where no other pengelola has an account it goes to the head of the office at once.
    """
    pegawai = Pegawai.objects.select_related("pengguna").filter(pengguna=oleh).first()
    if pegawai is None:
        raise ProsesDitolak("Laporan data hanya untuk pegawai kantor ini.")
    if any(satu is not None and satu.pegawai_id != pegawai.pk for satu in (skp, evaluasi)):
        raise ProsesDitolak("Laporkan hanya data Anda sendiri.")
    if hal not in {satu.value for satu in HalData}:
        raise ProsesDitolak("Pilih yang salah dari daftar.")
    seharusnya = wajib_diisi(seharusnya, "Tulis data yang seharusnya.")
    kunci_orang([pegawai.pk])
    hari, naik = hari_ini(), not pengelola_lain(oleh.pk)
    with tolak_kembar("laporandata_satu_terbuka", _SUDAH_ADA):
        laporan = LaporanData.objects.create(
            pegawai=pegawai,
            hal=hal,
            skp=skp,
            evaluasi=evaluasi,
            tertulis=yang_tertulis(pegawai, hal, skp, evaluasi),
            seharusnya=seharusnya,
            diajukan_pada=hari,
            tenggat=_tenggat(hari),
            dinaikkan=naik,
        )
    laporan.bukti.set(simpan_lepas(pegawai=pegawai, oleh=oleh, berkas=berkas, tautan=tautan))
    urut = _langkah(laporan, LangkahLaporan.DIAJUKAN, oleh=oleh, tenggat=laporan.tenggat)
    catat(
        pelaku=oleh,
        aksi="kinerja.laporan_data.lapor",
        objek=laporan,
        sesudah={"status": laporan.status, "hal": hal, "dinaikkan": naik},
    )
    _kabari_penjawab(laporan, urut, f"{pegawai} melaporkan data salah: {_hal(laporan)}")
    return laporan


@transaction.atomic
def jawab_laporan(
    *, laporan: LaporanData, oleh: Pengguna, jawaban: str, uraian: str, perubahan_id: int | None = None
) -> LaporanData:
    """The answer, once: mended (``uraian`` says what was changed) or left as it is (``uraian`` is the reason).

    ``perubahan_id``: the audit entry of the change, one of ``perubahan_sejak``; none for data of another system.
    """
    kini = _kunci_baris(laporan)
    if not boleh_menjawab_laporan(oleh, kini):
        raise ProsesDitolak("Laporan ini dijawab oleh pengelola kinerja lain, atau pimpinan kantor bila lewat tenggat.")
    _wajib_terbuka(kini)
    pilihan = _baca_jawaban(jawaban)
    diperbaiki = pilihan is StatusLaporanData.DIPERBAIKI
    kalimat = "Tulis apa yang diubah." if diperbaiki else "Tulis alasan data tidak diubah."
    uraian = wajib_diisi(uraian, kalimat)
    if perubahan_id is not None:
        if not diperbaiki:
            raise ProsesDitolak("Perubahan dipilih hanya bila data diperbaiki.")
        if perubahan_id not in {satu.pk for satu in perubahan_sejak(kini)}:
            raise ProsesDitolak("Pilih perubahan dari daftar, atau «Tidak tercatat di sini».")
    kini.status, kini.jawaban, kini.perubahan_id = pilihan.value, uraian, perubahan_id
    kini.dijawab_oleh, kini.dijawab_pada = oleh, hari_ini()
    kini.save(update_fields=["status", "jawaban", "perubahan", "dijawab_oleh", "dijawab_pada"])
    langkah = LangkahLaporan.DIPERBAIKI if diperbaiki else LangkahLaporan.TIDAK_DIUBAH
    urut = _langkah(kini, langkah, oleh=oleh)
    catat(
        pelaku=oleh,
        aksi="kinerja.laporan_data.jawab",
        objek=kini,
        sebelum={"status": StatusLaporanData.DIAJUKAN.value},
        sesudah={"status": kini.status, "perubahan": perubahan_id},
        keterangan=uraian,
    )
    if kini.pegawai.pengguna_id is not None:
        _kirim(kini, urut, kini.pegawai.pengguna_id, f"Laporan data Anda dijawab: {_keadaan(kini)}", uraian)
    return kini


@transaction.atomic
def cabut_laporan(*, laporan: LaporanData, oleh: Pengguna) -> LaporanData:
    """The person takes the report back while nobody has answered it."""
    kini = _kunci_baris(laporan)
    if kini.pegawai.pengguna_id != oleh.pk:
        raise ProsesDitolak("Laporan dicabut oleh pegawai yang melapor.")
    _wajib_terbuka(kini)
    kini.status = StatusLaporanData.DICABUT.value
    kini.save(update_fields=["status"])
    urut = _langkah(kini, LangkahLaporan.DICABUT, oleh=oleh)
    catat(
        pelaku=oleh,
        aksi="kinerja.laporan_data.cabut",
        objek=kini,
        sebelum={"status": StatusLaporanData.DIAJUKAN.value},
        sesudah={"status": kini.status},
    )
    _kabari_penjawab(kini, urut, f"{kini.pegawai} mencabut laporan data: {_hal(kini)}")
    return kini


def naikkan_laporan() -> int:
    """Raise every overdue report to the head of the office; returns how many. Safe to run twice at once.

    Each report is a transaction of its own. A report is raised once: above the head of the office nobody mends data.
    """
    lewat = LaporanData.objects.filter(status=StatusLaporanData.DIAJUKAN.value, dinaikkan=False, tenggat__lt=hari_ini())
    return sum(_naikkan(pk) for pk in lewat.order_by("tenggat", "pk").values_list("pk", flat=True))


@transaction.atomic
def _naikkan(pk: int) -> bool:
    kini = (
        LaporanData.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("pegawai")
        .filter(pk=pk, status=StatusLaporanData.DIAJUKAN.value, dinaikkan=False, tenggat__lt=hari_ini())
        .first()
    )
    if kini is None or not pimpinan_kantor([kini.pegawai_id])[kini.pegawai_id]:
        return False
    kini.dinaikkan, kini.tenggat = True, _tenggat(hari_ini())
    urut = _langkah(kini, LangkahLaporan.DINAIKKAN, oleh=None, tenggat=kini.tenggat)
    kini.save(update_fields=["dinaikkan", "tenggat"])
    catat(
        pelaku=None,
        aksi="kinerja.laporan_data.naikkan",
        objek=kini,
        sebelum={"dinaikkan": False},
        sesudah={"dinaikkan": True, "tenggat": kini.tenggat},
    )
    _kabari_penjawab(kini, urut, f"Laporan data {kini.pegawai} belum dijawab sampai tenggat")
    if kini.pegawai.pengguna_id is not None:
        _kirim(
            kini,
            urut,
            kini.pegawai.pengguna_id,
            "Laporan data Anda diteruskan ke pimpinan kantor",
            f"Tenggat jawaban {format_tanggal(kini.tenggat)}.",
        )
    return True


def _kunci_baris(laporan: LaporanData) -> LaporanData:
    return (
        LaporanData.objects.select_for_update(of=("self",))
        .select_related("pegawai__pengguna", "skp", "evaluasi__periode")
        .get(pk=laporan.pk)
    )


def _wajib_terbuka(laporan: LaporanData) -> None:
    if not laporan.terbuka:
        raise ProsesDitolak(f"Laporan ini tidak menunggu jawaban lagi (keadaannya: {_keadaan(laporan)}).")


def _baca_jawaban(jawaban: str) -> StatusLaporanData:
    for satu in (StatusLaporanData.DIPERBAIKI, StatusLaporanData.TIDAK_DIUBAH):
        if satu.value == jawaban:
            return satu
    raise ProsesDitolak("Pilih jawaban: diperbaiki atau tidak diubah.")


def _tenggat(hari: date) -> date:
    return tambah_hari_kerja(hari, PilihanKantor.objects.pada(hari).hari_jawab_data)


def _hal(laporan: LaporanData) -> str:
    return LABEL_HAL_DATA[HalData(laporan.hal)]


def _keadaan(laporan: LaporanData) -> str:
    return LABEL_STATUS_LAPORAN_DATA[StatusLaporanData(laporan.status)].lower()


def _langkah(
    laporan: LaporanData, langkah: LangkahLaporan, *, oleh: Pengguna | None, tenggat: date | None = None
) -> int:
    urut = laporan.langkah.count() + 1
    LangkahLaporanData.objects.create(laporan=laporan, urut=urut, langkah=langkah.value, oleh=oleh, tenggat=tenggat)
    return urut


def _kabari_penjawab(laporan: LaporanData, urut: int, judul: str) -> None:
    """All who may answer now: every other pengelola, and the head of the office once it was raised."""
    penerima = set(pengelola_lain(laporan.pegawai.pengguna_id))
    if laporan.dinaikkan:
        penerima |= pimpinan_kantor([laporan.pegawai_id])[laporan.pegawai_id]
    isi = f"Tenggat jawaban {format_tanggal(laporan.tenggat)}." if laporan.terbuka else ""
    for akun_id in sorted(penerima - {laporan.pegawai.pengguna_id}):
        _kirim(laporan, urut, akun_id, judul, isi)


def _kirim(laporan: LaporanData, urut: int, penerima_id: int, judul: str, isi: str) -> None:
    """Each step of a report is told once."""
    kirim(
        penerima_id=penerima_id,
        kunci=f"laporan-data:{laporan.uuid}:{urut}",
        judul=judul,
        isi=isi,
        tautan=f"/kinerja/laporan-data/{laporan.uuid}/",
    )
