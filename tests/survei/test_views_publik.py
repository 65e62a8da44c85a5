"""The public form over HTTP: what a citizen sees, sends again, or sends wrongly."""

from __future__ import annotations

import gzip
import re
import socket
from datetime import date, datetime
from unittest import mock
from urllib.parse import parse_qsl
from uuid import UUID

from django.test import Client, override_settings

from rakumpit.antrean.models import Antrean
from rakumpit.waktu import tanggal_lokal
from survei.enums import StatusSurvei
from survei.models import Respons
from survei.proses import kode_terima
from tests import pabrik
from tests.survei.dasar import KASUS, UjiSurvei, banyak_survei, isian, kasus, pada


class UjiFormulir(UjiSurvei):
    def test_formulir_tidak_menjanjikan_penghapusan_yang_tidak_dijalankan(self) -> None:
        isi = self.client.get(self.alamat)
        self.assertContains(isi, "Disimpan: isian Anda dan tanggalnya.")
        # What is kept, by whom and for how long is said before the first question (UU 27/2022).
        sebelum, _, _ = isi.content.decode().partition("<fieldset")
        for kata in ("Mengisi tidak wajib", "Kecamatan Rakumpit memakai", "Tidak disimpan", 'href="/survei/hapus/"'):
            assert kata in sebelum, kata
        self.assertNotContains(isi, "dihapus")

    def test_pertanyaan_biaya_menyebut_layanan_yang_gratis(self) -> None:
        """Only where it is true: of the chosen service, or of all that may be chosen."""
        kata = "Layanan ini tidak dipungut biaya. Bila Anda diminta membayar"
        self.assertContains(self.client.get(self.alamat), kata, count=1)
        berbayar = pabrik.buat_layanan(self.unit, gratis=False)
        self.survei.layanan.add(berbayar)
        self.assertNotContains(self.client.get(self.alamat), kata)
        self.assertContains(self.client.get(self.alamat, {"layanan": str(self.layanan.uuid)}), kata)
        self.assertNotContains(self.client.get(self.alamat, {"layanan": str(berbayar.uuid)}), kata)

    def test_halaman_kurang_dari_14_kb_skripnya_menunggu_dan_hanya_untuk_peramban_ini(self) -> None:
        balasan = self.client.get(self.alamat)
        assert balasan.status_code == 200
        assert len(balasan.content) < 14_000
        assert balasan["Cache-Control"] == "no-store"
        isi = balasan.content.decode()
        assert isi.count("<script") == isi.count(" defer ") == 1, "satu skrip, sesudah halaman tampil"
        assert "style=" not in isi
        assert not balasan.cookies
        assert isi.count('type="radio"') == 9 * 5
        assert "9 dari 9" in isi
        assert "pukul 23.59 WIB" in isi

    def test_setiap_halaman_membawa_kode_kiriman_sendiri(self) -> None:
        kode = [self.client.get(self.alamat).context["kode_kiriman"] for _ in range(2)]
        assert kode[0] != kode[1]
        assert all(UUID(satu).version == 4 for satu in kode)

    def test_skrip_formulir_terkompres_paling_besar_5_kb(self) -> None:
        assert len(gzip.compress((KASUS.parents[2] / "static/js/luring.js").read_bytes(), 9)) <= 5_120

    def test_lembar_gaya_publik_paling_besar_9_kb(self) -> None:
        assert (KASUS.parents[2] / "static/css/publik.css").stat().st_size <= 9_000

    def test_draf_tidak_ada_bagi_warga(self) -> None:
        self.survei.status = StatusSurvei.DRAF
        self.survei.save()
        assert self.client.get(self.alamat).status_code == 404

    def test_layanan_dari_alamat_qr_sudah_terpilih_dan_yang_tidak_aktif_tidak_ada(self) -> None:
        lain = pabrik.buat_layanan(self.unit, nama="Surat pindah")
        mati = pabrik.buat_layanan(self.unit, nama="Layanan lama", aktif=False)
        self.survei.layanan.add(lain, mati)
        for sebutan in (lain.uuid, lain.kode, lain.kode.lower()):
            isi = self.client.get(f"{self.alamat}?layanan={sebutan}").content.decode()
            assert f'<input type="hidden" name="layanan" value="{lain.uuid}">' in isi
            assert "Ganti layanan" in isi
            assert "Layanan lama" not in isi
        isi = self.client.get(f"{self.alamat}?layanan={mati.kode}").content.decode()
        assert isi.count('type="radio" name="layanan"') == 2
        assert "Layanan lama" not in isi

    def test_satu_layanan_tidak_perlu_dipilih(self) -> None:
        isi = self.client.get(self.alamat).content.decode()
        assert f'<input type="hidden" name="layanan" value="{self.layanan.uuid}">' in isi
        assert "Ganti layanan" not in isi
        assert "Pilih layanan" not in isi

    def test_layanan_yang_banyak_menjadi_daftar_pilihan(self) -> None:
        self.survei.layanan.add(*(pabrik.buat_layanan(self.unit) for _ in range(11)))
        assert self.client.get(self.alamat).content.decode().count('type="radio" name="layanan"') == 12
        self.survei.layanan.add(pabrik.buat_layanan(self.unit))
        isi = self.client.get(f"{self.alamat}?layanan=tidak-ada").content.decode()
        assert '<select class="isian" id="layanan" name="layanan" required>' in isi
        assert 'name="layanan" value=' not in isi

    def test_kode_layanan_yang_dipakai_dua_unit_tidak_ditebak(self) -> None:
        kembar = pabrik.buat_layanan(pabrik.buat_unit(), kode=self.layanan.kode)
        self.survei.layanan.add(kembar)
        isi = self.client.get(f"{self.alamat}?layanan={kembar.kode}").content.decode()
        assert isi.count('type="radio" name="layanan"') == 2
        assert "checked" not in isi

    def test_terkompres_bila_peramban_meminta(self) -> None:
        balasan = self.client.get(self.alamat, headers={"accept-encoding": "gzip"})
        assert balasan["Content-Encoding"] == "gzip"
        assert len(balasan.content) < 4_500

    def test_kelompok_di_bawah_17_tahun_tidak_ada(self) -> None:
        isi = self.client.get(self.alamat).content.decode()
        assert "Hanya untuk yang berusia 17 tahun ke atas" in isi
        assert self.client.post(self.alamat, isian(self.survei, usia="10-16")).status_code == 422

    def test_garis_data_contoh_hanya_pada_kantor_contoh(self) -> None:
        kalimat = "DATA CONTOH — nama dan angka rekaan"
        self.assertNotContains(self.client.get(self.alamat), kalimat)
        with override_settings(CONTOH=True):
            self.assertContains(self.client.get(self.alamat), kalimat)


