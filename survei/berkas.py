"""Reads the office's own SKM sheets ("pengolahan" workbooks, paper entry lists, recaps) as they are.

Titles above the table, a two-row heading, the numbering row under it, total rows, the class legend and remarks at the
side are recognised and left out; every row that is refused is named with all its reasons. Nothing is computed here.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from rakumpit.lembar import Baris, JenisSel, LembarTidakTerbaca, baca_lembar
from survei.data_responden import angka, baca_tanggal, periksa_data, rapi
from survei.perhitungan import (
    LABEL_UNSUR,
    NILAI_SAH,
    NOMOR_U,
    URUTAN_KUESIONER,
    KodeUnsur,
    NilaiTidakSah,
    baca_nilai,
)
from survei.rumus_lembar import hitung_rumus

Sel = Sequence[object]
MINIMAL_KOLOM_UNSUR = 5
SKALA_IKM = (25, 100)
TANPA_HASIL = "=?"  # stands for a formula whose result the file does not hold

_LABEL_IKM = re.compile(r"(?:nilai )?(?:ikm|indeks kepuasan)")
_NOMOR_UNSUR = re.compile(r"(?:u|unsur)[ .\-]?0?([1-9])\b[ .:)\-–]*(.*)", re.ASCII)
_BARIS_JUMLAH = re.compile(
    r"(?:σ|∑|jumlah|jml|total|nrr|n r r|rata|nilai|ikm|indeks|bobot|tertimbang|keterangan|mutu|kinerja unit)"
)
# Enough of each name to know it in the wordings of published sheets; the order matters: "sarana" before "saran".
_NAMA_UNSUR: tuple[tuple[KodeUnsur, re.Pattern[str]], ...] = (
    (KodeUnsur.SARANA, re.compile(r"(?:sarana|kualitas sarana).*|prasarana.*")),
    (KodeUnsur.PENGADUAN, re.compile(r"(?:penanganan|pengelolaan) (?:pengaduan|saran|keluhan).*|pengaduan")),
    (KodeUnsur.PERSYARATAN, re.compile(r"(?:kesesuaian )?persyaratan.*")),
    (KodeUnsur.PROSEDUR, re.compile(r"(?:kemudahan )?prosedur.*|sistem,? mekanisme.*|mekanisme.*")),
    (KodeUnsur.WAKTU, re.compile(r"waktu|(?:kecepatan )?waktu (?:penyelesaian|pelayanan).*")),
    (KodeUnsur.BIAYA, re.compile(r"(?:kewajaran )?biaya.*|tarif.*")),
    (KodeUnsur.PRODUK, re.compile(r"produk.*|spesifikasi (?:produk|jenis).*")),
    (KodeUnsur.KOMPETENSI, re.compile(r"kompetensi.*|kemampuan (?:pelaksana|petugas).*")),
    (KodeUnsur.PERILAKU, re.compile(r"perilaku.*|kesopanan.*")),
)
# Columns beside the answers that are known; every other column is ignored with a note.
_KOLOM_LAIN: dict[str, frozenset[str]] = {
    "nomor": frozenset({"no", "no.", "nomor", "no. resp", "no resp", "no. responden", "no responden", "resp",
                        "responden", "nomor responden", "no urut", "no. urut"}),
    "tanggal": frozenset({"tanggal", "tgl", "tgl.", "tanggal survei", "date", "tanggal pengisian"}),
    "jam": frozenset({"jam", "jam survei", "waktu survei", "pukul"}),
    "jenis_kelamin": frozenset({"jenis kelamin", "jk", "l/p", "kelamin", "gender"}),
    "usia": frozenset({"usia", "umur"}),
    "pendidikan": frozenset({"pendidikan", "pendidikan terakhir"}),
    "pekerjaan": frozenset({"pekerjaan"}),
    "layanan": frozenset({"layanan", "jenis layanan", "jenis pelayanan", "nama layanan"}),
    "saran": frozenset({"saran", "saran/masukan", "saran dan masukan", "kritik dan saran",
                        "saran, kritik, atau pengaduan", "komentar"}),
}  # fmt: skip


class BerkasSKMTidakTerbaca(ValueError):
    """The file as a whole cannot be used; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Penolakan:
    """One reason for which one row was refused: real row number in the file, heading of the column, what to do."""

    baris: int
    kolom: str
    alasan: str


