"""Any order of steps: never more seats than there are, the list in its order, everybody in one place."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from pelatihan.models import Kegiatan, Pendaftaran
from pelatihan.proses import kursi
from pelatihan.proses.galat import ProsesDitolak
from pelatihan.proses.pendaftaran import batalkan, lepas_tawaran, mendaftar, setujui, terima_tawaran, tolak
from rakumpit.organisasi.models import Pegawai, Pengguna
from tests import pabrik
from tests.pelatihan.isi import akun
from tests.pelatihan.isi_pendaftaran import buka_kegiatan
from tests.survei.dasar import SAAT, pada

ORANG = 6
NOMOR = st.integers(0, ORANG - 1)
_HIDUP = ("menunggu", "daftar_tunggu", "ditawari", "terdaftar")


class MesinPendaftaran(RuleBasedStateMachine):
    """Six people, one event with the superior's answer. ``antre`` is a plain list kept beside the database."""

    kegiatan: Kegiatan
    orang: list[Pegawai]
    atasan: Pengguna
    antre: list[int]

    @initialize(kuota=st.integers(1, 4), perlu=st.booleans())
    def mulai(self, kuota: int, perlu: bool) -> None:
        unit = pabrik.buat_unit(nama="Seksi Sifat")
        kepala = pabrik.buat_pegawai(unit, memimpin=True)
        self.atasan = akun(kepala)
        self.orang = [pabrik.buat_pegawai(unit) for _ in range(ORANG)]
        self.kegiatan = buka_kegiatan(unit, kuota, perlu_persetujuan=perlu)
        self.antre = []

    def milik(self, n: int) -> Pendaftaran | None:
        return self.kegiatan.pendaftaran.hidup().filter(pegawai=self.orang[n]).first()

    def coba(self, langkah: Any, n: int, oleh: Pengguna | None = None, **isi: Any) -> None:
        baris = self.milik(n)
        if baris is not None:
            try:
                langkah(pendaftaran=baris, oleh=oleh or akun(self.orang[n]), **isi)
            except ProsesDitolak:
                assert self.milik(n) == baris

    @rule(n=NOMOR)
    def daftar(self, n: int) -> None:
        ada = self.milik(n)
        (baris,) = mendaftar(kegiatan=self.kegiatan, pegawai=[self.orang[n]], oleh=akun(self.orang[n]))
        assert ada is None or ada.pk == baris.pk
        if ada is None and baris.status == "daftar_tunggu":
            self.antre.append(baris.pk)

    @rule(n=NOMOR)
    def batal(self, n: int) -> None:
        self.coba(batalkan, n)

    @rule(n=NOMOR)
    def terima(self, n: int) -> None:
        self.coba(terima_tawaran, n)

    @rule(n=NOMOR)
    def lepas(self, n: int) -> None:
        self.coba(lepas_tawaran, n)

    @rule(n=NOMOR)
    def setuju(self, n: int) -> None:
        self.coba(setujui, n, self.atasan)

    @rule(n=NOMOR)
    def tolak(self, n: int) -> None:
        self.coba(tolak, n, self.atasan, alasan="Loket kosong.")

    @rule(kuota=st.integers(1, 6))
    def kuota(self, kuota: int) -> None:
        terkunci = kursi.kunci_kegiatan(self.kegiatan.pk)
        try:
            kursi.periksa_kuota(terkunci, kuota)
        except ProsesDitolak:
            assert kuota < terkunci.pendaftaran.berkursi().count()
            return
        terkunci.kuota_maks = kuota
        terkunci.save(update_fields=["kuota_maks"])
        kursi.naikkan(terkunci)

    @rule(hari=st.integers(0, 6))
    def waktu_lewat(self, hari: int) -> None:
        with pada(SAAT + timedelta(days=hari)):
            kursi.rapikan()

    @invariant()
    def tidak_melampaui_kursi(self) -> None:
        kegiatan = Kegiatan.objects.get(pk=self.kegiatan.pk)
        terisi = kegiatan.pendaftaran.berkursi().count()
        assert kegiatan.kuota_maks is not None
        assert terisi <= kegiatan.kuota_maks
        # A seat is free only while nobody waits.
        assert terisi == kegiatan.kuota_maks or not kegiatan.pendaftaran.antre().exists()

    @invariant()
    def daftar_tunggu_urut(self) -> None:
        kini = list(self.kegiatan.pendaftaran.antre().values_list("pk", flat=True))
        self.antre = [pk for pk in self.antre if pk in set(kini)]
        assert kini == self.antre

    @invariant()
    def seorang_satu_tempat(self) -> None:
        hidup = list(self.kegiatan.pendaftaran.hidup().values_list("pegawai_id", "status"))
        assert len(hidup) == len({pk for pk, _ in hidup})
        assert {status for _, status in hidup} <= set(_HIDUP)


class SifatPendaftaranTests(TestCase):
    def test_setiap_urutan_langkah(self) -> None:
        with pada(SAAT):
            run_state_machine_as_test(
                MesinPendaftaran,
                settings=settings(
                    max_examples=25,
                    stateful_step_count=20,
                    deadline=None,
                    derandomize=True,
                    suppress_health_check=list(HealthCheck),
                ),
            )
