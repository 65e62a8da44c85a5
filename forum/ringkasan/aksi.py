"""Actions as others read them: what earlier sessions promised, how far it is, how many are late."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q

from forum.enums.aksi import JENIS_STATUS_AKSI, LABEL_STATUS_AKSI
from forum.models import AksiForum, SesiForum
from forum.perhitungan.aksi import TERBUKA, Bagian, StatusAksi, kemajuan, terlambat
from forum.querysets.aksi import AksiForumQuerySet
from rakumpit.menunggu import keadaan_tenggat
from rakumpit.organisasi.kalender import libur_antara
from rakumpit.organisasi.models import Pengguna
from rakumpit.waktu import format_tanggal, hari_ini

_TERBUKA = [satu.value for satu in TERBUKA]


@dataclass(frozen=True, slots=True)
class BarisAksi:
    """One action as a page shows it: ``jenis`` and ``keadaan`` of its badge, ``waktu`` in one sentence, per cent."""

    aksi: AksiForum
    jenis: str
    keadaan: str
    waktu: str
    persen: int
    terlambat: bool
    jumlah_anak: int

    @property
    def uraian(self) -> str:
        return self.aksi.uraian


def susun_aksi(daftar: Iterable[AksiForum]) -> list[BarisAksi]:
    """Lines of a page; two queries for any number of them."""
    semua = list(daftar)
    hari = hari_ini()
    anak: dict[int, list[Bagian]] = {}
    for induk_id, status, persen in AksiForum.objects.filter(induk__in=[satu.pk for satu in semua]).values_list(
        "induk_id", "status", "persen"
    ):
        anak.setdefault(induk_id, []).append(Bagian(status, persen))
    lewat = [satu.tenggat for satu in semua if terlambat(satu.status, satu.tenggat, hari)]
    libur = libur_antara(min(lewat), hari) if lewat else set()
    return [_baris(satu, anak.get(satu.pk, []), hari, libur) for satu in semua]


def _baris(satu: AksiForum, anak: list[Bagian], hari: date, libur: Collection[date]) -> BarisAksi:
    status = StatusAksi(satu.status)
    lambat = terlambat(satu.status, satu.tenggat, hari)
    label = LABEL_STATUS_AKSI[status]
    tenggat = format_tanggal(satu.tenggat)
    if lambat:
        jenis, keadaan = "bahaya", keadaan_tenggat(satu.tenggat, hari, libur).teks
        waktu = f"{label}, tenggat {tenggat}."
    else:
        jenis, keadaan = JENIS_STATUS_AKSI[status], label
        waktu = f"Tenggat {tenggat}."
        if status is StatusAksi.DIVERIFIKASI and satu.diverifikasi_pada:
            waktu = f"Diverifikasi {format_tanggal(satu.diverifikasi_pada)}, tenggat {tenggat}."
    return BarisAksi(satu, jenis, keadaan, waktu, kemajuan(satu.persen, anak), lambat, len(anak))


def kalimat_status(baris: BarisAksi) -> str:
    """State, progress and due day in one line, for agenda and record."""
    return f"{baris.keadaan}, {baris.persen}%. {baris.waktu}"


def status_sesi_sebelumnya(sesi: SesiForum) -> list[BarisAksi]:
    """What the fixed first item reports: actions of the unit's earlier sessions that are open, and all of the last one.

    Four queries.
    """
    lalu = SesiForum.objects.filter(unit=sesi.unit_id, mulai__lt=sesi.mulai, kesepakatan__isnull=False)
    terakhir = lalu.order_by("-mulai", "-pk").values_list("pk", flat=True).first()
    aksi = (
        AksiForum.objects.tanpa_induk()
        .filter(kesepakatan__sesi__unit=sesi.unit_id, kesepakatan__sesi__mulai__lt=sesi.mulai)
        .filter(Q(kesepakatan__sesi=terakhir) | Q(status__in=_TERBUKA))
        .select_related("penanggung_jawab__unit", "kesepakatan__sesi")
        .order_by("tenggat", "pk")
    )
    return susun_aksi(aksi)


@dataclass(frozen=True, slots=True)
class JumlahAksi:
    """What was promised to the public; ``berjalan`` are open and not late."""

    selesai: int
    berjalan: int
    terlambat: int


def jumlah_aksi() -> JumlahAksi:
    """Over all published sessions; one query."""
    return _jumlah(AksiForum.objects.terbit().tanpa_induk())


def jumlah_aksi_pegawai(pegawai_id: int, mulai: date, selesai: date) -> JumlahAksi:
    """Of the published actions due on these days, those of a post that the person held on the due day; one query.

    For who evaluates: evidence for a talk, never a score by itself.
    """
    return _jumlah(AksiForum.objects.terbit().diemban(pegawai_id).filter(tenggat__range=(mulai, selesai)))


def _jumlah(semua: AksiForumQuerySet) -> JumlahAksi:
    lewat = Q(tenggat__lt=hari_ini())
    jumlah = semua.aggregate(
        selesai=Count("pk", filter=Q(status=StatusAksi.DIVERIFIKASI.value)),
        berjalan=Count("pk", filter=Q(status__in=_TERBUKA) & ~lewat),
        terlambat=Count("pk", filter=Q(status__in=_TERBUKA) & lewat),
    )
    return JumlahAksi(**jumlah)


@dataclass(frozen=True, slots=True)
class AksiDiemban:
    """A published action as other apps take it up; ``waktu`` is its state and due day."""

    kode: UUID
    uraian: str
    tanda_selesai: str
    waktu: str
    tautan: str


def aksi_diemban(pengguna: Pengguna, sampai: date) -> list[AksiDiemban]:
    """Published actions in the charge of a post that the account holds today, open and due by ``sampai``.

    The most urgent first; three queries.
    """
    milik = AksiForum.objects.terbit().terbuka().dikerjakan_oleh(pengguna).filter(tenggat__lte=sampai)
    return _diemban(milik)


def aksi_menurut_kode(kode: Collection[UUID]) -> dict[UUID, AksiDiemban]:
    """Published actions, whatever their state; no query without a code, else three."""
    return {satu.kode: satu for satu in _diemban(AksiForum.objects.terbit().filter(uuid__in=kode))} if kode else {}


def _diemban(semua: AksiForumQuerySet) -> list[AksiDiemban]:
    return [
        AksiDiemban(
            kode=baris.aksi.uuid,
            uraian=baris.uraian,
            tanda_selesai=baris.aksi.indikator,
            waktu=kalimat_status(baris),
            tautan=baris.aksi.get_absolute_url(),
        )
        for baris in susun_aksi(semua.order_by("tenggat", "pk"))
    ]
