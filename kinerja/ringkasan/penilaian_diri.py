"""Self-assessments, and colleagues to rate, that wait for the reader."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from kinerja.enums import StatusEvaluasi, StatusPenilai
from kinerja.models import SKP, Evaluasi, PenilaianDiri, PenilaiDiminta, Periode
from kinerja.perhitungan import LABEL_PENILAI, Penilai
from rakumpit.menunggu import Tugas
from rakumpit.organisasi.models import Pegawai
from rakumpit.waktu import hari_ini


def tugas_penilaian_diri(pegawai: Pegawai, hari_sebelum: int) -> list[Tugas]:
    """Periods near their end without a self-assessment, as long as the superior has not decided; one query.

    It is written in the last ``hari_sebelum`` days of a period and in the days of typing after it.
    """
    hari = hari_ini()
    milik = Q(pegawai=pegawai, periode=OuterRef("pk"))
    diputus = Evaluasi.objects.filter(milik, terbaru=True).exclude(status=StatusEvaluasi.MENUNGGU.value)
    skp = SKP.objects.disetujui().filter(
        pegawai=pegawai, mulai__lte=OuterRef("selesai"), selesai__gte=OuterRef("mulai")
    )
    periode = (
        Periode.objects.untuk_status(pegawai.status)
        .filter(Q(batas_isi__gte=hari) | Q(dibuka_kembali_sampai__gte=hari))
        .filter(selesai__lte=hari + timedelta(days=hari_sebelum), mulai__lte=hari)
        .filter(~Exists(PenilaianDiri.objects.filter(milik)), ~Exists(diputus), Exists(skp))
    )
    return [
        Tugas(
            judul=f"Tulis penilaian diri {satu.nama}",
            dari="Kinerja saya",
            tenggat=max(satu.batas_isi, satu.dibuka_kembali_sampai or satu.batas_isi),
            tautan=reverse("kinerja:penilaian_diri", args=[satu.kode]),
            aksi="Tulis penilaian diri",
        )
        for satu in periode.order_by("batas_isi", "pk")
    ]


def tugas_menilai_rekan(pegawai: Pegawai) -> list[Tugas]:
    """Requests to rate a colleague or superior that are still open; one query."""
    diputus = Evaluasi.objects.filter(pegawai=OuterRef("pegawai"), periode=OuterRef("periode"), terbaru=True).exclude(
        status=StatusEvaluasi.MENUNGGU.value
    )
    permintaan = (
        PenilaiDiminta.objects.filter(~Exists(diputus), penilai=pegawai, status=StatusPenilai.DIMINTA.value)
        .select_related("pegawai", "periode")
        .order_by("periode__batas_isi", "pegawai__nama_urut")
    )
    return [
        Tugas(
            judul=f"Nilai perilaku kerja {satu.pegawai.nama}",
            dari=f"Anda {LABEL_PENILAI[Penilai(satu.sebagai)].lower()}, {satu.periode.nama}",
            tenggat=satu.periode.batas_isi,
            tautan=reverse("kinerja:rekan_nilai", args=[satu.uuid]),
            aksi="Nilai",
        )
        for satu in permintaan
    ]
