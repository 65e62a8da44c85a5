"""Open objections over time: they follow the post of who decides, and a due day that passes is told."""

from __future__ import annotations

from django.db import transaction

from kinerja.models import Keberatan
from kinerja.permissions import (
    TERKAIT_KEBERATAN,
    PetaAtasan,
    akun_pemegang,
    pemutus_keberatan,
    pengelola_lain,
    peta_atasan,
)
from kinerja.proses.dasar_keberatan import beri_tahu, kunci_kabar
from rakumpit.notifikasi.models import Notifikasi
from rakumpit.waktu import format_tanggal, hari_ini


def kabari_keberatan() -> int:
    """Tell today's official of every open objection that it waits, and all sides of one whose due day has passed.

    Each is told once, so any number of calls adds nothing. The law names no day for the decision and nobody above who
    would take it over (PP 30/2019 Pasal 59), so an overdue one stays where it is; the pengelola hears of it. Returns
    how many are overdue.
    """
    peta, lewat = peta_atasan(), 0
    for satu in Keberatan.objects.terbuka().select_related(*TERKAIT_KEBERATAN).order_by("batas_putusan", "pk"):
        lewat += _kabari(satu, peta)
    return lewat


@transaction.atomic
def _kabari(kini: Keberatan, peta: PetaAtasan) -> bool:
    evaluasi = kini.evaluasi
    pemutus = akun_pemegang(pemutus_keberatan(evaluasi, peta))
    judul = f"Keberatan atas penilaian {evaluasi.pegawai}, {evaluasi.periode}"
    _alihkan(kini, pemutus, judul)
    if kini.batas_putusan >= hari_ini():
        return False
    tenggat = f"Tenggatnya {format_tanggal(kini.batas_putusan)}."
    beri_tahu(kini, "lewat", pemutus, f"{judul}, belum Anda putuskan", tenggat)
    pegawai = evaluasi.pegawai.pengguna_id
    isi = f"{tenggat} Hasil semula berlaku sampai ada keputusan. Pejabat pemutus dan pengelola kinerja diberi tahu."
    beri_tahu(kini, "lewat", pegawai, "Keberatan Anda belum diputus sampai tenggat", isi)
    for akun in sorted(pengelola_lain(pegawai)):
        beri_tahu(kini, "lewat", akun, f"{judul}, belum diputus", tenggat)
    return True


def _alihkan(kini: Keberatan, pemutus: int | None, judul: str) -> None:
    """The new holder of the post hears of it like the one before, who hears that it is gone."""
    if pemutus is None:
        return
    beri_tahu(kini, "pemutus", pemutus, judul, "Dengarkan kedua pihak, lalu putuskan.")
    dulu = Notifikasi.objects.filter(kunci=kunci_kabar(kini, "pemutus")).exclude(penerima=pemutus)
    for akun in dulu.order_by("pk").values_list("penerima_id", flat=True):
        isi = "Jabatan pemutusnya berganti pemegang. Anda tidak perlu memutuskannya."
        beri_tahu(kini, "bukan-pemutus", akun, f"{judul}, tidak lagi menunggu Anda", isi, berpautan=False)
