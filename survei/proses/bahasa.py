"""Texts in a local language, written by the office. Nothing is translated by a machine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rakumpit.audit.models import catat
from survei.enums.bahasa import Bahasa
from survei.models import Instrumen, TeksBahasa
from survei.permissions import boleh_mengelola
from survei.ringkasan.bahasa import teks_asal

if TYPE_CHECKING:
    from rakumpit.organisasi.models import Pengguna


@transaction.atomic
def simpan_teks_bahasa(*, instrumen: Instrumen, bahasa: Bahasa, teks: Mapping[str, str], oleh: Pengguna) -> int:
    """Store the texts of one language; an empty one takes its row away. Returns how many are there now.

    Also for published versions: another language is other words for the same meaning. Unknown keys are left out.
    """
    if not boleh_mengelola(oleh):
        raise PermissionDenied
    terkunci = Instrumen.objects.select_for_update().get(pk=instrumen.pk)
    lama = dict(TeksBahasa.objects.filter(instrumen=terkunci, bahasa=bahasa.value).values_list("kunci", "teks"))
    baru = {satu.kunci: isi for satu in teks_asal(terkunci) if (isi := " ".join(teks.get(satu.kunci, "").split()))}
    TeksBahasa.objects.filter(instrumen=terkunci, bahasa=bahasa.value).exclude(kunci__in=baru).delete()
    TeksBahasa.objects.bulk_create(
        [TeksBahasa(instrumen=terkunci, bahasa=bahasa.value, kunci=kunci, teks=isi) for kunci, isi in baru.items()],
        update_conflicts=True,
        unique_fields=["instrumen", "bahasa", "kunci"],
        update_fields=["teks"],
    )
    berubah = {kunci for kunci in lama.keys() | baru.keys() if lama.get(kunci) != baru.get(kunci)}
    catat(
        pelaku=oleh,
        aksi="survei.instrumen.bahasa",
        objek=terkunci,
        sebelum={kunci: lama.get(kunci, "") for kunci in berubah},
        sesudah={kunci: baru.get(kunci, "") for kunci in berubah},
        keterangan=bahasa.value,
    )
    return len(baru)
