"""Obstacles: written down by the person whom they hinder, closed by the same person with how it ended."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from kinerja.enums import JenisKendala, StatusKendala, StatusPermintaan
from kinerja.models import SKP, Indikator, Kendala, RencanaHasilKerja
from kinerja.proses.galat import ProsesDitolak, wajib_diisi
from kinerja.proses.simpan import kunci_orang
from rakumpit.audit.models import catat
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import hari_ini


def pegawai_berskp(oleh: Pengguna) -> Pegawai:
    """The person with an SKP behind an account. ProsesDitolak for every other account."""
    pegawai = Pegawai.objects.ber_skp().filter(pengguna=oleh, pengguna__is_active=True).first()
    if not isinstance(pegawai, Pegawai):
        raise ProsesDitolak("Bagian ini diisi oleh pegawai yang mempunyai SKP.")
    return pegawai


@transaction.atomic
def catat_kendala(
    *,
    oleh: Pengguna,
    rencana: RencanaHasilKerja | None,
    indikator: Indikator | None,
    jenis: str,
    uraian: str,
    sejak: date,
) -> Kendala:
    """Write down what hinders an indicator, a planned result (``indikator`` None) or the work in general (both None).

    The planned result must be of the person's own approved plan. Sent twice, the open row is the answer.
    """
    pegawai = pegawai_berskp(oleh)
    if indikator is not None:
        rencana = indikator.rencana
    if rencana is not None and not SKP.objects.disetujui().filter(pk=rencana.skp_id, pegawai=pegawai).exists():
        raise ProsesDitolak("Kendala dicatat pada hasil kerja dalam SKP Anda yang sudah disetujui.")
    if jenis not in {satu.value for satu in JenisKendala}:
        raise ProsesDitolak("Pilih jenis kendala dari daftar.")
    uraian = wajib_diisi(uraian, "Tulis apa yang menghambat.")
    if sejak > hari_ini():
        raise ProsesDitolak("Tanggal mulai kendala belum tiba. Isi hari ini atau hari yang sudah lewat.")
    kunci_orang([pegawai.pk])
    isi = {"rencana": rencana, "indikator": indikator, "jenis": jenis, "uraian": uraian, "sejak": sejak}
    lama: Kendala | None = Kendala.objects.filter(pegawai=pegawai, status=StatusKendala.TERBUKA.value, **isi).first()
    if lama is not None:
        return lama
    kendala = Kendala.objects.create(pegawai=pegawai, **isi)
    catat(pelaku=oleh, aksi="kinerja.kendala.catat", objek=kendala, sesudah={"jenis": jenis, "sejak": sejak})
    return kendala


@transaction.atomic
def tutup_kendala(*, kendala: Kendala, oleh: Pengguna, catatan: str) -> Kendala:
    """The person says that the obstacle is gone, and how; not while a request about it waits for an answer."""
    kini = Kendala.objects.select_for_update(of=("self",)).select_related("pegawai").get(pk=kendala.pk)
    if kini.pegawai.pengguna_id != oleh.pk:
        raise ProsesDitolak("Kendala ditutup oleh pegawai yang mencatatnya.")
    if kini.status != StatusKendala.TERBUKA.value:
        raise ProsesDitolak("Kendala ini sudah dinyatakan teratasi.")
    if kini.permintaan.filter(status=StatusPermintaan.DIAJUKAN.value).exists():
        raise ProsesDitolak(
            "Permintaan dukungan untuk kendala ini masih menunggu jawaban. Batalkan dulu bila tidak diperlukan lagi."
        )
    catatan = wajib_diisi(catatan, "Tulis bagaimana kendala ini teratasi, agar rekan lain dapat belajar darinya.")
    kini.status, kini.teratasi_pada, kini.catatan_akhir = StatusKendala.TERATASI.value, hari_ini(), catatan
    kini.save(update_fields=["status", "teratasi_pada", "catatan_akhir"])
    catat(
        pelaku=oleh,
        aksi="kinerja.kendala.tutup",
        objek=kini,
        sebelum={"status": StatusKendala.TERBUKA.value},
        sesudah={"status": kini.status},
        keterangan=catatan,
    )
    return kini
