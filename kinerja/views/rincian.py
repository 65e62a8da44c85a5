"""The stored derivation of an evaluation in the shape that the page prints: nothing is computed here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.urls import reverse

from kinerja.enums import StatusEvaluasi
from kinerja.models import Evaluasi, Indikator, PenilaianPerilaku
from kinerja.perhitungan import (
    LABEL_ARAH,
    LABEL_NILAI_DASAR,
    LABEL_PREDIKAT,
    LABEL_RATING,
    LABEL_SUMBER,
    NilaiDasar,
    Penilai,
    Predikat,
    Rating,
    Sumber,
    predikat_kinerja,
    teks_angka,
)
from kinerja.ringkasan import survei_terbit
from rakumpit.angka import format_angka

_LABEL_UNSUR = {"kompetensi": "Kompetensi pelaksana (U6)", "perilaku": "Perilaku pelaksana (U7)"}
# Predicates that are looked at first, and the colour that goes with each word.
JENIS_PREDIKAT: dict[str, str] = {
    Predikat.SANGAT_BAIK: "baik",
    Predikat.BAIK: "baik",
    Predikat.BUTUH_PERBAIKAN: "perhatian",
    Predikat.KURANG: "bahaya",
    Predikat.SANGAT_KURANG: "bahaya",
}
JENIS_STATUS: dict[str, str] = {
    StatusEvaluasi.MENUNGGU: "info",
    StatusEvaluasi.DIPUTUS: "perhatian",
    StatusEvaluasi.DITETAPKAN: "baik",
}


@dataclass(frozen=True, slots=True)
class Tautan:
    label: str
    alamat: str


@dataclass(frozen=True, slots=True)
class BarisTampil:
    """One stored line: a value as text with the formula, or the reason why there is none."""

    label: str
    rumus: str
    nilai: str
    alasan: str


@dataclass(frozen=True, slots=True)
class IndikatorTampil:
    baris: BarisTampil
    rhk: str
    sumber: str
    arah: str
    target: str
    asal_target: str
    realisasi: str
    bobot: str
    n: int | None
    bendera: list[str]
    keterangan: str
    tautan: list[Tautan]


@dataclass(frozen=True, slots=True)
class PerilakuTampil:
    label: str
    baris: list[BarisTampil]
    kalimat: list[str]
    warga: list[BarisTampil]


@dataclass(frozen=True, slots=True)
class SelKuadran:
    predikat: str
    di_sini: bool


@dataclass(frozen=True, slots=True)
class BarisKuadran:
    rating: str
    ambang: str
    sel: list[SelKuadran]


@dataclass(frozen=True, slots=True)
class Rincian:
    """Everything below the predicate. ``tampil_angka`` is the rule's switch for the «Angka bantu»."""

    indikator: list[IndikatorTampil]
    hasil: BarisTampil | None
    perilaku: list[PerilakuTampil]
    nilai_perilaku: BarisTampil | None
    kinerja: BarisTampil | None
    angka_bantu: str
    tampil_angka: bool
    aturan_nama: str
    aturan_dasar: str
    aturan_terverifikasi: bool
    kuadran: list[BarisKuadran]
    letak: str


def label_predikat(nilai: str) -> str:
    """Words of a stored predicate; empty for none."""
    return LABEL_PREDIKAT[Predikat(nilai)] if nilai else ""


def label_rating(nilai: str) -> str:
    """Words of a stored rating; empty for none."""
    return LABEL_RATING[Rating(nilai)] if nilai else ""


def buat_rincian(evaluasi: Evaluasi) -> Rincian:
    """Read the stored lines of one evaluation. Needs ``run`` and ``aturan`` loaded; at most three more queries."""
    baris = [(str(satu["kode"]), _baris(satu)) for satu in evaluasi.rincian]
    menurut_kode = dict(baris)
    beku = evaluasi.run.aturan_beku
    tampil = tampil_angka_bantu(evaluasi)
    kinerja = menurut_kode.get("kinerja")
    return Rincian(
        indikator=_indikator(evaluasi, menurut_kode),
        hasil=menurut_kode.get("hasil"),
        perilaku=_perilaku(evaluasi, baris),
        nilai_perilaku=menurut_kode.get("perilaku"),
        kinerja=kinerja if tampil else None,
        angka_bantu=format_angka(evaluasi.nilai_kinerja) if tampil and evaluasi.nilai_kinerja is not None else "",
        tampil_angka=tampil,
        aturan_nama=str(beku.get("nama", evaluasi.aturan.nama)),
        aturan_dasar=str(beku.get("dasar_hukum", evaluasi.aturan.dasar_hukum)),
        aturan_terverifikasi=bool(beku.get("terverifikasi", evaluasi.aturan.terverifikasi)),
        kuadran=_kuadran(evaluasi, beku.get("nilai", {})),
        letak=_letak(evaluasi),
    )


