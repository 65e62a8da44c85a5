"""Two people who print the same document at the same moment hold the same document."""

from __future__ import annotations

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
    def _terbit(self, unit: UnitKerja) -> list[object]:
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
        gagal = 0
        with mock.patch.object(proses, "_antre"):
            for _ in range(PUTARAN):
                gagal += sum(isinstance(satu, Exception) for satu in self._terbit(pabrik.buat_unit()))
        self.assertGreater(gagal, 0)
