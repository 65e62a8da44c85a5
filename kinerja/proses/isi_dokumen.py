"""From rows to the shapes that the official documents take (``rakumpit.dokumen.isi``). Reads only.

The Angka bantu, the proposals and their derivation are in none of the shapes. Ratings are those that the official
decided; before that they are missing, never proposed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar, cast

from django.db.models import Prefetch

from kinerja.enums import BentukSKP, JenisHasil, JenisLampiran, JenisPeriode, Pendekatan
from kinerja.models import (
    SKP,
    CapaianOrganisasi,
    Evaluasi,
    Indikator,
    PenilaianPerilaku,
    Periode,
    Realisasi,
    RencanaHasilKerja,
)
from kinerja.perhitungan import (
    LABEL_NILAI_DASAR,
    LABEL_RATING,
    NilaiDasar,
    Penilai,
    Rating,
    kalimat_pola,
    teks_angka,
    teks_rentang,
)
from kinerja.perhitungan.panduan import PANDUAN_PERILAKU
from kinerja.permissions import atasan_kini
from kinerja.ringkasan.umpan_atasan import umpan_atasan
from rakumpit.dokumen.isi import (
    DataDokumenEvaluasi,
    DataEvaluasi,
    DataSKP,
    HasilKerja,
    Perilaku,
    Pihak,
    UkuranHasil,
)
from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Penugasan, UnitKerja
from rakumpit.organisasi.models.pegawai import orang
from rakumpit.organisasi.pihak import kop_kantor, pihak, tempat_kantor
from rakumpit.waktu import format_tanggal, tanggal_lokal

_K = TypeVar("_K")


@dataclass(frozen=True, slots=True)
class _Dievaluasi:
    """What the evaluation adds to a plan: indicator -> what was reached, planned result -> the superior's notes."""

    realisasi: Mapping[int, str | None]
    umpan_balik: Mapping[int | None, str]


def rentang(mulai: date, selesai: date) -> str:
    """«1 Januari s.d. 31 Desember 2026»; the year is written twice only where it differs."""
    awal = format_tanggal(mulai)
    if mulai.year == selesai.year:
        awal = awal.removesuffix(f" {mulai.year}")
    return f"{awal} s.d. {format_tanggal(selesai)}"


def tugas_penilai(pegawai: Pegawai, penilai: Pegawai | PejabatLuar, tanggal: date) -> Penugasan | None:
    """The post from which ``penilai`` rates the person on a day: the leading one above, else the definitive one."""
    semua: list[Penugasan] = sorted(
        penilai.penugasan.pada(tanggal).select_related("jabatan__unit"),
        key=lambda satu: (satu.sifat != SifatPenugasan.DEFINITIF.value, satu.pk),
    )
    kini = atasan_kini(pegawai, tanggal)
    luar = isinstance(penilai, PejabatLuar)
    if kini is not None and kini.adalah(None if luar else penilai.pk, penilai.pk if luar else None):
        for satu in semua:
            if satu.jabatan.memimpin and (satu.jabatan.nama, satu.sifat) == (kini.jabatan, kini.sifat):
                return satu
    return semua[0] if semua else None


def data_skp(skp: SKP) -> DataSKP:
    """The plan with its lampiran."""
    setuju = skp.disetujui_pada
    acuan = min(max(setuju or skp.mulai, skp.mulai), skp.selesai)
    penilai = skp.penilai or skp.penilai_luar
    ekspektasi = _ekspektasi(skp)
    # The parts come from functions that several shapes share.
    return cast(
        DataSKP,
        {
            **_formulir(skp, mulai=skp.mulai, selesai=skp.selesai, tanggal=setuju),
            "pegawai": pihak(skp.pegawai, skp.pegawai.penugasan_pada(acuan)),
            "penilai": pihak(penilai, tugas_penilai(skp.pegawai, penilai, acuan) if penilai else None),
            "perilaku": [_perilaku(nilai, ekspektasi) for nilai in NilaiDasar],
            "lampiran": _lampiran(skp),
        },
    )


