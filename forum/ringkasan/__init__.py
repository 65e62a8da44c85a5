"""What other apps may read of the forum: dataclasses, no rows."""

from __future__ import annotations

from forum.ringkasan.aksi import (
    AksiDiemban,
    JumlahAksi,
    aksi_diemban,
    aksi_menurut_kode,
    jumlah_aksi,
    jumlah_aksi_pegawai,
)
from forum.ringkasan.bukti_laporan import (
    JumlahTenggat,
    TemaPengaduan,
    TepatWaktu,
    jumlah_pengaduan,
    tema_pengaduan,
    tepat_waktu,
)
from forum.ringkasan.calon import calon_kebutuhan
from forum.ringkasan.diskusi import JawabanUnit, cari_diskusi, jawaban_per_unit, tugas_diskusi
from forum.ringkasan.sesi import cari_sesi, jumlah_mendatang, tugas_sesi
from forum.ringkasan.temuan_laporan import cari_laporan
from forum.ringkasan.terbukti import PengaduanTerbukti, pengaduan_terbukti
from forum.ringkasan.tugas_laporan import tugas_laporan
from rakumpit.bacaan import Bacaan, bersama
from rakumpit.menunggu import Tugas
from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.pembaca import Pembaca
from rakumpit.pencarian import Temuan

__all__ = [
    "AksiDiemban",
    "JawabanUnit",
    "JumlahAksi",
    "JumlahTenggat",
    "PengaduanTerbukti",
    "TemaPengaduan",
    "TepatWaktu",
    "aksi_diemban",
    "aksi_menurut_kode",
    "calon_kebutuhan",
    "cari",
    "jawaban_per_unit",
    "jumlah_aksi",
    "jumlah_aksi_pegawai",
    "jumlah_mendatang",
    "jumlah_pengaduan",
    "menunggu",
    "pengaduan_terbukti",
    "tema_pengaduan",
    "tepat_waktu",
]


def menunggu(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """What waits for a reader in the forum: reports of citizens, sessions and their actions, and the discussion."""
    semua = yield from bersama([tugas_laporan(pembaca), *tugas_sesi(pembaca), tugas_diskusi(pembaca)])
    return [satu for tugas in semua for satu in tugas]


def cari(pengguna: Pengguna, kata: str, *, batas: int) -> Bacaan[list[Temuan]]:
    """What the search finds in the forum; each kind at most ``batas``."""
    semua = yield from bersama(
        [
            cari_laporan(pengguna, kata, batas=batas),
            *cari_sesi(pengguna, kata, batas),
            cari_diskusi(pengguna, kata, batas),
        ]
    )
    return [satu for temuan in semua for satu in temuan]
