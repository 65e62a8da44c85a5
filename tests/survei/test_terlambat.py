"""An answer that comes after the lock is stored, told so, in no figure, and taken in with all others or not at all."""

from __future__ import annotations

import io
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client

from rakumpit.antrean.models import Antrean
from rakumpit.audit.models import CatatanAudit
from survei import proses
from survei.enums import Saluran, StatusSurvei
from survei.models import HasilSurvei, PermintaanBuka, Respons, Survei, TokenLayanan
from survei.proses.buka_kembali import minta_buka, setujui_buka
from survei.proses.laporan.bahan import kumpulkan
from survei.proses.terlambat import sertakan_terlambat
from survei.ringkasan import selisih_hitungan
from survei.ringkasan.jawaban_teks import pertanyaan_teks, tulisan
from survei.ringkasan.saran import saran_terbaca
from survei.ringkasan.terlambat import jawaban_terlambat
from tests import pabrik
from tests.survei.dasar import SAAT, isian
from tests.survei.isi_penyusun import susun_bebas
from tests.survei.isi_terlambat import DIISI, KINI, UjiTerkunci

SEBAB = "Sinyal di Mungku Baru putus pada hari terakhir."


class UjiKirimTerlambat(UjiTerkunci):
    def test_disimpan_dikatakan_dan_diulang_tanpa_menjadi_dua(self) -> None:
        isi = isian(self.survei, saran="Atap bocor")
        baru, ulang = self.kirim(isi, DIISI), self.kirim(isi, DIISI)
        assert (baru.status_code, ulang.status_code) == (201, 200)
        for balasan in (baru.json(), ulang.json()):
            assert balasan["submission_id"] == isi["submission_id"]
            assert balasan["terlambat"] is True
            assert "sudah dikunci" in balasan["pesan"]
            assert "hanya dihitung bila survei dibuka kembali" in balasan["pesan"]
        assert baru.json()["kode_terima"] == ulang.json()["kode_terima"]
        assert self.kirim(isi | {"U1": "1"}, DIISI).status_code == 409
        satu = Respons.objects.get(pk=isi["submission_id"])
        assert (satu.terlambat, satu.tanggal, satu.bendera) == (True, date(2026, 9, 15), ["lurus"])
        assert not Antrean.objects.filter(tugas="survei.tasks.hitung_ulang").exists(), "tidak ada yang dihitung ulang"
        assert HasilSurvei.objects.get().n == 12
        assert selisih_hitungan() == []

    def test_sebelum_terbit_juga(self) -> None:
        self.ubah(status=StatusSurvei.DIKUNCI.value)
        self.susul()
        assert self.terlambat() == 1

    def test_yang_tepat_waktu_tidak_disebut_terlambat(self) -> None:
        self.ubah(status=StatusSurvei.DITUTUP.value)
        balasan = self.kirim(isian(self.survei), DIISI).json()
        assert (balasan["terlambat"], balasan["pesan"]) == (False, "")
        berkode = self.kirim(isian(self.survei, kode="K7QH2MNR"), DIISI).json()
        assert berkode["pesan"].endswith("Jawaban Anda dihitung sebagai jawaban terbuka.")
        assert self.terlambat() == 0

    def test_di_luar_masa_sesudah_penutupan_dan_jam_tak_dikenal_tetap_ditolak(self) -> None:
        for saat in (SAAT + timedelta(minutes=1), KINI, KINI + timedelta(hours=1), "2020-01-01T00:00:00Z", None):
            assert self.kirim(isian(self.survei), saat).status_code == 410, saat
        self.ubah(mulai=date(2026, 9, 16))
        assert self.kirim(isian(self.survei), DIISI).status_code == 410
        assert Client().post(self.alamat, isian(self.survei)).status_code == 410, "formulir biasa diisi saat tiba"
        assert self.terlambat() == 0

    def test_sesudah_jawabannya_dihapus_tidak_ada_yang_diterima(self) -> None:
        self.ubah(jawaban_dihapus_pada=SAAT)
        balasan = self.kirim(isian(self.survei), DIISI)
        assert (balasan.status_code, "Kantor tidak menyimpan" in balasan.json()["pesan"]) == (410, True)
        assert self.terlambat() == 0

    def test_kode_loket_terpakai_dalam_pernyataan_yang_sama(self) -> None:
        kode, layanan = "K7QH2MNR", self.survei.layanan.get()
        for sidik in (proses.token.sidik_kode(kode), "lain"):
            TokenLayanan.objects.create(
                sidik=sidik, survei=self.survei, layanan=layanan, berlaku_sampai=SAAT.date() + timedelta(days=9)
            )
        isi = isian(self.survei, kode=kode)
        assert self.kirim(isi, DIISI).json()["terverifikasi"] is True
        assert Respons.objects.get(pk=isi["submission_id"]).terverifikasi
        assert TokenLayanan.objects.get().sidik == "lain"
        kedua = self.kirim(isian(self.survei, kode=kode), DIISI).json()
        assert (kedua["terverifikasi"], kedua["terlambat"]) == (False, True)
        assert kedua["pesan"].startswith("Kode survei Anda sudah dipakai")

    def test_jawaban_yang_tepat_waktu_tetap_satu_pernyataan(self) -> None:
        """Only one that is refused is tried once more as a late one."""

        def simpan() -> int:
            baris = proses.isian.simpan_baris(
                survei=self.survei,
                submission_id=uuid4(),
                layanan=self.layanan,
                jawaban=dict.fromkeys(self.lama.rincian["unsur"], 3),
                demografi={},
                saran="",
                saluran=Saluran.DARING,
                versi_formulir="skm-v1",
                tanggal=SAAT.date(),
                diisi_pada=DIISI,
                minta_hitung=True,
            )
            assert baris is not None
            return baris.terlambat

        self.survei.instrumen.minimal_terjawab  # noqa: B018 - read before the statements are counted
        with self.assertNumQueries(2):
            assert simpan()
        self.ubah(status=StatusSurvei.DITUTUP.value)
        with self.assertNumQueries(1):
            assert not simpan()


