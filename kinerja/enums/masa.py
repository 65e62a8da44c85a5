"""Why somebody does not work here in the usual way for a time."""

from __future__ import annotations

from enum import StrEnum


class JenisMasaKhusus(StrEnum):
    """Long leave and studies (kinds of leave: PP 11/2017 Pasal 310 as amended; studies: PermenPANRB 28/2021)."""

    TUGAS_BELAJAR = "tugas_belajar"
    CUTI_BESAR = "cuti_besar"
    CUTI_SAKIT = "cuti_sakit"
    CUTI_MELAHIRKAN = "cuti_melahirkan"
    CUTI_LUAR_TANGGUNGAN = "cuti_luar_tanggungan"
    BERHENTI_SEMENTARA = "berhenti_sementara"


LABEL_MASA_KHUSUS = {
    JenisMasaKhusus.TUGAS_BELAJAR: "Tugas belajar",
    JenisMasaKhusus.CUTI_BESAR: "Cuti besar",
    JenisMasaKhusus.CUTI_SAKIT: "Cuti sakit",
    JenisMasaKhusus.CUTI_MELAHIRKAN: "Cuti melahirkan",
    JenisMasaKhusus.CUTI_LUAR_TANGGUNGAN: "Cuti di luar tanggungan negara",
    JenisMasaKhusus.BERHENTI_SEMENTARA: "Diberhentikan sementara",
}
