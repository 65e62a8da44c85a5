"""An account of a citizen over the whole table of rights: the public pages and the forum, nothing of the office."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from rakumpit.organisasi.models import Pengguna
from tests.dasar import ANONIM, UjiKantor
from tests.rakumpit.hak_akses import TABEL
from tests.rakumpit.hak_akses.dasar import MASUK, Baris
from tests.rakumpit.test_hak_akses import objek, sidik_tabel

# Pages of the own account, which every signed-in person has.
_AKUN = ("account_", "mfa_", "usersessions_")


class WargaTest(UjiKantor):
    def setUp(self) -> None:
        super().setUp()
        self.klien_warga = Client(raise_request_exception=False)
        self.klien_warga.force_login(Pengguna.objects.get(email="warga-forum@contoh.example"))

    def _alamat(self, baris: Baris) -> str:
        return baris.alamat or reverse(baris.nama, args=objek(self.k, baris.objek)) + baris.kueri

    def test_every_page_of_the_office_is_closed(self) -> None:
        """Whatever asks visitors to sign in answers 403 or 404, to GET and to POST, and no row changes."""
        awal, salah, dilihat = sidik_tabel(), [], 0
        for baris in TABEL:
            alamat = self._alamat(baris)
            milik_warga = baris.nama.startswith("forum:") and not alamat.startswith("/forum/kelola/")
            if baris.nama.startswith(_AKUN) or milik_warga or baris.nama in {"beranda", "akun_tema"}:
                continue
            if MASUK not in {baris.get[ANONIM], baris.post[ANONIM]}:
                continue
            dilihat += 1
            for cara, respons in (("GET", self.klien_warga.get(alamat)), ("POST", self.klien_warga.post(alamat))):
                if respons.status_code not in {403, 404}:
                    salah.append(f"{cara} {baris.nama} {baris.objek}: {respons.status_code}")
        self.assertEqual(salah, [])
        self.assertGreater(dilihat, 300)
        self.assertEqual([nama for nama, isi in sidik_tabel().items() if isi != awal[nama]], [])

    def test_public_pages_stay_open(self) -> None:
        tertutup = [
            baris.nama
            for baris in TABEL
            if baris.get[ANONIM] == 200
            and not baris.nama.startswith(_AKUN)
            and baris.nama not in {"masuk_kode", "gaya"}
            and self.klien_warga.get(self._alamat(baris)).status_code != 200
        ]
        self.assertEqual(sorted(set(tertutup)), [])
