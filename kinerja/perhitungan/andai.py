"""What would change the result most: one indicator at its target, all else as it is. Pure; nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal, localcontext

from kinerja.perhitungan.bahan import AturanNilai, BahanEvaluasi
from kinerja.perhitungan.evaluasi import baris_capaian, nilai_hasil_kerja, rating_menurut
from kinerja.perhitungan.pilihan import Arah, Rating
from kinerja.perhitungan.ukuran import KONTEKS, NOL, SERATUS, acuan, kedua_batas


@dataclass(frozen=True, slots=True)
class Andai:
    """One indicator below its target. ``kurang`` is how far, in its unit; ``hasil`` the value with it at the target."""

    id: int | str
    nama: str
    arah: Arah
    satuan: str
    kurang: Decimal
    naik: Decimal
    hasil: Decimal
    rating: Rating


def andai_target(bahan: BahanEvaluasi, aturan: AturanNilai) -> list[Andai]:
    """Every counted indicator below 100, with the result if it alone reached its target; the largest rise first.

    Empty when there is no result to raise. An indicator without a value is not guessed at.
    """
    with localcontext(KONTEKS):
        capaian = [baris_capaian(indikator, aturan) for indikator in bahan.indikator]
        kini = nilai_hasil_kerja(bahan, capaian).nilai
        if kini is None:
            return []
        hasil: list[Andai] = []
        for urut, (indikator, baris) in enumerate(zip(bahan.indikator, capaian, strict=True)):
            if baris.nilai is None or baris.nilai >= SERATUS:
                continue
            penuh = [*capaian[:urut], replace(baris, nilai=SERATUS), *capaian[urut + 1 :]]
            nanti = nilai_hasil_kerja(bahan, penuh).nilai
            rating = rating_menurut(nanti, aturan.ambang_hasil_sesuai, aturan.ambang_hasil_di_atas)
            if nanti is None or rating is None or nanti <= kini:
                continue
            hasil.append(
                Andai(
                    id=indikator.id,
                    nama=indikator.nama,
                    arah=indikator.arah,
                    satuan=indikator.satuan,
                    kurang=_kurang(indikator.target, indikator.realisasi),
                    naik=nanti - kini,
                    hasil=nanti,
                    rating=rating,
                )
            )
    return sorted(hasil, key=lambda satu: satu.naik, reverse=True)


def _kurang(target: tuple[Decimal | None, Decimal | None], realisasi: Decimal | None) -> Decimal:
    bawah, atas = kedua_batas(*target)
    if bawah is None or atas is None or realisasi is None:
        return NOL
    tujuan = acuan(bawah, atas, realisasi)
    return NOL if tujuan is None else abs(tujuan - realisasi)
