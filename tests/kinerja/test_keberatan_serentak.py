"""Two people at the same moment, on real connections: one wins, the other reads why not. With negative controls."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from functools import partial
from unittest import mock

import pytest
from django.db import IntegrityError, connection
from django.db.models import QuerySet

from kinerja.enums import Pihak
from kinerja.models import Evaluasi, Keberatan, Realisasi
from kinerja.proses import ProsesDitolak, putuskan, simpan_realisasi, tetapkan
from kinerja.proses.dengar_keberatan import beri_keterangan
from kinerja.proses.keberatan import ajukan_keberatan, cabut_keberatan, putus_keberatan
from rakumpit.audit.models import CatatanAudit
from rakumpit.waktu import WIB
from tests import pabrik
from tests.kinerja.kantor import Kantor, akun, buat_kantor
from tests.serentak import UjiSerentak
from tests.survei.dasar import pada

SAAT = datetime(2026, 10, 5, 9, 0, tzinfo=WIB)
BIASA, BANYAK = 10, 200


class _Balapan(UjiSerentak):
    """One office; each round has a staff member of its own, so that rounds do not wait for an emptied database."""

    putaran = BIASA

    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.kantor: Kantor = buat_kantor(jumlah_staf=0)
        self.kasi, self.camat = akun(self.kantor.kasi), akun(self.kantor.camat)
        self.staf = []
        for urut in range(self.putaran):
            pegawai = pabrik.buat_pegawai(self.kantor.seksi, nama=f"Staf {urut}")
            self.kantor.indikator[pegawai.pk] = pabrik.buat_indikator(
                pabrik.buat_skp(pegawai, penilai=self.kantor.kasi)
            )
            self.staf.append(pegawai)
        self.kantor.hitung()

    def diputus(self, urut: int) -> Evaluasi:
        baris = self.kantor.evaluasi(self.staf[urut])
        return putuskan(
            evaluasi=baris,
            oleh=self.kasi,
            rating_hasil="di_bawah",
            rating_perilaku="sesuai",
            alasan="Terlambat.",
            versi=baris.versi,
        )

    def final(self, urut: int) -> Evaluasi:
        baris = self.diputus(urut)
        return tetapkan(evaluasi=baris, oleh=self.kasi, versi=baris.versi)

    def satu_menang(self, *pekerjaan: Callable[[], object]) -> list[object]:
        """Exactly one succeeds; the others are refused with a sentence, never with a fault."""
        hasil = self.sekaligus(*pekerjaan)
        kalah = [satu for satu in hasil if isinstance(satu, BaseException)]
        assert len(kalah) == len(hasil) - 1, hasil
        assert all(isinstance(satu, ProsesDitolak) for satu in kalah), hasil
        return hasil

    def balapan_tetapkan(self) -> None:
        """Two windows of the superior make the same row final."""
        for urut in range(self.putaran):
            baris = self.diputus(urut)
            self.satu_menang(*[partial(tetapkan, evaluasi=baris, oleh=self.kasi, versi=baris.versi)] * 2)
            assert self.catatan("kinerja.evaluasi.tetapkan", baris) == 1

    def catatan(self, aksi: str, objek: Evaluasi | Keberatan) -> int:
        return CatatanAudit.objects.filter(aksi=aksi, objek_id=str(objek.uuid)).count()

    def balapan_isi_dan_tetapkan(self) -> None:
        """The employee types while the superior makes final: never a final row whose inputs changed under it."""
        for urut, pegawai in enumerate(self.staf):
            baris, indikator = self.diputus(urut), self.kantor.indikator[pegawai.pk]
            isi = partial(
                simpan_realisasi,
                indikator=indikator,
                periode=self.kantor.periode,
                oleh=akun(pegawai),
                nilai=Decimal(80),
            )
            hasil = self.sekaligus(isi, partial(tetapkan, evaluasi=baris, oleh=self.kasi, versi=baris.versi))
            assert all(not isinstance(satu, Exception) or isinstance(satu, ProsesDitolak) for satu in hasil), hasil
            kini = self.kantor.evaluasi(pegawai)
            ada = Realisasi.objects.filter(indikator=indikator, periode=self.kantor.periode).exists()
            if kini.status == "ditetapkan":
                assert not ada
                assert isinstance(hasil[0], ProsesDitolak)
            else:
                assert ada
                assert isinstance(hasil[1], ProsesDitolak)

    def balapan_dua_keberatan(self) -> None:
        """The form is sent twice at once."""
        for urut, pegawai in enumerate(self.staf):
            baris = self.final(urut)
            kirim = partial(ajukan_keberatan, evaluasi=baris, oleh=akun(pegawai), alasan="Tidak sesuai.")
            self.satu_menang(kirim, kirim)
            satu = Keberatan.objects.get(evaluasi=baris)
            assert self.catatan("kinerja.keberatan.ajukan", satu) == 1

    def balapan_putus_dan_cabut(self) -> None:
        """The official decides while the employee withdraws."""
        for urut, pegawai in enumerate(self.staf):
            keberatan = ajukan_keberatan(evaluasi=self.final(urut), oleh=akun(pegawai), alasan="Tidak sesuai.")
            for oleh, pihak in ((akun(pegawai), Pihak.PEGAWAI), (self.kasi, Pihak.PENILAI)):
                keberatan = beri_keterangan(keberatan=keberatan, oleh=oleh, pihak=pihak, isi="Keterangan.")
            putus = partial(
                putus_keberatan,
                keberatan=keberatan,
                oleh=self.camat,
                putusan="berubah",
                rating_hasil="sesuai",
                rating_perilaku="sesuai",
                alasan="Sah.",
                versi=keberatan.versi,
            )
            self.satu_menang(putus, partial(cabut_keberatan, keberatan=keberatan, oleh=akun(pegawai)))
            keberatan.refresh_from_db()
            banyak = Evaluasi.objects.filter(pegawai=pegawai).count()
            assert (keberatan.status, banyak) in {("diputus", 2), ("dicabut", 1)}
            assert Evaluasi.objects.filter(pegawai=pegawai, terbaru=True).count() == 1


class BalapanTests(_Balapan):
    def test_dua_penetapan(self) -> None:
        self.balapan_tetapkan()

    def test_isi_dan_tetapkan(self) -> None:
        self.balapan_isi_dan_tetapkan()

    def test_dua_keberatan(self) -> None:
        self.balapan_dua_keberatan()

    def test_putus_dan_cabut(self) -> None:
        self.balapan_putus_dan_cabut()

    def test_kontrol_tanpa_kunci_dua_penetapan_sama_sama_berhasil_memeriksa(self) -> None:
        """Without row locks both pass the check; only the trigger of the database stops the second one."""
        baris = self.diputus(0)
        pagar = threading.Barrier(2, timeout=20)
        asli = Evaluasi.save

        def simpan_bersama(self: Evaluasi, *isi: object, **nama: object) -> None:
            pagar.wait()
            asli(self, *isi, **nama)  # type: ignore[arg-type]  # passed through

        with (
            mock.patch.object(QuerySet, "select_for_update", lambda self, **_: self.all()),
            mock.patch.object(Evaluasi, "save", simpan_bersama),
        ):
            hasil = self.sekaligus(*[partial(tetapkan, evaluasi=baris, oleh=self.kasi, versi=baris.versi)] * 2)
        assert [type(satu) for satu in hasil].count(IntegrityError) == 1, hasil

    def test_kontrol_tanpa_kunci_keputusan_dan_pencabutan_bertabrakan(self) -> None:
        """Without row locks decide and withdraw both pass their checks, and the database has to refuse one."""
        pegawai = self.staf[0]
        keberatan = ajukan_keberatan(evaluasi=self.final(0), oleh=akun(pegawai), alasan="Tidak sesuai.")
        for oleh, pihak in ((akun(pegawai), Pihak.PEGAWAI), (self.kasi, Pihak.PENILAI)):
            keberatan = beri_keterangan(keberatan=keberatan, oleh=oleh, pihak=pihak, isi="Keterangan.")
        pagar = threading.Barrier(2, timeout=20)
        asli = Keberatan.save

        def simpan_bersama(self: Keberatan, *isi: object, **nama: object) -> None:
            pagar.wait()
            asli(self, *isi, **nama)  # type: ignore[arg-type]  # passed through

        putus = partial(
            putus_keberatan, keberatan=keberatan, oleh=self.camat, putusan="tetap", alasan="Sah.", versi=keberatan.versi
        )
        with (
            mock.patch.object(QuerySet, "select_for_update", lambda self, **_: self.all()),
            mock.patch.object(Keberatan, "save", simpan_bersama),
        ):
            hasil = self.sekaligus(putus, partial(cabut_keberatan, keberatan=keberatan, oleh=akun(pegawai)))
        assert [type(satu) for satu in hasil].count(IntegrityError) == 1, hasil
        connection.close()


@pytest.mark.gangguan
class BalapanBanyakTests(_Balapan):
    putaran = BANYAK

    def test_dua_penetapan(self) -> None:
        self.balapan_tetapkan()

    def test_isi_dan_tetapkan(self) -> None:
        self.balapan_isi_dan_tetapkan()

    def test_dua_keberatan(self) -> None:
        self.balapan_dua_keberatan()

    def test_putus_dan_cabut(self) -> None:
        self.balapan_putus_dan_cabut()
