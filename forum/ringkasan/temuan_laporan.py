"""What the staff search finds among the reports of citizens."""

from __future__ import annotations

from django.urls import reverse

from forum.enums.laporan import LABEL_KLASIFIKASI, LABEL_STATUS_LAPORAN, Klasifikasi, StatusLaporan
from forum.models import Laporan
from rakumpit.bacaan import Bacaan
from rakumpit.organisasi.models import Pengguna
from rakumpit.pencarian import Temuan


def cari_laporan(pengguna: Pengguna, kata: str, *, batas: int) -> Bacaan[list[Temuan]]:
    """Reports that the reader may see, by number and words; never by who reported. One step."""
    (baris,) = yield [
        Laporan.objects.terlihat_oleh(pengguna)
        .cari(kata)
        .order_by("-diterima_pada", "-pk")
        .values_list("uuid", "nomor", "judul", "klasifikasi", "status")[:batas]
    ]
    return [
        Temuan(
            "Laporan warga",
            f"{nomor} {judul}",
            f"{LABEL_KLASIFIKASI[Klasifikasi(jenis)]} · {LABEL_STATUS_LAPORAN[StatusLaporan(status)]}",
            reverse("forum:laporan_kelola", args=[kode]),
        )
        for kode, nomor, judul, jenis, status in baris
    ]
