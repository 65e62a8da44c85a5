"""Labels of enumerations as the choices of a form."""

from __future__ import annotations

from typing import Any


def pilihan(label: dict[Any, str]) -> list[tuple[str, str]]:
    return [(satu.value, kata) for satu, kata in label.items()]
