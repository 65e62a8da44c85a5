"""Admin: instruments and surveys for the pengelola, nothing for the technical admin, no answers for anybody."""

from __future__ import annotations

from django.contrib import admin

from rakumpit.audit.models import CatatanAudit
from survei.models import HasilSurvei, Hitungan, Pertanyaan, RekapHarian, Respons
from tests import pabrik
from tests.survei.dasar import UjiSurvei

HALAMAN = ("instrumen", "pertanyaan", "survei")


class UjiAdmin(UjiSurvei):
    def test_jawaban_hitungan_dan_hasil_tidak_ada_di_admin(self) -> None:
        for model in (Respons, HasilSurvei, RekapHarian, Hitungan):
            assert not admin.site.is_registered(model)

    def test_pengelola_membuka_daftar_dan_halaman(self) -> None:
        self.client.force_login(self.pengelola)
        for nama in HALAMAN:
            assert self.client.get(f"/admin/survei/{nama}/").status_code == 200
        assert self.client.get(f"/admin/survei/survei/{self.survei.pk}/change/").status_code == 200
        assert self.client.get("/admin/survei/survei/add/").status_code == 200

    def test_admin_teknis_dan_pegawai_tidak(self) -> None:
        for orang in (self.admin, self.lurah):
            self.client.force_login(orang)
            for nama in HALAMAN:
                assert self.client.get(f"/admin/survei/{nama}/").status_code in {302, 403, 404}

    def test_tidak_ada_yang_dihapus(self) -> None:
        self.client.force_login(self.pengelola)
        assert self.client.post(f"/admin/survei/survei/{self.survei.pk}/delete/", {"post": "yes"}).status_code == 403

    def kirim_pertanyaan(self, tanya: Pertanyaan, teks: str, nilai_pertama: int) -> None:
        pilihan = list(tanya.pilihan.order_by("nilai"))
        isi = {
            "instrumen": tanya.instrumen_id,
            "kode_unsur": "dititipkan",
            "nomor": tanya.nomor,
            "urutan": tanya.urutan,
            "unsur": tanya.unsur,
            "teks": teks,
            "pilihan-TOTAL_FORMS": len(pilihan),
            "pilihan-INITIAL_FORMS": len(pilihan),
        }
        for i, satu in enumerate(pilihan):
            isi |= {
                f"pilihan-{i}-id": satu.pk,
                f"pilihan-{i}-pertanyaan": tanya.pk,
                f"pilihan-{i}-nilai": nilai_pertama if i == 0 else satu.nilai,
                f"pilihan-{i}-label": f"{satu.label} sekali",
            }
        self.client.post(f"/admin/survei/pertanyaan/{tanya.pk}/change/", isi)

    def test_c99_sesudah_ada_jawaban_kata_boleh_berubah_nilai_dan_kode_tidak(self) -> None:
        pabrik.buat_respons(self.survei)
        self.client.force_login(self.pengelola)
        tanya = Pertanyaan.objects.get(instrumen=self.survei.instrumen, kode_unsur="waktu")
        self.kirim_pertanyaan(tanya, "Bagaimana kecepatan pelayanan?", 4)
        tanya.refresh_from_db()
        assert tanya.teks == "Bagaimana kecepatan pelayanan?"
        assert tanya.kode_unsur == "waktu"
        pertama = tanya.pilihan.order_by("nilai").first()
        assert pertama is not None
        assert (pertama.nilai, pertama.label) == (1, "Tidak cepat sekali")
        assert tanya.pilihan.count() == 4
        assert CatatanAudit.objects.filter(aksi__startswith="survei.pertanyaan").exists()

    def test_status_tidak_dapat_dititipkan_lewat_admin(self) -> None:
        self.client.force_login(self.pengelola)
        isi = {
            "kode": self.survei.kode,
            "judul": "Judul baru",
            "unit": self.unit.pk,
            "instrumen": self.survei.instrumen_id,
            "layanan": [self.layanan.pk],
            "mulai": "1 Januari 2026",
            "selesai": "31 Desember 2026",
            "status": "dipublikasi",
            "populasi": "",
        }
        self.client.post(f"/admin/survei/survei/{self.survei.pk}/change/", isi)
        self.survei.refresh_from_db()
        assert self.survei.judul == "Judul baru"
        assert self.survei.status == "terbuka"
