"""A finished event leaves results, certificates and tasks behind, once; or it is not finished."""

from __future__ import annotations

from pelatihan.models import EvaluasiPerilaku, Kegiatan, Pendaftaran, SertifikatKegiatan
from pelatihan.perhitungan.kegiatan import StatusKegiatan
from pelatihan.proses.galat import ProsesDitolak
from pelatihan.proses.kegiatan import selesaikan
from pelatihan.proses.sesudah import sepakati_perilaku
from rakumpit.organisasi.models import Penugasan
from rakumpit.waktu import hari_ini
from tests import pabrik
from tests.pelatihan.dasar import UjiPelatihan
from tests.pelatihan.isi_sertifikat import ikut, kegiatan_usai


class PenutupanTests(UjiPelatihan):
    def setUp(self) -> None:
        super().setUp()
        self.kegiatan = kegiatan_usai(self.kantor.seksi, self.pengelola, self.staf)
        ikut(self.kegiatan, self.pppk, self.pengelola, sesi=1)
        ikut(self.kegiatan, pabrik.buat_pegawai(self.kantor.seksi, nama="Alpa"), self.pengelola, hadir=False)

    def selesaikan(self) -> Kegiatan:
        return selesaikan(kegiatan=self.kegiatan, oleh=self.pengelola, versi=self.kegiatan.versi)

    def test_hasil_sertifikat_dan_tugas_terjadi_sendiri(self) -> None:
        sepakati_perilaku(kegiatan=self.kegiatan, oleh=self.pengelola, perilaku=("Menyapa", "Mendengar", "Mencatat"))
        self.selesaikan()
        self.assertEqual(
            dict(Pendaftaran.objects.values_list("pegawai__nama", "status")),
            {"Staf 1": "lulus", "Staf 2": "hadir", "Alpa": "tidak_hadir"},
        )
        self.assertEqual(SertifikatKegiatan.objects.get().pegawai, self.staf)
        self.assertEqual(EvaluasiPerilaku.objects.filter(peserta=self.staf).count(), 3)

    def test_tanpa_penanda_tangan_kegiatan_belum_selesai(self) -> None:
        Penugasan.objects.filter(jabatan__memimpin=True).update(selesai=hari_ini().replace(day=1))
        with self.assertRaisesMessage(ProsesDitolak, "penanda tangan"):
            self.selesaikan()
        self.kegiatan.refresh_from_db()
        self.assertEqual(self.kegiatan.status, StatusKegiatan.EVALUASI.value)
        self.assertFalse(Pendaftaran.objects.filter(status="lulus").exists())
