"""Surveys of the sample office: real published answers, at places and on days that were chosen for the example."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid5

from rakumpit.contoh.berkas import isi_json, jawaban
from rakumpit.organisasi.kalender import libur_antara
from rakumpit.organisasi.models import Layanan, Pengguna, UnitKerja
from survei import proses
from survei.enums import Bendera, Saluran
from survei.models import Instrumen, Respons, Survei
from survei.perhitungan import jawaban_lurus

# Fixed, so that two demo offices hold the same rows.
_RUANG_NAMA = UUID("6f1b7d52-6f0e-4c1e-9a5e-0d6a2b7c9e11")
VERSI_FORMULIR = "skm-1"


def isi_survei(*, pengelola: Pengguna, maju: Callable[[], None]) -> None:
    """Open each survey, store its answers, then count, lock and publish by the product's own processes."""
    instrumen = Instrumen.objects.get(kode="skm", versi=1)
    kode_unsur = dict(instrumen.pertanyaan.values_list("nomor", "kode_unsur"))
    for data in isi_json("survei.json"):
        survei = Survei.objects.create(
            kode=data["kode"],
            judul=data["judul"],
            unit=UnitKerja.objects.get(kode=data["unit"]),
            instrumen=instrumen,
            mulai=date.fromisoformat(data["mulai"]),
            selesai=date.fromisoformat(data["selesai"]),
            populasi=data["populasi"],
        )
        layanan = list(Layanan.objects.filter(unit__kode=data["layanan"]).order_by("kode"))
        survei.layanan.set(layanan)
        proses.buka(survei=survei, oleh=pengelola)
        Respons.objects.bulk_create(_respons(survei, layanan, data, kode_unsur))
        if data["terbit"]:
            proses.tutup(survei=survei, oleh=pengelola)
            proses.kunci(survei=survei, oleh=pengelola)
            proses.publikasikan(survei=survei, oleh=pengelola)
        else:
            proses.hitung_ulang_seluruhnya(survei_id=survei.pk)
        maju()


def _respons(survei: Survei, layanan: list[Layanan], data: dict[str, Any], kode_unsur: dict[str, str]) -> list[Respons]:
    baris = list(jawaban(data["ambil"]))
    hari = hari_kerja_antara(survei.mulai, date.fromisoformat(data["jawaban_terakhir"]))
    # Answers that belonged to one service in the source stay together: its most used service becomes the first here.
    peringkat = [kode for kode, _ in sorted(Counter(b["layanan"] for b in baris).items(), key=lambda b: (-b[1], b[0]))]
    saran = data.get("saran", [])
    hasil = []
    for urut, satu in enumerate(baris):
        isi: dict[str, int | None] = {kode: int(satu[nomor]) for nomor, kode in kode_unsur.items()}
        tempat = layanan[peringkat.index(satu["layanan"]) % len(layanan)]
        teks = saran[urut] if urut < len(saran) else ""
        lurus = jawaban_lurus(isi, survei.instrumen.minimal_terjawab)
        hasil.append(
            Respons(
                submission_id=uuid5(_RUANG_NAMA, f"{survei.kode}:{satu['no']}"),
                survei=survei,
                layanan=tempat,
                versi_formulir=VERSI_FORMULIR,
                jawaban=isi,
                saran=teks,
                saluran=Saluran.IMPOR.value,
                tanggal=hari[urut * len(hari) // len(baris)],
                bendera=[Bendera.LURUS.value] if lurus else [],
                sidik=proses.sidik_isian(survei=survei, layanan=tempat, jawaban=isi, demografi={}, saran=teks),
            )
        )
    return hasil


def hari_kerja_antara(mulai: date, selesai: date) -> list[date]:
    """Days from ``mulai`` to ``selesai`` on which the office is open."""
    libur = libur_antara(mulai, selesai)
    semua = [mulai + timedelta(days=n) for n in range((selesai - mulai).days + 1)]
    return [hari for hari in semua if hari.weekday() < 5 and hari not in libur]
