"""Duties that follow from plans to improve: the superior's review, and the letter that the pengelola copies."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse

from kinerja.enums import HasilPembinaan
from kinerja.models import Evaluasi, PilihanKantor, RencanaPembinaan
from kinerja.permissions import PetaAtasan, boleh_mengelola, pk_diputus_oleh
from rakumpit.menunggu import Tugas
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import hari_ini


def tugas_pembinaan(pengguna: Pengguna, peta: PetaAtasan) -> list[Tugas]:
    """Reviews of the reader's people, and decisions to be recorded by the pengelola; a fixed number of queries."""
    return [*_meninjau(pengguna, peta), *_mencatat(pengguna)]


def _mencatat(pengguna: Pengguna) -> list[Tugas]:
    """Plans that ended without improvement and have no decision yet. No day is given: the authority decides."""
    if not boleh_mengelola(pengguna):
        return []
    belum = RencanaPembinaan.objects.filter(
        hasil=HasilPembinaan.BELUM.value, keputusan__isnull=True, evaluasi__terbaru=True
    ).exclude(evaluasi__pegawai__pengguna=pengguna)
    return [
        Tugas(
            judul=f"Catat keputusan sesudah pembinaan, {satu.evaluasi.periode}",
            dari=satu.evaluasi.pegawai.nama,
            tenggat=None,
            tautan=reverse("kinerja:tindak_lanjut", args=[satu.evaluasi.uuid]),
            aksi="Buka tindak lanjut",
        )
        for satu in belum.select_related("evaluasi__pegawai", "evaluasi__periode").order_by("ditinjau_pada", "pk")
    ]


def _meninjau(pengguna: Pengguna, peta: PetaAtasan) -> list[Tugas]:
    """Reviews due or near, of newest results on which the reader decides."""
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