@dataclass(frozen=True, slots=True)
class BarisJawaban:
    """One accepted form: answers by element code (None = not answered) and the other known columns as written."""

    nomor_baris: int
    nilai: dict[str, int | None]
    tanggal: date | None = None
    data: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TotalTercetak:
    """The index that the sheet itself prints, to be shown beside the exact one; never used as a result."""

    baris: int
    ikm: Decimal


@dataclass(frozen=True, slots=True)
class Rekap:
    """Counters instead of rows: `{kode: {nilai: jumlah}}` and the number of forms where the file states it."""

    sebaran: dict[str, dict[int, int]]
    n: int | None


@dataclass(frozen=True, slots=True)
class BerkasSKM:
    """What one file holds. Either `jawaban` or `rekap` is filled."""

    jawaban: list[BarisJawaban]
    ditolak: list[Penolakan]
    catatan: list[str]
    total_tercetak: TotalTercetak | None = None
    rekap: Rekap | None = None

    @property
    def baris_ditolak(self) -> int:
        """Number of rows refused (a row may have several reasons)."""
        return len({tolak.baris for tolak in self.ditolak})


def baca_jawaban(
    sumber: Path | str | bytes,
    nama: str = "",
    *,
    urutan: Sequence[str] = URUTAN_KUESIONER,
    pemetaan: Mapping[str, int] | None = None,
) -> BerkasSKM:
    """Read answers U1..U9 from XLSX or CSV, or a recap from JSON.

    `urutan` says which element each U-number means where the file names no elements; `pemetaan` maps letters to
    values where the office chose one. Raises `BerkasSKMTidakTerbaca`.
    """
    if isinstance(sumber, bytes):
        isi = sumber
    else:
        nama = nama or Path(sumber).name
        try:
            isi = Path(sumber).read_bytes()
        except OSError as galat:
            raise BerkasSKMTidakTerbaca(f"Berkas {nama} tidak dapat dibuka. Periksa nama dan letaknya.") from galat
    if nama.lower().endswith(".json"):
        return _baca_rekap(isi, nama)
    try:
        lembar = baca_lembar(isi, nama)
    except LembarTidakTerbaca as galat:
        raise BerkasSKMTidakTerbaca(str(galat)) from galat
    berkas = _baca_tabel([_isi_baris(baris) for baris in lembar.baris], nama or "berkas ini", urutan, pemetaan)
    berkas.catatan[:0] = lembar.catatan
    if berkas.total_tercetak is None and (baris_ikm := _baris_ikm_tanpa_hasil(lembar.baris)):
        for ikm in hitung_rumus(isi, lembar.nama, baris_ikm):
            if SKALA_IKM[0] <= ikm <= SKALA_IKM[1]:
                return replace(berkas, total_tercetak=TotalTercetak(baris_ikm, ikm))
    return berkas


def _isi_baris(baris: Baris) -> tuple[int, list[object]]:
    """Values as stored; a formula without a stored result stays recognisable, so that it is never a blank answer."""
    return baris.nomor, [TANPA_HASIL if sel.jenis == JenisSel.RUMUS else sel.nilai for sel in baris.sel]


def _baris_ikm_tanpa_hasil(baris: Sequence[Baris]) -> int | None:
    for satu in baris:
        isi = [sel for sel in satu.sel if not sel.kosong]
        if len(isi) > 1 and isi[1].jenis == JenisSel.RUMUS and _LABEL_IKM.match(rapi(isi[0].nilai)):
            return satu.nomor
    return None


