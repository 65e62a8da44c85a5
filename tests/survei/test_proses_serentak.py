"""Two things at once, on real connections: double sends, recounts, a form during the lock; with negative controls."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import Any
from unittest import mock
from uuid import UUID, uuid4

from django.db import IntegrityError, connection, transaction
from django.test import Client

from rakumpit.antrean.models import Antrean
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import WIB
from survei import laju, proses
from survei.enums import Saluran, StatusSurvei
from survei.models import HasilSurvei, Hitungan, RekapHarian, Respons, Survei
from survei.perhitungan import URUTAN_KUESIONER
from survei.proses import isian as isian_proses
from survei.proses.buka_kembali import minta_buka, setujui_buka
from survei.proses.terlambat import sertakan_terlambat
from survei.ringkasan import selisih_hitungan
from tests import pabrik
from tests.serentak import UjiSerentak
from tests.survei.dasar import isian

HARI = date(2026, 9, 15)
SAAT = datetime(2026, 9, 15, 9, tzinfo=WIB)
SEBELUM = datetime(2026, 9, 15, 8, tzinfo=WIB)


class UjiSurveiSerentak(UjiSerentak):
    def setUp(self) -> None:
        laju.lupakan()
        self.unit = pabrik.buat_unit()
        self.survei = pabrik.buat_survei(self.unit, mulai=date(2020, 1, 1), selesai=date(2099, 12, 31))
        self.layanan = self.survei.layanan.get()
        self.pengelola = Pengguna.objects.create_user(nama="Pengelola", email="p@contoh.invalid", pengelola=True)

    def serentak(self, jumlah: int, kerja: Callable[[int], Any]) -> list[Any]:
        return self.sekaligus(*(partial(kerja, i) for i in range(jumlah)))

    def terima(self, kode: UUID | None = None, diisi_pada: datetime | None = None) -> proses.HasilKirim:
        return proses.terima_isian(
            survei=Survei.objects.get(pk=self.survei.pk),
            submission_id=kode or uuid4(),
            layanan=self.layanan,
            jawaban={satu.value: 3 for satu in URUTAN_KUESIONER},
            demografi={},
            saran="",
            saluran=Saluran.DARING,
            versi_formulir="skm-v1",
            tanggal=HARI,
            diisi_pada=diisi_pada,
        )

    def test_50_kiriman_serentak_satu_kode_menjadi_satu_baris(self) -> None:
        isi = isian(self.survei)
        alamat = f"/survei/{self.survei.uuid}/"

        def kirim(_: int) -> tuple[int, str]:
            balasan = Client().post(alamat, isi, headers={"accept": "application/json"})
            return balasan.status_code, balasan.json()["kode_terima"]

        hasil = self.serentak(50, kirim)
        assert Counter(kode for kode, _ in hasil) == {201: 1, 200: 49}
        assert len({terima for _, terima in hasil}) == 1
        assert Respons.objects.count() == 1
        assert Antrean.objects.count() == 1

    def test_kontrol_50_kode_berbeda_menjadi_50_baris(self) -> None:
        hasil = self.serentak(50, lambda _: self.terima().status)
        assert Counter(hasil) == {"baru": 50}
        assert Respons.objects.count() == 50

    def test_kontrol_periksa_lalu_simpan_tanpa_kunci_basis_data_gagal(self) -> None:
        """What the product must not do: look first, insert afterwards."""
        kode = uuid4()
        pagar = threading.Barrier(2, timeout=20)

        def naif(_: int) -> str:
            with transaction.atomic():
                ada = Respons.objects.filter(pk=kode).exists()
                pagar.wait()
                if not ada:
                    pabrik.buat_respons(self.survei, submission_id=kode)
            return "baru"

        hasil = self.serentak(2, naif)
        assert any(isinstance(satu, IntegrityError) for satu in hasil)

    def test_dua_hitung_ulang_serentak_memberi_angka_yang_sama(self) -> None:
        for _ in range(20):
            self.terima()

        def hitung(_: int) -> bool:
            return proses.hitung_ulang(survei_id=self.survei.pk, layanan_id=self.layanan.pk, hari=HARI)

        assert self.serentak(6, hitung) == [True] * 6
        assert RekapHarian.objects.get().dihitung == 20
        assert list(Hitungan.objects.values_list("jumlah", flat=True)) == [20] * 9

    def test_kontrol_dua_penulis_tanpa_mengunci_survei_bertabrakan(self) -> None:
        from survei.proses import hitung

        for _ in range(5):
            self.terima()
        pagar = threading.Barrier(2, timeout=20)
        survei = Survei.objects.select_related("instrumen").get(pk=self.survei.pk)

        def tanpa_kunci(_: int) -> str:
            with transaction.atomic():
                RekapHarian.objects.filter(survei=survei).delete()
                pagar.wait()
                hitung._tulis(survei, self.layanan.pk, HARI)
            return "selesai"

        hasil = self.serentak(2, tanpa_kunci)
        assert any(isinstance(satu, IntegrityError) for satu in hasil)

    def test_kiriman_saat_survei_sedang_dikunci_ditolak_bukan_terselip(self) -> None:
        for _ in range(3):
            self.terima()
        Survei.objects.update(status=StatusSurvei.DITUTUP.value)
        mulai, lanjut = threading.Event(), threading.Event()
        # Opened again inside a transaction that holds the row and locks it before it commits: the insert must wait
        # for it and then see the final state.
        Survei.objects.update(status=StatusSurvei.TERBUKA.value)

        def kunci() -> None:
            with transaction.atomic():
                survei = Survei.objects.select_for_update().get(pk=self.survei.pk)
                mulai.set()
                lanjut.wait(20)
                survei.status = StatusSurvei.DIKUNCI.value
                survei.save()
            connection.close()

        hasil: list[str] = []

        def kirim() -> None:
            hasil.append(self.terima().status)
            connection.close()

        utas_kunci = threading.Thread(target=kunci)
        utas_kunci.start()
        mulai.wait(20)
        utas_kirim = threading.Thread(target=kirim)
        utas_kirim.start()
        utas_kirim.join(0.5)
        assert utas_kirim.is_alive(), "kiriman harus menunggu penguncian"
        lanjut.set()
        utas_kunci.join(20)
        utas_kirim.join(20)
        assert hasil == ["ditutup"]
        assert Respons.objects.count() == 3

    def selama(self, langkah: Callable[[], object]) -> proses.HasilKirim:
        """What becomes of a form that was filled in before the closing and arrives while ``langkah`` is under way."""
        mulai, lanjut = threading.Event(), threading.Event()

        def melangkah() -> None:
            with transaction.atomic():
                langkah()
                mulai.set()
                lanjut.wait(20)
            connection.close()

        hasil: list[proses.HasilKirim] = []

        def kirim() -> None:
            hasil.append(self.terima(diisi_pada=SEBELUM))
            connection.close()

        utas = [threading.Thread(target=melangkah), threading.Thread(target=kirim)]
        utas[0].start()
        assert mulai.wait(20)
        utas[1].start()
        utas[1].join(0.5)
        self.menunggu = utas[1].is_alive()
        lanjut.set()
        for satu in utas:
            satu.join(20)
        return hasil[0]

    def tutup(self) -> None:
        for _ in range(3):
            self.terima()
        Survei.objects.update(status=StatusSurvei.DITUTUP.value, ditutup_pada=SAAT)
        Antrean.objects.all().delete()

    def test_susulan_saat_survei_sedang_dikunci_menjadi_terlambat(self) -> None:
        self.tutup()
        hasil = self.selama(lambda: proses.kunci(survei=self.survei, oleh=self.pengelola))
        assert self.menunggu, "kiriman harus menunggu penguncian"
        assert (hasil.status, hasil.terlambat) == ("baru", True)
        assert HasilSurvei.objects.get().n == 3
        assert Respons.objects.terlambat().count() == 1
        assert not Antrean.objects.exists()
        assert selisih_hitungan() == []

    def test_kontrol_tanpa_menunggu_kunci_susulan_terselip_di_belakang_hasilnya(self) -> None:
        self.tutup()
        tanpa = isian_proses._SIMPAN_DAN_ANTREKAN.replace("FOR KEY SHARE OF s", "")
        with mock.patch.object(isian_proses, "_SIMPAN_DAN_ANTREKAN", tanpa):
            hasil = self.selama(lambda: proses.kunci(survei=self.survei, oleh=self.pengelola))
        # The foreign key makes it wait too, but at the end, when the state has been read.
        assert (hasil.status, hasil.terlambat) == ("baru", False)
        assert HasilSurvei.objects.get().n == 3
        Antrean.objects.all().delete()
        assert selisih_hitungan() != [], "dihitung jawaban, tetapi tidak di dalam hasil"

    def test_susulan_saat_survei_sedang_dibuka_kembali_bukan_terlambat(self) -> None:
        self.tutup()
        proses.kunci(survei=self.survei, oleh=self.pengelola)
        permintaan = minta_buka(survei=self.survei, alasan="Ada yang terlambat.", oleh=self.pengelola)
        kedua = Pengguna.objects.create_user(nama="Kedua", email="k@contoh.invalid", pengelola=True)
        hasil = self.selama(lambda: setujui_buka(permintaan=permintaan, oleh=kedua))
        assert self.menunggu
        assert (hasil.status, hasil.terlambat) == ("baru", False)
        assert Antrean.objects.filter(tugas="survei.tasks.hitung_ulang").count() == 1

    def test_menyertakan_dan_mengunci_serentak_tidak_meninggalkan_hitungan_yang_salah(self) -> None:
        self.tutup()
        proses.kunci(survei=self.survei, oleh=self.pengelola)
        kiriman = [self.terima(diisi_pada=SEBELUM).terlambat for _ in range(5)]
        assert kiriman == [True] * 5
        permintaan = minta_buka(survei=self.survei, alasan="Ada yang terlambat.", oleh=self.pengelola)
        kedua = Pengguna.objects.create_user(nama="Kedua", email="k@contoh.invalid", pengelola=True)
        setujui_buka(permintaan=permintaan, oleh=kedua)
        sertakan = partial(sertakan_terlambat, permintaan=permintaan, alasan="Sinyal putus.", oleh=self.pengelola)
        hasil = self.sekaligus(
            sertakan, sertakan, sertakan, lambda: proses.kunci(survei=self.survei, oleh=self.pengelola).n
        )
        disertakan = [satu for satu in hasil[:3] if satu == 5]
        # Whoever comes first: either all five are in the new result, or all five still wait.
        assert (len(disertakan), hasil[3]) in {(1, 8), (0, 3)}, hasil
        assert Respons.objects.terlambat().count() == 5 - 5 * len(disertakan)
        Antrean.objects.all().delete()
        assert selisih_hitungan() == []

    def test_dua_orang_mengunci_serentak_hanya_satu_hasil(self) -> None:
        self.terima()
        Survei.objects.update(status=StatusSurvei.DITUTUP.value)
        hasil = self.serentak(4, lambda _: proses.kunci(survei=self.survei, oleh=self.pengelola).n)
        assert sorted(str(satu)[:1] for satu in hasil if satu == 1) == ["1"]
        assert sum(isinstance(satu, Exception) for satu in hasil) == 3

    def test_acak_serentak_tidak_menghilangkan_dan_tidak_menggandakan(self) -> None:
        kode = {uuid4() for _ in range(30)}
        for satu in kode:
            self.terima(satu)
        proses.hitung_ulang_seluruhnya(survei_id=self.survei.pk)
        self.serentak(4, lambda _: proses.acak_jawaban(hari=date(2026, 9, 16)))
        assert set(Respons.objects.values_list("pk", flat=True)) == kode
