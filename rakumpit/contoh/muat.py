"""The steps of loading the sample office. Each looks whether it was done before, so a stopped load can go on."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.db import transaction

from kinerja.enums import StatusEvaluasi, StatusRun
from kinerja.models import Evaluasi, Periode, RunEvaluasi
from kinerja.permissions import pejabat_pemutus, peta_atasan
from kinerja.proses.keputusan import putuskan, tetapkan
from kinerja.proses.run import buka_run
from rakumpit.audit.models import catat
from rakumpit.contoh.akun import NOMOR_PENGELOLA, ContohDitolak, akun_milik
from rakumpit.contoh.berkas import isi_json
from rakumpit.contoh.isi_angka_kredit import isi_penetapan, isi_saldo
from rakumpit.contoh.isi_arsip import isi_arsip
from rakumpit.contoh.isi_catatan import isi_catatan
from rakumpit.contoh.isi_diskusi import isi_diskusi
from rakumpit.contoh.isi_dukungan import isi_dukungan
from rakumpit.contoh.isi_forum import isi_forum
from rakumpit.contoh.isi_keberatan import isi_keberatan
from rakumpit.contoh.isi_kertas import isi_kertas
from rakumpit.contoh.isi_kinerja import PERIODE_DINILAI, isi_kinerja
from rakumpit.contoh.isi_laporan import isi_laporan
from rakumpit.contoh.isi_loket import isi_loket, isi_standar, isi_titik
from rakumpit.contoh.isi_nilai import isi_nilai
from rakumpit.contoh.isi_organisasi import isi_organisasi, pegawai_bernomor
from rakumpit.contoh.isi_pelatihan import isi_pelatihan
from rakumpit.contoh.isi_pembinaan import isi_pembinaan
from rakumpit.contoh.isi_pendaftaran import isi_pendaftaran
from rakumpit.contoh.isi_penyusun import isi_penyusun
from rakumpit.contoh.isi_perencanaan import isi_perencanaan
from rakumpit.contoh.isi_praktik import isi_praktik
from rakumpit.contoh.isi_salinan import isi_salinan
from rakumpit.contoh.isi_sesudah import isi_sesudah
from rakumpit.contoh.isi_skp import isi_skp
from rakumpit.contoh.isi_survei import isi_survei
from rakumpit.contoh.isi_survei_rekaan import isi_survei_rekaan
from rakumpit.contoh.isi_tindak_lanjut import isi_tindak_lanjut
from rakumpit.organisasi.models import Pegawai, Pengguna, UnitKerja
from rakumpit.organisasi.models.pegawai import orang

AKSI_MUAT = "contoh.kantor.muat"
BATAS_TUNGGU = 120.0


def _diam() -> None:
    """Progress of a caller that shows none."""


def kantor_ada() -> bool:
    """True when the sample office is in the database."""
    return UnitKerja.objects.filter(kode="rakumpit").exists() and Pengguna.objects.filter(nip__regex=r"9\d\d$").exists()


@transaction.atomic
def muat_kantor(maju: Callable[[], None] = _diam) -> bool:
    """Write the office with its surveys and plans, all or nothing; False when it is there already."""
    if kantor_ada():
        return False
    if UnitKerja.objects.exists() or Pegawai.objects.exists():
        raise ContohDitolak(
            "Basis data ini sudah berisi unit kerja atau pegawai lain. Kantor contoh hanya dimuat ke data kosong. "
            "Pilih folder lain lewat RAKUMPIT_DATA."
        )
    isi_organisasi()
    maju()
    isi_kinerja()
    isi_skp()
    isi_nilai()
    isi_catatan()
    maju()
    isi_perencanaan()
    pengelola = akun_milik(pegawai_bernomor()[NOMOR_PENGELOLA])
    isi_saldo(pengelola=pengelola)
    isi_arsip(pengelola=pengelola)
    isi_survei(pengelola=pengelola, maju=maju)
    isi_survei_rekaan(pengelola=pengelola)
    isi_penyusun(pengelola=pengelola)
    isi_standar(pengelola=pengelola)
    isi_loket()
    isi_titik(pengelola=pengelola)
    isi_kertas(pengelola=pengelola)
    isi_tindak_lanjut()
    isi_laporan(pengelola=pengelola)
    isi_forum()
    isi_dukungan()
    isi_diskusi()
    isi_pelatihan(pengelola=pengelola)
    isi_pendaftaran(pengelola=pengelola)
    isi_praktik(pengelola=pengelola)
    isi_sesudah(pengelola=pengelola)
    catat(
        pelaku=None,
        aksi=AKSI_MUAT,
        objek=UnitKerja.objects.get(kode="rakumpit"),
        keterangan="Kantor contoh dimuat: nama dan angka rekaan.",
    )
    return True


def buka_penilaian() -> RunEvaluasi:
    """The run of the third quarter: the last one if there is one (Beat may have been first), else a new one."""
    periode = Periode.objects.get(kode=PERIODE_DINILAI)
    ada = RunEvaluasi.objects.filter(periode=periode, unit=None).order_by("-nomor").first()
    return ada or buka_run(periode=periode)


def tunggu_penilaian(run: RunEvaluasi, maju: Callable[[], None] = _diam, *, batas: float = BATAS_TUNGGU) -> None:
    """Wait until the Celery worker has finished a run; nothing is computed in this process."""
    akhir = time.monotonic() + batas
    while True:
        run.refresh_from_db()
        maju()
        if run.status != StatusRun.BERJALAN.value:
            break
        if time.monotonic() > akhir:
            raise ContohDitolak(
                f"Pekerja Celery belum menyelesaikan evaluasi dalam {batas:.0f} detik. Kantor contoh sudah tersimpan; "
                "periksa worker.log dan beat.log di folder data, lalu jalankan perintah ini lagi."
            )
        time.sleep(0.2)
    if run.status == StatusRun.SELESAI_DENGAN_GALAT.value:
        raise ContohDitolak("Evaluasi contoh selesai, tetapi ada pegawai yang gagal dihitung. Lihat run di admin.")


def sudah_diputus() -> bool:
    """True when the raters have begun: then the demo is complete, and what visitors did since is left alone."""
    return Evaluasi.objects.filter(periode__kode=PERIODE_DINILAI).exclude(status=StatusEvaluasi.MENUNGGU.value).exists()


@transaction.atomic
def putuskan_penilaian(maju: Callable[[], None] = _diam) -> int:
    """The raters' decisions: most rows final, some waiting, one corrected after an objection. 0 when done before."""
    data = isi_json("keputusan.json")
    menunggu = {*data["menunggu_penilai"], *data["belum_dikirim"]}
    nomor = {satu.pk: no for no, satu in pegawai_bernomor().items()}
    if sudah_diputus():
        return 0
    peta = peta_atasan()
    jumlah = 0
    baris = Evaluasi.objects.filter(periode__kode=PERIODE_DINILAI, terbaru=True)
    for evaluasi in baris.select_related("pegawai").order_by("pk"):
        no = nomor[evaluasi.pegawai_id]
        if no in menunggu:
            continue
        oleh = akun_milik(orang(pejabat_pemutus(evaluasi, peta)))
        beda = data["beda"].get(str(no), {})
        _tetapkan(
            evaluasi,
            oleh,
            rating_hasil=beda.get("rating_hasil", evaluasi.usulan_hasil),
            rating_perilaku=beda.get("rating_perilaku", evaluasi.usulan_perilaku),
            alasan=beda.get("alasan", ""),
        )
        jumlah += 1
        maju()
    isi_keberatan()
    isi_pembinaan()
    isi_penetapan()
    isi_salinan()
    return jumlah


def _tetapkan(evaluasi: Evaluasi, oleh: Pengguna, *, rating_hasil: str, rating_perilaku: str, alasan: str) -> None:
    diputus = putuskan(
        evaluasi=evaluasi,
        oleh=oleh,
        rating_hasil=rating_hasil,
        rating_perilaku=rating_perilaku,
        alasan=alasan,
        versi=evaluasi.versi,
    )
    tetapkan(evaluasi=diputus, oleh=oleh, versi=diputus.versi)