def _baca_rekap(isi: bytes, nama: str) -> BerkasSKM:
    try:
        data = json.loads(isi.decode("utf-8-sig"))
        kode_menurut_u = {nomor: kode for kode, nomor in NOMOR_U.items()}
        sebaran = {
            kode_menurut_u.get(unsur.upper(), unsur): {int(nilai): int(jumlah) for nilai, jumlah in cacah.items()}
            for unsur, cacah in data["sebaran"].items()
        }
        n = int(data["responden"]) if data.get("responden") is not None else None
    except (ValueError, KeyError, TypeError, AttributeError) as galat:
        raise BerkasSKMTidakTerbaca(
            f'Rekap {nama} tidak terbaca. Bentuknya: {{"responden": 31, "sebaran": {{"U1": {{"4": 20, "3": 11}}}}}}.'
        ) from galat
    for kode, cacah in sebaran.items():
        jumlah = sum(cacah.values())
        if kode not in NOMOR_U or set(cacah) - set(NILAI_SAH) or min(cacah.values(), default=0) < 0:
            raise BerkasSKMTidakTerbaca(f"Rekap {nama}, unsur {kode}: hanya U1–U9 dengan jumlah jawaban 1 sampai 4.")
        if n is not None and jumlah > n:
            raise BerkasSKMTidakTerbaca(f"Rekap {nama}, unsur {kode}: {jumlah} jawaban dari {n} responden.")
    lengkap = {kode.value: sebaran.get(kode.value, {}) for kode in URUTAN_KUESIONER}
    return BerkasSKM([], [], ["Berkas berisi rekap, bukan jawaban per responden."], rekap=Rekap(lengkap, n))


@dataclass(slots=True)
class _Kepala:
    """The heading: its row, column -> element code, column -> heading text, column -> other known field."""

    nomor: int
    unsur: dict[int, str]
    judul: dict[int, str]
    lain: dict[int, str]
    bernama: bool


def _unsur_menurut_nama(teks: str) -> str | None:
    return next((kode.value for kode, pola in _NAMA_UNSUR if pola.fullmatch(teks)), None)


def _baca_kepala(nomor: int, sel: Sel, urutan: Sequence[str]) -> _Kepala | None:
    unsur: dict[int, str] = {}
    bernama = False
    for kolom, isi in enumerate(sel):
        teks = rapi(isi)
        cocok = _NOMOR_UNSUR.fullmatch(teks)
        kode = _unsur_menurut_nama(cocok[2] if cocok else teks)
        bernama = bernama or kode is not None
        if kode is None and cocok and int(cocok[1]) <= len(urutan):
            kode = str(urutan[int(cocok[1]) - 1])
        if kode is not None:
            unsur[kolom] = kode
    if len(set(unsur.values())) < MINIMAL_KOLOM_UNSUR:
        return None
    return _Kepala(nomor, unsur, {kolom: str(sel[kolom]).strip() for kolom in unsur}, {}, bernama)


def _lengkapi_kepala(kepala: _Kepala, sel: Sel, sel_di_atas: Sel) -> list[str]:
    """Name the other columns, from the heading row or the row above it (merged cells); return the unknown ones."""
    asing = []
    for kolom in range(max(len(sel), len(sel_di_atas))):
        if kolom in kepala.unsur:
            continue
        sendiri = rapi(sel[kolom]) if kolom < len(sel) else ""
        atas = rapi(sel_di_atas[kolom]) if kolom < len(sel_di_atas) else ""
        teks = sendiri or atas
        jenis = next((jenis for jenis, judul in _KOLOM_LAIN.items() if teks in judul), None)
        if jenis and jenis not in kepala.lain.values():
            kepala.lain[kolom] = jenis
            kepala.judul[kolom] = str(sel[kolom] if sendiri else sel_di_atas[kolom]).strip()
        elif sendiri:
            asing.append(str(sel[kolom]).strip())
    return asing


def _baris_nomor_kolom(kepala: _Kepala, sel: Sel) -> bool:
    """Recognise the row "1 2 3 … 11" under the heading: the element columns count up by one."""
    nomor = [rapi(sel[kolom]).strip("()") for kolom in sorted(kepala.unsur) if kolom < len(sel)]
    if len(nomor) < MINIMAL_KOLOM_UNSUR or not all(teks.isdecimal() for teks in nomor):
        return False
    return all(int(kanan) == int(kiri) + 1 for kiri, kanan in pairwise(nomor))


def _legenda_unsur(baris: Sequence[tuple[int, Sel]]) -> dict[int, str]:
    """Read "U8 | Penanganan Pengaduan" lines below the table: they settle the order of U8 and U9."""
    legenda: dict[int, str] = {}
    for _, sel in baris:
        teks = [rapi(isi) for isi in sel if rapi(isi)]
        cocok = _NOMOR_UNSUR.fullmatch(" ".join(teks[:2])) if teks else None
        kode = _unsur_menurut_nama(cocok[2]) if cocok else None
        if cocok and kode:
            legenda[int(cocok[1])] = kode
    return legenda


