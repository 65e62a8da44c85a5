"""Reading of one row."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from rakumpit.lembar import (
    Baris,
    JenisSel,
    Sel,
    Tabel,
    kunci_judul,
)
from rakumpit.organisasi.berkas_pegawai.isi import BarisPegawai, Temuan, Tingkat
from rakumpit.organisasi.berkas_pegawai.kolom import LABEL_KOLOM
from rakumpit.organisasi.enums import StatusPegawai
from rakumpit.organisasi.nama import bersihkan_nama
from rakumpit.organisasi.nip import NIP, NIPTidakSah, baca_nip, bersihkan_nip, peringatan_nip
from rakumpit.organisasi.pangkat import GolonganTidakSah, baca_pangkat_golongan, golongan_siasn
from rakumpit.waktu import TanggalTidakSah, baca_tanggal

NAMA_MAKS = 200
_STATUS = {
    "cpns": StatusPegawai.CPNS,
    "calonpns": StatusPegawai.CPNS,
    "pns": StatusPegawai.PNS,
    "pnsdaerah": StatusPegawai.PNS,
    "pnspusat": StatusPegawai.PNS,
    "asnpns": StatusPegawai.PNS,
    "pppk": StatusPegawai.PPPK,
    "p3k": StatusPegawai.PPPK,
    "asnpppk": StatusPegawai.PPPK,
    "pppkpenuhwaktu": StatusPegawai.PPPK,
    "pppkparuhwaktu": StatusPegawai.PPPK_PARUH_WAKTU,
    "p3kparuhwaktu": StatusPegawai.PPPK_PARUH_WAKTU,
    "paruhwaktu": StatusPegawai.PPPK_PARUH_WAKTU,
    "nonasn": StatusPegawai.NON_ASN,
    "tenaganonasn": StatusPegawai.NON_ASN,
    "honorer": StatusPegawai.NON_ASN,
    "tenagakontrak": StatusPegawai.NON_ASN,
    "alihdaya": StatusPegawai.NON_ASN,
    "thl": StatusPegawai.NON_ASN,
}
# The central export writes longer names of kinds («PNS Daerah …», «PPPK Guru»): their first word tells the kind.
_AWAL_JENIS = {"pns": StatusPegawai.PNS, "pppk": StatusPegawai.PPPK}
_KELAMIN = {
    **dict.fromkeys(("m", "l", "male", "lakilaki", "pria"), "L"),
    **dict.fromkeys(("f", "p", "female", "perempuan", "wanita"), "P"),
}
# PNS ID of the central system; its exact form is not published, so only what cannot be one is refused.
_PNS_ID = re.compile(r"[0-9A-Z-]{8,40}", re.ASCII)
_STATUS_CPNS = {"c": StatusPegawai.CPNS, "p": StatusPegawai.PNS}
_PPPK = (StatusPegawai.PPPK, StatusPegawai.PPPK_PARUH_WAKTU)
_RENGGANG = re.compile(r"\w(?: \w){3,}")
_KOSONG = {"", "-", "--", "–", "—", "0"}


@dataclass(slots=True)
class Pembaca:
    """Reads one row and gathers what is wrong with it."""

    tabel: Tabel
    baris: Baris
    temuan: list[Temuan] = field(default_factory=list)

    def baca(self) -> BarisPegawai:
        for nama in self.tabel.peta:
            if self._sel(nama).jenis in {JenisSel.GALAT, JenisSel.RUMUS}:
                self._galat(nama, "Sel ini berisi rumus atau galat Excel. Salin lalu tempel sebagai nilai.")
        siasn_id = self._siasn_id()
        nip = self._nip()
        self._periksa_kelamin(nip)
        status = self._status(nip)
        lahir = self._tanggal("tanggal_lahir")
        for teks in peringatan_nip(nip, lahir) if nip else ():
            self._ingatkan("tanggal_lahir", teks)
        nip_atasan, nama_atasan = self._atasan(nip)
        if not self._teks("unit") and (kode := self._teks("unit_id")):
            self._ingatkan(
                "unit", f"Unit hanya ditulis sebagai kode «{kode}», namanya tidak ada. Unit dibiarkan kosong."
            )
        nama = self._nama()
        golongan = self._golongan(nip, status)
        return BarisPegawai(
            nomor=self.baris.nomor,
            siasn_id=siasn_id,
            nip=nip.nip if nip else None,
            nama=nama,
            status=status.value if status else "",
            golongan=golongan,
            tanggal_lahir=lahir,
            jabatan=self._teks("jabatan"),
            unit=self._teks("unit"),
            petunjuk=self._teks("petunjuk"),
            tmt=self._tanggal("tmt"),
            nip_atasan=nip_atasan,
            nama_atasan=nama_atasan,
            temuan=tuple(self.temuan),
        )

    def _galat(self, kolom: str, alasan: str) -> None:
        self.temuan.append(Temuan(self.baris.nomor, LABEL_KOLOM[kolom], Tingkat.GALAT.value, alasan))

    def _ingatkan(self, kolom: str, alasan: str) -> None:
        self.temuan.append(Temuan(self.baris.nomor, LABEL_KOLOM[kolom], Tingkat.PERINGATAN.value, alasan))

    def _sel(self, nama: str) -> Sel:
        return self.tabel.sel(self.baris, nama)

    def _teks(self, nama: str) -> str:
        teks = " ".join(self._sel(nama).teks.split())
        return "" if teks in _KOSONG or self._sel(nama).jenis in {JenisSel.GALAT, JenisSel.RUMUS} else teks

    def _siasn_id(self) -> str:
        teks = self._teks("siasn_id").upper()
        if teks and not _PNS_ID.fullmatch(teks):
            self._galat("siasn_id", "PNS ID hanya berisi huruf, angka, dan tanda hubung. Salin lagi dari ekspor SIASN.")
            return ""
        return teks

    def _periksa_kelamin(self, nip: NIP | None) -> None:
        """The sex is not stored; the fifteenth digit of the NIP says it, so a difference shows a mixed-up row."""
        tertulis = _KELAMIN.get(kunci_judul(self._teks("jenis_kelamin")))
        if nip is not None and tertulis is not None and tertulis != nip.jenis_kelamin:
            self._ingatkan("jenis_kelamin", "Jenis kelamin tidak cocok dengan digit ke-15 NIP. Periksa barisnya.")

    def _nip(self) -> NIP | None:
        sel = self._sel("nip")
        if sel.kosong or sel.jenis in {JenisSel.GALAT, JenisSel.RUMUS} or bersihkan_nip(sel.teks) in {"", "0"}:
            return None
        nilai = sel.nilai
        try:
            return baca_nip(nilai if isinstance(nilai, (int, float)) else sel.teks)
        except NIPTidakSah as galat:
            self._galat("nip", f"Sel {sel.huruf}{self.baris.nomor}: {galat}")
            return None

    def _nama(self) -> str:
        nama = bersihkan_nama(self._sel("nama").teks)
        if _RENGGANG.fullmatch(nama):
            # Only the double blank between spaced-out letters tells where a word ends; the search key needs it.
            nama = self._sel("nama").teks
            self._ingatkan("nama", "Nama ditulis dengan huruf renggang. Disimpan apa adanya; rapikan bila perlu.")
        depan, belakang = self._teks("gelar_depan"), self._teks("gelar_belakang")
        if not nama or nama in _KOSONG:
            if "nama" in self.tabel.peta:
                self._galat("nama", "Nama belum diisi.")
            return ""
        if depan and not nama.casefold().startswith(depan.casefold()):
            nama = f"{depan} {nama}"
        if belakang and not nama.casefold().endswith(belakang.casefold()):
            nama = f"{nama}, {belakang.lstrip(', ')}"
        if len(nama) > NAMA_MAKS:
            self._galat(
                "nama", f"Nama lebih dari {NAMA_MAKS} huruf. Periksa apakah selnya berisi lebih dari satu nama."
            )
        return nama[:NAMA_MAKS]

    def _status(self, nip: NIP | None) -> StatusPegawai | None:
        status = _STATUS_CPNS.get(kunci_judul(self._teks("status_cpns")))
        for kolom in ("status", "status_asn", "jenis_pegawai"):
            teks = self._teks(kolom)
            if not teks or status is not None:
                continue
            status = _STATUS.get(kunci_judul(teks))
            if status is None and kolom == "jenis_pegawai":
                status = _AWAL_JENIS.get(teks.split()[0].casefold())
            if status is None:
                self._galat(
                    kolom, f"Status «{teks[:60]}» tidak dikenal. Tulis CPNS, PNS, PPPK, PPPK paruh waktu, atau non-ASN."
                )
                return None
        if status is None and "nonasn" in kunci_judul(self._teks("petunjuk")):
            status = StatusPegawai.NON_ASN
        if status is None:
            if {"status", "status_cpns", "status_asn", "jenis_pegawai"} & set(self.tabel.peta):
                self._ingatkan("status", "Status belum diisi dan dibiarkan kosong. Isi sesudahnya di Meja pengelola.")
        elif nip is not None and (nip.jenis == "pppk") != (status in _PPPK):
            self._ingatkan("status", "Status tidak cocok dengan digit 13-14 NIP. Periksa keduanya dengan SK.")
        return status

    def _golongan(self, nip: NIP | None, status: StatusPegawai | None) -> str:
        pangkat, golongan, kode = (self._teks(nama) for nama in ("pangkat", "golongan", "golongan_id"))
        pppk = nip.jenis == "pppk" if nip else (status in _PPPK if status else None)
        try:
            if pangkat or golongan:
                hasil = baca_pangkat_golongan(pangkat, golongan, pppk=pppk)
            elif kode and pppk is not None:
                hasil = golongan_siasn(kode, pppk=pppk)
            else:
                return ""
        except GolonganTidakSah as galat:
            self._galat("golongan" if golongan or not pangkat else "pangkat", str(galat))
            return ""
        for teks in hasil.peringatan:
            self._ingatkan("golongan", teks)
        return hasil.kode

    def _tanggal(self, nama: str) -> date | None:
        sel = self._sel(nama)
        if sel.kosong or sel.jenis in {JenisSel.GALAT, JenisSel.RUMUS}:
            return None
        nilai = sel.nilai
        try:
            return baca_tanggal(sel.teks if isinstance(nilai, str) else nilai)
        except (TanggalTidakSah, TypeError, AttributeError) as galat:  # a time of day or a duration is no date
            self._galat(nama, str(galat) if isinstance(galat, TanggalTidakSah) else "Sel ini bukan tanggal.")
            return None

    def _atasan(self, nip: NIP | None) -> tuple[str | None, str]:
        """Superiors are derived from assignments; the column only shows mistakes of the list."""
        sel = self._sel("atasan")
        teks = self._teks("atasan")
        if not teks:
            return None, ""
        if any(huruf.isalpha() for huruf in teks) and sel.jenis == JenisSel.TEKS:
            return None, bersihkan_nama(teks)
        try:
            atasan = baca_nip(sel.nilai if isinstance(sel.nilai, (int, float)) else teks)
        except NIPTidakSah as galat:
            self._galat("atasan", f"Atasan tidak ditemukan: NIP-nya tidak sah. {galat}")
            return None, ""
        if nip is not None and atasan.nip == nip.nip:
            self._galat(
                "atasan", "Pegawai tercatat sebagai atasan dirinya sendiri. Isi NIP atasan langsungnya, atau kosongkan."
            )
        return atasan.nip, ""
