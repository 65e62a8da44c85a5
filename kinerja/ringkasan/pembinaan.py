"""Duties that follow from plans to improve: the superior's review, and the letter that the pengelola copies."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse

from kinerja.enums import HasilPembinaan
from kinerja.models import Evaluasi, RencanaPembinaan
from kinerja.permissions import PetaAtasan, boleh_mengelola
from kinerja.permissions.evaluasi import baca_diputus
from kinerja.ringkasan.pilihan import baca_pilihan
from rakumpit.bacaan import Bacaan
from rakumpit.menunggu import Tugas
from rakumpit.organisasi.pembaca import Pembaca


def tugas_mencatat_keputusan(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """Plans that ended without improvement and have no decision yet, for the pengelola; one step.

    No day is given: the authority decides.
    """
    if not boleh_mengelola(pembaca.pengguna):
        return []
    (baris,) = yield [
        RencanaPembinaan.objects.filter(
            hasil=HasilPembinaan.BELUM.value, keputusan__isnull=True, evaluasi__terbaru=True
        )
        .exclude(evaluasi__pegawai__pengguna=pembaca.pengguna)
        .order_by("ditinjau_pada", "pk")
        .values_list("evaluasi__uuid", "evaluasi__periode__nama", "evaluasi__pegawai__nama")
    ]
    return [
        Tugas(
            judul=f"Catat keputusan sesudah pembinaan, {periode}",
            dari=pegawai,
            tenggat=None,
            tautan=reverse("kinerja:tindak_lanjut", args=[kode]),
            aksi="Buka tindak lanjut",
        )
        for kode, periode, pegawai in baris
    ]


def tugas_pembinaan(pembaca: Pembaca, peta: PetaAtasan) -> Bacaan[list[Tugas]]:
    """Reviews due or near, of newest results on which the reader decides; two steps."""
    (hari_tinjau,) = yield from baca_pilihan(pembaca.hari, "hari_tinjau_pembinaan")
    batas = pembaca.hari + timedelta(days=hari_tinjau)
    dekat = Evaluasi.objects.terbaru().filter(pembinaan__hasil="", pembinaan__tinjau_pada__lte=batas)
    baris = yield from baca_diputus(
        pembaca.pengguna, dekat, "uuid", "periode__nama", "pegawai__nama", "pembinaan__tinjau_pada", peta=peta
    )
    return [
        Tugas(
            judul=f"Tinjau pembinaan, {periode}",
            dari=pegawai,
            tenggat=tinjau_pada,
            tautan=reverse("kinerja:tindak_lanjut", args=[kode]),
            aksi="Tinjau pembinaan",
        )
        for kode, periode, pegawai, tinjau_pada in baris
    ]
