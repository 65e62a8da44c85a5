"""A locked survey opened again: two people, the next version, documents voided, evaluations untouched."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction

from kinerja.models import Evaluasi
from kinerja.proses import buka_run
from rakumpit.audit.models import CatatanAudit
from rakumpit.dokumen.models import Dokumen
from rakumpit.organisasi.models import Pengguna
from survei import proses
from survei.models import HasilSurvei, PermintaanBuka, Survei, TindakLanjut
from survei.proses.buka_kembali import minta_buka, setujui_buka, tarik_buka, tolak_buka
from survei.ringkasan import menunggu, selisih_hitungan, umpan_balik
from tests import pabrik
from tests.survei.dasar import SAAT, UjiSurvei
from tests.survei.isi_tindak_lanjut import usul
from tests.survei.test_laporan import UjiLaporan
from tests.tugas import untuk

SEBAB = "Dua lembar belum dimasukkan."


class BukaKembaliTests(UjiLaporan):
    def setUp(self) -> None:
        super().setUp()
        self.kedua = pabrik.buat_pengguna(pengelola=True)
        self.isi(12)
        self.lama = self.kunci(terbit=True)
        self.alamat_hasil = f"/hasil/{self.survei.uuid}/"

    def minta(self) -> PermintaanBuka:
        return minta_buka(survei=self.survei, alasan=SEBAB, oleh=self.pengelola)

    def kunci_lagi(self, *, terbit: bool = True) -> HasilSurvei:
        baru = proses.kunci(survei=self.survei, oleh=self.pengelola)
        if terbit:
            proses.publikasikan(survei=self.survei, oleh=self.pengelola)
        return baru

    def test_hasil_baru_berversi_dan_yang_lama_tetap_tersimpan(self) -> None:
        lama = HasilSurvei.objects.values().get()
        tindak = usul(self.survei, self.petugas, self.lurah.pegawai)
        self.buat(umum=True)
        setujui_buka(permintaan=self.minta(), oleh=self.lurah)
        assert Dokumen.objects.get(jenis="survei.laporan_umum").alasan_batal.endswith(SEBAB)
        self.assertContains(self.client.get(self.alamat_hasil), "sedang diperbaiki")
        self.assertContains(self.client.get(self.alamat_hasil), SEBAB)
        self.assertNotContains(self.client.get(self.alamat_hasil), "82,41")
        assert self.client.get(f"/data/skm/{self.survei.uuid}.json").status_code == 404
        assert umpan_balik(unit_ids=[self.unit.pk], mulai=date(2026, 1, 1), selesai=date(2026, 12, 31)) == {}
        pabrik.buat_respons(self.survei, 1)
        baru = self.kunci_lagi()
        assert (baru.versi, baru.sebab, baru.n) == (2, SEBAB, 13)
        assert HasilSurvei.objects.filter(pk=lama["id"]).values().get() == lama | {"berlaku": False}
        halaman = self.client.get(self.alamat_hasil)
        self.assertContains(halaman, "(versi 2)")
        self.assertContains(halaman, SEBAB)
        assert TindakLanjut.objects.get(pk=tindak.pk).hasil_id == baru.pk
        ringkas = umpan_balik(unit_ids=[self.unit.pk], mulai=date(2026, 1, 1), selesai=date(2026, 12, 31))
        assert ringkas[self.unit.pk].n == 13
        assert selisih_hitungan() == []
        self.buat(umum=True)
        assert Dokumen.objects.filter(jenis="survei.laporan_umum").berlaku().get().versi == 2
        aksi = list(CatatanAudit.objects.filter(aksi__contains="buka_kembali").values_list("aksi", flat=True))
        assert len(aksi) == 3

    def test_dua_orang_dan_tidak_lebih_dari_satu_permintaan(self) -> None:
        permintaan = self.minta()
        for oleh in (self.pengelola, self.petugas, self.luar, self.admin):
            with self.assertRaises(PermissionDenied):
                setujui_buka(permintaan=permintaan, oleh=oleh)
        with self.assertRaisesMessage(ValidationError, "sudah diajukan"):
            minta_buka(survei=self.survei, alasan="Lagi", oleh=self.kedua)
        with self.assertRaises(PermissionDenied):
            minta_buka(survei=self.survei, alasan="Lagi", oleh=self.lurah)
        with self.assertRaisesMessage(ValidationError, "Tulis alasan"):
            tolak_buka(permintaan=permintaan, catatan=" ", oleh=self.lurah)
        tolak_buka(permintaan=permintaan, catatan="Tidak mengubah hasil", oleh=self.lurah)
        with self.assertRaisesMessage(ValidationError, "sudah ditolak"):
            setujui_buka(permintaan=permintaan, oleh=self.kedua)
        ulang = self.minta()
        with self.assertRaises(PermissionDenied):
            tarik_buka(permintaan=ulang, oleh=self.kedua)
        tarik_buka(permintaan=ulang, oleh=self.pengelola)
        assert setujui_buka(permintaan=self.minta(), oleh=self.kedua).status == "ditutup"

    def test_basis_data_menolak_orang_yang_sama_dan_hasil_yang_diubah(self) -> None:
        permintaan = self.minta()
        perintah = [
            "UPDATE survei_permintaanbuka SET status = 'disetujui', diputus_pada = now(),"
            " diputus_oleh_id = diajukan_oleh_id",
            "UPDATE survei_permintaanbuka SET status = 'ditolak', diputus_pada = now(), diputus_oleh_id = %s",
            "UPDATE survei_hasilsurvei SET berlaku = false, n = n + 1",
            "UPDATE survei_hasilsurvei SET sebab = 'x', versi = 2",
            "DELETE FROM survei_hasilsurvei",
            "INSERT INTO survei_hasilsurvei (uuid, survei_id, versi, sebab, n, rincian, mutu, bendera)"
            " SELECT gen_random_uuid(), survei_id, 2, 'x', n, rincian, '', bendera FROM survei_hasilsurvei",
        ]
        for satu in perintah:
            with self.subTest(satu), self.assertRaises(IntegrityError), transaction.atomic():
                connection.cursor().execute(satu, [self.lurah.pk] if "%s" in satu else None)
        HasilSurvei.objects.filter(pk=permintaan.hasil_id).update(berlaku=False)
        with self.assertRaises(IntegrityError), transaction.atomic():
            HasilSurvei.objects.filter(pk=permintaan.hasil_id).update(berlaku=True)

    def test_tidak_dibuka_sesudah_jawabannya_dihapus(self) -> None:
        permintaan = self.minta()
        Survei.objects.update(jawaban_dihapus_pada=SAAT)
        with self.assertRaisesMessage(ValidationError, "masa simpan"):
            setujui_buka(permintaan=permintaan, oleh=self.lurah)
        tarik_buka(permintaan=permintaan, oleh=self.pengelola)
        with self.assertRaisesMessage(ValidationError, "masa simpan"):
            self.minta()
        assert HasilSurvei.objects.get().berlaku

    def test_menunggu_yang_berhak_saja(self) -> None:
        self.minta()

        def ada(pengguna: Pengguna) -> bool:
            return any("membuka kembali" in satu.judul for satu in untuk(menunggu, pengguna))

        assert [ada(satu) for satu in (self.lurah, self.kedua, self.pengelola, self.petugas, self.luar)] == [
            True,
            True,
            False,
            False,
            False,
        ]

    def test_evaluasi_yang_sudah_ada_tidak_berubah(self) -> None:
        periode = pabrik.buat_periode(mulai=self.survei.mulai, selesai=self.survei.selesai)
        run = buka_run(periode=periode)
        Evaluasi.objects.create(
            periode=periode,
            pegawai=self.lurah.pegawai,
            aturan=run.aturan,
            run=run,
            bahan={"ikm": {"n": 12, "ikm": "82.41"}},
            rincian=[],
        )
        sebelum = list(Evaluasi.objects.values())
        setujui_buka(permintaan=self.minta(), oleh=self.lurah)
        self.kunci_lagi()
        assert list(Evaluasi.objects.values()) == sebelum


class TanpaKunciTests(UjiSurvei):
    def test_yang_belum_dikunci_tidak_dapat_diminta(self) -> None:
        with self.assertRaisesMessage(ValidationError, "sudah dikunci"):
            minta_buka(survei=self.survei, alasan=SEBAB, oleh=self.pengelola)
