"""Invented answers beside the real ones: an earlier quarter for two units, and other channels in an open survey.

With them the sample office shows how a result changes, groups of respondents, marks and channels. The real published
answers stay as they are.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID, uuid5

from rakumpit.contoh.isi_survei import VERSI_FORMULIR, hari_kerja_antara
from rakumpit.organisasi.models import Layanan, Pengguna
from rakumpit.waktu import hari_ini
from survei import proses
from survei.enums import DEMOGRAFI, Bendera, Saluran
from survei.models import HitunganTema, Respons, Survei, TemaSaran
from survei.perhitungan import SEL_MINIMUM, jawaban_lurus
from survei.proses.tema import tandai_saran, terbitkan_kutipan

MULAI, SELESAI = date(2026, 4, 1), date(2026, 6, 30)
# Unit of the survey → forms, weights of the answers 1 … 4.
LAMA = {"seksi-pelayanan": (96, (2, 6, 14, 3)), "petuk-bukit": (64, (1, 4, 14, 6))}
BARU = "skm-loket-tw4-2026"
SARAN = ("Antre lama pada hari Senin.", "Petugasnya ramah.", "Listrik mati, surat jadi besok.")
# Of the earlier quarter, every fourth form: what people wrote, and the themes that an officer gave it.
SARAN_LAMA: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Antrean panjang, kursi tunggu kurang.", ("Alur dan antrean", "Ruang dan fasilitas")),
    ("Petugasnya ramah, terima kasih.", ("Sikap petugas", "Apresiasi")),
    ("Antre dari pagi karena hanya satu loket.", ("Alur dan antrean",)),
    ("Ruang tunggu panas dan sempit.", ("Ruang dan fasilitas",)),
)
KUTIPAN = ("Alur dan antrean", "Loket kedua dibuka pada pagi yang ramai.")
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
        _isi(lama, banyak, bobot, acak, hari=hari_kerja_antara(MULAI, SELESAI), saran=_saran_lama)
        for langkah in (proses.tutup, proses.kunci, proses.publikasikan):
            langkah(survei=lama, oleh=pengelola)
        _tandai(lama, pengelola)
    baru = Survei.objects.get(kode=BARU)
    hari = hari_kerja_antara(baru.mulai, min(baru.selesai, hari_ini()))
    if hari:
        _isi(baru, 30, (1, 3, 12, 8), acak, hari=hari, saran=_saran)
        proses.hitung_ulang_seluruhnya(survei_id=baru.pk)


def _saran(urut: int) -> str:
    return SARAN[urut % 3] if urut % 17 == 0 else ""


def _saran_lama(urut: int) -> str:
    return "" if urut % 4 else SARAN_LAMA[urut // 4 % len(SARAN_LAMA)][0]


def _tandai(survei: Survei, oleh: Pengguna) -> None:
    """Mask the suggestions, give each its themes, and publish a sentence beside a theme that is often met."""
    proses.samarkan_saran()
    tema = {satu.nama: satu for satu in TemaSaran.objects.all()}
    menurut_teks = dict(SARAN_LAMA)
    for respons in Respons.objects.bersaran().filter(survei=survei).order_by("pk"):
        pilih = [tema[nama] for nama in menurut_teks[respons.saran]]
        tandai_saran(survei=survei, submission_id=respons.pk, tema=pilih, versi=0, oleh=oleh)
    nama, teks = KUTIPAN
    if HitunganTema.objects.filter(survei=survei, tema=tema[nama], jumlah__gte=SEL_MINIMUM).exists():
        kode = uuid5(survei.uuid, teks)
        terbitkan_kutipan(kode=kode, survei=survei, tema=tema[nama], teks=teks, oleh=oleh)


def _isi(
    survei: Survei,
    banyak: int,
    bobot: Sequence[int],
    acak: random.Random,
    *,
    hari: Sequence[date],
    saran: Callable[[int], str],
) -> None:
    layanan = list(survei.layanan.order_by("kode", "pk"))
    unsur = list(survei.instrumen.pertanyaan.order_by("urutan").values_list("kode_unsur", flat=True))
    Respons.objects.bulk_create(
        _satu(
            survei,
            urut,
            unsur,
            layanan=acak.choice(layanan),
            hari=acak.choice(hari),
            bobot=bobot,
            acak=acak,
            saran=saran(urut),
        )
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
    saran: str,
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
