"""A new survey by the pengelola: of one unit and its services, once, also after an earlier one."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from rakumpit.audit.models import CatatanAudit
from survei import proses
from survei.enums import StatusSurvei
from survei.models import Instrumen, Survei
from survei.perhitungan.waktu_layanan import masa_berikutnya, masa_sebelum
from survei.proses.buat import buat_survei
from tests import pabrik
from tests.serentak import UjiSerentak
from tests.survei.dasar import UjiSurvei


@pytest.mark.parametrize(
    ("masa", "berikut"),
    [
        # Whole months are followed by as many, however long they are.
        ((date(2026, 4, 1), date(2026, 6, 30)), (date(2026, 7, 1), date(2026, 9, 30))),
        ((date(2027, 7, 1), date(2027, 12, 31)), (date(2028, 1, 1), date(2028, 6, 30))),
        ((date(2028, 1, 1), date(2028, 1, 31)), (date(2028, 2, 1), date(2028, 2, 29))),
        ((date(2026, 11, 3), date(2026, 11, 16)), (date(2026, 11, 17), date(2026, 11, 30))),
    ],
)
def test_masa_berikutnya(masa: tuple[date, date], berikut: tuple[date, date]) -> None:
    assert masa_berikutnya(*masa) == berikut
    assert masa_sebelum(*berikut) == masa


class UjiBuat(UjiSurvei):
    alamat_buat = "/survei/kelola/buat/"

    def isi(self, **ubah: Any) -> dict[str, Any]:
        return {
            "kiriman": str(uuid4()),
            "unit": str(self.unit.uuid),
            "judul": "Survei kepuasan, triwulan I 2027",
            "instrumen": str(self.survei.instrumen.uuid),
            "mulai": "1 Januari 2027",
            "selesai": "31 Maret 2027",
            "layanan": [str(self.layanan.uuid)],
        } | ubah

    def test_unit_dahulu_lalu_isinya_dan_draf_terbuka_di_halamannya(self) -> None:
        self.client.force_login(self.pengelola)
        self.assertContains(self.client.get(self.alamat_buat), "Kelurahan Mungku Baru")
        formulir = self.client.get(self.alamat_buat, {"unit": str(self.unit.uuid)})
        self.assertContains(formulir, f'value="{self.layanan.uuid}"')
        isi = self.isi()
        for _ in range(2):
            balasan = self.client.post(self.alamat_buat, isi)
            self.assertRedirects(balasan, f"/survei/kelola/{isi['kiriman']}/")
        satu = Survei.objects.get(uuid=isi["kiriman"])
        assert (satu.status, satu.mulai, satu.selesai) == (StatusSurvei.DRAF, date(2027, 1, 1), date(2027, 3, 31))
        assert list(satu.layanan.all()) == [self.layanan]
        assert CatatanAudit.objects.filter(aksi="survei.survei.buat").count() == 1
        proses.buka(survei=satu, oleh=self.pengelola)
        self.client.post(self.alamat_buat, self.isi())
        assert Survei.objects.filter(kode__startswith=satu.kode).count() == 2, "kode yang sama mendapat nomor"

    def test_hanya_layanan_unit_itu_dan_di_bawahnya(self) -> None:
        self.client.force_login(self.pengelola)
        asing = pabrik.buat_layanan(pabrik.buat_unit())
        balasan = self.client.post(self.alamat_buat, self.isi(layanan=[str(asing.uuid)]))
        self.assertContains(balasan, "Pilih dari daftar", status_code=422)
        bawah = pabrik.buat_layanan(pabrik.buat_unit(induk=self.unit, nama="Posko"), nama="Aduan")
        self.assertContains(self.client.get(self.alamat_buat, {"unit": str(self.unit.uuid)}), "Aduan (Posko)")
        isi = self.isi(layanan=[str(bawah.uuid)])
        assert self.client.post(self.alamat_buat, isi).status_code == 302
        salah: dict[str, Any] = {
            "kiriman": uuid4(),
            "unit": self.unit,
            "judul": "x",
            "instrumen": self.survei.instrumen,
            "periode": None,
            "mulai": date(2027, 1, 1),
            "selesai": date(2027, 3, 31),
            "layanan": [asing],
        }
        with self.assertRaisesMessage(ValidationError, "bukan layanan aktif"):
            buat_survei(**salah, oleh=self.pengelola)
        for orang in (self.lurah, self.petugas, self.admin):
            with self.assertRaises(PermissionDenied):
                buat_survei(**(salah | {"layanan": [self.layanan]}), oleh=orang)
        draf = Instrumen.objects.create(
            kode="draf", status="draf", nama="Draf", dasar_hukum="x", mulai=date(2027, 1, 1)
        )
        with self.assertRaisesMessage(ValidationError, "sudah terbit"):
            buat_survei(**(salah | {"layanan": [self.layanan], "instrumen": draf}), oleh=self.pengelola)

    def test_yang_diketik_tetap_bila_ditolak(self) -> None:
        self.client.force_login(self.pengelola)
        balasan = self.client.post(self.alamat_buat, self.isi(selesai="31 Desember 2026"))
        self.assertContains(balasan, "Hari terakhir mendahului hari dibuka", status_code=409)
        self.assertContains(balasan, "triwulan I 2027", status_code=409)
        assert self.client.post(self.alamat_buat, {"unit": "bukan-uuid"}).status_code == 422
        assert Survei.objects.count() == 1

    def test_survei_masa_berikutnya_memakai_unit_layanan_dan_lamanya(self) -> None:
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        proses.kunci(survei=self.survei, oleh=self.pengelola)
        self.client.force_login(self.pengelola)
        alamat = f"{self.alamat_buat}?dari={self.survei.uuid}"
        self.assertContains(self.client.get(f"/survei/kelola/{self.survei.uuid}/"), alamat)
        awal = self.client.get(alamat).context["form"].initial
        assert (awal["mulai"], awal["selesai"]) == (date(2027, 1, 1), date(2027, 12, 31))
        assert awal["layanan"] == [self.layanan.uuid]
        assert self.client.get(f"{self.alamat_buat}?dari=x").status_code == 404


class UjiBuatSerentak(UjiSerentak):
    def test_formulir_yang_terkirim_dua_kali_bersamaan_membuat_satu_survei(self) -> None:
        unit = pabrik.buat_unit()
        isi: dict[str, Any] = {
            "unit": unit,
            "judul": "Survei kepuasan",
            "instrumen": Instrumen.objects.get(kode="skm"),
            "periode": None,
            "mulai": date(2027, 1, 1),
            "selesai": date(2027, 3, 31),
            "layanan": [pabrik.buat_layanan(unit)],
            "oleh": pabrik.buat_pengguna(pengelola=True),
        }
        for kiriman in [uuid4() for _ in range(4)]:
            hasil = self.sekaligus(*[partial(buat_survei, kiriman=kiriman, **isi)] * 3)
            assert {getattr(satu, "uuid", satu) for satu in hasil} == {kiriman}
        assert Survei.objects.count() == 4
        # Other forms at the same moment take the same code: each is stored, or told to try once more.
        lain = self.sekaligus(*(partial(buat_survei, kiriman=uuid4(), **isi) for _ in range(3)))
        jadi = [satu for satu in lain if isinstance(satu, Survei)]
        assert jadi
        assert all(isinstance(satu, Survei | ValidationError) for satu in lain)
        assert Survei.objects.count() == 4 + len(jadi)
        assert CatatanAudit.objects.filter(aksi="survei.survei.buat").count() == 4 + len(jadi)
