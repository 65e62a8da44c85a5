"""«Tunjuk Plh» as the leader does it: the assignment is the organisation's, the news is told from here."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from kinerja.proses.galat import ProsesDitolak
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Jabatan, Pegawai, Pengguna, Penugasan
from rakumpit.organisasi.proses import plh
from rakumpit.waktu import format_tanggal


@transaction.atomic
def tunjuk_plh(
    *, jabatan: Jabatan, pegawai: Pegawai, mulai: date, selesai: date, dasar: str, oleh: Pengguna
) -> Penugasan:
    """Appoint a Plh. for the own post and tell that person. ProsesDitolak with the reason."""
    try:
        baru = plh.tunjuk_plh(jabatan=jabatan, pegawai=pegawai, mulai=mulai, selesai=selesai, dasar=dasar, oleh=oleh)
    except ValidationError as galat:
        raise ProsesDitolak(" ".join(galat.messages)) from galat
    _beri_tahu(
        baru,
        "tunjuk",
        f"Anda ditunjuk sebagai Plh. {jabatan}",
        f"Berlaku {format_tanggal(mulai)} sampai {format_tanggal(selesai)}. Selama itu SKP yang diajukan kepada "
        "pemegang jabatan itu sampai kepada Anda. SKP dan penilaian Anda sendiri tetap diputus orang lain.",
    )
    return baru


@transaction.atomic
def akhiri_plh(*, penugasan: Penugasan, hari_terakhir: date, oleh: Pengguna) -> Penugasan:
    """End it early and tell that person. ProsesDitolak with the reason."""
    try:
        kini = plh.akhiri_plh(penugasan=penugasan, hari_terakhir=hari_terakhir, oleh=oleh)
    except ValidationError as galat:
        raise ProsesDitolak(" ".join(galat.messages)) from galat
    batal = hari_terakhir < kini.mulai
    isi = "Penunjukan itu tidak jadi." if batal else f"Hari terakhirnya {format_tanggal(hari_terakhir)}."
    _beri_tahu(kini, "akhiri", f"Penugasan Anda sebagai Plh. {kini.jabatan} diakhiri", isi)
    return kini


def _beri_tahu(penugasan: Penugasan, apa: str, judul: str, isi: str) -> None:
    if penugasan.pegawai is not None and penugasan.pegawai.pengguna_id is not None:
        kirim(
            penerima_id=penugasan.pegawai.pengguna_id,
            kunci=f"plh-{apa}:{penugasan.uuid}",
            judul=judul,
            isi=isi,
            tautan="/",
        )
