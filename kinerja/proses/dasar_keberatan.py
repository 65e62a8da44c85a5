"""What every step of an objection goes through: its locks, its count of changes, and word to those concerned.

Every function locks the evaluation first and the objection after it, so that of two who act at once one waits and then
sees what the other did.
"""

from __future__ import annotations

from django.utils import timezone

from kinerja.models import Evaluasi, Keberatan
from kinerja.permissions import TERKAIT_KEBERATAN
from kinerja.proses.galat import ProsesDitolak
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import format_tanggal


def kunci_keberatan(keberatan: Keberatan) -> Keberatan:
    """The objection as it is now, locked until the transaction ends."""
    Evaluasi.objects.select_for_update().get(pk=keberatan.evaluasi_id)
    kini: Keberatan = (
        Keberatan.objects.select_for_update(of=("self",))
        .select_related("diubah_oleh", *TERKAIT_KEBERATAN)
        .get(pk=keberatan.pk)
    )
    return kini


def masih_terbuka(kini: Keberatan) -> None:
    """ProsesDitolak once it was decided or withdrawn."""
    if kini.terbuka or kini.ditutup_pada is None:
        return
    raise ProsesDitolak(
        f"Keberatan ini sudah {kini.get_status_display().lower()} pada {format_tanggal(kini.ditutup_pada)}."
    )


def simpan_keberatan(kini: Keberatan, oleh: Pengguna) -> None:
    """Store one more version of a row that is locked, or new."""
    kini.versi = kini.versi + 1 if kini.pk else 1
    kini.diubah, kini.diubah_oleh = timezone.now(), oleh
    kini.save()


def kunci_kabar(kini: Keberatan, apa: str) -> str:
    """Each thing is told once to each person."""
    return f"keberatan-{apa}:{kini.uuid}"


def beri_tahu(
    kini: Keberatan, apa: str, penerima_id: int | None, judul: str, isi: str, *, berpautan: bool = True
) -> None:
    """Tell somebody one thing, once; who has no account is not told. ``berpautan``: the receiver may read it."""
    if penerima_id is not None:
        kirim(
            penerima_id=penerima_id,
            kunci=kunci_kabar(kini, apa),
            judul=judul,
            isi=isi,
            tautan=f"/kinerja/keberatan/{kini.uuid}/" if berpautan else "",
        )
