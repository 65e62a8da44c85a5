"""Decisions of the authority after a plan that ended without improvement: copied from their letters, nothing else.

PP 30/2019 Pasal 56-58, one source each part and not compared with the text: after the months to improve a competency
test, then another or a lower post; who finds no post is placed temporarily for at most a year, then dismissed with
honour. The program draws none of these conclusions: no row of a plan, a post or an account changes here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.files.base import File
from django.db import transaction

from kinerja.enums import LABEL_LANJUTAN_PEMBINAAN, HasilPembinaan, LanjutanPembinaan
from kinerja.models import Evaluasi, KeputusanPembinaan, RencanaPembinaan
from kinerja.perhitungan import tambah_bulan
from kinerja.permissions import boleh_mencatat_di_kertas
from kinerja.proses.galat import ProsesDitolak, tolak_kembar, wajib_diisi
from kinerja.proses.pindaian import pindaian_tersimpan
from rakumpit.audit.models import catat
from rakumpit.notifikasi.models import kirim
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import format_tanggal, hari_ini


@dataclass(frozen=True, slots=True)
class SuratPembinaan:
    """What the letter says; ``sampai`` is the last day of a temporary placement, None for every other decision."""

    jenis: str
    tanggal: date
    nomor: str
    pejabat: str
    uraian: str
    sampai: date | None = None


@transaction.atomic
def catat_keputusan_pembinaan(
    *, evaluasi: Evaluasi, oleh: Pengguna, surat: SuratPembinaan, pindaian: File | None
) -> KeputusanPembinaan:
    """Copy a decision from its letter; several may follow one another. ProsesDitolak.

    Only the pengelola, not about the own result, and only after a review that saw no improvement.
    """
    kini = Evaluasi.objects.select_for_update(of=("self",)).select_related("pegawai").get(pk=evaluasi.pk)
    if not boleh_mencatat_di_kertas(oleh, kini.pegawai):
        raise ProsesDitolak("Keputusan sesudah pembinaan dicatat oleh pengelola kinerja lain.")
    rencana = RencanaPembinaan.objects.select_related("aturan").filter(evaluasi=kini).first()
    if rencana is None or rencana.hasil != HasilPembinaan.BELUM.value or rencana.ditinjau_pada is None:
        raise ProsesDitolak("Keputusan dicatat hanya sesudah pembinaan ditinjau dan kinerjanya belum membaik.")
    _periksa(rencana, rencana.ditinjau_pada, surat)
    keputusan = KeputusanPembinaan(
        rencana=rencana,
        jenis=surat.jenis,
        tanggal=surat.tanggal,
        surat_nomor=wajib_diisi(surat.nomor, "Isi nomor surat keputusannya."),
        pejabat=wajib_diisi(surat.pejabat, "Isi pejabat yang memutuskan."),
        sampai=surat.sampai,
        uraian=wajib_diisi(surat.uraian, "Tulis isi keputusannya; pegawai membacanya."),
        dicatat_oleh=oleh,
    )
    with pindaian_tersimpan(keputusan.pindaian, pindaian):
        with tolak_kembar("keputusanpembinaan_sekali", "Keputusan ini sudah dicatat dari surat yang sama."):
            keputusan.save()
        catat(
            pelaku=oleh,
            aksi="kinerja.pembinaan.keputusan",
            objek=keputusan,
            sesudah={"jenis": surat.jenis, "tanggal": surat.tanggal, "sampai": surat.sampai},
            keterangan=keputusan.surat_nomor,
        )
        _kabari(kini, rencana, keputusan, oleh)
    return keputusan


def _periksa(rencana: RencanaPembinaan, ditinjau_pada: date, surat: SuratPembinaan) -> None:
    if surat.jenis not in set(LanjutanPembinaan):
        raise ProsesDitolak("Pilih keputusan dari daftar.")
    if surat.tanggal < ditinjau_pada:
        raise ProsesDitolak(f"Pembinaan ini ditinjau {format_tanggal(ditinjau_pada)}; suratnya tidak lebih dulu.")
    if surat.tanggal > hari_ini():
        raise ProsesDitolak("Tanggal surat belum tiba.")
    sementara = surat.jenis == LanjutanPembinaan.SEMENTARA.value
    if not sementara and surat.sampai is not None:
        raise ProsesDitolak("Hari terakhir diisi hanya untuk penempatan sementara.")
    if sementara:
        terakhir = tambah_bulan(surat.tanggal, rencana.aturan.bulan_sementara)
        if surat.sampai is None or not surat.tanggal <= surat.sampai <= terakhir:
            raise ProsesDitolak(
                f"Isi hari terakhir penempatan sementara, paling lambat {format_tanggal(terakhir)} menurut aturan."
            )


def _kabari(evaluasi: Evaluasi, rencana: RencanaPembinaan, keputusan: KeputusanPembinaan, oleh: Pengguna) -> None:
    """The employee and the superior who reviewed."""
    for akun_id in {evaluasi.pegawai.pengguna_id, rencana.ditinjau_oleh_id} - {None, oleh.pk}:
        if akun_id is not None:
            kirim(
                penerima_id=akun_id,
                kunci=f"pembinaan-keputusan:{keputusan.uuid}",
                judul="Keputusan sesudah pembinaan dicatat",
                isi=LABEL_LANJUTAN_PEMBINAAN[LanjutanPembinaan(keputusan.jenis)],
                tautan=f"/kinerja/evaluasi/{evaluasi.uuid}/tindak-lanjut/",
            )
