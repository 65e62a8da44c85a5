"""The predicates, as one table."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.test import SimpleTestCase

from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.permissions import (
    boleh_kelola_akun,
    boleh_kelola_organisasi,
    boleh_ubah_akun,
    boleh_ubah_peran,
)


class PredikatTest(SimpleTestCase):
    def test_tabel(self) -> None:
        biasa = Pengguna(pk=1)
        pengelola = Pengguna(pk=2, pengelola=True)
        teknis = Pengguna(pk=3, admin_teknis=True)
        for nama, orang, harapan in (
            ("anonim", AnonymousUser(), (False, False, False, False, False)),
            ("pegawai", biasa, (False, False, False, False, False)),
            ("pemeriksa", Pengguna(pk=4, pemeriksa=True), (False, False, False, False, False)),
            ("pengelola", pengelola, (True, True, True, False, False)),
            ("admin teknis", teknis, (False, True, True, True, True)),
            ("pengelola nonaktif", Pengguna(pk=5, pengelola=True, is_active=False), (False,) * 5),
            ("admin nonaktif", Pengguna(pk=6, admin_teknis=True, is_active=False), (False,) * 5),
        ):
            with self.subTest(nama=nama):
                self.assertEqual(
                    (
                        boleh_kelola_organisasi(orang),
                        boleh_kelola_akun(orang),
                        boleh_ubah_akun(orang, biasa),
                        boleh_ubah_akun(orang, pengelola),
                        boleh_ubah_peran(orang, biasa),
                    ),
                    harapan,
                )
        self.assertFalse(boleh_ubah_peran(teknis, teknis))
