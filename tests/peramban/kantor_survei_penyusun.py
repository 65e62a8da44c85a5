"""Free surveys in the sample office of the browser tests: one that is open, one with a published result."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from rakumpit.organisasi.models import Layanan, ProgramPelayanan, UnitKerja
from rakumpit.waktu import hari_ini
from survei import proses
from survei.models import Instrumen
from survei.proses.program import buka_survei_program
from tests import pabrik
from tests.survei.isi_penyusun import isi_penyusun, susun_bebas

if TYPE_CHECKING:
    from tests.peramban.kantor import Kantor

JAWABAN = {"p2": 1, "p3": [1, 3], "p4": 4, "p5": "10", "p6": "2026-09-01", "p7-b1": 3, "p7-b2": 2, "p8": "Kursi"}
TULISAN = (
    "Kursi di ruang tunggu ditambah.",
    "Bu Wati ramah, tetapi antreannya lama. Nomor saya 0812-3456-7890.",
    "Timbangan bayi\ndan jadwal yang ditempel di depan.",
)


def isi_bebas(kantor: Kantor) -> None:
    oleh = kantor.orang["pengelola"]
    isi_penyusun(kantor.objek, oleh)
    unit = UnitKerja.objects.get(kode="petuk-bukit")
    layanan = list(Layanan.objects.filter(unit=unit, aktif=True).order_by("kode")[:2])
    instrumen = susun_bebas(oleh, nama="Survei posyandu")
    for nama, dipakai in (
        ("survei_bebas", instrumen),
        ("survei_bebas_terbit", instrumen),
        ("survei_spak", Instrumen.objects.get(kode="spak")),
    ):
        satu = pabrik.buat_survei(unit, instrumen=dipakai, layanan=layanan, judul=f"{dipakai.nama} Petuk Bukit")
        if dipakai == instrumen:
            for urut in range(14):
                pabrik.buat_respons(
                    satu, JAWABAN | {"p4": 1 + urut % 5, "p8": TULISAN[urut % 3]}, tanggal=date(2026, 10, 1)
                )
            proses.hitung_ulang_seluruhnya(survei_id=satu.pk)
        if nama.endswith("terbit"):
            for langkah in (proses.tutup, proses.kunci, proses.publikasikan):
                langkah(survei=satu, oleh=oleh)
        kantor.objek[nama] = (satu.uuid,)
        if dipakai == instrumen:
            kantor.objek["teks_terbit" if nama.endswith("terbit") else "teks_terbuka"] = (satu.uuid, "p8")
    _isi_program(kantor)


def _isi_program(kantor: Kantor) -> None:
    lama = ProgramPelayanan.objects.order_by("mulai", "pk").first()
    assert lama is not None
    baru = ProgramPelayanan.objects.create(
        nama="Perekaman KTP-el keliling Petuk Bukit",
        unit=UnitKerja.objects.get(kode="petuk-bukit"),
        pemilik=lama.pemilik,
        mulai=hari_ini() - timedelta(days=1),
        selesai=hari_ini() - timedelta(days=1),
        hasil_diharapkan="Warga lansia mendapat KTP-el tanpa ke kota.",
    )
    buka_survei_program()
    kantor.objek |= {"program": (lama.uuid,), "program_terbuka": (baru.uuid,)}
