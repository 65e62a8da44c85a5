"""From gathered inputs to the proposed evaluation: pure arithmetic, no clock, no database.

Each line is rounded to 4 decimals (half up) and the next line is computed from rounded ones, so that whoever
recomputes from the page gets the same bits. A function that makes a line puts a value or a reason in it, never both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal, localcontext
from itertools import chain

from kinerja.perhitungan.bahan import (
    AturanNilai,
    BahanEvaluasi,
    BahanIndikator,
    BahanPerilaku,
    BahanRekomendasi,
    BahanWarga,
    Baris,
    HasilEvaluasi,
)
from kinerja.perhitungan.pilihan import LABEL_NILAI_DASAR, LABEL_PENILAI, LABEL_RATING, Arah, Penilai, Rating, Sumber
from kinerja.perhitungan.predikat import KUADRAN
from kinerja.perhitungan.ukuran import (
    KONTEKS,
    NOL,
    SERATUS,
    acuan,
    kedua_batas,
    persen_capaian,
    rata_tertimbang,
    teks_angka,
)
from rakumpit.angka import bulatkan

DESIMAL_BARIS = 4
_TANPA_REALISASI: dict[str, str] = {
    Sumber.MANUAL: "Realisasi belum diisi.",
    Sumber.IKM: "Belum ada survei terkunci untuk periode ini.",
    Sumber.PROGRAM: "Belum ada survei program yang terkunci untuk periode ini.",
    Sumber.JP: "Jam pelajaran (JP) belum tersedia.",
    Sumber.TENGGAT: "Data ketepatan waktu jawaban belum tersedia.",
}

_KUALITATIF = "SKP tanpa target angka: rating hasil kerja diputus pejabat penilai dari realisasi dan buktinya."


def hitung_evaluasi(bahan: BahanEvaluasi, aturan: AturanNilai) -> HasilEvaluasi:
    """Proposed values, ratings and predicate of one person, with every line of the derivation.

    Same inputs, same bits. ValueError: an input that no rule allows (negative, range upside down, unknown choice).
    """
    with localcontext(KONTEKS):
        capaian = [baris_capaian(indikator, aturan) for indikator in bahan.indikator]
        hasil = nilai_hasil_kerja(bahan, capaian)
        dipakai, kurang = _cukup_penilai(bahan.perilaku, aturan)
        kelompok = baris_perilaku(dipakai, aturan)
        perilaku = nilai_perilaku(kelompok)
        penilai_lain = set(bobot_penilai(aturan)) - {Penilai.ATASAN}
        dengan_360 = any(b.jumlah and b.penilai in penilai_lain for b in dipakai)
        rekomendasi = [baris_rekomendasi(urut, r, aturan) for urut, r in enumerate(bahan.rekomendasi, start=1)]
        kinerja = nilai_kinerja(hasil, perilaku, aturan, dengan_360=dengan_360)
        warga = [baris_warga(unsur, aturan) for unsur in bahan.warga]
    usulan_hasil = rating_menurut(hasil.nilai, aturan.ambang_hasil_sesuai, aturan.ambang_hasil_di_atas)
    usulan_perilaku = rating_menurut(perilaku.nilai, aturan.ambang_perilaku_sesuai, aturan.ambang_perilaku_di_atas)
    alasan: list[tuple[str, str]] = []
    if hasil.alasan is not None:
        alasan += [("nilai_hasil", hasil.alasan), ("usulan_hasil", hasil.alasan)]
    if perilaku.alasan is not None:
        alasan += [("nilai_perilaku", perilaku.alasan), ("usulan_perilaku", perilaku.alasan)]
    if kinerja.alasan is not None:
        alasan += [("nilai_kinerja", kinerja.alasan), ("usulan_predikat", kinerja.alasan)]
    return HasilEvaluasi(
        nilai_hasil=hasil.nilai,
        nilai_perilaku=perilaku.nilai,
        nilai_kinerja=kinerja.nilai,
        usulan_hasil=usulan_hasil,
        usulan_perilaku=usulan_perilaku,
        usulan_predikat=KUADRAN[usulan_hasil, usulan_perilaku] if usulan_hasil and usulan_perilaku else None,
        rincian=(
            *(*capaian, hasil, *chain.from_iterable(kelompok), perilaku),
            *(*kurang, *rekomendasi, *warga, kinerja),
        ),
        alasan=tuple(alasan),
    )


def baris_capaian(indikator: BahanIndikator, aturan: AturanNilai) -> Baris:
    """Capaian of one indicator, capped by the rule, or why it does not count. Same rule as ``capaian``."""
    kode = f"capaian.{indikator.id}"
    bawah, atas = kedua_batas(*indikator.target)
    r = indikator.realisasi
    if r is not None and r < 0:
        raise ValueError(f"Indikator «{indikator.nama}»: realisasi tidak boleh negatif.")
    if bawah is None or atas is None:
        return Baris(kode, indikator.nama, "", None, indikator.keterangan or "Target belum diisi.")
    if bawah < 0 or bawah > atas:
        raise ValueError(f"Indikator «{indikator.nama}»: target negatif, atau batas bawahnya di atas batas atas.")
    if r is None:
        return Baris(kode, indikator.nama, "", None, indikator.keterangan or _TANPA_REALISASI[indikator.sumber])
    if atas == 0:
        return Baris(kode, indikator.nama, "", None, "Target 0 tidak dapat dijadikan pembanding.")
    if indikator.sumber in {Sumber.IKM, Sumber.PROGRAM} and (
        indikator.n is None or indikator.n < aturan.minimal_jawaban
    ):
        return Baris(kode, indikator.nama, "", None, _jawaban_kurang(indikator.n, aturan))
    persen, rumus = _persen_dan_rumus(bawah, atas, r, indikator.arah, aturan.batas_capaian)
    return Baris(kode, indikator.nama, _dengan_n(rumus, indikator.n), bulatkan(persen, DESIMAL_BARIS), None)


def _persen_dan_rumus(
    bawah: Decimal, atas: Decimal, r: Decimal, arah: Arah | str, batas: Decimal
) -> tuple[Decimal, str]:
    t = acuan(bawah, atas, r)
    if t is None:
        return SERATUS, f"{teks_angka(r)} ada di dalam target {teks_angka(bawah)}–{teks_angka(atas)}: 100"
    persen = persen_capaian(t, r, arah)
    if arah == Arah.TINGGI:
        rumus = f"{teks_angka(r)} ÷ {teks_angka(t)} × 100"
    else:
        rumus = f"(2 − {teks_angka(r)} ÷ {teks_angka(t)}) × 100"
    if persen > batas:
        return batas, f"{rumus}, paling tinggi {teks_angka(batas)}"
    if persen < 0:
        return NOL, f"{rumus}, paling rendah 0"
    return persen, rumus


def nilai_hasil_kerja(bahan: BahanEvaluasi, capaian: Sequence[Baris]) -> Baris:
    """Weighted mean of the capaian that exist; no weights at all: equal ones. ``capaian`` goes with ``indikator``."""
    label = "Hasil kerja"
    if bahan.alasan_tanpa_skp is not None:
        return Baris("hasil", label, "", None, bahan.alasan_tanpa_skp)
    if not capaian:
        return Baris("hasil", label, "", None, "SKP belum mempunyai indikator.")
    if all(indikator.target == (None, None) for indikator in bahan.indikator):
        return Baris("hasil", label, "", None, _KUALITATIF)
    bobot = [indikator.bobot for indikator in bahan.indikator]
    berbobot = any(b is not None for b in bobot)
    if berbobot and any(b is None for b in bobot):
        return Baris("hasil", label, "", None, "Bobot indikator belum lengkap.")
    bagian = [
        (Decimal(1) if b is None else b, baris.nilai)
        for b, baris in zip(bobot, capaian, strict=True)
        if baris.nilai is not None
    ]
    return _baris_rata("hasil", label, bagian, berbobot=berbobot, kosong="Belum ada indikator yang dapat dihitung.")


def baris_perilaku(perilaku: Iterable[BahanPerilaku], aturan: AturanNilai) -> list[list[Baris]]:
    """Lines of each rated BerAKHLAK value; the last line of a group is the value.

    Mean per kind of rater, then the weighted mean of the kinds that took part. A value that one kind rated has one
    line; with several kinds each has its own line before it. A kind that the rule gives no weight is left out.
    """
    angka_rating = {
        Rating.DI_BAWAH: bulatkan(aturan.nilai_di_bawah, DESIMAL_BARIS),
        Rating.SESUAI: bulatkan(aturan.nilai_sesuai, DESIMAL_BARIS),
        Rating.DI_ATAS: bulatkan(aturan.nilai_di_atas, DESIMAL_BARIS),
    }
    bobot = bobot_penilai(aturan)
    # str keys: rows of the database come as plain strings, and a StrEnum member is equal to its value.
    jumlah: dict[tuple[str, str], dict[str, int]] = {}
    for b in perilaku:
        if b.jumlah < 0 or b.rating not in LABEL_RATING or b.penilai not in LABEL_PENILAI:
            raise ValueError(f"Penilaian perilaku tidak sah: {b.nilai_dasar}, {b.penilai}, {b.rating}, {b.jumlah}.")
        if b.nilai_dasar not in LABEL_NILAI_DASAR:
            raise ValueError(f"Nilai dasar «{b.nilai_dasar}» tidak dikenal.")
        if b.jumlah:
            per_rating = jumlah.setdefault((b.nilai_dasar, b.penilai), {})
            per_rating[b.rating] = per_rating.get(b.rating, 0) + b.jumlah
    kelompok: list[list[Baris]] = []
    for nilai_dasar, label in LABEL_NILAI_DASAR.items():
        kode = f"perilaku.{nilai_dasar}"
        ikut = [p for p in bobot if (nilai_dasar, p) in jumlah]
        if len(ikut) == 1:
            kelompok.append([_baris_rating(kode, label, ikut[0], jumlah[nilai_dasar, ikut[0]], angka_rating)])
        elif ikut:
            baris = [
                _baris_rating(
                    f"{kode}.{p}", f"{label}, {LABEL_PENILAI[p].lower()}", p, jumlah[nilai_dasar, p], angka_rating
                )
                for p in ikut
            ]
            bagian = [(bobot[p], satu.nilai) for p, satu in zip(ikut, baris, strict=True) if satu.nilai is not None]
            kelompok.append([*baris, _baris_rata(kode, label, bagian, berbobot=True, kosong="Belum dinilai.")])
    return kelompok


def _cukup_penilai(
    perilaku: Sequence[BahanPerilaku], aturan: AturanNilai
) -> tuple[Sequence[BahanPerilaku], list[Baris]]:
    """Ratings that count, and why those of a kind do not: too few raters, so that nobody can be recognised."""
    if aturan.minimal_penilai_lain <= 1:
        return perilaku, []
    baris = []
    for penilai in (p for p in bobot_penilai(aturan) if p != Penilai.ATASAN):
        per_nilai: dict[str, int] = {}
        for b in perilaku:
            if b.penilai == penilai:
                per_nilai[b.nilai_dasar] = per_nilai.get(b.nilai_dasar, 0) + b.jumlah
        # Everybody rates all seven values; the fewest decide should somebody not have.
        if per_nilai and (n := min(per_nilai.values())) < aturan.minimal_penilai_lain:
            alasan = f"Baru {n} orang menilai; penilaiannya dipakai mulai {aturan.minimal_penilai_lain} orang."
            baris.append(Baris(f"penilai_lain.{penilai}", LABEL_PENILAI[penilai], "", None, alasan))
    kurang = {satu.kode.removeprefix("penilai_lain.") for satu in baris}
    return [b for b in perilaku if b.penilai not in kurang], baris


def baris_rekomendasi(urut: int, rekomendasi: BahanRekomendasi, aturan: AturanNilai) -> Baris:
    """Mean of what a superior recommended; no other line is computed from it."""
    angka = {
        Rating.DI_BAWAH: aturan.nilai_di_bawah,
        Rating.SESUAI: aturan.nilai_sesuai,
        Rating.DI_ATAS: aturan.nilai_di_atas,
    }
    bagian = [(Decimal(jumlah), bulatkan(angka[rating], DESIMAL_BARIS)) for rating, jumlah in rekomendasi.perilaku]
    return _baris_rata(f"rekomendasi.{urut}", rekomendasi.siapa, bagian, berbobot=True, kosong="Belum ada penilaian.")


def bobot_penilai(aturan: AturanNilai) -> dict[Penilai, Decimal]:
    """Weights of the kinds of rater that count at all."""
    semua = {
        Penilai.ATASAN: aturan.bobot_atasan,
        Penilai.REKAN: aturan.bobot_rekan,
        Penilai.BAWAHAN: aturan.bobot_bawahan,
    }
    return {penilai: bobot for penilai, bobot in semua.items() if bobot}


def nilai_perilaku(kelompok: Iterable[Sequence[Baris]]) -> Baris:
    """Mean of the rated values; takes the groups of ``baris_perilaku``."""
    bagian = [(Decimal(1), baris[-1].nilai) for baris in kelompok if baris[-1].nilai is not None]
    return _baris_rata("perilaku", "Perilaku kerja", bagian, berbobot=False, kosong="Perilaku kerja belum dinilai.")


def nilai_kinerja(hasil: Baris, perilaku: Baris, aturan: AturanNilai, *, dengan_360: bool) -> Baris:
    """The «Angka bantu»: hasil and perilaku in the weights of PP 30/2019 Pasal 41, at most ``batas_kinerja``."""
    label = "Angka bantu"
    if hasil.nilai is None or perilaku.nilai is None:
        sebab = [baris.alasan for baris in (hasil, perilaku) if baris.alasan is not None]
        return Baris("kinerja", label, "", None, " ".join(sebab))
    bobot_hasil = aturan.bobot_hasil_360 if dengan_360 else aturan.bobot_hasil
    bobot_perilaku = aturan.bobot_perilaku_360 if dengan_360 else aturan.bobot_perilaku
    angka = (bobot_hasil * hasil.nilai + bobot_perilaku * perilaku.nilai) / SERATUS
    rumus = (
        f"({teks_angka(bobot_hasil)} × {teks_angka(hasil.nilai)}"
        f" + {teks_angka(bobot_perilaku)} × {teks_angka(perilaku.nilai)}) ÷ 100"
    )
    if angka > aturan.batas_kinerja:
        rumus = f"{rumus}, paling tinggi {teks_angka(aturan.batas_kinerja)}"
        angka = aturan.batas_kinerja
    return Baris("kinerja", label, rumus, bulatkan(angka, DESIMAL_BARIS), None)


def baris_warga(unsur: BahanWarga, aturan: AturanNilai) -> Baris:
    """What citizens answered, shown beside the behaviour; no other line is computed from it."""
    kode, label = f"warga.{unsur.unsur}", f"Jawaban warga, unsur {unsur.unsur}"
    if unsur.n < aturan.minimal_jawaban or unsur.nrr is None:
        return Baris(kode, label, "", None, _jawaban_kurang(unsur.n, aturan))
    rumus = _dengan_n("rata-rata unsur, skala 1–4", unsur.n)
    return Baris(kode, label, rumus, bulatkan(unsur.nrr, DESIMAL_BARIS), None)


def rating_menurut(nilai: Decimal | None, sesuai: Decimal, di_atas: Decimal) -> Rating | None:
    """Rating of a value by the two thresholds of its axis; None for no value."""
    if nilai is None:
        return None
    if nilai >= di_atas:
        return Rating.DI_ATAS
    return Rating.SESUAI if nilai >= sesuai else Rating.DI_BAWAH


def _baris_rating(
    kode: str, label: str, penilai: Penilai, jumlah: dict[str, int], angka_rating: dict[Rating, Decimal]
) -> Baris:
    ada = [(jumlah[r], r) for r in angka_rating if r in jumlah]
    if len(ada) == 1:
        n, rating = ada[0]
        siapa = LABEL_PENILAI[penilai].lower()
        rumus = f"{siapa}: {LABEL_RATING[rating]}" if n == 1 else f"{n} {siapa}: {LABEL_RATING[rating]}"
        return Baris(kode, label, rumus, angka_rating[rating], None)
    n = sum(satu for satu, _ in ada)
    suku = " + ".join(f"{satu} × {teks_angka(angka_rating[rating])}" for satu, rating in ada)
    rata = sum((satu * angka_rating[rating] for satu, rating in ada), NOL) / n
    return Baris(kode, label, f"({suku}) ÷ {n}", bulatkan(rata, DESIMAL_BARIS), None)


def _baris_rata(
    kode: str, label: str, bagian: Sequence[tuple[Decimal, Decimal]], *, berbobot: bool, kosong: str
) -> Baris:
    rata = rata_tertimbang(bagian)
    if rata is None:
        return Baris(kode, label, "", None, kosong)
    if berbobot:
        suku = " + ".join([f"{teks_angka(bobot)} × {teks_angka(nilai)}" for bobot, nilai in bagian])
        pembagi = teks_angka(sum([bobot for bobot, _ in bagian], NOL))
    else:
        suku = " + ".join([teks_angka(nilai) for _, nilai in bagian])
        pembagi = str(len(bagian))
    return Baris(kode, label, f"({suku}) ÷ {pembagi}", bulatkan(rata, DESIMAL_BARIS), None)


def _dengan_n(rumus: str, n: int | None) -> str:
    # Stored with the row and compared by «verifikasi»: other words would make every earlier evaluation differ.
    return rumus if n is None else f"{rumus} (dari {n} jawaban)"


def _jawaban_kurang(n: int | None, aturan: AturanNilai) -> str:
    return f"Baru ada {n or 0} jawaban; angka dipakai mulai {aturan.minimal_jawaban} jawaban."
