"""Justified complaints beside a result: those that are linked, and those that could be."""

from __future__ import annotations

from forum.ringkasan import PengaduanTerbukti, pengaduan_terbukti
from kinerja.models import SKP, Evaluasi, PengaduanTerkait, RencanaHasilKerja
from rakumpit.organisasi.models import Pengguna


def pengaduan_untuk(pegawai_id: int, periode_id: int) -> list[PengaduanTerkait]:
    """What is linked to a person's period and was not withdrawn; one query."""
    return list(
        PengaduanTerkait.objects.filter(
            pegawai_id=pegawai_id, periode_id=periode_id, dicabut_pada__isnull=True
        ).select_related("oleh", "rencana")
    )


def calon_pengaduan(pembaca: Pengguna, evaluasi: Evaluasi) -> list[PengaduanTerbukti]:
    """Justified complaints of the period that ``pembaca`` may read and that are not linked to this person; three
    queries."""
    sudah = set(
        PengaduanTerkait.objects.filter(pegawai=evaluasi.pegawai_id, dicabut_pada__isnull=True).values_list(
            "kunci", flat=True
        )
    )
    semua = pengaduan_terbukti(
        pembaca,
        pegawai_id=evaluasi.pegawai_id,
        unit_id=evaluasi.unit_id,
        mulai=evaluasi.periode.mulai,
        selesai=evaluasi.periode.selesai,
    )
    return [satu for satu in semua if satu.kunci not in sudah]


def rencana_periode(evaluasi: Evaluasi) -> list[RencanaHasilKerja]:
    """Planned results of the person's plans of the period, in their order; one query."""
    skp = SKP.objects.dalam_periode(evaluasi.periode).filter(pegawai=evaluasi.pegawai_id)
    return list(RencanaHasilKerja.objects.filter(skp__in=skp).order_by("skp__mulai", "urut", "pk"))
