"""Two people who print the same document at the same moment hold the same document."""

from __future__ import annotations

import threading
from collections.abc import Callable
from unittest import mock

from rakumpit.audit.models import CatatanAudit
from rakumpit.dokumen import proses
from rakumpit.dokumen.models import Dokumen
from rakumpit.dokumen.susun import Bingkai
from rakumpit.organisasi.models import UnitKerja
from tests import pabrik
from tests.serentak import UjiSerentak

PUTARAN = 10


class TerbitSerentakTests(UjiSerentak):
    def _terbit(self, unit: UnitKerja, tunggu: Callable[[], object] = lambda: None) -> list[object]:
        def satu() -> object:
            dokumen, isi = proses.terbitkan(
                jenis="uji.surat",
                judul="Surat",
                templat="skp",
                data={"isi": "sama"},
                fakta=[("Nama", "Siti")],
                tentang=unit,
                oleh=None,
            )
            return dokumen.pk, isi

        def susun(templat: str, data: object, *, bingkai: Bingkai) -> bytes:
            """In place of the typesetter, which would hold both threads up: one code, one file."""
            tunggu()
            return bingkai.kode.encode()

        with mock.patch.object(proses, "susun_pdf", susun):
            return self.sekaligus(satu, satu, satu)

    def test_satu_baris_dan_satu_berkas_bagi_semua(self) -> None:
        for _ in range(PUTARAN):
            unit = pabrik.buat_unit()
            hasil = self._terbit(unit)
            self.assertEqual(len(set(hasil)), 1, hasil)
            self.assertEqual(Dokumen.objects.tentang(unit).count(), 1)
        self.assertEqual(CatatanAudit.objects.filter(aksi="dokumen.terbitkan").count(), PUTARAN)

    def test_tanpa_antrean_ada_yang_gagal(self) -> None:
        """The negative control: without the lock the database stops the second one, who then has no document."""
        palang = threading.Barrier(3)  # nobody stores before all three have found nothing stored
        with mock.patch.object(proses, "_antre"):
            hasil = self._terbit(pabrik.buat_unit(), lambda: palang.wait(20))
        self.assertEqual(sum(isinstance(satu, Exception) for satu in hasil), 2, hasil)
