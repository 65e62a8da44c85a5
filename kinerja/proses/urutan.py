"""Places of rows in their list."""

from __future__ import annotations

from typing import Any

from django.db.models import Manager, Max, QuerySet


def urut_berikut(baris: Manager[Any] | QuerySet[Any]) -> int:
    """The place after the last; 1 in an empty list. The caller holds the lock of the list."""
    return (baris.aggregate(akhir=Max("urut"))["akhir"] or 0) + 1
