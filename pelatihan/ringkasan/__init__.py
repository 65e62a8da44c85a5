"""What pages and other apps read of training: dataclasses and sentences, never query sets."""

from pelatihan.ringkasan.asal import Jadi, kebutuhan_menurut_asal, pilihan_tema, praktik_menurut_asal
from pelatihan.ringkasan.jp import RingkasanJP, jp, jp_periode, jp_satu, tulis_jp
from pelatihan.ringkasan.tugas import cari, menunggu

__all__ = [
    "Jadi",
    "RingkasanJP",
    "cari",
    "jp",
    "jp_periode",
    "jp_satu",
    "kebutuhan_menurut_asal",
    "menunggu",
    "pilihan_tema",
    "praktik_menurut_asal",
    "tulis_jp",
]
