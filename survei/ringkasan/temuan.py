"""What the staff search finds in the surveys."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from rakumpit.bacaan import Bacaan
from rakumpit.organisasi.models import Pengguna
from rakumpit.pencarian import Temuan
from rakumpit.waktu import format_tanggal
from survei.enums import LABEL_STATUS_SURVEI, StatusSurvei
from survei.models import Survei


def cari(pengguna: Pengguna, kata: str, *, batas: int) -> Bacaan[list[Temuan]]:
    """Surveys of the units that the reader may see, and published ones of all others; by title or unit. One step."""
    dikelola = Exists(Survei.objects.terlihat_oleh(pengguna).filter(pk=OuterRef("pk")))
    (baris,) = yield [
        Survei.objects.filter(Q(judul__icontains=kata) | Q(unit__nama__icontains=kata))
        .filter(Q(dikelola) | Q(status=StatusSurvei.DIPUBLIKASI.value))
        .annotate(dikelola=dikelola)
        .order_by("-mulai", "judul", "pk")
        .values_list("uuid", "judul", "unit__nama", "mulai", "selesai", "status", "dikelola")[:batas]
    ]
    return [
        Temuan(
            "Survei",
            judul,
            f"{unit} · {format_tanggal(mulai)} – {format_tanggal(selesai)} · "
            f"{LABEL_STATUS_SURVEI[StatusSurvei(status)]}",
            reverse("survei:kelola_survei" if dikelola else "survei:hasil", args=[kode]),
        )
        for kode, judul, unit, mulai, selesai, status, dikelola in baris
    ]
