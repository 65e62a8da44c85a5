"""States and kinds of the cycle: periods, plans, evaluations, runs."""

from __future__ import annotations

from enum import StrEnum


class JenisPeriode(StrEnum):
    BULANAN = "bulanan"
    TRIWULAN = "triwulan"
    TAHUNAN = "tahunan"


LABEL_JENIS_PERIODE = {
    JenisPeriode.BULANAN: "Bulanan",
    JenisPeriode.TRIWULAN: "Triwulan",
    JenisPeriode.TAHUNAN: "Tahunan",
}


class StatusSKP(StrEnum):
    """``SELESAI``: ended early (mutasi); ``DIGANTI``: an approved plan that a revision has taken over from."""

    DRAF = "draf"
    DIAJUKAN = "diajukan"
    DIKEMBALIKAN = "dikembalikan"
    DISETUJUI = "disetujui"
    SELESAI = "selesai"
    DIGANTI = "diganti"


LABEL_STATUS_SKP = {
    StatusSKP.DRAF: "Draf",
    StatusSKP.DIAJUKAN: "Diajukan",
    StatusSKP.DIKEMBALIKAN: "Dikembalikan",
    StatusSKP.DISETUJUI: "Disetujui",
    StatusSKP.SELESAI: "Selesai",
    StatusSKP.DIGANTI: "Digantikan versi baru",
}
# What the owner still writes, and what has not been decided on.
STATUS_DISUNTING = (StatusSKP.DRAF, StatusSKP.DIKEMBALIKAN)
STATUS_TERBUKA = (StatusSKP.DRAF, StatusSKP.DIAJUKAN, StatusSKP.DIKEMBALIKAN)
# What was approved once; a replaced plan keeps the days before its revision began.
STATUS_PERNAH_DISETUJUI = (StatusSKP.DISETUJUI, StatusSKP.SELESAI, StatusSKP.DIGANTI)


class Pendekatan(StrEnum):
    KUANTITATIF = "kuantitatif"
    KUALITATIF = "kualitatif"


LABEL_PENDEKATAN = {Pendekatan.KUANTITATIF: "Kuantitatif", Pendekatan.KUALITATIF: "Kualitatif"}


class JenisHasil(StrEnum):
    UTAMA = "utama"
    TAMBAHAN = "tambahan"


LABEL_JENIS_HASIL = {JenisHasil.UTAMA: "Utama", JenisHasil.TAMBAHAN: "Tambahan"}


class Aspek(StrEnum):
    """Aspects for administrators, supervisors, staff (PermenPANRB 6/2022)."""

    KUANTITAS = "kuantitas"
    KUALITAS = "kualitas"
    WAKTU = "waktu"
    BIAYA = "biaya"


LABEL_ASPEK = {Aspek.KUANTITAS: "Kuantitas", Aspek.KUALITAS: "Kualitas", Aspek.WAKTU: "Waktu", Aspek.BIAYA: "Biaya"}


class Perspektif(StrEnum):
    """Perspectives for heads of independent units (PermenPANRB 6/2022)."""

    PENERIMA_LAYANAN = "penerima_layanan"
    PROSES_BISNIS = "proses_bisnis"
    PENGUATAN_INTERNAL = "penguatan_internal"
    ANGGARAN = "anggaran"


LABEL_PERSPEKTIF = {
    Perspektif.PENERIMA_LAYANAN: "Penerima Layanan",
    Perspektif.PROSES_BISNIS: "Proses Bisnis",
    Perspektif.PENGUATAN_INTERNAL: "Penguatan Internal",
    Perspektif.ANGGARAN: "Anggaran",
}


class StatusEvaluasi(StrEnum):
    """``MENUNGGU``: computed proposal; ``DIPUTUS``: the official set the ratings; ``DITETAPKAN``: final."""

    MENUNGGU = "menunggu"
    DIPUTUS = "diputus"
    DITETAPKAN = "ditetapkan"


LABEL_STATUS_EVALUASI = {
    StatusEvaluasi.MENUNGGU: "Menunggu penilaian",
    StatusEvaluasi.DIPUTUS: "Sudah dinilai, belum ditetapkan",
    StatusEvaluasi.DITETAPKAN: "Ditetapkan",
}


class StatusRun(StrEnum):
    BERJALAN = "berjalan"
    SELESAI = "selesai"
    SELESAI_DENGAN_GALAT = "selesai_dengan_galat"
    DITERIMA = "diterima"


LABEL_STATUS_RUN = {
    StatusRun.BERJALAN: "Berjalan",
    StatusRun.SELESAI: "Selesai",
    StatusRun.SELESAI_DENGAN_GALAT: "Selesai, ada yang gagal dihitung",
    StatusRun.DITERIMA: "Selesai, kegagalan sudah diterima",
}


class StatusPotongan(StrEnum):
    MENUNGGU = "menunggu"
    SELESAI = "selesai"
    DISISIHKAN = "disisihkan"


LABEL_STATUS_POTONGAN = {
    StatusPotongan.MENUNGGU: "Menunggu",
    StatusPotongan.SELESAI: "Selesai",
    StatusPotongan.DISISIHKAN: "Disisihkan setelah tiga kali gagal",
}
