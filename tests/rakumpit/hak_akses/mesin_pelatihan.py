"""State machines of training."""

from __future__ import annotations

from pelatihan.enums import StatusKebutuhan, StatusRencana, StatusSertifikat
from tests.rakumpit.hak_akses.mesin import Benda, Mesin

MESIN_PELATIHAN = {
    "Sertifikat luar": Mesin(
        status=StatusSertifikat,
        kata={satu: satu.value for satu in StatusSertifikat},
        benda=(
            Benda(
                "sertifikat_{}",
                "pelatihan.SertifikatLuar",
                ("sertifikat_verifikasi", "sertifikat_tolak", "sertifikat_tarik"),
            ),
        ),
    ),
    "Rencana pengembangan": Mesin(
        status=StatusRencana,
        kata={satu: satu.value for satu in StatusRencana},
        benda=(
            Benda(
                "pengembangan_{}",
                "pelatihan.RencanaPengembangan",
                (
                    "rencana_verifikasi",
                    "rencana_validasi",
                    "rencana_tetapkan",
                    "rencana_tolak",
                    "rencana_tarik",
                    "rencana_realisasi",
                ),
            ),
        ),
    ),
    "Kebutuhan pelatihan": Mesin(
        status=StatusKebutuhan,
        kata={satu: satu.value for satu in StatusKebutuhan},
        benda=(Benda("kebutuhan_{}", "pelatihan.KebutuhanPelatihan", ("kebutuhan_tutup",)),),
    ),
}
