"""What other parts read of the discussion: waiting times, the desk of the moderators, duties, answers as evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import CharField, Count, Exists, Min, OuterRef, Q, QuerySet, Value
from django.urls import reverse

from forum.models import AturanTenggat, Balasan, JawabanResmi, KeberatanModerasi, Penandaan, Topik
from forum.perhitungan.diskusi import KeadaanKiriman, Tunggu, tunggu
from rakumpit.bacaan import Bacaan, bersama
from rakumpit.menunggu import Rumpun, Tugas
from rakumpit.organisasi.kalender import libur_antara
from rakumpit.organisasi.models import Pengguna
from rakumpit.organisasi.pembaca import Pembaca
from rakumpit.pencarian import Temuan
from rakumpit.waktu import awal_hari, tanggal_lokal

# The limit for a simple request for information; a dated row, not verified against PermenPANRB 5/2025.
KODE_BATAS = "RESP_INFO"
_BANYAK_TUGAS = 50


def _batas(hari: date) -> int | None:
    """Working days in which a topic should be answered; None where no row is in force."""
    jumlah: int | None = (
        AturanTenggat.objects.pada(hari).filter(kode=KODE_BATAS).values_list("jumlah", flat=True).first()
    )
    return jumlah


def tunggu_topik(topik: Iterable[tuple[int, datetime]], hari: date) -> dict[int, Tunggu]:
    """How long each topic (row number, moment of sending) has waited on ``hari``; two queries for any number."""
    semua = [(pk, tanggal_lokal(saat)) for pk, saat in topik]
    if not semua:
        return {}
    libur = libur_antara(min(satu for _, satu in semua), hari + timedelta(days=60))
    batas = _batas(hari)
    return {pk: tunggu(dikirim, hari, libur, batas) for pk, dikirim in semua}


def antrean_moderasi() -> QuerySet[Any, dict[str, Any]]:
    """Topics and replies that wait for a moderator, or are shown and were reported; the oldest first.

    Rows with ``macam`` (topik, balasan), ``uuid``, ``judul`` of the topic, ``keadaan``, ``dibuat`` and ``tanda``.
    """
    menunggu = Q(keadaan=KeadaanKiriman.MENUNGGU.value)
    bagian = []
    for model, jenis, judul in ((Topik, "topik", "judul"), (Balasan, "balasan", "topik__judul")):
        terbuka = Penandaan.objects.filter(selesai_pada__isnull=True, **{jenis: OuterRef("pk")})
        bagian.append(
            model.objects.order_by()
            .filter(menunggu | Q(Exists(terbuka), keadaan=KeadaanKiriman.TAYANG.value))
            .annotate(
                macam=Value(jenis, output_field=CharField()),
                tanda=Count("penandaan", filter=Q(penandaan__selesai_pada__isnull=True)),
            )
            .values("macam", "uuid", judul, "keadaan", "dibuat", "tanda")
        )
    topik, balasan = bagian
    semua: QuerySet[Any, dict[str, Any]] = topik.union(balasan, all=True).order_by("dibuat", "uuid")
    return semua


def tugas_diskusi(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    """Questions that wait for an answer of the reader's units, and the desk of the moderators. One step."""
    if pembaca.pengguna.warga:
        return []
    semua = yield from bersama([_belum_dijawab(pembaca), _moderasi(pembaca), _keberatan(pembaca)])
    return [satu for tugas in semua for satu in tugas]