def data_evaluasi(evaluasi: Evaluasi) -> DataEvaluasi:
    """Evaluasi Kinerja Pegawai of one period: the plan, what was reached, feedback, and what was decided."""
    periode, konteks, capaian = evaluasi.periode, _konteks(evaluasi), _capaian_organisasi(evaluasi)
    skp = SKP.objects.filter(pk=konteks.get("skp_id") or 0).first()
    ekspektasi = _ekspektasi(skp)
    dihitung = PenilaianPerilaku.objects.oleh_atasan(evaluasi).filter(dihitung=True)
    catatan = dict(dihitung.values_list("nilai_dasar", "catatan"))
    rating = {isi[0]: isi[2] for isi in evaluasi.bahan.get("perilaku", []) if isi[1] == Penilai.ATASAN.value}
    umpan = umpan_atasan(periode, [evaluasi.pegawai_id])[evaluasi.pegawai_id]
    tentang_nilai = _gabung((satu.nilai_dasar, satu.isi) for satu in umpan)
    # The parts come from functions that several shapes share.
    return cast(
        DataEvaluasi,
        {
            **_formulir(
                skp,
                mulai=periode.mulai,
                selesai=periode.selesai,
                tanggal=_tanggal_tetap(evaluasi),
                dievaluasi=_Dievaluasi(
                    _realisasi(evaluasi, periode), _gabung((satu.rencana_id, satu.isi) for satu in umpan)
                ),
            ),
            "pegawai": _yang_dinilai(evaluasi),
            "penilai": _penilai(evaluasi),
            "perilaku": [
                _perilaku(nilai, ekspektasi)
                | {
                    "umpan_balik": _umpan_balik(
                        rating.get(nilai.value), catatan.get(nilai.value, ""), tentang_nilai.get(nilai.value, "")
                    )
                }
                for nilai in NilaiDasar
            ],
            "jenis": "tahunan" if periode.jenis == JenisPeriode.TAHUNAN.value else "periodik",
            "masa": periode.nama,
            "capaian_organisasi": capaian.get_predikat_display() if capaian else None,
            "pola": [
                {"predikat": [satu.value for satu in predikat], "saran": saran}
                for predikat, saran in (kalimat_pola(capaian.predikat) if capaian else ())
            ],
            "rating_hasil": evaluasi.rating_hasil or None,
            "rating_perilaku": evaluasi.rating_perilaku or None,
            "predikat": evaluasi.predikat or None,
        },
    )


def data_dokumen_evaluasi(evaluasi: Evaluasi) -> DataDokumenEvaluasi:
    """Dokumen Evaluasi Kinerja: the three officials, the predicate and the notes, on one page."""
    kop = kop_kantor()
    periode, tetap, capaian = evaluasi.periode, _tanggal_tetap(evaluasi), _capaian_organisasi(evaluasi)
    # The parts come from functions that several shapes share.
    return cast(
        DataDokumenEvaluasi,
        {
            "kop": kop,
            "periode": rentang(periode.mulai, periode.selesai),
            "masa": periode.nama,
            "pegawai": _yang_dinilai(evaluasi),
            "penilai": _penilai(evaluasi),
            "atasan_penilai": _atasan_penilai(evaluasi),
            "capaian_organisasi": capaian.get_predikat_display() if capaian else None,
            "rating_hasil": evaluasi.rating_hasil or None,
            "rating_perilaku": evaluasi.rating_perilaku or None,
            "predikat": evaluasi.predikat or None,
            "catatan": evaluasi.alasan or None,
            "tempat": tempat_kantor(kop),
            "tanggal": format_tanggal(tetap) if tetap else "",
        },
    )


def _konteks(evaluasi: Evaluasi) -> dict[str, Any]:
    return (evaluasi.bahan or {}).get("konteks") or {}


