"""The appendices of a plan, and what the superior expects of the behaviour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils import timezone

from kinerja.enums import LABEL_JENIS_LAMPIRAN, JenisLampiran
from kinerja.models import SKP, ButirLampiran, EkspektasiPerilaku
from kinerja.perhitungan import NilaiDasar
from kinerja.permissions import boleh_menulis_ekspektasi
from kinerja.proses.dasar_skp import catat_suntingan, kunci_skp, periksa_suntingan
from kinerja.proses.galat import ProsesDitolak
from kinerja.proses.skp import kunci_untuk_diubah
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pengguna

_BUTIR_MAKS = 30
_HURUF_MAKS = 500


@transaction.atomic
def simpan_lampiran(*, skp: SKP, oleh: Pengguna, isi: Mapping[JenisLampiran, Sequence[str]], suntingan: int) -> SKP:
    """Replace the three lists of an editable plan; empty lines are left out. ProsesDitolak, KonflikVersi."""
    kini = kunci_untuk_diubah(skp=skp, oleh=oleh)
    periksa_suntingan(kini, suntingan)
    baru: dict[str, list[str]] = {}
    for jenis in JenisLampiran:
        butir = [satu.strip() for satu in isi.get(jenis, ()) if satu.strip()]
        baru[jenis.value] = butir
        if len(butir) > _BUTIR_MAKS or any(len(satu) > _HURUF_MAKS for satu in butir):
            raise ProsesDitolak(
                f"{LABEL_JENIS_LAMPIRAN[jenis]}: paling banyak {_BUTIR_MAKS} butir, masing-masing {_HURUF_MAKS} huruf."
            )
    lama: dict[str, list[str]] = {jenis.value: [] for jenis in JenisLampiran}
    for jenis_lama, satu in kini.lampiran.order_by("jenis", "urut").values_list("jenis", "isi"):
        lama[jenis_lama].append(satu)
    if lama == baru:
        return kini
    kini.lampiran.all().delete()
    ButirLampiran.objects.bulk_create(
        ButirLampiran(skp=kini, jenis=jenis_baru, urut=urut, isi=satu)
        for jenis_baru, isi_baru in baru.items()
        for urut, satu in enumerate(isi_baru, start=1)
    )
    catat_suntingan(kini, oleh=oleh, aksi="kinerja.skp.lampiran", sebelum=lama, sesudah=baru)
    return kini


@transaction.atomic
def tulis_ekspektasi(*, skp: SKP, oleh: Pengguna, isi: Mapping[NilaiDasar, str], suntingan: int) -> SKP:
    """Write what the superior expects for the seven values; the owner is told. ProsesDitolak, KonflikVersi.

    Only the superior of today, from the submission of the plan until the year's evaluation is final: the owner's part
    is closed by then, and an expectation that nobody can be rated by any more means nothing.
    """
    kini = kunci_skp(skp)
    if not boleh_menulis_ekspektasi(oleh, kini):
        raise ProsesDitolak(
            "Ekspektasi ditulis atasan langsung saat ini, sejak SKP diajukan sampai penilaian setahun ditetapkan."
        )
    periksa_suntingan(kini, suntingan)
    lama = {NilaiDasar(satu.nilai_dasar): satu for satu in kini.ekspektasi.all()}
    tersimpan = {nilai: lama[nilai].isi if nilai in lama else "" for nilai in NilaiDasar}
    baru = {nilai: isi.get(nilai, "").strip() for nilai in NilaiDasar}
    berubah = [nilai for nilai in NilaiDasar if baru[nilai] != tersimpan[nilai]]
    if not berubah:
        return kini
    for nilai in berubah:
        EkspektasiPerilaku.objects.update_or_create(
            skp=kini,
            nilai_dasar=nilai.value,
            defaults={"isi": baru[nilai], "ditulis_oleh": oleh, "diubah": timezone.now()},
        )
    catat_suntingan(
        kini,
        oleh=oleh,
        aksi="kinerja.skp.ekspektasi",
        sebelum={nilai.value: tersimpan[nilai] for nilai in berubah},
        sesudah={nilai.value: baru[nilai] for nilai in berubah},
    )
    if kini.pegawai.pengguna_id is not None:
        kirim(
            penerima_id=kini.pegawai.pengguna_id,
            kunci=f"skp-ekspektasi:{kini.uuid}:{kini.suntingan}",
            judul="Atasan menulis ekspektasi perilaku dalam SKP Anda",
            tautan=f"/kinerja/skp/{kini.uuid}/",
        )
    return kini
