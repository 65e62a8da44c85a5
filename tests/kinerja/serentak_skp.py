"""Two people at one plan in the same moment: the rounds that the normal and the fault suite repeat."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from kinerja.enums import StatusSKP
from kinerja.models import SKP, Indikator, RencanaHasilKerja
from kinerja.perhitungan import periksa_bobot
from kinerja.proses import ProsesDitolak, ajukan, kembalikan, setujui
from kinerja.proses.draf_skp import simpan_indikator
from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.models import Pengguna
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.serentak import UjiSerentak


class RondeSKP(UjiSerentak):
    """Each ``ronde_…`` makes a person with a plan of its own, runs two actions at once and checks what came out."""

    kantor: Kantor

    def setUp(self) -> None:
        self.kantor = buat_kantor(jumlah_staf=0)
        self.kasi = akun(self.kantor.kasi)

    def skp_baru(self) -> tuple[SKP, Pengguna]:
        pegawai = pabrik.buat_pegawai(self.kantor.seksi)
        skp = pabrik.buat_skp(pegawai)
        rencana = RencanaHasilKerja.objects.create(skp=skp, urut=1, uraian="Hasil")
        for urut in (1, 2):
            Indikator.objects.create(rencana=rencana, urut=urut, uraian="x", target=Decimal(1), bobot=Decimal(50))
        return skp, akun(pegawai)

    def jadi(self, *pekerjaan: Callable[[], object]) -> int:
        """How many of the actions were done; every other one was refused in words."""
        hasil = self.sekaligus(*pekerjaan)
        for satu in hasil:
            if isinstance(satu, Exception) and not isinstance(satu, ProsesDitolak):
                raise satu
        return sum(not isinstance(satu, Exception) for satu in hasil)

    def jumlah_catatan(self, skp: SKP, aksi: str) -> int:
        return CatatanAudit.objects.filter(objek_id=str(skp.uuid), aksi=f"kinerja.skp.{aksi}").count()

    def ronde_dua_ajukan(self) -> None:
        skp, pemilik = self.skp_baru()
        assert self.jadi(*(lambda: ajukan(skp=skp, oleh=pemilik) for _ in range(2))) == 1
        assert self.jumlah_catatan(skp, "ajukan") == 1
        assert self.kasi.notifikasi.filter(kunci__contains=str(skp.uuid)).count() == 1

    def ronde_dua_setujui(self) -> None:
        skp, pemilik = self.skp_baru()
        ajukan(skp=skp, oleh=pemilik)
        assert self.jadi(*(lambda: setujui(skp=skp, oleh=self.kasi) for _ in range(2))) == 1
        assert self.jumlah_catatan(skp, "setujui") == 1

    def ronde_setujui_dan_kembalikan(self) -> None:
        skp, pemilik = self.skp_baru()
        ajukan(skp=skp, oleh=pemilik)
        jadi = self.jadi(
            lambda: setujui(skp=skp, oleh=self.kasi),
            lambda: kembalikan(skp=skp, oleh=self.kasi, catatan="Perbaiki."),
        )
        skp.refresh_from_db()
        catatan = {nama: self.jumlah_catatan(skp, nama) for nama in ("setujui", "kembalikan")}
        assert jadi == 1
        assert catatan == {"setujui": int(skp.status == "disetujui"), "kembalikan": int(skp.status == "dikembalikan")}

    def ronde_ajukan_dan_ubah(self) -> None:
        """Whatever comes first: what was submitted is what was checked."""
        skp, pemilik = self.skp_baru()
        indikator = Indikator.objects.select_related("rencana__skp").filter(rencana__skp=skp)[0]
        indikator.bobot = Decimal(60)
        self.jadi(lambda: ajukan(skp=skp, oleh=pemilik), lambda: simpan_indikator(indikator=indikator, oleh=pemilik))
        skp.refresh_from_db()
        bobot = list(Indikator.objects.filter(rencana__skp=skp).values_list("bobot", flat=True))
        assert skp.status == StatusSKP.DRAF.value or periksa_bobot(bobot) is None

    def ronde_dua_skp_untuk_hari_yang_sama(self) -> None:
        skp, pemilik = self.skp_baru()
        kedua = pabrik.buat_skp(skp.pegawai, mulai=date(2026, 6, 1))
        pabrik.buat_indikator(kedua)
        for satu in (skp, kedua):
            ajukan(skp=satu, oleh=pemilik)
        assert self.jadi(lambda: setujui(skp=skp, oleh=self.kasi), lambda: setujui(skp=kedua, oleh=self.kasi)) == 1
        assert SKP.objects.disetujui().filter(pegawai=skp.pegawai).count() == 1

    def semua_ronde(self, kali: int) -> None:
        for nama in sorted(nama for nama in dir(self) if nama.startswith("ronde_")):
            for urut in range(kali):
                with self.subTest(nama, urut=urut):
                    getattr(self, nama)()
