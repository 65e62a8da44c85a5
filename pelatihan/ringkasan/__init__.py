"""What pages and other apps read of training: dataclasses and sentences, never query sets."""

from pelatihan.ringkasan.jp import RingkasanJP, jp, jp_periode, jp_satu, tulis_jp

__all__ = ["RingkasanJP", "jp", "jp_periode", "jp_satu", "tulis_jp"]
