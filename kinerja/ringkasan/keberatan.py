"""Duties after a result: taking notice of it, delivering it on paper, being heard, and deciding on an objection."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Count, Q
from django.urls import reverse

from kinerja.enums import CaraPenyampaian, StatusKeberatan
from kinerja.models import HasilDiterima
from kinerja.permissions import PeranKeberatan, PetaAtasan, boleh_mengelola
from kinerja.permissions.keberatan import baca_keberatan_terbuka
from kinerja.ringkasan.pilihan import baca_pilihan
from rakumpit.bacaan import Bacaan
from rakumpit.menunggu import Rumpun, Tugas
from rakumpit.organisasi.models import Pegawai
from rakumpit.organisasi.pembaca import Pembaca


def hasil_disampaikan(pegawai: Pegawai, hari: date) -> Bacaan[list[Tugas]]:
    """Results that were delivered here and not yet accepted, until their last day for an objection; two steps.

    The answer to an objection has no last day of its own; it is news for the days that the office has chosen.
    """
    (hari_kabar,) = yield from baca_pilihan(hari, "hari_kabar")
    (baris,) = yield [
        HasilDiterima.objects.filter(
            Q(batas_keberatan__gte=hari)
            | Q(batas_keberatan=None, disampaikan_pada__gte=hari - timedelta(days=hari_kabar)),
            evaluasi__pegawai=pegawai,
            evaluasi__terbaru=True,
            evaluasi__keberatan=None,
            cara=CaraPenyampaian.APLIKASI.value,
            diterima_pada=None,
        )
        .order_by("disampaikan_pada", "pk")
        .values_list("evaluasi__periode__nama", "evaluasi__periode__kode", "evaluasi__penilai_nama", "batas_keberatan")
    ]
    return [
        Tugas(
            judul=f"Baca hasil {nama}",
            dari=penilai or "Pejabat penilai",
            tenggat=batas,
            tautan=f"{reverse('kinerja:saya')}?periode={kode}",
            aksi="Baca hasil",
        )
        for nama, kode, penilai, batas in baris
    ]


def tugas_keberatan(pembaca: Pembaca, peta: PetaAtasan) -> Bacaan[list[Tugas]]:
    """Open objections that wait for the reader; one step."""
    bersama = Rumpun(
        "kinerja.keberatan",
        "Tangani {jumlah} keberatan",
        reverse("kinerja:keberatan_daftar"),
        "Buka daftar keberatan",
    )
    baris = yield from baca_keberatan_terbuka(pembaca.pengguna, *_MEDAN, peta=peta)
    tugas = []
    for peran, kode, batas, pegawai, periode, *keadaan in baris:
        kata = _kata(peran, *keadaan)
        if kata is not None:
            judul, aksi = kata
            tautan = reverse("kinerja:keberatan", args=[kode])
            tugas.append(Tugas(f"{judul}, {periode}", pegawai, batas, tautan, aksi, bersama))
    return tugas


_MEDAN = (
    *("uuid", "batas_putusan", "evaluasi__pegawai__nama", "evaluasi__periode__nama"),
    *("status", "keterangan_pegawai", "keterangan_penilai"),
)


def _kata(peran: PeranKeberatan, status: str, dari_pegawai: str, dari_penilai: str) -> tuple[str, str] | None:
    """What the reader has to do about one open objection, and the button; None when it is done."""
    if peran is PeranKeberatan.PEGAWAI:
        return None if dari_pegawai else ("Tulis keterangan untuk keberatan Anda", "Tulis keterangan")
    if peran is PeranKeberatan.PENILAI:
        return None if dari_penilai else ("Tulis keterangan atas keberatan", "Tulis keterangan")
    if peran is PeranKeberatan.PENCATAT:
        return "Catat keputusan keberatan dari surat", "Buka keberatan"
    if status == StatusKeberatan.DIDENGAR.value:
        return "Putuskan keberatan", "Putuskan keberatan"
    return "Dengarkan kedua pihak dalam keberatan", "Buka keberatan"


def tugas_menyampaikan(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """Results to hand over on paper, one duty for all of them, for the pengelola; one step."""
    if not boleh_mengelola(pembaca.pengguna):
        return []
    belum = HasilDiterima.objects.filter(disampaikan_pada=None)
    (baris,) = yield [belum.order_by().values_list("disampaikan_pada").annotate(jumlah=Count("pk"))]
    jumlah = sum(banyak for _, banyak in baris)
    if not jumlah:
        return []
    return [
        Tugas(
            judul=f"Serahkan hasil di atas kertas: {jumlah} orang",
            dari="Pegawai tanpa akun aktif",
            tenggat=None,
            tautan=reverse("kinerja:penyampaian_daftar"),
            aksi="Buka daftar",
        )
    ]
