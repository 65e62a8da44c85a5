"""Paper forms of the sample office: a bundle in each state. Invented.

The rows are dated within the surveys that are still open, so the published results stay as they are.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from rakumpit.contoh.akun import PERAN_PEGAWAI, akun_milik
from rakumpit.contoh.isi_organisasi import pegawai_bernomor
from rakumpit.contoh.isi_survei import hari_kerja_antara
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import hari_ini
from survei.models import BatchKertas, LembarKertas, Survei
from survei.proses import hitung_ulang_seluruhnya
from survei.proses.kertas import batalkan_batch, buat_batch, hitung_batch, selesai_ketik
from survei.proses.lembar import ketik_kedua, ketik_lembar
from survei.proses.lembar_isi import isian_lembar

KODE = "skm-loket-tw4-2026"
SARAN = ("Papan syarat bagus, hurufnya besar.", "Tolong kursi ditambah.", "Bapak di loket sabar menjelaskan.")
# Most people are content and some are not; nobody measured these shares.
_NILAI, _BOBOT = (1, 2, 3, 4), (1, 3, 12, 8)


def isi_kertas(*, pengelola: Pengguna) -> None:
    """Bundles of the counter of the kecamatan: counted, under check, being typed, given up."""
    nomor = pegawai_bernomor()
    pegawai, kasi = (akun_milik(nomor[PERAN_PEGAWAI[peran]]) for peran in ("pegawai", "kasi"))
    survei = Survei.objects.select_related("unit", "instrumen").get(kode=KODE)
    if hari_ini() < survei.mulai:
        return
    acak = random.Random(41)  # noqa: S311 - the same office for everybody, nothing secret

    def bundel(jumlah: int) -> BatchKertas:
        return buat_batch(
            kiriman=uuid4(), survei=survei, unit=survei.unit, jumlah=jumlah, petugas=[pegawai, kasi], oleh=pengelola
        )

    dihitung = bundel(30)
    _ketik(dihitung, pegawai, 24, acak)
    selesai_ketik(batch=dihitung, oleh=pegawai)
    _kedua(dihitung, kasi, beda=0)
    hitung_batch(batch=dihitung, oleh=pengelola)
    diperiksa = bundel(20)
    _ketik(diperiksa, pegawai, 18, acak)
    selesai_ketik(batch=diperiksa, oleh=pegawai)
    _kedua(diperiksa, kasi, beda=1, sisakan=1)
    _ketik(bundel(20), pegawai, 6, acak)
    batalkan_batch(batch=bundel(10), alasan="Kertas terkena air saat listrik mati.", oleh=pengelola)
    hitung_ulang_seluruhnya(survei_id=survei.pk)


def _ketik(batch: BatchKertas, oleh: Pengguna, banyak: int, acak: random.Random) -> None:
    kode = list(batch.survei.instrumen.pertanyaan.order_by("urutan").values_list("kode_unsur", flat=True))
    hari: Sequence[date] = hari_kerja_antara(batch.survei.mulai, min(hari_ini(), batch.survei.selesai))
    for nomor in range(1, banyak + 1):
        jawaban: dict[str, int | None] = {satu: acak.choices(_NILAI, weights=_BOBOT)[0] for satu in kode}
        if nomor % 9 == 0:
            jawaban = dict.fromkeys(kode, 4)
        if nomor % 5 == 0:
            jawaban["pengaduan"] = None
        ketik_lembar(
            batch=batch,
            kiriman=UUID(int=acak.getrandbits(128), version=4),
            nomor=nomor,
            isian=isian_lembar(
                layanan=str(acak.choice(batch.layanan)),
                tanggal=acak.choice(hari) if hari else batch.survei.mulai,
                jawaban=jawaban,
                demografi=_diri(acak),
                saran=SARAN[nomor % 3] if nomor % 8 == 1 else "",
            ),
            oleh=oleh,
        )


def _diri(acak: random.Random) -> dict[str, str]:
    """About half of them say something about themselves."""
    if acak.random() < 0.4:
        return {}
    return {
        "jenis_kelamin": acak.choice(("l", "p")),
        "usia": acak.choice(("17-25", "26-35", "36-45", "46-55", "56+")),
        "pekerjaan": acak.choice(("petani-nelayan", "wirausaha", "lainnya")),
    }


def _kedua(batch: BatchKertas, oleh: Pengguna, *, beda: int, sisakan: int = 0) -> None:
    """Type the sample again with ``beda`` slips in its first sheet; leave the last ``sisakan`` to be typed."""
    contoh = list(LembarKertas.objects.filter(batch=batch, contoh=True).order_by("nomor"))
    for urut, lembar in enumerate(contoh[: len(contoh) - sisakan]):
        isi: dict[str, Any] = lembar.tertulis
        if urut == 0 and beda:
            isi["jawaban"] = isi["jawaban"] | {"waktu": 5 - (isi["jawaban"]["waktu"] or 2)}
        ketik_kedua(lembar=lembar, isian=isi, oleh=oleh)
