"""The stored derivation of an evaluation in the shape that the page prints: nothing is computed here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
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
    Arah,
    Predikat,
    Rating,
    Sumber,
    andai_target,
    aturan_dari_json,
    bahan_dari_json,
    predikat_kinerja,
    teks_angka,
)
from kinerja.ringkasan import survei_terbit
from rakumpit.angka import format_angka
from rakumpit.tampilan.bagan import Kemajuan, Kuadran, buat_kemajuan, buat_kuadran

_LANGKAH = {Arah.TINGGI: "Tambah", Arah.RENDAH: "Kurangi"}
_LABEL_UNSUR = {"kompetensi": "Kompetensi pelaksana (U6)", "perilaku": "Perilaku pelaksana (U7)"}
# Predicates that are looked at first, and the colour that goes with each word.
JENIS_PREDIKAT: dict[str, str] = {
    Predikat.SANGAT_BAIK: "baik",
    Predikat.BAIK: "baik",
    Predikat.BUTUH_PERBAIKAN: "perhatian",
    Predikat.KURANG: "bahaya",
    Predikat.SANGAT_KURANG: "bahaya",
}
USULAN_RENDAH = frozenset({Predikat.BUTUH_PERBAIKAN.value, Predikat.KURANG.value, Predikat.SANGAT_KURANG.value})
_SKALA = Decimal(120)  # PP 30/2019 Pasal 41: the end of both scales
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
    """One stored line: a value as text (``singkat``: two decimals) with the formula, or why there is none."""

    label: str
    rumus: str
    nilai: str
    singkat: str
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
    batang: Kemajuan


@dataclass(frozen=True, slots=True)
class PerilakuTampil:
    label: str
    """``akhir`` is the value that counts; ``baris`` all lines that lead to it."""

    akhir: BarisTampil
    baris: list[BarisTampil]
    kalimat: list[str]


@dataclass(frozen=True, slots=True)
class Tanda:
    """Why a superior should look at a person: a short label, and the long reason behind it."""

    jenis: str
    label: str
    alasan: str
    utama: bool = True


@dataclass(frozen=True, slots=True)
class AndaiTampil:
    """One indicator that would raise the result, in words."""

    nama: str
    langkah: str
    naik: str
    hasil: str
    rating: str


@dataclass(frozen=True, slots=True)
class Rincian:
    """Everything below the predicate. ``tampil_angka`` is the rule's switch for the «Angka bantu».

    ``penilai`` says whose behaviour ratings count where that is not plain; ``lain`` are ratings that do not count.
    """

    indikator: list[IndikatorTampil]
    hasil: BarisTampil | None
    perilaku: list[PerilakuTampil]
    nilai_perilaku: BarisTampil | None
    penilai: str
    lain: list[BarisTampil]
    warga: list[BarisTampil]
    kinerja: BarisTampil | None
    angka_bantu: str
    tampil_angka: bool
    aturan_nama: str
    aturan_dasar: str
    aturan_terverifikasi: bool
    kuadran: Kuadran


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
    tampil = evaluasi.tampil_angka_bantu
    kinerja = menurut_kode.get("kinerja")
    return Rincian(
        indikator=_indikator(evaluasi, menurut_kode, _batas_capaian(evaluasi)),
        hasil=menurut_kode.get("hasil"),
        perilaku=_perilaku(evaluasi, baris),
        nilai_perilaku=menurut_kode.get("perilaku"),
        penilai=str(evaluasi.bahan.get("konteks", {}).get("penilai_perilaku", "")),
        lain=[satu for kode, satu in baris if kode.startswith(("penilai_lain.", "rekomendasi."))],
        warga=[satu for kode, satu in baris if kode.startswith("warga.")],
        kinerja=kinerja if tampil else None,
        angka_bantu=format_angka(evaluasi.nilai_kinerja) if tampil and evaluasi.nilai_kinerja is not None else "",
        tampil_angka=tampil,
        aturan_nama=str(beku.get("nama", evaluasi.aturan.nama)),
        aturan_dasar=str(beku.get("dasar_hukum", evaluasi.aturan.dasar_hukum)),
        aturan_terverifikasi=bool(beku.get("terverifikasi", evaluasi.aturan.terverifikasi)),
        kuadran=_kuadran(evaluasi, tampil_angka=tampil),
    )


def tanda_perhatian(evaluasi: Evaluasi) -> list[Tanda]:
    """Why a superior should look at this person first, from the stored lines; empty when nothing stands out.

    That the behaviour is not rated yet holds for everybody at first, so it makes nobody an exception.
    """
    tanda = []
    baris = {str(satu["kode"]): satu for satu in evaluasi.rincian}
    if alasan := (baris.get("hasil") or {}).get("alasan"):
        label = "Tidak dinilai periode ini" if evaluasi.tidak_dinilai else "Hasil kerja belum ada"
        tanda.append(Tanda("netral" if evaluasi.tidak_dinilai else "perhatian", label, str(alasan)))
    elif kosong := [satu for kode, satu in baris.items() if kode.startswith("capaian.") and satu["alasan"]]:
        rinci = " ".join(f"{satu['label']}: {satu['alasan']}" for satu in kosong)
        tanda.append(Tanda("perhatian", f"{len(kosong)} indikator tidak dihitung", rinci))
    if evaluasi.usulan_predikat in USULAN_RENDAH:
        tanda.append(Tanda("perhatian", "Usulan di bawah Baik", "Periksa rincian sebelum memutuskan."))
    bendera = [b for i in evaluasi.bahan.get("indikator", []) for b in i.get("bendera", [])]
    if bendera:
        rinci = "; ".join(dict.fromkeys(_sebut(satu) for satu in bendera))
        tanda.append(Tanda("perhatian", "Ada catatan survei", f"Survei: {rinci}."))
    if alasan := (baris.get("perilaku") or {}).get("alasan"):
        tanda.append(Tanda("netral", "Perilaku belum dinilai", str(alasan), utama=False))
    return tanda


def andai_tampil(evaluasi: Evaluasi, banyak: int = 3) -> list[AndaiTampil]:
    """The indicators that would raise the hasil kerja most if each alone reached its target, from the stored inputs."""
    semua = andai_target(bahan_dari_json(evaluasi.bahan), aturan_dari_json(evaluasi.run.aturan_beku["nilai"]))
    return [
        AndaiTampil(
            nama=satu.nama,
            langkah=f"{_LANGKAH[satu.arah]} {teks_angka(satu.kurang)} {satu.satuan}".strip(),
            naik=f"+{format_angka(satu.naik)}",
            hasil=format_angka(satu.hasil),
            rating=LABEL_RATING[satu.rating],
        )
        for satu in semua[:banyak]
    ]


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
        singkat="" if nilai is None else format_angka(Decimal(nilai)),
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


def _indikator(evaluasi: Evaluasi, baris: Mapping[str, BarisTampil], batas: Decimal) -> list[IndikatorTampil]:
    bahan = evaluasi.bahan.get("indikator", [])
    uuid_menurut_id = dict(Indikator.objects.filter(pk__in=[satu["id"] for satu in bahan]).values_list("pk", "uuid"))
    survei = _survei(evaluasi) if any(satu["sumber"] == Sumber.IKM.value for satu in bahan) else []
    terbit = survei_terbit([UUID(satu["uuid"]) for satu in survei])
    nilai = {str(satu["kode"]): satu["nilai"] for satu in evaluasi.rincian}
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
        kode = f"capaian.{satu['id']}"
        hasil.append(
            IndikatorTampil(
                baris=baris.get(kode) or BarisTampil(satu["nama"], "", "", "", "Tidak dihitung."),
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
                batang=_batang(satu, nilai.get(kode), batas),
            )
        )
    return hasil


def _perilaku(evaluasi: Evaluasi, baris: Iterable[tuple[str, BarisTampil]]) -> list[PerilakuTampil]:
    """Seven values in their official order. Sentences are the superior's; those of colleagues stay unattributed."""
    menurut_nilai: dict[str, list[BarisTampil]] = {}
    for kode, satu in baris:
        bagian = kode.split(".")
        if bagian[0] == "perilaku" and len(bagian) > 1:
            menurut_nilai.setdefault(bagian[1], []).append(satu)
    kalimat: dict[str, list[str]] = {}
    catatan = PenilaianPerilaku.objects.oleh_atasan(evaluasi).exclude(catatan="").order_by("-dihitung", "pk")
    for nilai_dasar, teks, dihitung, nama, luar in catatan.values_list(
        "nilai_dasar", "catatan", "dihitung", "penilai__nama", "penilai_luar__nama"
    ):
        kalimat.setdefault(nilai_dasar, []).append(teks if dihitung else f"{nama or luar} (rekomendasi): {teks}")
    hasil = []
    for nilai, label in LABEL_NILAI_DASAR.items():
        semua = menurut_nilai.get(nilai.value) or [BarisTampil(label, "", "", "", "Belum dinilai.")]
        hasil.append(PerilakuTampil(label, semua[-1], semua, kalimat.get(nilai.value, [])))
    return hasil


