"""What waits for the owner of something that a colleague typed."""

from __future__ import annotations

from django.urls import reverse

from kinerja.enums.atas_nama import LABEL_JENIS_ISIAN, JenisIsian
from kinerja.models import IsianAtasNama
from rakumpit.bacaan import Bacaan
from rakumpit.menunggu import Tugas
from rakumpit.organisasi.pembaca import Pembaca


def tugas_atas_nama(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """One duty for each entry that the reader has to confirm or refuse; one step."""
    if pembaca.pegawai is None:
        return []
    (baris,) = yield [
        IsianAtasNama.objects.menunggu()
        .filter(pemilik=pembaca.pegawai, berlaku_sampai__gte=pembaca.hari)
        .order_by("berlaku_sampai", "pk")
        .values_list("uuid", "jenis", "pengisi__nama", "berlaku_sampai")
    ]
    return [
        Tugas(
            judul=f"Sahkan {LABEL_JENIS_ISIAN[JenisIsian(jenis)].lower()} yang diketik {pengisi}",
            dari=pengisi,
            tenggat=sampai,
            tautan=reverse("kinerja:atas_nama_rinci", args=[kode]),
            aksi="Periksa isian",
        )
        for kode, jenis, pengisi, sampai in baris
    ]
