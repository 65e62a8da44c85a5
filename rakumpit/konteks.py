"""What every template may show: whether this is the example office."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def situs(request: HttpRequest) -> dict[str, object]:
    """Context processor: ``contoh`` is True when the office holds invented people and figures."""
    return {"contoh": settings.CONTOH}
