"""Rating the behaviour of several people at once: all or none, and nobody's ratings overwritten unseen."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import TestCase

from kinerja.models import PenilaianPerilaku
from kinerja.permissions import Dinilai, boleh_menilai_perilaku, dinilai_oleh
from kinerja.proses import (
    IsianPerilaku,
    KonflikVersi,
    PerilakuDitolak,
    ProsesDitolak,
    nilai_perilaku,
    nilai_perilaku_banyak,
    putuskan,
    tetapkan,
    versi_perilaku,
)
from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.enums import SifatPenugasan, StatusPegawai
from rakumpit.organisasi.models import Pegawai, Penugasan
from rakumpit.waktu import hari_ini
from tests import pabrik
from tests.kinerja.kantor import SEMUA_SESUAI, akun, buat_kantor
from tests.serentak import UjiSerentak


class BanyakTests(TestCase):
    def setUp(self) -> None:
        self.kantor = buat_kantor(3)
        self.kantor.hitung()
        self.kasi = akun(self.kantor.kasi)

    def isian(self, **beda: tuple[str, str]) -> list[IsianPerilaku]:
        """Everybody *sesuai*; ``beda`` changes values of the second person."""
        versi = versi_perilaku(self.kantor.periode, [satu.pk for satu in self.kantor.staf])
        return [
            IsianPerilaku(satu, SEMUA_SESUAI | (beda if urut == 1 else {}), versi.get(satu.pk, ""))
            for urut, satu in enumerate(self.kantor.staf)
        ]

    def simpan(self, isian: list[IsianPerilaku]) -> list[Pegawai]:
        return nilai_perilaku_banyak(periode=self.kantor.periode, oleh=self.kasi, isian=isian)

    def ditolak(self, isian: list[IsianPerilaku]) -> dict[int, ProsesDitolak]:
        """Refusals by person; nothing may have changed."""
        awal = (PenilaianPerilaku.objects.count(), CatatanAudit.objects.count())
        with pytest.raises(PerilakuDitolak) as info:
            self.simpan(isian)
        assert (PenilaianPerilaku.objects.count(), CatatanAudit.objects.count()) == awal
        return dict(info.value.per_orang)

    def test_a_page_is_stored_with_one_audit_entry_each_and_the_proposals_follow(self) -> None:
        berubah = self.simpan(self.isian(loyal=("di_atas", "Menjaga arsip saat banjir.")))
        assert berubah == self.kantor.staf
        assert PenilaianPerilaku.objects.count() == 21
        assert CatatanAudit.objects.filter(aksi="kinerja.perilaku.nilai").count() == 3
        nilai = [self.kantor.evaluasi(satu).nilai_perilaku for satu in self.kantor.staf]
        assert nilai == [Decimal(100), Decimal("102.8571"), Decimal(100)]  # (6 × 100 + 120) ÷ 7

    def test_a_second_identical_page_changes_and_records_nothing(self) -> None:
        self.simpan(self.isian())
        assert self.simpan(self.isian()) == []
        assert CatatanAudit.objects.filter(aksi="kinerja.perilaku.nilai").count() == 3

    def test_one_missing_sentence_holds_back_the_whole_page(self) -> None:
        ditolak = self.ditolak(self.isian(loyal=("di_bawah", " ")))
        assert list(ditolak) == [self.kantor.staf[1].pk]
        assert "«Loyal»" in str(ditolak[self.kantor.staf[1].pk])

    def test_who_was_rated_in_between_is_named_with_the_time(self) -> None:
        isian = self.isian()
        nilai_perilaku(
            pegawai=self.kantor.staf[2],
            periode=self.kantor.periode,
            oleh=self.kasi,
            penilaian=SEMUA_SESUAI | {"loyal": ("di_atas", "Teladan.")},
        )
        ditolak = self.ditolak(isian)
        assert list(ditolak) == [self.kantor.staf[2].pk]
        assert isinstance(ditolak[self.kantor.staf[2].pk], KonflikVersi)
        assert "sudah diubah oleh Kasi" in str(ditolak[self.kantor.staf[2].pk])
        self.simpan(self.isian())  # in sight of the new state
        assert not PenilaianPerilaku.objects.exclude(rating="sesuai").exists()

    def test_a_final_row_and_a_stranger_are_refused_by_person(self) -> None:
        baris = self.kantor.evaluasi(self.kantor.staf[0])
        baris = putuskan(
            evaluasi=baris,
            oleh=self.kasi,
            rating_hasil="sesuai",
            rating_perilaku="sesuai",
            alasan="Baik.",
            versi=baris.versi,
        )
        tetapkan(evaluasi=baris, oleh=self.kasi, versi=baris.versi)
        isian = [*self.isian(), IsianPerilaku(self.kantor.kasi, SEMUA_SESUAI, "")]
        ditolak = self.ditolak(isian)
        assert "sudah ditetapkan" in str(ditolak[self.kantor.staf[0].pk])
        assert "atasan langsung" in str(ditolak[self.kantor.kasi.pk])


class DinilaiOlehTests(TestCase):
    """The set form says the same as the predicate, before and after the computation."""

    def setUp(self) -> None:
        self.kantor = buat_kantor()
        self.kantor.sekda.pengguna = pabrik.buat_pengguna(nama="Sekda")
        self.kantor.sekda.save()

    def bandingkan(self) -> None:
        for oleh in (akun(self.kantor.kasi), akun(self.kantor.camat), akun(self.kantor.staf[0]), self.kantor.pengelola):
            harapan = {
                satu.pk for satu in Pegawai.objects.ber_skp() if boleh_menilai_perilaku(oleh, satu, self.kantor.periode)
            }
            assert set(dinilai_oleh(oleh, self.kantor.periode)) == harapan, oleh.nama

    def test_the_same_as_one_by_one(self) -> None:
        assert set(dinilai_oleh(akun(self.kantor.kasi), self.kantor.periode)) == {s.pk for s in self.kantor.staf}
        assert self.kantor.sekda.pengguna is not None
        assert set(dinilai_oleh(self.kantor.sekda.pengguna, self.kantor.periode)) == {self.kantor.camat.pk}
        self.bandingkan()
        self.kantor.hitung()
        self.bandingkan()

    def test_with_an_acting_head_and_somebody_who_came_after_the_computation(self) -> None:
        self.kantor.hitung()
        Penugasan.objects.filter(pegawai=self.kantor.kasi).update(selesai=hari_ini() - timedelta(days=1))
        kursi = Penugasan.objects.get(pegawai=self.kantor.kasi).jabatan
        pabrik.tugaskan(self.kantor.camat, kursi, sifat=SifatPenugasan.PLT.value, mulai=hari_ini())
        pabrik.buat_pegawai(self.kantor.seksi, nama="Baru")
        pabrik.buat_pegawai(self.kantor.seksi, nama="Non", status=StatusPegawai.NON_ASN.value)
        self.bandingkan()

    def test_nobody_before_the_period_has_begun(self) -> None:
        nanti = pabrik.buat_periode(
            kode="nanti",
            nama="Nanti",
            mulai=hari_ini() + timedelta(days=1),
            selesai=hari_ini() + timedelta(days=9),
            batas_isi=hari_ini() + timedelta(days=9),
        )
        assert dinilai_oleh(akun(self.kantor.kasi), nanti) == {}

    def test_the_evaluation_and_whether_it_is_final_come_along(self) -> None:
        staf, kasi = self.kantor.staf[0], akun(self.kantor.kasi)
        assert dinilai_oleh(kasi, self.kantor.periode)[staf.pk] == Dinilai(None, final=False)
        self.kantor.hitung()
        baris = self.kantor.evaluasi(staf)
        assert dinilai_oleh(kasi, self.kantor.periode)[staf.pk] == Dinilai(baris.uuid, final=False)
        isian: dict[str, Any] = {"rating_hasil": "sesuai", "rating_perilaku": "sesuai", "alasan": "Baik."}
        baris = putuskan(evaluasi=baris, oleh=kasi, versi=baris.versi, **isian)
        tetapkan(evaluasi=baris, oleh=kasi, versi=baris.versi)
        assert dinilai_oleh(kasi, self.kantor.periode)[staf.pk] == Dinilai(baris.uuid, final=True)


class DuaTabTests(UjiSerentak):
    def test_two_pages_saved_at_once_store_one_and_name_the_other(self) -> None:
        kantor = buat_kantor(2)
        kasi = akun(kantor.kasi)

        def simpan(penilaian: Any) -> list[Pegawai]:
            isian = [IsianPerilaku(satu, penilaian, "") for satu in kantor.staf]
            return nilai_perilaku_banyak(periode=kantor.periode, oleh=kasi, isian=isian)

        lain = SEMUA_SESUAI | {"loyal": ("di_atas", "Menjaga arsip.")}
        hasil = self.sekaligus(lambda: simpan(SEMUA_SESUAI), lambda: simpan(lain))
        assert sorted(type(satu).__name__ for satu in hasil) == ["PerilakuDitolak", "list"]
        assert PenilaianPerilaku.objects.count() == 14
        assert CatatanAudit.objects.filter(aksi="kinerja.perilaku.nilai").count() == 2
