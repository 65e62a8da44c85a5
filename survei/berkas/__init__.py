"""Reads the office's own SKM sheets ("pengolahan" workbooks, paper entry lists, recaps) as they are.

Titles above the table, a two-row heading, the numbering row under it, total rows, the class legend and remarks at the
side are recognised and left out; every row that is refused is named with all its reasons. Nothing is computed here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from rakumpit.lembar import Baris, JenisSel, LembarTidakTerbaca, baca_lembar
from survei.berkas.baris import TANPA_HASIL, PembacaBaris
from survei.berkas.isi import BarisJawaban, BerkasSKM, BerkasSKMTidakTerbaca, Rekap, TotalTercetak
from survei.berkas.kepala import Sel, baca_kepala, catatan_urutan, legenda_unsur, lengkapi_kepala
from survei.data_responden import angka, rapi
from survei.perhitungan import LABEL_UNSUR, NILAI_SAH, NOMOR_U, URUTAN_KUESIONER
from survei.rumus_lembar import hitung_rumus

__all__ = ["BarisJawaban", "BerkasSKM", "BerkasSKMTidakTerbaca", "baca_jawaban"]

SKALA_IKM = (25, 100)

_LABEL_IKM = re.compile(r"(?:nilai )?(?:ikm|indeks kepuasan)")


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


def _baca_tabel(
    baris: Sequence[tuple[int, Sel]], nama: str, urutan: Sequence[str], pemetaan: Mapping[str, int] | None
) -> BerkasSKM:
    letak = next((i for i, (nomor, sel) in enumerate(baris) if baca_kepala(nomor, sel, urutan)), len(baris))
    legenda = legenda_unsur(baris[letak + 1 :])
    if len(legenda) == len(urutan) and set(legenda.values()) == set(map(str, urutan)):
        urutan = [legenda[i] for i in range(1, len(urutan) + 1)]
    kepala = baca_kepala(*baris[letak], urutan) if letak < len(baris) else None
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
    asing = lengkapi_kepala(kepala, baris[letak][1], atas)
    catatan.append(f"Judul kolom ditemukan pada baris {kepala.nomor}.")
    if asing:
        catatan.append(f"Kolom yang tidak dikenal diabaikan: {', '.join(asing)}.")
    catatan.extend(catatan_urutan(kepala, urutan))
    hilang = [kode for kode in URUTAN_KUESIONER if kode not in kepala.unsur.values()]
    if hilang:
        catatan.append(f"Kolom unsur tidak ada: {', '.join(LABEL_UNSUR[kode] for kode in hilang)}.")
    pembaca = PembacaBaris(kepala, pemetaan)
    for nomor, sel in baris[letak + 1 :]:
        pembaca.baca(nomor, sel)
    return BerkasSKM(
        pembaca.jawaban, pembaca.ditolak, [*catatan, *pembaca.catatan()], _total_tercetak(baris[letak + 1 :])
    )


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
