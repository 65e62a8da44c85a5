"""Nobody reads a name or a number that a citizen wrote into a suggestion, on whatever way."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path

import openpyxl
from django.conf import settings
from django.core.management import call_command

from rakumpit.antrean.models import Antrean
from rakumpit.audit.models import CatatanAudit, NilaiAudit
from rakumpit.notifikasi.models import Notifikasi
from survei import proses
from survei.enums import StatusSurvei
from survei.models import Respons
from tests import pabrik
from tests.survei.dasar import UjiSurvei, isian
from tests.survei.isi_tema import bersaran, tutup_agar_terbaca

RAHASIA = ("6271011201900001", "0812-3456-7890", "budi.s@gmail.com", "Ngabeka", "Tundanisa")
TULISAN = (
    "Pak Ngabeka lambat, bu tundanisa ramah. NIK 6271011201900001, wa 0812-3456-7890, budi.s@gmail.com. Kursi kurang."
)
TERBACA = "Pak [nama] lambat, bu [nama] ramah. NIK [NIK], wa [nomor telepon], [email]. Kursi kurang."


def bocor(isi: str) -> list[str]:
    return [satu for satu in RAHASIA if satu.casefold() in isi.casefold()]


class UjiSaranTersamar(UjiSurvei):
    def setUp(self) -> None:
        super().setUp()
        self.dasar = f"/survei/kelola/{self.survei.uuid}/"

    def kirim(self, **ubah: str) -> None:
        assert self.client.post(self.alamat, isian(self.survei, **{"saran": TULISAN, **ubah})).status_code == 200

    def hitung(self) -> None:
        """What the drained outbox asks for; afterwards the survey is closed and its suggestions may be read."""
        for baris in Antrean.objects.filter(tugas__startswith="survei."):
            proses.hitung_ulang(**(baris.muatan | {"hari": date.fromisoformat(baris.muatan["hari"])}))
        tersamar = Respons.objects.get().saran_tersamar
        tutup_agar_terbaca(self.survei, self.pengelola)
        assert Respons.objects.exclude(saran="").get().saran_tersamar == tersamar == TERBACA

    def test_sebelum_disamarkan_tidak_seorang_pun_membacanya(self) -> None:
        self.kirim()
        for orang in (self.lurah, self.pengelola):
            self.client.force_login(orang)
            balasan = self.client.get(f"{self.dasar}saran/")
            self.assertContains(balasan, "1 saran sedang disiapkan")
            self.assertNotContains(balasan, "Kursi kurang")
            self.assertNotContains(balasan, "Belum ada saran")
            unduhan = self.client.post(f"{self.dasar}saran/unduh/", {"tujuan": "rapat", "bentuk": "csv"})
            assert "Kursi" not in unduhan.content.decode()

    def test_hitungan_yang_diminta_kiriman_menyamarkannya(self) -> None:
        self.kirim()
        self.hitung()
        self.client.force_login(self.lurah)
        balasan = self.client.get(f"{self.dasar}saran/")
        self.assertContains(balasan, TERBACA)
        self.assertNotContains(balasan, "sedang disiapkan")

    def test_halaman_cari_unduhan_audit_dan_kabar_tanpa_nama_dan_nomor(self) -> None:
        self.kirim()
        self.hitung()
        for orang in (self.lurah, self.pengelola):
            self.client.force_login(orang)
            for alamat in ("", "saran/", "saran/?q=kursi", "kelompok/"):
                isi = self.client.get(self.dasar + alamat).content.decode()
                assert not bocor(isi), alamat
            # A search finds nothing by what is hidden, so nobody can find out by trying.
            for kata in (*RAHASIA, "62710112"):
                self.assertContains(self.client.get(f"{self.dasar}saran/", {"q": kata}), "Tidak ada saran")
            csv = self.client.post(f"{self.dasar}saran/unduh/", {"tujuan": "rapat", "bentuk": "csv"})
            assert TERBACA in csv.content.decode("utf-8-sig")
            xlsx = self.client.post(f"{self.dasar}saran/unduh/", {"tujuan": "rapat", "bentuk": "xlsx"})
            lembar = openpyxl.load_workbook(io.BytesIO(xlsx.content)).active
            assert list(lembar.values)[1:] == [(TERBACA,)]
        respons = Respons.objects.exclude(saran="").get()
        proses.batalkan_isian(survei=self.survei, submission_id=respons.pk, alasan="uji", oleh=self.pengelola)
        for tabel in (CatatanAudit, NilaiAudit, Notifikasi, Antrean):
            assert not bocor(str(list(tabel.objects.values()))), tabel

    def test_saran_tidak_muncul_satu_per_satu_selama_survei_terbuka(self) -> None:
        """Who reads every day would know the citizen of the day by what is new."""
        self.client.force_login(self.lurah)

        def terbaca() -> tuple[int, int, int]:
            proses.hitung_ulang_seluruhnya(survei_id=self.survei.pk)
            halaman = self.client.get(f"{self.dasar}saran/").context["halaman"]
            csv = self.client.post(f"{self.dasar}saran/unduh/", {"tujuan": "rapat", "bentuk": "csv"})
            tandai = self.client.get(f"{self.dasar}tema/tandai/").context["semua"]
            return halaman.paginator.count, len(csv.content.decode().splitlines()) - 1, tandai

        bersaran(self.survei, 6)
        assert terbaca() == (0, 0, 0), "satu kelompok: yang terbaru ditahan"
        for hari in range(8, 12):
            pabrik.buat_respons(self.survei, saran=f"Satu tulisan {hari}", tanggal=date(2026, 9, hari))
            assert terbaca() == (0, 0, 0)
        pabrik.buat_respons(self.survei, tanggal=date(2026, 9, 12))
        assert terbaca() == (6, 6, 6)
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        assert terbaca() == (10, 10, 10)

    def test_kurang_dari_lima_formulir_tidak_terbaca_juga_sesudah_ditutup(self) -> None:
        bersaran(self.survei, 4)
        proses.hitung_ulang_seluruhnya(survei_id=self.survei.pk)
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        self.client.force_login(self.pengelola)
        self.assertNotContains(self.client.get(f"{self.dasar}saran/"), "Kursi tunggu")

    def test_admin_tidak_mempunyai_halaman_jawaban(self) -> None:
        self.kirim()
        self.hitung()
        for orang in (self.pengelola, self.admin):
            self.client.force_login(orang)
            assert self.client.get("/admin/survei/respons/").status_code == 404

    def test_penguncian_dan_impor_juga_menyamarkan(self) -> None:
        pabrik.buat_respons(self.survei, saran=TULISAN)
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        proses.kunci(survei=self.survei, oleh=self.pengelola)
        assert Respons.objects.get().saran_tersamar == TERBACA

    def test_yang_sudah_ada_disamarkan_perintah_yang_boleh_diulang(self) -> None:
        for i in range(3):
            pabrik.buat_respons(self.survei, saran=f"{TULISAN} {i}")
        pabrik.buat_respons(self.survei)
        self.survei.status = StatusSurvei.DIPUBLIKASI.value
        self.survei.save()
        keluar = io.StringIO()
        call_command("samarkan_saran", "--periksa", stdout=keluar)
        call_command("samarkan_saran", stdout=keluar)
        call_command("samarkan_saran", stdout=keluar)
        assert keluar.getvalue().splitlines() == [
            "3 jawaban bertulisan perlu disamarkan.",
            "3 jawaban bertulisan disamarkan.",
            "0 jawaban bertulisan disamarkan.",
        ]
        assert not bocor(str(list(Respons.objects.values_list("saran_tersamar", flat=True))))
        assert Respons.objects.filter(saran_tersamar__isnull=True).count() == 1

    def test_pegawai_baru_membuat_saran_lama_disamarkan_lagi(self) -> None:
        pabrik.buat_respons(self.survei, saran="Joelita di loket 2 baik")
        proses.samarkan_saran()
        assert Respons.objects.get().saran_tersamar == "Joelita di loket 2 baik"
        pabrik.buat_pegawai(self.unit, nama="Joelita Sangen, S.Sos.")
        assert proses.samarkan_saran() == 1
        assert Respons.objects.get().saran_tersamar == "[nama] di loket 2 baik"

    def test_penyamaran_dan_pengacakan_tidak_saling_menghapus(self) -> None:
        pabrik.buat_respons(self.survei, saran=TULISAN, tanggal=date(2026, 9, 14))
        proses.hitung_ulang_seluruhnya(survei_id=self.survei.pk)
        assert proses.acak_jawaban() == 1
        assert Respons.objects.get().saran_tersamar == TERBACA


def test_tulisan_asli_hanya_disebut_tempat_yang_menyimpan_dan_menyamarkannya() -> None:
    """Whoever reads the column by another way has to come by here and say why."""
    akar = Path(settings.BASE_DIR)
    boleh = {
        "survei/forms/isian.py",
        "survei/models/respons.py",
        "survei/proses/isian.py",
        "survei/proses/impor.py",
        # These two empty it.
        "survei/proses/hapus_sendiri.py",
        "survei/proses/masa_simpan.py",
        "survei/proses/samaran.py",
        "survei/querysets.py",
    }
    pola = re.compile(r"(?<!survei)\.saran\b(?!\s*\()|[\"']saran[\"']|\bsaran(?:__\w+)?\s*=\s*[^=]")
    baca = {
        str(berkas.relative_to(akar))
        for folder in ("survei", "kinerja", "forum", "pelatihan", "rakumpit")
        for berkas in (akar / folder).rglob("*.py")
        if "migrations" not in berkas.parts
        and "contoh" not in berkas.parts
        and re.search(r"\bRespons\b", berkas.read_text())
        for baris in berkas.read_text().splitlines()
        if pola.search(baris) and "tersamar" not in baris
    }
    objek = re.compile(r"\{[{%][^}]*\b(?:satu|respons|jawaban|baris)\.saran\b")
    templat = [berkas for berkas in (akar / "templates" / "survei").rglob("*.html") if objek.search(berkas.read_text())]
    assert baca - boleh <= {"survei/views/kelola.py", "survei/views/tema.py"}
    assert not templat
