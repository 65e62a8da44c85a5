"""Intervals from the counters to the page: recomputed, locked, verified, compared, and passed on."""

from __future__ import annotations

import statistics
from datetime import date
from decimal import Decimal
from uuid import uuid4

from survei import proses
from survei.models import HasilSurvei, Instrumen, RekapHarian, Respons, Survei
from survei.perhitungan import URUTAN_KUESIONER
from survei.ringkasan import hitungan_survei, selisih_hitungan, umpan_balik
from tests import pabrik
from tests.survei.dasar import UjiSurvei

HARI = date(2026, 7, 1)
KOSONG: dict[str, int | None] = {kode.value: None for kode in URUTAN_KUESIONER}
# Seven answers of nine: the mean of a form has another denominator than that of a complete one.
TIGA: dict[str, int | None] = dict.fromkeys(KOSONG, 3)
TUJUH: dict[str, int | None] = KOSONG | {kode.value: 2 + i % 3 for i, kode in enumerate(URUTAN_KUESIONER[:7])}


class UjiPasti(UjiSurvei):
    def terbitkan(self, survei: Survei, *, terbit: bool = True) -> HasilSurvei:
        proses.tutup(survei=survei, oleh=self.pengelola)
        hasil = proses.kunci(survei=survei, oleh=self.pengelola)
        if terbit:
            proses.publikasikan(survei=survei, oleh=self.pengelola)
        return hasil

    def masa(self, bulan: int, *nilai: int, versi: int = 1, terbit: bool = True) -> Survei:
        instrumen = Instrumen.objects.get(kode="skm", versi=1)
        if versi > 1:
            tanya = list(instrumen.pertanyaan.all())
            instrumen.pk, instrumen.uuid, instrumen.versi = None, uuid4(), versi
            instrumen.save()
            for satu in tanya:
                satu.pk, satu.instrumen = None, instrumen
                satu.save()
        survei = pabrik.buat_survei(
            self.unit,
            layanan=[self.layanan],
            instrumen=instrumen,
            mulai=date(2026, bulan, 1),
            selesai=date(2026, bulan, 28),
        )
        for jawab in nilai:
            pabrik.buat_respons(survei, jawab, tanggal=date(2026, bulan, 3))
        self.terbitkan(survei, terbit=terbit)
        return survei

    def test_skor_dihitung_ulang_dari_jawaban_juga_yang_tidak_lengkap(self) -> None:
        for nilai in (4, 3):
            pabrik.buat_respons(self.survei, nilai, tanggal=HARI)
        pabrik.buat_respons(self.survei, TUJUH, tanggal=HARI)
        pabrik.buat_respons(self.survei, KOSONG | {"waktu": 1}, tanggal=HARI)
        proses.hitung_ulang(survei_id=self.survei.pk, layanan_id=self.layanan.pk, hari=HARI)
        satu = RekapHarian.objects.get()
        # 27.720 × (4 + 3 + 20/7): 2, 3, 4, 2, 3, 4, 2 have the sum 20; the form with one answer is not counted.
        assert satu.skor == 27720 * 7 + 79200
        assert satu.skor_kuadrat == 27720**2 * 25 + 79200**2
        assert selisih_hitungan() == []

    def test_verifikasi_menyebut_jumlah_skor_yang_berubah(self) -> None:
        pabrik.buat_respons(self.survei, 4, tanggal=HARI)
        proses.hitung_ulang_seluruhnya(survei_id=self.survei.pk)
        RekapHarian.objects.update(skor=1, skor_kuadrat=2)
        assert [(satu.apa, satu.tersimpan) for satu in selisih_hitungan()] == [("skor", 1), ("skor kuadrat", 2)]

    def test_verifikasi_menyebut_jumlah_skor_terkunci_yang_tidak_cocok(self) -> None:
        for nilai in (4, 3, 3):
            pabrik.buat_respons(self.survei, nilai, tanggal=HARI)
        self.terbitkan(self.survei)
        assert selisih_hitungan() == []
        RekapHarian.objects.update(skor=0)
        terkunci = [satu for satu in selisih_hitungan() if satu.layanan is None]
        assert [(satu.apa, satu.tersimpan, satu.seharusnya) for satu in terkunci] == [("skor", 277200, 0)]

    def test_selang_terkunci_sama_dengan_pustaka_statistik_dan_tampil(self) -> None:
        isi = [4] * 20 + [3] * 15 + [2] * 5
        for nilai in isi:
            pabrik.buat_respons(self.survei, nilai, tanggal=HARI)
        Survei.objects.filter(pk=self.survei.pk).update(populasi=400)
        self.survei.refresh_from_db()
        hasil = self.terbitkan(self.survei)
        galat = statistics.stdev(25 * satu for satu in isi) / 40**0.5 * (360 / 399) ** 0.5
        selang = hasil.rincian["selang"]
        assert float(selang["galat_baku"]) == round(galat, 4)
        # t(39) = 2.0227 (table).
        assert float(selang["bawah"]) == round(84.375 - 2.0227 * galat, 2)
        assert float(selang["atas"]) == round(84.375 + 2.0227 * galat, 2)
        assert (selang["populasi"], selang["koreksi"]) == (400, True)
        teks = f"{selang['bawah']}–{selang['atas']}".replace(".", ",")
        halaman = self.client.get(f"/hasil/{self.survei.uuid}/")
        self.assertContains(halaman, f"mungkin di antara {teks}")
        self.assertContains(halaman, f"Selang 95\u00a0%: {teks}.")
        self.client.force_login(self.lurah)
        self.assertContains(self.client.get(f"/survei/kelola/{self.survei.uuid}/"), f"Selang 95\u00a0%: {teks}.")

    def test_ringkasan_membawa_selang_gabungan(self) -> None:
        self.masa(7, *[4, 3] * 5)
        self.masa(8, *[3, 2] * 5)
        satu = umpan_balik(unit_ids=[self.unit.pk], mulai=date(2026, 7, 1), selesai=date(2026, 9, 30))[self.unit.pk]
        skor = [100, 75] * 5 + [75, 50] * 5
        assert satu.selang is not None
        # t(19) = 2.0930 (table); all twenty together, not the mean of two intervals.
        setengah = 2.0930 * statistics.stdev(skor) / 20**0.5
        assert [float(tepi) for tepi in satu.selang] == [round(75 - setengah, 2), round(75 + setengah, 2)]

    def test_ringkasan_tanpa_skor_tersimpan_tidak_mengarang_selang(self) -> None:
        survei = self.masa(7, *[4, 3] * 5)
        lama = HasilSurvei.objects.get(survei=survei)
        rincian = {kunci: isi for kunci, isi in lama.rincian.items() if kunci not in {"skor", "selang"}}
        tua = pabrik.buat_survei(self.unit, mulai=date(2026, 8, 1), selesai=date(2026, 8, 30), status="dikunci")
        HasilSurvei.objects.create(survei=tua, n=lama.n, rincian=rincian, ikm=lama.ikm, mutu=lama.mutu)
        satu = umpan_balik(unit_ids=[self.unit.pk], mulai=date(2026, 7, 1), selesai=date(2026, 9, 30))[self.unit.pk]
        assert (satu.n, satu.selang) == (20, None)

    def test_naik_hanya_disebut_bila_di_luar_batas_kebetulan(self) -> None:
        self.masa(3, *[3, 2] * 20)
        dekat = self.masa(4, *[3, 2] * 19, 3, 3)
        jauh = self.masa(5, *[4, 3] * 20)
        halaman = self.client.get(f"/hasil/{dekat.uuid}/")
        self.assertContains(halaman, "Belum dapat disebut naik: 0,63 di atas masa sebelumnya")
        self.assertNotContains(halaman, "Naik 0,63")
        halaman = self.client.get(f"/hasil/{jauh.uuid}/")
        self.assertContains(halaman, "Naik 24,38 dari masa sebelumnya.")
        assert [satu.masa.n for satu in halaman.context["masa_lain"]] == [40, 40, 40]
        assert halaman.context["tren"].tergambar

    def test_versi_formulir_lain_memutus_perkembangan(self) -> None:
        self.masa(3, *[2] * 12)
        kini = self.masa(4, *[4, 3] * 6, versi=2)
        halaman = self.client.get(f"/hasil/{kini.uuid}/")
        assert halaman.context["tren"] is None
        assert halaman.context["banding"] == ""
        self.assertContains(halaman, "Cara hitung atau formulir berubah sesudah masa ini")

    def test_masa_yang_belum_terbit_atau_bertumpuk_tidak_tampil_untuk_umum(self) -> None:
        rahasia = self.masa(3, *[2] * 12, terbit=False)
        for nilai in [4, 3] * 6:
            pabrik.buat_respons(self.survei, nilai, tanggal=HARI)
        self.terbitkan(self.survei)
        kini = self.masa(4, *[4, 3] * 6)
        assert self.client.get(f"/hasil/{kini.uuid}/").context["masa_lain"] == []
        self.client.force_login(self.pengelola)
        daftar = self.client.get(f"/survei/kelola/{kini.uuid}/").context["masa_lain"]
        assert [satu.masa.uuid for satu in daftar] == [kini.uuid, rahasia.uuid]

    def test_angka_tanpa_biaya_dan_bobot_lama_dijelaskan(self) -> None:
        gratis = TIGA | {"biaya": 4}
        for _ in range(12):
            pabrik.buat_respons(self.survei, gratis, tanggal=HARI)
        self.terbitkan(self.survei)
        halaman = self.client.get(f"/hasil/{self.survei.uuid}/")
        # 28/9 × 25 = 77,78; without the fee 3 × 25; 28 × 0,11 × 25 = 77,00.
        nilai = {satu.nama: satu.nilai for satu in halaman.context["pembanding"]}
        assert nilai == {"Tanpa unsur biaya": "75,00", "Dengan bobot 0,11": "77,00"}
        self.assertContains(halaman, "bobot 0,11 dipakai, bukan 1/9 yang tepat")

    def test_angka_tanpa_biaya_tidak_membuka_unsur_yang_ditutup(self) -> None:
        sedikit = TIGA | {"biaya": None}
        for jawaban in [TIGA] * 2 + [sedikit] * 12:
            pabrik.buat_respons(self.survei, jawaban, tanggal=HARI)
        self.terbitkan(self.survei)
        pembanding = self.client.get(f"/hasil/{self.survei.uuid}/").context["pembanding"]
        assert [satu.nama for satu in pembanding] == ["Dengan bobot 0,11"]

    def test_hitungan_yang_belum_menyimpan_skor_tidak_memberi_selang(self) -> None:
        pabrik.buat_respons(self.survei, 4, tanggal=HARI)
        proses.hitung_ulang_seluruhnya(survei_id=self.survei.pk)
        RekapHarian.objects.update(skor=None, skor_kuadrat=None)
        hitungan = hitungan_survei(self.survei)
        assert hitungan.skor is None
        assert hitungan.dihitung == Respons.objects.count() == 1
        assert selisih_hitungan()[0].seharusnya == Decimal(110880)
