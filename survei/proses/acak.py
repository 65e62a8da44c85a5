"""Shuffling of stored answers, so that neither the order of rows nor transaction numbers tell who came when."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.db.models import Max

from rakumpit.audit.models import CatatanAudit, catat
from rakumpit.waktu import hari_ini, sekarang
from survei.models import RekapHarian, Respons, Survei

AKSI = "survei.jawaban.acak"
HARI_KE_BELAKANG = 60


def _tulis_ulang(kursor: CursorWrapper, syarat: str, nilai: list[Any]) -> None:
    """Write these answers again in random order; the caller holds their survey."""
    kolom = ", ".join(f'"{bidang.column}"' for bidang in Respons._meta.concrete_fields)
    kursor.execute(
        f"""
        WITH lama AS (DELETE FROM survei_respons WHERE {syarat} RETURNING {kolom})
        INSERT INTO survei_respons ({kolom}) SELECT {kolom} FROM lama ORDER BY random()
        """,  # noqa: S608 - column names of the model and conditions of this module, the values are parameters
        nilai,
    )


def _acak_hari(survei: Survei, hari: date) -> None:
    with transaction.atomic():
        # Voiding, recount and lock wait meanwhile; new forms of today do not.
        Survei.objects.select_for_update(no_key=True).get(pk=survei.pk)
        if hari not in _belum(survei, {hari}):
            return
        with connection.cursor() as kursor:
            _tulis_ulang(kursor, "survei_id = %s AND tanggal = %s", [survei.pk, hari])
        # The entry is also the mark that this day is done.
        catat(pelaku=None, aksi=AKSI, objek=survei, keterangan=hari.isoformat())


@transaction.atomic
def _acak_terlambat(survei_id: int) -> None:
    """Rewrite the late answers of a survey, whatever their day: no count was made anew when one of them came.

    They are few, so all of them travel each time, and nothing tells the newest from the others.
    """
    Survei.objects.select_for_update(no_key=True).get(pk=survei_id)
    with connection.cursor() as kursor:
        _tulis_ulang(kursor, "survei_id = %s AND terlambat", [survei_id])


def _belum(survei: Survei, hari: set[date]) -> set[date]:
    """Those of the days that were never shuffled, or counted anew since: a form that waited on a device came late."""
    catatan = CatatanAudit.objects.filter(
        aksi=AKSI, objek_jenis=survei._meta.label_lower, objek_id=str(survei.uuid)
    ).order_by()
    sudah = dict(catatan.values_list("keterangan").annotate(Max("waktu")))
    rekap = RekapHarian.objects.filter(survei=survei, hari__in=hari).order_by()
    return {
        satu
        for satu, dihitung in rekap.values_list("hari").annotate(Max("dihitung_pada"))
        if satu.isoformat() not in sudah or sudah[satu.isoformat()] < dihitung
    }


def acak_jawaban(*, hari: date | None = None) -> int:
    """Rewrite the answers of past days in random order, once after each recount, and the late ones each time.

    Returns the number of (survey, day) done. Days are found by their counters, so the cost does not grow with the
    answers. Dead row versions stay readable to somebody with access to the database files until PostgreSQL vacuums
    them.
    """
    hari = hari or hari_ini()
    menurut_survei: dict[int, set[date]] = {}
    # By the day of the count: a form that waited on a device may belong to a day long past.
    sejak = sekarang() - timedelta(days=HARI_KE_BELAKANG)
    rekap = RekapHarian.objects.filter(hari__lt=hari, dihitung_pada__gte=sejak)
    for survei_id, satu_hari in rekap.values_list("survei_id", "hari").distinct():
        menurut_survei.setdefault(survei_id, set()).add(satu_hari)
    jumlah = 0
    for survei in Survei.objects.filter(pk__in=menurut_survei).order_by("pk"):
        for satu_hari in sorted(_belum(survei, menurut_survei[survei.pk])):
            _acak_hari(survei, satu_hari)
            jumlah += 1
    for survei_id in Respons.objects.terlambat().order_by("survei_id").values_list("survei_id", flat=True).distinct():
        _acak_terlambat(survei_id)
    return jumlah
