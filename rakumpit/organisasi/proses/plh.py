"""«Tunjuk Plh»: a leader hands the own post to somebody of the own unit for some days, and may end it early.

A Plt. for a vacant post, and every other change of posts, stays with the pengelola (``proses.mutasi``).
"""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction

from rakumpit.audit.models import catat
from rakumpit.organisasi.enums import SifatPenugasan
from rakumpit.organisasi.models import Jabatan, Pegawai, Pengguna, Penugasan
from rakumpit.organisasi.permissions import boleh_menunjuk_plh
from rakumpit.organisasi.proses.mutasi import buat_penugasan, kunci_jabatan, periksa_tunjuk
from rakumpit.waktu import format_tanggal, hari_ini

_PLH = SifatPenugasan.PLH.value
_BUKAN_PEMIMPIN = "Plh. ditunjuk oleh pemegang jabatan itu sendiri, untuk jabatan yang dipegangnya hari ini."


def tunjuk_plh(
    *, jabatan: Jabatan, pegawai: Pegawai, mulai: date, selesai: date, dasar: str, oleh: Pengguna
) -> Penugasan:
    """Make somebody of the own unit Plh. of the own post. ``dasar``: number of the letter or reason, may be empty.

    ``ValidationError``: not the own post, the past, somebody from elsewhere or without account, days already taken.
    """
    with transaction.atomic():
        pegawai = Pegawai.objects.select_for_update(of=("self",)).select_related("pengguna").get(pk=pegawai.pk)
        jabatan = kunci_jabatan(jabatan)
        if not boleh_menunjuk_plh(oleh, jabatan):
            raise ValidationError({"jabatan": _BUKAN_PEMIMPIN})
        if pegawai.pengguna_id == oleh.pk:
            raise ValidationError({"pegawai": "Anda tidak dapat menunjuk diri sendiri."})
        if mulai < hari_ini():
            raise ValidationError({"mulai": "Tanggal mulai sudah lewat. Pilih hari ini atau sesudahnya."})
        if not Pegawai.objects.calon_plh(jabatan, mulai).filter(pk=pegawai.pk).exists():
            raise ValidationError({"pegawai": "Pilih pegawai unit Anda yang punya akun dan bekerja pada tanggal itu."})
        periksa_tunjuk(pegawai=pegawai, jabatan=jabatan, sifat=_PLH, mulai=mulai, selesai=selesai)
        baru = buat_penugasan(pegawai=pegawai, jabatan=jabatan, sifat=_PLH, mulai=mulai, selesai=selesai, dasar=dasar)
        catat(
            pelaku=oleh,
            aksi="organisasi.penugasan.tunjuk_plh",
            objek=baru,
            sesudah={"pegawai": pegawai.nama, "jabatan": str(jabatan), "mulai": mulai, "selesai": selesai},
            keterangan=dasar,
        )
    return baru


def akhiri_plh(*, penugasan: Penugasan, hari_terakhir: date, oleh: Pengguna) -> Penugasan:
    """End a Plh. of the own post early, or call it off before its first day (then its row goes, the record stays).

    ``hari_terakhir``: yesterday at the earliest, for who is back at work today.
    """
    with transaction.atomic():
        kini = (
            Penugasan.objects.select_for_update(of=("self",))
            .select_related("jabatan__unit", "pegawai")
            .get(pk=penugasan.pk)
        )
        if kini.sifat != _PLH or not boleh_menunjuk_plh(oleh, kini.jabatan):
            raise ValidationError({"hari_terakhir": _BUKAN_PEMIMPIN})
        hari = hari_ini()
        if kini.selesai is None or kini.selesai < hari:
            raise ValidationError({"hari_terakhir": "Penugasan Plh. ini sudah berakhir."})
        if not hari - timedelta(days=1) <= hari_terakhir < kini.selesai:
            raise ValidationError(
                {"hari_terakhir": f"Pilih tanggal dari kemarin sampai sebelum {format_tanggal(kini.selesai)}."}
            )
        sebelum = {"mulai": kini.mulai, "selesai": kini.selesai}
        batal = hari_terakhir < kini.mulai
        catat(
            pelaku=oleh,
            aksi="organisasi.penugasan.akhiri_plh",
            objek=kini,
            sebelum=sebelum,
            sesudah={"pegawai": str(kini.pegawai), "selesai": None if batal else hari_terakhir, "batal": batal},
        )
        if batal:
            # Nothing was decided under it yet, and a row must last at least a day (constraint).
            Penugasan.objects.filter(pk=kini.pk).delete()
        else:
            kini.selesai = hari_terakhir
            kini.save(update_fields=["selesai"])
    return kini
