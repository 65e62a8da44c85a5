"""Who may do what in performance management.

The superior of the moment is derived from dated assignments, never stored by hand:

* **SKP**: the superior derived *today* decides. When the superior changes, open requests belong to the new one from
  the first day, and the old one only reads what was decided.
* **Evaluasi**: the official of the row (derived on the person's last day in the period) decides as long as he or she
  still holds, today, the leading post that stands above the unit of the row. Once somebody else holds it, the right
  passes to the superior derived today for the unit of the row: people who moved on are still rated for the past
  period from the unit in which they worked.
* **Keberatan**: the leader above the unit whose leader rated, derived today; never one who rated or is rated.

* **Permintaan dukungan**: the line upward derived *today*, from the direct superior to the level that the request has
  reached. Only leaders with an active account stand in it, since nobody else can answer here.
* **Laporan data**: any pengelola but the person who reported; after silence also the head of the office of today.

Nobody ever decides about themselves, and neither pengelola nor technical admin decides in an official's place.
"""

from __future__ import annotations

from kinerja.permissions.atas_nama import boleh_mengisi_atas_nama, rekan_yang_dibantu
from kinerja.permissions.atasan import (
    PetaAtasan,
    Tempat,
    akun_pemegang,
    atasan_kini,
    atasan_semua,
    boleh_mengelola,
    memimpin,
    orang_akun,
    peta_atasan,
    peta_pembaca,
    tempat_pada,
)
from kinerja.permissions.bukti import pemilik_bukti
from kinerja.permissions.catatan import pemilik_catatan
from kinerja.permissions.dukungan import Penjawab, boleh_menjawab, permintaan_menunggu, rantai_atasan
from kinerja.permissions.evaluasi import (
    boleh_memutuskan,
    boleh_menilai_perilaku,
    diputus_oleh,
    pejabat_pemutus,
    pk_diputus_oleh,
)
from kinerja.permissions.keberatan import (
    TERKAIT_KEBERATAN,
    PeranKeberatan,
    akun_aktif,
    akun_penilai,
    boleh_membaca_keberatan,
    boleh_memutus_keberatan,
    boleh_mencatat_di_kertas,
    boleh_mencatat_putusan,
    keberatan_diputus_oleh,
    keberatan_terbuka_untuk,
    pemutus_keberatan,
    pihak_untuk,
)
from kinerja.permissions.laporan_data import (
    boleh_membaca_laporan,
    boleh_menjawab_laporan,
    laporan_dinaikkan_untuk,
    pengelola_lain,
    pimpinan_kantor,
)
from kinerja.permissions.penilai_diminta import hubungan_kerja
from kinerja.permissions.perilaku import Dinilai, dinilai_oleh
from kinerja.permissions.perjanjian import (
    ParaPihak,
    boleh_melihat_perencanaan,
    boleh_mencatat_perjanjian,
    boleh_mengubah_perjanjian,
    memimpin_unit,
    para_pihak,
    pejabat_tanpa_akun,
)
from kinerja.permissions.plh import dinilai_pemegang
from kinerja.permissions.skp import (
    boleh_mengajukan_perubahan,
    boleh_mengisi_realisasi,
    boleh_mengubah_skp,
    boleh_menulis_ekspektasi,
    boleh_menyetujui_skp,
    skp_menunggu_persetujuan,
)

__all__ = [
    "TERKAIT_KEBERATAN",
    "Dinilai",
    "ParaPihak",
    "Penjawab",
    "PeranKeberatan",
    "PetaAtasan",
    "Tempat",
    "akun_aktif",
    "akun_pemegang",
    "akun_penilai",
    "atasan_kini",
    "atasan_semua",
    "boleh_melihat_perencanaan",
    "boleh_membaca_keberatan",
    "boleh_membaca_laporan",
    "boleh_memutus_keberatan",
    "boleh_memutuskan",
    "boleh_mencatat_di_kertas",
    "boleh_mencatat_perjanjian",
    "boleh_mencatat_putusan",
    "boleh_mengajukan_perubahan",
    "boleh_mengelola",
    "boleh_mengisi_atas_nama",
    "boleh_mengisi_realisasi",
    "boleh_mengubah_perjanjian",
    "boleh_mengubah_skp",
    "boleh_menilai_perilaku",
    "boleh_menjawab",
    "boleh_menjawab_laporan",
    "boleh_menulis_ekspektasi",
    "boleh_menyetujui_skp",
    "dinilai_oleh",
    "dinilai_pemegang",
    "diputus_oleh",
    "hubungan_kerja",
    "keberatan_diputus_oleh",
    "keberatan_terbuka_untuk",
    "laporan_dinaikkan_untuk",
    "memimpin",
    "memimpin_unit",
    "orang_akun",
    "para_pihak",
    "pejabat_pemutus",
    "pejabat_tanpa_akun",
    "pemilik_bukti",
    "pemilik_catatan",
    "pemutus_keberatan",
    "pengelola_lain",
    "permintaan_menunggu",
    "peta_atasan",
    "peta_pembaca",
    "pihak_untuk",
    "pimpinan_kantor",
    "pk_diputus_oleh",
    "rantai_atasan",
    "rekan_yang_dibantu",
    "skp_menunggu_persetujuan",
    "tempat_pada",
]
