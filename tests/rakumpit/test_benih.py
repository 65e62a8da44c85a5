"""What the migrations seeded is there again after every test that really commits its rows."""

from __future__ import annotations

import json
from collections import Counter

from django.apps import apps
from django.contrib.auth.models import Permission
from django.db import connection

from tests.serentak import UjiSerentak


class BenihTest(UjiSerentak):
    """Each test takes rows away. The next ones find them: the first were loaded by Django, the last are copies."""

    def lengkap_lalu_hapus(self) -> None:
        isi = json.loads(connection._test_serialized_contents)  # type: ignore[attr-defined]  # set by the test database
        harapan = Counter(satu["model"] for satu in isi)
        assert harapan["auth.permission"] > 0
        assert {nama: apps.get_model(nama)._base_manager.count() for nama in harapan} == harapan
        izin = {satu["pk"]: satu["fields"]["codename"] for satu in isi if satu["model"] == "auth.permission"}
        assert dict(Permission.objects.values_list("pk", "codename")) == izin
        Permission.objects.all().delete()

    def test_pertama(self) -> None:
        self.lengkap_lalu_hapus()

    def test_kedua(self) -> None:
        self.lengkap_lalu_hapus()

    def test_ketiga(self) -> None:
        self.lengkap_lalu_hapus()