def _baca_tabel(
    baris: Sequence[tuple[int, Sel]], nama: str, urutan: Sequence[str], pemetaan: Mapping[str, int] | None
) -> BerkasSKM:
    letak = next((i for i, (nomor, sel) in enumerate(baris) if _baca_kepala(nomor, sel, urutan)), len(baris))
    legenda = _legenda_unsur(baris[letak + 1 :])
    if len(legenda) == len(urutan) and set(legenda.values()) == set(map(str, urutan)):
        urutan = [legenda[i] for i in range(1, len(urutan) + 1)]
    kepala = _baca_kepala(*baris[letak], urutan) if letak < len(baris) else None
    if kepala is None:
        raise BerkasSKMTidakTerbaca(
            f"Baris judul dengan kolom U1 sampai U9 tidak ditemukan dalam {nama}. "
            "Beri judul kolom U1, U2, … U9 atau nama unsurnya, lalu coba lagi."
        )
    catatan: list[str] = []
    ganda = sorted({kode for kode in kepala.unsur.values() if list(kepala.unsur.values()).count(kode) > 1})
    if ganda:
        raise BerkasSKMTidakTerbaca(f"Unsur {ganda[0]} muncul pada dua kolom dalam {nama}. Hapus salah satu kolom.")
    atas = baris[letak - 1][1] if letak and baris[letak - 1][0] == kepala.nomor - 1 else ()
    asing = _lengkapi_kepala(kepala, baris[letak][1], atas)
    catatan.append(f"Judul kolom ditemukan pada baris {kepala.nomor}.")
    if asing:
        catatan.append(f"Kolom yang tidak dikenal diabaikan: {', '.join(asing)}.")
    catatan.extend(_catatan_urutan(kepala, urutan))
    hilang = [kode for kode in URUTAN_KUESIONER if kode not in kepala.unsur.values()]
    if hilang:
        catatan.append(f"Kolom unsur tidak ada: {', '.join(LABEL_UNSUR[kode] for kode in hilang)}.")
    pembaca = _PembacaBaris(kepala, pemetaan)
    for nomor, sel in baris[letak + 1 :]:
        pembaca.baca(nomor, sel)
    return BerkasSKM(
        pembaca.jawaban, pembaca.ditolak, [*catatan, *pembaca.catatan()], _total_tercetak(baris[letak + 1 :])
    )


def _catatan_urutan(kepala: _Kepala, urutan: Sequence[str]) -> list[str]:
    """Say which order was used for U8 and U9, the two that the regulation itself prints in two orders."""
    if kepala.bernama:
        return ["Unsur dikenali dari nama kolomnya, bukan dari nomornya."]
    delapan, sembilan = (LABEL_UNSUR[KodeUnsur(kode)] for kode in urutan[7:9])
    return [
        f"U8 dibaca sebagai {delapan} dan U9 sebagai {sembilan}. Sebagian formulir menukar keduanya: "
        "nilai IKM tetap sama, tetapi nilai per unsur tertukar."
    ]


