"""Who decides, when it is final, and what happens when two people act at once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from unittest import mock

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import QuerySet
from django.test import TestCase

from kinerja.enums import StatusEvaluasi
from kinerja.models import SKP, Evaluasi
from kinerja.permissions import boleh_memutuskan, pk_diputus_oleh
from kinerja.permissions.atasan import peta_atasan
from kinerja.proses import (
    KonflikVersi,
    ProsesDitolak,
    catat_keputusan_luar,
    hitung_ulang,
    nilai_perilaku,
    putuskan,
    revisi_baru,
    tetapkan,
    tetapkan_banyak,
)
from kinerja.proses import keputusan as modul
from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.models import Pegawai, Pengguna, Penugasan
from rakumpit.waktu import hari_ini
from tests import pabrik
from tests.kinerja.kantor import SEMUA_SESUAI, Kantor, akun, buat_kantor
from tests.serentak import UjiSerentak

PDF = b"%PDF-1.7 pindaian"


def surat(isi: bytes = PDF, nama: str = "surat.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(nama, isi)


def ganti_kasi(kantor: Kantor) -> Pegawai:
    """Another head of the seksi from today on; the old one leads nothing any more."""
    lama = Penugasan.objects.get(pegawai=kantor.kasi)
    kursi = lama.jabatan
    lama.selesai = hari_ini() - timedelta(days=1)
    lama.save()
    baru = pabrik.buat_pegawai(nama="Kasi baru")
    pabrik.tugaskan(baru, kursi, mulai=hari_ini())
    return baru


def putus(baris: Evaluasi, oleh: Pengguna, **ubah) -> Evaluasi:
    isian: dict[str, Any] = {
        "rating_hasil": "sesuai",
        "rating_perilaku": "sesuai",
        "alasan": "Sesuai rencana.",
        "versi": baris.versi,
    }
    return putuskan(evaluasi=baris, oleh=oleh, **(isian | ubah))


class KeputusanTests(TestCase):
    def setUp(self) -> None:
        self.kantor = buat_kantor()
        self.kantor.hitung()
        self.baris = self.kantor.evaluasi(self.kantor.staf[0])
        self.kasi = akun(self.kantor.kasi)

    def test_the_predicate_follows_from_the_quadrant_and_is_recorded(self) -> None:
        hasil = putus(self.baris, self.kasi, rating_hasil="di_atas", rating_perilaku="di_bawah")
        assert (hasil.predikat, hasil.status, hasil.versi) == ("kurang", "diputus", 2)
        assert hasil.diputus_oleh == self.kasi
        assert CatatanAudit.objects.get(aksi="kinerja.evaluasi.putuskan").pelaku == self.kasi

    def test_a_rating_that_differs_from_the_proposal_needs_a_reason(self) -> None:
        with pytest.raises(ProsesDitolak, match="alasan"):
            putus(self.baris, self.kasi, alasan="  ")
        nilai_perilaku(pegawai=self.kantor.staf[0], periode=self.kantor.periode, oleh=self.kasi, penilaian=SEMUA_SESUAI)
        baris = self.kantor.evaluasi(self.kantor.staf[0])
        assert (baris.usulan_hasil, baris.usulan_perilaku) == ("sesuai", "sesuai")
        assert putus(baris, self.kasi, alasan="").predikat == "baik"

    def test_nobody_else_decides(self) -> None:
        admin = pabrik.buat_pengguna(admin_teknis=True)
        sekda = pabrik.buat_pengguna(nama="Sekda")
        for oleh in (
            akun(self.kantor.staf[0]),
            akun(self.kantor.staf[1]),
            akun(self.kantor.camat),
            self.kantor.pengelola,
            admin,
            sekda,
        ):
            with self.subTest(oleh.nama), pytest.raises(ProsesDitolak, match="Hanya pejabat penilai"):
                putus(self.baris, oleh)
        camat = self.kantor.evaluasi(self.kantor.camat)
        with pytest.raises(ProsesDitolak, match="Hanya pejabat penilai"):
            putus(camat, akun(self.kantor.camat))

    def test_nobody_is_rated_without_an_approved_plan(self) -> None:
        SKP.objects.filter(pegawai=self.kantor.staf[0]).update(status="draf")
        hitung_ulang(self.baris)
        with pytest.raises(ProsesDitolak, match="Belum ada SKP yang disetujui, jadi periode ini belum dapat dinilai"):
            putus(self.kantor.evaluasi(self.kantor.staf[0]), self.kasi)
        assert self.kantor.evaluasi(self.kantor.staf[0]).status == "menunggu"

    def test_an_unknown_rating_is_refused(self) -> None:
        with pytest.raises(ProsesDitolak, match="Pilih rating"):
            putus(self.baris, self.kasi, rating_hasil="luar biasa")

    def test_a_stale_form_is_refused_with_who_and_when(self) -> None:
        putus(self.baris, self.kasi)
        with pytest.raises(KonflikVersi, match=r"Kasi pada .* WIB"):
            putus(self.baris, self.kasi, rating_hasil="di_bawah")

    def test_a_recomputation_in_between_is_named(self) -> None:
        self.kantor.indikator[self.kantor.staf[0].pk].realisasi.update(nilai=20)
        hitung_ulang(self.baris)
        with pytest.raises(KonflikVersi, match="perhitungan ulang"):
            putus(self.baris, self.kasi)

    def test_final_is_once_only_and_tells_the_person(self) -> None:
        with pytest.raises(ProsesDitolak, match="Putuskan dulu"):
            tetapkan(evaluasi=self.baris, oleh=self.kasi, versi=self.baris.versi)
        baris = putus(self.baris, self.kasi)
        tetapkan(evaluasi=baris, oleh=self.kasi, versi=baris.versi)
        assert akun(self.kantor.staf[0]).notifikasi.filter(kunci=f"evaluasi-ditetapkan:{baris.uuid}").count() == 1
        with pytest.raises(ProsesDitolak, match="sudah ditetapkan oleh Kasi"):
            tetapkan(evaluasi=baris, oleh=self.kasi, versi=baris.versi)
        with pytest.raises(ProsesDitolak, match="sudah ditetapkan oleh Kasi"):
            putus(baris, self.kasi)

    def test_many_are_made_final_and_refusals_are_listed(self) -> None:
        pertama = putus(self.baris, self.kasi)
        kedua = self.kantor.evaluasi(self.kantor.staf[1])
        hasil = tetapkan_banyak(pasangan=[(kedua, kedua.versi), (pertama, pertama.versi)], oleh=self.kasi)
        assert [satu.pk for satu in hasil.ditetapkan] == [pertama.pk]
        assert [(satu.pk, alasan[:13]) for satu, alasan in hasil.ditolak] == [(kedua.pk, "Putuskan dulu")]

    def test_nothing_is_final_before_the_persons_last_day_in_the_period(self) -> None:
        baris = putus(self.baris, self.kasi)
        with (
            mock.patch.object(modul, "hari_ini", return_value=date(2026, 9, 29)),
            pytest.raises(ProsesDitolak, match="mulai 30 September 2026"),
        ):
            tetapkan(evaluasi=baris, oleh=self.kasi, versi=baris.versi)
        with mock.patch.object(modul, "hari_ini", return_value=date(2026, 9, 30)):
            assert tetapkan(evaluasi=baris, oleh=self.kasi, versi=baris.versi).status == "ditetapkan"

    def test_who_left_within_the_period_is_judged_from_the_day_of_leaving(self) -> None:
        self.kantor.staf[0].penugasan.update(selesai=date(2026, 8, 15))
        self.kantor.hitung()
        baris = putus(self.kantor.evaluasi(self.kantor.staf[0]), self.kasi)
        with mock.patch.object(modul, "hari_ini", return_value=date(2026, 8, 15)):
            assert tetapkan(evaluasi=baris, oleh=self.kasi, versi=baris.versi).status == "ditetapkan"

    def test_a_substitute_reads_the_team_but_not_the_head_whose_place_is_taken(self) -> None:
        staf = akun(self.kantor.staf[0])
        kursi = Penugasan.objects.get(pegawai=self.kantor.kasi).jabatan
        pabrik.tugaskan(self.kantor.staf[0], kursi, sifat=SifatPenugasan.PLH.value, mulai=hari_ini())
        terlihat = set(Evaluasi.objects.terlihat_oleh(staf).values_list("pegawai_id", flat=True))
        assert terlihat == {satu.pk for satu in self.kantor.staf}
        assert not SKP.objects.terlihat_oleh(staf).filter(pegawai=self.kantor.kasi).exists()
        camat = akun(self.kantor.camat)
        assert Evaluasi.objects.terlihat_oleh(camat).count() == 4

    def test_a_new_head_takes_over_what_waits_and_the_old_one_may_no_longer_decide(self) -> None:
        baru = ganti_kasi(self.kantor)
        with pytest.raises(ProsesDitolak, match="Hanya pejabat penilai"):
            putus(self.baris, self.kasi)
        assert putus(self.baris, akun(baru)).diputus_oleh == akun(baru)

    def test_the_official_keeps_the_right_while_a_daily_substitute_stands_in(self) -> None:
        kursi = Penugasan.objects.get(pegawai=self.kantor.kasi).jabatan
        pabrik.tugaskan(self.kantor.camat, kursi, sifat=SifatPenugasan.PLH.value, mulai=hari_ini(), selesai=hari_ini())
        assert boleh_memutuskan(self.kasi, self.baris)
        assert not boleh_memutuskan(akun(self.kantor.camat), self.baris)

    def test_people_who_moved_on_are_rated_from_the_unit_of_the_row(self) -> None:
        lain = pabrik.buat_unit(induk=self.kantor.kecamatan)
        ketua = pabrik.buat_pegawai(lain, memimpin=True)
        self.kantor.staf[0].penugasan.update(selesai=date(2026, 10, 31))
        pabrik.tugaskan(self.kantor.staf[0], pabrik.buat_jabatan(lain), mulai=date(2026, 11, 1))
        assert boleh_memutuskan(self.kasi, self.baris)
        assert not boleh_memutuskan(akun(ketua), self.baris)

    def test_the_list_of_rows_to_decide_agrees_with_the_predicate(self) -> None:
        semua = list(Evaluasi.objects.select_related("pegawai"))
        for pegawai in (self.kantor.camat, self.kantor.kasi, *self.kantor.staf):
            daftar = set(pk_diputus_oleh(akun(pegawai), Evaluasi.objects.pada(self.kantor.periode)))
            assert daftar == {satu.pk for satu in semua if boleh_memutuskan(akun(pegawai), satu)}
        assert len(pk_diputus_oleh(self.kasi, Evaluasi.objects.all())) == 2

    def test_only_rows_of_the_units_under_the_account_are_read_and_rows_without_a_unit_are_nobodys(self) -> None:
        lain = pabrik.buat_unit(induk=self.kantor.kecamatan)
        ketua = pabrik.buat_pegawai(lain, memimpin=True)
        assert pk_diputus_oleh(akun(ketua), Evaluasi.objects.all()) == []
        assert peta_atasan().di_bawah(self.kantor.camat.pk, None) == {
            self.kantor.kecamatan.pk,
            self.kantor.seksi.pk,
            lain.pk,
        }
        assert peta_atasan().di_bawah(ketua.pk, None) == {lain.pk}
        assert peta_atasan().di_bawah(self.kantor.staf[0].pk, None) == set()
        Evaluasi.objects.filter(pk=self.baris.pk).update(unit=None)
        self.baris.refresh_from_db()
        assert not boleh_memutuskan(self.kasi, self.baris)
        assert self.baris.pk not in pk_diputus_oleh(self.kasi, Evaluasi.objects.all())

    def test_a_correction_is_a_new_revision_and_leaves_the_old_row_as_it_was(self) -> None:
        baris = putus(self.baris, self.kasi)
        with pytest.raises(ProsesDitolak, match="sudah ditetapkan"):
            revisi_baru(evaluasi=baris, oleh=self.kantor.pengelola, alasan="Salah ketik")
        tetapkan(evaluasi=baris, oleh=self.kasi, versi=baris.versi)
        lama = Evaluasi.objects.filter(pk=baris.pk).values().get()
        with pytest.raises(ProsesDitolak, match="pengelola"):
            revisi_baru(evaluasi=baris, oleh=self.kasi, alasan="Salah ketik")
        baru = revisi_baru(evaluasi=baris, oleh=self.kantor.pengelola, alasan="Realisasi salah ketik")
        assert Evaluasi.objects.filter(pk=baris.pk).values().get() == lama | {"terbaru": False}
        assert (baru.revisi, baru.status, baru.predikat, baru.usulan_hasil) == (1, "menunggu", "", "sesuai")
        self.kantor.indikator[self.kantor.staf[0].pk].realisasi.update(nilai=20)
        self.kantor.hitung()
        baru.refresh_from_db()
        assert (baru.revisi, baru.usulan_hasil) == (1, "di_bawah")
        assert Evaluasi.objects.filter(pegawai=self.kantor.staf[0]).count() == 2


class PejabatLuarTests(TestCase):
    """The camat is rated by somebody outside the office."""

    def setUp(self) -> None:
        self.kantor = buat_kantor()
        self.kantor.hitung()
        self.baris = self.kantor.evaluasi(self.kantor.camat)

    def catat(self, **ubah) -> Evaluasi:
        isian: dict[str, Any] = {
            "evaluasi": self.baris,
            "oleh": self.kantor.pengelola,
            "rating_hasil": "sesuai",
            "rating_perilaku": "di_atas",
            "alasan": "Menurut surat.",
            "surat_nomor": "800/12/SETDA",
            "pindaian": surat(),
            "versi": self.baris.versi,
        }
        return catat_keputusan_luar(**(isian | ubah))

    def test_the_letter_makes_the_row_final_and_is_kept(self) -> None:
        hasil = self.catat()
        assert (hasil.status, hasil.predikat, hasil.surat_nomor) == ("ditetapkan", "baik", "800/12/SETDA")
        assert str(hasil.surat_pindaian.name).endswith(".pdf")
        assert "surat" not in str(hasil.surat_pindaian.name)
        assert CatatanAudit.objects.get(aksi="kinerja.evaluasi.catat_keputusan_luar").keterangan.endswith("SETDA")

    def test_without_a_real_scan_nothing_is_recorded(self) -> None:
        besar = surat(PDF + b"0" * (5 * 1024 * 1024))
        for pindaian in (None, surat(b""), surat(b"<html>", "surat.pdf"), besar):
            with pytest.raises(ProsesDitolak):
                self.catat(pindaian=pindaian)
        with pytest.raises(ProsesDitolak, match="nomor surat"):
            self.catat(surat_nomor=" ")
        self.baris.refresh_from_db()
        assert (self.baris.status, self.baris.surat_pindaian.name) == (StatusEvaluasi.MENUNGGU.value, "")

    def test_the_kind_of_file_is_read_from_its_bytes(self) -> None:
        hasil = self.catat(pindaian=surat(b"\x89PNG\r\n\x1a\n...", "x.exe"))
        assert str(hasil.surat_pindaian.name).endswith(".png")

    def test_only_the_pengelola_records_it_and_never_for_an_official_inside(self) -> None:
        with pytest.raises(ProsesDitolak, match="pengelola"):
            self.catat(oleh=akun(self.kantor.camat))
        with pytest.raises(ProsesDitolak, match="pengelola"):
            self.catat(oleh=akun(self.kantor.kasi))
        staf = self.kantor.evaluasi(self.kantor.staf[0])
        with pytest.raises(ProsesDitolak, match="ada di kantor ini"):
            self.catat(evaluasi=staf, versi=staf.versi)

    def test_an_official_with_an_account_decides_there(self) -> None:
        self.kantor.sekda.pengguna = pabrik.buat_pengguna(nama="Sekda")
        self.kantor.sekda.save()
        with pytest.raises(ProsesDitolak, match="punya akun sendiri"):
            self.catat()
        assert putus(self.baris, self.kantor.sekda.pengguna).predikat == "baik"


class RebutanTests(UjiSerentak):
    """Two officials finalise at once: one wins, the other is told, and there is one audit entry."""

    def rebut(self) -> list[object]:
        kantor = buat_kantor()
        kantor.hitung()
        kasi = akun(kantor.kasi)
        baris = putus(kantor.evaluasi(kantor.staf[0]), kasi)
        return self.sekaligus(
            *[lambda: tetapkan(evaluasi=baris, oleh=kasi, versi=baris.versi) for _ in range(2)],
        )

    def test_one_wins_and_the_other_hears_who_did(self) -> None:
        hasil = self.rebut()
        ditolak = [satu for satu in hasil if isinstance(satu, ProsesDitolak)]
        assert len(ditolak) == 1
        assert "sudah ditetapkan oleh Kasi" in str(ditolak[0])
        assert CatatanAudit.objects.filter(aksi="kinerja.evaluasi.tetapkan").count() == 1

    def test_control_without_the_row_lock_only_the_trigger_stops_the_second(self) -> None:
        asli = modul._run_dapat_dipublikasikan
        import threading

        gerbang = threading.Barrier(2)

        def tunggu(kini: Evaluasi) -> None:
            asli(kini)
            gerbang.wait(60)

        with (
            mock.patch.object(QuerySet, "select_for_update", lambda self, **_: self),
            mock.patch.object(modul, "_run_dapat_dipublikasikan", tunggu),
        ):
            hasil = self.rebut()
        # Both passed every check; without the lock the second would have overwritten the first but for the trigger.
        galat = [satu for satu in hasil if isinstance(satu, Exception)]
        assert [type(satu).__name__ for satu in galat] == ["IntegrityError"]
