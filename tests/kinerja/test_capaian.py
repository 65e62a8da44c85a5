"""Capaian organisasi: set from above, never changed, shown beside its arithmetic; and the distribution page."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, connection, transaction
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.models import CapaianOrganisasi, Indikator, Periode, Realisasi
from kinerja.perhitungan import Predikat
from kinerja.permissions.capaian import pejabat_capaian, pejabat_surat
from kinerja.proses import KonflikVersi, ProsesDitolak, nilai_perilaku, putuskan
from kinerja.proses.capaian import catat_capaian_luar, tetapkan_capaian
from kinerja.proses.perjanjian import buat_perubahan
from kinerja.ringkasan.capaian import capaian_iku, sebaran_unit
from rakumpit.audit.models import CatatanAudit
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import WIB
from tests import pabrik
from tests.kinerja.isi_perencanaan import buat_perjanjian_uji, iku_uji, tandatangani_uji
from tests.kinerja.kantor import SEMUA_SESUAI, Kantor, akun, buat_kantor
from tests.survei.dasar import pada

OKTOBER = datetime(2026, 10, 12, 9, 0, tzinfo=WIB)
PDF = b"%PDF-1.4 surat"


class CapaianDasar(TestCase):
    kantor: Kantor
    kasi: Pengguna
    camat: Pengguna
    periode: Periode

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor(3)
        cls.kasi, cls.camat = akun(cls.kantor.kasi), akun(cls.kantor.camat)
        cls.periode = cls.kantor.periode

    def setUp(self) -> None:
        self.pada(OKTOBER)

    def pada(self, saat: datetime) -> None:
        beku = pada(saat)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)

    def tetapkan(self, **ubah: Any) -> CapaianOrganisasi:
        isi: dict[str, Any] = {
            "unit": self.kantor.seksi,
            "periode": self.periode,
            "oleh": self.camat,
            "predikat": "baik",
            "dasar": "Rencana aksi tercapai.",
        }
        return tetapkan_capaian(**(isi | ubah))

    def surat(self, **ubah: Any) -> CapaianOrganisasi:
        isi: dict[str, Any] = {
            "unit": self.kantor.kecamatan,
            "periode": self.periode,
            "oleh": self.kantor.pengelola,
            "pejabat": self.kantor.sekda,
            "predikat": "istimewa",
            "dasar": "Melampaui target.",
            "surat_nomor": "130/7",
            "pindaian": ContentFile(PDF, name="surat.pdf"),
        }
        return catat_capaian_luar(**(isi | ubah))

    def tolak(self, kata: str, fungsi: Any, **isi: Any) -> None:
        """Refused with this sentence, and nothing changed."""
        sebelum = self.keadaan()
        with pytest.raises(ProsesDitolak, match=kata):
            fungsi(**isi)
        assert self.keadaan() == sebelum

    @staticmethod
    def keadaan() -> tuple[list[Any], ...]:
        model = (CapaianOrganisasi, CatatanAudit, Notifikasi)
        return tuple(list(satu._default_manager.order_by("pk").values_list()) for satu in model)


class ProsesTest(CapaianDasar):
    def test_pimpinan_di_atas_menetapkan_dan_pimpinan_unit_diberi_tahu(self):
        satu = self.tetapkan()
        assert (satu.predikat, satu.revisi, satu.terbaru, satu.pejabat) == ("baik", 0, True, self.kantor.camat)
        assert satu.pejabat_nama == "Camat"
        assert list(CatatanAudit.objects.values_list("aksi", flat=True)) == ["kinerja.capaian.tetapkan"]
        (pesan,) = Notifikasi.objects.filter(penerima=self.kasi)
        assert pesan.judul == f"Capaian organisasi Seksi Pelayanan {self.periode} ditetapkan"
        # Higher than the next level: the Sekretaris Daerah, with an account.
        self.kantor.sekda.pengguna = pabrik.buat_pengguna(nama="Sekda")
        self.kantor.sekda.save()
        dua = self.tetapkan(oleh=self.kantor.sekda.pengguna, predikat="kurang", revisi=0)
        assert (dua.revisi, dua.pejabat_luar) == (1, self.kantor.sekda)
        satu.refresh_from_db()
        assert not satu.terbaru

    def test_ditolak(self):
        for lain in (self.kasi, akun(self.kantor.staf[0]), self.kantor.pengelola, pabrik.buat_pengguna()):
            self.tolak("tingkat di atas", self.tetapkan, oleh=lain)
        self.tolak("tingkat di atas", self.tetapkan, unit=self.kantor.kecamatan)
        self.tolak("Pilih capaian", self.tetapkan, predikat="hebat")
        self.tolak("Tulis dasar", self.tetapkan, dasar="  ")
        berjalan = pabrik.buat_periode(kode="tw4", mulai=date(2026, 10, 1), selesai=date(2026, 12, 31))
        self.tolak("belum berakhir", self.tetapkan, periode=berjalan)
        self.tetapkan()
        with pytest.raises(KonflikVersi, match="sudah diubah oleh Camat"):
            self.tetapkan(predikat="kurang")
        assert CapaianOrganisasi.objects.count() == 1

    def test_yang_juga_memimpin_unit_itu_tidak_menetapkan(self):
        jabatan = self.kantor.kasi.penugasan_pada(date(2026, 10, 12)).jabatan  # type: ignore[union-attr]  # holds it
        pabrik.tugaskan(self.kantor.camat, jabatan, sifat="plt", mulai=date(2026, 10, 1))
        self.tolak("tingkat di atas", self.tetapkan)
        assert pejabat_capaian(self.camat, self.kantor.seksi.pk) is None

    def test_surat_hanya_bila_tingkat_di_atas_di_luar_dan_tanpa_akun(self):
        satu = self.surat()
        assert (satu.pejabat, satu.pejabat_luar, satu.surat_nomor) == (None, self.kantor.sekda, "130/7")
        assert satu.surat_pindaian.read() == PDF
        assert satu.ditetapkan_oleh == self.kantor.pengelola
        self.tolak("Isi nomor", self.surat, surat_nomor=" ", revisi=0)
        self.tolak("Lampirkan pindaian", self.surat, pindaian=None, revisi=0)
        self.tolak("bukan PDF", self.surat, pindaian=ContentFile(b"<svg>", name="a.pdf"), revisi=0)
        self.tolak("hanya dicatat", self.surat, oleh=self.camat, revisi=0)
        # The seksi answers to the camat, who is here.
        assert pejabat_surat(self.kantor.pengelola, self.kantor.seksi.pk) == []
        self.tolak("hanya dicatat", self.surat, unit=self.kantor.seksi)
        self.kantor.sekda.pengguna = pabrik.buat_pengguna(nama="Sekda")
        self.kantor.sekda.save()
        self.tolak("hanya dicatat", self.surat, revisi=0)

    def test_baris_tidak_pernah_berubah(self):
        satu = self.tetapkan()
        baris = CapaianOrganisasi.objects.filter(pk=satu.pk)
        for ubah in (
            lambda: baris.update(predikat="istimewa"),
            lambda: baris.update(terbaru=False, dasar="lain"),
            lambda: baris._raw_delete("default"),
        ):
            with pytest.raises(IntegrityError, match="tidak dapat diubah"), transaction.atomic():
                ubah()
        satu.refresh_from_db()
        assert (satu.predikat, satu.terbaru) == ("baik", True)


class HitunganTest(CapaianDasar):
    def test_realisasi_pimpinan_terhadap_rencana_aksi(self):
        perjanjian = buat_perjanjian_uji(self.kantor.seksi)
        iku = iku_uji(perjanjian)
        assert capaian_iku(self.kantor.seksi, self.periode) == []
        tandatangani_uji(perjanjian, self.kasi)
        (satu,) = capaian_iku(self.kantor.seksi, self.periode)
        assert (satu.target, satu.rencana_aksi) == ((Decimal(82), None), "Langkah 3")
        assert (satu.persen, satu.alasan) == (None, "belum ada di SKP pimpinan unit")
        indikator = Indikator.objects.get(rencana__skp__pegawai=self.kantor.kasi)
        indikator.iku = iku
        indikator.save()
        assert capaian_iku(self.kantor.seksi, self.periode)[0].alasan == "belum ada data"
        Realisasi.objects.create(indikator=indikator, periode=self.periode, nilai=Decimal("77.9"))
        (satu,) = capaian_iku(self.kantor.seksi, self.periode)
        assert (satu.realisasi, satu.persen, satu.alasan) == (Decimal("77.9"), Decimal(95), "")
        # What the run used wins over what was typed later or filled in by itself.
        self.kantor.hitung()
        Realisasi.objects.filter(indikator=indikator).update(nilai=Decimal(41))
        assert capaian_iku(self.kantor.seksi, self.periode)[0].persen == Decimal(95)
        tahunan = pabrik.buat_periode(
            kode="tahun", jenis="tahunan", mulai=date(2026, 1, 1), selesai=date(2026, 12, 31), nama="Tahun 2026"
        )
        assert capaian_iku(self.kantor.seksi, tahunan)[0].target == (Decimal(84), None)
        bulanan = pabrik.buat_periode(kode="bulan", jenis="bulanan", mulai=date(2026, 9, 1), nama="September")
        assert capaian_iku(self.kantor.seksi, bulanan)[0].alasan == "belum ada target untuk periode ini"

    def test_rencana_dari_versi_lama_tetap_terhitung(self):
        lama = tandatangani_uji(buat_perjanjian_uji(self.kantor.seksi), self.kasi)
        indikator = Indikator.objects.get(rencana__skp__pegawai=self.kantor.kasi)
        indikator.iku = iku_uji(lama)
        indikator.save()
        baru = buat_perubahan(perjanjian=lama, oleh=self.kasi, alasan="Anggaran berubah.")
        tandatangani_uji(baru, self.kasi, tanggal=date(2026, 8, 3))
        Realisasi.objects.create(indikator=indikator, periode=self.periode, nilai=Decimal(82))
        (satu,) = capaian_iku(self.kantor.seksi, self.periode)
        assert (satu.iku, satu.persen) == (iku_uji(baru), Decimal(100))


class SebaranTest(CapaianDasar):
    def setUp(self) -> None:
        super().setUp()
        self.kantor.hitung()
        for satu in self.kantor.staf:
            nilai_perilaku(pegawai=satu, periode=self.periode, oleh=self.kasi, penilaian=SEMUA_SESUAI)
        baris = self.kantor.evaluasi(self.kantor.staf[0])
        putuskan(
            evaluasi=baris,
            oleh=self.kasi,
            rating_hasil="di_bawah",
            rating_perilaku="sesuai",
            alasan="Dua bulan tanpa laporan.",
            versi=baris.versi,
        )

    def alamat(self, **ubah: Any) -> str:
        unit = ubah.pop("unit", self.kantor.seksi)
        return reverse("kinerja:sebaran", args=[unit.uuid, self.periode.kode])

    def test_keputusan_dahulu_usulan_kemudian_tanpa_pimpinan_unit(self):
        hasil = sebaran_unit(self.kantor.seksi, [self.kantor.seksi.pk], self.periode)
        assert hasil.jumlah == {Predikat.BAIK: 2, Predikat.BUTUH_PERBAIKAN: 1}
        assert (hasil.diputus, hasil.usulan, hasil.tanpa) == (1, 2, 0)
        # The kecamatan counts the head of the seksi, who has no proposal, and not the camat.
        seluruh = sebaran_unit(self.kantor.kecamatan, [self.kantor.kecamatan.pk, self.kantor.seksi.pk], self.periode)
        assert (sum(seluruh.jumlah.values()), seluruh.tanpa) == (3, 1)

    def test_pratinjau_lalu_pola_yang_ditetapkan(self):
        self.client.force_login(self.kasi)
        halaman = self.client.get(self.alamat())
        self.assertContains(halaman, "Pratinjau")
        self.assertContains(halaman, "2 × 2 &gt; 3")
        self.assertContains(halaman, "10 × 2 ≤ 7 × 3")
        assert [satu.cocok for satu in halaman.context["banding"]] == [True, True, True]
        andai = self.client.get(f"{self.alamat()}?andai=kurang")
        assert [satu.cocok for satu in andai.context["banding"]] == [False, True, True]
        self.assertContains(andai, "Di luar pola")
        assert self.client.get(f"{self.alamat()}?andai=ngawur").status_code == 404
        self.tetapkan(predikat="butuh_perbaikan")
        halaman = self.client.get(f"{self.alamat()}?andai=kurang")
        self.assertNotContains(halaman, "Pratinjau")
        assert [satu.rumus for satu in halaman.context["banding"]] == ["10 × 1 < 6 × 3", "10 × 0 ≤ 1 × 3"]

    def test_hanya_pimpinan_dan_pengelola(self):
        for orang, status in ((self.kasi, 200), (self.camat, 200), (self.kantor.pengelola, 200)):
            self.client.force_login(orang)
            assert self.client.get(self.alamat()).status_code == status
        for orang in (akun(self.kantor.staf[0]), pabrik.buat_pengguna(pemeriksa=True)):
            self.client.force_login(orang)
            assert self.client.get(self.alamat()).status_code == 404
        self.client.force_login(self.kasi)
        assert self.client.get(self.alamat(unit=self.kantor.kecamatan)).status_code == 404

    def test_sebelum_dihitung(self):
        self.client.force_login(self.camat)
        lain = pabrik.buat_unit(induk=self.kantor.kecamatan)
        self.assertContains(self.client.get(self.alamat(unit=lain)), "Belum ada predikat")

    def jumlah_kueri(self, alamat: str) -> int:
        with CaptureQueriesContext(connection) as tangkap:
            assert self.client.get(alamat).status_code == 200
        return len(tangkap)

    def test_jumlah_kueri_tetap(self):
        self.client.force_login(self.camat)
        kecamatan = self.kantor.kecamatan
        alamat = [
            self.alamat(),
            reverse("kinerja:capaian", args=[kecamatan.uuid, self.periode.kode]),
            reverse("kinerja:capaian_daftar"),
        ]
        lama = tandatangani_uji(buat_perjanjian_uji(kecamatan), self.camat)
        Indikator.objects.filter(rencana__skp__pegawai=self.kantor.camat).update(iku=iku_uji(lama))
        for satu in alamat:
            self.client.get(satu)
        sebelum = [self.jumlah_kueri(satu) for satu in alamat]
        baru = buat_perubahan(perjanjian=lama, oleh=self.camat, alasan="Lebih banyak ukuran.")
        for urut in range(2, 9):
            iku_uji(baru).sasaran.iku.create(urut=urut, uraian=f"IKU {urut}", satuan="nilai", target=1)
        tandatangani_uji(baru, self.camat, tanggal=date(2026, 8, 3))
        for urut in range(30):
            unit = pabrik.buat_unit(induk=kecamatan)
            pabrik.buat_pegawai(unit, akun=False)
            self.tetapkan(unit=unit, dasar=f"Dasar {urut}")
        self.kantor.hitung()
        sesudah = [self.jumlah_kueri(satu) for satu in alamat]
        assert sesudah == sebelum
        assert max(sesudah) <= 20


class HalamanTest(CapaianDasar):
    def alamat(self, unit: Any = None) -> str:
        return reverse("kinerja:capaian", args=[(unit or self.kantor.seksi).uuid, self.periode.kode])

    def test_menetapkan_lalu_menetapkan_lagi(self):
        self.client.force_login(self.camat)
        self.assertContains(self.client.get(self.alamat()), "Penilaian pegawai tetap berjalan")
        kosong = self.client.post(self.alamat(), {"predikat": "", "dasar": "Sebagian tercapai."})
        self.assertContains(kosong, "Sebagian tercapai.", status_code=422)
        assert self.client.post(self.alamat(), {"predikat": "baik", "dasar": "Tercapai."}).status_code == 302
        halaman = self.client.get(self.alamat())
        self.assertContains(halaman, "sesuai ekspektasi")
        self.assertContains(halaman, "Belum diperiksa dengan peraturan")
        self.assertContains(halaman, 'name="revisi" value="0"')
        basi = self.client.post(self.alamat(), {"predikat": "kurang", "dasar": "Keliru."})
        self.assertContains(basi, "sudah diubah oleh", status_code=409)
        self.assertContains(basi, 'name="revisi" value="0"', status_code=409)
        isi = {"predikat": "kurang", "dasar": "Keliru.", "revisi": "0"}
        assert self.client.post(self.alamat(), isi).status_code == 302
        self.assertContains(self.client.get(self.alamat()), "Ketetapan sebelumnya")
        self.client.force_login(akun(self.kantor.staf[0]))
        baca = self.client.get(self.alamat())
        self.assertContains(baca, "Keliru.")
        self.assertNotContains(baca, "Tetapkan lagi")
        self.assertContains(self.client.get("/kinerja/capaian/"), "Kurang")
        self.assertContains(self.client.get("/kinerja/capaian/?q=zzz"), "Tidak ada unit yang cocok")
        assert self.client.get("/kinerja/capaian/?periode=ngawur").status_code == 404

    def test_sebelum_periode_berakhir_belum_ada_formulir(self):
        self.pada(datetime(2026, 9, 1, 9, 0, tzinfo=WIB))
        self.client.force_login(self.camat)
        self.assertContains(self.client.get(self.alamat()), "dapat ditetapkan mulai hari itu")

    def test_mencatat_surat(self):
        self.client.force_login(self.kantor.pengelola)
        alamat = reverse("kinerja:capaian_surat", args=[self.kantor.kecamatan.uuid, self.periode.kode])
        self.assertContains(self.client.get(self.alamat(self.kantor.kecamatan)), "Catat capaian dari surat")
        isi = {"predikat": "baik", "dasar": "Sesuai.", "surat_nomor": "130/7", "pejabat": self.kantor.sekda.pk}
        self.assertContains(self.client.post(alamat, isi), "Pilih berkas pindaian", status_code=422)
        assert self.client.post(alamat, isi | {"pindaian": ContentFile(PDF, name="s.pdf")}).status_code == 302
        satu = CapaianOrganisasi.objects.get()
        unduh = self.client.get(reverse("kinerja:capaian_pindaian", args=[satu.uuid]))
        assert b"".join(unduh.streaming_content) == PDF  # type: ignore[attr-defined]  # a FileResponse
        self.client.force_login(akun(self.kantor.staf[0]))
        assert self.client.get(reverse("kinerja:capaian_pindaian", args=[satu.uuid])).status_code == 404


class PimpinanTest(CapaianDasar):
    def test_halaman_nilai_pimpinan_menyebut_capaian_unitnya_tanpa_mengubah_usulan(self):
        self.kantor.hitung()
        baris = self.kantor.evaluasi(self.kantor.kasi)
        self.client.force_login(self.camat)
        alamat = reverse("kinerja:nilai", args=[baris.uuid])
        self.assertContains(self.client.get(alamat), "Capaian organisasi Seksi Pelayanan belum ditetapkan")
        self.tetapkan(predikat="istimewa")
        halaman = self.client.get(alamat)
        self.assertContains(halaman, "di atas ekspektasi</strong>. Usulan sistem berbeda")
        self.assertContains(halaman, "Belum diperiksa dengan peraturan")
        assert self.kantor.evaluasi(self.kantor.kasi).usulan_hasil == baris.usulan_hasil
        staf = self.kantor.evaluasi(self.kantor.staf[0])
        self.client.force_login(self.kasi)
        self.assertNotContains(self.client.get(reverse("kinerja:nilai", args=[staf.uuid])), "Capaian organisasi")
