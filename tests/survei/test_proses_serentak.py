"""Two things at once, on real connections: double sends, recounts, a form during the lock; with negative controls."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, connection, transaction
from django.test import Client

from rakumpit.antrean.models import Antrean
from rakumpit.organisasi.models import Pengguna
from survei import laju, proses
from survei.enums import Saluran, StatusSurvei
from survei.models import Hitungan, RekapHarian, Respons, Survei
from survei.perhitungan import URUTAN_KUESIONER
from tests import pabrik
from tests.serentak import UjiSerentak
from tests.survei.dasar import isian

HARI = date(2026, 9, 15)


class UjiSurveiSerentak(UjiSerentak):
    def setUp(self) -> None:
        laju.lupakan()
        self.unit = pabrik.buat_unit()
        self.survei = pabrik.buat_survei(self.unit, mulai=date(2020, 1, 1), selesai=date(2099, 12, 31))
        self.layanan = self.survei.layanan.get()
        self.pengelola = Pengguna.objects.create_user(nama="Pengelola", email="p@contoh.invalid", pengelola=True)

    def serentak(self, jumlah: int, kerja: Callable[[int], Any]) -> list[Any]:
        return self.sekaligus(*(partial(kerja, i) for i in range(jumlah)))

    def terima(self, kode: UUID | None = None) -> proses.HasilKirim:
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