def _dipakai(evaluasi: Evaluasi) -> tuple[str, str]:
    """Ratings that hold now: the decision, before that the proposal."""
    if evaluasi.status != StatusEvaluasi.MENUNGGU.value:
        return evaluasi.rating_hasil, evaluasi.rating_perilaku
    return evaluasi.usulan_hasil, evaluasi.usulan_perilaku


def _nilai_aturan(evaluasi: Evaluasi) -> dict[str, Decimal]:
    return {nama: Decimal(nilai) for nama, nilai in evaluasi.run.aturan_beku.get("nilai", {}).items()}


def _batas_capaian(evaluasi: Evaluasi) -> Decimal:
    return _nilai_aturan(evaluasi).get("batas_capaian", _SKALA)


def _batang(bahan: Mapping[str, Any], nilai: str | None, batas: Decimal) -> Kemajuan:
    """Bar of the capaian with its tick at 100; the words are target and realisasi, for either direction."""
    realisasi, target = _angka(bahan["realisasi"]), _target(bahan)
    kata = f"{realisasi or 'Belum ada data'} dari target {target}" if target else "Target belum diisi"
    if nilai is None:
        return Kemajuan(kata, None, None, False)
    batang = buat_kemajuan(Decimal(nilai), batas, target=100)
    return replace(batang, teks=f"{kata}, target belum tercapai" if batang.di_bawah else kata)


