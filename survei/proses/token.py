"""One-time codes of the counter: made at «Selesai», kept as a keyed digest only, gone with the answer.

A code has 8 characters of 26 without look-alikes (38 bits). Codes live for days, each network may send a few hundred
forms an hour, so guessing one is out of reach.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import connection, transaction
from django.utils.crypto import salted_hmac

from rakumpit.dokumen.kode import ABJAD, baca_kode
from rakumpit.waktu import hari_ini
from survei.models import Survei, TokenLayanan

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Layanan

PANJANG = 8
# The office's choice: long enough for those who fill in the form at home, short enough to remember the visit.
MASA_KODE = timedelta(days=14)


def kode_dari(kiriman: UUID) -> str:
    """The code for one press of «Selesai»: derived, so that a press that is sent twice shows the same code.

    ``kiriman`` is made by the page and kept nowhere, so nobody can go from a visit to its code.
    """
    angka = int.from_bytes(salted_hmac("survei.kode_survei", kiriman.bytes, algorithm="sha256").digest())
    huruf = []
    for _ in range(PANJANG):
        angka, sisa = divmod(angka, len(ABJAD))
        huruf.append(ABJAD[sisa])
    return "".join(huruf)


def baca_kode_survei(ketikan: str) -> str:
    """The typed code without separators, look-alikes resolved; "" for a text that is no code."""
    kode = baca_kode(ketikan)
    return kode if len(kode) == PANJANG and all(huruf in ABJAD for huruf in kode) else ""


def sidik_kode(kode: str) -> str:
    """What is stored of a code."""
    return salted_hmac("survei.token", kode, algorithm="sha256").hexdigest()


def cari_token(kode: str) -> TokenLayanan | None:
    """The code if it can be used today; None for one that is used up, out of date, foreign or mistyped."""
    if not (kode := baca_kode_survei(kode)):
        return None
    token = TokenLayanan.objects.select_related("survei", "layanan").filter(
        sidik=sidik_kode(kode),
        berlaku_sampai__gte=hari_ini(),
        survei__in=Survei.objects.dapat_diisi(),
        layanan__aktif=True,
    )
    return token.first()


def terbitkan_token(*, survei: Survei, layanan: Layanan, kiriman: UUID, hari: date) -> tuple[str, date]:
    """Make the code of one finished service; returns it with the last day on which it counts."""
    kode = kode_dari(kiriman)
    sampai = min(survei.selesai, hari + MASA_KODE)
    TokenLayanan.objects.get_or_create(
        sidik=sidik_kode(kode), defaults={"survei": survei, "layanan": layanan, "berlaku_sampai": sampai}
    )
    return kode, sampai


@transaction.atomic
def rapikan_token() -> int:
    """Delete codes out of date, and rewrite the others in random order; returns the number of deleted ones.

    A code is written by the transaction that finishes its visit, so that its transaction number and its place on disk
    would tell which visit it was. Updating the rows would mend the number only: they are rewritten in the order in
    which they lie. A form or a visit that wants to write here waits for the table, and then finds the rows as they are.
    """
    tabel = TokenLayanan._meta.db_table
    kolom = ", ".join(f'"{bidang.column}"' for bidang in TokenLayanan._meta.concrete_fields)
    with connection.cursor() as kursor:
        kursor.execute(f"LOCK TABLE {tabel} IN SHARE ROW EXCLUSIVE MODE")
        lewat, _ = TokenLayanan.objects.filter(berlaku_sampai__lt=hari_ini()).delete()
        kursor.execute(
            f"WITH lama AS (DELETE FROM {tabel} RETURNING {kolom}) "  # noqa: S608 - names of the model
            f"INSERT INTO {tabel} ({kolom}) SELECT {kolom} FROM lama ORDER BY random()"
        )
    return lewat
