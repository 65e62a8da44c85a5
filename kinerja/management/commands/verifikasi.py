"""Check what is stored against a recomputation."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kinerja.models import Evaluasi, RunEvaluasi
from kinerja.perhitungan import AturanNilai, aturan_dari_json, bahan_dari_json, hitung_evaluasi, rincian_ke_json
from rakumpit.waktu import format_tanggal
from survei.ringkasan import SelisihHitungan, selisih_hitungan

_SEKALI = 1000
_NILAI = ("nilai_hasil", "nilai_perilaku", "nilai_kinerja")
_USULAN = ("usulan_hasil", "usulan_perilaku", "usulan_predikat")


class Command(BaseCommand):
    help = (
        "Menghitung ulang setiap evaluasi dari bahan yang tersimpan dengan aturan yang dibekukan run-nya, dan setiap "
        "hitungan survei dari jawabannya, lalu membandingkan. Keluar dengan status 1 dan menyebut apa yang berbeda."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="cetak hasil sebagai JSON")

    def handle(self, *args: Any, **pilihan: Any) -> None:
        diperiksa, beda = 0, []
        for bedanya in _periksa_evaluasi():
            diperiksa += 1
            if bedanya:
                beda.append(bedanya)
        hitungan = selisih_hitungan()
        if pilihan["json"]:
            isi = {"evaluasi": diperiksa, "beda": beda, "hitungan_survei": [asdict(satu) for satu in hitungan]}
            self.stdout.write(json.dumps(isi, ensure_ascii=False, default=str))
        else:
            for satu in beda:
                self.stdout.write(f"BEDA {satu['evaluasi']} ({satu['pegawai']}): {'; '.join(satu['apa'])}")
            self.stdout.write(f"{diperiksa} evaluasi diperiksa, {len(beda)} berbeda.")
            for cacah in hitungan:
                self.stdout.write(f"BEDA {_sebut(cacah)}: {cacah.tersimpan} seharusnya {cacah.seharusnya}")
            self.stdout.write(f"Hitungan survei diperiksa, {len(hitungan)} berbeda.")
        salah = [f"{len(beda)} evaluasi tidak sama dengan hitungan ulangnya."] if beda else []
        salah += [f"{len(hitungan)} hitungan survei tidak sama dengan jawabannya."] if hitungan else []
        if salah:
            raise CommandError(" ".join(salah))


def _sebut(satu: SelisihHitungan) -> str:
    if satu.layanan is None or satu.hari is None:
        return f"{satu.letak} survei {satu.survei}, {satu.apa}"
    return f"hitungan survei {satu.survei}, {satu.layanan}, {format_tanggal(satu.hari)}, {satu.apa}"


def _periksa_evaluasi() -> Iterator[dict[str, Any] | None]:
    """One item per stored evaluation: None, or what differs. Read by key ranges, so memory stays flat."""
    aturan: dict[int, AturanNilai] = {}
    terakhir = 0
    while True:
        potongan = list(
            Evaluasi.objects.filter(pk__gt=terakhir).select_related("pegawai", "periode").order_by("pk")[:_SEKALI]
        )
        if not potongan:
            return
        terakhir = potongan[-1].pk
        kurang = {satu.run_id for satu in potongan} - aturan.keys()
        for run in RunEvaluasi.objects.filter(pk__in=kurang):
            aturan[run.pk] = aturan_dari_json(run.aturan_beku["nilai"])
        for satu in potongan:
            apa = _bedanya(satu, aturan[satu.run_id])
            yield {"evaluasi": str(satu.uuid), "pegawai": str(satu.pegawai), "apa": apa} if apa else None


def _bedanya(evaluasi: Evaluasi, aturan: AturanNilai) -> list[str]:
    try:
        hasil = hitung_evaluasi(bahan_dari_json(evaluasi.bahan), aturan)
    except (KeyError, TypeError, ValueError, ArithmeticError) as galat:
        return [f"bahan tidak dapat dihitung ulang ({type(galat).__name__})"]
    apa = []
    for nama in _NILAI:
        ada, ulang = getattr(evaluasi, nama), getattr(hasil, nama)
        if ada != ulang:
            apa.append(f"{nama} {_teks(ada)} seharusnya {_teks(ulang)}")
    for nama in _USULAN:
        ada, ulang = getattr(evaluasi, nama), str(getattr(hasil, nama) or "")
        if ada != ulang:
            apa.append(f"{nama} «{ada}» seharusnya «{ulang}»")
    if evaluasi.rincian != rincian_ke_json(hasil.rincian):
        apa.append("baris rincian")
    return apa


def _teks(nilai: Decimal | None) -> str:
    return "kosong" if nilai is None else str(nilai)
