"""Calendar of surveys and reporting to Bagian Organisasi."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from rakumpit.audit.models import CatatanAudit
from rakumpit.waktu import WIB
from survei import proses as proses_survei
from survei.models import Pelaporan, PeriodeSurvei, Survei
from survei.proses.pelaporan import laporkan, ubah_laporan
from survei.ringkasan import menunggu
from tests import pabrik
from tests.survei.dasar import SAAT, UjiSurvei, banyak_survei, pada
from tests.tugas import untuk


class UjiPelaporan(UjiSurvei):
    def setUp(self) -> None:
        super().setUp()
        self.periode = PeriodeSurvei.objects.create(
            nama="Triwulan III 2026",
            mulai=date(2026, 7, 1),
            selesai=date(2026, 9, 30),
            batas_lapor=date(2026, 10, 15),
            hari_rencana=45,
        )
        Survei.objects.filter(pk=self.survei.pk).update(periode=self.periode)
        self.survei.refresh_from_db()

    def kunci(self) -> None:
        proses_survei.tutup(survei=self.survei, oleh=self.pengelola)
        proses_survei.kunci(survei=self.survei, oleh=self.pengelola)

    def laporkan(self, **ubah: Any) -> list[Pelaporan]:
        isi: dict[str, Any] = {
            "periode": self.periode,
            "survei": [self.survei],
            "tanggal": SAAT.date(),
            "nomor_surat": "400.10/12/2026",
            "oleh": self.pengelola,
        }
        return laporkan(**(isi | ubah))

    def test_hanya_pengelola_sekali_dan_tercatat(self) -> None:
        self.kunci()
        with self.assertRaises(PermissionDenied):
            self.laporkan(oleh=self.lurah)
        (laporan,) = self.laporkan(nomor_surat="  400.10/12/2026 ")
        assert laporan.nomor_surat == "400.10/12/2026"
        with self.assertRaisesMessage(ValidationError, "sudah dilaporkan dengan surat 400.10/12/2026"):
            self.laporkan()
        ubah_laporan(laporan=laporan, tanggal=SAAT.date(), nomor_surat="13", oleh=self.pengelola)
        aksi = CatatanAudit.objects.filter(objek_id=str(laporan.uuid)).order_by("pk").values_list("aksi", flat=True)
        assert list(aksi) == ["survei.pelaporan.tambah", "survei.pelaporan.ubah"]

    def test_yang_ditolak(self) -> None:
        with self.assertRaisesMessage(ValidationError, "sudah dikunci"):
            self.laporkan()
        self.kunci()
        lain = PeriodeSurvei.objects.create(
            nama="Lain", mulai=date(2026, 1, 1), selesai=date(2026, 3, 31), batas_lapor=date(2026, 4, 15)
        )
        for ubah, kalimat in (
            ({"periode": lain}, "sudah dikunci"),
            ({"survei": []}, "sudah dikunci"),
            ({"nomor_surat": " "}, "Isi nomor surat"),
            ({"tanggal": date(2026, 9, 16)}, "belum tiba"),
            ({"tanggal": date(2025, 12, 31)}, "baru dibuka 1 Januari 2026"),
        ):
            with self.subTest(kalimat=kalimat), self.assertRaisesMessage(ValidationError, kalimat):
                self.laporkan(**ubah)
        with self.assertRaises(IntegrityError), transaction.atomic():
            PeriodeSurvei.objects.filter(pk=lain.pk).update(batas_lapor=date(2026, 3, 1))

    def judul(self) -> list[tuple[str, date | None]]:
        return [
            (satu.judul, satu.tenggat) for satu in untuk(menunggu, self.pengelola) if satu.judul.startswith("Laporkan")
        ]

    def test_diingatkan_sebelum_batas_sampai_dilaporkan(self) -> None:
        tugas = [("Laporkan 1 hasil survei Triwulan III 2026", date(2026, 10, 15))]
        with pada(datetime(2026, 9, 30, 8, tzinfo=WIB)):
            assert self.judul() == []
        for hari in (1, 15, 20):
            with pada(datetime(2026, 10, hari, 8, tzinfo=WIB)):
                assert self.judul() == tugas
        self.kunci()
        self.laporkan()
        with pada(datetime(2026, 10, 15, 8, tzinfo=WIB)):
            assert self.judul() == []
            assert [satu for satu in untuk(menunggu, self.lurah) if satu.judul.startswith("Laporkan")] == []

    def test_tenggat_rencana_menurut_periode(self) -> None:
        self.kunci()
        proses_survei.publikasikan(survei=self.survei, oleh=self.pengelola)
        tugas = [satu for satu in untuk(menunggu, self.lurah) if satu.judul.startswith("Susun tindak lanjut")]
        assert [satu.tenggat for satu in tugas] == [date(2026, 10, 30)]

    def test_halaman(self) -> None:
        alamat = f"/survei/kelola/kalender/{self.periode.uuid}/"
        self.kunci()
        self.client.force_login(self.pengelola)
        kirim = {"survei": [str(self.survei.uuid)], "tanggal": "15 September 2026", "nomor_surat": ""}
        self.assertContains(self.client.post(alamat, kirim), "Isi nomor surat laporan.", status_code=422)
        self.assertRedirects(self.client.post(alamat, kirim | {"nomor_surat": "400/1"}), alamat)
        self.assertContains(self.client.get(alamat), ">400/1<")
        balasan = self.client.post(alamat, kirim | {"nomor_surat": "400/1"})
        self.assertContains(balasan, "sudah dilaporkan atau bukan dari periode", status_code=422)

    def test_jumlah_kueri_tidak_tumbuh(self) -> None:
        self.client.force_login(self.pengelola)
        self.client.get("/survei/kelola/kalender/")
        kueri = []
        hari = SAAT.date()
        for putaran in range(2):
            for alamat in ("/survei/kelola/kalender/", f"/survei/kelola/kalender/{self.periode.uuid}/"):
                with CaptureQueriesContext(connection) as catatan:
                    self.client.get(alamat)
                kueri.append(len(catatan))
            banyak_survei(self.survei, 45, periode=self.periode)
            PeriodeSurvei.objects.bulk_create(
                PeriodeSurvei(nama=f"P{putaran}-{i}", mulai=hari, selesai=hari, batas_lapor=hari) for i in range(45)
            )
        assert kueri[:2] == kueri[2:]
        assert max(kueri) <= 20

    def test_survei_lain_tidak_ikut(self) -> None:
        lain = pabrik.buat_survei(self.unit)
        self.client.force_login(self.pengelola)
        balasan = self.client.get(f"/survei/kelola/kalender/{self.periode.uuid}/")
        self.assertContains(balasan, self.survei.judul)
        self.assertNotContains(balasan, f"/survei/kelola/{lain.uuid}/")
