"""The N of a survey, service by service."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from rakumpit.audit.models import catat
from survei.enums import StatusSurvei
from survei.models import PopulasiLayanan, Survei
from survei.permissions import boleh_mengelola

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Layanan, Pengguna


@transaction.atomic
def simpan_populasi(*, survei: Survei, jumlah: Mapping[Layanan, int], oleh: Pengguna) -> Survei:
    """Store the users of every service of a draft; their sum becomes the survey's N.

    Only before the survey opens: N decides the target and the interval, so it must not follow from the answers. Raises
    ``PermissionDenied`` or ``ValidationError``.
    """
    if not boleh_mengelola(oleh):
        raise PermissionDenied
    terkunci = Survei.objects.select_for_update().get(pk=survei.pk)
    if terkunci.status != StatusSurvei.DRAF:
        raise ValidationError("Jumlah pemohon hanya diisi selama survei masih draf.")
    if {satu.pk for satu in jumlah} != set(terkunci.layanan.values_list("pk", flat=True)):
        raise ValidationError("Layanan survei ini sudah berubah. Muat ulang halaman, lalu isi lagi.")
    if not sum(jumlah.values()):
        raise ValidationError("Isi jumlah pemohon sekurangnya pada satu layanan.")
    sebelum, terkunci.populasi = terkunci.populasi, sum(jumlah.values())
    terkunci.save(update_fields=["populasi"])
    PopulasiLayanan.objects.filter(survei=terkunci).delete()
    PopulasiLayanan.objects.bulk_create(
        PopulasiLayanan(survei=terkunci, layanan=layanan, jumlah=n) for layanan, n in jumlah.items()
    )
    catat(
        pelaku=oleh,
        aksi="survei.survei.populasi",
        objek=terkunci,
        sebelum={"populasi": sebelum},
        sesudah={"populasi": terkunci.populasi, "layanan": {str(satu.uuid): n for satu, n in jumlah.items()}},
    )
    return terkunci
