"""What the staff search finds in performance management: plans and evaluations by the name of their owner."""

from __future__ import annotations

from django.urls import reverse

from kinerja.enums import LABEL_STATUS_EVALUASI, LABEL_STATUS_SKP, StatusEvaluasi, StatusSKP
from kinerja.models import SKP, Evaluasi
from rakumpit.bacaan import Bacaan
from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.nama import nama_urut
from rakumpit.pencarian import Temuan
from rakumpit.waktu import format_tanggal


def cari(pengguna: Pengguna, kata: str, *, batas: int) -> Bacaan[list[Temuan]]:
    """Only what the reader may open; two lists, each of at most ``batas``. Predicates are not on the list. One step."""
    kunci = nama_urut(kata)
    if not kunci:
        return []
    skp = SKP.objects.terlihat_oleh(pengguna).filter(pegawai__nama_urut__contains=kunci)
    evaluasi = Evaluasi.objects.terlihat_oleh(pengguna).filter(terbaru=True, pegawai__nama_urut__contains=kunci)
    rencana, penilaian = yield [
        skp.order_by("pegawai__nama_urut", "-mulai", "pk").values_list(
            "uuid", "mulai", "selesai", "status", "pegawai__nama"
        )[:batas],
        evaluasi.order_by("pegawai__nama_urut", "-periode__mulai", "pk").values_list(
            "uuid", "periode__nama", "unit_nama", "status", "pegawai__nama"
        )[:batas],
    ]
    return [
        *(
            Temuan(
                "SKP",
                f"SKP {mulai.year}, {nama}",
                f"{format_tanggal(mulai)} – {format_tanggal(selesai)} · {LABEL_STATUS_SKP[StatusSKP(status)]}",
                reverse("kinerja:skp", args=[kode]),
            )
            for kode, mulai, selesai, status, nama in rencana
        ),
        *(
            Temuan(
                "Evaluasi",
                f"{periode}, {nama}",
                f"{unit or 'Tanpa unit'} · {LABEL_STATUS_EVALUASI[StatusEvaluasi(status)]}",
                reverse("kinerja:evaluasi", args=[kode]),
            )
            for kode, periode, unit, status, nama in penilaian
        ),
    ]
