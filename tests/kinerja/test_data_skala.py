"""Synthetic load: complete, the same every time, and never in a real database."""

from __future__ import annotations

from io import StringIO
from unittest import mock

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import TestCase

from kinerja.management.commands.data_skala import buat_data_skala
from kinerja.models import Evaluasi
from kinerja.proses import buka_run, kerjakan_run
from rakumpit.organisasi.models import Pegawai
from survei.models import Respons


class DataSkalaTests(TestCase):
    def test_people_can_be_computed_and_answers_are_whole(self) -> None:
        call_command("data_skala", "--pegawai", "120", "--respons", "50", stdout=StringIO())
        assert (Pegawai.objects.count(), Respons.objects.count()) == (120, 50)
        assert len(Respons.objects.all()[0].jawaban) == 9
        periode = buat_data_skala(pegawai=0)
        run = buka_run(periode=periode)
        kerjakan_run(run.pk)
        run.refresh_from_db()
        assert (run.status, Evaluasi.objects.count()) == ("selesai", 120)
        assert Evaluasi.objects.filter(penilai__isnull=False).count() == 117
        assert not Evaluasi.objects.filter(nilai_kinerja=None).exists()

    def test_a_database_of_real_work_is_refused(self) -> None:
        with (
            mock.patch.dict(connection.settings_dict, {"NAME": "rakumpit"}),
            pytest.raises(CommandError, match="bukan"),
        ):
            call_command("data_skala", "--pegawai", "1")
        assert Pegawai.objects.count() == 0
