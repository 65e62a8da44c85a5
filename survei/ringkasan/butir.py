"""Questions of an instrument for the pure checks, and the counted answers to them as pages show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Sum

from rakumpit.waktu import BULAN
from survei.models import HitunganButir, Instrumen, Pertanyaan, Survei
from survei.perhitungan import sembunyikan_sel
from survei.perhitungan.butir import Butir, JenisPertanyaan, bulan_dari, ringkas_angka, teks_angka

Cacah = Mapping[str, Mapping[Decimal, int]]
TERJAWAB = ".n"


def susun_butir(instrumen: Instrumen) -> tuple[Butir, ...]:
    """All questions in their order; reads ``pertanyaan`` with ``pilihan`` and ``baris`` (prefetched by whoever can)."""
    semua = sorted(instrumen.pertanyaan.all(), key=lambda satu: satu.urutan)
    kode = {satu.pk: satu.kode_unsur for satu in semua}
    return tuple(
        Butir(
            kode=satu.kode_unsur,
            jenis=JenisPertanyaan(satu.jenis),
            wajib=satu.wajib,
            pilihan=frozenset(pilihan.nilai for pilihan in satu.pilihan.all()),
            baris=tuple(baris.kode for baris in sorted(satu.baris.all(), key=lambda baris: baris.urutan)),
            bawah=satu.bawah,
            atas=satu.atas,
            bila=kode.get(satu.bila_id or 0, ""),
            bila_nilai=frozenset(satu.bila_nilai),
        )
        for satu in semua
    )


def cacah_butir(survei: Survei) -> dict[str, dict[Decimal, int]]:
    """Counted answers per field and value; one query, its cost does not grow with answers."""
    baris = HitunganButir.objects.filter(survei=survei)
    hasil: dict[str, dict[Decimal, int]] = {}
    for kunci, nilai, banyak in baris.order_by().values_list("kunci", "nilai").annotate(banyak=Sum("jumlah")):
        hasil.setdefault(kunci, {})[nilai] = banyak
    return hasil


def pertanyaan_tampil(survei: Survei) -> list[Pertanyaan]:
    """Questions of a survey with what ``hasil_butir`` shows of them; three queries."""
    return list(survei.instrumen.pertanyaan.order_by("urutan").prefetch_related("pilihan", "baris"))


def simpan_cacah(cacah: Cacah) -> dict[str, dict[str, int]]:
    """The counts as they stand in a locked result."""
    return {
        kunci: {str(nilai): banyak for nilai, banyak in sorted(isi.items())} for kunci, isi in sorted(cacah.items())
    }


def baca_cacah(tersimpan: Mapping[str, Mapping[str, int]]) -> dict[str, dict[Decimal, int]]:
    """The other way round."""
    return {kunci: {Decimal(nilai): banyak for nilai, banyak in isi.items()} for kunci, isi in tersimpan.items()}


@dataclass(frozen=True, slots=True)
class BarisHasil:
    """One answer with how many gave it; None where that is hidden."""

    label: str
    jumlah: int | None


@dataclass(frozen=True, slots=True)
class HasilButir:
    """One question (or row of a table): ``n`` forms that answered, None below the minimum; ``angka``: mean, median."""

    nomor: str
    teks: str
    jenis: JenisPertanyaan
    n: int | None
    baris: tuple[BarisHasil, ...] = ()
    angka: tuple[tuple[str, str], ...] = ()


def hasil_butir(pertanyaan: Sequence[Pertanyaan], cacah: Cacah, minimum: int) -> list[HasilButir]:
    """Counts per answer, mean and median, with small cells hidden; headings stand as they are.

    Below ``minimum`` answers a question shows nothing. Cells below it are hidden together with one more where they
    would follow from the total. Texts are counted only.
    """
    keluar = []
    for satu in pertanyaan:
        jenis = JenisPertanyaan(satu.jenis)
        if jenis is JenisPertanyaan.BAGIAN:
            keluar.append(HasilButir("", satu.teks, jenis, None))
        elif jenis is JenisPertanyaan.MATRIKS:
            keluar += [
                _satu(satu, f"{satu.teks} {baris.teks}", cacah, f"{satu.kode_unsur}-{baris.kode}", minimum)
                for baris in sorted(satu.baris.all(), key=lambda baris: baris.urutan)
            ]
        elif jenis is not JenisPertanyaan.NILAI:
            keluar.append(_satu(satu, satu.teks, cacah, satu.kode_unsur, minimum))
    return keluar


def _satu(tanya: Pertanyaan, teks: str, cacah: Cacah, kunci: str, minimum: int) -> HasilButir:
    jenis = JenisPertanyaan(tanya.jenis)
    sebaran = cacah.get(kunci, {})
    terjawab = cacah.get(kunci + TERJAWAB)
    n = sum((terjawab if terjawab is not None else sebaran).values())
    if n < minimum:
        return HasilButir(tanya.nomor, teks, jenis, None)
    if jenis is JenisPertanyaan.TEKS:
        return HasilButir(tanya.nomor, teks, jenis, n)
    angka: tuple[tuple[str, str], ...] = ()
    if jenis in {JenisPertanyaan.ANGKA, JenisPertanyaan.SKALA}:
        ringkas = ringkas_angka(sebaran)
        angka = (("Rata-rata", teks_angka(ringkas.rata)), ("Nilai tengah", teks_angka(ringkas.median)))
    if jenis is JenisPertanyaan.ANGKA:
        return HasilButir(tanya.nomor, teks, jenis, n, angka=angka)
    if jenis is JenisPertanyaan.TANGGAL:
        label = {str(nilai): _bulan(nilai) for nilai in sorted(sebaran)}
    else:
        label = {str(satu.nilai): satu.label for satu in sorted(tanya.pilihan.all(), key=lambda satu: satu.nilai)}
    banyak = {nilai: sebaran.get(Decimal(nilai), 0) for nilai in label}
    if jenis is JenisPertanyaan.GANDA:
        # Each answer stands beside those that did not give it, so both sides must be large enough.
        tertutup = {nilai for nilai, satu in banyak.items() if 0 < satu < minimum or 0 < n - satu < minimum}
    else:
        tertutup = sembunyikan_sel(banyak, minimum)
    baris = tuple(BarisHasil(label[nilai], None if nilai in tertutup else banyak[nilai]) for nilai in label)
    # Mean and count together would give a hidden cell of a scale away.
    return HasilButir(tanya.nomor, teks, jenis, n, baris, () if tertutup else angka)


def _bulan(nilai: Decimal) -> str:
    hari = bulan_dari(nilai)
    return f"{BULAN[hari.month - 1]} {hari.year}"
