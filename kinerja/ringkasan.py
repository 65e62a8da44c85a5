"""What the home page and other apps read of performance management: dataclasses and sentences, never query sets."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

import survei.ringkasan
from kinerja.enums import StatusEvaluasi, StatusSKP
from kinerja.models import SKP, Evaluasi, Indikator, Periode, Realisasi
from kinerja.perhitungan import LABEL_PREDIKAT, Predikat, Sumber
from kinerja.permissions import memimpin, pk_diputus_oleh, skp_menunggu_persetujuan
from rakumpit.menunggu import Tugas
from rakumpit.organisasi.models import Pegawai, Pengguna
from rakumpit.waktu import hari_ini

# Delivered results are news for this long; later they are found under «Kinerja saya».
_HARI_KABAR = 14


def menunggu(pengguna: Pengguna) -> list[Tugas]:
    """Everything of this app that waits for the reader. A fixed number of queries for any number of staff."""
    return [*_menilai(pengguna), *_menyetujui(pengguna), *_milik_sendiri(pengguna)]


def keadaan_saya(pengguna: Pengguna) -> str | None:
    """One sentence about the reader's own latest evaluation; None for accounts without an SKP."""
    pegawai = _pegawai(pengguna)
    if pegawai is None:
        return None
    evaluasi = (
        Evaluasi.objects.filter(pegawai=pegawai, terbaru=True)
        .select_related("periode")
        .defer("bahan", "rincian")
        .order_by("-periode__selesai", "-periode__mulai")
        .first()
    )
    if evaluasi is None:
        return "Belum ada penilaian. Hasil pertama muncul setelah sebuah periode dihitung."
    if evaluasi.status == StatusEvaluasi.DITETAPKAN.value:
        return f"{evaluasi.periode.nama}: predikat {LABEL_PREDIKAT[Predikat(evaluasi.predikat)]}, sudah ditetapkan."
    if evaluasi.usulan_predikat:
        usulan = LABEL_PREDIKAT[Predikat(evaluasi.usulan_predikat)]
        penilai = _nama_penilai(evaluasi).removesuffix(".")  # a title ends the sentence with its own full stop
        return f"{evaluasi.periode.nama}: usulan sistem {usulan}. Menunggu ketetapan {penilai}."
    return f"{evaluasi.periode.nama}: belum ada usulan, karena masih ada yang belum dinilai atau belum diisi."


def survei_terbit(kode: Collection[UUID]) -> set[UUID]:
    """Which of these surveys have a public result page."""
    return survei.ringkasan.sudah_terbit(kode) if kode else set()


def _nama_penilai(evaluasi: Evaluasi) -> str:
    return evaluasi.penilai_nama or "pejabat penilai"


def _pegawai(pengguna: Pengguna) -> Pegawai | None:
    pegawai = getattr(pengguna, "pegawai", None)
    return pegawai if pegawai is not None and pegawai.ber_skp else None


def _menilai(pengguna: Pengguna) -> list[Tugas]:
    """One duty per period and state, so that a superior of 300 people gets two lines."""
    if not memimpin(pengguna):
        return []
    belum = Evaluasi.objects.terbaru().exclude(status=StatusEvaluasi.DITETAPKAN.value)
    baris = (
        Evaluasi.objects.filter(pk__in=pk_diputus_oleh(pengguna, belum))
        .order_by("periode__mulai")
        .values("periode__kode", "periode__nama", "status")
        .annotate(jumlah=Count("pk"))
    )
    tugas = []
    for satu in baris:
        menilai = satu["status"] == StatusEvaluasi.MENUNGGU.value
        alamat = reverse("kinerja:tim") if menilai else reverse("kinerja:tim_tetapkan")
        kata = "Putuskan penilaian" if menilai else "Tetapkan hasil yang sudah dinilai"
        tugas.append(
            Tugas(
                judul=f"{kata} {satu['periode__nama']}: {satu['jumlah']} orang",
                dari="Tim saya",
                tenggat=None,
                tautan=f"{alamat}?periode={satu['periode__kode']}",
            )
        )
    return tugas


def _menyetujui(pengguna: Pengguna) -> list[Tugas]:
    return [
        Tugas(
            judul=f"Periksa SKP {skp.mulai.year} yang diajukan",
            dari=skp.pegawai.nama,
            tenggat=None,
            tautan=reverse("kinerja:skp", args=[skp.uuid]),
        )
        for skp in skp_menunggu_persetujuan(pengguna)
    ]


def _milik_sendiri(pengguna: Pengguna) -> list[Tugas]:
    pegawai = _pegawai(pengguna)
    if pegawai is None:
        return []
    return [*_mengisi(pegawai), *_membetulkan(pegawai), *_disampaikan(pegawai)]


def _mengisi(pegawai: Pegawai) -> list[Tugas]:
    """Periods that have begun and are still open for typing, with what is missing in each."""
    hari = hari_ini()
    periode = list(
        Periode.objects.untuk_status(pegawai.status)
        .filter(Q(batas_isi__gte=hari) | Q(dibuka_kembali_sampai__gte=hari), mulai__lte=hari)
        .order_by("batas_isi")
    )
    tugas = []
    for satu in periode:
        isi = Realisasi.objects.filter(indikator=OuterRef("pk"), periode=satu)
        manual = Indikator.objects.filter(
            rencana__skp__in=SKP.objects.disetujui().filter(
                pegawai=pegawai, mulai__lte=satu.selesai, selesai__gte=satu.mulai
            ),
            sumber=Sumber.MANUAL.value,
        )
        jumlah = manual.aggregate(semua=Count("pk"), kosong=Count("pk", filter=~Exists(isi)))
        if jumlah["kosong"]:
            tugas.append(
                Tugas(
                    judul=f"Isi realisasi {satu.nama}: {jumlah['kosong']} dari {jumlah['semua']} belum diisi",
                    dari="SKP Anda",
                    tenggat=max(satu.batas_isi, satu.dibuka_kembali_sampai or satu.batas_isi),
                    tautan=f"{reverse('kinerja:realisasi_daftar')}?periode={satu.kode}",
                )
            )
    return tugas


def _membetulkan(pegawai: Pegawai) -> list[Tugas]:
    return [
        Tugas(
            judul=f"Betulkan SKP {skp.mulai.year} yang dikembalikan",
            dari=skp.catatan_pengembalian,
            tenggat=None,
            tautan=reverse("kinerja:skp", args=[skp.uuid]),
        )
        for skp in SKP.objects.filter(pegawai=pegawai, status=StatusSKP.DIKEMBALIKAN.value)
    ]


def _disampaikan(pegawai: Pegawai) -> list[Tugas]:
    baris = (
        Evaluasi.objects.filter(pegawai=pegawai, ditetapkan_pada__gte=timezone.now() - timedelta(days=_HARI_KABAR))
        .ditetapkan()
        .terbaru()
        .values_list("periode__nama", "periode__kode", "penilai_nama")
    )
    return [
        Tugas(
            judul=f"Baca hasil {nama}",
            dari=penilai or "Pejabat penilai",
            tenggat=None,
            tautan=f"{reverse('kinerja:saya')}?periode={kode}",
        )
        for nama, kode, penilai in baris
    ]
