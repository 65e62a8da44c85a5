"""What is asked of the units under a leader agrees with the rule asked person by person, in offices of any shape."""

from __future__ import annotations

import random
from datetime import date

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from kinerja.enums.inovasi import StatusInovasi
from kinerja.models import Inovasi, PermintaanDukungan
from kinerja.permissions import atasan_semua, permintaan_menunggu, peta_atasan, rantai_atasan
from kinerja.permissions.atasan import bawahan_dari
from kinerja.permissions.inovasi import baca_inovasi_menunggu
from rakumpit.bacaan import baca
from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Pengguna, Penugasan
from rakumpit.waktu import hari_ini
from tests import pabrik

MULAI = date(2024, 1, 1)


class JangkauanTests(TestCase):
    def kantor(self, benih: int) -> tuple[list[Pegawai], list[PejabatLuar]]:
        """A tree of nine units: vacant posts, leaders who act elsewhere, hold two posts or have no account."""
        acak = random.Random(benih)  # noqa: S311 - shapes of an office, no secret
        unit = [pabrik.buat_unit()]
        for _ in range(8):
            unit.append(pabrik.buat_unit(induk=acak.choice(unit)))
        orang = [pabrik.buat_pegawai(acak.choice(unit), akun=acak.random() < 0.8) for _ in range(14)]
        luar = [pabrik.buat_pejabat_luar(pengguna=pabrik.buat_pengguna()) for _ in range(2)]
        for satu in unit:
            kursi = pabrik.buat_jabatan(satu, memimpin=True)
            undi = acak.random()
            if undi < 0.4:
                orang.append(pabrik.buat_pegawai(None, akun=acak.random() < 0.8))
                pabrik.tugaskan(orang[-1], kursi)
            elif undi < 0.55:
                pabrik.tugaskan(acak.choice(orang), kursi, sifat=SifatPenugasan.PLT.value)
            elif undi < 0.7:
                Penugasan.objects.create(pejabat_luar=acak.choice(luar), jabatan=kursi, mulai=MULAI)
            if acak.random() < 0.3:
                pabrik.tugaskan(acak.choice(orang), kursi, sifat=SifatPenugasan.PLH.value)
        return orang, luar

    def test_subordinates_are_those_whose_superior_it_is(self) -> None:
        for benih in range(12):
            orang, luar = self.kantor(benih)
            atasan = atasan_semua([satu.pk for satu in Pegawai.objects.all()], MULAI)
            for kunci in [(satu.pk, None) for satu in orang] + [(None, satu.pk) for satu in luar]:
                benar = {pk for pk, satu in atasan.items() if satu is not None and satu.adalah(*kunci)}
                with self.subTest(benih=benih, kunci=kunci):
                    assert set(bawahan_dari(kunci[0], kunci[1], MULAI)) == benar

    def test_requests_and_innovations_wait_for_those_who_may_answer(self) -> None:
        acak = random.Random(5)  # noqa: S311 - as above
        for benih in range(6):
            self.kantor(benih)
            for satu in Pegawai.objects.filter(permintaan_dukungan=None):
                PermintaanDukungan.objects.create(
                    pegawai=satu,
                    jenis="alat",
                    uraian="x",
                    diajukan_pada=MULAI,
                    tenggat=MULAI,
                    tingkat=acak.randrange(4),
                    diminta_dari_luar=PejabatLuar.objects.first(),
                )
                Inovasi.objects.create(
                    pengusul=satu,
                    judul="x",
                    masalah="x",
                    gagasan="x",
                    hasil="x",
                    status=StatusInovasi.BERHASIL.value,
                    diusulkan_pada=MULAI,
                    dicoba_sejak=MULAI,
                )
            rantai = rantai_atasan(list(Pegawai.objects.values_list("pk", flat=True)))
            permintaan = list(PermintaanDukungan.objects.select_related("pegawai"))
            for akun in Pengguna.objects.order_by("-pk")[:24]:
                with self.subTest(benih=benih, akun=akun.pk):
                    jawab = {
                        satu.pk
                        for satu in permintaan
                        if satu.pegawai.pengguna_id != akun.pk
                        and akun.pk in {langkah.akun_id for langkah in rantai[satu.pegawai_id][: satu.tingkat + 1]}
                    }
                    assert {pk for (pk,) in permintaan_menunggu(akun, "pk")} == jawab
                    langsung = {pk for pk, langkah in rantai.items() if langkah and langkah[0].akun_id == akun.pk}
                    pengusul = baca(baca_inovasi_menunggu(akun, "pengusul_id", peta=peta_atasan(MULAI)))
                    assert {pk for (pk,) in pengusul} == langsung

    def test_who_leads_nothing_costs_nothing_more_than_the_leaders_of_the_day(self) -> None:
        staf = pabrik.buat_pegawai(pabrik.buat_unit()).pengguna
        assert staf is not None
        peta = peta_atasan(hari_ini())
        _ = staf.pegawai, hasattr(staf, "pejabat_luar")
        with CaptureQueriesContext(connection) as tangkap:
            assert permintaan_menunggu(staf, peta=peta) == []
            assert baca(baca_inovasi_menunggu(staf, peta=peta)) == []
        assert len(tangkap) == 0
