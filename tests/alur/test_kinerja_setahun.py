"""One year of performance management in the sample office, walked through in a browser: 2027 from its first agreement
to an objection that is decided outside the office.

Everything that people do is done on pages, by the person who does it, on the day on which it is done. Only what no
person does (the computation by Celery) is called here.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from kinerja.enums import StatusEvaluasi, StatusRun, StatusSKP
from kinerja.models import (
    SKP,
    DialogKinerja,
    Evaluasi,
    Keberatan,
    Periode,
    PerjanjianKinerja,
    RunEvaluasi,
    SalinanEKinerja,
)
from kinerja.perhitungan import Predikat
from kinerja.proses import kerjakan_run
from rakumpit.dokumen.models import Dokumen
from rakumpit.organisasi.enums import STATUS_BERSKP, SifatPenugasan
from rakumpit.organisasi.models import Jabatan, PejabatLuar, Penugasan, UnitKerja
from rakumpit.waktu import BULAN, format_tanggal
from tests.alur.dasar import UjiAlur, wib
from tests.kinerja.kantor import akun

pytestmark = [pytest.mark.peramban, pytest.mark.lama]

PDF = b"%PDF-1.4 rekap\n%%EOF\n"
CAMAT, PENGELOLA, KASI_PEMERINTAHAN, KASI_TRANTIB, KASI = 1, 4, 5, 6, 7
KOORDINATOR, PETUGAS, OPERATOR, SEKLUR_GAUNG_BARU = 15, 18, 19, 55


class SetahunTest(UjiAlur):
    """The year, in the order in which it happens."""

    saat = wib(1, 4)

    def setUp(self) -> None:
        super().setUp()
        sekda = PejabatLuar.objects.get(nama="Sekretaris Daerah").pengguna
        assert sekda is not None
        self.sekda = sekda
        trantib = UnitKerja.objects.get(kode="seksi-trantib")
        Jabatan.objects.create(unit=trantib, nama="Operator Layanan Trantib", jenis="pelaksana")
        for kode, nama, jenis, mulai, selesai in (
            ("tw1-2027", "Triwulan I 2027", "triwulan", date(2027, 1, 1), date(2027, 3, 31)),
            ("tw2-2027", "Triwulan II 2027", "triwulan", date(2027, 4, 1), date(2027, 6, 30)),
            ("tw3-2027", "Triwulan III 2027", "triwulan", date(2027, 7, 1), date(2027, 9, 30)),
            ("tahun-2027", "Tahun 2027", "tahunan", date(2027, 1, 1), date(2027, 12, 31)),
        ):
            Periode.objects.create(
                kode=kode,
                nama=nama,
                jenis=jenis,
                mulai=mulai,
                selesai=selesai,
                batas_isi=date(selesai.year + (selesai.month == 12), selesai.month % 12 + 1, 10),
                berlaku_untuk=[satu.value for satu in STATUS_BERSKP],
            )

    def test_rutin_bulanan_paling_banyak_tiga_halaman_dari_beranda(self) -> None:
        """Typing a result, noting the day, rating the next person, computing a period: never more than three loads."""
        periode = Periode.objects.get(kode="tw3-2026")
        with self.sebagai(PENGELOLA, wib(10, 12, 2026)) as page:
            hitung = self.muatan(page, ["Buka perhitungan", "Hitung periode"], periode=str(periode.pk))
        kerjakan_run(RunEvaluasi.objects.get(periode=periode).pk)
        with self.sebagai(KASI, wib(10, 12, 2026)) as page:
            menilai = self.muatan(page, ["Nilai satu per satu", "Simpan perilaku dan hitung ulang usulan"])
        with self.sebagai(PETUGAS, wib(10, 12, 2026)) as page:
            mengisi = self.muatan(page, ["Isi realisasi", "Isi realisasi", "Simpan realisasi"], nilai="75")
        assert (hitung, menilai, mengisi) == (2, 2, 3)

    def muatan(self, page: Any, langkah: list[str], **isian: str) -> int:
        """Page loads from home to the end of a routine, by buttons and links alone; the saved page counts too."""
        page.goto("/")
        muatan = []
        page.on("load", lambda satu: muatan.append(satu.url))
        for urut, tombol in enumerate(langkah, start=1):
            if urut == len(langkah):
                self.isi(page, **isian)
            self.tekan(page, tombol)
        page.wait_for_load_state()
        return len(muatan)

    def test_setahun(self) -> None:
        self.perjanjian()
        self.skp_pimpinan()
        self.matriks()
        self.skp_pegawai(PETUGAS, KASI, "Pemohon dilayani sampai selesai", target="900")
        self.dialog()
        self.plh()
        self.catatan_dan_umpan_balik(KASI, "tw1-2027", bulan=2)
        self.triwulan(KASI, "tw1-2027", wib(3, 30), wib(4, 12))
        self.salinan()
        self.catatan_dan_umpan_balik(KASI, "tw2-2027", bulan=5)
        self.triwulan(KASI, "tw2-2027", wib(6, 29), wib(7, 12))
        self.mutasi()
        self.plt()
        self.catatan_dan_umpan_balik(KASI_TRANTIB, "tw3-2027", bulan=8)
        self.triwulan(KASI_TRANTIB, "tw3-2027", wib(9, 30), wib(10, 12))
        self.tahunan()
        self.keberatan()
        self.dokumen()

    # --- planning ---

    def perjanjian(self) -> None:
        """The camat drafts the agreement of the office and records that it was signed."""
        with self.sebagai(CAMAT, wib(1, 4)) as page:
            page.goto("/kinerja/perjanjian/")
            self.isi(page, tahun="2027")
            page.locator("main form[method=post] [name=unit]").select_option(label="Kecamatan Rakumpit")
            self.tekan(page, "Buat draf perjanjian")
            self.tekan(page, "Tambah sasaran")
            self.isi(page, uraian="Meningkatnya kepuasan pengguna layanan", tujuan="Pelayanan yang cepat dan pasti")
            self.tekan(page, "Simpan")
            self.tekan(page, "Tambah indikator")
            self.isi(page, uraian="Nilai IKM kecamatan", satuan="nilai", target="84", target_1="82", target_2="82")
            self.isi(page, target_3="83", target_4="84")
            self.tekan(page, "Simpan")
            self.tekan(page, "Catat tanda tangan")
            self.isi(page, nomor="800/01/PK/2027", tanggal="4 Januari 2027")
            self.tekan(page, "Catat tanda tangan")
        satu = PerjanjianKinerja.objects.get(tahun=2027, unit__kode="rakumpit")
        assert (satu.status, satu.pihak_kedua_jabatan) == ("ditandatangani", "Sekretaris Daerah")

    def skp_pimpinan(self) -> None:
        """The camat's plan comes out of the agreement; the Sekretaris Daerah approves it."""
        with self.sebagai(CAMAT, wib(1, 5)) as page:
            page.goto("/kinerja/skp/")
            self.isi(page, mulai="1 Januari 2027", selesai="31 Desember 2027")
            self.tekan(page, "Buat draf SKP")
            self.tekan(page, "Ambil dari perjanjian kinerja")
            page.get_by_label("Nilai IKM kecamatan").check()
            self.tekan(page, "Ambil ke SKP")
            self.tekan(page, "Ajukan SKP")
            self.tekan(page, "Ajukan SKP")
        skp = SKP.objects.get(pegawai=self.pegawai[CAMAT], mulai=date(2027, 1, 1))
        assert skp.status == StatusSKP.DIAJUKAN.value
        with self.sebagai(self.sekda, wib(1, 6)) as page:
            page.goto(f"/kinerja/skp/{skp.uuid}/")
            self.tekan(page, "Setujui SKP")
        skp.refresh_from_db()
        assert skp.status == StatusSKP.DISETUJUI.value

    def matriks(self) -> None:
        """What the camat writes into the matrix of roles is taken into the plan of the kasi without typing."""
        peran = "Layanan loket kecamatan memuaskan warga"
        skp = SKP.objects.get(pegawai=self.pegawai[CAMAT], mulai=date(2027, 1, 1))
        with self.sebagai(CAMAT, wib(1, 6)) as page:
            page.goto(f"/kinerja/matriks/{skp.uuid}/{self.pegawai[KASI].uuid}/")
            page.locator("main [name=rhk_pimpinan]").select_option(index=1)
            self.isi(page, uraian=peran)
            self.tekan(page, "Tambah peran")
        with self.sebagai(KASI, wib(1, 7)) as page:
            page.goto("/kinerja/skp/")
            self.isi(page, mulai="1 Januari 2027", selesai="31 Desember 2027")
            self.tekan(page, "Buat draf SKP")
            self.tekan(page, "Ambil dari matriks")
            page.get_by_label(peran).check()
            self.tekan(page, "Ambil ke SKP")
            self.tekan(page, "Tambah indikator")
            self.isi(page, uraian="Nilai IKM unit pelayanan", satuan="nilai", target="84")
            self.tekan(page, "Simpan")
            self.tekan(page, "Ajukan SKP")
            self.tekan(page, "Ajukan SKP")
        self.setujui(KASI, CAMAT, wib(1, 8), date(2027, 1, 1))
        rencana = SKP.objects.get(pegawai=self.pegawai[KASI], mulai=date(2027, 1, 1)).rencana.get()
        assert (rencana.uraian, rencana.rhk_pimpinan) == (peran, skp.rencana.get())

    def setujui(self, siapa: int, atasan: int, saat: datetime, mulai: date) -> None:
        """The superior finds a submitted plan on the first page and approves it."""
        with self.sebagai(atasan, saat) as page:
            page.goto("/")
            self.tekan(page, "Periksa SKP")
            self.tekan(page, "Setujui SKP")
        skp = SKP.objects.get(pegawai=self.pegawai[siapa], mulai=mulai)
        assert (skp.status, skp.penilai) == (StatusSKP.DISETUJUI.value, self.pegawai[atasan])

    def skp_pegawai(
        self,
        siapa: int,
        atasan: int,
        hasil: str,
        *,
        target: str,
        mulai: date = date(2027, 1, 1),
        diajukan: datetime | None = None,
        mendukung: bool = True,
    ) -> None:
        """A draft with one result that supports the superior's, submitted, and approved out of «Menunggu Anda»."""
        saat = diajukan or wib(mulai.month, 7)
        with self.sebagai(siapa, saat) as page:
            page.goto("/kinerja/skp/")
            self.isi(page, mulai=format_tanggal(mulai), selesai="31 Desember 2027")
            self.tekan(page, "Buat draf SKP")
            self.tekan(page, "Tambah rencana hasil kerja")
            self.isi(page, uraian=hasil)
            if mendukung:
                page.locator("[name=rhk_pimpinan]").select_option(index=1)
            self.tekan(page, "Simpan")
            self.tekan(page, "Tambah indikator")
            self.isi(page, uraian=f"Ukuran: {hasil.lower()}", satuan="permohonan", target=target)
            self.tekan(page, "Simpan")
            self.tekan(page, "Ajukan SKP")
            self.tekan(page, "Ajukan SKP")
        self.setujui(siapa, atasan, saat + timedelta(days=1), mulai)

    def dialog(self) -> None:
        """The talk about the plan is written down by the superior and confirmed by the officer."""
        with self.sebagai(KASI, wib(1, 28)) as page:
            page.goto(f"/kinerja/dialog/pegawai/{self.pegawai[PETUGAS].uuid}/catat/")
            self.isi(page, tanggal="28 Januari 2027", ringkasan="Target 900 karena perahu hanya dua kali sepekan.")
            self.isi(page, kesepakatan="Sehari belajar di meja koordinator.", jenis="perencanaan")
            self.tekan(page, "Simpan")
        dialog = DialogKinerja.objects.get(pegawai=self.pegawai[PETUGAS], tanggal=date(2027, 1, 28))
        with self.sebagai(PETUGAS, wib(1, 29)) as page:
            page.goto(f"/kinerja/dialog/{dialog.uuid}/")
            self.tekan(page, "Sahkan dialog")
        dialog.refresh_from_db()
        assert dialog.disahkan_pada is not None

    # --- one quarter ---

    def triwulan(self, atasan: int, kode: str, mengisi: datetime, menilai: datetime) -> None:
        """What was reached is typed with evidence, computed, rated on one page, decided and made final."""
        with self.sebagai(PETUGAS, mengisi) as page:
            page.goto(f"/kinerja/realisasi/?periode={kode}")
            self.tekan(page, "Isi realisasi")
            self.isi(page, nilai="240", catatan="Rekap buku loket.")
            self.tekan(page, "Simpan realisasi")
            self.tekan(page, "Tambah bukti")
            page.set_input_files(
                "main [name=berkas]", {"name": "rekap.pdf", "mimeType": "application/pdf", "buffer": PDF}
            )
            self.tekan(page, "Unggah bukti")
            assert "rekap.pdf" in page.locator("main").inner_text()
        self.hitung(kode, menilai)
        self.nilai(atasan, PETUGAS, kode, menilai)
        satu = Evaluasi.objects.get(pegawai=self.pegawai[PETUGAS], periode__kode=kode, terbaru=True)
        assert (satu.status, satu.penilai) == (StatusEvaluasi.DITETAPKAN.value, self.pegawai[atasan])

    def hitung(self, kode: str, saat: datetime) -> None:
        """The pengelola opens the run on its page; the worker's part is done here."""
        with self.sebagai(PENGELOLA, saat) as page:
            page.goto("/kinerja/run/")
            page.locator("main [name=periode]").select_option(label=Periode.objects.get(kode=kode).nama)
            self.tekan(page, "Hitung periode")
            run = RunEvaluasi.objects.get(periode__kode=kode, status=StatusRun.BERJALAN.value)
            kerjakan_run(run.pk)
            page.reload()
            assert "pegawai dihitung" in page.locator("main").inner_text()
        run.refresh_from_db()
        assert run.status == StatusRun.SELESAI.value

    def nilai(
        self,
        atasan: int,
        siapa: int,
        kode: str,
        saat: datetime,
        *,
        hasil: str = "sesuai",
        perilaku: str = "sesuai",
        alasan: str = "Menurut bukti dan catatan triwulan ini.",
    ) -> None:
        """Behaviour on the page of the team, then decision and final result, one after the other."""
        with self.sebagai(atasan, saat) as page:
            page.goto(f"/kinerja/tim/nilai/?periode={kode}")
            self.tekan(page, "Simpan")
            page.goto(f"/kinerja/tim/?periode={kode}")
            with page.expect_navigation():
                page.locator("main").get_by_role("link", name=self.pegawai[siapa].nama).first.click()
            page.select_option("main [name=rating_hasil]", hasil)
            page.select_option("main [name=rating_perilaku]", perilaku)
            page.fill("main [name=alasan]", alasan)
            self.tekan(page, "Simpan penilaian")
            satu = Evaluasi.objects.get(pegawai=self.pegawai[siapa], periode__kode=kode, terbaru=True)
            page.goto(f"/kinerja/tim/{satu.uuid}/tetapkan/")
            self.tekan(page, "Tetapkan")

    def catatan_dan_umpan_balik(self, atasan: int, kode: str, *, bulan: int) -> None:
        """Two notes of a day's work, and a word from the superior; both stand where they are needed later."""
        pujian = f"Rekap {BULAN[bulan - 1]} tepat waktu dan mudah dibaca. Pertahankan."
        for tanggal, hasil in ((17, "12"), (18, "9")):
            with self.sebagai(PETUGAS, wib(bulan, tanggal)) as page:
                page.goto("/kinerja/catatan/")
                self.isi(page, uraian="Melayani pemohon di loket.", hasil=hasil)
                page.locator("main [name=indikator]").select_option(index=1)
                self.tekan(page, "Simpan catatan")
        with self.sebagai(atasan, wib(bulan + 1, 1)) as page:
            page.goto(f"/kinerja/umpan-balik/beri/{self.pegawai[PETUGAS].uuid}/")
            self.isi(page, isi=pujian)
            self.tekan(page, "Sampaikan umpan balik")
        with self.sebagai(PETUGAS, wib(bulan + 1, 2)) as page:
            page.goto("/kinerja/umpan-balik/")
            assert pujian in page.locator("main").inner_text()
            page.goto(f"/kinerja/realisasi/?periode={kode}")
            self.tekan(page, "Isi realisasi")
            assert "21" in page.locator("main").inner_text()

    # --- people move ---

    def plh(self) -> None:
        """Away for a week, the head appoints a Plh on one page, who approves what is submitted in those days."""
        with self.sebagai(KASI, wib(2, 18)) as page:
            page.goto("/kinerja/plh/")
            page.locator("main [name=pegawai]").select_option(value=str(self.pegawai[KOORDINATOR].uuid))
            self.isi(page, mulai="22 Februari 2027", selesai="26 Februari 2027", dasar="Cuti")
            self.tekan(page, "Tunjuk Plh")
            assert self.pegawai[KOORDINATOR].nama in page.locator("main").inner_text()
        self.skp_pegawai(
            OPERATOR, KOORDINATOR, "Survei kertas terkumpul", target="120", diajukan=wib(2, 23), mendukung=False
        )

    def mutasi(self) -> None:
        """From 1 July the officer works in another seksi: a plan for each half, and another superior."""
        skp = SKP.objects.get(pegawai=self.pegawai[PETUGAS], mulai=date(2027, 1, 1))
        with self.sebagai(PENGELOLA, wib(6, 25)) as page:
            page.goto(f"/meja/pegawai/{self.pegawai[PETUGAS].uuid}/mutasi/")
            self.pilih_jabatan(page, Jabatan.objects.get(nama="Operator Layanan Trantib"))
            self.isi(page, mulai="1 Juli 2027", dasar="800/77/BKPSDM/2027")
            self.langkah(page)
            page.goto(f"/kinerja/skp/{skp.uuid}/akhiri/")
            self.isi(page, tanggal="30 Juni 2027", alasan="Mutasi menurut surat 800/77/BKPSDM/2027.")
            self.tekan(page, "Akhiri SKP")
        # The new superior has no plan for 2027: that holds nobody up.
        self.skp_pegawai(
            PETUGAS, KASI_TRANTIB, "Patroli bersama tercatat", target="24", mulai=date(2027, 7, 1), mendukung=False
        )
        assert list(
            SKP.objects.disetujui()
            .filter(pegawai=self.pegawai[PETUGAS], mulai__year=2027)
            .order_by("mulai")
            .values_list("mulai", "selesai", "penilai__nama")
        ) == [
            (date(2027, 1, 1), date(2027, 6, 30), self.pegawai[KASI].nama),
            (date(2027, 7, 1), date(2027, 12, 31), self.pegawai[KASI_TRANTIB].nama),
        ]

    def plt(self) -> None:
        """While a seat is empty its acting holder approves; the next one does from the first day on."""
        lurah = Jabatan.objects.get(unit__kode="gaung-baru", memimpin=True)
        lama = Penugasan.objects.get(jabatan=lurah, sifat=SifatPenugasan.PLT.value, selesai=None)
        with self.sebagai(PENGELOLA, wib(7, 1)) as page:
            page.goto(f"/meja/penugasan/{lama.uuid}/akhiri/")
            self.isi(page, hari_terakhir="31 Juli 2027", dasar="800/80/2027")
            self.langkah(page)
            page.goto(f"/meja/pegawai/{self.pegawai[KASI_PEMERINTAHAN].uuid}/tunjuk/")
            page.locator("main [name=sifat][value=plt]").check()
            self.pilih_jabatan(page, lurah)
            self.isi(page, mulai="1 Agustus 2027", dasar="800/81/2027")
            self.langkah(page)
        self.skp_pegawai(
            SEKLUR_GAUNG_BARU,
            KASI_PEMERINTAHAN,
            "Administrasi kelurahan tertib",
            target="12",
            mulai=date(2027, 1, 1),
            diajukan=wib(8, 2),
            mendukung=False,
        )

    def pilih_jabatan(self, page: Any, jabatan: Jabatan) -> None:
        page.locator("main [name=jabatan]").select_option(value=str(jabatan.uuid))

    def langkah(self, page: Any) -> None:
        """The two steps of the desk: what will happen, then yes."""
        self.tekan(page, "Periksa akibatnya")
        with page.expect_navigation():
            page.locator("main button[value=simpan]").click()
        assert page.locator("main form button[value=simpan]").count() == 0, page.locator("main").inner_text()

    # --- the year's end ---

    def tahunan(self) -> None:
        """The annual evaluation is an act of its own; the camat finds a behaviour below what was expected."""
        self.hitung("tahun-2027", wib(1, 12, 2028))
        self.nilai(CAMAT, KASI, "tahun-2027", wib(1, 13, 2028), perilaku="di_bawah", alasan="Dua keluhan warga.")
        hasil = Evaluasi.objects.get(pegawai=self.pegawai[KASI], periode__kode="tahun-2027", terbaru=True)
        assert hasil.predikat == Predikat.KURANG.value
        self.capaian()

    def capaian(self) -> None:
        """Predicates are held against a pattern: a preview until the organisation's predicate is set from above."""
        unit = UnitKerja.objects.get(kode="rakumpit")
        sebaran = f"/kinerja/sebaran/{unit.uuid}/tahun-2027/"
        with self.sebagai(CAMAT, wib(1, 13, 2028)) as page:
            page.goto(sebaran)
            assert "Pratinjau" in page.locator("main").inner_text()
        with self.sebagai(self.sekda, wib(1, 13, 2028)) as page:
            page.goto(f"/kinerja/capaian/{unit.uuid}/tahun-2027/")
            self.isi(page, predikat="butuh_perbaikan", dasar="Dua rencana aksi tertinggal.")
            self.tekan(page, "Tetapkan capaian organisasi")
        with self.sebagai(CAMAT, wib(1, 13, 2028)) as page:
            page.goto(sebaran)
            isi = page.locator("main").inner_text()
        assert "Pratinjau" not in isi
        assert "bahan pertimbangan, bukan batas" in isi
        assert "Di luar pola" in isi

    def keberatan(self) -> None:
        """Filed on the fourteenth day, both heard, decided by the official outside the office; the result changes."""
        hasil = Evaluasi.objects.get(pegawai=self.pegawai[KASI], periode__kode="tahun-2027", terbaru=True)
        with self.sebagai(KASI, wib(1, 14, 2028)) as page:
            page.goto(f"/kinerja/evaluasi/{hasil.uuid}/")
            self.tekan(page, "Terima hasil")
        with self.sebagai(KASI, wib(1, 27, 2028)) as page:
            page.goto(f"/kinerja/evaluasi/{hasil.uuid}/")
            self.tekan(page, "Ajukan keberatan")
            self.isi(page, alasan="Kedua keluhan itu tentang listrik padam, bukan tentang sikap petugas.")
            self.tekan(page, "Ajukan keberatan")
        keberatan = Keberatan.objects.get(evaluasi=hasil)
        alamat = f"/kinerja/keberatan/{keberatan.uuid}/"
        for siapa, isi in (
            (KASI, "Listrik padam empat jam pada kedua hari itu."),
            (CAMAT, "Catatan genset menguatkan."),
        ):
            with self.sebagai(siapa, wib(1, 31, 2028)) as page:
                page.goto(alamat)
                self.tekan(page, "Tulis keterangan")
                self.isi(page, isi=isi)
                self.tekan(page, "Simpan keterangan")
        with self.sebagai(self.sekda, wib(2, 2, 2028)) as page:
            page.goto("/")
            page.goto(alamat)
            self.tekan(page, "Putuskan keberatan")
            page.locator("main [name=putusan][value=berubah]").check()
            self.isi(page, rating_hasil="sesuai", rating_perilaku="sesuai", alasan="Keluhan bukan tentang perilaku.")
            self.tekan(page, "Tetapkan keputusan")
        baru = Evaluasi.objects.get(pegawai=self.pegawai[KASI], periode__kode="tahun-2027", terbaru=True)
        assert (baru.revisi, baru.predikat, baru.status) == (
            hasil.revisi + 1,
            Predikat.BAIK.value,
            StatusEvaluasi.DITETAPKAN.value,
        )
        hasil.refresh_from_db()
        assert hasil.predikat == Predikat.KURANG.value

    def dokumen(self) -> None:
        """The official documents are issued once, with a code that anybody may check."""
        hasil = Evaluasi.objects.get(pegawai=self.pegawai[KASI], periode__kode="tahun-2027", terbaru=True)
        skp = SKP.objects.get(pegawai=self.pegawai[KASI], mulai=date(2027, 1, 1))
        with self.sebagai(KASI, wib(2, 3, 2028)) as page:
            for alamat, tombol in (
                (f"/kinerja/skp/{skp.uuid}/", "Cetak SKP"),
                (f"/kinerja/evaluasi/{hasil.uuid}/", "Cetak evaluasi"),
            ):
                page.goto(alamat)
                with page.expect_download() as unduhan:
                    page.locator("main").get_by_role("button", name=tombol, exact=True).click()
                assert unduhan.value.path().read_bytes().startswith(b"%PDF")
        terbit = Dokumen.objects.filter(
            diterbitkan_oleh=akun(self.pegawai[KASI]), jenis__startswith="kinerja."
        ).values_list("jenis", flat=True)
        assert sorted(terbit) == ["kinerja.evaluasi", "kinerja.skp"]

    def salinan(self) -> None:
        """The copy page in the order of the national system: the officer's screens, then the superior's."""
        bagian = {PETUGAS: ("240", {"skp", "realisasi"}), KASI: ("Rekap Februari", {"umpan_balik", "penilaian"})}
        for siapa, (teks, ditandai) in bagian.items():
            semula = set(SalinanEKinerja.objects.values_list("bagian", flat=True))
            with self.sebagai(siapa, wib(4, 20)) as page:
                page.goto(f"/kinerja/salinan/{self.pegawai[PETUGAS].uuid}/")
                page.select_option("main [name=periode]", "tw1-2027")
                self.tekan(page, "Tampilkan")
                isi = page.locator("main textarea[readonly]")
                assert teks in " ".join(isi.evaluate_all("semua => semua.map(e => e.value)"))
                while (tombol := page.locator("main").get_by_role("button", name="Tandai sudah disalin")).count():
                    with page.expect_navigation():
                        tombol.first.click()
            kini = SalinanEKinerja.objects.filter(pegawai=self.pegawai[PETUGAS]).values_list("bagian", flat=True)
            assert set(kini) - semula == ditandai
