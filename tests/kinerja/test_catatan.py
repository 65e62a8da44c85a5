"""Daily notes: whose, which day, once, locked after the evaluation, and what they add up to."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction
from django.test import TestCase
from django.utils import timezone

from kinerja.enums import StatusEvaluasi
from kinerja.models import Bukti, CatatanHarian, Evaluasi
from kinerja.proses import KonflikVersi, ProsesDitolak
from kinerja.proses.bukti import batalkan_bukti
from kinerja.proses.catatan import (
    IsiCatatan,
    SudahDibatalkan,
    batalkan_catatan,
    tambah_beberapa_foto,
    tambah_foto,
    tulis_catatan,
    ubah_catatan,
)
from kinerja.ringkasan.catatan import RangkumanCatatan, rangkum_catatan
from rakumpit.audit.models import CatatanAudit
from rakumpit.waktu import WIB
from tests import pabrik
from tests.kinerja.berkas import png, unggahan
from tests.kinerja.kantor import akun, buat_kantor
from tests.survei.dasar import SAAT, kasus, pada


class CatatanTests(TestCase):
    def setUp(self) -> None:
        beku = pada(SAAT)
        beku.__enter__()
        self.addCleanup(beku.__exit__, None, None, None)
        self.kantor = buat_kantor()
        self.staf = self.kantor.staf[0]
        self.akun = akun(self.staf)
        self.indikator = self.kantor.indikator[self.staf.pk]

    def isi(self, **ubah: Any) -> IsiCatatan:
        awal: dict[str, Any] = {"tanggal": date(2026, 9, 14), "uraian": "Melayani 23 surat keterangan."}
        return IsiCatatan(**(awal | ubah))

    def tulis(self, kiriman_id: UUID | None = None, **ubah: Any) -> CatatanHarian:
        return tulis_catatan(pegawai=self.staf, oleh=self.akun, kiriman_id=kiriman_id or uuid4(), isi=self.isi(**ubah))

    def tetapkan(self) -> None:
        self.kantor.hitung()
        Evaluasi.objects.filter(pegawai=self.staf).update(
            status=StatusEvaluasi.DITETAPKAN.value,
            rating_hasil="sesuai",
            rating_perilaku="sesuai",
            predikat="baik",
            alasan="Baik.",
            ditetapkan_oleh=akun(self.kantor.kasi),
            ditetapkan_pada=timezone.now(),
        )

    def audit(self) -> list[str]:
        aksi = CatatanAudit.objects.filter(aksi__startswith="kinerja.catatan").order_by("pk")
        return [satu.removeprefix("kinerja.catatan.") for satu in aksi.values_list("aksi", flat=True)]

    def test_hari_kerja_dan_waktu_mengetik_dua_hal(self) -> None:
        satu = self.tulis(uraian=" Rapat \n koordinasi ", indikator=self.indikator, hasil=Decimal(23))
        assert (satu.tanggal, satu.uraian, satu.hasil) == (date(2026, 9, 14), "Rapat koordinasi", Decimal(23))
        satu.refresh_from_db()
        assert satu.dibuat_pada.astimezone(WIB).date() != satu.tanggal
        assert self.audit() == ["tulis"]

    def test_c31_empat_kiriman_satu_baris(self) -> None:
        data = kasus("C31_kirim_ulang.json")
        hasil = {self.tulis(UUID(data["kunci"])).pk for _ in data["urutan"]}
        assert (len(data["urutan"]), len(hasil), CatatanHarian.objects.count()) == (4, 1, 1)
        assert self.audit() == ["tulis"]

    def test_nomor_kiriman_dengan_isi_lain_atau_milik_orang_lain_ditolak(self) -> None:
        kode = uuid4()
        self.tulis(kode)
        with pytest.raises(ProsesDitolak, match="sudah dipakai"):
            self.tulis(kode, uraian="Kalimat lain.")
        rekan = self.kantor.staf[1]
        with pytest.raises(ProsesDitolak, match="sudah dipakai"):
            tulis_catatan(pegawai=rekan, oleh=akun(rekan), kiriman_id=kode, isi=self.isi())
        assert CatatanHarian.objects.get().uraian == "Melayani 23 surat keterangan."

    def test_kiriman_ulang_setelah_diubah_tidak_menimpa(self) -> None:
        kode = uuid4()
        satu = self.tulis(kode)
        ubah_catatan(catatan=satu, oleh=self.akun, versi=1, isi=self.isi(uraian="Melayani 24 surat."))
        assert self.tulis(kode).uraian == "Melayani 24 surat."

    def test_c34_kiriman_ulang_setelah_dibatalkan_dijawab_tuntas(self) -> None:
        kode = uuid4()
        batalkan_catatan(catatan=self.tulis(kode), oleh=self.akun, alasan="Salah hari.")
        with pytest.raises(SudahDibatalkan, match="sudah dibatalkan"):
            self.tulis(kode)
        assert not CatatanHarian.objects.berlaku().exists()

    def test_c114_pekerjaan_desember_sampai_10_januari(self) -> None:
        pabrik.buat_periode(
            kode="tw4-2026", mulai=date(2026, 10, 1), selesai=date(2026, 12, 31), batas_isi=date(2027, 1, 10)
        )
        pabrik.buat_periode(
            kode="2026",
            jenis="tahunan",
            mulai=date(2026, 1, 1),
            selesai=date(2026, 12, 31),
            batas_isi=date(2027, 1, 31),
        )
        diterima, ditolak = [], []
        for saat in ("2027-01-05T08:00", "2027-01-10T23:59", "2027-01-11T00:00"):
            with pada(datetime.fromisoformat(f"{saat}:00+07:00")):
                for hari in (date(2026, 12, 30), date(2027, 1, 4)):
                    try:
                        diterima.append((saat[:10], self.tulis(tanggal=hari).tanggal.day))
                    except ProsesDitolak as galat:
                        ditolak.append(str(galat))
        assert diterima == [
            ("2027-01-05", 30),
            ("2027-01-05", 4),
            ("2027-01-10", 30),
            ("2027-01-10", 4),
            ("2027-01-11", 4),
        ]
        assert ["ditutup pada 10 Januari 2027 pukul 23.59 WIB" in satu for satu in ditolak] == [True]

    def test_isi_yang_tidak_masuk_akal_ditolak_dan_tidak_tersimpan(self) -> None:
        rekan = self.kantor.indikator[self.kantor.staf[1].pk]
        for ubah, sebab in (
            ({"uraian": " \n"}, "satu kalimat"),
            ({"uraian": "a" * 301}, "300 huruf"),
            ({"tanggal": date(2026, 9, 16)}, "belum tiba"),
            ({"hasil": Decimal(1)}, "perlu indikatornya"),
            ({"indikator": rekan}, "SKP yang sudah disetujui"),
            ({"indikator": self.indikator, "hasil": Decimal(-1)}, "0 atau lebih"),
            ({"indikator": self.indikator, "tanggal": date(2025, 12, 31)}, "tidak berlaku pada tanggal"),
        ):
            with self.subTest(sebab), pytest.raises(ProsesDitolak, match=sebab):
                self.tulis(**ubah)
        assert not CatatanHarian.objects.exists()

    def test_c40_orang_lain_tidak_menulis_mengubah_membatalkan(self) -> None:
        satu = self.tulis()
        for oleh in (akun(self.kantor.staf[1]), akun(self.kantor.kasi), self.kantor.pengelola):
            for langkah in (
                lambda oleh=oleh: tulis_catatan(pegawai=self.staf, oleh=oleh, kiriman_id=uuid4(), isi=self.isi()),
                lambda oleh=oleh: ubah_catatan(catatan=satu, oleh=oleh, versi=1, isi=self.isi(uraian="Lain.")),
                lambda oleh=oleh: batalkan_catatan(catatan=satu, oleh=oleh, alasan="Iseng."),
                lambda oleh=oleh: tambah_foto(catatan=satu, oleh=oleh, berkas=unggahan("a.png", png())),
            ):
                with pytest.raises(ProsesDitolak, match="orangnya sendiri"):
                    langkah()
        satu.refresh_from_db()
        assert (satu.uraian, satu.dibatalkan_pada, self.audit()) == ("Melayani 23 surat keterangan.", None, ["tulis"])

    def test_c69_ubah_atas_versi_lama_ditahan(self) -> None:
        satu = self.tulis()
        hasil = ubah_catatan(catatan=satu, oleh=self.akun, versi=1, isi=self.isi(uraian="Tab satu."))
        assert (hasil.uraian, hasil.versi) == ("Tab satu.", 2)
        with pytest.raises(KonflikVersi, match="Staf 1 pada"):
            ubah_catatan(catatan=satu, oleh=self.akun, versi=1, isi=self.isi(uraian="Tab dua."))
        # The same text again is no change.
        assert ubah_catatan(catatan=satu, oleh=self.akun, versi=2, isi=self.isi(uraian="Tab satu.")).versi == 2
        assert self.audit() == ["tulis", "ubah"]

    def test_pembatalan_beralasan_dan_sekali(self) -> None:
        satu = self.tulis()
        with pytest.raises(ProsesDitolak, match="Tulis alasan"):
            batalkan_catatan(catatan=satu, oleh=self.akun, alasan=" ")
        batalkan_catatan(catatan=satu, oleh=self.akun, alasan="Salah hari.")
        for langkah in (
            lambda: batalkan_catatan(catatan=satu, oleh=self.akun, alasan="Lagi."),
            lambda: ubah_catatan(catatan=satu, oleh=self.akun, versi=1, isi=self.isi(uraian="Lain.")),
        ):
            with pytest.raises(ProsesDitolak, match="sudah dibatalkan"):
                langkah()
        assert self.audit() == ["tulis", "batalkan"]

    def test_setelah_ditetapkan_terkunci_juga_bagi_pemiliknya(self) -> None:
        satu = self.tulis()
        foto = tambah_foto(catatan=satu, oleh=self.akun, berkas=unggahan("a.png", png()))
        luar = CatatanHarian.objects.create(
            pegawai=self.staf, kiriman_id=uuid4(), tanggal=date(2026, 6, 30), uraian="Juni.", diisi_oleh=self.akun
        )
        self.tetapkan()
        for langkah in (
            self.tulis,
            lambda: ubah_catatan(catatan=satu, oleh=self.akun, versi=1, isi=self.isi(uraian="Lain.")),
            lambda: ubah_catatan(catatan=luar, oleh=self.akun, versi=1, isi=self.isi()),
            lambda: batalkan_catatan(catatan=satu, oleh=self.akun, alasan="Salah."),
            lambda: tambah_foto(catatan=satu, oleh=self.akun, berkas=unggahan("b.png", png(warna=3))),
            lambda: batalkan_bukti(bukti=foto, oleh=self.akun, alasan="Salah."),
        ):
            with pytest.raises(ProsesDitolak, match="sudah ditetapkan"):
                langkah()
        satu.refresh_from_db()
        assert (satu.uraian, satu.versi) == ("Melayani 23 surat keterangan.", 1)

    def test_basis_data_sendiri_menolak_hapus_dan_ubah_yang_terkunci(self) -> None:
        satu = self.tulis()
        bebas = CatatanHarian.objects.filter(pk=satu.pk)
        with pytest.raises(IntegrityError, match="tidak dihapus"), transaction.atomic():
            bebas.delete()
        for ubah in ({"uraian": ""}, {"hasil": Decimal(1)}, {"alasan_batal": "x"}):
            with pytest.raises(IntegrityError), transaction.atomic():
                bebas.update(**ubah)
        self.tetapkan()
        with pytest.raises(IntegrityError, match="sudah ditetapkan"), transaction.atomic():
            bebas.update(uraian="Diam-diam.")
        luar = CatatanHarian.objects.create(
            pegawai=self.staf, kiriman_id=uuid4(), tanggal=date(2026, 6, 30), uraian="Juni.", diisi_oleh=self.akun
        )
        with pytest.raises(IntegrityError, match="sudah ditetapkan"), transaction.atomic():
            CatatanHarian.objects.filter(pk=luar.pk).update(tanggal=date(2026, 7, 1))

    def test_foto_menjadi_bukti_indikatornya_dan_tidak_rangkap(self) -> None:
        satu = self.tulis(indikator=self.indikator)
        berkas = [unggahan("a.png", png()), unggahan("b.svg", b"<svg/>"), unggahan("c.png", png())]
        assert [pesan[:6] for pesan in tambah_beberapa_foto(catatan=satu, oleh=self.akun, berkas=berkas)] == ["b.svg:"]
        bukti = Bukti.objects.untuk(self.indikator, self.kantor.periode)
        assert [b.catatan_harian for b in bukti] == [satu]
        semua = [unggahan(f"{n}.png", png(warna=n)) for n in range(1, 7)]
        assert (
            tambah_beberapa_foto(catatan=satu, oleh=self.akun, berkas=semua)
            == ["Paling banyak 5 foto untuk satu catatan."] * 2
        )
        batalkan_catatan(catatan=satu, oleh=self.akun, alasan="Salah.")
        assert not Bukti.objects.untuk(self.indikator, self.kantor.periode).exists()

    def test_rangkuman_menurut_hari_kerja_tanpa_yang_dibatalkan(self) -> None:
        kosong = RangkumanCatatan(0, 0, None)
        assert rangkum_catatan(self.indikator, self.kantor.periode) == kosong
        for hari, hasil in ((1, "100.5"), (2, "70.5"), (3, None)):
            self.tulis(tanggal=date(2026, 9, hari), indikator=self.indikator, hasil=Decimal(hasil) if hasil else None)
        batal = self.tulis(indikator=self.indikator, hasil=Decimal(1000))
        batalkan_catatan(catatan=batal, oleh=self.akun, alasan="Rangkap.")
        CatatanHarian.objects.create(
            pegawai=self.staf,
            kiriman_id=uuid4(),
            tanggal=date(2026, 6, 30),
            uraian="Periode lalu.",
            indikator=self.indikator,
            hasil=5,
            diisi_oleh=self.akun,
        )
        assert rangkum_catatan(self.indikator, self.kantor.periode) == RangkumanCatatan(3, 2, Decimal("171"))

    def test_siapa_yang_membaca(self) -> None:
        satu = self.tulis()
        baca: dict[bool, list[str]] = {True: [], False: []}
        for nama, oleh in {
            "pemilik": self.akun,
            "kasi": akun(self.kantor.kasi),
            "camat": akun(self.kantor.camat),
            "pengelola": self.kantor.pengelola,
            "rekan": akun(self.kantor.staf[1]),
        }.items():
            baca[CatatanHarian.objects.terlihat_oleh(oleh).filter(pk=satu.pk).exists()].append(nama)
        assert baca == {True: ["pemilik", "kasi", "camat", "pengelola"], False: ["rekan"]}
