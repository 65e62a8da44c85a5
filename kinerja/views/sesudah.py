"""What follows a final result on its page: delivery, objection, and what the reader can do now."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.enums import CaraPenyampaian, StatusEvaluasi
from kinerja.models import Evaluasi, HasilDiterima, Keberatan
from kinerja.perhitungan import PREDIKAT_RENDAH, PREDIKAT_TINGGI, Predikat
from kinerja.permissions import (
    TERKAIT_KEBERATAN,
    akun_aktif,
    boleh_membaca_keberatan,
    boleh_mencatat_di_kertas,
)
from kinerja.proses.keberatan import alasan_tidak_dapat_diajukan
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import hari_ini


@dataclass(frozen=True, slots=True)
class SesudahHasil:
    """What the page of a final result offers: its delivery, and the objection that was made or can be made."""

    penyampaian: HasilDiterima
    keberatan: Keberatan | None
    milik: bool
    boleh_terima: bool
    boleh_keberatan: bool
    boleh_catat: bool
    boleh_catat_keberatan: bool
    tindak_lanjut: bool


def sesudah_hasil(pengguna: Pengguna, baris: Evaluasi) -> SesudahHasil | None:
    """None while the row is not final."""
    if baris.status != StatusEvaluasi.DITETAPKAN.value:
        return None
    penyampaian = HasilDiterima.objects.select_related("aturan").filter(evaluasi=baris).first()
    if penyampaian is None:
        return None
    keberatan = Keberatan.objects.select_related(*TERKAIT_KEBERATAN).filter(evaluasi=baris).first()
    asal = Keberatan.objects.select_related(*TERKAIT_KEBERATAN).filter(evaluasi_baru=baris).first()
    terbaca = next(
        (satu for satu in (keberatan, asal) if satu is not None and boleh_membaca_keberatan(pengguna, satu)), None
    )
    milik = baris.pegawai.pengguna_id == pengguna.pk
    kertas = boleh_mencatat_di_kertas(pengguna, baris.pegawai)
    hari, batas = hari_ini(), penyampaian.batas_keberatan
    di_aplikasi = penyampaian.cara == CaraPenyampaian.APLIKASI.value
    return SesudahHasil(
        penyampaian=penyampaian,
        keberatan=terbaca,
        milik=milik,
        boleh_terima=milik and di_aplikasi and penyampaian.diterima_pada is None,
        boleh_keberatan=milik and not alasan_tidak_dapat_diajukan(baris, hari),
        boleh_catat=kertas
        and keberatan is None
        and penyampaian.diterima_pada is None
        and penyampaian.cara != CaraPenyampaian.KERTAS.value,
        # A letter that came in time may be copied later.
        boleh_catat_keberatan=kertas
        and akun_aktif(baris.pegawai) is None
        and not alasan_tidak_dapat_diajukan(baris, min(hari, batas or hari)),
        tindak_lanjut=Predikat(baris.predikat) in PREDIKAT_RENDAH | PREDIKAT_TINGGI,
    )