class UjiTidakTerbaca(UjiTerkunci):
    def halaman(self) -> dict[str, bytes]:
        """Whatever shows this survey, as it is shown."""
        laluan = ["pengumpulan/", "sampel/", "kelompok/", "saran/", "tema/", "laporan/pratinjau/", "tindak-lanjut/"]
        dalam = [f"/survei/kelola/{self.survei.uuid}/{satu}" for satu in laluan]
        umum = [
            f"/hasil/{self.survei.uuid}/",
            f"/data/skm/{self.survei.uuid}.json",
            f"/data/skm/{self.survei.uuid}.csv",
        ]
        self.client.force_login(self.pengelola)
        hasil = {}
        for alamat in [*dalam, *umum, "/survei/ikhtisar/", "/survei/kelola/", "/hasil/"]:
            balasan = self.client.get(alamat)
            if balasan.status_code == 200 and not balasan.streaming:
                # A page carries a token of its own for each form.
                hasil[alamat] = re.sub(rb'(csrfmiddlewaretoken" value|nonce)="[^"]*"', b"", balasan.content)
        assert len(hasil) >= 10, sorted(hasil)
        return hasil

    def test_tidak_satu_halaman_pun_berubah_kecuali_jumlahnya(self) -> None:
        proses.samarkan_saran()
        sebelum = self.halaman()
        self.susul(7)
        proses.samarkan_saran()
        assert Respons.objects.terlambat().filter(saran_tersamar__startswith="Atap").count() == 7
        sesudah = self.halaman()
        assert [satu for satu in sebelum if sebelum[satu] != sesudah[satu]] == []
        assert not any("Atap" in isi.decode(errors="replace") for isi in sesudah.values())
        assert saran_terbaca(self.survei).count() == 12
        halaman = self.client.get(f"/survei/kelola/{self.survei.uuid}/").content.decode()
        assert "7 jawaban terlambat" in halaman

    def test_dikunci_lagi_tanpa_disertakan_hasilnya_sama(self) -> None:
        self.susul(6)
        self.buka_kembali()
        baru = self.kunci()
        assert (baru.versi, baru.n, baru.ikm, baru.rincian) == (2, 12, self.lama.ikm, self.lama.rincian)
        assert selisih_hitungan() == []
        call_command("verifikasi", stdout=io.StringIO())
        call_command("hitung_ulang", survei=self._terbuka_lagi(), stdout=io.StringIO())
        assert selisih_hitungan() == []
        assert self.terlambat() == 6

    def test_laporan_dan_jawaban_teks_tanpa_yang_terlambat(self) -> None:
        self.susul(6)
        bahan = kumpulkan(HasilSurvei.objects.get(), umum=False)
        assert bahan.jawaban is not None, "tabel per formulir sama dengan hasil terkunci"
        assert (len(bahan.jawaban), bahan.banyak_saran) == (12, 12)
        bebas = pabrik.buat_survei(self.unit, instrumen=susun_bebas(self.pengelola))
        for urut in range(11):
            pabrik.buat_respons(bebas, {"p2": 2, "p4": 3, "p8": f"Kursi {urut}"}, terlambat=urut > 5)
        proses.samarkan_saran()
        Survei.objects.filter(pk=bebas.pk).update(status=StatusSurvei.DITUTUP.value)
        bebas.refresh_from_db()
        (teks,) = pertanyaan_teks(bebas)
        assert (teks.jumlah, tulisan(bebas, teks.tanya).count()) == (6, 6)
        assert not Respons.objects.filter(terlambat=True).menunggu_samaran().exists()
        assert not Respons.objects.filter(terlambat=True).teks_menunggu().exists()

    def _terbuka_lagi(self) -> str:
        self.buka_kembali()
        return str(self.survei.kode)

    def test_kontrol_yang_disertakan_mengubah_hasilnya(self) -> None:
        self.susul(6)
        sertakan_terlambat(permintaan=self.buka_kembali(), alasan=SEBAB, oleh=self.pengelola)
        proses.hitung_ulang_seluruhnya(survei_id=self.survei.pk)
        self.survei.refresh_from_db()
        assert saran_terbaca(self.survei).count() == 18
        baru = self.kunci()
        assert baru.n == 18
        assert baru.ikm is not None
        assert self.lama.ikm is not None
        assert baru.ikm > self.lama.ikm
        assert selisih_hitungan() == []

    def test_tidak_satu_pun_dapat_dipilih_atau_dibatalkan(self) -> None:
        self.susul()
        self.buka_kembali()
        satu = Respons.objects.terlambat().get()
        with self.assertRaisesMessage(ValidationError, "tidak ditemukan"):
            proses.batalkan_isian(survei=self.survei, submission_id=satu.pk, alasan="Iklan", oleh=self.pengelola)
        with self.assertRaises(IntegrityError), transaction.atomic():
            Respons.objects.filter(pk=satu.pk).update(dibatalkan=True, alasan_batal="Iklan")

    def test_setiap_tempat_yang_membaca_jawaban_diketahui(self) -> None:
        """Whoever reads answers by another way has to come by here and say why late ones do no harm there."""
        pola = re.compile(r"Respons\.objects|\.respons\.|\bsurvei_respons\b")
        akar = Path(settings.BASE_DIR)
        baca = {
            str(berkas.relative_to(akar)): isi
            for folder in ("survei", "kinerja", "forum", "pelatihan", "rakumpit")
            for berkas in (akar / folder).rglob("*.py")
            if not {"migrations", "contoh"} & set(berkas.parts) and pola.search(isi := berkas.read_text())
        }
        saringan = re.compile(r"\.terhitung\(|\.bersaran\(|\.berteks\(|menunggu|\.terlambat\(|NOT r\.terlambat")
        tanpa = {nama for nama, isi in baca.items() if not saringan.search(isi)}
        assert tanpa == {
            "kinerja/management/commands/data_skala.py",  # writes
            "survei/admin.py",  # whether there is any answer at all
            "survei/management/commands/hitung_ulang.py",  # names days, which the recount counts
            "survei/proses/hapus_sendiri.py",  # by the receipt code of its owner
            "survei/proses/impor.py",  # by the numbers of the file's own rows
            "survei/proses/isian.py",  # stores, and knows a repeat
            "survei/proses/masa_simpan.py",  # late ones go in time like the others
            "survei/proses/samaran.py",  # masked like the others
        }


