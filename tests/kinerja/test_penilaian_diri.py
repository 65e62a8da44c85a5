"""The self-assessment: words of the owner, open until the decision, never part of a number."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import TestCase

from kinerja.models import Evaluasi, IsiPenilaianDiri, PenilaianDiri
from kinerja.proses import KonflikVersi, ProsesDitolak, putuskan
from kinerja.proses.penilaian_diri import IsianDiri, alasan_tertutup, rencana_dinilai, simpan_penilaian_diri
from kinerja.ringkasan import menunggu
from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.enums import StatusPegawai
from rakumpit.waktu import hari_ini
from tests import pabrik
from tests.kinerja.kantor import akun, buat_kantor, pilih
from tests.survei.dasar import SAAT, pada
from tests.tugas import untuk

AKSI = "kinerja.penilaian_diri.simpan"


class PenilaianDiriTests(TestCase):
    def setUp(self) -> None:
        self.kantor = buat_kantor()
        self.staf = self.kantor.staf[0]
        self.rencana = self.kantor.indikator[self.staf.pk].rencana
        self.isian = IsianDiri(
            ringkasan=" Surat selesai tepat waktu. ",
            hasil={self.rencana.pk: "Semua surat selesai hari itu."},
            perilaku={"loyal": "Menjaga arsip saat banjir."},
            rating_hasil="di_atas",
        )

    def simpan(self, isian: IsianDiri | None = None, versi: int = 0, **ubah: Any) -> PenilaianDiri:
        dasar: dict[str, Any] = {"periode": self.kantor.periode, "oleh": akun(self.staf)}
        return simpan_penilaian_diri(isian=isian or self.isian, versi=versi, **(dasar | ubah))

    def ditolak(self, pesan: str, isian: IsianDiri | None = None, versi: int = 0, **ubah: Any) -> None:
        """Refused with these words; nothing changed, nothing recorded."""
        awal = (list(PenilaianDiri.objects.values()), list(IsiPenilaianDiri.objects.values()))
        with pytest.raises(ProsesDitolak, match=pesan), transaction.atomic():
            self.simpan(isian, versi, **ubah)
        assert (list(PenilaianDiri.objects.values()), list(IsiPenilaianDiri.objects.values())) == awal
        assert CatatanAudit.objects.filter(aksi=AKSI).count() == len(awal[0])

    def test_it_is_stored_once_and_recorded_once(self) -> None:
        satu = self.simpan()
        assert (satu.ringkasan, satu.rating_hasil, satu.rating_perilaku, satu.versi) == (
            "Surat selesai tepat waktu.",
            "di_atas",
            "",
            1,
        )
        assert satu.isi.count() == 2
        assert self.simpan(versi=1).versi == 1  # the same again
        assert CatatanAudit.objects.filter(aksi=AKSI).count() == 1

    def test_a_change_replaces_the_texts(self) -> None:
        self.simpan()
        kini = self.simpan(IsianDiri(ringkasan="Lain.", perilaku={"adaptif": "Cepat belajar."}), versi=1)
        assert (kini.versi, [satu.nilai_dasar for satu in kini.isi.all()]) == (2, ["adaptif"])
        assert CatatanAudit.objects.filter(aksi=AKSI).count() == 2

    def test_an_old_form_is_refused(self) -> None:
        self.simpan()
        with pytest.raises(KonflikVersi):
            self.simpan(IsianDiri(ringkasan="Tab kedua."))
        self.ditolak("sudah diubah", IsianDiri(ringkasan="Tab kedua."))

    def test_what_is_not_ones_own_or_empty_or_unknown_is_refused(self) -> None:
        asing = self.kantor.indikator[self.kantor.staf[1].pk].rencana
        self.ditolak("tidak ada dalam SKP Anda", IsianDiri(hasil={asing.pk: "Milik rekan."}))
        self.ditolak("paling sedikit satu", IsianDiri(ringkasan="  ", rating_hasil="sesuai"))
        self.ditolak("tidak dikenal", IsianDiri(ringkasan="Ada.", rating_perilaku="luar biasa"))
        self.ditolak("tidak dikenal", IsianDiri(perilaku={"rajin": "Selalu."}))
        self.ditolak("terlalu panjang", IsianDiri(perilaku={"loyal": "x" * 2001}))

    def test_only_people_with_an_skp_in_a_period_that_has_begun(self) -> None:
        self.ditolak("pegawai ASN", oleh=self.kantor.pengelola)
        self.kantor.periode.berlaku_untuk = [StatusPegawai.PPPK.value]
        self.kantor.periode.save()
        self.ditolak("tidak berlaku")
        besok = hari_ini() + timedelta(days=1)
        nanti = pabrik.buat_periode(kode="nanti", nama="Nanti", mulai=besok, selesai=besok, batas_isi=besok)
        self.ditolak("baru mulai", IsianDiri(ringkasan="Terlalu dini."), periode=nanti)

    def test_closed_once_the_superior_has_decided(self) -> None:
        self.simpan()
        self.kantor.hitung()
        baris = self.kantor.evaluasi(self.staf)
        assert alasan_tertutup(self.staf, self.kantor.periode) == ""
        putuskan(
            evaluasi=baris,
            oleh=akun(self.kantor.kasi),
            rating_hasil="sesuai",
            rating_perilaku="sesuai",
            alasan="Baik.",
            versi=baris.versi,
        )
        self.ditolak("sudah memutuskan", IsianDiri(ringkasan="Terlambat."), versi=1)

    def test_no_number_changes_by_it(self) -> None:
        self.kantor.hitung()
        sebelum = Evaluasi.objects.filter(pegawai=self.staf).values().get()
        self.simpan()
        self.kantor.hitung()
        assert Evaluasi.objects.filter(pegawai=self.staf).values().get() == sebelum

    def test_the_database_wants_exactly_one_subject_and_a_text(self) -> None:
        diri = self.simpan()
        for isi in (
            {"uraian": "Tanpa pokok."},
            {"rencana": self.rencana, "nilai_dasar": "loyal", "uraian": "Dua pokok."},
            {"nilai_dasar": "adaptif", "uraian": ""},
            {"nilai_dasar": "loyal", "uraian": "Dua kali."},
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                IsiPenilaianDiri.objects.create(penilaian=diri, **isi)

    def test_plans_of_the_period_only(self) -> None:
        lama = pabrik.buat_skp(self.staf, penilai=self.kantor.kasi, mulai=date(2025, 1, 1), selesai=date(2025, 12, 31))
        pabrik.buat_indikator(lama)
        assert list(rencana_dinilai(self.staf, self.kantor.periode)) == [self.rencana]

    def test_the_duty_comes_near_the_end_and_goes_when_written(self) -> None:
        with pada(SAAT):
            self.duty_of_a_period()

    def duty_of_a_period(self) -> None:
        hari = hari_ini()

        def judul() -> list[str]:
            return [satu.judul for satu in untuk(menunggu, akun(self.staf)) if "penilaian diri" in satu.judul]

        kini = pabrik.buat_periode(
            kode="kini",
            nama="Kini",
            jenis="bulanan",
            mulai=hari - timedelta(days=60),
            selesai=hari + timedelta(days=15),
            batas_isi=hari + timedelta(days=25),
        )
        assert judul() == []
        kini.selesai = hari + timedelta(days=14)
        kini.save()
        assert judul() == ["Tulis penilaian diri Kini"]
        pilihan = pilih(hari, hari_penilaian_diri=13)
        assert judul() == []
        pilihan.delete()
        self.simpan(periode=kini)
        assert judul() == []


class HalamanTests(TestCase):
    def setUp(self) -> None:
        self.kantor = buat_kantor()
        self.staf = self.kantor.staf[0]
        self.alamat = f"/kinerja/penilaian-diri/{self.kantor.periode.kode}/"
        self.medan = f"hasil_{self.kantor.indikator[self.staf.pk].rencana.uuid.hex}"
        self.client.force_login(akun(self.staf))

    def test_the_form_names_the_planned_results_and_comes_back_filled(self) -> None:
        self.assertContains(self.client.get(self.alamat), f'name="{self.medan}"')
        isi = {"ringkasan": "Baik.", self.medan: "Semua selesai.", "perilaku_loyal": "Menjaga arsip.", "versi": "0"}
        jawab = self.client.post(self.alamat, isi)
        self.assertRedirects(jawab, f"{self.alamat}?tersimpan=1")
        jawab = self.client.get(self.alamat)
        for kata in ("Semua selesai.", "Menjaga arsip.", 'name="versi" value="1"'):
            self.assertContains(jawab, kata)

    def test_nothing_typed_is_lost_on_a_refusal_and_a_conflict_shows_both(self) -> None:
        self.assertContains(self.client.post(self.alamat, {"versi": "0"}), "paling sedikit satu", status_code=409)
        self.client.post(self.alamat, {"ringkasan": "Tab pertama.", "versi": "0"})
        jawab = self.client.post(self.alamat, {"ringkasan": "Tab kedua.", "versi": "0"})
        self.assertContains(jawab, "Tab pertama.", status_code=409)
        self.assertContains(jawab, "Tab kedua.", status_code=409)
        assert self.client.post(self.alamat, {"ringkasan": "Tab kedua.", "versi": "1"}).status_code == 302

    def test_the_superior_reads_it_beside_the_proposal_and_a_colleague_cannot(self) -> None:
        self.client.post(self.alamat, {"ringkasan": "Antrean Juli ramai.", "rating_hasil": "di_atas", "versi": "0"})
        self.kantor.hitung()
        baris = self.kantor.evaluasi(self.staf)
        self.client.force_login(akun(self.kantor.kasi))
        jawab = self.client.get(f"/kinerja/tim/{baris.uuid}/")
        self.assertContains(jawab, "Antrean Juli ramai.")
        self.assertContains(jawab, "Tidak ikut dihitung.")
        self.client.force_login(akun(self.kantor.staf[1]))
        assert self.client.get(f"/kinerja/evaluasi/{baris.uuid}/").status_code == 404
        self.assertNotContains(self.client.get(self.alamat), "Antrean Juli ramai.")

    def test_a_period_for_others_and_people_without_an_skp_404(self) -> None:
        assert self.client.get("/kinerja/penilaian-diri/ngawur/").status_code == 404
        self.client.force_login(self.kantor.pengelola)
        assert self.client.get(self.alamat).status_code == 404