class _PembacaBaris:
    """Goes through the rows under the heading and sorts them into accepted, refused and skipped."""

    def __init__(self, kepala: _Kepala, pemetaan: Mapping[str, int] | None) -> None:
        self.kepala = kepala
        self.pemetaan = pemetaan
        self.jawaban: list[BarisJawaban] = []
        self.ditolak: list[Penolakan] = []
        self.nomor_kolom: list[int] = []
        self.tanpa_jawaban: list[int] = []
        self.jumlah: list[int] = []
        self.pekerjaan_asing: list[int] = []

    def catatan(self) -> list[str]:
        """Say in words which rows were left out and why."""
        hasil = []
        if self.nomor_kolom:
            hasil.append(f"Baris nomor kolom dilewati: {_daftar(self.nomor_kolom)}.")
        if self.jumlah:
            hasil.append(f"Baris jumlah, rata-rata, dan keterangan mulai baris {self.jumlah[0]} tidak dihitung.")
        if self.tanpa_jawaban:
            hasil.append(f"Baris bernomor tanpa satu jawaban pun dilewati: {_daftar(self.tanpa_jawaban)}.")
        if self.pekerjaan_asing:
            hasil.append(
                f"Pendidikan/pekerjaan tidak dikenal, jawaban tetap dihitung: baris {_daftar(self.pekerjaan_asing)}."
            )
        return hasil

    def baca(self, nomor: int, sel: Sel) -> None:
        """Sort one row."""
        isi = {kolom: sel[kolom] if kolom < len(sel) else None for kolom in (*self.kepala.unsur, *self.kepala.lain)}
        pertama = next((teks for s in sel if (teks := rapi(s))), "")
        if not pertama:
            return
        if _baris_nomor_kolom(self.kepala, sel):
            self.nomor_kolom.append(nomor)
            return
        berlabel = bool(_BARIS_JUMLAH.match(pertama))
        if berlabel or _baca_kepala(nomor, sel, URUTAN_KUESIONER) or (self.jumlah and not self._seperti_jawaban(isi)):
            self.jumlah.append(nomor)
            return
        if not any(rapi(isi[kolom]) for kolom in self.kepala.unsur):
            if any(rapi(s) for s in isi.values()):
                self.tanpa_jawaban.append(nomor)
            return
        self._terima_atau_tolak(nomor, isi)

    def _seperti_jawaban(self, isi: Mapping[int, object]) -> bool:
        """After a total (per printed page, say) only a numbered row of whole answers is a respondent again."""
        bernomor = any(jenis == "nomor" and angka(isi[kolom]) is not None for kolom, jenis in self.kepala.lain.items())
        return bernomor and all((a := angka(isi[kolom])) is not None and a in NILAI_SAH for kolom in self.kepala.unsur)

    def _terima_atau_tolak(self, nomor: int, isi: Mapping[int, object]) -> None:
        nilai: dict[str, int | None] = {kode.value: None for kode in URUTAN_KUESIONER}
        ditolak: list[tuple[int, str]] = []
        peringatan: list[tuple[int, str]] = []
        for kolom, kode in self.kepala.unsur.items():
            if isi[kolom] == TANPA_HASIL:
                ditolak.append((kolom, "Rumus tanpa hasil tersimpan. Simpan ulang di Excel, atau ketik angkanya."))
                continue
            try:
                nilai[kode] = baca_nilai(isi[kolom], self.pemetaan)
            except NilaiTidakSah as tidak_sah:
                ditolak.append((kolom, tidak_sah.alasan))
        data = {jenis: str(isi[kolom]).strip() for kolom, jenis in self.kepala.lain.items() if rapi(isi[kolom])}
        tanggal: date | None = None
        for kolom, jenis in self.kepala.lain.items():
            if jenis == "tanggal":
                tanggal, alasan = baca_tanggal(isi[kolom])
            else:
                alasan = periksa_data(jenis, isi[kolom])
            if alasan:
                (peringatan if jenis in {"pendidikan", "pekerjaan"} else ditolak).append((kolom, alasan))
        if ditolak:
            self.ditolak.extend(
                Penolakan(nomor, self.kepala.judul[kolom], alasan) for kolom, alasan in sorted([*ditolak, *peringatan])
            )
            return
        if peringatan:
            self.pekerjaan_asing.append(nomor)
        self.jawaban.append(BarisJawaban(nomor, nilai, tanggal, data))


def _daftar(nomor: Sequence[int], paling_banyak: int = 5) -> str:
    sisa = len(nomor) - paling_banyak
    awal = ", ".join(map(str, nomor[:paling_banyak]))
    return f"{awal}, dan {sisa} baris lain" if sisa > 0 else awal


def _total_tercetak(baris: Sequence[tuple[int, Sel]]) -> TotalTercetak | None:
    """Find "IKM Unit Pelayanan | 86,03" under the table: the first number from 25 to 100 in that row."""
    for nomor, sel in baris:
        isi = [s for s in sel if rapi(s)]
        if isi and _LABEL_IKM.match(rapi(isi[0])):
            for s in isi[1:]:
                ikm = angka(s)
                if ikm is not None and SKALA_IKM[0] <= ikm <= SKALA_IKM[1]:
                    return TotalTercetak(nomor, ikm)
    return None
