"""Innovations: what counts as a new idea, and what waits to be verified."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from kinerja.enums.inovasi import StatusInovasi
from kinerja.models import Inovasi
from kinerja.permissions import PetaAtasan
from kinerja.permissions.inovasi import baca_inovasi_menunggu
from rakumpit.bacaan import Bacaan
from rakumpit.menunggu import Tugas
from rakumpit.organisasi.pembaca import Pembaca


def ide_baru_terverifikasi(pegawai_id: int, mulai: date, selesai: date) -> list[Inovasi]:
    """Innovations of a person or the person's team that worked and were verified within these days; one query.

    PP 30/2019 Pasal 41 huruf a: «Sangat Baik» also asks for a new idea or way of working that benefits the organisation
    or the state. The scheme in force (PermenPANRB 6/2022) has no such condition, so no computation reads this; it
    stands beside the ratings as evidence, since being inventive belongs to «Adaptif» (SE MenPANRB 20/2021).
    """
    return list(
        Inovasi.objects.milik(pegawai_id)
        .filter(status=StatusInovasi.BERHASIL.value, diverifikasi_pada__range=(mulai, selesai))
        .order_by("diverifikasi_pada", "pk")
    )


def tugas_inovasi(pembaca: Pembaca, peta: PetaAtasan) -> Bacaan[list[Tugas]]:
    """Results of trials that the reader verifies as the nearest superior who took no part; one step."""
    baris = yield from baca_inovasi_menunggu(pembaca.pengguna, "uuid", "judul", "pengusul__nama", peta=peta)
    return [
        Tugas(
            judul=f"Verifikasi inovasi: {judul}",
            dari=pengusul,
            tenggat=None,
            tautan=reverse("kinerja:inovasi", args=[kode]),
            aksi="Periksa inovasi",
        )
        for kode, judul, pengusul in baris
    ]
