"""Names of persons in free text: those of the office, and what stands after «Pak», «bernama», or before a title."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from rakumpit.samaran.kata import BUKAN_NAMA, JABATAN, KATA_DAN_NAMA, SAPAAN, SAPAAN_KABUR

NAMA = "[nama]"

_KATA = re.compile(r"[^\W\d_]+(?:['`\u2018\u2019\u02bc\u00b4][^\W\d_]+)*")
_APOSTROF = re.compile(r"['`\u2018\u2019\u201b\u02bc\u02bb\u00b4\u2032]")
_BIASA = BUKAN_NAMA | KATA_DAN_NAMA | SAPAAN | JABATAN
_PENGANTAR = re.compile(
    r"\b(?:bernama|namanya|dipanggil|nama\s+(?:saya|aku|petugas(?:nya)?|pegawai(?:nya)?|beliau|lengkap)|atas\s+nama"
    r"|a/n|a\.n\.?|ttd\.?|hormat\s+(?:saya|kami)|(?:salam|saya)(?=,))\s{0,2}[:,]?\s{0,2}(?:adalah\s+|itu\s+)?",
    re.IGNORECASE,
)
_GELAR = re.compile(
    r",?\s{0,2}\b(?:"
    r"[SM]\.\s?(?:Sos|Pd|Si|Kom|E|H|T|Hut|P|IP|Ak|Ag|Kep|Farm|Psi|AP|STP|Kes|M|Pt|Hum|Th|Pi|KM|Ds|Sn|A)\b\.?(?:\s?[IK]\b\.?)?"
    r"|A\.\s?Md\b\.?(?:\s?\w{1,4}\b\.?)?|Ph\.\s?D\b\.?)",
    re.IGNORECASE,
)
_GELAR_PENDEK = re.compile(
    r",\s{0,2}(?:SH|SE|ST|SKM|SIP|SPd|SSos|SKom|SSi|SHut|SAP|STP|SAg|MM|MH|MSi|MPd|MAP|MKom|AMd)\b"
)
_SESUDAH_SAPAAN = re.compile(r"\.?[ \u00a0]{0,2}")
_ANTARNAMA = re.compile(r"[ \u00a0]|\.[ \u00a0]?")
_SATU_NAMA = re.compile(r"[ \u00a0.,'\-]{0,3}")
_PALING_PANJANG = 4


@dataclass(frozen=True, slots=True)
class PolaNama:
    """The office's own names, ready to be found: single words, pairs of words that follow each other, and places."""

    kata: frozenset[str] = frozenset()
    pasangan: frozenset[tuple[str, str]] = frozenset()
    tempat: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Kata:
    awal: int
    akhir: int
    kunci: str
    besar: bool


def pola_nama(nama: Iterable[str], *, tempat: Iterable[str] = ()) -> PolaNama:
    """Make the pattern from names without titles (``nama_urut`` of an employee) and from names of units.

    A word that is also an ordinary word («hari», «bagus») is found only together with its neighbour in the name. The
    words of a unit's name are no names, unless an employee bears them.
    """
    kata: set[str] = set()
    pasangan: set[tuple[str, str]] = set()
    for satu in nama:
        bagian = [_kunci(cocok.group()) for cocok in _KATA.finditer(satu)]
        kata |= {isi for isi in bagian if len(isi) >= 3 and isi not in _BIASA}
        pasangan |= {(kiri, kanan) for kiri, kanan in pairwise(bagian) if len(kiri + kanan) >= 4}
    daerah = {_kunci(cocok.group()) for satu in tempat for cocok in _KATA.finditer(satu)}
    return PolaNama(frozenset(kata), frozenset(pasangan), frozenset(daerah - kata))


def _kunci(kata: str) -> str:
    terurai = unicodedata.normalize("NFKD", kata).casefold()
    return _APOSTROF.sub("", "".join(huruf for huruf in terurai if not unicodedata.combining(huruf)))


def samarkan_nama(teks: str, pola: PolaNama) -> str:
    """The text with names of persons replaced by «[nama]»; the form of address and the post stay."""
    return _Pencari(teks, pola).samarkan()


