"""What the staff search finds in performance management: plans and evaluations by the name of their owner."""

from __future__ import annotations

from django.urls import reverse

from kinerja.enums import LABEL_STATUS_EVALUASI, LABEL_STATUS_SKP, StatusEvaluasi, StatusSKP
from kinerja.models import SKP, Evaluasi
from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.nama import nama_urut
from rakumpit.pencarian import Temuan
from rakumpit.waktu import format_tanggal


def cari(pengguna: Pengguna, kata: str, *, batas: int) -> list[Temuan]:
    """Only what the reader may open; two lists, each of at most ``batas``. Predicates are not on the list."""
    kunci = nama_urut(kata)
    return [*_skp(pengguna, kunci, batas), *_evaluasi(pengguna, kunci, batas)] if kunci else []


def _skp(pengguna: Pengguna, kunci: str, batas: int) -> list[Temuan]:
    semua = SKP.objects.terlihat_oleh(pengguna).filter(pegawai__nama_urut__contains=kunci).select_related("pegawai")
    return [
        Temuan(
            "SKP",
            f"SKP {skp.mulai.year}, {skp.pegawai.nama}",
            f"{format_tanggal(skp.mulai)} – {format_tanggal(skp.selesai)} · {LABEL_STATUS_SKP[StatusSKP(skp.status)]}",
            reverse("kinerja:skp", args=[skp.uuid]),
        )
        for skp in semua.order_by("pegawai__nama_urut", "-mulai", "pk")[:batas]
    ]


def _evaluasi(pengguna: Pengguna, kunci: str, batas: int) -> list[Temuan]:
    semua = (
        Evaluasi.objects.terlihat_oleh(pengguna)
        .filter(terbaru=True, pegawai__nama_urut__contains=kunci)
        .select_related("pegawai", "periode")
        .defer("bahan", "rincian")
    )
    return [
        Temuan(
            "Evaluasi",
            f"{satu.periode.nama}, {satu.pegawai.nama}",
            f"{satu.unit_nama or 'Tanpa unit'} · {LABEL_STATUS_EVALUASI[StatusEvaluasi(satu.status)]}",
            reverse("kinerja:evaluasi", args=[satu.uuid]),
        )
        for satu in semua.order_by("pegawai__nama_urut", "-periode__mulai", "pk")[:batas]
    ]
