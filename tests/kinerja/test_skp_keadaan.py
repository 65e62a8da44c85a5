"""Every action in every state of a plan: what is allowed does one thing, what is refused changes nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction
from django.test import TestCase

from kinerja.enums import JenisLampiran, StatusSKP
from kinerja.models import SKP, ButirLampiran, EkspektasiPerilaku, Indikator, RencanaAksi, RencanaHasilKerja
from kinerja.perhitungan import NilaiDasar
from kinerja.proses import ProsesDitolak, ajukan, akhiri, kembalikan, setujui
from kinerja.proses.draf_skp import atur_draf, hapus_draf, hapus_indikator, simpan_indikator, simpan_rencana
from kinerja.proses.isi_skp import simpan_lampiran, tulis_ekspektasi
from kinerja.proses.perubahan_skp import buat_perubahan
from rakumpit.audit.models import CatatanAudit
from tests import pabrik
from tests.kinerja.kantor import akun, buat_kantor
from tests.survei.dasar import SAAT, pada

DISUNTING = {StatusSKP.DRAF, StatusSKP.DIKEMBALIKAN}
DIIZINKAN = {
    "simpan_rencana": DISUNTING,
    "simpan_indikator": DISUNTING,
    "hapus_indikator": DISUNTING,
    "atur": DISUNTING,
    "lampiran": DISUNTING,
    "hapus": DISUNTING,
    "ajukan": DISUNTING,
    "setujui": {StatusSKP.DIAJUKAN},
    "kembalikan": {StatusSKP.DIAJUKAN},
    "ekspektasi": {StatusSKP.DIAJUKAN, StatusSKP.DISETUJUI},
    "akhiri": {StatusSKP.DISETUJUI},
    "perubahan": {StatusSKP.DISETUJUI},
}
MODEL = (SKP, RencanaHasilKerja, Indikator, RencanaAksi, ButirLampiran, EkspektasiPerilaku)


def sidik() -> str:
    """Digest of every stored plan with all its parts."""
    isi = [list(model._default_manager.order_by("pk").values_list()) for model in MODEL]
    return hashlib.sha256(repr(isi).encode()).hexdigest()


class KeadaanTests(TestCase):
    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.kantor = buat_kantor()
        self.pegawai = pabrik.buat_pegawai(self.kantor.seksi, nama="Staf baru")
        self.pemilik, self.kasi = akun(self.pegawai), akun(self.kantor.kasi)

    def dalam_keadaan(self, status: StatusSKP) -> SKP:
        """A plan that came into the state by the processes themselves."""
        skp = pabrik.buat_skp(self.pegawai)
        pabrik.buat_indikator(skp)
        if status is StatusSKP.DRAF:
            return skp
        skp = ajukan(skp=skp, oleh=self.pemilik)
        if status is StatusSKP.DIKEMBALIKAN:
            return kembalikan(skp=skp, oleh=self.kasi, catatan="Lengkapi.")
        if status is StatusSKP.DIAJUKAN:
            return skp
        skp = setujui(skp=skp, oleh=self.kasi)
        if status is StatusSKP.SELESAI:
            return akhiri(skp=skp, oleh=self.kantor.pengelola, tanggal=date(2026, 9, 15), alasan="Mutasi")
        if status is StatusSKP.DIGANTI:
            baru = buat_perubahan(skp=skp, oleh=self.pemilik, alasan="Target berubah")
            setujui(skp=ajukan(skp=baru, oleh=self.pemilik), oleh=self.kasi)
            skp.refresh_from_db()
        return skp

    def aksi(self, skp: SKP) -> dict[str, Callable[[], object]]:
        """Each action by the person who may do it, so that only the state can refuse."""
        rencana = skp.rencana.order_by("urut")[0]
        indikator = rencana.indikator.get()
        return {
            "simpan_rencana": lambda: simpan_rencana(
                rencana=RencanaHasilKerja(skp=skp, uraian="Hasil lain"), oleh=self.pemilik
            ),
            "simpan_indikator": lambda: simpan_indikator(
                indikator=Indikator(rencana=rencana, uraian="x", target=Decimal(5)), oleh=self.pemilik
            ),
            "hapus_indikator": lambda: hapus_indikator(indikator=indikator, oleh=self.pemilik),
            "atur": lambda: atur_draf(
                skp=skp,
                oleh=self.pemilik,
                mulai=skp.mulai,
                selesai=date(2026, 11, 30),
                pendekatan=skp.pendekatan,
                suntingan=skp.suntingan,
            ),
            "lampiran": lambda: simpan_lampiran(
                skp=skp, oleh=self.pemilik, isi={JenisLampiran.SKEMA: ["Laporan"]}, suntingan=skp.suntingan
            ),
            "hapus": lambda: hapus_draf(skp=skp, oleh=self.pemilik),
            "ajukan": lambda: ajukan(skp=skp, oleh=self.pemilik),
            "setujui": lambda: setujui(skp=skp, oleh=self.kasi),
            "kembalikan": lambda: kembalikan(skp=skp, oleh=self.kasi, catatan="Perbaiki."),
            "ekspektasi": lambda: tulis_ekspektasi(
                skp=skp, oleh=self.kasi, isi={NilaiDasar.LOYAL: "Jaga."}, suntingan=skp.suntingan
            ),
            "akhiri": lambda: akhiri(
                skp=skp, oleh=self.kantor.pengelola, tanggal=date(2026, 9, 14), alasan="SK mutasi"
            ),
            "perubahan": lambda: buat_perubahan(skp=skp, oleh=self.pemilik, alasan="Target berubah"),
        }

    def test_every_pair(self) -> None:
        diuji = 0
        for status in StatusSKP:
            with transaction.atomic():
                skp = self.dalam_keadaan(status)
                assert skp.status == status.value
                for nama, jalan in self.aksi(skp).items():
                    boleh = status in DIIZINKAN[nama]
                    with self.subTest(keadaan=status.value, aksi=nama), transaction.atomic():
                        awal, audit = sidik(), CatatanAudit.objects.count()
                        if boleh:
                            jalan()
                            assert sidik() != awal
                            assert CatatanAudit.objects.count() == audit + 1
                        else:
                            with pytest.raises(ProsesDitolak):
                                jalan()
                            assert sidik() == awal
                            assert CatatanAudit.objects.count() == audit
                        diuji += 1
                        transaction.set_rollback(True)
                transaction.set_rollback(True)
        assert diuji == len(StatusSKP) * len(DIIZINKAN)

    def test_nobody_acts_for_another(self) -> None:
        """In the state in which the entitled person may, everybody else is refused and nothing changes."""
        semua = {
            "pemilik": self.pemilik,
            "kasi": self.kasi,
            "camat": akun(self.kantor.camat),
            "pengelola": self.kantor.pengelola,
            "rekan": akun(self.kantor.staf[0]),
        }
        diuji = 0
        for status, nama, berhak in (
            (StatusSKP.DRAF, "ajukan", "pemilik"),
            (StatusSKP.DRAF, "hapus", "pemilik"),
            (StatusSKP.DIAJUKAN, "setujui", "kasi"),
            (StatusSKP.DIAJUKAN, "kembalikan", "kasi"),
            (StatusSKP.DISETUJUI, "akhiri", "pengelola"),
            (StatusSKP.DISETUJUI, "perubahan", "pemilik"),
        ):
            for orang, oleh in semua.items():
                if orang == berhak:
                    continue
                with self.subTest(aksi=nama, orang=orang), transaction.atomic():
                    skp = self.dalam_keadaan(status)
                    self.pemilik = self.kasi = self.kantor.pengelola = oleh
                    awal, audit = sidik(), CatatanAudit.objects.count()
                    with pytest.raises(ProsesDitolak):
                        self.aksi(skp)[nama]()
                    assert (sidik(), CatatanAudit.objects.count()) == (awal, audit)
                    diuji += 1
                    transaction.set_rollback(True)
                self.pemilik, self.kasi, self.kantor.pengelola = semua["pemilik"], semua["kasi"], semua["pengelola"]
        assert diuji == 24
