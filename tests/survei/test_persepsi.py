"""SPAK and SPKP: values, thresholds, who sees what, and that no other part takes them for the IKM."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from survei import proses
from survei.enums.saluran import JenisTitik
from survei.models import AmbangPersepsi, Instrumen, Respons, Survei
from survei.proses.titik import buat_titik, survei_terbuka
from survei.ringkasan import hasil_terbit, suara_warga, umpan_balik
from tests import pabrik
from tests.survei.dasar import UjiSurvei, isian
from tests.tugas import untuk

SETAHUN = {"mulai": date(2026, 1, 1), "selesai": date(2026, 12, 31)}


class UjiPersepsi(UjiSurvei):
    def setUp(self) -> None:
        super().setUp()
        self.spak = self.buat("spak")

    def buat(self, kode: str) -> Survei:
        instrumen = Instrumen.objects.get(kode=kode)
        return pabrik.buat_survei(self.unit, instrumen=instrumen, layanan=[self.layanan], judul=kode.upper())

    def terbit(self, survei: Survei) -> str:
        proses.tutup(survei=survei, oleh=self.pengelola)
        proses.kunci(survei=survei, oleh=self.pengelola)
        proses.publikasikan(survei=survei, oleh=self.pengelola)
        return f"/hasil/{survei.uuid}/"

    def kirim(self, **ubah: Any) -> Any:
        isi = isian(self.spak, versi_formulir="spak-v1")
        return self.client.post(
            f"/survei/{self.spak.uuid}/", isi | dict.fromkeys((f"A{i}" for i in range(1, 8)), "4") | ubah
        )

    def test_butir_berlawanan_menyimpan_nilai_bukan_letaknya(self) -> None:
        halaman = self.client.get(f"/survei/{self.spak.uuid}/")
        soal = {satu.nama: [nilai for nilai, _ in satu.pilihan] for satu in halaman.context["form"].soal}
        assert soal["A1"] == ["1", "2", "3", "4", "tidak"]
        assert soal["A4"] == ["4", "3", "2", "1", "tidak"]
        # «Tidak pernah ada» stands first and is the best answer.
        label = next(satu for satu in halaman.context["form"].soal if satu.nama == "A4").pilihan
        assert label[0] == ("4", "Tidak pernah ada")
        assert label[3] == ("1", "Selalu ada")
        assert self.kirim(A4="1").status_code == 200
        assert Respons.objects.get(survei=self.spak).jawaban["tanpa-pungutan"] == 1

    def test_formulir_spak_tidak_meminta_saran_dan_menyebut_siapa_yang_membaca(self) -> None:
        halaman = self.client.get(f"/survei/{self.spak.uuid}/")
        self.assertNotContains(halaman, 'name="saran"')
        self.assertContains(halaman, "Jawaban Anda tidak dibaca petugas yang melayani Anda.")
        self.assertContains(halaman, "Tujuh pertanyaan, sekitar dua menit.")
        assert self.kirim(saran="Pak Budi meminta uang").status_code == 200
        assert Respons.objects.get(survei=self.spak).saran == ""

    def test_ipak_pada_skala_empat_dan_seratus(self) -> None:
        # Sums of 10 forms: 40, 39, 38, 38, 39, 40, 37 = 271; 271/70 = 3,8714; x 25 = 96,785714.
        kode = list(self.spak.instrumen.pertanyaan.values_list("kode_unsur", flat=True))
        kurang = dict(zip(kode, (0, 1, 2, 2, 1, 0, 3), strict=True))
        for urut in range(10):
            jawaban: dict[str, int | None] = {satu: 3 if urut < kurang[satu] else 4 for satu in kode}
            pabrik.buat_respons(self.spak, jawaban)
        halaman = self.client.get(self.terbit(self.spak))
        self.assertContains(halaman, "<h1>Warga memberi nilai 3,87 dari 4 untuk layanan yang bersih dari korupsi.</h1>")
        self.assertContains(halaman, "96,79")
        self.assertContains(halaman, "Indeks persepsi anti korupsi (IPAK)")
        assert halaman.context["layanan"] == []
        self.client.force_login(self.pengelola)
        halaman = self.client.get(f"/survei/kelola/{self.spak.uuid}/")
        assert halaman.context["persepsi"].ambang == (("WBBM", "3,60", True), ("WBK", "3,60", True))
        self.assertContains(halaman, "Ambang ini belum diperiksa dengan naskah PermenPANRB 90/2021")

    def test_ambang_menurut_tanggal(self) -> None:
        AmbangPersepsi.objects.filter(jenis="spak", predikat="WBK").update(selesai=date(2026, 6, 30))
        AmbangPersepsi.objects.create(
            jenis="spak", predikat="WBK", nilai=Decimal("3.90"), mulai=date(2026, 7, 1), dasar_hukum="Contoh"
        )
        jawaban: dict[str, int | None] = dict.fromkeys(self.kode(self.spak), 4)
        for _ in range(5):
            pabrik.buat_respons(self.spak, jawaban | {"tanpa-imbalan": 3})
        self.terbit(self.spak)
        self.client.force_login(self.pengelola)
        # 27/28 x 4 = 3,857: below 3,90.
        ambang = self.client.get(f"/survei/kelola/{self.spak.uuid}/").context["persepsi"].ambang
        assert ambang == (("WBBM", "3,60", True), ("WBK", "3,90", False))

    def kode(self, survei: Survei) -> list[str]:
        return list(survei.instrumen.pertanyaan.values_list("kode_unsur", flat=True))

    def test_petugas_yang_melayani_tidak_melihat_spak(self) -> None:
        spkp = self.buat("spkp")
        for siapa, boleh in ((self.petugas, False), (self.lurah, True), (self.pengelola, True), (self.luar, False)):
            self.client.force_login(siapa)
            kode = self.client.get(f"/survei/kelola/{self.spak.uuid}/").status_code
            assert kode == (200 if boleh else 404), siapa
        self.client.force_login(self.petugas)
        assert self.client.get(f"/survei/kelola/{spkp.uuid}/").status_code == 200
        self.assertNotContains(self.client.get("/survei/kelola/"), "SPAK")

    def test_yang_lain_hanya_membaca_ikm(self) -> None:
        for _ in range(12):
            pabrik.buat_respons(self.spak, 1)
            pabrik.buat_respons(self.survei, 4)
        self.terbit(self.spak)
        assert umpan_balik(unit_ids=[self.unit.pk], **SETAHUN) == {}
        assert hasil_terbit() == []
        assert untuk(suara_warga, self.lurah) == []
        self.terbit(self.survei)
        assert umpan_balik(unit_ids=[self.unit.pk], **SETAHUN)[self.unit.pk].ikm == Decimal("100.00")
        assert [satu.ikm for satu in hasil_terbit()] == [Decimal("100.00")]

    def test_titik_tidak_membuka_survei_jenis_lain(self) -> None:
        titik = buat_titik(
            kiriman=uuid4(),
            nama="Pintu",
            jenis=JenisTitik.QR,
            survei=self.survei,
            layanan=None,
            pin="",
            oleh=self.pengelola,
        )
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        assert survei_terbuka(titik) is None
