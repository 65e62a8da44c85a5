"""C55: on 29 February, and a day later, the main pages answer and dates are counted right."""

from __future__ import annotations

from datetime import date, datetime

from rakumpit.waktu import hari_ini, tambah_tahun
from tests import pabrik
from tests.kinerja.kantor import akun, buat_kantor
from tests.survei.dasar import UjiSurvei, isian, kasus, pada


class KabisatTest(UjiSurvei):
    def test_halaman_utama_pada_hari_kabisat(self) -> None:
        kantor = buat_kantor(1)
        survei = pabrik.buat_survei(kantor.seksi, mulai=date(2025, 1, 1), selesai=date(2028, 12, 31))
        pabrik.buat_periode(
            kode="tw1-2028", mulai=date(2028, 1, 1), selesai=date(2028, 3, 31), batas_isi=date(2028, 4, 10)
        )
        for hari in kasus("C55_kabisat.json")["hari_ini"]:
            with self.subTest(hari), pada(datetime.fromisoformat(f"{hari}T10:00:00+07:00")):
                assert hari_ini().isoformat() == hari
                self.client.logout()
                for alamat in ("/", "/survei/", f"/survei/{survei.uuid}/", "/hasil/"):
                    assert self.client.get(alamat).status_code == 200, alamat
                assert self.client.post(f"/survei/{survei.uuid}/", isian(survei)).status_code == 200
                for orang, daftar in (
                    (akun(kantor.staf[0]), ["/", "/kinerja/saya/"]),
                    (akun(kantor.kasi), ["/kinerja/tim/"]),
                    (kantor.pengelola, ["/meja/", "/kinerja/run/"]),
                ):
                    self.client.force_login(orang)
                    for satu in daftar:
                        assert self.client.get(satu).status_code == 200, satu
        assert survei.respons.filter(tanggal=date(2028, 2, 29)).count() == 1

    def test_setiap_tanggal_mulai_dan_setiap_ulang_tahunnya(self) -> None:
        harapan = {
            "A": ["2025-02-28", "2026-02-28", "2028-02-29"],
            "B": ["2025-03-01", "2026-03-01", "2028-03-01"],
        }
        for satu in kasus("C55_kabisat.json")["pegawai"]:
            tmt = date.fromisoformat(satu["tmt"])
            assert [tambah_tahun(tmt, n).isoformat() for n in (1, 2, 4)] == harapan[satu["kode"]]
