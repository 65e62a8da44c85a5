"""What pages and other apps read of training: dataclasses and sentences, never query sets."""

from pelatihan.ringkasan.jp import RingkasanJP, jp, jp_periode, jp_satu, tulis_jp
from pelatihan.ringkasan.tugas import cari, menunggu

__all__ = ["RingkasanJP", "cari", "jp", "jp_periode", "jp_satu", "menunggu", "tulis_jp"]
