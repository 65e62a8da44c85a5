"""List pages of training with 3 and with ``BARIS`` (default 3,000) rows of each kind.

Prints statements, bytes and the median time at both sizes; judges only the budget of a list: no more statements for
many than for few, at most 20, and at most 100 kB. ``HALAMAN`` keeps the pages whose name contains it.
"""

from __future__ import annotations

import hashlib
from datetime import date
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from pelatihan.enums import SumberKebutuhan
from pelatihan.models import PesertaLuar, Program
from pelatihan.proses.kebutuhan import usulkan_kebutuhan
from pelatihan.proses.pendaftaran import mendaftar
from pelatihan.proses.sertifikat_kegiatan import terbitkan_sertifikat
from rakumpit.organisasi.models import Pengguna
from tests.benchmarks.daftar import BANYAK, SEDIKIT, analisis, bandingkan, salin, ukur
from tests.pelatihan.dasar import UjiPelatihan
from tests.pelatihan.isi import akun, buat_rencana, buat_riwayat, buat_sertifikat
from tests.pelatihan.isi_kegiatan import buat_narasumber, buat_ruang, buat_seri
from tests.pelatihan.isi_pendaftaran import buka_kegiatan
from tests.pelatihan.isi_sertifikat import kegiatan_usai

pytestmark = pytest.mark.benchmark


def _sidik(_n: int) -> str:
    return hashlib.sha256(uuid4().bytes).hexdigest()


def _teks(_n: int) -> str:
    return uuid4().hex


def _kunci_ke(baris: list[Any], n: int) -> int:
    pk: int = baris[n - 1].pk
    return pk