def _belum_dijawab(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    if not pembaca.di_bawah:
        return []
    (baris,) = yield [
        Topik.objects.belum_dijawab()
        .filter(kategori__unit_id__in=pembaca.di_bawah, jenis__in=["pertanyaan", "usulan"])
        .order_by("dibuat", "pk")
        .values_list("uuid", "judul", "kategori__nama")[:_BANYAK_TUGAS]
    ]
    alamat = reverse("forum:kelola_diskusi")
    rumpun = Rumpun("forum.diskusi", "Jawab {jumlah} pertanyaan warga di forum", alamat, "Buka daftar pertanyaan")
    return [
        Tugas(
            judul=f"Jawab warga: {judul}",
            dari=f"Forum, {kategori}",
            tenggat=None,
            tautan=reverse("forum:kelola_diskusi_topik", args=[kode]),
            aksi="Jawab",
            rumpun=rumpun,
        )
        for kode, judul, kategori in baris
    ]


def _moderasi(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    if not pembaca.pengguna.pengelola:
        return []
    kelompok = []
    for model in (Topik, Balasan):
        jenis = "topik" if model is Topik else "balasan"
        terbuka = Penandaan.objects.filter(selesai_pada__isnull=True, **{jenis: OuterRef("pk")})
        kelompok.append(
            model.objects.order_by()
            .filter(Q(keadaan=KeadaanKiriman.MENUNGGU.value) | Q(Exists(terbuka), keadaan=KeadaanKiriman.TAYANG.value))
            .values(semua=Value(1))
            .annotate(n=Count("pk"))
            .values_list("n")
        )
    topik, balasan = yield kelompok
    jumlah = sum(n for (n,) in [*topik, *balasan])
    if not jumlah:
        return []
    return [
        Tugas(
            judul=f"Periksa {jumlah} kiriman forum",
            dari="Forum warga",
            tenggat=None,
            tautan=reverse("forum:kelola_diskusi_antrean"),
            aksi="Buka antrean moderasi",
        )
    ]


def _keberatan(pembaca: Pembaca) -> Bacaan[list[Tugas]]:
    if not pembaca.pengguna.pengelola and not pembaca.di_bawah:
        return []
    menunggu = KeberatanModerasi.objects.filter(putusan="menunggu").exclude(diputus_moderator=pembaca.pengguna)
    if not pembaca.pengguna.pengelola:
        menunggu = menunggu.filter(
            Q(keputusan__topik__kategori__unit_id__in=pembaca.di_bawah)
            | Q(keputusan__balasan__topik__kategori__unit_id__in=pembaca.di_bawah)
        )
    (baris,) = yield [menunggu.order_by("pk").values_list("uuid", "diajukan_pada")[:_BANYAK_TUGAS]]
    return [
        Tugas(
            judul="Putus keberatan penulis di forum",
            dari="Moderasi forum",
            tenggat=None,
            tautan=reverse("forum:kelola_keberatan", args=[kode]),
            aksi="Baca keberatan",
        )
        for kode, _ in baris
    ]


def cari_diskusi(pengguna: Pengguna, kata: str, batas: int) -> Bacaan[list[Temuan]]:
    """Public topics by their title, for the search of the staff; one step."""
    (baris,) = yield [
        Topik.objects.umum()
        .filter(judul__icontains=kata)
        .order_by("-aktivitas", "-pk")
        .values_list("uuid", "judul", "kategori__nama")[:batas]
    ]
    return [
        Temuan("Diskusi forum", judul, kategori, reverse("forum:diskusi_topik", args=[kode]))
        for kode, judul, kategori in baris
    ]


@dataclass(frozen=True, slots=True)
class JawabanUnit:
    """Answered topics of one unit: first answers in time and late, and topics past their day without an answer.

    Evidence for the people who rate; never a score by itself. ``batas`` is None where no limit is in force; then
    nothing is called late.
    """

    unit_id: int
    tepat: int
    lambat: int
    lewat_tanpa_jawaban: int
    batas: int | None


def jawaban_per_unit(mulai: date, selesai: date, hari: date) -> list[JawabanUnit]:
    """For topics sent from ``mulai`` to ``selesai``, as things stand on ``hari``; by unit number. Three queries."""
    pertama = JawabanResmi.objects.filter(topik=OuterRef("pk")).values("topik").annotate(p=Min("pada")).values("p")
    baris = list(
        Topik.objects.umum()
        .filter(dibuat__gte=awal_hari(mulai), dibuat__lt=awal_hari(selesai + timedelta(days=1)))
        .order_by()
        .annotate(dijawab=pertama)
        .values_list("kategori__unit_id", "dibuat", "dijawab", "status")
    )
    if not baris:
        return []
    libur = libur_antara(mulai, hari + timedelta(days=60))
    batas = _batas(hari)
    hitung: dict[int, list[int]] = {}
    for unit, dibuat, dijawab, status in baris:
        satu = hitung.setdefault(unit, [0, 0, 0])
        akhir = tanggal_lokal(dijawab) if dijawab else hari
        lewat = tunggu(tanggal_lokal(dibuat), akhir, libur, batas).lewat
        if dijawab:
            satu[1 if lewat else 0] += 1
        elif lewat and status in {"baru", "dibahas"}:
            satu[2] += 1
    return [JawabanUnit(unit, satu[0], satu[1], satu[2], batas) for unit, satu in sorted(hitung.items())]
