"""What staff are told about a report: its number, never its words and never a person."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from forum.models import Laporan
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pengguna


def kabari(penerima: Iterable[int], laporan: Laporan, kunci: str, perihal: str, isi: str) -> None:
    """Tell accounts once per ``kunci``; whom a complaint is about is told nothing.

    ``perihal`` completes «Laporan 26-481-507: …».
    """
    terlapor = {laporan.terlapor.pengguna_id} if laporan.terlapor is not None else set()
    for pk in sorted(set(penerima) - terlapor):
        kirim(
            penerima_id=pk,
            kunci=f"forum.laporan:{laporan.pk}:{kunci}",
            judul=f"Laporan {laporan.nomor}: {perihal}",
            isi=isi,
            tautan=reverse("forum:laporan_kelola", args=[laporan.uuid]),
        )


def akun_pengelola() -> list[int]:
    """Active accounts of the complaint administrators."""
    return list(Pengguna.objects.filter(pengelola=True, is_active=True).values_list("pk", flat=True))


def pemegang(laporan: Laporan) -> list[int]:
    """Whose turn it is: the person who holds the report, else the pengelola."""
    orang = laporan.penangan
    return [orang.pengguna_id] if orang is not None and orang.pengguna_id is not None else akun_pengelola()


def kabari_pemegang(laporan: Laporan, kunci: str, perihal: str, isi: str) -> None:
    """Tell whoever holds the report."""
    kabari(pemegang(laporan), laporan, kunci, perihal, isi)
