"""What the survey's tests share: a fixed moment, a filled form, an office with one unit."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest import mock
from uuid import uuid4

from django.test import TestCase

from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import WIB
from survei import laju
from survei.models import Survei
from tests import pabrik

KASUS = Path(__file__).parent.parent / "data" / "kasus"
SAAT = datetime(2026, 9, 15, 9, 0, tzinfo=WIB)


def kasus(nama: str) -> Any:
    """Content of a JSON case file."""
    return json.loads((KASUS / nama).read_text(encoding="utf-8"))


class _Jenis(type):
    def __instancecheck__(cls, objek: object) -> bool:
        return isinstance(objek, datetime)


@contextmanager
def pada(saat: datetime) -> Iterator[None]:
    """Let the office's clock stand at ``saat``."""

    class Beku(datetime, metaclass=_Jenis):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return saat.astimezone(tz)

    with mock.patch("rakumpit.waktu.datetime", Beku):
        yield


def isian(survei: Survei, nilai: int | str = 3, **ubah: Any) -> dict[str, str]:
    """A complete posted form; a value of None takes the field out."""
    layanan = survei.layanan.first()
    assert layanan is not None
    isi: dict[str, Any] = {
        "submission_id": str(uuid4()),
        "versi_formulir": "skm-v1",
        "layanan": str(layanan.uuid),
        **{f"U{i}": str(nilai) for i in range(1, 10)},
        **ubah,
    }
    return {nama: str(satu) for nama, satu in isi.items() if satu is not None}


def akun(pegawai: Pegawai) -> Pengguna:
    """The account of a person who has one."""
    assert pegawai.pengguna is not None
    return pegawai.pengguna


def banyak_survei(contoh: Survei, jumlah: int, **ubah: Any) -> list[Survei]:
    """Many surveys like one, written at once."""
    return Survei.objects.bulk_create(
        Survei(
            kode=uuid4().hex,
            **{
                "judul": f"{contoh.judul} {i}",
                "unit": contoh.unit,
                "instrumen": contoh.instrumen,
                "mulai": contoh.mulai,
                "selesai": contoh.selesai,
                "status": contoh.status,
                **ubah,
            },
        )
        for i in range(jumlah)
    )


class UjiSurvei(TestCase):
    """One unit with a head, an officer, an open survey; the clock stands at 15 September 2026, 09.00 WIB."""

    def setUp(self) -> None:
        laju.lupakan()
        self.unit = pabrik.buat_unit(nama="Kelurahan Mungku Baru")
        self.lurah = akun(pabrik.buat_pegawai(self.unit, memimpin=True))
        self.petugas = akun(pabrik.buat_pegawai(self.unit))
        self.pengelola = pabrik.buat_pengguna(pengelola=True)
        self.luar = akun(pabrik.buat_pegawai(pabrik.buat_unit(), memimpin=True))
        self.admin = pabrik.buat_pengguna(admin_teknis=True)
        self.survei = pabrik.buat_survei(self.unit)
        self.layanan = self.survei.layanan.get()
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)

    @property
    def alamat(self) -> str:
        return f"/survei/{self.survei.uuid}/"
