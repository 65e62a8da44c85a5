"""The counter and its one-time codes: who may, what is stored, what a code is good for."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from rakumpit.antrean.models import Antrean
from rakumpit.audit.models import CatatanAudit
from rakumpit.organisasi.models import PetugasLayanan
from survei import proses
from survei.enums import StatusSurvei
from survei.models import PelayananLoket, RekapHarian, Respons, TokenLayanan
from survei.permissions import layanan_dilayani
from survei.proses import loket
from survei.proses.token import kode_dari, sidik_kode
from survei.ringkasan import hitungan_survei, selisih_hitungan
from tests import pabrik
from tests.survei.dasar import SAAT, UjiSurvei, akun, isian, pada


class UjiLoket(UjiSurvei):
    def setUp(self) -> None:
        super().setUp()
        # The survey covers a service of its own unit here, as in an office with one counter.
        self.layanan.unit = self.unit
        self.layanan.save()

    def mulai(self, saat: datetime = SAAT) -> PelayananLoket:
        with pada(saat):
            return proses.mulai_pelayanan(layanan=self.layanan, oleh=self.petugas, kiriman=uuid4())

    def kode(self) -> str:
        """A code that was just handed out."""
        hasil = proses.selesaikan_pelayanan(pelayanan=self.mulai(), oleh=self.petugas, kiriman=uuid4())
        assert hasil.kode
        return hasil.kode


class UjiPelayanan(UjiLoket):
    def test_siapa_yang_melayani(self) -> None:
        kecamatan = pabrik.buat_unit(nama="Kecamatan")
        lain = pabrik.buat_layanan(kecamatan)
        assert list(layanan_dilayani(self.petugas)) == [self.layanan]
        PetugasLayanan.objects.create(layanan=lain, pegawai=self.petugas.pegawai, mulai=date(2026, 1, 1))
        assert set(layanan_dilayani(self.petugas)) == {self.layanan, lain}
        PetugasLayanan.objects.update(selesai=date(2026, 9, 14))
        assert list(layanan_dilayani(self.petugas)) == [self.layanan]
        for bukan in (self.luar, self.pengelola, self.admin):
            assert self.layanan not in layanan_dilayani(bukan)
            with self.assertRaises(PermissionDenied):
                proses.mulai_pelayanan(layanan=self.layanan, oleh=bukan, kiriman=uuid4())

    def test_satu_ketukan_yang_terkirim_dua_kali_tetap_satu_pelayanan(self) -> None:
        kiriman = uuid4()
        satu, dua = (proses.mulai_pelayanan(layanan=self.layanan, oleh=self.petugas, kiriman=kiriman) for _ in range(2))
        assert satu.pk == dua.pk
        assert list(CatatanAudit.objects.values_list("aksi", flat=True)) == ["survei.loket.mulai"]

    def test_selesai_dua_kali_waktunya_tetap_dan_kodenya_sama(self) -> None:
        pelayanan, kiriman = self.mulai(), uuid4()
        with pada(SAAT + timedelta(minutes=7)):
            satu = proses.selesaikan_pelayanan(pelayanan=pelayanan, oleh=self.petugas, kiriman=kiriman)
        with pada(SAAT + timedelta(minutes=9)):
            dua = proses.selesaikan_pelayanan(pelayanan=pelayanan, oleh=self.petugas, kiriman=kiriman)
            lain = proses.selesaikan_pelayanan(pelayanan=pelayanan, oleh=self.petugas, kiriman=uuid4())
        assert satu.kode == dua.kode != ""
        assert (dua.ulang, lain.ulang, lain.kode) == (True, True, "")
        assert TokenLayanan.objects.count() == 1
        tersimpan = PelayananLoket.objects.get()
        assert tersimpan.selesai == SAAT + timedelta(minutes=7)
        assert tersimpan.hari == date(2026, 9, 15)

    def test_rekan_pada_loket_yang_sama_boleh_menyelesaikan_orang_lain_tidak(self) -> None:
        rekan = akun(pabrik.buat_pegawai(self.unit))
        with self.assertRaises(PermissionDenied):
            proses.selesaikan_pelayanan(pelayanan=self.mulai(), oleh=self.luar, kiriman=uuid4())
        assert proses.selesaikan_pelayanan(pelayanan=self.mulai(), oleh=rekan, kiriman=uuid4()).kode

    def test_batal_perlu_alasan_dan_hanya_sebelum_selesai(self) -> None:
        pelayanan = self.mulai()
        with self.assertRaisesMessage(ValidationError, "Tulis alasan"):
            proses.batalkan_pelayanan(pelayanan=pelayanan, oleh=self.petugas, alasan="  ")
        proses.batalkan_pelayanan(pelayanan=pelayanan, oleh=self.petugas, alasan="Salah pilih")
        with self.assertRaisesMessage(ValidationError, "sudah dibatalkan"):
            proses.selesaikan_pelayanan(pelayanan=pelayanan, oleh=self.petugas, kiriman=uuid4())
        lain = self.mulai()
        proses.selesaikan_pelayanan(pelayanan=lain, oleh=self.petugas, kiriman=uuid4())
        with self.assertRaisesMessage(ValidationError, "sudah selesai"):
            proses.batalkan_pelayanan(pelayanan=lain, oleh=self.petugas, alasan="Salah")
        assert PelayananLoket.objects.selesai(SAAT.date(), SAAT.date()).count() == 1

    def test_yang_tertinggal_sehari_dibatalkan_sistem_yang_lebih_baru_tidak(self) -> None:
        lama = self.mulai(SAAT - timedelta(hours=24, seconds=1))
        baru = self.mulai(SAAT - timedelta(hours=24))
        with self.assertRaisesMessage(ValidationError, "hari lain"):
            proses.selesaikan_pelayanan(pelayanan=baru, oleh=self.petugas, kiriman=uuid4())
        assert proses.batalkan_tertinggal() == 1
        assert proses.batalkan_tertinggal() == 0
        lama.refresh_from_db()
        baru.refresh_from_db()
        assert lama.alasan_batal == loket.ALASAN_TERTINGGAL
        assert baru.batal is None
        assert CatatanAudit.objects.get(aksi="survei.loket.batal").pelaku is None

    def test_basis_data_menolak_selesai_sebelum_mulai_dan_batal_tanpa_alasan(self) -> None:
        pelayanan = self.mulai()
        for isi in ({"selesai": SAAT - timedelta(minutes=1)}, {"batal": SAAT}):
            with self.assertRaises(IntegrityError), transaction.atomic():
                PelayananLoket.objects.filter(pk=pelayanan.pk).update(**isi)

    def test_tanpa_survei_terbuka_tidak_ada_kode(self) -> None:
        self.survei.status = StatusSurvei.DITUTUP.value
        self.survei.save()
        hasil = proses.selesaikan_pelayanan(pelayanan=self.mulai(), oleh=self.petugas, kiriman=uuid4())
        assert (hasil.kode, hasil.berlaku_sampai) == ("", None)
        assert not TokenLayanan.objects.exists()


class UjiKode(UjiLoket):
    def kirim(self, **ubah: str) -> bool:
        """Post a form; whether the thanks say that its code was not counted."""
        balasan = self.client.post(self.alamat, isian(self.survei, **ubah))
        assert balasan.status_code == 200, balasan.content
        return "dihitung sebagai jawaban terbuka" in balasan.content.decode()

    def test_yang_tersimpan_hanya_sidik_survei_layanan_dan_hari(self) -> None:
        kode = self.kode()
        kolom = {bidang.column for bidang in TokenLayanan._meta.concrete_fields}
        assert kolom == {"sidik", "survei_id", "layanan_id", "berlaku_sampai"}
        token = TokenLayanan.objects.get()
        assert token.sidik == sidik_kode(kode)
        assert kode not in token.sidik
        assert token.berlaku_sampai == date(2026, 9, 29)
        with connection.cursor() as kursor:
            kursor.execute("SELECT row_to_json(p)::text FROM survei_pelayananloket p")
            pelayanan = kursor.fetchone()[0]
            kursor.execute("SELECT coalesce(string_agg(row_to_json(n)::text, ' '), '') FROM audit_nilaiaudit n")
            audit = kursor.fetchone()[0]
        for jejak in (kode, token.sidik):
            assert jejak not in pelayanan + audit

    def test_kode_tidak_dapat_diturunkan_dari_pelayanan(self) -> None:
        """The secret of the press is not stored, so what is stored of a visit does not lead to its code."""
        pelayanan = self.mulai()
        proses.selesaikan_pelayanan(pelayanan=pelayanan, oleh=self.petugas, kiriman=uuid4())
        sidik = TokenLayanan.objects.get().sidik
        assert sidik not in {sidik_kode(kode_dari(satu)) for satu in (pelayanan.uuid, pelayanan.kiriman)}

    def test_kode_tanpa_huruf_yang_mirip_dan_salah_baca_tetap_terbaca(self) -> None:
        semua = {kode_dari(uuid4()) for _ in range(500)}
        assert {len(kode) for kode in semua} == {8}
        assert len(semua) == 500
        assert not set("".join(semua)) & set("01OILSBZGU")
        assert proses.baca_kode_survei(" 7k3m-acs8 ") == "7K3MAC58"
        assert proses.baca_kode_survei("7K3M-ACD") == ""
        assert proses.baca_kode_survei("7K3M-ACD0") == ""

    def test_jawaban_dengan_kode_terverifikasi_dan_barisnya_hilang(self) -> None:
        assert not self.kirim(kode=self.kode())
        respons = Respons.objects.get()
        assert respons.terverifikasi
        assert not TokenLayanan.objects.exists()

    def test_kode_terpakai_tetap_diterima_sebagai_terbuka_dan_warga_diberi_tahu(self) -> None:
        kode = self.kode()
        self.kirim(kode=kode)
        assert self.kirim(kode=kode)
        assert sorted(Respons.objects.values_list("terverifikasi", flat=True)) == [False, True]

    def test_kode_lewat_masa_layanan_lain_atau_survei_lain_menjadi_terbuka_dan_tidak_terpakai(self) -> None:
        lain = pabrik.buat_layanan(self.unit)
        self.survei.layanan.add(lain)
        for ubah in (
            {"berlaku_sampai": date(2026, 9, 14)},
            {"layanan": lain},
            {"survei": pabrik.buat_survei(self.unit)},
        ):
            with self.subTest(ubah):
                kode = self.kode()
                TokenLayanan.objects.update(**ubah)
                assert self.kirim(kode=kode, layanan=str(self.layanan.uuid))
                assert TokenLayanan.objects.filter(sidik=sidik_kode(kode)).exists()
                TokenLayanan.objects.all().delete()
        assert not Respons.objects.filter(terverifikasi=True).exists()

    def test_kiriman_ulang_dengan_kode_yang_sama_satu_baris_terverifikasi(self) -> None:
        isi = isian(self.survei, kode=self.kode())
        jawab = [self.client.post(self.alamat, isi, headers={"accept": "application/json"}) for _ in range(2)]
        assert [satu.status_code for satu in jawab] == [201, 200]
        assert [satu.json()["terverifikasi"] for satu in jawab] == [True, True]
        assert Respons.objects.count() == 1

    def test_isian_yang_ditolak_tidak_menghabiskan_kode(self) -> None:
        kode = self.kode()
        assert self.client.post(self.alamat, isian(self.survei, kode=kode, U3=None)).status_code == 422
        self.survei.status = StatusSurvei.DITUTUP.value
        self.survei.save()
        assert self.client.post(self.alamat, isian(self.survei, kode=kode)).status_code == 410
        assert TokenLayanan.objects.exists()
        assert not Respons.objects.exists()

    def test_kirim_dengan_kode_tetap_satu_pernyataan(self) -> None:
        isi = isian(self.survei, kode=self.kode())
        self.client.get(self.alamat)
        with CaptureQueriesContext(connection) as kueri:
            self.client.post(self.alamat, isi)
        tulis = [satu["sql"] for satu in kueri if "INSERT" in satu["sql"] or "DELETE" in satu["sql"]]
        assert len([satu for satu in tulis if "survei_" in satu]) == 1

    def test_tautan_kode_membuka_formulir_layanannya(self) -> None:
        self.survei.layanan.add(pabrik.buat_layanan(self.unit))
        kode = self.kode()
        balasan = self.client.get(f"/k/{kode[:4].lower()}-{kode[4:]}/", follow=True)
        self.assertContains(balasan, f'<input type="hidden" name="kode" value="{kode}">')
        self.assertContains(balasan, f'<input type="hidden" name="layanan" value="{self.layanan.uuid}">')
        self.assertNotContains(balasan, "Ganti layanan")
        self.client.post(self.alamat, isian(self.survei, kode=kode, layanan=str(self.layanan.uuid)))
        mati = self.client.get(f"/k/{kode}/")
        self.assertContains(mati, "tidak berlaku lagi", status_code=404)
        formulir = self.client.get(f"{self.alamat}?kode={kode}")
        self.assertContains(formulir, "sudah dipakai atau lewat masanya")
        self.assertNotContains(formulir, 'name="kode"')

    def test_kode_yang_diketik(self) -> None:
        kode = self.kode()
        assert self.client.get("/k/", {"kode": f"{kode[:4]} {kode[4:]}"})["Location"] == f"/k/{kode}/"
        self.assertContains(self.client.get("/k/", {"kode": "ABC"}), "Kode berisi 8 huruf")

    def test_dua_n_dilaporkan_dan_diperiksa_terhadap_jawaban(self) -> None:
        self.kirim(kode=self.kode())
        self.kirim()
        self.kirim()
        proses.hitung_ulang_seluruhnya(survei_id=self.survei.pk)
        hitungan = hitungan_survei(self.survei)
        assert (hitungan.dihitung, hitungan.terverifikasi) == (3, 1)
        Antrean.objects.all().delete()
        assert selisih_hitungan() == []
        RekapHarian.objects.update(terverifikasi=2)
        assert [(s.apa, s.tersimpan, s.seharusnya) for s in selisih_hitungan()] == [("terverifikasi", 2, 1)]
        RekapHarian.objects.update(terverifikasi=1)
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        hasil = proses.kunci(survei=self.survei, oleh=self.pengelola)
        assert hasil.rincian["terverifikasi"] == 1

    def test_rapikan_membuang_yang_lewat_masanya(self) -> None:
        self.kode()
        TokenLayanan.objects.update(berlaku_sampai=date(2026, 9, 14))
        self.kode()
        assert proses.rapikan_token() == 1
        assert TokenLayanan.objects.get().berlaku_sampai == date(2026, 9, 29)


class UjiHalamanLoket(UjiLoket):
    def test_mulai_selesai_dan_kode_tampil_sekali(self) -> None:
        self.client.force_login(self.petugas)
        halaman = self.client.get("/loket/")
        self.assertContains(halaman, self.layanan.nama)
        self.client.post("/loket/mulai/", {"layanan": str(self.layanan.uuid), "kiriman": halaman.context["kiriman"]})
        pelayanan = PelayananLoket.objects.get()
        kiriman = self.client.get("/loket/").context["berjalan"][0]["kiriman"]
        balasan = self.client.post(f"/loket/{pelayanan.uuid}/selesai/", {"kiriman": kiriman})
        kode = kode_dari(UUID(kiriman))
        self.assertContains(balasan, f"{kode[:4]}-{kode[4:]}")
        self.assertContains(balasan, "data:image/svg+xml")
        assert "no-store" in balasan["Cache-Control"]
        self.assertNotContains(self.client.get("/loket/"), kode[:4])

    def test_jumlah_kueri_tetap_untuk_3_dan_300_pelayanan(self) -> None:
        self.client.force_login(self.petugas)

        def isi(banyak: int) -> None:
            PelayananLoket.objects.bulk_create(
                PelayananLoket(
                    layanan=self.layanan, unit=self.unit, petugas=self.petugas, kiriman=uuid4(), hari=SAAT.date(),
                    mulai=SAAT.astimezone(UTC), selesai=SAAT if i % 2 else None,
                )
                for i in range(banyak)
            )  # fmt: skip

        isi(3)
        self.client.get("/loket/")
        with CaptureQueriesContext(connection) as sedikit:
            self.client.get("/loket/")
        isi(300)
        with CaptureQueriesContext(connection) as banyak:
            self.client.get("/loket/")
        assert len(sedikit) == len(banyak) <= 20
