"""List pages of performance management, and of staff and surveys, with 10 and with ``PEGAWAI`` (default 10,000) people.

Prints statements, bytes, and the time as a multiple of a bare page asked for in between; judges only the budget of a
list: no more statements for many than for few, at most 20, and at most 100 kB. ``HALAMAN`` keeps the pages whose name
contains it.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from datetime import date
from statistics import median

import pytest
from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.management.commands.data_skala import KODE_PERIODE, buat_data_skala
from kinerja.models import SKP, Evaluasi, Indikator, Periode, RencanaHasilKerja, RunEvaluasi
from kinerja.proses import buka_run, kerjakan_run
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Pengguna, UnitKerja
from tests import pabrik
from tests.benchmarks.isi_kinerja import Pelaku, isi_pekerjaan

pytestmark = pytest.mark.benchmark

JUMLAH = int(os.environ.get("PEGAWAI", "10000"))
PUTARAN = int(os.environ.get("PUTARAN", "5"))
HANYA = os.environ.get("HALAMAN", "")
# Lists that hold no line among ten people: with lines, one statement more reads them.
KOSONG = {
    "kinerja:tim_skp camat",
    "kinerja:tim_tetapkan camat",
    "kinerja:arsip staf",
    "kinerja:arsip pengelola",
    "kinerja:kendala_daftar staf",
}


@dataclass(frozen=True, slots=True)
class Ukuran:
    """``kali``: time of the page over that of the bare one."""

    detik: float
    kali: float
    kueri: int
    bita: int


class TolokUkurHalamanTests(TestCase):
    """One office that grows: what was measured with ten people is measured again with all."""

    def test_halaman_daftar(self) -> None:
        periode = buat_data_skala(pegawai=10)
        self._siapkan(periode)
        sedikit = self._ukur(periode, 0, 10)
        buat_data_skala(pegawai=JUMLAH - 10)
        banyak = self._ukur(periode, 10, JUMLAH)
        baris = [f"{'halaman':44} {'kueri':>11} {'kB':>14} {'ms':>16} {'x polos':>14} {'rasio':>6}"]
        lewat: list[str] = []
        for nama, satu in sedikit.items():
            lain = banyak[nama]
            if lain.kueri > min(satu.kueri + (nama in KOSONG), 20) or lain.bita > 100_000:
                lewat.append(nama)
            baris.append(
                f"{nama:44} {satu.kueri:4} → {lain.kueri:4} {satu.bita / 1000:5.1f} → {lain.bita / 1000:6.1f}"
                f" {satu.detik * 1000:6.0f} → {lain.detik * 1000:7.0f} {satu.kali:5.1f} → {lain.kali:6.1f}"
                f" {lain.kali / satu.kali:6.2f}{'  LEWAT' if nama in lewat else ''}"
            )
        sys.stdout.write(f"\n10 → {JUMLAH} pegawai, median {PUTARAN} putaran\n" + "\n".join(baris) + "\n")
        assert not lewat, lewat

    def _siapkan(self, periode: Periode) -> None:
        """The people for whom the pages are measured; they stay the same when the office grows."""
        Periode.objects.filter(pk=periode.pk).update(penilaian_360=True)
        kepala, lain, *anggota = Pegawai.objects.order_by("pk")
        staf, fungsional = anggota[1], anggota[3]
        sekda = PejabatLuar.objects.get(nama="Sekretaris Daerah Rekaan")
        for satu in (kepala, lain, staf, fungsional, sekda):
            satu.pengguna = pabrik.buat_pengguna(nama=satu.nama)
            satu.save()
        kecamatan = UnitKerja.objects.get(kode="skala-kecamatan")
        camat = pabrik.buat_pegawai(kecamatan, memimpin=True, nama="Camat Rekaan")
        skp = SKP.objects.create(
            pegawai=camat,
            mulai=date(2026, 1, 1),
            selesai=date(2026, 12, 31),
            penilai_luar=sekda,
            status="disetujui",
        )
        for urut in range(1, 6):
            rencana = RencanaHasilKerja.objects.create(skp=skp, urut=urut, uraian=f"Hasil camat {urut}")
            Indikator.objects.create(rencana=rencana, urut=1, uraian="Ukuran", satuan="dokumen", target=90)
        self.pelaku = Pelaku(
            pengelola=pabrik.buat_pengguna(pengelola=True),
            camat=camat,
            asisten=PejabatLuar.objects.create(nama="Asisten Rekaan"),
            staf=staf,
            fungsional=fungsional,
        )
        self.kepala, self.lain = kepala, lain
        self.akun: dict[str, Pengguna | None] = {
            "pengelola": self.pelaku.pengelola,
            "pemeriksa": pabrik.buat_pengguna(pemeriksa=True),
            "camat": camat.pengguna,
            "kepala": kepala.pengguna,
            "staf": staf.pengguna,
            "fungsional": fungsional.pengguna,
            "sekda": sekda.pengguna,
        }

    def _ukur(self, periode: Periode, sudah: int, jumlah: int) -> dict[str, Ukuran]:
        kerjakan_run(buka_run(periode=Periode.objects.get(pk=periode.pk)).pk)
        isi_pekerjaan(periode=periode, pelaku=self.pelaku, sudah=sudah * 3 // 10, banyak=jumlah * 3 // 10)
        return {
            nama: self._halaman(nama.split()[-1], alamat) for nama, alamat in self._alamat().items() if HANYA in nama
        }

    def _alamat(self) -> dict[str, str]:
        """Address of each page under its name and, last, who asks for it."""
        kecamatan = UnitKerja.objects.get(kode="skala-kecamatan").uuid
        staf, kode = self.pelaku.staf.uuid, KODE_PERIODE
        skp_camat = SKP.objects.get(pegawai=self.pelaku.camat, mulai=date(2026, 1, 1))
        hasil_camat = RencanaHasilKerja.objects.get(skp=skp_camat, urut=1).uuid
        putusan = Evaluasi.objects.get(pegawai=self.kepala, periode__kode=kode).uuid

        def alamat(nama: str, *bagian: object, **cari: str) -> str:
            kueri = "&".join(f"{satu}={isi}" for satu, isi in cari.items())
            return reverse(nama, args=bagian) + (f"?{kueri}" if kueri else "")

        kinerja = {
            "unit pengelola": alamat("kinerja:unit", kecamatan),
            "unit pemeriksa": alamat("kinerja:unit", kecamatan),
            "unit camat": alamat("kinerja:unit", kecamatan),
            "tim kepala": alamat("kinerja:tim"),
            "tim camat": alamat("kinerja:tim"),
            "tim sekda": alamat("kinerja:tim"),
            "tim_kemajuan kepala": alamat("kinerja:tim_kemajuan"),
            "tim_kemajuan camat": alamat("kinerja:tim_kemajuan"),
            "tim_kemajuan sekda": alamat("kinerja:tim_kemajuan"),
            "tim_skp kepala": alamat("kinerja:tim_skp"),
            "tim_skp camat": alamat("kinerja:tim_skp"),
            "tim_nilai kepala": alamat("kinerja:tim_nilai"),
            "tim_nilai camat": alamat("kinerja:tim_nilai"),
            "tim_tetapkan camat": alamat("kinerja:tim_tetapkan"),
            "tim_penilai (anggota) kepala": alamat("kinerja:tim_penilai", kode, self.lain.uuid),
            "tim_penilai (kepala) camat": alamat("kinerja:tim_penilai", kode, self.kepala.uuid),
            "nilai camat": alamat("kinerja:nilai", putusan),
            "tunggu_skp kepala": alamat("kinerja:tunggu_skp"),
            "tunggu_skp camat": alamat("kinerja:tunggu_skp", tahun="2027"),
            "tunggu_skp pengelola": alamat("kinerja:tunggu_skp", tahun="2027"),
            "mph kepala": alamat("kinerja:mph"),
            "mph camat": alamat("kinerja:mph"),
            "plh camat": alamat("kinerja:plh"),
            "saya staf": alamat("kinerja:saya"),
            "tahun staf": alamat("kinerja:tahun"),
            "skp_daftar staf": alamat("kinerja:skp_daftar"),
            "realisasi_daftar staf": alamat("kinerja:realisasi_daftar", periode=kode),
            "kalender kepala": alamat("kinerja:kalender"),
            "kalender camat": alamat("kinerja:kalender"),
            "arsip staf": alamat("kinerja:arsip", staf),
            "arsip pengelola": alamat("kinerja:arsip", staf),
            "catatan staf": alamat("kinerja:catatan"),
            "catatan_orang camat": alamat("kinerja:catatan_orang", staf),
            "atas_nama staf": alamat("kinerja:atas_nama"),
            "atas_nama pengelola": alamat("kinerja:atas_nama"),
            "kendala_daftar staf": alamat("kinerja:kendala_daftar"),
            "dukungan_masuk kepala": alamat("kinerja:dukungan_masuk"),
            "dukungan_masuk camat": alamat("kinerja:dukungan_masuk"),
            "dukungan_masuk pengelola": alamat("kinerja:dukungan_masuk"),
            "bimbingan_daftar staf": alamat("kinerja:bimbingan_daftar"),
            "bimbingan_daftar camat": alamat("kinerja:bimbingan_daftar"),
            "inovasi_daftar staf": alamat("kinerja:inovasi_daftar"),
            "inovasi_daftar (cari) staf": alamat("kinerja:inovasi_daftar", q="inovasi+1"),
            "umpan_balik_daftar staf": alamat("kinerja:umpan_balik_daftar"),
            "umpan_balik_pilih staf": alamat("kinerja:umpan_balik_pilih"),
            "umpan_balik_jumlah pengelola": alamat("kinerja:umpan_balik_jumlah"),
            "umpan_balik_orang camat": alamat("kinerja:umpan_balik_orang", staf),
            "angka_kredit pengelola": alamat("kinerja:angka_kredit"),
            "angka_kredit camat": alamat("kinerja:angka_kredit"),
            "angka_kredit_pegawai fungsional": alamat("kinerja:angka_kredit_pegawai", self.pelaku.fungsional.uuid),
            "angka_kredit_pegawai camat": alamat("kinerja:angka_kredit_pegawai", self.pelaku.fungsional.uuid),
            "dialog_daftar staf": alamat("kinerja:dialog_daftar"),
            "dialog_daftar camat": alamat("kinerja:dialog_daftar"),
            "dialog_daftar pengelola": alamat("kinerja:dialog_daftar"),
            "salinan_pegawai staf": alamat("kinerja:salinan_pegawai", staf, periode=kode),
            "salinan_daftar kepala": alamat("kinerja:salinan_daftar", periode=kode),
            "salinan_daftar camat": alamat("kinerja:salinan_daftar", periode=kode),
            "salinan_daftar pengelola": alamat("kinerja:salinan_daftar", periode=kode),
            "penyampaian_daftar pengelola": alamat("kinerja:penyampaian_daftar"),
            "keberatan_daftar kepala": alamat("kinerja:keberatan_daftar"),
            "keberatan_daftar camat": alamat("kinerja:keberatan_daftar"),
            "keberatan_daftar pengelola": alamat("kinerja:keberatan_daftar"),
            "keberatan_daftar (selesai) pengelola": alamat("kinerja:keberatan_daftar", keadaan="selesai"),
            "rekap pengelola": alamat("kinerja:rekap", bulan="2026-09"),
            "perjanjian_daftar staf": alamat("kinerja:perjanjian_daftar"),
            "perjanjian_daftar camat": alamat("kinerja:perjanjian_daftar"),
            "perjanjian_daftar pengelola": alamat("kinerja:perjanjian_daftar"),
            "capaian_daftar camat": alamat("kinerja:capaian_daftar"),
            "capaian_daftar pengelola": alamat("kinerja:capaian_daftar"),
            "capaian pengelola": alamat("kinerja:capaian", kecamatan, kode),
            "sebaran camat": alamat("kinerja:sebaran", kecamatan, kode),
            "pohon pengelola": alamat("kinerja:pohon"),
            "pohon camat": alamat("kinerja:pohon"),
            "pohon staf": alamat("kinerja:pohon"),
            "pohon (unit) pengelola": alamat(
                "kinerja:pohon",
                unit=str(UnitKerja.objects.get(nama="Unit Rekaan 1", perjanjian__isnull=False, kode="skala-3").uuid),
            ),
            "pohon_cabang camat": alamat("kinerja:pohon_cabang", hasil_camat),
            "run_daftar pengelola": alamat("kinerja:run_daftar"),
            "run pengelola": alamat("kinerja:run", RunEvaluasi.objects.order_by("-pk")[0].uuid),
        }
        lain = {
            "beranda staf": reverse("beranda"),
            "beranda kepala": reverse("beranda"),
            "beranda camat": reverse("beranda"),
            "beranda pengelola": reverse("beranda"),
            "cari pengelola": alamat("cari", q="rekaan"),
            "cari camat": alamat("cari", q="rekaan"),
            "notifikasi:daftar staf": reverse("notifikasi:daftar"),
            "organisasi:meja pengelola": reverse("organisasi:meja"),
            "organisasi:pegawai_daftar pengelola": reverse("organisasi:pegawai_daftar"),
            "organisasi:pegawai_daftar (cari) pengelola": alamat("organisasi:pegawai_daftar", q="rekaan"),
            "survei:daftar staf": reverse("survei:daftar"),
            "survei:hasil_daftar staf": reverse("survei:hasil_daftar"),
            "survei:kelola camat": reverse("survei:kelola"),
            "survei:kelola pengelola": reverse("survei:kelola"),
        }
        return {f"kinerja:{nama}": satu for nama, satu in kinerja.items()} | lain

    def _halaman(self, peran: str, alamat: str) -> Ukuran:
        orang = self.akun[peran]
        assert orang is not None
        klien = Client()
        klien.force_login(orang)
        klien.get(alamat)  # the first page of a session also stores the session
        with CaptureQueriesContext(connection) as tangkap:
            jawab = klien.get(alamat)
            kueri = len(tangkap)  # the next request empties the log
        assert jawab.status_code == 200, (alamat, jawab.status_code)
        if os.environ.get("TAMPIL_KUERI"):
            lambat = sorted(tangkap.captured_queries, key=lambda satu: -float(satu["time"]))[:3]
            sys.stdout.write(f"\n{alamat}\n" + "".join(f"  {satu['time']} {satu['sql'][:3000]}\n" for satu in lambat))
        polos: list[float] = []
        detik: list[float] = []
        for _ in range(PUTARAN):
            for daftar, satu in ((polos, reverse("aksesibilitas")), (detik, alamat)):
                mulai = time.perf_counter()
                klien.get(satu)
                daftar.append(time.perf_counter() - mulai)
        return Ukuran(median(detik), median(detik) / median(polos), kueri, len(jawab.content))
