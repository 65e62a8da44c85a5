"""Duty of the superior: a plan to improve whose review has come near."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse

from kinerja.models import Evaluasi, PilihanKantor, RencanaPembinaan
from kinerja.permissions import PetaAtasan, pk_diputus_oleh
from rakumpit.menunggu import Tugas
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import hari_ini


def tugas_pembinaan(pengguna: Pengguna, peta: PetaAtasan) -> list[Tugas]:
    """Reviews due or near, of newest results on which the reader decides; a fixed number of queries."""
    hari = hari_ini()
    batas = hari + timedelta(days=PilihanKantor.objects.pada(hari).hari_tinjau_pembinaan)
    dekat = RencanaPembinaan.objects.filter(hasil="", evaluasi__terbaru=True, tinjau_pada__lte=batas)
    milik = pk_diputus_oleh(pengguna, Evaluasi.objects.filter(pk__in=dekat.values("evaluasi_id")), peta)
    if not milik:
        return []
    return [
        Tugas(
            judul=f"Tinjau pembinaan, {satu.evaluasi.periode}",
            dari=satu.evaluasi.pegawai.nama,
            tenggat=satu.tinjau_pada,
            tautan=reverse("kinerja:tindak_lanjut", args=[satu.evaluasi.uuid]),
            aksi="Tinjau pembinaan",
        )
        for satu in dekat.filter(evaluasi_id__in=milik).select_related("evaluasi__pegawai", "evaluasi__periode")
    ]