class UjiKirim(UjiSurvei):
    def test_kiriman_baru_disimpan_lalu_dijawab_terima_kasih(self) -> None:
        isi = isian(self.survei, saran="  Loket dibuka lebih pagi ", usia="26-35")
        balasan = self.client.post(self.alamat, isi)
        assert balasan.status_code == 200
        respons = Respons.objects.get()
        assert str(respons.submission_id) == isi["submission_id"]
        assert respons.jawaban == dict.fromkeys(respons.jawaban, 3)
        assert len(respons.jawaban) == 9
        assert respons.saran == "Loket dibuka lebih pagi"
        assert respons.demografi == {"usia": "26-35"}
        assert respons.tanggal == date(2026, 9, 15)
        assert respons.bendera == ["lurus"]
        self.assertContains(balasan, "jawaban Anda sudah tersimpan")

    def test_halaman_terima_kasih_tidak_memuat_jawaban_maupun_kode_kiriman(self) -> None:
        isi = isian(self.survei, saran="rahasia kecil")
        balasan = self.client.post(self.alamat, isi)
        self.assertNotContains(balasan, isi["submission_id"])
        self.assertNotContains(balasan, "rahasia kecil")
        assert balasan["Cache-Control"] == "no-store"

    def test_tiap_pengisi_mendapat_kodenya_sendiri_dan_alamat_surveinya_sendiri(self) -> None:
        """The page is put together once for a survey: nothing of one citizen or one site reaches another."""
        lain = pabrik.buat_survei(self.survei.unit, layanan=[self.layanan], kode="SKM-2026-LAIN")
        urutan = [(self.survei, "testserver"), (self.survei, "testserver"), (lain, "testserver"), (lain, "localhost")]
        semua = []
        with override_settings(ALLOWED_HOSTS=["testserver", "localhost"]):
            for survei, asal in urutan:
                isi = isian(survei)
                balasan = self.client.post(f"/survei/{survei.uuid}/", isi, headers={"host": asal})
                semua.append(kode := kode_terima(UUID(isi["submission_id"])))
                self.assertContains(balasan, f'<strong class="kode">{kode}</strong>', count=1)
                self.assertContains(balasan, f'<span class="rumus">http://{asal}/survei/{survei.uuid}/</span>', count=1)
                self.assertContains(balasan, f'href="/survei/{survei.uuid}/"', count=1)
                for lama in semua[:-1]:
                    self.assertNotContains(balasan, lama)
                self.assertNotContains(balasan, "Kode survei Anda sudah dipakai")
            with override_settings(CONTOH=True):
                self.assertContains(self.client.post(self.alamat, isian(self.survei)), "DATA CONTOH")
        kode_mati = self.client.post(self.alamat, isian(self.survei, kode="ABCD2345"))
        self.assertContains(kode_mati, "Kode survei Anda sudah dipakai", count=1)

    def test_tanda_terima_tidak_ada_di_alamat_atau_kuki(self) -> None:
        """Whoever logs addresses on the way cannot tell which answer came from where."""
        isi = isian(self.survei)
        balasan = self.client.post(self.alamat, isi)
        kode = kode_terima(UUID(isi["submission_id"]))
        self.assertContains(balasan, kode, count=1)
        assert kode not in "".join(f"{nama}: {nilai}" for nama, nilai in balasan.items())
        assert not balasan.cookies
        for bekas in (f"{self.alamat}terima-kasih/{kode}/", f"/kios/ABC123/terima-kasih/{kode}/"):
            assert self.client.get(bekas).status_code == 404
        for tautan in re.findall(r'(?:href|src|action)="([^"]*)"', balasan.content.decode()):
            assert kode not in tautan

    def test_antrean_menyebut_survei_dan_hari_bukan_jawabannya(self) -> None:
        isi = isian(self.survei)
        self.client.post(self.alamat, isi)
        antrean = Antrean.objects.get()
        assert antrean.tugas == "survei.tasks.hitung_ulang"
        assert antrean.muatan == {
            "survei_id": self.survei.pk,
            "layanan_id": self.layanan.pk,
            "hari": "2026-09-15",
        }
        assert isi["submission_id"] not in antrean.kunci

    def test_c30_klik_dua_kali_f5_dan_kembali_memberi_halaman_dan_kode_yang_sama(self) -> None:
        isi = isian(self.survei)
        pertama = self.client.post(self.alamat, isi)
        for _ in range(3):
            assert self.client.post(self.alamat, isi).content == pertama.content
        assert Respons.objects.count() == 1
        assert Antrean.objects.count() == 1

    def test_c31_ponsel_mengirim_ulang_empat_kali_satu_baris(self) -> None:
        berkas = kasus("C31_kirim_ulang.json")
        isi = isian(self.survei, **berkas["isi"], submission_id=berkas["kunci"])
        kode = [self.client.post(self.alamat, isi, headers={"accept": "application/json"}) for _ in berkas["urutan"]]
        assert [satu.status_code for satu in kode] == [201, 200, 200, 200]
        assert {satu.json()["submission_id"] for satu in kode} == {berkas["kunci"]}
        assert len({satu.json()["kode_terima"] for satu in kode}) == 1
        respons = Respons.objects.get()
        assert respons.jawaban["waktu"] == 2
        assert respons.jawaban["biaya"] == 4

    def test_isi_lain_dengan_kode_sama_409_mempertahankan_isian_dan_menawarkan_isian_baru(self) -> None:
        isi = isian(self.survei)
        self.client.post(self.alamat, isi)
        beda = isi | {"U1": "1", "saran": "dari adik saya", "usia": "17-25"}
        balasan = self.client.post(self.alamat, beda)
        assert balasan.status_code == 409
        self.assertContains(balasan, "Kirim sebagai isian baru", status_code=409)
        self.assertContains(balasan, "dari adik saya", status_code=409)
        self.assertContains(balasan, '<input type="radio" name="U1" value="1" required checked>', status_code=409)
        self.assertContains(balasan, '<option value="17-25" selected>', status_code=409)
        baru = balasan.context["kode_kiriman"]
        assert baru != isi["submission_id"]
        assert self.client.post(self.alamat, beda | {"submission_id": baru}).status_code == 200
        assert Respons.objects.count() == 2

    def test_kode_kiriman_survei_lain_tidak_terbaca_sebagai_ulangan(self) -> None:
        isi = isian(self.survei)
        self.client.post(self.alamat, isi)
        lain = pabrik.buat_survei(self.unit)
        balasan = self.client.post(f"/survei/{lain.uuid}/", isian(lain, submission_id=isi["submission_id"]))
        assert balasan.status_code == 409

    def test_c34_kiriman_yang_sudah_dibatalkan_410_dan_tidak_kembali(self) -> None:
        isi = isian(self.survei)
        self.client.post(self.alamat, isi)
        Respons.objects.update(dibatalkan=True, alasan_batal="spam")
        balasan = self.client.post(self.alamat, isi)
        assert balasan.status_code == 410
        self.assertContains(balasan, "Kiriman ini sudah dihapus", status_code=410)
        assert Respons.objects.get().dibatalkan

    def test_c35_jawaban_wajib_yang_hilang_disebut_namanya(self) -> None:
        for kiriman in kasus("C35_wajib_hilang.json"):
            data = kiriman["data"]
            isi = isian(self.survei, **{f"U{i}": data.get(f"U{i}") for i in range(1, 10)})
            balasan = self.client.post(self.alamat, isi)
            assert balasan.status_code == 422
            hilang = [f"U{i}" for i in range(1, 10) if not data.get(f"U{i}")]
            assert [kunci for kunci, _, _ in balasan.context["form"].daftar_galat] == hilang
        self.assertContains(
            balasan, "Sistem, Mekanisme, dan Prosedur: Belum dijawab. Pilih satu jawaban.</a>", status_code=422
        )
        self.assertContains(balasan, "Waktu Penyelesaian: Belum dijawab. Pilih satu jawaban.</a>", status_code=422)
        self.assertContains(balasan, "<title>Galat: ", status_code=422)
        self.assertContains(balasan, '<h2 id="ada-masalah">Ada masalah</h2>', status_code=422)
        self.assertContains(
            balasan, '<p class="galat" id="g-U3">Belum dijawab. Pilih satu jawaban.</p>', status_code=422
        )
        assert not Respons.objects.exists()

    def test_tidak_tahu_adalah_jawaban_dan_disimpan_kosong(self) -> None:
        self.client.post(self.alamat, isian(self.survei, U9="tidak"))
        jawaban = Respons.objects.get().jawaban
        assert jawaban["pengaduan"] is None
        assert jawaban["sarana"] == 3

    def test_c36_nilai_di_luar_skala_ditolak(self) -> None:
        baris = (KASUS / "C36_kolom_titipan.txt").read_text(encoding="utf-8").splitlines()[1]
        titipan = dict(parse_qsl(baris))
        balasan = self.client.post(self.alamat, isian(self.survei) | titipan | {"layanan": str(self.layanan.uuid)})
        assert balasan.status_code == 422
        assert [kunci for kunci, _, _ in balasan.context["form"].daftar_galat] == ["U1", "U2", "U3"]
        assert not Respons.objects.exists()

    def test_c36_kolom_titipan_tidak_dibaca(self) -> None:
        baris = (KASUS / "C36_kolom_titipan.txt").read_text(encoding="utf-8").splitlines()[1]
        titipan = dict(parse_qsl(baris)) | {f"U{i}": "4" for i in range(1, 10)}
        isi = isian(self.survei) | titipan | {"dibatalkan": "1", "tanggal": "2025-01-01", "saluran": "impor"}
        assert self.client.post(self.alamat, isi).status_code == 422, "layanan «2» bukan layanan survei ini"
        self.client.post(self.alamat, isi | {"layanan": str(self.layanan.uuid)})
        respons = Respons.objects.get()
        assert respons.tanggal == date(2026, 9, 15)
        assert respons.saluran == "daring"
        assert not respons.dibatalkan
        assert set(respons.jawaban.values()) == {4}
        assert len(respons.jawaban) == 9

    def test_layanan_survei_lain_ditolak(self) -> None:
        lain = pabrik.buat_survei(self.unit).layanan.get()
        assert self.client.post(self.alamat, isian(self.survei, layanan=lain.uuid)).status_code == 422

    def test_c51_tanggal_menurut_wib(self) -> None:
        self.survei.selesai = date(2027, 3, 31)
        self.survei.save()
        tahun = []
        for satu in kasus("C51_tahun_baru_wib.json"):
            with pada(datetime.fromisoformat(satu["dikirim_utc"])):
                isi = isian(self.survei)
                self.client.post(self.alamat, isi)
                tahun.append(Respons.objects.get(pk=isi["submission_id"]).tanggal.year)
        assert tahun == [2027, 2026, 2027]

    def test_c52_terbuka_sampai_akhir_hari_terakhir_lalu_ditolak_tanpa_menghilangkan_tulisan(self) -> None:
        berkas = kasus("C52_batas_hari.json")
        self.survei.selesai = date.fromisoformat(berkas["tanggal_tutup"])
        self.survei.save()
        kode = []
        for saat in berkas["kiriman_wib"]:
            with pada(datetime.fromisoformat(saat)):
                balasan = self.client.post(self.alamat, isian(self.survei, saran="Kursi tunggu kurang"))
            kode.append(balasan.status_code)
        assert kode == [200, 200, 410]
        self.assertContains(balasan, "30 September 2026 pukul 23.59 WIB", status_code=410)
        self.assertContains(balasan, "Kursi tunggu kurang", status_code=410)
        assert tanggal_lokal(datetime.fromisoformat(berkas["kiriman_wib"][2])) == date(2026, 10, 1)
        assert Respons.objects.count() == 2

    def test_ulangan_sesudah_survei_ditutup_tetap_mendapat_terima_kasih(self) -> None:
        isi = isian(self.survei)
        pertama = self.client.post(self.alamat, isi)
        self.survei.status = StatusSurvei.DITUTUP
        self.survei.save()
        assert self.client.post(self.alamat, isi).content == pertama.content

    def test_petugas_unit_yang_disurvei_ditolak_dengan_penjelasan(self) -> None:
        for pengguna in (self.petugas, self.lurah):
            self.client.force_login(pengguna)
            balasan = self.client.post(self.alamat, isian(self.survei))
            assert balasan.status_code == 403
            self.assertContains(balasan, "Survei ini untuk warga", status_code=403)
        self.client.force_login(self.luar)
        assert self.client.post(self.alamat, isian(self.survei)).status_code == 200

    def test_tanpa_token_csrf_tetap_diterima(self) -> None:
        assert Client(enforce_csrf_checks=True).post(self.alamat, isian(self.survei)).status_code == 200

    def test_emoji_dan_huruf_khusus_disimpan_apa_adanya(self) -> None:
        teks = "Terima kasih 🙏🏽 <b>&\u2019"
        self.client.post(self.alamat, isian(self.survei, saran=teks))
        assert Respons.objects.get().saran == teks
        assert self.client.post(self.alamat, isian(self.survei, saran="a\x00b")).status_code == 422

    def test_terlalu_banyak_kiriman_429_mempertahankan_isian(self) -> None:
        with override_settings(BATAS_KIRIM_PER_JAM=20):
            kode = [self.client.post(self.alamat, isian(self.survei)).status_code for _ in range(30)]
            balasan = self.client.post(self.alamat, isian(self.survei, saran="masih di sini"))
            lain = self.client.post(self.alamat, isian(self.survei), REMOTE_ADDR="203.0.113.9")
        assert kode == [200] * 20 + [429] * 10
        self.assertContains(balasan, "masih di sini", status_code=429)
        assert lain.status_code == 200

    def test_satu_keluarga_di_satu_jaringan_tidak_terhalang(self) -> None:
        kode = {self.client.post(self.alamat, isian(self.survei)).status_code for _ in range(60)}
        assert kode == {200}

    def test_kirim_tidak_menyentuh_perantara_pesan(self) -> None:
        with (
            override_settings(CELERY_BROKER_URL="redis://127.0.0.1:1/0"),
            mock.patch.object(socket.socket, "connect", side_effect=AssertionError("sambungan jaringan")),
            mock.patch("celery.app.base.Celery.send_task", side_effect=AssertionError("perantara disentuh")),
        ):
            assert self.client.post(self.alamat, isian(self.survei)).status_code == 200
        assert Respons.objects.count() == 1

    def test_jumlah_kueri_satu_kiriman_tetap(self) -> None:
        self.client.post(self.alamat, isian(self.survei))
        isi = isian(self.survei)
        # Answer and outbox in one statement; what the form looks like is remembered for ten seconds.
        with self.assertNumQueries(1):
            self.client.post(self.alamat, isi)

    def test_layanan_yang_baru_ditambahkan_langsung_diterima(self) -> None:
        self.client.post(self.alamat, isian(self.survei))
        baru = pabrik.buat_layanan(self.unit)
        self.survei.layanan.add(baru)
        assert self.client.post(self.alamat, isian(self.survei, layanan=baru.uuid)).status_code == 200

    def test_survei_yang_baru_ditutup_langsung_menolak(self) -> None:
        self.client.post(self.alamat, isian(self.survei))
        self.survei.status = StatusSurvei.DITUTUP.value
        self.survei.save()
        assert self.client.post(self.alamat, isian(self.survei)).status_code == 410
        assert Respons.objects.count() == 1


