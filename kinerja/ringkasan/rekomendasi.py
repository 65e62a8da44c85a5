"""Recommendations beside a result, and the duty of those who were asked."""

from __future__ import annotations

from django.db.models import Exists, OuterRef
from django.urls import reverse

from kinerja.enums import StatusEvaluasi
from kinerja.enums.rekomendasi import StatusRekomendasi
from kinerja.models import Evaluasi, Rekomendasi
from rakumpit.bacaan import Bacaan
from rakumpit.menunggu import Tugas
from rakumpit.organisasi.pembaca import Pembaca


def rekomendasi_untuk(pegawai_id: int, periode_id: int) -> list[Rekomendasi]:
    """What was written about a person in a period; one query."""
    return list(
        Rekomendasi.objects.filter(
            pegawai_id=pegawai_id, periode_id=periode_id, status=StatusRekomendasi.DIISI.value
        ).select_related("dari")
    )


def tugas_rekomendasi(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """Requests that wait for the reader's words, until the superior has decided; one step."""
    if pembaca.pegawai is None:
        return []
    diputus = Evaluasi.objects.filter(pegawai=OuterRef("pegawai"), periode=OuterRef("periode"), terbaru=True).exclude(
        status=StatusEvaluasi.MENUNGGU.value
    )
    (baris,) = yield [
        Rekomendasi.objects.filter(~Exists(diputus), dari=pembaca.pegawai, status=StatusRekomendasi.DIMINTA.value)
        .order_by("periode__batas_isi", "pk")
        .values_list("uuid", "pegawai__nama", "periode__nama", "tugas", "periode__batas_isi")
    ]
    return [
        Tugas(
            judul=f"Beri rekomendasi untuk {nama}, {periode}",
            dari=tugas,
            tenggat=batas,
            tautan=reverse("kinerja:rekomendasi", args=[kode]),
            aksi="Tulis rekomendasi",
        )
        for kode, nama, periode, tugas, batas in baris
    ]
