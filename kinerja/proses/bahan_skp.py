"""Filling a draft from what is there already: an earlier plan, an example for the post, or an action of a forum."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from forum.ringkasan import AksiDiemban, aksi_diemban
from kinerja.enums import BentukSKP, JenisHasil, Pendekatan
from kinerja.models import SKP, ContohHasilKerja, Indikator, RencanaHasilKerja
from kinerja.proses.dasar_skp import catat_suntingan
from kinerja.proses.galat import ProsesDitolak
from kinerja.proses.salin_skp import salin_isi
from kinerja.proses.skp import kunci_untuk_diubah
from kinerja.proses.urutan import urut_berikut
from kinerja.querysets import ContohHasilKerjaQuerySet, SKPQuerySet
from rakumpit.organisasi.models import Pengguna


def sumber_salinan(skp: SKP) -> SKPQuerySet:
    """Approved plans of the same person that began before this one, the newest first."""
    sumber: SKPQuerySet = (
        SKP.objects.disetujui()
        .filter(pegawai=skp.pegawai, mulai__lt=skp.mulai)
        .exclude(pk=skp.sebelumnya_id or 0)
        .order_by("-mulai", "-versi")
    )
    return sumber


def contoh_untuk(skp: SKP) -> ContohHasilKerjaQuerySet:
    """Examples for the post in which the plan begins; none for heads, whose measures come from the agreement."""
    tempat = skp.pegawai.penugasan_pada(skp.mulai)
    if tempat is None or skp.bentuk == BentukSKP.PIMPINAN.value:
        kosong: ContohHasilKerjaQuerySet = ContohHasilKerja.objects.none()
        return kosong
    contoh: ContohHasilKerjaQuerySet = ContohHasilKerja.objects.untuk(tempat.jabatan)
    return contoh


def aksi_untuk(skp: SKP) -> list[AksiDiemban]:
    """Open actions of forums that the owner's posts hold, due by the plan's last day, not in it yet; four queries."""
    if skp.pegawai.pengguna is None:
        return []
    ada = set(skp.rencana.values_list("aksi_forum", flat=True))
    return [satu for satu in aksi_diemban(skp.pegawai.pengguna, skp.selesai) if satu.kode not in ada]


@transaction.atomic
def salin_dari(*, skp: SKP, sumber: SKP, oleh: Pengguna) -> SKP:
    """Fill an empty draft with the results, measures and appendices of an earlier plan, and take over its approach.

    ProsesDitolak: the draft has results already, or the source is not an earlier approved plan of the same person.
    """
    kini = kunci_untuk_diubah(skp=skp, oleh=oleh)
    if kini.rencana.exists():
        raise ProsesDitolak("Draf ini sudah berisi rencana hasil kerja. Salin hanya ke draf yang masih kosong.")
    if not sumber_salinan(kini).filter(pk=sumber.pk).exists():
        raise ProsesDitolak("Yang disalin harus SKP Anda sebelumnya yang sudah disetujui.")
    kini.pendekatan = sumber.pendekatan
    kini.save(update_fields=["pendekatan"])
    kini.lampiran.all().delete()
    salin_isi(dari=sumber, ke=kini, lanjutan=False)
    catat_suntingan(kini, oleh=oleh, aksi="kinerja.skp.salin", sesudah={"dari": str(sumber.uuid)})
    return kini


@transaction.atomic
def pakai_contoh(*, skp: SKP, contoh: ContohHasilKerja, oleh: Pengguna) -> RencanaHasilKerja:
    """Take an example into an editable plan; its target is typed afterwards. ProsesDitolak: not for this post."""
    kini = kunci_untuk_diubah(skp=skp, oleh=oleh)
    if not contoh_untuk(kini).filter(pk=contoh.pk).exists():
        raise ProsesDitolak("Contoh itu tidak ditawarkan untuk jabatan Anda.")
    rencana = RencanaHasilKerja.objects.create(
        skp=kini,
        urut=urut_berikut(kini.rencana),
        jenis=contoh.jenis,
        uraian=contoh.uraian,
    )
    ukuran = Indikator(rencana=rencana, urut=1, uraian=contoh.indikator)
    if kini.pendekatan == Pendekatan.KUANTITATIF.value:
        ukuran.aspek, ukuran.satuan, ukuran.arah = contoh.aspek, contoh.satuan, contoh.arah
    ukuran.save()
    catat_suntingan(kini, oleh=oleh, aksi="kinerja.skp.pakai_contoh", sesudah={"uraian": contoh.uraian})
    return rencana


@transaction.atomic
def pakai_aksi(*, skp: SKP, kode: UUID, oleh: Pengguna) -> RencanaHasilKerja:
    """Promise an action of a forum in an editable plan; the target of its measure is typed afterwards.

    It was given outside the agreement of the unit, so it begins as *tambahan*. ProsesDitolak: not on offer (any more).
    """
    kini = kunci_untuk_diubah(skp=skp, oleh=oleh)
    aksi = next((satu for satu in aksi_untuk(kini) if satu.kode == kode), None)
    if aksi is None:
        raise ProsesDitolak(
            "Tindak lanjut itu sudah ada dalam SKP ini, sudah selesai, atau bukan tanggung jawab Anda. "
            "Muat ulang halaman, lalu pilih lagi."
        )
    rencana = RencanaHasilKerja.objects.create(
        skp=kini,
        urut=urut_berikut(kini.rencana),
        jenis=JenisHasil.TAMBAHAN.value,
        uraian=aksi.uraian,
        penugasan_dari="Kesepakatan forum warga" if kini.bentuk == BentukSKP.PIMPINAN.value else "",
        aksi_forum=aksi.kode,
    )
    Indikator.objects.create(rencana=rencana, urut=1, uraian=aksi.tanda_selesai)
    catat_suntingan(kini, oleh=oleh, aksi="kinerja.skp.pakai_aksi", sesudah={"uraian": aksi.uraian, "aksi": str(kode)})
    return rencana
