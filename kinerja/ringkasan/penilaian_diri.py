"""Self-assessments, and colleagues to rate, that wait for the reader."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from kinerja.enums import StatusEvaluasi, StatusPenilai
from kinerja.models import SKP, Evaluasi, PenilaianDiri, PenilaiDiminta, Periode
from kinerja.perhitungan import LABEL_PENILAI, Penilai
from kinerja.ringkasan.pilihan import baca_pilihan
from rakumpit.bacaan import Bacaan
from rakumpit.menunggu import Tugas
from rakumpit.organisasi.models import Pegawai


def tugas_penilaian_diri(pegawai: Pegawai, hari: date) -> Bacaan[list[Tugas]]:
    """Periods near their end without a self-assessment, as long as the superior has not decided; two steps.

    It is written in the last days of a period, as many as the office has chosen, and in the days of typing after it.
    """
    (hari_sebelum,) = yield from baca_pilihan(hari, "hari_penilaian_diri")
    milik = Q(pegawai=pegawai, periode=OuterRef("pk"))
    diputus = Evaluasi.objects.filter(milik, terbaru=True).exclude(status=StatusEvaluasi.MENUNGGU.value)
    skp = SKP.objects.dalam_masa(OuterRef("mulai"), OuterRef("selesai")).filter(pegawai=pegawai)
    periode = (
        Periode.objects.untuk_status(pegawai.status)
        .filter(Q(batas_isi__gte=hari) | Q(dibuka_kembali_sampai__gte=hari))
        .filter(selesai__lte=hari + timedelta(days=hari_sebelum), mulai__lte=hari)
        .filter(~Exists(PenilaianDiri.objects.filter(milik)), ~Exists(diputus), Exists(skp))
    )
    (baris,) = yield [
        periode.order_by("batas_isi", "pk").values_list("kode", "nama", "batas_isi", "dibuka_kembali_sampai")
    ]
    return [
        Tugas(
            judul=f"Tulis penilaian diri {nama}",
            dari="Kinerja saya",
            tenggat=max(batas, dibuka or batas),
            tautan=reverse("kinerja:penilaian_diri", args=[kode]),
            aksi="Tulis penilaian diri",
        )
        for kode, nama, batas, dibuka in baris
    ]


def tugas_menilai_rekan(pegawai: Pegawai) -> Bacaan[list[Tugas]]:
    """Requests to rate a colleague or superior that are still open; one step."""
    diputus = Evaluasi.objects.filter(pegawai=OuterRef("pegawai"), periode=OuterRef("periode"), terbaru=True).exclude(
        status=StatusEvaluasi.MENUNGGU.value
    )
    (baris,) = yield [
        PenilaiDiminta.objects.filter(~Exists(diputus), penilai=pegawai, status=StatusPenilai.DIMINTA.value)
        .order_by("periode__batas_isi", "pegawai__nama_urut")
        .values_list("uuid", "pegawai__nama", "sebagai", "periode__nama", "periode__batas_isi")
    ]
    return [
        Tugas(
            judul=f"Nilai perilaku kerja {nama}",
            dari=f"Anda {LABEL_PENILAI[Penilai(sebagai)].lower()}, {periode}",
            tenggat=batas,
            tautan=reverse("kinerja:rekan_nilai", args=[kode]),
            aksi="Nilai",
        )
        for kode, nama, sebagai, periode, batas in baris
    ]
