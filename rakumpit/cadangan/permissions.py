"""Who may see how the backups stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from rakumpit.organisasi.models import Pengguna


def boleh_lihat_cadangan(pengguna: Pengguna | AnonymousUser) -> bool:
    """The technical admin, who keeps the machine. A page never hands out a backup itself, not to him either."""
    return bool(pengguna.is_authenticated and pengguna.is_active and pengguna.admin_teknis)
