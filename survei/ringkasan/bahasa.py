"""Which texts an instrument has, how far each language is, and the form in that language."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from survei.enums.bahasa import KODE_BAHASA, LABEL_BAHASA, Bahasa
from survei.models import Instrumen, TeksBahasa


@dataclass(frozen=True, slots=True)
class TeksAsal:
    """One text to translate: its key, what it is, and how it reads in Indonesian."""

    kunci: str
    sebutan: str
    teks: str


def teks_asal(instrumen: Instrumen) -> list[TeksAsal]:
    """All texts of an instrument that citizens read, in the order of the form. Three queries, or none if prefetched."""
    prefetch_related_objects([instrumen], "pertanyaan__pilihan", "pertanyaan__baris")
    daftar = [TeksAsal("judul", "Judul formulir", instrumen.judul_formulir)]
    if instrumen.teks_anonim:
        daftar.append(TeksAsal("kerahasiaan", "Keterangan kerahasiaan", instrumen.teks_anonim))
    for tanya in sorted(instrumen.pertanyaan.all(), key=lambda satu: satu.urutan):
        kode, nomor = tanya.kode_unsur, tanya.nomor or "Judul bagian"
        daftar.append(TeksAsal(kode, nomor, tanya.teks))
        if tanya.bantuan:
            daftar.append(TeksAsal(f"{kode}.bantuan", f"{nomor}, keterangan", tanya.bantuan))
        daftar += [
            TeksAsal(f"{kode}-{baris.kode}", f"{nomor}, baris {baris.urutan}", baris.teks)
            for baris in sorted(tanya.baris.all(), key=lambda satu: satu.urutan)
        ]
        daftar += [
            TeksAsal(f"{kode}={pilihan.nilai}", f"{nomor}, jawaban {pilihan.nilai}", pilihan.label)
            for pilihan in sorted(tanya.pilihan.all(), key=lambda satu: satu.nilai)
        ]
    return daftar


@dataclass(frozen=True, slots=True)
class KemajuanBahasa:
    """How many texts of an instrument are there in one language; ``persen`` is 100 only when all are."""

    bahasa: Bahasa
    label: str
    terisi: int
    semua: int

    @property
    def persen(self) -> int:
        """Rounded down, so that «100» means finished."""
        return 100 * self.terisi // self.semua if self.semua else 0


def kemajuan_bahasa(instrumen: Instrumen) -> list[KemajuanBahasa]:
    """Every language with what is there of it; texts of questions that are gone do not count."""
    asal = {satu.kunci for satu in teks_asal(instrumen)}
    ada: dict[str, set[str]] = {}
    for bahasa, kunci in TeksBahasa.objects.filter(instrumen=instrumen).values_list("bahasa", "kunci"):
        ada.setdefault(bahasa, set()).add(kunci)
    return [
        KemajuanBahasa(satu, label, len(asal & ada.get(satu.value, set())), len(asal))
        for satu, label in LABEL_BAHASA.items()
    ]


def bahasa_tersedia(instrumen_id: int) -> list[tuple[str, str]]:
    """Languages in which there is any text of this instrument, as code and label; one query."""
    ada = set(TeksBahasa.objects.filter(instrumen=instrumen_id).order_by().values_list("bahasa", flat=True).distinct())
    return [(satu.value, label) for satu, label in LABEL_BAHASA.items() if satu.value in ada]


def terjemahkan(instrumen: Instrumen, bahasa: str) -> None:
    """Put the texts of a language into the instances that were read for one form; nothing is stored.

    What has no text in that language stays Indonesian. A question whose own text is there is marked with the code of
    the language, so that it is read aloud as what it is.
    """
    if bahasa not in set(Bahasa):
        return
    teks = dict(TeksBahasa.objects.filter(instrumen=instrumen, bahasa=bahasa).values_list("kunci", "teks"))
    if not teks:
        return
    instrumen.judul_formulir = teks.get("judul", instrumen.judul_formulir)
    instrumen.teks_anonim = teks.get("kerahasiaan", instrumen.teks_anonim)
    for tanya in instrumen.pertanyaan.all():
        kode = tanya.kode_unsur
        if kode in teks:
            tanya.teks, tanya.lang = teks[kode], KODE_BAHASA[Bahasa(bahasa)]
        tanya.bantuan = teks.get(f"{kode}.bantuan", tanya.bantuan)
        for pilihan in tanya.pilihan.all():
            pilihan.label = teks.get(f"{kode}={pilihan.nilai}", pilihan.label)
        for baris in tanya.baris.all():
            baris.teks = teks.get(f"{kode}-{baris.kode}", baris.teks)
