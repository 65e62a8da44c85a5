"""Follow-ups: who takes which step when, once; whose duty they are; what the public reads."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.models import Pegawai, UnitKerja
from rakumpit.waktu import WIB
from survei import proses as proses_survei
from survei.models import HasilSurvei, Survei, TindakLanjut
from survei.proses import tindak_lanjut as proses
from survei.ringkasan import jumlah_tindak_lanjut, menunggu
from tests import pabrik
from tests.survei.dasar import SAAT, UjiSurvei, akun, pada
from tests.survei.isi_tindak_lanjut import BATAS, sampai, usul
from tests.tugas import untuk

KODE = ("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "sarana", "pengaduan")


class UjiTindakLanjut(UjiSurvei):
    """The unit of ``UjiSurvei`` below a kecamatan; its survey is locked with twelve answers, «waktu» at 2."""

    def setUp(self) -> None:
        super().setUp()
        self.kecamatan = pabrik.buat_unit(nama="Kecamatan")
        UnitKerja.objects.filter(pk=self.unit.pk).update(induk=self.kecamatan)
        self.camat = akun(pabrik.buat_pegawai(self.kecamatan, memimpin=True))
        self.staf = Pegawai.objects.get(pengguna=self.petugas)
        self.kunci(self.survei, 2)

    def kunci(self, survei: Survei, waktu: int) -> None:
        for _ in range(12):
            jawaban: dict[str, int | None] = {kode: waktu if kode == "waktu" else 4 for kode in KODE}
            pabrik.buat_respons(survei, jawaban)
        proses_survei.tutup(survei=survei, oleh=self.pengelola)
        proses_survei.kunci(survei=survei, oleh=self.pengelola)
        survei.refresh_from_db()

    def terbitkan(self, survei: Survei) -> None:
        proses_survei.publikasikan(survei=survei, oleh=self.pengelola)
        survei.refresh_from_db()

    def usul(self, **ubah: object) -> TindakLanjut:
        return usul(self.survei, self.petugas, self.staf, **ubah)


class LangkahTests(UjiTindakLanjut):
    def test_jalan_penuh_tercatat_sekali_tiap_langkah(self) -> None:
        satu = sampai(self.usul(), "selesai", pemimpin=self.lurah)
        assert (satu.status, satu.versi, satu.disetujui_oleh, satu.berakhir_pada) == (
            "selesai",
            4,
            self.lurah,
            SAAT.date(),
        )
        aksi = CatatanAudit.objects.filter(objek_id=str(satu.uuid)).order_by("pk").values_list("aksi", flat=True)
        assert list(aksi) == [
            f"survei.tindaklanjut.{kata}" for kata in ("usul", "setujui", "mulai", "berkas", "selesai")
        ]

    def test_usulan_terkirim_dua_kali_tersimpan_sekali(self) -> None:
        kode = uuid4()
        assert self.usul(kode=kode) == self.usul(kode=kode)
        assert TindakLanjut.objects.count() == 1
        with self.assertRaises(ValidationError):
            usul(self.survei, self.lurah, self.staf, kode=kode)

    def test_pengusul_tidak_menyetujui_sendiri_juga_di_basis_data(self) -> None:
        satu = usul(self.survei, self.lurah, self.staf)
        with self.assertRaises(PermissionDenied):
            proses.setujui(tindak=satu, oleh=self.lurah, versi=1)
        with self.assertRaises(IntegrityError), transaction.atomic():
            TindakLanjut.objects.filter(pk=satu.pk).update(
                status="disetujui", disetujui_oleh=self.lurah, disetujui_pada=SAAT.date()
            )
        assert proses.setujui(tindak=satu, oleh=self.camat, versi=1).status == "disetujui"

    def test_pengelola_mengusulkan_tetapi_tidak_menyetujui(self) -> None:
        satu = usul(self.survei, self.pengelola, self.staf)
        lain = self.usul()
        for tindak in (satu, lain):
            with self.assertRaises(PermissionDenied):
                proses.setujui(tindak=tindak, oleh=self.pengelola, versi=1)
        with self.assertRaises(PermissionDenied):
            usul(self.survei, self.luar, self.staf)

    def test_versi_lama_dan_langkah_kedua_ditolak(self) -> None:
        satu = self.usul()
        isi: dict[str, Any] = {"masalah": "m", "akar": "a", "penanggung_jawab": satu.penanggung_jawab, "batas": BATAS}
        proses.ubah(tindak=satu, oleh=self.petugas, versi=1, tindakan="Tiga petugas.", **isi)
        with self.assertRaisesMessage(ValidationError, "diubah orang lain"):
            proses.setujui(tindak=satu, oleh=self.lurah, versi=1)
        proses.setujui(tindak=satu, oleh=self.lurah, versi=2)
        for versi in (2, 3):
            with self.assertRaisesMessage(ValidationError, "berstatus disetujui"):
                proses.setujui(tindak=satu, oleh=self.lurah, versi=versi)
        with self.assertRaisesMessage(ValidationError, "berstatus disetujui"):
            proses.selesaikan(tindak=satu, oleh=self.petugas, versi=3, bukti="Sudah.")

    def test_isi_yang_ditolak(self) -> None:
        for ubah, kalimat in (
            ({"batas": SAAT.date() - timedelta(days=1)}, "sudah lewat"),
            ({"tindakan": "  "}, "Tulis tindakannya"),
            ({"kode_unsur": "tidak-ada"}, "Pilih salah satu unsur"),
            ({"penanggung_jawab": pabrik.buat_jabatan(self.unit)}, "Penanggung jawab"),
            ({"penanggung_jawab": self.luar.pegawai.penugasan.get().jabatan}, "Penanggung jawab"),
        ):
            with self.subTest(kalimat=kalimat), self.assertRaisesMessage(ValidationError, kalimat):
                self.usul(**ubah)
        terbuka = pabrik.buat_survei(self.unit)
        with self.assertRaisesMessage(ValidationError, "sesudah survei dikunci"):
            usul(terbuka, self.petugas, self.staf)

    def test_tenggat_lewat_tidak_dapat_disetujui(self) -> None:
        satu = self.usul(batas=SAAT.date())
        with pada(SAAT + timedelta(days=1)), self.assertRaisesMessage(ValidationError, "Minta pengusul"):
            proses.setujui(tindak=satu, oleh=self.lurah, versi=1)

    def test_batal_berakhir_dan_beralasan(self) -> None:
        satu = self.usul()
        with self.assertRaises(ValidationError):
            proses.batalkan(tindak=satu, oleh=self.petugas, versi=1, alasan=" ")
        proses.batalkan(tindak=satu, oleh=self.petugas, versi=1, alasan="Salah unsur.")
        disetujui = sampai(self.usul(), "disetujui", pemimpin=self.lurah)
        with self.assertRaises(PermissionDenied):
            proses.batalkan(tindak=disetujui, oleh=self.petugas, versi=2, alasan="Tidak sempat.")


class TugasTests(UjiTindakLanjut):
    def judul(self, orang: object) -> list[str]:
        return [satu.judul for satu in untuk(menunggu, orang) if "tindak lanjut" in satu.judul.lower()]  # type: ignore[arg-type]  # accounts only

    def test_usulan_menunggu_pemimpin_terdekat_yang_bukan_pengusul(self) -> None:
        self.usul()
        assert self.judul(self.lurah) == ["Putuskan tindak lanjut survei: Waktu Penyelesaian"]
        assert self.judul(self.camat) == self.judul(self.petugas) == self.judul(self.pengelola) == []
        TindakLanjut.objects.all().delete()
        usul(self.survei, self.lurah, self.staf)
        assert self.judul(self.camat) == ["Putuskan tindak lanjut survei: Waktu Penyelesaian"]
        assert self.judul(self.lurah) == []

    def test_janji_menunggu_pemegang_jabatan(self) -> None:
        satu = sampai(self.usul(), "disetujui", pemimpin=self.lurah)
        assert self.judul(self.petugas) == ["Mulai tindak lanjut survei: Waktu Penyelesaian"]
        sampai(satu, "berjalan", pemimpin=self.lurah)
        tugas = [satu for satu in untuk(menunggu, self.petugas) if satu.judul.startswith("Selesaikan")]
        assert [satu.tenggat for satu in tugas] == [BATAS]

    def test_terbit_tanpa_rencana(self) -> None:
        self.terbitkan(self.survei)
        susun = [f"Susun tindak lanjut: {self.survei.judul}"]
        assert self.judul(self.lurah) == susun
        assert self.judul(self.pengelola) == []
        with pada(datetime(2026, 10, 15, 8, tzinfo=WIB)):
            assert self.judul(self.pengelola) == []
        with pada(datetime(2026, 10, 16, 8, tzinfo=WIB)):
            assert self.judul(self.pengelola) == susun
        self.usul()
        with pada(datetime(2026, 10, 16, 8, tzinfo=WIB)):
            assert self.judul(self.pengelola) == []

    def test_hanya_survei_terbaru_yang_diingatkan(self) -> None:
        self.terbitkan(self.survei)
        baru = pabrik.buat_survei(self.unit, mulai=date(2027, 1, 1), selesai=date(2027, 3, 31))
        self.kunci(baru, 3)
        self.terbitkan(baru)
        assert self.judul(self.lurah) == [f"Susun tindak lanjut: {baru.judul}"]


class HalamanTests(UjiTindakLanjut):
    PUBLIK = "/survei/tindak-lanjut/"

    def test_unsur_yang_sudah_punya_rencana_disebut(self) -> None:
        self.client.force_login(self.petugas)
        alamat = f"/survei/kelola/{self.survei.uuid}/tindak-lanjut/"
        self.assertNotContains(self.client.get(alamat), "Usulkan lagi")
        satu = self.usul()
        self.assertContains(self.client.get(alamat), "Usulkan lagi", count=1)
        proses.batalkan(tindak=satu, versi=satu.versi, alasan="Salah unsur.", oleh=self.petugas)
        self.assertNotContains(self.client.get(alamat), "Usulkan lagi")

    def test_tenggat_yang_lewat_disebut_di_isiannya(self) -> None:
        self.client.force_login(self.petugas)
        alamat = f"/survei/kelola/{self.survei.uuid}/tindak-lanjut/waktu/"
        form = self.client.get(alamat).context["form"]
        isi = {nama: form[nama].value() for nama in ("kode", "masalah", "penanggung_jawab")}
        isi |= {"akar": "Satu loket.", "tindakan": "Dua loket.", "batas": "1-1-2020"}
        balasan = self.client.post(alamat, isi)
        assert (balasan.status_code, list(balasan.context["form"].errors)) == (409, ["batas"])

    def test_usulan_terisi_awal_dan_terburuk_di_atas(self) -> None:
        self.client.force_login(self.petugas)
        isi = self.client.get(f"/survei/kelola/{self.survei.uuid}/tindak-lanjut/").content.decode()
        assert isi.index("U3 Waktu") < isi.index("U1 Persyaratan")
        usulan = self.client.get(f"/survei/kelola/{self.survei.uuid}/tindak-lanjut/waktu/")
        self.assertContains(usulan, "Waktu Penyelesaian dinilai 50,00, di bawah batas baik 76,61, dari 12 jawaban.")
        self.assertContains(usulan, 'value="14 Desember 2026"')

    def test_isian_tidak_hilang_saat_ditolak(self) -> None:
        satu = sampai(self.usul(), "berjalan", pemimpin=self.lurah)
        self.client.force_login(self.petugas)
        balasan = self.client.post(f"/tindak-lanjut/{satu.uuid}/selesai/", {"versi": 1, "bukti": "Jadwal dipasang."})
        self.assertContains(balasan, "Jadwal dipasang.", status_code=409)
        balasan = self.client.post(f"/tindak-lanjut/{satu.uuid}/selesai/", {"versi": 3, "bukti": ""})
        self.assertContains(balasan, "Tulis apa yang sudah dikerjakan", status_code=422)

    def test_umum_melihat_janji_tanpa_nama_dan_tanpa_usulan(self) -> None:
        self.usul(tindakan="Hanya usulan.")
        sampai(self.usul(), "disetujui", pemimpin=self.lurah)
        self.assertNotContains(self.client.get(self.PUBLIK), "Dua petugas")
        self.terbitkan(self.survei)
        balasan = self.client.get(self.PUBLIK)
        self.assertContains(balasan, "Dua petugas setiap Senin pagi.")
        self.assertContains(balasan, "<strong>Waktu selesai.</strong>")
        self.assertNotContains(balasan, "Hanya usulan.")
        self.assertNotContains(balasan, "Satu petugas pada jam ramai.")
        for orang in (self.petugas, self.lurah):
            self.assertNotContains(balasan, orang.nama)

    def test_umum_melihat_yang_terlambat(self) -> None:
        self.terbitkan(self.survei)
        sampai(self.usul(batas=date(2026, 9, 17)), "disetujui", pemimpin=self.lurah)
        with pada(datetime(2026, 9, 22, 8, tzinfo=WIB)):
            self.assertContains(self.client.get(self.PUBLIK), "Terlambat 3 hari kerja")
            assert jumlah_tindak_lanjut().terlambat == 1

    def test_tanpa_rencana_dan_sudah_lewat_dikatakan(self) -> None:
        self.terbitkan(self.survei)
        self.assertContains(self.client.get(self.PUBLIK), "sedang disusun, paling lambat 15 Oktober 2026")
        with pada(datetime(2026, 10, 16, 8, tzinfo=WIB)):
            self.assertContains(self.client.get(self.PUBLIK), "itu sudah lewat")

    def test_dampak_hanya_survei_berikut_unit_dan_instrumen_yang_sama(self) -> None:
        self.terbitkan(self.survei)
        satu = sampai(self.usul(), "selesai", pemimpin=self.lurah)
        lain = pabrik.buat_survei(pabrik.buat_unit(), mulai=date(2027, 1, 1), selesai=date(2027, 3, 31))
        self.kunci(lain, 4)
        self.terbitkan(lain)
        self.assertNotContains(self.client.get(self.PUBLIK), "Nilai unsur ini")
        baru = pabrik.buat_survei(self.unit, mulai=date(2027, 1, 1), selesai=date(2027, 3, 31))
        self.kunci(baru, 3)
        # Locked but not published: only the office sees it.
        self.assertNotContains(self.client.get(self.PUBLIK), "Nilai unsur ini")
        self.client.force_login(self.petugas)
        rinci = self.client.get(f"/tindak-lanjut/{satu.uuid}/")
        self.assertContains(rinci, "50,00 (12 jawaban), lalu 75,00 (12 jawaban)")
        self.terbitkan(baru)
        self.client.logout()
        self.assertContains(self.client.get(self.PUBLIK), "50,00 (12 jawaban), lalu 75,00 (12 jawaban)")

    def _banyak(self, jumlah: int) -> None:
        contoh = self.usul()
        TindakLanjut.objects.bulk_create(
            TindakLanjut(
                **{
                    nama: getattr(contoh, nama)
                    for nama in ("hasil", "kode_unsur", "masalah", "akar", "tindakan", "penanggung_jawab", "batas")
                },
                status="disetujui",
                diusulkan_oleh=self.petugas,
                diusulkan_pada=SAAT.date(),
                disetujui_oleh=self.lurah,
                disetujui_pada=SAAT.date(),
            )
            for _ in range(jumlah)
        )

    def _kueri(self, alamat: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as kueri:
            assert self.client.get(alamat).status_code == 200
        return len(kueri)

    def test_jumlah_kueri_tidak_tumbuh(self) -> None:
        self.terbitkan(self.survei)
        alamat = ["/tindak-lanjut/", f"/survei/kelola/{self.survei.uuid}/tindak-lanjut/", self.PUBLIK, "/"]
        self.client.force_login(self.lurah)
        self._kueri("/")  # the first visit of a session writes it
        self._banyak(3)
        sedikit = [self._kueri(satu) for satu in alamat]
        self._banyak(300)
        assert [self._kueri(satu) for satu in alamat] == sedikit
        assert max(sedikit[:3]) <= 20

    def test_hasil_tidak_berubah(self) -> None:
        sebelum = HasilSurvei.objects.get().rincian
        sampai(self.usul(), "selesai", pemimpin=self.lurah)
        assert HasilSurvei.objects.get().rincian == sebelum
