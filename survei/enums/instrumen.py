"""Kinds of instruments, and what their index is called."""

from __future__ import annotations

from enum import StrEnum


class JenisInstrumen(StrEnum):
    """What an instrument measures; only the satisfaction survey gives the IKM that other parts read."""

    SKM = "skm"
    SPAK = "spak"
    SPKP = "spkp"
    PROGRAM = "prog"
    BEBAS = "bebas"


LABEL_JENIS_INSTRUMEN = {
    JenisInstrumen.SKM: "Survei kepuasan (SKM)",
    JenisInstrumen.SPAK: "Persepsi anti korupsi (SPAK)",
    JenisInstrumen.SPKP: "Persepsi kualitas pelayanan (SPKP)",
    JenisInstrumen.PROGRAM: "Manfaat program",
    JenisInstrumen.BEBAS: "Survei bebas",
}
# (long, short); a free survey has no index.
NAMA_INDEKS = {
    JenisInstrumen.SKM: ("Indeks kepuasan (IKM)", "IKM"),
    JenisInstrumen.SPAK: ("Indeks persepsi anti korupsi (IPAK)", "IPAK"),
    JenisInstrumen.SPKP: ("Indeks persepsi kualitas pelayanan (IPKP)", "IPKP"),
    JenisInstrumen.PROGRAM: ("Indeks manfaat program", "Indeks"),
}
# Instruments of integrity zones: reported on the scale 1–4 too, with thresholds.
PERSEPSI = (JenisInstrumen.SPAK, JenisInstrumen.SPKP)


class ArahButir(StrEnum):
    """In which order the answers stand on the form. What is stored is always the value, 4 the best.

    A statement such as «Petugas meminta imbalan» runs against the others: who agrees gives 1.
    """

    SEARAH = "searah"
    BERLAWANAN = "berlawanan"


LABEL_ARAH_BUTIR = {
    ArahButir.SEARAH: "Searah: jawaban terakhir yang terbaik",
    ArahButir.BERLAWANAN: "Berlawanan: jawaban pertama yang terbaik",
}


class StatusInstrumen(StrEnum):
    """A draft is being built; a published version serves surveys and keeps its meaning."""

    DRAF = "draf"
    TERBIT = "terbit"


LABEL_STATUS_INSTRUMEN = {StatusInstrumen.DRAF: "Draf", StatusInstrumen.TERBIT: "Terbit"}
