"""Whatever people try, in whatever order: final stays final, nobody decides their own case, each change is recorded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from unittest import mock

from django.db import transaction
from django.test import TestCase
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from kinerja.enums import Pihak, StatusEvaluasi, StatusKeberatan
from kinerja.models import Evaluasi, Keberatan
from kinerja.proses import ProsesDitolak, putuskan, revisi_baru, tetapkan
from kinerja.proses.dengar_keberatan import beri_keterangan, sidik_keterangan
from kinerja.proses.keberatan import ajukan_keberatan, cabut_keberatan, putus_keberatan
from kinerja.proses.penyampaian import terima_hasil
from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import WIB
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.survei.dasar import pada

AWAL = datetime(2026, 10, 1, 9, 0, tzinfo=WIB)
RATING = st.sampled_from(["di_bawah", "sesuai", "di_atas"])
SIAPA = st.sampled_from(["staf", "rekan", "kasi", "camat", "pengelola"])


def biasanya(nama: str) -> st.SearchStrategy[str]:
    """Mostly the one whose step it is, else anybody."""
    return st.one_of(st.just(nama), st.just(nama), SIAPA)


class Mesin(RuleBasedStateMachine):
    """One staff member's evaluation, its revisions and the objections to them; each run on a savepoint of its own."""

    kantor: Kantor
    orang: dict[str, Pengguna]

    def __init__(self) -> None:
        self.titik = transaction.savepoint()
        super().__init__()
        self.hari = 0
        self.final: dict[int, dict[str, Any]] = {}
        self.tutup: dict[int, dict[str, Any]] = {}

    def teardown(self) -> None:
        super().teardown()
        transaction.savepoint_rollback(self.titik)

    @initialize(final=st.booleans())
    def mulai(self, final: bool) -> None:
        """Half of the runs begin with a final result, so that objections are reached."""
        if final:
            self.putuskan(siapa="kasi", hasil="di_bawah", perilaku="sesuai")
            self.tetapkan(siapa="kasi")

    def coba(self, panggil: Callable[[], object]) -> None:
        """Do it on the day of now: a change leaves exactly one entry, a refusal none and no change."""
        catatan, isi = CatatanAudit.objects.count(), self.isi()
        with pada(AWAL + timedelta(days=self.hari)):
            try:
                panggil()
            except ProsesDitolak:
                assert self.isi() == isi
                assert CatatanAudit.objects.count() == catatan
            else:
                assert CatatanAudit.objects.count() == catatan + 1

    def isi(self) -> tuple[Any, ...]:
        return (
            list(Evaluasi.objects.filter(pegawai=self.kantor.staf[0]).order_by("pk").values()),
            list(Keberatan.objects.order_by("pk").values()),
        )

    @property
    def baris(self) -> Evaluasi:
        return self.kantor.evaluasi(self.kantor.staf[0])

    @property
    def keberatan(self) -> Keberatan | None:
        return Keberatan.objects.select_related("evaluasi__pegawai").order_by("-pk").first()

    @rule(hari=st.integers(1, 5))
    def hari_berlalu(self, hari: int) -> None:
        self.hari += hari

    @rule(siapa=biasanya("kasi"), hasil=RATING, perilaku=RATING)
    def putuskan(self, siapa: str, hasil: str, perilaku: str) -> None:
        baris, oleh = self.baris, self.orang[siapa]
        self.coba(
            lambda: putuskan(
                evaluasi=baris,
                oleh=oleh,
                rating_hasil=hasil,
                rating_perilaku=perilaku,
                alasan="Alasan.",
                versi=baris.versi,
            )
        )

    @rule(siapa=biasanya("kasi"))
    def tetapkan(self, siapa: str) -> None:
        baris, oleh = self.baris, self.orang[siapa]
        self.coba(lambda: tetapkan(evaluasi=baris, oleh=oleh, versi=baris.versi))

    @rule(siapa=biasanya("staf"))
    def terima(self, siapa: str) -> None:
        baris, oleh = self.baris, self.orang[siapa]
        self.coba(lambda: terima_hasil(evaluasi=baris, oleh=oleh))

    @rule(siapa=biasanya("pengelola"))
    def koreksi(self, siapa: str) -> None:
        baris, oleh = self.baris, self.orang[siapa]
        self.coba(lambda: revisi_baru(evaluasi=baris, oleh=oleh, alasan="Keliru."))

    @rule(siapa=biasanya("staf"))
    def ajukan(self, siapa: str) -> None:
        baris, oleh = self.baris, self.orang[siapa]
        self.coba(lambda: ajukan_keberatan(evaluasi=baris, oleh=oleh, alasan="Tidak sesuai."))

    @rule(siapa=SIAPA, pihak=st.sampled_from(list(Pihak)))
    def dengar(self, siapa: str, pihak: Pihak) -> None:
        satu = self.keberatan
        if satu is not None:
            kini, oleh = satu, self.orang[siapa]
            isi, semula = f"Keterangan {kini.versi}.", sidik_keterangan(kini, pihak)
            self.coba(lambda: beri_keterangan(keberatan=kini, oleh=oleh, pihak=pihak, isi=isi, semula=semula))

    @rule(siapa=biasanya("camat"), berubah=st.booleans(), hasil=RATING, perilaku=RATING)
    def putus(self, siapa: str, berubah: bool, hasil: str, perilaku: str) -> None:
        satu = self.keberatan
        if satu is not None:
            kini, oleh = satu, self.orang[siapa]
            self.coba(
                lambda: putus_keberatan(
                    keberatan=kini,
                    oleh=oleh,
                    putusan="berubah" if berubah else "tetap",
                    rating_hasil=hasil if berubah else "",
                    rating_perilaku=perilaku if berubah else "",
                    alasan="Alasan.",
                    versi=kini.versi,
                )
            )

    @rule(siapa=SIAPA)
    def cabut(self, siapa: str) -> None:
        satu = self.keberatan
        if satu is not None:
            kini, oleh = satu, self.orang[siapa]
            self.coba(lambda: cabut_keberatan(keberatan=kini, oleh=oleh))

    @invariant()
    def yang_final_tidak_berubah(self) -> None:
        """Only the mark of the newest revision may go, once."""
        semua, keberatan = self.isi()
        for satu in semua:
            if satu["status"] == StatusEvaluasi.DITETAPKAN.value:
                tanpa = {nama: nilai for nama, nilai in satu.items() if nama != "terbaru"}
                assert self.final.setdefault(satu["id"], tanpa) == tanpa
        for satu in keberatan:
            if satu["status"] in {StatusKeberatan.DIPUTUS.value, StatusKeberatan.DICABUT.value}:
                assert self.tutup.setdefault(satu["id"], satu) == satu

    @invariant()
    def tidak_ada_yang_memutus_dirinya_atau_penilaiannya_sendiri(self) -> None:
        semua = Keberatan.objects.filter(status=StatusKeberatan.DIPUTUS.value).select_related("evaluasi__pegawai")
        for satu in semua:
            assert satu.ditutup_oleh_id == self.orang["camat"].pk
            assert satu.ditutup_oleh_id not in {
                satu.evaluasi.pegawai.pengguna_id,
                satu.evaluasi.ditetapkan_oleh_id,
            }
        for baris in Evaluasi.objects.exclude(diputus_oleh=None).select_related("pegawai"):
            assert baris.diputus_oleh_id != baris.pegawai.pengguna_id

    @invariant()
    def satu_hasil_terbaru_dan_keputusan_keberatan_tidak_digugat(self) -> None:
        assert Evaluasi.objects.filter(pegawai=self.kantor.staf[0], terbaru=True).count() == 1
        digugat = set(Keberatan.objects.values_list("evaluasi_id", flat=True))
        assert len(digugat) == Keberatan.objects.count()
        jawaban = set(Keberatan.objects.exclude(evaluasi_baru=None).values_list("evaluasi_baru_id", flat=True))
        assert not digugat & jawaban

    @invariant()
    def diputus_hanya_sesudah_keduanya_didengar(self) -> None:
        for satu in Keberatan.objects.filter(status=StatusKeberatan.DIPUTUS.value):
            assert satu.keterangan_pegawai
            assert satu.keterangan_penilai


class SifatTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        with pada(AWAL):
            Mesin.kantor = kantor = buat_kantor()
            kantor.hitung()
        Mesin.orang = {
            "staf": akun(kantor.staf[0]),
            "rekan": akun(kantor.staf[1]),
            "kasi": akun(kantor.kasi),
            "camat": akun(kantor.camat),
            "pengelola": kantor.pengelola,
        }

    def jalan(self, *, contoh: int) -> None:
        run_state_machine_as_test(
            Mesin,
            settings=settings(
                max_examples=contoh,
                stateful_step_count=20,
                deadline=None,
                database=None,
                # A found fault is told as it is: making it smaller takes minutes.
                phases=[Phase.generate],
                suppress_health_check=list(HealthCheck),
            ),
        )

    def test_urutan_apa_pun(self) -> None:
        self.jalan(contoh=12)

    def test_kontrol_hak_yang_hilang_ketahuan(self) -> None:
        """With the check of who decides taken out, the machine sees that the rater has decided the own case."""
        mesin = Mesin()
        self.addCleanup(mesin.teardown)
        with mock.patch("kinerja.proses.keberatan.boleh_memutus_keberatan", return_value=True):
            mesin.mulai(final=True)
            mesin.ajukan(siapa="staf")
            mesin.dengar(siapa="staf", pihak=Pihak.PEGAWAI)
            mesin.dengar(siapa="kasi", pihak=Pihak.PENILAI)
            mesin.tidak_ada_yang_memutus_dirinya_atau_penilaiannya_sendiri()
            mesin.putus(siapa="kasi", berubah=False, hasil="", perilaku="")
        with self.assertRaises(AssertionError):
            mesin.tidak_ada_yang_memutus_dirinya_atau_penilaiannya_sendiri()
