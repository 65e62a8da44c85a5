"""A survey that is locked, and answers that come after the lock."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from survei import proses
from survei.models import HasilSurvei, PermintaanBuka, Respons
from survei.proses.buka_kembali import minta_buka, setujui_buka
from tests import pabrik
from tests.survei.dasar import SAAT, isian, pada
from tests.survei.test_luring import UjiLuring

# Filled in, then the closing, then the moment of which the tests tell.
DIISI = SAAT - timedelta(hours=1)
KINI = SAAT + timedelta(days=20)


class UjiTerkunci(UjiLuring):
    """Twelve answers were counted, the result was published, and the clock stands twenty days later."""

    def setUp(self) -> None:
        super().setUp()
        self.kedua = pabrik.buat_pengguna(pengelola=True)
        for urut in range(12):
            pabrik.buat_respons(self.survei, 1 + urut % 4, demografi={"usia": "56+"}, saran=f"Kursi ke-{urut}")
        proses.tutup(survei=self.survei, oleh=self.pengelola)
        self.lama = self.kunci()
        self.survei.refresh_from_db()
        kini = pada(KINI)
        kini.__enter__()
        self.addCleanup(kini.__exit__, None, None, None)

    def kunci(self) -> HasilSurvei:
        hasil = proses.kunci(survei=self.survei, oleh=self.pengelola)
        proses.publikasikan(survei=self.survei, oleh=self.pengelola)
        return hasil

    def susul(self, banyak: int = 1, nilai: int = 4, **ubah: Any) -> list[str]:
        """Send late answers; their receipt codes."""
        kode = []
        for urut in range(banyak):
            isi = isian(self.survei, nilai, **({"saran": f"Atap bocor {urut}", "usia": "17-25"} | ubah))
            balasan = self.kirim(isi, DIISI)
            assert (balasan.status_code, balasan.json()["terlambat"]) == (201, True), balasan.json()
            kode.append(balasan.json()["kode_terima"])
        return kode

    def buka_kembali(self) -> PermintaanBuka:
        permintaan = minta_buka(survei=self.survei, alasan="Ada jawaban terlambat.", oleh=self.pengelola)
        setujui_buka(permintaan=permintaan, oleh=self.kedua)
        return permintaan

    def terlambat(self) -> int:
        return Respons.objects.terlambat().count()
