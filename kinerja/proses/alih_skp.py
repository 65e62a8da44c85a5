"""Submitted plans follow their superior: when the post above changes hands, the new holder is named, both hear it."""

from __future__ import annotations

from django.db import transaction

from kinerja.enums import StatusSKP
from kinerja.models import SKP
from kinerja.permissions import akun_pemegang, atasan_kini, atasan_semua
from kinerja.proses.dasar_skp import akun_penilai, kunci_skp
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.waktu import hari_ini


def alihkan_skp_menunggu() -> int:
    """Name today's superior on every submitted plan that still names another one; returns how many changed.

    The right to decide is derived and has passed on already; this tells both and mends what the pages call the
    pejabat penilai. Each plan is a transaction of its own, and called again it finds nothing.
    """
    diajukan = SKP.objects.filter(status=StatusSKP.DIAJUKAN.value).only(
        "pk", "pegawai_id", "penilai_id", "penilai_luar_id"
    )
    atasan = atasan_semua({satu.pegawai_id for satu in diajukan}, hari_ini())
    beda = [
        satu
        for satu in diajukan
        if (kini := atasan.get(satu.pegawai_id)) is not None
        and (kini.pegawai_id, kini.pejabat_luar_id) != (satu.penilai_id, satu.penilai_luar_id)
    ]
    return sum(_alihkan(satu) for satu in beda)


@transaction.atomic
def _alihkan(skp: SKP) -> bool:
    kini = kunci_skp(skp)
    atasan = atasan_kini(kini.pegawai)
    if kini.status != StatusSKP.DIAJUKAN.value or atasan is None:
        return False
    if (kini.penilai_id, kini.penilai_luar_id) == (atasan.pegawai_id, atasan.pejabat_luar_id):
        return False
    akun_lama = akun_penilai(kini)
    kini.penilai_id, kini.penilai_luar_id = atasan.pegawai_id, atasan.pejabat_luar_id
    kini.save(update_fields=["penilai", "penilai_luar"])
    entri = catat(pelaku=None, aksi="kinerja.skp.alihkan", objek=kini, sesudah={"penilai": atasan.jabatan})
    akun_baru = akun_pemegang(atasan)
    if akun_baru is not None:
        kirim(
            penerima_id=akun_baru,
            kunci=f"skp-alih-baru:{kini.uuid}:{entri.pk}",
            judul=f"SKP {kini.pegawai} menunggu persetujuan Anda",
            isi="Atasannya berganti, jadi SKP yang sudah diajukan sekarang Anda putuskan.",
            tautan=f"/kinerja/skp/{kini.uuid}/",
        )
    if akun_lama is not None and akun_lama != akun_baru:
        kirim(
            penerima_id=akun_lama,
            kunci=f"skp-alih-lama:{kini.uuid}:{entri.pk}",
            judul=f"SKP {kini.pegawai} tidak lagi menunggu Anda",
            isi=f"Atasannya sekarang {atasan.jabatan}. Anda tidak perlu memutuskan SKP itu.",
            tautan="/kinerja/tim/",
        )
    return True
