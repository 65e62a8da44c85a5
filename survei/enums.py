"""Choices of the survey: values are stored, labels are what people read."""

from __future__ import annotations

from enum import StrEnum


class StatusSurvei(StrEnum):
    """Life of a survey; each step is taken once, a locked count never changes."""

    DRAF = "draf"
    TERBUKA = "terbuka"
    DITUTUP = "ditutup"
    DIKUNCI = "dikunci"
    DIPUBLIKASI = "dipublikasi"


LABEL_STATUS_SURVEI = {
    StatusSurvei.DRAF: "Draf",
    StatusSurvei.TERBUKA: "Terbuka",
    StatusSurvei.DITUTUP: "Ditutup",
    StatusSurvei.DIKUNCI: "Dikunci",
    StatusSurvei.DIPUBLIKASI: "Dipublikasikan",
}


class Saluran(StrEnum):
    """How an answer reached the office."""

    DARING = "daring"
    KIOS = "kios"
    KERTAS = "kertas"
    DIBANTU = "dibantu"
    IMPOR = "impor"


LABEL_SALURAN = {
    Saluran.DARING: "Telepon sendiri",
    Saluran.KIOS: "Kios di kantor",
    Saluran.KERTAS: "Kertas",
    Saluran.DIBANTU: "Dibantu petugas",
    Saluran.IMPOR: "Impor lembar kantor",
}


class Bendera(StrEnum):
    """Marks on an answer. Marked answers are counted and shown, never silently dropped."""

    LURUS = "lurus"
    JAM_PERANGKAT = "jam_perangkat"
    ORANG_DALAM = "orang_dalam"


LABEL_BENDERA = {
    Bendera.LURUS: "Sembilan jawaban sama",
    Bendera.JAM_PERANGKAT: "Tanggal perangkat tidak wajar",
    Bendera.ORANG_DALAM: "Dikirim saat petugas unit ini sedang masuk",
}
