"""Any sequence of actions by anybody, on any day of the year: what must hold about plans afterwards."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from itertools import pairwise
from typing import Any, ClassVar

from django.db import transaction
from django.test import TestCase
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from kinerja.enums import StatusSKP
from kinerja.models import SKP, Indikator, RencanaHasilKerja
from kinerja.proses import ProsesDitolak, ajukan, akhiri, kembalikan, setujui
from kinerja.proses.draf_skp import buat_draf, hapus_draf, hapus_indikator, simpan_indikator, simpan_rencana
from kinerja.proses.perubahan_skp import buat_perubahan
from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import WIB
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.survei.dasar import pada

SEMUA = ("pemilik", "kasi", "camat", "pengelola", "rekan")
# Mostly the newest plan, sometimes an older one.
URUT = st.sampled_from([-1] * 6 + [0, 1, 2])


def bila(*status: StatusSKP) -> Callable[[Any], Any]:
    """Only while the newest plan is in one of these states: wrong states have their own table (test_skp_keadaan)."""
    nilai = {satu.value for satu in status}
    return precondition(lambda mesin: mesin.keadaan_terbaru() in nilai)


def biasanya(orang: str) -> st.SearchStrategy[str]:
    """Mostly the one who may, else a walk would rarely get beyond a draft."""
    return st.sampled_from([*[orang] * 12, *SEMUA])


def isi(skp: SKP) -> list[Any]:
    """What was promised in a plan."""
    medan = ("rencana__urut", "rencana__uraian", "urut", "uraian", "target", "target_atas", "bobot", "satuan", "arah")
    return list(Indikator.objects.filter(rencana__skp=skp).order_by("rencana__urut", "urut").values_list(*medan))


class MesinSKP(RuleBasedStateMachine):
    """One person with plans, five accounts that try everything, and a clock that moves on."""

    kantor: ClassVar[Kantor]

    def __init__(self) -> None:
        super().__init__()
        self.tumpukan = ExitStack()
        self.tumpukan.enter_context(transaction.atomic())
        self.tumpukan.callback(transaction.set_rollback, True)
        self.hari = datetime(2026, 1, 5, 9, 0, tzinfo=WIB)
        pegawai = self.kantor.staf[0]
        self.pegawai = pegawai
        self.orang: dict[str, Pengguna] = {
            "pemilik": akun(pegawai),
            "kasi": akun(self.kantor.kasi),
            "camat": akun(self.kantor.camat),
            "pengelola": self.kantor.pengelola,
            "rekan": akun(self.kantor.staf[1]),
        }
        self.beku: dict[int, list[Any]] = {}

    def teardown(self) -> None:
        self.tumpukan.close()

    def skp(self, urut: int) -> SKP | None:
        semua = list(SKP.objects.filter(pegawai=self.pegawai).order_by("pk"))
        return semua[urut % len(semua)] if semua else None

    def keadaan_terbaru(self) -> str:
        skp = self.skp(-1)
        return skp.status if skp else ""

    def coba(self, oleh: str, boleh: set[str], jalan: Callable[[], object], *, catatan: int = 1) -> None:
        """Do one action. Done: by one of ``boleh``, with its audit entries. Refused: nothing was written."""
        awal, isi_awal = CatatanAudit.objects.count(), self._isi_semua()
        try:
            with pada(self.hari):
                jalan()
        except ProsesDitolak:
            assert CatatanAudit.objects.count() == awal
            assert self._isi_semua() == isi_awal
        else:
            assert oleh in boleh, oleh
            assert CatatanAudit.objects.count() == awal + catatan

    def _isi_semua(self) -> list[Any]:
        baris = list(SKP.objects.order_by("pk").values_list())
        return [baris, [isi(satu) for satu in SKP.objects.filter(pegawai=self.pegawai).order_by("pk")]]

    @rule(hari=st.integers(1, 45))
    def waktu_berjalan(self, hari: int) -> None:
        self.hari = min(self.hari + timedelta(days=hari), datetime(2026, 12, 31, 9, 0, tzinfo=WIB))

    @bila(StatusSKP.SELESAI)
    @rule(oleh=biasanya("pemilik"), mulai=st.dates(date(2026, 1, 1), date(2026, 12, 1)))
    def draf(self, oleh: str, mulai: date) -> None:
        """By somebody else it is a plan of somebody else, so only the owner tries."""
        if oleh == "pemilik":
            selesai = date(2026, 12, 31)
            self.coba(oleh, {"pemilik"}, lambda: buat_draf(oleh=self.orang[oleh], mulai=mulai, selesai=selesai))

    @bila(StatusSKP.DRAF, StatusSKP.DIKEMBALIKAN)
    @rule(oleh=biasanya("pemilik"), urut=URUT)
    def tambah_rencana(self, oleh: str, urut: int) -> None:
        if skp := self.skp(urut):
            rencana = RencanaHasilKerja(skp=skp, uraian="Hasil")
            self.coba(oleh, {"pemilik"}, lambda: simpan_rencana(rencana=rencana, oleh=self.orang[oleh]))

    @bila(StatusSKP.DRAF, StatusSKP.DIKEMBALIKAN)
    @rule(oleh=biasanya("pemilik"), urut=URUT, angka=st.integers(1, 500))
    def tambah_indikator(self, oleh: str, urut: int, angka: int) -> None:
        skp = self.skp(urut)
        if skp and (rencana := skp.rencana.order_by("-urut").first()):
            baru = Indikator(rencana=rencana, uraian="Ukuran", target=Decimal(angka))
            self.coba(oleh, {"pemilik"}, lambda: simpan_indikator(indikator=baru, oleh=self.orang[oleh]))

    @bila(StatusSKP.DRAF, StatusSKP.DIKEMBALIKAN)
    @rule(oleh=biasanya("pemilik"), urut=URUT, angka=st.integers(1, 500))
    def ubah_indikator(self, oleh: str, urut: int, angka: int) -> None:
        satu = Indikator.objects.filter(rencana__skp=self.skp(urut)).select_related("rencana__skp").first()
        if satu:
            satu.target = Decimal(angka)
            self.coba(oleh, {"pemilik"}, lambda: simpan_indikator(indikator=satu, oleh=self.orang[oleh]))

    @bila(StatusSKP.DRAF, StatusSKP.DIKEMBALIKAN)
    @rule(oleh=biasanya("pemilik"), urut=URUT)
    def hapus_satu_indikator(self, oleh: str, urut: int) -> None:
        satu = Indikator.objects.filter(rencana__skp=self.skp(urut)).select_related("rencana__skp").last()
        if satu:
            self.coba(oleh, {"pemilik"}, lambda: hapus_indikator(indikator=satu, oleh=self.orang[oleh]))

    @bila(StatusSKP.DIKEMBALIKAN)
    @rule(oleh=biasanya("pemilik"), urut=URUT)
    def buang(self, oleh: str, urut: int) -> None:
        if skp := self.skp(urut):
            self.coba(oleh, {"pemilik"}, lambda: hapus_draf(skp=skp, oleh=self.orang[oleh]))

    @bila(StatusSKP.DRAF, StatusSKP.DIKEMBALIKAN)
    @rule(oleh=biasanya("pemilik"), urut=URUT)
    def ajukan(self, oleh: str, urut: int) -> None:
        if skp := self.skp(urut):
            self.coba(oleh, {"pemilik"}, lambda: ajukan(skp=skp, oleh=self.orang[oleh]))

    @bila(StatusSKP.DIAJUKAN)
    @rule(oleh=biasanya("kasi"), urut=URUT, setuju=st.sampled_from([True, True, False]))
    def putuskan(self, oleh: str, urut: int, setuju: bool) -> None:
        skp = self.skp(urut)
        if skp and setuju:
            # A revision changes two plans: it is approved, and the old one is replaced.
            catatan = 2 if skp.sebelumnya_id else 1
            self.coba(oleh, {"kasi"}, lambda: setujui(skp=skp, oleh=self.orang[oleh]), catatan=catatan)
        elif skp:
            self.coba(oleh, {"kasi"}, lambda: kembalikan(skp=skp, oleh=self.orang[oleh], catatan="Perbaiki."))

    @bila(StatusSKP.DISETUJUI)
    @rule(oleh=biasanya("pengelola"), urut=URUT)
    def akhiri(self, oleh: str, urut: int) -> None:
        skp, hari = self.skp(urut), self.hari.date()
        if skp and hari.day > 20:
            jalan = partial(akhiri, skp=skp, oleh=self.orang[oleh], tanggal=hari, alasan="SK mutasi")
            self.coba(oleh, {"pengelola"}, jalan)

    @bila(StatusSKP.DISETUJUI)
    @rule(oleh=biasanya("pemilik"), urut=URUT)
    def ubah_yang_disetujui(self, oleh: str, urut: int) -> None:
        if skp := self.skp(urut):
            self.coba(
                oleh, {"pemilik"}, lambda: buat_perubahan(skp=skp, oleh=self.orang[oleh], alasan="Target berubah")
            )

    @invariant()
    def isi_yang_disetujui_tidak_berubah(self) -> None:
        for skp in SKP.objects.filter(pegawai=self.pegawai):
            if skp.disetujui:
                assert isi(skp) == self.beku.setdefault(skp.pk, isi(skp))
        ada = set(SKP.objects.filter(pegawai=self.pegawai).values_list("pk", flat=True))
        assert set(self.beku) <= ada, "nothing that was approved is deleted"

    @invariant()
    def paling_banyak_satu_skp_sehari(self) -> None:
        hari = SKP.objects.disetujui().filter(pegawai=self.pegawai).order_by("mulai").values_list("mulai", "selesai")
        assert all(lama[1] < baru[0] for lama, baru in pairwise(hari))

    @invariant()
    def paling_banyak_satu_yang_terbuka(self) -> None:
        terbuka = [StatusSKP.DRAF.value, StatusSKP.DIAJUKAN.value, StatusSKP.DIKEMBALIKAN.value]
        assert SKP.objects.filter(pegawai=self.pegawai, status__in=terbuka).count() <= 1

    @invariant()
    def penilai_bukan_pemilik(self) -> None:
        for skp in SKP.objects.filter(pegawai=self.pegawai):
            assert not skp.disetujui or skp.penilai == self.kantor.kasi


class SifatSKPTests(TestCase):
    def test_any_sequence_of_actions(self) -> None:
        kantor = buat_kantor()
        for mulai, selesai, nama in (
            (date(2026, 1, 1), date(2026, 3, 31), "tw1"),
            (date(2026, 4, 1), date(2026, 6, 30), "tw2"),
            (date(2026, 10, 1), date(2026, 12, 31), "tw4"),
        ):
            pabrik.buat_periode(kode=f"{nama}-2026", nama=nama, mulai=mulai, selesai=selesai, batas_isi=selesai)
        MesinSKP.kantor = kantor
        run_state_machine_as_test(
            MesinSKP,
            settings=settings(
                max_examples=30,
                stateful_step_count=40,
                deadline=None,
                derandomize=True,
                suppress_health_check=list(HealthCheck),
            ),
        )
