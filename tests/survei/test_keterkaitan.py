"""Who wrote which answer: an attacker with the whole database of the next morning does no better than by guessing.

An hour at the counter in a known order: a visit, its code, the form, the outbox drained now and then. The attacker has
every row of every table with its place on disk (``ctid``) and its transaction (``xmin``), and all that was logged. He
sorts the answers by each of these in turn and lays them beside the visits in the order of time.

Two figures per sorting: Spearman's rank correlation, and how many answers fall on their visit. By chance the first is
nearly normal with variance 1/(n - 1), the second Poisson with mean 1; each test says how seldom chance reaches its
bound, over all sortings together.
"""

from __future__ import annotations

import json
import logging
import random
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from math import erfc, exp, factorial, sqrt
from typing import Any
from unittest import mock
from uuid import UUID, uuid4

from django.db import connection
from django.db.models import F
from django.test import Client

from rakumpit.antrean.models import Antrean
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import UnitKerja
from survei import laju, proses, tasks
from survei.models import PelayananLoket, Respons, Survei, TokenLayanan
from survei.proses import acak as proses_acak
from survei.proses.tanda import sidik_tanda
from survei.proses.token import sidik_kode
from tests import pabrik
from tests.serentak import UjiSerentak
from tests.survei.dasar import SAAT, isian, pada
from tests.survei.isi_penyusun import susun_bebas

BANYAK = 60
BATAS_KORELASI = 0.70
BATAS_TEPAT = 11
# Codes that were handed out and not used: half as many, so a wider bound.
BATAS_KORELASI_KODE = 0.88
ALARM_PALSU = 1e-5

Baris = dict[str, Any]


def peringkat(nilai: Sequence[Any]) -> list[float]:
    """Ranks, equal values sharing their mean."""
    urut = sorted(range(len(nilai)), key=lambda i: nilai[i])
    hasil = [0.0] * len(nilai)
    awal = 0
    while awal < len(urut):
        akhir = awal
        while akhir + 1 < len(urut) and nilai[urut[akhir + 1]] == nilai[urut[awal]]:
            akhir += 1
        for i in range(awal, akhir + 1):
            hasil[urut[i]] = (awal + akhir) / 2
        awal = akhir + 1
    return hasil


def korelasi(nilai: Sequence[Any]) -> float:
    """Spearman's correlation of these values with the order in which they stand; 0 when all are alike."""
    x, y = peringkat(nilai), range(len(nilai))
    tengah = (len(nilai) - 1) / 2
    atas = sum((a - tengah) * (b - tengah) for a, b in zip(x, y, strict=True))
    bawah = sqrt(sum((a - tengah) ** 2 for a in x) * sum((b - tengah) ** 2 for b in y))
    return atas / bawah if bawah else 0.0


def tepat(nilai: Sequence[Any]) -> int:
    """How many fall on their own place when sorted, forwards or backwards; what is equal lies anyhow."""
    undian = random.Random(11)  # noqa: S311 - order among equals
    lot = [undian.random() for _ in nilai]
    maju = sorted(range(len(nilai)), key=lambda i: (nilai[i], lot[i]))
    return max(sum(i == j for i, j in enumerate(urut)) for urut in (maju, maju[::-1]))


def peluang_korelasi(batas: float, n: int, kali: int) -> float:
    return kali * erfc(batas * sqrt(n - 1) / sqrt(2))


def peluang_tepat(batas: int, kali: int) -> float:
    return 2 * kali * (1 - exp(-1) * sum(1 / factorial(k) for k in range(batas)))


