"""Who gives feedback to whom, and as what."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef
from django.utils.crypto import salted_hmac

from kinerja.perhitungan import Penilai
from kinerja.permissions.atasan import orang_akun
from kinerja.permissions.dukungan import rantai_atasan
from rakumpit.organisasi.models import Pegawai, Penugasan
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from kinerja.permissions.atasan import PetaAtasan, Siapa
    from kinerja.querysets import EvaluasiQuerySet
    from rakumpit.organisasi.models import Pengguna


_GARAM = "kinerja.umpan_balik.tanda"


def tanda_penulis(pengguna_id: int, pegawai_id: int, triwulan: date) -> str:
    """Keyed digest of author, receiver and quarter: 64 hexadecimal digits that name nobody without the key."""
    return salted_hmac(_GARAM, f"{pengguna_id}:{pegawai_id}:{triwulan:%Y-%m-%d}", algorithm="sha256").hexdigest()


def tandai_umpan_balik(semua: EvaluasiQuerySet, pengguna: Pengguna, peta: PetaAtasan) -> EvaluasiQuerySet:
    """Evaluations with ``dapat_diberi`` and ``dibawahi``: whether their person may be given feedback on the day of
    ``peta``, and stands below this account then; a past period also has people who have left or moved on."""
    bertugas = Pegawai.objects.ber_skp().aktif_pada(peta.tanggal)
    di_bawah = Penugasan.objects.pada(peta.tanggal).filter(jabatan__unit_id__in=peta.di_bawah(*orang_akun(pengguna)))
    hasil: EvaluasiQuerySet = semua.annotate(
        dapat_diberi=Exists(bertugas.filter(pk=OuterRef("pegawai"))),
        dibawahi=Exists(di_bawah.filter(pegawai=OuterRef("pegawai"))),
    )
    return hasil


def hubungan_kini(pengguna: Siapa, pegawai: Pegawai) -> Penilai | None:
    """What this account is to a person today; None when it may not give feedback to that person.

    Everybody in the line upward is *atasan*, everybody below is *bawahan*, all other people with an SKP are *rekan*.
    """
    if not pengguna.is_authenticated or not pengguna.is_active or pegawai.pengguna_id == pengguna.pk:
        return None
    if not pegawai.ber_skp or not Pegawai.objects.aktif_pada(hari_ini()).filter(pk=pegawai.pk).exists():
        return None
    sendiri = getattr(pengguna, "pegawai", None)
    ids = [pegawai.pk] if sendiri is None else [pegawai.pk, sendiri.pk]
    rantai = rantai_atasan(ids)
    if any(satu.akun_id == pengguna.pk for satu in rantai[pegawai.pk]):
        return Penilai.ATASAN
    if sendiri is None or not sendiri.ber_skp:
        return None
    if any(satu.pegawai_id == pegawai.pk for satu in rantai[sendiri.pk]):
        return Penilai.BAWAHAN
    return Penilai.REKAN
