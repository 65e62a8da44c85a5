"""Pages that belong to one event, in the order in which its page offers them."""

from __future__ import annotations

from collections.abc import Callable

from django.urls import reverse

from pelatihan.models import Kegiatan
from pelatihan.permissions.sertifikat import boleh_menerbitkan
from rakumpit.organisasi.models import Pengguna

# Label, name of the address, and who is offered it for this event.
HALAMAN_KEGIATAN: list[tuple[str, str, Callable[[Pengguna, Kegiatan], bool]]] = [
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