class TolokUkurDaftarPelatihanTests(UjiPelatihan):
    """One office that grows: what was measured with three rows is measured again with all."""

    def test_halaman_daftar(self) -> None:
        self._siapkan()
        self._tambah(SEDIKIT - 1)
        sedikit = ukur(self._alamat())
        self._tambah(BANYAK - SEDIKIT)
        analisis()
        banyak = ukur(self._alamat())
        assert not (lewat := bandingkan(sedikit, banyak)), lewat

    def _siapkan(self) -> None:
        seksi, self.kasi = self.kantor.seksi, akun(self.kantor.kasi)
        self.buka = buka_kegiatan(seksi, judul="Menyapa warga")
        (self.daftar,) = mendaftar(kegiatan=self.buka, pegawai=[self.pppk], oleh=self.pengelola)
        self.lain = buka_kegiatan(seksi, judul="Arsip digital", perlu_persetujuan=True)
        (self.milik,) = mendaftar(kegiatan=self.lain, pegawai=[self.staf], oleh=akun(self.staf))
        self.tamu = PesertaLuar.objects.create(
            kegiatan=self.buka, nama="Ibu RT", asal="Ketua RT", dicatat_oleh=self.pengelola
        )
        self.usai = kegiatan_usai(seksi, self.pengelola, self.staf)
        (self.sertifikat,) = terbitkan_sertifikat(kegiatan=self.usai, oleh=self.pengelola)
        self.peserta_usai = self.usai.pendaftaran.get()
        self.butuh = usulkan_kebutuhan(
            sumber=SumberKebutuhan.USULAN, judul="Menulis surat", pegawai=self.staf, oleh=akun(self.staf)
        )
        self.rencana = buat_rencana(self.staf)
        self.luar = buat_sertifikat(self.staf)
        self.riwayat = buat_riwayat(self.staf, self.pengelola, 2, date(2026, 3, 3))
        self.ruang, self.narasumber, self.seri = buat_ruang(seksi), buat_narasumber(), buat_seri(seksi)
        self.urut = 0

    def _tambah(self, banyak: int) -> None:
        penugasan = self.staf.penugasan.get()
        orang = salin(self.staf, banyak, pengguna_id=lambda _n: None, nama=lambda n: f"Pegawai {n}")
        kursi = salin(penugasan.jabatan, banyak, nama=lambda _n: f"Jabatan {uuid4()}")
        salin(penugasan, banyak, pegawai_id=lambda n: orang[n - 1].pk, jabatan_id=lambda n: kursi[n - 1].pk)
        for contoh, milik in ((self.buka, self.daftar), (self.lain, self.milik)):
            acara = salin(contoh, banyak, judul=lambda n: f"Kegiatan {n}")
            salin(contoh.sesi.get(), banyak, kegiatan_id=partial(_kunci_ke, acara))
            if milik is self.milik:
                salin(milik, banyak, kegiatan_id=partial(_kunci_ke, acara))
        salin(self.daftar, banyak, pegawai_id=lambda n: orang[n - 1].pk)
        salin(self.peserta_usai, banyak, pegawai_id=lambda n: orang[n - 1].pk)
        salin(self.tamu, banyak, asal=lambda _n: f"RT {uuid4()}")
        awal = self.urut + 1_000
        salin(
            self.sertifikat,
            banyak,
            pegawai_id=lambda n: orang[n - 1].pk,
            urut=lambda n: awal + n,
            nomor=lambda n: f"{awal + n}/SERT/2026",
            dokumen_id=lambda _n: None,
        )
        self.urut += banyak
        salin(self.butuh, banyak, kunci_asal=lambda _n: None, judul=lambda n: f"Kebutuhan {n}")
        salin(self.rencana, banyak, judul=lambda n: f"Rencana {n}")
        salin(self.luar, banyak, sidik=_sidik, nomor=_teks, kunci_nomor=_teks, kunci_kegiatan=_teks, judul=_teks)
        salin(self.ruang, banyak, nama=lambda _n: f"Ruang {uuid4()}")
        salin(self.narasumber, banyak, nama=lambda n: f"Narasumber {n}")
        salin(self.seri, banyak, nama=lambda n: f"Seri {n}")
        salin(
            Program.objects.order_by("pk")[0], banyak, kode=lambda _n: uuid4().hex[:30], judul=lambda n: f"Program {n}"
        )

    def _alamat(self) -> dict[str, tuple[Pengguna | None, str]]:
        """Who asks for which address, by the name of the page."""

        def alamat(nama: str, *bagian: object, **cari: str) -> str:
            kueri = "&".join(f"{satu}={isi}" for satu, isi in cari.items())
            return reverse(f"pelatihan:{nama}", args=bagian) + (f"?{kueri}" if kueri else "")

        staf = {
            "saya": alamat("saya"),
            "katalog": alamat("katalog"),
            "kegiatan_daftar": alamat("kegiatan_daftar"),
            "kegiatan_daftar (cari)": alamat("kegiatan_daftar", q="arsip"),
            "kalender": alamat("kalender", tanggal="2026-10-05"),
            "pendaftaran_saya": alamat("pendaftaran_saya"),
            "rencana_daftar": alamat("rencana_daftar"),
        }
        kasi = {
            "tim": alamat("tim"),
            "pendaftaran_menunggu": alamat("pendaftaran_menunggu"),
            "kebutuhan_daftar": alamat("kebutuhan_daftar"),
            "rencana_daftar": alamat("rencana_daftar"),
            "seri_daftar": alamat("seri_daftar"),
            "rekap": alamat("rekap"),
        }
        pengelola = {
            "tim": alamat("tim"),
            "kegiatan": alamat("kegiatan", self.buka.uuid),
            "kegiatan_peserta": alamat("kegiatan_peserta", self.buka.uuid),
            "pendaftaran_daftarkan": alamat("pendaftaran_daftarkan", self.lain.uuid),
            "kehadiran": alamat("kehadiran", self.usai.uuid),
            "sertifikat_kegiatan": alamat("sertifikat_kegiatan", self.usai.uuid),
            "dampak": alamat("dampak", self.usai.uuid),
            "periksa": alamat("periksa"),
            "calon_daftar": alamat("calon_daftar"),
            "ruang_daftar": alamat("ruang_daftar"),
            "narasumber_daftar": alamat("narasumber_daftar"),
        }
        semua: dict[str, tuple[Pengguna | None, str]] = {
            f"{nama} staf": (akun(self.staf), satu) for nama, satu in staf.items()
        }
        semua |= {f"{nama} kasi": (self.kasi, satu) for nama, satu in kasi.items()}
        return semua | {f"{nama} pengelola": (self.pengelola, satu) for nama, satu in pengelola.items()}