class Perekam(logging.Handler):
    """Keeps what the product logs."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.baris: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.baris.append(record.getMessage())


class Keterkaitan(UjiSerentak):
    """The office, the hour at its counter, the night, and the attacker."""

    def setUp(self) -> None:
        laju.lupakan()
        unit = pabrik.buat_unit()
        petugas = pabrik.buat_pegawai(unit).pengguna
        assert petugas is not None
        self.petugas = petugas
        self.survei = self.buat_survei(unit)
        self.tulisan: list[str] = []
        self.layanan = self.survei.layanan.get()
        self.perekam = Perekam()
        akar = logging.getLogger()
        akar.addHandler(self.perekam)
        self.addCleanup(akar.removeHandler, self.perekam)

    def buat_survei(self, unit: UnitKerja) -> Survei:
        return pabrik.buat_survei(unit)

    def sejam(self) -> None:
        """The hour; ``self.kiriman`` and ``self.kode`` are the truth, in the order of the visits."""
        self.kiriman: list[UUID] = []
        self.kode: list[str] = []
        acak = random.Random(7)  # noqa: S311 - contents of forms
        for urut in range(BANYAK):
            with pada(SAAT + timedelta(minutes=urut)):
                pelayanan = proses.mulai_pelayanan(layanan=self.layanan, oleh=self.petugas, kiriman=uuid4())
                hasil = proses.selesaikan_pelayanan(pelayanan=pelayanan, oleh=self.petugas, kiriman=uuid4())
                self.kode.append(hasil.kode)
                self.isi(hasil.kode if urut % 2 else "", acak, f"10.{urut}.0.1")
                if urut % 2:
                    self.alirkan()
        self.alirkan()

    def isi(self, kode: str, acak: random.Random, jaringan: str) -> None:
        warga = Client(REMOTE_ADDR=jaringan)
        alamat = f"/survei/{self.survei.uuid}/"
        warga.get(alamat, {"kode": kode} if kode else {})
        self.tulisan.append("Tulisan " + "".join(acak.choices("bcdfgklmnprst", k=12)))
        data = self.formulir(kode, acak)
        assert warga.post(alamat, data).status_code == 200
        self.kiriman.append(UUID(data["submission_id"]))

    def formulir(self, kode: str, acak: random.Random) -> dict[str, str]:
        """What is posted."""
        return isian(self.survei, acak.randint(1, 4), kode=kode or None, saran=self.tulisan[-1])

    def alirkan(self) -> None:
        for baris in Antrean.objects.filter(tugas="survei.tasks.hitung_ulang"):
            tasks.hitung_ulang(**baris.muatan)
            baris.delete()

    def malam(self) -> None:
        with pada(SAAT + timedelta(hours=17)):
            tasks.acak_jawaban()
            tasks.rapikan_token()
            tasks.samarkan_saran()

    def salinan(self) -> dict[str, list[Baris]]:
        """Every row of every table, with place and transaction."""
        hasil = {}
        with connection.cursor() as kursor:
            for tabel in connection.introspection.table_names(kursor):
                kursor.execute(f'SELECT xmin::text::bigint, ctid::text, to_jsonb(t) FROM "{tabel}" t ORDER BY ctid')  # noqa: S608 - names from the catalogue
                hasil[tabel] = [
                    {"xmin": xmin, "tempat": tuple(map(int, ctid.strip("()").split(","))), "isi": json.loads(isi)}
                    for xmin, ctid, isi in kursor.fetchall()
                ]
        return hasil

    def urutan(self, baris: Iterable[Baris], kunci: str, benar: Sequence[str]) -> dict[str, list[Any]]:
        """What the rows can be sorted by, each as values in the true order of the visits."""
        menurut = {satu["isi"][kunci]: satu for satu in baris}
        semua = [menurut[satu] for satu in benar]
        hasil: dict[str, list[Any]] = {nama: [satu[nama] for satu in semua] for nama in ("xmin", "tempat")}
        hasil["xmin lalu tempat"] = [(satu["xmin"], satu["tempat"]) for satu in semua]
        for kolom in semua[0]["isi"]:
            hasil[kolom] = [str(satu["isi"][kolom]) for satu in semua]
        return hasil

    def serang(self, salinan: Mapping[str, list[Baris]]) -> tuple[float, int]:
        """The best correlation and the most hits over all sortings of the answers."""
        assert PelayananLoket.objects.count() == BANYAK, "urutan kunjungan diketahui penyerang"
        sandi = self.urutan(salinan["survei_respons"], "submission_id", [str(satu) for satu in self.kiriman])
        self.banyak_urutan = len(sandi)
        return max(abs(korelasi(satu)) for satu in sandi.values()), max(tepat(satu) for satu in sandi.values())

    def sebutan(self, salinan: Mapping[str, list[Baris]]) -> list[str]:
        """Places outside an answer that name it: its number, its receipt, its code, its words."""
        rahasia = set(self.tulisan)
        for satu in self.kiriman:
            tanda = proses.kode_terima(satu)
            rahasia |= {str(satu), satu.hex, tanda, sidik_tanda(tanda)}
        for kode in filter(None, self.kode):
            rahasia |= {kode, sidik_kode(kode)}
        belum = {sidik_kode(kode) for urut, kode in enumerate(self.kode) if kode and not urut % 2}
        temuan = [
            f"{tabel}: {satu}"
            for tabel, baris in salinan.items()
            if tabel != "survei_respons"
            for isi in (str(satu["isi"]) for satu in baris)
            for satu in rahasia
            if satu in isi and not (tabel == "survei_tokenlayanan" and satu in belum)
        ]
        return temuan + [f"log: {baris}" for baris in self.perekam.baris if any(satu in baris for satu in rahasia)]

    def tidak_terkait(self) -> None:
        """The attacker has every answer, and does no better with them than by guessing."""
        salinan = self.salinan()
        assert len(salinan["survei_respons"]) == BANYAK
        kuat, kena = self.serang(salinan)
        assert peluang_korelasi(BATAS_KORELASI, BANYAK, self.banyak_urutan) < ALARM_PALSU
        assert peluang_tepat(BATAS_TEPAT, self.banyak_urutan) < ALARM_PALSU
        assert kuat < BATAS_KORELASI, kuat
        assert kena < BATAS_TEPAT, kena
        assert self.sebutan(salinan) == []


class UjiKeterkaitan(Keterkaitan):
    """A survey of satisfaction, half of its forms with a code from the counter."""

    def test_pagi_berikutnya_urutan_apa_pun_tidak_lebih_baik_daripada_menebak(self) -> None:
        self.sejam()
        self.malam()
        self.tidak_terkait()

    def test_pagi_berikutnya_kode_yang_belum_dipakai_juga_tidak(self) -> None:
        self.sejam()
        self.malam()
        assert TokenLayanan.objects.count() == BANYAK // 2
        sisa = [sidik_kode(kode) for urut, kode in enumerate(self.kode) if not urut % 2]
        sandi = self.urutan(self.salinan()["survei_tokenlayanan"], "sidik", sisa)
        assert peluang_korelasi(BATAS_KORELASI_KODE, len(sisa), len(sandi)) < ALARM_PALSU * 10
        kuat = {nama: abs(korelasi(nilai)) for nama, nilai in sandi.items()}
        assert max(kuat.values()) < BATAS_KORELASI_KODE, kuat

    def test_kontrol_kode_yang_ditulis_ulang_di_tempatnya_masih_menyebut_urutan(self) -> None:
        """One transaction number for all is not enough."""
        self.sejam()
        TokenLayanan.objects.update(berlaku_sampai=F("berlaku_sampai"))
        sisa = [sidik_kode(kode) for urut, kode in enumerate(self.kode) if not urut % 2]
        sandi = self.urutan(self.salinan()["survei_tokenlayanan"], "sidik", sisa)
        assert abs(korelasi(sandi["tempat"])) > BATAS_KORELASI_KODE

    def test_kontrol_tanpa_pekerjaan_malam_penyerang_berhasil(self) -> None:
        self.sejam()
        kuat, kena = self.serang(self.salinan())
        assert kuat > BATAS_KORELASI
        assert kena >= BATAS_TEPAT

    def test_kontrol_sebutan_di_tabel_lain_dan_di_log_ketahuan(self) -> None:
        self.sejam()
        assert self.sebutan(self.salinan()) == []
        catat(pelaku=None, aksi="uji", objek=self.survei, keterangan=f"jawaban {self.kiriman[3]}")
        logging.getLogger("uji").warning("kode %s", self.kode[1])
        assert len(self.sebutan(self.salinan())) == 2
        assert Respons.objects.count() == BANYAK


class UjiKeterkaitanTerlambat(Keterkaitan):
    """The survey is locked; forms that were filled in before come in one after another, and nothing is counted anew."""

    def sejam(self) -> None:
        pengelola = pabrik.buat_pengguna(pengelola=True)
        with pada(SAAT - timedelta(hours=1)):
            proses.tutup(survei=self.survei, oleh=pengelola)
            proses.kunci(survei=self.survei, oleh=pengelola)
        super().sejam()
        assert Respons.objects.terlambat().count() == BANYAK

    def isi(self, kode: str, acak: random.Random, jaringan: str) -> None:
        data = isian(self.survei, acak.randint(1, 4))
        balasan = Client(REMOTE_ADDR=jaringan).post(
            f"/survei/{self.survei.uuid}/",
            json.dumps({"diisi_pada": (SAAT - timedelta(hours=2)).isoformat(), "isi": data}),
            content_type="application/json",
            headers={"origin": "http://testserver"},
        )
        assert balasan.json()["terlambat"]
        self.kiriman.append(UUID(data["submission_id"]))

    def test_pagi_berikutnya_urutan_tibanya_tidak_terbaca(self) -> None:
        self.sejam()
        self.malam()
        self.tidak_terkait()

    def test_kontrol_pengacakan_menurut_hitung_ulang_saja_tidak_cukup(self) -> None:
        self.sejam()
        with mock.patch.object(proses_acak, "_acak_terlambat"):
            self.malam()
        kuat, kena = self.serang(self.salinan())
        assert kuat > BATAS_KORELASI
        assert kena >= BATAS_TEPAT


class UjiKeterkaitanTeks(Keterkaitan):
    """A free survey whose last question takes words, in the same hour at the same counter."""

    def buat_survei(self, unit: UnitKerja) -> Survei:
        instrumen = susun_bebas(pabrik.buat_pengguna(pengelola=True))
        return pabrik.buat_survei(unit, instrumen=instrumen)

    def formulir(self, kode: str, acak: random.Random) -> dict[str, str]:
        assert kode == "", "kode hanya untuk survei kepuasan"
        isi = {"p2": "2", "p4": str(acak.randint(1, 5)), "p5": str(acak.randint(0, 600)), "p8": self.tulisan[-1]}
        return isi | {
            "submission_id": str(uuid4()),
            "versi_formulir": f"{self.survei.instrumen.kode}-v1",
            "layanan": str(self.layanan.uuid),
            "p7-b1": str(acak.randint(1, 3)),
            "p7-b2": str(acak.randint(1, 3)),
        }

    def test_pagi_berikutnya_tulisan_tidak_menunjuk_kunjungan(self) -> None:
        self.sejam()
        self.malam()
        salinan = self.salinan()
        terbaca = {satu["isi"]["teks_tersamar"]["p8"] for satu in salinan["survei_respons"]}
        assert terbaca == set(self.tulisan)
        kuat, kena = self.serang(salinan)
        assert peluang_korelasi(BATAS_KORELASI, BANYAK, self.banyak_urutan) < ALARM_PALSU
        assert peluang_tepat(BATAS_TEPAT, self.banyak_urutan) < ALARM_PALSU
        assert kuat < BATAS_KORELASI, kuat
        assert kena < BATAS_TEPAT, kena
        assert self.sebutan(salinan) == []

    def test_kontrol_tanpa_malam_dan_dengan_tulisan_di_tempat_lain_ketahuan(self) -> None:
        self.sejam()
        kuat, kena = self.serang(self.salinan())
        assert kuat > BATAS_KORELASI
        assert kena >= BATAS_TEPAT
        catat(pelaku=None, aksi="uji", objek=self.survei, keterangan=f"katanya {self.tulisan[3]}")
        assert len(self.sebutan(self.salinan())) == 1
