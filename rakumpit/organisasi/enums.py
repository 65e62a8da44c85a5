"""Choices of the organisation: values are stored, labels are what people read."""

from __future__ import annotations

from enum import StrEnum


class StatusPegawai(StrEnum):
    """Kinds of employment; all but ``NON_ASN`` have an SKP (UU 20/2023; KepmenPANRB 16/2025 for part-time PPPK)."""

    CPNS = "cpns"
    PNS = "pns"
    PPPK = "pppk"
    PPPK_PARUH_WAKTU = "pppk_paruh_waktu"
    NON_ASN = "non_asn"


LABEL_STATUS_PEGAWAI = {
    StatusPegawai.CPNS: "CPNS",
    StatusPegawai.PNS: "PNS",
    StatusPegawai.PPPK: "PPPK",
    StatusPegawai.PPPK_PARUH_WAKTU: "PPPK paruh waktu",
    StatusPegawai.NON_ASN: "Tenaga non-ASN",
}
STATUS_BERSKP = (StatusPegawai.CPNS, StatusPegawai.PNS, StatusPegawai.PPPK, StatusPegawai.PPPK_PARUH_WAKTU)


class JenisUnit(StrEnum):
    KOTA = "kota"
    KECAMATAN = "kecamatan"
    KELURAHAN = "kelurahan"
    SEKRETARIAT = "sekretariat"
    SUBBAGIAN = "subbagian"
    SEKSI = "seksi"


LABEL_JENIS_UNIT = {
    JenisUnit.KOTA: "Pemerintah kota",
    JenisUnit.KECAMATAN: "Kecamatan",
    JenisUnit.KELURAHAN: "Kelurahan",
    JenisUnit.SEKRETARIAT: "Sekretariat",
    JenisUnit.SUBBAGIAN: "Subbagian",
    JenisUnit.SEKSI: "Seksi",
}


class JenisJabatan(StrEnum):
    PIMPINAN_TINGGI = "pimpinan_tinggi"
    ADMINISTRATOR = "administrator"
    PENGAWAS = "pengawas"
    PELAKSANA = "pelaksana"
    FUNGSIONAL = "fungsional"
    NON_ASN = "non_asn"


LABEL_JENIS_JABATAN = {
    JenisJabatan.PIMPINAN_TINGGI: "Pimpinan tinggi",
    JenisJabatan.ADMINISTRATOR: "Administrator",
    JenisJabatan.PENGAWAS: "Pengawas",
    JenisJabatan.PELAKSANA: "Pelaksana",
    JenisJabatan.FUNGSIONAL: "Fungsional",
    JenisJabatan.NON_ASN: "Tenaga non-ASN",
}


class SifatPenugasan(StrEnum):
    """How a post is held. ``LIMPAH``: its holder stays and hands over the authority to rate, with all that goes with it
    (PP 30/2019: the direct superior, at lowest a pejabat pengawas, or an official with delegated authority; one source,
    not compared with the text)."""

    DEFINITIF = "definitif"
    PLT = "plt"
    PLH = "plh"
    LIMPAH = "limpah"


LABEL_SIFAT_PENUGASAN = {
    SifatPenugasan.DEFINITIF: "Definitif",
    SifatPenugasan.PLT: "Plt. (pelaksana tugas)",
    SifatPenugasan.PLH: "Plh. (pelaksana harian)",
    SifatPenugasan.LIMPAH: "Pelimpahan wewenang menilai",
}


class JenisLibur(StrEnum):
    LIBUR_NASIONAL = "libur_nasional"
    CUTI_BERSAMA = "cuti_bersama"
    LOKAL = "lokal"


LABEL_JENIS_LIBUR = {
    JenisLibur.LIBUR_NASIONAL: "Libur nasional",
    JenisLibur.CUTI_BERSAMA: "Cuti bersama",
    JenisLibur.LOKAL: "Libur lokal",
}


class StatusLibur(StrEnum):
    SEMENTARA = "sementara"
    RESMI = "resmi"


LABEL_STATUS_LIBUR = {StatusLibur.SEMENTARA: "Sementara", StatusLibur.RESMI: "Resmi"}