class UjiSertakan(UjiTerkunci):
    def test_semuanya_sekaligus_sekali_dan_tercatat(self) -> None:
        self.susul(3)
        self.susul(2, layanan=str(self.layanan.uuid))
        permintaan = self.buka_kembali()
        Antrean.objects.all().delete()
        assert sertakan_terlambat(permintaan=permintaan, alasan=f" {SEBAB} ", oleh=self.pengelola) == 5
        assert self.terlambat() == 0
        assert [satu.muatan["hari"] for satu in Antrean.objects.filter(tugas="survei.tasks.hitung_ulang")] == [
            "2026-09-15"
        ]
        baris = PermintaanBuka.objects.get()
        assert (baris.disertakan_oleh, baris.alasan_sertakan) == (self.pengelola, SEBAB)
        catatan = CatatanAudit.objects.get(aksi="survei.terlambat.sertakan")
        assert (catatan.pelaku_id, catatan.keterangan) == (self.pengelola.pk, SEBAB)
        with self.assertRaisesMessage(ValidationError, "sudah disertakan"):
            sertakan_terlambat(permintaan=permintaan, alasan=SEBAB, oleh=self.pengelola)
        assert CatatanAudit.objects.filter(aksi="survei.terlambat.sertakan").count() == 1
        assert selisih_hitungan() == [], "hitung ulangnya sudah diminta"

    def test_siapa_keadaan_dan_alasannya(self) -> None:
        self.susul(5)
        permintaan = minta_buka(survei=self.survei, alasan="Ada yang terlambat.", oleh=self.pengelola)

        def gagal(pesan: str, alasan: str = SEBAB) -> None:
            with self.assertRaisesMessage(ValidationError, pesan):
                sertakan_terlambat(permintaan=permintaan, alasan=alasan, oleh=self.pengelola)

        gagal("selama survei dibuka kembali")
        setujui_buka(permintaan=permintaan, oleh=self.kedua)
        for oleh in (self.lurah, self.petugas, self.luar, self.admin):
            with self.assertRaises(PermissionDenied):
                sertakan_terlambat(permintaan=permintaan, alasan=SEBAB, oleh=oleh)
        gagal("Tulis alasan", " ")
        self.kunci()
        gagal("selama survei dibuka kembali")
        # The first request stays agreed to, but the survey stands open by the second one.
        self.buka_kembali()
        gagal("selama survei dibuka kembali")
        assert self.terlambat() == 5

    def test_tanpa_yang_terlambat_tidak_ada_yang_disertakan(self) -> None:
        permintaan = self.buka_kembali()
        with self.assertRaisesMessage(ValidationError, "Tidak ada jawaban terlambat"):
            sertakan_terlambat(permintaan=permintaan, alasan=SEBAB, oleh=self.pengelola)
        assert PermintaanBuka.objects.get().disertakan_pada is None

    def test_yang_tiba_sesudah_penguncian_berikutnya_menunggu_pembukaan_berikutnya(self) -> None:
        self.susul(5)
        sertakan_terlambat(permintaan=self.buka_kembali(), alasan=SEBAB, oleh=self.pengelola)
        assert self.kunci().n == 17
        self.susul(5)
        assert self.terlambat() == 5
        sertakan_terlambat(permintaan=self.buka_kembali(), alasan=SEBAB, oleh=self.kedua)
        assert self.kunci().n == 22

    def test_basis_data_menolak_penyertaan_yang_tidak_lengkap(self) -> None:
        permintaan = minta_buka(survei=self.survei, alasan="Ada yang terlambat.", oleh=self.pengelola)
        lengkap: dict[str, Any] = {
            "disertakan_oleh": self.pengelola,
            "disertakan_pada": SAAT,
            "alasan_sertakan": SEBAB,
        }
        for ubah in (lengkap, lengkap | {"alasan_sertakan": ""}, {"alasan_sertakan": SEBAB}):
            with self.assertRaises(IntegrityError), transaction.atomic():
                PermintaanBuka.objects.filter(pk=permintaan.pk).update(**ubah)

    def test_halaman_menyebut_jumlah_lalu_keputusannya(self) -> None:
        self.susul(4)
        permintaan = self.buka_kembali()
        alamat = f"/survei/buka-kembali/{permintaan.uuid}/sertakan/"
        self.client.force_login(self.lurah)
        assert self.client.get(alamat).status_code == 404
        self.client.force_login(self.pengelola)
        self.assertContains(self.client.get(f"/survei/kelola/{self.survei.uuid}/"), alamat)
        halaman = self.client.get(alamat)
        self.assertContains(halaman, "Kurang dari 5 jawaban terlambat")
        self.assertContains(halaman, "kelompok pengisi satu jawaban")
        self.assertNotContains(halaman, "Atap")
        gagal = self.client.post(alamat, {"alasan": SEBAB})
        self.assertContains(gagal, SEBAB, status_code=422)
        assert self.terlambat() == 4
        self.assertRedirects(
            self.client.post(alamat, {"alasan": SEBAB, "yakin": "on"}), f"/survei/buka-kembali/{permintaan.uuid}/"
        )
        self.assertContains(self.client.get(f"/survei/buka-kembali/{permintaan.uuid}/"), SEBAB)
        lagi = self.client.post(alamat, {"alasan": "Sekali lagi", "yakin": "on"})
        self.assertContains(lagi, "sudah disertakan", status_code=409)
        self.assertContains(self.client.get(alamat), "sudah disertakan pada pembukaan ini")

    def test_jumlah_kecil_tidak_disebut_dan_hanya_bagi_yang_berkepentingan(self) -> None:
        alamat = f"/survei/kelola/{self.survei.uuid}/"
        assert jawaban_terlambat(self.survei) is None
        sebutan = []
        for _ in range(10):
            self.susul()
            satu = jawaban_terlambat(self.survei)
            assert satu is not None
            sebutan.append((satu.sebutan, satu.sedikit))
        assert sebutan[:4] == [("Kurang dari 5 jawaban terlambat", True)] * 4
        assert sebutan[4] == ("5 jawaban terlambat", True)
        assert sebutan[9] == ("10 jawaban terlambat", False)
        for pengguna, tahu in ((self.pengelola, True), (self.lurah, True), (self.petugas, False)):
            self.client.force_login(pengguna)
            assert ("jawaban terlambat" in self.client.get(alamat).content.decode()) is tahu, pengguna.nama
