"""Inputs and lines of an evaluation as plain JSON types, and back to the same bits.

Decimals are strings with a point, exactly as they were ("80.00" stays "80.00"), so that a later recomputation from
the stored inputs starts from the same digits. Written by hand: ``dataclasses.asdict`` is many times slower.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any

from kinerja.perhitungan.bahan import (
    AturanNilai,
    BahanEvaluasi,
    BahanIndikator,
    BahanPerilaku,
    BahanRekomendasi,
    BahanWarga,
    Baris,
)
from kinerja.perhitungan.pilihan import Arah, NilaiDasar, Penilai, Rating, Sumber


def _teks(nilai: Decimal | None) -> str | None:
    return None if nilai is None else str(nilai)


def _desimal(teks: str | None) -> Decimal | None:
    return None if teks is None else Decimal(teks)


def bahan_ke_json(bahan: BahanEvaluasi) -> dict[str, Any]:
    """The inputs as dict, list, str, int and None."""
    return {
        "pegawai_id": bahan.pegawai_id,
        "indikator": [
            {
                "id": i.id,
                "nama": i.nama,
                "rhk": i.rhk,
                "arah": str(i.arah),
                "sumber": str(i.sumber),
                "target": [_teks(i.target[0]), _teks(i.target[1])],
                "asal_target": i.asal_target,
                "satuan": i.satuan,
                "realisasi": _teks(i.realisasi),
                "bobot": _teks(i.bobot),
                "n": i.n,
                "bendera": list(i.bendera),
                "keterangan": i.keterangan,
            }
            for i in bahan.indikator
        ],
        "perilaku": [[str(p.nilai_dasar), str(p.penilai), str(p.rating), p.jumlah] for p in bahan.perilaku],
        "warga": [{"unsur": w.unsur, "n": w.n, "nrr": _teks(w.nrr)} for w in bahan.warga],
        "alasan_tanpa_skp": bahan.alasan_tanpa_skp,
    } | _rekomendasi_ke_json(bahan.rekomendasi)


def _rekomendasi_ke_json(rekomendasi: Iterable[BahanRekomendasi]) -> dict[str, Any]:
    """Absent when there is none, as in rows that were stored before recommendations existed."""
    isi = [{"siapa": r.siapa, "perilaku": [[str(rating), n] for rating, n in r.perilaku]} for r in rekomendasi]
    return {"rekomendasi": isi} if isi else {}


def bahan_dari_json(isi: Mapping[str, Any]) -> BahanEvaluasi:
    """The inputs as they were; the inverse of ``bahan_ke_json``."""
    return BahanEvaluasi(
        pegawai_id=isi["pegawai_id"],
        indikator=tuple(
            BahanIndikator(
                id=i["id"],
                nama=i["nama"],
                rhk=i["rhk"],
                arah=Arah(i["arah"]),
                sumber=Sumber(i["sumber"]),
                target=(_desimal(i["target"][0]), _desimal(i["target"][1])),
                asal_target=i["asal_target"],
                satuan=i["satuan"],
                realisasi=_desimal(i["realisasi"]),
                bobot=_desimal(i["bobot"]),
                n=i["n"],
                bendera=tuple(i["bendera"]),
                keterangan=i["keterangan"],
            )
            for i in isi["indikator"]
        ),
        perilaku=tuple(
            BahanPerilaku(NilaiDasar(nilai), Penilai(penilai), Rating(rating), jumlah)
            for nilai, penilai, rating, jumlah in isi["perilaku"]
        ),
        warga=tuple(BahanWarga(w["unsur"], w["n"], _desimal(w["nrr"])) for w in isi["warga"]),
        alasan_tanpa_skp=isi["alasan_tanpa_skp"],
        rekomendasi=tuple(
            BahanRekomendasi(r["siapa"], tuple((Rating(rating), n) for rating, n in r["perilaku"]))
            for r in isi.get("rekomendasi", ())
        ),
    )


def rincian_ke_json(rincian: Iterable[Baris]) -> list[dict[str, str | None]]:
    """The lines of a derivation, in their order."""
    return [
        {
            "kode": b.kode,
            "label": b.label,
            "rumus": b.rumus,
            "nilai": None if b.nilai is None else str(b.nilai),
            "alasan": b.alasan,
        }
        for b in rincian
    ]


def aturan_ke_json(aturan: AturanNilai) -> dict[str, str | int]:
    """The rule values that a run froze."""
    return {
        f.name: nilai if isinstance(nilai := getattr(aturan, f.name), int) else str(nilai) for f in fields(AturanNilai)
    }


def aturan_dari_json(isi: Mapping[str, Any]) -> AturanNilai:
    """The rule values as they were; the inverse of ``aturan_ke_json``. ValueError: as ``AturanNilai``."""
    nilai: dict[str, Any] = {nama: n if isinstance(n, int) else Decimal(n) for nama, n in isi.items()}
    return AturanNilai(**nilai)
