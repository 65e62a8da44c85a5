"""Recommendations beside a result, and the duty of those who were asked."""

from __future__ import annotations

from django.db.models import Exists, OuterRef
from django.urls import reverse

from kinerja.enums import StatusEvaluasi
from kinerja.enums.rekomendasi import StatusRekomendasi
from kinerja.models import Evaluasi, Rekomendasi
from rakumpit.menunggu import Tugas
from rakumpit.organisasi.models import Pengguna


def rekomendasi_untuk(pegawai_id: int, periode_id: int) -> list[Rekomendasi]:
    """What was written about a person in a period; one query."""
    return list(
        Rekomendasi.objects.filter(
            pegawai_id=pegawai_id, periode_id=periode_id, status=StatusRekomendasi.DIISI.value
        ).select_related("dari")
    )


def tugas_rekomendasi(pengguna: Pengguna) -> list[Tugas]:
    """Requests that wait for the reader's words, until the superior has decided; one query."""
    diputus = Evaluasi.objects.filter(pegawai=OuterRef("pegawai"), periode=OuterRef("periode"), terbaru=True).exclude(
        status=StatusEvaluasi.MENUNGGU.value
    )
    diminta = (
        Rekomendasi.objects.filter(~Exists(diputus), dari__pengguna=pengguna, status=StatusRekomendasi.DIMINTA.value)
        .select_related("pegawai", "periode")
        .order_by("periode__batas_isi", "pk")
    )
    return [
        Tugas(
            judul=f"Beri rekomendasi untuk {satu.pegawai.nama}, {satu.periode.nama}",
            dari=satu.tugas,
            tenggat=satu.periode.batas_isi,
            tautan=reverse("kinerja:rekomendasi", args=[satu.uuid]),
            aksi="Tulis rekomendasi",
        )
        for satu in diminta
    ]
