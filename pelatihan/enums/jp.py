"""Forms of development, and outside certificates."""

from __future__ import annotations

from enum import StrEnum


class RumpunBentuk(StrEnum):
    """Peraturan LAN 10/2018: education, and training in class or outside it."""

    PENDIDIKAN = "pendidikan"
    KLASIKAL = "klasikal"
    NONKLASIKAL = "nonklasikal"


LABEL_RUMPUN_BENTUK = {
    RumpunBentuk.PENDIDIKAN: "Pendidikan",
    RumpunBentuk.KLASIKAL: "Pelatihan klasikal",
    RumpunBentuk.NONKLASIKAL: "Pelatihan nonklasikal",
}


class Moda(StrEnum):
    """Where it takes place; a webinar is a seminar held ``daring``, not a form of its own."""

    LURING = "luring"
    DARING = "daring"
    HIBRIDA = "hibrida"


LABEL_MODA = {Moda.LURING: "Tatap muka", Moda.DARING: "Daring", Moda.HIBRIDA: "Tatap muka dan daring"}


class PeranIP(StrEnum):
    """Which indicator of the IP ASN a form satisfies."""

    JENJANG = "jenjang"
    TEKNIS = "teknis"
    SEMINAR = "seminar"


LABEL_PERAN_IP = {
    PeranIP.JENJANG: "Diklat kepemimpinan atau fungsional",
    PeranIP.TEKNIS: "Diklat teknis",
    PeranIP.SEMINAR: "Seminar dan sejenisnya",
}


class StatusSertifikat(StrEnum):
    """Life of an outside certificate; only ``TERVERIFIKASI`` counts."""

    MENUNGGU = "menunggu"
    TERVERIFIKASI = "terverifikasi"
    DITOLAK = "ditolak"
    DIBATALKAN = "dibatalkan"


LABEL_STATUS_SERTIFIKAT = {
    StatusSertifikat.MENUNGGU: "Menunggu diperiksa",
    StatusSertifikat.TERVERIFIKASI: "Terverifikasi",
    StatusSertifikat.DITOLAK: "Ditolak",
    StatusSertifikat.DIBATALKAN: "Dibatalkan",
}
