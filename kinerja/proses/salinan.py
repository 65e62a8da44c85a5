"""Marking what was copied to e-Kinerja, opening evidence for it, and withdrawing an address."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from kinerja.enums.salinan import BagianSalinan, KeadaanSalinan
from kinerja.models import Periode, SalinanEKinerja, TautanBukti
from kinerja.permissions.salinan import boleh_membuka_bukti, boleh_menandai, boleh_mencabut_tautan
from kinerja.proses.galat import ProsesDitolak
from kinerja.proses.simpan import kunci_orang
from kinerja.ringkasan.salinan import bagian_salinan, bukti_tanpa_tautan
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pegawai, Pengguna


@transaction.atomic
def tandai_disalin(
    *, pegawai: Pegawai, periode: Periode, bagian: BagianSalinan, sidik: str, oleh: Pengguna
) -> SalinanEKinerja:
    """Say that a part stands in e-Kinerja. ``sidik``: the digest of what the page showed. ProsesDitolak."""
    if not boleh_menandai(oleh, pegawai, bagian):
        raise ProsesDitolak("Bagian ini ditandai oleh yang menyalinnya: pegawainya, atasannya, atau pengelola kinerja.")
    kunci_orang([pegawai.pk])
    kini = next(satu for satu in bagian_salinan(periode, [pegawai.pk])[pegawai.pk] if satu.bagian == bagian)
    if kini.keadaan == KeadaanSalinan.KOSONG:
        raise ProsesDitolak("Bagian ini belum ada isinya, jadi belum ada yang disalin.")
    if kini.sidik != sidik:
        raise ProsesDitolak("Isinya berubah sejak halaman ini dibuka. Muat ulang, salin yang baru, lalu tandai.")
    if kini.keadaan == KeadaanSalinan.DISALIN:
        raise ProsesDitolak("Bagian ini sudah ditandai disalin.")
    lama = kini.tanda
    baru = lama or SalinanEKinerja(pegawai=pegawai, periode=periode, bagian=bagian.value)
    sebelum = {"sidik": lama.sidik} if lama else None
    baru.sidik, baru.ditandai_oleh, baru.ditandai_pada = sidik, oleh, timezone.now()
    baru.save()
    catat(
        pelaku=oleh,
        aksi="kinerja.salinan.tandai",
        objek=baru,
        sebelum=sebelum,
        sesudah={"bagian": baru.bagian, "periode": periode.kode, "sidik": sidik},
    )
    return baru


@transaction.atomic
def buka_tautan_bukti(*, pegawai: Pegawai, periode: Periode, oleh: Pengguna) -> list[TautanBukti]:
    """Give each evidence file of the period that has none an address without account. ProsesDitolak."""
    if not boleh_membuka_bukti(oleh, pegawai):
        raise ProsesDitolak("Tautan bukti dibuat hanya oleh pemilik buktinya.")
    kunci_orang([pegawai.pk])
    belum = bukti_tanpa_tautan(periode, pegawai.pk)
    if not belum:
        raise ProsesDitolak("Semua berkas bukti periode ini sudah punya tautan.")
    baru = TautanBukti.objects.bulk_create(TautanBukti(bukti=satu, dibuat_oleh=oleh) for satu in belum)
    catat(
        pelaku=oleh,
        aksi="kinerja.bukti.buka_tautan",
        objek=pegawai,
        sesudah={"periode": periode.kode, "bukti": [str(satu.bukti.uuid) for satu in baru]},
    )
    return baru


@transaction.atomic
def cabut_tautan_bukti(*, tautan: TautanBukti, oleh: Pengguna) -> TautanBukti:
    """Withdraw an address at once and for good. ProsesDitolak."""
    kini = TautanBukti.objects.select_for_update(of=("self",)).select_related("bukti__pegawai").get(pk=tautan.pk)
    if not boleh_mencabut_tautan(oleh, kini.bukti.pegawai):
        raise ProsesDitolak("Tautan bukti dicabut oleh pemiliknya atau pengelola kinerja.")
    if kini.dicabut_pada is not None:
        raise ProsesDitolak("Tautan ini sudah dicabut.")
    kini.dicabut_pada, kini.dicabut_oleh = timezone.now(), oleh
    kini.save(update_fields=["dicabut_pada", "dicabut_oleh"])
    catat(pelaku=oleh, aksi="kinerja.bukti.cabut_tautan", objek=kini)
    return kini
