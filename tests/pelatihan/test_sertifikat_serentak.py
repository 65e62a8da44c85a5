"""Two presses at once give each participant one certificate; and what happens without the lock."""

from __future__ import annotations

import threading
from functools import partial
from unittest import mock

from django.db import IntegrityError

from pelatihan.models import Kegiatan, RiwayatJP, SertifikatKegiatan
from pelatihan.proses import sertifikat_kegiatan as proses
from rakumpit.organisasi.models import Pegawai
from tests.kinerja.kantor import buat_kantor
from tests.pelatihan.isi_sertifikat import kegiatan_usai
from tests.serentak import UjiSerentak
from tests.survei.dasar import SAAT, pada

SEREMPAK = 4


class SerentakTests(UjiSerentak):
    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.kantor = buat_kantor(jumlah_staf=3)
        self.oleh = self.kantor.pengelola
        self.kegiatan = kegiatan_usai(self.kantor.seksi, self.oleh, *self.kantor.staf)

    def terbit(self, kegiatan: Kegiatan | None = None) -> object:
        return proses.terbitkan_sertifikat(kegiatan=kegiatan or self.kegiatan, oleh=self.oleh)

    def test_ditekan_bersamaan_terbit_sekali(self) -> None:
        hasil = self.sekaligus(*[self.terbit] * SEREMPAK)
        self.assertEqual([satu for satu in hasil if isinstance(satu, Exception)], [])
        self.assertEqual((SertifikatKegiatan.objects.count(), RiwayatJP.objects.count()), (3, 3))

    def test_dua_kegiatan_bersamaan_tidak_berebut_nomor(self) -> None:
        lain = [kegiatan_usai(self.kantor.kecamatan, self.oleh, *self.kantor.staf) for _ in range(SEREMPAK - 1)]
        hasil = self.sekaligus(*(partial(self.terbit, satu) for satu in (self.kegiatan, *lain)))
        self.assertEqual([satu for satu in hasil if isinstance(satu, Exception)], [])
        urut = SertifikatKegiatan.objects.order_by("urut").values_list("urut", flat=True)
        self.assertEqual(list(urut), list(range(1, 3 * SEREMPAK + 1)))

    def test_kontrol_tanpa_kunci_hanya_basis_data_yang_menahan(self) -> None:
        """Negative control: without the lock all choose the same person, and the constraint fails all but one."""
        bersamaan = threading.Barrier(SEREMPAK)
        satu = kegiatan_usai(self.kantor.seksi, self.oleh, self.kantor.staf[0])

        def tanpa_kunci(kegiatan: Kegiatan) -> Kegiatan:
            return Kegiatan.objects.select_related("program__bentuk", "program__kompetensi", "unit", "kebutuhan").get(
                pk=kegiatan.pk
            )

        def tunggu(*_: object) -> tuple[int, str]:
            """Each gets a number of its own, and nobody writes before all have chosen."""
            urut = bersamaan.wait(20) + 1
            return urut, str(urut)

        orang = Pegawai.objects.select_related("pengguna")
        with (
            mock.patch.object(proses, "_kunci", tanpa_kunci),
            mock.patch.object(proses, "_nomor", tunggu),
            mock.patch.object(Pegawai.objects, "select_for_update", return_value=orang),
        ):
            hasil = self.sekaligus(*[partial(self.terbit, satu)] * SEREMPAK)
        self.assertEqual(sum(isinstance(galat, IntegrityError) for galat in hasil), SEREMPAK - 1)
        self.assertEqual(SertifikatKegiatan.objects.filter(kegiatan=satu).count(), 1)
