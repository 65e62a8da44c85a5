"""Making a backup, restoring one, and trying a restore."""

from rakumpit.cadangan.proses.cadang import HasilCadangan, cadangkan, cadangkan_malam
from rakumpit.cadangan.proses.pulih import HasilPulih, pulihkan
from rakumpit.cadangan.proses.uji import HasilUji, uji_malam, uji_pulih

__all__ = [
    "HasilCadangan",
    "HasilPulih",
    "HasilUji",
    "cadangkan",
    "cadangkan_malam",
    "pulihkan",
    "uji_malam",
    "uji_pulih",
]