def _hari_terakhir(evaluasi: Evaluasi) -> date:
    tertulis = _konteks(evaluasi).get("hari_terakhir")
    return date.fromisoformat(tertulis) if tertulis else evaluasi.periode.selesai


def _tanggal_tetap(evaluasi: Evaluasi) -> date | None:
    return tanggal_lokal(evaluasi.ditetapkan_pada) if evaluasi.ditetapkan_pada else None


def _yang_dinilai(evaluasi: Evaluasi) -> Pihak:
    """The person with post, unit and grade as the row copied them."""
    dasar = pihak(evaluasi.pegawai, None, golongan=evaluasi.golongan)
    return dasar | {"jabatan": evaluasi.jabatan_nama or None, "unit": evaluasi.unit_nama or None}


def _penilai(evaluasi: Evaluasi) -> Pihak:
    siapa = evaluasi.penilai or evaluasi.penilai_luar
    tugas = tugas_penilai(evaluasi.pegawai, siapa, _hari_terakhir(evaluasi)) if siapa else None
    dasar = pihak(siapa, tugas)
    return dasar if tugas else dasar | {"jabatan": evaluasi.penilai_jabatan or None}


def _atasan_penilai(evaluasi: Evaluasi) -> Pihak:
    if evaluasi.penilai is None:
        return pihak(None, None)
    hari = _hari_terakhir(evaluasi)
    atasan = orang(atasan_kini(evaluasi.penilai, hari))
    return pihak(atasan, tugas_penilai(evaluasi.penilai, atasan, hari) if atasan else None)


def _formulir(
    skp: SKP | None,
    *,
    mulai: date,
    selesai: date,
    tanggal: date | None,
    dievaluasi: _Dievaluasi | None = None,
) -> Any:
    """What both forms begin with; without a plan there are no results."""
    kop = kop_kantor()
    kualitatif = skp is not None and skp.pendekatan == Pendekatan.KUALITATIF.value
    rencana = _rencana(skp)
    hasil = [(satu.jenis, _hasil(satu, kualitatif=kualitatif, dievaluasi=dievaluasi)) for satu in rencana]
    return {
        "kop": kop,
        "periode": rentang(mulai, selesai),
        "pendekatan": skp.pendekatan if skp else Pendekatan.KUANTITATIF.value,
        "pimpinan": skp is not None and skp.bentuk == BentukSKP.PIMPINAN.value,
        "utama": [isi for jenis, isi in hasil if jenis == JenisHasil.UTAMA.value],
        "tambahan": [isi for jenis, isi in hasil if jenis == JenisHasil.TAMBAHAN.value],
        "tempat": tempat_kantor(kop),
        "tanggal": format_tanggal(tanggal) if tanggal else "",
    }


def _rencana(skp: SKP | None) -> list[RencanaHasilKerja]:
    if skp is None:
        return []
    ukuran = Prefetch("indikator", Indikator.objects.order_by("urut"))
    return list(skp.rencana.select_related("rhk_pimpinan").prefetch_related(ukuran).order_by("urut"))


def _hasil(rhk: RencanaHasilKerja, *, kualitatif: bool, dievaluasi: _Dievaluasi | None) -> HasilKerja:
    ukuran = [_ukuran(satu, kualitatif=kualitatif, dievaluasi=dievaluasi) for satu in rhk.indikator.all()]
    if dievaluasi is not None and ukuran:
        # The form has one cell of feedback per measure; ours is about the result, so it stands beside the first.
        ukuran[0]["umpan_balik"] = dievaluasi.umpan_balik.get(rhk.pk)
    return {
        "rhk_pimpinan": rhk.rhk_pimpinan.uraian if rhk.rhk_pimpinan else rhk.penugasan_dari or None,
        "rhk": rhk.uraian,
        "ukuran": ukuran,
    }


