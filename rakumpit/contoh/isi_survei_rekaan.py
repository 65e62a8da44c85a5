"""Invented answers beside the real ones: an earlier quarter for two units, and other channels in an open survey.

With them the sample office shows how a result changes, groups of respondents, marks and channels. The real published
answers stay as they are.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from rakumpit.contoh.isi_survei import VERSI_FORMULIR, hari_kerja_antara
from rakumpit.organisasi.models import Layanan, Pengguna
from rakumpit.waktu import hari_ini
from survei import proses
from survei.enums import DEMOGRAFI, Bendera, Saluran
from survei.models import Respons, Survei
from survei.perhitungan import jawaban_lurus

MULAI, SELESAI = date(2026, 4, 1), date(2026, 6, 30)
# Unit of the survey → forms, weights of the answers 1 … 4.
LAMA = {"seksi-pelayanan": (96, (2, 6, 14, 3)), "petuk-bukit": (64, (1, 4, 14, 6))}
BARU = "skm-loket-tw4-2026"
SARAN = ("Antre lama pada hari Senin.", "Petugasnya ramah.", "Listrik mati, surat jadi besok.")
_SALURAN = (Saluran.DARING, Saluran.KIOS, Saluran.DIBANTU)
_RAGU = (Bendera.CEPAT, Bendera.BERUNTUN)


def isi_survei_rekaan(*, pengelola: Pengguna) -> None:
    """Call it after the surveys of ``survei.json``."""
    acak = random.Random(2)  # noqa: S311 - the same office for everybody, nothing secret
    for kode_unit, (banyak, bobot) in LAMA.items():
        acuan = Survei.objects.select_related("unit").get(unit__kode=kode_unit, mulai=date(2026, 7, 1))
        lama = Survei.objects.create(
            kode=acuan.kode.replace("tw3", "tw2"),
            judul=acuan.judul.replace("triwulan III", "triwulan II"),
            unit=acuan.unit,
            instrumen=acuan.instrumen,
            mulai=MULAI,
            selesai=SELESAI,
            populasi=acuan.populasi,
        )
        lama.layanan.set(acuan.layanan.all())
        proses.buka(survei=lama, oleh=pengelola)
        _isi(lama, banyak, bobot, acak, hari_kerja_antara(MULAI, SELESAI))
        for langkah in (proses.tutup, proses.kunci, proses.publikasikan):
            langkah(survei=lama, oleh=pengelola)
    baru = Survei.objects.get(kode=BARU)
    hari = hari_kerja_antara(baru.mulai, min(baru.selesai, hari_ini()))
    if hari:
        _isi(baru, 30, (1, 3, 12, 8), acak, hari)
        proses.hitung_ulang_seluruhnya(survei_id=baru.pk)


def _isi(survei: Survei, banyak: int, bobot: Sequence[int], acak: random.Random, hari: Sequence[date]) -> None:
    layanan = list(survei.layanan.order_by("kode", "pk"))
    unsur = list(survei.instrumen.pertanyaan.order_by("urutan").values_list("kode_unsur", flat=True))
    Respons.objects.bulk_create(
        _satu(survei, urut, unsur, layanan=acak.choice(layanan), hari=acak.choice(hari), bobot=bobot, acak=acak)
        for urut in range(banyak)
    )


def _satu(
    survei: Survei,
    urut: int,
    unsur: Sequence[str],
    *,
    layanan: Layanan,
    hari: date,
    bobot: Sequence[int],
    acak: random.Random,
) -> Respons:
    jawaban: dict[str, int | None] = {kode: acak.choices((1, 2, 3, 4), weights=bobot)[0] for kode in unsur}
    if urut % 11 == 0:
        jawaban = dict.fromkeys(unsur, 4)
    demografi = {} if urut % 3 == 0 else {kunci: acak.choice(list(isi)) for kunci, (_, isi) in DEMOGRAFI.items()}
    saluran = _SALURAN[urut % 3]
    tanda = [Bendera.LURUS] if jawaban_lurus(jawaban, survei.instrumen.minimal_terjawab) else []
    if urut % 13 == 5:
        tanda.append(_RAGU[urut % 2])
    if saluran is Saluran.DIBANTU and urut % 2:
        tanda.append(Bendera.ORANG_DALAM)
    saran = SARAN[urut % 3] if urut % 17 == 0 else ""
    return Respons(
        submission_id=UUID(int=acak.getrandbits(128), version=4),
        survei=survei,
        layanan=layanan,
        versi_formulir=VERSI_FORMULIR,
        jawaban=jawaban,
        demografi=demografi,
        saran=saran,
        saluran=saluran.value,
        tanggal=hari,
        bendera=[satu.value for satu in tanda],
        sidik=proses.sidik_isian(survei=survei, layanan=layanan, jawaban=jawaban, demografi=demografi, saran=saran),
        terverifikasi=urut % 4 == 1,
    )
