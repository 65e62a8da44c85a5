"""States of a survey, and marks on its result."""

from __future__ import annotations

from enum import StrEnum


class StatusSurvei(StrEnum):
    """Life of a survey; each step is taken once, a locked count never changes."""

    DRAF = "draf"
    TERBUKA = "terbuka"
    DITUTUP = "ditutup"
    DIKUNCI = "dikunci"
    DIPUBLIKASI = "dipublikasi"


# The count is final: nothing changes it but opening the survey again.
STATUS_TERKUNCI = (StatusSurvei.DIKUNCI, StatusSurvei.DIPUBLIKASI)
LABEL_STATUS_SURVEI = {
    StatusSurvei.DRAF: "Draf",
    StatusSurvei.TERBUKA: "Terbuka",
    StatusSurvei.DITUTUP: "Ditutup",
    StatusSurvei.DIKUNCI: "Dikunci",
    StatusSurvei.DIPUBLIKASI: "Dipublikasikan",
}


class CatatanMutu(StrEnum):
    """Marks on a locked result; they travel with the number to whoever uses it."""

    TANPA_JAWABAN = "tanpa_jawaban"
    SAMPEL_KECIL = "sampel_kecil"
    DI_BAWAH_TARGET = "di_bawah_target"
    BANYAK_LURUS = "banyak_lurus"
    UNSUR_KOSONG = "unsur_kosong"
    INSTRUMEN_BELUM_DIPERIKSA = "instrumen_belum_diperiksa"


LABEL_CATATAN_MUTU = {
    CatatanMutu.TANPA_JAWABAN: "Belum ada jawaban yang dapat dihitung",
    CatatanMutu.SAMPEL_KECIL: "Jawaban masih sedikit: kurang dari 30 jawaban",
    CatatanMutu.DI_BAWAH_TARGET: "Jawaban belum mencapai target sampel",
    CatatanMutu.BANYAK_LURUS: "Sekurangnya separuh formulir berisi jawaban yang sama semua",
    CatatanMutu.UNSUR_KOSONG: "Ada unsur yang tidak dijawab siapa pun",
    CatatanMutu.INSTRUMEN_BELUM_DIPERIKSA: "Batas mutu belum diperiksa dengan naskah peraturan",
}
