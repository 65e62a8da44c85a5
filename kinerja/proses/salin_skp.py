"""Copying the content of one plan into another."""

from __future__ import annotations

from uuid import uuid4

from kinerja.enums import BentukSKP
from kinerja.models import SKP, ButirLampiran, EkspektasiPerilaku, Indikator, RencanaAksi, RencanaHasilKerja

_RENCANA = ("urut", "jenis", "uraian")
_INDIKATOR = ("urut", "uraian", "satuan", "arah", "target", "target_atas", "sumber", "unit_sumber_id", "bobot")


def salin_isi(*, dari: SKP, ke: SKP, lanjutan: bool) -> None:
    """Copy results, indicators and appendices into an empty plan; the caller holds the lock.

    ``lanjutan``: ``ke`` revises ``dari``, so everything goes along and each row knows the one that it continues. Else
    it is the plan of another year: links upward, rencana aksi and expectations belong to the year and stay behind.
    """
    sebentuk = dari.bentuk == ke.bentuk
    rencana = [
        RencanaHasilKerja(
            skp=ke,
            **{nama: getattr(satu, nama) for nama in _RENCANA},
            penugasan_dari=satu.penugasan_dari if ke.bentuk == BentukSKP.PIMPINAN.value else "",
            rhk_pimpinan_id=satu.rhk_pimpinan_id if lanjutan else None,
            asal=satu if lanjutan else None,
            kode_tetap=satu.kode_tetap if lanjutan else uuid4(),
            aksi_forum=satu.aksi_forum if lanjutan else None,
        )
        for satu in dari.rencana.order_by("urut")
    ]
    RencanaHasilKerja.objects.bulk_create(rencana)
    menurut_urut = {satu.urut: satu for satu in rencana}
    asal = list(Indikator.objects.filter(rencana__skp=dari).select_related("rencana").order_by("pk"))
    indikator = [
        Indikator(
            rencana=menurut_urut[satu.rencana.urut],
            **{nama: getattr(satu, nama) for nama in _INDIKATOR},
            aspek=satu.aspek if sebentuk else "",
            perspektif=satu.perspektif if sebentuk else "",
            iku_id=satu.iku_id if lanjutan else None,
            asal=satu if lanjutan else None,
        )
        for satu in asal
    ]
    Indikator.objects.bulk_create(indikator)
    ButirLampiran.objects.bulk_create(
        ButirLampiran(skp=ke, jenis=satu.jenis, urut=satu.urut, isi=satu.isi) for satu in dari.lampiran.all()
    )
    if lanjutan:
        _salin_setahun(dari, ke, dict(zip((satu.pk for satu in asal), indikator, strict=True)))


def _salin_setahun(dari: SKP, ke: SKP, lanjutan: dict[int, Indikator]) -> None:
    RencanaAksi.objects.bulk_create(
        RencanaAksi(
            indikator=lanjutan[satu.indikator_id],
            periode_id=satu.periode_id,
            uraian=satu.uraian,
            target=satu.target,
            target_atas=satu.target_atas,
        )
        for satu in RencanaAksi.objects.filter(indikator__in=list(lanjutan))
    )
    EkspektasiPerilaku.objects.bulk_create(
        EkspektasiPerilaku(
            skp=ke,
            nilai_dasar=satu.nilai_dasar,
            isi=satu.isi,
            ditulis_oleh_id=satu.ditulis_oleh_id,
            diubah=satu.diubah,
        )
        for satu in dari.ekspektasi.all()
    )
