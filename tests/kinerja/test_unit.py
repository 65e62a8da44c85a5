"""Figures of units: what is counted, for whom predicates are counted, and what they cost."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.test import TestCase
from django.utils import timezone

from kinerja.enums import StatusSKP
from kinerja.models import SKP, DialogKinerja, Evaluasi, Kendala, PermintaanDukungan, Realisasi, UmpanBalik
from kinerja.permissions.unit import LingkupUnit, lingkup_unit
from kinerja.ringkasan.unit import (
    JumlahUnit,
    batas_skp,
    berlaku_pada,
    hambatan_unit,
    hasil_per_unit,
    jumlah_per_unit,
    pilihan_semua,
    praktik,
    tren,
)
from rakumpit.organisasi.enums import SifatPenugasan, StatusPegawai
from rakumpit.organisasi.models import Pengguna, UnitKerja
from rakumpit.organisasi.perhitungan import Pohon
from rakumpit.waktu import hari_ini
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor, pilih

TENGGAT_SKP = {2025: date(2025, 1, 31), 2026: date(2026, 1, 31)}
HARI = date(2026, 9, 15)


class PohonTests(TestCase):
    """1 ← 2 ← 4, 1 ← 3; 9 stands alone."""

    pohon = Pohon({1: None, 2: 1, 3: 1, 4: 2, 9: None})

    def test_leluhur(self):
        assert self.pohon.leluhur([4, 9]) == {4, 2, 1, 9}
        assert self.pohon.leluhur([]) == set()

    def test_turunan_cabang_teratas(self):
        assert self.pohon.turunan([2]) == {2, 4}
        assert self.pohon.turunan([1, 77]) == {1, 2, 3, 4}
        assert self.pohon.cabang(1) == {1: 1, 2: 2, 4: 2, 3: 3}
        assert self.pohon.teratas([4, 2, 9, 3]) == [2, 9, 3]


class JumlahTests(TestCase):
    kantor: Kantor

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor(3)

    def jumlah(self, *unit: UnitKerja) -> JumlahUnit:
        satu = jumlah_per_unit(unit=[u.pk for u in unit], periode=self.kantor.periode, hari=HARI)
        return sum(satu.values(), JumlahUnit())

    def test_rencana_dan_realisasi_orang_unit(self):
        # Kasi and three staff; the staff have typed their only measure, the Kasi has not.
        assert self.jumlah(self.kantor.seksi) == JumlahUnit(
            pegawai=4, disetujui=4, indikator=4, terisi=3, lengkap=3, belum_mulai=1
        )
        assert self.jumlah(self.kantor.kecamatan, self.kantor.seksi).pegawai == 5

    def test_keadaan_skp_dihitung_sekali_per_orang(self):
        satu, dua, tiga = self.kantor.staf
        SKP.objects.filter(pegawai=satu).update(status=StatusSKP.DIAJUKAN.value)
        SKP.objects.filter(pegawai=dua).update(status=StatusSKP.DIKEMBALIKAN.value)
        # An approved plan counts, whatever draft stands beside it.
        pabrik.buat_skp(tiga, mulai=date(2026, 8, 1), selesai=date(2026, 12, 31))
        pabrik.buat_pegawai(self.kantor.seksi, nama="Tanpa SKP")
        jumlah = self.jumlah(self.kantor.seksi)
        assert (jumlah.pegawai, jumlah.disetujui, jumlah.diajukan, jumlah.draf, jumlah.tanpa_skp) == (5, 2, 1, 1, 1)

    def test_realisasi_tanpa_angka_belum_terisi(self):
        Realisasi.objects.filter(indikator=self.kantor.indikator[self.kantor.staf[0].pk]).update(nilai=None)
        jumlah = self.jumlah(self.kantor.seksi)
        assert (jumlah.terisi, jumlah.lengkap, jumlah.belum_mulai) == (2, 2, 2)

    def test_jabatan_definitif_yang_menempatkan_dan_non_asn_tidak_dihitung(self):
        lain = pabrik.buat_unit(induk=self.kantor.kecamatan)
        plt = pabrik.buat_jabatan(lain, memimpin=True)
        pabrik.tugaskan(self.kantor.staf[0], plt, sifat=SifatPenugasan.PLT.value)
        pabrik.buat_pegawai(lain, status=StatusPegawai.NON_ASN.value, akun=False)
        assert self.jumlah(lain).pegawai == 0
        assert self.jumlah(self.kantor.seksi).pegawai == 4

    def test_yang_pindah_dihitung_di_tempatnya_hari_itu(self):
        penugasan = self.kantor.staf[0].penugasan.get()
        penugasan.selesai = date(2026, 8, 31)
        penugasan.save()
        assert self.jumlah(self.kantor.seksi).pegawai == 3


class HasilTests(TestCase):
    kantor: Kantor

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor(3)
        cls.kantor.hitung()

    def tetapkan(self, *predikat: str) -> None:
        """Final rows of the staff, written as the process would leave them."""
        rating = {"baik": ("sesuai", "sesuai"), "sangat_baik": ("di_atas", "di_atas")}
        for pegawai, satu in zip(self.kantor.staf, predikat, strict=False):
            hasil, perilaku = rating[satu]
            Evaluasi.objects.filter(pegawai=pegawai).update(
                status="ditetapkan",
                rating_hasil=hasil,
                rating_perilaku=perilaku,
                predikat=satu,
                alasan="Uji.",
                ditetapkan_oleh=akun(self.kantor.kasi),
                ditetapkan_pada=timezone.now(),
            )

    def test_pimpinan_unit_bukan_bagian_sebarannya(self):
        k = self.kantor
        seksi = hasil_per_unit(unit=[k.seksi.pk], akar=k.seksi.pk, periode=k.periode)
        assert seksi[k.seksi.pk].total() == 3
        kecamatan = hasil_per_unit(unit=[k.kecamatan.pk, k.seksi.pk], akar=k.kecamatan.pk, periode=k.periode)
        assert {unit: jumlah.total() for unit, jumlah in kecamatan.items()} == {k.seksi.pk: 4}

    def test_tren_menyebut_predikat_yang_ditetapkan_saja(self):
        k = self.kantor
        lama = pabrik.buat_periode(
            kode="tw2-2026", nama="Triwulan II 2026", mulai=date(2026, 4, 1), selesai=date(2026, 6, 30)
        )
        pabrik.buat_periode(kode="tw4-2026", mulai=date(2026, 10, 1), selesai=date(2026, 12, 31))
        self.tetapkan("baik", "sangat_baik")
        riwayat = tren(unit=[k.seksi.pk], akar=k.seksi.pk, periode=k.periode)
        assert [periode for periode, _hasil in riwayat] == [lama, k.periode]
        assert (riwayat[0][1].semua, riwayat[0][1].ditetapkan) == (0, 0)
        kini = riwayat[1][1]
        assert (kini.semua, kini.ditetapkan, dict(kini.predikat)) == (3, 2, {"baik": 1, "sangat_baik": 1})

    def test_praktik_menghitung_skp_tepat_waktu(self):
        k = self.kantor
        tahun: dict[str, Any] = {"unit": [k.seksi.pk], "akar": k.seksi.pk, "tenggat": TENGGAT_SKP, "hari": HARI}
        # The four plans of the office were written without a process: nobody knows when they were approved.
        lalu, satu = praktik(**tahun)
        assert (satu.disetujui, satu.tepat_waktu, satu.bertanggal, satu.dinilai) == (4, None, 0, None)
        for pegawai, disetujui in zip(k.staf, (date(2026, 1, 31), date(2026, 2, 1)), strict=False):
            SKP.objects.filter(pegawai=pegawai).update(disetujui_pada=disetujui)
        lalu, satu = praktik(**tahun)
        assert (satu.tepat_waktu, satu.bertanggal) == (1, 2)
        assert (lalu.tahun, lalu.disetujui, lalu.tepat_waktu) == (2025, None, None)

    def test_umpan_balik_bernama_saja_yang_dihitung(self):
        k = self.kantor
        satu, dua, _tiga = k.staf
        isi = {"pegawai": satu, "isi": "Rapi.", "triwulan": date(2026, 7, 1)}
        UmpanBalik.objects.create(dari=dua, hubungan="rekan", tanggal=HARI, **isi)
        UmpanBalik.objects.create(anonim=True, **isi)
        (tahun,) = praktik(unit=[k.seksi.pk], akar=k.seksi.pk, tenggat={2026: TENGGAT_SKP[2026]}, hari=HARI)
        assert tahun.umpan_balik == 1

    def test_dialog_dihitung_menurut_tahunnya(self):
        k = self.kantor
        isi = {
            "atasan": k.kasi,
            "jenis": "skp",
            "ringkasan": "Target.",
            "kesepakatan": "Ya.",
            "dicatat_oleh": akun(k.kasi),
        }
        DialogKinerja.objects.create(pegawai=k.staf[0], tanggal=date(2026, 2, 1), **isi)
        DialogKinerja.objects.create(pegawai=k.staf[1], tanggal=date(2026, 3, 1), **isi)
        lalu, kini = praktik(unit=[k.seksi.pk], akar=k.seksi.pk, tenggat=TENGGAT_SKP, hari=HARI)
        assert (lalu.dialog, kini.dialog) == (None, 2)

    def test_kendala_dan_permintaan_yang_masih_terbuka(self):
        k = self.kantor
        for sejak in (date(2026, 9, 1), date(2026, 9, 2)):
            Kendala.objects.create(pegawai=k.staf[0], jenis="alat", uraian="Printer rusak.", sejak=sejak)
        Kendala.objects.create(
            pegawai=k.staf[1],
            jenis="biaya",
            uraian="Belum cair.",
            sejak=date(2026, 8, 1),
            status="teratasi",
            teratasi_pada=date(2026, 8, 2),
            catatan_akhir="Sudah cair.",
        )
        for tenggat in (date(2026, 9, 10), HARI):
            PermintaanDukungan.objects.create(
                pegawai=k.staf[0],
                jenis="alat",
                uraian="Printer.",
                diajukan_pada=date(2026, 9, 1),
                diminta_dari=k.kasi,
                tenggat=tenggat,
            )
        hambatan = hambatan_unit(unit=[k.seksi.pk], hari=HARI)
        assert (hambatan.kendala, hambatan.menunggu, hambatan.lewat) == (2, 2, 1)
        assert [n for _label, n in hambatan.jenis] == [2]
        assert hambatan_unit(unit=[k.kecamatan.pk], hari=HARI).kendala == 0


class LingkupTests(TestCase):
    kantor: Kantor
    lain: UnitKerja

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor(1)
        cls.lain = pabrik.buat_unit(nama="Seksi Lain", induk=cls.kantor.kecamatan)

    def lingkup(self, pengguna: Pengguna) -> LingkupUnit:
        return lingkup_unit(pengguna, UnitKerja.objects.all())

    def test_pemimpin_membaca_unitnya_ke_bawah(self):
        k = self.kantor
        kasi = self.lingkup(akun(k.kasi))
        assert kasi == LingkupUnit((k.seksi.pk,), frozenset([k.seksi.pk]), frozenset([k.seksi.pk]))
        camat = self.lingkup(akun(k.camat))
        assert camat.akar == (k.kecamatan.pk,)
        assert camat.dibaca == camat.rinci == {k.kecamatan.pk, k.seksi.pk, self.lain.pk}

    def test_pemeriksa_membaca_angka_tetapi_sebaran_hanya_seluruh_kantor_mulai_tiga_hasil(self):
        k = self.kantor
        pemeriksa = self.lingkup(pabrik.buat_pengguna(pemeriksa=True))
        assert (pemeriksa.akar, pemeriksa.rinci) == ((k.kecamatan.pk,), frozenset())
        assert k.seksi.pk in pemeriksa.dibaca
        assert pemeriksa.boleh_sebaran(k.kecamatan.pk, 3, 3)
        assert not pemeriksa.boleh_sebaran(k.kecamatan.pk, 2, 3)
        assert not pemeriksa.boleh_sebaran(k.seksi.pk, 50, 3)
        pengelola = self.lingkup(k.pengelola)
        assert pengelola.boleh_sebaran(k.seksi.pk, 1, 3)

    def test_paling_sedikit_dan_batas_skp_menurut_pilihan_yang_berlaku(self):
        baru = pilih(date(2026, 1, 1), minimal_sebaran=5, bulan_penetapan_skp=2)
        semua = pilihan_semua()
        assert berlaku_pada(semua, hari_ini()) == baru
        assert berlaku_pada(semua, date(2025, 12, 31)) == berlaku_pada(semua, date(1990, 1, 1)) == semua[0]
        assert batas_skp([2025, 2026], semua) == {2025: date(2025, 1, 31), 2026: date(2026, 2, 28)}

    def test_yang_lain_tidak_membaca_apa_pun(self):
        for pengguna in (akun(self.kantor.staf[0]), pabrik.buat_pengguna(admin_teknis=True)):
            assert self.lingkup(pengguna).dibaca == frozenset()
        berhenti = pabrik.buat_pengguna(pengelola=True, is_active=False)
        assert self.lingkup(berhenti).dibaca == frozenset()
