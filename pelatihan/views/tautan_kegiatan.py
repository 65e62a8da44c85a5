"""Pages that belong to one event, in the order in which its page offers them."""

from __future__ import annotations

from collections.abc import Callable

from django.urls import reverse

from pelatihan.models import Kegiatan
from pelatihan.permissions.kehadiran import boleh_membaca_umpan_balik, boleh_mencatat, pendaftaran_sendiri
from pelatihan.permissions.sertifikat import boleh_menerbitkan
from rakumpit.organisasi.models import Pengguna

# Label, name of the address, and who is offered it for this event.
HALAMAN_KEGIATAN: list[tuple[str, str, Callable[[Pengguna, Kegiatan], bool]]] = [
    ("Keikutsertaan saya", "ikut", lambda pengguna, kegiatan: pendaftaran_sendiri(pengguna, kegiatan) is not None),
    ("Kehadiran", "kehadiran", boleh_mencatat),
    ("Umpan balik peserta", "umpan_balik_hasil", boleh_membaca_umpan_balik),
    ("Praktik baik dari kegiatan ini", "praktik_kegiatan", lambda _pengguna, kegiatan: kegiatan.praktik.exists()),
    ("Sertifikat", "sertifikat_kegiatan", boleh_menerbitkan),
    ("Perubahan sesudah kegiatan", "dampak", boleh_menerbitkan),
]


def tautan_kegiatan(pengguna: Pengguna, kegiatan: Kegiatan) -> list[tuple[str, str]]:
    """Label and address of what this reader may open."""
    return [
        (label, reverse(f"pelatihan:{nama}", args=[kegiatan.uuid]))
        for label, nama, boleh in HALAMAN_KEGIATAN
        if boleh(pengguna, kegiatan)
    ]
