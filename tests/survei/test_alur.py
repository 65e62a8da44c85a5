"""One survey from the first answer to what the evaluation reads, through the pages that people use."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from rakumpit.antrean import proses as antrean
from rakumpit.waktu import WIB
from survei import tasks
from survei.ringkasan import umpan_balik
from tests.survei.dasar import UjiSurvei, isian, pada


class UjiAlur(UjiSurvei):
    def alirkan(self) -> list[str]:
        """Drain the outbox and run what it sends, as Beat and a worker would."""
        terkirim: list[tuple[str, dict[str, str]]] = []
        antrean.alirkan(kirim=lambda tugas, muatan: terkirim.append((tugas, muatan)))
        for tugas, muatan in terkirim:
            getattr(tasks, tugas.rsplit(".", 1)[1])(**muatan)
        return [tugas for tugas, _ in terkirim]

    def test_dari_jawaban_warga_sampai_bahan_evaluasi(self) -> None:
        for nilai in (*[4] * 6, *[3] * 6):
            assert self.client.post(self.alamat, isian(self.survei, nilai)).status_code == 200
        assert self.alirkan() == ["survei.tasks.hitung_ulang"], "12 kiriman sehari, satu hitung ulang"
        self.client.force_login(self.pengelola)
        kelola = f"/survei/kelola/{self.survei.uuid}/"
        with pada(datetime(2026, 9, 16, 8, 0, tzinfo=WIB)):
            self.assertNotContains(self.client.get(kelola), "87,50")
            tasks.acak_jawaban()
            self.client.post(f"{kelola}tutup/", {"yakin": "on"})
            self.assertNotContains(self.client.get(kelola), "87,50")
            for langkah in ("kunci", "publikasikan"):
                self.client.post(f"{kelola}{langkah}/", {"yakin": "on"})
                self.assertContains(self.client.get(kelola), "87,50")
        self.client.logout()
        self.assertContains(self.client.get(f"/hasil/{self.survei.uuid}/"), "87,50")
        self.assertContains(self.client.get("/hasil/"), "87,50")
        bahan = umpan_balik(unit_ids=[self.unit.pk], mulai=date(2026, 1, 1), selesai=date(2026, 12, 31))
        assert bahan[self.unit.pk].ikm == Decimal("87.50")
        assert bahan[self.unit.pk].n == 12
        assert self.client.post(self.alamat, isian(self.survei)).status_code == 410
