"""The page of the team's behaviour: saved together, per-cell errors, nothing typed is lost."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from kinerja.models import PenilaianPerilaku
from kinerja.perhitungan import NilaiDasar
from kinerja.proses import nilai_perilaku
from kinerja.views.perilaku import PER_HALAMAN
from rakumpit.organisasi.models import Pegawai, Pengguna
from tests import pabrik
from tests.kinerja.kantor import SEMUA_SESUAI, Kantor, akun, buat_kantor

ALAMAT = "/kinerja/tim/nilai/"


def awalan(pegawai: Pegawai) -> str:
    return f"o{pegawai.uuid.hex[:8]}"


def isian(*orang: Pegawai, **ubah: str) -> dict[str, Any]:
    """A complete page; ``ubah`` replaces fields of the last person."""
    data: dict[str, Any] = {"periode": "tw3-2026", "pegawai": [str(satu.uuid) for satu in orang]}
    for satu in orang:
        data |= {f"{awalan(satu)}-rating_{nilai.value}": "sesuai" for nilai in NilaiDasar}
        data[f"{awalan(satu)}-versi"] = ""
    return data | {f"{awalan(orang[-1])}-{nama}": nilai for nama, nilai in ubah.items()}


class TimNilaiTest(TestCase):
    kantor: Kantor
    kasi: Pengguna

    @classmethod
    def setUpTestData(cls) -> None:
        cls.kantor = buat_kantor(3)
        cls.kasi = akun(cls.kantor.kasi)
        cls.kantor.hitung()

    def setUp(self) -> None:
        self.client.force_login(self.kasi)

    def test_sesuai_sudah_terpilih_dan_kemajuan_disebut(self):
        nilai_perilaku(
            pegawai=self.kantor.staf[0],
            periode=self.kantor.periode,
            oleh=self.kasi,
            penilaian=SEMUA_SESUAI | {"loyal": ("di_atas", "Menjaga arsip.")},
        )
        jawab = self.client.get(ALAMAT)
        self.assertContains(jawab, "1 dari 3 orang sudah dinilai")
        self.assertContains(jawab, "Menjaga arsip.")
        self.assertContains(jawab, 'value="sesuai" id=', count=21)
        self.assertContains(jawab, "checked", count=21)
        assert [satu.sudah for satu in jawab.context["orang"]] == [True, False, False]

    def test_satu_kiriman_menyimpan_semua_orang(self):
        jawab = self.client.post(ALAMAT, isian(*self.kantor.staf, rating_loyal="di_bawah", catatan_loyal="Absen."))
        self.assertRedirects(jawab, ALAMAT)
        assert PenilaianPerilaku.objects.count() == 21
        assert PenilaianPerilaku.objects.get(rating="di_bawah").pegawai == self.kantor.staf[2]
        self.assertContains(self.client.get(ALAMAT), "3 dari 3 orang sudah dinilai")

    def test_pengecualian_tanpa_kalimat_disebut_di_selnya_dan_tidak_ada_yang_hilang(self):
        data = isian(*self.kantor.staf, rating_loyal="di_bawah", rating_adaptif="di_atas", catatan_adaptif="Cepat.")
        jawab = self.client.post(ALAMAT, data)
        assert jawab.status_code == 422
        assert not PenilaianPerilaku.objects.exists()
        sel = f"{awalan(self.kantor.staf[2])}-catatan_loyal"
        self.assertContains(jawab, f'href="#id_{sel}"', status_code=422)
        self.assertContains(jawab, f'id="id_{sel}_error"', status_code=422)
        self.assertContains(jawab, "Cepat.", status_code=422)
        self.assertContains(jawab, "<title>Galat: Nilai perilaku tim", status_code=422)
        assert jawab.context["orang"][2].form["rating_loyal"].value() == "di_bawah"

    def test_yang_dilewati_tidak_disimpan(self):
        self.client.post(ALAMAT, isian(*self.kantor.staf, lewati="on", rating_loyal="di_bawah"))
        assert set(PenilaianPerilaku.objects.values_list("pegawai__nama", flat=True)) == {"Staf 1", "Staf 2"}

    def test_yang_berubah_di_antaranya_ditampilkan_lalu_dapat_disimpan(self):
        data = isian(*self.kantor.staf)
        nilai_perilaku(
            pegawai=self.kantor.staf[1],
            periode=self.kantor.periode,
            oleh=self.kasi,
            penilaian=SEMUA_SESUAI | {"loyal": ("di_atas", "Menjaga arsip.")},
        )
        jawab = self.client.post(ALAMAT, data)
        self.assertContains(jawab, "Staf 2: Data ini sudah diubah oleh Kasi", status_code=409)
        self.assertContains(jawab, "Loyal di atas ekspektasi; nilai lain sesuai ekspektasi", status_code=409)
        assert PenilaianPerilaku.objects.count() == 7
        versi = jawab.context["orang"][1].form["versi"].value()
        assert self.client.post(ALAMAT, data | {f"{awalan(self.kantor.staf[1])}-versi": versi}).status_code == 302
        assert not PenilaianPerilaku.objects.exclude(rating="sesuai").exists()

    def test_halaman_satu_orang_pun_melihat_perubahan_di_antaranya(self):
        staf = self.kantor.staf[0]
        alamat = f"/kinerja/tim/{self.kantor.evaluasi(staf).uuid}/"
        isi = {f"rating_{nilai.value}": "sesuai" for nilai in NilaiDasar} | {"bagian": "perilaku"}
        versi = self.client.get(alamat).context["versi_perilaku"]
        lain = SEMUA_SESUAI | {"loyal": ("di_atas", "Menjaga arsip.")}
        nilai_perilaku(pegawai=staf, periode=self.kantor.periode, oleh=self.kasi, penilaian=lain)
        salah = self.client.post(alamat, isi | {"versi_perilaku": versi, "rating_loyal": "di_bawah"})
        assert (salah.status_code, salah.context["versi_perilaku"]) == (422, versi)
        jawab = self.client.post(alamat, isi | {"versi_perilaku": versi})
        self.assertContains(jawab, "sudah diubah oleh Kasi", status_code=409)
        assert PenilaianPerilaku.objects.filter(rating="di_atas").exists()
        baru = jawab.context["versi_perilaku"]
        assert self.client.post(alamat, isi | {"versi_perilaku": baru}).status_code == 302
        assert not PenilaianPerilaku.objects.filter(rating="di_atas").exists()

    def test_satu_per_satu_menuju_orang_berikutnya_lalu_ke_tim(self):
        urutan = []
        alamat = f"{ALAMAT}?satu=1"
        for _ in range(3):
            jawab = self.client.get(alamat)
            self.assertContains(jawab, "Nilai, lalu berikutnya")
            (orang,) = jawab.context["orang"]
            urutan.append(orang.pegawai.nama)
            kirim = self.client.post(ALAMAT + jawab.context["kueri"], isian(orang.pegawai) | {"lanjut": "1"})
            alamat = kirim["Location"]
        assert urutan == ["Staf 1", "Staf 2", "Staf 3"]
        assert alamat == "/kinerja/tim/?periode=tw3-2026"

    def test_isian_menunggu_setelah_sesi_berakhir(self):
        self.client.logout()
        data = isian(*self.kantor.staf, rating_loyal="di_bawah", catatan_loyal="Tiga kali absen.")
        assert "/masuk/" in self.client.post(ALAMAT, data)["Location"]
        # The session that holds what was typed is the one that signs in.
        sesi = self.client.session
        isi = dict(sesi.items())
        self.client.force_login(self.kasi)
        baru = self.client.session
        baru.update({k: v for k, v in isi.items() if k == "isian_tertahan"})
        baru.save()
        self.assertContains(self.client.get(ALAMAT), "Tiga kali absen.")

    def test_orang_lain_dan_yang_tidak_menilai_404(self):
        assert self.client.post(ALAMAT, isian(self.kantor.kasi)).status_code == 404
        assert self.client.get(f"{ALAMAT}?periode=ngawur").status_code == 404
        for satu in (akun(self.kantor.staf[0]), self.kantor.pengelola, pabrik.buat_pengguna(admin_teknis=True)):
            self.client.force_login(satu)
            assert self.client.get(ALAMAT).status_code == 404
            assert self.client.post(ALAMAT, isian(self.kantor.staf[1])).status_code == 404

    def test_sebelum_periode_dihitung_pun_dapat_dinilai(self):
        kini = pabrik.buat_periode(kode="tahun-2026", nama="Tahun 2026", jenis="tahunan", mulai="2026-01-01",
                                   selesai="2026-12-31", batas_isi="2027-01-15")  # fmt: skip
        jawab = self.client.get(f"{ALAMAT}?periode={kini.kode}")
        assert [satu.pegawai.nama for satu in jawab.context["orang"]] == ["Staf 1", "Staf 2", "Staf 3"]

    def jumlah_kueri(self) -> int:
        with CaptureQueriesContext(connection) as tangkap:
            jawab = self.client.get(ALAMAT)
        assert len(jawab.content) < 100_000
        return len(tangkap)

    def test_jumlah_kueri_sama_untuk_satu_dan_banyak_orang(self):
        self.client.get(ALAMAT)
        tiga = self.jumlah_kueri()
        for urut in range(12):
            pabrik.buat_pegawai(self.kantor.seksi, nama=f"Tambahan {urut}", akun=False)
        self.kantor.hitung()
        assert self.jumlah_kueri() == tiga
        assert tiga <= 20
        assert len(self.client.get(ALAMAT).context["orang"]) == PER_HALAMAN
