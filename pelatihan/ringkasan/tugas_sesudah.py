"""What waits for a reader after a training event."""

from __future__ import annotations

from django.db.models import Q
from django.urls import reverse

from pelatihan.models import EvaluasiHasil, EvaluasiPerilaku, Kegiatan
from pelatihan.perhitungan.kegiatan import StatusKegiatan
from pelatihan.perhitungan.sesudah import PeranPenilai
from pelatihan.permissions import boleh_mengelola
from rakumpit.bacaan import Bacaan
from rakumpit.menunggu import Tugas
from rakumpit.organisasi.pembaca import Pembaca


def tugas_sesudah(pembaca: Pembaca) -> list[Bacaan[list[Tugas]]]:
    """Behaviour to look at, behaviours to agree upon, results to conclude; one step each, side by side."""
    return [_perilaku(pembaca), _sepakat(pembaca), _hasil(pembaca)]


def _perilaku(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    (baris,) = yield [
        EvaluasiPerilaku.objects.terbuka(pembaca.hari)
        .milik(pembaca.pengguna)
        .order_by("batas", "pk")
        .values_list("uuid", "peran", "peserta__nama", "kegiatan__judul", "batas")
    ]
    return [
        Tugas(
            f"Isi perubahan kerja sesudah {judul}",
            "Tentang Anda sendiri" if peran == PeranPenilai.PESERTA.value else f"Tentang {nama}",
            batas,
            reverse("pelatihan:evaluasi_perilaku", args=[kode]),
            "Isi jawaban",
        )
        for kode, peran, nama, judul, batas in baris
    ]


def _unit(pembaca: Pembaca, awalan: str = "") -> Q:
    """Events that the reader organises: the pengelola all, who leads a unit its own and those below."""
    return Q() if boleh_mengelola(pembaca.pengguna) else Q(**{f"{awalan}unit__in": pembaca.di_bawah})


def _mengurus(pembaca: Pembaca) -> bool:
    return boleh_mengelola(pembaca.pengguna) or bool(pembaca.dipimpin)


def _sepakat(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """Events that are being evaluated and have no behaviours: afterwards nobody can be asked."""
    if not _mengurus(pembaca):
        return []
    (baris,) = yield [
        Kegiatan.objects.filter(_unit(pembaca), status=StatusKegiatan.EVALUASI.value, perilaku__isnull=True)
        .order_by("pk")
        .values_list("uuid", "judul", "unit__nama")
    ]
    return [
        Tugas(f"Sepakati perilaku: {judul}", unit, None, reverse("pelatihan:sepakat", args=[kode]), "Tulis perilaku")
        for kode, judul, unit in baris
    ]


def _hasil(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    if not _mengurus(pembaca):
        return []
    (baris,) = yield [
        EvaluasiHasil.objects.filter(_unit(pembaca, "kegiatan__"), mulai__lte=pembaca.hari, diisi_pada__isnull=True)
        .order_by("batas", "pk")
        .values_list("kegiatan__uuid", "kegiatan__judul", "kegiatan__unit__nama", "batas")
    ]
    return [
        Tugas(
            f"Simpulkan hasil pelatihan: {judul}",
            unit,
            batas,
            reverse("pelatihan:dampak", args=[kode]),
            "Lihat hasil",
        )
        for kode, judul, unit, batas in baris
    ]
