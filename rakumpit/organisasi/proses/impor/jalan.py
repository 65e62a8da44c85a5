"""One pass over a staff list, row by row."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction

from rakumpit.organisasi.berkas_pegawai import BarisPegawai, BerkasPegawai
from rakumpit.organisasi.proses.impor.dikenal import Dikenal
from rakumpit.organisasi.proses.impor.kembar import Kembar
from rakumpit.organisasi.proses.impor.laporan import BarisDitolakError, LaporanImpor
from rakumpit.organisasi.proses.impor.orang import PencariOrang
from rakumpit.organisasi.proses.impor.tempat import PencariTempat, catatan_tempat
from rakumpit.organisasi.proses.impor.tulis import Penulis
from rakumpit.waktu import format_tanggal


class Impor:
    """One pass over a staff list, inside the caller's transaction and under its lock (``jejak.kunci``)."""

    def __init__(self, berkas: BerkasPegawai, mulai_bawaan: date | None) -> None:
        self.berkas = berkas
        self.laporan = LaporanImpor(kolom=berkas.kolom, ditolak_seluruhnya=berkas.tolak_semua)
        self.dikenal = Dikenal(berkas)
        self.orang = PencariOrang(self.dikenal, self.laporan)
        self.tempat = PencariTempat(self.dikenal, self.laporan, mulai_bawaan)
        self.penulis = Penulis(self.dikenal, self.laporan)

    def jalankan(self) -> LaporanImpor:
        """Apply every row that can be applied, each in its own savepoint; the report says what became of all."""
        laporan = self.laporan
        laporan.dibaca = len(self.berkas.baris) + len(self.berkas.kosong)
        laporan.dilewati = len(self.berkas.kosong)
        laporan.baris.extend(self.berkas.temuan)
        terlihat = Kembar()
        for baris in self.berkas.baris:
            laporan.baris.extend(baris.temuan)
            pertama, kolom = terlihat.cari(baris)
            if self.berkas.tolak_semua or baris.galat:
                laporan.ditolak += 1
            elif pertama is not None:
                self._kembar(baris, pertama, kolom)
            else:
                self._coba(baris)
        return laporan

    def _kembar(self, baris: BarisPegawai, pertama: BarisPegawai, kolom: str) -> None:
        if baris.isi == pertama.isi:
            self.laporan.dilewati += 1
            self.laporan.peringatkan(baris, kolom, f"Sama persis dengan baris {pertama.nomor}; dilewati.")
            return
        self.laporan.tolak(
            baris,
            kolom,
            f"{kolom} ini sudah ada di baris {pertama.nomor} ({pertama.nama}) dengan isi berbeda. "
            "Hapus salah satu baris.",
        )

    def _coba(self, baris: BarisPegawai) -> None:
        langkah = len(self.penulis.jejak)
        peringatan = len(self.laporan.baris)
        try:
            with transaction.atomic():
                hasil = self._terapkan(baris)
        except BarisDitolakError as galat:
            kolom, alasan = galat.kolom, galat.alasan
        except IntegrityError:
            kolom, alasan = "", "Baris ini bertentangan dengan data yang sudah ada. Periksa jabatan dan tanggalnya."
        else:
            self.laporan.diterima += 1
            setattr(self.laporan, hasil, getattr(self.laporan, hasil) + 1)
            return
        del self.penulis.jejak[langkah:]
        del self.laporan.baris[peringatan:]
        self.laporan.tolak(baris, kolom, alasan)

    def _terapkan(self, baris: BarisPegawai) -> str:
        """Write one row; returns the counter that it belongs to."""
        self.orang.periksa_atasan(baris)
        unit = self.orang.unit(baris)
        pegawai = self.orang.pegawai(baris, unit)
        baru = pegawai is None
        if pegawai is None and not baris.nama:
            raise BarisDitolakError("Nama", "Nama belum diisi, padahal pegawai ini belum ada di data. Isi namanya.")
        if pegawai is not None and pegawai.selesai is not None and pegawai.selesai < self.dikenal.hari_ini:
            self.laporan.peringatkan(
                baris,
                "NIP",
                f"Pegawai ini sudah berhenti ({format_tanggal(pegawai.selesai)}); datanya tidak diubah.",
            )
            return "tetap"
        tempat = self.tempat.cari(baris, unit, pegawai)
        ditempatkan = tempat is not None or (pegawai is not None and self.dikenal.kini(pegawai) is not None)
        catatan = "" if ditempatkan else catatan_tempat(baris)
        if pegawai is None:
            pegawai = self.penulis.buat(baris, catatan)
            berubah = True
        else:
            berubah = self.penulis.perbarui(pegawai, baris, catatan)
        if tempat is not None:
            self.penulis.tempatkan(pegawai, tempat)
            berubah = True
        if baru:
            return "baru"
        return "diperbarui" if berubah else "tetap"