def _ukuran(indikator: Indikator, *, kualitatif: bool, dievaluasi: _Dievaluasi | None) -> UkuranHasil:
    target = teks_rentang(indikator.target, indikator.target_atas, indikator.satuan)
    hasil: UkuranHasil = {
        "uraian": f"{indikator.uraian}, target {target}" if kualitatif and target else indikator.uraian,
        "target": target,
        "aspek": indikator.get_aspek_display() or None,
        "perspektif": indikator.get_perspektif_display() or None,
    }
    if dievaluasi is not None:
        hasil["realisasi"] = dievaluasi.realisasi.get(indikator.pk)
    return hasil


def _gabung(pasangan: Iterable[tuple[_K, str]]) -> dict[_K, str]:
    """Texts of one key, one line each."""
    hasil: dict[_K, list[str]] = {}
    for kunci, teks in pasangan:
        hasil.setdefault(kunci, []).append(teks)
    return {kunci: "\n".join(semua) for kunci, semua in hasil.items()}


def _capaian_organisasi(evaluasi: Evaluasi) -> CapaianOrganisasi | None:
    """Of the nearest unit at or above the row's that has one in the period."""
    semua = CapaianOrganisasi.objects.filter(periode_id=evaluasi.periode_id, terbaru=True)
    ada = {satu.unit_id: satu for satu in semua}
    induk, unit_id = UnitKerja.objects.induk_dari() if ada else {}, evaluasi.unit_id
    while unit_id is not None and unit_id not in ada:
        unit_id = induk.get(unit_id)
    return ada.get(unit_id) if unit_id is not None else None


def _realisasi(evaluasi: Evaluasi, periode: Periode) -> dict[int, str | None]:
    """Indicator -> what was reached as the evaluation used it, with the note that the person wrote beside it."""
    bahan = {isi["id"]: isi for isi in evaluasi.bahan.get("indikator", [])}
    catatan = dict(
        Realisasi.objects.filter(indikator_id__in=list(bahan), periode=periode).values_list("indikator_id", "catatan")
    )
    return {pk: _teks_realisasi(isi, catatan.get(pk, "")) for pk, isi in bahan.items()}


def _teks_realisasi(isi: Mapping[str, Any], catatan: str) -> str | None:
    angka = f"{teks_angka(Decimal(isi['realisasi']))} {isi['satuan']}".strip() if isi["realisasi"] is not None else ""
    return ". ".join(satu for satu in (angka, catatan) if satu) or None


def _ekspektasi(skp: SKP | None) -> dict[str, str]:
    return {} if skp is None else dict(skp.ekspektasi.values_list("nilai_dasar", "isi"))


def _perilaku(nilai: NilaiDasar, ekspektasi: Mapping[str, str]) -> Perilaku:
    return {
        "nilai": LABEL_NILAI_DASAR[nilai],
        "panduan": list(PANDUAN_PERILAKU[nilai]),
        "ekspektasi": ekspektasi.get(nilai.value) or None,
    }


def _lampiran(skp: SKP) -> dict[str, list[str]]:
    butir = list(skp.lampiran.order_by("jenis", "urut").values_list("jenis", "isi"))

    def daftar(jenis: JenisLampiran) -> list[str]:
        return [isi for milik, isi in butir if milik == jenis.value]

    return {
        "dukungan": daftar(JenisLampiran.DUKUNGAN),
        "pertanggungjawaban": daftar(JenisLampiran.SKEMA),
        "konsekuensi": daftar(JenisLampiran.KONSEKUENSI),
    }


def _umpan_balik(rating: str | None, catatan: str, umpan: str) -> str | None:
    """The superior's rating of one value with its sentence, and the notes of the period about it."""
    nilai = f"{LABEL_RATING[Rating(rating)].capitalize()}. {catatan}".strip() if rating else catatan
    return "\n".join(satu for satu in (nilai, umpan) if satu) or None
