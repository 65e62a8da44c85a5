"""What the staff search finds in the surveys."""

from __future__ import annotations

from django.db.models import Q
from django.urls import reverse

from rakumpit.organisasi.models import Pengguna
from rakumpit.pencarian import Temuan
from rakumpit.waktu import format_tanggal
from survei.enums import LABEL_STATUS_SURVEI, StatusSurvei
from survei.models import Survei


def cari(pengguna: Pengguna, kata: str, *, batas: int) -> list[Temuan]:
    """Surveys of the units that the reader may see, and published ones of all others; by title or unit. Two queries."""
    terlihat = set(Survei.objects.terlihat_oleh(pengguna).values_list("pk", flat=True))
    semua = (
        Survei.objects.filter(Q(pk__in=terlihat) | Q(status=StatusSurvei.DIPUBLIKASI.value))
        .filter(Q(judul__icontains=kata) | Q(unit__nama__icontains=kata))
        .select_related("unit")
        .order_by("-mulai", "judul", "pk")[:batas]
    )
    return [
        Temuan(
            "Survei",
            satu.judul,
            f"{satu.unit.nama} · {format_tanggal(satu.mulai)} – {format_tanggal(satu.selesai)} · "
            f"{LABEL_STATUS_SURVEI[StatusSurvei(satu.status)]}",
            reverse("survei:kelola_survei" if satu.pk in terlihat else "survei:hasil", args=[satu.uuid]),
        )
        for satu in semua
    ]
