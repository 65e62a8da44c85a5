"""Standards of service of the sample office, and what its counters recorded: invented, dated like its surveys."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid4

from rakumpit.contoh.berkas import baris_csv, isi_json
from rakumpit.contoh.isi_survei import hari_kerja_antara
from rakumpit.organisasi.models import Layanan, Pengguna, PetugasLayanan
from rakumpit.waktu import WIB, hari_ini
from survei.enums.saluran import JenisTitik
from survei.models import PelayananLoket, Survei
from survei.proses.standar import simpan_draf, terbitkan_standar
from survei.proses.titik import buat_titik

MULAI_STANDAR = date(2026, 1, 1)
MULAI_VERSI_DUA = date(2027, 1, 1)
PROSEDUR = (
    "1. Pemohon menunjukkan syarat di loket.\n2. Petugas memeriksa dan mencatat.\n3. Pejabat menandatangani.\n"
    "4. Pemohon menerima hasil dan diajak mengisi survei."
)
# The same for all services of the example. Nothing of it is the city's real standard.
UMUM = {
    "prosedur": PROSEDUR,
    "biaya": "Gratis",
    "pengaduan": "Di loket, lewat halaman saran dan pengaduan, atau kotak saran. Dijawab paling lama 5 hari kerja.",
    "dasar_hukum": "Contoh untuk peragaan, bukan standar pelayanan kota.",
    "sarana": "Ruang tunggu, kursi roda, papan syarat, dan tablet survei.",
    "jumlah_pelaksana": "Dua petugas loket dan satu pejabat yang menandatangani.",
    "jaminan_pelayanan": "Bila lewat dari waktu ini, kepala kantor menghubungi pemohon dan menyebut waktu barunya.",
}
# Hours of WIB with their share of the visitors.
JAM = ((8, 3), (9, 5), (10, 4), (11, 2), (13, 3), (14, 2))
HARI_TERAKHIR = date(2026, 11, 20)
# Public, as the passwords of the example are.
PIN_KIOS = "483920"
_MENIT = re.compile(r"(\d+) menit")


def isi_standar(*, pengelola: Pengguna) -> None:
    """A published first version for every service, and for one of them a second that begins next year."""
    menurut_kode: dict[str, list[Layanan]] = defaultdict(list)
    for satu in Layanan.objects.order_by("unit__kode", "kode"):
        menurut_kode[satu.kode].append(satu)
    for baris in baris_csv("layanan.csv"):
        komponen = UMUM | {
            "persyaratan": baris["persyaratan"] or "Tidak ada syarat",
            "waktu": baris["jangka_waktu"],
            "produk": baris["produk"],
        }
        menit = _MENIT.match(baris["jangka_waktu"])
        for layanan in menurut_kode[baris["kode"]]:
            _terbit(layanan, pengelola, MULAI_STANDAR, int(menit[1]) if menit else None, komponen)
    dipercepat = Layanan.objects.get(unit__kode="petuk-bukit", kode="L-02")
    isi = dict(dipercepat.standar.get().komponen) | {"waktu": "15 menit"}
    _terbit(dipercepat, pengelola, max(MULAI_VERSI_DUA, hari_ini()), 15, isi)


def _terbit(layanan: Layanan, oleh: Pengguna, mulai: date, menit: int | None, komponen: dict[str, str]) -> None:
    standar = simpan_draf(layanan=layanan, oleh=oleh, mulai=mulai, menit=menit, komponen=komponen, terverifikasi=False)
    terbitkan_standar(standar=standar, oleh=oleh)


def isi_loket() -> None:
    """Visits at the counters: as many as the surveys name as population of a quarter, spread over its working days."""
    acak = random.Random(2026)  # noqa: S311 - the same office for everybody, nothing secret
    petugas: dict[int, list[Pengguna]] = defaultdict(list)
    for satu in PetugasLayanan.objects.select_related("pegawai__pengguna").order_by("pk"):
        if satu.pegawai.pengguna is not None:
            petugas[satu.layanan_id].append(satu.pegawai.pengguna)
    baris = []
    for data in isi_json("survei.json"):
        layanan = [
            satu
            for satu in Layanan.objects.filter(unit__kode=data["layanan"]).select_related("unit").order_by("kode")
            if petugas[satu.pk]
        ]
        janji = {satu.pk: satu.standar.order_by("versi")[0].menit or 12 for satu in layanan}
        akhir = min(date.fromisoformat(data["selesai"]), HARI_TERAKHIR)
        hari = hari_kerja_antara(date.fromisoformat(data["mulai"]), akhir)
        for urut in range(data["populasi"] * len(hari) // 62 if not data["terbit"] else data["populasi"]):
            dipilih = acak.choices(layanan, weights=range(len(layanan) + 2, 2, -1))[0]
            jam = acak.choices([jam for jam, _ in JAM], weights=[bobot for _, bobot in JAM])[0]
            mulai = datetime.combine(acak.choice(hari), time(jam, acak.randrange(60), acak.randrange(60)), tzinfo=WIB)
            lama = timedelta(seconds=int(60 * janji[dipilih.pk] * acak.triangular(0.25, 1.6, 0.6)))
            baris.append(
                PelayananLoket(
                    uuid=UUID(int=acak.getrandbits(128), version=4),
                    kiriman=UUID(int=acak.getrandbits(128), version=4),
                    layanan=dipilih,
                    unit=dipilih.unit,
                    petugas=petugas[dipilih.pk][urut % len(petugas[dipilih.pk])],
                    hari=mulai.date(),
                    mulai=mulai,
                    selesai=mulai + lama,
                )
            )
    PelayananLoket.objects.bulk_create(baris, batch_size=1000)


def isi_titik(*, pengelola: Pengguna) -> None:
    """A sheet for each open survey, and the tablet of the kecamatan."""
    for data in isi_json("survei.json"):
        if data["terbit"]:
            continue
        survei = Survei.objects.select_related("unit").get(kode=data["kode"])
        buat_titik(
            kiriman=uuid4(),
            survei=survei,
            nama=f"Loket {survei.unit.nama}",
            jenis=JenisTitik.QR,
            layanan=None,
            pin="",
            oleh=pengelola,
        )
        if survei.unit.kode == "seksi-pelayanan":
            buat_titik(
                kiriman=uuid4(),
                survei=survei,
                nama="Tablet ruang tunggu kecamatan",
                jenis=JenisTitik.KIOS,
                layanan=None,
                pin=PIN_KIOS,
                oleh=pengelola,
            )
