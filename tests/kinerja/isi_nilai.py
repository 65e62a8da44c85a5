"""What the pages of rating need in the office of named people."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kinerja.models import MasaKhusus, PenilaiDiminta
from kinerja.proses import versi_perilaku

if TYPE_CHECKING:
    from tests.dasar import KantorBernama


def isi_nilai(k: KantorBernama) -> None:
    """Call it last: the ratings of behaviour do not change after it."""
    # Long past: it changes no evaluation of the office.
    MasaKhusus.objects.create(
        pegawai=k.contoh["rekan"],
        jenis="cuti_besar",
        mulai=date(2025, 2, 1),
        selesai=date(2025, 4, 30),
        dasar="800/12/2025",
    )
    periode = k.kantor.periode
    periode.penilaian_360 = True
    periode.save()
    # The head of the seksi is rated by *rekan*, who answers to the camat too; the camat asked.
    permintaan = PenilaiDiminta.objects.create(
        pegawai=k.kantor.kasi,
        periode=periode,
        penilai=k.contoh["rekan"],
        sebagai="rekan",
        diminta_oleh=k.orang["atasan_kedua"],
    )
    k.objek |= {"penilai_kasi": (periode.kode, k.kantor.kasi.uuid), "permintaan_rekan": (permintaan.uuid,)}
    k.contoh["versi_perilaku"] = versi_perilaku(periode, [k.pegawai.pk])[k.pegawai.pk]
