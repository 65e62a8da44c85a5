"""Follow-up in the sample office of the browser tests: the plan of the sample, and a high result without a proposal."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.files.base import ContentFile
from django.utils import timezone

from kinerja.models import Evaluasi, RencanaPembinaan
from kinerja.proses import putuskan, tetapkan
from kinerja.proses.keputusan_pembinaan import SuratPembinaan, catat_keputusan_pembinaan
from rakumpit.contoh.akun import akun_milik
from rakumpit.waktu import hari_ini

if TYPE_CHECKING:
    from tests.peramban.kantor import Kantor


def isi_pembinaan(kantor: Kantor) -> None:
    rencana = RencanaPembinaan.objects.select_related("evaluasi__pegawai__pengguna", "dibuat_oleh").get()
    tinggi = (
        Evaluasi.objects.select_related("ditetapkan_oleh")
        .filter(predikat="sangat_baik", status="ditetapkan", terbaru=True, usulan_penghargaan=None)
        .order_by("pk")[0]
    )
    assert tinggi.ditetapkan_oleh is not None
    kantor.orang |= {
        "pembina": rencana.dibuat_oleh,
        "dibina": akun_milik(rencana.evaluasi.pegawai),
        "pengusul": tinggi.ditetapkan_oleh,
    }
    kantor.objek["eval_belum_membaik"] = (_belum_membaik(kantor, rencana),)
    kantor.objek |= {"eval_rendah": (rencana.evaluasi.uuid,), "eval_tinggi": (tinggi.uuid,)}


def _belum_membaik(kantor: Kantor, contoh: RencanaPembinaan) -> UUID:
    """Another low result, whose plan was reviewed without improvement and followed by a letter."""
    terpakai = [kantor.objek[nama][0] for nama in ("eval_menunggu", "eval_diputus", "eval_sendiri")]
    rendah = (
        Evaluasi.objects.filter(status="menunggu", terbaru=True, penilai__pengguna__isnull=False)
        .filter(bahan__alasan_tanpa_skp=None)
        .exclude(uuid__in=terpakai)
        .select_related("penilai__pengguna")
        .order_by("-pk")[0]
    )
    assert rendah.penilai is not None
    penilai = akun_milik(rendah.penilai)
    rendah = putuskan(
        evaluasi=rendah,
        oleh=penilai,
        rating_hasil="di_bawah",
        rating_perilaku="sesuai",
        alasan="Empat dari enam laporan terlambat.",
        versi=rendah.versi,
    )
    rendah = tetapkan(evaluasi=rendah, oleh=penilai, versi=rendah.versi)
    RencanaPembinaan.objects.create(
        evaluasi=rendah,
        aturan=contoh.aturan,
        sasaran="Laporan bulanan tepat waktu.",
        langkah="Diperiksa bersama setiap Jumat.",
        mulai=contoh.mulai,
        tinjau_pada=contoh.tinjau_pada,
        dibuat_oleh=contoh.dibuat_oleh,
        hasil="belum",
        catatan_hasil="Dua dari enam laporan tepat waktu.",
        ditinjau_pada=hari_ini(),
        ditinjau_oleh=contoh.dibuat_oleh,
        diubah=timezone.now(),
        diubah_oleh=contoh.dibuat_oleh,
    )
    catat_keputusan_pembinaan(
        evaluasi=rendah,
        oleh=kantor.orang["pengelola"],
        surat=SuratPembinaan(
            "uji", hari_ini(), "800/15/2026", "Wali Kota", "Mengikuti uji kompetensi pada triwulan berikutnya."
        ),
        pindaian=ContentFile(b"%PDF-1.4 surat", name="surat.pdf"),
    )
    return rendah.uuid
