"""Choices of the evaluation: values are stored, labels are what people read."""

from __future__ import annotations

from enum import StrEnum


class Pilihan(StrEnum):
    """A choice that is also found by the way people write it: ``Rating("Di atas")`` is ``Rating.DI_ATAS``."""

    @classmethod
    def _missing_(cls, value: object) -> Pilihan | None:
        if not isinstance(value, str):
            return None
        rapi = "_".join(value.lower().split())
        return next((anggota for anggota in cls if anggota.value == rapi), None)


class Rating(Pilihan):
    """Place on one axis (hasil kerja or perilaku kerja), PermenPANRB 6/2022."""

    DI_BAWAH = "di_bawah"
    SESUAI = "sesuai"
    DI_ATAS = "di_atas"


LABEL_RATING = {
    Rating.DI_BAWAH: "di bawah ekspektasi",
    Rating.SESUAI: "sesuai ekspektasi",
    Rating.DI_ATAS: "di atas ekspektasi",
}


class Predikat(Pilihan):
    """Predicate of a period; ``KURANG`` is printed «Kurang/Misconduct» only on the official form."""

    SANGAT_BAIK = "sangat_baik"
    BAIK = "baik"
    BUTUH_PERBAIKAN = "butuh_perbaikan"
    KURANG = "kurang"
    SANGAT_KURANG = "sangat_kurang"


LABEL_PREDIKAT = {
    Predikat.SANGAT_BAIK: "Sangat Baik",
    Predikat.BAIK: "Baik",
    Predikat.BUTUH_PERBAIKAN: "Butuh Perbaikan",
    Predikat.KURANG: "Kurang",
    Predikat.SANGAT_KURANG: "Sangat Kurang",
}


# Predicates after which a person is given time to improve, and after which an award may be proposed. Only «Kurang» and
# below are named in the sources read so far; Butuh Perbaikan is included, because its name asks for it.
PREDIKAT_RENDAH = frozenset({Predikat.BUTUH_PERBAIKAN, Predikat.KURANG, Predikat.SANGAT_KURANG})
PREDIKAT_TINGGI = frozenset({Predikat.SANGAT_BAIK})


class PredikatPP30(Pilihan):
    """Classes of PP 30/2019 Pasal 41 ayat (5); its third class is Cukup."""

    SANGAT_BAIK = "sangat_baik"
    BAIK = "baik"
    CUKUP = "cukup"
    KURANG = "kurang"
    SANGAT_KURANG = "sangat_kurang"


LABEL_PREDIKAT_PP30 = {
    PredikatPP30.SANGAT_BAIK: "Sangat Baik",
    PredikatPP30.BAIK: "Baik",
    PredikatPP30.CUKUP: "Cukup",
    PredikatPP30.KURANG: "Kurang",
    PredikatPP30.SANGAT_KURANG: "Sangat Kurang",
}


class CapaianOrganisasi(Pilihan):
    """Predicate of the office, set one level above (PermenPANRB 6/2022 Pasal 24-25)."""

    ISTIMEWA = "istimewa"
    BAIK = "baik"
    BUTUH_PERBAIKAN = "butuh_perbaikan"
    KURANG = "kurang"
    SANGAT_KURANG = "sangat_kurang"


LABEL_CAPAIAN_ORGANISASI = {
    CapaianOrganisasi.ISTIMEWA: "Istimewa",
    CapaianOrganisasi.BAIK: "Baik",
    CapaianOrganisasi.BUTUH_PERBAIKAN: "Butuh Perbaikan",
    CapaianOrganisasi.KURANG: "Kurang",
    CapaianOrganisasi.SANGAT_KURANG: "Sangat Kurang",
}


class Arah(Pilihan):
    """Which way an indicator improves."""

    TINGGI = "tinggi"
    RENDAH = "rendah"


LABEL_ARAH = {Arah.TINGGI: "Makin tinggi makin baik", Arah.RENDAH: "Makin rendah makin baik"}


class Sumber(Pilihan):
    """Where the realisasi of an indicator comes from; all but ``MANUAL`` are filled by the run."""

    MANUAL = "manual"
    IKM = "ikm"
    PROGRAM = "program"
    JP = "jp"
    TENGGAT = "tenggat"


LABEL_SUMBER = {
    Sumber.MANUAL: "Diisi pegawai dengan bukti",
    Sumber.IKM: "Indeks kepuasan (IKM) dari survei yang dikunci",
    Sumber.PROGRAM: "Indeks manfaat program yang dipegang pegawai",
    Sumber.JP: "Jam pelajaran (JP) pelatihan",
    Sumber.TENGGAT: "Bagian jawaban yang tepat waktu",
}


class NilaiDasar(Pilihan):
    """The seven BerAKHLAK values (SE MenPANRB 20/2021), in their official order."""

    BERORIENTASI_PELAYANAN = "berorientasi_pelayanan"
    AKUNTABEL = "akuntabel"
    KOMPETEN = "kompeten"
    HARMONIS = "harmonis"
    LOYAL = "loyal"
    ADAPTIF = "adaptif"
    KOLABORATIF = "kolaboratif"


LABEL_NILAI_DASAR = {
    NilaiDasar.BERORIENTASI_PELAYANAN: "Berorientasi Pelayanan",
    NilaiDasar.AKUNTABEL: "Akuntabel",
    NilaiDasar.KOMPETEN: "Kompeten",
    NilaiDasar.HARMONIS: "Harmonis",
    NilaiDasar.LOYAL: "Loyal",
    NilaiDasar.ADAPTIF: "Adaptif",
    NilaiDasar.KOLABORATIF: "Kolaboratif",
}


class Penilai(Pilihan):
    """Who rates the behaviour; a person never rates themselves."""

    ATASAN = "atasan"
    REKAN = "rekan"
    BAWAHAN = "bawahan"


LABEL_PENILAI = {Penilai.ATASAN: "Atasan", Penilai.REKAN: "Rekan kerja", Penilai.BAWAHAN: "Bawahan"}


class JenjangFungsional(Pilihan):
    """Levels of functional posts (PermenPANRB 1/2023): four keterampilan, four keahlian."""

    PEMULA = "pemula"
    TERAMPIL = "terampil"
    MAHIR = "mahir"
    PENYELIA = "penyelia"
    AHLI_PERTAMA = "ahli_pertama"
    AHLI_MUDA = "ahli_muda"
    AHLI_MADYA = "ahli_madya"
    AHLI_UTAMA = "ahli_utama"


LABEL_JENJANG_FUNGSIONAL = {
    JenjangFungsional.PEMULA: "Pemula",
    JenjangFungsional.TERAMPIL: "Terampil",
    JenjangFungsional.MAHIR: "Mahir",
    JenjangFungsional.PENYELIA: "Penyelia",
    JenjangFungsional.AHLI_PERTAMA: "Ahli Pertama",
    JenjangFungsional.AHLI_MUDA: "Ahli Muda",
    JenjangFungsional.AHLI_MADYA: "Ahli Madya",
    JenjangFungsional.AHLI_UTAMA: "Ahli Utama",
}
