"""The sample office as a whole: who rates whom, what the database holds, the real answers, the raters' decisions."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import ClassVar
from unittest import mock

from django.core.management import CommandError, call_command
from django.test import TestCase, override_settings

from kinerja.enums import StatusEvaluasi, StatusRun
from kinerja.models import (
    SKP,
    CapaianOrganisasi,
    Evaluasi,
    Indikator,
    Keberatan,
    PeranHasil,
    Periode,
    PerjanjianKinerja,
    Realisasi,
    RencanaPembinaan,
    RunEvaluasi,
    UsulanPenghargaan,
)
from kinerja.permissions import keberatan_diputus_oleh
from kinerja.proses.run import buka_run_jatuh_tempo, kerjakan_run
from kinerja.ringkasan.pohon import Lingkup, pohon_perjanjian
from rakumpit.audit.models import CatatanAudit
from rakumpit.contoh import muat
from rakumpit.contoh.akun import ContohDitolak
from rakumpit.contoh.berkas import baris_csv
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.organisasi.enums import StatusPegawai
from rakumpit.organisasi.models import (
    Layanan,
    Pegawai,
    PejabatLuar,
    PetugasLayanan,
    ProgramPelayanan,
    UnitKerja,
)
from rakumpit.organisasi.nip import baca_nip
from survei.models import HasilSurvei, PelayananLoket, Respons, StandarPelayanan, Survei
from survei.ringkasan import hitungan_survei, pita_instrumen, umpan_balik
from tests.pabrik import buat_unit

# The day on which the second superior of the column «penilai» takes over (catatan of rows 39, 40, 54, 58).
GANTI = {
    40: date(2026, 7, 1),
    41: date(2026, 7, 1),
    55: date(2026, 4, 1),
    59: date(2026, 7, 1),
}
HARI_UJI = [date(2026, 1, 1), date(2026, 9, 30), date(2026, 12, 31)]


def penilai_menurut_tabel(kolom: str, no: int, hari: date) -> str:
    """The number in the column «penilai» that holds on a day: "54, lalu 8 (Plt)" -> "54" until 31 March, then "8"."""
    bagian = [re.sub(r"\s*\(.*\)", "", satu) for satu in kolom.split(", lalu ")]
    return bagian[-1] if len(bagian) == 1 or hari >= GANTI[no] else bagian[0]


@override_settings(CONTOH=True)
class KantorTest(TestCase):
    orang: ClassVar[dict[int, Pegawai]]
    nomor: ClassVar[dict[int, int]]

    @classmethod
    def setUpTestData(cls):
        assert muat.muat_kantor()
        cls.orang = pegawai_bernomor()
        cls.nomor = {orang.pk: no for no, orang in cls.orang.items()}

    def test_tema_saran_dan_satu_kutipan_tampil_pada_hasil(self):
        survei = Survei.objects.get(kode="skm-loket-tw2-2026")
        halaman = self.client.get(f"/hasil/{survei.uuid}/")
        for teks in ("Alur dan antrean", "Ruang dan fasilitas", "Loket kedua dibuka pada pagi yang ramai."):
            self.assertContains(halaman, teks)
        # Below ten suggestions a theme is not for the public.
        self.assertNotContains(halaman, "Apresiasi")
        assert not Respons.objects.menunggu_samaran().exists()

    def atasan(self, no: int, hari: date) -> str | None:
        atasan = self.orang[no].atasan_pada(hari)
        if atasan is None:
            return None
        return (
            {"Sekretaris Daerah": "Sekda"}[atasan.nama]
            if isinstance(atasan, PejabatLuar)
            else str(self.nomor[atasan.pk])
        )

    def test_atasan_semua_orang_sama_dengan_tabel_sepanjang_tahun(self):
        beda = []
        diperiksa = 0
        plh = {date(2026, 8, hari) for hari in range(10, 15)}
        for baris in baris_csv("pegawai.csv")[:61]:
            no = int(baris["no"])
            akhir = date.fromisoformat(baris["selesai"] or "2026-12-31")
            batas = {akhir, *(GANTI.values())} | {date.fromordinal(satu.toordinal() - 1) for satu in GANTI.values()}
            for hari in sorted({*HARI_UJI, *batas} - plh):
                if hari > akhir:
                    continue
                diperiksa += 1
                harapan, nyata = penilai_menurut_tabel(baris["penilai"], no, hari), self.atasan(no, hari)
                if harapan != nyata:
                    beda.append((no, hari, harapan, nyata))
        assert beda == []
        assert diperiksa > 61 * 6

    def test_selama_plh_sekcam_berdiri_di_tempat_camat_tetapi_bukan_bagi_dirinya(self):
        for hari in (date(2026, 8, 10), date(2026, 8, 14)):
            assert [self.atasan(no, hari) for no in (2, 5, 28, 3)] == ["1", "2", "2", "2"]
        assert self.atasan(5, date(2026, 8, 9)) == self.atasan(5, date(2026, 8, 15)) == "1"

    def test_yang_berhenti_tidak_punya_atasan_lagi(self):
        for no, hari in (
            (14, date(2026, 9, 1)),
            (54, date(2026, 4, 1)),
            (58, date(2026, 7, 1)),
            (43, date(2026, 10, 1)),
        ):
            assert self.atasan(no, hari) is None, no
            assert self.atasan(no, date.fromordinal(hari.toordinal() - 1)) is not None, no

    def test_57_orang_aktif_pada_oktober(self):
        assert Pegawai.objects.ber_skp().aktif_pada(date(2026, 10, 1)).count() == 57
        assert Pegawai.objects.ber_skp().count() == 61

    def test_setiap_nip_sah_dan_bernomor_urut_9(self):
        for no, orang in self.orang.items():
            nip = baca_nip(orang.nip)
            assert nip.urut == f"{900 + no}"
            assert orang.tanggal_lahir == nip.lahir
        assert len(self.orang) == 61

    def test_non_asn_tanpa_akun(self):
        nama = Pegawai.objects.filter(status=StatusPegawai.NON_ASN, pengguna=None).order_by("nama")
        assert list(nama.values_list("nama", flat=True)) == ["Ida Lestari", "Kasman", "Udin Rawing"]

    def test_setiap_unit_penduduknya_sebanyak_tabel(self):
        jumlah = Counter(baris["unit"].split(" / ")[0] for baris in baris_csv("pegawai.csv")[:61])
        assert jumlah["Kecamatan"] == 27
        assert [jumlah[k] for k in ("Petuk Bukit", "Mungku Baru", "Panjehang", "Petuk Barunai", "Gaung Baru")] == [
            6,
            5,
            5,
            5,
            4,
        ]

    def test_64_layanan_berstandar_dan_dilayani(self):
        assert Layanan.objects.count() == StandarPelayanan.objects.terbit().filter(versi=1).count() == 64
        assert Layanan.objects.filter(unit__jenis="kecamatan").count() == 8
        assert set(PetugasLayanan.objects.values_list("layanan", flat=True)) == set(
            Layanan.objects.values_list("pk", flat=True)
        )
        assert ProgramPelayanan.objects.count() == 5

    def test_loket_mencatat_layanan_tanpa_orang_pada_hari_kerja(self):
        assert PelayananLoket.objects.count() > 4000
        assert not PelayananLoket.objects.filter(selesai=None).exists()
        assert not PelayananLoket.objects.filter(hari__week_day__in=[1, 7]).exists()
        terakhir = PelayananLoket.objects.order_by("hari").last()
        assert terakhir is not None
        assert terakhir.hari <= date(2026, 11, 20)

    def test_setiap_skp_disetujui_atasan_pada_hari_pertamanya(self):
        assert {self.nomor[pk] for pk in SKP.objects.values_list("pegawai", flat=True)} == set(range(1, 62))
        for skp in SKP.objects.select_related("pegawai", "penilai", "penilai_luar"):
            assert skp.pegawai.atasan_pada(skp.mulai) == (skp.penilai or skp.penilai_luar)

    def test_target_kumulatif_punya_bagian_triwulan(self):
        satu = Indikator.objects.get(rencana__skp__pegawai=self.orang[18], uraian__startswith="Permohonan yang dicatat")
        assert satu.target == 900
        assert satu.rencana_aksi.get().target == 675
        pimpinan = satu.rencana.rhk_pimpinan
        assert pimpinan is not None
        assert pimpinan.skp.pegawai == self.orang[7]

    def test_yang_belum_mengirim_tidak_punya_realisasi(self):
        punya = {self.nomor[pk] for pk in Realisasi.objects.values_list("indikator__rencana__skp__pegawai", flat=True)}
        assert punya == set(range(1, 62)) - {36, 61, 54, 58}

    def test_semua_1371_jawaban_nyata_terpakai_sekali(self):
        # The invented ones came in by other channels.
        assert Respons.objects.filter(saluran="impor").count() == 1371
        for survei in Survei.objects.all():
            tanggal = set(survei.respons.values_list("tanggal", flat=True))
            assert all(survei.mulai <= hari <= survei.selesai and hari.weekday() < 5 for hari in tanggal)

    def test_indeks_sama_dengan_hitungan_sumber(self):
        # tests/data/skm/pulang-pisau-summary.csv: whole 2020, second half of 2019, year 2018, second half of 2022.
        for kode, n, ikm in (
            ("loket", 401, "78.09"),
            ("petuk-bukit", 226, "81.19"),
            ("mungku-baru", 10, "82.78"),
            ("pager", 132, "99.12"),
        ):
            hasil = HasilSurvei.objects.get(survei__kode=f"skm-{kode}-tw3-2026")
            assert (hasil.n, hasil.ikm) == (n, Decimal(ikm)), kode
            assert hasil.survei.status == "dipublikasi"

    def test_satu_kelurahan_belum_cukup_data(self):
        assert HasilSurvei.objects.get(survei__kode="skm-bukit-sua-tw3-2026").n == 7

    def test_survei_triwulan_iv_terbuka_dan_terhitung(self):
        terbuka = Survei.objects.dapat_diisi(date(2026, 11, 25))
        assert terbuka.count() == 8
        loket = terbuka.get(kode="skm-loket-tw4-2026")
        hitungan = hitungan_survei(loket)
        # 40 real forms, 30 invented ones of other channels, 24 invented sheets of paper.
        assert hitungan.dihitung == 40 + 30 + 24
        assert hitungan.indeks(pita_instrumen(loket.instrumen)).ikm is not None

    def test_indeks_gabungan_camat_memuat_semua_unit_dan_loket_hanya_loket(self):
        unit = {satu.unit.kode: satu.unit_id for satu in Survei.objects.select_related("unit")}
        camat = UnitKerja.objects.get(kode="rakumpit").pk
        hasil = umpan_balik(
            unit_ids=[camat, unit["seksi-pelayanan"]], mulai=date(2026, 7, 1), selesai=date(2026, 9, 30)
        )
        assert hasil[camat].n == 401 + 226 + 10 + 132 + 450 + 7
        assert hasil[unit["seksi-pelayanan"]].ikm == Decimal("78.09")

    def test_hanya_triwulan_iii_jatuh_tempo(self):
        assert [satu.kode for satu in Periode.objects.jatuh_tempo()] == ["tw3-2026"]

    def test_dua_kali_memuat_tidak_menambah_apa_pun(self):
        sebelum = (Pegawai.objects.count(), Respons.objects.count(), CatatanAudit.objects.count())
        assert not muat.muat_kantor()
        assert (Pegawai.objects.count(), Respons.objects.count(), CatatanAudit.objects.count()) == sebelum

    def test_tanpa_pekerja_perintah_berhenti_dengan_penjelasan(self):
        with self.assertRaisesMessage(ContohDitolak, "Pekerja Celery belum menyelesaikan"):
            muat.tunggu_penilaian(muat.buka_penilaian(), batas=0)
        assert not Evaluasi.objects.exists()


@override_settings(CONTOH=True)
class PenilaianTest(TestCase):
    evaluasi: ClassVar[dict[int, Evaluasi]]

    @classmethod
    def setUpTestData(cls):
        muat.muat_kantor()
        penghitungan = muat.buka_penilaian()
        # The worker's part; in the demo Celery does it.
        kerjakan_run(penghitungan.pk)
        muat.tunggu_penilaian(penghitungan)
        muat.putuskan_penilaian()
        nomor = {orang.pk: no for no, orang in pegawai_bernomor().items()}
        cls.evaluasi = {
            nomor[satu.pegawai_id]: satu
            for satu in Evaluasi.objects.filter(terbaru=True).select_related(
                "pegawai__pengguna", "penilai", "penilai_luar"
            )
        }

    def test_run_selesai_tanpa_galat_untuk_59_orang(self):
        assert RunEvaluasi.objects.get().status == StatusRun.SELESAI.value
        assert set(self.evaluasi) == set(range(1, 62)) - {54, 58}

    def test_keadaan_57_orang_aktif(self):
        aktif = set(self.evaluasi) - {14, 43}
        menunggu = {no for no in aktif if self.evaluasi[no].status == StatusEvaluasi.MENUNGGU.value}
        assert menunggu == {15, 18, 19, 31, 34, 36, 61}
        selesai = {no for no in aktif if self.evaluasi[no].status == StatusEvaluasi.DITETAPKAN.value}
        # 49 final, one more after an objection.
        assert len(selesai - {51}) == 49
        assert {no for no in menunggu if self.evaluasi[no].penilai == self.evaluasi[7].pegawai} == {15, 18, 19}

    def test_setiap_penilai_dari_run_sama_dengan_atasan_hari_terakhir(self):
        for satu in self.evaluasi.values():
            hari = min(date(2026, 9, 30), satu.pegawai.selesai or date(2026, 9, 30))
            assert (satu.penilai or satu.penilai_luar) == satu.pegawai.atasan_pada(hari)

    def test_keberatan_mengubah_perilaku_lewat_revisi(self):
        lama, baru = Evaluasi.objects.filter(pegawai=self.evaluasi[51].pegawai).order_by("revisi")
        assert (lama.rating_perilaku, baru.rating_perilaku) == ("di_bawah", "sesuai")
        assert lama.status == baru.status == StatusEvaluasi.DITETAPKAN.value
        assert (lama.terbaru, baru.terbaru) == (False, True)
        # The lurah rated, so the camat decided.
        keberatan = Keberatan.objects.get(evaluasi=lama)
        assert (keberatan.evaluasi_baru, keberatan.ditutup_oleh) == (baru, self.evaluasi[1].pegawai.pengguna)
        assert keberatan.ditutup_oleh == baru.ditetapkan_oleh

    def test_tindak_lanjut_untuk_hasil_rendah_dan_tinggi(self):
        assert RencanaPembinaan.objects.get().evaluasi == self.evaluasi[23]
        assert UsulanPenghargaan.objects.get().evaluasi == self.evaluasi[26]

    def test_keberatan_atas_penilaian_camat_menunggu_sekda(self):
        keberatan = Keberatan.objects.get(evaluasi=self.evaluasi[6])
        assert keberatan.status == "didengar"
        sekda = PejabatLuar.objects.get(nama="Sekretaris Daerah").pengguna
        assert sekda is not None
        assert keberatan_diputus_oleh(sekda) == [keberatan.pk]

    def test_yang_menunggu_sudah_punya_usulan_untuk_diputuskan(self):
        for no in (15, 18, 31, 34):
            assert self.evaluasi[no].usulan_predikat, no
        # Behaviour not rated yet, results not typed yet: a reason, never a number.
        assert self.evaluasi[19].nilai_perilaku is None
        assert self.evaluasi[36].nilai_hasil is None

    def test_contoh_angka_nomor_18(self):
        # 702 ÷ 675, 93.4 ÷ 92 and 57 ÷ 60 in percent, each to four decimals; mean 100.1739 of the rounded lines.
        assert self.evaluasi[18].nilai_hasil == Decimal("100.1739")

    def test_predikat_beragam(self):
        predikat = Counter(satu.predikat for satu in self.evaluasi.values() if satu.predikat)
        assert {"sangat_baik", "baik", "butuh_perbaikan"} <= set(predikat)
        assert predikat["baik"] > 30

    def test_beat_tidak_membuka_run_lain(self):
        assert buka_run_jatuh_tempo() == []

    def test_memutuskan_lagi_tidak_mengubah_apa_pun(self):
        sebelum = CatatanAudit.objects.count()
        assert muat.putuskan_penilaian() == 0
        assert CatatanAudit.objects.count() == sebelum

    def test_perintah_kedua_berkata_sudah_ada(self):
        keluar = StringIO()
        sebelum = CatatanAudit.objects.count()
        call_command("muat_contoh", stdout=keluar)
        assert "tidak ada yang diubah" in keluar.getvalue()
        assert CatatanAudit.objects.count() == sebelum


class DitolakTest(TestCase):
    @override_settings(CONTOH=False)
    def test_ditolak_di_luar_peragaan(self):
        for perintah in ("muat_contoh", "akun_contoh"):
            with self.assertRaisesMessage(CommandError, "hanya untuk peragaan"):
                call_command(perintah, stdout=StringIO())
        assert not Pegawai.objects.exists()

    @override_settings(CONTOH=True, PRODUKSI=True)
    def test_ditolak_pada_mode_produksi(self):
        for perintah in ("muat_contoh", "akun_contoh"):
            with self.assertRaisesMessage(CommandError, "mode produksi"):
                call_command(perintah, stdout=StringIO())
        assert not Pegawai.objects.exists()

    @override_settings(CONTOH=True)
    def test_data_kantor_lain_tidak_dicampur(self):
        buat_unit()
        with self.assertRaisesMessage(CommandError, "sudah berisi unit kerja"):
            call_command("muat_contoh", stdout=StringIO())
        assert not Pegawai.objects.exists()

    @override_settings(CONTOH=True)
    def test_gagal_di_tengah_tidak_menyisakan_apa_pun(self):
        with (
            mock.patch.object(muat, "isi_survei", side_effect=RuntimeError("listrik padam")),
            self.assertRaises(RuntimeError),
        ):
            muat.muat_kantor()
        assert not Pegawai.objects.exists()
        assert not muat.kantor_ada()


@override_settings(CONTOH=True)
class PerencanaanTest(TestCase):
    def test_perjanjian_kecamatan_menopang_skp_camat_dan_pohon_sampai_staf(self):
        assert muat.muat_kantor()
        perjanjian = PerjanjianKinerja.objects.get()
        assert (perjanjian.unit.kode, perjanjian.tahun, perjanjian.status) == ("rakumpit", 2026, "ditandatangani")
        assert perjanjian.pihak_kedua_nama == "Sekretaris Daerah"
        camat = pegawai_bernomor()[1]
        tertaut = Indikator.objects.filter(rencana__skp__pegawai=camat, iku__sasaran__perjanjian=perjanjian)
        assert tertaut.count() == 6
        cabang, lain = pohon_perjanjian(perjanjian, Lingkup(date(2026, 10, 1)))
        assert all(satu.simpul for satu in cabang)
        assert [satu.uraian for satu in lain] == ["Ketua satuan tugas kebakaran lahan tingkat kecamatan"]
        ikm = cabang[0].simpul[0]
        assert any(cucu.jumlah or cucu.anak for anak in ikm.anak for cucu in [anak, *anak.anak])
        assert set(CapaianOrganisasi.objects.values_list("unit__kode", "predikat")) == {
            ("rakumpit", "baik"),
            ("petuk-bukit", "baik"),
            ("mungku-baru", "butuh_perbaikan"),
        }
        assert set(PeranHasil.objects.values_list("diambil", flat=True)) == {None}
        assert PeranHasil.objects.count() == 3
