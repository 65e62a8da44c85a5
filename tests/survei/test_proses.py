"""Counting, locking, voiding, shuffling: the writes of the survey against the real database."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction

from rakumpit.antrean.models import Antrean
from rakumpit.audit.models import CatatanAudit
from survei import proses, tasks
from survei.enums import Saluran, StatusKirim, StatusSurvei
from survei.models import HasilSurvei, Hitungan, Instrumen, RekapHarian, Respons, Survei
from survei.perhitungan import URUTAN_KUESIONER, Pita, indeks_dari_jawaban
from survei.ringkasan import hitungan_survei, pita_instrumen
from tests import pabrik
from tests.survei.dasar import KASUS, UjiSurvei, kasus


def jawaban_csv(nama: str) -> list[dict[str, int | None]]:
    """Rows of a case file as element code -> value, empty cells as None."""
    with (KASUS / nama).open(encoding="utf-8", newline="") as berkas:
        return [
            {
                kode.value: int(baris[f"U{i}"]) if baris[f"U{i}"] else None
                for i, kode in enumerate(URUTAN_KUESIONER, start=1)
            }
            for baris in csv.DictReader(berkas)
        ]


def pita(survei: Survei) -> Pita:
    return pita_instrumen(survei.instrumen)


class UjiTerima(UjiSurvei):
    def kirim(self, **ubah: Any) -> proses.HasilKirim:
        isi: dict[str, Any] = {
            "survei": self.survei,
            "submission_id": uuid4(),
            "layanan": self.layanan,
            "jawaban": {kode.value: 3 for kode in URUTAN_KUESIONER},
            "demografi": {},
            "saran": "",
            "saluran": Saluran.DARING,
            "versi_formulir": "skm-v1",
            "tanggal": date(2026, 9, 15),
        }
        return proses.terima_isian(**(isi | ubah))

    def test_kode_terima_hanya_diturunkan_dari_kode_kiriman_dan_tidak_disimpan(self) -> None:
        kode = UUID("5f0e2c9a-1111-4c5e-9d55-000000000031")
        hasil = self.kirim(submission_id=kode)
        assert hasil.kode_terima == proses.kode_terima(kode)
        assert hasil.kode_terima != proses.kode_terima(uuid4())
        baris = Respons.objects.values().get()
        assert hasil.kode_terima not in str(baris)

    def test_nilai_di_luar_skala_dan_unsur_hilang_ditolak_juga_tanpa_formulir(self) -> None:
        lengkap = {kode.value: 3 for kode in URUTAN_KUESIONER}
        for jawaban in ({**lengkap, "waktu": 5}, {**lengkap, "waktu": 0}, {**lengkap, "waktu": True}, {"waktu": 3}):
            hasil = self.kirim(jawaban=jawaban)
            assert hasil.status == StatusKirim.TIDAK_SAH
            assert hasil.galat
        assert not Respons.objects.exists()

    def test_unsur_asing_tidak_disimpan(self) -> None:
        self.kirim(jawaban={**{kode.value: 3 for kode in URUTAN_KUESIONER}, "pegawai": 1})
        assert set(Respons.objects.get().jawaban) == {kode.value for kode in URUTAN_KUESIONER}

    def test_bendera_lurus_hanya_bila_semua_sama(self) -> None:
        self.kirim()
        self.kirim(jawaban={**{kode.value: 3 for kode in URUTAN_KUESIONER}, "waktu": 2})
        assert sorted(Respons.objects.values_list("bendera", flat=True)) == [[], ["lurus"]]

    def test_gagal_menulis_antrean_membatalkan_jawaban(self) -> None:
        with connection.cursor() as kursor:
            kursor.execute("ALTER TABLE antrean_antrean ADD CONSTRAINT uji CHECK (false)")
        with pytest.raises(IntegrityError), transaction.atomic():
            self.kirim()
        assert not Respons.objects.exists()

    def test_di_luar_tanggal_atau_status_tidak_disimpan(self) -> None:
        assert self.kirim(tanggal=date(2027, 1, 1)).status == StatusKirim.DITUTUP
        for status in (StatusSurvei.DRAF, StatusSurvei.DITUTUP, StatusSurvei.DIKUNCI):
            self.survei.status = status.value
            self.survei.save()
            assert self.kirim().status == StatusKirim.DITUTUP

    def test_petugas_layanan_dan_atasan_unit_adalah_orang_dalam(self) -> None:
        induk = pabrik.buat_unit()
        self.unit.induk = induk
        self.unit.save()
        camat = pabrik.buat_pegawai(induk, memimpin=True).pengguna
        staf_induk = pabrik.buat_pegawai(induk).pengguna
        loket = pabrik.buat_pegawai(pabrik.buat_unit())
        self.layanan.petugas.create(pegawai=loket, mulai=date(2026, 1, 1))
        assert self.kirim(pengguna=camat).status == StatusKirim.ORANG_DALAM
        assert self.kirim(pengguna=loket.pengguna).status == StatusKirim.ORANG_DALAM
        assert self.kirim(pengguna=staf_induk).status == StatusKirim.BARU


class UjiHitung(UjiSurvei):
    def hitung(self, hari: date = date(2026, 7, 1)) -> None:
        proses.hitung_ulang(survei_id=self.survei.pk, layanan_id=self.layanan.pk, hari=hari)

    def test_c16_jawaban_kosong_tidak_dihitung_nol(self) -> None:
        for jawaban in jawaban_csv("C16_skm_jawaban_kosong.csv"):
            pabrik.buat_respons(self.survei, jawaban)
        self.hitung()
        hitungan = hitungan_survei(self.survei)
        hasil = hitungan.indeks(pita(self.survei))
        assert str(hasil.ikm) == "89.58"
        assert hasil.mutu == "A"
        kurang = {kode for kode, rincian in hasil.unsur.items() if rincian.n == 4}
        assert kurang == {"prosedur", "waktu", "biaya", "pengaduan"}
        assert {rincian.n for kode, rincian in hasil.unsur.items() if kode not in kurang} == {5}

    def test_c17_bobot_tepat_satu_per_sembilan(self) -> None:
        for berkas, ikm, mutu in (
            ("C17a_skm_semua_empat.csv", "100.00", "A"),
            ("C17b_skm_batas_bobot.csv", "76.62", "B"),
        ):
            Respons.objects.all().delete()
            for jawaban in jawaban_csv(berkas):
                pabrik.buat_respons(self.survei, jawaban)
            self.hitung()
            hasil = hitungan_survei(self.survei).indeks(pita(self.survei))
            assert (str(hasil.ikm), hasil.mutu) == (ikm, mutu)

    def test_c18_rekap_31_orang_dibulatkan_sekali_di_akhir(self) -> None:
        berkas = kasus("C18_skm_rekap.json")
        kolom = {
            kode.value: [int(nilai) for nilai, jumlah in berkas["sebaran"][f"U{i}"].items() for _ in range(jumlah)]
            for i, kode in enumerate(URUTAN_KUESIONER, start=1)
        }
        for i in range(31):
            pabrik.buat_respons(self.survei, {kode: nilai[i] for kode, nilai in kolom.items()})
        self.hitung()
        assert str(hitungan_survei(self.survei).indeks(pita(self.survei)).ikm) == "91.49"

    def test_c19_seratus_responden_semua_dihitung(self) -> None:
        for jawaban in jawaban_csv("C19_skm_100_responden.csv"):
            pabrik.buat_respons(self.survei, jawaban)
        self.hitung()
        hitungan = hitungan_survei(self.survei)
        assert hitungan.dihitung == 100
        assert str(hitungan.indeks(pita(self.survei)).ikm) == "85.00"

    def test_formulir_dengan_kurang_dari_lima_jawaban_disimpan_tidak_dihitung(self) -> None:
        empat = {kode.value: (4 if i < 4 else None) for i, kode in enumerate(URUTAN_KUESIONER)}
        lima = {kode.value: (4 if i < 5 else None) for i, kode in enumerate(URUTAN_KUESIONER)}
        pabrik.buat_respons(self.survei, empat)
        pabrik.buat_respons(self.survei, lima)
        self.hitung()
        rekap = RekapHarian.objects.get()
        assert (rekap.diterima, rekap.dihitung, rekap.lurus) == (2, 1, 1)
        assert dict(Hitungan.objects.values_list("kode_unsur", "jumlah")) == dict.fromkeys(
            [kode.value for kode in URUTAN_KUESIONER[:5]], 1
        )

    def test_hitung_ulang_berkali_kali_memberi_baris_yang_sama_dan_hari_lain_tidak_tersentuh(self) -> None:
        pabrik.buat_respons(self.survei, 4)
        pabrik.buat_respons(self.survei, 2, tanggal=date(2026, 7, 2))
        self.hitung(date(2026, 7, 2))
        lama = set(Hitungan.objects.values_list("pk", flat=True))
        for _ in range(3):
            tasks.hitung_ulang(survei_id=self.survei.pk, layanan_id=self.layanan.pk, hari="2026-07-01")
        assert Hitungan.objects.count() == 18
        assert lama <= set(Hitungan.objects.values_list("pk", flat=True))
        assert hitungan_survei(self.survei).dihitung == 2
        per_hari = RekapHarian.objects.order_by("hari").values_list("hari", "dihitung")
        assert list(per_hari) == [(date(2026, 7, 1), 1), (date(2026, 7, 2), 1)]

    def test_hitungan_sama_dengan_hitungan_murni_dari_jawaban(self) -> None:
        semua = jawaban_csv("C16_skm_jawaban_kosong.csv") + jawaban_csv("C17b_skm_batas_bobot.csv")
        for i, jawaban in enumerate(semua):
            pabrik.buat_respons(self.survei, jawaban, tanggal=date(2026, 7, 1) + timedelta(days=i % 4))
        proses.hitung_ulang_seluruhnya(survei_id=self.survei.pk)
        dari_basis_data = hitungan_survei(self.survei).indeks(pita(self.survei))
        murni = indeks_dari_jawaban(semua)
        assert dari_basis_data.ikm_eksak == murni.ikm_eksak
        assert dari_basis_data.n == murni.n

    def test_survei_yang_hilang_atau_terkunci_tidak_dihitung(self) -> None:
        assert not proses.hitung_ulang(survei_id=0, layanan_id=self.layanan.pk, hari=date(2026, 7, 1))
        self.survei.status = StatusSurvei.DIKUNCI.value
        self.survei.save()
        assert not proses.hitung_ulang(survei_id=self.survei.pk, layanan_id=self.layanan.pk, hari=date(2026, 7, 1))


class UjiKeadaan(UjiSurvei):
    def setUp(self) -> None:
        super().setUp()
        for nilai in (4, 3, 3, 2):
            pabrik.buat_respons(self.survei, nilai)

    def test_satu_putaran_hidup_survei(self) -> None:
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        hasil = proses.kunci(survei=self.survei, oleh=self.pengelola)
        assert hasil.n == 4
        assert hasil.ikm == Decimal("75.00")
        assert hasil.mutu == "C"
        assert hasil.rincian["unsur"]["waktu"] == {"n": 4, "jumlah": 12, "sebaran": {"1": 0, "2": 1, "3": 2, "4": 1}}
        assert hasil.rincian["layanan"][0]["n"] == 4
        assert "sampel_kecil" in hasil.bendera
        proses.publikasikan(survei=self.survei, oleh=self.pengelola)
        aksi = list(CatatanAudit.objects.filter(aksi__startswith="survei.survei").values_list("aksi", flat=True))
        assert aksi == ["survei.survei.dipublikasi", "survei.survei.dikunci", "survei.survei.ditutup"]

    def test_kunci_menghitung_jawaban_yang_antreannya_belum_dikerjakan(self) -> None:
        assert not Hitungan.objects.exists()
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        assert proses.kunci(survei=self.survei, oleh=self.pengelola).n == 4

    def test_setiap_langkah_hanya_sekali_dan_berurutan(self) -> None:
        for langkah in (proses.buka, proses.kunci, proses.publikasikan):
            with pytest.raises(ValidationError, match="berstatus terbuka"):
                langkah(survei=self.survei, oleh=self.pengelola)
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        proses.kunci(survei=self.survei, oleh=self.pengelola)
        with pytest.raises(ValidationError, match="berstatus dikunci"):
            proses.kunci(survei=self.survei, oleh=self.pengelola)
        assert HasilSurvei.objects.count() == 1

    def test_orang_lain_tidak_boleh_juga_pimpinan_unit_yang_dinilai_dengan_indeksnya(self) -> None:
        for orang in (self.lurah, self.petugas, self.luar, self.admin, pabrik.buat_pengguna(pemeriksa=True)):
            with pytest.raises(PermissionDenied):
                proses.tutup(survei=self.survei, oleh=orang)
        self.survei.refresh_from_db()
        assert self.survei.status == StatusSurvei.TERBUKA

    def test_hasil_terkunci_ditolak_basis_data_untuk_diubah_atau_dihapus(self) -> None:
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        hasil = proses.kunci(survei=self.survei, oleh=self.pengelola)
        for perintah in (lambda: HasilSurvei.objects.update(ikm=100), hasil.delete):
            with pytest.raises(IntegrityError, match="tidak dapat diubah"), transaction.atomic():
                perintah()

    def test_survei_tanpa_jawaban_terkunci_tanpa_indeks(self) -> None:
        Respons.objects.all().delete()
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        hasil = proses.kunci(survei=self.survei, oleh=self.pengelola)
        assert (hasil.n, hasil.ikm, hasil.mutu) == (0, None, "")
        assert "tanpa_jawaban" in hasil.bendera

    def test_buka_meminta_layanan_aktif(self) -> None:
        self.survei.status = StatusSurvei.DRAF.value
        self.survei.save()
        self.layanan.aktif = False
        self.layanan.save()
        with pytest.raises(ValidationError, match="layanan"):
            proses.buka(survei=self.survei, oleh=self.pengelola)

    def test_tutup_otomatis_sesudah_hari_terakhir(self) -> None:
        self.survei.selesai = date(2026, 9, 15)
        self.survei.save()
        assert proses.tutup_lewat_tanggal() == 0, "hari terakhir masih terbuka"
        self.survei.selesai = date(2026, 9, 14)
        self.survei.save()
        assert proses.tutup_lewat_tanggal() == 1
        assert proses.tutup_lewat_tanggal() == 0
        self.survei.refresh_from_db()
        assert self.survei.status == StatusSurvei.DITUTUP

    def test_target_sampel_dan_jawaban_lurus_menjadi_catatan(self) -> None:
        self.survei.populasi = 1000
        self.survei.save()
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        hasil = proses.kunci(survei=self.survei, oleh=self.pengelola)
        assert {"di_bawah_target", "banyak_lurus", "instrumen_belum_diperiksa"} <= set(hasil.bendera)


class UjiBatalkan(UjiSurvei):
    def test_batal_beralasan_tercatat_dan_tidak_dihitung(self) -> None:
        respons = pabrik.buat_respons(self.survei)
        proses.batalkan_isian(survei=self.survei, submission_id=respons.pk, alasan=" uji coba ", oleh=self.pengelola)
        respons.refresh_from_db()
        assert respons.alasan_batal == "uji coba"
        antrean = Antrean.objects.get()
        tasks.hitung_ulang(**antrean.muatan)
        assert not RekapHarian.objects.exists()
        assert CatatanAudit.objects.filter(aksi="survei.jawaban.batalkan", keterangan="uji coba").count() == 1

    def test_tanpa_alasan_dua_kali_atau_sesudah_dikunci_ditolak(self) -> None:
        respons = pabrik.buat_respons(self.survei)
        with pytest.raises(ValidationError, match="alasan"):
            proses.batalkan_isian(survei=self.survei, submission_id=respons.pk, alasan=" ", oleh=self.pengelola)
        proses.batalkan_isian(survei=self.survei, submission_id=respons.pk, alasan="spam", oleh=self.pengelola)
        with pytest.raises(ValidationError, match="sudah dibatalkan"):
            proses.batalkan_isian(survei=self.survei, submission_id=respons.pk, alasan="spam", oleh=self.pengelola)
        lain = pabrik.buat_respons(self.survei)
        self.survei.status = StatusSurvei.DIKUNCI.value
        self.survei.save()
        with pytest.raises(ValidationError, match="dikunci"):
            proses.batalkan_isian(survei=self.survei, submission_id=lain.pk, alasan="spam", oleh=self.pengelola)

    def test_pimpinan_unit_tidak_memilih_jawaban_mana_yang_dihitung(self) -> None:
        respons = pabrik.buat_respons(self.survei, 1)
        for orang in (self.lurah, self.petugas, self.luar, self.admin):
            with pytest.raises(PermissionDenied):
                proses.batalkan_isian(survei=self.survei, submission_id=respons.pk, alasan="spam", oleh=orang)
        respons.refresh_from_db()
        assert not respons.dibatalkan


class UjiAcak(UjiSurvei):
    def urutan(self) -> list[UUID]:
        with connection.cursor() as kursor:
            kursor.execute("SELECT submission_id FROM survei_respons ORDER BY ctid")
            return [baris[0] for baris in kursor.fetchall()]

    def xmin(self) -> set[str]:
        with connection.cursor() as kursor:
            kursor.execute("SELECT DISTINCT xmin::text FROM survei_respons")
            return {baris[0] for baris in kursor.fetchall()}

    def test_urutan_baris_dan_nomor_transaksi_hari_lalu_tidak_berarti_lagi(self) -> None:
        for i in range(60):
            with transaction.atomic():
                pabrik.buat_respons(self.survei, 1 + i % 4, tanggal=date(2026, 9, 14), saran=f"saran {i}")
        assert len(self.xmin()) == 60, "kontrol: sebelum diacak tiap jawaban punya nomor transaksi sendiri"
        proses.hitung_ulang_seluruhnya(survei_id=self.survei.pk)
        sebelum, isi = self.urutan(), list(Respons.objects.order_by("pk").values())
        assert proses.acak_jawaban() == 1
        assert len(self.xmin()) == 1
        assert self.urutan() != sebelum
        assert list(Respons.objects.order_by("pk").values()) == isi

    def test_setiap_hari_diacak_sekali_dan_hari_ini_dibiarkan(self) -> None:
        pabrik.buat_respons(self.survei, tanggal=date(2026, 9, 14))
        pabrik.buat_respons(self.survei, tanggal=date(2026, 9, 13))
        pabrik.buat_respons(self.survei, tanggal=date(2026, 9, 15))
        proses.hitung_ulang_seluruhnya(survei_id=self.survei.pk)
        assert proses.acak_jawaban() == 2
        assert proses.acak_jawaban() == 0
        assert Respons.objects.count() == 3


class UjiInstrumen(UjiSurvei):
    def test_instrumen_bawaan_berisi_sembilan_unsur_dan_batas_mutu(self) -> None:
        instrumen = Instrumen.objects.get(kode="skm", versi=1)
        tanya = list(instrumen.pertanyaan.order_by("urutan"))
        assert [satu.kode_unsur for satu in tanya] == [kode.value for kode in URUTAN_KUESIONER]
        assert [satu.nomor for satu in tanya] == [f"U{i}" for i in range(1, 10)]
        assert all([p.nilai for p in satu.pilihan.order_by("nilai")] == [1, 2, 3, 4] for satu in tanya)
        assert instrumen.pita == {"A": "88.31", "B": "76.61", "C": "65.00", "D": "25.00"}
        assert instrumen.dasar_hukum == "PermenPANRB 14/2017"
        assert tanya[3].pilihan.get(nilai=4).label == "Gratis"
