"""Peers and subordinates rate: who may be asked, who may answer, and that nobody learns who said what."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from kinerja.models import AturanPenilaian, Evaluasi, PenilaianPerilaku, PenilaiDiminta
from kinerja.perhitungan import Penilai
from kinerja.permissions import hubungan_kerja
from kinerja.proses import ProsesDitolak, nilai_perilaku, putuskan
from kinerja.proses.penilai_diminta import minta_penilai, nilai_sebagai_rekan, ringkasan_lain
from kinerja.ringkasan import menunggu
from rakumpit.audit.models import CatatanAudit, NilaiAudit
from rakumpit.organisasi.models import Pegawai
from rakumpit.waktu import hari_ini
from tests import pabrik
from tests.kinerja.kantor import SEMUA_SESUAI, Kantor, akun, buat_kantor
from tests.tugas import untuk

DI_ATAS = dict.fromkeys(SEMUA_SESUAI, ("di_atas", "Selalu membantu."))


def kantor_360(jumlah_staf: int = 4) -> Kantor:
    kantor = buat_kantor(jumlah_staf)
    kantor.periode.penilaian_360 = True
    kantor.periode.save()
    return kantor


class Dasar(TestCase):
    def setUp(self) -> None:
        self.kantor = kantor_360()
        self.staf = self.kantor.staf[0]
        self.rekan = self.kantor.staf[1:]
        self.kasi = akun(self.kantor.kasi)

    def minta(self, *penilai: Pegawai, **ubah: Any) -> list[PenilaiDiminta]:
        isian: dict[str, Any] = {"pegawai": self.staf, "periode": self.kantor.periode, "oleh": self.kasi}
        return minta_penilai(**(isian | {"penilai": penilai or self.rekan} | ubah))

    def jawab(self, permintaan: PenilaiDiminta, penilaian: Any = None, oleh: Any = None) -> PenilaiDiminta:
        return nilai_sebagai_rekan(
            permintaan=permintaan, oleh=oleh or akun(permintaan.penilai), penilaian=penilaian or SEMUA_SESUAI
        )

    def tak_berubah(self, pesan: str, *penilai: Pegawai, **ubah: Any) -> None:
        awal = (list(PenilaiDiminta.objects.values()), CatatanAudit.objects.count())
        with pytest.raises(ProsesDitolak, match=pesan), transaction.atomic():
            self.minta(*penilai, **ubah)
        assert (list(PenilaiDiminta.objects.values()), CatatanAudit.objects.count()) == awal

    def putuskan(self) -> None:
        baris = self.kantor.evaluasi(self.staf)
        putuskan(
            evaluasi=baris,
            oleh=self.kasi,
            rating_hasil="sesuai",
            rating_perilaku="sesuai",
            alasan="Sesuai rencana.",
            versi=baris.versi,
        )


class MintaTests(Dasar):
    def test_peers_and_subordinates_follow_from_the_assignments(self) -> None:
        assert hubungan_kerja(self.staf, hari_ini()) == {satu.pk: Penilai.REKAN for satu in self.rekan}
        kasi = hubungan_kerja(self.kantor.kasi, hari_ini())
        assert kasi == {satu.pk: Penilai.BAWAHAN for satu in self.kantor.staf}
        # The camat's superior stands outside: no peers, but the head of the seksi as subordinate.
        assert hubungan_kerja(self.kantor.camat, hari_ini()) == {self.kantor.kasi.pk: Penilai.BAWAHAN}

    def test_who_is_asked_is_stored_told_and_recorded_once(self) -> None:
        hasil = self.minta()
        assert {(satu.sebagai, satu.status) for satu in hasil} == {("rekan", "diminta")}
        assert CatatanAudit.objects.filter(aksi="kinerja.perilaku.minta_penilai").count() == 1
        assert akun(self.rekan[0]).notifikasi.filter(judul__contains="Anda diminta menilai").count() == 1
        self.minta()  # the same again
        assert CatatanAudit.objects.filter(aksi="kinerja.perilaku.minta_penilai").count() == 1

    def test_an_open_request_is_cancelled_and_an_answer_stays(self) -> None:
        satu, dua, _tiga = self.minta()
        self.jawab(satu)
        assert [s.penilai for s in self.minta(dua.penilai)] == [satu.penilai, dua.penilai]
        dibatalkan = PenilaiDiminta.objects.get(penilai=self.rekan[2])
        assert dibatalkan.status == "dibatalkan"
        with pytest.raises(ProsesDitolak, match="dibatalkan"):
            self.jawab(dibatalkan)
        self.minta()
        dibatalkan.refresh_from_db()
        assert dibatalkan.status == "diminta"

    def test_with_the_last_open_request_taken_back_the_answers_reach_the_proposal(self) -> None:
        permintaan = self.minta()
        nilai_perilaku(pegawai=self.staf, periode=self.kantor.periode, oleh=self.kasi, penilaian=SEMUA_SESUAI)
        AturanPenilaian.objects.update(minimal_penilai_lain=2)
        self.kantor.hitung()
        for satu in permintaan[:2]:
            self.jawab(satu, DI_ATAS)
        assert self.kantor.evaluasi(self.staf).nilai_perilaku == 100, "the third may still answer"
        self.minta(*self.rekan[:2])
        # Superior 60 of 80, peers 20 of 80: (60 × 100 + 20 × 120) ÷ 80.
        assert self.kantor.evaluasi(self.staf).nilai_perilaku == 105

    def test_refusals(self) -> None:
        self.tak_berubah("oleh atasan", oleh=akun(self.staf))
        self.tak_berubah("oleh atasan", oleh=akun(self.kantor.camat))
        self.tak_berubah("oleh atasan", oleh=self.kantor.pengelola)
        self.tak_berubah("bukan rekan kerja atau bawahan", self.kantor.camat)
        self.tak_berubah("bukan rekan kerja atau bawahan", self.kantor.kasi)  # the superior rates as superior
        self.tak_berubah("bukan rekan kerja atau bawahan", self.staf)
        self.kantor.periode.penilaian_360 = False
        self.kantor.periode.save()
        self.tak_berubah("tidak memakai")

    def test_not_after_the_decision_and_not_before_the_period(self) -> None:
        self.kantor.hitung()
        self.putuskan()
        self.tak_berubah("sudah memutuskan")
        besok = hari_ini() + timedelta(days=1)
        nanti = pabrik.buat_periode(
            kode="nanti", nama="Nanti", mulai=besok, selesai=besok, batas_isi=besok, penilaian_360=True
        )
        self.tak_berubah("baru mulai", periode=nanti)

    def test_the_database_keeps_out_oneself_superiors_and_doubles(self) -> None:
        self.minta(self.rekan[0])
        for isi in (
            {"penilai": self.staf, "sebagai": "rekan"},
            {"penilai": self.kantor.kasi, "sebagai": "atasan"},
            {"penilai": self.rekan[0], "sebagai": "rekan"},
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                PenilaiDiminta.objects.create(
                    pegawai=self.staf, periode=self.kantor.periode, diminta_oleh=self.kasi, **isi
                )


class JawabTests(Dasar):
    def test_three_peers_count_with_60_40_and_two_do_not(self) -> None:
        nilai_perilaku(pegawai=self.staf, periode=self.kantor.periode, oleh=self.kasi, penilaian=SEMUA_SESUAI)
        permintaan = self.minta()
        self.kantor.hitung()
        tanpa = self.kantor.evaluasi(self.staf)
        for satu in permintaan[:2]:
            self.jawab(satu, DI_ATAS)
        assert Evaluasi.objects.get(pk=tanpa.pk).versi == tanpa.versi  # waits for the last answer
        self.kantor.hitung()
        dua = self.kantor.evaluasi(self.staf)
        assert (dua.nilai_perilaku, dua.nilai_kinerja) == (Decimal(100), tanpa.nilai_kinerja)
        assert [s["alasan"] for s in dua.rincian if s["kode"] == "penilai_lain.rekan"] == [
            "Baru 2 orang menilai; penilaiannya dipakai mulai 3 orang."
        ]
        self.jawab(permintaan[2], DI_ATAS)
        tiga = self.kantor.evaluasi(self.staf)
        # (60 x 100 + 20 x 120) / 80 = 105; 0.6 x 95 + 0.4 x 105
        assert (tiga.nilai_perilaku, tiga.nilai_kinerja) == (Decimal(105), Decimal(99))

    def test_the_record_says_that_not_what(self) -> None:
        self.jawab(self.minta()[0], DI_ATAS)
        catatan = CatatanAudit.objects.get(aksi="kinerja.perilaku.nilai_rekan")
        assert not NilaiAudit.objects.filter(catatan=catatan).exists()
        assert catatan.objek_jenis == "kinerja.penilaidiminta"

    def test_only_the_one_who_was_asked_answers_and_completely(self) -> None:
        satu = self.minta()[0]
        for oleh in (akun(self.staf), akun(self.rekan[1]), self.kasi, self.kantor.pengelola):
            with pytest.raises(ProsesDitolak, match="orang lain"):
                self.jawab(satu, oleh=oleh)
        with pytest.raises(ProsesDitolak, match="Tulis satu kalimat"):
            self.jawab(satu, SEMUA_SESUAI | {"loyal": ("di_bawah", "")})
        assert not PenilaianPerilaku.objects.exists()

    def test_it_may_be_changed_until_the_decision(self) -> None:
        self.kantor.hitung()
        satu = self.minta()[0]
        self.jawab(satu)
        self.jawab(satu)  # the same again
        assert CatatanAudit.objects.filter(aksi="kinerja.perilaku.nilai_rekan").count() == 1
        self.jawab(satu, DI_ATAS)
        assert PenilaianPerilaku.objects.filter(rating="di_atas", sebagai="rekan").count() == 7
        self.putuskan()
        with pytest.raises(ProsesDitolak, match="sudah memutuskan"):
            self.jawab(satu)

    def test_the_superior_sees_them_together_and_only_from_three_on(self) -> None:
        permintaan = self.minta()
        for satu in permintaan[:2]:
            self.jawab(satu, DI_ATAS)
        (sedikit,) = ringkasan_lain(self.staf, self.kantor.periode)
        assert (sedikit.sebagai, sedikit.orang, sedikit.nilai) == ("Rekan kerja", 2, [])
        self.jawab(permintaan[2])
        (cukup,) = ringkasan_lain(self.staf, self.kantor.periode)
        nilai = cukup.nilai[0]
        assert (cukup.orang, nilai.label, nilai.jumlah) == (3, "Berorientasi Pelayanan", [0, 1, 2])
        assert nilai.kalimat == ["Selalu membantu.", "Selalu membantu."]
        self.client.force_login(self.kasi)
        jawab = self.client.get(f"/kinerja/tim/penilai/{self.kantor.periode.kode}/{self.staf.uuid}/")
        self.assertContains(jawab, "Selalu membantu. · Selalu membantu.")


class HalamanTests(Dasar):
    def test_the_superior_asks_and_sees_who_has_answered(self) -> None:
        self.client.force_login(self.kasi)
        alamat = f"/kinerja/tim/penilai/{self.kantor.periode.kode}/{self.staf.uuid}/"
        self.assertContains(self.client.get(alamat), "Staf 2 (rekan kerja)")
        assert self.client.post(alamat, {"penilai": [str(satu.uuid) for satu in self.rekan]}).status_code == 302
        self.jawab(PenilaiDiminta.objects.get(penilai=self.rekan[0]), DI_ATAS)
        jawab = self.client.get(alamat)
        self.assertContains(jawab, "Jawaban: 1 dari 3")
        self.assertNotContains(jawab, "Selalu membantu.")
        assert self.client.post(alamat, {"penilai": ["ngawur"]}).status_code == 422
        self.client.force_login(akun(self.rekan[0]))
        assert self.client.get(alamat).status_code == 404

    def test_as_many_queries_for_three_colleagues_as_for_twenty(self) -> None:
        self.client.force_login(self.kasi)
        alamat = f"/kinerja/tim/penilai/{self.kantor.periode.kode}/{self.staf.uuid}/"
        self.client.get(alamat)  # the first page of a session also stores the session
        jumlah = []
        for tambahan in (0, 17):
            for urut in range(tambahan):
                pabrik.buat_pegawai(self.kantor.seksi, nama=f"Tambahan {urut}")
            with CaptureQueriesContext(connection) as tangkap:
                assert self.client.get(alamat).status_code == 200
            jumlah.append(len(tangkap))
        assert jumlah[0] == jumlah[1]

    def test_the_rater_has_a_duty_and_answers_on_a_page(self) -> None:
        satu = self.minta()[0]
        tugas = [t for t in untuk(menunggu, akun(satu.penilai)) if t.judul.startswith("Nilai perilaku kerja")]
        assert [(t.judul, t.dari) for t in tugas] == [
            ("Nilai perilaku kerja Staf 1", "Anda rekan kerja, Triwulan III 2026")
        ]
        self.client.force_login(akun(satu.penilai))
        isi = {f"rating_{nilai}": "sesuai" for nilai in SEMUA_SESUAI}
        salah = self.client.post(tugas[0].tautan, isi | {"rating_loyal": "di_bawah"})
        self.assertContains(salah, "Tulis satu kalimat", status_code=422)
        assert self.client.post(tugas[0].tautan, isi).status_code == 302
        assert [t for t in untuk(menunggu, akun(satu.penilai)) if t.judul.startswith("Nilai perilaku kerja")] == []

    def test_the_rated_person_sees_no_names_and_no_sentences(self) -> None:
        permintaan = self.minta()
        self.kantor.hitung()
        for satu in permintaan:
            self.jawab(satu, DI_ATAS)
        self.client.force_login(akun(self.staf))
        baris = self.kantor.evaluasi(self.staf)
        for alamat in (f"/kinerja/evaluasi/{baris.uuid}/", "/kinerja/saya/"):
            jawab = self.client.get(alamat)
            self.assertContains(jawab, "3 rekan kerja: di atas ekspektasi")
            for kata in ("Staf 2", "Staf 3", "Selalu membantu."):
                self.assertNotContains(jawab, kata)
        assert self.client.get(f"/kinerja/nilai-rekan/{permintaan[0].uuid}/").status_code == 404
