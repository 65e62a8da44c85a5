"""Duties after a result: taking notice of it, delivering it on paper, being heard, and deciding on an objection."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q
from django.urls import reverse

from kinerja.enums import CaraPenyampaian, StatusKeberatan
from kinerja.models import HasilDiterima, Keberatan
from kinerja.permissions import PeranKeberatan, PetaAtasan, boleh_mengelola, keberatan_terbuka_untuk
from rakumpit.menunggu import Rumpun, Tugas
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import hari_ini


def hasil_disampaikan(pegawai: Pegawai, hari_kabar: int) -> list[Tugas]:
    """Results that were delivered here and not yet accepted, until their last day for an objection.

    The answer to an objection has no last day of its own; it is news for ``hari_kabar`` days.
    """
    hari = hari_ini()
    baris = (
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
    )
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


def tugas_keberatan(pengguna: Pengguna, peta: PetaAtasan | None = None) -> list[Tugas]:
    """Open objections that wait for the reader; a fixed number of queries."""
    tugas = _menyampaikan(pengguna)
    peran = keberatan_terbuka_untuk(pengguna, peta)
    semua = Keberatan.objects.filter(pk__in=peran).select_related("evaluasi__pegawai", "evaluasi__periode")
    for satu in semua.only(*_MEDAN).order_by("batas_putusan", "pk") if peran else ():
        kata = _kata(satu, peran[satu.pk])
        if kata is not None:
            tugas.append(_satu(satu, *kata))
    return tugas


_MEDAN = (
    *("uuid", "status", "batas_putusan", "keterangan_pegawai", "keterangan_penilai"),
    *("evaluasi__pegawai__nama", "evaluasi__periode__nama"),
)


def _kata(satu: Keberatan, peran: PeranKeberatan) -> tuple[str, str] | None:
    """What the reader has to do about one open objection, and the button; None when it is done."""
    if peran is PeranKeberatan.PEGAWAI:
        return None if satu.keterangan_pegawai else ("Tulis keterangan untuk keberatan Anda", "Tulis keterangan")
    if peran is PeranKeberatan.PENILAI:
        return None if satu.keterangan_penilai else ("Tulis keterangan atas keberatan", "Tulis keterangan")
    if peran is PeranKeberatan.PENCATAT:
        return "Catat keputusan keberatan dari surat", "Buka keberatan"
    if satu.status == StatusKeberatan.DIDENGAR.value:
        return "Putuskan keberatan", "Putuskan keberatan"
    return "Dengarkan kedua pihak dalam keberatan", "Buka keberatan"


_BERSAMA = ("kinerja.keberatan", "Tangani {jumlah} keberatan")


def _satu(satu: Keberatan, judul: str, aksi: str) -> Tugas:
    return Tugas(
        judul=f"{judul}, {satu.evaluasi.periode}",
        dari=satu.evaluasi.pegawai.nama,
        tenggat=satu.batas_putusan,
        tautan=reverse("kinerja:keberatan", args=[satu.uuid]),
        aksi=aksi,
        rumpun=Rumpun(*_BERSAMA, reverse("kinerja:keberatan_daftar"), "Buka daftar keberatan"),
    )


def _menyampaikan(pengguna: Pengguna) -> list[Tugas]:
    if not boleh_mengelola(pengguna):
        return []
    jumlah = HasilDiterima.objects.filter(disampaikan_pada=None).count()
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
