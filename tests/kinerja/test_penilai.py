"""Whose behaviour ratings count when a person had several superiors in one period."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from django.test import SimpleTestCase, TestCase

from kinerja.enums.salinan import BagianSalinan
from kinerja.models import Evaluasi, PenilaianPerilaku
from kinerja.perhitungan import NilaiDasar
from kinerja.perhitungan.penilai import Kunci, MasaAtasan, pilih_penilai, susun_masa
from kinerja.proses import putuskan, tetapkan
from kinerja.proses.isi_dokumen import data_evaluasi
from kinerja.ringkasan.salinan import bagian_salinan
from kinerja.views.rincian import buat_rincian
from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.models import Pegawai, PejabatLuar, Penugasan
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor, ganti_aturan
from tests.survei.dasar import pada

LAMA: Kunci = (1, None)
BARU: Kunci = (2, None)
PENGGANTI: Kunci = (None, 3)
SAAT = datetime(2026, 10, 1, tzinfo=UTC)
# The old superior until 15 September, the new one for the last 15 days of the quarter.
MASA = [
    MasaAtasan(LAMA, date(2026, 7, 1), date(2026, 9, 15)),
    MasaAtasan(BARU, date(2026, 9, 16), date(2026, 9, 30)),
]


class PilihTests(SimpleTestCase):
    def pilih(self, *menilai: Kunci, hari: int = 0, masa: list[MasaAtasan] | None = None) -> Kunci | None:
        saat = {satu: SAAT + timedelta(hours=urut) for urut, satu in enumerate(menilai)}
        return pilih_penilai(MASA if masa is None else masa, saat, hari).penilai

    def test_the_official_of_the_last_day_rates_and_the_former_one_only_recommends(self) -> None:
        assert self.pilih(LAMA, BARU) == BARU
        assert self.pilih(BARU) == BARU
        assert self.pilih(LAMA) is None

    def test_with_a_least_number_of_days_the_former_superior_rates(self) -> None:
        """PermenPANRB 8/2021: not before one month; day 15 of 15 is enough, of 16 it is not."""
        assert self.pilih(LAMA, BARU, hari=15) == BARU
        assert self.pilih(LAMA, BARU, hari=16) == LAMA
        assert "15 hari menjabat, paling sedikit 16 hari" in pilih_penilai(MASA, {LAMA: SAAT, BARU: SAAT}, 16).dasar

    def test_where_the_former_one_has_not_rated_the_official_of_the_last_day_does(self) -> None:
        assert self.pilih(BARU, hari=30) == BARU

    def test_a_superior_of_all_the_persons_days_is_never_too_new(self) -> None:
        sendiri = [MasaAtasan(BARU, date(2026, 9, 25), date(2026, 9, 30))]
        assert self.pilih(BARU, hari=30, masa=sendiri) == BARU

    def test_a_successor_counts_only_where_the_official_of_the_last_day_has_not_rated(self) -> None:
        assert self.pilih(PENGGANTI, BARU) == BARU
        assert self.pilih(LAMA, PENGGANTI) == PENGGANTI
        assert self.pilih((8, None), (9, None)) == (9, None)  # the newest of several

    def test_nobody_above_and_nobody_who_rated(self) -> None:
        assert self.pilih(masa=[]) is None
        assert self.pilih(PENGGANTI, masa=[]) == PENGGANTI

    def test_neighbouring_stretches_of_one_superior_are_joined_and_others_are_not(self) -> None:
        bagian = [
            MasaAtasan(LAMA, date(2026, 7, 1), date(2026, 7, 31)),
            MasaAtasan(LAMA, date(2026, 8, 1), date(2026, 8, 14)),
            MasaAtasan(BARU, date(2026, 8, 15), date(2026, 8, 20)),
            MasaAtasan(LAMA, date(2026, 8, 21), date(2026, 9, 30)),
        ]
        assert [(m.penilai, m.hari) for m in susun_masa(bagian)] == [(LAMA, 45), (BARU, 6), (LAMA, 41)]


def nilai(kantor: Kantor, pegawai: Pegawai, oleh: Pegawai | PejabatLuar, rating: str) -> None:
    penilai = {"penilai": oleh} if isinstance(oleh, Pegawai) else {"penilai_luar": oleh}
    for satu in NilaiDasar:
        PenilaianPerilaku.objects.create(
            pegawai=pegawai,
            periode=kantor.periode,
            nilai_dasar=satu.value,
            rating=rating,
            catatan="Contoh.",
            **penilai,
        )


class DuaAtasanTests(TestCase):
    """A head who left on 31 August, and the one who came on 1 September."""

    def setUp(self) -> None:
        self.kantor = buat_kantor()
        self.lama = self.kantor.kasi
        kursi = Penugasan.objects.get(pegawai=self.lama).jabatan
        Penugasan.objects.filter(pegawai=self.lama).update(selesai=date(2026, 8, 31))
        self.baru = pabrik.buat_pegawai(nama="Kasi Baru")
        pabrik.tugaskan(self.baru, kursi, mulai=date(2026, 9, 1))
        self.staf = self.kantor.staf[0]

    def baris(self) -> Evaluasi:
        self.kantor.hitung()
        return self.kantor.evaluasi(self.staf)

    def test_the_new_head_counts_and_the_old_one_is_a_line_of_the_derivation(self) -> None:
        nilai(self.kantor, self.staf, self.lama, "di_bawah")
        nilai(self.kantor, self.staf, self.baru, "di_atas")
        baris = self.baris()
        assert baris.nilai_perilaku == Decimal("120.0000")
        (rekomendasi,) = [satu for satu in baris.rincian if satu["kode"] == "rekomendasi.1"]
        assert rekomendasi["label"] == "Rekomendasi Kasi, atasan sampai 31 Agustus 2026"
        assert (rekomendasi["rumus"], rekomendasi["nilai"]) == ("(7 × 80) ÷ 7", "80.0000")
        assert baris.bahan["konteks"]["penilai_perilaku"] == (
            "Yang dihitung penilaian Kasi Baru: atasan pada hari terakhir dalam periode."
        )

    def test_forms_and_copies_carry_the_words_of_the_superior_who_counts(self) -> None:
        nilai(self.kantor, self.staf, self.baru, "di_atas")
        nilai(self.kantor, self.staf, self.lama, "di_bawah")
        PenilaianPerilaku.objects.filter(penilai=self.lama).update(catatan="Sering terlambat.")
        baris = self.baris()
        assert {satu["umpan_balik"] for satu in data_evaluasi(baris)["perilaku"]} == {"Di atas ekspektasi. Contoh."}
        rinci = buat_rincian(baris)
        assert rinci.perilaku[0].kalimat == ["Contoh.", "Kasi (rekomendasi): Sering terlambat."]
        with pada(datetime(2026, 10, 5, 2, 0, tzinfo=UTC)):
            satu = putuskan(
                evaluasi=baris,
                oleh=akun(self.baru),
                rating_hasil=baris.usulan_hasil,
                rating_perilaku=baris.usulan_perilaku,
                versi=baris.versi,
            )
            tetapkan(evaluasi=satu, oleh=akun(self.baru), versi=satu.versi)
        (umpan,) = [
            bagian.isian
            for bagian in bagian_salinan(self.kantor.periode, [self.staf.pk])[self.staf.pk]
            if bagian.bagian == BagianSalinan.UMPAN_BALIK
        ]
        assert [satu.teks for satu in umpan] == ["Di atas ekspektasi. Contoh."] * 7

    def test_a_recommendation_alone_is_no_rating(self) -> None:
        nilai(self.kantor, self.staf, self.lama, "di_atas")
        baris = self.baris()
        assert (baris.nilai_perilaku, baris.usulan_perilaku) == (None, "")
        assert "rekomendasi.1" in {satu["kode"] for satu in baris.rincian}
        assert "belum menilai" in baris.bahan["konteks"]["penilai_perilaku"]

    def test_the_rule_of_at_least_so_many_days_is_data_and_is_frozen_in_the_run(self) -> None:
        nilai(self.kantor, self.staf, self.lama, "di_bawah")
        nilai(self.kantor, self.staf, self.baru, "di_atas")
        pertama = self.baris()
        ganti_aturan(hari_minimal_atasan=31)
        assert self.baris().nilai_perilaku == Decimal("80.0000")
        pertama.run.refresh_from_db()
        assert pertama.run.aturan_beku["nilai"]["hari_minimal_atasan"] == 0

    def test_a_short_stand_in_and_a_holder_who_is_back_are_one_superior_each(self) -> None:
        """A Plh. of ten days in July is no superior of the last day: what he rated is a recommendation."""
        kursi = Penugasan.objects.get(pegawai=self.baru).jabatan
        pabrik.tugaskan(
            self.kantor.camat,
            kursi,
            sifat=SifatPenugasan.PLH.value,
            mulai=date(2026, 7, 1),
            selesai=date(2026, 7, 10),
        )
        nilai(self.kantor, self.staf, self.kantor.camat, "di_bawah")
        nilai(self.kantor, self.staf, self.baru, "sesuai")
        baris = self.baris()
        assert baris.nilai_perilaku == Decimal("100.0000")
        assert [s["label"] for s in baris.rincian if s["kode"].startswith("rekomendasi")] == [
            "Rekomendasi Camat, atasan sampai 10 Juli 2026"
        ]

    def test_the_same_rows_give_the_same_bits_and_the_page_shows_the_rule(self) -> None:
        nilai(self.kantor, self.staf, self.lama, "di_bawah")
        nilai(self.kantor, self.staf, self.baru, "sesuai")
        sebelum = Evaluasi.objects.filter(pk=self.baris().pk).values().get()
        assert Evaluasi.objects.filter(pk=self.baris().pk).values().get() == sebelum
        self.client.force_login(akun(self.baru))
        jawab = self.client.get(f"/kinerja/tim/{sebelum['uuid']}/")
        self.assertContains(jawab, "Yang dihitung penilaian Kasi Baru")
        self.assertContains(jawab, "Rekomendasi Kasi, atasan sampai 31 Agustus 2026")
        self.assertContains(jawab, "Belum diperiksa dengan peraturan")
