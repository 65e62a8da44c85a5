"""Reminders: to whom, on which day and minute, once, and by two workers at the same time."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.test import SimpleTestCase, TestCase, override_settings
from django.utils import timezone

from kinerja.models import Evaluasi, Periode, Realisasi
from kinerja.models.pengingat import Pengingat
from kinerja.perhitungan.giliran import menit_giliran
from kinerja.proses.pengingat import kirim_pengingat
from rakumpit.antrean.models import Antrean
from rakumpit.audit.models import CatatanAudit
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.organisasi.proses import atur_terima_pengingat
from rakumpit.waktu import WIB
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor, pilih
from tests.serentak import UjiSerentak

# The period of the office closes on 10 October 2026.
MALAM = datetime(2026, 10, 3, 20, 0, tzinfo=WIB)


class GiliranTests(SimpleTestCase):
    def test_menit_tetap_dan_tersebar(self) -> None:
        kode = UUID("12345678-1234-5678-1234-567812345678")
        assert menit_giliran(kode, 360) == menit_giliran(kode, 360)
        menit = [menit_giliran(UUID(int=nomor), 360) for nomor in range(3600)]
        assert (min(menit) >= 0, max(menit) < 360) == (True, True)
        # Ten people a minute on average; nobody's minute gets a crowd.
        assert max(menit.count(satu) for satu in set(menit)) < 30

    def test_jendela_kosong_ditolak(self) -> None:
        with pytest.raises(ValueError, match="satu menit"):
            menit_giliran(UUID(int=1), 0)


class KirimTests(TestCase):
    kantor: Kantor

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor(2)
        Realisasi.objects.filter(indikator=cls.kantor.indikator[cls.kantor.staf[0].pk]).delete()

    def penerima(self) -> list[str]:
        return list(Notifikasi.objects.order_by("pk").values_list("penerima__nama", flat=True))

    def test_hanya_yang_masih_kosong_dan_sekali(self) -> None:
        assert kirim_pengingat(sekarang=MALAM) == 3
        assert sorted(self.penerima()) == ["Camat", "Kasi", "Staf 1"]
        satu = Notifikasi.objects.get(penerima__nama="Staf 1")
        assert satu.judul == "1 realisasi Triwulan III 2026 belum diisi"
        assert satu.isi == "Tenggatnya 10 Oktober 2026 pukul 23.59 WIB, 7 hari lagi."
        assert satu.tautan == "/kinerja/realisasi/?periode=tw3-2026"
        assert Antrean.objects.filter(tugas="rakumpit.notifikasi.tasks.kirim_surel").count() == 3
        assert kirim_pengingat(sekarang=MALAM) == 0
        assert Pengingat.objects.count() == Notifikasi.objects.count() == 3

    def test_tujuh_tiga_dan_satu_hari_sebelumnya_saja(self) -> None:
        malam = {sisa: datetime(2026, 10, 10 - sisa, 20, 0, tzinfo=WIB) for sisa in range(8, -1, -1)}
        terkirim = {sisa: kirim_pengingat(sekarang=saat) for sisa, saat in malam.items()}
        assert terkirim == {8: 0, 7: 3, 6: 0, 5: 0, 4: 0, 3: 3, 2: 0, 1: 3, 0: 0}

    def test_hari_pilihan_kantor(self) -> None:
        pilih(date(2026, 10, 4), hari_pengingat=[5])
        malam = {sisa: datetime(2026, 10, 10 - sisa, 20, 0, tzinfo=WIB) for sisa in range(8, -1, -1)}
        terkirim = {sisa: kirim_pengingat(sekarang=saat) for sisa, saat in malam.items()}
        assert terkirim == {8: 0, 7: 3, 6: 0, 5: 3, 4: 0, 3: 0, 2: 0, 1: 0, 0: 0}
        pilih(date(2026, 10, 5), hari_pengingat=[])
        assert kirim_pengingat(sekarang=malam[5]) == 0

    def test_setiap_orang_pada_menitnya(self) -> None:
        kode = self.kantor.staf[0].uuid
        menit = menit_giliran(kode, 360)
        giliran = datetime(2026, 10, 3, 8, 0, tzinfo=WIB) + timedelta(minutes=menit)
        kirim_pengingat(sekarang=giliran - timedelta(minutes=1))
        assert "Staf 1" not in self.penerima()
        kirim_pengingat(sekarang=giliran)
        assert "Staf 1" in self.penerima()

    def test_sebelum_jam_mulai_tidak_ada_yang_dikirim(self) -> None:
        assert kirim_pengingat(sekarang=datetime(2026, 10, 3, 7, 59, tzinfo=WIB)) == 0

    @override_settings(PENGINGAT_MENIT=1)
    def test_batas_sekali_jalan_sisanya_menyusul(self) -> None:
        assert kirim_pengingat(sekarang=MALAM, batas=2) == 2
        assert kirim_pengingat(sekarang=MALAM, batas=2) == 1

    def test_yang_mematikan_pengingat_dan_yang_berhenti_tidak_dikirimi(self) -> None:
        atur_terima_pengingat(pengguna=akun(self.kantor.staf[0]), nyala=False)
        self.kantor.kasi.selesai = date(2026, 10, 2)
        self.kantor.kasi.save()
        camat = akun(self.kantor.camat)
        camat.is_active = False
        camat.save()
        assert kirim_pengingat(sekarang=MALAM) == 0
        atur_terima_pengingat(pengguna=akun(self.kantor.staf[0]), nyala=True)
        assert kirim_pengingat(sekarang=MALAM) == 1

    def test_hasil_yang_ditetapkan_dan_status_lain_tidak_diingatkan(self) -> None:
        self.kantor.hitung()
        Evaluasi.objects.filter(pegawai=self.kantor.staf[0]).update(
            status="ditetapkan",
            rating_hasil="sesuai",
            rating_perilaku="sesuai",
            predikat="baik",
            alasan="Uji.",
            ditetapkan_oleh=akun(self.kantor.kasi),
            ditetapkan_pada=timezone.now(),
        )
        assert kirim_pengingat(sekarang=MALAM) == 2
        Periode.objects.update(berlaku_untuk=["pppk"])
        assert kirim_pengingat(sekarang=datetime(2026, 10, 7, 20, 0, tzinfo=WIB)) == 0

    def test_tenggat_yang_dibuka_kembali_menggantikan_yang_lama(self) -> None:
        Periode.objects.update(dibuka_kembali_sampai=date(2026, 10, 20), alasan_dibuka_kembali="Jaringan putus.")
        assert kirim_pengingat(sekarang=MALAM) == 0
        assert kirim_pengingat(sekarang=datetime(2026, 10, 13, 20, 0, tzinfo=WIB)) == 3

    def test_jumlah_kueri_pemilihan_tidak_bertambah(self) -> None:
        kirim_pengingat(sekarang=MALAM)
        with self.assertNumQueries(5):
            kirim_pengingat(sekarang=MALAM)
        for urut in range(3):
            lain = pabrik.buat_pegawai(self.kantor.seksi, nama=f"Lain {urut}")
            indikator = pabrik.buat_indikator(pabrik.buat_skp(lain, penilai=self.kantor.kasi))
            Realisasi.objects.create(indikator=indikator, periode=self.kantor.periode, nilai=1)
        with self.assertNumQueries(5):
            kirim_pengingat(sekarang=MALAM)


class SakelarTests(TestCase):
    def test_dimatikan_dan_dinyalakan_sendiri_dengan_satu_catatan(self) -> None:
        pengguna = pabrik.buat_pengguna()
        self.client.force_login(pengguna)
        self.assertRedirects(self.client.post("/akun/pengingat/", {}), "/akun/")
        pengguna.refresh_from_db()
        assert not pengguna.terima_pengingat
        self.client.post("/akun/pengingat/", {})
        assert CatatanAudit.objects.filter(aksi="organisasi.akun.pengingat").count() == 1
        self.client.post("/akun/pengingat/", {"pengingat": "ya"})
        pengguna.refresh_from_db()
        assert pengguna.terima_pengingat


class SerentakTests(UjiSerentak):
    def test_dua_pekerja_mengirim_sekali(self) -> None:
        buat_kantor(20)
        Realisasi.objects.all().delete()
        hasil = self.sekaligus(*[lambda: kirim_pengingat(sekarang=MALAM)] * 2)
        assert all(isinstance(satu, int) for satu in hasil), hasil
        assert sum(satu for satu in hasil if isinstance(satu, int)) == 22
        assert Pengingat.objects.filter(sisa_hari=7).count() == Notifikasi.objects.count() == 22
