"""Whom a row speaks of, in which unit, under whom."""

from __future__ import annotations

import difflib

from rakumpit.organisasi.berkas_pegawai import BarisPegawai
from rakumpit.organisasi.models import Pegawai, UnitKerja
from rakumpit.organisasi.nama import nama_urut
from rakumpit.organisasi.proses.impor.dikenal import Dikenal, kunci_teks
from rakumpit.organisasi.proses.impor.laporan import BarisDitolakError, LaporanImpor
from rakumpit.organisasi.proses.impor.tempat import catatan_tempat


class PencariOrang:
    """Recognises people and units; what it is not sure of goes to the report."""

    def __init__(self, dikenal: Dikenal, laporan: LaporanImpor) -> None:
        self.dikenal, self.laporan = dikenal, laporan

    def periksa_atasan(self, baris: BarisPegawai) -> None:
        """Superiors are read from assignments; the column only shows what is missing. BarisDitolakError."""
        if (
            baris.nip_atasan
            and baris.nip_atasan not in self.dikenal.akun
            and baris.nip_atasan not in self.dikenal.nip_berkas
        ):
            raise BarisDitolakError(
                "Atasan", "Atasan tidak ditemukan di data maupun di berkas ini. Periksa NIP-nya, atau kosongkan selnya."
            )
        if not baris.nama_atasan:
            return
        kunci = nama_urut(baris.nama_atasan)
        if kunci == nama_urut(baris.nama):
            raise BarisDitolakError("Atasan", "Pegawai tercatat sebagai atasan dirinya sendiri. Kosongkan selnya.")
        if kunci not in self.dikenal.nama_dikenal:
            self.laporan.peringatkan(
                baris, "Atasan", f"Atasan «{baris.nama_atasan[:60]}» tidak ditemukan. Atasan dibaca dari penugasan."
            )

    def unit(self, baris: BarisPegawai) -> UnitKerja | None:
        """The unit that the row means; None where it names none. BarisDitolakError: it names one that is not there."""
        if not baris.unit:
            return None
        kunci = kunci_teks(baris.unit)
        tepat = [u for u in self.dikenal.unit if kunci in {kunci_teks(u.nama), kunci_teks(u.kode)}]
        if len(tepat) == 1:
            return tepat[0]
        kata = set(kunci.split())
        mirip = tepat or ([u for u in self.dikenal.unit if kata <= set(kunci_teks(u.nama).split())] if kata else [])
        if len(mirip) == 1:
            self.laporan.peringatkan(baris, "Unit kerja", f"Unit «{baris.unit[:60]}» dibaca sebagai «{mirip[0].nama}».")
            return mirip[0]
        nama = [u.nama for u in mirip] or difflib.get_close_matches(
            baris.unit, [u.nama for u in self.dikenal.unit], 3, 0.4
        )
        saran = f" Mungkin maksudnya: {'; '.join(nama[:5])}." if nama else " Buat dulu unitnya, atau kosongkan selnya."
        raise BarisDitolakError("Unit kerja", f"Unit kerja «{baris.unit[:60]}» tidak ada.{saran}")

    def pegawai(self, baris: BarisPegawai, unit: UnitKerja | None) -> Pegawai | None:
        """By PNS ID first, which stays when a NI changes with a contract; then by NIP; else by name and place.

        BarisDitolakError: the row contradicts what is known.
        """
        menurut_id = self.dikenal.siasn.get(baris.siasn_id) if baris.siasn_id else None
        if menurut_id is not None:
            self._periksa_nip(baris, menurut_id)
            return menurut_id
        pegawai = self._menurut_nip(baris, unit)
        if pegawai is not None and baris.siasn_id and pegawai.siasn_id:
            raise BarisDitolakError("PNS ID", "Di data NIP ini tercatat dengan PNS ID lain. Cocokkan dengan SIASN.")
        return pegawai

    def _periksa_nip(self, baris: BarisPegawai, pegawai: Pegawai) -> None:
        """The NIP of an account is a way to sign in, so an import never changes it."""
        if baris.nip is None or baris.nip == pegawai.nip:
            return
        if baris.nip in self.dikenal.akun:
            raise BarisDitolakError("NIP", f"PNS ID ini milik {pegawai}, tetapi NIP-nya milik orang lain.")
        self.laporan.peringatkan(
            baris,
            "NIP",
            "Di data NIP orang ini lain. Tidak diubah; ganti NIP akunnya di halaman admin bila memang berganti.",
        )

    def _menurut_nip(self, baris: BarisPegawai, unit: UnitKerja | None) -> Pegawai | None:
        if baris.nip is None:
            return self._tanpa_nip(baris, unit)
        akun = self.dikenal.akun.get(baris.nip)
        if akun is None:
            if baris.nama and self.dikenal.tanpa_nip.get(nama_urut(baris.nama)):
                self.laporan.peringatkan(
                    baris,
                    "NIP",
                    "Ada pegawai tanpa akun bernama sama. Bila orangnya sama, hubungkan akunnya di halaman admin.",
                )
            return None
        if hasattr(akun, "pejabat_luar"):
            raise BarisDitolakError("NIP", "NIP ini milik pejabat di luar kantor. Periksa NIP-nya.")
        return akun.pegawai if hasattr(akun, "pegawai") else None

    def _tanpa_nip(self, baris: BarisPegawai, unit: UnitKerja | None) -> Pegawai | None:
        """Somebody without account of the same name and place, not yet claimed by a row above."""
        calon = self.dikenal.tanpa_nip.get(nama_urut(baris.nama), [])
        for pegawai in calon:
            if self._tempat_sama(baris, unit, pegawai):
                calon.remove(pegawai)
                self.laporan.peringatkan(
                    baris,
                    "Nama",
                    f"Tanpa NIP, dicocokkan dengan «{pegawai.nama}» karena nama dan tempatnya sama. "
                    "Bila orangnya lain, tambahkan di halaman admin.",
                )
                return pegawai
        if calon:
            self.laporan.peringatkan(
                baris, "Nama", "Ada pegawai tanpa NIP bernama sama di tempat lain; dicatat sebagai orang baru."
            )
        return None

    def _tempat_sama(self, baris: BarisPegawai, unit: UnitKerja | None, pegawai: Pegawai) -> bool:
        kini = self.dikenal.kini(pegawai)
        if kini is not None and unit is not None:
            return kini.jabatan.unit_id == unit.pk
        if kini is not None:
            return not baris.jabatan or kunci_teks(kini.jabatan.nama) == kunci_teks(baris.jabatan)
        catatan = catatan_tempat(baris)
        return not catatan or pegawai.catatan in {"", catatan}
