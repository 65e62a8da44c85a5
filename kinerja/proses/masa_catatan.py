"""On which days work may be noted, and until when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.enums import JenisPeriode, StatusEvaluasi
from kinerja.models import Evaluasi, Periode
from kinerja.proses.galat import ProsesDitolak
from kinerja.proses.realisasi import batas_pengisian, terbuka_untuk_diisi
from rakumpit.organisasi.models import Pegawai
from rakumpit.waktu import format_tanggal, hari_ini


@dataclass(frozen=True, slots=True)
class MasaCatatan:
    """The periods that hold for a person, and those of them whose evaluation is final."""

    periode: Sequence[Periode]
    ditetapkan: Sequence[Periode]

    def alasan_tutup(self, tanggal: date) -> str:
        """Why work of this day can no longer be noted or changed; empty while it can."""
        if tanggal > hari_ini():
            return "Tanggal pekerjaan belum tiba."
        for satu in self.ditetapkan:
            if satu.mulai <= tanggal <= satu.selesai:
                hari = format_tanggal(tanggal)
                return f"Penilaian {satu} sudah ditetapkan; catatan {hari} tidak dapat diubah lagi."
        memuat = [satu for satu in self.periode if satu.mulai <= tanggal <= satu.selesai]
        # A year stays open longer than its quarters, and would let work in whose quarter is closed.
        berkala = [satu for satu in memuat if satu.jenis != JenisPeriode.TAHUNAN.value] or memuat
        if not berkala or any(terbuka_untuk_diisi(satu) for satu in berkala):
            return ""
        batas = format_tanggal(max(batas_pengisian(satu) for satu in berkala))
        return (
            f"Catatan untuk {format_tanggal(tanggal)} ditutup pada {batas} pukul 23.59 WIB. "
            "Minta pengelola kinerja membuka kembali periodenya dengan alasan."
        )


def masa_catatan(pegawai: Pegawai) -> MasaCatatan:
    """Read the periods of a person; two queries."""
    final = Evaluasi.objects.filter(pegawai=pegawai, terbaru=True, status=StatusEvaluasi.DITETAPKAN.value)
    return MasaCatatan(
        list(Periode.objects.untuk_status(pegawai.status)),
        [satu.periode for satu in final.only("periode").select_related("periode")],
    )


def periksa_hari(pegawai: Pegawai, tanggal: date) -> None:
    """Refuse a day that is not open; its evaluations are held still, so that none becomes final meanwhile."""
    list(
        Evaluasi.objects.select_for_update(of=("self",))
        .filter(pegawai=pegawai, terbaru=True, periode__mulai__lte=tanggal, periode__selesai__gte=tanggal)
        .order_by("pk")
        .values_list("pk")
    )
    if alasan := masa_catatan(pegawai).alasan_tutup(tanggal):
        raise ProsesDitolak(alasan)
