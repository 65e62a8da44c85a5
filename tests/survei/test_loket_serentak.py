"""One code, two forms at once: exactly one is verified."""

from __future__ import annotations

import threading
from collections import Counter
from datetime import date
from functools import partial
from uuid import UUID, uuid4

from django.db import connection, transaction

from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import hari_ini
from survei import laju, proses
from survei.enums import Saluran
from survei.models import Respons, Survei, TokenLayanan
from survei.perhitungan import URUTAN_KUESIONER
from survei.proses.token import terbitkan_token
from tests import pabrik
from tests.serentak import UjiSerentak
from tests.survei.dasar import akun

PUTARAN = 200


class UjiKodeSerentak(UjiSerentak):
    def setUp(self) -> None:
        laju.lupakan()
        self.unit = pabrik.buat_unit()
        self.survei = pabrik.buat_survei(self.unit, mulai=date(2020, 1, 1), selesai=date(2099, 12, 31))
        self.layanan = self.survei.layanan.get()
        self.petugas: Pengguna = akun(pabrik.buat_pegawai(self.unit))

    def kode(self) -> str:
        return terbitkan_token(survei=self.survei, layanan=self.layanan, kiriman=uuid4(), hari=hari_ini())[0]

    def kirim(self, kode: str, kiriman: UUID) -> proses.HasilKirim:
        return proses.terima_isian(
            survei=Survei.objects.get(pk=self.survei.pk),
            submission_id=kiriman,
            layanan=self.layanan,
            jawaban={satu.value: 3 for satu in URUTAN_KUESIONER},
            demografi={},
            saran="",
            saluran=Saluran.DARING,
            versi_formulir="skm-v1",
            tanggal=hari_ini(),
            kode=kode,
        )

    def test_dua_isian_satu_kode_tepat_satu_terverifikasi(self) -> None:
        hasil: Counter[tuple[str, ...]] = Counter()
        for _ in range(PUTARAN):
            kode = self.kode()
            dua = self.sekaligus(*(partial(self.kirim, kode, uuid4()) for _ in range(2)))
            hasil[tuple(sorted(str(getattr(satu, "terverifikasi", satu)) for satu in dua))] += 1
        assert hasil == {("False", "True"): PUTARAN}
        assert Respons.objects.count() == 2 * PUTARAN
        assert Respons.objects.filter(terverifikasi=True).count() == PUTARAN
        assert not TokenLayanan.objects.exists()

    def test_kontrol_periksa_lalu_hapus_tanpa_mengunci_memberi_dua(self) -> None:
        """What the product must not do: look whether the code is there, store, delete it."""
        self.kode()
        pagar = threading.Barrier(2, timeout=20)

        def naif() -> bool:
            with transaction.atomic():
                ada = TokenLayanan.objects.exists()
                pagar.wait()
                pabrik.buat_respons(self.survei, terverifikasi=ada)
                TokenLayanan.objects.all().delete()
            return ada

        assert self.sekaligus(naif, naif) == [True, True]

    def test_satu_isian_terkirim_dua_kali_bersamaan_satu_baris_terverifikasi(self) -> None:
        for _ in range(20):
            kode, kiriman = self.kode(), uuid4()
            dua = self.sekaligus(*(partial(self.kirim, kode, kiriman) for _ in range(2)))
            assert [getattr(satu, "terverifikasi", satu) for satu in dua] == [True, True]
        assert Respons.objects.count() == 20
        assert not TokenLayanan.objects.exists()

    def test_kode_tidak_lagi_bernomor_transaksi_sendiri_di_dekat_pelayanannya(self) -> None:
        """Row versions carry transaction numbers; next to each other they would pair codes with visits."""
        for _ in range(3):
            pelayanan = proses.mulai_pelayanan(layanan=self.layanan, oleh=self.petugas, kiriman=uuid4())
            proses.selesaikan_pelayanan(pelayanan=pelayanan, oleh=self.petugas, kiriman=uuid4())

        def nomor() -> int:
            with connection.cursor() as kursor:
                kursor.execute("SELECT count(DISTINCT xmin::text) FROM survei_tokenlayanan")
                return int(kursor.fetchone()[0])

        assert nomor() == 3
        proses.rapikan_token()
        assert nomor() == 1
        assert TokenLayanan.objects.count() == 3