class UjiDaftar(UjiSurvei):
    def test_hanya_survei_yang_dapat_diisi_hari_ini(self) -> None:
        pabrik.buat_survei(self.unit, judul="Sudah lewat", mulai=date(2026, 1, 1), selesai=date(2026, 9, 14))
        pabrik.buat_survei(self.unit, judul="Belum mulai", mulai=date(2026, 9, 16), selesai=date(2026, 9, 30))
        pabrik.buat_survei(self.unit, judul="Masih draf", status=StatusSurvei.DRAF.value)
        pabrik.buat_survei(self.unit, judul="Hari terakhir", selesai=date(2026, 9, 15))
        isi = self.client.get("/survei/").content.decode()
        assert "Hari terakhir" in isi
        assert self.survei.judul in isi
        for judul in ("Sudah lewat", "Belum mulai", "Masih draf"):
            assert judul not in isi

    def test_cari_muncul_bila_banyak_dan_persen_adalah_huruf(self) -> None:
        self.assertNotContains(self.client.get("/survei/"), 'name="q"')
        for _ in range(11):
            pabrik.buat_survei(pabrik.buat_unit())
        self.assertContains(self.client.get("/survei/"), 'name="q"')
        isi = self.client.get("/survei/?q=mungku").content.decode()
        assert isi.count("/survei/" + str(self.survei.uuid)) == 1
        assert len(self.client.get("/survei/?q=mungku").context["baris"]) == 1
        assert not self.client.get("/survei/?q=%25").context["baris"]

    def test_jumlah_kueri_sama_untuk_3_dan_300_survei(self) -> None:
        for jumlah in (2, 297):
            banyak_survei(self.survei, jumlah)
            with self.assertNumQueries(2):
                balasan = self.client.get("/survei/")
        assert len(balasan.content) < 100_000

    def test_kosong_dikatakan(self) -> None:
        self.survei.delete()
        self.assertContains(self.client.get("/survei/"), "belum ada survei yang dibuka")