def _kuadran(evaluasi: Evaluasi, *, tampil_angka: bool) -> Kuadran:
    """Place by the two ratings. Bounds and point only where the rule lets numbers be seen."""
    hasil, perilaku = _dipakai(evaluasi)
    belum = [nama for nama, ada in (("hasil kerja", hasil), ("perilaku kerja", perilaku)) if not ada]
    naik = (Rating.DI_BAWAH, Rating.SESUAI, Rating.DI_ATAS)
    nilai = _nilai_aturan(evaluasi) if tampil_angka else {}
    atas = nilai.get("batas_capaian", _SKALA)
    return buat_kuadran(
        predikat=[[LABEL_PREDIKAT[predikat_kinerja(baris, kolom)] for kolom in naik] for baris in reversed(naik)],
        di=(hasil, perilaku) if hasil and perilaku else None,
        hasil=evaluasi.nilai_hasil if tampil_angka else None,
        perilaku=evaluasi.nilai_perilaku if tampil_angka else None,
        batas_hasil=_ambang(nilai, "hasil", atas),
        batas_perilaku=_ambang(nilai, "perilaku", _SKALA),
        skala_hasil=(0, atas),
        skala_perilaku=(0, _SKALA),
        sebut="Usulan" if evaluasi.status == StatusEvaluasi.MENUNGGU.value else "Predikat",
        alasan=f"{' dan '.join(belum)} belum mempunyai rating" if belum else "",
    )


def _ambang(nilai: Mapping[str, Decimal], sumbu: str, atas: Decimal) -> tuple[Decimal, Decimal] | None:
    """Bounds of «sesuai» and «di atas» that lie inside the scale."""
    sesuai, di_atas = nilai.get(f"ambang_{sumbu}_sesuai"), nilai.get(f"ambang_{sumbu}_di_atas")
    if sesuai is None or di_atas is None or not 0 < sesuai < di_atas < atas:
        return None
    return sesuai, di_atas
