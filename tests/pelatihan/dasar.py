"""The small office of these tests, on 15 September 2026."""

from __future__ import annotations

from django.test import TestCase

from rakumpit.organisasi.enums import JenisJabatan, StatusPegawai
from rakumpit.organisasi.models import Jabatan, Pegawai, Pengguna
from tests import pabrik
from tests.kinerja.kantor import Kantor, buat_kantor
from tests.survei.dasar import SAAT, pada


class UjiPelatihan(TestCase):
    """Staff under a kasi under the camat, two pengelola; the clock stands at ``SAAT``."""

    kantor: Kantor
    pengelola: Pengguna
    staf: Pegawai
    pppk: Pegawai
    asing: Pengguna

    @classmethod
    def setUpTestData(cls) -> None:
        with pada(SAAT):
            cls.kantor = buat_kantor(jumlah_staf=2)
            cls.pengelola = cls.kantor.pengelola
            cls.staf, cls.pppk = cls.kantor.staf
            Pegawai.objects.filter(pk=cls.pppk.pk).update(status=StatusPegawai.PPPK.value)
            cls.pppk.refresh_from_db()
            Jabatan.objects.filter(penugasan__pegawai__in=cls.kantor.staf).update(jenis=JenisJabatan.PELAKSANA.value)
            cls.asing = pabrik.buat_pengguna(nama="Asing")

    def setUp(self) -> None:
        super().setUp()
        waktu = pada(SAAT)
        waktu.__enter__()
        self.addCleanup(waktu.__exit__, None, None, None)
