"""Choices of training: values are stored, labels are what people read."""

from pelatihan.enums.jp import (
    LABEL_MODA,
    LABEL_PERAN_IP,
    LABEL_RUMPUN_BENTUK,
    LABEL_STATUS_SERTIFIKAT,
    Moda,
    PeranIP,
    RumpunBentuk,
    StatusSertifikat,
)
from pelatihan.enums.kompetensi import (
    LABEL_RUMPUN_KOMPETENSI,
    LABEL_STATUS_SKEMA,
    LABEL_SUMBER_PENILAIAN,
    RumpunKompetensi,
    StatusSkema,
    SumberPenilaian,
)
from pelatihan.enums.rencana import (
    LABEL_PRIORITAS,
    LABEL_STATUS_KEBUTUHAN,
    LABEL_STATUS_RENCANA,
    LABEL_SUMBER_KEBUTUHAN,
    RENCANA_TERBUKA,
    Prioritas,
    StatusKebutuhan,
    StatusRencana,
    SumberKebutuhan,
)

__all__ = [
    "LABEL_MODA",
    "LABEL_PERAN_IP",
    "LABEL_PRIORITAS",
    "LABEL_RUMPUN_BENTUK",
    "LABEL_RUMPUN_KOMPETENSI",
    "LABEL_STATUS_KEBUTUHAN",
    "LABEL_STATUS_RENCANA",
    "LABEL_STATUS_SERTIFIKAT",
    "LABEL_STATUS_SKEMA",
    "LABEL_SUMBER_KEBUTUHAN",
    "LABEL_SUMBER_PENILAIAN",
    "RENCANA_TERBUKA",
    "Moda",
    "PeranIP",
    "Prioritas",
    "RumpunBentuk",
    "RumpunKompetensi",
    "StatusKebutuhan",
    "StatusRencana",
    "StatusSertifikat",
    "StatusSkema",
    "SumberKebutuhan",
    "SumberPenilaian",
]