def tampil_angka_bantu(evaluasi: Evaluasi) -> bool:
    """Whether the «Angka bantu» is shown: switched on when the run was opened, and still."""
    return bool(evaluasi.run.aturan_beku.get("tampilkan_angka_bantu", True) and evaluasi.aturan.tampilkan_angka_bantu)


def alasan_perhatian(evaluasi: Evaluasi) -> list[str]:
    """Why a superior should look at this person first, from the stored lines; empty when nothing stands out."""
    alasan = [
        str(satu["alasan"]) for satu in evaluasi.rincian if satu["kode"] in {"hasil", "perilaku"} and satu["alasan"]
    ]
    kosong = sum(1 for satu in evaluasi.rincian if str(satu["kode"]).startswith("capaian.") and satu["alasan"])
    if kosong and evaluasi.nilai_hasil is not None:
        alasan.append(f"{kosong} indikator tidak dapat dihitung.")
    if evaluasi.usulan_predikat in {
        Predikat.BUTUH_PERBAIKAN.value,
        Predikat.KURANG.value,
        Predikat.SANGAT_KURANG.value,
    }:
        alasan.append("Usulan di bawah Baik: periksa rincian sebelum memutuskan.")
    bendera = [b for i in evaluasi.bahan.get("indikator", []) for b in i.get("bendera", [])]
    if bendera:
        alasan.append(f"Survei: {'; '.join(dict.fromkeys(_sebut(satu) for satu in bendera))}.")
    return alasan


def _sebut(bendera: str) -> str:
    """A stored remark of the survey as part of a longer sentence."""
    return f"{bendera[:1].lower()}{bendera[1:]}".rstrip(".")


def _baris(satu: Mapping[str, Any]) -> BarisTampil:
    nilai = satu["nilai"]
    label = str(satu["label"])
    if str(satu["kode"]).startswith("warga."):
        kode = str(satu["kode"]).removeprefix("warga.")
        label = _LABEL_UNSUR.get(kode, label)
    return BarisTampil(
        label=label,
        rumus=str(satu["rumus"] or ""),
        nilai="" if nilai is None else teks_angka(Decimal(nilai)),
        alasan=str(satu["alasan"] or ""),
    )


def _angka(teks: str | None) -> str:
    return "" if teks is None else teks_angka(Decimal(teks))


def _target(bahan: Mapping[str, Any]) -> str:
    bawah, atas = (_angka(sisi) for sisi in bahan["target"])
    teks = f"{bawah}–{atas}" if bawah and atas and bawah != atas else bawah or atas
    return f"{teks} {bahan['satuan']}".strip() if teks else ""


def _survei(evaluasi: Evaluasi) -> list[Mapping[str, Any]]:
    """Surveys that the run noted as its source."""
    survei = evaluasi.bahan.get("konteks", {}).get("survei") or {}
    return list(survei.get("survei", ()))


def _indikator(evaluasi: Evaluasi, baris: Mapping[str, BarisTampil]) -> list[IndikatorTampil]:
    bahan = evaluasi.bahan.get("indikator", [])
    uuid_menurut_id = dict(Indikator.objects.filter(pk__in=[satu["id"] for satu in bahan]).values_list("pk", "uuid"))
    survei = _survei(evaluasi) if any(satu["sumber"] == Sumber.IKM.value for satu in bahan) else []
    terbit = survei_terbit([UUID(satu["uuid"]) for satu in survei])
    hasil = []
    for satu in bahan:
        tautan = []
        if satu["sumber"] == Sumber.MANUAL.value and satu["id"] in uuid_menurut_id:
            alamat = reverse("kinerja:realisasi", args=[uuid_menurut_id[satu["id"]], evaluasi.periode.kode])
            tautan.append(Tautan("Lihat isian realisasi dan buktinya", alamat))
        if satu["sumber"] == Sumber.IKM.value:
            tautan += [
                Tautan(f"Hasil {s['judul']}", reverse("survei:hasil", args=[s["uuid"]]))
                for s in survei
                if UUID(s["uuid"]) in terbit and s["judul"] in satu["keterangan"]
            ]
        hasil.append(
            IndikatorTampil(
                baris=baris.get(f"capaian.{satu['id']}") or BarisTampil(satu["nama"], "", "", "Tidak dihitung."),
                rhk=satu["rhk"],
                sumber=LABEL_SUMBER[Sumber(satu["sumber"])],
                arah=LABEL_ARAH[satu["arah"]],
                target=_target(satu),
                asal_target=satu["asal_target"],
                realisasi=f"{_angka(satu['realisasi'])} {satu['satuan']}".strip() if satu["realisasi"] else "",
                bobot=_angka(satu["bobot"]),
                n=satu["n"],
                bendera=[_sebut(b) for b in satu["bendera"]],
                keterangan=satu["keterangan"],
                tautan=tautan,
            )
        )
    return hasil


