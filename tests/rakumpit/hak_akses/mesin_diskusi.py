"""State machines of the discussion: a topic's status, a post's visibility, an objection."""

from __future__ import annotations

from forum.enums.diskusi import PutusanKeberatan
from forum.perhitungan.diskusi import KeadaanKiriman, StatusTopik
from tests.rakumpit.hak_akses.mesin import Benda, Mesin

_AKSI = (
    "diskusi_balas",
    "diskusi_dukung",
    "diskusi_ikuti",
    "diskusi_sunting",
    "diskusi_tandai",
    "kelola_diskusi_jawab",
    "kelola_diskusi_alih",
    "kelola_diskusi_gabung",
)
MESIN_DISKUSI = {
    "Topik": Mesin(
        status=StatusTopik,
        kata={satu: satu.value for satu in StatusTopik},
        benda=(Benda("topik_{}", "forum.Topik", _AKSI),),
    ),
    "Kiriman": Mesin(
        status=KeadaanKiriman,
        kata={satu: satu.value for satu in KeadaanKiriman},
        benda=(
            Benda("kiriman_{}", "forum.Topik", _AKSI, "keadaan"),
            Benda("balasan_{}", "forum.Balasan", ("balasan_sunting", "balasan_tandai"), "keadaan"),
        ),
    ),
    "Keberatan moderasi": Mesin(
        status=PutusanKeberatan,
        kata={satu: satu.value for satu in PutusanKeberatan},
        benda=(Benda("keberatan_{}", "forum.KeberatanModerasi", ("kelola_keberatan",), "putusan"),),
    ),
}
