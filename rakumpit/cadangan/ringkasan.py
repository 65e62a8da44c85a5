"""How the backups stand, for their page and for «Menunggu Anda»."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.urls import reverse

from rakumpit.bacaan import Bacaan
from rakumpit.cadangan.enums import Pekerjaan
from rakumpit.cadangan.models import CatatanCadangan
from rakumpit.cadangan.perhitungan import Keadaan, keadaan_cadangan, keadaan_uji
from rakumpit.cadangan.permissions import boleh_lihat_cadangan
from rakumpit.menunggu import Tugas
from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.pembaca import Pembaca
from rakumpit.pencarian import Temuan
from rakumpit.waktu import sekarang


def keadaan(saat: datetime | None = None) -> Bacaan[list[Keadaan]]:
    """The backup and the rehearsal, each good or with what to do; one step."""
    semua = CatatanCadangan.objects.filter(jenis=Pekerjaan.CADANGAN.value)
    cadangan, cadangan_baik, uji = yield [
        semua.values_list("keterangan", "berhasil")[:1],
        semua.filter(berhasil=True).values_list("waktu")[:1],
        CatatanCadangan.objects.filter(jenis=Pekerjaan.UJI.value).values_list("waktu", "keterangan", "berhasil")[:1],
    ]
    kini = saat or sekarang()
    gagal = next((sebab for sebab, berhasil in cadangan if not berhasil), "")
    return [
        keadaan_cadangan(
            next((waktu for (waktu,) in cadangan_baik), None), gagal, kini, terjadwal=bool(settings.CADANGAN_FOLDER)
        ),
        keadaan_uji(next(((waktu, "" if baik else sebab) for waktu, sebab, baik in uji), None), kini),
    ]


def wajib_cadangan() -> bool:
    """Whether somebody relies on this installation: not the sample office on a laptop."""
    return bool(settings.PRODUKSI or settings.CADANGAN_FOLDER)


def menunggu(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """What a technical admin has to do about backups."""
    if not (boleh_lihat_cadangan(pembaca.pengguna) and wajib_cadangan()):
        return []
    semua = yield from keadaan()
    halaman = reverse("cadangan:keadaan")
    return [Tugas(satu.tugas, satu.judul, None, halaman, "Lihat cadangan") for satu in semua if not satu.baik]


def cari(_pengguna: Pengguna, _kata: str, *, batas: int) -> Bacaan[list[Temuan]]:
    """Nothing to be found here; the page itself is found by its name in the menu."""
    yield from ()
    return []