def _perilaku(evaluasi: Evaluasi, baris: Iterable[tuple[str, BarisTampil]]) -> list[PerilakuTampil]:
    """Seven values in their official order. Sentences are the superior's; those of colleagues stay unattributed."""
    menurut_nilai: dict[str, list[BarisTampil]] = {}
    warga: list[BarisTampil] = []
    for kode, satu in baris:
        bagian = kode.split(".")
        if bagian[0] == "perilaku" and len(bagian) > 1:
            menurut_nilai.setdefault(bagian[1], []).append(satu)
        elif bagian[0] == "warga":
            warga.append(satu)
    kalimat: dict[str, list[str]] = {}
    penilaian = PenilaianPerilaku.objects.filter(
        pegawai_id=evaluasi.pegawai_id, periode_id=evaluasi.periode_id, sebagai=Penilai.ATASAN.value
    ).exclude(catatan="")
    for nilai_dasar, catatan in penilaian.order_by("pk").values_list("nilai_dasar", "catatan"):
        kalimat.setdefault(nilai_dasar, []).append(catatan)
    return [
        PerilakuTampil(
            label=label,
            baris=menurut_nilai.get(nilai.value) or [BarisTampil(label, "", "", "Belum dinilai.")],
            kalimat=kalimat.get(nilai.value, []),
            warga=warga if nilai is NilaiDasar.BERORIENTASI_PELAYANAN else [],
        )
        for nilai, label in LABEL_NILAI_DASAR.items()
    ]


def _dipakai(evaluasi: Evaluasi) -> tuple[str, str]:
    """Ratings that hold now: the decision, before that the proposal."""
    if evaluasi.status != StatusEvaluasi.MENUNGGU.value:
        return evaluasi.rating_hasil, evaluasi.rating_perilaku
    return evaluasi.usulan_hasil, evaluasi.usulan_perilaku


def _kuadran(evaluasi: Evaluasi, nilai_aturan: Mapping[str, Any]) -> list[BarisKuadran]:
    di_sini = _dipakai(evaluasi)
    ambang = {
        Rating.DI_ATAS: _ambang("mulai {}", nilai_aturan.get("ambang_hasil_di_atas")),
        Rating.SESUAI: _ambang("mulai {}", nilai_aturan.get("ambang_hasil_sesuai")),
        Rating.DI_BAWAH: _ambang("di bawah {}", nilai_aturan.get("ambang_hasil_sesuai")),
    }
    return [
        BarisKuadran(
            rating=LABEL_RATING[hasil],
            ambang=ambang[hasil],
            sel=[
                SelKuadran(LABEL_PREDIKAT[predikat_kinerja(hasil, perilaku)], (hasil.value, perilaku.value) == di_sini)
                for perilaku in (Rating.DI_BAWAH, Rating.SESUAI, Rating.DI_ATAS)
            ],
        )
        for hasil in (Rating.DI_ATAS, Rating.SESUAI, Rating.DI_BAWAH)
    ]


def _ambang(pola: str, nilai: str | None) -> str:
    return pola.format(_angka(nilai)) if nilai is not None else ""


def _letak(evaluasi: Evaluasi) -> str:
    hasil, perilaku = _dipakai(evaluasi)
    if hasil and perilaku:
        return f"Hasil kerja {label_rating(hasil)}, perilaku kerja {label_rating(perilaku)}."
    belum = [nama for nama, ada in (("hasil kerja", hasil), ("perilaku kerja", perilaku)) if not ada]
    return f"Belum dapat ditempatkan: {' dan '.join(belum)} belum mempunyai rating."
