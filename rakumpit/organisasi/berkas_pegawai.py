"""Reading of staff lists: which column means what, and what one row says. Nothing is written, nothing is looked up.

Columns after the central staff export (SIASN, 69 columns) and the lists that offices keep themselves. Missing values
stay missing; personal data that the product does not need never leaves this module.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from rakumpit.lembar import (
    Baris,
    JenisSel,
    JudulTidakDitemukan,
    Lembar,
    LembarTidakTerbaca,
    Sel,
    Tabel,
    baca_lembar,
    cari_judul,
    kunci_judul,
    tulis_xlsx,
)
from rakumpit.organisasi.enums import StatusPegawai
from rakumpit.organisasi.nama import bersihkan_nama
from rakumpit.organisasi.nip import NIP, NIPTidakSah, baca_nip, bersihkan_nip, peringatan_nip
from rakumpit.organisasi.pangkat import GolonganTidakSah, baca_pangkat_golongan, golongan_siasn
from rakumpit.waktu import TanggalTidakSah, baca_tanggal

# Twice the staff of a large city's kecamatan together; more is a wrong file.
BARIS_PEGAWAI_MAKS = 5_000
NAMA_MAKS = 200


class Tingkat(StrEnum):
    GALAT = "galat"
    PERINGATAN = "peringatan"


class BerkasDitolak(ValueError):
    """The file as a whole cannot be used; ``str()`` is an Indonesian sentence that says what to do."""


KOLOM = {
    "nip": ("NIP", "NIP baru", "NIP/NI PPPK", "NI PPPK", "NIP PNS", "NIP pegawai", "Nomor Induk Pegawai"),
    "nama": ("Nama", "Nama lengkap", "Nama pegawai", "Nama dan gelar", "Nama dengan gelar", "Nama ASN"),
    "gelar_depan": ("Gelar depan",),
    "gelar_belakang": ("Gelar belakang",),
    "status": ("Status", "Status pegawai", "Status kepegawaian"),
    "status_cpns": ("Status CPNS PNS",),
    "status_asn": ("Status ASN",),
    "jenis_pegawai": ("Jenis pegawai", "Jenis pegawai nama"),
    "pangkat": ("Pangkat", "Pangkat tertulis", "Pangkat golongan", "Pangkat/golongan ruang", "Nama pangkat"),
    "golongan": ("Golongan", "Gol", "Gol ruang", "Golongan ruang", "Gol akhir nama", "Golongan akhir"),
    "golongan_id": ("Gol akhir ID",),
    "jabatan": ("Jabatan", "Nama jabatan", "Jabatan nama"),
    "unit": ("Unit kerja", "Unit", "Unor", "Unor nama", "Nama unor", "Bagian"),
    "unit_id": ("Unor ID",),
    "petunjuk": ("Sub jabatan", "Penempatan"),
    "tanggal_lahir": ("Tanggal lahir", "Tgl lahir", "Lahir"),
    "tmt": ("TMT jabatan", "TMT", "Tanggal TMT jabatan", "Mulai jabatan"),
    "atasan": ("NIP atasan", "Atasan", "NIP atasan langsung", "Atasan langsung", "Nama atasan", "Pejabat penilai"),
}
# What people read about a column, in reports and in our own template.
LABEL_KOLOM = {
    "nip": "NIP",
    "nama": "Nama",
    "gelar_depan": "Gelar depan",
    "gelar_belakang": "Gelar belakang",
    "status": "Status",
    "status_cpns": "Status",
    "status_asn": "Status",
    "jenis_pegawai": "Status",
    "pangkat": "Pangkat",
    "golongan": "Golongan",
    "golongan_id": "Golongan",
    "jabatan": "Jabatan",
    "unit": "Unit kerja",
    "unit_id": "Unit kerja",
    "petunjuk": "Penempatan",
    "tanggal_lahir": "Tanggal lahir",
    "tmt": "TMT jabatan",
    "atasan": "Atasan",
}
_SANDI = {"password", "passwd", "pwd", "sandi", "katasandi", "pass", "pin", "passwordhash", "katakunci"}
# Personal data (UU 27/2022) that the product has no use for.
_PRIBADI = {
    "nik", "ktp", "nomorktp", "noktp", "nokk", "nomorhp", "nohp", "hp", "telepon", "notelepon", "telp", "nowa",
    "email", "emailgov", "surel", "alamat", "npwp", "npwpnomor", "nonpwp", "bpjs", "agama", "agamaid", "agamanama",
    "jeniskawinid", "jeniskawinnama", "statusperkawinan", "statuskawin", "jeniskelamin", "kelamin", "tempatlahir",
    "tempatlahirid", "tempatlahirnama", "norekening", "rekening", "namaibu", "golongandarah",
}  # fmt: skip
# Running numbers of a list: not worth a remark.
_NOMOR = {"no", "nomor", "id", "nourut", "nomorurut"}

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
_STATUS_CPNS = {"c": StatusPegawai.CPNS, "p": StatusPegawai.PNS}
_PPPK = (StatusPegawai.PPPK, StatusPegawai.PPPK_PARUH_WAKTU)
_RENGGANG = re.compile(r"\w(?: \w){3,}")
_KOSONG = {"", "-", "--", "–", "—", "0"}


@dataclass(frozen=True, slots=True)
class Temuan:
    """One remark of a report: row as Excel shows it, column, level, and a sentence that says what to do."""

    baris: int
    kolom: str
    tingkat: str
    alasan: str


@dataclass(frozen=True, slots=True)
class BarisPegawai:
    """What one row says; None or "" means that the file says nothing."""

    nomor: int
    nip: str | None = None
    nama: str = ""
    status: str = ""
    golongan: str = ""
    tanggal_lahir: date | None = None
    jabatan: str = ""
    unit: str = ""
    petunjuk: str = ""
    tmt: date | None = None
    nip_atasan: str | None = None
    nama_atasan: str = ""
    temuan: tuple[Temuan, ...] = ()

    @property
    def galat(self) -> bool:
        return any(satu.tingkat == Tingkat.GALAT for satu in self.temuan)

    @property
    def isi(self) -> tuple[object, ...]:
        """Everything but the row number and the remarks: equal for a line that was pasted twice."""
        return tuple(
            getattr(self, nama)
            for nama in ("nip", "nama", "status", "golongan", "tanggal_lahir", "jabatan", "unit", "petunjuk", "tmt")
        )


@dataclass(frozen=True, slots=True)
class BerkasPegawai:
    """A staff list that was read. ``kolom``: (heading in the file, what it is read as) for the preview."""

    nama: str
    sidik: str
    baris: tuple[BarisPegawai, ...]
    kosong: tuple[int, ...] = ()
    temuan: tuple[Temuan, ...] = ()
    kolom: tuple[tuple[str, str], ...] = ()
    tolak_semua: bool = False

    def ke_json(self) -> dict[str, Any]:
        """Plain values for the session between check and save; holds none of the columns that are not stored."""
        isi = asdict(self)
        for baris in isi["baris"]:
            for nama in ("tanggal_lahir", "tmt"):
                baris[nama] = baris[nama].isoformat() if baris[nama] else None
        return isi

    @classmethod
    def dari_json(cls, isi: dict[str, Any]) -> BerkasPegawai:
        def tanggal(teks: str | None) -> date | None:
            return date.fromisoformat(teks) if teks else None

        baris = tuple(
            BarisPegawai(
                **satu
                | {
                    "tanggal_lahir": tanggal(satu["tanggal_lahir"]),
                    "tmt": tanggal(satu["tmt"]),
                    "temuan": tuple(Temuan(**t) for t in satu["temuan"]),
                }
            )
            for satu in isi["baris"]
        )
        return cls(
            nama=isi["nama"],
            sidik=isi["sidik"],
            baris=baris,
            kosong=tuple(isi["kosong"]),
            temuan=tuple(Temuan(**t) for t in isi["temuan"]),
            kolom=tuple((judul, arti) for judul, arti in isi["kolom"]),
            tolak_semua=isi["tolak_semua"],
        )


def baca_berkas(isi: bytes, nama: str) -> BerkasPegawai:
    """Read a staff list: XLSX, CSV, or a JSON list of rows. Raises ``BerkasDitolak`` when it is not one."""
    try:
        lembar = _dari_json(isi) if nama.lower().endswith(".json") else baca_lembar(isi, nama)
        tabel = cari_judul(lembar, KOLOM)
    except (LembarTidakTerbaca, JudulTidakDitemukan) as galat:
        raise BerkasDitolak(str(galat)) from galat
    if "nip" not in tabel.peta and "nama" not in tabel.peta:
        raise BerkasDitolak(
            "Berkas ini tidak mempunyai kolom NIP maupun Nama. Unduh templat dari halaman impor, lalu isi kolomnya."
        )
    if len(tabel.baris) > BARIS_PEGAWAI_MAKS:
        raise BerkasDitolak(f"Berkas berisi lebih dari {BARIS_PEGAWAI_MAKS} baris. Bagi menjadi beberapa berkas.")
    temuan, tolak_semua = _periksa_judul(lembar, tabel)
    return BerkasPegawai(
        nama=nama,
        sidik=hashlib.sha256(isi).hexdigest(),
        baris=tuple(_Pembaca(tabel, baris).baca() for baris in tabel.baris),
        kosong=tabel.kosong,
        temuan=temuan,
        kolom=tuple((judul.strip(" \ufeff"), LABEL_KOLOM[nama]) for nama, judul in tabel.judul.items()),
        tolak_semua=tolak_semua,
    )


def templat() -> bytes:
    """Our own template as XLSX: headings and one sample row, which passes our own import."""
    judul = ["NIP", "Nama", "Gelar depan", "Gelar belakang", "Status", "Golongan", "Jabatan", "Unit kerja"]
    contoh = ["198508172010011901", "Rahmat Tundan", "", "S.Sos.", "PNS", "III/c", "Penelaah Teknis Kebijakan", ""]
    return tulis_xlsx(
        [
            [*judul, "Tanggal lahir", "TMT jabatan", "NIP atasan"],
            [*contoh, date(1985, 8, 17), date(2021, 5, 1), ""],
        ],
        nama_lembar="Pegawai",
    )


def _dari_json(isi: bytes) -> Lembar:
    """A list of objects, or an object with such a list under "baris"; item n is row n."""
    try:
        data = json.loads(isi)
        daftar = data["baris"] if isinstance(data, dict) else data
        judul = list(dict.fromkeys(kunci for satu in daftar for kunci in satu))
        nilai = [[satu.get(kunci) for kunci in judul] for satu in daftar]
    except (ValueError, KeyError, TypeError, AttributeError) as galat:
        raise BerkasDitolak('Berkas JSON harus berupa daftar baris, misalnya [{"nama": …, "nip": …}].') from galat
    return Lembar(
        tuple(Baris(n, tuple(_sel_json(k, v) for k, v in enumerate(sel, 1))) for n, sel in enumerate([judul, *nilai]))
    )


def _sel_json(kolom: int, nilai: object) -> Sel:
    if nilai is None or (isinstance(nilai, str) and not nilai.strip()):
        return Sel(kolom)
    if isinstance(nilai, (int, float)) and not isinstance(nilai, bool):
        return Sel(kolom, nilai, JenisSel.ANGKA)
    return Sel(kolom, str(nilai), JenisSel.TEKS)


def _periksa_judul(lembar: Lembar, tabel: Tabel) -> tuple[tuple[Temuan, ...], bool]:
    """Remarks about the file: columns that are not read, and passwords, for which nothing is read at all."""
    n = tabel.nomor_judul
    temuan = [Temuan(n, "", Tingkat.PERINGATAN.value, teks) for teks in (*lembar.catatan, *tabel.peringatan)]
    sandi = False
    for _huruf, judul in tabel.diabaikan:
        nama, kunci = judul.strip(" \ufeff"), kunci_judul(judul)
        if kunci in _SANDI:
            sandi = True
            temuan.append(
                Temuan(
                    n,
                    nama,
                    Tingkat.GALAT.value,
                    f"Kolom «{nama}» berisi kata sandi. Hapus kolom itu dari berkas lalu unggah lagi; kata sandi dibuat "
                    "sendiri oleh pemilik akun dengan kode masuk pertama.",
                )
            )
        elif kunci in _PRIBADI:
            temuan.append(
                Temuan(n, nama, Tingkat.PERINGATAN.value, f"Kolom «{nama}» adalah data pribadi dan tidak disimpan.")
            )
        elif kunci not in _NOMOR:
            temuan.append(Temuan(n, nama, Tingkat.PERINGATAN.value, f"Kolom «{nama}» tidak dipakai dan diabaikan."))
    if not {"status", "status_cpns", "status_asn", "jenis_pegawai"} & set(tabel.peta):
        temuan.append(
            Temuan(
                n,
                "Status",
                Tingkat.PERINGATAN.value,
                "Tidak ada kolom Status. Status pegawai baru dibiarkan kosong; isi sesudahnya di Meja pengelola.",
            )
        )
    temuan.extend(Temuan(k, "", Tingkat.PERINGATAN.value, "Baris kosong, dilewati.") for k in tabel.kosong)
    return tuple(temuan), sandi


@dataclass(slots=True)
class _Pembaca:
    """Reads one row and gathers what is wrong with it."""

    tabel: Tabel
    baris: Baris
    temuan: list[Temuan] = field(default_factory=list)

    def baca(self) -> BarisPegawai:
        for nama in self.tabel.peta:
            if self._sel(nama).jenis in {JenisSel.GALAT, JenisSel.RUMUS}:
                self._galat(nama, "Sel ini berisi rumus atau galat Excel. Salin lalu tempel sebagai nilai.")
        nip = self._nip()
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
            return baca_tanggal(sel.teks if isinstance(nilai, str) else nilai)  # type: ignore[arg-type]  # other types raise
        except (TanggalTidakSah, TypeError) as galat:
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


def semua_temuan(berkas: BerkasPegawai) -> Iterator[Temuan]:
    """Remarks of the file, then of its rows."""
    yield from berkas.temuan
    for baris in berkas.baris:
        yield from baris.temuan
