"""Make a key for encrypted backups."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from rakumpit.cadangan.sandi import kunci_baru


class Command(BaseCommand):
    help = (
        "Membuat kunci baru bagi cadangan yang disandikan dan mencetaknya sekali. Tidak mengubah apa pun: setel "
        "sendiri sebagai RAKUMPIT_CADANGAN_KUNCI, dan simpan salinannya di luar mesin."
    )

    def handle(self, *args: Any, **pilihan: Any) -> None:
        self.stdout.write(kunci_baru())
        self.stderr.write(
            "Setel sebagai RAKUMPIT_CADANGAN_KUNCI; kunci sebelumnya pindahkan ke RAKUMPIT_CADANGAN_KUNCI_LAMA. Cetak "
            "atau tulis, dan simpan di luar mesin ini: tanpa kunci ini cadangan tidak dapat dibuka siapa pun."
        )
