"""Every state of every machine has an object, and every action a line of the table of rights for it."""

from __future__ import annotations

from dataclasses import replace

from django.apps import apps
from django.test import SimpleTestCase

from kinerja.enums import StatusSKP
from tests.dasar import UjiKantor
from tests.rakumpit.hak_akses import TABEL
from tests.rakumpit.hak_akses.matriks import MESIN, aksi_tanpa_mesin, keadaan_tanpa_objek, pasangan_tanpa_baris


class MatriksTests(SimpleTestCase):
    """The description against the enumerations and the table."""

    maxDiff = None

    def test_setiap_keadaan_punya_objek(self) -> None:
        kurang = {nama: keadaan_tanpa_objek(mesin) for nama, mesin in MESIN.items()}
        self.assertEqual({nama: satu for nama, satu in kurang.items() if satu}, {})

    def test_setiap_tindakan_diuji_di_setiap_keadaan(self) -> None:
        self.assertEqual([satu for mesin in MESIN.values() for satu in pasangan_tanpa_baris(mesin, TABEL)], [])

    def test_setiap_tindakan_atas_objek_mesin_tercatat(self) -> None:
        self.assertEqual(aksi_tanpa_mesin(MESIN.values(), TABEL), [])

    def test_yang_kurang_ketahuan(self) -> None:
        mesin = MESIN["SKP"]
        tanpa_draf = replace(
            mesin, kata={satu: kata for satu, kata in mesin.kata.items() if satu is not StatusSKP.DRAF}
        )
        self.assertEqual(keadaan_tanpa_objek(tanpa_draf), ["draf"])
        tabel = [baris for baris in TABEL if (baris.nama, baris.objek) != ("kinerja:skp_setujui", "skp_selesai")]
        self.assertEqual(pasangan_tanpa_baris(mesin, tabel), ["skp_setujui pada skp_selesai"])
        tanpa_aksi = replace(mesin, benda=(replace(mesin.benda[0], aksi=mesin.benda[0].aksi[1:]), *mesin.benda[1:]))
        self.assertEqual(aksi_tanpa_mesin([tanpa_aksi], TABEL), ["kinerja:skp_ajukan"])


class KeadaanTests(UjiKantor):
    """The objects stand in the states that their names say."""

    def test_setiap_objek_ada_dalam_keadaannya(self) -> None:
        for nama, mesin in MESIN.items():
            for benda, status, objek in mesin.pasangan():
                with self.subTest(mesin=nama, objek=objek):
                    alamat = dict(zip(benda.medan, self.k.objek[objek], strict=False))
                    baris = apps.get_model(benda.model)._default_manager.filter(**alamat)
                    self.assertEqual(list(baris.values_list(benda.keadaan, flat=True)), [status.value])
