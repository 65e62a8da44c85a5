"""What waits for the owner of something that a colleague typed."""

from __future__ import annotations

from django.urls import reverse

from kinerja.models import IsianAtasNama
from rakumpit.menunggu import Tugas
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import hari_ini


def tugas_atas_nama(pengguna: Pengguna) -> list[Tugas]:
    """One duty for each entry that the reader has to confirm or refuse; one query."""
    menunggu = (
        IsianAtasNama.objects.menunggu()
        .filter(pemilik__pengguna=pengguna, berlaku_sampai__gte=hari_ini())
        .select_related("pengisi")
    )
    return [
        Tugas(
            judul=f"Sahkan {satu.get_jenis_display().lower()} yang diketik {satu.pengisi}",
            dari=satu.pengisi.nama,
            tenggat=satu.berlaku_sampai,
            tautan=reverse("kinerja:atas_nama_rinci", args=[satu.uuid]),
            aksi="Periksa isian",
        )
        for satu in menunggu.order_by("berlaku_sampai", "pk")
    ]