class _Pencari:
    """Marks the words of one text that are names."""

    def __init__(self, teks: str, pola: PolaNama) -> None:
        self.teks, self.pola = teks, pola
        self.kata = [
            _Kata(cocok.start(), cocok.end(), _kunci(cocok.group()), cocok.group()[0].isupper())
            for cocok in _KATA.finditer(teks)
        ]
        self.di_awal = {satu.awal: urut for urut, satu in enumerate(self.kata)}
        huruf = [satu for satu in teks if satu.isalpha()]
        # In a text of capitals a capital says nothing.
        self.semua_besar = sum(satu.isupper() for satu in huruf) * 10 > len(huruf) * 6
        self.samar: set[int] = set()
        self.gelar: list[tuple[int, int]] = []

    def samarkan(self) -> str:
        self._nama_kantor()
        self._sesudah_sapaan()
        self._sesudah_pengantar()
        self._bin()
        self._bergelar()
        return self._tulis()

    def antara(self, kiri: int, kanan: int) -> str:
        return self.teks[self.kata[kiri].akhir : self.kata[kanan].awal]

    def seperti_nama(self, urut: int, *, wajib_besar: bool) -> bool:
        """Whether the word may be a name where one is expected."""
        satu = self.kata[urut]
        if satu.kunci in self.pola.kata:
            return True
        if satu.kunci in BUKAN_NAMA - KATA_DAN_NAMA or satu.kunci in SAPAAN | JABATAN | self.pola.tempat:
            return False
        if satu.kunci.endswith("nya") or (satu.awal and self.teks[satu.awal - 1] == "["):
            return False
        return not wajib_besar or (satu.besar and not self.semua_besar)

    def _nama_kantor(self) -> None:
        for urut, satu in enumerate(self.kata):
            if satu.kunci in self.pola.kata:
                self.samar.add(urut)
            if not urut or not _ANTARNAMA.fullmatch(self.antara(urut - 1, urut)):
                continue
            if (self.kata[urut - 1].kunci, satu.kunci) in self.pola.pasangan:
                self.samar |= {urut - 1, urut}

    def _ambil(self, urut: int, *, wajib_besar: bool = False) -> None:
        """Mark a name that begins with that word, and the words after it that are written like names."""
        if urut >= len(self.kata) or not self.seperti_nama(urut, wajib_besar=wajib_besar):
            return
        self.samar.add(urut)
        for lanjut in range(urut + 1, min(urut + _PALING_PANJANG, len(self.kata))):
            if not _ANTARNAMA.fullmatch(self.antara(lanjut - 1, lanjut)):
                return
            if not self.seperti_nama(lanjut, wajib_besar=True):
                return
            self.samar.add(lanjut)

    def _sesudah_sapaan(self) -> None:
        for urut, satu in enumerate(self.kata[:-1]):
            kabur = satu.kunci in SAPAAN_KABUR or satu.kunci in JABATAN
            if (kabur or satu.kunci in SAPAAN) and _SESUDAH_SAPAAN.fullmatch(self.antara(urut, urut + 1)):
                self._ambil(urut + 1, wajib_besar=kabur)

    def _sesudah_pengantar(self) -> None:
        for cocok in _PENGANTAR.finditer(self.teks):
            if (urut := self.di_awal.get(cocok.end())) is not None:
                self._ambil(urut)

    def _bin(self) -> None:
        for urut in range(1, len(self.kata) - 1):
            if self.kata[urut].kunci not in {"bin", "binti"}:
                continue
            if all(self.seperti_nama(sisi, wajib_besar=False) for sisi in (urut - 1, urut + 1)):
                self.samar |= {urut - 1, urut}
                self._ambil(urut + 1)
                self._mundur(urut - 2)

    def _mundur(self, urut: int) -> None:
        """Mark the words before a name's last one that look like names."""
        for lebih in range(urut, max(urut - _PALING_PANJANG, -1), -1):
            if not _ANTARNAMA.fullmatch(self.antara(lebih, lebih + 1)) or not self.seperti_nama(
                lebih, wajib_besar=True
            ):
                return
            self.samar.add(lebih)

    def _bergelar(self) -> None:
        akhir_kata = {satu.akhir: urut for urut, satu in enumerate(self.kata)}
        for pola in (_GELAR, _GELAR_PENDEK):
            for cocok in pola.finditer(self.teks):
                urut = akhir_kata.get(cocok.start())
                if urut is None or not (
                    urut in self.samar or self.seperti_nama(urut, wajib_besar=pola is _GELAR_PENDEK)
                ):
                    continue
                self.samar.add(urut)
                self.gelar.append((cocok.start(), cocok.end()))
                self._mundur(urut - 1)

    def _tulis(self) -> str:
        rentang = sorted([(self.kata[urut].awal, self.kata[urut].akhir) for urut in self.samar] + self.gelar)
        hasil, awal = [], 0
        gabung: list[list[int]] = []
        for mulai, akhir in rentang:
            if gabung and (mulai <= gabung[-1][1] or _SATU_NAMA.fullmatch(self.teks, gabung[-1][1], mulai)):
                gabung[-1][1] = max(gabung[-1][1], akhir)
            else:
                gabung.append([mulai, akhir])
        for mulai, akhir in gabung:
            hasil += [self.teks[awal:mulai], NAMA]
            awal = akhir
        return "".join([*hasil, self.teks[awal:]])
